"""DAM codes: the code of the programme, the codes with a condition, and the one main aim.

Source: WMCA coding guidance 2021/22, code tables, DAM rows; SWAP main and component aims.
"""

from collections.abc import Mapping
from datetime import date

from engine.employment import status_in_force
from engine.programmes.sector_programmes.judgement import Judgement, clause, listed
from engine.programmes.sector_programmes.recognition import (
    Programme,
    ProgrammeAim,
    fam_codes,
    is_restart,
)
from engine.programmes.sector_programmes.rules import Item

_DAM = "LearnDelFAMCode (DAM)"


def judge_programme_code(judgement: Judgement, aim: ProgrammeAim, table: Mapping[str, Item]) -> None:
    """Find an aim without the code of its programme, or with codes of both."""
    rules = judgement.rules
    codes = [code for code in table if code in rules.programme_codes]
    for code in codes:
        if table[code].is_mandatory and code not in aim.dams:
            judgement.find(
                "DAM_PROGRAMME_MISSING",
                aim.delivery,
                table[code].clause,
                field=_DAM,
                found=listed(sorted(aim.dams)),
                expected=code,
                message=f"The aim must carry DAM {code}, the code of its programme.",
            )
    if aim.dams & rules.swap_codes and rules.sg_component in aim.dams:
        judgement.find(
            "DAM_MIXED",
            aim.delivery,
            table[codes[0]].clause if codes else clause("SG-MAIN-01"),
            field=_DAM,
            found=listed(sorted(aim.dams & rules.programme_codes)),
            expected="codes of one programme",
            message="One aim carries codes of a SWAP and of a Sector Gateway programme.",
        )


def judge_procured_code(judgement: Judgement, aim: ProgrammeAim, item: Item) -> None:
    """Find DAM 002 missing on procured provision or a growth award, and on nothing of the kind."""
    rules, setting, delivery = judgement.rules, judgement.setting, aim.delivery
    has_code = rules.procured_code in aim.dams
    award = setting.reference.growth_award(
        setting.ukprn, judgement.learner.learn_ref_number, delivery.learn_aim_ref
    )
    procured = is_procured(judgement, delivery.learn_start_date)
    reason = ""
    if procured:
        reason, why = "provision is procured", item.clauses["procured"]
    elif award is not None:
        reason, why = "the activity belongs to a growth award", item.clauses["growth_award"]
    elif item.is_mandatory:
        reason, why = "the table prints it as mandatory", item.clause
    if reason and not has_code:
        judgement.find(
            "DAM002_MISSING",
            delivery,
            why,
            field=_DAM,
            found=listed(sorted(aim.dams)),
            expected=rules.procured_code,
            message=f"The aim must carry DAM {rules.procured_code} because {reason}.",
        )
    # Without a contract nobody knows whether the code is out of place.
    if not reason and has_code and procured is not None:
        judgement.find(
            "DAM002_UNEXPECTED",
            delivery,
            item.clause,
            field=_DAM,
            found=rules.procured_code,
            expected=f"no DAM {rules.procured_code}",
            message="The provision is not procured and the aim belongs to no growth award.",
        )


def is_procured(judgement: Judgement, day: date) -> bool | None:
    """Say whether the provider's adult education on a day is procured; None when no contract is known.

    Contracts of a wave are those of bootcamps and say nothing about adult education.
    """
    held = [
        contract.procured
        for contract in judgement.setting.reference.contracts(judgement.setting.ukprn)
        if not contract.wave
        and contract.effective_from <= day
        and (contract.effective_to is None or day <= contract.effective_to)
    ]
    return any(held) if held else None


def judge_no_benefit_code(judgement: Judgement, aim: ProgrammeAim, item: Item) -> None:
    """Find DAM 023 beside a recorded benefit, and tell where its absence may fail national validation."""
    code, delivery = judgement.rules.no_benefit_code, aim.delivery
    status = status_in_force(judgement.learner.learner_employment_status, delivery.learn_start_date)
    benefits = [
        f"BSI {monitoring.esm_code}"
        for monitoring in (status.employment_status_monitoring if status else ())
        if monitoring.esm_type == "BSI"
    ]
    if code in aim.dams and benefits:
        judgement.find(
            "DAM023_WITH_BSI",
            delivery,
            item.clause,
            field=_DAM,
            found=f"{code} with {listed(benefits)}",
            expected=f"no DAM {code}, or no Benefit Status Indicator",
            message=f"DAM {code} is only for learners whose Benefit Status Indicator is not returned.",
        )
    if code not in aim.dams and not benefits and "1" in fam_codes(delivery, "FFI"):
        judgement.find(
            "DAM023_ADVISED",
            delivery,
            item.clauses["advised"],
            field=_DAM,
            found=listed(sorted(aim.dams)),
            expected=code,
            message=f"Full funding without a recorded benefit may fail validation without DAM {code}.",
        )


def judge_main_aims(judgement: Judgement, programme: Programme) -> None:
    """Find a SWAP without one main aim coded so, and a Sector Gateway programme without one listed."""
    rules = judgement.rules
    if programme.kind == "SG":
        _gateway_mains(judgement, programme)
        return
    mains = [aim for aim in programme.aims if rules.swap_main in aim.dams and not is_restart(aim.delivery)]
    restarted = [aim for aim in programme.aims if rules.swap_main in aim.dams and is_restart(aim.delivery)]
    components = [aim for aim in programme.aims if rules.swap_component in aim.dams]
    if len(mains) > 1 or (components and not mains and not restarted):
        numbers = listed(aim.delivery.aim_seq_number for aim in mains)
        judgement.find(
            "DAM013_COUNT",
            None,
            clause("SWAP-MAIN-01"),
            field=_DAM,
            found=f"{len(mains)} aims with {rules.swap_main}" + (f" (aims {numbers})" if mains else ""),
            expected=f"one aim with {rules.swap_main}",
            message=f"A SWAP has one main aim, coded DAM {rules.swap_main}.",
        )


def _gateway_mains(judgement: Judgement, programme: Programme) -> None:
    mains = [main for main in programme.mains if not is_restart(main)]
    if len(mains) == 1 or (programme.mains and not mains):
        return
    judgement.find(
        "SG_MAIN_COUNT",
        None,
        clause("SG-MAIN-01"),
        field="LearnAimRef",
        found=listed(main.learn_aim_ref for main in mains),
        expected="one of the listed main aims",
        message="A Sector Gateway programme has one main aim from the list.",
    )
