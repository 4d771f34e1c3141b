"""The parameters of a wave of bootcamps as the modules of this package ask for them.

Source: Skills Bootcamps Wave 5 Learner Entry Tool guidance; the values are in ``bootcamps.yaml``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from engine.parameters import ParameterError, Parameters, ParameterValue, Resolved
from engine.reference import ReferenceData
from engine.switches import Switches

SUBJECT = "bootcamps"
CATALOGUE = "WB5"


def clause(topic: str) -> str:
    """Return the id of a clause of the guidance, such as ``WB5-M2-09`` for ``M2-09``."""
    return f"{CATALOGUE}-{topic}"


@dataclass(frozen=True, slots=True)
class Context:
    """What an evaluation is given beside the records.

    ``wave`` names the wave whose rules judge every bootcamp; blank for the wave of the provider's contract.
    """

    reference: ReferenceData
    parameters: Parameters
    switches: Switches
    wave: str = ""


@dataclass(frozen=True, slots=True)
class Destination:
    """A destination code: the outcome it stands for and its categories, the authority's blank without a measure."""

    code: str
    out_type: str
    out_code: int
    means: str
    measure: int | None
    measure_means: str
    national: str
    wmca: str


@dataclass(frozen=True, slots=True)
class Field:
    """A row of the field catalogue. ``missing`` is the code when a mandatory field is not completed."""

    name: str
    entity: str
    mandatory: bool
    validated: bool
    milestones: tuple[str, ...]
    missing: str
    clause: str


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """Everything a wave's bootcamps are judged by."""

    wave: str
    first_day: date
    last_day: date
    resolved: Resolved
    shares: Mapping[str, Decimal]
    qualifying_days: int
    guided_hours: Decimal | None
    completion_share: Decimal
    job_offer_months: int
    milestone_aims: Mapping[str, str]
    contributions: Mapping[str, Decimal]
    contribution_word: str
    small_employer_contribution: str
    minimum_age: int
    authority: str
    unknown_postcode: str
    aim_type: int
    source_of_funding: str
    co_funded: str
    bootcamp_code: str
    low_wage_code: str
    outside_area_code: str
    other_programme_codes: frozenset[str]
    employed: int
    looking: int
    status_unknown: int
    retired_codes: Mapping[str, frozenset[int]]
    outcomes: frozenset[int]
    destination_record_until: date
    destination_record_months: int
    unused_outcome_types: frozenset[str]
    destinations: Mapping[str, Destination]
    destinations_not_applicable: frozenset[str]
    fields: tuple[Field, ...]

    def share(self, milestone: str) -> ParameterValue:
        """Return the share of the price that a milestone pays, with its date and source."""
        return self.resolved.used(f"milestone_{milestone[1]}_share")


def waves(parameters: Parameters) -> Mapping[str, tuple[date, date]]:
    """Return the first and last day of each wave known."""
    return _waves(parameters.at(SUBJECT, date.max))


@lru_cache(maxsize=8)
def _waves(resolved: Resolved) -> Mapping[str, tuple[date, date]]:
    return {str(name): (row["from"], row["to"]) for name, row in resolved.waves.items()}


def rules_of(parameters: Parameters, wave: str) -> Rules:
    """Return the rules of a wave. Raises ParameterError for a wave that is not known."""
    known = waves(parameters)
    if wave not in known:
        raise ParameterError(f"there is no wave '{wave}' of bootcamps; known are {', '.join(known)}")
    first, last = known[wave]
    return _rules(parameters.at(SUBJECT, first), wave, first, last)


def fund_model(parameters: Parameters, day: date) -> int:
    """Return the funding model of an aim that starts on a day."""
    return int(parameters.at(SUBJECT, day).fund_model)


def default_wave(parameters: Parameters, day: date) -> str:
    """Return the wave whose timeframe holds a day, or the one taken where none does."""
    holding = [name for name, (first, last) in waves(parameters).items() if first <= day <= last]
    return holding[0] if holding else str(parameters.at(SUBJECT, date.max).default_wave)


@lru_cache(maxsize=8)
def milestone_references(parameters: Parameters) -> frozenset[str]:
    """Return the references of the milestone aims of every wave."""
    return frozenset(
        ref for wave in waves(parameters) for ref in rules_of(parameters, wave).milestone_aims.values()
    )


@lru_cache(maxsize=16)
def _rules(resolved: Resolved, wave: str, first: date, last: date) -> Rules:
    statuses = resolved.employment_statuses
    return Rules(
        wave=wave,
        first_day=first,
        last_day=last,
        resolved=resolved,
        shares={f"M{number}": resolved.values[f"milestone_{number}_share"] for number in (1, 2, 3)},
        qualifying_days=int(resolved.qualifying_days),
        guided_hours=resolved.values.get("guided_hours"),
        completion_share=resolved.completion_share,
        job_offer_months=int(resolved.job_offer_months),
        milestone_aims=dict(resolved.milestone_aims),
        contributions=dict(resolved.contributions),
        contribution_word=str(resolved.contribution_word),
        small_employer_contribution=str(resolved.small_employer_contribution),
        minimum_age=int(resolved.minimum_age),
        authority=str(resolved.authority),
        unknown_postcode=str(resolved.unknown_postcode),
        aim_type=int(resolved.aim_type),
        source_of_funding=str(resolved.source_of_funding),
        co_funded=str(resolved.co_funded),
        bootcamp_code=str(resolved.bootcamp_code),
        low_wage_code=str(resolved.low_wage_code),
        outside_area_code=str(resolved.outside_area_code),
        other_programme_codes=_texts(resolved.other_programme_codes),
        employed=int(statuses["employed"]),
        looking=int(statuses["looking"]),
        status_unknown=int(statuses["unknown"]),
        retired_codes={kind: frozenset(codes) for kind, codes in resolved.retired_codes.items()},
        outcomes=frozenset(int(code) for code in resolved.outcomes),
        destination_record_until=resolved.destination_record_until,
        destination_record_months=int(resolved.destination_record_months),
        unused_outcome_types=_texts(resolved.unused_outcome_types),
        destinations={str(row["code"]): _destination(row) for row in resolved.destinations},
        destinations_not_applicable=_texts(resolved.destinations_not_applicable),
        fields=tuple(_field(row) for row in resolved.fields),
    )


def _texts(values: Iterable[object]) -> frozenset[str]:
    return frozenset(str(value) for value in values)


def _destination(row: Mapping[str, Any]) -> Destination:
    return Destination(
        row["code"], row["type"], row["outcome"], row["means"], row["measure"], row["measure_means"],
        row["national"], row["wmca"],
    )  # fmt: skip


def _field(row: Mapping[str, Any]) -> Field:
    return Field(
        row["field"], row["entity"], row["mandatory"], row["validated"], tuple(row["milestones"]),
        row["missing"], row["clause"],
    )  # fmt: skip
