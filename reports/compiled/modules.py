"""Which modules of the rules become machine code."""

from pathlib import Path

COMPILED = (
    "because.py",
    "calculate.py",
    "calendar.py",
    "employment.py",
    "figures.py",
    "identifiers.py",
    "ledger.py",
    "money.py",
    "setting.py",
    "switches.py",
    "year_rules.py",
    "ilr/_order.py",
    "ilr/_quick.py",
    "ilr/_stream.py",
    "parameters/__init__.py",
    "programmes/adult_skills/*.py",
    "programmes/apprenticeships/*.py",
    "programmes/bootcamps/__init__.py",
    "programmes/bootcamps/snapshot.py",
    "programmes/identity.py",
    "programmes/sector_programmes/*.py",
    "programmes/study_programmes/*.py",
    "reference/data.py",
)
"""The modules by patterns within ``engine/``; a class and those derived from it have to be compiled together.

All else stays as it is, and is imported as Python: the records (``ilr/_record*.py``, ``ilr/records.py``) because
pydantic makes their classes; ``ilr/_values.py`` because its tables are dictionaries that fill themselves; the rest
(payments, bootcamps, readers, writers, stores) because a large file spends little of its time there.
"""


def modules_of(engine: Path, patterns: tuple[str, ...] = COMPILED) -> list[str]:
    """Return the modules of a folder of rules that patterns name, as paths within the folder that holds it."""
    found = {path for pattern in patterns for path in engine.glob(pattern)}
    return sorted(path.relative_to(engine.parent).as_posix() for path in found)
