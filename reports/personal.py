"""What reports leave out because it says who a learner is: they name learners by their reference alone."""

import re
import traceback
from pathlib import Path
from typing import Protocol

PERSONAL_FIELDS = frozenset(
    {
        *("FamilyName", "GivenNames", "DateOfBirth", "NINumber", "Email", "TelNo"),
        *("Postcode", "PostcodePrior", "LSDPostcode", "AddLine1", "AddLine2", "AddLine3", "AddLine4"),
        *("HEPostCode", "UCASPERID", "UCASAPPID", "NUMHUS", "SSN"),
    }
)
"""ILR elements whose value no report, log or message repeats."""

NOT_SHOWN = "not shown"

_FRAME = re.compile(r'^  File "(.+)", line (\d+)', re.MULTILINE)


class Found(Protocol):
    """A finding, or anything like it: the field it is about, and what was found there."""

    @property
    def field(self) -> str: ...  # noqa: D102

    @property
    def found(self) -> str: ...  # noqa: D102


def found_of(finding: Found) -> str:
    """Return what was found, as a report may show it; the field's name says where to look it up."""
    return NOT_SHOWN if finding.found and finding.field in PERSONAL_FIELDS else finding.found


def unforeseen(error: BaseException) -> str:
    """Return the kind of an error that nobody foresaw, and the last line of ilrspec that it passed.

    Its own text is left out: it may repeat what a file holds of a learner.
    """
    kind = type(error).__name__
    house = Path(__file__).resolve().parents[1]
    passed = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    # What arose in another process comes with the text of its traceback.
    passed += _FRAME.findall(getattr(error.__cause__, "tb", ""))
    for name, line in reversed(passed):
        # Compiled rules tell where they came from within the house.
        path = house / name
        place = path.relative_to(house).as_posix() if path.is_relative_to(house) else ""
        if place.startswith(("engine/", "steps/", "reports/")) and place != "reports/cli.py":
            return f"{kind} in {place}, line {line}"
    return kind
