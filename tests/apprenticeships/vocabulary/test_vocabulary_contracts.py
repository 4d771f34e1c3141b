"""ACT records of an aim, whatever contracts are said: no gap, and on each day the contract that the rules name."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from steps.apprenticeships.contracts import Contract, act_records

START = date(2017, 8, 1)
DAYS = st.integers(-20, 60).map(lambda days: START + timedelta(days=days))
CONTRACTS = st.lists(
    st.builds(
        lambda kind, first, length: Contract(
            kind, first, first + timedelta(days=length) if first and length is not None else None
        ),
        st.sampled_from([1, 2]),
        DAYS,
        st.none() | st.integers(0, 30),
    ),
    max_size=4,
    unique_by=lambda one: one.first,
)


def named(contracts: list[Contract], unless_said: int, day: date) -> int:
    """Return the contract of a day in the plainest reading of the rules."""
    begun = [one for one in contracts if one.first and one.first <= day]
    covering = [one for one in begun if one.last is None or one.last >= day]
    latest = max(covering or begun, key=lambda one: one.first or START, default=None)
    return latest.kind if latest else unless_said


@given(CONTRACTS, st.sampled_from([1, 2]), st.none() | st.integers(0, 70))
def test_every_day_has_its_contract(contracts: list[Contract], unless_said: int, length: int | None) -> None:
    end = None if length is None else START + timedelta(days=length)
    records = act_records(contracts, unless_said, START, end)
    assert records[0]["LearnDelFAMDateFrom"] == START
    assert "LearnDelFAMDateTo" not in records[-1]
    for one, following in pairwise(records):
        assert one["LearnDelFAMDateTo"] + timedelta(days=1) == following["LearnDelFAMDateFrom"]
    for step in range(80 if length is None else length + 1):
        day = START + timedelta(days=step)
        held = [one for one in records if one["LearnDelFAMDateFrom"] <= day][-1]
        assert held["LearnDelFAMCode"] == str(named(contracts, unless_said, day))
    begins = {one["LearnDelFAMDateFrom"] for one in records}
    assert all(
        one.first in begins for one in contracts if one.first > START and (not end or one.first <= end)
    )
