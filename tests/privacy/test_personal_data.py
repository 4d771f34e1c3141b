"""No output of any command tells who a learner is: names, date of birth, NI number, address, telephone, email.

Every command works on files whose personal fields hold texts that stand nowhere else; what it shows and writes is then
searched for each of them, inside workbooks, Parquet files, archives and stores too.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from reports.cli import cli
from tests.ilr.samples import GOOD

FIXTURES = Path(__file__).parents[2] / "fixtures"
PERSONAL = {
    "FamilyName": "Zqfamily",
    "GivenNames": "Zqgiven",
    "NINumber": "ZZ987612A",
    "AddLine1": "77 Zqstreet",
    "AddLine2": "Zqtown",
    "TelNo": "07700900987",
    "Email": "zq@person.example",
    "Postcode": "WX9 9ZQ",
    "PostcodePrior": "WX8 8ZQ",
}
BIRTHDAY = ("06-27", "27/06/", "27 June", "27 Jun ", "0627")
ORDER = ("ULN", "FamilyName", "GivenNames", "DateOfBirth")


def made_personal(content: str) -> str:
    """Return a file with texts of our own in the place of what is personal."""
    for name, text in PERSONAL.items():
        content = re.sub(rf"<{name}>[^<]*</{name}>", f"<{name}>{text}</{name}>", content)
    content = re.sub(r"<DateOfBirth>(\d{4})-\d\d-\d\d<", r"<DateOfBirth>\1-06-27<", content)
    if "<NINumber>" not in content:
        content = content.replace(
            "</LLDDHealthProb>", f"</LLDDHealthProb><NINumber>{PERSONAL['NINumber']}</NINumber>"
        )
    more = "".join(f"<{name}>{PERSONAL[name]}</{name}>" for name in ("AddLine2", "TelNo", "Email"))
    return re.sub(r"(</AddLine1>)", rf"\1{more}", content)


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the sample files, their reference data, and a folder for what commands write."""
    monkeypatch.chdir(tmp_path)
    for sample in ("sample_provider", "sample_apprenticeships", "sample_pre_employment"):
        for path in (FIXTURES / sample).glob("*.xml"):
            text = made_personal(path.read_text(encoding="utf-8"))
            assert path.name not in (APP, B23) or all(told in text for told in PERSONAL.values())
            (tmp_path / path.name).write_text(text, encoding="utf-8")
        for path in (FIXTURES / sample).glob("*.csv"):
            (tmp_path / path.name).write_bytes(path.read_bytes())
        (tmp_path / sample).symlink_to(FIXTURES / sample / "reference")
    good = made_personal(GOOD.decode().replace("<Postcode>ZZ99 9ZZ", "<Postcode>WX1 1AA"))
    (tmp_path / "ADULTS.xml").write_text(good, encoding="utf-8")
    (tmp_path / "out").mkdir()
    return tmp_path


B23, B24 = "ILR-10000201-2324-20241014-120000-01.xml", "ILR-10000201-2425-20241031-120000-01.xml"
APP = "ILR-10000301-2021-20210105-120000-01.xml"
BOOTCAMPS, APPRENTICES = ["--reference", "sample_provider"], ["--reference", "sample_apprenticeships"]
PAYMENTS = ["--commitments", "commitments.csv", "--levy", "levy.csv", "--history", "history.csv"]
TABLES = ("csv", "xlsx", "parquet")


def written(at: int, end: str) -> list[str]:
    return ["--out", f"out/{at}.{end}", "--statement", f"out/{at}s.{end}"]


