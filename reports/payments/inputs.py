"""Commitments and levy accounts of a month end as CSV files.

Source: apprenticeship rules 2.10, 2.12 and 6.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from engine.calendar import Month
from engine.money import ZERO
from engine.programmes.apprenticeships.course import STANDARD_TYPE, Course
from engine.programmes.apprenticeships.payments.inputs import Account, Commitment, Funds
from engine.reference.cells import EXPECTED, read
from engine.reference.problems import Problem
from reports.payments.months import MONTH_EXPECTED, month_text, read_month
from reports.payments.table import Column, Row, column, read_rows, worded

OTHERS = "others"
UNLIMITED = "unlimited"

_DATE, _WHOLE = EXPECTED["date"], EXPECTED["whole"]
_PRICE = "a price in pounds, 0 or more, such as 9000"
_MONEY = f"pounds, 0 or more, or the word {UNLIMITED}"


def _pounds(text: str) -> Decimal:
    amount: Decimal = read("number", text)
    if amount < ZERO:
        raise ValueError(text)
    return amount


def _pounds_or_unlimited(text: str) -> Decimal | str:
    return UNLIMITED if text.casefold() == UNLIMITED else _pounds(text)


def _employer(text: str) -> int | str:
    return OTHERS if text.casefold() == OTHERS else int(read("whole", text))


_COMMITMENT = (
    column("CommitmentId", "text", "the commitment's number or name", needed=True),
    column("VersionId", "text", EXPECTED["text"]),
    column("ULN", "whole", "the learner's unique number", needed=True),
    column("UKPRN", "whole", "the provider's number, which may be blank with the file of one provider"),
    column("Employer", "whole", _WHOLE),
    column("Sender", "whole", _WHOLE),
    column("ProgType", "whole", _WHOLE),
    column("StdCode", "whole", _WHOLE),
    column("FworkCode", "whole", _WHOLE),
    column("PwayCode", "whole", _WHOLE),
    Column("Price", _pounds, _PRICE, needed=True),
    column("StartDate", "date", _DATE, needed=True),
    column("EndDate", "date", _DATE, needed=True),
    worded("Status", {"active": "active", "paused": "paused", "cancelled": "cancelled"}),
    column("Priority", "whole", _WHOLE),
    column("EffectiveFrom", "date", _DATE),
    column("EffectiveTo", "date", _DATE),
    column("StopDate", "date", _DATE),
    column("ApprovedDate", "date", _DATE),
)
_LEVY = (
    Column("Employer", _employer, f"an employer's number, or the word {OTHERS}", needed=True),
    worded("LevyPayer", {"Y": True, "N": False}),
    Column("Month", read_month, f"{MONTH_EXPECTED}, or nothing for all months"),
    Column("Balance", _pounds_or_unlimited, _MONEY),
    Column("TransferAllowance", _pounds_or_unlimited, _MONEY),
)


def read_commitments(
    path: Path, providers: Collection[int], problems: list[Problem]
) -> tuple[Commitment, ...]:
    """Read commitments; ``providers`` are those of the ILR files, of whom a single one fills a blank UKPRN.

    Blank means: version 001, employer 0, status active, priority 1, no transfer, effective from the start with no end.
    """
    found = []
    versions: dict[tuple[str, str], Row] = {}
    learners: dict[str, tuple[int, Row]] = {}
    for row in read_rows(path, _COMMITMENT, problems):
        faults = list(_commitment_faults(row, providers))
        version = _version(row)
        other = versions.setdefault((row["CommitmentId"].casefold(), version.casefold()), row)
        if other is not row:
            expected = f"each version once; line {other.line} has it too"
            faults.append(row.fault("VersionId", version, expected))
        uln, first = learners.setdefault(row["CommitmentId"].casefold(), (row["ULN"], row))
        if uln != row["ULN"]:
            expected = f"{uln}, as in line {first.line}: all versions of a commitment are one learner's"
            faults.append(row.fault("ULN", str(row["ULN"]), expected))
        problems += faults
        if not faults:
            ukprn = row["UKPRN"] if row["UKPRN"] is not None else next(iter(providers))
            found.append(_commitment(row, version, ukprn))
    return tuple(found)


def _version(row: Row) -> str:
    version: str = row["VersionId"] or "001"
    return version if "-" in version else f"{row['CommitmentId']}-{version}"


def _commitment_faults(row: Row, providers: Collection[int]) -> list[Problem]:
    faults = []
    if row["UKPRN"] is None and len(providers) != 1:
        faults.append(row.fault("UKPRN", "", "a provider's number, as the files are of several providers"))
    standard, framework = row["StdCode"] or 0, row["FworkCode"] or 0
    if not standard and not framework:
        faults.append(row.fault("StdCode", "", "a standard, or ProgType, FworkCode and PwayCode instead"))
    elif standard and framework:
        faults.append(row.fault("FworkCode", str(framework), f"nothing, as StdCode is {standard}"))
    elif standard and row["ProgType"] not in (None, STANDARD_TYPE):
        faults.append(
            row.fault("ProgType", str(row["ProgType"]), f"{STANDARD_TYPE}, which standards have, or nothing")
        )
    elif framework and row["ProgType"] in (None, 0, STANDARD_TYPE):
        found = "" if row["ProgType"] is None else str(row["ProgType"])
        faults.append(row.fault("ProgType", found, "the programme type of the framework, such as 2 or 3"))
    begins = row["EffectiveFrom"] or row["StartDate"]
    for heading, day, first, whose in (
        ("EndDate", row["EndDate"], row["StartDate"], "the start"),
        ("EffectiveTo", row["EffectiveTo"], begins, "from which it takes effect"),
        ("StopDate", row["StopDate"], row["StartDate"], "the start"),
    ):
        if day is not None and day < first:
            faults.append(row.fault(heading, f"{day}", f"{first}, {whose}, or later"))
    status = row["Status"] or "active"
    if status == "cancelled" and row["StopDate"] is None:
        faults.append(row.fault("StopDate", "", "the day of the stop, as the status is cancelled"))
    if status == "active" and row["StopDate"] is not None:
        faults.append(row.fault("StopDate", f"{row['StopDate']}", "nothing, as the status is active"))
    return faults


def _commitment(row: Row, version: str, ukprn: int) -> Commitment:
    if row["StdCode"]:
        course = Course(STANDARD_TYPE, row["StdCode"])
    else:
        course = Course(row["ProgType"], 0, row["FworkCode"], row["PwayCode"] or 0)
    sender = row["Sender"]
    return Commitment(
        row["CommitmentId"],
        version,
        row["ULN"],
        ukprn,
        row["Employer"] or 0,
        course,
        row["Price"],
        row["StartDate"],
        row["EndDate"],
        row["Status"] or "active",
        1 if row["Priority"] is None else row["Priority"],
        row["EffectiveFrom"],
        row["EffectiveTo"],
        row["StopDate"],
        sender,
        row["ApprovedDate"],
    )


@dataclass(frozen=True, slots=True)
class Accounts:
    """The employers' accounts by number, and the one of all employers that are not named."""

    by_employer: Mapping[int, Account] = field(default_factory=dict)
    others: Account = field(default_factory=lambda: Account(0))


