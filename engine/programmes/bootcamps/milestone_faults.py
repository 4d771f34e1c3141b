"""Whether Milestone 1 has been earned, and reasons that stop a Milestone 2 or 3 alone.

Source: Skills Bootcamps Wave 5 Learner Entry Tool guidance, payment milestone indicators and no pay rules.
"""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from engine.calendar import Month
from engine.programmes.bootcamps.history import LearnerHistory
from engine.programmes.bootcamps.rules import Context, clause
from engine.programmes.bootcamps.snapshot import (
    ACHIEVED,
    COMPLETED,
    CONTINUING,
    TEMPORARILY_WITHDRAWN,
    Bootcamp,
    Claim,
    Fault,
    Snapshot,
    fam_codes,
)

_CLAUSES = {
    "NP_M2_DATES": "M2-06", "NP_M3_DATES": "M3-07", "NP_M2_REF": "M2-05", "NP_M3_REF": "M3-08",
    "NP_M2_NOT_COMPLETED": "M2-07", "NP_M3_NOT_COMPLETED": "M3-09",
    "NP_M2_NOT_ACHIEVED": "M2-08", "NP_M3_NOT_ACHIEVED": "M3-10",
}  # fmt: skip


def commenced_on(bootcamp: Bootcamp, context: Context) -> date | None:
    """Return the day on which Milestone 1 was earned, None while it is not.

    The days have passed by the day the file was prepared, the hours are planned where the wave asks for them, and
    the learner was continuing: on that day, or in the return itself when read to the letter.
    """
    delivery, rules, returned = bootcamp.delivery, bootcamp.rules, bootcamp.returned
    day = days_after(delivery.learn_start_date, rules.qualifying_days)
    if day > returned.file_date:
        return None
    if rules.guided_hours is not None and (returned.learner.plan_learn_hours or 0) < rules.guided_hours:
        return None
    if context.switches.m1_status_rule == "literal":
        return day if delivery.comp_status == CONTINUING else None
    ended = delivery.learn_act_end_date
    in_learning = delivery.comp_status != TEMPORARILY_WITHDRAWN and (ended is None or ended >= day)
    return day if in_learning else None


def claim_faults(
    claim: Claim,
    bootcamp: Bootcamp | None,
    snapshot: Snapshot,
    history: LearnerHistory,
    context: Context,
    number: int,
) -> list[Fault]:
    """Return what stops a milestone aim. ``number`` is that of the return, counted in order of closing."""
    faults = list(own_faults(claim, bootcamp, context))
    if bootcamp is None:
        return faults
    if claim.milestone == "M2":
        faults += completion_faults(bootcamp, context)
        return faults
    faults += _offer_faults(claim, bootcamp)
    if not _has_milestone_2(claim, bootcamp, snapshot, history, context, number):
        day = f"{claim.delivery.learn_start_date:%d/%m/%Y}"
        aim = claim.rules.milestone_aims["M2"]
        expected = f"{aim} for {bootcamp.ref} in order, dated {day} or earlier"
        faults.append(Fault("NP_M3_NO_M2", "LearnAimRef", "none", expected, clause("M3-06")))
    return faults


def own_faults(claim: Claim, bootcamp: Bootcamp | None, context: Context) -> Iterator[Fault]:
    """Return what is wrong with a milestone aim itself, or with the end of the bootcamp it names."""
    delivery, milestone = claim.delivery, claim.milestone
    start, prepared = delivery.learn_start_date, claim.returned.file_date
    if start > prepared:
        expected = f"{prepared:%d/%m/%Y} or earlier"
        yield Fault(
            "NP_START_FUTURE", "LearnStartDate", f"{start:%d/%m/%Y}", expected, clause("FIELD-AIM-04")
        )
    dates = (start, delivery.learn_plan_end_date, delivery.learn_act_end_date)
    if len(set(dates)) > 1:
        found = ", ".join("none" if day is None else f"{day:%d/%m/%Y}" for day in dates)
        yield _fault(
            f"NP_{milestone}_DATES", "LearnStartDate, LearnPlanEndDate, LearnActEndDate", found, "one date"
        )
    codes = fam_codes(delivery, "DAM")
    if context.switches.dam023_on_milestone_aims == "yes" and claim.rules.bootcamp_code not in codes:
        found = ", ".join(codes) or "none"
        yield Fault("NP_DAM", "DAM", found, claim.rules.bootcamp_code, clause("FIELD-FAM-05"))
    if bootcamp is None:
        found = ", ".join(sorted(claim.boxes)) or "none"
        yield _fault(
            f"NP_{milestone}_REF", "ProvSpecDelMon", found, "the aim reference of a bootcamp of the learner"
        )
    aims = [delivery] if bootcamp is None else [bootcamp.delivery, delivery]
    open_aim = next((aim for aim in aims if aim.comp_status != COMPLETED), None)
    if open_aim is not None:
        found = f"{open_aim.learn_aim_ref}: {open_aim.comp_status}"
        yield _fault(f"NP_{milestone}_NOT_COMPLETED", "CompStatus", found, "2")
    missed = next((aim for aim in aims if aim.outcome != ACHIEVED), None)
    if missed is not None:
        found = f"{missed.learn_aim_ref}: {'none' if missed.outcome is None else missed.outcome}"
        yield _fault(f"NP_{milestone}_NOT_ACHIEVED", "Outcome", found, "1")


