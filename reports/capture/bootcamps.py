"""A learner of Skills Bootcamps as a scenario: the return that the file is, its milestones and its no-pay report."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.calendar import Return
from engine.ilr.records import Learner, LearnerDestinationandProgression, LearningDelivery
from engine.ilr.schema import snake
from engine.parameters import ParameterError
from engine.programmes.bootcamps import Context, Evaluation, evaluate, is_of_bootcamps
from engine.reference import ReferenceData, ReferenceDataError
from engine.returns import ReturnCalendar, ReturnCalendarError, Returned
from engine.setting import Setting
from reports.capture.identity import NEVER, MadeUp
from reports.capture.learner import Captured, born_otherwise
from reports.capture.minimal import minimal
from reports.capture.outcome import finding_steps
from reports.capture.parts import NotCarriedOut, Part, carried_out, shown
from reports.capture.records import cell, destination_parts, learner_parts
from reports.capture.reference import reference_parts
from reports.refusal import Refusal
from steps.bootcamps import INTERVIEW, JOB
from steps.problems import StepError
from steps.returns import BOXES, RECORDS, evaluation, told_return
from steps.world import base_reference

_CODES = ("SOF", "FFI", "DAM", "RES", "LDM")
_DASHED = frozenset({"LSDPostcode", "DelLocPostCode", "Outcome", "WithdrawReason", "FundModel"})
_CONTRIBUTION = re.compile(r"contribution\s+\d+", re.IGNORECASE)
_DESTINATION = re.compile(r"WMCA[\d. ]*")


@dataclass(frozen=True, slots=True)
class Paid:
    """What a return gives: milestones, lines of the no-pay report and findings, aims by their names, in order."""

    milestones: tuple[tuple[str, str, Decimal, date], ...]
    no_pay: tuple[tuple[str, str, str, str], ...]
    findings: tuple[tuple[str, str, str, str], ...]


def has_bootcamps(learner: Learner, setting: Setting) -> bool:
    """Say whether a learner is on a bootcamp or has an aim that claims a milestone of one."""
    context = Context(setting.reference, setting.parameters, setting.switches)
    return any(is_of_bootcamps(aim, context) for aim in learner.learning_delivery)


def captured_bootcamps(
    learner: Learner,
    destination: LearnerDestinationandProgression | None,
    setting: Setting,
    chosen: Iterable[tuple[str, str]] = (),
) -> Captured:
    """Return the scenario of a learner of bootcamps, by the file alone. Raises Refusal for what none can say."""
    context = Context(setting.reference, setting.parameters, setting.switches)
    try:
        calendar = ReturnCalendar.of_reference(setting.reference)
        one = calendar.return_of(setting.year, setting.file_date)
    except ReturnCalendarError as error:
        raise Refusal(f"learner {learner.learn_ref_number} cannot be captured: {error}") from None
    closes = calendar.closes(one)
    returned = Returned(setting.ukprn, one, closes, setting.file_date, learner, destination)
    camps = _camps(learner, setting.reference)
    names = _names(learner, camps)
    result = evaluate([returned], context)
    expected = paid_of(
        result,
        {aim.aim_seq_number: name for aim, name in zip(learner.learning_delivery, names, strict=True)},
        camps,
    )
    made_up = MadeUp(setting.ukprn)
    own = tuple(learner_parts(learner, made_up, of_bootcamps=True))
    records = Part(
        f"these records are returned in {told_return(one)}:",
        tuple(
            _record(aim, name, made_up, camps)
            for aim, name in zip(learner.learning_delivery, names, strict=True)
        ),
        labels=frozenset({"aim"}),
        keyword="When",
    )
    parts = (
        *(Part(f"the guidance is read with {name} as {reading}") for name, reading in chosen),
        *(part for part in reference_parts(learner, setting.reference, made_up)),
        *_allocated(camps, setting),
        *_calendar(one, closes, setting),
        *own,
        *destination_parts(destination),
        records,
    )
    found = _result(parts, camps)
    if found != expected:
        told = found if isinstance(found, str) else _difference(expected, found)
        first = f"learner {learner.learn_ref_number} cannot be captured: as a scenario the records give something else."
        raise Refusal([first, f"  {told}"])

    def same(parts: Sequence[Part]) -> bool:
        # What is paid nothing would be as well without any record, and would show nothing.
        return records.sentence in {part.sentence for part in parts} and _result(parts, camps) == expected

    parts = minimal(parts, same, frozenset({records.sentence}))
    parts, notes = born_otherwise(parts, learner, setting, same)
    others = [aim for aim in learner.learning_delivery if not is_of_bootcamps(aim, context)]
    if others:
        notes = (
            *notes,
            "Other aims than bootcamps are left out: a scenario of returns works out milestones alone.",
        )
    return Captured((*parts, *milestone_parts(expected, one)), _title(expected, one), "bootcamps", notes)


def _camps(learner: Learner, reference: ReferenceData) -> dict[str, str]:
    """Return the scenario's names of the learner's bootcamps by their references."""
    refs = dict.fromkeys(
        aim.learn_aim_ref.upper()
        for aim in learner.learning_delivery
        if reference.is_bootcamp_aim(aim.learn_aim_ref)
    )
    return {ref: "Bootcamp" if at == 1 else f"Bootcamp {at}" for at, ref in enumerate(refs, 1)}


def _names(learner: Learner, camps: Mapping[str, str]) -> list[str]:
    names: list[str] = []
    for aim in learner.learning_delivery:
        ref = aim.learn_aim_ref.upper()
        first = next(iter(camps.values()), "")
        claimed = next((camps[text] for text in _texts(aim) if text in camps), first)
        name = camps.get(ref, f"aim {len(names) + 1}")
        if ref in (INTERVIEW, JOB) and claimed:
            name = f"{'interview' if ref == INTERVIEW else 'job'} for {claimed}"
            name = name if name not in names else f"another {name}"
        names.append(name if name not in names else f"{name} again {len(names)}")
    return names


def _texts(aim: LearningDelivery) -> list[str]:
    return [box.prov_spec_del_mon.strip() for box in aim.provider_spec_delivery_monitoring]


def _record(aim: LearningDelivery, name: str, made_up: MadeUp, camps: Mapping[str, str]) -> dict[str, str]:
    row = {}
    for column in RECORDS.columns:
        ilr = column.field
        if ilr == "learner" or ilr in NEVER or ilr.startswith("box "):
            continue
        if ilr == "aim":
            row[column.heading] = name
        elif ilr.startswith("FAM "):
            kind = ilr.removeprefix("FAM ")
            codes = [
                one.learn_del_fam_code for one in aim.learning_delivery_fam if one.learn_del_fam_type == kind
            ]
            row[column.heading] = ", ".join(codes) or ("-" if kind in ("SOF", "FFI", "DAM") else "")
        else:
            value = made_up.field(ilr, getattr(aim, snake(ilr)))
            row[column.heading] = cell(ilr, value) or (
                "-" if ilr in _DASHED or ilr == "LearnActEndDate" else ""
            )
    said = [(_said(text, camps)) for text in _texts(aim)]
    row["bootcamp reference"] = "" if any(text in camps for text in said) else "-"
    if not name.startswith(("interview for", "job for", "another ")):
        row["bootcamp reference"] = ""
    free = iter(BOXES)
    for text in said:
        if text and not (text in camps and name.endswith(f"for {camps[text]}")):
            row[f"field {next(free)}"] = text
    return {**row, **{f"field {box}": row.get(f"field {box}", "") for box in BOXES}}


def _said(text: str, camps: Mapping[str, str]) -> str:
    """Return a provider's text where it is one that the rules read, blank for any other."""
    if text.upper() in camps or _CONTRIBUTION.fullmatch(text) or _DESTINATION.fullmatch(text):
        return text
    return "Contribution" if text.casefold().startswith("contribution") else ""


