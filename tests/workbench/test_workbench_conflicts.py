"""The workbench in headless Chromium: edits from outside, from another tab, and those that were not saved."""

import re

from tests.workbench.in_window import Open, Window, cell, changed, listen, ran, saved, told, type_into
from tests.workbench.served import RIGHT, Bench


def test_an_outside_change_is_shown_and_nothing_is_lost(visit: Open, bench: Bench) -> None:
    conflict = "409"
    page = visit("both.feature", RIGHT, expects=conflict)
    type_into(page, cell(page, 1, 1, 2), "41.00")
    changed(page)
    theirs = RIGHT.replace("It pays its whole rate", "Theirs")
    bench.write("both.feature", theirs)
    page.keyboard.press("Control+s")
    box = page.get_by_role("dialog", name="This file was changed outside")
    box.wait_for()
    assert "Scenario: Theirs" in box.inner_text() and "41.00" in box.inner_text()
    assert bench.read("both.feature") == theirs
    box.get_by_role("button", name="Decide later").click()
    assert bench.read("both.feature") == theirs
    page.locator("#banner").get_by_role("button", name="Show the difference").click()
    box.get_by_role("button", name="Take theirs").click()
    page.get_by_role("button", name=re.compile("Theirs. Change")).wait_for()
    page.keyboard.press("Control+z")
    cell(page, 1, 1, 2).filter(has_text="41.00").wait_for()
    page.keyboard.press("Control+s")
    told(page, "1 failed, 0 passed")
    assert bench.read("both.feature") == RIGHT.replace("40.00", "41.00")
    type_into(page, cell(page, 1, 1, 3), "1.00")
    changed(page)
    bench.write("both.feature", theirs)
    page.keyboard.press("Control+s")
    box.get_by_role("button", name="Keep both").click()
    page.get_by_label("Name of the new file").wait_for()
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator("#file", has_text="both_mine.feature").wait_for()
    assert bench.read("both.feature") == theirs
    assert bench.read("both_mine.feature") == RIGHT.replace("40.00", "41.00").replace(
        "| 0.00     |\n      | WEX | ach", "| 1.00     |\n      | WEX | ach"
    )


def test_two_tabs_on_one_file_do_not_overwrite_each_other(visit: Open, window: Window, bench: Bench) -> None:
    first = visit("tabs.feature", RIGHT, expects="409")
    second = window.context.new_page()
    listen(second, window.complaints)
    second.goto(f"{bench.address}/#tabs.feature")
    ran(second)
    type_into(first, cell(first, 1, 1, 3), "1.00")
    changed(first)
    type_into(second, cell(second, 1, 2, 3), "2.00")
    changed(second)
    first.keyboard.press("Control+s")
    told(first, "1 failed, 0 passed")
    second.keyboard.press("Control+s")
    box = second.get_by_role("dialog", name="This file was changed outside")
    box.get_by_role("button", name="Keep mine", exact=True).click()
    told(second, "1 failed, 0 passed")
    assert "2.00" in bench.read("tabs.feature") and "1.00 " not in bench.read("tabs.feature")
    cell(first, 1, 2, 3).filter(has_text="2.00").wait_for()
    second.close()


def test_edits_that_were_not_saved_outlive_the_page(visit: Open, bench: Bench) -> None:
    page = visit("draft.feature", RIGHT)
    type_into(page, cell(page, 1, 1, 2), "43.00")
    changed(page)
    cell(page, 1, 2, 2).click()
    page.keyboard.type("13.0")
    page.reload()
    ran(page)
    told(page, "1 failed, 0 passed")
    page.get_by_text("Edits that were not saved are shown again.").wait_for()
    assert "43.00" in cell(page, 1, 1, 2).inner_text() and "13.0" in cell(page, 1, 2, 2).inner_text()
    assert bench.read("draft.feature") == RIGHT
    page.keyboard.press("Control+s")
    saved(page)
    assert bench.read("draft.feature") == RIGHT.replace("40.00", "43.00").replace("10.00", "13.0 ")


def test_while_the_workbench_does_not_answer_edits_wait_in_the_browser(visit: Open, bench: Bench) -> None:
    page = visit("away.feature", RIGHT, expects="ERR_")
    page.route("**/api/*", lambda route: route.abort())
    type_into(page, cell(page, 1, 1, 2), "44.00")
    page.get_by_text("Your edits are kept in this browser.").first.wait_for()
    page.unroute("**/api/*")
    page.reload()
    cell(page, 1, 1, 2).filter(has_text="44.00").wait_for()
    assert bench.read("away.feature") == RIGHT
