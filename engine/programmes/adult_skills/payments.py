"""The monthly payments of an aim: on-programme, balancing, achievement and job outcome."""

from decimal import Decimal
from functools import partial

from engine.because import Because, Rule
from engine.calendar import month_index
from engine.ledger import EarningRun
from engine.money import ZERO
from engine.programmes.adult_skills import explanation
from engine.programmes.adult_skills.aim import Aim
from engine.programmes.adult_skills.instalments import (
    balancing_instalments_of_year,
    later_months,
    starts_in_year,
)

PROGRAMME = "adult_skills"


class Payer:
    """Writes the earnings of one learner's aims."""

    __slots__ = ("_learn_ref_number", "_runs", "_ukprn")

    def __init__(self, ukprn: int, learn_ref_number: str, runs: list[EarningRun]) -> None:
        self._ukprn = ukprn
        self._learn_ref_number = learn_ref_number
        self._runs = runs

    def pay(self, aim: Aim) -> None:
        """Pay an aim what falls into the months of the year."""
        # Without a net value, or before funding starts, every payment would be zero.
        if not aim.net_value or not aim.planned_instalments:
            return
        self._pay_instalments(aim)
        if aim.achieved:
            self._pay_balancing(aim)
        self._pay_outcomes(aim)

    def write(self, aim: Aim, attribute: str, month: int, amount: Decimal, because: Because) -> None:
        """Write one earning, in pounds, for a month number of the year; nothing for no money."""
        self.write_months(aim, attribute, range(month, month + 1), amount, because)

    def write_months(
        self, aim: Aim, attribute: str, months: range, amount: Decimal, because: Because
    ) -> None:
        """Write the same earning, in pounds, for some month numbers of the year; nothing for no money."""
        if not amount or not months:
            return
        self._runs.append(
            EarningRun(
                self._ukprn,
                self._learn_ref_number,
                aim.delivery.aim_seq_number,
                attribute,
                months.start - aim.rules.first_index,
                len(months),
                amount,
                because,
                PROGRAMME,
            )
        )

    def _pay_instalments(self, aim: Aim) -> None:
        one = aim.net_value * aim.rules.on_programme_share
        planned, share, cap = aim.planned_instalments, aim.share_remaining, aim.cap_factor
        if starts_in_year(aim):
            because = Because(explanation.ON_PROGRAMME, partial(explanation.instalments, aim, 2))
            self.write(aim, "OnProgPayment", aim.start_index, one * 2 / planned * share * cap, because)
        later = later_months(aim)
        if later:
            amount = one / planned * share * cap
            because = Because(explanation.ON_PROGRAMME, partial(explanation.instalments, aim, 1))
            self.write_months(aim, "OnProgPayment", later, amount, because)

    def _pay_balancing(self, aim: Aim) -> None:
        count = balancing_instalments_of_year(aim)
        if count:
            amount = aim.net_value * aim.rules.on_programme_share * count / aim.planned_instalments
            amount *= aim.share_remaining * aim.cap_factor
            because = Because(explanation.BALANCING, partial(explanation.balancing, aim))
            self.write(aim, "BalancePayment", aim.act_index, amount, because)

    def _pay_outcomes(self, aim: Aim) -> None:
        rules = aim.rules
        paid = aim.net_value * aim.share_remaining_achievement * aim.cap_factor
        has_job = has_job_outcome(aim)
        job_share = job_outcome_share(aim) if has_job else ZERO
        if aim.achievement_date is not None and rules.first_day <= aim.achievement_date <= rules.last_day:
            rule: Rule = explanation.ACHIEVEMENT_WITH_JOB if has_job else explanation.ACHIEVEMENT
            because = Because(rule, partial(explanation.achievement, aim, job_share))
            month = month_index(aim.achievement_date)
            self.write(aim, "AchievePayment", month, paid * (rules.achievement_share - job_share), because)
        if has_job and rules.first_index <= aim.act_index < rules.after_index:
            because = Because(explanation.JOB_OUTCOME, partial(explanation.job_outcome, aim, job_share))
            self.write(aim, "EmpOutcomePay", aim.act_index, paid * job_share, because)


def has_job_outcome(aim: Aim) -> bool:
    """Say whether an aim that ended has a job outcome that is paid, achieved or not.

    Source: FM35 rulebase 2020/21, job outcome.
    """
    rules = aim.rules
    return (
        aim.delivery.emp_outcome in rules.job_outcome_codes
        and aim.fund_start
        and not aim.is_apprenticeship
        and not aim.offender
        and not (aim.is_traineeship and aim.is_programme_aim)
        and aim.act_end is not None
        and aim.act_end >= rules.job_outcome_from
    )


def job_outcome_share(aim: Aim) -> Decimal:
    """Return the share of the value that a job outcome earns."""
    values = aim.rules.values
    share: Decimal = values.covid_job_outcome_share if aim.covid_offer else values.job_outcome_share
    return share


def achievement_element(aim: Aim) -> Decimal:
    """Return AchieveElement: the achievement share of the net value, whether or not it is paid."""
    element = aim.net_value * aim.rules.achievement_share * aim.cap_factor
    return element * aim.share_remaining_achievement
