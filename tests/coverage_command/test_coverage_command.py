"""``ilrspec coverage`` as it is typed, on a small catalogue: screen, JSON, the lists that fail a build, refusals."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from engine.because import Rule
from reports.cli import cli
from reports.coverage.catalogue import rules_of_engine

GOLDEN = Path(__file__).parent / "golden"

CATALOGUE = """
document: {{title: "{title}", publisher: An authority, year: 2021/22, reference: pages 1 to 3}}
clauses:
"""
CLAUSE = """
  - id: {id}
    section: Paying
    says: {says}
    testable: {testable}
"""
NOT_TESTABLE = "false\n    why_not: no data shows it"

FEATURE = """
Feature: Paying
  @T-PAY-01
  Scenario: The first month
    Given the funding year is 2021/22
    And these aims:
      | aim | aim reference | start date | planned end date | actual end date | DAM      |
      | WEX | Z0009123      | 16/08/2021 | 20/08/2021       | 20/08/2021      | 042, 002 |
    Then the earnings are:
      | aim | earning      | Aug 2021 | Sep 2021 |
      | WEX | on-programme | 40.00    | 0.00     |
      | WEX | achievement  | {achieved} | 0.00     |

  @T-PAY-01 @T-PAY-02
  Scenario: A wrong figure of the year before
    Given the funding year is 2020/21
    And these aims:
      | aim | aim reference | start date | planned end date | actual end date | DAM      |
      | WEX | Z0009123      | 17/08/2020 | 21/08/2020       | 21/08/2020      | 042, 002 |
    Then the earnings are:
      | aim | earning      | Aug 2020 | Sep 2020 |
      | WEX | on-programme | 41.00    | 0.00     |

  @ignore @T-PAY-03 {tags}
  Scenario: For later
    Given the funding year is 2021/22
"""


def document(folder: Path, name: str, title: str, clauses: dict[str, str]) -> None:
    rows = [
        CLAUSE.format(id=id, says=says or "It is wise.", testable="true" if says else NOT_TESTABLE)
        for id, says in clauses.items()
    ]
    (folder / f"{name}.yaml").write_text(CATALOGUE.format(title=title) + "".join(rows), encoding="utf-8")


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of two documents of which one rule of a small engine cites a clause."""
    folder = tmp_path / "clauses"
    folder.mkdir()
    paid = {"T-PAY-01": "A month is paid.", "T-PAY-02": "So is the next.", "T-PAY-03": "And the last."}
    document(folder, "paying_2021", "How learning is paid", paid | {"T-PAY-04": ""})
    document(
        folder, "instalments_2020", "Instalments", {"FM35-INSTALMENTS-01": "80 % is paid in instalments."}
    )
    rules = [Rule("T-MONTH", "A month", "page 1", clauses=("T-PAY-01",))]
    monkeypatch.setattr("reports.page.guidance.CLAUSES", folder)
    monkeypatch.setattr("reports.coverage.catalogue.rules_of_engine", lambda: tuple(rules))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)
    feature(tmp_path)
    return folder


def feature(folder: Path, tags: str = "", achieved: str = "10.00") -> None:
    (folder / "features").mkdir(exist_ok=True)
    text = FEATURE.format(tags=tags, achieved=achieved)
    (folder / "features" / "paying.feature").write_text(text, encoding="utf-8")


def said(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["coverage", *map(str, arguments)])


def data(*arguments: object) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(said("--format", "json", *arguments).stdout)
    return found


def told(result: Result) -> str:
    """Return the one line of a refusal."""
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1, result.stderr
    return result.stderr.strip()


def assert_golden(name: str, text: str) -> None:
    path = GOLDEN / name
    plain = "\n".join(line.rstrip() for line in text.splitlines()) + "\n"
    if os.environ.get("ILRSPEC_UPDATE_GOLDEN"):
        path.write_text(plain, encoding="utf-8", newline="\n")
    assert plain == path.read_text(encoding="utf-8")


def test_screen(catalogue: Path, tmp_path: Path) -> None:
    feature(tmp_path, tags="@T-PAY-05")
    found = said()
    assert found.exit_code == 1
    assert_golden("coverage.txt", found.stdout)


def test_screen_with_every_clause_and_figure(catalogue: Path) -> None:
    assert_golden("coverage_all.txt", said("--all").stdout)


def test_a_document_with_its_clauses(catalogue: Path) -> None:
    assert_golden("coverage_document.txt", said("--document", "how learning").stdout)


