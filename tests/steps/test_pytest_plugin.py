"""Features as pytest runs them."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from test_scenarios import SEVERAL
from written import AIMS, feature

from steps.features import find_features
from steps.runner import run_features

pytest_plugins = ("pytester",)

Run: TypeAlias = Callable[..., tuple[int, str]]
FEATURES = Path(__file__).resolve().parents[2] / "features"
WRONG = (
    AIMS + "    Then the earnings are:\n      | aim | Sep 2020 | Oct 2020 |\n      | A | 1.00 | 114.29 |\n"
)


@pytest.fixture
def folder(pytester: pytest.Pytester) -> Path:
    return pytester.path


@pytest.fixture
def pytest_run(pytester: pytest.Pytester) -> Run:
    def run(*args: str) -> tuple[int, str]:
        done = pytester.runpytest_inprocess(
            "-p", "no:cacheprovider", "-p", "no:hypothesispytest", "-q", *args
        )
        return int(done.ret), done.stdout.str() + done.stderr.str()

    return run


def in_a_program(folder: Path, *args: str) -> tuple[int, str]:
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:hypothesispytest",
        "-q",
        *args,
    ]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout + done.stderr


def test_scenarios_pass_fail_and_are_set_aside(folder: Path, pytest_run: Run) -> None:
    path = feature(folder, SEVERAL)
    code, text = pytest_run(str(path), "-rA")
    assert code == 1
    assert "3 passed, 1 skipped" in text.replace("1 failed, ", "")
    for name in ("Plain", "Rate of 60900023 (line 22)", "No aim that is funded"):
        assert any(line.startswith("PASSED") and line.endswith(f"::{name}") for line in text.splitlines()), (
            name
        )
    assert "::Rate of 60900102 (line 23)" in text
    assert "set aside with @ignore" in text


def test_a_failure_shows_the_table_and_no_traceback(folder: Path, pytest_run: Run) -> None:
    feature(folder, WRONG)
    code, text = pytest_run(".")
    assert code == 1
    assert "expected 1.00" in text
    assert "got 228.57" in text
    assert "Traceback" not in text
    assert ".py" not in text


def test_every_problem_of_a_scenario_is_told(folder: Path, pytest_run: Run) -> None:
    feature(folder, WRONG.replace("planned end date", "planed end date ") + "    And al is well\n")
    _, text = pytest_run(".")
    assert "did you mean 'planned end date'?" in text
    assert "no step reads 'al is well'" in text


@pytest.mark.long
def test_a_broken_feature_is_told_without_a_traceback(folder: Path, pytest_run: Run) -> None:
    feature(folder, WRONG.replace("| 1.00 |", "| 1.00 | 2 |"))
    code, text = pytest_run(".")
    assert code == 2
    assert "written.feature:9:3: this row has not as many cells" in text
    assert "Traceback" not in text


def test_a_scenario_that_asserts_nothing_fails(folder: Path, pytest_run: Run) -> None:
    feature(folder, AIMS)
    code, text = pytest_run(".")
    assert code == 1
    assert "the scenario asserts nothing" in text


@pytest.mark.parametrize(
    ("args", "passed"), [(("-k", "Plain"), 1), (("-m", "first"), 1), (("-m", "paid and not cheap"), 2)]
)
def test_scenarios_are_chosen_by_name_and_tag(
    folder: Path, pytest_run: Run, args: tuple[str, ...], passed: int
) -> None:
    feature(folder, SEVERAL)
    code, text = pytest_run(*args)
    assert code == 0, text
    assert f"{passed} passed" in text


@pytest.mark.long
def test_two_processes_and_allure_results(tmp_path: Path) -> None:
    feature(tmp_path, SEVERAL)
    feature(tmp_path, WRONG, "wrong.feature")
    code, text = in_a_program(tmp_path, "-n", "2", "--alluredir", "allure")
    assert code == 1
    assert "2 failed, 3 passed, 1 skipped" in text
    results = [
        json.loads(path.read_text(encoding="utf-8")) for path in (tmp_path / "allure").glob("*-result.json")
    ]
    by_name = {result["name"]: result for result in results}
    assert by_name["Plain"]["status"] == "passed"
    assert by_name["One"]["status"] == "failed"
    assert [step["name"] for step in by_name["One"]["steps"]] == [
        "Given the funding year is 2020/21",
        "And this aim:",
        "Then the earnings are:",
    ]
    assert by_name["One"]["steps"][1]["attachments"]
    assert "first" in {label["value"] for label in by_name["Plain"]["labels"] if label["name"] == "tag"}


def test_a_feature_anywhere_on_the_disk(folder: Path, pytest_run: Run, tmp_path: Path) -> None:
    feature(folder, SEVERAL)
    path = feature(tmp_path, AIMS + "    Then the earnings in all are 1,000.00\n", "elsewhere.feature")
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    code, text = pytest_run("-c", "pytest.ini", str(path), "--alluredir", str(tmp_path / "allure"))
    assert code == 0, text
    assert "1 passed" in text


def test_the_same_name_twice_is_run_twice(folder: Path, pytest_run: Run) -> None:
    scenario = "  Scenario: Same\n" + AIMS + "    Then the earnings in all are {}\n"
    feature(folder, "Feature: F\n" + scenario.format("1,000.00") + scenario.format("1.00"))
    _, text = pytest_run()
    assert "1 failed, 1 passed" in text


def test_other_suites_of_pytest_bdd_keep_their_steps(folder: Path, pytest_run: Run) -> None:
    feature(folder, "Feature: F\n  Scenario: S\n    Given a step of theirs\n", "theirs.txt")
    (folder / "test_theirs.py").write_text(
        "from pytest_bdd import given, scenarios\nscenarios('theirs.txt')\n"
        "@given('a step of theirs')\ndef _(): pass\n",
        encoding="utf-8",
    )
    code, text = pytest_run()
    assert code == 0, text


def some_of_every_folder() -> list[Path]:
    """Return a few features of each programme: pytest needs its time for every scenario."""
    return [
        path
        for folder in sorted(FEATURES.iterdir())
        if folder.is_dir()
        for path in sorted(folder.glob("*.feature"))[::6]
    ]


@pytest.mark.long
def test_features_have_the_same_verdict_either_way(tmp_path: Path) -> None:
    chosen = some_of_every_folder()
    report = tmp_path / "report.json"
    (tmp_path / "keep.py").write_text(
        "import json\nseen = {}\n"
        "def pytest_runtest_logreport(report):\n"
        "    if report.when == 'call' or report.skipped:\n"
        "        seen[report.nodeid.partition('::')[0] + f':{report.location[1] + 1}'] = report.outcome\n"
        "def pytest_sessionfinish():\n"
        f"    open({str(report)!r}, 'w', encoding='utf-8').write(json.dumps(seen))\n",
        encoding="utf-8",
    )
    sys_path = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import pytest; "
    options = ["-q", "-p", "keep", "-p", "no:hypothesispytest", "-p", "no:cacheprovider", *map(str, chosen)]
    call = f"pytest.main({options!r})"
    subprocess.run([sys.executable, "-c", sys_path + call], cwd=FEATURES, capture_output=True, check=False)
    under_pytest = {
        (Path(place.rpartition(":")[0]).parts[-2:], int(place.rpartition(":")[2])): outcome
        for place, outcome in json.loads(report.read_text(encoding="utf-8")).items()
    }
    quick = {
        (Path(one.file).parts[-2:], one.line): {"error": "failed"}.get(one.status, one.status)
        for one in run_features(find_features(chosen)).scenarios
    }
    assert len(chosen) > 10 and under_pytest == quick
