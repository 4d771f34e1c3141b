"""``ilrspec mutate``: which values and rules could be broken without any scenario noticing."""

from pathlib import Path

import click

from reports.commands.run import default_folder, refused, worker_count


@click.command("mutate", short_help="Break values and rules one by one, and list what no scenario notices.")
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option("--values", is_flag=True, help="Only dated values, their dates and readings of switches.")
@click.option("--rules", is_flag=True, help="Only numbered rules.")
@click.option(
    "--only",
    "patterns",
    metavar="PATTERN",
    multiple=True,
    help="Only what has this in its programme, parameter, rule, clause or source; * stands for anything. "
    "Can be repeated.",
)
@click.option("--sample", metavar="N", type=click.IntRange(1), help="So many of them, drawn at random.")
@click.option(
    "--seed",
    metavar="N",
    type=int,
    default=0,
    show_default=True,
    help="Draw again with the same number, and the same are drawn.",
)
@click.option("--limit", metavar="N", type=click.IntRange(1), help="The first so many of them.")
@click.option(
    "-n",
    "--processes",
    metavar="auto|N",
    callback=worker_count,
    default="auto",
    show_default=True,
    help="Judge in so many processes at once.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="How to print what was found.",
)
@click.option(
    "--out",
    metavar="FILE.csv",
    type=click.Path(path_type=Path),
    help="Write the survivors as a table; with --killed every change.",
)
@click.option("--killed", is_flag=True, help="Also list what was noticed, with the scenario that fails.")
@click.option("--all", "show_all", is_flag=True, help="Show every survivor on screen.")
def command(
    paths: tuple[str, ...],
    values: bool,
    rules: bool,
    patterns: tuple[str, ...],
    sample: int | None,
    seed: int,
    limit: int | None,
    processes: int,
    form: str,
    out: Path | None,
    killed: bool,
    show_all: bool,
) -> None:
    """Change one thing of the rules at a time, run the scenarios that can notice, and list what none of them notices.

    Each PATH is a folder, a file or file.feature:LINE whose scenarios judge; without one, the folder 'features'.

    \b
    What is changed, one at a time and in memory only:
      values  every dated value of every parameter file: money by a penny, days by
              a day, other numbers by a step, lists by an entry, texts by another;
              the date from which it holds; the reading taken of every switch
      rules   every numbered rule: its figures are not worked out, its findings
              are not made

    A survivor is policy that no scenario tests: it is listed with its document and clause.

    Exit code 0: a scenario noticed every change; 1: there are survivors; 2: it could not be done.
    """
    from reports.mutate.guidance import guidance_in
    from reports.mutate.run import Order, run
    from reports.output_files import check_targets
    from reports.page.guidance import CLAUSES
    from reports.progress import Progress
    from steps.features import find_features
    from steps.problems import Unreadable

    both = values == rules
    order = Order(values or both, rules or both, patterns, sample, seed, limit, processes)
    try:
        selections = find_features(paths or (default_folder(),))
    except Unreadable as error:
        raise refused(error) from None
    check_targets({"--out": out}, [path for path, _ in selections])
    with Progress(quiet=form == "json") as progress:
        outcome = run(selections, order, guidance_in(CLAUSES), progress)
    if form == "json":
        import json

        from reports.mutate.told import as_json

        click.echo(json.dumps(as_json(outcome, killed=killed), ensure_ascii=False, indent=1))
    else:
        from reports.mutate.screen import show
        from reports.screen import console

        show(console(), outcome, killed=killed, show_all=show_all)
    for told in outcome.left_out:
        click.echo(f"fails without any change, so it judges nothing: {told}", err=True)
    if out is not None:
        from reports.mutate.told import write_csv

        write_csv(outcome.judged if killed else outcome.survivors, out)
        click.echo(f"Table: {out}", err=form == "json")
    raise click.exceptions.Exit(1 if outcome.survivors else 0)
