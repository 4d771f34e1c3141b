"""Words into records: drafts of learners, the defaults that fill them, and the ILR records they become."""

import re
from dataclasses import dataclass, field
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from engine.calendar import FundingYear
from engine.identifiers import uln_with_check_digit
from engine.ilr.records import Learner, LearnerDestinationandProgression
from engine.ilr.schema import ElementSpec, schema
from steps.apprentice_defaults import with_apprenticeship_defaults
from steps.headings import FAM_TYPES, MONITORING_TYPES, TNP_CODES
from steps.problems import StepError

Fields = dict[str, Any]

_CONTINUING, _COMPLETED, _WITHDRAWN = 1, 2, 3
_ACHIEVED, _NOT_ACHIEVED = 1, 3
_OTHER_REASON = 98
_DATED_CODES = ("ACT",)
_NEEDED = {
    "LearnAimRef": "aim reference",
    "LearnStartDate": "start date",
    "LearnPlanEndDate": "planned end date",
}


@dataclass(slots=True)
class AimDraft:
    """An aim while the scenario still describes it: the name it goes by, and its fields by ILR name.

    ``codes`` are dated funding and monitoring codes, ``finance`` price and payment records, as ILR entities.
    """

    name: str
    fields: Fields
    line: int = 0
    apprenticeship: bool = False
    codes: list[Fields] = field(default_factory=list)
    finance: list[Fields] = field(default_factory=list)


@dataclass(slots=True)
class LearnerDraft:
    """A learner while the scenario still describes them; ``number`` is their place in it, from 1."""

    name: str
    number: int
    fields: Fields = field(default_factory=dict)
    employment: list[Fields] | None = None
    aims: list[AimDraft] = field(default_factory=list)
    destinations: list[Fields] = field(default_factory=list)
    ref: str = ""

    @property
    def learn_ref_number(self) -> str:
        """The learner's reference: as said, else their name in the scenario, else a made-up one."""
        said = self.fields.get("LearnRefNumber")
        if said:
            return str(said)
        return self.name if re.fullmatch(r"[A-Za-z0-9 ]{1,12}", self.name) else f"L{self.number:05}"

    def aim_number(self, aim: AimDraft) -> int:
        """Return an aim's sequence number: as said, else its place in the learner's table."""
        return int(aim.fields.get("AimSeqNumber") or self.aims.index(aim) + 1)


@lru_cache(maxsize=1)
def defaults() -> dict[str, Fields]:
    """Return what a scenario need not say, by kind of record and ILR name (``steps/defaults.yaml``)."""
    import yaml

    loaded: dict[str, Fields] = yaml.safe_load(
        Path(__file__).with_name("defaults.yaml").read_text(encoding="utf-8")
    )
    return loaded


def learner(draft: LearnerDraft, year: FundingYear) -> Learner:
    """Return a learner's ILR record, defaults filled in. Raises StepError naming fields that cannot be."""
    fields = {**defaults()["learner"], **draft.fields}
    starts = [aim.fields["LearnStartDate"] for aim in draft.aims if aim.fields.get("LearnStartDate")]
    first_start = min(starts, default=year.first_day)
    fields["LearnRefNumber"] = draft.learn_ref_number
    fields.setdefault("ULN", made_up_uln(draft.number))
    level, reached = fields.pop("PriorLevel", None), fields.pop("DateLevelApp", None)
    if level is not None and "PriorAttain" not in fields:
        entity = bool(_specs(year.code, "Learner")["PriorAttain"].children)
        reached = reached or first_start - timedelta(days=365)
        fields["PriorAttain"] = [{"PriorLevel": level, "DateLevelApp": reached}] if entity else level
    primary = fields.pop("PrimaryLLDD", None) or ()
    fields["LLDDandHealthProblem"] = [
        {"LLDDCat": int(code), "PrimaryLLDD": 1 if code in primary else None}
        for code in fields.pop("LLDDCat", None) or ()
    ]
    if note := fields.pop("ProvSpecLearnMon", None):
        fields["ProviderSpecLearnerMonitoring"] = [{"ProvSpecLearnMonOccur": "A", "ProvSpecLearnMon": note}]
    employment = draft.employment
    if employment is None:
        apprentice = any(aim.apprenticeship for aim in draft.aims)
        default = dict(defaults()["apprentice employment" if apprentice else "employment"])
        before = timedelta(days=default.pop("days_before_first_aim"))
        benefit = default.pop("BSI", None)
        employment = [{**default, "DateEmpStatApp": first_start - before, "ESM BSI": benefit}]
    fields["LearnerEmploymentStatus"] = [_employment(status) for status in employment]
    fields["LearningDelivery"] = [_aim(draft, aim, year) for aim in draft.aims]
    record: Learner = _made(Learner, fields, f"learner {draft.name}")
    return record


