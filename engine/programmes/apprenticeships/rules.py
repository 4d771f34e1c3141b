"""The numbers, code lists and readings of a funding year, read from the parameters once for all."""

from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from engine.calendar import FundingYear, Month, month_index
from engine.money import ONE
from engine.parameters import Parameters, Resolved, Subject
from engine.year_rules import YearRules, code_set

SUBJECT = "apprenticeships"


class Rules(YearRules):
    """What holds for a funding year. Values that depend on a date of the programme are asked for with ``on``.

    The readings are told as yes or no: ``prices_carried`` (else prices in force), ``pays_month_of_short_aim``
    (else only months whose last day is reached), ``counts_whatever_pathway`` (else days and uplift of the same
    course), ``english_maths_stop`` (else they go on after a redundancy), ``redundancy_by_month`` (else by day),
    ``uncovered_day_takes_latest`` contract (else none), ``untold_forgo_both`` incentives (else the employer's).
    Amounts are in pounds.
    Raises ParameterError when the year has no value of a parameter that every apprenticeship needs.
    """

    def __init__(self, subject: Subject, year: FundingYear) -> None:
        # Apprenticeships of the reform began within a year: the values of that day hold for the whole of it.
        super().__init__(subject, year, max(year.first_day, _reform_begins(subject)))
        values = self.values
        self.first_index = month_index(year.first_day)
        self.after_index = month_index(year.last_day) + 1
        self.first_day = year.first_day
        self.last_day = year.last_day
        self.months: tuple[Month, ...] = year.months
        self.last_days = tuple(month.last_day for month in self.months)
        self._read_amounts(values, year)
        self._read_codes(values)
        self.prices_carried = values.price_reading == "prices carried over"
        self.pays_month_of_short_aim = values.first_month_reading == "aim within the month"
        self.counts_whatever_pathway = values.course_reading == "whatever the pathway"
        self.english_maths_stop = values.english_maths_redundancy_reading == "stops"
        self.uncovered_day_takes_latest = values.uncovered_day_reading == "latest record"
        self.redundancy_by_month = values.redundancy_reading == "by month"
        self.untold_forgo_both = values.employer_not_told_reading == "both incentives"

    def _read_amounts(self, values: Resolved, year: FundingYear) -> None:
        self.completion_share: Decimal = values.completion_share
        self.uplift_share: Decimal = values.uplift_share
        self.incentive_amount: Decimal = values.incentive_amount
        self.care_leaver_amount: Decimal = values.care_leaver_amount
        self.incentive_share: Decimal = values.incentive_share
        self.disadvantage_share: Decimal = values.disadvantage_share
        self.learning_support_month: Decimal = values.learning_support_month
        self.learning_support_months = int(values.learning_support_months)
        self.first_incentive_day = int(values.first_incentive_day)
        self.second_incentive_day = int(values.second_incentive_day)
        self.care_leaver_day = int(values.care_leaver_day)
        self.care_leaver_from: date = values.care_leaver_from
        self.redundancy_months = int(values.redundancy_months)
        self.redundancy_days = int(values.redundancy_days)
        self.procured_from: date = values.procured_from
        self.years_from: date = values.years_from
        self.first_year = FundingYear.of(self.years_from).start_year
        self.day_before = year.first_day - timedelta(days=1)
        self.adult_age = int(values.adult_age)
        self.young_age_limit = int(values.young_age_limit)
        self.qualifying_days = tuple((int(planned), int(days)) for planned, days in values.qualifying_days)
        self.english_maths_rate: str = values.english_maths_rate
        self.fund_lines: dict[str, str] = values.fund_lines

    def _read_codes(self, values: Resolved) -> None:
        self.funding_models = code_set(values.funding_models)
        self.framework_types = code_set(values.framework_types)
        self.standard_types = code_set(values.standard_types)
        self.apprenticeship_types = self.framework_types | self.standard_types
        self.programme_aim_types = code_set(values.programme_aim_types)
        self.component_aim_types = code_set(values.component_aim_types)
        self.completed_statuses = code_set(values.completed_statuses)
        self.young_codes = code_set(values.young_codes)
        self.plan_codes = code_set(values.plan_codes)
        self.care_leaver_codes = code_set(values.care_leaver_codes)
        self.employer_not_told_codes = code_set(values.employer_not_told_codes)
        self.own_employer_codes = code_set(values.own_employer_codes)
        self.contribution_exempt_codes = code_set(values.contribution_exempt_codes)
        self.not_procured_codes = code_set(values.not_procured_codes)
        self.carry_over_codes = code_set(values.carry_over_codes)
        self.levy_codes = code_set(values.levy_codes)
        self.non_levy_codes = code_set(values.non_levy_codes)
        self.learning_support_codes = code_set(values.learning_support_codes)
        self.small_employer_codes = code_set(values.small_employer_codes)
        self.employed_statuses = code_set(values.employed_statuses)
        self.out_of_work_statuses = code_set(values.out_of_work_statuses)
        self.contribution_codes = code_set(values.contribution_codes)
        self.repaid_codes = code_set(values.repaid_codes)

    def employer_share(self, programme_start: date) -> Decimal:
        """Return the employer's share of the price, by the start of the programme."""
        share: Decimal = self.on("employer_share", programme_start)
        return share

    def government_share(self, programme_start: date) -> Decimal:
        """Return the government's share of the price, by the start of the programme."""
        return ONE - self.employer_share(programme_start)


def _reform_begins(subject: Subject) -> date:
    return subject.values["completion_share"][0].valid_from


@lru_cache(maxsize=64)
def _rules(subject: Subject, year: FundingYear) -> Rules:
    return Rules(subject, year)


def rules_of(parameters: Parameters, year: FundingYear) -> Rules:
    """Return the rules of a funding year; each subject and year is read once."""
    return _rules(parameters.subject(SUBJECT), year)


@lru_cache(maxsize=4_096)
def last_day_of(index: int) -> date:
    """Return the last day of a month number."""
    return Month(index // 12, index % 12 + 1).last_day


def months_before(day: date, months: int) -> date:
    """Return the day so many months earlier (later when negative), at most the last day of that month."""
    last = last_day_of(month_index(day) - months)
    return last if day.day > last.day else last.replace(day=day.day)
