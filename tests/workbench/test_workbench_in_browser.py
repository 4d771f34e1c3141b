"""The workbench in headless Chromium, used as somebody does who never opens an editor."""

# ruff: noqa: E501

import re
from typing import Any

from tests.workbench.in_window import Open, Window, cell, changed, saved, told, type_into
from tests.workbench.served import RIGHT, WRONG, Bench


def test_from_an_empty_folder_to_a_new_passing_scenario(window: Window, bench: Bench) -> None:
    page = window.page
    page.locator("#new").click()
    page.get_by_label("What is it about?").fill("A new week")
    page.get_by_label("Programme", exact=True).select_option("SWAP and Sector Gateway")
    assert page.get_by_label("Name of the file").input_value() == "a_new_week.feature"
    page.get_by_label("Name of the file").fill("made/a_new_week")
    page.get_by_role("button", name="Make the feature").click()
    told(page, "1 passed")
    page.get_by_role("button", name="New scenario").click()
    page.get_by_label("What does it show?").fill("A larger aim pays more")
    page.get_by_label("Programme", exact=True).select_option("SWAP and Sector Gateway")
    page.get_by_label("A SWAP whose work experience and main aim are achieved").check()
    page.get_by_role("button", name="Add the scenario").click()
    told(page, "2 passed")
    second = page.locator("section.scenario").nth(1)
    type_into(page, second.locator(".grid").first.locator("[data-r='1'][data-c='1']"), "2,000.00")
    page.keyboard.press("Control+s")
    told(page, "1 failed, 1 passed")
    second.get_by_role("button", name=re.compile("Accept all 3 figures of this scenario")).click()
    told(page, "2 passed")
    text = bench.read("made/a_new_week.feature")
    assert text.startswith("@sector-programmes\nFeature: A new week\n")
    assert "  Scenario: A larger aim pays more\n" in text
    assert "| main aim        | on-programme |  1066.67 |" in text and "|   533.33 |" in text


def test_an_edited_cell_is_saved_and_run_and_all_else_keeps_every_byte(visit: Open, bench: Bench) -> None:
    windows = RIGHT.replace("\n", "\r\n").replace("| WEX | achievement ", "|WEX|achievement\t")
    page = visit("edit.feature", windows)
    told(page, "1 passed")
    type_into(page, cell(page, 1, 1, 2), "41.00")
    changed(page)
    page.get_by_role("button", name="Save and run").click()
    told(page, "1 failed, 0 passed")
    wrong = cell(page, 1, 1, 2)
    assert [" ".join(part.split()) for part in wrong.locator("div > span").all_inner_texts()] == [
        "Expected 41.00",
        "Got 40.00",
    ]
    assert bench.read("edit.feature") == windows.replace("40.00", "41.00")
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+s")
    told(page, "1 passed")
    assert bench.read("edit.feature") == windows
    page.keyboard.press("Control+y")
    page.keyboard.press("Control+s")
    told(page, "1 failed, 0 passed")
    assert bench.read("edit.feature") == windows.replace("40.00", "41.00")


def test_a_wrong_figure_tells_why_and_is_accepted_by_a_click(visit: Open, bench: Bench) -> None:
    page = visit("wrong.feature", WRONG)
    told(page, "1 failed, 0 passed")
    page.get_by_role("button", name="Why 40.00?").click()
    panel = page.locator("dialog.panel")
    assert panel.locator("h2").inner_text() == "Why is this figure 40.00?"
    assert panel.locator(".where").inner_text() == "WEX, on-programme, Aug 2021"
    assert "The scenario expects 41.00." in panel.inner_text()
    assert panel.locator(".reason").count() > 0
    page.keyboard.press("Escape")
    panel.wait_for(state="hidden")
    page.get_by_role("button", name="Accept 40.00").click()
    page.get_by_text("Accepted WEX on-programme, Aug 2021: 41.00 is now 40.00.").wait_for()
    page.get_by_role("button", name="Accept 40.00").wait_for(state="detached")
    told(page, "1 failed, 0 passed")
    assert bench.read("wrong.feature") == WRONG.replace("41.00", "40.00")
    page.get_by_role("button", name="Accept the figure of this scenario").click()
    told(page, "1 passed")
    assert bench.read("wrong.feature") == RIGHT
    page.locator("#banner").get_by_role("button", name="Undo").click()
    told(page, "1 failed, 0 passed")
    assert bench.read("wrong.feature") == WRONG.replace("41.00", "40.00")
    cell(page, 1, 1, 2).click()
    page.get_by_role("button", name="Why 40.00?").wait_for()