def destination(draft: LearnerDraft, record: Learner) -> LearnerDestinationandProgression | None:
    """Return the destination record of a learner, None when the scenario gives none."""
    if not draft.destinations:
        return None
    after = timedelta(days=defaults()["destination"]["days_collected_after_start"])
    outcomes = []
    uln = record.uln
    for fields in draft.destinations:
        filled = {key: value for key, value in fields.items() if value is not None}
        uln = filled.pop("ULN", uln)
        if "OutStartDate" in filled:
            filled.setdefault("OutCollDate", filled["OutStartDate"] + after)
        outcomes.append(filled)
    fields = {"LearnRefNumber": record.learn_ref_number, "ULN": uln, "DPOutcome": outcomes}
    made: LearnerDestinationandProgression
    made = _made(LearnerDestinationandProgression, fields, f"destination of {draft.name}")
    return made


def _aim(draft: LearnerDraft, aim: AimDraft, year: FundingYear) -> Fields:
    said = aim.fields
    unless_said = defaults()["aim"]
    if aim.apprenticeship:
        others = [one.fields for one in draft.aims if one.apprenticeship and one is not aim]
        unless_said = with_apprenticeship_defaults(said, others, defaults())
    fields = {**unless_said, "AimSeqNumber": draft.aim_number(aim)}
    fams: list[Fields] = []
    dated = {code["LearnDelFAMType"] for code in aim.codes}
    for kind in FAM_TYPES:
        codes = said[f"FAM {kind}"] if f"FAM {kind}" in said else fields.get(kind)
        fields.pop(kind, None)
        if kind in dated and f"FAM {kind}" not in said:
            continue
        for code in (codes,) if isinstance(codes, str) else codes or ():
            fam = {"LearnDelFAMType": kind, "LearnDelFAMCode": code}
            fams.append({**fam, **_from_the_start(kind, said)})
    fams += aim.codes
    if said.get("LSF from"):
        fams.append(
            {
                "LearnDelFAMType": "LSF",
                "LearnDelFAMCode": "1",
                "LearnDelFAMDateFrom": said["LSF from"],
                "LearnDelFAMDateTo": said.get("LSF to"),
            }
        )
    fields.update((key, value) for key, value in said.items() if " " not in key)
    ended = fields.get("LearnActEndDate") is not None
    status = fields.setdefault("CompStatus", _COMPLETED if ended else _CONTINUING)
    if status in (_COMPLETED, _WITHDRAWN) and ended:
        fields.setdefault("Outcome", _ACHIEVED if status == _COMPLETED else _NOT_ACHIEVED)
    if status == _WITHDRAWN:
        fields.setdefault("WithdrawReason", _OTHER_REASON)
    known = _specs(year.code, "LearningDelivery")
    for name in unless_said:
        if name in fields and name not in said and name not in known:
            del fields[name]
    for name, words in _NEEDED.items():
        if fields.get(name) is None:
            raise StepError(f"aim '{aim.name}' has no {words}: fill the column '{words}'", aim.line)
    fields["LearningDeliveryFAM"] = fams
    fields["AppFinRecord"] = [*_prices(said), *aim.finance]
    return {key: value for key, value in fields.items() if value is not None}


def _from_the_start(kind: str, said: Fields) -> Fields:
    """Return the date of a code in the aims table that has to have one: a contract type holds from the start."""
    return {"LearnDelFAMDateFrom": said.get("LearnStartDate")} if kind in _DATED_CODES else {}


def _prices(said: Fields) -> list[Fields]:
    """Return the price records of the aims table, which count from the aim's start."""
    return [
        {"AFinType": "TNP", "AFinCode": code, "AFinDate": said["LearnStartDate"], "AFinAmount": amount}
        for code in TNP_CODES
        if (amount := said.get(f"price TNP{code}")) is not None
    ]


def _employment(status: Fields) -> Fields:
    fields = {key: value for key, value in status.items() if value is not None and not key.startswith("ESM ")}
    fields["EmploymentStatusMonitoring"] = [
        {"ESMType": kind, "ESMCode": status[f"ESM {kind}"]}
        for kind in MONITORING_TYPES
        if status.get(f"ESM {kind}") is not None
    ]
    return fields


def _made(record: type[Any], fields: Fields, what: str) -> Any:
    try:
        return record.model_validate({key: value for key, value in fields.items() if value is not None})
    except ValidationError as error:
        told = dict.fromkeys(
            f"{'.'.join(str(part) for part in one['loc'])} {one.get('input')!r}: {one['msg'].lower()}"
            for one in error.errors()
        )
        raise StepError(f"{what}: {'; '.join(told)}") from None


@lru_cache(maxsize=64)
def _specs(year_code: str, entity: str) -> dict[str, ElementSpec]:
    """Return the children of an entity in a year, by name."""
    return {child.name: child for child in schema(year_code).entity(entity).children}


@lru_cache(maxsize=4096)
def made_up_uln(number: int) -> int:
    """Return a made-up ULN for the learner with this place in the scenario."""
    nine = 190000000 + number * 7
    while (uln := uln_with_check_digit(nine)) is None:
        nine += 1
    return uln
