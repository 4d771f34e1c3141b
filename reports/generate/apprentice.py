"""Apprentices of funding model 36: standards and frameworks, English and maths, prices, breaks, new employers."""

from datetime import date, timedelta
from typing import Any, NamedTuple

from reports.generate.aim import aim, close, destinations, end, fam, numbered, support
from reports.generate.document import Record
from reports.generate.made_up import (
    APPRENTICE_POSTCODES,
    ENGLISH,
    FRAMEWORKS,
    MATHS,
    PROGRAMME,
    STANDARDS,
    Course,
)
from reports.generate.person import born, in_work, person, status
from reports.generate.scene import Made, Scene, year_has

_FIRST_DAY = date(2017, 5, 1)
_LAST_FRAMEWORK_DAY = date(2020, 7, 31)
_WENT = (("EMP", 1), ("EMP", 1), ("EMP", 1), ("EMP", 4), ("EDU", 6), ("NPE", 1))


class _Plan(NamedTuple):
    course: Course
    start: date
    planned: date
    postcode: str
    contract: str
    young: bool


def learner(scene: Scene, number: int) -> Made:
    """Return an apprentice with the programme aim, its parts and, for some, a restart."""
    chance = scene.chance
    start = _start(scene)
    course = chance.pick(FRAMEWORKS if start <= _LAST_FRAMEWORK_DAY and chance.percent(40) else STANDARDS)
    planned = start + timedelta(chance.pick((372, 400, 460, 550, 640, 730)))
    if planned < scene.first:
        planned = scene.first + timedelta(chance.between(20, 300))
    birth = born(scene, *chance.pick(((16, 18), (16, 18), (19, 24), (25, 58))), start)
    young = (start - birth).days < 19 * 365
    contract = chance.pick(("1", "1", "2") if year_has(scene.year, 2019) else ("1", "2"))
    postcode = chance.pick(APPRENTICE_POSTCODES)
    plan = _Plan(course, start, planned, postcode, contract, young)
    hours = (chance.between(200, 600), 0)
    record = person(scene, number, birth, postcode, hours=hours)
    record["LearnerEmploymentStatus"] = _statuses(scene, plan)
    aims = _aims(scene, plan)
    record["LearningDelivery"] = numbered(aims)
    return Made(record, destinations(scene, aims, _WENT))


def _start(scene: Scene) -> date:
    chance = scene.chance
    earliest = max(_FIRST_DAY, date(scene.first.year - 1, 9, 1))
    if chance.percent(55):
        return chance.day(scene.first, date(scene.last.year, 6, 30))
    # In the year or two after frameworks closed, those who go on began long before.
    if year_has(scene.year, 2020, 2022) and chance.percent(40):
        return chance.day(date(2019, 9, 1), _LAST_FRAMEWORK_DAY)
    return chance.day(earliest, scene.first - timedelta(1))


def _statuses(scene: Scene, plan: _Plan) -> list[Record]:
    chance = scene.chance
    small = chance.percent(35 if plan.young else 15)
    found = [in_work(scene, plan.start, small=small)]
    change = chance.below(100)
    day = plan.start + timedelta(chance.between(40, 330))
    if day > scene.prepared:
        return found
    if change < 8:
        later = in_work(scene, day, small=not small)
        later["DateEmpStatApp"] = day
        found.append(later)
    elif change < 12:
        found.append(status(11, day, None, [("LOU", 1)]))
    return found


