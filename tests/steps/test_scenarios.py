"""Whole features: what is run, what comes out, and that nothing in them goes unread."""

from datetime import date
from pathlib import Path

import pytest
from written import AIMS, feature, run, run_file, told

from steps.features import Selection, find_features, read_feature
from steps.problems import Unreadable
from steps.registry import match
from steps.runner import RunOptions, run_features

EARNINGS = """
    Then the earnings are:
      | aim | earning      | Sep 2020 | Oct 2020 |
      | A   | on-programme | 228.57   | 114.29   |
"""

SEVERAL = """
@paid
Feature: Several
  Background:
    Given the funding year is 2020/21

  @first
  Scenario: Plain
    And this aim:
      | aim | aim reference | start date | planned end date |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       |
    Then A earns £228.57 of on-programme in Sep 2020

  Scenario Outline: Rate of <aim>
    And this aim:
      | aim | aim reference | start date | planned end date |
      | A   | <aim>         | 01/09/2020 | 28/02/2021       |
    Then the earnings in all are <sum>

    @cheap
    Examples:
      | aim      | sum   |
      | 60900023 | 80.00 |
      | 60900102 | 99.00 |

    @ignore
    Examples: not agreed yet
      | aim      | sum    |
      | 60900011 | 800.00 |

  Rule: Nothing comes of nothing
    Scenario: No aim that is funded
      And this aim:
        | aim reference | funding model | start date | planned end date |
        | 60900011      | 10            | 01/09/2020 | 28/02/2021       |
      Then nothing is earned
"""


def statuses(path: Path, line: int = 0, **options: object) -> list[tuple[int, str]]:
    return [(one.line, one.status) for one in run_file(path, line, **options).scenarios]


def test_every_cell_is_compared(tmp_path: Path) -> None:
    result = run(tmp_path, AIMS + EARNINGS)
    assert result.status == "passed"
    assert [(cell.row, cell.column, cell.expected, cell.actual, cell.ok) for cell in result.cells] == [
        ("A on-programme", "Sep 2020", "228.57", "228.57", True),
        ("A on-programme", "Oct 2020", "114.29", "114.29", True),
    ]


def test_a_wrong_cell_does_not_hide_the_next(tmp_path: Path) -> None:
    result = run(tmp_path, AIMS + EARNINGS.replace("228.57", "228.58").replace("114.29", "0.00"))
    assert result.status == "failed"
    assert [(cell.line, cell.expected, cell.actual) for cell in result.cells if not cell.ok] == [
        (10, "228.58", "228.57"),
        (10, "0.00", "114.29"),
    ]


@pytest.mark.parametrize(("written", "status"), [
    ("228.57", "passed"), ("£228.57", "passed"), ("228.571", "passed"), ("228.57143", "passed"),
    ("228.6", "failed"), ("228.572", "failed"), ("228", "failed"),
])  # fmt: skip
def test_figures_are_compared_to_the_places_written_two_at_least(
    tmp_path: Path, written: str, status: str
) -> None:
    assert run(tmp_path, AIMS + EARNINGS.replace("228.57", written)).status == status


def test_outlines_backgrounds_rules_and_tags(tmp_path: Path) -> None:
    path = feature(tmp_path, SEVERAL)
    assert statuses(path) == [(7, "passed"), (22, "passed"), (23, "failed"), (28, "skipped"), (31, "passed")]
    scenarios = run_file(path).scenarios
    assert scenarios[0].tags == ("paid", "first")
    assert scenarios[1].name == "Rate of 60900023"
    assert scenarios[4].rule == "Nothing comes of nothing"
    assert scenarios[0].steps[0].background


@pytest.mark.parametrize(("line", "lines"), [
    (7, [7]), (6, [7]), (10, [7]), (22, [22]), (13, [22, 23, 28]), (27, [22, 23, 28]), (33, [31]), (1, [7]),
])  # fmt: skip
def test_a_line_chooses_the_scenario_around_it(tmp_path: Path, line: int, lines: list[int]) -> None:
    chosen = [at for at, _ in statuses(feature(tmp_path, SEVERAL), line)]
    assert chosen == lines or (line in (1, 6) and 7 in chosen)


@pytest.mark.parametrize(
    ("tags", "lines"),
    [
        ("@first", [7]),
        ("@paid and not @cheap", [7, 28, 31]),
        ("@cheap or @first", [7, 22, 23]),
        ("@none", []),
    ],
)
def test_tag_expressions(tmp_path: Path, tags: str, lines: list[int]) -> None:
    assert [line for line, _ in statuses(feature(tmp_path, SEVERAL), tags=tags)] == lines


def test_a_faulty_tag_expression_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="tag expression"):
        run_file(feature(tmp_path, SEVERAL), tags="@a and and")


