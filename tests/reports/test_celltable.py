from golden_files import assert_golden
from sample_runs import compared, mixed_run

from reports.celltable import CellTable, as_html, as_markdown, cell_tables
from reports.tabletext import table_text
from steps.features import Row
from steps.results import CellResult, StepResult

_MONTHS = ("Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul")


def step(*rows: tuple[str, ...]) -> StepResult:
    table = tuple(Row(10 + at, cells, tuple(range(len(cells)))) for at, cells in enumerate(rows))
    return StepResult("Then", "the provider earns", 9, "passed", table)


def year(wrong: dict[tuple[int, str], str]) -> CellTable:
    months = [f"{month} 2021" for month in _MONTHS]
    earned = step(
        ("Learner", "Kind", *months),
        ("A", "On-programme", *["100.00"] * 12),
        ("B", "Balancing", *["0.00"] * 12),
    )
    compared(earned, 2, wrong)
    return cell_tables(earned)[0]


def test_cells_stand_where_their_line_and_heading_say() -> None:
    earned = step(("Learner", "Aug 2021", "Sep 2021"), ("A", "1.00", "2.00"), ("B", "3.00", "4.00"))
    earned.cells = [
        CellResult(12, "B", "sep  2021", "4.00", "5.00", False),
        CellResult(11, "A", "Aug 2021", "1.00", "1.00", True),
    ]
    (table,) = cell_tables(earned)
    assert [[cell.state for cell in row.cells] for row in table.rows] == [
        ["label", "ok", "plain"],
        ["label", "plain", "wrong"],
    ]
    assert table.rows[1].cells[2].actual == "5.00"
    assert (table.compared, table.wrong) == (2, 1)


def test_equal_headings_take_their_cells_in_order() -> None:
    earned = step(("Learner", "Amount", "Amount"), ("A", "1.00", "2.00"))
    earned.cells = [
        CellResult(11, "A", "Amount", "1.00", "1.00", True),
        CellResult(11, "A", "Amount", "2.00", "3.00", False),
    ]
    (table,) = cell_tables(earned)
    assert [cell.state for cell in table.rows[0].cells] == ["label", "ok", "wrong"]


def test_cells_behind_dots_make_a_table_of_their_own() -> None:
    earned = step(("Learner", "Aug 2021", "..."), ("A", "1.00", "..."))
    earned.cells = [
        CellResult(11, "A", "Aug 2021", "1.00", "1.00", True),
        CellResult(11, "A", "Sep 2021", "0.00", "2.00", False),
        CellResult(11, "A", "Oct 2021", "0.00", "0.00", True),
    ]
    own, beyond = cell_tables(earned)
    assert own.wrong == 0
    assert beyond.headings == ["Row", "Sep 2021", "Oct 2021"]
    assert [cell.text for cell in beyond.rows[0].cells] == ["A", "0.00", "0.00"]
    assert beyond.rows[0].cells[1].actual == "2.00"


def test_a_sentence_without_a_table_still_has_its_cell() -> None:
    told = StepResult("Then", "nothing is found", 5, "failed")
    told.cells = [CellResult(5, "findings", "", "nothing", "X1", False)]
    (table,) = cell_tables(told)
    assert table.headings == ["What", "Value"]
    assert table.wrong == 1


def test_a_table_without_headings_is_matched_by_its_text() -> None:
    told = step(("Value", "100.00"), ("Weeks", "13"))
    told.cells = [
        CellResult(10, "Value", "", "100.00", "90.00", False),
        CellResult(11, "Weeks", "", "13", "13", True),
    ]
    (table,) = cell_tables(told)
    assert table.headings == []
    assert [row.cells[1].state for row in table.rows] == ["wrong", "ok"]


def test_numbers_are_told_from_codes() -> None:
    (table,) = cell_tables(
        step(
            ("Sum", "Thousands", "Code", "Aim", "Share", "Date", "Months", "Nothing"),
            ("-1.50", "12,500.00", "084", "60148660", "20%", "01/08/2021", "...", ""),
            ("£3", "7", "375", "ZWRKX002", "12.5%", "02/08/2021", "0.00", ""),
        )
    )
    assert table.numeric == [True, True, False, False, True, False, True, False]


def test_text_of_a_narrow_table() -> None:
    (table,) = cell_tables(_small())
    assert_golden("small_table.txt", table_text(table))


def test_text_of_a_wide_table_keeps_what_differs() -> None:
    table = year({(1, "Dec 2021"): "50.00"})
    assert_golden("wide_table.txt", table_text(table))
    assert max(map(len, table_text(table).splitlines())) <= 80


def test_text_of_a_table_that_differs_everywhere_comes_in_pieces() -> None:
    table = year({(0, f"{month} 2021"): "99.00" for month in _MONTHS[:8]})
    text = table_text(table)
    assert_golden("pieces_table.txt", text)
    assert max(map(len, text.splitlines())) <= 80


def test_colour_only_adds_to_the_text() -> None:
    import re

    (table,) = cell_tables(_small())
    plain = re.sub(r"\x1b\[[0-9;]*m", "", table_text(table, colour=True))
    assert [line.rstrip() for line in plain.splitlines()] == table_text(table).splitlines()
    assert "\x1b[" not in table_text(table)


def test_brackets_and_emoji_names_are_left_alone() -> None:
    earned = step(("Learner", "Text"), ("A", "[bold]x[/bold] :smile:"))
    earned.cells = [CellResult(11, "A", "Text", "[bold]x[/bold] :smile:", "[/]", False)]
    text = table_text(cell_tables(earned)[0])
    assert "expected [bold]x[/bold] :smile:" in text
    assert "got [/]" in text


def test_markdown() -> None:
    assert_golden("small_table.md", as_markdown(cell_tables(_small())[0]))


def test_html_escapes_and_marks() -> None:
    html = as_html(cell_tables(_small())[0], caption="<earned>")
    assert_golden("small_table.html", html + "\n")
    assert "<b>x" not in html


def test_every_table_of_a_run_can_be_rendered() -> None:
    for scenario in mixed_run().scenarios:
        for one in scenario.steps:
            for table in cell_tables(one):
                assert table_text(table)
                assert as_html(table)
                assert as_markdown(table)


def _small() -> StepResult:
    earned = step(
        ("Learner", "Kind | sort", "Aug 2021", "Sep 2021"), ("A <b>x</b>", "On-programme", "200.00", "0.00")
    )
    compared(earned, 2, {(0, "Aug 2021"): "180.00"})
    return earned