def test_clause_by_scenario_by_year(catalogue: Path) -> None:
    found = data()
    instalments, paying = found["documents"]
    assert instalments["document"] == "instalments_2020"
    first, second, third, fourth = paying["clauses"]
    assert (first["passed"], first["failed"]) == (1, 1)
    assert first["scenarios_by_year"] == {"2020/21": 1, "2021/22": 1}
    assert (second["passed"], second["failed"], second["scenarios_by_year"]) == (0, 1, {"2020/21": 1})
    assert (third["set_aside"], third["scenarios_by_year"]) == (1, {})
    assert not fourth["testable"]
    assert paying["scenarios_by_year"] == {"2020/21": 1, "2021/22": 1}
    without = [one["clause"] for one in found["clauses_without_scenario"]]
    assert without == ["FM35-INSTALMENTS-01", "T-PAY-03"]
    assert instalments["clauses"][0]["cited_by_scenarios"] == 2


def test_figures_without_a_citation_are_those_of_no_clause_of_the_catalogue(catalogue: Path) -> None:
    found = data()
    (bare,) = found["figures_without_citation"]
    assert (bare["row"], bare["column"], bare["value"]) == ("WEX achievement", "Aug 2021", "10.00")
    assert bare["rules"] == ["FM35-ACHIEVEMENT"]
    assert found["summary"]["figures"] == 3


def test_citations_come_from_rules_figures_and_tags(catalogue: Path, tmp_path: Path) -> None:
    feature(tmp_path, tags="@T-PAY-05 @t-pay-01 @JIRA-12 @slow")
    found = {one["clause"]: one["cited_by"] for one in data()["citations_without_clause"]}
    assert set(found) == {
        "FM35-ACHIEVEMENT-01",
        "FM35-ACHIEVEMENT-02",
        "FM35-INSTALMENTS-02",
        "T-PAY-05",
        "t-pay-01",
    }
    assert found["FM35-ACHIEVEMENT-01"] == ["rule FM35-ACHIEVEMENT"]
    assert found["T-PAY-05"][0].startswith("features/paying.feature:")
    asked = {one["clause"] for one in data("--document", "paying_2021")["citations_without_clause"]}
    assert asked == {"T-PAY-05", "t-pay-01"}


@pytest.mark.parametrize(
    ("fail_on", "code"),
    [
        ("none", 0),
        ("figures", 1),
        ("citations", 1),
        ("clauses", 1),
        ("Citations, clauses", 1),
    ],
)
def test_which_list_fails_a_build(catalogue: Path, fail_on: str, code: int) -> None:
    assert said("--fail-on", fail_on).exit_code == code


def test_by_default_figures_alone_fail_a_build(catalogue: Path, tmp_path: Path) -> None:
    (catalogue / "instalments_2020.yaml").unlink()
    paid = {"T-PAY-01": "A month is paid.", "T-PAY-02": "So is the next.", "T-PAY-03": ""}
    document(catalogue, "paying_2021", "How learning is paid", paid)
    document(catalogue, "other", "Other", {"OTHER-01": "It is shown."})
    asked = ("--document", "paying_2021")
    assert said(*asked).exit_code == 1
    assert said(*asked, "--fail-on", "citations,clauses").exit_code == 0


def test_a_feature_that_cannot_be_read_is_told(catalogue: Path, tmp_path: Path) -> None:
    (tmp_path / "features" / "broken.feature").write_text("Feature: x\n  Scenari: y\n", encoding="utf-8")
    found = said("--fail-on", "none")
    assert found.exit_code == 1
    assert "broken.feature could not be read" in found.stderr


def test_refusals(catalogue: Path, tmp_path: Path) -> None:
    assert "no document 'paying_2012'; did you mean 'paying_2021'?" in told(said("--document", "paying_2012"))
    assert "did you mean 'paying_2021'?" in told(said("--document", "payng"))
    assert "the documents are instalments_2020, paying_2021" in told(said("--document", "zzz"))
    assert "is part of several documents" in told(said("--document", "202"))
    assert "no such file or folder" in told(said("none"))
    (tmp_path / "empty").mkdir()
    assert "there is no .feature file" in told(said("empty"))
    (catalogue / "paying_2021.yaml").write_text("document: [", encoding="utf-8")
    assert told(said()).startswith("paying_2021.yaml: cannot be read")


def test_no_catalogue(catalogue: Path) -> None:
    for path in catalogue.iterdir():
        path.unlink()
    assert "there is no catalogue of clauses" in told(said())


@pytest.mark.parametrize("value", ["citatons", "", "none,clauses"])
def test_lists_that_there_are_not(catalogue: Path, value: str) -> None:
    found = said("--fail-on", value)
    assert found.exit_code == 2
    assert "Traceback" not in found.stderr
    if value == "citatons":
        assert "did you mean 'citations'?" in found.stderr


def test_rules_of_the_engine_are_found_wherever_they_stand() -> None:
    found = {rule.id for rule in rules_of_engine()}
    assert {"FM35-ONPROG", "FM35-ACHIEVEMENT"} <= found
    assert len(found) > 50


def test_the_published_features_leave_nothing_uncovered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).resolve().parents[2])
    found = said("features/adult_skills", "--document", "fm35_2020_21")
    assert found.exit_code == 0, found.output
    assert ": 0 clauses without a scenario, 0 citations without a clause, 0 of " in found.stdout
