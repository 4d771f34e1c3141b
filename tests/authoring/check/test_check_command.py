"""``ilrspec check``: exit codes, what is mended, and what other programs read."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reports.authoring.checking.kinds import KINDS
from reports.authoring.saving import ChangedMeanwhile
from reports.cli import cli

GOLDEN = Path(__file__).with_name("golden")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def given(folder: Path, *names: str) -> None:
    """Put features of the golden folder into another."""
    for name in names:
        shutil.copy(GOLDEN / f"{name}.feature", folder)


def run(*arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(cli, ["check", "-n", "1", *arguments])


def test_nothing_wrong_is_0(folder: Path) -> None:
    given(folder, "nothing_wrong")
    result = run("nothing_wrong.feature")
    assert (result.exit_code, result.output) == (0, "1 scenario in 1 file: nothing wrong\n")


def test_flaws_are_told_in_the_order_of_files_and_lines(folder: Path) -> None:
    given(folder, "several_at_once", "amount_with_a_comma", "title_twice")
    result = run(".")
    assert result.exit_code == 1
    places = re.findall(r"^(\w+)\.feature:(\d+)", result.output, re.M)
    assert places == sorted(places, key=lambda place: (place[0], int(place[1])))
    assert len(places) >= 9


def test_a_path_that_is_not_there_is_2_and_named(folder: Path) -> None:
    given(folder, "nothing_wrong")
    result = run("nothing_wrong.feature", "missing.feature", "nowhere")
    assert result.exit_code == 2
    assert "missing.feature: there is no such file or folder" in result.output
    assert "nowhere: there is no such file or folder" in result.output


def test_a_file_that_is_no_text_is_2_and_the_others_are_checked(folder: Path) -> None:
    given(folder, "misspelt_step")
    (folder / "picture.feature").write_bytes(b"\x89PNG\0\0")
    result = run(".")
    assert result.exit_code == 2
    assert "picture.feature: error: is not a text file" in result.output
    assert "misspelt_step.feature:11:10: error" in result.output


def test_warnings_fail_unless_only_errors_are_to(folder: Path) -> None:
    given(folder, "crooked_table")
    assert run(".").exit_code == 1
    assert run(".", "--fail-on", "error").exit_code == 0


def test_a_line_asks_for_its_scenario_alone(folder: Path) -> None:
    text = (
        (GOLDEN / "title_twice.feature").read_text(encoding="utf-8").replace("achievement ", "achievment  ")
    )
    (folder / "two.feature").write_text(text, encoding="utf-8", newline="\n")
    assert len(re.findall(r"^two\.feature:", run("two.feature").output, re.M)) == 3
    first = run("two.feature:7").output
    assert re.findall(r"^two\.feature:(\d+)", first, re.M) == ["14"]


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_title_of_another_file_of_the_folder_is_a_warning(folder: Path, workers: str) -> None:
    given(folder, "nothing_wrong")
    shutil.copy(folder / "nothing_wrong.feature", folder / "again.feature")
    (folder / "other").mkdir()
    shutil.copy(folder / "again.feature", folder / "other" / "again.feature")
    result = run(".", "-n", workers)
    assert re.findall(r"^(\S+): warning: (\S+), line 6", result.output, re.M) == [
        ("nothing_wrong.feature:6:13", "again.feature")
    ]


def test_fix_tells_old_and_new_and_what_remains(folder: Path) -> None:
    given(folder, "several_at_once")
    result = run("several_at_once.feature", "--fix")
    assert result.exit_code == 1
    assert (
        "several_at_once.feature:11:\n  - Then the earnigs are:\n  + Then the earnings are:\n"
        in result.output
    )
    assert "did you mean 2021/22 or 2022/23?" in result.output
    assert result.output.endswith("2 scenarios in 1 file: 3 errors\n")
    again = run("several_at_once.feature", "--fix")
    assert "  + " not in again.output


def test_fix_keeps_line_ends_encoding_and_mark(folder: Path) -> None:
    text = (GOLDEN / "misspelt_step.feature").read_text(encoding="utf-8").replace("pays its", "pays £40, its")
    for codec, mark in (("cp1252", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe")):
        path = folder / f"{codec}.feature"
        path.write_bytes(mark + text.replace("\n", "\r\n").encode(codec))
        assert run(path.name, "--fix").exit_code == 0
        mended = text.replace("earnigs", "earnings").replace("\n", "\r\n")
        assert path.read_bytes() == mark + mended.encode(codec)


def test_a_file_changed_meanwhile_is_left_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from reports.authoring.checking import files

    given(folder, "misspelt_step")
    path = Path("misspelt_step.feature")
    found = files.check_files([path])
    path.write_text("Feature: somebody else's\n", encoding="utf-8")
    with pytest.raises(ChangedMeanwhile):
        files.mend_files(found)
    assert path.read_text(encoding="utf-8") == "Feature: somebody else's\n"


def test_json_has_every_flaw_with_its_edits(folder: Path) -> None:
    given(folder, "misspelt_heading")
    result = run("misspelt_heading.feature", "--format", "json")
    assert result.exit_code == 1
    (flaw,) = json.loads(result.output)["flaws"]
    assert flaw["file"] == "misspelt_heading.feature"
    assert (flaw["line"], flaw["column"], flaw["end_column"]) == (9, 44, 59)
    assert (flaw["code"], flaw["severity"]) == ("unknown-heading", "error")
    assert flaw["suggestion"] == "did you mean 'planned end date'?"
    (edit,) = flaw["fix"]
    assert edit["line"] == 9
    assert edit["replacement"].strip() == "planned end date"


def test_github_annotations_have_one_line_each(folder: Path) -> None:
    given(folder, "several_at_once")
    lines = run("several_at_once.feature", "--format", "github").output.splitlines()
    assert len(lines) == 7
    assert all(re.match(r"::(error|warning) file=several_at_once\.feature,line=\d+", line) for line in lines)
    assert lines[0].endswith("::there is no column 'planed end date'%0Adid you mean 'planned end date'?")


def test_sarif_has_what_its_published_shape_asks_for(folder: Path) -> None:
    (folder / "a b").mkdir()
    given(folder / "a b", "several_at_once", "wrong_clause", "missing_bar", "forgotten_then")
    log = json.loads(run("a b", "--format", "sarif").output)
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (only,) = log["runs"]
    rules = only["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(KINDS)
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    flaws = json.loads(run("a b", "--format", "json").output)["flaws"]
    assert [result["ruleId"] for result in only["results"]] == [flaw["code"] for flaw in flaws]
    assert len(flaws) > 10
    for result in only["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning")
        assert result["message"]["text"]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"].startswith("a%20b/")
        region = place["region"]
        assert region["startLine"] >= 1
        assert region.get("endColumn", 1) >= region.get("startColumn", 1) >= 1
        for fix in result.get("fixes", ()):
            for change in fix["artifactChanges"]:
                assert all(one["deletedRegion"]["startColumn"] >= 1 for one in change["replacements"])


def test_an_empty_sarif_log_is_one_too(folder: Path) -> None:
    given(folder, "nothing_wrong")
    result = run("nothing_wrong.feature", "--format", "sarif")
    assert result.exit_code == 0
    assert json.loads(result.output)["runs"][0]["results"] == []
