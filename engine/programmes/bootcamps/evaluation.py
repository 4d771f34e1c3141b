"""All returns of one person, judged one closing date after another: what is paid when, and what is not paid why.

Source: Skills Bootcamps Wave 5 Learner Entry Tool guidance, payment milestone indicators, no pay rules and cross
funding year learners.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from engine.identifiers import TEMPORARY_ULN
from engine.ilr.records import LearningDelivery
from engine.ledger import Finding
from engine.money import calculation_digits
from engine.programmes.bootcamps.bootcamp_faults import judge_bootcamps, judge_two_continuing
from engine.programmes.bootcamps.codes import CODES
from engine.programmes.bootcamps.contribution import contribution_of
from engine.programmes.bootcamps.destination import destination_rows
from engine.programmes.bootcamps.fields import judge_fields
from engine.programmes.bootcamps.history import LearnerHistory
from engine.programmes.bootcamps.learner_faults import learner_faults
from engine.programmes.bootcamps.milestone_faults import (
    claim_faults,
    commenced_on,
    completion_faults,
    own_faults,
)
from engine.programmes.bootcamps.payment import amount_of, because_of
from engine.programmes.bootcamps.rows import Evaluation, Milestone, MilestonePayment, NoPay
from engine.programmes.bootcamps.rules import Context, clause
from engine.programmes.bootcamps.snapshot import Bootcamp, Claim, Fault, Snapshot, snapshot_of
from engine.returns import Returned, in_order


def evaluate(returned: Sequence[Returned], context: Context) -> Evaluation:
    """Work out what is paid for one person in each return, and what is not paid and why.

    The records are those of every provider and return of the person, in any order, or of one return alone. Raises
    ParameterError for a wave that is not known.
    """
    run = _Run(context)
    with calculation_digits():
        for _, records in groupby(in_order(returned), key=lambda one: (one.closes, one.returned_in)):
            run.take(list(records))
        run.result.destinations = destination_rows(run.snapshots)
    return run.result


@dataclass(slots=True)
class _Due:
    """A milestone with nothing in its way but the limits for the learner."""

    milestone: Milestone
    bootcamp: Bootcamp
    carrier: LearningDelivery
    snapshot: Snapshot
    earned_on: date

    @property
    def order(self) -> tuple[str, date, int, str, int]:
        """Milestone 2 comes before 3; of one milestone the earliest earned, then the lower UKPRN."""
        returned = self.snapshot.returned
        return (
            self.milestone,
            self.earned_on,
            returned.ukprn,
            returned.learner.learn_ref_number,
            self.carrier.aim_seq_number,
        )


class _Run:
    def __init__(self, context: Context) -> None:
        self.context = context
        self.result = Evaluation()
        self.snapshots: list[Snapshot] = []
        self._histories: dict[tuple[int, str], LearnerHistory] = {}
        self._number = 0

    def take(self, records: Iterable[Returned]) -> None:
        """Judge the records of one return, of whichever providers."""
        self._number += 1
        fresh: list[tuple[Snapshot, LearnerHistory]] = []
        for returned in records:
            snapshot = snapshot_of(returned, self.context)
            key = (returned.ukprn, returned.learner.learn_ref_number.upper())
            history = self._histories.setdefault(key, LearnerHistory())
            if snapshot is None:
                # The learner is still returned, but not with the bootcamps of an earlier return of the year.
                history.take(Snapshot(returned, [], []))
                continue
            found, exported = judge_fields(snapshot, history, self.context)
            self.result.findings += found
            if not exported:
                continue
            judge_bootcamps(snapshot, self.context)
            history.take(snapshot)
            fresh.append((snapshot, history))
        if self.context.switches.two_continuing_scope == "all_providers":
            judge_two_continuing([one for snapshot, _ in fresh for one in snapshot.bootcamps])
        due = [one for snapshot, history in fresh for one in self._judge(snapshot, history)]
        for one in sorted(due, key=lambda one: one.order):
            self._settle(one)
        self.snapshots += [snapshot for snapshot, _ in fresh]

    def _judge(self, snapshot: Snapshot, history: LearnerHistory) -> list[_Due]:
        context = self.context
        named = [(claim, history.bootcamp_of(claim, snapshot)) for claim in snapshot.claims]
        attended = {id(one): one for one in (*snapshot.bootcamps, *(one for _, one in named if one))}
        stopped = learner_faults(snapshot, attended.values(), context)
        for fault in stopped:
            self._refuse(snapshot, fault, None, None)
        due = []
        for bootcamp in snapshot.bootcamps:
            for fault in bootcamp.faults:
                self._refuse(snapshot, fault, bootcamp.delivery, None)
            earned_on = commenced_on(bootcamp, context)
            if earned_on is not None and not stopped and not bootcamp.faults:
                due.append(_Due("M1", bootcamp, bootcamp.delivery, snapshot, earned_on))
        for claim, attended_one in named:
            faults = claim_faults(claim, attended_one, snapshot, history, context, self._number)
            if attended_one is not None and attended_one.returned is not snapshot.returned:
                # The bootcamp is not in this return, so its faults would show nowhere else.
                faults += attended_one.faults
            for fault in faults:
                self._refuse(snapshot, fault, claim.delivery, claim.milestone)
            blocked = stopped or faults or attended_one is None or attended_one.faults
            if attended_one is not None and not blocked:
                self._compare(claim, attended_one, snapshot)
                earned_on = _earned_on(claim, attended_one)
                due.append(_Due(claim.milestone, attended_one, claim.delivery, snapshot, earned_on))
        self._remember_milestone_2(named, history)
        return due

    def _remember_milestone_2(
        self, named: Iterable[tuple[Claim, Bootcamp | None]], history: LearnerHistory
    ) -> None:
        context = self.context
        for claim, bootcamp in named:
            if claim.milestone == "M2" and bootcamp is not None:
                faults = (*own_faults(claim, bootcamp, context), *completion_faults(bootcamp, context))
                if context.switches.m2_standing == "returned" or not faults:
                    history.remember_milestone_2(bootcamp.ref, self._number, claim.delivery.learn_start_date)

    def _settle(self, due: _Due) -> None:
        """Pay a milestone unless it has been paid: for this bootcamp silently, for another with a no-pay line."""
        snapshot, bootcamp, milestone = due.snapshot, due.bootcamp, due.milestone
        returned, rules = snapshot.returned, bootcamp.rules
        key = (returned.ukprn, returned.learner.learn_ref_number.upper())
        same_learner = [one for one in self.result.milestones if self._is_same(one, due, key)]
        if any(
            (one.ukprn, one.learn_ref_number.upper(), one.bootcamp_aim_ref) == (*key, bootcamp.ref)
            for one in same_learner
        ):
            return
        if same_learner and (milestone != "M3" or self.context.switches.m3_cap == "one"):
            paid = same_learner[0]
            found = f"{paid.bootcamp_aim_ref} at {paid.ukprn}, {paid.returned_in.name} of {paid.returned_in.year.label}"
            topic = {"M1": "NOPAY-02", "M2": "NOPAY-03", "M3": "M3-04"}[milestone]
            expected = f"no Milestone {milestone[1]} paid in wave {rules.wave}"
            fault = Fault(f"NP_{milestone}_ALREADY_PAID", "ULN", found, expected, clause(topic))
            self._refuse(snapshot, fault, due.carrier, milestone)
            return
        price = bootcamp.allocation.unit_price if bootcamp.allocation else None
        if not price:
            self._no_price(due)
            return
        contribution = bootcamp.contribution
        if milestone != "M1" and self.context.switches.contribution_source == "milestone_aim":
            contribution = contribution_of(due.carrier, rules, self.context.switches.contribution_capitals)
        self.result.milestones.append(
            MilestonePayment(
                ukprn=returned.ukprn,
                learn_ref_number=returned.learner.learn_ref_number,
                uln=returned.learner.uln,
                bootcamp_aim_ref=bootcamp.ref,
                aim_seq_number=due.carrier.aim_seq_number,
                milestone=milestone,
                amount=amount_of(milestone, price, contribution.share, rules),
                returned_in=returned.returned_in,
                earned_on=due.earned_on,
                wave=rules.wave,
                because=because_of(milestone, bootcamp, price, contribution, due.carrier, due.earned_on),
            )
        )

    def _is_same(self, paid: MilestonePayment, due: _Due, key: tuple[int, str]) -> bool:
        if paid.milestone != due.milestone or paid.wave != due.bootcamp.rules.wave:
            return False
        uln = due.snapshot.learner.uln
        return (paid.uln == uln != TEMPORARY_ULN) or (paid.ukprn, paid.learn_ref_number.upper()) == key

    def _compare(self, claim: Claim, bootcamp: Bootcamp, snapshot: Snapshot) -> None:
        ended, offered = bootcamp.delivery.learn_act_end_date, claim.delivery.learn_start_date
        if claim.milestone == "M3" and ended is not None and offered < ended:
            self._find(
                snapshot,
                claim.delivery,
                "JOB_OFFER_BEFORE_END",
                "LearnStartDate",
                f"{offered:%d/%m/%Y}",
                f"{ended:%d/%m/%Y} or later",
                clause("M3-12"),
            )

    def _no_price(self, due: _Due) -> None:
        aim = due.bootcamp.ref
        self._find(
            due.snapshot,
            due.carrier,
            "PRICE_NOT_SUPPLIED",
            "bootcamp_aims, UnitPrice",
            f"no price of {aim} at {due.snapshot.returned.ukprn}",
            f"the price of {aim} in pounds",
            clause("READ-01"),
        )

    def _refuse(
        self, snapshot: Snapshot, fault: Fault, aim: LearningDelivery | None, milestone: Milestone | None
    ) -> None:
        returned, code = snapshot.returned, CODES[fault.code]
        self.result.no_pay.append(
            NoPay(
                ukprn=returned.ukprn,
                returned_in=returned.returned_in,
                learn_ref_number=returned.learner.learn_ref_number,
                aim_seq_number=None if aim is None else aim.aim_seq_number,
                milestone=milestone,
                code=fault.code,
                severity=code.severity,
                field=fault.field,
                found=fault.found,
                expected=fault.expected,
                clause=fault.clause,
                message=f"{code.means} {code.remedy}",
            )
        )

    def _find(
        self,
        snapshot: Snapshot,
        aim: LearningDelivery,
        code: str,
        field: str,
        found: str,
        expected: str,
        clause: str,
    ) -> None:
        returned = snapshot.returned
        self.result.findings.append(
            Finding(
                returned.ukprn,
                returned.learner.learn_ref_number,
                aim.aim_seq_number,
                code,
                CODES[code].severity,
                field,
                found,
                expected,
                clause,
                CODES[code].means,
                returned.returned_in,
            )
        )


def _earned_on(claim: Claim, bootcamp: Bootcamp) -> date:
    """Return the day a Milestone 2 or 3 was earned: an interview does not count before the bootcamp's end."""
    day, ended = claim.delivery.learn_start_date, bootcamp.delivery.learn_act_end_date
    return max(day, ended) if claim.milestone == "M2" and ended is not None else day
