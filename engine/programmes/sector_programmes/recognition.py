"""Which learners are on a Sector Gateway programme or a SWAP, and which of their aims belong to it.

Neither is a programme of the ILR: aims are linked by their DAM codes, their references and their dates. A
programme is Sector Gateway when it has one of the listed main aims, or when its only codes are those of one;
otherwise it is a SWAP. Source: WMCA coding guidance 2021/22, code tables; ILR specification, aim type 4.

The learner must be the authority's: an aim funded by it settles that. Without one, a code or main aim of the
programmes makes the learner one whose source of funding may be wrong, but only where the start postcode lies
in the authority or the source is no other authority's, and where the provider, if contracts are known, has
one. A work experience aim alone, funded by somebody else, says nothing about this authority.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from engine.ilr.records import Learner, LearningDelivery
from engine.programmes.sector_programmes.rules import AimKind, ProgrammeKind, Rules
from engine.reference import ReferenceData
from engine.setting import Setting


@dataclass(frozen=True, slots=True)
class ProgrammeAim:
    """An aim of a programme: what it is there for, its DAM codes, and whether it is a listed SG main aim."""

    delivery: LearningDelivery
    kind: AimKind
    dams: frozenset[str]
    is_sg_main: bool = False


@dataclass(frozen=True, slots=True)
class Programme:
    """A learner's Sector Gateway programme or SWAP with its aims in order of AimSeqNumber."""

    kind: ProgrammeKind
    mains: tuple[LearningDelivery, ...]
    aims: tuple[ProgrammeAim, ...]

    def of_kind(self, kind: AimKind) -> tuple[ProgrammeAim, ...]:
        """Return the aims of one kind."""
        return tuple(aim for aim in self.aims if aim.kind == kind)

    @property
    def start(self) -> date | None:
        """The start of the main aim, its original start after a restart.

        Without a main aim the earliest start of the other aims but job outcomes stands in; None without any.
        """
        others = (aim.delivery for aim in self.aims if aim.kind != "job_outcome")
        starts = [_began(delivery) for delivery in (self.mains or others)]
        return min(starts, default=None)


def fam_codes(delivery: LearningDelivery, fam_type: str) -> tuple[str, ...]:
    """Return an aim's codes of one LearnDelFAMType in the order of the record."""
    return tuple(
        fam.learn_del_fam_code for fam in delivery.learning_delivery_fam if fam.learn_del_fam_type == fam_type
    )


def is_marked(learner: Learner, setting: Setting, rules: Rules) -> bool:
    """Say whether any aim carries a code or reference of the programmes; most learners have none."""
    codes, references = rules.marking_codes, _marking_references(setting.reference, rules)
    for delivery in learner.learning_delivery:
        ref = delivery.learn_aim_ref
        if ref.upper() in references and _reference_kind(ref, setting, rules) is not None:
            return True
        for fam in delivery.learning_delivery_fam:
            if fam.learn_del_fam_type == "DAM" and fam.learn_del_fam_code in codes:
                return True
    return False


def is_of_authority(learner: Learner, setting: Setting, rules: Rules) -> bool:
    """Say whether a marked learner is to be judged by this authority's guidance."""
    deliveries = learner.learning_delivery
    sources = {source for delivery in deliveries for source in fam_codes(delivery, "SOF")}
    if rules.source_of_funding in sources:
        return True
    if setting.reference.has("contracts") and not setting.reference.contracts(setting.ukprn):
        return False
    codes = rules.marking_codes
    marked = [
        delivery
        for delivery in deliveries
        if codes.intersection(fam_codes(delivery, "DAM"))
        or _reference_kind(delivery.learn_aim_ref, setting, rules) == "main"
    ]
    return any(
        _in_authority(delivery, setting, rules)
        or not rules.other_authorities.intersection(fam_codes(delivery, "SOF"))
        for delivery in marked
    )


def programmes_of(learner: Learner, setting: Setting, rules: Rules) -> tuple[Programme, ...]:
    """Return the programmes of a learner of the authority, in order of their start; mostly one."""
    members = [
        aim
        for delivery in sorted(learner.learning_delivery, key=lambda one: one.aim_seq_number)
        if (aim := _programme_aim(delivery, setting, rules)) is not None
    ]
    if not members:
        return ()
    members += _uncoded_aims(learner, members, setting, rules)
    members.sort(key=lambda aim: aim.delivery.aim_seq_number)
    groups = _groups_of_mains(members)
    if not groups:
        return (Programme(_kind_without_main(members, rules), (), tuple(members)),)
    held: list[list[ProgrammeAim]] = [[] for _ in groups]
    for aim in members:
        held[_group_of(aim, groups, rules)].append(aim)
    return tuple(
        Programme(kind, tuple(mains), tuple(aims)) for (kind, mains), aims in zip(groups, held, strict=True)
    )