def test_a_figure_that_cannot_be_accepted_says_why(visit: Open) -> None:
    page = visit("refused.feature", WRONG.replace("Z0009123", "Z000912X"))
    page.locator(".state.error").first.wait_for()
    assert page.get_by_role("button", name=re.compile("^Accept")).count() == 0


def test_examples_show_which_of_them_fail_and_are_accepted(visit: Open, bench: Bench) -> None:
    text = RIGHT.replace("Scenario: It", "Scenario Outline: It").replace("40.00", "<first>")
    text += "\n    Examples:\n      | first |\n      | 40.00 |\n      | 12.00 |\n"
    page = visit("examples.feature", text)
    told(page, "1 failed, 1 passed")
    marks = page.locator(".mark button")
    assert marks.all_inner_texts() == ["Passed", "Failed, shown"]
    assert "Got" in cell(page, 1, 1, 2).inner_text()
    marks.first.click()
    page.locator(".mark button", has_text="Passed, shown").wait_for()
    assert cell(page, 1, 1, 2).locator("div").count() == 0
    marks.nth(1).click()
    page.get_by_role("button", name="Accept 40.00").click()
    told(page, "2 passed")
    assert bench.read("examples.feature") == text.replace("12.00", "40.00")


def test_rows_and_columns_are_added_moved_and_deleted(visit: Open, bench: Bench) -> None:
    page = visit("shape.feature", RIGHT)
    cell(page, 1, 2, 1).click()
    page.get_by_role("button", name="Move the row up").click()
    page.locator(".grid").nth(1).locator("[data-r='1'][data-c='1']", has_text="achievement").wait_for()
    assert page.evaluate("document.activeElement.textContent") == "achievement"
    page.keyboard.press("Alt+ArrowDown")
    page.locator(".grid").nth(1).locator("[data-r='2'][data-c='1']", has_text="achievement").wait_for()
    page.keyboard.press("Control+Enter")
    page.locator(".grid").nth(1).locator("[data-r='3']").first.wait_for()
    page.keyboard.type("WEX")
    page.keyboard.press("Tab")
    page.keyboard.type("balancing")
    page.keyboard.press("Tab")
    page.keyboard.type("0.00")
    page.keyboard.press("Tab")
    page.keyboard.type("0.00")
    page.keyboard.press("Control+s")
    saved(page)
    assert bench.read("shape.feature") == RIGHT + "      | WEX | balancing    |     0.00 |     0.00 |\n"
    cell(page, 1, 3, 3).click()
    page.get_by_role("button", name="Delete the column").click()
    cell(page, 1, 1, 3).wait_for(state="detached")
    page.get_by_role("button", name="Delete the row").click()
    cell(page, 1, 3, 0).wait_for(state="detached")
    page.keyboard.press("Control+s")
    saved(page)
    assert bench.read("shape.feature") == re.sub(r" (Sep 2021|0\.00    ) \|", "", RIGHT)


def test_a_key_held_down_moves_the_row_and_no_other(visit: Open, bench: Bench) -> None:
    rows = "".join(f"      | WEX | {name:<12} | 0.00     | 0.00     |\n" for name in ("a", "b", "c", "d"))
    page = visit("held.feature", RIGHT + rows)
    cell(page, 1, 1, 1).click()
    page.evaluate(
        """() => { for (let times = 0; times < 3; times += 1) document.activeElement.dispatchEvent(
        new KeyboardEvent("keydown", {key: "ArrowDown", altKey: true, bubbles: true, cancelable: true})); }"""
    )
    cell(page, 1, 2, 1).filter(has_text="on-programme").wait_for()
    page.keyboard.press("Control+s")
    saved(page)
    text = bench.read("held.feature")
    assert sorted(text) == sorted(RIGHT + rows)
    assert text.index("achievement") < text.index("on-programme") < text.index("| a ")


