"""Snapshot files: written and read the same, and every unusable one told in a line."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kept_runs import ADULT, kept

from reports.refusal import Refusal
from reports.year_on_year.record import Figure, Input, Reason, Record, ScenarioRecord, Used, Value
from reports.year_on_year.snapshot_file import read_snapshot, write_snapshot

ONE = str(ADULT / "covid_skills_offer.feature")
TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12)
INPUTS = st.lists(st.builds(Input, TEXT, TEXT, TEXT), max_size=2).map(tuple)
REASONS = st.builds(
    Reason,
    rule=TEXT,
    title=TEXT,
    source=TEXT,
    clauses=st.lists(TEXT, max_size=2).map(tuple),
    words=TEXT,
    numbers=TEXT,
    terms=INPUTS,
    facts=INPUTS,
    parameters=st.lists(st.builds(Used, *[TEXT] * 8), max_size=2).map(tuple),
)
FIGURES = st.builds(Figure, TEXT, TEXT, TEXT, TEXT, TEXT, st.lists(REASONS, max_size=2).map(tuple))
SCENARIOS = st.builds(
    ScenarioRecord,
    feature=TEXT,
    name=TEXT,
    example=st.integers(1, 9),
    line=st.integers(1, 999),
    tags=st.lists(TEXT, max_size=2).map(tuple),
    status=st.sampled_from(["passed", "failed", "error"]),
    inputs=TEXT,
    message=TEXT,
    figures=st.lists(FIGURES, max_size=3),
)
RECORDS = st.builds(
    Record,
    paths=st.lists(TEXT, max_size=2).map(tuple),
    parameters=st.lists(st.builds(Value, *[TEXT] * 4), max_size=2).map(tuple),
    scenarios=st.lists(SCENARIOS, max_size=3),
    unreadable=st.lists(st.tuples(TEXT, TEXT), max_size=1),
)


@settings(max_examples=40, deadline=None)
@given(RECORDS, st.sampled_from(["a.json", "a.json.gz"]))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, record: Record, name: str) -> None:
    path = tmp_path_factory.mktemp("kept") / name
    write_snapshot(record, path)
    assert read_snapshot(path) == record


@pytest.mark.parametrize("name", ["kept.json", "kept.json.gz"])
def test_the_same_run_gives_the_same_bytes(tmp_path: Path, name: str) -> None:
    write_snapshot(kept(ONE), tmp_path / name)
    first = (tmp_path / name).read_bytes()
    write_snapshot(read_snapshot(tmp_path / name), tmp_path / name)
    assert (tmp_path / name).read_bytes() == first
    assert sorted(path.name for path in tmp_path.iterdir()) == [name]


def test_a_reason_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "kept.json"
    write_snapshot(kept(ONE), path)
    heading, *lines = path.read_text(encoding="utf-8").splitlines()
    reasons = lines[: json.loads(heading)["reasons"]]
    assert len(set(reasons)) == len(reasons)


def _told(path: Path) -> str:
    with pytest.raises(Refusal) as caught:
        read_snapshot(path)
    assert "\n" not in caught.value.message and path.name in caught.value.message
    return str(caught.value.message)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "no snapshot of ilrspec"),
        (b"hello", "no snapshot of ilrspec"),
        (b"[1, 2]", "no snapshot of ilrspec"),
        (b"\xff\xfe\x00", "no snapshot of ilrspec"),
        (b'{"format":"ilrspec snapshot","version":99}', "of version 99; this ilrspec reads version 1"),
        (b'{"format":"ilrspec snapshot","vers', "cut short"),
        (b'{"format":"ilrspec snapshot","version":1}', "damaged"),
        (gzip.compress(b"hello", mtime=0)[:-6], "cut short"),
    ],
    ids=["empty", "text", "list", "bytes", "version", "heading_cut", "damaged", "gzip_cut"],
)
def test_what_is_no_snapshot(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(content)
    assert told in _told(path)


def test_a_missing_snapshot(tmp_path: Path) -> None:
    assert "there is no such snapshot" in _told(tmp_path / "none.json")


@settings(max_examples=25, deadline=None)
@given(st.integers(min_value=0, max_value=99))
def test_a_snapshot_cut_short_anywhere(tmp_path_factory: pytest.TempPathFactory, percent: int) -> None:
    path = tmp_path_factory.mktemp("cut") / "cut.json"
    write_snapshot(kept(ONE), path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * percent // 100])
    assert _told(path)
