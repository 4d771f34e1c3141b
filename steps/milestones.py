"""Steps that ask what returns give: the milestones paid, and the no-pay report of each return."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from engine.because import Because
from engine.calendar import Return
from engine.programmes.bootcamps import MilestonePayment, NoPay
from engine.programmes.bootcamps.payment import wave_because, when_because
from steps import cells
from steps.bootcamps import reference_of
from steps.compare import money_cell, text_cells, value_cell
from steps.headings import LEARNER_COLUMN
from steps.problems import CellError, StepError, of_each
from steps.registry import step
from steps.results import CellResult
from steps.returns import aim_name, evaluation, learner_name, told_return
from steps.tables import Column, Record, RecordTable, plain
from steps.world import World


def milestone(written: str, year: Any = None) -> str:
    """Read a milestone: ``M1``, ``1`` or ``Milestone 1``."""
    number = plain(written).removeprefix("milestone").removeprefix("m").strip()
    if number not in ("1", "2", "3"):
        raise CellError(f"'{written}' is not a milestone: write M1, M2 or M3")
    return f"M{number}"


RETURN_COLUMN = Column("return", "return", cells.return_of_year, help="Return, such as R10 of 2023/24.")
PROVIDER_COLUMN = Column("provider", "ukprn", cells.whole_number, ("UKPRN",), "UKPRN of the provider.")

MILESTONES = RecordTable((
    LEARNER_COLUMN,
    PROVIDER_COLUMN,
    Column("bootcamp", "bootcamp", help="Name or aim reference of the bootcamp."),
    Column("milestone", "milestone", milestone, help="M1, M2 or M3.", required=True),
    Column("amount", "amount", cells.money, help="Sum in pounds."),
    RETURN_COLUMN,
    Column("period", "period", cells.whole_number, help="Period in which it was earned, 1 to 12."),
    Column("earned on", "earned_on", cells.day, help="Day on which it was earned."),
    Column("wave", "wave", help="Wave whose rules judged it."),
))  # fmt: skip

NO_PAY = RecordTable((
    LEARNER_COLUMN,
    PROVIDER_COLUMN,
    Column("aim", "aim", help="Name of the aim; '-' where the reason concerns the learner."),
    Column("milestone", "milestone", milestone, help="Milestone; '-' where the reason concerns all of the aim."),
    Column("reason", "code", help="Code of the reason.", required=True),
    Column("field", "field", help="ILR field that is concerned."),
    Column("found", "found", help="What the record holds."),
    Column("expected", "expected", help="What was expected."),
    Column("clause", "clause", help="Clause of the guidance."),
))  # fmt: skip


@step("the milestones are:", table=MILESTONES)
@step("the milestone is:", table=MILESTONES)
def milestones_are(world: World, rows: Sequence[Record]) -> None:
    """Compares milestones paid; exactly the rows and columns shown are checked."""
    learners = of_each(lambda row: learner_of(world, row), rows)
    result = evaluation(world)
    for row, who in zip(rows, learners, strict=True):
        label = label_of(row)
        candidates = [
            one
            for one in result.milestones
            if id(one) not in _checked(world)
            and one.milestone == row["milestone"]
            and who in (None, one.learn_ref_number)
            and row.get("ukprn", one.ukprn) == one.ukprn
            and (row.get("bootcamp") is None or _reference(world, row["bootcamp"]) == one.bootcamp_aim_ref)
        ]
        line, _ = row.place("milestone")
        if not candidates:
            near = _why_not(result.no_pay, who, row["milestone"])
            world.cells.append(
                CellResult(line, label, row.heading("milestone"), row["milestone"], f"not paid{near}", False)
            )
            continue
        paid = max(candidates, key=lambda one: one.returned_in == row.get("return"))
        _checked(world).add(id(paid))
        world.cells.append(
            CellResult(
                line,
                label,
                row.heading("milestone"),
                row["milestone"],
                paid.milestone,
                True,
                (when_because(paid),),
            )
        )
        _compare_payment(world, row, paid, label)


def _compare_payment(world: World, row: Record, paid: MilestonePayment, label: str) -> None:
    if row.get("amount") is not None:
        line, _ = row.place("amount")
        world.cells.append(
            money_cell(
                line=line,
                row=label,
                column=row.heading("amount"),
                written=f"{row['amount']:f}",
                expected=row["amount"],
                actual=paid.amount,
                because=(paid.because,),
            )
        )
    when = when_because(paid)
    shown: tuple[tuple[str, Any, Callable[[Any], str], Because], ...] = (
        ("return", paid.returned_in, told_return, when),
        ("period", paid.period, str, when),
        ("earned_on", paid.earned_on, lambda day: f"{day:%d/%m/%Y}", when),
        ("wave", paid.wave, str, wave_because(paid)),
    )
    for name, actual, tell, because in shown:
        if row.get(name) is not None:
            line, _ = row.place(name)
            world.cells.append(
                value_cell(
                    line=line,
                    row=label,
                    column=row.heading(name),
                    expected=tell(row[name]),
                    actual=tell(actual),
                    because=(because,),
                )
            )


@step("nothing else is paid")
def nothing_else_is_paid(world: World) -> None:
    """There are no milestones beside those checked above."""
    _no_payments(world, [one for one in evaluation(world).milestones if id(one) not in _checked(world)])


@step("nothing is paid")
def nothing_is_paid(world: World) -> None:
    """No milestone is paid in any return."""
    _no_payments(world, evaluation(world).milestones)


def _no_payments(world: World, paid: Sequence[MilestonePayment]) -> None:
    told = "; ".join(
        f"{learner_name(world, one.learn_ref_number)}: {one.milestone} of {one.bootcamp_aim_ref}, "
        f"{one.amount:f} in {told_return(one.returned_in)}"
        for one in paid
    )
    world.expect([CellResult(0, "milestones", "", "nothing", told or "nothing", not paid)])


@step("the no-pay report of {one:return_of_year} is:", table=NO_PAY)
def no_pay_report_is(world: World, one: Return, rows: Sequence[Record]) -> None:
    """Compares the no-pay report of a return, which holds these lines and no others."""
    learners = of_each(lambda row: learner_of(world, row), rows)
    left = list(evaluation(world).of_return(one))
    for row, who in zip(rows, learners, strict=True):
        label = label_of(row)
        fitting = [
            line
            for line in left
            if line.code.casefold() == row["code"].casefold()
            and who in (None, line.learn_ref_number)
            and row.get("ukprn", line.ukprn) == line.ukprn
            and ("aim" not in row or _aim(world, line) == plain(row["aim"] or cells.NONE))
            and ("milestone" not in row or line.milestone == row["milestone"])
        ]
        at, _ = row.place("code")
        if not fitting:
            codes = ", ".join(dict.fromkeys(_told(world, line) for line in left)) or "nothing"
            world.cells.append(
                CellResult(
                    at, label, row.heading("code"), row["code"], f"not there (there is: {codes})", False
                )
            )
            continue
        best = fitting[0]
        left.remove(best)
        world.cells.append(
            CellResult(at, label, row.heading("code"), row["code"], best.code, True, (best.because,))
        )
        world.cells.extend(
            text_cells(row, label, ("field", "found", "expected", "clause"), best, (best.because,))
        )
    _no_lines(world, left, "nothing more")


@step("the no-pay report of {one:return_of_year} is empty")
def no_pay_report_is_empty(world: World, one: Return) -> None:
    """The no-pay report of a return has no line."""
    _no_lines(world, list(evaluation(world).of_return(one)), "nothing")


@step("every no-pay report is empty")
@step("nothing is on any no-pay report")
def no_pay_reports_are_empty(world: World) -> None:
    """No return has a line on its no-pay report."""
    _no_lines(world, evaluation(world).no_pay, "nothing")


def _no_lines(world: World, lines: Sequence[NoPay], expected: str) -> None:
    told = "; ".join(_told(world, line) for line in lines)
    world.expect([CellResult(0, "no-pay report", "", expected, told or expected, not lines)])


def _told(world: World, line: NoPay) -> str:
    where = ", ".join(
        part
        for part in (
            learner_name(world, line.learn_ref_number),
            aim_name(world, line.ukprn, line.learn_ref_number, line.aim_seq_number),
            line.milestone or "",
        )
        if part not in ("", cells.NONE)
    )
    return f"{line.code} ({where}: {line.field} {line.found}) in {told_return(line.returned_in)}"


def _aim(world: World, line: NoPay) -> str:
    return plain(aim_name(world, line.ukprn, line.learn_ref_number, line.aim_seq_number))


def learner_of(world: World, row: Record) -> str | None:
    """Return the reference of the learner that a row names, None when it names none."""
    if row.get("learner") is None:
        return None
    try:
        return world.learner(row["learner"]).learn_ref_number
    except StepError as error:
        raise StepError(str(error), *row.place("learner")) from None


def label_of(row: Record) -> str:
    """Return what a row is about, for the report of its cells."""
    parts = (row.get("learner"), row.get("aim") or row.get("bootcamp"), row.get("milestone"))
    return " ".join(str(part) for part in parts if part)


def _reference(world: World, written: str) -> str:
    return reference_of(world, written) or written.upper()


def _checked(world: World) -> set[int]:
    # The identities belong to one evaluation: what is worked out anew is checked anew.
    kept: tuple[object, set[int]] | None = world.notes.get("checked milestones")
    result = evaluation(world)
    if kept is None or kept[0] is not result:
        kept = world.notes["checked milestones"] = (result, set())
    return kept[1]


def _why_not(lines: Iterable[NoPay], who: str | None, wanted: str) -> str:
    codes = dict.fromkeys(
        line.code
        for line in lines
        if who in (None, line.learn_ref_number) and line.milestone in (None, wanted)
    )
    return f" ({', '.join(codes)})" if codes else ""
