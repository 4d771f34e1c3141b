"""Times ``ilrspec run`` beside behave and plain pytest-bdd on the same generated features, and beside a bare parse.

``python -m bench.scenarios [--count 2000] [--times 3]``. A scenario has four steps and two tables of twelve
columns. behave and pytest-bdd have equal steps: they hand sentence and table to the functions that ``ilrspec run``
calls. pytest runs without any plugin but pytest-bdd.
"""

import argparse
import tempfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random

from bench import timing
from engine.calendar import FundingYear, Month

IN_A_FILE = 50
YEAR = FundingYear(2020)
# Aims of fixtures/reference with their rates; three of them together stay below the yearly cap.
RATES = {"Z0009121": 21, "Z0009122": 35, "Z0009123": 50, "Z0009124": 100, "Z0009125": 150}
AIM_HEADINGS = [
    *("aim", "aim reference", "start date", "planned end date", "actual end date", "status", "outcome"),
    *("SOF", "FFI", "LDM", "delivery postcode", "start postcode"),
]
CODES = ["105", "1", "347"]

EQUAL_STEPS = """
from behave import step, use_step_matcher

from steps.features import Row, Step

use_step_matcher("re")


def _perform(context):
    told = context.ilrspec_step
    result = context.performance.perform(told)
    assert result.status == "passed", result.message or [cell for cell in result.cells if not cell.ok]


def _told(context, text):
    rows = []
    if context.table is not None:
        for row in ([context.table.headings, *(row.cells for row in context.table.rows)]):
            rows.append(Row(context.table.line, tuple(row), (1,) * len(row)))
    context.ilrspec_step = Step("", text, 1, 1, tuple(rows))
    _perform(context)


@step("the funding year is 2020/21")
def _(context):
    _told(context, "the funding year is 2020/21")


@step("these aims:?")
def _(context):
    _told(context, "these aims:")


@step("the earnings are:?")
def _(context):
    _told(context, "the earnings are:")


@step("nothing else is earned")
def _(context):
    _told(context, "nothing else is earned")
"""

SURROUNDINGS = """
from pathlib import Path

from steps.features import Scenario
from steps.runner import Performance


def before_scenario(context, scenario):
    told = Scenario(Path(scenario.filename), "", scenario.name, scenario.line, (), [])
    context.performance = Performance(told)


def after_scenario(context, scenario):
    assert not context.performance.finish()
"""

PLAIN_STEPS = """
from pathlib import Path

import pytest
from pytest_bdd import given, scenarios, then

from steps.features import Row, Scenario, Step
from steps.runner import Performance

scenarios(".")


@pytest.fixture
def performance(request):
    told = Scenario(Path(request.node.path), "", request.node.name, 1, (), [])
    performance = Performance(told)
    yield performance
    assert not performance.finish()


def _perform(performance, text, table):
    rows = tuple(Row(1, tuple(row), (1,) * len(row)) for row in table)
    result = performance.perform(Step("", text, 1, 1, rows))
    assert result.status == "passed", result.message or [cell for cell in result.cells if not cell.ok]


@given("the funding year is 2020/21")
def _(performance):
    _perform(performance, "the funding year is 2020/21", ())


@given("these aims:")
def _(performance, datatable):
    _perform(performance, "these aims:", datatable)


@then("the earnings are:")
def _(performance, datatable):
    _perform(performance, "the earnings are:", datatable)


@then("nothing else is earned")
def _(performance):
    _perform(performance, "nothing else is earned", ())
"""

PLAIN_PYTEST = """
import os, sys
os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
import pytest
folder = sys.argv[1]
sys.exit(pytest.main(["-q", "-p", "pytest_bdd.plugin", "-p", "no:cacheprovider", "--rootdir", folder, folder]))
"""

BARE_PARSE = """
import sys
from pathlib import Path
from gherkin.parser import Parser
parser = Parser()
for path in Path(sys.argv[1]).glob("*.feature"):
    parser.parse(path.read_text(encoding="utf-8"))
"""


