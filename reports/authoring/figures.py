"""Figures as their authors write them."""

from decimal import Decimal, InvalidOperation

from steps.feature_text import is_figure


def amount(written: str) -> Decimal | None:
    """Return a figure of a cell as a number, whatever pound sign, commas or per cent it has; None for other words."""
    try:
        return Decimal(written.strip().replace("−", "-").replace("£", "").replace(",", "").removesuffix("%"))
    except InvalidOperation:
        return None


def as_written(old: str, new: str) -> str:
    """Return a computed figure as its author writes them: with £, commas, or no pence where there are none."""
    value = amount(new)
    if value is None or amount(old) is None or not is_figure(new.replace(",", "")):
        return new
    told = new.replace(",", "").replace("£", "").removesuffix("%")
    if "." not in old and "." in told and value == value.to_integral_value():
        told = f"{value.to_integral_value():f}"
    if "," in old:
        told = f"{Decimal(told):,f}"
    if "£" in old:
        told = f"-£{told[1:]}" if told.startswith("-") else f"£{told}"
    return told + ("%" if old.endswith("%") or new.endswith("%") else "")