COMMANDS = {
    **{
        f"calc to {end}": [
            ["calc", file, *reference, "--all", "--findings", f"out/{at}f.{end}", *written(at, end)]
            for at, (file, reference) in enumerate(((APP, APPRENTICES), (B23, BOOTCAMPS), ("ADULTS.xml", [])))
        ]
        for end in TABLES
    },
    **{
        f"bootcamps to {end}": [
            ["calc", B23, *BOOTCAMPS, "--all", "--milestones", f"out/m.{end}", "--no-pay", f"out/n.{end}"],
            ["calc", B23, *BOOTCAMPS, "--destinations", f"out/d.{end}", "--findings", f"out/f.{end}"],
        ]
        for end in TABLES
    },
    **{
        f"payments to {end}": [
            ["calc", APP, *APPRENTICES, *PAYMENTS, "--payments", f"out/p.{end}", "--findings", f"out/f.{end}"]
        ]
        for end in TABLES
    },
    "explain": [
        ["explain", APP, *APPRENTICES, "--learner", "{first}"],
        ["explain", B23, *BOOTCAMPS, "--learner", "S09"],
        ["explain", "ADULTS.xml", "--learner", "A1"],
    ],
    "capture": [["capture", APP, *APPRENTICES, "--learner", "{first}", "--out", "out/captured.feature"]],
    "impact": [["impact", APP, *APPRENTICES, "--after", "parameters", "--out", "out/i.csv"]],
    "returns": [
        ["returns", "import", B23, B24, *BOOTCAMPS, "--store", "returns.db"],
        ["returns", "list", "--store", "returns.db"],
        ["calc", "--store", "returns.db", *BOOTCAMPS, "--no-pay", "out/n.xlsx"],
    ],
    "pre-employment": [["calc", "LEGACY.csv", "--reference", "sample_pre_employment", "--out", "out/l.csv"]],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_no_output_tells_who_a_learner_is(name: str, room: Path) -> None:
    first = re.search(r"<LearnRefNumber>([^<]+)", (room / APP).read_text(encoding="utf-8"))
    assert first is not None
    if name == "impact":
        (room / "parameters").mkdir()
        for path in (FIXTURES.parent / "engine" / "parameters").glob("*.yaml"):
            (room / "parameters" / path.name).write_bytes(path.read_bytes())
    told = ""
    for arguments in COMMANDS[name]:
        done = CliRunner().invoke(cli, [one.format(first=first[1]) for one in arguments])
        assert done.exit_code in (0, 1), done.output
        told += done.output
    written = {path.name: content for path in (room / "out").iterdir() for content in [path.read_bytes()]}
    assert told and (name in ("explain", "returns") or written)
    assert not leaks({"the screen": told.encode(), **written})


# fmt: off
BROKEN = {
    "date of birth": ("<DateOfBirth>1995-06-27", "<DateOfBirth>27/06/1995"),
    "NI number": ("<NINumber>ZZ987612A", "<NINumber>ZZ987612AZZ"),
    "name": ("<FamilyName>Zqfamily", "<FamilyName>Zqfamily" * 1 + "\u0416" + "x" * 200),
    "email": ("<Email>zq@person.example", "<Email>zq@person.example" + "x" * 200),
    "out of order": ("<FamilyName>Zqfamily</FamilyName><", "<"),
    "stray text": ("<FamilyName>", "Zqgiven <FamilyName>"),
    "not well formed": ("<FamilyName>Zqfamily<", "<FamilyName>Zqfamily & Zqgiven<"),
    "an entity": ("<FamilyName>Zqfamily<", "<FamilyName>&Zqfamily;<"),
    "in the place of an element": ("<FamilyName>Zqfamily</FamilyName>", "<FamilyName><b>Zqfamily</b></FamilyName>"),
    "wrong encoding": ("<FamilyName>Zqfamily<", "<FamilyName>Zqfamily\udce9<"),
    "cut short": ("</FamilyName>", None),
}
# fmt: on


@pytest.mark.parametrize("lenient", [[], ["--lenient"]], ids=["strict", "lenient"])
@pytest.mark.parametrize("name", BROKEN)
def test_no_message_about_a_broken_file_does(name: str, lenient: list[str], room: Path) -> None:
    before, after = BROKEN[name]
    text = (room / APP).read_text(encoding="utf-8")
    assert before in text or name == "out of order"
    changed = text[: text.index(before)] if after is None else text.replace(before, after, 2)
    (room / APP).write_bytes(changed.encode("utf-8", "surrogateescape"))
    done = CliRunner().invoke(cli, ["calc", APP, *APPRENTICES, *lenient])
    assert done.exit_code in (0, 2)
    assert done.stderr or name == "out of order"
    assert not leaks({"the screen": done.output.encode()})


def leaks(outputs: dict[str, bytes]) -> list[str]:
    """Return where something personal stands."""
    sought = [*PERSONAL.values(), *BIRTHDAY]
    return [
        f"{place}: {text}"
        for place, content in outputs.items()
        for told in texts_of(place, content)
        for text in sought
        if text.casefold() in told.casefold()
    ]


def texts_of(place: str, content: bytes) -> Iterator[str]:
    """Yield all that a file says, what is packed in it too."""
    if place.endswith(".xlsx"):
        from openpyxl import load_workbook

        for page in load_workbook(io.BytesIO(content)).worksheets:
            yield "\n".join(str(value) for row in page.iter_rows(values_only=True) for value in row)
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            for member in book.namelist():
                yield re.sub(r"<v>[\d.E-]+</v>", "", book.read(member).decode("utf-8", "replace"))
    elif place.endswith(".parquet"):
        from pyarrow.parquet import read_table

        table = read_table(io.BytesIO(content))
        yield str(table.schema.metadata)
        yield "\n".join(str(value) for row in table.to_pylist() for value in row.values())
    else:
        yield content.decode("utf-8", "replace")


def test_the_search_finds_what_is_hidden() -> None:
    from openpyxl import Workbook

    made = io.BytesIO()
    book = Workbook()
    book.active.append(["Zqfamily"])
    book.save(made)
    assert leaks({"a.xlsx": made.getvalue()})
    assert leaks({"a.csv": b"born 27/06/1990"})
    assert not leaks({"a.csv": b"L03 0001"})
