"""Students of 16 to 19: study programmes of funding model 25 with work placements, and a few of model 82."""

from datetime import date, timedelta

from reports.generate.aim import aim, destinations, end, numbered
from reports.generate.document import Record
from reports.generate.made_up import ENGLISH, MATHS, PLACEMENT_YEAR, POSTCODES, PROGRAMME
from reports.generate.person import born, person
from reports.generate.scene import Made, Scene, year_has

_CORES = ("60900035", "60900011", "60900047", "60900059", "60900084")
_GRADES = ("1", "2", "3", "3", "4", "5", "6", "7", "D", "E", "NONE")
_WENT = (("EDU", 4), ("EDU", 4), ("EDU", 6), ("EDU", 2), ("EMP", 1), ("NPE", 1), ("GAP", 1))


def learner(scene: Scene, number: int) -> Made:
    """Return a student with a core aim and, for most, English or maths and a work placement."""
    chance = scene.chance
    start = chance.day(date(scene.first.year, 9, 1), date(scene.first.year, 9, 20))
    if chance.percent(8):
        start = chance.day(start, date(scene.last.year, 3, 1))
    planned = date(scene.last.year, 7, chance.between(1, 20))
    # The level of T levels began in September 2020; their result has a field of its own from 2023/24.
    t_level = year_has(scene.year, 2020) and chance.percent(8)
    model = 82 if not t_level and chance.percent(4) else 25
    postcode = chance.pick(POSTCODES)
    source = [("SOF", "107")]
    later = date(planned.year + 1, 7, 1) if t_level else planned
    core = chance.pick(_CORES)
    aims: list[Record] = [aim(scene, core, model, (start, later), postcode, source, kind=5)]
    end(scene, aims[0], withdrawn=9, failed=8)
    if t_level:
        aims[0]["ProgType"] = 31
        programme = aim(scene, PROGRAMME, model, (start, later), postcode, source, kind=1, ProgType=31)
        _like(programme, aims[0])
        if programme.get("Outcome") == 1:
            programme["TLOut"] = chance.between(1, 5)
            programme["AchDate"] = programme["LearnActEndDate"]
        aims.insert(0, programme)
    grades = chance.pick(_GRADES), chance.pick(_GRADES)
    for reference, grade in ((MATHS, grades[0]), (ENGLISH, grades[1])):
        if grade in ("1", "2", "3", "D", "E", "NONE"):
            part = aim(scene, reference, model, (start, planned), postcode, source)
            end(scene, part, withdrawn=10, failed=30)
            aims.append(part)
    if model == 25 and chance.percent(65):
        aims.append(_placement(scene, start, planned, postcode, chance.between(20, 60)))
    hours = chance.pick(((560, 40), (540, 40), (450, 60), (400, 30), (300, 40), (200, 20)))
    record = person(scene, number, born(scene, 16, 18, date(scene.first.year, 8, 31)), postcode, hours=hours)
    record["MathGrade"], record["EngGrade"] = grades
    record["LearnerFAM"] = [{"LearnFAMType": "HNS", "LearnFAMCode": 1}] if chance.percent(4) else []
    if chance.percent(12):
        record["LearnerFAM"].append({"LearnFAMType": "FME", "LearnFAMCode": 2})
    record["Accom"] = 5 if chance.percent(1) else None
    record["LearningDelivery"] = numbered(aims)
    return Made(record, destinations(scene, aims, _WENT))


def _like(record: Record, other: Record) -> None:
    for name in ("CompStatus", "LearnActEndDate", "WithdrawReason", "Outcome"):
        record[name] = other.get(name)


def _placement(scene: Scene, start: date, planned: date, postcode: str, hours: int) -> Record:
    """Return the aim of all work experience of the year, with one or two placements of some weeks."""
    chance = scene.chance
    record = aim(scene, PLACEMENT_YEAR, 25, (start, planned), postcode, [("SOF", "107")])
    end(scene, record, withdrawn=4, failed=0)
    until = record.get("LearnActEndDate") or planned
    placements = []
    begins = start + timedelta(chance.below(60))
    for _ in range(chance.pick((1, 1, 2))):
        if begins >= until:
            break
        ends = min(begins + timedelta(chance.between(4, 20)), until)
        placements.append({"WorkPlaceStartDate": begins, "WorkPlaceEndDate": ends, "WorkPlaceHours": hours})
        begins = ends + timedelta(chance.between(10, 60))
    if not placements:
        placements = [{"WorkPlaceStartDate": start, "WorkPlaceEndDate": until, "WorkPlaceHours": 1}]
    for one in placements:
        one["WorkPlaceMode"] = chance.pick((2, 2, 2, 1))
    record["LearningDeliveryWorkPlacement"] = placements
    return record
