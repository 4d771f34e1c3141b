"""Numbered rules at the door between engine and tables: which of them made what comes through, and without one.

Every row of a result says by which rule it is: its Because names the rule, its code the finding or the data lock.
"""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from engine.because import Because
from engine.ledger import AimValues
from engine.money import ZERO

Result = TypeVar("Result")
Note = Callable[[str, str], None]
"""Is told a rule and the clause that its finding cites, blank for none."""

_LISTS_OF_CODES = ("codes", "refused_by")


def rules_of(row: Any) -> Iterator[str]:
    """Yield the rules by which a row is: ids of rules and codes of findings."""
    because = getattr(row, "because", None)
    for one in because if isinstance(because, tuple) else (because,):
        if isinstance(one, Because):
            yield one.rule.id
    if code := _code(row):
        yield code
    for name in _LISTS_OF_CODES:
        yield from getattr(row, name, ())


def _code(row: Any) -> str:
    """Return the code of a finding or no-pay line, or the finding of a row that is something else; blank for none."""
    name = "code" if hasattr(row, "severity") else "finding"
    code = getattr(row, name, "")
    return code if isinstance(code, str) else ""


def noting(result: Result, note: Note) -> Result:
    """Tell the rules by which anything of a result is; those of single values when a table asks for the values."""
    seen: set[int] = set()
    waiting: list[Any] = [result]
    while waiting:
        one = waiting.pop()
        if _is_row(one):
            if id(one) in seen:
                continue
            seen.add(id(one))
            for rule in rules_of(one):
                note(rule, str(getattr(one, "clause", "") if rule == _code(one) else ""))
            if isinstance(one, AimValues):
                _change_values(one, lambda told, rules: _all_noted(told, rules, note))
            waiting.extend(getattr(one, name) for name in _names(one))
        elif isinstance(one, list | tuple):
            waiting.extend(one)
        elif isinstance(one, dict):
            waiting.extend(one.values())
    return result


def _all_noted(told: dict[str, Any], rules: dict[str, str], note: Note) -> dict[str, Any]:
    for rule in rules.values():
        note(rule, "")
    return told


def _change_values(values: AimValues, change: Callable[[dict[str, Any], dict[str, str]], Any]) -> None:
    """Let the single values of an aim be told through a change, which is given the rule of each name too."""
    before, why = values.tell, values.why
    if why is None:
        return

    def tell() -> dict[str, Any]:
        told = before()
        changed: dict[str, Any] = change(told, {name: why(name).rule.id for name in told})
        return changed

    values.tell = tell


def _is_row(one: Any) -> bool:
    """Say whether something is a row of a result of the engine, or holds such rows."""
    kind = type(one)
    return kind.__module__.startswith("engine.") and (is_dataclass(kind) or hasattr(kind, "_fields"))


def _names(row: Any) -> tuple[str, ...]:
    if is_dataclass(row):
        return tuple(one.name for one in fields(row))
    names: tuple[str, ...] = row._fields
    return names


def without(result: Result, rule: str) -> Result:
    """Return a result without what a rule made: its figures are not earned, its findings not made.

    Rows of the rule leave their lists, a figure or single value of its own becomes nothing, a code leaves the codes of
    its row. A result that is itself one figure becomes nought.
    """
    if _is_row(result) and rule in rules_of(result) and hasattr(result, "amount"):
        made: Any = result
        nought: Result = (
            made._replace(amount=ZERO) if hasattr(made, "_replace") else replace(made, amount=ZERO)
        )
        return nought
    _drop(result, rule, set())
    return result


def _drop(row: Any, rule: str, seen: set[int]) -> None:
    if id(row) in seen or not is_dataclass(row):
        return
    seen.add(id(row))
    if isinstance(row, AimValues):
        _change_values(
            row,
            lambda told, rules: {name: value for name, value in told.items() if rules[name] != rule},
        )
    for name in _names(row):
        held = getattr(row, name)
        changed = _dropped(held, name, rule, seen)
        if changed is not held:
            object.__setattr__(row, name, changed)  # what one scenario worked out, frozen or not, is its own


def _dropped(held: Any, name: str, rule: str, seen: set[int]) -> Any:
    if name in _LISTS_OF_CODES:
        return type(held)(code for code in held if code != rule) if rule in held else held
    if isinstance(held, str):
        return "" if name == "finding" and held == rule else held
    if isinstance(held, list | tuple) and any(map(_is_row, held)) and not _is_row(held):
        kept = [one for one in held if not _is_made_by(one, rule)]
        for one in kept:
            _drop(one, rule, seen)
        return type(held)(kept) if len(kept) < len(held) else held
    if isinstance(held, dict):
        changed = {key: _dropped(value, "", rule, seen) for key, value in held.items()}
        return changed if any(changed[key] is not held[key] for key in held) else held
    if _is_row(held):
        if _is_made_by(held, rule):
            return None
        _drop(held, rule, seen)
    return held


def _is_made_by(row: Any, rule: str) -> bool:
    """Say whether a row is there by the rule alone; one with several codes only loses the code."""
    because = getattr(row, "because", None)
    if isinstance(because, Because) and because.rule.id == rule:
        return True
    if isinstance(because, tuple) and because and all(one.rule.id == rule for one in because):
        return True
    return hasattr(row, "severity") and _code(row) == rule
