"""Amounts of several months in few words: runs of equal amounts told once."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from engine.calendar import FundingYear
from engine.money import shown


def month_names(year: FundingYear) -> list[str]:
    """Return the short names of the year's months, August first."""
    return [month.label.split()[0] for month in year.months]


def ranges(indexes: Iterable[int], names: Sequence[str]) -> str:
    """Return months, given by index, as ``Aug, Oct to Dec``."""
    runs: list[list[int]] = []
    for index in indexes:
        if runs and index == runs[-1][-1] + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return ", ".join(_run(run, names) for run in runs)


def in_words(
    amounts: Sequence[Decimal | None], names: Sequence[str], written: Callable[[Decimal], str] = shown
) -> str:
    """Return the amounts that are not nothing: ``Aug 100.00, Sep to Dec 50.00 each``.

    ``written`` writes what is no money, such as a share, which is not paid for each month: ``Sep to Dec 95%``.
    """
    each = " each" if written is shown else ""
    told: list[tuple[str, list[int]]] = []
    for index, amount in enumerate(amounts):
        if not amount:
            continue
        text = written(amount)
        if told and told[-1][0] == text and told[-1][1][-1] == index - 1:
            told[-1][1].append(index)
        else:
            told.append((text, [index]))
    return ", ".join(f"{_run(run, names)} {text}{each if len(run) > 1 else ''}" for text, run in told)


def _run(run: Sequence[int], names: Sequence[str]) -> str:
    if len(run) == 1:
        return names[run[0]]
    joint = " and " if len(run) == 2 else " to "
    return f"{names[run[0]]}{joint}{names[run[-1]]}"
