"""A learner's records as tables of a scenario: who they are, employment, aims, prices, placements, destinations."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import count, islice
from string import ascii_uppercase
from typing import Any

from engine.ilr.records import Learner, LearnerDestinationandProgression, LearningDelivery
from engine.ilr.schema import schema, snake
from reports.capture.identity import NEVER, MadeUp
from reports.capture.parts import Part, dashed, shown
from steps.headings import (
    AIMS,
    COMPLETION,
    DESTINATIONS,
    EMPLOYMENT,
    EMPLOYMENT_STATUSES,
    FAM_TYPES,
    LEARNERS,
    MONITORING_TYPES,
    OUTCOME,
    TNP_CODES,
)
from steps.ilr_records import defaults

ANY_AIMS, APPRENTICESHIP_AIMS, STUDY_AIMS = (
    "these aims:",
    "these apprenticeship aims:",
    "these study programme aims:",
)
AIM_SENTENCES = frozenset({ANY_AIMS, APPRENTICESHIP_AIMS, STUDY_AIMS})

_APPRENTICESHIPS, _STUDY_PROGRAMMES = 36, 25
_DATED = ("ACT", "LSF", "ALB")
_FILLED_IN = frozenset({"Outcome", "WithdrawReason", "AchDate", "LearnActEndDate"})
_PAYMENTS = {1: "training", 2: "assessment", 3: "paid back"}
_WORDS = {
    name: {code: word for word, code in reversed(words.items())}
    for name, words in (("CompStatus", COMPLETION), ("Outcome", OUTCOME), ("EmpStat", EMPLOYMENT))
}


def aim_letters() -> Iterator[str]:
    """Yield the names that aims get: A, B ... Z, then aim 27, aim 28 ..."""
    yield from ascii_uppercase
    yield from (f"aim {number}" for number in count(len(ascii_uppercase) + 1))


def aim_names(learner: Learner) -> list[str]:
    """Return the names of a learner's aims in the scenario, in the order of the record."""
    return list(islice(aim_letters(), len(learner.learning_delivery)))


def cell(name: str, value: Any) -> str:
    """Return the value of an ILR field as a cell holds it, a code as its word where it has one."""
    words = _WORDS.get(name, {})
    return words.get(value) or shown(value)


def learner_parts(learner: Learner, made_up: MadeUp, *, of_bootcamps: bool = False) -> Iterator[Part]:
    """Yield the steps on the learner and the employment."""
    unless_said = {*defaults()["learner"], *(defaults()["bootcamp learner"] if of_bootcamps else ())}
    row = {}
    for column in LEARNERS.columns:
        name = column.field
        if name == "learner" or name in NEVER:
            continue
        if name == "LLDDCat":
            codes = [str(one.lldd_cat) for one in learner.lld_dand_health_problem]
            row[column.heading] = ", ".join(codes)
        elif name == "PrimaryLLDD":
            marked = [str(one.lldd_cat) for one in learner.lld_dand_health_problem if one.primary_lldd == 1]
            row[column.heading] = ", ".join(marked)
        elif name in ("PriorLevel", "DateLevelApp"):
            row[column.heading] = _prior(learner, name)
        else:
            value = made_up.field(name, getattr(learner, snake(name)))
            row[column.heading] = cell(name, value) or ("-" if name in unless_said else "")
    yield Part("this learner:", (row,))
    if any(one.learn_fam_type == "HNS" for one in learner.learner_fam):
        yield Part("Learner is a high needs student")
    yield _employment(learner, made_up)


def _prior(learner: Learner, name: str) -> str:
    attained: Any = learner.prior_attain
    if isinstance(attained, tuple | list):
        last = max(attained, key=lambda one: str(one.date_level_app), default=None)
        return dashed(getattr(last, snake(name), None)) if last or name == "PriorLevel" else ""
    return dashed(attained) if name == "PriorLevel" else ""


def _employment(learner: Learner, made_up: MadeUp) -> Part:
    rows = []
    for status in learner.learner_employment_status:
        monitoring = {one.esm_type: one.esm_code for one in status.employment_status_monitoring}
        row = {}
        for column in EMPLOYMENT_STATUSES.columns:
            name = column.field
            if name == "learner" or name in NEVER:
                continue
            if name.startswith("ESM "):
                row[column.heading] = shown(monitoring.get(name.removeprefix("ESM ")))
            else:
                row[column.heading] = cell(name, made_up.field(name, getattr(status, snake(name))))
        rows.append(row)
    return Part("these employment statuses:", tuple(rows)) if rows else Part("there is no employment status")


