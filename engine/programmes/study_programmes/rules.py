"""The parameters of study programmes as the modules of this package ask for them.

The values are in ``study_programmes.yaml``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from engine.calendar import FundingYear
from engine.parameters import Parameters, ParameterValue, Resolved

SUBJECT = "study_programmes"


@dataclass(frozen=True, slots=True)
class Bands:
    """The bands of planned hours of a year with their base rates in pounds.

    ``hours`` are the least hours of each band, in the order in which bands are tried. Fewer than any of them are in
    the ``lowest`` band, whose rate is that of ``full_rate_band`` times hours over ``full_time_hours``.
    """

    hours: Mapping[str, Decimal]
    rates: Mapping[str, Decimal]
    young: frozenset[str]
    adult: frozenset[str]
    lowest: str
    full_rate_band: str
    full_time_hours: Decimal
    sources: Mapping[str, ParameterValue]


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """Everything dated that a funding year's learners are judged by; ``bands`` are None where none are known."""

    study_models: frozenset[int]
    planned_hours_models: frozenset[int]
    placement_aims: frozenset[str]
    study_only_aims: frozenset[str]
    year_aim: str
    placement_modes: tuple[int, ...]
    external_modes: frozenset[int]
    substitute_keeps_hours: bool
    age_month: int
    age_day: int
    adult_age: int
    high_needs_type: str
    high_needs_codes: frozenset[int]
    bands: Bands | None

    def age_date(self, year: FundingYear) -> date:
        """Return the day of a funding year on which the age of a student is taken."""
        return date(year.start_year, self.age_month, self.age_day)


def rules_of_year(parameters: Parameters, year: FundingYear) -> Rules | None:
    """Return the rules of a funding year; None for a year before the first whose files are read."""
    return _rules(parameters.at(SUBJECT, year.first_day))


@lru_cache(maxsize=32)
def _rules(resolved: Resolved) -> Rules | None:
    if "study_models" not in resolved.values:
        return None
    return Rules(
        study_models=_numbers(resolved.study_models),
        planned_hours_models=_numbers(resolved.planned_hours_models),
        placement_aims=frozenset(map(str, resolved.placement_aims)),
        study_only_aims=frozenset(map(str, resolved.study_only_aims)),
        year_aim=str(resolved.year_aim),
        placement_modes=tuple(sorted(_numbers(resolved.placement_modes))),
        external_modes=_numbers(resolved.external_modes),
        substitute_keeps_hours=resolved.values.get("substitute_keeps_hours") == "yes",
        age_month=int(resolved.age_day["month"]),
        age_day=int(resolved.age_day["day"]),
        adult_age=int(resolved.adult_age),
        high_needs_type=str(resolved.high_needs_type),
        high_needs_codes=_numbers(resolved.high_needs_codes),
        bands=_bands(resolved) if {"hours_bands", "band_rates"} <= resolved.values.keys() else None,
    )


def _bands(resolved: Resolved) -> Bands:
    return Bands(
        hours=resolved.hours_bands,
        rates=resolved.band_rates,
        young=frozenset(map(str, resolved.young_bands)),
        adult=frozenset(map(str, resolved.adult_bands)),
        lowest=str(resolved.lowest_band),
        full_rate_band=str(resolved.full_rate_band),
        full_time_hours=resolved.full_time_hours,
        sources={name: resolved.used(name) for name in ("hours_bands", "band_rates", "full_time_hours")},
    )


def _numbers(codes: Iterable[str]) -> frozenset[int]:
    return frozenset(int(code) for code in codes)
