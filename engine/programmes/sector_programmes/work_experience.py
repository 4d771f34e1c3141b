"""Work experience aims: which one stands for how many hours, and what is claimed by the wrong one.

Source: WMCA coding guidance 2021/22, work experience within Sector Gateway and SWAP.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import partial

from engine.because import Because, Explanation, Rule, Term
from engine.ledger import Severity
from engine.programmes.sector_programmes.judgement import Judgement, clause, listed
from engine.programmes.sector_programmes.recognition import Programme, ProgrammeAim
from engine.programmes.sector_programmes.rules import Band, ProgrammeKind, Rules

_CLAUSES: dict[ProgrammeKind, dict[str, str]] = {
    "SG": {"aims": "SG-WEX-01", "permission": "SG-WEX-10"},
    "SWAP": {"aims": "SWAP-WEX-01", "permission": "SWAP-WEX-12"},
}


@dataclass(frozen=True, slots=True)
class Choice:
    """The work experience aim for some hours: its reference and base rate in pounds.

    No reference means too few hours for any aim, or, with ``needs_permission``, more than any listed aim.
    """

    learn_aim_ref: str | None = None
    base_rate: Decimal | None = None
    needs_permission: bool = False
    because: Because | None = field(default=None, compare=False)


def _rule(kind: ProgrammeKind, name: str) -> Rule:
    topics = ("01", *_BAND_CLAUSES) if kind == "SG" else ("01", *_BAND_CLAUSES, "07", "08")
    return Rule(
        f"{kind}-WEX-AIM",
        f"Stands for the hours of the placement in a {name} programme with an aim and its base rate.",
        f"WMCA coding guidance 2021/22, {name}, work experience aims",
        "base_rate_of_the_band",
        tuple(clause(f"{kind}-WEX-{topic}") for topic in topics),
    )


_BAND_CLAUSES = ("02", "03", "04", "05", "06")
_RULES: dict[ProgrammeKind, Rule] = {"SG": _rule("SG", "Sector Gateway"), "SWAP": _rule("SWAP", "SWAP")}


def wex_aim(hours: Decimal | int, kind: ProgrammeKind, rules: Rules, rounding: str = "ceil") -> Choice:
    """Return the work experience aim that stands for the hours in a programme.

    Parts of an hour count as a full one, with the rounding ``floor`` not at all.
    Source: WMCA coding guidance 2021/22, tables of work experience aims.
    """
    bands = rules.work_experience[kind]
    whole = whole_hours(Decimal(hours), rounding)
    for band in bands:
        if band.hours_from <= whole <= band.hours_to:
            because = Because(_RULES[kind], partial(_told, band, Decimal(hours), whole))
            return Choice(band.learn_aim_ref, band.base_rate, because=because)
    return Choice(needs_permission=whole > max(band.hours_to for band in bands))


def _told(band: Band, hours: Decimal, whole: Decimal) -> Explanation:
    where = f"parameter work_experience_aims, {band.learn_aim_ref}"
    facts = (
        Term("hours", hours, "hours of the placement"),
        Term("hours counted", whole, "parts of an hour as the reading of the guidance has them"),
        Term("hours of the aim", f"{band.hours_from} to {band.hours_to}", where),
    )
    return Explanation((Term("base_rate_of_the_band", band.base_rate, where),), facts)


def whole_hours(hours: Decimal, rounding: str) -> Decimal:
    """Return the hours as the bands count them."""
    return hours.to_integral_value(ROUND_CEILING if rounding == "ceil" else ROUND_FLOOR)


def judge_work_experience(judgement: Judgement, programme: Programme) -> None:
    """Find work experience aims not permitted, out of their band or repeated, and a SWAP without one."""
    aims = programme.of_kind("work_experience")
    seen: set[str] = set()
    for aim in aims:
        _permitted(judgement, programme.kind, aim)
        _hours(judgement, programme.kind, aim)
        if aim.delivery.learn_aim_ref in seen:
            judgement.find(
                "WEX_REPEATED",
                aim.delivery,
                clause(_CLAUSES[programme.kind]["aims"]),
                field="LearnAimRef",
                found=f"{aim.delivery.learn_aim_ref} again",
                expected="each work experience aim once",
                message="The same work experience aim stands more than once in the programme.",
            )
        seen.add(aim.delivery.learn_aim_ref)
    if programme.kind == "SWAP" and not aims:
        severity: Severity = "error" if judgement.setting.switches.swap_wex_required == "yes" else "warning"
        judgement.find(
            "SWAP_WEX_MISSING",
            None,
            clause("SWAP-SHAPE-04"),
            field="LearnAimRef",
            found="no work experience aim",
            expected=listed(band.learn_aim_ref for band in judgement.rules.work_experience["SWAP"]),
            message="A SWAP is described with a work experience aim and this one has none.",
            severity=severity,
        )


def _permitted(judgement: Judgement, kind: ProgrammeKind, aim: ProgrammeAim) -> None:
    setting, ref = judgement.setting, aim.delivery.learn_aim_ref
    allowed = [band.learn_aim_ref for band in judgement.rules.work_experience[kind]]
    if ref in allowed or setting.reference.wex_permission(setting.ukprn, ref, kind) is not None:
        return
    judgement.find(
        "WEX_AIM_NOT_PERMITTED",
        aim.delivery,
        clause(_CLAUSES[kind]["permission"]),
        field="LearnAimRef",
        found=ref,
        expected=f"{allowed[0]} to {allowed[-1]}, or a permission",
        message=f"The work experience aim is not on the list for {kind} and no permission for it is known.",
    )


def _hours(judgement: Judgement, kind: ProgrammeKind, aim: ProgrammeAim) -> None:
    setting, delivery = judgement.setting, aim.delivery
    evidence = setting.reference.wex_evidence(
        setting.ukprn, judgement.learner.learn_ref_number, delivery.aim_seq_number
    )
    band = _band(judgement.rules, delivery.learn_aim_ref)
    if evidence is None or band is None:
        return
    whole = whole_hours(evidence.hours, setting.switches.wex_hours_rounding)
    if not band.hours_from <= whole <= band.hours_to:
        judgement.find(
            "WEX_HOURS",
            delivery,
            clause(_CLAUSES[kind]["aims"]),
            field="wex_evidence Hours",
            found=f"{evidence.hours} hours",
            expected=f"{band.hours_from} to {band.hours_to} hours",
            message=f"The hours evidenced are not those that {delivery.learn_aim_ref} stands for.",
        )


def _band(rules: Rules, learn_aim_ref: str) -> Band | None:
    """Return the hours of an aim whatever programme lists it; a permitted larger aim keeps its own band."""
    bands: Sequence[Band] = [band for listed_ in rules.work_experience.values() for band in listed_]
    return next((band for band in bands if band.learn_aim_ref == learn_aim_ref), None)