def _allocated(camps: Mapping[str, str], setting: Setting) -> Iterator[Part]:
    rows = [row for row in setting.reference.rows("bootcamp_aims") if row["LearnAimRef"].upper() in camps]
    own = [row for row in rows if row["UKPRN"] == str(setting.ukprn)] or rows[:1]
    table = tuple(
        {
            "bootcamp": camps[row["LearnAimRef"].upper()],
            "aim reference": row["LearnAimRef"],
            "price": row["UnitPrice"] or "-",
            "starts from": _day(row["StartFrom"]),
            "starts to": _day(row["StartTo"]),
            "planned end to": _day(row["PlanEndTo"]),
            "provider": "" if row["UKPRN"] == str(setting.ukprn) else "10000901",
        }
        for row in own
    )
    if table:
        yield Part("these bootcamps:", table, labels=frozenset({"bootcamp", "aim reference", "price"}))


def _day(iso: str) -> str:
    return shown(date.fromisoformat(iso)) if iso else "-"


def _calendar(one: Return, closes: date, setting: Setting) -> Iterator[Part]:
    known = base_reference().return_close(one.year, one.name)
    if known is None or known.close_date != closes:
        yield Part(
            "these closing dates of returns:", ({"return": told_return(one), "closes": shown(closes)},)
        )
    if setting.file_date != closes:
        yield Part(f"the file of {told_return(one)} is prepared on {shown(setting.file_date)}")


