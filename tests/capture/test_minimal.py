"""What is left of a scenario: exactly what its result needs, found in few trials, the same every time."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from reports.capture.minimal import minimal
from reports.capture.parts import Part

_PARTS = (
    Part("the funding year is 2020/21"),
    Part("this learner:", ({"date of birth": "01/05/1990", "sex": "F"},)),
    Part(
        "these aims:",
        tuple({"aim": name, "start": "01/09/2020", "DAM": "001, 002, 003", "FFI": "2"} for name in "ABC"),
        labels=frozenset({"aim"}),
    ),
)
_CELLS = [
    (part.sentence, number, heading, code)
    for part in _PARTS
    for number, row in enumerate(part.rows)
    for heading, cell in row.items()
    if heading not in part.labels
    for code in cell.split(", ")
]


def _said(parts: Sequence[Part]) -> set[tuple[str, int, str, str]]:
    """Return what some parts say, each row told by its label or its place."""
    return {
        (part.sentence, "ABC".index(row["aim"]) if "aim" in row else number, heading, code)
        for part in parts
        for number, row in enumerate(part.rows)
        for heading, cell in row.items()
        if heading not in part.labels and cell
        for code in cell.split(", ")
    }


@given(st.sets(st.sampled_from(_CELLS)))
def test_what_is_needed_is_left_and_nothing_else(needed: set[tuple[str, int, str, str]]) -> None:
    trials = 0

    def same(parts: Sequence[Part]) -> bool:
        nonlocal trials
        trials += 1
        return needed <= _said(parts)

    left = minimal(_PARTS, same, frozenset({_PARTS[0].sentence}))
    assert _said(left) == needed
    assert left[0] == _PARTS[0]
    assert trials < 150
    assert minimal(_PARTS, same, frozenset({_PARTS[0].sentence})) == left


def test_a_step_without_a_table_goes_when_nothing_needs_it() -> None:
    assert minimal(_PARTS, lambda parts: True) == ()
