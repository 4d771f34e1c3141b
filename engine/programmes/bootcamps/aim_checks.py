"""What is found on bootcamp and milestone aims; none of it stops a payment by itself.

Source: Skills Bootcamps Wave 5 Learner Entry Tool guidance, learning delivery tabs; ILR validation rules.
"""

from engine.employment import monitoring_code, status_in_force
from engine.ilr.records import LearningDelivery
from engine.programmes.bootcamps.contribution import contribution_of
from engine.programmes.bootcamps.finder import Finder
from engine.programmes.bootcamps.history import LearnerHistory
from engine.programmes.bootcamps.rules import Context, Rules, fund_model
from engine.programmes.bootcamps.snapshot import CONTINUING, WITHDRAWN, Bootcamp, fam_codes


def check_aims(finder: Finder, history: LearnerHistory, context: Context) -> None:
    """Find faults of each bootcamp and milestone aim of a record."""
    snapshot = finder.snapshot
    for bootcamp in snapshot.bootcamps:
        _check_aim(finder, bootcamp.delivery, bootcamp.rules, context)
        _check_bootcamp(finder, bootcamp, history)
    for claim in snapshot.claims:
        _check_aim(finder, claim.delivery, claim.rules, context)
        attended = history.bootcamp_of(claim, snapshot)
        own = contribution_of(claim.delivery, claim.rules, context.switches.contribution_capitals)
        if attended is not None and own.number != attended.contribution.number:
            found, expected = " and ".join(own.texts), " and ".join(attended.contribution.texts) or "none"
            finder.find("CONTRIB_DIFFERS", claim.delivery, "PSMF-05", "ProvSpecDelMon", found, expected)


def _check_aim(finder: Finder, aim: LearningDelivery, rules: Rules, context: Context) -> None:
    if aim.aim_type != rules.aim_type:
        finder.find("AIMTYPE_NOT_4", aim, "FIELD-AIM-01", "AimType", aim.aim_type, str(rules.aim_type))
    _check_fund_model(finder, aim, context)
    sources = fam_codes(aim, "SOF")
    if sources and rules.source_of_funding not in sources:
        finder.find("SOF_NOT_112", aim, "FIELD-FAM-02", "SOF", ", ".join(sources), rules.source_of_funding)
    start, ended = aim.learn_start_date, aim.learn_act_end_date
    prepared = finder.snapshot.returned.file_date
    if aim.learn_plan_end_date < start:
        found, expected = f"{aim.learn_plan_end_date:%d/%m/%Y}", f"{start:%d/%m/%Y} or later"
        finder.find("LearnPlanEndDate_02", aim, "FIELD-AIM-07", "LearnPlanEndDate", found, expected)
    if ended is not None and ended < start:
        expected = f"{start:%d/%m/%Y} or later"
        finder.find(
            "LearnActEndDate_01", aim, "FIELD-END-03", "LearnActEndDate", f"{ended:%d/%m/%Y}", expected
        )
    if ended is not None and ended > prepared:
        expected = f"{prepared:%d/%m/%Y} or earlier"
        finder.find(
            "LearnActEndDate_04", aim, "FIELD-END-03", "LearnActEndDate", f"{ended:%d/%m/%Y}", expected
        )
    _check_end(finder, aim, rules)
    _check_restart(finder, aim)


def _check_fund_model(finder: Finder, aim: LearningDelivery, context: Context) -> None:
    first = aim.orig_learn_start_date or aim.learn_start_date
    by_date = fund_model(context.parameters, first)
    earliest = 35
    expected = earliest if context.switches.bootcamp_fundmodel == "always_35" else by_date
    if aim.fund_model == expected:
        return
    code = "FUNDMODEL_NOT_35"
    if context.switches.bootcamp_fundmodel != "always_35" and aim.fund_model in (35, 38):
        code = "FundModel_17" if aim.fund_model == earliest else "FundModel_19"
    finder.find(code, aim, "FIELD-AIM-08", "FundModel", aim.fund_model, str(expected))


