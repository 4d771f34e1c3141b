"""One aim as the rules see it: what it is, when it ran, and what was worked out for it."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from engine.calendar import age_on, index_after, month_index
from engine.ilr.records import LearningDelivery, LearningDeliveryFAM
from engine.money import ONE, ZERO
from engine.programmes.adult_skills.rules import Rules
from engine.reference import AimRate, OrganisationFactor, PostcodeFactor


class Aim:
    """An aim of funding model 35 or 81 while it is worked out. Money is in pounds."""

    __slots__ = (
        "achieved",
        "achievement_date",
        "act_end",
        "act_index",
        "actual_instalments",
        "adjusted_start",
        "age_factor",
        "area_factor",
        "area_row",
        "basic_skills_type",
        "birth",
        "cap_factor",
        "codes",
        "common_component",
        "component_type",
        "covid_offer",
        "delivery",
        "disadvantage_factor",
        "disadvantage_row",
        "esol_addition",
        "fee",
        "functional_skills_factor",
        "fund_line",
        "fund_start",
        "higher_education",
        "is_apprenticeship",
        "is_programme_aim",
        "is_restart",
        "is_traineeship",
        "large_employer_factor",
        "line_key",
        "marks",
        "needs_rate",
        "net_value",
        "offender",
        "plan_stop_index",
        "planned_days",
        "planned_instalments",
        "programme_start",
        "qualifying_days",
        "rate_category",
        "rate_day",
        "rate_row",
        "residential_factor",
        "residential_row",
        "rules",
        "share_remaining",
        "share_remaining_achievement",
        "specialist_factor",
        "specialist_reason",
        "start",
        "start_index",
        "stop_index",
        "unweighted_rate",
        "unweighted_value",
        "value",
        "weighted_rate",
        "weighting_factor",
    )  # fmt: skip

    fund_line: str
    birth: date | None
    value: Decimal
    unweighted_value: Decimal
    fee: Decimal
    net_value: Decimal
    share_remaining: Decimal
    share_remaining_achievement: Decimal
    achievement_date: date | None

    def __init__(self, delivery: LearningDelivery, rules: Rules) -> None:
        self.delivery = delivery
        self.rules = rules
        self.marks = marks = marks_of(delivery, rules)
        self.codes = marks.codes
        self.start = start = delivery.learn_start_date
        self.adjusted_start = delivery.orig_learn_start_date or start
        self.programme_start = self.adjusted_start
        prog_type = delivery.prog_type
        self.is_apprenticeship = prog_type in rules.apprenticeship_types
        self.is_traineeship = prog_type in rules.traineeship_types
        self.is_programme_aim = delivery.aim_type in rules.programme_aim_types
        self.is_restart = marks.is_restart
        self.offender = marks.offender
        self.covid_offer = "LDM" in marks.codes and self._has_covid_offer()
        self.act_end = delivery.learn_act_end_date
        self.achieved = is_achieved(delivery, rules)
        self._count_months()
        self.component_type: int | None = None
        self.common_component: int | None = None
        self.basic_skills_type: int | None = None
        self.higher_education = False
        self.fund_start = False
        self.line_key = "none"
        self.needs_rate = False
        self.rate_row: AimRate | None = None
        self.rate_category = ""
        self.rate_day = start
        self.weighted_rate = self.unweighted_rate = self.esol_addition = ZERO
        self.weighting_factor = ""
        self.area_row: PostcodeFactor | None = None
        self.disadvantage_row: PostcodeFactor | None = None
        self.residential_row: OrganisationFactor | None = None
        self.specialist_reason = ""
        self.age_factor = self.area_factor = self.disadvantage_factor = ONE
        self.specialist_factor = self.residential_factor = ONE
        self.large_employer_factor = self.functional_skills_factor = self.cap_factor = ONE

    def has(self, kind: str, wanted: frozenset[int]) -> bool:
        """Say whether the aim has one of some codes of a funding and monitoring type."""
        return _has(self.codes, kind, wanted)

    def _has_covid_offer(self) -> bool:
        codes = self.codes["LDM"]
        return any(int(code) in codes for code in self.rules.on("covid_offer_codes", self.adjusted_start))

    @property
    def age(self) -> int | None:
        """The learner's age at the aim's start, of an apprenticeship at its programme's; None without date of birth."""
        day = self.programme_start if self.is_apprenticeship else self.adjusted_start
        return None if self.birth is None else age_on(self.birth, day)

    def _count_months(self) -> None:
        """Find the months of start and end; ``stop_index`` is the first later month without an instalment."""
        planned = self.delivery.learn_plan_end_date
        actual = self.act_end
        last = planned if actual is None or actual > planned else actual
        self.start_index = month_index(self.start)
        self.stop_index = index_after(last)
        self.plan_stop_index = self.stop_index if last == planned else index_after(planned)
        self.act_index = -1 if actual is None else month_index(actual)
        self.planned_days = (planned - self.start).days + 1
        for least, days in self.rules.qualifying_days:
            if self.planned_days >= least or least == 0:
                self.qualifying_days = days
                break
        self.planned_instalments = self.actual_instalments = 0


