"""Pre-employment figures, findings and check-ins as files: CSV with LF line ends, and a calendar (ICS)."""

import csv
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from hashlib import sha256
from typing import TextIO

from engine.ledger import Finding
from engine.money import five_places
from engine.programmes.pre_employment import CheckIn, Evaluation
from reports.earnings_csv import FINDINGS_HEADING

FIGURES_HEADING = "UKPRN,L03,AimNumber,A09,Attribute,Value\n"
CHECK_INS_HEADING = "UKPRN,L03,Employer,JobStart,CheckIn,Date,Contact\n"

_MORNING = timedelta(hours=9)


def write_figures(stream: TextIO, result: Evaluation) -> None:
    """Write the figures of each aim, then the credit of each provider.

    ``ValueBeforeUplifts`` is what the Learning Aim Database shows; only ``Funding`` is the funding, and there is
    none for an aim that a finding refuses.
    """
    _write(stream, FIGURES_HEADING, _figures(result))


def _figures(result: Evaluation) -> Iterator[tuple[object, ...]]:
    for aim in result.aims:
        record = aim.record
        before, funding = aim.value_before_uplifts, aim.funding
        told: dict[str, Decimal | None] = {
            "ValueBeforeUplifts": before.amount if before else None,
            "DisadvantageUplift": aim.disadvantage,
            "AreaUplift": aim.area,
            "Funding": funding.amount if funding else None,
        }
        for name, value in told.items():
            if value is not None:
                yield record.ukprn or "", record.l03, aim.number, record.a09, name, five_places(value)
    for credit in result.credit:
        whole: dict[str, Decimal | int | None] = {
            "PlannedCredit": credit.planned,
            "CreditAchieved": credit.achieved,
            "CreditSuccessRate": None if credit.rate is None else five_places(credit.rate),
        }
        for name, amount in whole.items():
            if amount is not None:
                yield credit.ukprn or "", "", "", "", name, amount


def write_findings(stream: TextIO, findings: Iterable[Finding]) -> None:
    """Write findings with the headings of ILR files; the UKPRN is blank where the records hold none."""
    _write(stream, FINDINGS_HEADING, (
        (one.ukprn or "", one.learn_ref_number, "" if one.aim_seq_number is None else one.aim_seq_number,
         one.code, one.severity, one.field, one.found, one.expected, one.clause)
        for one in findings
    ))  # fmt: skip


def write_check_ins(stream: TextIO, check_ins: Iterable[CheckIn]) -> None:
    """Write the contacts that fall due, a line each."""
    _write(stream, CHECK_INS_HEADING, (
        (one.job.ukprn or "", one.job.l03, one.job.employer, one.job.start.isoformat(), one.point,
         one.day.isoformat(), one.party)
        for one in check_ins
    ))  # fmt: skip


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


def _write(stream: TextIO, heading: str, rows: Iterable[tuple[object, ...]]) -> None:
    stream.write(heading)
    csv.writer(stream, lineterminator="\n").writerows(rows)
