"""ILR files made to do harm or broken: one clear line, exit code 2, nothing written, little time and memory."""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from reports.cli import cli
from tests.ilr.samples import GOOD
from tests.patience import PATIENCE
from tests.peak_memory import PEAK

SECRET = "kept-in-another-file"
LEARNER = GOOD[GOOD.index(b"  <Learner>") : GOOD.index(b"</Learner>") + len(b"</Learner>")]


def changed(old: str, new: str | bytes) -> bytes:
    assert old.encode() in GOOD
    return GOOD.replace(old.encode(), new.encode() if isinstance(new, str) else new, 1)


def in_message(inner: bytes) -> bytes:
    return GOOD.replace(b"  <Learner>", inner + b"  <Learner>", 1)


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
MANY = '<!ENTITY a "' + "a" * 50_000 + '">'
DOCTYPE = "has a document type declaration (DOCTYPE), and ILR files may have none"
XINCLUDE = b'<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="secret.txt" parse="text"/>'
# fmt: off
REFUSED = {
    "billion laughs": (changed("<Message", f'<!DOCTYPE m [<!ENTITY l0 "ha">{LAUGHS}]>\n<Message'), DOCTYPE),
    "quadratic entities": (changed("<Message", f"<!DOCTYPE m [{MANY}]>\n<Message"), DOCTYPE),
    "external entity": (
        changed("<Message", '<!DOCTYPE m [<!ENTITY a SYSTEM "secret.txt">]>\n<Message').replace(
            b"Quillfeather", b"&a;"), DOCTYPE),
    "parameter entity": (changed("<Message", '<!DOCTYPE m [<!ENTITY % a SYSTEM "secret.txt"> %a;]>\n<Message'),
                         DOCTYPE),
    "external dtd": (changed("<Message", '<!DOCTYPE m SYSTEM "http://127.0.0.1:9/a.dtd">\n<Message'), DOCTYPE),
    "doctype behind much": (changed("<Message", b"<?a?>" * 100_000 + b"<!DOCTYPE m []>\n<Message"), DOCTYPE),
    "no end of instructions": (changed("<Message", b"<?a?>" * 300_000 + b"<Message"), "no element in the first 1 MB"),
    "entity of its own": (changed("Quillfeather", "&secret;"), "an entity that is none of &amp;"),
    "xinclude": (changed("Quillfeather", XINCLUDE), "contains another element"),
    "nested deep": (in_message(b"<a>" * 100_000 + b"</a>" * 100_000), "more than 256 deep"),
    "learners in learners": (in_message(b"<Learner>" * 100_000), "more than 256 deep"),
    "attribute of 11 MB": (in_message(b'<a b="' + b"x" * 11_000_000 + b'"/>'),
                           "more than 2 MB without the end of a learner"),
    "name of 100,000": (in_message(b"<" + b"x" * 100_000 + b"/>"), "a name is longer than 50,000 characters"),
    "nul byte": (changed("Quillfeather", b"Quill\0feather"), "a character that XML does not allow"),
    "nul as a number": (changed("Quillfeather", "Quill&#0;feather"), "a character by its number"),
    "nothing but nul bytes": (b"\0" * 100_000, "is not XML"),
    "lone surrogate": (changed("Quillfeather", b"Quill\xed\xa0\x80feather"), "is not in UTF-8"),
    "overlong utf-8": (changed("Quillfeather", b"Quill\xc0\xafeather"), "is not in UTF-8"),
    "latin-1 said to be utf-8": (changed("Quillfeather", b"Quillf\xe9ther"), "is not in UTF-8"),
    "declared latin-1": (changed("UTF-8", "iso-8859-1"), "says its encoding is iso-8859-1"),
    "declared utf-7": (changed("UTF-8", "utf-7"), "says its encoding is utf-7"),
    "declared utf-16": (changed("UTF-8", "UTF-16"), "says its encoding is UTF-16"),
    "declared nonsense": (changed("UTF-8", "x" * 5000), "says its encoding is " + "x" * 40 + ";"),
    "utf-16": (GOOD.decode().encode("utf-16-le"), "is in UTF-16"),
    "utf-16 with mark": (GOOD.decode().encode("utf-16"), "is in UTF-16"),
    "utf-32": (GOOD.decode().encode("utf-32-be"), "is in UTF-32"),
    "utf-32 with mark": (GOOD.decode().encode("utf-32"), "is in UTF-32"),
    "two byte order marks": (b"\xef\xbb\xbf" * 2 + GOOD, "is not XML"),
    "a mark alone": (b"\xef\xbb\xbf", "is empty"),
    "empty": (b"", "is empty"),
    "cut short": (GOOD[:1000], "is cut short"),
    "twice": (GOOD + GOOD, "two files in one"),
    "html": (b"<!DOCTYPE html><html></html>", DOCTYPE),
    "json": (b'{"Message": []}', "is not XML"),
    "huge number": (changed("<ULN>1061484016", "<ULN>" + "9" * 100_000), "ULN has a wrong value"),
    "date of the year 0": (changed("2023-10-14", "0000-00-00"), "LearnStartDate is '0000-00-00'"),
    "date past all dates": (changed("T09:00:00", "T24:00:00").replace(b"2024-05-04T", b"9999-12-31T"), "DateTime is"),
    "a date a day too far": (changed("2023-10-14", "9999-12-32"), "LearnStartDate is '9999-12-32'"),
    "element twice": (changed("<Sex>F</Sex>", "<Sex>F</Sex><Sex>F</Sex>"), "Learner/Sex occurs too often"),
    "header twice": (GOOD.replace(b"  <LearningProvider>", GOOD[GOOD.index(b"  <Header>"):GOOD.index(
        b"  <LearningProvider>")] + b"  <LearningProvider>"), "Header"),
    "namespace without end": (changed("ESFA/ILR/2023-24", "x" * 100_000), "of no ILR year known here"),
}
# fmt: on


