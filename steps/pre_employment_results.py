"""Steps that ask what legacy pre-employment records give: funding, credit success rate, check-ins."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from engine.because import Because
from engine.programmes.pre_employment import AimOutcome, CheckIn, CreditSuccess, weeks_over
from engine.programmes.pre_employment.check_ins import before_sustainment_because, contacts_because
from engine.programmes.pre_employment.funding import uplift_because
from steps import cells
from steps.compare import money_cell, value_cell
from steps.pre_employment import context, evaluation, whole
from steps.problems import CellError, StepError, nearest
from steps.registry import step
from steps.results import CellResult
from steps.tables import Column, Record, RecordTable, plain
from steps.world import World

FUNDING = RecordTable((
    Column("learner", "l03", aliases=("L03",), help="The learner."),
    Column("A09", "a09", aliases=("aim", "aim reference"), help="Reference of the aim."),
    Column("value before uplifts", "before", aliases=("LAD value before uplifts",), help="Value in the database."),
    Column("disadvantage uplift", "disadvantage", help="Factor of the agreement, '-' for none given."),
    Column("area uplift", "area", help="Factor of the agreement, '-' for none given."),
    Column("funding", "funding", aliases=("value with uplifts",), help="Value with uplifts, '-' for none."),
))  # fmt: skip
CREDIT = RecordTable((
    Column("provider", "ukprn", whole, ("UKPRN",), "The provider; the only one unless said."),
    Column("planned credit", "planned", whole, ("A59",), "Sum of A59 of the aims that count."),
    Column("credit achieved", "achieved", whole, ("A60",), "Sum of A60 of the aims that count."),
    Column("aims", "aims", whole, ("aims that count",), "How many aims count."),
    Column("aims left out", "left_out", whole, help="Aims without planned or achieved credit."),
    Column("credit success rate", "rate", cells.percentage, ("rate", "CSR"),
           "Rate as a percentage, '-' where it is undefined."),
))  # fmt: skip
CHECK_INS = RecordTable((
    Column("learner", "l03", aliases=("L03", "candidate"), help="The learner."),
    Column("check-in", "point", aliases=("stage", "point"), required=True, help="Name such as 'end of week 1'."),
    Column("date", "day", cells.day, ("due",), "Day on which it falls due."),
    Column("contacts", "parties", help="Who is contacted, such as 'candidate, employer'."),
))  # fmt: skip


@step("the pre-employment funding is:", table=FUNDING)
def funding_is(world: World, rows: Sequence[Record]) -> None:
    """Compares the value before uplifts, the uplifts and the funding of aims; ``-`` stands for none."""
    for row in rows:
        aim = _aim(world, row)
        label = f"{aim.record.l03} {aim.record.a09}".strip()
        before, funding = aim.value_before_uplifts, aim.funding
        why = {
            "before": before.because if before else None,
            "disadvantage": uplift_because(aim, "disadvantage"),
            "area": uplift_because(aim, "area"),
            "funding": funding.because if funding else None,
        }
        amounts = {
            "before": before.amount if before else None,
            "disadvantage": aim.disadvantage,
            "area": aim.area,
            "funding": funding.amount if funding else None,
        }
        refused = f" (refused: {', '.join(aim.refused_by)})" if aim.refused_by else ""
        for name, amount in amounts.items():
            if name in row:
                note = refused if name == "funding" else ""
                world.cells.append(_number_cell(row, name, label, amount, why.get(name), note))


def _number_cell(
    row: Record, name: str, label: str, amount: Decimal | None, because: Any, note: str
) -> CellResult:
    line, heading, text = row.place(name)[0], row.heading(name), row[name]
    if text is None or amount is None:
        actual = cells.NONE + (note if text is not None else "") if amount is None else f"{amount:f}"
        return CellResult(line, label, heading, text or cells.NONE, actual, text is None and amount is None)
    try:
        expected = cells.money(text)
    except CellError as error:
        raise StepError(str(error), *row.place(name)) from None
    return money_cell(
        line=line,
        row=label,
        column=heading,
        written=text,
        expected=expected,
        actual=amount,
        because=(because,) if because else (),
    )


def _aim(world: World, row: Record) -> AimOutcome:
    found = [
        one
        for one in evaluation(world).aims
        if (row.get("l03") is None or plain(one.record.l03) == plain(row["l03"]))
        and (row.get("a09") is None or one.record.a09.upper() == row["a09"].upper())
    ]
    if len(found) != 1:
        known = [one.record.l03 for one in evaluation(world).aims]
        hint = nearest(row.get("l03") or "", known) if not found else "; say learner and A09"
        raise StepError(f"{len(found)} aims are meant by this row, not one{hint}", row.line)
    return found[0]


@step("the credit success rate is:", table=CREDIT)
def credit_success_is(world: World, rows: Sequence[Record]) -> None:
    """Compares planned and achieved credit and the rate in per cent, to as many places as are written."""
    for row in rows:
        rate = _rate(world, row)
        for name in ("planned", "achieved", "aims", "left_out"):
            if name in row:
                expected, actual = str(row[name]), str(getattr(rate, name))
                world.cells.append(_text(row, name, expected, actual, rate.reasons[name]))
        if "rate" in row:
            world.cells.append(_rate_cell(row, rate))


def _rate(world: World, row: Record) -> CreditSuccess:
    rates = [one for one in evaluation(world).credit if row.get("ukprn") in (None, one.ukprn)]
    if len(rates) != 1:
        what = "say which provider is meant" if rates else "no record holds planned or achieved credit"
        raise StepError(what, row.line)
    return rates[0]


def _rate_cell(row: Record, rate: CreditSuccess) -> CellResult:
    expected: Decimal | None = row["rate"]
    if expected is None or rate.rate is None:
        actual = "undefined" if rate.rate is None else f"{rate.rate * 100:f}"
        both = expected is None and rate.rate is None
        return CellResult(row.place("rate")[0], "", row.heading("rate"), cells.NONE if expected is None
                          else f"{expected}%", actual, both, (rate.because,))  # fmt: skip
    places = max(0, -int(expected.as_tuple().exponent))
    shown = (rate.rate * 100).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    line, heading = row.place("rate")[0], row.heading("rate")
    return CellResult(line, "", heading, f"{expected}%", f"{shown}%", shown == expected, (rate.because,))


@step("{learners:whole_number} learners are offenders in the community, {coded:whole_number} with the code")
def offenders_are(world: World, learners: int, coded: int) -> None:
    """Compares how many learners are offenders in the community, and how many carry the code on every aim."""
    group = evaluation(world).offenders
    world.expect([
        _count("offenders in the community", learners, group.learners, group.because),
        _count("with the code", coded, group.coded, group.because),
    ])  # fmt: skip


@step("the check-ins are:", table=CHECK_INS)
def check_ins_are(world: World, rows: Sequence[Record]) -> None:
    """Compares the days of check-ins and who is contacted; every check-in of the learners shown is a row."""
    shown: set[tuple[str, str]] = set()
    for row in rows:
        due = _due(world, row.get("l03"), row["point"], row.line)
        shown.add((due[0].job.l03, due[0].point))
        label = f"{due[0].job.l03} {due[0].point}"
        if "day" in row:
            expected, actual = f"{row['day']:%d/%m/%Y}", f"{due[0].day:%d/%m/%Y}"
            world.cells.append(
                value_cell(line=row.place("day")[0], row=label, column=row.heading("day"),
                           expected=expected, actual=actual, because=(due[0].because,))
            )  # fmt: skip
        if "parties" in row:
            parties = ", ".join(one.party for one in due)
            world.cells.append(_text(row, "parties", row["parties"], parties, due[0].because))
    learners = {l03 for l03, _ in shown}
    others = dict.fromkeys(
        one.point
        for one in evaluation(world).check_ins
        if one.job.l03 in learners and (one.job.l03, one.point) not in shown
    )
    world.expect([value_cell(line=0, row="other check-ins", column="", expected="none",
                             actual=", ".join(others) or "none")])  # fmt: skip


@step("{count:whole_number} contacts are due")
def contacts_are_due(world: World, count: int) -> None:
    """Compares how many contacts there are over all jobs: each check-in with each party."""
    found = evaluation(world).check_ins
    world.expect([_count("contacts", count, len(found), contacts_because(found))])


@step(
    "the check-in {point:text} of {learner:text} is {days:whole_number} days before 13 weeks are over on {day:date}"
)
def before_sustainment(world: World, point: str, learner: str, days: int, day: date) -> None:
    """Compares a check-in with the day on which 13 weeks of the job are over, as later programmes ask for."""
    due = _due(world, learner, point.strip("'\""), 0)[0]
    over = weeks_over(due.job, context(world))
    why = before_sustainment_because(due, context(world))
    world.expect([
        value_cell(line=0, row="13 weeks are over", column="", expected=f"{day:%d/%m/%Y}",
                   actual=f"{over:%d/%m/%Y}", because=(why,)),
        _count("days before", days, (over - due.day).days, why),
    ])  # fmt: skip


def _due(world: World, l03: str | None, point: str, line: int) -> list[CheckIn]:
    everything = evaluation(world).check_ins
    found = [
        one
        for one in everything
        if plain(one.point) == plain(point) and (l03 is None or plain(one.job.l03) == plain(l03))
    ]
    if not found:
        known = dict.fromkeys(one.point for one in everything)
        raise StepError(
            f"no check-in '{point}' is due{nearest(point, known)} (known: {', '.join(known)})", line
        )
    if len({one.job for one in found}) > 1:
        raise StepError("several jobs are meant by this row: say the learner", line)
    return found


def _text(row: Record, name: str, expected: str, actual: str, because: Because) -> CellResult:
    return value_cell(
        line=row.place(name)[0],
        row="",
        column=row.heading(name),
        expected=expected,
        actual=actual,
        because=(because,),
    )


def _count(what: str, expected: int, actual: int, because: Because) -> CellResult:
    return value_cell(
        line=0, row=what, column="", expected=str(expected), actual=str(actual), because=(because,)
    )
