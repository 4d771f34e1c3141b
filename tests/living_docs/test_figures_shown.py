"""What the pages show is what the run found: figures, reasons, months left out, pictures."""

import json
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from reports.page.contents import ProgrammeView, ScenarioView, contents
from steps.picture import Picture
from steps.results import CellResult, RunResult, Why


def loaded(path: Path) -> dict[str, Any]:
    script = path.read_text(encoding="utf-8")
    told: dict[str, Any] = json.loads(script[script.index(",") + 1 : script.rindex(")")])
    return told


@pytest.fixture(scope="module")
def programmes(living_run: RunResult) -> list[ProgrammeView]:
    return contents(living_run)


def shown_scenarios(folder: Path, programme: ProgrammeView) -> dict[str, html.HtmlElement]:
    page = html.parse(str(folder / programme.file), html.HTMLParser(encoding="utf-8")).getroot()
    return {one.get("id"): one for one in page.xpath("//details[contains(@class, 'scenario ')]")}


def computed(cell: html.HtmlElement) -> str:
    spans = cell.xpath(".//span")
    if len(spans) == 2:
        return spans[1].text_content().removeprefix("Got").strip()
    small = cell.xpath(".//small")
    return small[0].text_content().removeprefix("computed ") if small else cell.text_content()


def test_every_figure_shown_is_the_result(folder: Path, programmes: list[ProgrammeView]) -> None:
    figures = 0
    for programme in programmes:
        for id, scenario in shown_scenarios(folder, programme).items():
            view = next(one for one in programme.scenarios if one.id == id)
            cells = scenario.xpath(".//td[contains(@class, 'ok') or contains(@class, 'no')]")
            told = Counter(computed(cell).strip() for cell in cells if "no" in cell.get("class").split())
            found = Counter(cell.actual or "nothing" for cell in view.result.cells if not cell.ok)
            assert told == found, id
            right = Counter(
                cell.text_content().strip().replace(",", "")
                for cell in cells
                if "ok" in cell.get("class").split()
            )
            expected = Counter(
                cell.expected.strip().replace(",", "")
                for step in view.result.steps
                for cell in step.cells
                if step.table and cell.ok and cell.asserted
            )
            assert not expected - right, id
            figures += len(cells)
    assert figures > 1000


def test_every_reason_leads_to_its_own_rule_and_numbers(
    folder: Path, programmes: list[ProgrammeView]
) -> None:
    asked = 0
    for programme in programmes:
        told = loaded(folder / programme.data)
        for id, scenario in shown_scenarios(folder, programme).items():
            view = next(one for one in programme.scenarios if one.id == id)
            shown = Counter(_told(told, int(cell.get("data-w"))) for cell in scenario.xpath(".//*[@data-w]"))
            found = Counter(_summed(cell.why) for cell in _cells(view) if cell.why)
            assert not shown - found, id
            asked += sum(shown.values())
    assert asked > 300


def _cells(view: ScenarioView) -> list[CellResult]:
    steps = view.result.steps
    return [cell for step in steps for cell in (*step.cells, *(one.result for one in step.elided))]


def _told(told: dict[str, Any], group: int) -> tuple[tuple[str, str, str], ...]:
    text = told["texts"].__getitem__
    reasons = [told["reasons"][number] for number in told["groups"][group]]
    return tuple((text(one[0]), text(one[5]), text(one[6])) for one in reasons)


def _summed(why: list[Why]) -> tuple[tuple[str, str, str], ...]:
    return tuple((one.rule, one.numbers, one.result) for one in why)


def test_months_left_out_stand_behind_their_dots(folder: Path, programmes: list[ProgrammeView]) -> None:
    (programme,) = (one for one in programmes if one.name == "Apprenticeships")
    hidden = 0
    for id, scenario in shown_scenarios(folder, programme).items():
        view = next(one for one in programme.scenarios if one.id == id)
        told = Counter(cell.text_content() for cell in scenario.xpath(".//td[contains(@class, 'elided')]"))
        found = Counter(one.result.actual for step in view.result.steps for one in step.elided)
        assert told == found, id
        for head in scenario.xpath(".//thead//th[@data-d]"):
            dots = head.getparent()[int(head.get("data-d"))]
            assert dots.text_content() in ("...", "…")
        hidden += sum(told.values())
    assert hidden > 50


def test_pictures_add_up_to_what_was_worked_out(folder: Path, programmes: list[ProgrammeView]) -> None:
    drawn = 0
    for programme in programmes:
        told = loaded(folder / programme.data)["pictures"]
        for view in programme.scenarios:
            for picture, data in zip(view.result.pictures, told.get(view.id, ()), strict=True):
                assert data["title"] == picture.title
                assert _totals(picture) == {
                    bars["title"]: _pence(sum(Decimal(str(one)) for _, all in bars["series"] for one in all))
                    for bars in data["bars"]
                }
                drawn += 1
    assert drawn > 100


def _totals(picture: Picture) -> dict[str, Decimal]:
    return {
        bars.title: _pence(sum((one for all in bars.series.values() for one in all.values()), Decimal()))
        for bars in picture.bars
        if bars.months
    }


def _pence(amount: Decimal | int) -> Decimal:
    return Decimal(amount).quantize(Decimal("0.01"), ROUND_HALF_UP)


def test_payments_of_a_picture_are_those_of_the_table(living_run: RunResult) -> None:
    """The provider is paid in the column after the collection: the picture's payers add up to what tables show."""
    name = "A 16 to 18 year old with a small employer and no levy contract is fully funded"
    scenario = next(one for one in living_run.scenarios if one.name == name)
    (picture,) = scenario.pictures
    by_title = {bars.title: bars for bars in picture.bars}
    paid = by_title["Paid, by who pays"].series
    assert set(paid) == {"government co-investment", "fully funded"}
    assert {bars.title: sum(sum(one.values()) for one in bars.series.values()) for bars in picture.bars} == {
        "Earned": 11300, "Paid, by kind of money": 11300, "Paid, by who pays": 11300,
    }  # fmt: skip
    assert scenario.years == ("2017/18", "2018/19")
    assert [span.label for span in picture.spans if span.lane == "Price episodes"] == [
        "2-403-1-06/08/2017", "2-403-1-01/08/2018",
    ]  # fmt: skip
