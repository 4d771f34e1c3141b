"""A collection of apprenticeship payments: from ILR files and the tables beside them to the payment ledger.

Source: apprenticeship rules 1, 2 and 7.3.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from engine.calendar import FundingYear, Month, Return
from engine.ledger import Finding
from engine.parameters import ParameterError, Parameters
from engine.programmes.apprenticeships.earnings import work_of_year
from engine.programmes.apprenticeships.lines import YearEarnings
from engine.programmes.apprenticeships.payments.inputs import (
    Account,
    Commitment,
    CommitmentSet,
    Funds,
    MonthEndInputs,
    PastPayment,
    Submission,
)
from engine.programmes.apprenticeships.payments.lock_rules import lock_rules
from engine.programmes.apprenticeships.payments.month_ends import run
from engine.programmes.apprenticeships.payments.outcome import Payment, PaymentLedger
from engine.programmes.apprenticeships.person import Person
from engine.reference import ReferenceData
from engine.reference.problems import Problem
from reports.garbage import few_collections
from reports.payments.files import ReadFile
from reports.payments.history import read_history
from reports.payments.inputs import Accounts, read_commitments, read_levy
from reports.payments.locks import LockedMoney
from reports.payments.months import funds_month, month_of
from reports.refusal import Refusal


@dataclass(frozen=True, slots=True)
class PaymentTables:
    """The tables beside the ILR files, by path; None or empty for those not given."""

    commitments: Path | None
    levy: Path | None
    history: tuple[Path, ...]

    @property
    def paths(self) -> list[Path]:
        """Every table that is given."""
        return [path for path in (self.commitments, self.levy, *self.history) if path is not None]


@dataclass(frozen=True, slots=True)
class Collection:
    """What is collected: the return, and whether every month end of its year up to it is run."""

    last: Return
    all_month_ends: bool

    @property
    def year(self) -> FundingYear:
        """The funding year."""
        return self.last.year

    @property
    def first(self) -> Return:
        """The first collection that is run."""
        return Return(self.year, 1) if self.all_month_ends else self.last

    @property
    def months(self) -> tuple[Month, Month]:
        """The first and the last month whose end is run."""
        return month_of(self.first), month_of(self.last)


@dataclass(frozen=True, slots=True)
class PaymentGiven:
    """Everything that is given beside the ILR files, read."""

    commitments: tuple[Commitment, ...]
    accounts: Accounts
    history: tuple[PastPayment, ...]


@dataclass(frozen=True, slots=True)
class PaymentRun:
    """What a run gave: its ledger, the payments it made itself, and findings on the records."""

    ledger: PaymentLedger
    payments: list[Payment]
    locked_money: LockedMoney
    findings: list[Finding]


def read_given(tables: PaymentTables, files: Sequence[ReadFile], collection: Collection) -> PaymentGiven:
    """Read the tables. Raises Refusal with every fault of all of them."""
    problems: list[Problem] = []
    commitments: tuple[Commitment, ...] = ()
    accounts = Accounts()
    if tables.commitments:
        providers = {file.ukprn for file in files}
        commitments = read_commitments(tables.commitments, providers, problems)
    if tables.levy:
        accounts = read_levy(tables.levy, problems)
    history = read_history(tables.history, collection.first, problems)
    if problems:
        raise Refusal([str(problem) for problem in problems])
    return PaymentGiven(commitments, accounts, history)


def pay(
    files: Sequence[ReadFile],
    given: PaymentGiven,
    collection: Collection,
    reference: ReferenceData,
    parameters: Parameters,
) -> PaymentRun:
    """Run the month ends. Raises Refusal when the rules have no parameters for the year."""
    first, last = collection.months
    accounts = _accounts(given.accounts, collection)
    inputs = MonthEndInputs(
        _submissions(files, collection),
        (CommitmentSet(None, given.commitments),),
        accounts.by_employer,
        accounts.others,
        given.history,
    )
    by_learner: dict[tuple[int, int, str], list[Finding]] = {}
    money = LockedMoney(lock_rules(parameters, collection.year))

    def earnings(
        person: Person, year: FundingYear, tables: ReferenceData, rules: Parameters, own_band: bool
    ) -> YearEarnings:
        if year != collection.year:
            # Only what is collected in the year is asked for: what earlier years earned changes nothing.
            return YearEarnings(year)
        work = work_of_year(person, year, tables, rules, own_band)
        key = person.uln, person.records[0][0], person.records[0][1].learn_ref_number
        if work.findings or key in by_learner:
            by_learner[key] = work.findings
        money.see(key, work.earnings.lines)
        return work.earnings

    try:
        with few_collections():
            ledger = run(inputs, first, last, reference, parameters, earnings)
    except ParameterError as error:
        raise Refusal(f"the rules have no parameters for {collection.year.label}: {error}") from None
    # History stands first in the ledger: it was paid before.
    payments = ledger.payments[len(given.history) :]
    findings = [one for found in by_learner.values() for one in found]
    return PaymentRun(ledger, payments, money, findings)


def _submissions(files: Sequence[ReadFile], collection: Collection) -> tuple[Submission, ...]:
    """Return the files by the month from which each counts.

    When all month ends are run, a provider's first file is there from August on; and its last is sent once more in the
    last month, so that the month ends go on until then.
    """
    first, last = collection.months
    found = []
    for ukprn, of_provider in groupby(sorted(files, key=_by_return), key=lambda file: file.ukprn):
        for number, file in enumerate(of_provider):
            found.append(Submission(ukprn, file.learners, month_of(file.returned_in) if number else first))
        if found[-1].received != last:
            found.append(Submission(ukprn, file.learners, last))
    return tuple(found)


def _accounts(accounts: Accounts, collection: Collection) -> Accounts:
    """Return the accounts as a collection sees them: R13 and R14 spend the levy of a month of their own."""
    at, of = month_of(collection.last), funds_month(collection.last)
    if at == of:
        return accounts

    def moved(funds: Funds) -> Funds:
        value = funds.at(of)
        return funds if value is None else Funds(by_month={at: value})

    def seen(one: Account) -> Account:
        return Account(one.employer, one.levy_payer, moved(one.levy), moved(one.allowance))

    by_employer = {employer: seen(one) for employer, one in accounts.by_employer.items()}
    return Accounts(by_employer, seen(accounts.others))


def _by_return(file: ReadFile) -> tuple[int, Return]:
    return file.ukprn, file.returned_in
