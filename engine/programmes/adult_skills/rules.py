"""The numbers and code lists of a funding year, read from the parameters once for all."""

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from engine.calendar import FundingYear, Month, month_index
from engine.money import ONE, calculation_digits
from engine.parameters import Parameters, Resolved, Subject
from engine.year_rules import YearRules, code_set

SUBJECT = "adult_skills"


class Rules(YearRules):
    """What holds for a funding year. Values that depend on an aim's own dates are asked for with a day.

    Raises ParameterError when the year has no value of a parameter that every aim needs.
    """

    def __init__(self, subject: Subject, year: FundingYear) -> None:
        super().__init__(subject, year, year.first_day)
        values = self.values
        self.first_day, self.last_day = year.first_day, year.last_day
        self.first_index = month_index(year.first_day)
        self.after_index = month_index(year.last_day) + 1
        self.months: tuple[Month, ...] = year.months
        self.age_day = date(year.start_year, 8, 31)
        self.last_days = tuple(month.last_day for month in self.months)
        with calculation_digits():
            self._work_out_shares(values)
        self._list_codes(values)
        self.fund_lines: dict[str, str] = values.fund_lines
        self.lines_19_plus = (
            self.fund_lines["apprenticeship_19_23"],
            self.fund_lines["apprenticeship_24_plus"],
        )
        self.provider_factors: dict[str, str] = values.provider_factors
        # The longest plans first, as they are tried.
        self.qualifying_days: tuple[tuple[int, int], ...] = tuple(reversed(values.qualifying_days))
        self.job_outcome_from: date = values.job_outcome_from
        self.rates_asked_from: date = values.rates_asked_from
        self.factors_asked_from: date = values.factors_asked_from
        self.campus_asked_from: date = values.campus_asked_from
        self.postcode_resources_asked_from: date = values.postcode_resources_asked_from
        self.first_start: date = values.first_start
        self.adult_age = int(values.adult_age)
        self.adults_born_by = self.age_day.replace(year=self.age_day.year - self.adult_age)
        self.learning_support_month: Decimal = values.learning_support_month
        self.learning_support_months = int(values.learning_support_months)
        self.known_marks: dict[int, tuple[object, Any]] = {}

    def _work_out_shares(self, values: Resolved) -> None:
        self.achievement_share: Decimal = values.achievement_share
        self.on_programme_share: Decimal = ONE - values.achievement_share
        self.fee_share: Decimal = values.fee_share
        self.learner_cap: Decimal = values.learner_cap
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
        self.funded_models = code_set(values.funded_models)
        self.initiative_models = code_set(values.initiative_models)
        self.models = self.funded_models | self.initiative_models
        self.programme_aim_types = code_set(values.programme_aim_types)
        self.apprenticeship_types = code_set(values.apprenticeship_types)
        self.traineeship_types = code_set(values.traineeship_types)
        self.completed_statuses = code_set(values.completed_statuses)
        self.achieved_outcomes = code_set(values.achieved_outcomes)
        self.job_outcome_codes = code_set(values.job_outcome_codes)
        self.offender_codes = code_set(values.offender_codes)
        self.procured_ldm = code_set(values.procured_ldm)
        self.procured_dam = code_set(values.procured_dam)
        self.residential_codes = code_set(values.residential_codes)
        self.training_agency_codes = code_set(values.training_agency_codes)
        self.restart_codes = code_set(values.restart_codes)
        self.fully_funded_codes = code_set(values.fully_funded_codes)
        self.learning_support_codes = code_set(values.learning_support_codes)
        self.eligibility_16_18 = code_set(values.eligibility_16_18)
        self.eligibility_19_23 = code_set(values.eligibility_19_23)
        self.eligibility_extended = code_set(values.eligibility_extended)
        self.unfunded_components = code_set(values.unfunded_components)
        self.programme_achievement_components = code_set(values.programme_achievement_components)
        self.functional_skills_components = code_set(values.functional_skills_components)
        self.higher_education_types = code_set(values.higher_education_types)
        self.esol_basic_skills_types = code_set(values.esol_basic_skills_types)
        self.traineeship_free_categories = code_set(values.traineeship_free_categories)
        self.own_agency_source = code_set(values.own_agency_source)
        self.devolved_sources = code_set(values.devolved_sources)
        self.initiative_codes = tuple(int(code) for code in values.initiative_codes)
        self.specialist_weighting = frozenset(values.specialist_weighting)
        self.postcodes_without_factor = frozenset(values.postcodes_without_factor)

    def on(self, name: str, day: date) -> Any:
        """Return a value of an aim's own date. Raises ParameterError when there is none on the day."""
        found = super().on(name, day)
        return getattr(self._at(name, day), name) if found is None else found


@lru_cache(maxsize=64)
def _rules(subject: Subject, year: FundingYear) -> Rules:
    return Rules(subject, year)


def rules_of(parameters: Parameters, year: FundingYear) -> Rules:
    """Return the rules of a funding year; each subject and year is read once."""
    return _rules(parameters.subject(SUBJECT), year)
