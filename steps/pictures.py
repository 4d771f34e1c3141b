"""Pictures of a scenario's learners, taken from what its World holds at the end.

A source of pictures is a function of the World. Each programme whose results are no plain ledger brings its own.
"""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from engine.calendar import FundingYear, Month
from engine.ledger import Earning, Ledger
from engine.money import ZERO
from steps.apprenticeships.pictures import of_month_ends
from steps.bootcamp_pictures import of_returns
from steps.earning_words import WORDS
from steps.ilr_records import Fields, LearnerDraft
from steps.picture import AIMS, DELIVERY, EARNED_BY_KIND, EPISODES, Bars, Picture, Span, employment
from steps.world import World
from steps.years import years_told

_MOST = 12


def pictures_of(world: World) -> tuple[Picture, ...]:
    """Return a picture of every learner whose money a scenario has worked out, of a dozen at most; else none."""
    found = of_month_ends(world) or of_returns(world) or _of_ledger(world)
    return tuple(one for one in found if any(bars.series for bars in one.bars))[:_MOST]


def years_of(world: World, pictures: Iterable[Picture]) -> tuple[str, ...]:
    """Return the funding years that a scenario is about: the one it says, else those of its learners' money.

    Where there is no money, they are those of returns, statements, or the dates of aims and jobs.
    """
    if world.year is not None:
        return (world.year.label,)
    months = {month for picture in pictures for bars in picture.bars for month in bars.months}
    earned = tuple(sorted({FundingYear.of(month.first_day) for month in months}))
    return tuple(year.label for year in earned or years_told(world))


def _of_ledger(world: World) -> list[Picture]:
    ledger = world.worked_out
    if ledger is None:
        return []
    earned = defaultdict(list)
    for one in ledger.earnings:
        earned[one.ukprn, one.learn_ref_number].append(one)
    drafts = {draft.learn_ref_number: draft for draft in world.learners.values()}
    found = []
    for (_, reference), rows in earned.items():
        draft = drafts.get(reference)
        picture = Picture(draft.name if draft else reference, bars=[_kinds(rows)])
        if draft:
            picture.spans = [*_employment_spans(draft.employment or ()), *_aim_spans(draft)]
        picture.spans += _episode_spans(rows, ledger)
        found.append(picture)
    return found


def _kinds(rows: Iterable[Earning]) -> Bars:
    sums: dict[str, dict[Month, Decimal]] = defaultdict(lambda: defaultdict(lambda: ZERO))
    for one in rows:
        if one.amount:
            sums[WORDS.get(one.attribute, one.attribute)][one.month] += one.amount
    return Bars(EARNED_BY_KIND, DELIVERY, {name: dict(amounts) for name, amounts in sums.items()})


def _employment_spans(statuses: Iterable[Fields]) -> list[Span]:
    """Return employment as it was said, each status until the day before the next."""
    rows = [one for one in statuses if one.get("DateEmpStatApp")]
    return employment([(one["DateEmpStatApp"], one.get("EmpStat"), one.get("EmpId")) for one in rows])


def _aim_spans(draft: LearnerDraft) -> list[Span]:
    spans = []
    for aim in draft.aims:
        first = aim.fields.get("LearnStartDate")
        if first:
            reference = str(aim.fields.get("LearnAimRef") or "")
            label = aim.name if reference in ("", aim.name) else f"{aim.name}, {reference}"
            last, planned = aim.fields.get("LearnActEndDate"), aim.fields.get("LearnPlanEndDate")
            spans.append(Span(AIMS, label, first, last, planned))
    return spans


def _episode_spans(rows: Iterable[Earning], ledger: Ledger) -> list[Span]:
    """Return the price episodes that earn, by the months in which they do."""
    months: dict[str, set[Month]] = defaultdict(set)
    for one in rows:
        if one.price_episode_identifier and one.amount:
            months[one.price_episode_identifier].add(one.month)
    return [
        Span(EPISODES, name, min(found).first_day, max(found).last_day)
        for name, found in sorted(months.items(), key=lambda item: min(item[1]))
    ]
