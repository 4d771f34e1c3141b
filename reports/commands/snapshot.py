"""``ilrspec snapshot``: keep every computed figure of a run, with its reasons, in a file."""

from pathlib import Path

import click


@click.command("snapshot", short_help="Keep every computed figure of a run in a file.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.argument("paths", metavar="[PATH]...", nargs=-1)
def command(file: Path, paths: tuple[str, ...]) -> None:
    """Run features and keep every computed figure with its rule, clauses, parameters and inputs in FILE.

    Each PATH is a folder, a file or file.feature:LINE; without one, the folder 'features'. A FILE whose name ends in
    .gz is compressed. 'ilrspec diff' compares two of them. Exit code 0: kept; 1: kept, but a scenario could not be
    carried out; 2: nothing was kept.
    """
    from reports.output_files import check_targets
    from reports.plural import plural
    from reports.year_on_year.runs import recorded
    from reports.year_on_year.sides import default_paths
    from reports.year_on_year.snapshot_file import write_snapshot

    check_targets({"FILE": file}, (Path(path) for path in paths))
    record = recorded(paths or default_paths())
    write_snapshot(record, file)
    click.echo(
        f"{plural(record.figures, 'figure')} of {plural(len(record.scenarios), 'scenario')} kept in {file}"
    )
    errors = [one for one in record.scenarios if one.status == "error"]
    if errors:
        click.echo(
            f"{plural(len(errors), 'scenario')} could not be carried out; ilrspec run says why", err=True
        )
    for name, message in record.unreadable:
        click.echo(f"{name} could not be read: {message}", err=True)
    raise click.exceptions.Exit(1 if errors or record.unreadable else 0)
