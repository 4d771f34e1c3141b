"""Reasons that concern a bootcamp and stop the milestones that hang on it.

Source: Skills Bootcamps Wave 5 Learner Entry Tool guidance, learning delivery tabs and no pay rules.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from engine.employment import status_in_force
from engine.programmes.bootcamps.rules import Context, clause
from engine.programmes.bootcamps.snapshot import (
    CONTINUING,
    TEMPORARILY_WITHDRAWN,
    Bootcamp,
    Fault,
    Snapshot,
    fam_codes,
)


def judge_bootcamps(snapshot: Snapshot, context: Context) -> None:
    """Write down the faults of each bootcamp of a record."""
    for bootcamp in snapshot.bootcamps:
        bootcamp.faults = [
            *_allocation(bootcamp, context),
            *_dates(bootcamp),
            *_postcode(bootcamp, context),
            *_contribution(bootcamp),
            *_dam_codes(bootcamp, snapshot),
            *_break(bootcamp),
        ]
    judge_two_continuing(snapshot.bootcamps)


def judge_two_continuing(bootcamps: Iterable[Bootcamp]) -> None:
    """Write the fault on every continuing bootcamp but the one that started first.

    Of two that started on one day the one with the lower aim sequence number goes first.
    """
    running = [one for one in bootcamps if one.delivery.comp_status == CONTINUING]
    if len({one.ref for one in running}) < 2:
        return
    first = min(running, key=_starts_first)
    begun = f"{first.delivery.learn_start_date:%d/%m/%Y}"
    for one in running:
        if one.ref != first.ref and all(fault.code != "NP_TWO_CONTINUING" for fault in one.faults):
            expected = f"{first.ref}, started {begun}, completed or left"
            one.faults.append(Fault("NP_TWO_CONTINUING", "CompStatus", "1", expected, clause("NOPAY-04")))


def _starts_first(one: Bootcamp) -> tuple[date, int, int]:
    return one.delivery.learn_start_date, one.returned.ukprn, one.delivery.aim_seq_number


def _allocation(bootcamp: Bootcamp, context: Context) -> Iterator[Fault]:
    if bootcamp.allocation is None and context.reference.has("bootcamp_aims"):
        expected = f"a bootcamp allocated to {bootcamp.returned.ukprn}"
        yield Fault("NP_AIM_NOT_ALLOCATED", "LearnAimRef", bootcamp.ref, expected, clause("FIELD-AIM-03"))


def _dates(bootcamp: Bootcamp) -> Iterator[Fault]:
    delivery, allocation, contract = bootcamp.delivery, bootcamp.allocation, bootcamp.contract
    start, planned, prepared = (
        delivery.learn_start_date,
        delivery.learn_plan_end_date,
        bootcamp.returned.file_date,
    )
    if start > prepared:
        yield Fault(
            "NP_START_FUTURE",
            "LearnStartDate",
            _day(start),
            f"{_day(prepared)} or earlier",
            clause("FIELD-AIM-04"),
        )
    outside = bootcamp.has_contracts and contract is None
    if allocation is not None:
        outside = outside or start < allocation.effective_from
        outside = outside or (allocation.effective_to is not None and start > allocation.effective_to)
    if outside:
        if allocation is not None:
            expected = f"{_day(allocation.effective_from)} to {_day(allocation.effective_to)}"
        else:
            expected = "a start within the contract"
        yield Fault("NP_START_WINDOW", "LearnStartDate", _day(start), expected, clause("FIELD-AIM-05"))
    latest = allocation.plan_end_to if allocation is not None else None
    if latest is None and contract is not None:
        latest = contract.effective_to
    if latest is not None and planned > latest:
        expected = f"{_day(latest)} or earlier"
        yield Fault("NP_PLANEND_WINDOW", "LearnPlanEndDate", _day(planned), expected, clause("FIELD-AIM-07"))


def _postcode(bootcamp: Bootcamp, context: Context) -> Iterator[Fault]:
    delivery, rules = bootcamp.delivery, bootcamp.rules
    postcode = " ".join((delivery.lsd_postcode or "").upper().split())
    if not postcode or not context.reference.has("authority_postcodes"):
        return
    if postcode == rules.unknown_postcode and context.switches.zz99_start_postcode == "warn":
        return
    if rules.outside_area_code in fam_codes(delivery, "DAM"):
        return
    area = context.reference.authority(postcode, delivery.learn_start_date)
    if area is None or area.authority != rules.authority:
        expected = f"a postcode of {rules.authority}, or DAM {rules.outside_area_code}"
        yield Fault("NP_LSD_POSTCODE", "LSDPostcode", postcode, expected, clause("FIELD-AIM-11"))


def _contribution(bootcamp: Bootcamp) -> Iterator[Fault]:
    rules, contribution = bootcamp.rules, bootcamp.contribution
    indicators = fam_codes(bootcamp.delivery, "FFI")
    co_funded = rules.co_funded in indicators
    if not contribution.is_faulty and co_funded == bool(contribution.texts):
        return
    texts = " and ".join(contribution.texts) or f"no {rules.contribution_word}"
    found = f"FFI {', '.join(indicators) or 'none'}, {texts}"
    numbers = " or ".join(f"{rules.contribution_word} {number}" for number in rules.contributions)
    expected = f"FFI {rules.co_funded} with {numbers}, or neither"
    yield Fault("NP_FFI_CONTRIB", "FFI, ProvSpecDelMon", found, expected, clause("NOPAY-09"))


def _dam_codes(bootcamp: Bootcamp, snapshot: Snapshot) -> Iterator[Fault]:
    rules, start = bootcamp.rules, bootcamp.delivery.learn_start_date
    codes = fam_codes(bootcamp.delivery, "DAM")
    found = ", ".join(codes) or "none"
    if rules.bootcamp_code not in codes:
        yield Fault("NP_DAM", "DAM", found, rules.bootcamp_code, clause("FIELD-FAM-04"))
    elif rules.low_wage_code in codes:
        status = status_in_force(snapshot.statuses, start)
        if status is None or status.emp_stat != rules.employed:
            employed = "none" if status is None else status.emp_stat
            found = f"DAM {found} with employment status {employed}"
            expected = f"DAM {rules.low_wage_code} only with status {rules.employed}"
            yield Fault("NP_DAM", "DAM", found, expected, clause("FIELD-FAM-06"))


def _break(bootcamp: Bootcamp) -> Iterator[Fault]:
    if bootcamp.delivery.comp_status == TEMPORARILY_WITHDRAWN:
        yield Fault("NP_TEMP_WITHDRAWAL", "CompStatus", "6", "1, 2 or 3", clause("NOPAY-05"))


def _day(day: date | None) -> str:
    return "any day" if day in (None, date.min) else f"{day:%d/%m/%Y}"
