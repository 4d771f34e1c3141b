"""``ilrspec sheet``: a feature's tables as a workbook or CSV files, and back."""

from pathlib import Path

import click

from reports.plural import plural


@click.group("sheet", short_help="Edit a feature's tables in Excel, and take the changes back.")
def command() -> None:
    """Write a feature's tables to an Excel workbook or to CSV files, and take what was changed there back.

    Each scenario is a sheet. What was not changed in the sheets changes no byte of the feature.
    """


@command.command("export", short_help="Write a feature's tables to a workbook or CSV files.")
@click.argument("feature", metavar="FEATURE", type=click.Path(path_type=Path))
@click.argument("out", metavar="[BOOK.xlsx|FOLDER]", required=False, type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Replace a workbook or folder that is there already.")
def export(feature: Path, out: Path | None, replace: bool) -> None:
    """Write the tables of FEATURE to BOOK.xlsx, one sheet a scenario, or to a FOLDER of CSV files.

    Without a second name the workbook stands beside the feature. Headings are locked, figures are numbers, and columns
    of known words offer them.
    """
    from reports.refusal import Refusal
    from reports.sheet.export import export_book, export_folder
    from steps.feature_text import read_feature_text
    from steps.problems import Unreadable

    target = out or feature.with_suffix(".xlsx")
    if target.suffix.lower() not in ("", ".xlsx"):
        raise Refusal(f"{target}: name a workbook that ends in .xlsx, or a folder for CSV files")
    if target.exists() and not replace:
        raise Refusal(f"{target} is there already; --replace writes over it, or name another")
    try:
        text = read_feature_text(feature)
        count = (export_book if target.suffix else export_folder)(text, target)
    except Unreadable as error:
        raise Refusal(str(problem) for problem in error.problems) from None
    click.echo(f"{target}: {plural(count, 'scenario')} with tables. Change them and type:")
    click.echo(f"  ilrspec sheet import {target}")


@command.command("import", short_help="Take what was changed in a workbook or CSV files into the feature.")
@click.argument("source", metavar="BOOK.xlsx|FOLDER", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--into", metavar="FEATURE", type=click.Path(path_type=Path), help="The feature, if it was moved."
)
@click.option("--check", "check_only", is_flag=True, help="Say what would change, and change nothing.")
def take(source: Path, into: Path | None, check_only: bool) -> None:
    """Take the changed cells, and new, removed and sorted rows, of BOOK.xlsx or a FOLDER of CSV files into the feature.

    A feature that was edited since the export is left as it is. Exit code 0: done; 1: with --check, something would
    change; 2: it could not be done, and nothing was written.
    """
    from reports.authoring.saving import save
    from reports.refusal import Refusal
    from reports.sheet.changes import imported
    from reports.sheet.export import print_of
    from reports.sheet.grid import read_grid
    from reports.sheet.layout import sheets_of
    from steps.feature_text import read_feature_text
    from steps.features import parse_feature
    from steps.problems import Unreadable

    grid = read_grid(source)
    feature = into or Path(grid.feature)
    if not feature.is_file():
        raise Refusal(f"{feature}, of which {source} is, is not there; --into names the feature")
    try:
        text = read_feature_text(feature)
        if print_of(text) != grid.print_:
            told = f"{feature} is not as it was when {source} was made"
            raise Refusal(f"{told}; export again, or bring the feature back as it was")
        after, changes = imported(text, sheets_of(text), grid)
        if changes:
            parse_feature(after.readable, feature)
        if not check_only:
            save(text, after)
    except Unreadable as error:
        raise Refusal(
            ["The feature could not be read with these changes:", *map(str, error.problems)]
        ) from None
    for change in changes:
        click.echo(f"{feature}:{change.line}: {change.message}")
    verb = "would be made" if check_only else "made"
    click.echo(
        f"{plural(len(changes), 'change')} {verb} in {feature}." if changes else "Nothing was changed."
    )
    if changes and not check_only:
        click.echo(f"Next: ilrspec run {feature}; export again before you change more in the sheets.")
    raise click.exceptions.Exit(1 if changes and check_only else 0)
