"""The page of what changes, opened from disk in headless Chromium: used by everybody, on a phone, on paper."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from reports.cli import cli
from tests.patience import PATIENCE

ROOT = Path(__file__).parents[2]
Barriers = Callable[[Any], list[tuple[str, str]]]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    page = tmp_path_factory.mktemp("changes") / "changes.html"
    feature = ROOT / "features" / "adult_skills" / "traineeships.feature"
    result = CliRunner().invoke(cli, ["roll-forward", str(feature), "--page", str(page)])
    assert result.exit_code == 1, result.output
    return page


@pytest.fixture
def opened(browser: Any, written: Path) -> Iterator[Any]:
    complaints: list[str] = []
    page = browser.new_page(viewport={"width": 1100, "height": 900})
    page.set_default_timeout(PATIENCE * 1000)
    page.on("console", lambda told: complaints.append(told.text) if told.type == "error" else None)
    page.on("request", lambda asked: complaints.append(asked.url) if asked.url != written.as_uri() else None)
    page.goto(written.as_uri())
    yield page
    page.close()
    assert not complaints


def test_every_figure_that_moved_stands_on_the_page(opened: Any) -> None:
    assert opened.locator("h1").inner_text() == "What changes"
    moved = opened.locator("article.feature tbody tr").all_inner_texts()
    assert len(moved) == 7
    assert [cell.strip() for cell in moved[0].split("\t")] == [
        "A on-programme",
        "Aug 2020",
        "258.67",
        "400.00",
        "+141.33",
        "adult_skills.traineeship_programme_rate",
    ]


def test_a_link_leads_to_its_scenario(opened: Any) -> None:
    link = opened.locator("article.feature p a").first
    target = link.get_attribute("href")
    link.click()
    assert opened.url.endswith(target)
    assert opened.locator(f"[id='{target[1:]}']").is_visible()


def test_a_narrow_screen_does_not_scroll_sideways(opened: Any) -> None:
    opened.set_viewport_size({"width": 320, "height": 800})
    assert not opened.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert opened.pdf()[:5] == b"%PDF-"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_can_be_used_by_everybody(opened: Any, barriers: Barriers, scheme: str) -> None:
    opened.emulate_media(color_scheme=scheme)
    assert barriers(opened) == []
