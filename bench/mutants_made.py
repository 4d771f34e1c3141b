"""The mutants of the apprenticeship rules: every parameter nudged, every branch forced, one change at a time."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from types import CodeType
from typing import Any

from engine.parameters import ParameterValue, Subject, published

ROOT = Path(__file__).resolve().parents[1]
SUBJECTS = ("apprenticeships", "apprenticeship_payments")
CODE = ROOT / "engine" / "programmes" / "apprenticeships"

_DAY = timedelta(days=1)
_SHIFTED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
}
_OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_OPTIMISED = 0x1  # functions have this flag, bodies of classes do not


@dataclass(frozen=True)
class Mutant:
    """One change: its place and what it says."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


@dataclass(frozen=True)
class ParameterMutant(Mutant):
    """A value of a parameter replaced by another: ``changed`` are all its dated values with that one changed."""

    subject: str
    name: str
    changed: tuple[ParameterValue, ...]

    def apply(self) -> None:
        """Put the changed parameter in the place of the published one, in this process."""
        before = published().subject(self.subject)
        values = {**before.values, self.name: list(self.changed)}
        published()._subjects[self.subject] = Subject(self.subject, values)


@dataclass(frozen=True)
class BranchMutant(Mutant):
    """A condition or comparison changed: the node of that number in the walk of the file, and how."""

    number: int
    change: str
    operand: int = 0

    def code_pairs(self) -> list[tuple[CodeType, CodeType]]:
        """Return the outermost functions that the change is in, as published and as changed."""
        path = ROOT / self.file
        source = path.read_text(encoding="utf-8")
        tree = ast.parse(source)
        _change(list(ast.walk(tree))[self.number], self.change, self.operand)
        published_code = compile(source, str(path), "exec", dont_inherit=True)
        changed_code = compile(ast.fix_missing_locations(tree), str(path), "exec", dont_inherit=True)
        return list(_differing(published_code, changed_code))


def parameter_mutants() -> Iterator[ParameterMutant]:
    """Yield the changes of every value of the apprenticeship parameters."""
    for subject in SUBJECTS:
        path = published().folder / f"{subject}.yaml"
        lines = path.read_text(encoding="utf-8").splitlines()
        for name, dated in published().subject(subject).values.items():
            where = str(path.relative_to(ROOT)), _line_of(lines, name)
            for index, value in enumerate(dated):
                told = f"{name} from {value.valid_from.isoformat()}"
                for said, changed in _other_values(value, dated):
                    yield ParameterMutant(
                        *where, f"{told}: {said}", subject, name, _with(dated, index, value=changed)
                    )
                for moved in _other_days(value, index, _basis(lines, name)):
                    yield ParameterMutant(
                        *where,
                        f"{told}: from {moved.isoformat()}",
                        subject,
                        name,
                        _with(dated, index, valid_from=moved),
                    )


def branch_mutants() -> Iterator[BranchMutant]:
    """Yield the changes of every condition and comparison of the rules of apprenticeships."""
    for path in sorted(CODE.rglob("*.py")):
        file = str(path.relative_to(ROOT))
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        tests = {id(node.test) for node in nodes if isinstance(node, ast.If | ast.IfExp | ast.While)}
        found: list[BranchMutant] = []
        for number, node in enumerate(nodes):
            if isinstance(node, ast.If | ast.IfExp | ast.While):
                test = _short(node.test)
                for change in ("always", "never"):
                    if not (isinstance(node, ast.While) and change == "always"):
                        text = f"'if {test}' is {change} so"
                        found.append(BranchMutant(file, node.test.lineno, text, number, change))
            elif isinstance(node, ast.comprehension):
                for operand, test in enumerate(node.ifs):
                    text = f"the filter 'if {_short(test)}' is gone"
                    found.append(BranchMutant(file, test.lineno, text, number, "unfiltered", operand))
            elif isinstance(node, ast.Compare) and (
                len(node.ops) > 1 or id(node) not in tests or _ordered(node)
            ):
                for operand, operator in enumerate(node.ops):
                    other = _SHIFTED.get(type(operator)) or _OPPOSITE[type(operator)]
                    text = f"'{_short(node)}' compares with {other.__name__}"
                    if len(node.ops) > 1:
                        text += f" in place {operand + 1}"
                    found.append(BranchMutant(file, node.lineno, text, number, "compare", operand))
            elif isinstance(node, ast.BoolOp):
                for operand, part in enumerate(node.values):
                    text = f"'{_short(node)}' without '{_short(part)}'"
                    found.append(BranchMutant(file, part.lineno, text, number, "without", operand))
        yield from sorted(found, key=lambda mutant: mutant.line)


