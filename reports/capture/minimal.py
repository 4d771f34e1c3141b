"""The smallest scenario of a kind: steps, rows, columns and cells that change nothing are left out.

Everything of one sort is tried at once, then by halves, so that what matters is found in few trials. The order of the
trials is that of the scenario: the same learner always gives the same scenario.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from reports.capture.parts import Part

Unit: TypeAlias = tuple[int, int, str, int]
"""What may be left out: a part, a row of it, a heading, a code of its cell; -1 and blank where all of it are meant."""

ALL = -1
_ROUNDS = 3
_TRIALS = 1500


def minimal(
    parts: Sequence[Part], same: Callable[[Sequence[Part]], bool], kept: frozenset[str] = frozenset()
) -> tuple[Part, ...]:
    """Return the parts without what may go: ``same`` says whether what is left still gives the same.

    ``kept`` are sentences that stay whatever happens. After a limit of trials what has not been tried stays.
    """
    tried: dict[frozenset[Unit], bool] = {}

    def still(gone: frozenset[Unit]) -> bool:
        if gone not in tried:
            tried[gone] = len(tried) < _TRIALS and same(_without(parts, gone))
        return tried[gone]

    gone: frozenset[Unit] = frozenset()
    for _ in range(_ROUNDS):
        before = gone
        for units in (_parts, _rows, _columns, _cells, _codes):
            gone = _reduced([one for one in units(parts, kept, gone) if one not in gone], gone, still)
        if gone == before:
            break
    return _without(parts, gone)


def _reduced(
    units: Sequence[Unit], gone: frozenset[Unit], still: Callable[[frozenset[Unit]], bool]
) -> frozenset[Unit]:
    if not units:
        return gone
    without = gone | frozenset(units)
    if still(without):
        return without
    if len(units) == 1:
        return gone
    half = len(units) // 2
    return _reduced(units[half:], _reduced(units[:half], gone, still), still)


def _parts(parts: Sequence[Part], kept: frozenset[str], gone: frozenset[Unit]) -> Iterator[Unit]:
    for at, part in enumerate(parts):
        if part.sentence not in kept:
            yield at, ALL, "", ALL


def _rows(parts: Sequence[Part], kept: frozenset[str], gone: frozenset[Unit]) -> Iterator[Unit]:
    for at in _left(parts, gone):
        for row in range(len(parts[at].rows)):
            yield at, row, "", ALL


def _columns(parts: Sequence[Part], kept: frozenset[str], gone: frozenset[Unit]) -> Iterator[Unit]:
    for at in _left(parts, gone):
        for name in parts[at].headings:
            if name not in parts[at].labels:
                yield at, ALL, name, ALL


def _cells(parts: Sequence[Part], kept: frozenset[str], gone: frozenset[Unit]) -> Iterator[Unit]:
    for at, _, name, _ in _columns(parts, kept, gone):
        if (at, ALL, name, ALL) in gone:
            continue
        for number, row in enumerate(parts[at].rows):
            if row.get(name) and (at, number, "", ALL) not in gone:
                yield at, number, name, ALL


def _codes(parts: Sequence[Part], kept: frozenset[str], gone: frozenset[Unit]) -> Iterator[Unit]:
    for at, row, name, _ in _cells(parts, kept, gone):
        if (at, row, name, ALL) not in gone and len(codes := parts[at].rows[row][name].split(", ")) > 1:
            yield from ((at, row, name, number) for number in range(len(codes)))


def _left(parts: Sequence[Part], gone: frozenset[Unit]) -> Iterator[int]:
    return (at for at in range(len(parts)) if (at, ALL, "", ALL) not in gone)


def _without(parts: Sequence[Part], gone: frozenset[Unit]) -> tuple[Part, ...]:
    left = []
    for at in _left(parts, gone):
        part = parts[at]
        rows = tuple(
            {name: _cell(at, number, name, cell, gone) for name, cell in row.items()}
            for number, row in enumerate(part.rows)
            if (at, number, "", ALL) not in gone
        )
        if rows or not part.rows:
            left.append(replace(part, rows=rows))
    return tuple(left)


def _cell(at: int, row: int, name: str, cell: str, gone: frozenset[Unit]) -> str:
    if (at, ALL, name, ALL) in gone or (at, row, name, ALL) in gone:
        return ""
    codes = cell.split(", ")
    if len(codes) > 1:
        return ", ".join(one for number, one in enumerate(codes) if (at, row, name, number) not in gone)
    return cell
