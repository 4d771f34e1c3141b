"""Pre-employment records on screen: values and funding, credit, offenders in the community, check-ins, findings."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from engine.calendar import FundingYear
from engine.ledger import Ledger
from engine.money import shown
from engine.programmes.pre_employment import CheckIn, Evaluation
from reports.pre_employment.input import LegacyRun
from reports.returned.table import table, title
from reports.shown_value import shown_value
from reports.statement import SHOWN, Statement
from reports.statement_screen import show_findings

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table


def show(console: "Console", run: LegacyRun, result: Evaluation, show_all: bool) -> None:
    """Print heading, funding, credit, offenders, check-ins and findings."""
    limit = None if show_all else SHOWN
    console.print(_heading(run, result))
    _funding(console, result, limit)
    _credit(console, result)
    _offenders(console, result)
    _check_ins(console, result.check_ins, limit)
    statement = Statement(limit)
    ledger = Ledger(FundingYear(0), findings=list(result.findings))
    statement.add(None, ledger, [])
    show_findings(console, statement)


def _heading(run: LegacyRun, result: Evaluation) -> "Table":
    from rich.table import Table

    switches = run.context.switches
    readings = [
        f"{name}={reading}"
        for name, reading in switches.chosen.items()
        if reading != switches.known[name].default
    ]
    as_at = run.context.as_at
    learners = {(aim.record.ukprn, aim.record.l03.upper()) for aim in result.aims}
    rows = [
        ("Programme", "Pre-employment, legacy records"),
        ("File", run.order.file.name),
        ("As at", f"{as_at:%d/%m/%Y}" if as_at else ""),
        ("Readings", ", ".join(readings)),
        ("Reference data", str(run.folder)),
        ("Tables not there", ", ".join(run.missing)),
        (
            "Learners",
            f"{len(learners):,} with {len(result.aims):,} aim{'' if len(result.aims) == 1 else 's'}",
        ),
    ]
    made = Table.grid(padding=(0, 2))
    made.add_column(style="bold")
    made.add_column(overflow="fold")
    for label, value in rows:
        if value:
            made.add_row(label, value)
    return made


def _funding(console: "Console", result: Evaluation, limit: int | None) -> None:
    console.print(title("Value before uplifts, and funding with the uplifts of the agreement (£)"))
    lines = [
        ["Learner", "Aim", "A09", "Source", "Not funded", "Before uplifts", "Disadv.", "Area", "Funding"]
    ]
    for aim in result.aims[:limit]:
        record = aim.record
        before, funding = aim.value_before_uplifts, aim.funding
        lines.append(
            [
                record.l03,
                str(aim.number),
                record.a09,
                record.source,
                ", ".join(dict.fromkeys(aim.refused_by)),
                shown(before.amount) if before else "",
                _factor(aim.disadvantage),
                _factor(aim.area),
                shown(funding.amount) if funding else "none",
            ]
        )
    console.print(table(lines, text_columns=5, folded=("Not funded", "Source")))
    _more(console, len(result.aims), limit, "aims")
    funded = [aim.funding.amount for aim in result.aims if aim.funding]
    console.print(
        f"Funding of {len(funded):,} of {len(result.aims):,} aims: {shown(sum(funded, Decimal(0)))}"
    )


def _factor(factor: Decimal | None) -> str:
    return "" if factor is None else shown_value(factor)


def _credit(console: "Console", result: Evaluation) -> None:
    if not result.credit:
        return
    console.print(title("Credit success rate"))
    lines = [["Provider", "Planned (A59)", "Achieved (A60)", "Aims that count", "Left out", "Rate"]]
    for one in result.credit:
        rate = "undefined" if one.rate is None else f"{shown(one.rate * 100)}%"
        numbers = (one.planned, one.achieved, one.aims, one.left_out)
        lines.append([str(one.ukprn or "-"), *(f"{number:,}" for number in numbers), rate])
    console.print(table(lines, text_columns=1))


def _offenders(console: "Console", result: Evaluation) -> None:
    learners, coded = result.offenders
    if learners:
        word = "learner" if learners == 1 else "learners"
        console.print(
            f"\nOffenders in the community: {learners:,} {word}, {coded:,} with the code in A46a on every aim."
        )


def _check_ins(console: "Console", check_ins: Sequence[CheckIn], limit: int | None) -> None:
    if not check_ins:
        return
    console.print(title(f"Check-ins ({len(check_ins):,} contacts)"))
    lines = [["Learner", "Employer", "Check-in", "Date", "Contacts"]]
    jobs = [list(group) for _, group in groupby(check_ins, key=lambda one: one.job)]
    for job in jobs[:limit]:
        named = [job[0].job.l03, job[0].job.employer]
        for (point, day), contacts in groupby(job, key=lambda one: (one.point, one.day)):
            lines.append([*named, point, f"{day:%d/%m/%Y}", ", ".join(one.party for one in contacts)])
            named = ["", ""]
    console.print(table(lines, text_columns=5, folded=("Employer",)))
    _more(console, len(jobs), limit, "jobs")


def _more(console: "Console", count: int, limit: int | None, what: str) -> None:
    if limit is not None and count > limit:
        console.print(
            f"... and {count - limit:,} more {what}. "
            "--all shows everything, --out and --check-ins write it to files."
        )
