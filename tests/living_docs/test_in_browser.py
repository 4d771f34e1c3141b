"""The report opened from disk in headless Chromium: search, filters, addresses, reasons, print, narrow screens."""

# ruff: noqa: E501

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.patience import PATIENCE

APPRENTICESHIPS, SECTOR = "programme-apprenticeships.html", "programme-sector-programmes.html"
SMALL = "small-employers--a-16-to-18-year-old-with-a-small-employer-and-no-levy-contract-is-fully-funded"
WRONG = "wrong--a-figure-that-is-not-the-computed-one"
Open = Callable[..., Any]
Barriers = Callable[[Any], list[tuple[str, str]]]


@pytest.fixture
def visit(browser: Any, folder: Path) -> Iterator[Open]:
    """Return a function that opens a page; whatever the page complains of fails the test."""
    complaints: list[str] = []
    pages = []

    def open_page(address: str, **options: Any) -> Any:
        page = browser.new_page(**{"viewport": {"width": 1200, "height": 900}, **options})
        page.on("console", lambda told: complaints.append(told.text) if told.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.set_default_timeout(PATIENCE * 1000)
        page.goto(f"{folder.as_uri()}/{address}")
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.close()
    assert not complaints


def shown(page: Any) -> list[str]:
    """Return the addresses of the scenarios that are not filtered out."""
    found: list[str] = page.eval_on_selector_all(
        "details.scenario:not([hidden])", "all => all.map(one => one.id)"
    )
    return found


def until(page: Any, holds: str) -> None:
    """Wait until an expression holds; the pages allow no script to be made from text, so the browser cannot wait."""
    ends = time.monotonic() + PATIENCE
    while not page.evaluate(holds):
        assert time.monotonic() < ends, f"never: {holds}"
        page.wait_for_timeout(50)


def sideways(page: Any) -> bool:
    found: bool = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return found


# --- search and filters ---------------------------------------------------------------------------------


def test_the_search_finds_a_figure_with_or_without_its_comma(visit: Open) -> None:
    page = visit("index.html")
    for text in ("2,860", "2860"):
        page.fill("#text", f"{text} levy contract")
        page.wait_for_selector(".hits a")
        until(page, f"location.hash.includes('{text.replace(',', '%2C')}')")
        hits = page.eval_on_selector_all(".hits a", "all => all.map(one => one.getAttribute('href'))")
        assert f"{APPRENTICESHIPS}#{SMALL}" in hits
    page.click(f'.hits a[href="{APPRENTICESHIPS}#{SMALL}"]')
    page.wait_for_selector(f"[id='{SMALL}'][open] table")


def test_the_search_narrows_by_programme_state_year_and_tag(visit: Open) -> None:
    page = visit("index.html#?state=failed")
    page.wait_for_selector(".hits a")
    assert page.inner_text("#matches").startswith("1 of ")
    assert page.inner_text(".hits .state") == "Failed"
    for chosen in ("#?programme=programme-bootcamps.html", "#?year=2023%2F24"):
        page = visit(f"index.html{chosen}")
        page.wait_for_selector(".hits li")
        assert all("Bootcamps" in one for one in page.locator(".hits li .quiet").all_inner_texts())
    page = visit("index.html")
    page.fill("#tag", "@SE-AC01")
    page.wait_for_selector(".hits a")
    assert page.locator(".hits a").first.get_attribute("href").startswith(APPRENTICESHIPS)


def test_the_search_says_when_nothing_is_found_and_is_cleared(visit: Open) -> None:
    page = visit("index.html#?text=nowhere-to-be-found")
    until(page, "document.getElementById('matches').textContent.startsWith('No scenario matches')")
    page.click("#clear")
    until(page, "document.getElementById('found').hidden")
    assert page.evaluate("document.activeElement.id") == "text"
    assert page.evaluate("location.hash") == ""


def test_a_programme_is_filtered_and_the_filter_stands_in_the_address(visit: Open) -> None:
    page = visit(SECTOR)
    all_of_them = len(shown(page))
    page.check("[name=state][value=failed]", force=True)
    until(page, "location.hash === '#?state=failed'")
    assert shown(page) == [WRONG]
    assert page.inner_text("#matches") == f"Showing 1 of {all_of_them} scenarios"
    page = visit(f"{APPRENTICESHIPS}#?tag=SE-AC01")
    assert SMALL in shown(page)
    page.evaluate(f"location.hash = '#{WRONG}'")  # no scenario of this page: nothing happens
    page.fill("#text", "nowhere")
    until(page, "!document.getElementById('empty').hidden")
    assert shown(page) == []


def test_at_first_only_what_failed_is_open(visit: Open) -> None:
    page = visit(SECTOR)
    assert page.eval_on_selector_all("details.scenario[open]", "all => all.map(one => one.id)") == [WRONG]
    assert page.locator(f"[id='{WRONG}'] td.no").inner_text().split() == ["Expected", "41.00", "Got", "40.00"]


# --- addresses ------------------------------------------------------------------------------------------


def test_an_address_opens_its_scenario(visit: Open) -> None:
    page = visit(f"{APPRENTICESHIPS}#{SMALL}")
    page.wait_for_selector(f"[id='{SMALL}'][open] table")
    # What is still being laid out above it may move it once more.
    until(page, f"Math.abs(document.getElementById('{SMALL}').getBoundingClientRect().top) < 60")


def test_an_address_leads_to_a_clause_and_from_there_to_its_scenario(visit: Open) -> None:
    page = visit("guidance-small-employers-2017.html#?state=uncovered")
    page.evaluate("location.hash = '#SE-AC01'")
    until(page, "!document.getElementById('SE-AC01').hidden")
    page.click("#SE-AC01 li a")
    page.wait_for_selector("details.scenario[open] table")
    assert APPRENTICESHIPS in page.url


def test_the_address_of_a_figure_opens_its_reasons(visit: Open) -> None:
    page = visit(f"{APPRENTICESHIPS}#{SMALL}")
    button = page.locator(f"[id='{SMALL}'] button.ask", has_text="2860").nth(1)
    button.click()
    address = page.locator("dialog a", has_text="Link to this figure").get_attribute("href")
    told = page.inner_text("dialog")
    page = visit(f"{APPRENTICESHIPS}{address}")
    page.wait_for_selector("dialog[open]")
    assert page.inner_text("dialog") == told


# --- why ------------------------------------------------------------------------------------------------


def test_a_figure_tells_why(visit: Open) -> None:
    page = visit(f"{APPRENTICESHIPS}#{SMALL}")
    page.locator(f"[id='{SMALL}'] button.ask", has_text="2860").nth(1).focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open]")
    told = page.inner_text("dialog")
    assert "Why is this figure 2,860?" in told
    assert "The first of these rules adds up what the others give." in told
    assert "= 1,500 + 360 + 500 + 500" in told
    assert "(due − paid by transfer − paid by levy) × government share" in told
    assert "= (1,500 − 0 − 0) × 1" in told
    links = page.eval_on_selector_all("dialog .reason a", "all => all.map(one => one.getAttribute('href'))")
    assert "guidance-apprenticeship-rules-2017.html#AR-8.4" in links
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog[open]", state="detached")
    assert page.evaluate("document.activeElement.className") == "ask"


