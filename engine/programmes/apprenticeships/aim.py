"""One aim of an apprenticeship as the rules see it: what it is, when it ran, and what its records say."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from engine.calendar import month_index
from engine.ilr.records import AppFinRecord, LearningDelivery, LearningDeliveryFAM
from engine.programmes.apprenticeships.course import Course
from engine.programmes.apprenticeships.rules import Rules

if TYPE_CHECKING:
    from engine.programmes.apprenticeships.person import LearnerRecord
    from engine.programmes.apprenticeships.programme import Programme
    from engine.programmes.apprenticeships.redundancy import Redundancy


class Aim:
    """An aim of funding model 36 in the year that is worked out.

    ``record`` is the learner's record it stands in (provider, reference, employment statuses). ``course`` is its
    standard or framework, ``app`` the app identifier with which episodes are named. ``adjusted_start`` is the
    original start where there is one. ``end`` is E of the rulebase: the completion date of a completed aim, else
    the actual end, None while it goes on. ``start_index`` and ``end_index`` are the month numbers of start and E, -1
    without E. ``fund_start`` says whether it qualifies for funding. ``eef`` and
    ``ldm`` are its codes as numbers; ``act_records`` (with a from-date, by that date), ``support_records``, ``prices``
    (TNP) and ``employer_payments`` (PMR) are its records. ``programme`` is what holds for all aims of its
    programme. ``contracts`` are kind, first and last day of the contract records, once they are asked for.
    ``small_employer_days`` are first and last day (None is open) of each waiver of a small employer.
    ``redundancies`` and ``stop_day`` (the first day after 12 weeks of redundancy, None without) are those of the
    programme aim. ``is_english_maths`` is set by the reference data. ``government_share`` is the share without waiver
    or cover; ``pays_at_end`` (balancing or completion) and ``pays_instalment`` say what it earns in the year.

    Source: FM36 rulebase 2020/21, section 2.
    """

    __slots__ = (
        "act_end",
        "act_records",
        "actual_days",
        "adjusted_start",
        "age",
        "app",
        "completed",
        "completion_date",
        "contracts",
        "course",
        "delivery",
        "eef",
        "employer_payments",
        "end",
        "end_index",
        "fund_start",
        "government_share",
        "is_apprenticeship",
        "is_component",
        "is_english_maths",
        "is_framework",
        "is_programme_aim",
        "is_standard",
        "ldm",
        "pays_at_end",
        "pays_instalment",
        "planned_days",
        "planned_end",
        "prices",
        "programme",
        "qualifying_days",
        "record",
        "redundancies",
        "rules",
        "small_employer_days",
        "start",
        "start_index",
        "stop_day",
        "support_records",
        "young_at_start",
    )

    programme: Programme
    government_share: Decimal
    age: int | None
    young_at_start: bool

    def __init__(self, delivery: LearningDelivery, record: LearnerRecord, rules: Rules) -> None:
        self.delivery = delivery
        self.record = record
        self.rules = rules
        self.start = start = delivery.learn_start_date
        self.adjusted_start = delivery.orig_learn_start_date or start
        self.planned_end = planned = delivery.learn_plan_end_date
        self.act_end = actual = delivery.learn_act_end_date
        prog_type = delivery.prog_type
        self.is_framework = prog_type in rules.framework_types
        self.is_standard = prog_type in rules.standard_types
        self.is_apprenticeship = self.is_framework or self.is_standard
        self.is_programme_aim = self.is_apprenticeship and delivery.aim_type in rules.programme_aim_types
        self.is_component = delivery.aim_type in rules.component_aim_types
        self.is_english_maths = False
        self.course = Course.of(delivery)
        self.app = self.course.identifier
        self.planned_days = (planned - start).days + 1
        self.actual_days = 0 if actual is None else (actual - start).days + 1
        self.qualifying_days = _qualifying(self.planned_days, rules)
        self.completed, self.completion_date = _completion(self, delivery)
        self.end = end = self.completion_date if self.completed else actual
        self.start_index = month_index(start)
        self.end_index = -1 if end is None else month_index(end)
        self.fund_start = self.is_apprenticeship and (
            actual is None or self.completed or self.actual_days >= self.qualifying_days
        )
        self._read_codes(delivery)
        self._read_finance(delivery)
        self.redundancies: tuple[Redundancy, ...] = ()
        self.stop_day: date | None = None
        self.pays_at_end = self.pays_instalment = False
        self.small_employer_days: list[tuple[date, date | None]] = []

    def _read_codes(self, delivery: LearningDelivery) -> None:
        eef: list[int] = []
        ldm: list[int] = []
        acts: list[LearningDeliveryFAM] = []
        support: list[LearningDeliveryFAM] = []
        for fam in delivery.learning_delivery_fam:
            kind = fam.learn_del_fam_type
            if kind == "ACT":
                if fam.learn_del_fam_date_from is not None:
                    acts.append(fam)
            elif kind == "LDM" or kind == "EEF" or kind == "LSF":
                code = fam.learn_del_fam_code
                if not code.isdecimal():
                    continue
                if kind == "LDM":
                    ldm.append(int(code))
                elif kind == "EEF":
                    eef.append(int(code))
                elif int(code) in self.rules.learning_support_codes:
                    support.append(fam)
        if len(acts) > 1:
            acts.sort(key=_from_date)
        self.eef = frozenset(eef) if eef else _NONE
        self.ldm = frozenset(ldm) if ldm else _NONE
        self.act_records = acts
        self.contracts: tuple[tuple[int, date, date | None], ...] | None = None
        self.support_records = support

    def _read_finance(self, delivery: LearningDelivery) -> None:
        prices: list[AppFinRecord] = []
        payments: list[AppFinRecord] = []
        for finance in delivery.app_fin_record:
            if finance.a_fin_type == "TNP":
                prices.append(finance)
            elif finance.a_fin_type == "PMR":
                payments.append(finance)
        self.prices = prices
        self.employer_payments = payments

    @property
    def ukprn(self) -> int:
        """The provider that returns the aim."""
        return self.record.ukprn

    @property
    def learn_ref_number(self) -> str:
        """The learner's reference with the provider."""
        return self.record.learn_ref_number

    @property
    def aim_seq_number(self) -> int:
        """The aim's number within the learner's record."""
        return self.delivery.aim_seq_number


_NONE: frozenset[int] = frozenset()


def _from_date(record: LearningDeliveryFAM) -> date:
    assert record.learn_del_fam_date_from is not None
    return record.learn_del_fam_date_from


def _qualifying(planned_days: int, rules: Rules) -> int:
    found = 1
    for least, days in rules.qualifying_days:
        if planned_days >= least:
            found = days
    return found


def _completion(aim: Aim, delivery: LearningDelivery) -> tuple[bool, date | None]:
    """Return whether the aim is completed, and its completion date. Source: the same section, #125 and #126."""
    rules, actual = aim.rules, aim.act_end
    if actual is None or delivery.comp_status not in rules.completed_statuses:
        return False, None
    if aim.is_framework or aim.is_component or not rules.on("achievement_date_needed", actual):
        return True, actual
    if delivery.ach_date is None:
        return False, None
    return True, delivery.ach_date if aim.is_standard and aim.is_programme_aim else actual
