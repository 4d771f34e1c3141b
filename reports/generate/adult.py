"""Adult skills learners: funding model 35, from August 2024 model 38 for new starts; traineeships; old frameworks."""

from datetime import date, timedelta

from reports.generate.aim import aim, close, destinations, end, fam, numbered, source_of, support
from reports.generate.document import Record
from reports.generate.made_up import (
    ADULT_AIMS,
    AUTHORITY,
    LEVEL_3_AIMS,
    OLD_FRAMEWORK_AIMS,
    PLACEMENT_YEAR,
    POSTCODES,
    PROGRAMME,
    WORK_PREPARATION,
)
from reports.generate.person import born, in_work, out_of_work, person
from reports.generate.scene import FM38_FROM, Made, Scene, year_has

_WENT = (("EMP", 1), ("EMP", 1), ("EMP", 2), ("NPE", 1), ("NPE", 2), ("EDU", 4), ("EDU", 5), ("OTH", 4))
_MONITORING = ("347", "357", "363", "378")


def learner(scene: Scene, number: int) -> Made:
    """Return an adult learner with one to three aims."""
    chance = scene.chance
    shape = chance.below(100)
    if shape < 5 and year_has(scene.year, 2017, 2022):
        return _trainee(scene, number)
    if shape < 8 and year_has(scene.year, 2017, 2018):
        return _old_framework(scene, number)
    return _adult(scene, number)


