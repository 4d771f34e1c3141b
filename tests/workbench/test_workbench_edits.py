"""Edits of a text as the page makes them: what an edit does not name keeps every byte."""

# ruff: noqa: E501

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.refusal import Refusal
from reports.workbench.edits import NoSuchPlace, edited
from reports.workbench.outline import outline
from reports.workbench.vocabulary import new_feature, new_scenario, vocabulary
from steps.feature_text import FeatureText, feature_text
from steps.features import parse_feature
from steps.runner import run_scenario

HERE = Path("x.feature")
TABLE = """Feature: F\r
  Scenario: S
    Given a table:
      |a  | b |   c |
      # between
      | 1 |x\\|y|  10 |\r

      | 2 | z |  20 | # not closed
    Then it is"""


def text_of(words: str) -> FeatureText:
    return feature_text(words.encode(), HERE)


def after(words: str, **edit: Any) -> str:
    return edited(text_of(words), edit).text


@pytest.mark.parametrize(
    ("edit", "old", "new"),
    [
        ({"kind": "cells", "cells": [[6, 1, "w|"]]}, "|x\\|y|", "| w\\| |"),
        ({"kind": "cells", "cells": [[4, 0, "long heading"], [8, 2, ""]]}, "", None),
        ({"kind": "row-delete", "line": 6}, "      | 1 |x\\|y|  10 |\r\n", ""),
        ({"kind": "column-delete", "line": 4, "column": 1}, "", None),
        ({"kind": "content", "line": 3, "content": "When  it "}, "Given a table:", "When  it"),
        ({"kind": "replace", "start": 2, "end": 3, "lines": []}, "  Scenario: S\n    Given a table:\n", ""),
        ({"kind": "spans", "spans": [[3, 4, 9, "Wenn"], [3, 10, 11, "one"]]}, "Given a", "Wenn one"),
        ({"kind": "none"}, "", ""),
    ],
    ids=lambda value: value["kind"] if isinstance(value, dict) else None,
)
def test_an_edit_changes_what_it_names(edit: dict[str, Any], old: str, new: str | None) -> None:
    found = after(TABLE, **edit)
    if new is not None:
        assert found == TABLE.replace(old, new, 1)
    untouched = [line for line in TABLE.split("\n") if "|" not in line]
    if edit["kind"] in ("cells", "column-delete"):
        assert [line for line in found.split("\n") if "|" not in line] == untouched


def test_columns_are_added_moved_and_deleted_in_every_row() -> None:
    added = after(TABLE, kind="column-add", line=6, column=1, heading="new")
    assert "|a  | new | b |   c |" in added
    assert "| 1 |     |x\\|y|  10 |\r\n" in added
    assert "| 2 |     | z |  20 | # not closed" in added
    moved = after(TABLE, kind="column-move", line=4, column=2, by=-1)
    assert "|a  |   c | b |" in moved and "| 1 |  10 |x\\|y|\r\n" in moved
    assert after(moved, kind="column-move", line=4, column=1, by=1) == TABLE
    assert "|a  |   c |\n" in after(TABLE, kind="column-delete", line=4, column=1)


def test_rows_are_added_moved_and_copied_past_comments() -> None:
    assert after(TABLE, kind="row-move", line=6, by=1) == TABLE.replace(
        "      | 1 |x\\|y|  10 |\r\n\n      | 2 | z |  20 | # not closed\n",
        "      | 2 | z |  20 | # not closed\n\n      | 1 |x\\|y|  10 |\r\n",
    )
    assert "|  20 | # not closed\n      |   |   |     | # not closed\n" in after(
        TABLE, kind="row-add", line=8
    )
    assert after(TABLE, kind="row-add", line=6, copy=True).count("| 1 |x\\|y|  10 |\r\n") == 2
    assert after("|a|", kind="row-add", line=1) == "|a|\n|  |\n"


def test_text_that_is_typed_keeps_the_line_ends_of_lines_that_stay() -> None:
    typed = (
        TABLE.replace("\r\n", "\n").replace("| 2 |", "| 3 |").replace("Feature: F\n", "Feature: F\n  Words\n")
    )
    assert after(TABLE, kind="text", text=typed) == TABLE.replace("| 2 |", "| 3 |").replace(
        "F\r\n", "F\r\n  Words\n"
    )
    assert after(TABLE, kind="text", text=TABLE.replace("\r\n", "\n")) == TABLE


WRONG_EDITS: list[dict[str, Any]] = [
    {"kind": "explode"},
    {},
    {"kind": "cells", "cells": [[6, 9, "x"]]},
    {"kind": "cells", "cells": [[1, 0, "x"]]},
    {"kind": "cells", "cells": "x"},
    {"kind": "row-delete", "line": 3},
    {"kind": "row-move", "line": 4, "by": -1},
    {"kind": "column-move", "line": 4, "column": 2, "by": 1},
    {"kind": "content", "line": 99, "content": "x"},
    {"kind": "replace", "start": 50, "end": 99, "lines": ["x"]},
    {"kind": "replace", "start": 3, "end": 1, "lines": ["x"]},
    {"kind": "spans", "spans": [[3, 4, 999, "x"]]},
    {"kind": "content", "line": "three", "content": "x"},
]


