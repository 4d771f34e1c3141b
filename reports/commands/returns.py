"""``ilrspec returns``: a store of ILR returns: import files, list what it holds, show one return."""

from pathlib import Path

import click

from reports.options import ReturnType, reference_option

_store_option = click.option(
    "--store",
    metavar="STORE",
    required=True,
    type=click.Path(path_type=Path),
    help="The file of the store.",
)


@click.group("returns", short_help="Keep the returns of several providers and years in a store.")
def command() -> None:
    """Keep the ILR returns of several providers and years in one file, for rules that look at them all.

    'ilrspec calc --store' works out the Skills Bootcamps in it.
    """


@command.command("import", short_help="Put ILR files into a store.")
@click.argument(
    "files",
    metavar="FILE.xml...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@_store_option
@reference_option
@click.option("--replace", is_flag=True, help="Let a file take the place of another of its return.")
def import_command(files: tuple[Path, ...], store: Path, reference: Path | None, replace: bool) -> None:
    """Put ILR files into a store, made if there is none, in any order.

    A file belongs to the first return of its year that closes on its file preparation date or later, by the
    table returns.csv of the reference data. Each file is taken whole or not at all. Exit code 2 when one was
    refused.
    """
    from reports.returned.importing import import_files
    from reports.returned.input import returns_input

    given = returns_input(reference)
    for line in import_files(files, store, given.calendar, given.folder, replace):
        click.echo(line)


@command.command("list", short_help="List the returns in a store.")
@_store_option
def list_command(store: Path) -> None:
    """List the files in a store in the order in which their returns closed."""
    from reports.returned.input import stored
    from reports.returned.screen import listed

    with stored(store) as opened:
        click.echo(listed(opened.files(), store))


@command.command("show", short_help="Show one return of a store.")
@click.argument("year", metavar="YEAR")
@click.argument("return_number", metavar="RETURN", type=ReturnType())
@_store_option
@click.option("--ukprn", metavar="UKPRN", type=int, help="Only that provider's file.")
def show_command(year: str, return_number: int, store: Path, ukprn: int | None) -> None:
    """Show the files of one return, such as 2024/25 R03, and how much is in them."""
    from engine.calendar import FundingYear, Return
    from reports.refusal import Refusal
    from reports.returned.input import stored
    from reports.returned.screen import shown_file

    try:
        one = Return(FundingYear.from_text(year), return_number)
    except ValueError as error:
        raise Refusal(str(error)) from None
    with stored(store) as opened:
        files = [file for file in opened.files() if file.returned_in == one and ukprn in (None, file.ukprn)]
    if not files:
        whose = f" of provider {ukprn}" if ukprn is not None else ""
        raise Refusal(
            f"{store} holds no {one.name} of {one.year.label}{whose}; 'ilrspec returns list' shows what it holds"
        )
    click.echo("\n\n".join(shown_file(file) for file in files))
