"""The mutants of the apprenticeship rules: every branch of their code forced, one change at a time."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
CODE = ROOT / "engine" / "programmes" / "apprenticeships"

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