@pytest.mark.parametrize("edit", WRONG_EDITS, ids=json.dumps)
def test_an_edit_that_does_not_fit_is_refused(edit: dict[str, Any]) -> None:
    with pytest.raises(NoSuchPlace):
        edited(text_of(TABLE), edit)


LINES = st.lists(
    st.sampled_from(
        ["Feature: F", "  Rule: R", "Background:", "Scenario: S", "Scenario Outline: <a>", "Given x:", "And", "| a | b |", "|a|",
         "| open", "# note", "@tag @other", "Examples:", "", '"""', "words", "* star", "|\\||", "\ufeffodd", "| a | b | tail"]
    ),
    max_size=25,
)  # fmt: skip


@given(LINES, st.sampled_from(["\n", "\r\n"]), st.booleans(), st.data())
def test_any_text_has_an_outline_and_every_row_can_be_edited(
    lines: list[str], newline: str, ended: bool, data: st.DataObject
) -> None:
    words = newline.join(lines) + (newline if ended and lines else "")
    text = text_of(words)
    blocks = outline(text)
    json.dumps(blocks)
    assert [block["start"] for block in blocks] == sorted(block["start"] for block in blocks)
    covered = [line for block in blocks for line in range(block["start"], block["end"] + 1)]
    assert covered == list(range(blocks[0]["start"], len(text.lines) + 1)) if blocks else not covered
    rows = [row for block in blocks for item in block["items"] for row in item.get("rows", ())]
    for row in rows:
        assert text.rows[row["line"]].values == tuple(row["cells"])
    if rows:
        row = data.draw(st.sampled_from(rows))
        doubled = edited(text, {"kind": "row-add", "line": row["line"], "copy": True})
        again = edited(doubled, {"kind": "row-delete", "line": row["line"] + 1})
        assert again.text.rstrip("\r\n") == text.text.rstrip("\r\n")
        if row["cells"]:
            same = edited(text, {"kind": "cells", "cells": [[row["line"], 0, row["cells"][0]]]})
            assert same.text == text.text


@given(
    st.text(alphabet="ab|\\\n", max_size=30),
    st.text(alphabet="ab|\\\n", max_size=30),
    st.sampled_from(["\n", "\r\n"]),
)
def test_whatever_is_typed_is_what_the_text_says(before: str, typed: str, newline: str) -> None:
    found = edited(text_of(before.replace("\n", newline)), {"kind": "text", "text": typed})
    assert found.text.replace("\r\n", "\n") == typed


def test_a_file_in_an_old_encoding_goes_to_the_page_and_back_unchanged() -> None:
    from reports.workbench.files import as_data, of_page

    for content in (
        b"Feature: \xa31\x81\r\n  Scenario: x",
        "\ufeffFeature: £".encode("utf-16"),
        b"\xef\xbb\xbfFeature: x\n",
    ):
        text = feature_text(content, HERE)
        sent = json.loads(json.dumps(as_data(text)))
        assert of_page(HERE, sent).content == content


ONE_OF_EACH = [
    ("adult_skills", "achieved"),
    ("sector_programmes", "swap-achieved"),
    ("bootcamps", "commencement"),
    ("apprenticeships", "going-on"),
    ("study_programmes", "hours"),
    ("pre_employment", "funding"),
]


@pytest.mark.parametrize(("programme", "case"), ONE_OF_EACH)
def test_what_one_begins_from_passes_alone_and_beside_another(programme: str, case: str) -> None:
    text = new_feature(FeatureText(HERE, ()), "A name\n of two lines", programme, case)
    both = parse_feature(new_scenario(text, "Another", programme, case).text, HERE)
    assert both.name == "A name of two lines"
    assert [scenario.name for scenario in both.scenarios][1] == "Another"
    assert [run_scenario(scenario).status for scenario in both.scenarios] == ["passed", "passed"]


def test_every_programme_is_offered_with_its_cases() -> None:
    offered = vocabulary()["programmes"]
    assert {(one["key"], case["key"]) for one in offered for case in one["cases"]} >= set(ONE_OF_EACH)
    with pytest.raises(Refusal):
        new_feature(FeatureText(HERE, ()), "x", "bootcamps", "nowhere")


def test_a_scenario_of_steps_to_fill_in_stands_at_the_end_and_says_what_is_missing() -> None:
    text = new_scenario(text_of("Feature: Bare\r\n  Words"), "Mine", "", "")
    assert text.text.startswith(
        "Feature: Bare\r\n  Words\r\n\r\n  Scenario: Mine\r\n    Given the funding year is"
    )
    assert "add a Then" in run_scenario(parse_feature(text.text, HERE).scenarios[0]).message
