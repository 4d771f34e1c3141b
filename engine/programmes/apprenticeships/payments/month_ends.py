"""Month ends: each collection month pays what the ILR visible by then has earned and was not yet paid.

The order is data lock, manual adjustments, payments due, refunds, transfers, levy, co-investment, provider adjustments.
Source: apprenticeship rules 1, 7 to 9.1 and 12.
"""

from collections.abc import Iterator, Sequence

from engine.calendar import FundingYear, Month
from engine.ilr.records import Learner
from engine.money import ZERO, calculation_digits
from engine.parameters import Parameters
from engine.programmes.apprenticeships.earnings import earnings_of_year
from engine.programmes.apprenticeships.lines import Episode, TransactionType, YearEarnings
from engine.programmes.apprenticeships.payments.adjustments import adjustments_of
from engine.programmes.apprenticeships.payments.datalock import lock
from engine.programmes.apprenticeships.payments.earned import (
    Earner,
    EarningsOf,
    PersonEarnings,
    first_seen,
)
from engine.programmes.apprenticeships.payments.history import LearnerHistory
from engine.programmes.apprenticeships.payments.hold_back import held_back
from engine.programmes.apprenticeships.payments.inputs import Account, Commitment, MonthEndInputs, Submission
from engine.programmes.apprenticeships.payments.lock_activity import CommitmentRegister
from engine.programmes.apprenticeships.payments.lock_outcome import LockOutcome
from engine.programmes.apprenticeships.payments.lock_rules import lock_rules
from engine.programmes.apprenticeships.payments.outcome import HeldBack, PaymentLedger
from engine.programmes.apprenticeships.payments.past import load_history
from engine.programmes.apprenticeships.payments.refunds import refund, reverse
from engine.programmes.apprenticeships.payments.required import Payable, Required, Unit, required_of
from engine.programmes.apprenticeships.payments.rules import payment_rules
from engine.programmes.apprenticeships.payments.sources import Purses, pay
from engine.programmes.apprenticeships.payments.visible import Returns, VisiblePerson
from engine.reference import ReferenceData


def run(
    inputs: MonthEndInputs,
    first: Month | None,
    last: Month | None,
    reference: ReferenceData,
    parameters: Parameters,
    earnings_of: EarningsOf = earnings_of_year,
) -> PaymentLedger:
    """Run the month ends and return everything they paid, in the order of the runs.

    ``first`` leaves out earlier collection months, ``last`` is the last month that anybody asks about; None for all
    there are. Amounts are in pounds with five places. Raises ClaimLineError for a claim line that does not exist.
    """
    months = [month for month in months_to_run(inputs, last) if first is None or month >= first]
    with calculation_digits():
        runs = _MonthEnds(inputs, months, reference, parameters, earnings_of)
        for month in months:
            runs.run(month)
        ledger = runs.ledger
        forms = (form for form in inputs.forms if last is None or form.submitted <= last)
        ledger.adjustments += adjustments_of(forms, parameters)
        ledger.episodes += runs.episodes()
    return ledger


def months_to_run(inputs: MonthEndInputs, last_named: Month | None) -> tuple[Month, ...]:
    """Return the collection months that run, in order.

    They begin with the earliest start of a learner, or with the first file where it came later, and end with the
    earlier of the last month named in a result and the latest planned or actual end or month of a file.
    Source: apprenticeship rules 1.3.
    """
    begins: list[Month] = []
    ends: list[Month] = []
    for submission in inputs.submissions:
        started = _earliest_start(submission)
        if started is None:
            # A file without a learner still takes back what was paid for those it no longer has.
            if submission.received:
                begins.append(submission.received)
                ends.append(submission.received)
            continue
        begins.append(max(started, submission.received) if submission.received else started)
        if submission.received:
            ends.append(submission.received)
        ends += _ends(submission)
    if not begins:
        return ()
    month, end = min(begins), max(ends)
    if inputs.not_before is not None:
        month, end = max(month, inputs.not_before), max(end, inputs.not_before)
    if last_named is not None:
        end = min(end, last_named)
    return tuple(month.shift(step) for step in range(month.months_until(end) + 1))


def _earliest_start(submission: Submission) -> Month | None:
    starts = (aim.learn_start_date for learner in submission.learners for aim in learner.learning_delivery)
    earliest = min(starts, default=None)
    return None if earliest is None else Month.of(earliest)


def _ends(submission: Submission) -> Iterator[Month]:
    for learner in submission.learners:
        for aim in learner.learning_delivery:
            yield Month.of(aim.learn_plan_end_date)
            if aim.learn_act_end_date is not None:
                yield Month.of(aim.learn_act_end_date)


