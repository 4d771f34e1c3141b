"""Money as the funding calculation counts it: exact decimals, five places inside, two shown."""

from contextlib import AbstractContextManager
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, localcontext

ZERO = Decimal(0)
ONE = Decimal(1)

_FIVE_PLACES = Decimal("0.00001")
_PENCE = Decimal("0.01")

_CALCULATION = Context(prec=15, rounding=ROUND_HALF_EVEN)


def calculation_digits() -> AbstractContextManager[Context]:
    """Make each operation keep 15 significant digits, ties to even.

    Source: FM35 and FM36 rulebases 2020/21, section on digits: amounts are never rounded to pence.
    """
    return localcontext(_CALCULATION)


def five_places(amount: Decimal) -> Decimal:
    """Return the amount in pounds with the five decimal places of the earnings files, a half to the even digit."""
    return amount.quantize(_FIVE_PLACES, ROUND_HALF_EVEN)


def pence(amount: Decimal) -> Decimal:
    """Return the amount in pounds and pence for people to read, a half penny upwards."""
    return amount.quantize(_PENCE, rounding=ROUND_HALF_UP)


def shown(amount: Decimal) -> str:
    """Return the amount as a person reads it: thousands separated, two places, no pound sign."""
    return f"{pence(amount):,}"
