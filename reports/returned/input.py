"""What the commands on stores of returns are given: reference data, the calendar of returns, the store."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reports.refusal import Refusal

if TYPE_CHECKING:
    from engine.reference import ReferenceData
    from engine.returns import ReturnCalendar
    from engine.returns.store import ReturnStore


@dataclass(frozen=True, slots=True)
class ReturnsInput:
    """Reference data, the folder it came from, and the calendar of returns in it."""

    folder: Path
    reference: "ReferenceData"
    calendar: "ReturnCalendar"


def returns_input(reference: Path | None) -> ReturnsInput:
    """Read the reference data of a folder, or of the extract that comes with the product. Raises Refusal."""
    from engine.reference import ReferenceData, ReferenceDataError
    from engine.returns import ReturnCalendar, ReturnCalendarError
    from reports.calculation import default_reference

    folder = reference or default_reference()
    try:
        tables = ReferenceData.from_folder(folder)
        return ReturnsInput(folder, tables, ReturnCalendar.of_reference(tables))
    except ReferenceDataError as error:
        problems = (f"  {problem}" for problem in error.problems)
        raise Refusal([f"the reference data in {folder} cannot be used:", *problems]) from None
    except ReturnCalendarError as error:
        raise Refusal(f"the reference data in {folder} cannot be used: {error}") from None


@contextmanager
def stored(path: Path) -> Iterator["ReturnStore"]:
    """Open a store to read it. Whatever is wrong with it, here or later, becomes a Refusal."""
    from engine.returns.problems import StoreError
    from engine.returns.store import ReturnStore

    try:
        with ReturnStore.open(path, create=False, write=False) as store:
            yield store
    except StoreError as error:
        raise Refusal(str(error)) from None
