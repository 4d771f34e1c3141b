"""Headings: every ILR field by its own name, in words too, and by the names that policy staff use for it.

``LearnStartDate`` may head a column as it is, as ``learn start date`` or as ``start date``. Codes may
be written as the ILR has them or as the word for them. The headings of learners, aims, employment and
destinations are made here from the record classes, so that a new ILR field is at once a heading.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import UnionType
from typing import Any, get_args, get_origin

from engine.calendar import FundingYear
from engine.ilr.records import (
    DPOutcome,
    IlrRecord,
    Learner,
    LearnerEmploymentStatus,
    LearningDelivery,
    snake,
)
from engine.ilr.schema import ilr_name
from steps import cells
from steps.cells import Reader
from steps.problems import CellError, listed, nearest
from steps.tables import Column, RecordTable

COMPLETION = {"continuing": 1, "completed": 2, "withdrawn": 3, "break in learning": 6, "planned break": 6}
OUTCOME = {"achieved": 1, "partly achieved": 2, "not achieved": 3, "not yet known": 8}
EMPLOYMENT = {
    "employed": 10,
    "looking for work": 11,
    "unemployed": 11,
    "not looking for work": 12,
    "not known": 98,
}

FAM_TYPES = {
    "SOF": "Source of funding",
    "FFI": "Full or co-funding",
    "DAM": "Devolved area monitoring",
    "LDM": "Learning delivery monitoring",
    "RES": "Restart",
    "EEF": "Eligibility for enhanced apprenticeship funding",
    "LSF": "Learning support funding",
    "ADL": "Advanced learner loan",
    "ALB": "Advanced learner loan bursary",
    "ACT": "Apprenticeship contract type",
    "ASL": "Community learning provision type",
    "HEM": "Higher education monitoring",
    "HHS": "Household situation",
    "NSA": "National skills academy",
    "WPP": "Work programme participation",
    "POD": "Percentage of online delivery",
    "FLN": "Family English, maths and language",
}
"""The types of funding and monitoring codes of an aim with their names."""
EVERYDAY_FAM_TYPES = ("SOF", "FFI", "DAM", "LDM", "RES", "EEF")
PRICE_WORDS = {
    1: "training price",
    2: "assessment price",
    3: "residual training price",
    4: "residual assessment price",
}
TNP_CODES = tuple(PRICE_WORDS)
MONITORING_TYPES = {
    "BSI": "Benefit status",
    "LOU": "Length of unemployment",
    "EII": "Hours worked in a week",
    "LOE": "Length of employment",
    "SEI": "Self-employed",
    "PEI": "In education or training before",
    "SEM": "Small employer",
    "OET": "Other employment type",
    "RON": "Risk of becoming not in education, employment or training",
}
"""The types of employment status monitoring with their names."""


class Coded:
    """A reader of a numeric code that may be written as a word."""

    def __init__(self, what: str, words: Mapping[str, int]) -> None:
        self.what, self.words = what, words

    def __call__(self, written: str, year: FundingYear | None = None) -> int:
        """Return the code. Raises CellError naming the words."""
        plain = " ".join(written.lower().split())
        if plain in self.words:
            return self.words[plain]
        if plain.isdigit():
            return int(plain)
        hint = nearest(written, self.words)
        known = f"{hint} (known: its code, " if hint else ": write its code, or "
        raise CellError(f"'{written}' is not {self.what}{known}{listed(self.words)}{')' if hint else ''}")


def _unnamed(**meanings: str) -> dict[str, tuple[tuple[str, ...], Reader | None, str]]:
    """Return fields that have no name of everyday use, with their meanings."""
    return {field: ((), None, says) for field, says in meanings.items()}


_FRIENDLY: dict[type[IlrRecord], dict[str, tuple[tuple[str, ...], Reader | None, str]]] = {
    Learner: {
        "LearnRefNumber": (
            ("learner reference", "learner reference number"),
            None,
            "The provider's number of the learner.",
        ),
        "ULN": (("ULN", "unique learner number"), None, "Unique learner number."),
        "DateOfBirth": (("date of birth", "born"), None, "Decides the age at the start and on 31 August."),
        "PostcodePrior": (
            ("prior postcode", "postcode prior to enrolment"),
            None,
            "Gives the disadvantage factor.",
        ),
        "Postcode": (("home postcode",), None, "Where the learner lives now."),
        "CampId": (("campus",), None, "Campus identifier."),
        **_unnamed(
            PrevLearnRefNumber="Reference of the learner in an earlier year.",
            PrevUKPRN="Provider of the learner in an earlier year.",
            PMUKPRN="Provider before a merger.",
            FamilyName="Family name.",
            GivenNames="Given names.",
            Ethnicity="Ethnic group, a code.",
            Sex="F or M.",
            LLDDHealthProb="Whether the learner has a learning difficulty, disability or health problem, a code.",
            NINumber="National Insurance number.",
            Accom="Whether the learner lives away from home, a code.",
            ALSCost="Cost of additional learning support, in whole pounds.",
            PlanLearnHours="Planned learning hours of the year, of young people's study programmes.",
            PlanEEPHours="Planned employability, enrichment and pastoral hours of the year.",
            MathGrade="GCSE grade in maths.",
            EngGrade="GCSE grade in English.",
            AddLine1="First line of the address.",
            AddLine2="Second line of the address.",
            AddLine3="Third line of the address.",
            AddLine4="Fourth line of the address.",
            TelNo="Telephone number.",
            Email="Email address.",
            OTJHours="Planned off-the-job hours, where the year has them with the learner.",
        ),
    },
    LearnerEmploymentStatus: {
        "EmpStat": (("employment status",), Coded("an employment status", EMPLOYMENT), "Employment status."),
        "DateEmpStatApp": (
            ("applies from", "date employment status applies"),
            None,
            "From when the status applies.",
        ),
        "EmpId": (("employer", "employer id"), None, "Employer identifier."),
        **_unnamed(AgreeId="Agreement of the employer's account."),
    },
    LearningDelivery: {
        "LearnAimRef": (
            ("aim reference", "learning aim", "learning aim reference"),
            None,
            "Reference of the aim in LARS.",
        ),
        "AimSeqNumber": (
            ("aim sequence number",),
            None,
            "Number of the aim; its place in the table unless said.",
        ),
        "LearnStartDate": (("start date", "start"), None, "First day of learning."),
        "OrigLearnStartDate": (("original start date",), None, "First day before a restart."),
        "LearnPlanEndDate": (("planned end date", "planned end"), None, "Planned last day of learning."),
        "LearnActEndDate": (
            ("actual end date", "actual end"),
            None,
            "Last day of learning; '-' while it goes on.",
        ),
        "FundModel": (("funding model",), None, "Funding model, the code of who pays and by which rules."),
        "ProgType": (
            ("programme type",),
            None,
            "Programme type, a code: 24 is a traineeship, 25 an apprenticeship standard.",
        ),
        "FworkCode": (("framework code",), None, "Framework."),
        "PwayCode": (("pathway code",), None, "Pathway."),
        "StdCode": (("standard code",), None, "Standard."),
        "DelLocPostCode": (
            ("delivery postcode", "delivery location postcode"),
            None,
            "Gives the area cost factor.",
        ),
        "LSDPostcode": (
            ("start postcode", "student postcode", "learning start date postcode"),
            None,
            "Where the learner lived at the start.",
        ),
        "AddHours": (
            ("additional hours", "additional delivery hours"),
            None,
            "Additional hours of an ESOL aim.",
        ),
        "PriorLearnFundAdj": (
            ("prior learning adjustment", "funding adjustment for prior learning"),
            cells.percentage,
            "Share left after prior learning, per cent.",
        ),
        "OtherFundAdj": (("other funding adjustment",), cells.percentage, "Other adjustment, per cent."),
        "EmpOutcome": (("employment outcome",), None, "Employment outcome returned on the aim itself."),
        "CompStatus": (
            ("completion status", "status"),
            Coded("a completion status", COMPLETION),
            "Completion status.",
        ),
        "Outcome": (("outcome",), Coded("an outcome", OUTCOME), "Outcome of the aim."),
        "AchDate": (("achievement date",), None, "Date of achievement."),
        "WithdrawReason": (("withdrawal reason", "reason for withdrawal"), None, "Reason for leaving."),
        **_unnamed(
            AimType="Whether the record is a programme as a whole, a part of one or an aim alone, a code.",
            PHours="Planned hours of the aim.",
            OTJActHours="Off-the-job hours that were worked.",
            PartnerUKPRN="Provider that teaches on behalf of the one that returns the record.",
            ConRefNumber="Reference of the contract that pays.",
            EPAOrgID="Organisation that assesses at the end.",
            OutGrade="Grade of the outcome.",
            SWSupAimId="Identifier that software gave the aim.",
            TLOut="Outcome of a T Level, a code.",
        ),
    },
    DPOutcome: {
        "OutType": (("outcome type", "destination"), None, "EMP, NPE, EDU, GAP, VOL, SDE or OTH."),
        "OutCode": (("outcome code", "code"), None, "Code within the type."),
        "OutStartDate": (("starts", "outcome start date"), None, "First day of the outcome."),
        "OutEndDate": (("ends", "outcome end date"), None, "Last day, '-' while it goes on."),
        "OutCollDate": (
            ("collected", "collected on", "outcome collection date"),
            None,
            "When the provider learnt of it.",
        ),
    },
}

LEARNER_COLUMN = Column(
    "learner", "learner", help="The learner's name in this scenario; may be left out for the only one."
)


def spaced(ilr: str) -> str:
    """Return an ILR name in words: ``LearnStartDate`` is ``learn start date``."""
    return snake(ilr).replace("_", " ")


def field_columns(record: type[IlrRecord]) -> tuple[Column, ...]:
    """Return a column for each plain field of an ILR record; its field is the ILR name."""
    columns = []
    for name, info in record.model_fields.items():
        ilr = ilr_name(name)
        reader = _reader_of(info.annotation)
        if reader is None:
            continue
        friendly, own_reader, says = _FRIENDLY.get(record, {}).get(ilr, ((), None, f"ILR field {ilr}."))
        heading, *others = *friendly, ilr
        aliases = dict.fromkeys((*others, ilr, spaced(ilr)))
        aliases.pop(heading, None)
        columns.append(
            Column(heading, ilr, own_reader or reader, tuple(aliases), says, everyday=bool(friendly))
        )
    return tuple(columns)


def _reader_of(annotation: Any) -> Reader | None:
    options = (
        [arg for arg in get_args(annotation) if arg is not type(None)]
        if _is_union(annotation)
        else [annotation]
    )
    readers: dict[Any, Reader] = {
        date: cells.day,
        int: cells.whole_number,
        str: cells.text,
        Decimal: cells.number,
    }
    return readers.get(options[0]) if len(options) == 1 else None


def _is_union(annotation: Any) -> bool:
    return isinstance(annotation, UnionType) or str(get_origin(annotation)) == "typing.Union"


def _fam_columns() -> tuple[Column, ...]:
    listed_ = [
        Column(
            kind,
            f"FAM {kind}",
            cells.codes,
            help=f"{name}: codes, separated by commas (LearningDeliveryFAM type {kind}).",
            everyday=kind in EVERYDAY_FAM_TYPES,
        )
        for kind, name in FAM_TYPES.items()
    ]
    dated = [
        Column("learning support from", "LSF from", cells.day, help="First day of learning support (LSF 1)."),
        Column("learning support to", "LSF to", cells.day, help="Last day of learning support."),
    ]
    return (*listed_, *dated)


def price_columns(*, everyday: bool) -> tuple[Column, ...]:
    """Return a column for each code of a negotiated price, in whole pounds."""
    return tuple(
        Column(
            f"TNP{code}", f"price TNP{code}", cells.whole_pounds, (words,), f"The {words} in whole pounds.",
            everyday=everyday,
        )
        for code, words in PRICE_WORDS.items()
    )  # fmt: skip


LEARNERS = RecordTable(
    (
        LEARNER_COLUMN,
        *field_columns(Learner),
        Column(
            "prior level", "PriorLevel", cells.whole_number, ("PriorLevel",), "Highest level learnt before."
        ),
        Column("prior level from", "DateLevelApp", cells.day, ("DateLevelApp",), "From when it applies."),
        Column("LLDD categories", "LLDDCat", cells.codes, ("LLDDCat",), "Health problem categories."),
        Column("primary LLDD", "PrimaryLLDD", cells.codes, ("PrimaryLLDD",), "Those marked as primary."),
        Column("learner field A", "ProvSpecLearnMon", help="Provider specified learner monitoring A."),
    )
)

AIMS = RecordTable(
    (
        LEARNER_COLUMN,
        Column(
            "aim", "aim", help="The aim's name in this scenario, for later tables; its number unless said."
        ),
        *field_columns(LearningDelivery),
        *_fam_columns(),
        *price_columns(everyday=False),
    )
)

_OF_APPRENTICESHIPS = frozenset(
    {
        "learner", "aim", "LearnAimRef", "LearnStartDate", "OrigLearnStartDate", "LearnPlanEndDate", "LearnActEndDate",
        "CompStatus", "AchDate", "ProgType", "FworkCode", "PwayCode", "StdCode", "PriorLearnFundAdj", "OtherFundAdj",
        "FAM ACT", "FAM LDM", "FAM EEF", "LSF from", "LSF to", *(f"price TNP{code}" for code in TNP_CODES),
    }
)  # fmt: skip

APPRENTICESHIP_AIMS = RecordTable(
    tuple(replace(column, everyday=column.field in _OF_APPRENTICESHIPS) for column in AIMS.columns)
)

EMPLOYMENT_STATUSES = RecordTable(
    (
        LEARNER_COLUMN,
        *field_columns(LearnerEmploymentStatus),
        *(
            Column(
                kind,
                f"ESM {kind}",
                cells.whole_number,
                help=f"{name}, a code (employment status monitoring {kind}).",
            )
            for kind, name in MONITORING_TYPES.items()
        ),
    )
)

DESTINATIONS = RecordTable((
    LEARNER_COLUMN,
    *field_columns(DPOutcome),
    Column("ULN", "ULN", cells.whole_number, help="Number on the destination record; the learner's unless said."),
))  # fmt: skip


def learner_named(written: str, year: FundingYear | None = None) -> str:
    """Read a learner's name: ``Ada``, ``learner Ada``; ``the learner`` is the only one."""
    name = re.sub(r"^(the )?learner\b\s*", "", written.strip(), flags=re.I)
    return name.strip()
