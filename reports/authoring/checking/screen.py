"""Flaws on screen: place, message, the line with the wrong part underlined, what would be right."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping

from reports.authoring.checking.flaw import Flaw
from reports.plural import plural
from steps.feature_text import FeatureText

_MARGIN = "    "
_WIDTH = 100
_SHOWN = 96


def told(flaws: Iterable[Flaw], texts: Mapping[str, FeatureText]) -> Iterator[str]:
    """Yield the lines that tell of each flaw, a blank line behind each."""
    for flaw in flaws:
        yield f"{_place(flaw)}: {flaw.severity}: {flaw.message} [{flaw.code}]"
        yield from _excerpt(flaw, texts.get(flaw.file))
        for number, line in enumerate(flaw.suggestion.splitlines()):
            yield from _suggested(line, first=number == 0)
        yield ""


def _place(flaw: Flaw) -> str:
    return ":".join([flaw.file, *(str(part) for part in (flaw.line, flaw.column) if part)])


def _excerpt(flaw: Flaw, text: FeatureText | None) -> Iterator[str]:
    """Yield the line and what underlines its wrong part; of a long line the part around it."""
    if text is None or not 0 < flaw.line <= len(text.lines):
        return
    line = text.lines[flaw.line - 1].rstrip("\r\n")
    line = "".join(sign if sign.isprintable() else " " for sign in line)
    start, end = max(flaw.column - 1, 0), max(flaw.end_column - 1, flaw.column)
    if not flaw.column:
        start, end = len(line) - len(line.lstrip()), len(line.rstrip())
    cut = 0
    if end > _SHOWN and start > _SHOWN // 2:
        cut = start - _SHOWN // 2
    shown = line[cut : cut + _SHOWN]
    before, behind = "..." if cut else "", "..." if cut + _SHOWN < len(line.rstrip()) else ""
    yield f"{_MARGIN}{before}{shown.rstrip()}{behind}"
    length = max(min(end, cut + _SHOWN) - start, 1)
    yield f"{_MARGIN}{' ' * (len(before) + start - cut)}{'^' * length}"


def _suggested(line: str, *, first: bool) -> Iterator[str]:
    if not first and line.startswith(" "):
        yield f"{_MARGIN}{line}"
        return
    lead = "= " if first else "  "
    yield from textwrap.wrap(
        line, _WIDTH, initial_indent=_MARGIN + lead, subsequent_indent=_MARGIN + "  ", break_on_hyphens=False
    )


def summary(flaws: list[Flaw], files: int, scenarios: int) -> str:
    """Return the last line: how many flaws in how many files."""
    read = f"{plural(scenarios, 'scenario')} in {plural(files, 'file')}"
    if not flaws:
        return f"{read}: nothing wrong"
    errors = sum(flaw.severity == "error" for flaw in flaws)
    counted = [plural(errors, "error")] if errors else []
    if len(flaws) > errors:
        counted.append(plural(len(flaws) - errors, "warning"))
    sure = sum(bool(flaw.fix) for flaw in flaws)
    mend = f"; --fix mends {'it' if sure == len(flaws) == 1 else sure}" if sure else ""
    return f"{read}: {' and '.join(counted)}{mend}"
