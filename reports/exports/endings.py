"""Which kind of file is asked for: told by the ending of its name, and refused before anything is worked out."""

from collections.abc import Mapping
from pathlib import Path

from reports.refusal import Refusal

CSV, WORKBOOK, PARQUET = ".csv", ".xlsx", ".parquet"
TABLES = (CSV, WORKBOOK, PARQUET)
"""The endings of the files that every table can be written to."""


def ending_of(path: Path) -> str:
    """Return the ending of a file's name in small letters, such as ``.xlsx``."""
    return path.suffix.lower()


def check_endings(targets: Mapping[str, Path | None]) -> None:
    """Refuse files whose ending is none of a table's; ``targets`` is by option."""
    problems = [
        f"{option}: {path} is no kind of file that is written; name a .csv, .xlsx or .parquet file"
        for option, path in targets.items()
        if path is not None and ending_of(path) not in TABLES
    ]
    if problems:
        raise Refusal(problems)
