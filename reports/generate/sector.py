"""Sector Gateway programmes and SWAPs of the West Midlands Combined Authority, from 2021/22, with their DAM codes."""

from datetime import date, timedelta

from engine.calendar import age_on
from reports.generate.aim import aim, close, destinations, end, numbered
from reports.generate.document import Record
from reports.generate.made_up import (
    AUTHORITY,
    AUTHORITY_POSTCODES,
    EMPLOYABILITY,
    JOB_OUTCOME_OLDER,
    JOB_OUTCOME_YOUNG,
    SECTOR_MAIN_AIMS,
    SWAP_MAIN_AIMS,
    WORK_EXPERIENCE,
)
from reports.generate.person import born, in_work, out_of_work, person
from reports.generate.scene import FM38_FROM, Made, Scene

_PROCURED = 10000102
"""The provider of the extract whose adult education contract is procured: its aims carry DAM 002."""
_WEEKS_13 = timedelta(90)
"""From the first day of 13 weeks to the last."""
_WENT = (("NPE", 1), ("NPE", 1), ("EDU", 5), ("EMP", 2))


def learner(scene: Scene, number: int) -> Made:
    """Return a learner on a SWAP or a Sector Gateway programme, some with a job after it."""
    chance = scene.chance
    swap = chance.percent(55)
    start = chance.day(scene.first, date(scene.last.year, 4, 30))
    days = start, start + timedelta(chance.between(28, 84) if swap else chance.between(5, 14))
    place = chance.pick(AUTHORITY_POSTCODES)
    status = out_of_work(scene, start)
    benefit = any(one["ESMType"] == "BSI" for one in status["EmploymentStatusMonitoring"])
    common = [("SOF", AUTHORITY), ("FFI", "1")]
    if scene.ukprn == _PROCURED:
        common.append(("DAM", "002"))
    if not benefit:
        common.append(("DAM", "023"))
    model = 38 if start >= FM38_FROM else 35

    def made(reference: str, days: tuple[date, date], code: str | None) -> Record:
        codes = common + ([("DAM", code)] if code else [])
        return aim(scene, reference, model, days, place, codes)

    component = "016" if swap else "042"
    main = made(chance.pick(SWAP_MAIN_AIMS if swap else SECTOR_MAIN_AIMS), days, "013" if swap else None)
    result = end(scene, main, withdrawn=10)
    aims = [main]
    for reference in (EMPLOYABILITY, chance.pick(WORK_EXPERIENCE)):
        if reference != EMPLOYABILITY or chance.percent(70):
            part = made(reference, days, component)
            for name in ("CompStatus", "LearnActEndDate", "WithdrawReason", "Outcome"):
                part[name] = main.get(name)
            aims.append(part)
    birth = born(scene, 20, 58, start)
    record = person(scene, number, birth, place, hours=(chance.between(20, 120), 0))
    record["LearnerEmploymentStatus"] = [status]
    went = destinations(scene, aims, _WENT, known=100)
    if result == "achieved" and chance.percent(40):
        hired = main["LearnActEndDate"] + timedelta(chance.between(1, 30))
        sustained = hired + _WEEKS_13
        if sustained <= scene.prepared:
            reference = JOB_OUTCOME_YOUNG if age_on(birth, start) < 24 else JOB_OUTCOME_OLDER
            if benefit:
                # The job ends the benefit, so none is recorded any more when the aim starts.
                common.append(("DAM", "023"))
            job = made(reference, (sustained, sustained), component)
            close(job, 2, sustained, 1)
            aims.append(job)
            works = in_work(scene, hired)
            works["DateEmpStatApp"] = hired
            record["LearnerEmploymentStatus"].append(works)
            unemployed = {
                "OutType": "NPE",
                "OutCode": 1,
                "OutStartDate": main["LearnActEndDate"],
                "OutEndDate": hired - timedelta(1),
                "OutCollDate": hired,
            }
            employed = {"OutType": "EMP", "OutCode": 1, "OutStartDate": hired, "OutCollDate": sustained}
            went = [unemployed, employed]
    record["LearningDelivery"] = numbered(aims)
    return Made(record, went)
