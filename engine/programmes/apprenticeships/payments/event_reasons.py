"""Why the rows of data lock events and of the capping table hold what they hold.

Source: apprenticeship rules 2.3, 2.10, 3.3, 3.4, 6.1, 6.11 and 9.7.
"""

from collections.abc import Mapping
from dataclasses import fields
from functools import partial
from types import MappingProxyType

from engine.because import Because, Explanation, Rule, Term
from engine.programmes.apprenticeships.lines import Episode
from engine.programmes.apprenticeships.payments.event_views import (
    ErrorRow,
    EventRow,
    PeriodRow,
    UsedCommitmentRow,
)

LockRow = EventRow | ErrorRow | PeriodRow | UsedCommitmentRow


def _rule(identifier: str, title: str, sections: str, formula: str = "") -> Rule:
    numbers = sections.split()
    source = f"apprenticeship rules {', '.join(numbers)}"
    return Rule(f"APP-{identifier}", title, source, formula, tuple(f"AR-{number}" for number in numbers))


_ROWS: Mapping[type, Rule] = MappingProxyType(
    {
        EventRow: _rule(
            "LOCK-EVENT",
            "Tells of a price episode the learner, days and prices of its ILR, and the commitment it was matched with",
            "6.11 3.3 2.3",
        ),
        ErrorRow: _rule("LOCK-ERROR", "Tells a code that the checks of a price episode gave", "6.11"),
        PeriodRow: _rule(
            "LOCK-PERIOD",
            "Tells a delivery month of a price episode, its group of earnings and whether a code stands against it",
            "6.11 6.1",
        ),
        UsedCommitmentRow: _rule(
            "LOCK-COMMITMENT",
            "Copies the version of the commitment that a price episode was matched with",
            "6.11 2.10",
        ),
    }
)


def because_of_row(row: LockRow) -> Because:
    """Return why a row of a data lock event holds what it holds: it copies ILR and commitment."""
    return Because(_ROWS[type(row)], partial(_copied, row))


def _copied(row: LockRow) -> Explanation:
    where = "commitment" if isinstance(row, UsedCommitmentRow) else "ILR and data lock"
    shown = ((one.name, getattr(row, one.name)) for one in fields(row))
    return Explanation(
        facts=tuple(Term(name, "none" if value in (None, "") else value, where) for name, value in shown)
    )


_PRICE = _rule(
    "CAP-PRICE",
    "Adds training and assessment of the prices in force",
    "9.7 2.3",
    "training_price + assessment_price",
)
_ABOVE = _rule(
    "CAP-ABOVE",
    "Takes off what is left of the price above what the band leaves",
    "9.7 3.4",
    "max(0, remaining_price - (band_limit - previously_earned))",
)
_LEFT = _rule(
    "CAP-LEFT",
    "Leaves of the price what the band has room for",
    "9.7 3.4",
    "min(remaining_price, band_limit - previously_earned)",
)
_BAND = _rule("CAP-BAND", "Takes the funding band maximum of the course", "9.7 2.11")
_EARLIER = _rule(
    "CAP-EARLIER", "Counts what was earned before the price episode, with whatever provider", "9.7 3.4"
)
_CAPS: Mapping[str, Rule] = MappingProxyType(
    {
        "total_price": _PRICE,
        "band_limit": _BAND,
        "previously_earned": _EARLIER,
        "above_cap": _ABOVE,
        "capped": _LEFT,
    }
)


def because_of_cap(episode: Episode, name: str) -> Because:
    """Return why a cell of the capping table is what it is, by the name of the episode's attribute.

    Raises KeyError for another name.
    """
    return Because(_CAPS[name], partial(_capping, episode))


def _capping(episode: Episode) -> Explanation:
    remaining = episode.capped + episode.above_cap
    terms = (
        Term("training_price", episode.training_price, f"ILR prices from {episode.price_date:%d/%m/%Y}"),
        Term("assessment_price", episode.assessment_price, f"ILR prices from {episode.price_date:%d/%m/%Y}"),
        Term("remaining_price", remaining, "price less what this provider has earned of it"),
        Term("band_limit", episode.band_limit, "funding band maximum"),
        Term("previously_earned", episode.previously_earned, "earlier episodes and years, all providers"),
    )
    facts = (
        Term("price episode", episode.identifier, "ILR dates of prices, contract types and 1 August"),
        Term("provider", episode.ukprn, "UKPRN"),
    )
    return Explanation(terms, facts)
