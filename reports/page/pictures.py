"""Pictures of learners as compact data, drawn in the page when they are opened."""

from datetime import date
from decimal import Decimal
from typing import Any

from engine.money import five_places
from steps.picture import Bars, Picture


def picture_data(picture: Picture) -> dict[str, Any]:
    """Return a picture as plain data: dates as texts, months as numbers since the year 0, sums in pounds."""
    return {
        "title": picture.title,
        "spans": [
            [one.lane, one.label, _day(one.first), _day(one.last), _day(one.planned)] for one in picture.spans
        ],
        "marks": [[label, _day(day)] for label, day in picture.marks],
        "bars": [_bars(bars) for bars in picture.bars if bars.months],
    }


def _bars(bars: Bars) -> dict[str, Any]:
    first, last = min(bars.months), max(bars.months)
    months = [first.shift(step) for step in range(first.months_until(last) + 1)]
    return {
        "title": bars.title,
        "by": bars.by,
        "first": first.year * 12 + first.month - 1,
        "series": [
            [name, [_number(amounts.get(month)) for month in months]]
            for name, amounts in bars.series.items()
            if amounts
        ],
    }


def _number(amount: Decimal | None) -> int | float:
    """Return pounds to five places, as JSON keeps them; whole pounds without a point."""
    if not amount:
        return 0
    number = five_places(amount)
    return int(number) if number == int(number) else float(number)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