def test_a_wrong_figure_tells_both_and_the_dates_of_its_values(visit: Open) -> None:
    page = visit(f"{SECTOR}#{WRONG}")
    page.click(f"[id='{WRONG}'] td.no button.ask")
    page.wait_for_selector("dialog[open]")
    told = page.inner_text("dialog")
    assert "Why is this figure 40.00?" in told
    assert "The scenario expects 41.00." in told
    assert "Values that the guidance sets" in told
    assert " from 1 August " in told


def test_months_behind_dots_unfold(visit: Open) -> None:
    page = visit(f"{APPRENTICESHIPS}#{SMALL}")
    scenario = page.locator(f"[id='{SMALL}']")
    dots = scenario.locator("button.dots").first
    assert dots.get_attribute("aria-label") == "Show the 6 months left out here"
    assert scenario.locator("td.elided:visible").count() == 0
    dots.click()
    row = scenario.locator("tr", has_text="Provider Earned Total").first
    assert row.locator("td.elided:visible").all_inner_texts() == ["620.00"] * 6
    assert scenario.locator("th[data-d]:visible").all_inner_texts() == [f"{at:02}/18" for at in range(1, 7)]


# --- pictures -------------------------------------------------------------------------------------------


def test_a_picture_is_drawn_with_its_figures_as_tables(visit: Open) -> None:
    page = visit(f"{APPRENTICESHIPS}#{SMALL}")
    picture = page.locator(f"[id='{SMALL}'] details.picture")
    picture.locator("summary").first.click()
    picture.locator("svg.drawing").wait_for()
    assert "Learner a" in picture.locator("svg.drawing > title").text_content()
    assert picture.locator("svg.drawing").get_attribute("aria-labelledby")
    bars = picture.locator("rect > title").all_text_contents()
    assert "Aug 2018, completion: £1,500.00" in bars
    assert "Aug 2018, fully funded: £1,360.00" in bars
    table = picture.locator("table", has_text="government co-investment")
    assert table.locator("tbody tr").count() == 13
    last = table.locator("tbody tr").last.locator("th, td").all_text_contents()
    assert last == ["Aug 2018", "1,500.00", "1,360.00", "2,860.00", "11,300.00"]
    unseen = picture.locator("ul.unseen").text_content()
    assert "Price episodes: 2-403-1-06/08/2017, from 6 Aug 2017 to 31 Jul 2018" in unseen


