"""Payments as CSV, written by one collection and read as history by the next.

Source: apprenticeship rules 1.6, 2.13 and 7.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, TextIO

from engine.calendar import Return
from engine.programmes.apprenticeships.course import Course
from engine.programmes.apprenticeships.lines import TransactionType
from engine.programmes.apprenticeships.payments.inputs import FundingSource, PastPayment
from engine.programmes.apprenticeships.payments.outcome import Payment
from engine.reference.cells import EXPECTED, read
from engine.reference.problems import Problem
from reports.exports.csv_file import CsvFile
from reports.payments.months import (
    COLLECTION_EXPECTED,
    MONTH_EXPECTED,
    collection_text,
    month_of,
    month_text,
    read_collection,
    read_month,
)
from reports.payments.table import Column, Row, column, read_rows, worded
from reports.payments.tables import NO_ACCOUNT, PAYMENTS, CollectionNames, payment_row

_LEVY_CONTRACT = 1
_WHOLE = EXPECTED["whole"]


def _employer(text: str) -> int | str:
    return NO_ACCOUNT if text.casefold() == NO_ACCOUNT else int(read("whole", text))


def _share(text: str) -> Decimal:
    share: Decimal = read("number", text)
    if not 0 <= share <= 1:
        raise ValueError(text)
    return share


def _contract(text: str) -> int:
    return {"1": 1, "2": 2}[text] if text in ("1", "2") else int("")


def _kind(text: str) -> TransactionType:
    return TransactionType(read("whole", text))


PAYMENT_COLUMNS = (
    column("UKPRN", "whole", "the provider's number", needed=True),
    column("LearnRefNumber", "text", "the learner's reference", needed=True),
    column("ULN", "whole", "the learner's unique number", needed=True),
    column("AimSeqNumber", "whole", _WHOLE),
    column("LearnAimRef", "text", "the aim's reference, such as ZPROG001", needed=True),
    column("ProgType", "whole", "the programme type, 25 for a standard", needed=True),
    column("StdCode", "whole", _WHOLE),
    column("FworkCode", "whole", _WHOLE),
    column("PwayCode", "whole", _WHOLE),
    Column("TransactionType", _kind, "the number of a transaction type, 1 to 16", needed=True),
    Column("ContractType", _contract, "1 for a levy contract or 2 for a non-levy contract", needed=True),
    Column("GovernmentShare", _share, "a share of 0 to 1, such as 0.95", needed=True),
    column("FundLine", "text", EXPECTED["text"]),
    Column("DeliveryMonth", read_month, MONTH_EXPECTED, needed=True),
    Column("TakenFrom", read_month, f"{MONTH_EXPECTED}, or nothing"),
    Column("Collection", read_collection, COLLECTION_EXPECTED, needed=True),
    worded("FundingSource", {source.value: source for source in FundingSource}, needed=True),
    column("Amount", "number", "pounds, negative when taken back", needed=True),
    Column("Employer", _employer, f"the account's number, the word {NO_ACCOUNT}, or nothing"),
    column("Sender", "whole", _WHOLE),
    column("CommitmentId", "text", EXPECTED["text"]),
    column("VersionId", "text", EXPECTED["text"]),
)


def write_payments(stream: TextIO, payments: Iterable[Payment], names: CollectionNames) -> None:
    """Write payments, one a line, with five places: UTF-8, LF line ends."""
    CsvFile(stream, PAYMENTS.columns).write(payment_row(one, names) for one in payments)


def read_history(paths: Sequence[Path], first: Return, problems: list[Problem]) -> tuple[PastPayment, ...]:
    """Read payments of collections before the first that is run; a line that another repeats is a fault."""
    found = []
    seen: dict[tuple[Any, ...], Row] = {}
    for path in paths:
        for row in read_rows(path, PAYMENT_COLUMNS, problems):
            faults = list(_faults(row, first))
            other = seen.setdefault(tuple(row.values.values()), row)
            if other is not row:
                faults.append(row.fault("", "a payment a second time", f"it once; see {other.place}"))
            problems += faults
            if not faults:
                found.append(_past(row))
    return tuple(found)


def _faults(row: Row, first: Return) -> Iterable[Problem]:
    collection: Return = row["Collection"]
    if collection >= first:
        yield row.fault(
            "Collection",
            collection_text(collection),
            f"one before {collection_text(first)}, the first that is run",
        )
    if row["DeliveryMonth"] > month_of(collection):
        expected = f"{month_text(month_of(collection))}, that of the collection, or earlier"
        yield row.fault("DeliveryMonth", month_text(row["DeliveryMonth"]), expected)
    if row["FundingSource"] is FundingSource.TRANSFER and row["ContractType"] != _LEVY_CONTRACT:
        yield row.fault("FundingSource", "transfer", "a source of a non-levy contract")


def _past(row: Row) -> PastPayment:
    employer = row["Employer"]
    return PastPayment(
        row["UKPRN"],
        row["LearnRefNumber"],
        row["ULN"],
        Course(row["ProgType"], row["StdCode"] or 0, row["FworkCode"] or 0, row["PwayCode"] or 0),
        row["LearnAimRef"],
        row["TransactionType"],
        row["ContractType"],
        row["GovernmentShare"],
        row["DeliveryMonth"],
        row["FundingSource"],
        row["Amount"],
        row["FundLine"] or "",
        None if employer == NO_ACCOUNT else employer,
        month_of(row["Collection"]),
        employer == NO_ACCOUNT,
        row["TakenFrom"],
        row["Sender"],
        row["AimSeqNumber"] or 0,
        row["CommitmentId"] or "",
        row["VersionId"] or "",
    )
