"""What reports leave out because it says who a learner is: they name learners by their reference alone."""

from typing import Protocol

PERSONAL_FIELDS = frozenset(
    {
        *("FamilyName", "GivenNames", "DateOfBirth", "NINumber", "Email", "TelNo"),
        *("Postcode", "PostcodePrior", "AddLine1", "AddLine2", "AddLine3", "AddLine4"),
    }
)
"""ILR elements whose value no report, log or message repeats."""

NOT_SHOWN = "not shown"


class Found(Protocol):
    """A finding, or anything like it: the field it is about, and what was found there."""

    @property
    def field(self) -> str: ...  # noqa: D102

    @property
    def found(self) -> str: ...  # noqa: D102


def found_of(finding: Found) -> str:
    """Return what was found, as a report may show it; the field's name says where to look it up."""
    return NOT_SHOWN if finding.found and finding.field in PERSONAL_FIELDS else finding.found