@pytest.mark.parametrize(
    "page_name", [APPRENTICESHIPS, SECTOR, "programme-bootcamps.html", "programme-adult-skills.html"]
)
def test_every_picture_can_be_drawn(visit: Open, page_name: str) -> None:
    page = visit(page_name)
    page.click("#open")
    page.evaluate("document.querySelectorAll('details.picture').forEach(one => { one.open = true })")
    until(
        page,
        "[...document.querySelectorAll('details.picture')].every(one => one.querySelector('svg.drawing'))",
    )
    attributes = page.evaluate(
        "[...document.querySelectorAll('svg.drawing *')].map(one => [...one.attributes].map(a => a.value).join(' ')).join(' ')"
    )
    assert not re.search("NaN|Infinity|undefined", attributes)


# --- screens, paper, and everybody ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "index.html",
        f"{APPRENTICESHIPS}#{SMALL}",
        SECTOR,
        "guidance.html",
        "guidance-wmca-bootcamps-wave-5.html",
    ],
)
def test_a_narrow_screen_never_scrolls_sideways(visit: Open, name: str) -> None:
    page = visit(name, viewport={"width": 320, "height": 800})
    if "programme" in name:
        page.click("#open")
    assert not sideways(page)


def test_printing_opens_everything_and_leaves_out_what_paper_cannot_do(visit: Open) -> None:
    page = visit(SECTOR)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details.scenario:not([open])").count() == 0
    assert page.locator("details.scenario noscript").count() == 0
    page.emulate_media(media="print")
    assert not page.locator("form.find").is_visible()
    assert not page.locator(".band nav").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details.scenario[open]").count() == 1
    assert page.pdf()[:5] == b"%PDF-"


def test_without_scripts_every_table_is_there(browser: Any, folder: Path) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.set_default_timeout(PATIENCE * 1000)
    page.goto(f"{folder.as_uri()}/{APPRENTICESHIPS}#{SMALL}")
    assert page.locator(f"[id='{SMALL}'] table").first.is_visible()
    assert not page.locator("form.find").is_visible()
    page.close()


@pytest.mark.parametrize(
    ("name", "scheme"),
    [
        ("index.html", "light"),
        ("index.html", "dark"),
        (f"{APPRENTICESHIPS}#{SMALL}", "light"),
        (SECTOR, "dark"),
        ("guidance.html", "dark"),
        ("guidance-small-employers-2017.html", "light"),
    ],
)
def test_the_pages_can_be_used_by_everybody(visit: Open, barriers: Barriers, name: str, scheme: str) -> None:
    page = visit(name, color_scheme=scheme)
    if name == "index.html":
        page.fill("#text", "levy")
        page.wait_for_selector(".hits a")
    if SMALL in name:
        scenario = page.locator(f"[id='{SMALL}']")
        scenario.locator("button.dots").first.click()
        scenario.locator(".picture summary").first.click()
        scenario.locator("svg.drawing").wait_for()
    assert barriers(page) == []


def test_the_why_panel_can_be_used_by_everybody(visit: Open, barriers: Barriers) -> None:
    page = visit(f"{SECTOR}#{WRONG}")
    page.click(f"[id='{WRONG}'] td.no button.ask")
    page.wait_for_selector("dialog[open]")
    assert barriers(page) == []