def _check_end(finder: Finder, aim: LearningDelivery, rules: Rules) -> None:
    ended, status = aim.learn_act_end_date, aim.comp_status
    if ended is not None and status == CONTINUING:
        finder.find(
            "CompStatus_02", aim, "FIELD-END-01", "CompStatus", status, "2, 3 or 6 with an actual end date"
        )
    if ended is None and status != CONTINUING:
        finder.find(
            "CompStatus_03", aim, "FIELD-END-01", "LearnActEndDate", None, f"a date with status {status}"
        )
    if ended is not None and aim.outcome is None:
        finder.find("OUTCOME_MISSING", aim, "FIELD-END-04", "Outcome", None, "an outcome")
    if aim.outcome is not None and aim.outcome not in rules.outcomes:
        expected = ", ".join(str(code) for code in sorted(rules.outcomes))
        finder.find("OUTCOME_NOT_LISTED", aim, "FIELD-END-04", "Outcome", aim.outcome, f"one of {expected}")
    if status == WITHDRAWN and aim.withdraw_reason is None:
        finder.find("WithdrawReason_03", aim, "FIELD-END-06", "WithdrawReason", None, "a reason")
    if status != WITHDRAWN and aim.withdraw_reason is not None:
        finder.find("WithdrawReason_04", aim, "FIELD-END-06", "WithdrawReason", aim.withdraw_reason, "none")


def _check_restart(finder: Finder, aim: LearningDelivery) -> None:
    original, restarted = aim.orig_learn_start_date, "1" in fam_codes(aim, "RES")
    if restarted and original is None:
        finder.find(
            "ORIGINAL_START_MISSING", aim, "RESTART-02", "OrigLearnStartDate", None, "the original start"
        )
    if original is not None and original >= aim.learn_start_date:
        found, expected = f"{original:%d/%m/%Y}", f"before {aim.learn_start_date:%d/%m/%Y}"
        finder.find("OrigLearnStartDate_02", aim, "RESTART-02", "OrigLearnStartDate", found, expected)
    if original is not None and not restarted:
        finder.find("OrigLearnStartDate_04", aim, "RESTART-01", "RES", None, "RES 1 with an original start")


def _check_bootcamp(finder: Finder, bootcamp: Bootcamp, history: LearnerHistory) -> None:
    aim, rules, contribution = bootcamp.delivery, bootcamp.rules, bootcamp.contribution
    if aim.lsd_postcode and " ".join(aim.lsd_postcode.upper().split()) == rules.unknown_postcode:
        expected = "the postcode of the learner's home"
        finder.find("LSD_POSTCODE_TEMPORARY", aim, "FIELD-AIM-12", "LSDPostcode", aim.lsd_postcode, expected)
    if contribution.number and not contribution.exact:
        expected = f"{rules.contribution_word} {contribution.number}"
        finder.find("CONTRIB_CAPITALS", aim, "CONTRIB-04", "ProvSpecDelMon", contribution.texts[0], expected)
    if contribution.number:
        status = status_in_force(finder.snapshot.statuses, aim.learn_start_date)
        is_small = monitoring_code(status, "OET") == 2
        if is_small != (contribution.number == rules.small_employer_contribution):
            size = "OET 2" if is_small else "no OET 2"
            expected = "10 for a small or medium employer (OET 2), 30 for a large one"
            finder.find(
                "CONTRIB_SIZE", aim, "CONTRIB-02", "OET", f"{contribution.texts[0]}, {size}", expected
            )
    before = history.latest()
    earlier = before.bootcamps if before is not None else ()
    for one in earlier:
        same = one.ref == bootcamp.ref and one.delivery.learn_start_date == aim.learn_start_date
        if same and one.delivery.learn_plan_end_date != aim.learn_plan_end_date:
            found, expected = (
                f"{aim.learn_plan_end_date:%d/%m/%Y}",
                f"{one.delivery.learn_plan_end_date:%d/%m/%Y}",
            )
            finder.find("PLANNED_END_CHANGED", aim, "FIELD-AIM-06", "LearnPlanEndDate", found, expected)
