"""Earnings adjustment statements: each form pays what it totals less what its lines have been paid before.

Source: apprenticeship rules 7.9.
"""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from engine.calendar import Month
from engine.money import ZERO
from engine.parameters import Parameters, Subject
from engine.programmes.apprenticeships.payments.inputs import AdjustmentForm
from engine.programmes.apprenticeships.payments.outcome import AdjustmentPayment
from engine.programmes.apprenticeships.payments.rules import SUBJECT


class ClaimLineError(ValueError):
    """A claim line that is none of the earnings adjustment statement's."""


def claim_line(text: str, collection: Month, parameters: Parameters) -> str:
    """Return the official name of a claim line however it is spelt. Raises ClaimLineError naming the nearest one."""
    names, spellings = _names(parameters.subject(SUBJECT), collection)
    found = names.get(_plain(text, spellings))
    if found is None:
        near = difflib.get_close_matches(_plain(text, spellings), names, 1)
        hint = f"; did you mean '{names[near[0]]}'?" if near else ""
        raise ClaimLineError(f"'{text}' is not a claim line of the earnings adjustment statement{hint}")
    return found


def _plain(text: str, spellings: Mapping[str, str]) -> str:
    plain = " ".join(text.lower().split())
    for other, official in spellings.items():
        plain = plain.replace(other, official)
    return plain


@lru_cache(maxsize=64)
def _names(subject: Subject, collection: Month) -> tuple[dict[str, str], Mapping[str, str]]:
    values = subject.at(collection.last_day)
    spellings: Mapping[str, str] = values.claim_line_spellings
    return {_plain(name, spellings): name for name in values.claim_lines}, spellings


def adjustments_of(forms: Iterable[AdjustmentForm], parameters: Parameters) -> list[AdjustmentPayment]:
    """Return what forms make due, in order of submission; those of one month in the order of the list.

    Lines and delivery months that a form does not name keep what they have. Raises ClaimLineError for an unknown line.
    """
    paid: dict[tuple[int, str, Month], Decimal] = {}
    found: list[AdjustmentPayment] = []
    ordered: Sequence[AdjustmentForm] = sorted(forms, key=lambda form: form.submitted)
    for form in ordered:
        for line, amount, month in _totals(form, parameters):
            key = (form.ukprn, line, month)
            before = paid.get(key, ZERO)
            due = amount - before
            if due:
                found.append(AdjustmentPayment(form.ukprn, line, month, form.submitted, due, amount, before))
                paid[key] = amount
    return found


def _totals(form: AdjustmentForm, parameters: Parameters) -> list[tuple[str, Decimal, Month]]:
    """Return the form's totals; a line that it writes twice, in two spellings, counts with its sum."""
    totals: dict[tuple[str, Month], Decimal] = {}
    for text, by_month in form.lines.items():
        line = claim_line(text, form.submitted, parameters)
        for month, amount in by_month.items():
            totals[line, month] = totals.get((line, month), ZERO) + amount
    return [(line, amount, month) for (line, month), amount in totals.items()]
