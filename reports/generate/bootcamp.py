"""Skills Bootcamps: those of the West Midlands Combined Authority, paid by milestones; from 2024/25 model 37 too."""

from datetime import date, timedelta
from typing import Any

from reports.generate.aim import aim, close, destinations, end, numbered
from reports.generate.document import Record
from reports.generate.made_up import (
    AUTHORITY,
    AUTHORITY_POSTCODES,
    BOOTCAMPS,
    INTERVIEW,
    JOB_OFFER,
    NATIONAL_BOOTCAMPS,
)
from reports.generate.person import born, in_work, out_of_work, person
from reports.generate.scene import FM38_FROM, Made, Scene, year_has

_WAVE = date(2024, 4, 1), date(2025, 2, 28)
"""The first and last start of Wave 5."""
_LAST_PLANNED_END = date(2025, 3, 31)
_WENT = (
    ("WMCA1.1", ("EMP", 1)),
    ("WMCA1.2", ("EMP", 1)),
    ("WMCA5.0", ("NPE", 1)),
    ("WMCA10.4", ("EDU", 4)),
    ("WMCA15.0", ("OTH", 4)),
)
"""Where learners go: the code in the provider's field and the outcome of the destination record."""


def learner(scene: Scene, number: int) -> Made:
    """Return a learner on a bootcamp; a provider without an allocation in the extract has those of model 37."""
    of_wave = year_has(scene.year, 2023, 2024)
    share = 100 if scene.year.start_year == 2023 else 70
    if of_wave and scene.ukprn in BOOTCAMPS and scene.chance.percent(share):
        return _of_the_authority(scene, number)
    return _national(scene, number)


def _of_the_authority(scene: Scene, number: int) -> Made:
    chance = scene.chance
    start = chance.day(max(scene.first, _WAVE[0]), min(scene.last, _WAVE[1]))
    planned = min(start + timedelta(chance.between(28, 110)), _LAST_PLANNED_END)
    place = chance.pick(AUTHORITY_POSTCODES)
    works, model = chance.percent(45), 38 if start >= FM38_FROM else 35
    paid = works and chance.percent(60)
    dams = [("DAM", "023")] + ([("DAM", "010")] if works and chance.percent(30) else [])
    codes = [("SOF", AUTHORITY), ("FFI", "2" if paid else "1"), *dams]
    reference = chance.pick(BOOTCAMPS[scene.ukprn])
    small = chance.percent(70)
    paying = ["Contribution 10" if small else "Contribution 30"] if paid else []
    notes = list(paying)
    code, outcome = chance.pick(_WENT)
    main = aim(scene, reference, model, (start, planned), place, codes)
    result = end(scene, main, withdrawn=12, failed=8, early=False)
    if result != "goes on":
        notes.append(code)
    main["ProviderSpecDeliveryMonitoring"] = _notes(notes)
    aims = [main]
    if result == "achieved":
        day = main["LearnActEndDate"]
        for claim, share in ((INTERVIEW, 80), (JOB_OFFER, 60)):
            day += timedelta(chance.between(1, 40))
            if day > scene.prepared or not chance.percent(share):
                break
            later = 38 if day >= FM38_FROM else 35
            record = aim(scene, claim, later, (day, day), place, codes)
            record["ProviderSpecDeliveryMonitoring"] = _notes([reference, *paying])
            close(record, 2, day, 1)
            aims.append(record)
    record = _person(scene, number, start, place, works, small)
    record["LearningDelivery"] = numbered(aims)
    return Made(record, destinations(scene, aims, (outcome,), known=100))


def _national(scene: Scene, number: int) -> Made:
    """Return a learner on a bootcamp of funding model 37, which no rule here pays."""
    chance = scene.chance
    start = chance.day(scene.first, date(scene.last.year, 5, 31))
    place, works = chance.pick(AUTHORITY_POSTCODES), chance.percent(45)
    codes = [("SOF", "105"), ("FFI", "1")]
    days = start, start + timedelta(chance.between(28, 112))
    more: dict[str, Any] = {"ProgType": 32}
    main = aim(scene, chance.pick(NATIONAL_BOOTCAMPS), 37, days, place, codes, **more)
    end(scene, main, withdrawn=12, failed=8)
    record = _person(scene, number, start, place, works, chance.percent(70))
    record["LearningDelivery"] = numbered([main])
    return Made(record, [])


def _person(scene: Scene, number: int, start: date, place: str, works: bool, small: bool) -> Record:
    hours = (scene.chance.between(60, 160), 0)
    record = person(scene, number, born(scene, 20, 58, start), place, hours=hours)
    record["NINumber"] = f"ZZ{number % 1_000_000:06}A"
    status = in_work(scene, start) if works else out_of_work(scene, start)
    if works:
        # The size of the employer: small or medium, or large.
        status["EmploymentStatusMonitoring"].append({"ESMType": "OET", "ESMCode": 2 if small else 1})
    record["LearnerEmploymentStatus"] = [status]
    return record


def _notes(texts: list[str]) -> list[Record]:
    return [
        {"ProvSpecDelMonOccur": letter, "ProvSpecDelMon": text}
        for letter, text in zip("ABCD", texts, strict=False)
    ]
