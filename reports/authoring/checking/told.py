"""Problems as flaws: the exact place, what would be right in plain words, and the edit where one answer is sure."""

import re
from collections.abc import Iterable, Iterator

from engine.calendar import Month
from reports.authoring.checking.dates import date_meant, sum_meant
from reports.authoring.checking.flaw import Flaw, TextEdit
from reports.authoring.checking.kinds import KINDS, code_of
from reports.authoring.checking.sentences import nearest_with_tables, step_meant
from steps.cells import month
from steps.feature_text import FeatureText, cells_of
from steps.problems import Problem

_SURE = 74
_NEAR = re.compile(r"; did you mean '([^']+)'(?: or '([^']+)')?\?")
_KNOWN = re.compile(r" \((known|other headings of this table|there are): (.*)\)$", re.S)
_QUOTED = re.compile(r"'([^']*)'")
_WRITE = re.compile(r"(?:; |: )(write .*|close it .*|give .*|add a .*|say first .*)$", re.S)
_NOT_UNDERSTOOD = re.compile(r"(this line is not understood here): (.* a table row with \|)")
_OTHERWISE = {
    "unread-examples-column": "put the column's name in angle brackets into a step, or take the column out",
    "missing-table": "write the table below the step: a row of headings, then at least one row",
    "unread-text": "take it out, or write the step that reads it above it",
    "heading-twice": "take one of the two columns out",
}
_MENDABLE = {
    "unknown-heading", "unknown-row", "unknown-code", "unknown-name", "bad-month", "misspelt-keyword",
}  # fmt: skip


def flaw_of(problem: Problem, text: FeatureText, written: str = "") -> Flaw:
    """Return a problem as a flaw. ``written`` is the step's sentence as the parser gave it, for unknown steps."""
    code = code_of(problem.message)
    message, suggestion = _parts(problem.message)
    start, end = _span(problem, text, message)
    fix: tuple[TextEdit, ...] = ()
    if code == "unknown-step":
        message, (suggestion, fix) = _step(problem, text)
        end = len(text.lines[problem.line - 1].rstrip())
    elif code == "missing-bar":
        at = len(text.lines[problem.line - 1].rstrip())
        fix = (TextEdit(problem.line, at, at, " |"),)
    elif code == "ragged-row":
        message, suggestion, fix = _ragged(problem, text)
    elif code in ("bad-date", "bad-sum"):
        cell = _line(problem, text)[start:end]
        meant, hint = (date_meant if code == "bad-date" else sum_meant)(cell)
        suggestion = hint or suggestion
        fix = (in_cell(text, problem.line, start, end, meant),) if meant else ()
    elif code == "month-outside-year":
        suggestion = _month_of_year(problem.message)
    elif code == "bad-funding-year":
        suggestion = _year_near(problem.message)
    elif code in _MENDABLE:
        fix = tuple(_word_meant(problem, text, start, end))
    suggestion = suggestion or _OTHERWISE.get(code, "")
    return Flaw(
        str(text.path),
        problem.line,
        start + 1 if problem.column else 0,
        end + 1 if problem.column else 0,
        code,
        KINDS[code].severity,
        message,
        suggestion,
        fix,
    )


def _month_of_year(message: str) -> str:
    found = re.search(r"^(.*) lies outside the funding year (\d{4})/", message)
    if not found:
        return ""
    start = int(found[2])
    named = month(found[1])
    return f"did you mean {Month(start if named.month >= 8 else start + 1, named.month).label}?"


def _year_near(message: str) -> str:
    found = re.search(r"'(\d{4})/(\d{2})' is not a funding year", message)
    if not found:
        return "write it like 2021/22"
    start, end = int(found[1]), int(found[2])
    return f"did you mean {start}/{(start + 1) % 100:02} or {2000 + end - 1}/{end:02}?"


def _parts(message: str) -> tuple[str, str]:
    """Return what is wrong, and what would be right."""
    if understood := _NOT_UNDERSTOOD.match(message):
        return understood[1], understood[2]
    known = _KNOWN.search(message)
    head = message[: known.start()] if known else message
    if near := _NEAR.search(head):
        words = " or ".join(f"'{word}'" for word in near.groups() if word)
        told = head[: near.start()] + head[near.end() :]
        return told, f"did you mean {words}?"
    if known:
        what = "the other headings here are" if known[1].startswith("other") else "choose one of"
        return head, f"{what}: {known[2]}"
    if write := _WRITE.search(head):
        return head[: write.start()], write[1]
    return head, ""


def _line(problem: Problem, text: FeatureText) -> str:
    return text.lines[problem.line - 1].rstrip("\r\n") if 0 < problem.line <= len(text.lines) else ""


def _span(problem: Problem, text: FeatureText, message: str) -> tuple[int, int]:
    """Return the part of the line that is wrong: the word that the message quotes, the cell, the rest of the line."""
    line, at = _line(problem, text), max(problem.column - 1, 0)
    start, end = at, max(len(line.rstrip()), at + 1)
    row = text.rows.get(problem.line)
    for cell in row.cells if row else ():
        if cell.start <= at <= cell.end:
            told = line[cell.start : cell.end]
            start = cell.start + len(told) - len(told.lstrip()) if told.strip() else cell.start
            end = start + len(told.strip()) if told.strip() else cell.end
    for word in _QUOTED.findall(message):
        found = line.find(word, start, end) if word else -1
        if found >= 0 and not (row is None and word == line.strip()):
            return found, found + len(word)
    return start, end


