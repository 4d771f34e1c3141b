"""The legacy record of a pre-employment aim: a row of a flat file from before the ILR was XML.

The guidance names the fields L03, A09, A46a, A59, A60 and L39; where it names none the heading is in plain words.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from engine.reference.shapes import Column, Shape


class LegacyRecord(NamedTuple):
    """One aim of one learner. None or an empty text where the row does not say.

    ``source`` is the name of the funding source, ``a46a`` the monitoring code, ``a59`` and ``a60`` planned and
    achieved credit, ``l39`` the destination. ``ilr_completed`` is False for provision without an ILR.
    """

    ukprn: int | None
    l03: str
    aim_number: int | None
    a09: str
    source: str
    start: date | None
    end: date | None
    offender: bool | None
    skills_for_life: bool | None
    unit_based: bool | None
    ilr_completed: bool | None
    a46a: str
    a59: int | None
    a60: int | None
    l39: str
    own_record: bool | None
    job_start: date | None
    employer: str

    @property
    def has_ilr(self) -> bool:
        """Whether an ILR is completed; a row that does not say is one of an ILR."""
        return self.ilr_completed is not False

    def is_closed(self, as_at: date | None) -> bool:
        """Say whether the aim has ended, by a day where one is given."""
        return self.end is not None and (as_at is None or self.end <= as_at)


COLUMNS = (
    Column("UKPRN", "whole"),
    Column("L03", needed=True),
    Column("aim number", "whole"),
    Column("A09"),
    Column("source of funding"),
    Column("start date", "date"),
    Column("actual end date", "date"),
    Column("offender in the community", "flag"),
    Column("Skills for Life", "flag"),
    Column("unit based", "flag"),
    Column("ILR completed", "flag"),
    Column("A46a"),
    Column("A59", "whole"),
    Column("A60", "whole"),
    Column("L39"),
    Column("own progression record", "flag"),
    Column("job start", "date"),
    Column("employer"),
)
"""The headings of a record in the order of its fields, and what their cells hold."""

SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "UKPRN": ("provider", "L46"),
    "L03": ("learner", "learner reference"),
    "aim number": ("A05",),
    "A09": ("aim reference", "LAD reference"),
    "source of funding": ("source", "A10"),
    "start date": ("A27",),
    "actual end date": ("end date", "A31"),
    "offender in the community": ("offender",),
    "unit based": ("unit-based",),
    "ILR completed": ("ILR",),
    "A46a": ("monitoring code",),
    "A59": ("planned credit", "planned credit value"),
    "A60": ("credit achieved", "achieved credit"),
    "L39": ("destination",),
    "job start": ("job start date",),
}
"""Other names that a heading may have."""

# The table is keyed by learner so that a long file is put together learner by learner.
SHAPE = Shape("pre_employment_records", LegacyRecord, COLUMNS, key=(1,))


@lru_cache(maxsize=1)
def names() -> Mapping[str, str]:
    """Return the heading that each name stands for, names in the form in which they are compared."""
    return {
        folded(name): column.heading
        for column in COLUMNS
        for name in (column.heading, *SYNONYMS.get(column.heading, ()))
    }


def folded(heading: str) -> str:
    """Return a heading as it is compared: case and blanks do not matter."""
    return " ".join(heading.split()).casefold()


def source_fault(source: str) -> str:
    """Return what was expected of a source of funding that is only a number; empty for a name."""
    if source and not any(letter.isalpha() for letter in source):
        return "ALR or the name of the other source such as ESF (the guidance gives no list of codes)"
    return ""
