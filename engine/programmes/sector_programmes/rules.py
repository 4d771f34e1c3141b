"""The parameters of Sector Gateway and SWAP as the modules of this package ask for them.

Source: WMCA coding guidance 2021/22, work experience page; the values are in ``sector_programmes.yaml``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from engine.calendar import FundingYear
from engine.parameters import ParameterError, Parameters, Resolved, published
from engine.setting import Setting
from engine.switches import Switches

SUBJECT = "sector_programmes"

ProgrammeKind = Literal["SG", "SWAP"]
AimKind = Literal["main", "component", "employability", "work_experience", "job_outcome"]


@dataclass(frozen=True, slots=True)
class Band:
    """A work experience aim: the hours it stands for, both ends included, and its base rate in pounds."""

    learn_aim_ref: str
    hours_from: Decimal
    hours_to: Decimal
    base_rate: Decimal


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a code table: whether the ILR item is mandatory, and the clauses that say so."""

    flag: str
    clauses: Mapping[str, str]

    @property
    def is_mandatory(self) -> bool:
        """Whether every aim of the kind carries the item."""
        return self.flag == "mandatory"

    @property
    def clause(self) -> str:
        """The clause of the row itself."""
        return self.clauses["clause"]


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """Everything dated that a funding year's learners are judged by."""

    authority: str
    excused_postcode: str
    source_of_funding: str
    other_authorities: frozenset[str]
    fund_models: tuple[str, ...]
    employment_statuses: tuple[str, ...]
    swap_main: str
    swap_component: str
    sg_component: str
    procured_code: str
    no_benefit_code: str
    outside_area_code: str
    former_claim_codes: frozenset[str]
    sg_main_aims: frozenset[str]
    employability_aim: str
    work_experience: Mapping[str, tuple[Band, ...]]
    larger_work_experience_title: str
    job_outcome_aims: Mapping[str, tuple[Decimal, Decimal | None]]
    job_outcome_days: int
    job_outcome_completion: str
    job_outcome_outcome: str
    embedded_outcome_codes: tuple[str, ...]
    employment_type: str
    employment_codes: tuple[str, ...]
    unemployment_type: str
    destination_overdue_months: int | None
    code_tables: Mapping[str, Mapping[str, Item]]
    swap_codes: frozenset[str]
    programme_codes: frozenset[str]
    marking_codes: frozenset[str]
    kinds_by_ref: Mapping[str, AimKind]

    def code_table(self, programme: ProgrammeKind, kind: AimKind, switches: Switches) -> Mapping[str, Item]:
        """Return the code table of a kind of aim; the SWAP employability table in the reading chosen."""
        name = f"{programme.lower()}_{kind}"
        if name == "swap_employability" and switches.swap_employability_flags == "as_printed":
            name = "swap_employability_as_printed"
        # Sector Gateway knows no further components; one coded so is judged as its employability aim is.
        return self.code_tables[name if name != "sg_component" else "sg_employability"]


def rules_of_year(setting: Setting) -> Rules | None:
    """Return what the setting's funding year is judged by; None for a year before the guidance."""
    return setting.of_year(_rules_of_year)


def _rules_of_year(parameters: Parameters, year: FundingYear) -> Rules | None:
    return _rules(parameters.at(SUBJECT, year.first_day))


def published_rules(day: date) -> Rules:
    """Return the published rules in force on a day. Raises ParameterError for a day before the guidance."""
    return rules_on(published(), day)


def rules_on(parameters: Parameters, day: date) -> Rules:
    """Return the rules in force on a day. Raises ParameterError for a day before the guidance."""
    rules = _rules(parameters.at(SUBJECT, day))
    if rules is None:
        raise ParameterError(f"no value of {SUBJECT}.code_tables on {day.isoformat()}")
    return rules


def banned_claim_codes(parameters: Parameters, day: date) -> tuple[str, ...]:
    """Return the DAM codes that may not claim work experience from a day on, none before there was a ban."""
    return _texts(parameters.at(SUBJECT, day).values.get("banned_claim_codes", ()))


def banned_claim_lines(parameters: Parameters, day: date) -> tuple[str, ...]:
    """Return the lines outside the ILR that may not claim work experience on a day, in lower case."""
    return _texts(
        line.casefold() for line in parameters.at(SUBJECT, day).values.get("banned_claim_lines", ())
    )


def work_experience_purposes(parameters: Parameters, day: date) -> tuple[str, ...]:
    """Return the names of the purpose of a work experience claim, in lower case."""
    names = parameters.at(SUBJECT, day).values.get("work_experience_purposes", ())
    return _texts(name.casefold() for name in names)


@lru_cache(maxsize=32)
def _rules(resolved: Resolved) -> Rules | None:
    if "code_tables" not in resolved.values:
        return None
    work_experience = {
        programme: tuple(
            Band(ref, row["hours_from"], row["hours_to"], row["base_rate"]) for ref, row in rows.items()
        )
        for programme, rows in resolved.work_experience_aims.items()
    }
    codes = resolved.programme_codes
    swap_codes = frozenset((str(codes["swap_main"]), str(codes["swap_component"])))
    programme_codes = swap_codes | {str(codes["sg_component"])}
    kinds: dict[str, AimKind] = {str(resolved.employability_aim): "employability"}
    kinds.update(
        (band.learn_aim_ref, "work_experience") for bands in work_experience.values() for band in bands
    )
    kinds.update((ref, "job_outcome") for ref in resolved.job_outcome_aims)
    overdue_months = resolved.values.get("destination_overdue_months")
    return Rules(
        authority=str(resolved.authority),
        excused_postcode=str(resolved.excused_postcode),
        source_of_funding=str(resolved.source_of_funding),
        other_authorities=frozenset(_texts(resolved.other_authorities)),
        fund_models=_texts(resolved.fund_models),
        employment_statuses=_texts(resolved.employment_statuses),
        swap_main=str(codes["swap_main"]),
        swap_component=str(codes["swap_component"]),
        sg_component=str(codes["sg_component"]),
        procured_code=str(resolved.procured_code),
        no_benefit_code=str(resolved.no_benefit_code),
        outside_area_code=str(resolved.outside_area_code),
        former_claim_codes=frozenset(_texts(resolved.former_claim_codes)),
        sg_main_aims=frozenset(_texts(resolved.sg_main_aims)),
        employability_aim=str(resolved.employability_aim),
        work_experience=work_experience,
        larger_work_experience_title=str(resolved.larger_work_experience_title).casefold(),
        job_outcome_aims={
            ref: (row["age_from"], row["age_to"]) for ref, row in resolved.job_outcome_aims.items()
        },
        job_outcome_days=int(resolved.job_outcome_weeks) * 7,
        job_outcome_completion=str(resolved.job_outcome_completion),
        job_outcome_outcome=str(resolved.job_outcome_outcome),
        embedded_outcome_codes=_texts(resolved.embedded_outcome_codes),
        employment_type=str(resolved.employment_outcomes["type"]),
        employment_codes=_texts(resolved.employment_outcomes["codes"]),
        unemployment_type=str(resolved.unemployment_outcome),
        destination_overdue_months=None if overdue_months is None else int(overdue_months),
        code_tables={
            kind: {name: Item(row["flag"], row) for name, row in rows.items()}
            for kind, rows in resolved.code_tables.items()
        },
        swap_codes=swap_codes,
        programme_codes=programme_codes,
        marking_codes=programme_codes.union(_texts(resolved.former_claim_codes)),
        kinds_by_ref=kinds,
    )


def _texts(values: Iterable[object]) -> tuple[str, ...]:
    return tuple(str(value) for value in values)
