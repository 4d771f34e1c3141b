"""``ilrspec allure``: one page of the results, its history, and what is said where it cannot be made."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from reports.allure.viewer import kept_at_home
from reports.cli import cli
from reports.refusal import Refusal
from tests.patience import PATIENCE

FAKE = '''
import json, os, sys
from pathlib import Path
if "--version" in sys.argv:
    print("{version}")
    sys.exit()
if {fails}:
    print("Error: out of memory", file=sys.stderr)
    sys.exit(1)
config = json.loads(Path(sys.argv[sys.argv.index("--config") + 1]).read_text("utf-8"))
results = Path(sys.argv[-1])
with open(config["historyPath"], "a", encoding="utf-8") as history:
    history.write(json.dumps({{"results": len(list(results.glob("*-result.json")))}}) + "\\n")
page = Path(config["output"])
page.mkdir()
told = json.dumps([config["name"], config["plugins"], config["categories"], os.environ["ALLURE_NO_ANALYTICS"]])
(page / "index.html").write_text("""{page}""".replace("TOLD", told), "utf-8")
'''

PAGE = """<!DOCTYPE html><html><head><title>t</title>
<link rel='preconnect' href='https://fonts.example'></head><body>TOLD
<script async src='https://www.googletagmanager.com/gtag/js?id=G-1'></script>
<script>
  window.dataLayer = window.dataLayer || [];
  function gtag(){dataLayer.push(arguments);}
  gtag('config', 'G-1');
