"""Places of editors are those of Python, whatever encoding an editor counts in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.language_server.place import cells
from reports.language_server.positions import character, units

CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


@pytest.mark.parametrize("encoding", sorted(CODECS))
@given(line=st.text(max_size=20), at=st.integers(0, 20))
def test_there_and_back(encoding: str, line: str, at: int) -> None:
    at = min(at, len(line))
    codec, size = CODECS[encoding]
    assert units(line, at, encoding) == len(line[:at].encode(codec)) // size
    assert character(line, units(line, at, encoding), encoding) == at


@given(st.text(alphabet="|\\ aé𝒜", max_size=20))
def test_cells_stand_where_they_are_said_to(line: str) -> None:
    for cell in cells("|" + line):
        said = ("|" + line)[cell.start : cell.end]
        assert said.replace("\\|", "|").replace("\\\\", "\\") == cell.text
