"""Good files spoilt at random: whatever becomes of them, a reader reads or refuses them, and does nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.fuzz_targets import TARGETS, seeds, words

SLOW = {"check", "workbook", "ilr-packed", "run", "store", "notes", "folder"}
VERY_SLOW = {"folder"}
SEEDS: dict[str, list[bytes]] = {}
RAW = st.one_of(
    st.binary(max_size=8),
    st.sampled_from([b"\0", b"\xff\xfe", b"\xed\xa0\x80", b"\r", b"\n", b"\xef\xbb\xbf"]),
)


def spoilt(name: str, draw: Callable[[st.SearchStrategy], object]) -> bytes:
    """Return a seed with some stretches taken out, doubled, swapped, or put in the place of others."""
    good = SEEDS.setdefault(name, list(seeds(name)))
    content = bytes(draw(st.sampled_from(good)))
    put_in = st.one_of(RAW, st.sampled_from(words(name)))
    for _ in range(int(draw(st.integers(1, 4)))):
        at = int(draw(st.integers(0, len(content))))
        end = min(len(content), at + int(draw(st.sampled_from([0, 1, 4, 40, 400]))))
        how = draw(st.sampled_from(["replace", "double", "cut"]))
        if how == "cut":
            content = content[:at]
        elif how == "double":
            content = content[:end] + content[at:end] + content[end:]
        else:
            content = content[:at] + bytes(draw(put_in)) + content[end:]
    return content


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.long if name in VERY_SLOW else ()) for name in TARGETS]
)
def test_a_spoilt_file_is_read_or_refused(name: str, tmp_path: Path) -> None:
    @settings(max_examples=5 if name in SLOW else 25, suppress_health_check=list(HealthCheck), database=None)
    @given(st.data())
    def one(data: st.DataObject) -> None:
        content = spoilt(name, data.draw)
        told = TARGETS[name](content, tmp_path)
        assert told is None or told.strip()

    one()
