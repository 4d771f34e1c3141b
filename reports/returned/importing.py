"""Importing files into a store, one after another, each whole or not at all."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reports.calculation import file_problems
from reports.refusal import Refusal

if TYPE_CHECKING:
    from engine.returns import ReturnCalendar
    from engine.returns.store import Imported, ReturnStore


def import_files(
    files: Sequence[Path], store_path: Path, calendar: "ReturnCalendar", folder: Path, replace: bool
) -> Iterator[str]:
    """Import files and say what became of each. A file that is refused does not stop the others.

    A store that did not exist is made only when a file goes into it. Raises Refusal with every refused file at
    the end, and at once for a store that cannot be opened.
    """
    from engine.returns.problems import StoreError
    from engine.returns.store import ReturnStore

    is_new = not store_path.exists()
    refused: list[str] = []
    accepted = 0
    try:
        with ReturnStore.open(store_path) as store:
            for file in files:
                try:
                    yield _import(store, file, calendar, folder, replace)
                    accepted += 1
                except Refusal as refusal:
                    refused.append(refusal.message)
    except StoreError as error:
        refused.append(str(error))
    finally:
        if is_new and not accepted:
            store_path.unlink(missing_ok=True)
    if refused:
        raise Refusal(refused)


def _import(store: "ReturnStore", file: Path, calendar: "ReturnCalendar", folder: Path, replace: bool) -> str:
    from engine.ilr.problems import IlrFileError
    from engine.returns import ReturnCalendarError
    from engine.returns.problems import ReturnRefusedError

    try:
        return _said(file, store.import_file(file, calendar, replace=replace))
    except IlrFileError as error:
        raise Refusal(file_problems(file, error.problems)) from None
    except ReturnCalendarError as error:
        raise Refusal(f"{file}: {error} (table returns of {folder}). The store is unchanged.") from None
    except ReturnRefusedError as error:
        raise Refusal(f"{file}: {error}") from None


def _said(file: Path, imported: "Imported") -> str:
    held = imported.file
    place = f"{held.returned_in.name} of {held.returned_in.year.label}, provider {held.ukprn}"
    counts = f"{held.learners:,} learners, {held.aims:,} aims"
    if imported.outcome == "already there":
        return f"{file}: is in the store already, with the same content ({place}); nothing was changed"
    how = "imported in place of the file before" if imported.outcome == "replaced" else "imported"
    return f"{file}: {how} as {place}: {counts}"
