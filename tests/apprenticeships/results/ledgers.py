"""Payment ledgers put together by hand, for the tests of what is seen in them."""

from datetime import date
from decimal import Decimal
from itertools import count

from engine.because import Because, Rule
from engine.calendar import Month
from engine.programmes.apprenticeships.course import Course
from engine.programmes.apprenticeships.lines import Episode, TransactionType
from engine.programmes.apprenticeships.payments.inputs import Commitment, FundingSource
from engine.programmes.apprenticeships.payments.outcome import (
    AdjustmentPayment,
    Earned,
    LockEvent,
    LockPeriod,
    Payment,
    PaymentLedger,
)

COURSE = Course(25, 50)
_numbers = count(1)


def month(written: str) -> Month:
    first, _, second = written.partition("/")
    return Month(2000 + int(second), int(first))


def reason() -> Because:
    return Because(Rule(f"TEST-{next(_numbers)}", "A rule made for a test", "a test"))


def commitment(
    number: int = 1, version: str = "1-001", employer: int = 1, sender: int | None = None
) -> Commitment:
    return Commitment(
        str(number),
        version,
        11111,
        10000001,
        employer,
        COURSE,
        Decimal(15000),
        date(2017, 9, 1),
        date(2018, 9, 8),
        sender=sender,
    )


def payment(
    amount: str,
    source: FundingSource = FundingSource.GOVERNMENT,
    collection: str = "09/17",
    delivery: str = "",
    *,
    type: TransactionType = TransactionType.ON_PROGRAMME,
    contract: int = 1,
    employer: int | None = 1,
    sender: int | None = None,
    uln: int = 11111,
    ukprn: int = 10000001,
    behind: Commitment | None = None,
) -> Payment:
    delivered = month(delivery or collection)
    return Payment(
        ukprn,
        f"L{uln}",
        uln,
        1,
        "ZPROG001",
        COURSE,
        type,
        contract,
        Decimal("0.9"),
        "",
        delivered,
        delivered,
        month(collection),
        source,
        Decimal(amount),
        employer if contract == 1 else None,
        sender,
        behind,
        reason(),
    )


def earned(amount: str, delivery: str, uln: int = 11111, ukprn: int = 10000001) -> Earned:
    return Earned(ukprn, f"L{uln}", uln, month(delivery), Decimal(amount))


def adjustment(amount: str, line: str, delivery: str, collection: str) -> AdjustmentPayment:
    return AdjustmentPayment(10000001, line, month(delivery), month(collection), Decimal(amount))


def episode(begins: date = date(2017, 5, 10), ends: date | None = None, ukprn: int = 10000001) -> Episode:
    return Episode(
        ukprn,
        "L11111",
        11111,
        1,
        COURSE,
        f"{COURSE.identifier}-{begins:%d/%m/%Y}",
        date(2017, 5, 1),
        begins,
        ends,
        1,
        Decimal(12000),
        Decimal(3000),
        begins,
        Decimal(15000),
        Decimal(15000),
        Decimal(5000),
        Decimal(0),
        Decimal(10000),
    )


def event(*codes: str, months: tuple[str, ...] = ("05/17", "06/17"), of: Episode | None = None) -> LockEvent:
    of = of or episode()
    periods = tuple(
        LockPeriod(of, month(one), 1, month(one).last_day, codes, not codes, commitment()) for one in months
    )
    return LockEvent(of, codes, periods, (commitment(73, "73-125"),))


def ledger(*rows: Payment | Earned | AdjustmentPayment | Episode) -> PaymentLedger:
    made = PaymentLedger()
    homes = {
        Payment: made.payments,
        Earned: made.earned,
        AdjustmentPayment: made.adjustments,
        Episode: made.episodes,
    }
    for row in rows:
        homes[type(row)].append(row)  # type: ignore[attr-defined]
    return made
