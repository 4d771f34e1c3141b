"""What a milestone pays: price times share, less the employer's contribution, in whole pence.

Source: Skills Bootcamps Wave 5 Learner Entry Tool guidance, payment milestone indicators and provider specified info.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from engine.because import Because, Explanation, Rule, Term
from engine.ilr.records import LearningDelivery
from engine.money import ONE, pence
from engine.programmes.bootcamps.contribution import Contribution
from engine.programmes.bootcamps.rows import Milestone, MilestonePayment
from engine.programmes.bootcamps.rules import Rules, clause
from engine.programmes.bootcamps.snapshot import Bootcamp

_SOURCE = "Skills Bootcamps Wave 5 Learner Entry Tool guidance, payment milestone indicators"
_TITLES = {
    "M1": ("Milestone 1, commencement", ("M1-02", "M1-04", "M1-05")),
    "M2": ("Milestone 2, completion and interview offered", ("M2-04", "M2-05", "M2-07", "M2-08", "M2-09")),
    "M3": ("Milestone 3, job offer or equivalent", ("M3-04", "M3-06", "M3-08", "M3-11")),
}
RULES = {
    milestone: Rule(
        id=f"bootcamps.{milestone.lower()}",
        title=title,
        source=f"{_SOURCE}, Milestone {milestone[1]}",
        formula=f"price * milestone_{milestone[1]}_share * (1 - contribution) + rounding",
        clauses=tuple(clause(topic) for topic in (*topics, "READ-02")),
    )
    for milestone, (title, topics) in _TITLES.items()
}


def amount_of(milestone: Milestone, price: Decimal, contribution: Decimal, rules: Rules) -> Decimal:
    """Return what a milestone pays in pounds and pence.

    Milestones 1 and 2 are rounded, a half penny upwards; Milestone 3 is what is left of the rounded whole.
    """
    net = price * (ONE - contribution)
    if milestone != "M3":
        return pence(net * rules.shares[milestone])
    return pence(net) - pence(net * rules.shares["M1"]) - pence(net * rules.shares["M2"])


def because_of(
    milestone: Milestone,
    bootcamp: Bootcamp,
    price: Decimal,
    contribution: Contribution,
    carrier: LearningDelivery,
    earned_on: date,
) -> Because:
    """Return the reason behind a milestone's amount, told on demand."""

    def tell() -> Explanation:
        rules, aim = bootcamp.rules, bootcamp.delivery
        amount = amount_of(milestone, price, contribution.share, rules)
        exact = price * rules.shares[milestone] * (ONE - contribution.share)
        where = "ILR ProvSpecDelMon" if contribution.texts else "no contribution text"
        rest = "to the penny; Milestone 3 makes the three sum to the whole"
        returned = bootcamp.returned.returned_in
        terms = (
            Term("price", price, f"reference bootcamp_aims, UnitPrice of {bootcamp.ref}"),
            Term("contribution", contribution.share, where),
            Term("rounding", amount - exact, rest),
        )
        facts = (
            Term("bootcamp", bootcamp.ref, f"ILR LearnAimRef, {returned.name} of {returned.year.label}"),
            Term("wave", rules.wave, "contract"),
            Term("start", aim.learn_start_date, "ILR LearnStartDate"),
            Term("planned end", aim.learn_plan_end_date, "ILR LearnPlanEndDate"),
            Term("actual end", aim.learn_act_end_date, "ILR LearnActEndDate"),
            Term("completion status", aim.comp_status, "ILR CompStatus"),
            Term("outcome", aim.outcome, "ILR Outcome"),
            Term("carried by", f"{carrier.learn_aim_ref}, aim {carrier.aim_seq_number}", "ILR AimSeqNumber"),
            Term("earned on", earned_on, _EARNED[milestone]),
        )
        names = _PARAMETERS[milestone]
        values = (rules.resolved.used(name) for name in names if name in rules.resolved.values)
        return Explanation(terms, facts, (rules.share(milestone), *values))

    return _because(RULES[milestone], tell)


_WHEN = Rule(
    id="bootcamps.when",
    title="Counts a milestone in the month in which its conditions were met; it is paid in the first return after it",
    source=_SOURCE,
    clauses=tuple(clause(topic) for topic in ("M1-02", "M1-04", "M2-04", "M3-04", "READ-06")),
)
_WAVE = Rule(
    id="bootcamps.wave",
    title="Judges a bootcamp by the wave of the provider's contract",
    source=_SOURCE,
    clauses=(clause("READ-08"), clause("FIELD-UKPRN-02")),
)


def when_because(paid: MilestonePayment) -> Because:
    """Return why a milestone counts in its period and return."""

    def tell() -> Explanation:
        counted = Term("period", paid.period, f"of {paid.month.label}: period 1 is August")
        return Explanation(facts=(*paid.because.explanation().facts, counted))

    return Because(_WHEN, tell)


def wave_because(paid: MilestonePayment) -> Because:
    """Return why a milestone is judged by the rules of its wave."""
    return Because(_WAVE, lambda: Explanation(facts=paid.because.explanation().facts))


_EARNED = {
    "M1": "the start and the qualifying days",
    "M2": "the later of the interview offer and the actual end",
    "M3": "the day of the job offer",
}
_PARAMETERS = {
    "M1": ("qualifying_days", "guided_hours"),
    "M2": ("completion_share",),
    "M3": ("job_offer_months",),
}


def _because(rule: Rule, tell: Callable[[], Explanation]) -> Because:
    return Because(rule, tell)
