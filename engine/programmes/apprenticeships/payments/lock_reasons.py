"""Why the data lock lets an earning be paid or not."""

from collections.abc import Sequence
from functools import partial

from engine.because import Because, Explanation, Rule, Term
from engine.programmes.apprenticeships.lines import EarningLine
from engine.programmes.apprenticeships.payments.inputs import Commitment
from engine.programmes.apprenticeships.payments.lock_checks import Check
from engine.programmes.apprenticeships.payments.lock_periods import Period
from engine.programmes.apprenticeships.payments.lock_rules import LockRules

_COMMITMENTS = "commitments"

MATCHED = Rule(
    "APP-DLOCK-MATCHED",
    "Lets an earning of a levy contract be paid that a commitment fits on its census day.",
    "apprenticeship rules 6.3 and 6.4",
    clauses=("AR-6.3", "AR-6.4"),
)
EPISODE_REFUSED = Rule(
    "APP-DLOCK-EPISODE",
    "Refuses every month of a price episode that is left with a data lock code other than a stop.",
    "apprenticeship rules 6.5",
    clauses=("AR-6.5",),
)
IGNORED = Rule(
    "APP-DLOCK-IGNORED",
    "Neither pays nor takes back anything of a month in which nothing of a price episode passes the data lock.",
    "apprenticeship rules 6.7",
    clauses=("AR-6.7",),
)
NEEDS_NO_LOCK = Rule(
    "APP-DLOCK-NON-LEVY",
    "Lets earnings under a non-levy contract be paid without a data lock.",
    "apprenticeship rules 6.8",
    clauses=("AR-6.8",),
)
NO_CONTRACT = Rule(
    "APP-DLOCK-NO-CONTRACT",
    "Refuses earnings of a day on which no contract type is in force.",
    "apprenticeship rules 5.6 and 12.5",
    clauses=("AR-5.6",),
)
CARRIED = Rule(
    "APP-DLOCK-CARRIED",
    "Lets English, maths and their learning support be paid in a year in which the programme is payable.",
    "apprenticeship rules 4.5 and 4.6",
    clauses=("AR-4.5", "AR-4.6"),
)
FIRST_MONTH = Rule(
    "APP-DLOCK-FIRST-MONTH",
    "Lets English and maths of a year without programme earnings be paid where the programme passes in August.",
    "apprenticeship rules 4.5 and 6.6",
    clauses=("AR-4.5", "AR-6.6"),
)
NOT_CARRIED = Rule(
    "APP-DLOCK-NOT-CARRIED",
    "Refuses English, maths and their learning support while no programme earning of the year is payable.",
    "apprenticeship rules 4.5, 4.6 and 6.6",
    clauses=("AR-4.5", "AR-4.6", "AR-6.6"),
)


def of_period(period: Period, rules: LockRules) -> Because:
    """Return why a period passes its own checks or not."""
    codes = period.check.codes
    rule = rules.rule_of_code[codes[0]] if codes else MATCHED
    return Because(rule, partial(_tell_period, period, rules))


def of_refused_episode(period: Period, held: Sequence[str], rules: LockRules) -> Because:
    """Return why a period without a code of its own is not payable."""

    def tell() -> Explanation:
        told = _tell_period(period, rules)
        left = tuple(Term(code, rules.messages[code], "left on the price episode") for code in held)
        return Explanation((), (*told.facts, *left), rules.used("lock_codes_without_veto"))

    return Because(EPISODE_REFUSED, tell)


def of_ignored(line: EarningLine, why: Because) -> Because:
    """Return why an earning that could be paid is left alone."""

    def tell() -> Explanation:
        told = why.explanation()
        month = Term("ignored month", line.month.label, "data lock of the learner's price episodes")
        return Explanation((), (month, *told.facts), told.parameters)

    return Because(IGNORED, tell)


def of_contract(line: EarningLine, rules: LockRules) -> Because:
    """Return why an earning outside levy contracts is payable or not."""

    def tell() -> Explanation:
        kind = Term("contract type", line.contract_type or "none", "ILR ACT")
        return Explanation((), (kind,), rules.used("lock_contract_type", "lock_free_contract_type"))

    return Because(NEEDS_NO_LOCK if line.contract_type == rules.free_contract_type else NO_CONTRACT, tell)


def of_carried(carrier: EarningLine, commitment: Commitment | None, rules: LockRules) -> Because:
    """Return why an English or maths earning is payable with one of the programme."""

    def tell() -> Explanation:
        carried_by = f"transaction type {carrier.transaction_type:d} of {carrier.month.label}"
        facts = [Term("payable with", carried_by, f"aim {carrier.aim_seq_number}")]
        if commitment is not None:
            facts.append(_commitment(commitment))
        return Explanation((), tuple(facts), rules.used("lock_carrying_types"))

    return Because(CARRIED, tell)


def of_first_month(period: Period, rules: LockRules) -> Because:
    """Return why an English or maths earning of a year without programme earnings is payable."""
    return Because(FIRST_MONTH, partial(_tell_period, period, rules))


def not_carried(period: Period | None, rules: LockRules) -> Because:
    """Return why an English or maths earning is not payable, with the first month's check where that decides."""

    def tell() -> Explanation:
        facts = () if period is None else _tell_period(period, rules).facts
        return Explanation((), facts, rules.used("lock_carrying_types"))

    return Because(NOT_CARRIED, tell)


def _tell_period(period: Period, rules: LockRules) -> Explanation:
    episode, check = period.episode, period.check
    facts = [
        Term("price episode", episode.identifier, f"provider {episode.ukprn}"),
        Term("group", rules.group_names[period.group], f"delivery month {period.month.label}"),
        Term("census day", period.census, "last day of the month, or the day of the event"),
        Term("price", episode.total_price, "ILR TNP in force at the start of the price episode"),
        Term("price date", episode.price_date, "ILR TNP date"),
        *(Term(code, rules.messages[code], "data lock") for code in check.codes),
    ]
    facts.extend(_commitments(check))
    return Explanation((), tuple(facts), rules.used("lock_groups", "lock_codes"))


def _commitments(check: Check) -> list[Term]:
    if check.commitment is None:
        return [_commitment(one, "commitment elsewhere") for one in check.commitments]
    others = (one for one in check.commitments if one is not check.commitment)
    return [_commitment(check.commitment), *(_commitment(one, "also matched") for one in others)]


def _commitment(one: Commitment, name: str = "commitment") -> Term:
    told = f"{one.id} v{one.version}, {one.status}, price {one.price}, effective {one.begins:%d/%m/%Y}"
    return Term(name, told, f"{_COMMITMENTS}, employer {one.employer}, provider {one.ukprn}")
