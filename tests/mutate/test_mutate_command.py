"""``ilrspec mutate`` as it is typed: what is noticed, what is not, refusals, files, and that nothing changes."""

import csv
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from engine.parameters import FOLDER
from reports.cli import cli


def typed(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["mutate", *map(str, arguments)])


def told(*arguments: object) -> dict[str, Any]:
    result = typed(*arguments, "--format", "json", "-n", 1, "--killed")
    assert result.exit_code in (0, 1), result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def by_id(found: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {
        one["id"].partition(" from 2013-08-01: ")[2] or one["name"]: one
        for part in ("killed", "survivors", "not_judged")
        for one in found[part]
    }


def test_a_changed_value_is_noticed_where_a_table_shows_it(features: Path) -> None:
    found = by_id(told(features, "--values", "--only", "adult_skills.qualifying_days"))
    seen = found["row 3 column 2, 42 -> 43"]
    assert seen["fate"] == "a scenario fails"
    assert seen["killed_by"].endswith("qualifying.feature:3 An aim of half a year needs 42 days")


def test_a_survivor_is_listed_with_its_place_and_clauses(features: Path) -> None:
    survivor = by_id(told(features, "--only", "adult_skills.qualifying_days"))["row 2 column 2, 14 -> 15"]
    assert survivor["fate"] == "no scenario fails"
    assert survivor["scenarios"] >= 1
    assert survivor["clauses"][0] == "FM35-QUALIFYING-01"
    assert survivor["document"].startswith("Adult skills funding")
    lines = (FOLDER / "adult_skills.yaml").read_text(encoding="utf-8").splitlines()
    assert survivor["file"] == "engine/parameters/adult_skills.yaml"
    assert lines[survivor["line"] - 1].strip().startswith("value:")


def test_a_value_that_no_scenario_reads_is_told_apart(features: Path) -> None:
    survivors = told(features, "--only", "adult_skills.learning_support_month from", "--values")["survivors"]
    money = [one for one in survivors if one["group"] == "adult_skills" and one["kind"] == "value"]
    assert [(one["before"], one["fate"]) for one in money] == [("150", "read by no scenario")] * 2
    assert {one["after"] for one in money} == {"149.99", "150.01"}


def test_a_dropped_finding_is_noticed_only_where_it_is_asked_for(features: Path) -> None:
    rules = by_id(told(features, "--rules", "--only", "WorkPlaceStartDate*"))
    assert rules["WorkPlaceStartDate_03"]["fate"] == "a scenario fails"
    assert rules["WorkPlaceStartDate_03"]["clauses"] == ["SP-NAT-03"]
    assert rules["WorkPlaceStartDate_04"]["fate"] == "read by no scenario"


def test_a_dropped_figure_is_noticed_where_it_is_earned(features: Path) -> None:
    rules = by_id(told(features, "--rules", "--only", "FM35-ONPROG", "--only", "FM35-ACHIEVEMENT"))
    assert rules["FM35-ONPROG"]["fate"] == "a scenario fails"
    assert rules["FM35-ACHIEVEMENT"]["fate"] == "no scenario fails"


def test_another_reading_is_noticed_by_those_who_leave_it_open(features: Path, tmp_path: Path) -> None:
    text = (features / "placement.feature").read_text(encoding="utf-8")
    rounding = by_id(told(features, "--values", "--only", "zwrkx_no_placement_known"))
    assert {one["kind"] for one in rounding.values()} == {"reading"}
    chosen = text.replace(
        "    And this study",
        "    And the guidance is read with zwrkx_no_placement_known as when_over\n    And this study",
    )
    (features / "placement.feature").write_text(chosen, encoding="utf-8")
    after = by_id(told(features / "placement.feature", "--values", "--only", "zwrkx_no_placement_known"))
    assert {one["fate"] for one in after.values()} == {"read by no scenario"}


def test_one_process_and_two_say_the_same(features: Path) -> None:
    given = (features, "--sample", 25, "--seed", 3, "--format", "json", "--killed")
    one, two = (json.loads(typed(*given, "-n", number).stdout) for number in (1, 2))
    for found in (one, two):
        del found["summary"]["seconds"]
    assert one == two
    assert one["summary"]["changes"] == 25


def test_nothing_on_disk_changes(features: Path) -> None:
    def sums() -> dict[str, str]:
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FOLDER.glob("*.yaml")}

    before = sums()
    typed(features, "--only", "fee_share", "-n", 1)
    assert sums() == before


def test_the_exit_code_is_0_where_every_change_is_noticed(features: Path) -> None:
    result = typed(features, "--only", "WorkPlaceStartDate_03", "--rules", "-n", 1)
    assert result.exit_code == 0, result.output
    assert "1 change judged by 3 scenarios: 1 noticed, 0 by no scenario" in result.output


def test_survivors_are_shown_by_document_and_give_1(features: Path) -> None:
    result = typed(features, "--only", "adult_skills.qualifying_days", "-n", 1)
    assert result.exit_code == 1
    assert "Read, but no scenario fails" in result.output
    assert "Adult skills funding (funding model 35), calculation 2020/21" in result.output
    assert "FM35-QUALIFYING-01" in result.output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--only", "qualifing_days"), "did you mean 'qualifying_days'?"),
        (("--sample", "0"), "0"),
        (("--out", "."), "is a folder; name a file in it"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_line(
    features: Path, arguments: tuple[str, ...], message: str
) -> None:
    result = typed(features, *arguments)
    assert result.exit_code == 2
    assert message in result.output
    assert "Traceback" not in result.output


def test_a_path_without_features_is_refused(tmp_path: Path) -> None:
    assert typed(tmp_path / "nowhere").exit_code == 2
    assert typed(tmp_path).exit_code == 2


def test_scenarios_that_fail_by_themselves_judge_nothing(features: Path) -> None:
    path = features / "earned.feature"
    path.write_text(path.read_text(encoding="utf-8").replace("40.00", "41.00"), encoding="utf-8")
    result = typed(features, "--only", "WorkPlaceStartDate_03", "--rules", "-n", 1)
    assert result.exit_code == 0
    assert "earned.feature" in result.stderr
    assert "fails without any change" in result.stderr
    alone = typed(path, "--only", "WorkPlaceStartDate_03", "-n", 1)
    assert alone.exit_code == 2
    assert "no scenario passes without any change" in alone.output


def test_the_table_holds_the_survivors(features: Path, tmp_path: Path) -> None:
    out = tmp_path / "survivors.csv"
    result = typed(features, "--only", "adult_skills.learner_cap", "-n", 1, "--out", out)
    assert result.exit_code == 1
    with out.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert {row["Name"] for row in rows} == {"learner_cap"}
    assert {(row["Before"], row["After"]) for row in rows if row["What"] == "dated values"} == {
        ("4400", "4399.99"),
        ("4400", "4400.01"),
    }
