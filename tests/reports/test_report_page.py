import json
import re
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from sample_runs import large_run, mixed_run

from reports.page import write_report
from reports.page.contents import contents, programme_of, slug
from reports.page.document import site
from steps.results import RunResult

WHEN = datetime.fromisoformat("2022-03-14T09:05:00+00:00")


SECTOR, BOOTCAMPS = "programme-sector-programmes.html", "programme-bootcamps.html"


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return site(mixed_run(), when=WHEN)


@pytest.fixture(scope="module")
def pages(files: dict[str, str]) -> dict[str, html.HtmlElement]:
    return {name: html.document_fromstring(text) for name, text in files.items() if name.endswith(".html")}


@pytest.fixture(scope="module")
def index(pages: dict[str, html.HtmlElement]) -> html.HtmlElement:
    return pages["index.html"]


@pytest.fixture(scope="module")
def page(pages: dict[str, html.HtmlElement]) -> html.HtmlElement:
    return pages[SECTOR]


@pytest.fixture(scope="module")
def other(pages: dict[str, html.HtmlElement]) -> html.HtmlElement:
    return pages[BOOTCAMPS]


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def loaded(script: str) -> dict[str, Any]:
    """Return the data that a script hands over."""
    told: dict[str, Any] = json.loads(script[script.index(",") + 1 : script.rindex(")")])
    return told


def scenario(page: html.HtmlElement, name: str) -> html.HtmlElement:
    (found,) = [one for one in page.xpath("//details[contains(@class, 'scenario')]") if name in words(one[0])]
    return found


def test_totals_and_moment_are_told(index: html.HtmlElement) -> None:
    assert (
        words(index.xpath("//p[@class='lead']")[0])
        == "3 of 6 scenarios did not pass. 1 file could not be read."
    )
    assert "14 March 2022 at 09:05" in words(index)
    assert [words(one) for one in index.xpath("//dl[@class='totals']/div")] == [
        "Passed2", "Failed2", "Errors1", "Skipped1",
    ]  # fmt: skip


def test_the_first_page_sums_up_each_programme(index: html.HtmlElement) -> None:
    table = index.xpath("//section[@aria-labelledby='programmes']//table")[0]
    assert [[words(cell) for cell in row] for row in table.xpath(".//tbody/tr")] == [
        ["Sector programmes", "5", "2", "2", "0", "1", "not told"],
        ["Bootcamps", "1", "0", "0", "1", "0", "not told"],
    ]


def test_what_needs_attention_leads_to_its_scenario(index: html.HtmlElement) -> None:
    links = [(one.get("href"), words(one)) for one in index.xpath("//section[@class='attention']//a")]
    assert links[0] == (
        f"{SECTOR}#job-outcome--a-job-of-twelve-weeks-and-six-days-earns-nothing",
        "A job of twelve weeks and six days earns nothing",
    )
    assert links[-1][0].startswith(f"{BOOTCAMPS}#")


def test_features_and_scenarios_stand_in_order(page: html.HtmlElement) -> None:
    headings = [(one.tag, words(one)) for one in page.xpath("//main//*[self::h1 or self::h2]")]
    assert headings == [
        ("h1", "Sector programmes"),
        ("h2", "What needs attention"),
        ("h2", "Find scenarios of this programme"),
        ("h2", "Features"),
        ("h2", "Feature: Job outcome payments"),
    ]