def test_headings_and_sentences_are_completed(visit: Open, bench: Bench) -> None:
    page = visit("words.feature", RIGHT)
    cell(page, 0, 1, 5).click()
    page.get_by_role("button", name="Add a column to the right").click()
    page.get_by_label("Heading of column 7").wait_for()
    page.keyboard.type("fundng mod")
    page.locator(".offers li").first.wait_for()
    assert page.locator(".offers li").first.inner_text().splitlines()[0] == "funding model"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    cell(page, 0, 0, 6).filter(has_text="funding model").wait_for()
    page.get_by_role("button", name="Add a step").nth(1).click()
    page.keyboard.type("nothing else earnd")
    page.get_by_role("option", name=re.compile("nothing else is earned")).click()
    page.keyboard.press("Enter")
    page.get_by_role("button", name=re.compile("Step: And nothing else is earned")).wait_for()
    page.keyboard.press("Control+s")
    saved(page)
    text = bench.read("words.feature")
    assert "| DAM      | funding model |\n" in text
    assert text.endswith("    And nothing else is earned\n")


def test_a_mistake_is_told_in_its_place_before_anything_is_run_and_mended_by_a_click(
    visit: Open, bench: Bench
) -> None:
    page = visit("mistake.feature", RIGHT)
    type_into(page, cell(page, 0, 0, 2), "strt date")
    page.locator("th.flaw").wait_for()
    assert cell(page, 0, 0, 2).get_attribute("aria-invalid") == "true"
    assert "there is no column 'strt date'" in page.locator(".message").first.inner_text()
    page.get_by_role("button", name="Mend this").click()
    page.locator("th.flaw").wait_for(state="detached")
    page.keyboard.press("Control+s")
    saved(page)
    assert bench.read("mistake.feature").replace("start date ", "start date") == RIGHT.replace(
        "start date ", "start date"
    )


def test_the_text_of_the_file_is_edited_too(visit: Open, bench: Bench) -> None:
    windows = RIGHT.replace("\n", "\r\n")
    page = visit("text.feature", windows)
    page.get_by_role("button", name="Text", exact=True).click()
    area = page.get_by_label("The whole file as text")
    assert area.input_value() == RIGHT
    area.fill(RIGHT.replace("40.00 ", "45.00 ") + "  # The end\n")
    page.keyboard.press("Control+s")
    told(page, "1 failed, 0 passed")
    assert bench.read("text.feature") == windows.replace("40.00 ", "45.00 ") + "  # The end\r\n"
    page.get_by_role("button", name="Tables", exact=True).click()
    assert "45.00" in cell(page, 1, 1, 2).inner_text()


def test_names_tags_descriptions_comments_and_steps_are_edited_in_place(visit: Open, bench: Bench) -> None:
    page = visit("parts.feature", RIGHT)

    def change(name: str, text: str) -> None:
        page.get_by_role("button", name=re.compile(name)).first.click()
        page.keyboard.press("Control+a")
        page.keyboard.type(text)
        page.keyboard.press("Enter")

    change("^Name of the feature", "Other words")
    page.get_by_role("button", name="Name of the feature: Other words. Change").wait_for()
    change("^Tags: @sector", "one two")
    page.get_by_role("button", name="Tags: @one @two. Change").wait_for()
    change("^Comment", "Another note")
    page.get_by_role("button", name="Comment: Another note. Change").wait_for()
    change("^Step: Given the funding year", "the funding year is 2022/23")
    page.get_by_role("button", name="Step: Given the funding year is 2022/23. Change").wait_for()
    page.get_by_role("button", name=re.compile("^Description")).click()
    page.keyboard.type("First line\nSecond line")
    page.locator("h1").first.dispatch_event("click")
    page.keyboard.press("Control+s")
    saved(page)
    assert bench.read("parts.feature").startswith(
        "@one @two\nFeature: Other words\n  First line\n  Second line\n  # Another note\n  Background:\n    Given the funding year is 2022/23\n"
    )


def test_a_scenario_is_duplicated_and_deleted_and_a_step_moved_and_deleted(visit: Open, bench: Bench) -> None:
    page = visit("scenarios.feature", RIGHT)
    page.get_by_role("button", name="Duplicate").click()
    page.get_by_role("button", name=re.compile("whole rate \\(copy\\). Change")).wait_for()
    page.keyboard.press("Control+s")
    told(page, "2 passed")
    head, scenario = RIGHT.split("  Scenario:")
    assert (
        bench.read("scenarios.feature")
        == f"{RIGHT}\n  Scenario:{scenario.replace('whole rate', 'whole rate (copy)')}"
    )
    page.get_by_role("button", name="Delete scenario").first.click()
    page.get_by_role("button", name="Delete", exact=True).click()
    page.get_by_role("button", name=re.compile("whole rate. Change")).wait_for(state="detached")
    page.get_by_role("button", name=re.compile("More for this step: these aims")).click()
    page.get_by_role("button", name="Delete step").click()
    page.get_by_role("button", name=re.compile("these aims:")).first.wait_for(state="detached")
    page.keyboard.press("Control+z")
    page.get_by_role("button", name=re.compile("these aims:")).first.wait_for()
    page.keyboard.press("Control+s")
    told(page, "1 passed")
    assert (
        bench.read("scenarios.feature")
        == f"{head}  Scenario:{scenario.replace('whole rate', 'whole rate (copy)')}"
    )


