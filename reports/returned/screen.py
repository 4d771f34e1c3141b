"""The returns of a store on screen: whose, which and how many records, nothing about a person."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reports.returned.table import as_text, table

if TYPE_CHECKING:
    from engine.returns.store import StoredFile


def listed(files: Sequence["StoredFile"], store: Path) -> str:
    """Return the files of a store as a table, in the order given."""
    if not files:
        return f"{store} holds no returns."
    rows = [["Year", "Return", "Closes", "Provider", "Prepared", "File", "Learners", "Aims"]]
    for file in files:
        rows.append(
            [
                file.returned_in.year.label,
                file.returned_in.name,
                f"{file.closes:%d/%m/%Y}",
                str(file.ukprn),
                f"{file.file_date:%d/%m/%Y}",
                file.name,
                f"{file.learners:,}",
                f"{file.aims:,}",
            ]
        )
    return as_text(lambda console: console.print(table(rows, text_columns=6)))


def shown_file(file: "StoredFile") -> str:
    """Return what is known of one file, a line for each fact."""
    facts = (
        ("Return", f"{file.returned_in.name} of {file.returned_in.year.label}"),
        ("Closes", f"{file.closes:%d/%m/%Y}"),
        ("Provider", str(file.ukprn)),
        ("File", file.name),
        ("Prepared", f"{file.file_date:%d/%m/%Y}"),
        ("Learners", f"{file.learners:,}"),
        ("Aims", f"{file.aims:,}"),
        ("Destinations", f"{file.destinations:,}"),
        ("Content", f"SHA-256 {file.digest}"),
    )
    return "\n".join(f"{label:<12}  {value}" for label, value in facts)
