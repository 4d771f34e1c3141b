"""The text of feature files without loss: bytes out as they came in, one cell changed and nothing else."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steps.feature_text import CellEdit, FeatureText, cells_of, escaped, feature_text, read_feature_text
from steps.features import find_features, read_feature
from steps.problems import Unreadable

ROOT = Path(__file__).resolve().parents[2]
HERE = Path("some.feature")
CELL = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\u2028\u2029"), max_size=12
)
BLANKS = " \t\u00a0\u2007\u202f\u200b\ufeff"


def of(text: str) -> FeatureText:
    return feature_text(text.encode("utf-8"), HERE)


@given(st.binary(max_size=300), st.sampled_from([b"", codecs.BOM_UTF8]))
def test_bytes_come_out_as_they_went_in(content: bytes, mark: bytes) -> None:
    try:
        text = feature_text(mark + content, HERE)
    except Unreadable:
        return
    assert text.content == mark + content


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-8-sig", "cp1252"])
def test_every_encoding_keeps_its_mark_and_its_line_ends(codec: str) -> None:
    told = "Feature: £5\r\n  Scenario: a\n    Given x:\r\n      | a | £1 |\r\n"
    mark = codecs.BOM_UTF16_LE if codec == "utf-16-le" else b""
    content = mark + told.encode(codec)
    text = feature_text(content, HERE)
    assert text.text == told
    assert text.newline == "\r\n"
    changed = text.with_cells([CellEdit(4, 1, "£2")])
    assert changed.content == mark + told.replace("£1", "£2").encode(codec)


def test_a_character_that_the_encoding_does_not_have_is_refused_with_its_line() -> None:
    text = feature_text("Feature: £\n| a |\n".encode("cp1252"), HERE).with_cells([CellEdit(2, 0, "ż")])
    with pytest.raises(Unreadable, match="'ż' cannot be written in this file's encoding, Windows 1252"):
        _ = text.content


@given(st.lists(st.lists(CELL, min_size=2, max_size=2), min_size=1, max_size=4), st.data())
def test_a_changed_cell_changes_that_cell_alone(values: list[list[str]], data: st.DataObject) -> None:
    rows = "".join(f"  | {' | '.join(map(escaped, row))} |\n" for row in values)
    text = of(f"Feature: x\n# a | b\n{rows}\nend | not a row\n")
    line, cell = data.draw(st.integers(3, 2 + len(values))), data.draw(st.integers(0, 1))
    value = data.draw(CELL).strip(BLANKS)
    changed = text.with_cells([CellEdit(line, cell, value)])
    wanted = {number: [one.strip(BLANKS) for one in row.values] for number, row in text.rows.items()}
    wanted[line][cell] = value
    assert {number: list(row.values) for number, row in changed.rows.items()} == wanted
    back = changed.with_cells([CellEdit(line, cell, text.rows[line].values[cell])])
    assert back.rows.keys() == text.rows.keys()
    for number, (one, other) in enumerate(zip(text.lines, changed.lines, strict=True), 1):
        assert number == line or one == other


@pytest.mark.parametrize(
    ("row", "value", "expected"),
    [
        ("|   9.00 |", "10.00", "|  10.00 |"),
        ("| 9.00   |", "10.00", "| 10.00  |"),
        ("| 9.00 |", "1,000.00", "| 1,000.00 |"),
        ("|9.00|", "10.00", "| 10.00 |"),
        ("|       |", "40.00", "| 40.00 |"),
        ("| 10.00 |", "", "|       |"),
        (r"| a\|b |", r"c\d", r"| c\\d |"),
    ],
)
def test_a_value_keeps_its_side_of_the_cell(row: str, value: str, expected: str) -> None:
    assert of(f"Feature: x\n{row}\n").with_cells([CellEdit(2, 0, value)]).lines[1] == expected + "\n"


def test_rows_within_quotation_marks_are_no_table() -> None:
    text = of('Feature: x\n"""\n| a |\n"""\n| b |\n')
    assert list(text.rows) == [5]


def test_a_cell_that_is_not_there_is_an_error() -> None:
    with pytest.raises(LookupError, match="there is no such cell"):
        of("Feature: x\n| a |\n").with_cells([CellEdit(2, 1, "b")])


def test_what_follows_the_last_bar_is_no_cell() -> None:
    assert [cell.value for cell in cells_of("| a | b | c")] == ["a", "b"]


@pytest.mark.long
def test_every_feature_has_the_same_cells_for_the_parser() -> None:
    for selection in find_features([ROOT / "features"]):
        text = read_feature_text(selection.path)
        assert text.content == selection.path.read_bytes()
        for scenario in read_feature(selection.path).scenarios:
            for row in (row for step in scenario.steps for row in step.table):
                cells = text.rows[row.line].cells
                assert len(cells) == len(row.cells)
                assert all(
                    one.value == other or "<" in one.value
                    for one, other in zip(cells, row.cells, strict=True)
                )