class _MonthEnds:
    """The state that month ends hand on to each other: what was paid and earned, and the earnings of each person."""

    def __init__(
        self,
        inputs: MonthEndInputs,
        months: Sequence[Month],
        reference: ReferenceData,
        parameters: Parameters,
        earnings_of: EarningsOf,
    ) -> None:
        self._inputs = inputs
        self._parameters = parameters
        self._returns = Returns(inputs.submissions)
        self._people: dict[tuple[int, int, str], PersonEarnings] = {}
        self._histories: dict[Unit, LearnerHistory] = {}
        self._commitments: tuple[Commitment, ...] | None = None
        self._register = CommitmentRegister(())
        self._year: FundingYear | None = None
        self.ledger = PaymentLedger()
        self._first = months[0] if months else None
        # The events of a funding year are those of its last run.
        self._telling = {FundingYear.of(month.first_day): month for month in months}
        if self._first is not None:
            rules = payment_rules(parameters, FundingYear.of(self._first.first_day))
            self._earner = Earner(
                earnings_of, reference, parameters, inputs.own_price_is_the_band, rules.earnings_from
            )
            self.ledger.payments += load_history(
                inputs.history, commitments_in_force(inputs, self._first), self._histories, rules
            )

    def run(self, collection: Month) -> None:
        """Run one month end."""
        year = FundingYear.of(collection.first_day)
        self._rules = payment_rules(self._parameters, year)
        self._lock_rules = lock_rules(self._parameters, year)
        self._take_commitments(collection)
        payable, ignored = self._locked(collection, year)
        purses = Purses(self._inputs, collection)
        paid = self.ledger.payments
        if collection == self._first:
            reversed_payments, problems = reverse(self._inputs.reversals, self._histories, collection)
            purses.give_back(reversed_payments)
            paid += reversed_payments
            self.ledger.problems += problems
        if year != self._year:
            self._year = year
            for history in self._histories.values():
                history.forget_before(year)
        due = self._due(payable, ignored, collection)
        positive: list[Required] = []
        for required in due:
            if required.amount > ZERO:
                positive.append(required)
            else:
                refunds = refund(required, self._histories[required.unit], collection)
                purses.give_back(refunds)
                paid += refunds
        for payment in pay(positive, purses, collection, self._rules):
            self._histories[payment.ukprn, payment.learn_ref_number].record(payment)
            paid.append(payment)

    def episodes(self) -> Iterator[Episode]:
        """Return the price episodes of everybody as the last records showed them."""
        for person in self._people.values():
            for episodes in person.episodes.values():
                yield from episodes

    def _take_commitments(self, collection: Month) -> None:
        commitments = commitments_in_force(self._inputs, collection)
        if commitments is not self._commitments:
            self._commitments = commitments
            self._register = CommitmentRegister(commitments)

    def _account_of(self, employer: int) -> Account:
        return self._inputs.accounts.get(employer, self._inputs.other_accounts)

    def _locked(
        self, collection: Month, year: FundingYear
    ) -> tuple[dict[Unit, list[Payable]], dict[Unit, set[Month]]]:
        """Return what is payable to each provider for each learner, and the learner's ignored months."""
        payable: dict[Unit, list[Payable]] = {}
        ignored: dict[Unit, set[Month]] = {}
        events = self.ledger.events.setdefault(collection, []) if self._telling[year] == collection else None
        for person in self._returns.at(collection):
            state = self._people.get(person.key)
            if state is None:
                state = self._people[person.key] = PersonEarnings()
            lines = state.see(person, collection, self._earner)
            self.ledger.earned += first_seen(lines, self._histories)
            outcome = self._lock(person, state, collection)
            for locked in outcome.lines:
                line = locked.line
                unit = payable.setdefault((line.ukprn, line.learn_ref_number), [])
                if locked.payable:
                    unit.append(Payable(line, locked.commitment))
            for month in outcome.ignored:
                ignored.setdefault((month.ukprn, month.learn_ref_number), set()).add(month.month)
            if events is not None:
                events += outcome.events
        return payable, ignored

    def _lock(self, person: VisiblePerson, state: PersonEarnings, collection: Month) -> LockOutcome:
        earnings = state.earnings
        assert earnings is not None
        waiting = self._waiting(person, earnings, collection)
        if not waiting:
            return state.lock(self._register, self._account_of, self._lock_rules).until(collection)
        # Completions held back are not there when the lock looks.
        self.ledger.held_back += waiting.values()
        lines = [line for line in earnings.lines if id(line) not in waiting]
        seen = YearEarnings(earnings.year, lines, earnings.episodes)
        return lock(seen, self._register, self._account_of, self._lock_rules, collection)

    def _waiting(
        self, person: VisiblePerson, earnings: YearEarnings, collection: Month
    ) -> dict[int, HeldBack]:
        found: dict[int, HeldBack] = {}
        for line in earnings.lines:
            if line.transaction_type != TransactionType.COMPLETION or line.month > collection:
                continue
            if not self._returns.in_force[line.ukprn].states_contributions:
                continue
            learners: list[Learner] = [one for ukprn, one in person.records if ukprn == line.ukprn]
            history = self._histories.setdefault((line.ukprn, line.learn_ref_number), LearnerHistory())
            waits = held_back(line, collection, learners, history, self._rules)
            if waits is not None:
                found[id(line)] = waits
        return found

    def _due(
        self, payable: dict[Unit, list[Payable]], ignored: dict[Unit, set[Month]], collection: Month
    ) -> Iterator[Required]:
        """Return what is due, learner by learner; learners that a new file no longer has are taken back whole."""
        in_force = self._returns.in_force
        for unit in sorted(self._histories):
            if unit[0] in in_force:
                history = self._histories[unit]
                yield from required_of(
                    unit, payable.get(unit, ()), history, ignored.get(unit, ()), collection
                )


def commitments_in_force(inputs: MonthEndInputs, collection: Month) -> tuple[Commitment, ...]:
    """Return the commitments as they stand in a collection month: the set received last replaces all others."""
    found: tuple[Commitment, ...] = ()
    latest: Month | None = None
    for one in inputs.commitment_sets:
        if one.received is None:
            if latest is None:
                found = one.commitments
        elif one.received <= collection and (latest is None or one.received >= latest):
            found, latest = one.commitments, one.received
    return found
