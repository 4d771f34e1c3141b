"""The language server as an editor meets it: real messages to a real process."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.patience import until

ROOT = Path(__file__).resolve().parents[2]
Opened = Callable[[str], str]

SCENARIO = """\
@FM35-INSTALMENTS-01 @adult-skills
Feature: Typed by hand
  Scenario: 𝒜 learner with an aim
    Given the funding year is 2021/22
    And these aims:
      | aim 𝒜 | aim reference | SOF      | completion status |  |
      | WEX   | Z0009123      | 105, 112 | continuing        |  |
    Then the earnings are:
      | aim | earning      | Aug 2021 |
      | WEX | on-programme | 40.00    |
"""


@pytest.fixture
def opened(editor: Any) -> Iterator[Opened]:
    uris: list[str] = []

    def open_(text: str) -> str:
        uris.append(editor.open(text))
        editor.flaws(uris[-1])
        return uris[-1]

    yield open_
    for uri in uris:
        editor.close(uri)


def place(text: str, words: str) -> tuple[int, int]:
    """The line and the place, in units of UTF-16, behind the first letter of some words."""
    for number, line in enumerate(text.splitlines()):
        if words in line:
            return number, len(line[: line.index(words) + 1].encode("utf-16-le")) // 2
    raise AssertionError(words)


def offered(editor: Any, uri: str, line: int, character: int) -> dict[str, dict[str, Any]]:
    items = editor.at("completion", uri, line, character)["items"]
    return {item["label"]: item for item in items}


def hovered(editor: Any, uri: str, text: str, words: str) -> str:
    return editor.at("hover", uri, *place(text, words))["contents"]["value"]


def test_it_says_what_it_can_do(editor: Any) -> None:
    abilities = editor.abilities
    assert {"completionProvider", "hoverProvider", "documentFormattingProvider", "codeActionProvider"} <= set(
        abilities
    )
    assert abilities["positionEncoding"] == "utf-16"
    assert abilities["textDocumentSync"]["change"] == 1


@pytest.mark.parametrize("keyword", ["Given", "When", "Then", "And", "But", "*"])
def test_steps_are_offered_after_every_keyword_in_half_a_file(
    editor: Any, opened: Opened, keyword: str
) -> None:
    uri = opened(f"Feature: Half\n  Scenario: Typed\n    {keyword} these ai")
    items = offered(editor, uri, 2, len(f"    {keyword} these ai"))
    aims = items["these aims:"]
    start = len(f"    {keyword} ")
    edit = aims["textEdit"]
    assert edit["range"] == {
        "start": {"line": 2, "character": start},
        "end": {"line": 2, "character": start + len("these ai")},
    }
    assert aims["insertTextFormat"] == 2
    sentence, headings, cells = edit["newText"].split("\n")
    assert sentence == "these aims:"
    assert "| aim reference |" in headings
    assert headings.count("|") == cells.count("|")
    assert "${1:2021/22}" in items["the funding year is {year}"]["textEdit"]["newText"]


def test_what_features_compare_is_offered_first_after_then(editor: Any, opened: Opened) -> None:
    text = "Feature: F\n  Scenario: S\n    Given the funding year is 2021/22\n    Then \n    And "
    uri = opened(text)
    # The features are being read meanwhile.
    until(lambda: "```gherkin" in editor.at("hover", uri, 2, 12)["contents"]["value"], "an example of a step")
    for line, character in ((3, 9), (4, 8)):
        order = sorted(offered(editor, uri, line, character).values(), key=lambda item: item["sortText"])
        labels = [item["label"] for item in order]
        assert labels.index("the earnings are:") < labels.index("these aims:")
    assert labels.index("nothing is earned") < labels.index("the funding year is {year}")


def test_a_chosen_step_is_explained_with_an_example(editor: Any, opened: Opened) -> None:
    uri = opened("Feature: Half\n  Scenario: Typed\n    Given ")
    item = offered(editor, uri, 2, 10)["these aims:"]
    told = editor.ask("completionItem/resolve", **item)["documentation"]["value"]
    assert "Gives learners their aims" in told
    assert "`aim reference`" in told


def test_headings_are_offered_once_and_what_the_table_needs_first(editor: Any, opened: Opened) -> None:
    text = "Feature: F\n  Scenario: S\n    Then the milestones are:\n      | learner | \n"
    items = offered(editor, opened(text), 3, 18)
    assert "learner" not in items
    assert min(items.values(), key=lambda item: item["sortText"])["label"] == "milestone"
    assert "Sum in pounds." in items["amount"]["documentation"]["value"]
    assert items["amount"]["textEdit"]["range"]["start"] == {"line": 3, "character": 18}


def test_months_of_the_funding_year_are_offered(editor: Any, opened: Opened) -> None:
    text = SCENARIO.replace("Aug 2021 |", "Aug 2021 | |")
    line = next(number for number, words in enumerate(text.splitlines()) if "Aug 2021" in words)
    items = offered(editor, opened(text), line, text.splitlines()[line].rindex("|"))
    assert "Jul 2022" in items
    assert "Aug 2021" not in items


@pytest.mark.parametrize(
    ("step", "heading", "word", "means"),
    [
        ("these aims:", "completion status", "continuing", "Code 1."),
        ("these aims:", "funding model", "35", "Adult skills."),
        ("these employment statuses:", "employment status", "looking for work", "Code 11."),
        ("the earnings are:", "earning", "on-programme", "Instalments"),
        ("the findings are:", "code", "DAM002_MISSING", "DAM 002 is required"),
        ("the findings are:", "clause", "AR-1.1", "month end"),
        ("the transaction types for the payments are:", "payment type", "On-program", "Instalments"),
        ("the following commitments exist:", "status", "paused", ""),
    ],
)  # fmt: skip
def test_words_and_codes_of_cells(
    editor: Any, opened: Opened, step: str, heading: str, word: str, means: str
) -> None:
    uri = opened(f"Feature: F\n  Scenario: S\n    Given {step}\n      | {heading} |\n      |  |\n")
    item = offered(editor, uri, 4, 8)[word]
    assert means in item.get("documentation", {}).get("value", "")


def test_a_further_code_stands_beside_those_that_are_there(editor: Any, opened: Opened) -> None:
    text = SCENARIO.replace("105, 112", "105, 11")
    line, character = place(text, "105, 11")
    edit = offered(editor, opened(text), line, character + 6)["112"]["textEdit"]
    start = edit["range"]["start"]["character"]
    assert text.splitlines()[line].encode("utf-16-le")[start * 2 :].decode("utf-16-le").startswith("11 ")


def test_an_upright_table_has_headings_on_the_left_and_words_on_the_right(
    editor: Any, opened: Opened
) -> None:
    text = "Feature: F\n  Scenario: S\n    Given this aim:\n      | item | value |\n"
    text += "      | start date | 1/1/21 |\n      | outcome | |"
    uri = opened(text)
    assert "achieved" in offered(editor, uri, 5, 17)
    left = offered(editor, uri, 5, 9)
    assert "planned end date" in left
    assert "start date" not in left


def test_examples_are_headed_by_what_the_outline_leaves_open(editor: Any, opened: Opened) -> None:
    text = "Feature: F\n  Scenario Outline: S\n    Given the funding year is <year>\n    Then <what>\n"
    text += "\n    Examples:\n      | year | |"
    assert list(offered(editor, opened(text), 6, 15)) == ["what"]


def test_tags_are_offered_with_what_they_say(editor: Any, opened: Opened) -> None:
    items = offered(editor, opened("@AR-1\nFeature: F"), 0, 5)
    told = editor.ask("completionItem/resolve", **items["@AR-1.1"])["documentation"]["value"]
    assert "month end" in told
    assert items["@AR-1.1"]["textEdit"]["range"]["start"]["character"] == 0
    assert "@bootcamps" in items


def test_keywords_begin_a_line_and_nothing_is_offered_in_quotations(editor: Any, opened: Opened) -> None:
    uri = opened('Feature: F\n  Sc\n  Scenario: S\n    """\n    Given \n    """\n')
    assert "Scenario" in offered(editor, uri, 1, 4)
    assert not offered(editor, uri, 4, 10)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("FM35-INSTALMENTS-01", "**FM35-INSTALMENTS-01**"),
        ("adult-skills", "Adult skills, funding model 35."),
        ("these aims:", "Gives learners their aims"),
        ("aim reference", "Reference of the aim in LARS."),
        ("completion status", "Code 1."),
        ("continuing", "Code 1."),
        ("105, 112", "Education and Skills Funding Agency"),
        ("on-programme", "Instalments while learning goes on."),
    ],
)
def test_the_words_under_the_pointer_are_explained(
    editor: Any, opened: Opened, words: str, told: str
) -> None:
    assert told in hovered(editor, opened(SCENARIO), SCENARIO, words)


def test_the_place_of_what_is_explained_counts_letters_beyond_the_usual_as_two(
    editor: Any, opened: Opened
) -> None:
    found = editor.at("hover", opened(SCENARIO), *place(SCENARIO, "aim reference"))["range"]
    line = SCENARIO.splitlines()[found["start"]["line"]].encode("utf-16-le")
    covered = line[found["start"]["character"] * 2 : found["end"]["character"] * 2].decode("utf-16-le")
    assert covered == "aim reference"


def test_nothing_is_told_where_there_is_nothing(editor: Any, opened: Opened) -> None:
    uri = opened(SCENARIO)
    assert editor.at("hover", uri, 2, 12) is None
    assert editor.at("hover", uri, 99, 0) is None


def test_flaws_are_told_on_opening_and_after_a_change_and_mended(editor: Any) -> None:
    text = SCENARIO.replace("aim 𝒜", "aim").replace(" |  |", " |").replace("aim reference", "aim refrence")
    uri = editor.open(text)
    flaws = editor.flaws(uri)
    line, character = place(text, "aim refrence")
    found = [flaw for flaw in flaws if flaw["range"]["start"]["line"] == line]
    assert found, flaws
    assert found[0]["source"] == "ilrspec"
    assert found[0]["range"]["start"]["character"] == character - 1
    assert "aim reference" in found[0]["message"]
    actions = editor.ask(
        "textDocument/codeAction",
        textDocument={"uri": uri},
        range=found[0]["range"],
        context={"diagnostics": found},
    )
    edit = next(one for one in actions if one["kind"] == "quickfix")["edit"]["changes"][uri]
    lines = text.splitlines()
    for one in edit:
        row = lines[one["range"]["start"]["line"]]
        start, end = one["range"]["start"]["character"], one["range"]["end"]["character"]
        lines[one["range"]["start"]["line"]] = row[:start] + one["newText"] + row[end:]
    mended = "\n".join(lines) + "\n"
    assert "| aim reference" in mended
    editor.tell(
        "textDocument/didChange",
        textDocument={"uri": uri, "version": 100},
        contentChanges=[{"text": mended}],
    )
    assert not [flaw for flaw in editor.flaws(uri) if flaw["range"]["start"]["line"] == line]
    editor.close(uri)


def test_a_text_is_set_out_line_by_line_and_half_a_text_is_left(editor: Any, opened: Opened) -> None:
    text = SCENARIO.replace("| WEX   |", "|WEX|").replace("\n", "\r\n")
    options = {"tabSize": 2, "insertSpaces": True}
    edits = editor.ask("textDocument/formatting", textDocument={"uri": opened(text)}, options=options)
    assert edits
    assert all("\n" not in edit["newText"] for edit in edits)
    assert any("| WEX " in edit["newText"] for edit in edits)


def test_half_a_text_is_not_set_out(editor: Any, opened: Opened) -> None:
    uri = opened("Feature: F\n  Scenario: S\n    Given this aim:\n      | a |\n what")
    assert (
        editor.ask(
            "textDocument/formatting", textDocument={"uri": uri}, options={"tabSize": 2, "insertSpaces": True}
        )
        == []
    )


@pytest.mark.parametrize(
    "text", ["", "|", "@", "Given", "\n\n  |\n|", '"""', "Feature:\n Scenario:\n  Given |\n |\\|"]
)
def test_whatever_stands_there_every_place_is_answered(editor: Any, text: str) -> None:
    uri = editor.open(text)
    editor.flaws(uri)
    for line, words in enumerate([*text.split("\n"), ""]):
        for character in range(len(words) + 2):
            editor.at("completion", uri, line, character)
            editor.at("hover", uri, line, character)
    editor.close(uri)