def _aims(scene: Scene, plan: _Plan) -> list[Record]:
    """Return the programme aim first, then the restart of one that paused, the parts, English and maths."""
    chance, course = scene.chance, plan.course
    finance = [_record("TNP", code, plan.start, price) for code, price in enumerate(course.prices, 1)]
    main = _programme(scene, plan, plan.start, plan.planned, finance)
    aims = [main]
    pause = max(plan.start, scene.first) + timedelta(chance.between(60, 300))
    change = chance.below(100)
    if change < 9 and pause < min(plan.planned, scene.prepared):
        close(main, 6, pause, 3)
        again = pause + timedelta(chance.between(30, 120))
        if again <= scene.prepared and chance.percent(80):
            late = plan.planned + (again - pause)
            prices = [_record("TNP", code, again, price) for code, price in enumerate(course.prices, 1)]
            restart = _programme(scene, plan, again, late, prices)
            restart["OrigLearnStartDate"] = plan.start
            restart["LearningDeliveryFAM"].append(fam("RES", "1"))
            _finish(scene, restart, course)
            aims.append(restart)
    else:
        _finish(scene, main, course)
        new_price = plan.start + timedelta(chance.between(40, 300))
        if change < 21 and new_price < (main.get("LearnActEndDate") or scene.prepared):
            finance.append(_record("TNP", 1, new_price, course.prices[0] - 100 * chance.between(3, 12)))
        elif change < 25 and course.standard and new_price < (main.get("LearnActEndDate") or scene.prepared):
            # The remaining price of a learner whose employer changed.
            finance.append(_record("TNP", 3, new_price, course.prices[0] // 2))
            finance.append(_record("TNP", 4, new_price, course.prices[1]))
    if plan.contract == "2" and chance.percent(70):
        share = 5 if plan.start >= date(2019, 4, 1) else 10
        total = sum(course.prices) * share // 100
        finance += [
            _record("PMR", 1, plan.start + timedelta(30), total // 2),
            _record("PMR", 1, plan.start + timedelta(90), total // 2),
        ]
    for reference in course.aims:
        aims.append(_part(scene, plan, main, reference, plan.planned))
    if chance.percent(32):
        soon = plan.start + timedelta(chance.between(150, 300))
        # Whoever leaves or pauses the apprenticeship before then does so with English and maths too.
        stops = main["CompStatus"] in (3, 6) and main["LearnActEndDate"] < soon
        reference = chance.pick((ENGLISH, MATHS, MATHS))
        aims.append(_part(scene, plan, main if stops else None, reference, soon))
    return aims


def _programme(scene: Scene, plan: _Plan, start: date, planned: date, finance: list[Record]) -> Record:
    chance = scene.chance
    record = _aim(scene, plan, PROGRAMME, 1, (start, planned))
    record["AppFinRecord"] = finance
    record["PHours"] = chance.between(280, 900)
    if plan.young and chance.percent(4):
        record["LearningDeliveryFAM"].append(fam("EEF", "4"))
    if plan.contract == "2" and chance.percent(5):
        day = start + timedelta(chance.between(90, 200))
        record["LearningDeliveryFAM"][1]["LearnDelFAMDateTo"] = day - timedelta(1)
        record["LearningDeliveryFAM"].append(fam("ACT", "1", day))
    support(scene, record, 8)
    return record


def _part(scene: Scene, plan: _Plan, main: Record | None, reference: str, planned: date) -> Record:
    """Return an aim of the programme. With ``main`` it ends as that does, without it in its own way."""
    record = _aim(scene, plan, reference, 3, (plan.start, planned))
    if main is None:
        end(scene, record, withdrawn=8)
        return record
    for name in ("CompStatus", "LearnActEndDate", "WithdrawReason", "Outcome"):
        record[name] = main.get(name)
    return record


def _aim(scene: Scene, plan: _Plan, reference: str, kind: int, days: tuple[date, date]) -> Record:
    course = plan.course
    more: dict[str, Any] = {
        "ProgType": course.prog_type,
        "StdCode": course.standard,
        "FworkCode": course.framework,
        "PwayCode": course.pathway,
    }
    record = aim(scene, reference, 36, days, plan.postcode, [("SOF", "105")], kind=kind, **more)
    record["LearningDeliveryFAM"].append(fam("ACT", plan.contract, days[0]))
    return record


def _finish(scene: Scene, record: Record, course: Course) -> None:
    result = end(scene, record, withdrawn=14, failed=4)
    if result == "goes on":
        return
    record["OTJActHours"] = scene.chance.between(100, record["PHours"])
    if result != "achieved":
        return
    record["AchDate"] = record["LearnActEndDate"]
    if course.standard:
        record["EPAOrgID"] = "EPA0001"
        record["OutGrade"] = scene.chance.pick(("PA", "PA", "ME", "DI"))


def _record(kind: str, code: int, day: date, amount: int) -> Record:
    return {"AFinType": kind, "AFinCode": code, "AFinDate": day, "AFinAmount": amount}
