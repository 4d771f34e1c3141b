"""Steps that ask what is earned: month by month, in all, or nothing; and the values behind an aim's money."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from engine.calendar import FundingYear, Month
from engine.ledger import Earning, total
from engine.money import ZERO, pence
from steps.compare import money_cell
from steps.earning_figures import Choice, chosen, episode_named, figure, sum_of_rows
from steps.earning_kinds import EARNING, TOTAL, Kind
from steps.earning_words import WORDS
from steps.headings import LEARNER_COLUMN
from steps.ilr_records import AimDraft, LearnerDraft
from steps.month_tables import MonthRow, MonthTable
from steps.problems import StepError, listed, nearest, of_each
from steps.registry import step
from steps.results import CellResult
from steps.tables import Column, Record, RecordTable, plain
from steps.world import World

AIM_COLUMN = Column("aim", "aim", help="The aim's name in this scenario, its number, or its aim reference.")
EARNING_COLUMN = Column(
    "earning", "earning", EARNING, ("type", "payment"), "The kind of money; all kinds together as total."
)
EPISODE_COLUMN = Column(
    "price episode",
    "price episode",
    help="A price episode of an apprenticeship, by its identifier or the day it starts on.",
    aliases=("PriceEpisodeIdentifier",),
    everyday=False,
)

EARNINGS_TABLE = MonthTable(
    RecordTable((LEARNER_COLUMN, AIM_COLUMN, EARNING_COLUMN, EPISODE_COLUMN), what="heading")
)


def find_aim(draft: LearnerDraft, written: str) -> AimDraft:
    """Return an aim by its name, number or reference. Raises StepError with the nearest name."""
    wanted = plain(written)
    for aim in draft.aims:
        if plain(aim.name) == wanted or wanted in (
            f"aim {draft.aim_number(aim)}",
            str(draft.aim_number(aim)),
        ):
            return aim
    by_reference = [aim for aim in draft.aims if plain(str(aim.fields.get("LearnAimRef"))) == wanted]
    if len(by_reference) == 1:
        return by_reference[0]
    if by_reference:
        raise StepError(
            f"{draft.name} has {len(by_reference)} aims {written}: give them names in a column 'aim'"
        )
    names = [aim.name for aim in draft.aims]
    raise StepError(
        f"{draft.name} has no aim '{written}'{nearest(written, names)} (known: {listed(names) or 'none'})"
    )


def aim_of(world: World, row: Record) -> tuple[LearnerDraft | None, int | None]:
    """Return the learner and aim number that a row's labels name; None for what they leave open."""
    name = row.get("learner")
    try:
        draft = world.learner(name) if name or len(world.learners) == 1 else None
    except StepError as error:
        raise StepError(str(error), *row.place("learner")) from None
    written = row.get("aim")
    if written is None:
        return draft, None
    try:
        if draft is None:
            owners = [
                one
                for one in world.learners.values()
                if any(plain(aim.name) == plain(written) for aim in one.aims)
            ]
            draft = owners[0] if len(owners) == 1 else world.learner(None)
        return draft, draft.aim_number(find_aim(draft, written))
    except StepError as error:
        raise StepError(str(error), *row.place("aim")) from None


def episode_of(world: World, row: Record, draft: LearnerDraft | None) -> str | None:
    """Return the price episode that a row names, None for one that names none. Raises StepError at its cell."""
    written = row.get("price episode")
    if written is None:
        return None
    try:
        return episode_named(world.ledger(), written, draft.learn_ref_number if draft else None)
    except StepError as error:
        raise StepError(str(error), *row.place("price episode")) from None


def _choice(draft: LearnerDraft | None, aim: int | None, kind: Kind, episode: str | None = None) -> Choice:
    return Choice(draft.learn_ref_number if draft else None, aim, kind, episode)


