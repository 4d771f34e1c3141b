"""No output of any command tells who a learner is: names, date of birth, NI number, address, telephone, email.

Every command works on files whose personal fields hold texts that stand nowhere else; what it shows and writes is then
searched for each of them, inside workbooks, Parquet files, archives and stores too.
"""

import io
from pathlib import Path

import pytest
from click.testing import CliRunner

from reports.cli import cli
from tests.privacy.personal import BIRTH, files_in, leaks
from tests.privacy.private_commands import ON_ILR, TAKES_LONG


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.long if name in TAKES_LONG else ()) for name in ON_ILR]
)
def test_no_output_tells_who_a_learner_is(name: str, room: Path) -> None:
    told = ""
    for arguments in ON_ILR[name]:
        done = CliRunner().invoke(cli, arguments)
        assert done.exit_code in (0, 1), done.output
        told += done.output
    written = files_in(room / "out")
    assert told and (name in ("explain", "impact to data") or written)
    store = written.pop("returns.db", b"")
    assert not leaks({"the screen": told.encode(), **written})
    # What rules read is kept for them: ages and areas.
    kept = {one.rpartition(" ")[2] for one in leaks({"the store": store})}
    assert all(one.endswith((BIRTH, "7ZQ", "8ZQ", "6ZQ")) for one in kept), kept


def test_the_search_finds_what_is_hidden() -> None:
    from openpyxl import Workbook

    made = io.BytesIO()
    book = Workbook()
    book.active.append(["Zqfamily"])
    book.save(made)
    assert leaks({"a.xlsx": made.getvalue()})
    assert leaks({"a.csv": b"born 27/06/1990"})
    assert not leaks({"a.csv": b"L03 0001"})
