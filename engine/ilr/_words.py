"""The words for values: what an element may hold, and what is wrong with what it holds."""

from __future__ import annotations

from engine.ilr._values import SPACE
from engine.ilr.schema import ElementSpec

PERSONAL = frozenset(
    {
        *(
            "LearnRefNumber",
            "PrevLearnRefNumber",
            "ULN",
            "FamilyName",
            "GivenNames",
            "DateOfBirth",
            "NINumber",
        ),
        *("PostcodePrior", "Postcode", "AddLine1", "AddLine2", "AddLine3", "AddLine4", "TelNo", "Email"),
        *("LSDPostcode", "UCASPERID", "UCASAPPID", "NUMHUS", "SSN", "HEPostCode"),
        *("ProvSpecLearnMon", "ProvSpecDelMon"),
    }
)
"""Elements whose value is never repeated in a message, because it is or may be personal data."""


_SHOWN = 40


def expected(spec: ElementSpec) -> str:
    """Say in words what an element may hold."""
    if spec.value is not None:
        return f"the text {spec.value}"
    if spec.pattern_words is not None:
        return spec.pattern_words
    if spec.length is not None:
        least, most = spec.length
        number = f"{most}" if least == most else f"{least} to {most}"
        return f"{number} character{'' if most == 1 else 's'} of the ILR character set"
    if spec.kind == "date":
        return "a date written YYYY-MM-DD"
    if spec.kind == "datetime":
        return "a date and time written YYYY-MM-DDThh:mm:ss"
    number = "a number" if spec.kind == "decimal" else "a whole number"
    if spec.minimum is not None:
        number += f" from {spec.minimum} to {spec.maximum}"
    if spec.digits is not None:
        number += f" of at most {spec.digits} digit{'' if spec.digits == 1 else 's'}"
    if spec.fraction is not None:
        number += f" with at most {spec.fraction} decimal place{'' if spec.fraction == 1 else 's'}"
    return number


def wrong_value(spec: ElementSpec, text: str) -> str:
    """Say what is wrong with a value, without repeating it where it may be personal data."""
    if not text.strip(SPACE):
        remedy = f"expected {expected(spec)}"
        return (
            f"is empty; {remedy}" if spec.compulsory else f"is empty; leave it out, or give {expected(spec)}"
        )
    if spec.name in PERSONAL:
        # A length tells nothing about a person and is the commonest mistake.
        found = "has a wrong value (not shown, as it may be personal data)"
        if spec.length is not None and not spec.length[0] <= len(text) <= spec.length[1]:
            found = f"is {len(text)} characters long"
        return f"{found}; expected {expected(spec)}"
    shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "..."
    return f"is {shown!r}; expected {expected(spec)}"
