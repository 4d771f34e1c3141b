"""The clock of a scenario."""

from contextlib import AbstractContextManager
from datetime import date


def standing(day: date) -> AbstractContextManager[object]:
    """Return a context in which it is that day, for everything but servers that run beside it."""
    from freezegun import freeze_time

    return freeze_time(day, real_asyncio=True)
