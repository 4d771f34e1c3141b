"""``ilrspec calc`` for the earnings of an ILR file: from the options to the screen and the files."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from engine.figures import PERIODS
from reports.calculation import Calculation, default_reference, file_problems, opened
from reports.exports.endings import check_endings
from reports.output_files import check_targets
from reports.returned.table import as_text
from reports.statement import SHOWN, Statement
from reports.statement_run import Targets, work_out
from reports.statement_screen import show


@dataclass(frozen=True, slots=True)
class EarningsOrder:
    """What is asked for: a file, by which data and readings, up to which return."""

    file: Path
    reference: Path | None
    as_at: date | None
    switches: tuple[tuple[str, str], ...]
    lenient: bool
    return_number: int | None
    show_all: bool


def calc(order: EarningsOrder, targets: Targets) -> None:
    """Work out the earnings of a file; show them and write the files, all or none. Raises Refusal."""
    folder = order.reference or default_reference()
    tables = folder.glob("*.csv") if folder.is_dir() else ()
    check_targets(targets.by_option(), (order.file, *tables))
    check_endings(targets.by_option())
    last_period = min(order.return_number or PERIODS, PERIODS)
    name = f"R{order.return_number:02}" if order.return_number else ""
    statement = Statement(limit=None if order.show_all else SHOWN)
    with opened(order.file, order.reference, order.as_at, order.switches, order.lenient) as calculation:
        work_out(calculation, statement, last_period, targets, _told(calculation, last_period, name))
    click.echo(as_text(lambda console: show(console, calculation, statement, last_period, name)))
    for path in targets.by_option().values():
        if path is not None:
            click.echo(f"\nWritten: {path}")
    for line in file_problems(order.file, calculation.reader.problems):
        click.echo(line, err=True)


def _told(calculation: Calculation, last_period: int, name: str) -> list[tuple[str, str]]:
    setting = calculation.setting
    months = f"{setting.year.months[0].label} to {setting.year.months[last_period - 1].label}"
    return [
        ("Provider", str(setting.ukprn)),
        ("Funding year", setting.year.label),
        ("File", f"{calculation.file.name}, prepared {setting.file_date:%d/%m/%Y}"),
        ("As at", f"{setting.as_at:%d/%m/%Y}"),
        ("Months", f"{months} (return {name})" if name else months),
        ("Amounts", "in pounds, held with five decimal places and shown with two"),
    ]
