"""One learner as one return held them, seen as bootcamps and milestone aims.

A bootcamp is recognised by the table of allocated bootcamps, whichever provider it is allocated to; a reference
that no table knows counts as a bootcamp where the records say it is meant as one. Milestone aims are known by
reference. Source: Skills Bootcamps Wave 5 Learner Entry Tool guidance, learning aim ref.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from engine.ilr.records import Learner, LearnerEmploymentStatus, LearningDelivery
from engine.parameters import Parameters
from engine.programmes.bootcamps.contribution import Contribution, contribution_of
from engine.programmes.bootcamps.rows import Milestone
from engine.programmes.bootcamps.rules import (
    Context,
    Rules,
    default_wave,
    milestone_references,
    rules_of,
    waves,
)
from engine.reference import ReferenceData
from engine.reference.rows import BootcampAim, Contract
from engine.returns import Returned

COMPLETED, TEMPORARILY_WITHDRAWN, CONTINUING, WITHDRAWN = 2, 6, 1, 3
ACHIEVED = 1


class Fault(NamedTuple):
    """Why something is not paid: the code, what was looked at, and the clause behind it."""

    code: str
    field: str
    found: str
    expected: str
    clause: str


@dataclass(slots=True, eq=False)
class Bootcamp:
    """A bootcamp aim in one return: the wave's rules, the allocation and contract it falls under, its faults.

    ``contract`` is the one in force on the start; ``has_contracts`` says whether the provider has any.
    """

    delivery: LearningDelivery
    returned: Returned
    rules: Rules
    allocation: BootcampAim | None
    contract: Contract | None
    has_contracts: bool
    contribution: Contribution
    faults: list[Fault] = field(default_factory=list)

    @property
    def ref(self) -> str:
        """The aim reference in capitals, by which it is named elsewhere."""
        return self.delivery.learn_aim_ref.strip().upper()

    @property
    def has_ended(self) -> bool:
        """Whether the learner completed or left it for good."""
        return self.delivery.comp_status in (COMPLETED, WITHDRAWN)


@dataclass(slots=True, eq=False)
class Claim:
    """A milestone aim in one return, with the texts of its provider specified fields in capitals."""

    delivery: LearningDelivery
    returned: Returned
    rules: Rules
    milestone: Milestone
    boxes: frozenset[str]


@dataclass(slots=True, eq=False)
class Snapshot:
    """A learner's bootcamps and milestone aims in one return."""

    returned: Returned
    bootcamps: list[Bootcamp]
    claims: list[Claim]

    @property
    def learner(self) -> Learner:
        """The learner's record."""
        return self.returned.learner

    @property
    def statuses(self) -> tuple[LearnerEmploymentStatus, ...]:
        """The learner's employment statuses."""
        return self.returned.learner.learner_employment_status


def fam_codes(delivery: LearningDelivery, kind: str) -> tuple[str, ...]:
    """Return an aim's funding and monitoring codes of a type."""
    return tuple(
        fam.learn_del_fam_code for fam in delivery.learning_delivery_fam if fam.learn_del_fam_type == kind
    )


def boxes_of(delivery: LearningDelivery) -> Iterator[str]:
    """Return the texts of an aim's provider specified fields, in capitals and without blanks around them."""
    return (box.prov_spec_del_mon.strip().upper() for box in delivery.provider_spec_delivery_monitoring)


def bootcamp_contracts(ukprn: int, context: Context) -> tuple[Contract, ...]:
    """Return a provider's contracts of a wave that is known, the latest to begin first."""
    known = waves(context.parameters)
    return tuple(row for row in context.reference.contracts(ukprn) if wave_of(row) in known)


def wave_of(contract: Contract) -> str:
    """Return the wave of a contract, whether it is written ``5`` or ``Wave 5``."""
    return contract.wave.strip().casefold().removeprefix("wave").strip()