def in_cell(text: FeatureText, line: int, start: int, end: int, word: str) -> TextEdit:
    """Return the edit that writes a word in place of another, a cell keeping its width where there is room."""
    row = text.rows.get(line)
    more = len(word) - (end - start)
    for cell in row.cells if row else ():
        if not cell.start <= start < end <= cell.end:
            continue
        told = text.lines[line - 1]
        left = start - cell.start if not told[cell.start : start].strip() else 0
        right = cell.end - end if not told[end : cell.end].strip() else 0
        to_the_right = left > right
        if more < 0:
            word = " " * -more + word if to_the_right else word + " " * -more
        elif to_the_right and left > more:
            start -= more
        elif right > more:
            end += more
    return TextEdit(line, start, end, word)


def _word_meant(problem: Problem, text: FeatureText, start: int, end: int) -> Iterator[TextEdit]:
    """Yield the edit that writes the word near a wrong one, where only one is near, and very."""
    from rapidfuzz.fuzz import ratio

    near = _NEAR.search(problem.message)
    if near is None or near[2]:
        return
    written = _line(problem, text)[start:end]
    quoted = _QUOTED.search(problem.message[: near.start()])
    alike = ratio(written.casefold(), near[1].casefold())
    sure = alike >= (_SURE if len(written) > 5 else 60)
    if quoted and sure and len(written) > 2 and (quoted[1] == written or written in problem.message):
        yield in_cell(text, problem.line, start, end, near[1])


def _step(problem: Problem, text: FeatureText) -> tuple[str, tuple[str, tuple[TextEdit, ...]]]:
    line = _line(problem, text)
    written = re.sub(r"^.*?no step reads '(.*?)'(; the nearest steps are .*)?$", r"\1", problem.message)
    fix: tuple[TextEdit, ...] = ()
    at = line.find(written)
    meant = step_meant(written)
    if meant and at >= 0:
        fix = (TextEdit(problem.line, at, at + len(written), meant),)
    suggestion = f"did you mean '{meant}'?" if meant else ""
    nearest = nearest_with_tables(written, first=meant)
    if nearest:
        suggestion = f"{suggestion}\n{nearest}".strip("\n")
    return f"no step reads '{written}'", (suggestion, fix)


def _ragged(problem: Problem, text: FeatureText) -> tuple[str, str, tuple[TextEdit, ...]]:
    """Tell how many cells a row has and should have, and where the | is missing or one too many."""
    table = next((one for one in text.tables if any(row.line == problem.line for row in one.rows)), None)
    if table is None:
        return (*_parts(problem.message), ())
    line, first = _line(problem, text), table.rows[0]
    here = next(row for row in table.rows if row.line == problem.line)
    wanted, given = len(first.cells), len(here.cells)
    message = f"this row has {_cells(given)}, and the first row of its table {_cells(wanted)}"
    bars, above = _bars(line), _bars(text.lines[first.line - 1])
    missing, more = sorted(set(above) - set(bars)), sorted(set(bars) - set(above))
    if given == wanted - 1 and len(missing) == 1 and not more and missing[0] < len(line.rstrip()):
        at = missing[0]
        column = len([bar for bar in above if bar < at])
        what = f"below '{first.cells[column - 1].value}'" if 0 < column <= wanted else "here"
        if line[at : at + 1] == " ":
            return (
                message,
                f"the | behind the cell {what} is missing",
                (TextEdit(here.line, at, at + 1, "|"),),
            )
        return message, f"the | behind the cell {what} is missing", ()
    below = [row for row in table.rows if row.line >= here.line]
    alike = len(below) > 1 and len({len(row.cells) for row in below}) == 1
    if (alike or len(below) == 1) and here is table.rows[1] and given < wanted:
        rest = ", ".join(f"'{cell.value}'" for cell in first.cells[given:])
        return message, f"no row has a cell for {rest}: give each row one, or take the heading out", ()
    if alike and here is not table.rows[1]:
        return (
            message,
            "if a new table begins here, its step is missing above it, such as 'Then the earnings are:'",
            (),
        )
    if given < wanted:
        rest = ", ".join(f"'{cell.value}'" for cell in first.cells[given:])
        return (
            message,
            f"write a | between the cells, also for empty ones; counted from the left, {rest} is left out",
            (),
        )
    rest = ", ".join(f"'{cell.value}'" for cell in here.cells[wanted:])
    return message, f"take out a |; counted from the left, {rest or 'an empty cell'} has no heading", ()


def _cells(count: int) -> str:
    return f"{count} cell" if count == 1 else f"{count} cells"


def _bars(line: str) -> list[int]:
    cells = list(cells_of(line))
    return [cells[0].start - 1, *(cell.end for cell in cells)] if cells else []


def sorted_flaws(flaws: Iterable[Flaw]) -> list[Flaw]:
    """Return flaws by line and column, each once: of one place and message the first."""
    seen: dict[tuple[int, int, str, str], Flaw] = {}
    for flaw in sorted(flaws):
        seen.setdefault((flaw.line, flaw.column, flaw.code, flaw.message), flaw)
    return list(seen.values())