def test_cells_are_pasted_from_a_spreadsheet(visit: Open, bench: Bench) -> None:
    page = visit("paste.feature", RIGHT)
    cell(page, 1, 2, 1).click()
    page.evaluate(
        """() => { const data = new DataTransfer(); data.setData("text/plain", "achievement\\t12.00\\t1.50\\r\\nbalancing\\t0.00\\t0.00\\r\\n");
        document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})); }"""
    )
    cell(page, 1, 3, 1).filter(has_text="balancing").wait_for()
    page.keyboard.press("Control+s")
    saved(page)
    assert bench.read("paste.feature").endswith(
        "      | WEX | achievement  | 12.00    | 1.50     |\n      |     | balancing    |     0.00 |     0.00 |\n"
    )


def test_the_keyboard_reaches_every_cell_and_escape_changes_nothing(visit: Open, bench: Bench) -> None:
    page = visit("keys.feature", RIGHT)
    cell(page, 0, 0, 0).click()
    for key in ("ArrowRight", "ArrowDown", "End", "Home", "ArrowDown"):
        page.keyboard.press(key)
    assert page.evaluate("[document.activeElement.dataset.r, document.activeElement.dataset.c]") == ["1", "0"]
    page.keyboard.press("Enter")
    page.keyboard.type("lost")
    page.keyboard.press("Escape")
    assert cell(page, 0, 1, 0).inner_text() == "WEX"
    assert page.evaluate("document.activeElement.textContent") == "WEX"
    assert "not saved" not in page.locator("#file").inner_text()
    page.keyboard.press("Delete")
    changed(page)
    page.keyboard.press("Control+z")
    saved(page)


def test_the_folder_is_searched_and_shows_what_fails(visit: Open, bench: Bench) -> None:
    bench.write("search/one.feature", WRONG.replace("Work experience\n", "Quokka\n"))
    page = visit("search/two.feature", RIGHT.replace("Work experience\n", "Wombat\n"), expects="422")
    page.get_by_label("Find a feature").fill("quok")
    link = page.get_by_role("link", name="Quokka")
    link.wait_for()
    assert page.locator("#tree a").count() == 1
    page.locator("#tree li", has_text="1 failed").wait_for()
    link.click()
    page.locator("#file", has_text="search/one.feature").wait_for()
    page.locator("#rename").click()
    page.get_by_label("New name, with its folder").fill("search/two.feature")
    page.get_by_role("dialog").get_by_role("button", name="Rename", exact=True).click()
    page.get_by_text("search/two.feature is there already").wait_for()
    page.locator("#rename").click()
    page.get_by_label("New name, with its folder").fill("search/three")
    page.get_by_role("dialog").get_by_role("button", name="Rename", exact=True).click()
    page.locator("#file", has_text="search/three.feature").wait_for()
    page.get_by_label("Find a feature").fill("")
    assert not (bench.root / "search/one.feature").exists()
    assert page.url.endswith("#search/three.feature")


def test_nothing_on_the_page_stops_anybody_from_using_it(visit: Open, barriers: Any) -> None:
    page = visit("axe.feature", WRONG)
    cell(page, 1, 1, 1).click()
    page.emulate_media(color_scheme="dark")
    page.get_by_role("button", name=re.compile("^Step: Given these aims")).click()
    page.keyboard.press("Control+a")
    page.keyboard.type("these aimz")
    page.locator(".offers li").first.wait_for()
    assert barriers(page) == []
    page.keyboard.press("Enter")
    page.locator(".message").first.wait_for()
    page.emulate_media(color_scheme="light")
    page.locator("#new").click()
    assert barriers(page) == []
    page.keyboard.press("Escape")
    page.set_viewport_size({"width": 360, "height": 780})
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    page.get_by_role("button", name="Text", exact=True).click()
    assert barriers(page) == []
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    page.get_by_role("button", name="Tables", exact=True).click()
    page.set_viewport_size({"width": 1200, "height": 900})
