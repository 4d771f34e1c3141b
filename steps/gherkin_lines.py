"""Lines of a feature file for the Gherkin parser: rows split quickly, nothing lost behind them, outlines filled."""

from collections.abc import Callable
from typing import Any

from gherkin.gherkin_line import Cell, GherkinLine
from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler
from gherkin.token import Token
from gherkin.token_scanner import TokenScanner

from steps.feature_text import cells_of


class Line(GherkinLine):
    """A line as the parser has it, except that plain rows are split in one go."""

    @property
    def table_cells(self) -> list[Cell]:
        """The cells of a row with their columns; rows with a backslash are left to the parser."""
        row = self._trimmed_line_text
        if "\\" in row:
            return super().table_cells
        cells: list[Cell] = []
        before, *parts, _ = row.split("|")
        column = self.indent + len(before) + 2
        for part in parts:
            text = part.strip()
            cells.append({"column": column + (part.index(text) if text else len(part)), "text": text})
            column += len(part) + 1
        return cells


def _guarded(name: str, may_be: Callable[[str], bool]) -> Any:
    """Return a question of the parser, asked only of lines whose first signs leave it open."""
    ask = getattr(Parser, name)

    def match(self: Parser, context: Any, token: Token) -> bool:
        return not token.eof() and may_be(token.line._trimmed_line_text) and ask(self, context, token)

    return match


class Reader(Parser):
    """The parser, which asks of every line up to twelve things that it may be: most are seen at its first sign."""


_MAY_BE: dict[str, Callable[[str], bool]] = {
    "Empty": lambda told: not told,
    "Comment": lambda told: told.startswith("#"),
    "Language": lambda told: told.startswith("#"),
    "TagLine": lambda told: told.startswith("@"),
    "TableRow": lambda told: told.startswith("|"),
    "StepLine": lambda told: not told.startswith(("|", "@", "#")),
    "DocStringSeparator": lambda told: told.startswith(('"""', "```")),
    **dict.fromkeys(
        ("FeatureLine", "RuleLine", "BackgroundLine", "ScenarioLine", "ExamplesLine"),
        lambda told: ":" in told,
    ),
}
for _name, _may_be in _MAY_BE.items():
    setattr(Reader, f"match_{_name}", _guarded(f"match_{_name}", _may_be))


class Filler(Compiler):
    """Fills examples into outlines; a text without < is as it is, and not searched for each of their columns."""

    def _interpolate(self, name: Any, variable_cells: Any, value_cells: Any) -> Any:
        if not name or "<" not in name:
            return name
        # Not by the parser's own, which takes a heading such as "Hours (planned" for a pattern.
        for heading, value in zip(variable_cells, value_cells, strict=True):
            name = name.replace(f"<{heading['value']}>", value["value"])
        return name


class Scanner(TokenScanner):
    """Gives the parser the lines of a text, and keeps what stands after the last | of a row.

    The parser would pass over it in silence, though mostly it is a cell whose | was forgotten. A comment may
    stand there.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.unclosed: list[tuple[int, int, str]] = []
        self.bare: list[tuple[int, int]] = []
        self._quoted = ""

    def read(self) -> Token:
        """Return the next line as a token."""
        self.line_number += 1
        text = self.io.readline()
        told = text.strip()
        if told[:3] in ('"""', "```") and self._quoted in ("", told[:3]):
            self._quoted = "" if self._quoted else told[:3]
        few = told.startswith("|") and not self._quoted and told.count("|") - told.count("\\|") < 2
        if few and not any(cells_of(told)):
            self.bare.append((self.line_number, text.index("|") + 1))
        if told.startswith("|") and not told.endswith("|") and not self._quoted:
            rest = told.rpartition("|")[2].strip()
            if not rest.startswith("#"):
                self.unclosed.append((self.line_number, text.rindex(rest) + 1, rest))
        line: Any = Line(text, self.line_number) if text else text
        return Token(line, {"line": self.line_number})
