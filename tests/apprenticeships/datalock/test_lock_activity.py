"""From which day to which a commitment is active (apprenticeship rules 6.2)."""

from datetime import date
from itertools import permutations

import pytest

from engine.programmes.apprenticeships.payments.inputs import Commitment
from engine.programmes.apprenticeships.payments.lock_activity import LearnerCommitments
from tests.apprenticeships.datalock.lock_builders import (
    PROVIDER_B,
    commitment_of,
    completion,
    day,
    episode_of,
    instalments,
    locked,
    paid,
)


def windows(*rows: Commitment) -> list[tuple[str, str, str]]:
    shown = LearnerCommitments(rows).active
    return [
        (
            one.commitment.version,
            f"{one.first:%d/%m/%Y}",
            "" if one.last == date.max else f"{one.last:%d/%m/%Y}",
        )
        for one in shown
    ]


def test_an_only_version_runs_from_the_month_end_of_its_start() -> None:
    assert windows(commitment_of(start="15/09/2017")) == [("1-001", "30/09/2017", "")]


def test_an_only_version_ends_the_day_before_the_month_end_of_its_end() -> None:
    paused = commitment_of(status="paused", start="15/09/2017", end="08/09/2018")
    assert windows(paused) == [("1-001", "30/09/2017", "29/09/2018")]


def test_an_only_version_ends_with_its_stop() -> None:
    stopped = commitment_of(status="cancelled", stop_date="15/12/2017")
    assert windows(stopped) == [("1-001", "30/09/2017", "15/12/2017")]


def test_bounds_are_inclusive() -> None:
    known = LearnerCommitments([commitment_of(status="cancelled", stop_date="15/12/2017")])
    assert [
        bool(known.on(day(text))) for text in ("29/09/2017", "30/09/2017", "15/12/2017", "16/12/2017")
    ] == [
        False,
        True,
        True,
        False,
    ]


def test_versions_run_by_their_own_days() -> None:
    assert windows(
        commitment_of(effective_from="03/09/2017", effective_to="31/10/2017"),
        commitment_of(version="1-002", status="cancelled", effective_from="01/11/2017", effective_to="31/12/2017",
                      stop_date="05/12/2017"),
    ) == [("1-001", "03/09/2017", "31/10/2017"), ("1-002", "01/11/2017", "05/12/2017")]  # fmt: skip


def test_the_latest_active_row_never_ends() -> None:
    assert windows(
        commitment_of(effective_from="03/09/2017", effective_to="31/10/2017"),
        commitment_of(version="1-002", effective_from="01/11/2017", effective_to="30/11/2017"),
    ) == [("1-001", "03/09/2017", "31/10/2017"), ("1-002", "01/11/2017", "")]


def test_a_gap_is_closed_up_to_the_next_row_of_any_commitment() -> None:
    assert windows(
        commitment_of(status="cancelled", stop_date="10/10/2017"),
        commitment_of("2", "2-001", ukprn=PROVIDER_B, start="05/12/2017"),
    ) == [("1-001", "30/09/2017", "30/12/2017"), ("2-001", "31/12/2017", "")]


def test_an_overlap_stays() -> None:
    assert windows(commitment_of(), commitment_of("2", "2-001", start="05/12/2017")) == [
        ("1-001", "30/09/2017", "29/09/2018"),
        ("2-001", "31/12/2017", ""),
    ]


@pytest.mark.parametrize("status", ["paused", "cancelled"])
def test_a_last_version_without_an_end_is_dropped_and_ends_the_one_before(status: str) -> None:
    known = LearnerCommitments(
        [
            commitment_of(effective_from="01/09/2017", effective_to="15/10/2017"),
            commitment_of(
                version="1-002", status=status, effective_from="01/11/2017", stop_date="01/12/2017"
            ),
        ]
    )
    assert [(one.commitment.version, one.last) for one in known.active] == [("1-001", date(2017, 10, 31))]
    assert [one.version for one in known.all] == ["1-001", "1-002"]


def test_a_version_without_an_end_that_is_not_the_last_is_never_active() -> None:
    assert windows(
        commitment_of(effective_from="01/09/2017"),
        commitment_of(version="1-002", effective_from="01/11/2017"),
    ) == [("1-002", "01/11/2017", "")]


def test_a_version_that_ends_before_it_begins_is_dropped_and_not_stretched() -> None:
    assert windows(
        commitment_of(effective_from="01/09/2017", effective_to="31/08/2017"),
        commitment_of(version="1-002", effective_from="01/11/2017"),
    ) == [("1-002", "01/11/2017", "")]


def test_a_version_without_effective_from_begins_with_the_commitment() -> None:
    assert windows(
        commitment_of(effective_to="31/10/2017"), commitment_of(version="1-002", effective_from="01/11/2017")
    ) == [("1-001", "01/09/2017", "31/10/2017"), ("1-002", "01/11/2017", "")]


def test_the_order_of_rows_does_not_matter() -> None:
    rows = [
        commitment_of(effective_from="01/09/2017", effective_to="31/10/2017"),
        commitment_of(
            version="1-002", status="paused", effective_from="01/11/2017", effective_to="30/11/2017"
        ),
        commitment_of(version="1-003", effective_from="10/12/2017"),
        commitment_of("2", "2-001", start="02/02/2018"),
    ]
    assert {tuple(windows(*order)) for order in permutations(rows)} == {tuple(windows(*rows))}


def test_a_paused_version_dropped_lets_the_pause_show_and_the_months_before_go() -> None:
    """The pause holds while it is the last code: none of the episode's months is payable in that run."""
    rows = [
        commitment_of(effective_from="01/09/2017", effective_to="15/10/2017"),
        commitment_of(version="1-002", status="paused", effective_from="16/11/2017"),
    ]
    lines = instalments(episode_of(), "09/17", "12/17")
    assert paid(locked(lines, rows, until="10/17")) == ["09/17", "10/17"]
    after = locked(lines, rows)
    assert [one.codes for one in after.events[0].periods] == [(), (), ("DLOCK_12",), ("DLOCK_12",)]
    assert not paid(after)


def test_completion_before_the_month_end_of_the_start_looks_at_all_rows() -> None:
    outcome = locked(completion(episode_of(), "20/09/2017"), [commitment_of()])
    assert paid(outcome) == ["09/17"]


def test_a_learner_goes_on_beyond_the_end_of_the_latest_commitment() -> None:
    rows = [commitment_of(end="08/11/2017")]
    assert paid(locked(instalments(episode_of(), "10/17", "12/17"), rows)) == ["10/17", "11/17", "12/17"]
