"""ILR files as colleges send them, packed; and archives made to do harm."""

import gzip
import io
import os
import re
import threading
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from engine.ilr import _packed
from engine.ilr.xml import IlrFileError, open_ilr, read_message
from reports.cli import cli
from tests.ilr.samples import GOOD
from tests.patience import PATIENCE

Member = tuple[str, bytes]


def zipped(*members: Member, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return packed.getvalue()


def protected() -> bytes:
    packed = bytearray(zipped(("ILR.xml", GOOD)))
    packed[packed.rfind(b"PK\x01\x02") + 8] |= 1
    return bytes(packed)


def with_claimed_listing(size: int) -> bytes:
    packed = bytearray(zipped(("ILR.xml", GOOD)))
    end = packed.rfind(b"PK\x05\x06")
    packed[end + 12 : end + 16] = size.to_bytes(4, "little")
    return bytes(packed)


def bomb() -> bytes:
    """A learner's name of 130 MB in 0.1 MB."""
    packed = io.BytesIO()
    with gzip.open(packed, "wb", compresslevel=9) as stream:
        stream.write(GOOD[: GOOD.index(b"<Learner>")])
        for _ in range(130):
            stream.write(b" " * (1 << 20))
    return packed.getvalue()


def calculated(path: Path, *options: str) -> Result:
    return CliRunner().invoke(cli, ["calc", str(path), *options])


TAKEN = {
    "ILR.xml.gz": gzip.compress(GOOD),
    "ILR.gz": gzip.compress(GOOD[:1000]) + gzip.compress(GOOD[1000:]),
    "ILR.zip": zipped(("ILR.xml", GOOD)),
    "STORED.ZIP": zipped(("ILR.XML", GOOD), method=zipfile.ZIP_STORED),
    "LZMA.zip": zipped(("a/b/ILR.xml", GOOD), method=zipfile.ZIP_LZMA),
    "BESIDE.zip": zipped(("__MACOSX/._ILR.xml", b"x"), ("read me.txt", b"x"), ("ILR.xml", GOOD), ("a/", b"")),
    "NAMED AS IT WAS.xml": zipped(("ILR.xml", GOOD)),
    "UNPACKED ALREADY.zip": GOOD,
}


@pytest.mark.parametrize("name", TAKEN)
def test_a_packed_file_is_read_as_the_file_in_it(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(TAKEN[name])
    assert read_message(path) == read_message(GOOD)
    with open_ilr(path) as reader:
        assert reader.file_name == name
        assert [learner.learn_ref_number for learner in reader.learners()] == ["A1", "A2"]
        assert reader.destination("A2") == next(open_destinations())
    assert calculated(path).exit_code == 0
    assert [one.name for one in tmp_path.iterdir()] == [name]


def open_destinations() -> Any:
    with open_ilr(GOOD) as reader:
        list(reader.learners())
        return iter([*reader.destinations()])


REFUSED = {
    "empty.zip": (zipped(), "the zip file holds no ILR file (.xml)"),
    "none.zip": (zipped(("ILR.txt", GOOD)), "the zip file holds no ILR file (.xml)"),
    "several.zip": (
        zipped(("a.xml", GOOD), ("b/c.xml", GOOD)),
        "the zip file holds 2 ILR files (a.xml, b/c.xml); unpack it and name one of them",
    ),
    "up.zip": (zipped(("../../x.xml", GOOD)), "holds one named ../../x.xml, which leaves its folder"),
    "up beside.zip": (zipped(("a.xml", GOOD), ("..\\x.txt", b"")), "which leaves its folder"),
    "root.zip": (zipped(("/etc/x.xml", GOOD)), "holds one named /etc/x.xml, which leaves its folder"),
    "drive.zip": (zipped(("C:\\x.xml", GOOD)), "which leaves its folder"),
    "protected.zip": (protected(), "the file ILR.xml in it is protected by a password; unpack it first"),
    "cut.zip": (zipped(("a.xml", GOOD))[:-200], "the zip file is cut short or damaged"),
    "cut.gz": (gzip.compress(GOOD)[:-200], "the packed file is cut short"),
    "damaged.zip": (
        zipped(("a.xml", GOOD)).replace(GOOD[:0] + b"a.xml", b"b.xml", 1),
        "cut short or damaged",
    ),
    "damaged.gz": (gzip.compress(GOOD)[:-8] + b"\0" * 8, "the packed file is damaged"),
    "rubbish behind.gz": (gzip.compress(GOOD) + b"rubbish", "the packed file is damaged"),
    "no zip.zip": (b"rubbish", "the file is named .zip but is no zip file"),
    "long list.zip": (with_claimed_listing(1 << 30), "the zip file lists too many files"),
    "twice packed.zip": (zipped(("ILR.xml", gzip.compress(GOOD))), "the file is not XML"),
    "bomb.gz": (bomb(), "it unpacks to more than 250 times its size, which no ILR file does"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_one_clear_line_for_what_cannot_be_unpacked(name: str, tmp_path: Path) -> None:
    content, told = REFUSED[name]
    path = tmp_path / name
    path.write_bytes(content)
    done = calculated(path, "--out", str(tmp_path / "out.csv"))
    assert (done.exit_code, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith(str(path))
    assert told.casefold() in line.casefold()
    assert [one.name for one in tmp_path.iterdir()] == [name]


def test_a_packed_file_larger_than_any(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_packed, "MOST_BYTES", 1000)
    path = Path("ILR.xml.gz")
    with pytest.raises(IlrFileError, match="unpacks to more than"):
        _read(path, gzip.compress(GOOD))


def _read(path: Path, content: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / path).write_bytes(content)
        read_message(Path(folder) / path)


def test_a_file_that_grows_or_shrinks_while_it_is_read(tmp_path: Path) -> None:
    for change in (GOOD + b" ", GOOD[:-200], None):
        path = tmp_path / "ILR.xml"
        path.write_bytes(GOOD)
        told = re.compile("changed while it was read|there is no file", re.IGNORECASE)
        with pytest.raises(IlrFileError, match=told), open_ilr(path, lenient=True) as reader:
            if change is None:
                path.unlink()
            else:
                path.write_bytes(change)
            list(reader.learners())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "ILR.xml"
    os.mkfifo(path)
    worker = threading.Thread(target=lambda: said.append(calculated(path)), daemon=True)
    said: list[Result] = []
    worker.start()
    worker.join(PATIENCE)
    assert said
    assert said[0].exit_code == 2
    assert "is no ordinary file" in said[0].stderr
