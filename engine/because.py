"""Why a figure is what it is: the rule, the clause behind it, the parameters with their dates, the inputs, the sum.

A Because costs one small object while nobody asks: its explanation is told only on demand.
"""

import ast
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from engine.money import calculation_digits
from engine.parameters import ParameterValue

Shown: TypeAlias = object


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that pays, refuses or works something out.

    ``formula`` names the terms of the sum, such as ``net_value * on_programme_share``; empty for a rule without one.
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

    def recomputed(self) -> Decimal | None:
        """Return the amount that the formula gives with the explained numbers; None for a rule without a formula."""
        if not self.rule.formula:
            return None
        with calculation_digits():
            return evaluate(self.rule.formula, self._numbers())

    def arithmetic(self) -> tuple[str, str]:
        """Return the sum in words and in numbers, both empty for a rule without a formula."""
        if not self.rule.formula:
            return "", ""
        numbers = {name: _plain(value) for name, value in self._numbers().items()}
        words = {name: name.replace("_", " ") for name in numbers}
        return _written(self.rule.formula, words), _written(self.rule.formula, numbers)

    def _numbers(self) -> dict[str, Decimal]:
        told = self.explanation()
        values = {used.name: used.value for used in told.parameters}
        values.update((term.name, term.value) for term in told.terms)
        return {name: as_decimal(values[name]) for name in names_of(self.rule.formula)}


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
    return _evaluate(ast.parse(formula, mode="eval").body, numbers)


def names_of(formula: str) -> tuple[str, ...]:
    """Return the names of a formula's terms in the order in which they first stand."""
    nodes = [node for node in ast.walk(ast.parse(formula, mode="eval")) if isinstance(node, ast.Name)]
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
    return _write(ast.parse(formula, mode="eval").body, names)


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