def snapshot_of(returned: Returned, context: Context) -> Snapshot | None:
    """Return a record's bootcamps and milestone aims; None for a learner who has neither."""
    general = rules_of(
        context.parameters, context.wave or default_wave(context.parameters, returned.file_date)
    )
    milestones = {ref: milestone for milestone, ref in general.milestone_aims.items()}
    reference = context.reference
    bootcamps: list[Bootcamp] = []
    claims: list[Claim] = []
    unknown: list[LearningDelivery] = []
    for delivery in returned.learner.learning_delivery:
        ref = delivery.learn_aim_ref.strip().upper()
        milestone = milestones.get(ref)
        if milestone is not None:
            boxes = frozenset(boxes_of(delivery))
            claims.append(Claim(delivery, returned, general, "M2" if milestone == "M2" else "M3", boxes))
        elif reference.is_bootcamp_aim(ref):
            bootcamps.append(_bootcamp(delivery, returned, context))
        else:
            unknown.append(delivery)
    if unknown:
        named = frozenset().union(*(claim.boxes for claim in claims)) if claims else frozenset()
        meant = [one for one in unknown if _is_meant(one, returned.ukprn, named, general, context)]
        bootcamps += [_bootcamp(one, returned, context) for one in meant]
    if not bootcamps and not claims:
        return None
    return Snapshot(returned, bootcamps, claims)


def is_of_bootcamps(delivery: LearningDelivery, context: Context) -> bool:
    """Say whether an aim is an allocated bootcamp or a milestone aim, so that no other programme pays it."""
    known = bootcamp_references(context.reference, context.parameters)
    return delivery.learn_aim_ref.strip().upper() in known


@lru_cache(maxsize=4)
def bootcamp_references(reference: ReferenceData, parameters: Parameters) -> frozenset[str]:
    """Return the references of all allocated bootcamps and of the milestone aims of every wave."""
    return milestone_references(parameters) | reference.bootcamp_refs


def _bootcamp(delivery: LearningDelivery, returned: Returned, context: Context) -> Bootcamp:
    start = delivery.learn_start_date
    contracts = bootcamp_contracts(returned.ukprn, context)
    contract = next((row for row in contracts if _holds(row.effective_from, row.effective_to, start)), None)
    # Outside every contract the aim is still judged by the rules of the contract it was meant for.
    of_wave = contract or (contracts[0] if contracts else None)
    wave = context.wave or (wave_of(of_wave) if of_wave else default_wave(context.parameters, start))
    rules = rules_of(context.parameters, wave)
    rows = context.reference.bootcamp_aims(returned.ukprn, delivery.learn_aim_ref.strip())
    fitting = (row for row in rows if _holds(row.effective_from, row.effective_to, start))
    allocation = next(fitting, rows[0] if rows else None)
    contribution = contribution_of(delivery, rules, context.switches.contribution_capitals)
    return Bootcamp(delivery, returned, rules, allocation, contract, bool(contracts), contribution)


def _holds(first: date, last: date | None, day: date) -> bool:
    return first <= day and (last is None or day <= last)


def _is_meant(
    delivery: LearningDelivery, ukprn: int, named: frozenset[str], rules: Rules, context: Context
) -> bool:
    """Say whether an aim that is no known bootcamp is meant as one: a mistyped reference, for example.

    Nothing marks bootcamps but their references, and a provider may have other aims of the authority. It is taken
    for one at a provider with a bootcamp contract when no table knows it and the records point to bootcamps.
    """
    contracts = bootcamp_contracts(ukprn, context)
    ref = delivery.learn_aim_ref.strip().upper()
    if not contracts or delivery.prog_type is not None or delivery.fund_model not in (35, 38):
        return False
    dams = fam_codes(delivery, "DAM")
    if rules.source_of_funding not in fam_codes(delivery, "SOF") or rules.other_programme_codes.intersection(
        dams
    ):
        return False
    if _is_known(ref, context.reference):
        return False
    word = rules.contribution_word.upper()
    marks = any(box.startswith(word) or box in rules.destinations for box in boxes_of(delivery))
    only_bootcamps = len(contracts) == len(context.reference.contracts(ukprn))
    return rules.bootcamp_code in dams or marks or ref in named or only_bootcamps


def _is_known(ref: str, reference: ReferenceData) -> bool:
    return reference.aim(ref) is not None or reference.sg_main_aim(ref) is not None
