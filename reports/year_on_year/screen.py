"""What moved, on screen: the figures by parameter first, then by programme and scenario."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reports.plural import plural
from reports.screen import table as screen_table
from reports.year_on_year.causes import Cause
from reports.year_on_year.compare import Broken, Comparison, Movement, day_shown
from reports.year_on_year.record import Figure, ScenarioRecord

if TYPE_CHECKING:
    from rich.console import Console

SCENARIOS = 20
ROWS = 12
"""How many scenarios of a programme, and how many figures of a scenario, are shown unless all are asked for."""


def show(console: "Console", comparison: Comparison, show_all: bool) -> None:
    """Print the comparison."""
    from rich.text import Text

    style = "bold red" if comparison.differs else "bold green"
    console.print(Text(headline(comparison), style=style), soft_wrap=True)
    _summary(console, comparison)
    limits = (None, None) if show_all else (SCENARIOS, ROWS)
    for programme, scenarios in comparison.by_programme().items():
        console.print()
        console.print(Text(programme, style="bold"))
        for movements in list(scenarios.values())[: limits[0]]:
            _scenario(console, movements, limits[1])
        if limits[0] is not None and len(scenarios) > limits[0]:
            console.print(f"({plural(len(scenarios) - limits[0], 'more scenario')}; --all shows them)")
    _beside(console, comparison, show_all)
    for remark in comparison.remarks:
        console.print(f"Note: {remark}.")


def headline(comparison: Comparison) -> str:
    """Return the first line: how many figures moved, of how many."""
    of = f"of {plural(comparison.compared, 'figure')} in {plural(comparison.scenarios, 'scenario')}"
    if not comparison.moved:
        return f"No figure moved {of}, {comparison.before} against {comparison.after}."
    scenarios = len({id(one.scenario) for one in comparison.moved})
    return (
        f"{len(comparison.moved):,} {of} moved, {comparison.before} against {comparison.after}; "
        f"they stand in {plural(scenarios, 'scenario')}."
    )


def _summary(console: "Console", comparison: Comparison) -> None:
    if not comparison.moved:
        return
    table = screen_table()
    table.add_column("Figures", justify="right")
    table.add_column("Accounted for by", overflow="fold")
    table.add_column("Before", overflow="fold")
    table.add_column("After", overflow="fold")
    table.add_column("In force from", no_wrap=True)
    for cause, movements in comparison.by_cause():
        values = (cause.before, cause.after) if cause.kind == "parameter" else ("", "")
        table.add_row(
            f"{len(movements):,}",
            told(cause),
            *map(short, values),
            day_shown(cause.since),
        )
    console.print()
    console.print(table)


def told(cause: Cause) -> str:
    """Return a cause in words."""
    if cause.kind == "rule":
        change = (
            "" if cause.before and cause.after else " now applies" if cause.after else " no longer applies"
        )
        return f"rule {cause.name}{change}"
    return f"the input {cause.name}" if cause.kind == "input" else cause.name


def short(text: str, longest: int = 40) -> str:
    """Return a value that may be a long list in few characters."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def because(causes: Iterable[Cause]) -> str:
    """Return the causes of one figure, inputs with their values."""
    return ", ".join(
        f"{cause.name} {short(cause.before) or 'none'} → {short(cause.after) or 'none'}"
        if cause.kind == "input"
        else told(cause)
        for cause in list(causes)[:3]
    )


def place(scenario: ScenarioRecord) -> str:
    """Return file and line of a scenario."""
    return f"{scenario.feature}:{scenario.line}"


def _scenario(console: "Console", movements: Sequence[Movement], limit: int | None) -> None:
    from rich.text import Text

    scenario = movements[0].scenario
    console.print()
    console.print(scenario.name, overflow="fold")
    console.print(Text(place(scenario), style="dim"))
    table = screen_table()
    table.add_column("Row", overflow="fold")
    table.add_column("Figure", overflow="fold")
    for heading in ("Before", "After", "Difference"):
        table.add_column(heading, justify="right")
    table.add_column("Accounted for by", overflow="fold")
    for one in movements[:limit]:
        table.add_row(
            one.row, one.column, short(one.before), short(one.after), difference(one), because(one.causes)
        )
    console.print(table)
    if limit is not None and len(movements) > limit:
        console.print(f"({plural(len(movements) - limit, 'more figure')} of this scenario; --all shows them)")


def difference(movement: Movement) -> str:
    """Return the difference with its sign, blank where the values are no numbers."""
    return "" if movement.difference is None else f"{movement.difference:+,f}"


def _beside(console: "Console", comparison: Comparison, show_all: bool) -> None:
    _broken(console, "No longer worked out", comparison.stopped, show_all)
    _broken(console, "Worked out only now; before", comparison.started, show_all)
    _listed(console, "Scenarios that are gone", map(_named, comparison.gone), show_all)
    _listed(console, "New scenarios", map(_named, comparison.new), show_all)
    _listed(console, "Figures that are gone", map(_placed, comparison.gone_figures), show_all)
    _listed(console, "New figures", map(_placed, comparison.new_figures), show_all)
    _listed(console, "Not readable", (f"{file}: {why}" for file, why in comparison.unreadable), show_all)


def _named(scenario: ScenarioRecord) -> str:
    return f"{scenario.name}  ({place(scenario)})"


def _placed(item: tuple[ScenarioRecord, Figure]) -> str:
    scenario, figure = item
    label = " ".join(part for part in (figure.row, figure.column) if part)
    return f"{scenario.name}: {label} {figure.actual}  ({place(scenario)})"


def _broken(console: "Console", title: str, broken: Sequence[Broken], show_all: bool) -> None:
    lines = []
    for message, scenarios in by_message(broken).items():
        lines.append(f"{plural(len(scenarios), 'scenario')}: {message}")
        lines += [f"    {_named(one)}" for one in (scenarios if show_all else scenarios[:2])]
    _listed(console, f"{title} ({len(broken):,})", lines, show_all, counted=False)


def by_message(broken: Iterable[Broken]) -> dict[str, list[ScenarioRecord]]:
    """Return scenarios that could not be worked out by what was said, without file and line."""
    found: dict[str, list[ScenarioRecord]] = {}
    for one in broken:
        lines = one.message.splitlines() or ["it was set aside"]
        message = lines[0].partition(": ")[2] if ".feature:" in lines[0] else lines[0]
        found.setdefault(message or lines[0], []).append(one.scenario)
    return found


def _listed(
    console: "Console", title: str, lines: Iterable[str], show_all: bool, *, counted: bool = True
) -> None:
    from rich.text import Text

    found = list(lines)
    if not found:
        return
    console.print()
    console.print(Text(f"{title} ({len(found):,})" if counted else title, style="bold"))
    limit = None if show_all else SCENARIOS
    for line in found[:limit]:
        console.print(f"  {line}", overflow="fold")
    if limit is not None and len(found) > limit:
        console.print(f"  ({len(found) - limit:,} more; --all shows them)")
