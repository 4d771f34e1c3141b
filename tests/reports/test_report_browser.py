"""The report page in a headless browser: what its script does with filters, addresses and print."""

# ruff: noqa: E501

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from sample_runs import mixed_run

from reports.page import write_report

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), ""
)
pytestmark = pytest.mark.skipif(not BROWSER, reason="there is no Chromium on this machine")

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--virtual-time-budget=5000",
)  # fmt: skip
FAILED = "job-outcome--a-job-of-twelve-weeks-and-six-days-earns-nothing"
PASSED = "job-outcome--a-swap-job-outcome-dated-13-03-2022-is-earned-in-march"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_report(mixed_run(), tmp_path_factory.mktemp("page"))


def browse(page: Path, tmp_path: Path, hash: str, act: str, *flags: str) -> dict[str, Any]:
    """Open the page at an address, run some JavaScript that returns an object, and return that object."""
    probe = (
        "<script>addEventListener('load', () => setTimeout(() => { const shown = () =>"
        " [...document.querySelectorAll('details.scenario:not([hidden])')].map((one) => one.id);"
        f" const found = (() => {{ {act} }})(); document.title = 'FOUND' + JSON.stringify(found) + 'END'; }}, 2500))"
        "</script></body>"
    )
    probed = tmp_path / "probed.html"
    probed.write_text(page.read_text(encoding="utf-8").replace("</body>", probe), encoding="utf-8")
    dumped = subprocess.run(
        [BROWSER, *FLAGS, *flags, f"--user-data-dir={tmp_path / 'user'}", "--dump-dom", f"{probed.as_uri()}{hash}"],
        capture_output=True, encoding="utf-8", errors="replace", timeout=300, check=False,
    )  # fmt: skip
    match = re.search(r"<title>FOUND(.*?)END</title>", dumped.stdout, re.DOTALL)
    assert match, dumped.stderr[-2000:]
    found: dict[str, Any] = json.loads(
        match[1].replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
    )
    return found


def test_at_first_what_failed_is_open_and_all_is_there(page: Path, tmp_path: Path) -> None:
    found = browse(
        page, tmp_path, "",
        "return {shown: shown().length, hidden: document.getElementById('find').hidden,"
        " open: [...document.querySelectorAll('details.scenario[open]')].map((one) => one.className),"
        " kept: document.querySelectorAll('noscript').length, cells: document.querySelectorAll('.ok').length}",
    )  # fmt: skip
    assert found["shown"] == 6
    assert not found["hidden"]
    assert found["open"] == ["scenario failed", "scenario failed", "scenario error"]
    assert found["kept"] == 0
    assert found["cells"] == 24 + 4 + 2


def test_words_filter_and_stand_in_the_address(page: Path, tmp_path: Path) -> None:
    found = browse(
        page, tmp_path, "",
        "const form = document.getElementById('find'); form.elements.text.value = 'MARCH on-programme';"
        " form.dispatchEvent(new Event('submit', {cancelable: true}));"
        " return {shown: shown(), told: document.getElementById('matches').textContent, hash: location.hash,"
        " sections: [...document.querySelectorAll('section.programme:not([hidden])')].length}",
    )  # fmt: skip
    assert found == {
        "shown": [PASSED], "told": "Showing 1 of 6 scenarios", "hash": "#?text=march+on-programme", "sections": 1,
    }  # fmt: skip


def test_an_address_brings_its_filters(page: Path, tmp_path: Path) -> None:
    found = browse(
        page, tmp_path, "#?tag=job_outcome&state=failed",
        "return {shown: shown(), tags: new FormData(document.getElementById('find')).getAll('tag')}",
    )  # fmt: skip
    assert found == {"shown": [FAILED], "tags": ["job_outcome"]}


def test_an_address_opens_its_scenario(page: Path, tmp_path: Path) -> None:
    found = browse(
        page, tmp_path, f"#{PASSED}",
        f"const one = document.getElementById('{PASSED}'); return {{open: one.open, top: one.getBoundingClientRect().top}}",
    )  # fmt: skip
    assert found["open"]
    assert abs(found["top"]) < 60


def test_a_link_opens_a_scenario_that_was_filtered_out(page: Path, tmp_path: Path) -> None:
    found = browse(
        page, tmp_path, "#?state=error",
        f"location.hash = '#{PASSED}'; dispatchEvent(new HashChangeEvent('hashchange'));"
        f" const one = document.getElementById('{PASSED}');"
        " return {open: one.open, shown: shown().length, focus: document.activeElement.tagName, rows: one.querySelectorAll('tr').length}",
    )  # fmt: skip
    assert found == {"open": True, "shown": 6, "focus": "SUMMARY", "rows": 5}


def test_nothing_found_is_said(page: Path, tmp_path: Path) -> None:
    found = browse(
        page, tmp_path, "#?text=nowhere",
        "return {shown: shown(), said: !document.getElementById('empty').hidden,"
        " told: document.getElementById('matches').textContent}",
    )  # fmt: skip
    assert found == {"shown": [], "said": True, "told": "Showing 0 of 6 scenarios"}


def test_printing_opens_everything(page: Path, tmp_path: Path) -> None:
    found = browse(
        page, tmp_path, "",
        "dispatchEvent(new Event('beforeprint')); const closed = document.querySelectorAll('details.scenario:not([open])');"
        " const during = closed.length; dispatchEvent(new Event('afterprint'));"
        " return {during, after: document.querySelectorAll('details.scenario:not([open])').length}",
    )  # fmt: skip
    assert found == {"during": 0, "after": 3}


def test_a_narrow_screen_never_scrolls_sideways_but_tables_do(page: Path, tmp_path: Path) -> None:
    found = browse(
        page, tmp_path, "",
        "for (const one of document.querySelectorAll('details.scenario')) one.open = true;"
        " document.body.style.width = '390px'; const wide = [...document.querySelectorAll('main *:not(.scroll *)')]"
        ".filter((one) => one.getBoundingClientRect().right > 391 && getComputedStyle(one).position !== 'absolute');"
        " return {wide: wide.map((one) => one.outerHTML.slice(0, 80)),"
        " scrolled: [...document.querySelectorAll('.scroll')].some((one) => one.scrollWidth > one.clientWidth)}",
    )  # fmt: skip
    assert found == {"wide": [], "scrolled": True}
