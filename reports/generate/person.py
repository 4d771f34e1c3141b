"""The part of a record that does not depend on the programme: who the learner is and what they do."""

from collections.abc import Iterable
from datetime import date, timedelta

from engine.identifiers import employer_id_is_valid, uln_with_check_digit
from reports.generate.document import Record
from reports.generate.made_up import FAMILY_NAMES, GIVEN_NAMES, STREETS
from reports.generate.scene import Scene, year_has

FIRST_NINE = 900_000_000
MOST_LEARNERS = 10_000_000
"""Two numbers of nine digits for each learner: one of them always has a check digit."""

EMPLOYERS = tuple(number for number in range(900_000_000, 900_000_800) if employer_id_is_valid(number))
_ETHNICITIES = (31, 31, 31, 31, 31, 31, 34, 37, 39, 40, 41, 43, 44, 46, 98, 99)
_LEVELS_OLD = (1, 2, 2, 3, 7, 9, 10, 97, 98, 99)
_LEVELS = (0, 1, 2, 2, 3, 3, 4, 97, 99)


def uln_of(number: int) -> int:
    """Return the unique learner number of a file's n-th learner, with its check digit."""
    # An even number and the next differ in the ninth digit alone, so at most one of them has no check digit.
    nine = FIRST_NINE + 2 * number
    return uln_with_check_digit(nine) or uln_with_check_digit(nine + 1) or 0


def born(scene: Scene, least: int, most: int, on: date) -> date:
    """Return the birth date of somebody of an age, both ends included, on a day."""
    return on - timedelta(scene.chance.between(least * 1461 // 4 + 1, (most + 1) * 1461 // 4 - 1))


def person(scene: Scene, number: int, birth: date, postcode: str, *, hours: tuple[int, int]) -> Record:
    """Return a learner without aims, statuses and whatever the programme adds; ``hours`` are planned ones."""
    chance = scene.chance
    moved = chance.percent(8)
    record: Record = {
        "LearnRefNumber": f"{number:08}",
        "ULN": uln_of(number),
        "FamilyName": chance.pick(FAMILY_NAMES),
        "GivenNames": chance.pick(GIVEN_NAMES),
        "DateOfBirth": birth,
        "Ethnicity": chance.pick(_ETHNICITIES),
        "Sex": chance.pick("FM"),
        "LLDDHealthProb": 2,
        # The prefix ZZ is never issued.
        "NINumber": f"ZZ{number % 1_000_000:06}{chance.pick('ABCD')}" if chance.percent(30) else None,
        "PlanLearnHours": hours[0],
        "PlanEEPHours": hours[1] or None,
        "PostcodePrior": postcode,
        "Postcode": "ZZ99 9ZZ" if moved else postcode,
        "AddLine1": f"{chance.between(1, 300)} {chance.pick(STREETS)}",
        # 01632 960 is kept for drama and example.org for examples: nobody can be reached by either.
        "TelNo": f"01632960{chance.below(1000):03}" if chance.percent(60) else None,
        "Email": f"learner{number}@example.org" if chance.percent(70) else None,
        "ProviderSpecLearnerMonitoring": [
            {"ProvSpecLearnMonOccur": "A", "ProvSpecLearnMon": f"Cohort {number % 40}"}
        ],
    }
    if year_has(scene.year, 2021):
        known = date(birth.year + 16, 8, 31)
        record["PriorAttain"] = [{"PriorLevel": chance.pick(_LEVELS), "DateLevelApp": known}]
    else:
        record["PriorAttain"] = chance.pick(_LEVELS_OLD)
    if chance.percent(20):
        kind, codes = ("PMC", (4, 5, 6)) if year_has(scene.year, 2018) else ("RUI", (1, 2))
        record["ContactPreference"] = [{"ContPrefType": kind, "ContPrefCode": chance.pick(codes)}]
    if chance.percent(16):
        record["LLDDHealthProb"] = 1
        record["LLDDandHealthProblem"] = [{"LLDDCat": chance.pick((4, 6, 9, 12, 13, 14)), "PrimaryLLDD": 1}]
    return record


def status(code: int, since: date, employer: int | None, monitoring: Iterable[tuple[str, int]]) -> Record:
    """Return an employment status with its monitoring codes."""
    return {
        "EmpStat": code,
        "DateEmpStatApp": since,
        "EmpId": employer,
        "EmploymentStatusMonitoring": [{"ESMType": kind, "ESMCode": value} for kind, value in monitoring],
    }


def out_of_work(scene: Scene, before: date) -> Record:
    """Return the status of somebody without work, looking for it or not, recorded before a day."""
    chance = scene.chance
    since = before - timedelta(chance.between(1, 60))
    seen = [("LOU", chance.between(1, 5))]
    if chance.percent(75):
        seen.append(("BSI", chance.pick((1, 4, 4, 4) if year_has(scene.year, 2017, 2017) else (1, 4, 4, 5))))
    return status(chance.pick((11, 11, 11, 12)), since, None, seen)


def in_work(scene: Scene, before: date, *, small: bool = False) -> Record:
    """Return the status of somebody employed, recorded before a day; ``small`` marks a small employer."""
    chance = scene.chance
    since = before - timedelta(chance.between(1, 400))
    seen = [("EII", chance.between(5, 8)), ("LOE", chance.between(1, 4))]
    if small:
        seen.append(("SEM", 1))
    return status(10, since, chance.pick(EMPLOYERS), seen)