def _adult(scene: Scene, number: int) -> Made:
    chance = scene.chance
    start = _start(scene)
    model = 38 if start >= FM38_FROM else 35
    postcode = chance.pick(POSTCODES)
    source = source_of(postcode, AUTHORITY, start >= date(2019, 8, 1))
    works = chance.percent(40)
    fully = not works or chance.percent(55)
    aims = []
    for place in range(chance.pick((1, 1, 1, 1, 1, 2, 2, 2, 3))):
        begins = start + timedelta(chance.pick((0, 0, 7, 35)) * place)
        if begins >= FM38_FROM > start or begins > scene.prepared:
            begins = start
        codes = _codes(scene, source, fully)
        reference = chance.pick(ADULT_AIMS)
        days = begins, _planned_end(scene, begins, reference)
        delivered = postcode if chance.percent(80) else chance.pick(POSTCODES)
        record = aim(scene, reference, model, days, postcode, codes, DelLocPostCode=delivered)
        if model == 35 and chance.percent(3):
            record["OrigLearnStartDate"] = begins - timedelta(chance.between(30, 200))
            record["PriorLearnFundAdj"] = chance.between(20, 95)
            record["LearningDeliveryFAM"].append(fam("RES", "1"))
        if chance.percent(3) and begins + timedelta(60) < days[1]:
            paused = max(begins + (days[1] - begins) // 2, scene.first)
            close(record, 6, min(paused, scene.prepared), 3)
        else:
            result = end(scene, record)
            if result == "achieved" and not works and chance.percent(4):
                record["EmpOutcome"] = chance.pick((1, 2))
        support(scene, record, 7)
        aims.append(record)
    record = person(scene, number, born(scene, 20, 62, start), postcode, hours=(chance.between(6, 540), 0))
    before = min(one["LearnStartDate"] for one in aims)
    record["LearnerEmploymentStatus"] = [in_work(scene, before) if works else out_of_work(scene, before)]
    record["LearningDelivery"] = numbered(aims)
    return Made(record, destinations(scene, aims, _WENT))


def _start(scene: Scene) -> date:
    """Return when a learner began: most within the year; from 2024/25 enough before it to be of model 35."""
    chance = scene.chance
    if scene.first < FM38_FROM:
        earliest = date(scene.first.year - 1, 9, 1)
        return (
            chance.day(scene.first, date(scene.last.year, 7, 1))
            if chance.percent(70)
            else chance.day(earliest, scene.first)
        )
    if chance.percent(45 if scene.first == FM38_FROM else 30):
        return chance.day(date(2023, 9, 1), date(2024, 7, 26))
    return chance.day(scene.first, date(scene.last.year, 7, 1))


def _planned_end(scene: Scene, begins: date, reference: str) -> date:
    """Return a planned end; what began before the year is planned to last into it."""
    chance = scene.chance
    shape = chance.below(100)
    if reference in LEVEL_3_AIMS:
        days = chance.between(240, 700)
    elif shape < 10:
        days = chance.below(13)
    else:
        days = chance.between(13, 166) if shape < 65 else chance.between(167, 420)
    planned = begins + timedelta(days)
    return planned if planned >= scene.first else scene.first + timedelta(chance.between(10, 200))


def _codes(scene: Scene, source: str, fully: bool) -> list[tuple[str, str]]:
    chance = scene.chance
    codes = [("SOF", source), ("FFI", "1" if fully else "2")]
    if source == "105":
        codes += [("LDM", code) for code in chance.some(_MONITORING, 2)]
        if chance.percent(1):
            codes.append(("LDM", "034"))
    else:
        codes += [("DAM", code) for code in chance.some(("001", "010"), 1)]
    if not year_has(scene.year, 2023):
        codes.append(("HHS", chance.pick(("1", "2", "98", "99"))))
    return codes


def _trainee(scene: Scene, number: int) -> Made:
    """Return a trainee of 19 to 23: programme, work preparation and a work placement."""
    chance = scene.chance
    start = chance.day(scene.first, date(scene.last.year, 4, 30))
    days = start, start + timedelta(chance.between(45, 180))
    place = chance.pick(("WX1 1AA", "WX1 2AB", "WX2 4BC"))
    codes = [("SOF", "105"), ("FFI", "1")]
    programme = aim(scene, PROGRAMME, 35, days, place, codes, kind=1, ProgType=24)
    if end(scene, programme) == "achieved":
        programme["AchDate"] = programme["LearnActEndDate"]
    aims: list[Record] = [programme]
    for reference in (WORK_PREPARATION, PLACEMENT_YEAR):
        part = aim(scene, reference, 35, days, place, codes, kind=3, ProgType=24)
        part["CompStatus"], part["Outcome"] = programme["CompStatus"], programme.get("Outcome")
        part["LearnActEndDate"] = programme.get("LearnActEndDate")
        part["WithdrawReason"] = programme.get("WithdrawReason")
        aims.append(part)
    aims[-1]["LearningDeliveryWorkPlacement"] = [
        {
            "WorkPlaceStartDate": start,
            "WorkPlaceEndDate": programme.get("LearnActEndDate"),
            "WorkPlaceHours": chance.between(70, 240),
            "WorkPlaceMode": 2,
        }
    ]
    record = person(scene, number, born(scene, 19, 22, start), place, hours=(chance.between(100, 400), 0))
    record["LearnerEmploymentStatus"] = [out_of_work(scene, start)]
    record["LearningDelivery"] = numbered(aims)
    return Made(record, destinations(scene, aims, (("EMP", 1), ("EDU", 2), ("EDU", 4), ("NPE", 1))))


def _old_framework(scene: Scene, number: int) -> Made:
    """Return an apprentice on a framework begun before May 2017, which is funded as adult skills."""
    chance = scene.chance
    start = chance.day(date(2016, 8, 1), date(2017, 4, 28))
    days = start, max(start + timedelta(chance.between(400, 800)), scene.first + timedelta(60))
    place = chance.pick(POSTCODES)
    course = {"ProgType": 3, "FworkCode": 415, "PwayCode": 1}
    codes = [("SOF", "105"), ("FFI", chance.pick(("1", "2")))]
    aims = [aim(scene, PROGRAMME, 35, days, place, codes, kind=1, **course)]
    result = end(scene, aims[0])
    if result == "achieved":
        aims[0]["AchDate"] = aims[0]["LearnActEndDate"]
    for reference in OLD_FRAMEWORK_AIMS:
        part = aim(scene, reference, 35, days, place, codes, kind=3, **course)
        for name in ("CompStatus", "LearnActEndDate", "WithdrawReason", "Outcome"):
            part[name] = aims[0].get(name)
        aims.append(part)
    record = person(scene, number, born(scene, 17, 30, start), place, hours=(chance.between(200, 500), 0))
    record["LearnerEmploymentStatus"] = [in_work(scene, start)]
    record["LearningDelivery"] = numbered(aims)
    return Made(record, destinations(scene, aims, (("EMP", 1), ("EMP", 1), ("EDU", 6))))
