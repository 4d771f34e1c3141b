"""Inputs at which a reader once failed, kept: each is read or refused in few words, and soon."""

import ast
import time
from pathlib import Path

import pytest

from bench.fuzz_targets import TARGETS

CASES = {path.stem: path for path in sorted((Path(__file__).parent / "cases").glob("*.txt"))}


def content_of(name: str) -> bytes:
    """Return the bytes of a case, written as a Python literal so that every editor shows what they are."""
    content: bytes = ast.literal_eval(CASES[name].read_text(encoding="utf-8"))
    return content


def target_of(name: str) -> str:
    return max((one for one in TARGETS if name.startswith(f"{one}-")), key=len)


@pytest.mark.parametrize("name", CASES)
def test_kept_case(name: str, tmp_path: Path) -> None:
    began = time.process_time()
    told = TARGETS[target_of(name)](content_of(name), tmp_path)
    assert time.process_time() - began < 5
    assert told is None or told.strip()


def test_the_kept_refusals_say_where(tmp_path: Path) -> None:
    told = TARGETS["parameters"](content_of("parameters-impossible_date"), tmp_path)
    assert told == f"{tmp_path / 'rates.yaml'}:3: a: '2021-99-99' is not a date; write from: 2021-08-01"
    told = TARGETS["parameters"](content_of("parameters-not_utf8"), tmp_path)
    assert told == f"{tmp_path / 'rates.yaml'}:2: is not a UTF-8 text"
    told = TARGETS["check"](content_of("check-row_without_a_cell"), tmp_path)
    assert told is not None and told.endswith("this row has no cell; close it with |, or take it away")
    told = TARGETS["store"](content_of("store-record_not_packed"), tmp_path)
    assert told is not None and told.startswith(
        f"{tmp_path / 'returns.db'} is damaged: the record of learner "
    )
    told = TARGETS["store"](content_of("store-closing_day_in_words"), tmp_path)
    assert told == f"{tmp_path / 'returns.db'} is damaged; import the returns into a new store."
