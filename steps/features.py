"""Feature files as the runner sees them: scenarios with their examples filled in, steps, located tables."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from steps.feature_text import BLANK, read_feature_text
from steps.problems import Problem, Unreadable
from steps.unread import loose_lines, unread


class Row(NamedTuple):
    """One row of a table: its line, its cells and the column of the file at which each begins."""

    line: int
    cells: tuple[str, ...]
    columns: tuple[int, ...]


@dataclass(slots=True)
class Step:
    """One step with its keyword (``Given`` ...), its text, its place and its table.

    ``doc_string_line`` is the line of a text in three quotation marks below the step, 0 without one.
    """

    keyword: str
    text: str
    line: int
    column: int
    table: tuple[Row, ...] = ()
    background: bool = False
    doc_string_line: int = 0


@dataclass(slots=True)
class Scenario:
    """One runnable scenario; each row of an outline's examples is one of its own.

    ``line`` is the scenario's own line, or that of its example row; ``tags`` are written without @;
    ``loose_lines`` are the lines of its description with their places; ``example`` is its row of examples, each
    value with its heading.
    """

    file: Path
    feature: str
    name: str
    line: int
    tags: tuple[str, ...]
    steps: list[Step]
    description: str = ""
    rule: str = ""
    heading_line: int = 0
    loose_lines: tuple[tuple[int, int, str], ...] = ()
    example: tuple[tuple[str, str], ...] = ()

    @property
    def ignored(self) -> bool:
        """Whether the author set the scenario aside with @ignore."""
        return any(tag.lower() == "ignore" for tag in self.tags)


@dataclass(slots=True)
class Feature:
    """One feature file with its scenarios in the order in which they stand."""

    file: Path
    name: str
    description: str
    tags: tuple[str, ...]
    scenarios: list[Scenario] = field(default_factory=list)


def read_feature(path: Path) -> Feature:
    """Read one feature file. Raises Unreadable with every problem of the file, each with line and column."""
    return parse_feature(read_text(path), path)


def read_text(path: Path) -> str:
    """Return the text of a feature file: UTF-8 with or without a mark, UTF-16, or Windows 1252."""
    return read_feature_text(path).readable


# Tabs, fixed blanks and byte order marks within a file: one blank each, so that columns stay what they are.
_BLANKS = dict.fromkeys(map(ord, BLANK), " ")


def parse_feature(text: str, path: Path) -> Feature:
    """Read the text of a feature. Raises Unreadable with every problem of it."""
    feature, problems = feature_and_problems(text, path)
    if problems:
        raise Unreadable(problems)
    return feature


def feature_and_problems(text: str, path: Path) -> tuple[Feature, list[Problem]]:
    """Return what can be read of the text of a feature, and what nothing of it would read.

    Raises Unreadable with every problem that the parser finds.
    """
    from steps.gherkin_lines import Filler

    text = text.translate(_BLANKS)
    document, unclosed = gherkin_document(text, path)
    body = document["feature"]
    nodes = _nodes(body)
    lines = text.split("\n")
    problems = [
        Problem(str(path), *found)
        for node in nodes.values()
        if "examples" in node
        for found in unread(node, lines)
    ]
    problems += [
        Problem(
            str(path), line, column, f"nothing reads '{rest}' after the last | of this row; close it with |"
        )
        for line, column, rest in unclosed
    ]
    feature = Feature(path, body["name"], _described(body), tuple(_tags(body)))
    document["uri"] = str(path)
    for pickle in Filler().compile(document):
        feature.scenarios.append(_scenario(feature, pickle, nodes, lines))
    return feature, sorted(problems)


def gherkin_document(text: str, path: Path) -> tuple[Any, list[tuple[int, int, str]]]:
    """Return the parser's tree of a text, and what stands behind the last | of rows: line, column, text.

    Raises Unreadable with every problem that the parser finds.
    """
    from gherkin.errors import CompositeParserException, ParserError

    from steps.gherkin_lines import Reader, Scanner

    text = text.translate(_BLANKS)
    try:
        scanner = Scanner(text)
        document: Any = Reader().parse(scanner)
    except CompositeParserException as error:
        told = [_parser_problem(path, text, one) for one in error.errors]
        raise Unreadable(told[:1] if "#FeatureLine" in str(error.errors[0]) else told) from None
    except ParserError as error:
        raise Unreadable([_parser_problem(path, text, error)]) from None
    if scanner.bare:
        bare = "this row has no cell; close it with |, or take it away"
        raise Unreadable(Problem(str(path), line, column, bare) for line, column in scanner.bare)
    if not document.get("feature"):
        raise Unreadable(
            [Problem(str(path), 1, 1, "there is no feature in this file: it begins with 'Feature: ...'")]
        )
    return document, scanner.unclosed


def _scenario(feature: Feature, pickle: Any, nodes: dict[str, Any], lines: list[str]) -> Scenario:
    ids = pickle["astNodeIds"]
    heading, last = nodes[ids[0]], nodes[ids[-1]]
    line = last["location"]["line"]
    steps = []
    for pickled in pickle["steps"]:
        node = nodes[pickled["astNodeIds"][0]]
        table: tuple[Row, ...] = ()
        argument = pickled.get("argument")
        if argument and "dataTable" in argument:
            table = tuple(
                Row(
                    row["location"]["line"],
                    tuple([cell["value"] for cell in filled["cells"]]),
                    tuple([cell["location"]["column"] for cell in row["cells"]]),
                )
                for row, filled in zip(node["dataTable"]["rows"], argument["dataTable"]["rows"], strict=True)
            )
        place = node["location"]
        steps.append(
            Step(
                node["keyword"].strip(),
                pickled["text"],
                place["line"],
                place["column"],
                table,
                "_background" in node,
                node["docString"]["location"]["line"] if "docString" in node else 0,
            )
        )
    return Scenario(
        file=feature.file,
        feature=feature.name,
        name=pickle["name"],
        line=line,
        tags=tuple([tag["name"].lstrip("@") for tag in pickle["tags"]]),
        steps=steps,
        description=_described(heading),
        rule=heading.get("_rule", ""),
        heading_line=heading["location"]["line"],
        loose_lines=tuple(loose_lines(heading, lines)),
        example=tuple(zip(last.get("_headings", ()), _texts(last), strict=False)),
    )


def _texts(row: Any) -> list[str]:
    return [cell["value"] for cell in row.get("cells", ())]


def _nodes(body: Any, rule: str = "") -> dict[str, Any]:
    """Index the scenarios, example rows and steps of a feature by their id."""
    found: dict[str, Any] = {}
    for child in body["children"]:
        if "rule" in child:
            found.update(_nodes(child["rule"], child["rule"]["name"]))
        elif "background" in child:
            for step in child["background"]["steps"]:
                step["_background"] = True
                found[step["id"]] = step
        else:
            scenario = child["scenario"]
            scenario["_rule"] = rule
            found[scenario["id"]] = scenario
            found.update((step["id"], step) for step in scenario["steps"])
            for examples in scenario["examples"]:
                headings = _texts(examples.get("tableHeader") or {})
                found.update(
                    (row["id"], {**row, "_headings": headings}) for row in examples.get("tableBody", ())
                )
    return found


def _tags(body: Any) -> Iterator[str]:
    return (tag["name"].lstrip("@") for tag in body["tags"])


def _described(body: Any) -> str:
    return "\n".join(line.strip() for line in (body.get("description") or "").splitlines()).strip()


_PLACE = re.compile(r"^\((\d+):(\d+)\):\s*")


def _parser_problem(path: Path, text: str, error: Exception) -> Problem:
    message = str(error)
    place = _PLACE.match(message)
    line, column = (int(place[1]), int(place[2])) if place else (0, 0)
    lines = text.split("\n")
    offending = lines[line - 1].strip() if 0 < line <= len(lines) else ""
    if "inconsistent cell count" in message:
        plain = (
            "this row has not as many cells as the first row of its table (a | is missing or one too many)"
        )
    elif "#FeatureLine" in message:
        plain = "a feature begins with 'Feature:' and its name; this is something else"
    elif "unexpected end of file" in message:
        plain = "the file ends too early"
    elif "got '" in message:
        plain = (
            "this line is not understood here: a step begins with Given, When, Then, And or But, "
            "a table row with |"
        )
    else:
        plain = _PLACE.sub("", message)
    return Problem(str(path), line, column, f"{plain}: {offending}" if offending else plain)


_LINE_SUFFIX = re.compile(r"^(?P<path>.+?):(?P<line>\d+)$")


class Selection(NamedTuple):
    """A path given on the command line: a feature file, and a line of it (0 for all of it)."""

    path: Path
    line: int


def find_features(paths: Iterable[str | Path]) -> list[Selection]:
    """Return the feature files of folders, files and ``file.feature:LINE``, in order and each once.

    Raises Unreadable naming every path that does not exist or holds no feature.
    """
    selections: dict[Selection, None] = {}
    problems = []
    for given in paths:
        path, line = Path(given), 0
        match = _LINE_SUFFIX.match(str(given))
        if match and not path.exists():
            path, line = Path(match["path"]), int(match["line"])
        if path.is_dir():
            files = sorted(path.rglob("*.feature"))
            if not files:
                problems.append(Problem(str(path), 0, 0, "there is no .feature file in this folder"))
            selections.update((Selection(file, 0), None) for file in files)
        elif path.is_file():
            selections[Selection(path, line)] = None
        else:
            problems.append(Problem(str(path), 0, 0, "there is no such file or folder"))
    if problems:
        raise Unreadable(problems)
    return list(selections)


def at_line(feature: Feature, line: int) -> list[Scenario]:
    """Return the scenarios at a line: an example row's own, else all of the scenario around the line."""
    rows = [scenario for scenario in feature.scenarios if scenario.line == line != scenario.heading_line]
    if rows:
        return rows
    headings = sorted({scenario.heading_line for scenario in feature.scenarios})
    around = [heading for heading in headings if heading <= line]
    if not around:
        return feature.scenarios if line <= min(headings, default=0) else []
    return [scenario for scenario in feature.scenarios if scenario.heading_line == around[-1]]