def unspeakable(learner: Learner) -> list[str]:
    """Return what the record holds that no table of a scenario can say, as words for a message."""
    kinds = {
        one.esm_type
        for status in learner.learner_employment_status
        for one in status.employment_status_monitoring
    }
    found = [f"employment status monitoring {kind}" for kind in sorted(kinds - {*MONITORING_TYPES})]
    fams = {one.learn_del_fam_type for aim in learner.learning_delivery for one in aim.learning_delivery_fam}
    return [*found, *(f"LearningDeliveryFAM {kind}" for kind in sorted(fams - {*FAM_TYPES}))]


def aim_parts(
    learner: Learner, names: Sequence[str], made_up: MadeUp, year_code: str, *, own_words: bool = True
) -> Iterator[Part]:
    """Yield the steps on the aims, their further prices and codes, and placements.

    ``own_words`` takes the tables that programmes have of their own, which fill in more than the one for any aim.
    """
    kinds: dict[str, list[int]] = {}
    for at, aim in enumerate(learner.learning_delivery):
        kinds.setdefault(_sentence(aim) if own_words else ANY_AIMS, []).append(at)
    for sentence, places in kinds.items():
        known = {child.name for child in schema(year_code).entity("LearningDelivery").children}
        rows = [_aim(learner.learning_delivery[at], names[at], sentence, made_up, known) for at in places]
        yield Part(sentence, tuple(rows), labels=frozenset({"aim"}))
    named = list(zip(names, learner.learning_delivery, strict=True))
    for further, part in (
        (_prices, "these prices:"),
        (_payments, "these payment records:"),
        (_codes, "these dated codes:"),
    ):
        found = [row for name, aim in named for row in further(name, aim)]
        if found:
            yield Part(
                part, tuple(found), labels=frozenset({"aim", "date", "type", "code", "payment", "amount"})
            )
    placements = [
        {
            "aim": name,
            "start date": shown(one.work_place_start_date),
            "end date": dashed(one.work_place_end_date),
            "hours": dashed(one.work_place_hours),
            "mode": dashed(one.work_place_mode),
            "employer": shown(made_up.field("WorkPlaceEmpId", one.work_place_emp_id)),
        }
        for name, aim in named
        for one in aim.learning_delivery_work_placement
    ]
    if placements:
        yield Part("these work placements:", tuple(placements), labels=frozenset({"aim", "start date"}))


def _sentence(aim: LearningDelivery) -> str:
    if aim.fund_model == _APPRENTICESHIPS:
        return APPRENTICESHIP_AIMS
    return STUDY_AIMS if aim.fund_model == _STUDY_PROGRAMMES else ANY_AIMS


def _defaults_of(sentence: str) -> set[str]:
    kinds = {
        ANY_AIMS: ("aim",),
        STUDY_AIMS: ("aim", "study programme aim"),
        APPRENTICESHIP_AIMS: ("apprenticeship programme aim", "apprenticeship component aim"),
    }[sentence]
    return {name.removeprefix("FAM ") for kind in kinds for name in defaults()[kind]}


def _aim(aim: LearningDelivery, name: str, sentence: str, made_up: MadeUp, known: set[str]) -> dict[str, str]:
    unless_said = _defaults_of(sentence)
    said = _simple_codes(aim)
    row = {}
    for column in AIMS.columns:
        ilr = column.field
        if ilr == "learner" or ilr in NEVER:
            continue
        if ilr == "aim":
            row[column.heading] = name
        elif ilr.startswith("FAM "):
            kind = ilr.removeprefix("FAM ")
            has_any = any(one.learn_del_fam_type == kind for one in aim.learning_delivery_fam)
            row[column.heading] = ", ".join(said.get(kind, ())) or (
                "-" if kind in unless_said and not has_any else ""
            )
        elif ilr in ("LSF from", "LSF to"):
            row[column.heading] = shown(said.get(ilr))
        elif ilr.startswith("price TNP"):
            row[column.heading] = shown(_price_at_start(aim, int(ilr[-1])))
        else:
            value = made_up.field(ilr, getattr(aim, snake(ilr)))
            fills = (ilr in unless_said and ilr in known) or ilr in _FILLED_IN
            row[column.heading] = cell(ilr, value) or ("-" if fills else "")
    return row


