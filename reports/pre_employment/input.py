"""Legacy pre-employment records as the commands take them: told by their headings, read, with their reference data."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from reports.refusal import Refusal

if TYPE_CHECKING:
    from engine.programmes.pre_employment import Context, Evaluation, LegacyFile

_BYTES_OF_A_HEADING = 20_000


@dataclass(frozen=True, slots=True)
class LegacyOrder:
    """A legacy file and how it is to be worked out."""

    file: Path
    reference: Path | None
    as_at: date | None
    switches: tuple[tuple[str, str], ...]
    lenient: bool


@dataclass(frozen=True, slots=True)
class LegacyRun:
    """A legacy file that was read, with its rules and the folder of its reference data."""

    order: LegacyOrder
    legacy: "LegacyFile"
    context: "Context"
    folder: Path
    missing: tuple[str, ...]

    def evaluation(self) -> "Evaluation":
        """Work out the records. Raises Refusal for a job that begins before the guidance."""
        from engine.parameters import ParameterError
        from engine.programmes.pre_employment import evaluate

        try:
            return evaluate(self.legacy.records, self.context)
        except ParameterError as error:
            raise Refusal(f"{self.order.file}: {error}") from None


def is_legacy(file: Path) -> bool:
    """Say whether a file holds legacy records: a CSV file, or any that begins with their headings."""
    if not file.is_file():  # What is no ordinary file can be read only once.
        return False
    with file.open("rb") as opened:
        begins = opened.read(_BYTES_OF_A_HEADING).removeprefix(b"\xef\xbb\xbf").lstrip()
    # XML, text of two bytes a sign, and what is packed, as ILR files may be.
    if begins.startswith((b"<", b"\xff\xfe", b"\xfe\xff", b"\x1f\x8b", b"PK\x03\x04", b"PK\x05\x06")):
        return False
    if file.suffix.lower() == ".csv":
        return True
    from engine.programmes.pre_employment import is_heading

    return is_heading(begins.split(b"\n", 1)[0].decode("utf-8", errors="replace"))


def opened(order: LegacyOrder) -> LegacyRun:
    """Read a legacy file and what it needs. Raises Refusal listing every problem.

    When the order is lenient, rows at fault are left out; the problems stay in the run's file.
    """
    from engine.parameters import published
    from engine.programmes.pre_employment import (
        LAD_TABLE,
        UPLIFTS_TABLE,
        Context,
        LearningAimDatabase,
        read_records,
    )
    from engine.reference import ReferenceData, ReferenceDataError
    from reports.calculation import chosen_switches, default_reference

    switches = chosen_switches(order.switches)
    folder = order.reference or default_reference()
    try:
        tables = ReferenceData.from_folder(folder)
        database = LearningAimDatabase(tables)
    except ReferenceDataError as error:
        raise Refusal([f"the reference data in {folder} cannot be used:", *_lines(error.problems)]) from None
    try:
        with order.file.open(encoding="utf-8-sig", newline="") as lines:
            legacy = read_records(lines, order.file.name)
    except UnicodeDecodeError:
        raise Refusal(
            f"{order.file}: found bytes that are not UTF-8, expected a CSV file saved as UTF-8"
        ) from None
    if legacy.problems and not (order.lenient and legacy.records):
        count = len(legacy.problems)
        heading = (
            f"{order.file} cannot be used as legacy records ({count:,} problem{'' if count == 1 else 's'}):"
        )
        raise Refusal([heading, *_lines(legacy.problems)])
    missing = tuple(name for name in (LAD_TABLE, UPLIFTS_TABLE) if not tables.has(name))
    context = Context(database, published(), switches, order.as_at)
    return LegacyRun(order, legacy, context, folder, missing)


def _lines(problems: Iterable[object]) -> list[str]:
    return [f"  {problem}" for problem in problems]
