"""The code lists and claim lines that payments go by, read from the parameters once for all."""

from decimal import Decimal
from functools import lru_cache

from engine.calendar import FundingYear
from engine.parameters import Parameters, ParameterValue, Subject
from engine.programmes.apprenticeships.lines import TransactionType

SUBJECT = "apprenticeship_payments"
EARNINGS_SUBJECT = "apprenticeships"


class PaymentRules:
    """What holds for the payments collected in a funding year.

    ``shared_types`` are the kinds of money of which the employer may owe a part; ``contributions_adding`` and
    ``contributions_subtracting`` the payment record codes of its contributions; ``earnings_from`` is the first year
    whose earnings are worked out from the ILR. Raises ParameterError when the year
    has no value of one.
    """

    def __init__(self, payments: Subject, earnings: Subject, year: FundingYear) -> None:
        # Month ends begin within the first year that has values, so a year is known by its last day.
        self.values = values = payments.at(year.last_day)
        earned = earnings.at(year.last_day)
        self.levy_contract = int(values.levy_contract_type)
        self.non_levy_contract = int(values.non_levy_contract_type)
        self.shared_types = frozenset(TransactionType(int(code)) for code in values.shared_types)
        self.levy_below_share: Decimal = values.levy_below_share
        self.contributions_adding = _codes(earned.contribution_codes)
        self.contributions_subtracting = _codes(earned.repaid_codes)
        self.earnings_from = FundingYear.of(earned.years_from)
        self.out_of_work = _codes(earned.out_of_work_statuses)
        self.hold_back_exempt_codes = frozenset(earned.own_employer_codes) | frozenset(
            earned.contribution_exempt_codes
        )

    def used(self, *names: str) -> tuple[ParameterValue, ...]:
        """Return values with their dates and sources, for an explanation."""
        return tuple(self.values.used(name) for name in names)


def payment_rules(parameters: Parameters, year: FundingYear) -> PaymentRules:
    """Return the rules of the payments collected in a funding year; each is read once."""
    return _payment_rules(parameters.subject(SUBJECT), parameters.subject(EARNINGS_SUBJECT), year)


@lru_cache(maxsize=64)
def _payment_rules(payments: Subject, earnings: Subject, year: FundingYear) -> PaymentRules:
    return PaymentRules(payments, earnings, year)


def _codes(texts: tuple[str, ...]) -> frozenset[int]:
    return frozenset(int(text) for text in texts)
