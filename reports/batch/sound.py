"""Whether a note that was read is as notes are: somebody else may have written it, and files are removed by it."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.calendar import FundingYear

if TYPE_CHECKING:
    from reports.batch.notes import Note

_LONGEST = 1000
"""Characters of the name of a result below its folder."""


def is_sound(note: "Note") -> bool:
    """Say whether every value of a note is of its kind, and its names lead nowhere out of the folder of results."""
    held: Any = note  # It comes from a file: of what kind its values are is what is asked here.
    texts = (held.key, held.name, held.state, held.sha256, held.year, held.prepared)
    return (
        all(type(one) is str for one in texts)
        and all(type(one) is int for one in (held.size, held.mtime_ns, held.ukprn))
        and isinstance(held.settings, dict)
        and isinstance(held.problems, list)
        and all(type(one) is str for one in held.problems)
        and isinstance(held.results, dict)
        and all(_is_inside(name) and type(size) is int for name, size in held.results.items())
        and _is_inside(held.name)
        and len(Path(held.name).parts) == 1
        and (held.state != "done" or held.sums is not None)
        and (held.state != "done" or _is_of_a_year(held.year, held.prepared))
    )


def _is_of_a_year(year: str, prepared: str) -> bool:
    try:
        FundingYear.from_code(year)
        date.fromisoformat(prepared)
    except ValueError:
        return False
    return True


def _is_inside(name: str) -> bool:
    path = Path(name)
    leads_inside = bool(path.parts) and not path.anchor and ".." not in path.parts
    return leads_inside and "\0" not in name and len(name) < _LONGEST and _is_text(name)


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
