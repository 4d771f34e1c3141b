"""Feature files read on after the first fault: what the parser stumbles over is told, and mended for reading on."""

import re
from dataclasses import dataclass, field

from steps.feature_text import FeatureText, cells_of
from steps.features import Feature, feature_and_problems
from steps.problems import Problem, Unreadable, nearest
from steps.reading import KEYWORDS
from steps.registry import match

_ROUNDS = 100
_RAGGED = "not as many cells"
_HEADINGS = ("Feature", "Background", "Scenario", "Scenario Outline", "Examples", "Rule")
_NO_COLON = re.compile(r"(?:Feature|Background|Scenario Outline|Scenario|Examples|Rule)\b(?!\s*:)")
_SUGGESTED = re.compile(r"did you mean '([^']+)'\?$")
_BLANKS = dict.fromkeys(map(ord, "\t\u00a0\u2007\u202f\u200b\ufeff"), " ")


@dataclass(slots=True)
class Mended:
    """What can be read of a file: the feature if there is one, the problems, the lines that were mended.

    ``lines`` are the file's lines as they were read in the end, with signs that look like blanks as blanks.
    """

    lines: list[str]
    feature: Feature | None = None
    problems: list[Problem] = field(default_factory=list)
    mended: set[int] = field(default_factory=set)


def read_on(text: FeatureText) -> Mended:
    """Read a feature file with every problem of its layout, also those behind the first."""
    file = str(text.path)
    lines = [line.rstrip("\r\n") for line in text.readable.translate(_BLANKS).split("\n")]
    found = Mended(lines)
    _close_rows(text, found)
    for _ in range(_ROUNDS):
        try:
            found.feature, problems = feature_and_problems("\n".join(lines), text.path)
        except Unreadable as error:
            if not _mend_first(sorted(error.problems), found):
                return found
        else:
            found.problems += [one for one in problems if one.line not in found.mended]
            _misspelt_headings(file, found)
            return found
    return found


def _mend_first(problems: list[Problem], found: Mended) -> bool:
    """Tell of the first problems and mend their lines; say whether any could be mended.

    Behind a line that is not understood others may be wrong only because of it: they are left for the next round.
    """
    done = False
    for problem in problems:
        if not _can_be_mended(problem, found):
            if problem.line not in found.mended:
                found.problems.append(problem)
            continue
        if problem.line not in found.mended:
            found.problems.append(_told(problem, found.lines))
        _mend(problem, found)
        done = True
        if _RAGGED not in problem.message:
            break
    return done


def _close_rows(text: FeatureText, found: Mended) -> None:
    """Close rows whose last | was forgotten; what stands there would be no cell."""
    for table in text.tables:
        for row in table.rows:
            line = found.lines[row.line - 1].rstrip()
            rest = line.rpartition("|")[2].strip()
            if not line.endswith("|") and not rest.startswith("#"):
                message = f"nothing reads '{rest}' after the last | of this row; close it with |"
                found.problems.append(Problem(str(text.path), row.line, line.rindex(rest) + 1, message))
                found.lines[row.line - 1] = f"{line} |"


def _told(problem: Problem, lines: list[str]) -> Problem:
    """Return the problem of a line, told as that of a misspelt keyword where it is one."""
    if 0 < problem.line <= len(lines) and (hint := _keyword_near(lines[problem.line - 1])):
        column = _indent(lines[problem.line - 1]) + 1
        return Problem(problem.file, problem.line, column, hint)
    return problem


def _keyword_near(line: str) -> str:
    """Return what is wrong with the keyword that a line begins with; blank where it is none that is misspelt."""
    told = line.strip()
    word, _, sentence = told.partition(" ")
    if word not in KEYWORDS and match(sentence) and (near := nearest(word, KEYWORDS, score=50)):
        return f"'{word}' does not begin a step{near}"
    head, colon, _ = told.partition(":")
    misspelt = colon and head not in _HEADINGS and not told.startswith(("|", "#", "@"))
    if misspelt and (near := nearest(head, _HEADINGS, score=75)):
        return f"'{head}' does not begin a feature or scenario{near}"
    if no_colon := _NO_COLON.match(told):
        return f"'{no_colon[0]}' stands without its colon; did you mean '{no_colon[0]}:'?"
    return ""


def _can_be_mended(problem: Problem, found: Mended) -> bool:
    return 0 < problem.line <= len(found.lines) and not found.lines[problem.line - 1].strip().startswith("#")


def _mend(problem: Problem, found: Mended) -> bool:
    """Change the line so that the parser goes on behind it."""
    at = problem.line - 1
    line = found.lines[at]
    found.mended.add(problem.line)
    if _RAGGED in problem.message:
        wanted = _width_above(found.lines, at)
        # A table whose step is missing, or whose headings are too many, is told of once.
        for row in _rows_alike(found.lines, at) or [at]:
            cells = [cell.value.replace("|", "\\|") for cell in cells_of(found.lines[row])]
            cells = (cells + [""] * wanted)[:wanted]
            found.lines[row] = " " * _indent(line) + "".join(f"| {cell} " for cell in cells) + "|"
            found.mended.add(row + 1)
    elif suggested := _SUGGESTED.search(_keyword_near(line)):
        found.lines[at] = _with_keyword(line, suggested[1])
        found.mended.discard(problem.line)
    else:
        found.lines[at] = _as_comment(line)
        # The table below would be read as that of the step before.
        below = at + 1
        while not line.strip().startswith("|") and below < len(found.lines) and _is_row(found.lines[below]):
            found.lines[below] = _as_comment(found.lines[below])
            found.mended.add(below + 1)
            below += 1
    return True


def _is_row(line: str) -> bool:
    return line.strip().startswith("|")


def _as_comment(line: str) -> str:
    return " " * _indent(line) + "#" + line[_indent(line) :]


def _with_keyword(line: str, keyword: str) -> str:
    told = line.strip()
    if keyword.endswith(":"):
        return " " * _indent(line) + keyword + told.removeprefix(keyword[:-1])
    end = ":" if keyword in _HEADINGS else " "
    return " " * _indent(line) + keyword + end + told.partition(end)[2]


def _rows_alike(lines: list[str], at: int) -> list[int]:
    """Return the rows from one to the end of its table where all have as many cells; none where they have not."""
    rows = []
    while at < len(lines) and (not (told := lines[at].strip()) or told[0] in "|#"):
        if told.startswith("|"):
            rows.append(at)
        at += 1
    return rows if len({len(list(cells_of(lines[row]))) for row in rows}) == 1 else []


def _width_above(lines: list[str], at: int) -> int:
    """Return how many cells the first row of a row's table has."""
    width = 0
    while at >= 0 and (not (told := lines[at].strip()) or told[0] in "|#"):
        if told.startswith("|"):
            width = len(list(cells_of(lines[at])))
        at -= 1
    return width


def _misspelt_headings(file: str, found: Mended) -> None:
    """Tell of lines of descriptions that were meant to begin a scenario."""
    feature = found.feature
    assert feature is not None
    loose = {line for scenario in feature.scenarios for line, _, _ in scenario.loose_lines}
    first = min((scenario.heading_line for scenario in feature.scenarios), default=len(found.lines) + 1)
    for number, line in enumerate(found.lines, 1):
        if (number in loose or 1 < number < first) and number not in found.mended and ":" in line:
            hint = _keyword_near(line)
            if "feature or scenario" in hint:
                found.problems.append(Problem(file, number, _indent(line) + 1, hint))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
