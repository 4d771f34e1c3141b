"""``ilrspec calc``: what learners earn by an ILR file, or by a store of returns, and what is wrong."""

from datetime import date
from pathlib import Path

import click

from reports.options import ReturnType, calculation_options


@click.command("calc", short_help="Work out earnings and findings of an ILR file.")
@click.argument(
    "files",
    metavar="[FILE.xml]...",
    nargs=-1,
    type=click.Path(exists=True, path_type=Path),
)
@calculation_options
@click.option(
    "--into",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Work out many files, and all in the folders named, on all cores; the results go into this folder. What is "
    "done there already is not done again, and a stopped run goes on.",
)
@click.option(
    "--as",
    "form",
    type=click.Choice(["parquet", "csv", "duckdb"]),
    help="With --into: Parquet files by year and provider (taken when nothing is said), the same as CSV, or a DuckDB "
    "file beside the Parquet files.",
)
@click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(1),
    help="With --into: how many processes work at once. Without it, one for each core.",
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="With --into: work on a Dask cluster by the address of its scheduler, or 'local' for one on this machine.",
)
@click.option("--again", is_flag=True, help="With --into: do files again that are done.")
@click.option("--quiet", "-q", is_flag=True, help="With --into: show no progress.")
@click.option(
    "--return",
    "return_number",
    metavar="R06",
    type=ReturnType(),
    help="Show the periods up to that return's own (R13 and R14: all twelve). Without it, all twelve. "
    "Apprenticeship payments: the collection that is run; without it, that of the day the file was prepared.",
)
@click.option(
    "--out",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write the earnings, one amount a line, to a .csv or .parquet file. A .xlsx file is the statement.",
)
@click.option(
    "--statement",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write the earnings statement, months side by side, to a .csv, .xlsx or .parquet file.",
)
@click.option(
    "--findings",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write the findings to a .csv, .xlsx or .parquet file.",
)
@click.option(
    "--all", "show_all", is_flag=True, help="Show every learner on screen (kept in memory), not the first 25."
)
@click.option(
    "--store",
    metavar="STORE",
    type=click.Path(path_type=Path),
    help="Skills Bootcamps: work out the returns in a store; FILE.xml is taken with them, not imported.",
)
@click.option(
    "--milestones",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Skills Bootcamps: write the milestones to a .csv, .xlsx or .parquet file.",
)
@click.option(
    "--no-pay",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Skills Bootcamps: write the no-pay report of every return to a .csv, .xlsx or .parquet file.",
)
@click.option(
    "--destinations",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Skills Bootcamps: write the destination codes to a .csv, .xlsx or .parquet file.",
)
@click.option(
    "--commitments",
    metavar="FILE.csv",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Apprenticeships: what employers and providers agreed; works out payments instead of earnings.",
)
@click.option(
    "--levy",
    metavar="FILE.csv",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Apprenticeship payments: the employers' levy balances and transfer allowances.",
)
@click.option(
    "--history",
    metavar="FILE.csv",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Apprenticeship payments: what earlier collections paid, as --payments wrote it. Can be repeated.",
)
@click.option(
    "--month-ends",
    is_flag=True,
    help="Apprenticeship payments: run every month end of the year up to the return, not the last alone.",
)
@click.option(
    "--payments",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Apprenticeship payments: write the payments to a .csv, .xlsx or .parquet file.",
)
@click.option(
    "--check-ins",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Legacy pre-employment records: write the check-ins of jobs to a calendar (.ics) or a table.",
)
@click.option("--wave", metavar="W", help="Skills Bootcamps: take the rules of that wave for every bootcamp.")
def command(
    files: tuple[Path, ...],
    reference: Path | None,
    as_at: date | None,
    switches: tuple[tuple[str, str], ...],
    lenient: bool,
    into: Path | None,
    form: str | None,
    workers: int | None,
    cluster: str | None,
    again: bool,
    quiet: bool,
    return_number: int | None,
    out: Path | None,
    statement: Path | None,
    findings: Path | None,
    show_all: bool,
    store: Path | None,
    milestones: Path | None,
    no_pay: Path | None,
    destinations: Path | None,
    commitments: Path | None,
    levy: Path | None,
    history: tuple[Path, ...],
    month_ends: bool,
    payments: Path | None,
    check_ins: Path | None,
    wave: str | None,
) -> None:
    """Work out what the learners of an ILR file earn in each month, and what is wrong with their records.

    The result is shown on screen; --out, --statement and --findings write it to files, all or none of them. The
    ending of a file's name, .csv, .xlsx or .parquet, says what it becomes. Exit code 0 when the file was
    worked out, whatever was found in it, 2 when the file or an option cannot be used.

    With --store or another option of Skills Bootcamps it is their milestones and no-pay report instead: of
    the returns in the store, of FILE.xml, or of both together.

    With --commitments or another option of apprenticeship payments it is what a month end pays: by whom, for
    which month and for what, of the files of one or several providers.

    With --into it is many files, or large ones: folders may be named, all cores work, and earnings and findings go
    into a folder with a list of the files. Exit code 1 when a file had to be refused; the others are done.

    A CSV file with the legacy headings (L03, A09, A46a, A59, A60, L39 ...) holds pre-employment records of
    2008 to 2010: their value, credit success rate and check-ins are worked out.
    """
    bootcamps = {
        "--store": store,
        "--milestones": milestones,
        "--no-pay": no_pay,
        "--destinations": destinations,
        "--wave": wave,
    }
    many = {"--as": form, "--workers": workers, "--cluster": cluster}
    many.update({"--again": again or None, "--quiet": quiet or None})
    if into is not None:
        single: dict[str, object] = {
            **bootcamps, "--out": out, "--statement": statement, "--findings": findings, "--all": show_all or None,
            "--commitments": commitments, "--levy": levy, "--history": history or None, "--payments": payments,
            "--month-ends": month_ends or None, "--check-ins": check_ins, "--milestones": milestones,
        }  # fmt: skip
        unfit_names = [name for name, value in single.items() if value is not None]
        if unfit_names:
            raise click.UsageError(f"{', '.join(unfit_names)}: not with --into, which writes its own files.")
        from reports.batch.calc import BatchOptions
        from reports.batch.calc import calc as calc_many

        calc_many(
            files,
            BatchOptions(
                into, form or "parquet", workers, cluster, again, quiet, reference, as_at, switches, lenient,
                return_number,
            ),
        )  # fmt: skip
        return
    for name, value in many.items():
        if value is not None:
            raise click.UsageError(f"{name} goes with --into DIR, the folder for the results of many files.")
    for path in files:
        if path.is_dir():
            raise click.UsageError(f"{path} is a folder; --into DIR works out all ILR files in it.")
    if commitments or levy or history or month_ends or payments:
        from reports.payments.calc import PaymentOrder
        from reports.payments.calc import calc as calc_payments
        from reports.payments.run import PaymentTables

        others: dict[str, object] = {**bootcamps, "--as-at": as_at, "--out": out, "--statement": statement}
        others["--switch"] = switches or None
        others["--check-ins"] = check_ins
        calc_payments(
            PaymentOrder(
                files,
                PaymentTables(commitments, levy, history),
                month_ends,
                return_number,
                reference,
                lenient,
                show_all,
                payments,
                findings,
            ),
            [name for name, value in others.items() if value is not None],
        )
        return
    if len(files) > 1:
        raise click.UsageError(f"Got unexpected extra argument ({files[1]})")
    file = files[0] if files else None
    from reports.pre_employment.input import LegacyOrder, is_legacy

    if file is not None and is_legacy(file):
        from reports.pre_employment.calc import Targets as LegacyTargets
        from reports.pre_employment.calc import calc as calc_legacy

        unfit: dict[str, object] = {**bootcamps, "--return": return_number, "--statement": statement}
        vain = [name for name, value in unfit.items() if value is not None]
        order = LegacyOrder(file, reference, as_at, switches, lenient)
        calc_legacy(order, LegacyTargets(out, findings, check_ins), show_all, vain)
        return
    if check_ins is not None:
        raise click.UsageError(
            "--check-ins is for legacy pre-employment records, a CSV file with their headings."
        )
    if any(given is not None for given in bootcamps.values()):
        from reports.bootcamps.calc import Targets, calc

        earnings = {"--as-at": as_at, "--return": return_number, "--out": out, "--statement": statement}
        given_in_vain = [name for name, value in earnings.items() if value is not None]
        targets = Targets(milestones, no_pay, destinations, findings)
        calc(file, store, reference, switches, wave, lenient, show_all, targets, given_in_vain)
        return
    if file is None:
        raise click.UsageError("Name an ILR file, or a store of returns with --store.")
    from reports.statement_calc import EarningsOrder
    from reports.statement_calc import calc as calc_earnings
    from reports.statement_run import Targets as EarningsTargets

    calc_earnings(
        EarningsOrder(file, reference, as_at, switches, lenient, return_number, show_all),
        EarningsTargets(out, findings, statement),
    )
