"""Small helpers for the tests of the store of returns."""

import csv
from collections.abc import Iterable
from pathlib import Path

from engine.parameters import published
from engine.programmes.bootcamps import Context, evaluate
from engine.reference import ReferenceData
from engine.returns import ReturnCalendar
from engine.returns.people import people
from engine.returns.store import ReturnStore
from engine.switches import load_switches

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "fixtures" / "sample_provider"
REFERENCE = SAMPLE / "reference"
FILES = sorted(SAMPLE.glob("ILR-*.xml"))
FIRST, SECOND, THIRD, OTHER = FILES

TABLES = ReferenceData.from_folder(REFERENCE)
CALENDAR = ReturnCalendar.of_reference(TABLES)


def import_all(store: ReturnStore, files: Iterable[Path] = FILES) -> None:
    for file in files:
        store.import_file(file, CALENDAR)


def results(*stores: ReturnStore) -> tuple[list[object], list[object]]:
    """Milestones and no-pay lines of stores, in the order in which persons come."""
    context = Context(TABLES, published(), load_switches())
    milestones: list[object] = []
    no_pay: list[object] = []
    for person in people(stores):
        found = evaluate(person, context)
        milestones += [
            (one.ukprn, one.learn_ref_number, one.milestone, one.amount, one.returned_in, one.period)
            for one in found.milestones
        ]
        no_pay += [
            (one.ukprn, one.returned_in, one.learn_ref_number, one.aim_seq_number, one.milestone, one.code)
            for one in found.no_pay
        ]
    return milestones, no_pay


def changed(source: Path, target: Path, old: str, new: str) -> Path:
    """Write a copy of a file with a text in place of another."""
    text = source.read_text(encoding="utf-8")
    assert old in text
    target.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
    return target


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))
