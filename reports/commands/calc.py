"""``ilrspec calc``: what the learners of an ILR file earn, and what is wrong with the records."""

from datetime import date
from pathlib import Path

import click

from reports.options import ReturnType, calculation_options, ilr_file_argument


@click.command("calc", short_help="Work out earnings and findings of an ILR file.")
@ilr_file_argument
@calculation_options
@click.option(
    "--return",
    "return_number",
    metavar="R06",
    type=ReturnType(),
    help="Show the periods up to that return's own (R13 and R14: all twelve). Without it, all twelve.",
)
@click.option(
    "--out", metavar="FILE.csv", type=click.Path(path_type=Path), help="Write the earnings to a CSV file."
)
@click.option(
    "--findings",
    metavar="FILE.csv",
    type=click.Path(path_type=Path),
    help="Write the findings to a CSV file.",
)
@click.option(
    "--all", "show_all", is_flag=True, help="Show every learner on screen (kept in memory), not the first 25."
)
def command(
    file: Path,
    reference: Path | None,
    as_at: date | None,
    switches: tuple[tuple[str, str], ...],
    lenient: bool,
    return_number: int | None,
    out: Path | None,
    findings: Path | None,
    show_all: bool,
) -> None:
    """Work out what the learners of an ILR file earn in each month, and what is wrong with their records.

    The result is shown on screen; --out and --findings write it to CSV files, both or none of them. Exit
    code 0 when the file was worked out, whatever was found in it, 2 when the file or an option cannot be
    used.
    """
    from reports.calculation import default_reference, file_problems, opened
    from reports.figures import PERIODS
    from reports.output_files import check_targets
    from reports.screen import console
    from reports.statement import SHOWN, Statement
    from reports.statement_run import work_out
    from reports.statement_screen import show

    folder = reference or default_reference()
    tables = folder.glob("*.csv") if folder.is_dir() else ()
    check_targets({"--out": out, "--findings": findings}, (file, *tables))
    last_period = min(return_number or PERIODS, PERIODS)
    statement = Statement(limit=None if show_all else SHOWN)
    with opened(file, reference, as_at, switches, lenient) as calculation:
        work_out(calculation, statement, last_period, out, findings)
    screen = console()
    with screen.capture() as shown:
        show(screen, calculation, statement, last_period, f"R{return_number:02}" if return_number else "")
    # Blanks that fill the last column help nobody.
    click.echo("\n".join(line.rstrip() for line in shown.get().splitlines()))
    for path in (out, findings):
        if path is not None:
            click.echo(f"\nWritten: {path}")
    for line in file_problems(file, calculation.reader.problems):
        click.echo(line, err=True)
