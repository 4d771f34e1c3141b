"""What comes back from a workbook or CSV files: sheets of rows, each with the line of the feature that it was."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias

from reports.refusal import Refusal
from reports.sheet.layout import ABOUT
from reports.sheet.workbook import FIRST_COLUMN, FIRST_ROW

Value: TypeAlias = str | Decimal | date | bool
MANIFEST = "ilrspec-sheet.json"


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: its number in the sheet, the line of the feature that it was (None for a new one), its cells.

    A cell without anything in it is an empty text.
    """

    number: int
    line: int | None
    cells: tuple[Value, ...]

    @property
    def blank(self) -> bool:
        """Whether no cell says anything."""
        return all(cell == "" for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Grid:
    """Sheets that came back, of which feature they are, and how that was when they were made."""

    file: Path
    feature: str
    print_: str
    sheets: dict[str, list[GridRow]] = field(default_factory=dict)


def read_grid(path: Path) -> Grid:
    """Read a workbook, or a folder of CSV files. Raises Refusal for what was not made by ``ilrspec sheet export``."""
    return _read_folder(path) if path.is_dir() else _read_workbook(path)


def _not_ours(path: Path) -> Refusal:
    return Refusal(
        f"{path} was not made by 'ilrspec sheet export', so nothing says which feature it belongs to"
    )


def _read_workbook(path: Path) -> Grid:
    from zipfile import BadZipFile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        content = io.BytesIO(path.read_bytes())
        book = load_workbook(content, data_only=True)
        formulas = load_workbook(content, data_only=False)
    except OSError as error:
        raise Refusal(f"{path} cannot be read: {error.strerror or error}") from None
    except (BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, EOFError, SyntaxError):
        raise Refusal(f"{path} is no Excel workbook (.xlsx), or it is damaged") from None
    if ABOUT not in book.sheetnames:
        raise _not_ours(path)
    about = {str(key): str(value) for key, value in book[ABOUT].iter_rows(max_col=2, values_only=True) if key}
    if not {"feature", "print"} <= about.keys():
        raise _not_ours(path)
    grid = Grid(path, about["feature"], about["print"])
    for name in book.sheetnames:
        if name != ABOUT:
            grid.sheets[name] = list(_rows_of_sheet(path, book[name], formulas[name]))
    return grid


def _rows_of_sheet(path: Path, page: Any, formulas: Any) -> Iterator[GridRow]:
    for number, row in enumerate(page.iter_rows(min_row=FIRST_ROW + 1), FIRST_ROW + 1):
        for cell in row[FIRST_COLUMN:]:
            formula = formulas[cell.coordinate].value
            if cell.value is None and isinstance(formula, str) and formula.startswith("="):
                told = f"{path}: sheet '{page.title}', cell {cell.coordinate} is a formula without a value"
                raise Refusal(f"{told}; open the workbook in Excel, let it calculate, and save it")
        line = row[0].value if row else None
        cells = tuple(_value(cell.value) for cell in row[FIRST_COLUMN:])
        yield GridRow(number, int(line) if isinstance(line, int | float) else None, cells)


def _value(told: Any) -> Value:
    if told is None:
        return ""
    if isinstance(told, bool | Decimal):
        return told
    if isinstance(told, int | float):
        return Decimal(f"{told:.15g}")  # what a spreadsheet itself keeps of a number
    if isinstance(told, datetime):
        return told.date()
    return str(told).strip()


# --- CSV --------------------------------------------------------------------------------------------------


def _read_folder(path: Path) -> Grid:
    try:
        about = json.loads((path / MANIFEST).read_text(encoding="utf-8"))
        grid = Grid(path, about["feature"], about["print"])
        files = dict(about["sheets"])
    except (OSError, ValueError, KeyError, TypeError):
        raise _not_ours(path) from None
    for file, name in files.items():
        try:
            text = (path / file).read_bytes().decode("utf-8-sig")
        except FileNotFoundError:
            raise Refusal(f"{path / file} is not there any more; export again, or put it back") from None
        except (OSError, UnicodeDecodeError) as error:
            told = (
                "is not in UTF-8; save it as 'CSV UTF-8'"
                if isinstance(error, UnicodeDecodeError)
                else str(error)
            )
            raise Refusal(f"{path / file} {told}") from None
        grid.sheets[name] = list(_rows_of_csv(path / file, text))
    return grid


def _rows_of_csv(file: Path, text: str) -> Iterator[GridRow]:
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","  # as Excel has it in many countries
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise Refusal(f"{file} is no CSV file: {error}") from None
    for number, row in enumerate(rows[1:], 2):
        line = row[0].strip() if row else ""
        yield GridRow(
            number, int(line) if line.isdecimal() else None, tuple(cell.strip() for cell in row[1:])
        )


def csv_text(rows: Iterator[list[str]]) -> str:
    """Return rows as CSV with Windows line ends, which every spreadsheet reads."""
    told = io.StringIO()
    csv.writer(told).writerows(rows)
    return told.getvalue()