def _simple_codes(aim: LearningDelivery) -> dict[str, Any]:
    """Return the codes that the aims table can say: those without dates, a contract type and support of one spell."""
    said: dict[str, Any] = {}
    for kind in FAM_TYPES:
        fams = [one for one in aim.learning_delivery_fam if one.learn_del_fam_type == kind]
        undated = [
            one for one in fams if one.learn_del_fam_date_from is None and one.learn_del_fam_date_to is None
        ]
        if kind not in _DATED and len(undated) == len(fams):
            said[kind] = [one.learn_del_fam_code for one in fams]
    for one in _alone(aim, "ACT"):
        if one.learn_del_fam_date_from == aim.learn_start_date and one.learn_del_fam_date_to is None:
            said["ACT"] = [one.learn_del_fam_code]
    for one in _alone(aim, "LSF"):
        if one.learn_del_fam_code == "1" and one.learn_del_fam_date_from is not None:
            said["LSF from"], said["LSF to"] = one.learn_del_fam_date_from, one.learn_del_fam_date_to
    return said


def _alone(aim: LearningDelivery, kind: str) -> list[Any]:
    fams = [one for one in aim.learning_delivery_fam if one.learn_del_fam_type == kind]
    return fams if len(fams) == 1 else []


def _codes(name: str, aim: LearningDelivery) -> Iterator[dict[str, str]]:
    simple = _simple_codes(aim)
    for one in aim.learning_delivery_fam:
        kind = one.learn_del_fam_type
        if kind in simple or (kind == "LSF" and "LSF from" in simple) or kind not in FAM_TYPES:
            continue
        yield {
            "aim": name,
            "type": kind,
            "code": str(one.learn_del_fam_code),
            "from": shown(one.learn_del_fam_date_from),
            "to": shown(one.learn_del_fam_date_to),
        }


def _price_at_start(aim: LearningDelivery, code: int) -> int | None:
    found = [one for one in aim.app_fin_record if (one.a_fin_type, one.a_fin_code) == ("TNP", code)]
    at_start = [one for one in found if one.a_fin_date == aim.learn_start_date]
    return at_start[0].a_fin_amount if at_start else None


def _prices(name: str, aim: LearningDelivery) -> Iterator[dict[str, str]]:
    """Yield the prices that the aims table has no place for; those of one day in one row where their codes differ."""
    in_table = set()
    rows: list[dict[str, str]] = []
    for one in aim.app_fin_record:
        if one.a_fin_type != "TNP" or one.a_fin_code not in TNP_CODES:
            continue
        if one.a_fin_date == aim.learn_start_date and one.a_fin_code not in in_table:
            in_table.add(one.a_fin_code)
            continue
        day, heading = shown(one.a_fin_date), f"TNP{one.a_fin_code}"
        if not rows or rows[-1]["date"] != day or rows[-1][heading]:
            rows.append({"aim": name, "date": day, **dict.fromkeys((f"TNP{code}" for code in TNP_CODES), "")})
        rows[-1][heading] = shown(one.a_fin_amount)
    yield from rows


def _payments(name: str, aim: LearningDelivery) -> Iterator[dict[str, str]]:
    for one in aim.app_fin_record:
        if one.a_fin_type == "PMR" and one.a_fin_code in _PAYMENTS:
            yield {
                "aim": name,
                "date": shown(one.a_fin_date),
                "payment": _PAYMENTS[one.a_fin_code],
                "amount": shown(one.a_fin_amount),
            }


def destination_parts(record: LearnerDestinationandProgression | None) -> Iterator[Part]:
    """Yield the step on what became of the learner, if the file says."""
    rows = [
        {
            column.heading: shown(getattr(one, snake(column.field)))
            for column in DESTINATIONS.columns
            if column.field not in ("learner", "ULN")
        }
        for one in (record.dp_outcome if record else ())
    ]
    if rows:
        yield Part("these destinations:", tuple(rows))


def days_of(learner: Learner, further: Iterable[date] = ()) -> set[date]:
    """Return the days that the records of a learner speak of; the date of birth is none of them."""
    found = {*further}
    for aim in learner.learning_delivery:
        days = (
            aim.learn_start_date,
            aim.orig_learn_start_date,
            aim.learn_plan_end_date,
            aim.learn_act_end_date,
        )
        found |= {day for day in (*days, aim.ach_date) if isinstance(day, date)}
    return found
