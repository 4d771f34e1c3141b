"""Pre-employment figures as CSV on a stream, and check-ins as a calendar (ICS)."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from hashlib import sha256
from typing import TextIO

from engine.programmes.pre_employment import CheckIn, Evaluation
from reports.exports.csv_file import CsvFile
from reports.pre_employment.tables import FIGURES, figure_rows

_MORNING = timedelta(hours=9)


def write_figures(stream: TextIO, result: Evaluation) -> None:
    """Write the figures of each aim, then the credit of each provider, as CSV under their headings."""
    CsvFile(stream, FIGURES.columns).write(figure_rows(result))


def calendar_of(check_ins: Iterable[CheckIn]) -> bytes:
    """Return a calendar with an all-day entry and a reminder at nine for each contact.

    The same contacts give the same bytes: identity and time stamp come from the job, not from the clock, so that a
    calendar program that reads the file again renews its entries.
    """
    from icalendar import Alarm, Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//ilrspec//pre-employment check-ins//EN")
    calendar.add("version", "2.0")
    for one in check_ins:
        summary = f"Check-in, {one.point}: {one.party} of {one.job.l03}"
        details = [f"Job began {one.job.start:%d/%m/%Y}"]
        if one.job.employer:
            details.append(f"employer {one.job.employer}")
        entry = Event()
        entry.add("uid", _identity(one))
        entry.add("dtstamp", datetime.combine(one.job.start, time(), UTC))
        entry.add("dtstart", one.day)
        entry.add("dtend", one.day + timedelta(days=1))
        entry.add("summary", summary)
        entry.add("description", ", ".join(details))
        entry.add("transp", "TRANSPARENT")
        reminder = Alarm()
        reminder.add("action", "DISPLAY")
        reminder.add("description", summary)
        reminder.add("trigger", _MORNING)
        entry.add_component(reminder)
        calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _identity(one: CheckIn) -> str:
    job = one.job
    parts = (str(job.ukprn), job.l03, job.start.isoformat(), job.employer, one.point, one.party)
    return f"{sha256(chr(0).join(parts).encode()).hexdigest()[:32]}@ilrspec"
