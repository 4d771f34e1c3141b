"""Sums of an impact put together from those of files and pieces are the sums of all learners, however they are cut."""

import json
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from reports.impact.change import Change, Pair
from reports.impact.filesums import FileImpact, change_as_json, change_from_json
from reports.impact.sums import Impact

pounds = st.integers(-300_000, 300_000).map(lambda number: Decimal(number).scaleb(-5) * 1000)
# Few sums, so that learners often move by the same.
pairs = st.builds(Pair, st.sampled_from([Decimal("0.00000"), Decimal("10.00000")]), pounds)
kinds = st.tuples(st.sampled_from(["adult_skills", "apprenticeships"]), st.sampled_from("AB"))


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """A learner whose amounts differ where they moved, and here and there where they did not in sum."""
    amounts = draw(st.dictionaries(kinds, pairs, max_size=3))
    moved = frozenset(kind for kind in amounts if amounts[kind].difference or draw(st.booleans()))
    return Change(draw(st.text(max_size=3)), amounts, moved, draw(st.booleans()), draw(st.booleans()))


@given(
    st.lists(st.lists(st.lists(changes(), max_size=4), max_size=3), max_size=3),
    st.integers(0, 4),
    st.integers(0, 3),
)
def test_the_sums_of_parts_are_those_of_the_whole(
    files: list[list[list[Change]]], top: int, more: int
) -> None:
    whole, together = Impact(top), Impact(top)
    for number, pieces in enumerate(files):
        of_file = FileImpact(Impact(top + more))
        for piece in pieces:
            part = FileImpact(Impact(top + more))
            for change in piece:
                whole.add(number, "2020/21", change)
                part.impact.add(number, "2020/21", change)
            of_file.take(part)
        held = json.loads(json.dumps(of_file.as_json()))
        assert FileImpact.from_json(held).as_json() == held
        together.take(FileImpact.from_json(held).impact)
    assert FileImpact(together).as_json() == FileImpact(whole).as_json()
    assert (together.gains, together.losses) == (whole.gains, whole.losses)
    assert together.distribution == whole.distribution


@given(changes())
def test_a_learner_that_waits_is_the_same_when_it_is_read_again(change: Change) -> None:
    assert change_from_json(json.loads(json.dumps(change_as_json(change)))) == change