def test_headings_never_skip_a_level(pages: dict[str, html.HtmlElement]) -> None:
    for page in pages.values():
        levels = [int(one.tag[1]) for one in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_failed_cell_shows_both_figures(page: html.HtmlElement) -> None:
    failed = scenario(page, "A job of twelve weeks")
    cells = [
        [words(span) for span in cell.iter("span")] for cell in failed.xpath(".//td[contains(@class, 'no')]")
    ]
    assert cells == [
        ["Expected 30.00", "Got 0.00"],
        ["Expected 0.00", "Got 30.00"],
        ["Expected 0.00", "Got 15.00"],
    ]
    assert "3 of 9 compared cells differ" in words(failed)


def test_tables_have_captions_and_scopes(page: html.HtmlElement) -> None:
    for table in page.iter("table"):
        assert words(table.find("caption"))
        assert all(cell.get("scope") in ("col", "row") for cell in table.iter("th"))
    assert {cell.get("class") for cell in page.xpath("//td[text()='150.00']")} == {"n"}


def test_the_background_is_told_once(page: html.HtmlElement) -> None:
    assert words(page).count("these aims have rates") == 2  # the step, and the caption of its table


def test_problems_stand_under_their_step(other: html.HtmlElement) -> None:
    broken = scenario(other, "hours below 30")
    first, second = broken.xpath(".//ol[@class='steps']/li")
    assert "Line 6, column 17: there is no column 'Planned hourz'; did you mean 'Planned hours'?" in words(
        first
    )
    assert "not carried out" in words(second)
    assert words(broken).count("Planned hourz'") == 1


def test_unreadable_files_are_told(index: html.HtmlElement, other: html.HtmlElement) -> None:
    assert "features/bootcamps/cut_short.feature:12:3 the file ends too early" in words(index)
    assert "Line 12, column 3: the file ends too early" in words(other)


def test_a_figure_leads_to_its_reasons(files: dict[str, str], page: html.HtmlElement) -> None:
    asked = page.xpath("//td[@data-w]")
    assert [(words(cell), cell.get("data-w")) for cell in asked] == [("120.00", "0"), ("30.00", "0")]
    told = loaded(files["data/programme-sector-programmes.js"])
    assert told["groups"] == [[0]]
    (reason,), text = told["reasons"], told["texts"].__getitem__
    assert [text(at) for at in reason[:3]] == [
        "sector.job_outcome", "Job outcome payment", "Sector Programmes guidance 2021/22, section 4",
    ]  # fmt: skip
    assert (text(reason[4]), text(reason[5])) == ("aim value × job outcome share", "150 × 0.2")
    assert [text(at) for at in told["parameters"][0]] == [
        "job_outcome_share", "Job outcome share", "0.2", "", "2021-08-01", "",
        "Sector Programmes guidance, section 4.2", "",
    ]  # fmt: skip


def test_texts_are_escaped(files: dict[str, str], other: html.HtmlElement) -> None:
    assert not any('<script>alert("x")' in text for name, text in files.items() if name.endswith(".html"))
    assert '<script>alert("x")</script> & hours below 30' in words(other)


def test_nothing_is_asked_for_from_outside(files: dict[str, str]) -> None:
    for name, text in files.items():
        if name != "assets/picture.js":  # it names the namespace of SVG
            assert not re.search(r"(https?:)?//[a-z0-9.-]+\.[a-z]{2,}", text, re.IGNORECASE), name
        assert not re.search(r"@import|url\(", text)


def test_identities_are_unique_and_every_link_leads_somewhere(
    files: dict[str, str], pages: dict[str, html.HtmlElement]
) -> None:
    ids = {name: page.xpath("//@id") for name, page in pages.items()}
    for name, page in pages.items():
        assert len(ids[name]) == len(set(ids[name])), name
        for link in page.xpath("//a/@href"):
            file, _, place = link.partition("#")
            assert not place or place.startswith("?") or place in ids[file or name], f"{name}: {link}"
            assert file in ("", *pages), f"{name}: {link}"
        for loads in page.xpath("//script/@src | //link[@rel='stylesheet']/@href | //@data-source"):
            assert loads in files
        for labelled in page.xpath("//@aria-labelledby | //label/@for"):
            assert labelled in ids[name]


def test_addresses_do_not_move_with_lines() -> None:
    run = mixed_run()
    before = [view.id for one in contents(run) for feature in one.features for view in feature.scenarios]
    for result in run.scenarios:
        result.line += 7
        result.heading_line += 7
    after = [view.id for one in contents(run) for feature in one.features for view in feature.scenarios]
    assert before == after
    assert before[0] == "job-outcome--a-swap-job-outcome-dated-13-03-2022-is-earned-in-march"


def test_without_scripts_everything_is_open_and_the_filters_are_hidden(page: html.HtmlElement) -> None:
    assert all(one.get("open") is not None for one in page.xpath("//details[contains(@class, 'scenario')]"))
    assert page.xpath("//form/@hidden")


@pytest.mark.parametrize(
    ("file", "programme"),
    [
        ("features/sector_programmes/job_outcome.feature", "Sector programmes"),
        ("/x/features/bootcamps/claims/one.feature", "Bootcamps"),
        ("features/pre_employment/a.feature", "Pre-employment"),
        ("features/a.feature", "Features"),
        ("drafts/a.feature", "Drafts"),
    ],
)
def test_the_programme_of_a_file(file: str, programme: str) -> None:
    assert programme_of(file) == programme


def test_slug() -> None:
    assert slug("  Årsta & Co: £30.00!") == "arsta-co-30-00"
    assert slug("***") == "unnamed"


def test_an_empty_run_has_a_page(tmp_path: Path) -> None:
    assert "Nothing was run." in write_report(RunResult(), tmp_path).read_text(encoding="utf-8")


def test_a_page_is_replaced_whole(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("old", encoding="utf-8")
    path = write_report(mixed_run(), tmp_path)
    assert path.read_text(encoding="utf-8").endswith("</html>\n")
    assert not [one.name for one in tmp_path.rglob("*") if one.name.startswith(".")]


def test_pages_of_an_earlier_report_go_and_other_files_stay(tmp_path: Path) -> None:
    write_report(mixed_run(), tmp_path)
    (tmp_path / "mine.html").write_text("<p>mine", encoding="utf-8")
    write_report(RunResult(), tmp_path)
    assert not (tmp_path / SECTOR).exists()
    assert not (tmp_path / "data" / "programme-sector-programmes.js").exists()
    assert (tmp_path / "mine.html").exists()


@pytest.mark.long
def test_a_thousand_scenarios_are_small(tmp_path: Path) -> None:
    write_report(large_run(1000), tmp_path)
    assert sum(one.stat().st_size for one in tmp_path.rglob("*") if one.is_file()) < 10_000_000