def _uncoded_aims(
    learner: Learner, members: Sequence[ProgrammeAim], setting: Setting, rules: Rules
) -> list[ProgrammeAim]:
    """Return the aims begun during a coded SWAP that carry neither its code nor a reference of their own.

    Every aim of a SWAP is to be coded, so such an aim is one whose code was forgotten: the main aim where no
    aim is coded so, else a component. Sector Gateway programmes have no aims but those of the tables.
    """
    if setting.switches.swap_uncoded_aims != "part_of_programme" or any(aim.is_sg_main for aim in members):
        return []
    coded = [aim.delivery for aim in members if aim.dams & rules.swap_codes and aim.kind != "job_outcome"]
    if not coded:
        return []
    first, last = min(map(_began, coded)), max(map(_ends, coded))
    known = {aim.delivery.aim_seq_number for aim in members}
    forgotten = [
        delivery
        for delivery in learner.learning_delivery
        if delivery.aim_seq_number not in known
        and delivery.prog_type is None
        and str(delivery.fund_model) in rules.fund_models
        and first <= _began(delivery) <= last
    ]
    forgotten.sort(key=lambda delivery: (_began(delivery), delivery.aim_seq_number))
    has_main = any(aim.kind == "main" for aim in members)
    return [
        ProgrammeAim(
            delivery,
            "component" if has_main or place else "main",
            frozenset(fam_codes(delivery, "DAM")),
        )
        for place, delivery in enumerate(forgotten)
    ]


_Group = tuple[ProgrammeKind, list[LearningDelivery]]


def _programme_aim(delivery: LearningDelivery, setting: Setting, rules: Rules) -> ProgrammeAim | None:
    dams = frozenset(fam_codes(delivery, "DAM"))
    coded = bool(dams & rules.programme_codes)
    kind = _reference_kind(delivery.learn_aim_ref, setting, rules)
    if kind is None and coded:
        title = aim.title if (aim := setting.reference.aim(delivery.learn_aim_ref)) else ""
        if title.casefold().startswith(rules.larger_work_experience_title):
            kind = "work_experience"
        else:
            kind = "main" if rules.swap_main in dams else "component"
    # Code 013 makes an aim the main aim of a SWAP unless its reference is a listed SG main aim.
    is_sg_main = kind == "main" and is_listed(delivery.learn_aim_ref, setting, rules)
    return None if kind is None else ProgrammeAim(delivery, kind, dams, is_sg_main)


def _reference_kind(learn_aim_ref: str, setting: Setting, rules: Rules) -> AimKind | None:
    kind = rules.kinds_by_ref.get(learn_aim_ref)
    if kind is None and is_listed(learn_aim_ref, setting, rules):
        return "main"
    return kind


@lru_cache(maxsize=4)
def _marking_references(reference: ReferenceData, rules: Rules) -> frozenset[str]:
    """Return all references that may mark an aim as one of the programmes, in capitals."""
    listed = {row["LearnAimRef"].upper() for row in reference.rows("sg_main_aims")}
    return frozenset(ref.upper() for ref in (*rules.kinds_by_ref, *rules.sg_main_aims)).union(listed)


def is_listed(learn_aim_ref: str, setting: Setting, rules: Rules) -> bool:
    """Say whether an aim is a listed SG main aim: by the table of them, without one by the published list."""
    if setting.reference.has("sg_main_aims"):
        return setting.reference.sg_main_aim(learn_aim_ref) is not None
    return learn_aim_ref in rules.sg_main_aims


def _groups_of_mains(members: Iterable[ProgrammeAim]) -> list[_Group]:
    """Return the main aims in groups: of one kind, and each beginning before another of the group ends."""
    groups: list[_Group] = []
    mains = [aim for aim in members if aim.kind == "main"]
    for aim in sorted(mains, key=lambda one: one.delivery.learn_start_date):
        kind: ProgrammeKind = "SG" if aim.is_sg_main else "SWAP"
        for other, held in groups:
            overlaps = any(aim.delivery.learn_start_date <= _ends(main) for main in held)
            if other == kind and (overlaps or is_restart(aim.delivery)):
                held.append(aim.delivery)
                break
        else:
            groups.append((kind, [aim.delivery]))
    return groups


def _group_of(aim: ProgrammeAim, groups: Sequence[_Group], rules: Rules) -> int:
    for index, (_, mains) in enumerate(groups):
        if aim.delivery in mains:
            return index
    chosen: Sequence[int] = range(len(groups))
    swap, gateway = bool(aim.dams & rules.swap_codes), rules.sg_component in aim.dams
    if swap != gateway:
        wanted = "SWAP" if swap else "SG"
        chosen = [index for index in chosen if groups[index][0] == wanted] or chosen
    begun = [index for index in chosen if _began(groups[index][1][0]) <= aim.delivery.learn_start_date]
    return begun[-1] if begun else chosen[0]


def _kind_without_main(members: Iterable[ProgrammeAim], rules: Rules) -> ProgrammeKind:
    dams = frozenset(code for aim in members for code in aim.dams)
    return "SG" if rules.sg_component in dams and not dams & rules.swap_codes else "SWAP"


def _in_authority(delivery: LearningDelivery, setting: Setting, rules: Rules) -> bool:
    if delivery.lsd_postcode is None:
        return False
    row = setting.reference.authority(delivery.lsd_postcode, delivery.learn_start_date)
    return row is not None and row.authority == rules.authority


def is_restart(delivery: LearningDelivery) -> bool:
    """Say whether an aim takes up again after a break."""
    return "1" in fam_codes(delivery, "RES")


def _began(delivery: LearningDelivery) -> date:
    return delivery.orig_learn_start_date or delivery.learn_start_date


def _ends(delivery: LearningDelivery) -> date:
    return delivery.learn_act_end_date or delivery.learn_plan_end_date
