"""The groups, codes and texts of the data lock, read from the parameters once for all."""

from collections.abc import Mapping
from functools import lru_cache

from engine.because import Rule
from engine.calendar import FundingYear
from engine.parameters import Parameters, ParameterValue, Subject
from engine.programmes.apprenticeships.lines import TransactionType

SUBJECT = "apprenticeship_payments"

_SOURCE = "apprenticeship rules {}"


class LockRules:
    """What the data lock of a funding year goes by.

    ``codes`` hold the official code of each thing a check can find, in the order of the checks. Raises ParameterError
    when the year has no value of a parameter.
    """

    def __init__(self, subject: Subject, year: FundingYear) -> None:
        self.values = values = subject.at(year.first_day)
        self.contract_type = int(values.lock_contract_type)
        self.free_contract_type = int(values.lock_free_contract_type)
        self.group_of: Mapping[TransactionType, int] = {
            TransactionType(number): group
            for group, numbers in values.lock_groups.items()
            for number in numbers
        }
        self.group_names: Mapping[int, str] = values.lock_group_names
        self.month_end_group = int(values.lock_month_end_group)
        self.messages: Mapping[str, str] = values.lock_messages
        codes: Mapping[str, str] = values.lock_codes
        self.order = tuple(codes.values())
        self.no_commitment = codes["no_commitment"]
        self.other_provider = codes["other_provider"]
        self.price_date = codes["price_date"]
        self.standard = codes["standard"]
        self.framework = codes["framework"]
        self.pathway = codes["pathway"]
        self.programme_type = codes["programme_type"]
        self.price = codes["price"]
        self.stopped = codes["stopped"]
        self.paused = codes["paused"]
        self.not_levy_payer = codes["not_levy_payer"]
        self.several = codes["several"]
        self.without_veto = frozenset(values.lock_codes_without_veto)
        self.carrying_types = _types(values.lock_carrying_types)
        self.english_maths_types = _types(values.lock_english_maths_types)
        self.learning_support_type = TransactionType(int(values.lock_learning_support_type))
        self.rule_of_code: Mapping[str, Rule] = {
            code: Rule(
                f"APP-DLOCK-{code.rpartition('_')[2]}",
                self.messages[code],
                _SOURCE.format("6.3"),
                clauses=("AR-6.3",),
            )
            for code in self.order
        }

    def used(self, *names: str) -> tuple[ParameterValue, ...]:
        """Return values with their dates and sources, for an explanation."""
        return tuple(self.values.used(name) for name in names)


def lock_rules(parameters: Parameters, year: FundingYear) -> LockRules:
    """Return the rules of the data lock for a funding year; each subject and year is read once."""
    return _lock_rules(parameters.subject(SUBJECT), year)


@lru_cache(maxsize=64)
def _lock_rules(subject: Subject, year: FundingYear) -> LockRules:
    return LockRules(subject, year)


def _types(codes: tuple[str, ...]) -> frozenset[TransactionType]:
    return frozenset(TransactionType(int(code)) for code in codes)
