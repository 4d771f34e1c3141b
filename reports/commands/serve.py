"""``ilrspec serve``: a workbench in the browser, on this machine only."""

from pathlib import Path

import click

from reports.refusal import Refusal


@click.command("serve", short_help="Edit and run features in the browser, on this machine only.")
@click.argument("path", metavar="[PATH]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--port",
    metavar="N",
    type=click.IntRange(1, 65535),
    help="Use this port; without it a free one, the same for the same folder where it can be.",
)
@click.option("--no-browser", is_flag=True, help="Only print the address.")
def command(path: Path | None, port: int | None, no_browser: bool) -> None:
    """Open a workbench for the features of a folder: edit them as tables, run them on save, see why.

    PATH is a folder or a .feature file; without one the folder 'features' if there is one here, else this folder.
    Only this machine can reach the workbench, and only with the address that is printed. Ctrl-C ends it.
    """
    root, opened = _folder(path)
    from reports.workbench.server import serve

    serve(root, port=port, opened=opened, browser=not no_browser)


def _folder(path: Path | None) -> tuple[Path, str]:
    """Return the folder of the workbench, and the file in it that is to be open at once."""
    if path is None:
        path = Path("features") if Path("features").is_dir() else Path()
    if path.is_dir():
        return path.resolve(), ""
    if path.is_file() and path.suffix == ".feature":
        place = path.resolve()
        return place.parent, place.name
    if path.is_file():
        raise Refusal(f"{path} is no feature: its name does not end in .feature")
    raise Refusal(f"{path}: there is no such file or folder")
