"""What is found in destination codes and destination records.

Source: Skills Bootcamps Wave 5 Learner Entry Tool guidance, learner destination and progression, and destination and
progression recording; ILR validation rules 2023/24.
"""

from datetime import date

from engine.programmes.bootcamps.destination import codes_on, judge_code, outcomes_of
from engine.programmes.bootcamps.finder import Finder
from engine.programmes.bootcamps.milestone_faults import months_after
from engine.programmes.bootcamps.rules import Context, Rules
from engine.programmes.bootcamps.snapshot import COMPLETED, CONTINUING, WITHDRAWN, Bootcamp


def has_code(bootcamp: Bootcamp) -> bool:
    """Say whether a destination code, right or wrong, stands on a bootcamp aim."""
    return bool(codes_on(bootcamp))


def check_destinations(finder: Finder, context: Context) -> None:
    """Find faults of a record's destination codes and of its destination record."""
    snapshot = finder.snapshot
    rules = (snapshot.bootcamps or snapshot.claims)[0].rules
    for bootcamp in snapshot.bootcamps:
        _check_code(finder, bootcamp, context)
        if bootcamp.ref in (
            text.prov_spec_del_mon.strip().upper()
            for text in bootcamp.delivery.provider_spec_delivery_monitoring
        ):
            expected = "no aim reference on the bootcamp itself"
            finder.find(
                "PSMF_NOT_APPLICABLE", bootcamp.delivery, "PSMF-07", "ProvSpecDelMon", bootcamp.ref, expected
            )
    for claim in snapshot.claims:
        codes = sorted(claim.boxes.intersection(claim.rules.destinations))
        if codes:
            expected = "the destination code on the bootcamp aim"
            finder.find(
                "PSMF_NOT_APPLICABLE", claim.delivery, "PSMF-06", "ProvSpecDelMon", ", ".join(codes), expected
            )
    _check_record(finder, rules)
    _check_overdue(finder, rules, context)


def is_recorded(bootcamp: Bootcamp, rules: Rules, context: Context) -> bool:
    """Say whether a bootcamp that has ended has a destination record beside its code."""
    delivery, last = bootcamp.delivery, rules.destination_record_until
    ended = delivery.learn_act_end_date
    if ended is None:
        return False
    if context.switches.dp_split_by == "start_date":
        return delivery.learn_start_date <= last
    if context.switches.dp_split_by == "start_and_end":
        return rules.first_day <= delivery.learn_start_date and ended <= last
    return ended <= last


def _check_code(finder: Finder, bootcamp: Bootcamp, context: Context) -> None:
    codes, aim = codes_on(bootcamp), bootcamp.delivery
    if bootcamp.has_ended and not codes:
        if context.switches.destination_missing == "found":
            finder.find("DEST_CODE_MISSING", aim, "PSMF-01", "ProvSpecDelMon", None, "a destination code")
        return
    if not codes:
        return
    if aim.comp_status == CONTINUING:
        expected = "a code once the learner has completed or left"
        finder.find("DEST_BEFORE_END", aim, "DEST-01", "ProvSpecDelMon", codes[0], expected)
    known, finding = judge_code(bootcamp, codes[0], outcomes_of(finder.snapshot))
    if finding == "DEST_CODE_NA":
        not_applicable = codes[0] in bootcamp.rules.destinations_not_applicable
        expected = "a measure that goes with the outcome" if not_applicable else "a code of the matrices"
        finder.find(finding, aim, _matrix(codes[0]), "ProvSpecDelMon", codes[0], expected)
    elif finding and known is not None:
        found = ", ".join(f"{one.out_type} {one.out_code}" for one in outcomes_of(finder.snapshot))
        expected = f"{known.out_type} {known.out_code} with {known.code}"
        finder.find(finding, aim, "DEST-11", "OutType, OutCode", found, expected)
    if len(codes) > 1:
        finder.find(
            "PSMF_NOT_APPLICABLE", aim, "PSMF-01", "ProvSpecDelMon", ", ".join(codes), "one destination code"
        )


def _matrix(code: str) -> str:
    """Return the clause of the matrix that a code's group belongs to."""
    group = code.removeprefix("WMCA").partition(".")[0]
    if group in ("7", "8", "9", "10", "11"):
        return "DEST-EDU-03"
    return {"12": "DEST-EDU-04", "13": "DEST-OTH-03", "14": "DEST-OTH-03", "15": "DEST-OTH-03"}.get(
        group, "DEST-EMP-04"
    )


def _check_record(finder: Finder, rules: Rules) -> None:
    returned = finder.snapshot.returned
    destination = returned.destination
    if destination is None:
        return
    if destination.uln != returned.learner.uln:
        finder.find(
            "R_85", None, "DEST-04", "ULN", destination.uln, f"{returned.learner.uln}, as on the learner"
        )
    for outcome in destination.dp_outcome:
        if outcome.out_type in rules.unused_outcome_types:
            topic = "DEST-12" if outcome.out_type == "VOL" else "DEST-06"
            finder.find(
                "DEST_TYPE_NOT_USED", None, topic, "OutType", outcome.out_type, "EDU, EMP, GAP, NPE or OTH"
            )
        if outcome.out_end_date is not None and outcome.out_end_date < outcome.out_start_date:
            found, expected = (
                f"{outcome.out_end_date:%d/%m/%Y}",
                f"{outcome.out_start_date:%d/%m/%Y} or later",
            )
            finder.find("OutEndDate_01", None, "DEST-05", "OutEndDate", found, expected)
        if outcome.out_coll_date > returned.file_date:
            found, expected = f"{outcome.out_coll_date:%d/%m/%Y}", f"{returned.file_date:%d/%m/%Y} or earlier"
            finder.find("OutCollDate_02", None, "DEST-07", "OutCollDate", found, expected)


def _check_overdue(finder: Finder, rules: Rules, context: Context) -> None:
    """Find a destination record that is missing once all bootcamps are closed, an error after two months.

    The data of the years after the split have no destination records, so nothing is asked of them.
    """
    snapshot = finder.snapshot
    bootcamps = snapshot.bootcamps
    if not bootcamps or snapshot.returned.returned_in.year.first_day > rules.destination_record_until:
        return
    last = max(bootcamps, key=_ends_last)
    ended = last.delivery.learn_act_end_date
    closed = all(one.delivery.learn_act_end_date is not None for one in bootcamps)
    left = last.delivery.comp_status in (COMPLETED, WITHDRAWN)
    if ended is None or not closed or not left or not is_recorded(last, rules, context):
        return
    if any(one.out_start_date >= ended for one in outcomes_of(snapshot)):
        return
    due = months_after(ended, rules.destination_record_months)
    code = "R108" if snapshot.returned.file_date >= due else "R107"
    found, expected = f"no outcome from {ended:%d/%m/%Y}", f"a destination record by {due:%d/%m/%Y}"
    finder.find(code, last.delivery, "DEST-02", "DPOutcome", found, expected)


def _ends_last(bootcamp: Bootcamp) -> date:
    return bootcamp.delivery.learn_act_end_date or date.min
