"""The numbers and code lists of a funding year, read from the parameters once for all."""

from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any

from engine.calendar import FundingYear, Month
from engine.money import ONE, calculation_digits
from engine.parameters import Parameters, ParameterValue, Resolved, Subject

SUBJECT = "adult_skills"

_ONE_DAY = timedelta(days=1)


class Rules:
    """What holds for a funding year. Values that depend on an aim's own dates are asked for with a day.

    Raises ParameterError when the year has no value of a parameter that every aim needs.
    """

    def __init__(self, subject: Subject, year: FundingYear) -> None:
        self._subject = subject
        self.year = year
        self.values = values = subject.at(year.first_day)
        self.first_index = month_index(year.first_day)
        self.after_index = month_index(year.last_day) + 1
        self.months: tuple[Month, ...] = year.months
        self.age_day = date(year.start_year, 8, 31)
        with calculation_digits():
            self._work_out_shares(values)
        self._list_codes(values)
        self.fund_lines: dict[str, str] = values.fund_lines
        self.lines_19_plus = (
            self.fund_lines["apprenticeship_19_23"],
            self.fund_lines["apprenticeship_24_plus"],
        )
        self.provider_factors: dict[str, str] = values.provider_factors
        self.qualifying_days: tuple[tuple[int, int], ...] = values.qualifying_days
        self.job_outcome_from: date = values.job_outcome_from
        self.rates_asked_from: date = values.rates_asked_from
        self.factors_asked_from: date = values.factors_asked_from
        self.campus_asked_from: date = values.campus_asked_from
        self.postcode_resources_asked_from: date = values.postcode_resources_asked_from
        self.first_start: date = values.first_start
        self.adult_age = int(values.adult_age)
        self.learning_support_month: Decimal = values.learning_support_month
        self.learning_support_months = int(values.learning_support_months)

    def _work_out_shares(self, values: Resolved) -> None:
        self.achievement_share: Decimal = values.achievement_share
        self.on_programme_share: Decimal = ONE - values.achievement_share
        self.fee_share: Decimal = values.fee_share
        self.cap_before_achievement: Decimal = values.learner_cap * self.on_programme_share
        self.specialist_factor: Decimal = values.specialist_numerator / values.specialist_denominator
        self.functional_skills_factor: Decimal = (ONE - values.functional_skills_reduction) / (
            ONE - values.functional_skills_divisor
        )
        self.age_factor_16_18: Decimal = values.age_factor_16_18
        self.age_factor_19_23: Decimal = values.age_factor_19_23
        self.age_factor_24_plus: Decimal = values.age_factor_24_plus
        self.large_employer_factor: Decimal = values.large_employer_factor
        self.offender_disadvantage_factor: Decimal = values.offender_disadvantage_factor
        self.residential_factor: Decimal = values.residential_factor

    def _list_codes(self, values: Resolved) -> None:
        self.funded_models = _codes(values.funded_models)
        self.initiative_models = _codes(values.initiative_models)
        self.models = self.funded_models | self.initiative_models
        self.programme_aim_types = _codes(values.programme_aim_types)
        self.apprenticeship_types = _codes(values.apprenticeship_types)
        self.traineeship_types = _codes(values.traineeship_types)
        self.completed_statuses = _codes(values.completed_statuses)
        self.achieved_outcomes = _codes(values.achieved_outcomes)
        self.job_outcome_codes = _codes(values.job_outcome_codes)
        self.offender_codes = _codes(values.offender_codes)
        self.procured_ldm = _codes(values.procured_ldm)
        self.procured_dam = _codes(values.procured_dam)
        self.residential_codes = _codes(values.residential_codes)
        self.training_agency_codes = _codes(values.training_agency_codes)
        self.restart_codes = _codes(values.restart_codes)
        self.fully_funded_codes = _codes(values.fully_funded_codes)
        self.learning_support_codes = _codes(values.learning_support_codes)
        self.eligibility_16_18 = _codes(values.eligibility_16_18)
        self.eligibility_19_23 = _codes(values.eligibility_19_23)
        self.eligibility_extended = _codes(values.eligibility_extended)
        self.unfunded_components = _codes(values.unfunded_components)
        self.programme_achievement_components = _codes(values.programme_achievement_components)
        self.functional_skills_components = _codes(values.functional_skills_components)
        self.higher_education_types = _codes(values.higher_education_types)
        self.esol_basic_skills_types = _codes(values.esol_basic_skills_types)
        self.traineeship_free_categories = _codes(values.traineeship_free_categories)
        self.own_agency_source = _codes(values.own_agency_source)
        self.devolved_sources = _codes(values.devolved_sources)
        self.initiative_codes = tuple(int(code) for code in values.initiative_codes)
        self.specialist_weighting = frozenset(values.specialist_weighting)
        self.postcodes_without_factor = frozenset(values.postcodes_without_factor)

    def on(self, name: str, day: date) -> Any:
        """Return a value of an aim's own date. Raises ParameterError when there is none on the day."""
        return getattr(self._subject.at(self._not_too_early(name, day)), name)

    def used(self, *names: str) -> tuple[ParameterValue, ...]:
        """Return values of the year with their dates and sources, for an explanation."""
        return tuple(self.values.used(name) for name in names)

    def used_on(self, name: str, day: date) -> ParameterValue:
        """Return the value of an aim's own date with its dates and source, for an explanation."""
        return self._subject.at(self._not_too_early(name, day)).used(name)

    def _not_too_early(self, name: str, day: date) -> date:
        """Return the day, or the first that the parameter has: a mistyped early date must not stop a file."""
        dated = self._subject.values.get(name)
        return max(day, dated[0].valid_from) if dated else day


@lru_cache(maxsize=64)
def _rules(subject: Subject, year: FundingYear) -> Rules:
    return Rules(subject, year)


def rules_of(parameters: Parameters, year: FundingYear) -> Rules:
    """Return the rules of a funding year; each subject and year is read once."""
    return _rules(parameters.subject(SUBJECT), year)


def month_index(day: date) -> int:
    """Return a number that grows by one each month, so that months can be counted by subtraction."""
    return day.year * 12 + day.month - 1


def index_after(day: date) -> int:
    """Return the month number of the next day."""
    return month_index(day + _ONE_DAY) if day < date.max else month_index(day) + 1


def _codes(texts: tuple[str, ...]) -> frozenset[int]:
    return frozenset(int(text) for text in texts)
