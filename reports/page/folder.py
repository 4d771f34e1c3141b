"""Writing the report into its folder: each file is there whole or not at all, and no page of an earlier run stays."""

from datetime import datetime
from pathlib import Path

from reports.garbage import few_collections
from reports.output_files import FilesOfFolder
from reports.page.document import TITLE, site
from steps.results import RunResult

_OURS = '<meta name="generator" content="ilrspec">'


def write_report(
    run: RunResult, folder: Path, *, title: str = TITLE, when: datetime | None = None, steps: str = ""
) -> Path:
    """Write the report of a run into a folder, made where there is none, and return the path of its first page.

    ``when`` is the moment of the run that the pages tell; without it, now. ``steps`` is a page of the
    steps that every page then leads to. Pages of an earlier report in the folder that this one has not are taken
    away; other files are left alone.
    """
    with few_collections():
        files = site(run, title=title, when=when or datetime.now().astimezone(), steps=steps)
    with FilesOfFolder() as written:
        for name, text in files.items():
            if name != "index.html":
                written.write(folder / name, text)
        written.write(folder / "index.html", files["index.html"])
    for left in folder.glob("*.html"):
        if left.name not in files and _is_ours(left):
            left.unlink()
            (folder / "data" / f"{left.stem}.js").unlink(missing_ok=True)
    return folder / "index.html"


def _is_ours(page: Path) -> bool:
    with page.open(encoding="utf-8", errors="replace") as opened:
        return _OURS in opened.read(400)