@step("the earnings are:", table=EARNINGS_TABLE)
@step("the earnings and payments are:", table=EARNINGS_TABLE)
def earnings_are(world: World, rows: Sequence[MonthRow]) -> None:
    """Compares earnings month by month; exactly the rows and months shown are checked."""
    owners = of_each(lambda row: aim_of(world, row.labels), rows)
    world.compares = any(row.cells for row in rows)
    world.earnings()
    ledger = world.ledger()
    for row, (draft, aim) in zip(rows, owners, strict=True):
        kind = row.labels.get("earning") or TOTAL
        choice = _choice(draft, aim, kind, episode_of(world, row.labels, draft))
        by_month: dict[Month, list[Earning]] = defaultdict(list)
        for earning in chosen(ledger, choice):
            by_month[earning.month].append(earning)
        for cell in row.cells:
            found = by_month.get(cell.month, [])
            if not kind.part:
                world.checked_earnings.update(id(earning) for earning in found)
            try:
                came_out = figure(ledger, choice, found)
            except StepError as error:
                raise StepError(str(error), cell.line, cell.column) from None
            world.cells.append(
                money_cell(
                    line=cell.line,
                    row=row.label,
                    column=cell.heading,
                    written=cell.written,
                    expected=cell.amount,
                    actual=came_out.amount,
                    because=came_out.because,
                )
            )


@step("nothing else is earned")
def nothing_else_is_earned(world: World) -> None:
    """Nothing is earned beside the figures that the tables above have checked."""
    others = [
        row for row in world.earnings() if id(row) not in world.checked_earnings and pence(row.amount) != ZERO
    ]
    world.expect([_not_earned(world, others)])


@step("nothing is earned")
def nothing_is_earned(world: World) -> None:
    """No learner of the scenario earns anything in the year."""
    world.expect([_not_earned(world, [row for row in world.earnings() if row.amount != ZERO])])


@step("nothing is earned for {aim:text}")
def nothing_is_earned_for(world: World, aim: str) -> None:
    """The aim earns nothing in the year."""
    draft, number = aim_of(world, Record({"aim": aim}, 0))
    world.earnings()
    rows = [row for row in chosen(world.ledger(), _choice(draft, number, TOTAL)) if row.amount != ZERO]
    world.expect([_not_earned(world, rows)])


def _not_earned(world: World, rows: Sequence[Earning]) -> CellResult:
    actual = ", ".join(
        f"{pence(row.amount):.2f} {WORDS.get(row.attribute, row.attribute)} in {row.month.label}"
        f" ({_earner(row)}{f' of {row.learn_ref_number}' if len(world.learners) > 1 else ''})"
        for row in rows
    )
    because = tuple(sum_of_rows(rows).because)
    return CellResult(0, "earnings", "", "nothing", actual or "nothing", not rows, because)


def _earner(row: Earning) -> str:
    return row.price_episode_identifier or f"aim {row.aim_seq_number}"


@step("the earnings in all are {amount:money}")
@step("the earnings of the year are {amount:money}")
def earnings_in_all(world: World, amount: Decimal) -> None:
    """The sum of all earnings of the year."""
    rows = world.earnings()
    world.expect(
        [
            money_cell(
                line=0,
                row="earnings of the year",
                column="",
                written=f"{amount:.2f}",
                expected=amount,
                actual=total(rows),
                because=sum_of_rows(rows).because,
            )
        ]
    )


@step("{aim:text} earns {amount:money} of {kind:earning} in {month:month}")
@step("{aim:text} earns {amount:money} in {month:month}")
def earns_in(world: World, aim: str, amount: Decimal, month: Month, kind: Kind = TOTAL) -> None:
    """What one aim earns in one month."""
    draft, number = aim_of(world, Record({"aim": aim}, 0))
    world.earnings()
    choice = _choice(draft, number, kind)
    rows = chosen(world.ledger(), choice, month)
    if not kind.part:
        world.checked_earnings.update(id(row) for row in rows)
    came_out = figure(world.ledger(), choice, rows)
    world.expect(
        [
            money_cell(
                line=0,
                row=aim,
                column=month.label,
                written=f"{amount:.2f}",
                expected=amount,
                actual=came_out.amount,
                because=came_out.because,
            )
        ]
    )


@step("the earnings are worked out", compares=False)
@step("the earnings of {year:funding_year} are worked out", compares=False)
def earnings_are_worked_out(world: World, year: FundingYear | None = None) -> None:
    """Works out the earnings and findings of every learner; with a year, of that funding year."""
    if year is not None and year != world.year:
        world.year = year
        world.changed()
    world.ledger()