def generate(count: int, folder: Path, seed: int = 1) -> None:
    """Write so many scenarios into feature files."""
    random = Random(seed)
    for first in range(0, count, IN_A_FILE):
        numbers = range(first, min(first + IN_A_FILE, count))
        scenarios = "\n".join(scenario(number + 1, random) for number in numbers)
        text = f"Feature: Generated {first // IN_A_FILE + 1}\n\n{scenarios}"
        (folder / f"generated_{first // IN_A_FILE + 1:03}.feature").write_text(
            text, encoding="utf-8", newline="\n"
        )


def scenario(number: int, random: Random) -> str:
    """Return one scenario: three aims, and what they earn in ten months."""
    aims: list[list[str]] = []
    earnings: list[list[str]] = []
    for name in ("A", "B", "C"):
        aim = random.choice(sorted(RATES))
        start = date(2020, random.randint(8, 12), random.randint(1, 28))
        end_month = Month.of(start).shift(random.randint(2, 5))
        end = date(end_month.year, end_month.month, random.randint(1, 27))
        places = ["WX1 1AA", "WX1 1AA"]
        aims.append([name, aim, *map(dated, (start, end, end)), "completed", "achieved", *CODES, *places])
        earnings.append(
            [name, "total", *(f"{amount:.2f}" for amount in earned(Decimal(RATES[aim]), start, end))]
        )
    months = [month.label for month in YEAR.months[:10]]
    return "\n".join((
        f"  Scenario: Number {number}",
        "    Given the funding year is 2020/21",
        "    And these aims:",
        *table([AIM_HEADINGS, *aims]),
        "    Then the earnings are:",
        *table([["aim", "earning", *months], *earnings]),
        "    And nothing else is earned",
        "",
    ))  # fmt: skip


def earned(rate: Decimal, start: date, end: date) -> list[Decimal]:
    """Return what an aim that ends as planned, achieved, earns in the first ten months of the year."""
    instalments = 1 + Month.of(start).months_until(Month.of(end))
    amounts = []
    for month in YEAR.months[:10]:
        place = Month.of(start).months_until(month)
        share = 2 if place == 0 else 1 if 0 < place < instalments - 1 else 0
        achieved = rate * Decimal("0.2") if month == Month.of(end) else Decimal(0)
        amounts.append(rate * Decimal("0.8") * share / instalments + achieved)
    return amounts


def dated(day: date) -> str:
    """Return a date as scenarios write it."""
    return f"{day:%d/%m/%Y}"


def table(rows: list[list[str]]) -> list[str]:
    """Return the lines of a table, its columns in line."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return [
        "      | " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]


def main(count: int, times: int) -> None:
    """Time them in turn on one core, so that a busy machine is busy for all, and print the ratios."""
    core = timing.pin_to_one_core()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "features"
        (folder / "steps").mkdir(parents=True)
        generate(count, folder)
        (folder / "steps" / "equal.py").write_text(EQUAL_STEPS, encoding="utf-8")
        (folder / "environment.py").write_text(SURROUNDINGS, encoding="utf-8")
        (folder / "test_equal.py").write_text(PLAIN_STEPS, encoding="utf-8")
        runs = {
            "ilrspec run": timing.ilrspec("run", str(folder)),
            "behave": timing.python(
                "import sys; from behave.__main__ import main; sys.exit(main())",
                str(folder), "--format=progress", "--no-capture", "--no-summary",
            ),
            "plain pytest-bdd": timing.python(PLAIN_PYTEST, str(folder)),
            "bare parse": timing.python(BARE_PARSE, str(folder)),
        }  # fmt: skip
        best: dict[str, float] = {}
        for _ in range(times):
            for what, command in runs.items():
                seconds = timing.run(command, Path(name)).seconds
                best[what] = min(seconds, best.get(what, seconds))
    ours = best["ilrspec run"]
    print(f"{count:,} scenarios, best of {times}, {core}")
    for what, seconds in best.items():
        ratio = "" if what == "ilrspec run" else f"   ilrspec run takes {ours / seconds:.2f} times as long"
        print(f"{what:<20} {seconds:7.2f} s {seconds / count * 1000:7.2f} ms a scenario{ratio}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Time ilrspec run beside behave and pytest-bdd.")
    parser.add_argument("--count", type=int, default=2_000, help="how many scenarios (2000)")
    parser.add_argument("--times", type=int, default=3, help="runs of each; the best counts (3)")
    chosen = parser.parse_args()
    main(chosen.count, chosen.times)