def completion_faults(bootcamp: Bootcamp, context: Context) -> list[Fault]:
    """Return the fault of a bootcamp completed before enough of it was done; learners who left have others."""
    if bootcamp.delivery.comp_status != COMPLETED:
        return []
    done, planned = days_done(bootcamp, context)
    if done >= planned * bootcamp.rules.completion_share:
        return []
    percentage = bootcamp.rules.completion_share * 100
    expected = f"{percentage:f}".rstrip("0").rstrip(".") + "% of the planned days"
    return [Fault("NP_M2_LT80", "LearnActEndDate", f"{done} of {planned} days", expected, clause("M2-09"))]


def days_done(bootcamp: Bootcamp, context: Context) -> tuple[int, int]:
    """Return the days from the start to the actual end and to the planned end; 0 done without an actual end."""
    delivery = bootcamp.delivery
    first = 1 if context.switches.pct_basis == "inclusive_days" else 0
    planned = (delivery.learn_plan_end_date - delivery.learn_start_date).days + first
    if delivery.learn_act_end_date is None or planned < 1:
        return 0, max(planned, 1)
    return (delivery.learn_act_end_date - delivery.learn_start_date).days + first, planned


def days_after(day: date, days: int) -> date:
    """Return the day some days later, or the last day there is."""
    return day + timedelta(days=min(days, (date.max - day).days))


def months_after(day: date, months: int) -> date:
    """Return the day so many calendar months later, the last of the month where that month is shorter."""
    month = Month.of(day).shift(months)
    if month.year > date.max.year:  # some return 9999-12-31 for a day that is not known
        return date.max
    return date(month.year, month.month, min(day.day, calendar.monthrange(month.year, month.month)[1]))


def share_done(bootcamp: Bootcamp, context: Context) -> Decimal:
    """Return the part of the planned days that was done, for people to read."""
    done, planned = days_done(bootcamp, context)
    return Decimal(done) / Decimal(max(planned, 1))


def _offer_faults(claim: Claim, bootcamp: Bootcamp) -> Iterator[Fault]:
    ended = bootcamp.delivery.learn_act_end_date
    if ended is None:
        return
    last = months_after(ended, bootcamp.rules.job_offer_months)
    offered = claim.delivery.learn_start_date
    if offered > last:
        expected = f"{last:%d/%m/%Y} or earlier"
        yield Fault("NP_M3_LATE", "LearnStartDate", f"{offered:%d/%m/%Y}", expected, clause("M3-11"))


def _has_milestone_2(
    claim: Claim,
    bootcamp: Bootcamp,
    snapshot: Snapshot,
    history: LearnerHistory,
    context: Context,
    number: int,
) -> bool:
    if history.had_milestone_2(bootcamp.ref, number, claim.delivery.learn_start_date):
        return True
    if context.switches.m2_previous == "earlier_return_only":
        return False
    for earlier in history.milestone_2_of(bootcamp, snapshot):
        if earlier.delivery.learn_start_date > claim.delivery.learn_start_date:
            continue
        if context.switches.m2_standing == "returned":
            return True
        own = history.bootcamp_of(earlier, snapshot)
        if own is not None and not any(
            (*own_faults(earlier, own, context), *completion_faults(own, context))
        ):
            return True
    return False


def _fault(code: str, field: str, found: str, expected: str) -> Fault:
    return Fault(code, field, found, expected, clause(_CLAUSES[code]))
