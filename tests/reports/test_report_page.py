import re
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html
from sample_runs import large_run, mixed_run

from reports.page import write_report
from reports.page.contents import contents, programme_of, slug
from steps.results import RunResult

WHEN = datetime.fromisoformat("2022-03-14T09:05:00+00:00")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("page") / "made" / "report"
    return write_report(mixed_run(), folder, when=WHEN).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(written: str) -> html.HtmlElement:
    return html.document_fromstring(written)


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def scenario(page: html.HtmlElement, name: str) -> html.HtmlElement:
    (found,) = [one for one in page.xpath("//details[contains(@class, 'scenario')]") if name in words(one[0])]
    return found


def test_totals_and_moment_are_told(page: html.HtmlElement) -> None:
    assert (
        words(page.xpath("//p[@class='lead']")[0])
        == "3 of 6 scenarios did not pass. 1 file could not be read."
    )
    assert "14 March 2022 at 09:05" in words(page)
    assert [words(one) for one in page.xpath("//dl[@class='totals']/div")] == [
        "Passed2", "Failed2", "Errors1", "Skipped1",
    ]  # fmt: skip


def test_programmes_features_and_scenarios_stand_in_order(page: html.HtmlElement) -> None:
    headings = [(one.tag, words(one)) for one in page.xpath("//main//*[self::h1 or self::h2 or self::h3]")]
    assert headings == [
        ("h1", "Funding guidance that runs"),
        ("h2", "What needs attention"),
        ("h2", "Find scenarios"),
        ("h2", "Contents"),
        ("h2", "Sector programmes"),
        ("h3", "Feature: Job outcome payments"),
        ("h2", "Bootcamps"),
        ("h3", "Feature: Work experience aims"),
        ("h3", "Feature: cut_short"),
    ]


def test_headings_never_skip_a_level(page: html.HtmlElement) -> None:
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


def test_problems_stand_under_their_step(page: html.HtmlElement) -> None:
    broken = scenario(page, "hours below 30")
    first, second = broken.xpath(".//ol[@class='steps']/li")
    assert "Line 6, column 17: there is no column 'Planned hourz'; did you mean 'Planned hours'?" in words(
        first
    )
    assert "not carried out" in words(second)
    assert words(broken).count("Planned hourz'") == 1


def test_unreadable_files_are_told(page: html.HtmlElement) -> None:
    assert "features/bootcamps/cut_short.feature:12:3 the file ends too early" in words(page)


def test_why_is_told_where_it_is_known(page: html.HtmlElement) -> None:
    (why,) = page.xpath("//details[@class='why']")
    told = words(why)
    assert "120.00 A On-programme: Nov 2021 Job outcome payment" in told
    assert "aim value × job outcome share= 150 × 0.2" in told
    assert "Job outcome share: 0.2 (from 1 August 2021; Sector Programmes guidance, section 4.2)" in told


def test_texts_are_escaped(page: html.HtmlElement, written: str) -> None:
    assert '<script>alert("x")' not in written
    assert '<script>alert("x")</script> & hours below 30' in words(page)


def test_the_page_asks_for_nothing_from_outside(page: html.HtmlElement, written: str) -> None:
    assert not re.search(r"(https?:)?//[a-z0-9.-]+\.[a-z]{2,}", written, re.IGNORECASE)
    for attribute in ("src", "href", "action", "srcset"):
        for place in page.xpath(f"//@{attribute}"):
            assert place.startswith(("#", "data:"))
    assert not re.search(r"@import|url\(", written)


def test_identities_are_unique_and_every_link_leads_somewhere(page: html.HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for link in page.xpath("//a/@href"):
        assert link.startswith("#?") or link[1:] in ids
    for labelled in page.xpath("//@aria-labelledby | //label/@for"):
        assert labelled in ids


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
    assert [one.name for one in tmp_path.iterdir()] == ["index.html"]


def test_a_thousand_scenarios_are_small(tmp_path: Path) -> None:
    path = write_report(large_run(1000), tmp_path)
    assert path.stat().st_size < 10_000_000
