"""Why a figure is what it is: the rule, the clause behind it, the parameters with their dates, the inputs, the sum.

A Because costs one small object while nobody asks: its explanation is told only on demand.
"""

import ast
import operator
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

from engine.money import calculation_digits
from engine.parameters import ParameterValue

Shown: TypeAlias = object

_NO_NAME = re.compile(r"[^0-9A-Za-z]+")

ADDS_ALL = "+"
"""The formula of a rule that adds up all the terms it tells, however many they are."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that pays, refuses or works something out.

    ``formula`` names the terms of the sum, such as ``net_value * on_programme_share``; empty for a rule without one,
    and ``ADDS_ALL`` for one that adds up whatever terms there are.
    ``source`` is document and section; ``clauses`` are ids of the clause catalogue.
    """

    id: str
    title: str
    source: str
    formula: str = ""
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """One input of a figure: its name, its value, and where it was read (an ILR field, a reference table, a rule)."""

    name: str
    value: Shown
    where: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a Because tells: the terms of the formula, the facts that chose it, and the parameters used."""

    terms: tuple[Term, ...] = ()
    facts: tuple[Term, ...] = ()
    parameters: tuple[ParameterValue, ...] = ()


class Because:
    """The reason behind one figure or finding."""

    __slots__ = ("_tell", "rule")

    def __init__(self, rule: Rule, tell: Callable[[], Explanation] | None = None) -> None:
        self.rule = rule
        self._tell = tell

    def explanation(self) -> Explanation:
        """Tell the terms, facts and parameters."""
        return Explanation() if self._tell is None else self._tell()

    def recomputed(self, told: Explanation | None = None) -> Decimal | None:
        """Return the amount that the formula gives with the explained numbers; None for a rule without a formula.

        ``told`` is the explanation where it is at hand already.
        """
        if not self.rule.formula:
            return None
        with calculation_digits():
            return evaluate(*self._sum(told))

    def arithmetic(self, told: Explanation | None = None) -> tuple[str, str]:
        """Return the sum in words and in numbers, both empty for a rule without a formula; ``told`` as above."""
        if not self.rule.formula:
            return "", ""
        formula, values = self._sum(told)
        numbers = {name: _plain(value) for name, value in values.items()}
        words = {name: name.replace("_", " ") for name in numbers}
        return _written(formula, words), _written(formula, numbers)

    def _sum(self, told: Explanation | None) -> tuple[str, dict[str, Decimal]]:
        """Return the formula, and the number of each of its names."""
        told = told or self.explanation()
        formula = self.rule.formula
        if formula == ADDS_ALL:
            formula = " + ".join(term.name for term in told.terms) or "0"
        values = {used.name: used.value for used in told.parameters}
        values.update((term.name, term.value) for term in told.terms)
        return formula, {name: as_decimal(values[name]) for name in names_of(formula)}


def added(parts: Iterable[tuple[str, Shown, str]]) -> tuple[Term, ...]:
    """Return the terms of a sum from names in words, values and places; a name that comes again gets a number."""
    seen: dict[str, int] = {}
    terms = []
    for words, value, where in parts:
        name = _NO_NAME.sub("_", words).strip("_") or "part"
        name = f"part_{name}" if name[0].isdigit() else name
        seen[name] = seen.get(name, 0) + 1
        terms.append(Term(name if seen[name] == 1 else f"{name}_{seen[name]}", value, where))
    return tuple(terms)


def sum_of(parts: Sequence[tuple[str, Shown, str]], reasons: Iterable[Because]) -> Because:
    """Return why a figure is the sum of several amounts, each with its name in words and its place.

    It cites what the ``reasons`` of the amounts cite.
    """
    rules = list({id(one.rule): one.rule for one in reasons}.values())
    rule = Rule(
        "SUM",
        "Adds up the amounts that the rules below give.",
        "; ".join(dict.fromkeys(one.source for one in rules)),
        ADDS_ALL,
        tuple(dict.fromkeys(clause for one in rules for clause in one.clauses)),
    )
    return Because(rule, lambda: Explanation(added(parts)))


def as_decimal(value: Shown) -> Decimal:
    """Return a term's value as a number. Raises TypeError for one that is none."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return Decimal(value)
    raise TypeError(f"{value!r} is not a number")


_OPERATIONS: Mapping[type[ast.operator], tuple[str, Callable[[Decimal, Decimal], Decimal]]] = {
    ast.Add: ("+", operator.add),
    ast.Sub: ("−", operator.sub),
    ast.Mult: ("×", operator.mul),
    ast.Div: ("÷", operator.truediv),
}
_FUNCTIONS: Mapping[str, Callable[..., Decimal]] = {"min": min, "max": max}


def evaluate(formula: str, numbers: Mapping[str, Decimal]) -> Decimal:
    """Return the value of a formula of + − × ÷, min and max over named numbers. Raises KeyError for an unknown name."""
    return _evaluate(_parsed(formula), numbers)


@lru_cache(maxsize=1024)
def _parsed(formula: str) -> ast.expr:
    return ast.parse(formula, mode="eval").body


@lru_cache(maxsize=1024)
def names_of(formula: str) -> tuple[str, ...]:
    """Return the names of a formula's terms in the order in which they first stand."""
    nodes = [node for node in ast.walk(_parsed(formula)) if isinstance(node, ast.Name)]
    nodes.sort(key=lambda node: node.col_offset)
    return tuple(dict.fromkeys(node.id for node in nodes if node.id not in _FUNCTIONS))


def _evaluate(node: ast.expr, numbers: Mapping[str, Decimal]) -> Decimal:
    match node:
        case ast.Name(id=name):
            return numbers[name]
        case ast.Constant(value=int(value)):
            return Decimal(value)
        case ast.BinOp(left=left, op=op, right=right):
            return _OPERATIONS[type(op)][1](_evaluate(left, numbers), _evaluate(right, numbers))
        case ast.Call(func=ast.Name(id=name), args=args):
            return _FUNCTIONS[name](*(_evaluate(arg, numbers) for arg in args))
    raise ValueError(f"a formula cannot hold {ast.unparse(node)}")


def _written(formula: str, names: Mapping[str, str]) -> str:
    return _write(_parsed(formula), names)


def _write(node: ast.expr, names: Mapping[str, str]) -> str:
    match node:
        case ast.Name(id=name):
            return names[name]
        case ast.BinOp(left=left, op=op, right=right):
            sign = _OPERATIONS[type(op)][0]
            return f"{_bracketed(left, op, names, False)} {sign} {_bracketed(right, op, names, True)}"
        case ast.Call(func=ast.Name(id=name), args=args):
            return f"{name}({', '.join(_write(arg, names) for arg in args)})"
    return ast.unparse(node)


def _bracketed(node: ast.expr, parent: ast.operator, names: Mapping[str, str], right: bool) -> str:
    text = _write(node, names)
    if not isinstance(node, ast.BinOp):
        return text
    inner_adds = isinstance(node.op, ast.Add | ast.Sub)
    outer_adds = isinstance(parent, ast.Add | ast.Sub)
    needed = (inner_adds and not outer_adds) or (right and isinstance(parent, ast.Sub | ast.Div))
    return f"({text})" if needed else text


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