def read_levy(path: Path, problems: list[Problem]) -> Accounts:
    """Read levy balances and transfer allowances: a row for each employer and month, a blank month for all months.

    Blank means: a levy payer, no allowance. A month without a row keeps the value last listed.
    """
    by_employer: dict[int | str, list[Row]] = {}
    for row in read_rows(path, _LEVY, problems):
        by_employer.setdefault(row["Employer"], []).append(row)
    found = {employer: _account(employer, rows, problems) for employer, rows in by_employer.items()}
    others = found.pop(OTHERS, Account(0))
    return Accounts({employer: one for employer, one in found.items() if isinstance(employer, int)}, others)


def _account(employer: int | str, rows: list[Row], problems: list[Problem]) -> Account:
    first, payer = rows[0], rows[0]["LevyPayer"] is not False
    months: dict[Month | None, Row] = {}
    for row in rows:
        if (row["LevyPayer"] is not False) != payer:
            expected = f"{'Y' if payer else 'N'}, as in line {first.line}"
            problems.append(row.fault("LevyPayer", "N" if payer else "Y", expected))
        other = months.setdefault(row["Month"], row)
        if other is not row:
            named = "" if row["Month"] is None else month_text(row["Month"])
            problems.append(
                row.fault("Month", named, f"each month once for an employer; line {other.line} has it too")
            )
        if payer and row["Balance"] is None:
            problems.append(row.fault("Balance", "", f"{_MONEY}, as the employer pays the levy"))
        for heading in ("Balance", "TransferAllowance"):
            if row[heading] == UNLIMITED and (row["Month"] is not None or len(rows) > 1):
                expected = f"pounds: {UNLIMITED} stands in an employer's only row, with a blank month"
                problems.append(row.fault(heading, UNLIMITED, expected))
    number = employer if isinstance(employer, int) else 0
    return Account(number, payer, _funds(rows, "Balance"), _funds(rows, "TransferAllowance"))


def _funds(rows: list[Row], heading: str) -> Funds:
    """Return what an account holds; a blank month counts until the first that is listed."""
    values: list[tuple[Any, Any]] = [(row["Month"], row[heading]) for row in rows if row[heading] is not None]
    if any(value == UNLIMITED for _, value in values):
        return Funds(unlimited=True)
    return Funds(by_month={month or Month(1, 1): value for month, value in values})