</script>
<script src='data:text/javascript;base64,MTsx'></script><script>window.kept = 1</script></body></html>"""

Viewer = Callable[..., str]


@pytest.fixture
def viewer(tmp_path: Path) -> Viewer:
    """Return a function that makes a program which does what the Allure viewer does, in small."""

    def make(version: str = "3.18.0", fails: bool = False, page: str = PAGE) -> str:
        script = tmp_path / "viewer.py"
        script.write_text(FAKE.format(version=version, fails=fails, page=page), encoding="utf-8")
        if sys.platform == "win32":
            program = tmp_path / "allure.cmd"
            program.write_text(f'@"{sys.executable}" "{script}" %*\n', encoding="utf-8")
        else:
            program = tmp_path / "allure"
            program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{script}" "$@"\n', encoding="utf-8")
            program.chmod(0o755)
        return str(program)

    return make


def allure(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["allure", *map(str, arguments)])


def test_a_page_with_its_history(viewer: Viewer, results: Path, tmp_path: Path) -> None:
    out = tmp_path / "made" / "report"
    first = allure(results, "--out", out, "--viewer", viewer(), "--title", "Autumn")
    assert first.exit_code == 0, first.output
    assert first.stdout == f"Allure report, the first run in its history: {(out / 'index.html').resolve()}\n"
    again = allure(results, "--out", out, "--viewer", viewer())
    assert again.stdout.startswith("Allure report, 2 runs in its history: ")
    assert sorted(path.name for path in out.iterdir()) == ["history.jsonl", "index.html"]
    assert len((out / "history.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_what_the_viewer_is_asked_for(viewer: Viewer, results: Path, tmp_path: Path) -> None:
    allure(results, "--out", tmp_path / "report", "--viewer", viewer(), "--title", "Autumn")
    body = (tmp_path / "report" / "index.html").read_text(encoding="utf-8").split("<body>")[1]
    name, plugins, categories, no_analytics = json.loads(body.splitlines()[0])
    assert name == "Autumn"
    assert plugins["awesome"]["options"]["singleFile"] is True
    assert plugins["awesome"]["options"]["groupBy"] == ["epic", "feature", "story"]
    assert categories == json.loads((results / "categories.json").read_text(encoding="utf-8"))
    assert no_analytics == "true"


def test_the_page_asks_for_nothing_from_outside(viewer: Viewer, results: Path, tmp_path: Path) -> None:
    allure(results, "--out", tmp_path / "report", "--viewer", viewer())
    page = (tmp_path / "report" / "index.html").read_text(encoding="utf-8")
    assert "https://" not in page
    assert "gtag" not in page
    assert "dataLayer" not in page
    assert "window.kept = 1" in page
    assert "data:text/javascript" in page
    head = page.split("<head>")[1]
    assert head.startswith(
        '<meta http-equiv="Content-Security-Policy" content="default-src \'self\' data: blob:'
    )


def test_a_page_that_is_not_understood_is_refused() -> None:
    with pytest.raises(Refusal, match="is not understood"):
        kept_at_home("<html><body>no head</body></html>")
    with pytest.raises(Refusal, match="is not understood"):
        kept_at_home("<html><header></header></html>")


@pytest.mark.parametrize(("version", "said"), [("2.46.1", "is Allure 2.46.1"), ("", "is no Allure viewer")])
def test_another_viewer_is_refused(
    viewer: Viewer, results: Path, tmp_path: Path, version: str, said: str
) -> None:
    told = allure(results, "--out", tmp_path / "report", "--viewer", viewer(version))
    assert told.exit_code == 2
    assert said in told.stderr
    assert "Allure 3 is needed: 'npm install --global allure' installs it" in told.stderr
    assert len(told.stderr.splitlines()) == 1
    assert not (tmp_path / "report").exists()


def test_a_viewer_that_fails_leaves_the_report_as_it_was(
    viewer: Viewer, results: Path, tmp_path: Path
) -> None:
    out = tmp_path / "report"
    allure(results, "--out", out, "--viewer", viewer())
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    told = allure(results, "--out", out, "--viewer", viewer(fails=True))
    assert told.exit_code == 2
    assert told.stderr == "the Allure viewer could not make the report: Error: out of memory\n"
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_a_page_that_is_not_kept_leaves_no_history(viewer: Viewer, results: Path, tmp_path: Path) -> None:
    told = allure(results, "--out", tmp_path / "report", "--viewer", viewer(page="<p>no head</p>"))
    assert told.exit_code == 2
    assert not list((tmp_path / "report").iterdir())


def test_without_a_viewer_one_line_tells_how_to_get_it(
    results: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    told = allure(results)
    assert told.exit_code == 2
    assert told.stderr == (
        "the Allure viewer is not installed: 'npm install --global allure' does it, once (it needs Node.js); "
        "'ilrspec report' needs nothing\n"
    )
    assert not list(tmp_path.iterdir())


def test_a_viewer_of_the_folder_is_found(
    viewer: Viewer, results: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = Path(viewer())
    nearby = tmp_path / "here" / "node_modules" / ".bin"
    nearby.mkdir(parents=True)
    shutil.move(program, nearby / program.name)
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    monkeypatch.chdir(tmp_path / "here")
    assert allure(results).exit_code == 0
    assert (tmp_path / "here" / "allure-report" / "index.html").is_file()


@pytest.mark.parametrize("make", [False, True])
def test_a_folder_without_results(tmp_path: Path, make: bool) -> None:
    folder = tmp_path / "none"
    if make:
        folder.mkdir()
    told = allure(folder)
    assert told.exit_code == 2
    assert "ilrspec run --allure" in told.stderr
    assert len(told.stderr.splitlines()) == 1


def test_a_viewer_that_is_not_there(results: Path) -> None:
    told = allure(results, "--viewer", "no-such-viewer")
    assert (told.exit_code, told.stderr) == (2, "--viewer: there is no program no-such-viewer\n")


def installed() -> str:
    program = shutil.which("allure")
    if program is None:
        pytest.skip("the Allure viewer is not installed here (npm install --global allure)")
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    if not told.strip().startswith("3."):
        pytest.skip(f"the Allure viewer here is {told.strip()}, not Allure 3")
    return program


def test_the_real_page_in_a_browser(request: pytest.FixtureRequest, results: Path, tmp_path: Path) -> None:
    program = installed()
    browser: Any = request.getfixturevalue("browser")
    told = allure(results, "--out", tmp_path, "--viewer", program)
    assert told.exit_code == 0, told.stderr
    asked, complaints = [], []
    page = browser.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    page.on("request", lambda one: asked.append(one.url))
    page.on("console", lambda one: complaints.append(one.text) if one.type == "error" else None)
    page.goto((tmp_path / "index.html").as_uri())
    page.get_by_text("A figure that is not the computed one").first.click()
    page.get_by_text("Expected and computed").first.click()
    page.get_by_text("Earnings statement").first.click()
    page.wait_for_timeout(500)
    page.close()
    assert {url.partition(":")[0] for url in asked} <= {"file", "data", "blob"}
    assert not complaints
