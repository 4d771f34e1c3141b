"""``ilrspec coverage``: which clauses scenarios show, in which funding years, and what stands alone."""

import click

LISTS = ("figures", "citations", "clauses")
NONE = "none"


def _lists(ctx: click.Context, param: click.Parameter, value: str) -> frozenset[str]:
    """Return the lists that fail a build."""
    from steps.problems import nearest

    names = [name.strip().lower() for name in value.split(",") if name.strip()]
    for name in names:
        if name not in (*LISTS, NONE):
            hint = nearest(name, (*LISTS, NONE)) or f": write some of {', '.join(LISTS)}, or {NONE}"
            raise click.BadParameter(f"'{name}' is no list of a coverage{hint}", ctx, param)
    if not names or (NONE in names and len(set(names)) > 1):
        raise click.BadParameter(f"write some of {', '.join(LISTS)}, or {NONE} alone", ctx, param)
    return frozenset(names) - {NONE}


@click.command("coverage", short_help="Show which clauses of guidance scenarios show, and what none shows.")
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option(
    "--document",
    "names",
    metavar="NAME",
    multiple=True,
    help="Only this document of guidance, by file or title, with each of its clauses. Can be repeated.",
)
@click.option(
    "--fail-on",
    metavar="LIST",
    callback=_lists,
    default="figures,citations,clauses",
    show_default=True,
    help="Which lists give exit code 1 unless they are empty: figures, citations, clauses, or none.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="How to print what was found.",
)
@click.option("--all", "show_all", is_flag=True, help="Show every line of every list, and every clause.")
def command(
    paths: tuple[str, ...], names: tuple[str, ...], fail_on: frozenset[str], form: str, show_all: bool
) -> None:
    """Run features once and show each clause of guidance with its scenarios and the funding years they are about.

    Each PATH is a folder, a file or file.feature:LINE; without one, the folder 'features'. A scenario shows a clause
    by carrying its id as a tag.

    \b
    Three lists can fail a build:
      figures    figures (numbers other than nought) whose reasons name no clause
      citations  clauses that rules or tags name and that no catalogue holds
      clauses    testable clauses that no scenario shows

    Exit code 0: the lists of --fail-on are empty; 1: one is not, or a feature could not be read; 2: nothing was run.
    """
    from reports.commands.run import default_folder
    from reports.coverage import catalogue
    from reports.coverage.matrix import coverage_of
    from reports.page.guidance import CLAUSES
    from reports.refusal import Refusal
    from reports.year_on_year.runs import run_of

    documents = catalogue.documents_in(CLAUSES)
    asked = catalogue.chosen(documents, names)
    run = run_of(paths or (default_folder(),), quiet=form == "json")
    if not run.scenarios:
        raise Refusal([f"{one.file}: {one.message}" for one in run.problems] or "there is no scenario to run")
    found = coverage_of(run, documents, asked, catalogue.rules_of_engine())
    lists = {"figures": found.figures, "citations": found.citations, "clauses": found.clauses}
    failing = bool(found.unreadable) or any(lists[name] for name in fail_on)
    if form == "json":
        import json

        from reports.coverage.told import as_json

        click.echo(json.dumps(as_json(found), ensure_ascii=False, indent=1))
    else:
        from reports.coverage.screen import show
        from reports.screen import console

        show(console(), found, failing=failing, clauses=bool(names), show_all=show_all)
    for file, message in found.unreadable:
        click.echo(f"{file} could not be read: {message}", err=True)
    raise click.exceptions.Exit(1 if failing else 0)