def _ordered(node: ast.Compare) -> bool:
    return type(node.ops[0]) in _SHIFTED


def _change(node: Any, change: str, operand: int) -> None:
    if change in ("always", "never"):
        node.test = ast.copy_location(ast.Constant(change == "always"), node.test)
    elif change == "unfiltered":
        del node.ifs[operand]
    elif change == "compare":
        before = type(node.ops[operand])
        node.ops[operand] = (_SHIFTED.get(before) or _OPPOSITE[before])()
    else:
        del node.values[operand]
        if len(node.values) == 1:  # of two operands one is left; 'and' with itself is that one
            node.values.append(node.values[0])


def _differing(published_code: CodeType, changed_code: CodeType) -> Iterator[tuple[CodeType, CodeType]]:
    for one, other in zip(_inner(published_code), _inner(changed_code), strict=True):
        if one != other:
            if one.co_flags & _OPTIMISED:
                yield one, other
            else:
                yield from _differing(one, other)


def _inner(code: CodeType) -> list[CodeType]:
    return [constant for constant in code.co_consts if isinstance(constant, CodeType)]


def _short(node: ast.expr) -> str:
    text = ast.unparse(node)
    return text if len(text) <= 90 else f"{text[:87]}..."


def _with(dated: list[ParameterValue], index: int, **changes: Any) -> tuple[ParameterValue, ...]:
    changed = [*dated]
    changed[index] = replace(dated[index], **changes)
    return tuple(changed)


def _other_days(value: ParameterValue, index: int, basis: str) -> Iterator[date]:
    """Yield the days to which a value's first day moves: by a year where it is asked for once a year.

    Before the very first day nothing is asked, and dates of a programme from before it take its value.
    """
    begins = value.valid_from
    if "funding year" in basis:
        yield begins.replace(year=begins.year + 1)
        if index:
            yield begins.replace(year=begins.year - 1)
    elif index:
        yield from (begins + _DAY, begins - _DAY)


def _other_values(value: ParameterValue, dated: list[ParameterValue]) -> Iterator[tuple[str, Any]]:
    """Yield what else a value could be, each with how it is told."""
    if value.value is None:
        return
    if value.unit == "text" and isinstance(value.value, str):
        others = {other.value for other in dated if other.value != value.value} or {f"not {value.value}"}
        yield from ((f"'{value.value}' becomes '{other}'", other) for other in sorted(others))
    else:
        yield from _nudged(value.value)


def _nudged(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, bool):
        yield f"{value} becomes {not value}", not value
    elif isinstance(value, date):
        for moved in (value - _DAY, value + _DAY):
            yield f"{value.isoformat()} becomes {moved.isoformat()}", moved
    elif isinstance(value, Decimal | int):
        step = 1 if value == int(value) else Decimal("0.01")
        for moved in (value - step, value + step):
            yield f"{value} becomes {moved}", moved
    elif isinstance(value, str):
        yield f"'{value}' becomes another", _another(value)
    elif isinstance(value, dict):
        for key, entry in value.items():
            for told, changed in _nudged(entry):
                yield f"{key}: {told}", {**value, key: changed}
    elif value and isinstance(value[0], tuple):
        for index, row in enumerate(value):
            for place, entry in enumerate(row):
                for told, changed in _nudged(entry):
                    new = (*row[:place], changed, *row[place + 1 :])
                    yield f"row {index + 1}: {told}", (*value[:index], new, *value[index + 1 :])
    else:
        for index, entry in enumerate(value):
            yield f"{entry} is left out", (*value[:index], *value[index + 1 :])
        yield f"{_another(value[-1])} is added", (*value, _another(value[-1]))


def _another(code: Any) -> Any:
    """Return a code that is not listed: the next number, or the text with a word more."""
    if isinstance(code, str):
        return str(int(code) + 1) if code.isdigit() else f"{code} more"
    return code + 1


def _line_of(lines: list[str], name: str) -> int:
    return next(number for number, line in enumerate(lines, 1) if line == f"{name}:")


def _basis(lines: list[str], name: str) -> str:
    return next(line for line in lines[_line_of(lines, name) :] if line.startswith("  basis:"))
