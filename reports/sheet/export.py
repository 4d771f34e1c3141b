"""A feature written as a workbook or as CSV files."""

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

from reports.output_files import OutputFiles, cannot_write
from reports.refusal import Refusal
from reports.sheet.grid import MANIFEST, csv_text
from reports.sheet.layout import Sheet, sheets_of
from reports.sheet.workbook import write_workbook
from steps.feature_text import FeatureText


def print_of(text: FeatureText) -> str:
    """Return what tells the text of a feature from any other."""
    return hashlib.sha256(text.content).hexdigest()


def export_book(text: FeatureText, target: Path) -> int:
    """Write a workbook and return how many sheets it has. Raises Unreadable, and Refusal where it cannot be written."""
    sheets = _sheets(text)
    with OutputFiles() as files:
        stream = files.open(target)
        try:
            write_workbook(sheets, str(text.path), print_of(text), stream.buffer)
        except OSError as error:
            raise Refusal(cannot_write(target, error)) from None
        files.commit()
    return len(sheets)


def export_folder(text: FeatureText, target: Path) -> int:
    """Write a CSV file for each scenario into a folder and return how many; the first column holds line numbers."""
    sheets = _sheets(text)
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal(f"{target} cannot be made: {error.strerror or error}") from None
    names = {f"{number:02} {_file_name(sheet.name)}.csv": sheet for number, sheet in enumerate(sheets, 1)}
    about = {
        "feature": str(text.path),
        "print": print_of(text),
        "sheets": {file: sheet.name for file, sheet in names.items()},
    }
    with OutputFiles() as files:
        for file, sheet in names.items():
            # With a byte order mark Excel reads the file as UTF-8.
            files.open(target / file).write("\ufeff" + csv_text(_csv_rows(sheet)))
        files.open(target / MANIFEST).write(json.dumps(about, indent=1, ensure_ascii=False) + "\n")
        files.commit()
    return len(sheets)


def _sheets(text: FeatureText) -> list[Sheet]:
    sheets = sheets_of(text)
    if not sheets:
        raise Refusal(f"{text.path} has no table to export")
    return sheets


def _csv_rows(sheet: Sheet) -> Iterator[list[str]]:
    yield ["line", *[""] * sheet.width]
    for block in sheet.blocks:
        yield [block.sentence, *[""] * sheet.width]
        for row in block.rows:
            yield [str(row.line), *row.values, *[""] * (sheet.width - len(row.cells))]
        if block.rows:
            yield [""] * (sheet.width + 1)


def _file_name(name: str) -> str:
    return re.sub(r"[^\w £%.,()'-]", "_", name).strip(" .")
