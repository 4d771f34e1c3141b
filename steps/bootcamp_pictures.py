"""Pictures of bootcamp learners: milestones as days and as money in the month in which they were earned."""

from collections import defaultdict
from decimal import Decimal

from engine.calendar import Month
from engine.ilr.records import Learner
from engine.money import ZERO
from engine.programmes.bootcamps import Evaluation, MilestonePayment
from steps.picture import Bars, Picture, spans_of
from steps.returns import learner_name, story
from steps.world import WORKED_OUT, World


def of_returns(world: World) -> list[Picture]:
    """Return a picture of each learner with milestones, by provider; none for a scenario without returns."""
    evaluation = world.notes.get(WORKED_OUT)
    if not isinstance(evaluation, Evaluation):
        return []
    paid: dict[tuple[int, str], list[MilestonePayment]] = defaultdict(list)
    for one in evaluation.milestones:
        paid[one.ukprn, one.learn_ref_number].append(one)
    records: dict[tuple[int, str], list[Learner]] = defaultdict(list)
    for returned in sorted(story(world).returned, key=lambda one: (one.closes, one.returned_in)):
        records[returned.ukprn, returned.learner.learn_ref_number].append(returned.learner)
    several = len({ukprn for ukprn, _ in paid}) > 1
    pictures = []
    for (ukprn, reference), milestones in paid.items():
        name = learner_name(world, reference)
        picture = Picture(f"{name}, provider {ukprn}" if several else name)
        picture.spans = spans_of(records[ukprn, reference])
        picture.marks = [(f"{one.milestone} of {one.bootcamp_aim_ref}", one.earned_on) for one in milestones]
        picture.bars = [
            Bars("Earned, by milestone", "month in which it was earned", _sums(milestones, by_return=False)),
            Bars("Payable, by milestone", "month of the return", _sums(milestones, by_return=True)),
        ]
        pictures.append(picture)
    return pictures


def _sums(milestones: list[MilestonePayment], *, by_return: bool) -> dict[str, dict[Month, Decimal]]:
    sums: dict[str, dict[Month, Decimal]] = defaultdict(lambda: defaultdict(lambda: ZERO))
    for one in milestones:
        of_return = one.returned_in.year.first_month.shift(one.returned_in.number - 1)
        sums[one.milestone][of_return if by_return else one.month] += one.amount
    return {name: dict(amounts) for name, amounts in sums.items()}