def _result(parts: Iterable[Part], camps: Mapping[str, str]) -> Paid | str:
    try:
        with carried_out(parts) as world:
            names = {int(aim.fields["AimSeqNumber"]): aim.name for aim in world.learner(None).aims}
            return paid_of(evaluation(world), names, camps)
    except (NotCarriedOut, ParameterError, ReferenceDataError, StepError) as error:
        return str(error)


def paid_of(result: Evaluation, names: Mapping[int, str], camps: Mapping[str, str]) -> Paid:
    """Return what an evaluation of one learner holds; ``names`` are of aims by number, ``camps`` by reference."""

    def name(number: int | None) -> str:
        return "-" if number is None else names.get(number, str(number))

    return Paid(
        tuple(
            sorted(
                (camps.get(one.bootcamp_aim_ref.upper(), ""), one.milestone, one.amount, one.earned_on)
                for one in result.milestones
            )
        ),
        tuple(
            sorted(
                (name(one.aim_seq_number), one.milestone or "-", one.code, one.field) for one in result.no_pay
            )
        ),
        tuple(
            sorted((name(one.aim_seq_number), one.code, one.severity, one.field) for one in result.findings)
        ),
    )


def milestone_parts(expected: Paid, one: Return) -> Iterator[Part]:
    """Yield the Then steps that say exactly what a return gives: milestones, its no-pay report, findings."""
    if expected.milestones:
        rows = tuple(
            {
                "bootcamp": camp,
                "milestone": milestone,
                "amount": f"{amount:,.2f}",
                "return": told_return(one),
                "earned on": shown(day),
            }
            for camp, milestone, amount, day in expected.milestones
        )
        yield Part("the milestones are:", rows, keyword="Then")
        yield Part("nothing else is paid", keyword="Then")
    else:
        yield Part("nothing is paid", keyword="Then")
    if expected.no_pay:
        lines = tuple(
            {"aim": aim, "milestone": milestone, "reason": code, "field": field}
            for aim, milestone, code, field in expected.no_pay
        )
        yield Part(f"the no-pay report of {told_return(one)} is:", lines, keyword="Then")
    else:
        yield Part("every no-pay report is empty", keyword="Then")
    yield from finding_steps(expected.findings)


def _difference(expected: Paid, found: Paid) -> str:
    for what in ("milestones", "no_pay", "findings"):
        one, other = getattr(expected, what), getattr(found, what)
        if one != other:
            lost, new = [row for row in one if row not in other], [row for row in other if row not in one]
            return f"{what.replace('_', '-')}: only in the file {lost[:3]}, only in the scenario {new[:3]}"
    return ""


def _title(expected: Paid, one: Return) -> str:
    paid = sum(row[2] for row in expected.milestones)
    codes = list(dict.fromkeys(code for _, _, code, _ in expected.no_pay))
    found = f", with {', '.join(codes[:3])}{' and others' if len(codes) > 3 else ''}" if codes else ""
    money = f"Milestones of {paid:,.2f}" if paid else "No milestone"
    return f"{money} in {told_return(one)}{found}"
