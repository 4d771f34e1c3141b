"""English and maths within an apprenticeship: monthly instalments and balancing, outside the negotiated price.

Source: FM36 rulebase 2020/21, section 5; apprenticeship rules 4.5.
"""

from decimal import Decimal
from functools import partial

from engine.because import Because
from engine.calendar import index_after, month_index
from engine.money import ONE, ZERO
from engine.programmes.apprenticeships import english_maths_reasons as reasons
from engine.programmes.apprenticeships.additional_work import english_maths_stop
from engine.programmes.apprenticeships.aim import Aim
from engine.programmes.apprenticeships.contract_type import contract_type_of_month, contract_types_of_months
from engine.programmes.apprenticeships.fund_line import first_fund_line_of
from engine.programmes.apprenticeships.lines import TransactionType
from engine.programmes.apprenticeships.person_year import PersonYear
from engine.programmes.apprenticeships.rules import last_day_of
from engine.reference import AimRate, ReferenceData

_HUNDRED = Decimal(100)


class EnglishMaths:
    """An English or maths aim with its numbers. Money is in pounds.

    ``value`` is MathEngAimValue, ``adjustment`` CombinedAdjProp, ``planned`` PlannedNumOnProgInstalm and ``actual``
    ActualNumInstalm, None while the aim goes on. ``stop`` is the month number from which a redundancy of the
    programme ends the instalments, None without.
    """

    __slots__ = ("actual", "adjustment", "aim", "planned", "rate", "start_index", "stop", "stop_day", "value")

    def __init__(self, aim: Aim, reference: ReferenceData) -> None:
        self.aim = aim
        delivery, rules = aim.delivery, aim.rules
        self.rate: AimRate | None = reference.rate(
            delivery.learn_aim_ref, rules.english_maths_rate, aim.adjusted_start
        )
        weighted = None if self.rate is None else self.rate.rate_weighted
        self.value = ZERO if weighted is None else weighted
        self.adjustment = _share(delivery.other_fund_adj) * _share(delivery.prior_learn_fund_adj)
        self.start_index = start = aim.start_index
        in_start_month = month_index(aim.planned_end) == start
        self.planned = 1 if in_start_month else max(0, index_after(aim.planned_end) - start)
        self.stop_day = english_maths_stop(aim)
        self.stop = None if self.stop_day is None else month_index(self.stop_day)
        self.actual = self._count_actual()

    def _count_actual(self) -> int | None:
        end = self.aim.act_end
        if end is None:
            return None
        if self.stop is not None:
            return self.stop - self.start_index
        if self.aim.rules.pays_month_of_short_aim and month_index(end) == self.start_index:
            return 1
        return index_after(end) - self.start_index

    def months_paid(self) -> range:
        """Return the month numbers that earn an instalment, of whatever year."""
        aim = self.aim
        last = aim.planned_end if aim.act_end is None else min(aim.planned_end, aim.act_end)
        after = index_after(last)
        if after <= self.start_index and aim.rules.pays_month_of_short_aim:
            after = self.start_index + 1
        return range(self.start_index, after if self.stop is None else min(after, self.stop))

    @property
    def instalment(self) -> Decimal:
        """One instalment, in pounds."""
        return self.value / self.planned * self.adjustment if self.planned else ZERO

    @property
    def balancing(self) -> Decimal:
        """What is left to pay when the aim is completed before its planned end, in pounds."""
        if not self.aim.completed or self.actual is None or self.planned <= self.actual:
            return ZERO
        return self.value * (self.planned - self.actual) / self.planned * self.adjustment


def english_maths_of(work: PersonYear) -> list[EnglishMaths]:
    """Return the English and maths aims of a person with their numbers, whether or not they qualify."""
    return [EnglishMaths(aim, work.reference) for aim in work.aims if aim.is_english_maths]


def pay_english_maths(work: PersonYear, subjects: list[EnglishMaths]) -> None:
    """Pay the instalments and the balancing of English and maths that fall into the year."""
    for subject in subjects:
        if subject.aim.fund_start and subject.value and subject.planned:
            _pay(work, subject)


def _pay(work: PersonYear, subject: EnglishMaths) -> None:
    rules, aim = work.rules, subject.aim
    instalment = subject.instalment
    line = first_fund_line_of(aim)
    because = Because(reasons.ON_PROGRAMME, partial(reasons.instalment, subject))
    paid = subject.months_paid()
    months = range(max(paid.start, rules.first_index), min(paid.stop, rules.after_index))
    if months:
        work.write_months(
            aim,
            TransactionType.ENGLISH_MATHS_ON_PROGRAMME,
            months,
            instalment,
            because,
            contract_types=contract_types_of_months(aim, months),
            fund_line=line,
            shares=[ONE] * len(months),
        )
    end = aim.act_end
    month = -1 if end is None else month_index(end)
    if rules.first_index <= month < rules.after_index:
        work.write(
            aim,
            TransactionType.ENGLISH_MATHS_BALANCING,
            month,
            subject.balancing,
            last_day_of(month),
            Because(reasons.BALANCING, partial(reasons.balancing, subject)),
            contract_type=contract_type_of_month(aim, month),
            fund_line=line,
        )


def _share(percent: int | None) -> Decimal:
    return ONE if percent is None else Decimal(percent) / _HUNDRED