def test_paths_with_lines_and_drives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = feature(tmp_path, SEVERAL)
    assert find_features([f"{path}:22"]) == [Selection(path, 22)]
    assert find_features([tmp_path, path]) == [Selection(path, 0)]
    monkeypatch.setattr(Path, "is_file", lambda self: str(self) == r"C:\features\x.feature")
    monkeypatch.setattr(Path, "is_dir", lambda self: False)
    assert find_features([r"C:\features\x.feature:12"]) == [Selection(Path(r"C:\features\x.feature"), 12)]
    assert find_features([r"C:\features\x.feature"]) == [Selection(Path(r"C:\features\x.feature"), 0)]


def test_every_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        find_features([tmp_path / "none.feature", tmp_path])
    assert [problem.message for problem in caught.value.problems] == [
        "there is no such file or folder",
        "there is no .feature file in this folder",
    ]


@pytest.mark.parametrize(("text", "code"), [
    (AIMS + EARNINGS, 0), (AIMS + EARNINGS.replace("228.57", "1.00"), 1), (AIMS + "    And al is well\n", 2),
    ("Fature: none\n# Feature: none", 2),
])  # fmt: skip
def test_exit_codes(tmp_path: Path, text: str, code: int) -> None:
    assert run_features([Selection(feature(tmp_path, text), 0)]).exit_code == code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_files_of_windows_editors(tmp_path: Path, encoding: str, line_end: str) -> None:
    path = feature(tmp_path, AIMS + EARNINGS.replace("228.57", "£228.57"))
    path.write_bytes(path.read_text(encoding="utf-8").replace("\n", line_end).encode(encoding))
    result = run_file(path)
    assert [scenario.status for scenario in result.scenarios] == ["passed"], result.problems
    assert result.scenarios[0].cells[0].expected == "£228.57"


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "picture.feature"
    path.write_bytes(b"\x89PNG\0\0\xff")
    assert [problem.message for problem in run_file(path).problems] == [
        "is not a text file; a feature is plain text"
    ]


def test_workers_give_the_same_result(tmp_path: Path) -> None:
    selections = [Selection(feature(tmp_path, SEVERAL, f"{name}.feature"), 0) for name in "abc"]
    alone, together = (run_features(selections, RunOptions(workers=workers)) for workers in (1, 3))
    assert together.as_json() == alone.as_json()


@pytest.mark.parametrize(
    "sentence", ["the earnings are", "The Earnings  are:", "THE EARNINGS ARE :", "  the earnings are:  "]
)
def test_case_blanks_and_colons_do_not_matter(sentence: str) -> None:
    found = match(sentence)
    assert found is not None
    assert found.definition.pattern == "the earnings are:"


@pytest.mark.parametrize(
    ("sentence", "pattern"),
    [
        ("nothing is found", "nothing is found"),
        ("A earns 3.00 of job outcome in Aug 2020",
            "{aim:text} earns {amount:money} of {kind:earning} in {month:month}"),
        ("DAM_MISSING is not found", "{code:text} is not found"),
    ],
)  # fmt: skip
def test_the_most_definite_sentence_wins(sentence: str, pattern: str) -> None:
    found = match(sentence)
    assert found is not None
    assert found.definition.pattern == pattern


def test_the_clock_stands_still_and_goes_on(tmp_path: Path) -> None:
    before = date.today()  # noqa: DTZ011
    steps = "    Given today is 15/03/2021\n" + AIMS + EARNINGS
    assert run(tmp_path, steps).status == "passed"
    assert date.today() >= before  # noqa: DTZ011
    assert run(tmp_path, steps + "    And al is well\n").status == "error"
    assert date.today() >= before  # noqa: DTZ011


def test_steps_after_a_mistake_are_read_but_not_carried_out(tmp_path: Path) -> None:
    result = run(tmp_path, AIMS.replace("28/02/2021 ", "29/02/2021 ") + EARNINGS)
    assert [step.status for step in result.steps] == ["passed", "error", "skipped"]


def test_examples_that_leave_out_the_sum_are_no_silent_pass(tmp_path: Path) -> None:
    assert "asserts nothing" in told(tmp_path, AIMS + "    When the earnings are worked out\n")


def test_what_is_ignored_is_not_read(tmp_path: Path) -> None:
    text = "@ignore\nFeature: F\n  Scenario: S\n    Given something nobody knows\n"
    assert statuses(feature(tmp_path, text)) == [(3, "skipped")]


def test_other_prose_in_a_description_is_left_alone(tmp_path: Path) -> None:
    result = run(tmp_path, "    The aim is an ordinary one.\n    This learner is new.\n" + AIMS + EARNINGS)
    assert result.status == "passed"


def test_a_fault_of_the_product_spoils_one_scenario_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object) -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr("steps.world.calculate", broken)
    message = told(tmp_path, AIMS + EARNINGS)
    assert "a fault of ilrspec, not of this feature" in message
    assert "ZeroDivisionError: by nought" in message


def test_tables_keep_their_places(tmp_path: Path) -> None:
    table = read_feature(feature(tmp_path, AIMS)).scenarios[0].steps[1].table
    assert (table[1].line, table[1].cells[0], table[1].columns[:2]) == (6, "A", (5, 11))