@pytest.mark.parametrize("name", REFUSED)
def test_one_clear_line_and_nothing_written(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, told = REFUSED[name]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ILR.xml").write_bytes(content)
    (tmp_path / "secret.txt").write_text(SECRET)
    out = tmp_path / "out"
    out.mkdir()
    began = time.process_time()
    done = CliRunner().invoke(cli, ["calc", "ILR.xml", "--out", "out/a.csv", "--findings", "out/b.xlsx"])
    took = time.process_time() - began
    assert done.exit_code == 2
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith("ILR.xml")
    assert told in line
    assert len(line) < 600
    assert SECRET not in line
    assert "something went wrong" not in line
    assert not list(out.iterdir())
    assert took < 5


TAKEN: dict[str, Callable[[], bytes]] = {
    "windows line ends": lambda: GOOD.replace(b"\n", b"\r\n"),
    "old mac line ends": lambda: GOOD.replace(b"\n", b"\r"),
    "byte order mark": lambda: b"\xef\xbb\xbf" + GOOD,
    "instructions and comments": lambda: GOOD.replace(b"<Sex>", b"<?a b?><!-- c --><Sex>"),
    "cdata": lambda: changed("Quillfeather", "<![CDATA[Quillfeather]]>"),
    "encoding in capitals": lambda: changed("UTF-8", "utf-8"),
    "blanks at the end": lambda: GOOD + b"\n" * 100_000,
}


@pytest.mark.parametrize("name", TAKEN)
def test_what_looks_odd_and_is_right(name: str, tmp_path: Path) -> None:
    path = tmp_path / "ILR.xml"
    path.write_bytes(TAKEN[name]())
    done = CliRunner().invoke(cli, ["calc", str(path)])
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.replace(str(path), "") == _plain(tmp_path)


def _plain(folder: Path) -> str:
    path = folder / "plain" / "ILR.xml"
    path.parent.mkdir()
    path.write_bytes(GOOD)
    return CliRunner().invoke(cli, ["calc", str(path)]).stdout.replace(str(path), "")


@pytest.mark.long
@pytest.mark.parametrize("lenient", [False, True])
@pytest.mark.parametrize(
    "flood",
    [
        b"<Learner " + b" ".join(b'a%d=""' % n for n in range(30_000)) + b"/>",
        b"<Learner>" + b"<Sex>F</Sex>" * 30_000 + b"</Learner>",
        b"<Learner>" + b"<Sex>F</Sex><ULN>1</ULN>" * 15_000 + b"</Learner>",
        b"<Learner>" + b"<a/>" * 50_000 + b"</Learner>",
        b"<a/>" * 50_000,
    ],
    ids=["attributes", "same element", "out of order", "unknown elements", "unknown beside learners"],
)
def test_floods_end_in_a_bounded_list(flood: bytes, lenient: bool) -> None:
    from engine.ilr.xml import IlrFileError, open_ilr

    began = time.process_time()
    with pytest.raises(IlrFileError) as refusal, open_ilr(in_message(flood), lenient=lenient) as reader:
        list(reader.records())
        raise IlrFileError(reader.problems)
    assert time.process_time() - began < 5
    assert 1 <= len(refusal.value.problems) <= (10_001 if lenient else 100)


ENDLESS = """
import io, json, sys
from engine.ilr._source import Source
from engine.ilr.xml import IlrFileError, open_ilr
from tests.ilr.samples import GOOD

GIGABYTE = 1 << 30

class Endless(io.RawIOBase):
    def __init__(self, begin, again):
        self.left, self.begin, self.again = 2 * GIGABYTE, begin, again * ((1 << 18) // len(again))
    def read(self, size=-1):
        if self.begin:
            begin, self.begin = self.begin, b""
            return begin
        self.left -= len(self.again)
        return self.again if self.left > 0 else b""

head = GOOD[: GOOD.index(b"<Learner>")]
learner = head + b"<Learner><LearnRefNumber>A1</LearnRefNumber>"
CASES = {
    "text": (learner + b"<FamilyName>", b"A"),
    "lines of text": (learner + b"<FamilyName>", b"A\\n"),
    "comment": (learner + b"<!--", b"A"),
    "cdata": (learner + b"<FamilyName><![CDATA[", b"A"),
    "instruction": (learner + b"<?a ", b"A"),
    "tag": (learner + b"<a b='", b"A"),
    "elements in a learner": (learner, b"<LLDDandHealthProblem><LLDDCat>1</LLDDCat></LLDDandHealthProblem>"),
    "unknown elements": (head, b"<a/>"),
    "nested": (head, b"<a>"),
    "before the first element": (b"<?xml version='1.0'?>", b"<?a?>"),
    "a tag before all": (b"<Message ", b"a='1' "),
}
told = {}
for name, (begin, again) in CASES.items():
    Source.open = lambda self: Endless(begin, again)
    try:
        with open_ilr("ILR.xml", lenient=name.startswith("e")) as reader:
            list(reader.records())
        told[name] = "was read"
    except IlrFileError as error:
        told[name] = str(error)
print(json.dumps([told, peak()]))
"""


@pytest.mark.long
def test_two_gigabytes_of_nothing_useful_take_little_memory() -> None:
    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))

    done = subprocess.run(
        [sys.executable, "-c", PEAK + ENDLESS],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        preexec_fn=limited,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told, megabytes = json.loads(done.stdout)
    assert all(
        len(sentence.splitlines()) == 1 and sentence.startswith("ILR.xml: ") for sentence in told.values()
    ), told
    assert "2 MB" in told["text"]
    assert "2 MB" in told["elements in a learner"]
    assert megabytes < 400
