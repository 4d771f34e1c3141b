"""What is said about files that are not as they should be: each case with its very words."""

from __future__ import annotations

import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

from engine.ilr.xml import MOST_PROBLEMS, IlrFileError, open_ilr, read_message
from tests.peak_memory import PEAK

from .samples import GOOD, REPOSITORY, big_file, changed

PERSONAL = ("Quillfeather", "1990", "ZZ123456", "1061484016")
KNOWN = ", ".join(
    ["SFA/ILR/2017-18", *(f"ESFA/ILR/20{year}-{year + 1}" for year in range(18, 26))],
)
MALFORMED = "the file is not well-formed XML at column"


def _said(data: bytes | Path, **options: object) -> list[str]:
    with pytest.raises(IlrFileError) as caught:
        read_message(data, **options)  # type: ignore[arg-type]
    said = [problem.message for problem in caught.value.problems]
    assert all(message in str(caught.value) for message in said)
    assert not [word for word in PERSONAL if word in str(caught.value)]
    return said


BROKEN = {
    "empty": (b"", "The file is empty."),
    "blank": (b"\xef\xbb\xbf \n ", "The file is empty."),
    "text": (b"hello", "Line 1: the file is not XML; expected it to begin with <Message."),
    "zip": (b"PK\3\4\0", "Line 1: the file is not XML; expected it to begin with <Message."),
    "cut in prolog": (
        GOOD[:60],
        "Line 2: the file ends or breaks off before its first element; expected <Message.",
    ),
    "cut in header": (
        GOOD[: GOOD.index(b"<UKPRN>")],
        "Line 11: the file is cut short; expected it to end with </Message>.",
    ),
    "cut in learner": (
        GOOD[: GOOD.index(b"<AimSeqNumber>") + 20],
        "Line 33: the file is cut short inside learner A1; expected it to end with </Message>.",
    ),
    "cut in the next learner": (
        GOOD[: GOOD.index(b"<LearnRefNumber>A2")],
        "Line 46: the file is cut short inside a learner after learner A1;"
        " expected it to end with </Message>.",
    ),
    "cut at the end": (
        GOOD[: GOOD.rindex(b"</Message")],
        "Line 74: the file is cut short after learner A2; expected it to end with </Message>.",
    ),
    "root": (
        GOOD.replace(b"Message", b"Massage"),
        "The root element is Massage; expected Message.",
    ),
    "namespace": (
        changed("2023-24", "2030-31"),
        f"The namespace ESFA/ILR/2030-31 is of no ILR year known here; expected one of {KNOWN}.",
    ),
    "prefix of the wrong year": (
        changed("ESFA/ILR/2023-24", "SFA/ILR/2023-24"),
        f"The namespace SFA/ILR/2023-24 is of no ILR year known here; expected one of {KNOWN}.",
    ),
    "no namespace": (
        changed(' xmlns="ESFA/ILR/2023-24"', ""),
        f"Message has no namespace; expected one of {KNOWN}.",
    ),
    "header year": (
        changed("<Year>2324", "<Year>2425"),
        "Line 6: the header's Year is 2425 but the namespace is ESFA/ILR/2023-24, of Year 2324.",
    ),
    "doctype": (
        changed("<Message", '<!DOCTYPE Message [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<Message'),
        "Line 2: the file has a document type declaration (DOCTYPE), and ILR files may have none.",
    ),
    "doctype behind a comment": (
        changed("<Message", '<!-- < --><?a b?>\n<!DOCTYPE Message SYSTEM "http://a.example/b.dtd">\n<Message'),
        "Line 3: the file has a document type declaration (DOCTYPE), and ILR files may have none.",
    ),
    "entity": (
        changed("<Sex>F", "<Sex>&foo;"),
        f"Line 25: {MALFORMED} 15 (an entity that is none of &amp; &lt; &gt; &quot; &apos;).",
    ),
    "utf-16": (GOOD.decode().encode("utf-16"), "The file is in UTF-16; ILR files are in UTF-8."),
    "declared encoding": (
        changed("UTF-8", "windows-1252"),
        "Line 1: the file says its encoding is windows-1252; ILR files are in UTF-8.",
    ),
    "real encoding": (
        GOOD.replace(b"Quillf", b"Quill\xe9"),
        "Line 22: the file is not in UTF-8, the encoding of ILR files.",
    ),
    "ampersand": (
        changed("<Sex>F", "<Sex>F & G"),
        f"Line 25: {MALFORMED} 13 (a stray < or & is the usual cause).",
    ),
    "end tag": (changed("</Sex>", "</Sx>"), f"Line 25: {MALFORMED} 16 (<Sex> is closed by </Sx>)."),
    "behind the end": (GOOD + b"<a/>", f"Line 75: {MALFORMED} 1 (something follows </Message>)."),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_files_that_cannot_be_read_at_all(name: str) -> None:
    data, message = BROKEN[name]
    assert _said(data) == [message]
    if "cut in" not in name or name == "cut in prolog":
        with pytest.raises(IlrFileError) as caught, open_ilr(data, lenient=True) as reader:
            list(reader.learners())
            assert [problem.message for problem in reader.problems] == [message]
            raise IlrFileError(reader.problems)
        assert message in str(caught.value)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    assert _said(path) == [f"There is no file {path}."]
    assert _said(tmp_path) == [f"{tmp_path} is a folder; expected an ILR file."]
    path.write_bytes(b"")
    with pytest.raises(IlrFileError, match=r"^a\.xml: The file is empty\.$"):
        open_ilr(path)


def test_expected_year() -> None:
    assert read_message(GOOD, expected_year="2324")
    assert _said(GOOD, expected_year="2425") == [
        "The namespace is ESFA/ILR/2023-24 (2023-24); expected ESFA/ILR/2024-25 (2024-25)."
    ]


A = "Learner/LearningDelivery"
SWAP = (
    "<Sex>F</Sex>\n    <LLDDHealthProb>2</LLDDHealthProb>",
    "<LLDDHealthProb>2</LLDDHealthProb><Sex>F</Sex>",
)
WRONG = {
    "date": (
        ("<LearnStartDate>2023-10-14", "<LearnStartDate>2023-13-14"),
        [f"Line 34: {A}/LearnStartDate is '2023-13-14'; expected a date written YYYY-MM-DD."],
    ),
    "misspelt": (
        ("<CompStatus>1</CompStatus>", "<CompStatus>1</CompStatus><OutCome>1</OutCome>"),
        [f"Line 38: {A}/OutCome is not an element that {A} may contain (did you mean Outcome?)."],
    ),
    "unlike anything": (
        ("<CompStatus>1</CompStatus>", "<CompStatus>1</CompStatus><Qqqq/>"),
        [f"Line 38: {A}/Qqqq is not an element that {A} may contain."],
    ),
    "other year": (
        ("<Ethnicity>", "<OTJHours>1</OTJHours><Ethnicity>"),
        ["Line 24: Learner/OTJHours is not part of the 2023-24 ILR; it belongs to 2018-19."],
    ),
    "order": (
        SWAP,
        ["Line 25: Learner/LLDDHealthProb is out of order; it must come after Sex."],
    ),
    "one far too early": (
        ("<Ethnicity>", "<Email>a@b</Email><Ethnicity>"),
        ["Line 24: Learner/Email is out of order; it must come after Postcode."],
    ),
    "missing": (
        ("<AimType>4</AimType>", ""),
        [f"Line 30: {A}/AimType is missing; every LearningDelivery must have one."],
    ),
    "twice": (
        ("<Sex>F</Sex>", "<Sex>F</Sex><Sex>F</Sex>"),
        ["Line 25: Learner/Sex occurs too often; expected at most once."],
    ),
    "attribute": (
        ("<Sex>F", '<Sex a="b">F'),
        ["Line 25: Learner/Sex has an attribute a; ILR elements have none."],
    ),
    "element in a value": (
        ("<Sex>F", "<Sex>F<b/>"),
        ["Line 25: Learner/Sex contains another element; expected a value only."],
    ),
    "text in an entity": (
        ("<Sex>F", "Quillfeather<Sex>F"),
        ["Line 19: Learner has text between its elements; expected elements only."],
    ),
    "text in the message": (
        ("<Learner>", "Quillfeather<Learner>"),
        ["Line 16: Message has text between its elements; expected elements only."],
    ),
    "empty and optional": (
        ("<NINumber>ZZ123456A", "<NINumber>"),
        [
            "Line 27: Learner/NINumber is empty; leave it out,"
            " or give 1 to 9 characters of the ILR character set."
        ],
    ),
    "length": (
        ("<NINumber>ZZ123456A", "<NINumber>ZZ12345678A"),
        [
            "Line 27: Learner/NINumber is 11 characters long;"
            " expected 1 to 9 characters of the ILR character set."
        ],
    ),
    "birth": (
        ("<DateOfBirth>1990-02-03", "<DateOfBirth>03/02/1990"),
        [
            "Line 23: Learner/DateOfBirth has a wrong value (not shown, as it may be personal data);"
            " expected a date written YYYY-MM-DD."
        ],
    ),
    "range": (
        ("<AimSeqNumber>1", "<AimSeqNumber>99"),
        [f"Line 33: {A}/AimSeqNumber is '99'; expected a whole number from 1 to 98."],
    ),
    "misspelt learner": (
        ("<Learner>", "<Lerner/>\n  <Learner>"),
        ["Line 19: Lerner is not an element that Message may contain (did you mean Learner?)."],
    ),
    "learner in another namespace": (
        ("<Learner>", '<Learner xmlns="x">'),
        ["Line 19: Learner is in the namespace x; expected ESFA/ILR/2023-24."],
    ),
    "no provider": (
        ("  <LearningProvider>\n    <UKPRN>10000001</UKPRN>\n  </LearningProvider>\n", ""),
        ["Line 2: LearningProvider is missing; every ILR file must have one."],
    ),
    "header": (
        ("<SerialNo>01", "<SerialNo>001"),
        ["Line 12: Header/Source/SerialNo is '001'; expected 1 or 2 digits."],
    ),
    "destination": (
        ("<OutCode>1<", "<OutCode>x<"),
        [
            "Line 69: LearnerDestinationandProgression/DPOutcome/OutCode is 'x';"
            " expected a whole number of at most 3 digits."
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_breaches_of_the_structure(name: str) -> None:
    change, messages = WRONG[name]
    assert _said(changed(*change)) == messages


def test_all_problems_of_a_file_are_listed_with_their_learner() -> None:
    data = changed("<Sex>M", "<Sex>MM", source=changed("<FundModel>35", "<FundModel>x"))
    with pytest.raises(IlrFileError) as caught:
        read_message(data)
    found = [(p.line, p.element, p.learn_ref_number) for p in caught.value.problems]
    assert found == [(36, f"{A}/FundModel", "A1"), (49, "Learner/Sex", "A2")]
    assert str(caught.value).splitlines()[0] == "2 problems."


def test_no_learner_is_handed_out_after_the_first_problem_of_a_strict_reader() -> None:
    with open_ilr(changed("<Sex>F", "<Sex>FF")) as reader:
        seen = []
        with pytest.raises(IlrFileError):
            seen.extend(reader.learners())
    assert seen == []


def test_closing_a_strict_reader_early_raises_what_was_found() -> None:
    with pytest.raises(IlrFileError, match="SerialNo"), open_ilr(changed("<SerialNo>01", "<SerialNo>001")):
        pass


def test_at_most_a_hundred_problems_are_listed(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    big_file(path, 150)
    path.write_bytes(path.read_bytes().replace(b"<Sex>F", b"<Sex>FF"))
    with pytest.raises(IlrFileError, match="at least 100 problems") as caught:
        read_message(path)
    assert len(caught.value.problems) == MOST_PROBLEMS
    with open_ilr(path, lenient=True) as reader:
        assert list(reader.learners()) == []
        # Each learner has the wrong value and the note that it is left out.
        assert len(reader.problems) == 300


def test_lenient_reading_leaves_out_what_it_must() -> None:
    good = read_message(GOOD)

    def lenient(old: str, new: str) -> tuple[list[str | None], list[str]]:
        with open_ilr(changed(old, new), lenient=True) as reader:
            found = list(reader.learners())
            assert reader.header == good.header
            return [learner.learn_ref_number for learner in found], [p.message for p in reader.problems]

    refs, said = lenient("<NINumber>ZZ123456A", "<NINumber>ZZ12345678A")
    assert (refs, len(said)) == (["A1", "A2"], 1)
    refs, said = lenient("<Sex>F</Sex>", "<Colour>red</Colour><Sex>F</Sex>")
    assert (refs, len(said)) == (["A1", "A2"], 1)
    refs, said = lenient("<ULN>1061484016</ULN>", "")
    assert refs == ["A2"]
    assert said == [
        "Line 19: Learner/ULN is missing; every Learner must have one.",
        "Line 19: Learner is left out: something compulsory in it is missing or wrong.",
    ]
    message = read_message(changed("<LearnDelFAMCode>023</LearnDelFAMCode>", ""), lenient=True)
    assert message.learner[0].learning_delivery[0].learning_delivery_fam == ()
    assert read_message(changed(*SWAP), lenient=True) == good
    start = GOOD.index(b"    <LearningDelivery>")
    aim = GOOD[start : GOOD.index(b"</LearningDelivery>") + 20]
    two = GOOD[:start] + aim.replace(b"<FundModel>35", b"<FundModel>x") + GOOD[start:]
    assert read_message(two, lenient=True) == good


def test_lenient_reading_of_a_file_cut_short() -> None:
    with open_ilr(GOOD[: GOOD.index(b"<LearnRefNumber>A2")], lenient=True) as reader:
        assert [learner.learn_ref_number for learner in reader.learners()] == ["A1"]
        assert [problem.line for problem in reader.problems] == [46]


def test_a_header_that_cannot_be_read() -> None:
    with open_ilr(changed("<UKPRN>10000001</UKPRN>", ""), lenient=True) as reader:
        with pytest.raises(IlrFileError, match="Line 9: Header/Source/UKPRN is missing"):
            _ = reader.header
        assert reader.learning_provider.ukprn == 10000001


def test_what_is_allowed_anywhere() -> None:
    good = read_message(GOOD)
    assert read_message(b"\xef\xbb\xbf" + GOOD) == good
    assert read_message(GOOD.replace(b"\n", b"\r\n")) == good
    commented = changed("<ULN>1061484016", "<!-- a --><ULN>10614<!-- b --><?c d?>84016<!-- & -->")
    assert read_message(commented) == good
    assert read_message(changed("<ULN>1061484016", "<ULN> <![CDATA[1061484016]]>\n")) == good
    located = changed(
        "<Message", '<Message xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b"'
    )
    assert read_message(located) == good
    prefixed = GOOD.replace(b"</", b"</i:").replace(b"xmlns=", b"xmlns:i=")
    for depth in range(12):
        prefixed = prefixed.replace(b"\n" + b" " * depth + b"<", b"\n" + b" " * depth + b"<i:")
    assert read_message(prefixed.replace(b"<i:/", b"</").replace(b"</i:i:", b"</i:")) == good


def test_lines_beyond_65535(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    big_file(path, 500)
    # Blank lines get there faster than learners do.
    path.write_bytes(path.read_bytes().replace(b"<Learner>", b"\n" * 60_000 + b"<Learner>", 1))
    lines = path.read_text(encoding="utf-8").split("\n")
    place = max(number for number, line in enumerate(lines) if "<Sex>" in line)
    assert place > 66000
    lines[place] = "<Sex/>"
    lines[place + 1] = '    <LLDDHealthProb a="b">x</LLDDHealthProb>'
    delivery = next(number for number in range(place, len(lines)) if "<LearningDelivery>" in lines[number])
    lines[delivery] = '    <LearningDelivery a="b">'
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(IlrFileError) as caught:
        read_message(path)
    assert [(problem.line, problem.element) for problem in caught.value.problems] == [
        (place + 1, "Learner/Sex"),
        (place + 2, "Learner/LLDDHealthProb"),
        (place + 2, "Learner/LLDDHealthProb"),
        (delivery + 1, "Learner/LearningDelivery"),
    ]


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    peaks = []
    for learners in (150, 1500):
        path = tmp_path / f"{learners}.xml"
        big_file(path, learners)
        tracemalloc.start()
        with open_ilr(path) as reader:
            assert sum(1 for _ in reader.learners()) == learners
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 2_000_000


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no resource module")
def test_resident_memory_stays_flat_too(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    big_file(path, 4000)
    code = (
        f"{PEAK}\n"
        "import sys\nfrom engine.ilr.xml import open_ilr\n"
        "with open_ilr(sys.argv[1]) as reader:\n"
        "    for number, learner in enumerate(reader.learners()):\n"
        "        if number == 500: early = peak()\n"
        "print(peak() - early)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, str(path)], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    # A tree of the whole file would take some 70 MB.
    assert float(result.stdout) < 10, result.stdout