Codes = Mapping[str, AbstractSet[int]]
"""Funding and monitoring codes by type, as numbers."""


class Marks(NamedTuple):
    """What the funding and monitoring codes of an aim say of it."""

    codes: Codes
    is_restart: bool
    offender: bool
    procured: bool
    own_agency: bool
    devolved: bool
    residential: bool
    fully_funded: bool
    has_support: bool


_MOST_KNOWN = 4_096


def marks_of(delivery: LearningDelivery, rules: Rules) -> Marks:
    """Return what an aim's funding and monitoring codes say of it."""
    records = delivery.learning_delivery_fam
    # By the identity of the records, which are held so that it stays theirs: a reader gives aims with the same codes
    # the same records, and they never change.
    known = rules.known_marks.get(id(records))
    if known is not None and known[0] is records:
        found: Marks = known[1]
        return found
    marks = _marks(codes_of(records), rules)
    if len(rules.known_marks) < _MOST_KNOWN:
        rules.known_marks[id(records)] = records, marks
    return marks


def _marks(codes: Codes, rules: Rules) -> Marks:
    return Marks(
        codes,
        is_restart=_has(codes, "RES", rules.restart_codes),
        offender=_has(codes, "LDM", rules.offender_codes),
        procured=_has(codes, "LDM", rules.procured_ldm) or _has(codes, "DAM", rules.procured_dam),
        own_agency=_has(codes, "SOF", rules.own_agency_source),
        devolved=_has(codes, "SOF", rules.devolved_sources),
        residential=_has(codes, "LDM", rules.residential_codes),
        fully_funded=_has(codes, "FFI", rules.fully_funded_codes),
        has_support=_has(codes, "LSF", rules.learning_support_codes),
    )


def _has(codes: Codes, kind: str, wanted: frozenset[int]) -> bool:
    found = codes.get(kind)
    return found is not None and not wanted.isdisjoint(found)


def codes_of(records: tuple[LearningDeliveryFAM, ...]) -> Codes:
    """Return funding and monitoring codes by type, as numbers: 034 and 34 are the same code."""
    found: dict[str, set[int]] = {}
    for fam in records:
        code = fam.learn_del_fam_code
        if code.isdecimal():
            kind = fam.learn_del_fam_type
            if kind in found:
                found[kind].add(int(code))
            else:
                found[kind] = {int(code)}
    return found


def is_achieved(delivery: LearningDelivery, rules: Rules) -> bool:
    """Say whether an aim is completed and achieved. Source: FM35 rulebase 2020/21 #163."""
    return (
        delivery.comp_status in rules.completed_statuses
        and delivery.outcome in rules.achieved_outcomes
        and delivery.learn_act_end_date is not None
    )
