"""Apprenticeship payments and what the data lock refused as tables. References only, no names."""

from typing import Any

from engine.calendar import Return
from engine.programmes.apprenticeships.payments.lock_rules import LockRules
from engine.programmes.apprenticeships.payments.outcome import Payment
from reports.exports.columns import Column, Kind, Table
from reports.payments.locks import Refused
from reports.payments.months import collection_text, month_of, span

NO_ACCOUNT = "none"
"""What stands for the employer of a levy payment that no account is known of."""

_LEVY_CONTRACT = 1


def _column(heading: str, kind: Kind = "text", width: int = 14) -> Column:
    return Column(heading, kind, width, summed=kind == "pounds")


PAYMENTS = Table(
    "Payments",
    (
        _column("UKPRN", "whole", 11),
        _column("LearnRefNumber"),
        _column("ULN", "whole", 12),
        _column("AimSeqNumber", "whole"),
        _column("LearnAimRef"),
        _column("ProgType", "whole", 9),
        _column("StdCode", "whole", 9),
        _column("FworkCode", "whole", 11),
        _column("PwayCode", "whole", 10),
        _column("TransactionType", "whole", 15),
        _column("ContractType", "whole", 12),
        _column("GovernmentShare", "number", 16),
        _column("FundLine", width=44),
        _column("DeliveryMonth", "month", 14),
        _column("TakenFrom", "month", 11),
        _column("Collection", width=11),
        _column("FundingSource", width=26),
        _column("Amount", "pounds", 13),
        # The word for no account stands among the numbers of accounts: the column is text.
        _column("Employer", width=11),
        _column("Sender", "whole", 11),
        _column("CommitmentId"),
        _column("VersionId", width=10),
    ),
    frozen=2,
)
"""Payments as the next collection reads them: amounts with five places."""

REFUSED = Table(
    "Data lock",
    (
        _column("UKPRN", "whole", 11),
        _column("LearnRefNumber"),
        _column("ULN", "whole", 12),
        _column("AimSeqNumber", "whole"),
        _column("Price episode", width=22),
        _column("Code", width=11),
        _column("What it means", width=44),
        _column("Months refused", width=44),
        # An episode refused for several reasons has a line of each: a sum of the column would count it twice.
        Column("Refused", "pounds", 13),
    ),
    frozen=2,
)


class CollectionNames:
    """What the collections of a run are called: R13 and R14 run the month end of July."""

    def __init__(self, last: Return) -> None:
        self._last = last

    def of(self, payment: Payment) -> str:
        """Return the collection of a payment as files hold it."""
        if payment.collection == month_of(self._last):
            return collection_text(self._last)
        return collection_text(Return(self._last.year, payment.collection.period))


def payment_row(one: Payment, names: CollectionNames) -> tuple[Any, ...]:
    """Return a payment as a row of ``PAYMENTS``."""
    course, commitment = one.course, one.commitment
    employer: int | str | None = one.employer
    if employer is None:
        employer = NO_ACCOUNT if one.contract_type == _LEVY_CONTRACT else ""
    return (
        one.ukprn,
        one.learn_ref_number,
        one.uln,
        one.aim_seq_number or None,
        one.learn_aim_ref,
        course.prog_type,
        course.std_code or None,
        course.fwork_code or None,
        course.pway_code or None,
        int(one.transaction_type),
        one.contract_type,
        one.government_share,
        one.fund_line,
        one.month,
        None if one.taken_from == one.month else one.taken_from,
        names.of(one),
        one.source.value,
        one.amount,
        employer,
        one.sender,
        commitment.id if commitment else "",
        commitment.version if commitment else "",
    )


def refused_row(one: Refused, code: str, rules: LockRules) -> tuple[Any, ...]:
    """Return one reason of a price episode that the data lock refused as a row of ``REFUSED``."""
    episode = one.episode
    return (
        episode.ukprn,
        episode.learn_ref_number,
        episode.uln,
        episode.aim_seq_number,
        episode.identifier,
        code,
        rules.messages[code],
        span(list(one.months)),
        one.amount,
    )
