"""Learners of the other funding models: community and tailored learning, the social fund, other adult, none."""

from datetime import date, timedelta
from typing import Any

from reports.generate.aim import aim, destinations, end, fam, numbered
from reports.generate.made_up import COMMUNITY_AIM, DEGREE_AIM, POSTCODES, SOCIAL_FUND_AIM
from reports.generate.person import born, in_work, out_of_work, person
from reports.generate.scene import Made, Scene, year_has

_WENT = (("EMP", 1), ("EMP", 2), ("NPE", 1), ("NPE", 2), ("EDU", 5), ("OTH", 4))


def community(scene: Scene, number: int) -> Made:
    """Return a community learner: model 10, from 2024/25 tailored learning of model 11."""
    if year_has(scene.year, 2024):
        return _made(scene, number, COMMUNITY_AIM, 11, [("SOF", "105")], (2, 80))
    kind = scene.chance.pick(("1", "2", "3", "4"))
    return _made(scene, number, COMMUNITY_AIM, 10, [("SOF", "105"), ("ASL", kind)], (2, 80))


def social_fund(scene: Scene, number: int) -> Made:
    """Return a learner of the European Social Fund, model 70, with the reference of a made-up contract."""
    contract = f"ESF-{scene.chance.between(1000, 1009)}"
    return _made(scene, number, SOCIAL_FUND_AIM, 70, [("SOF", "105")], (20, 200), ConRefNumber=contract)


def other_adult(scene: Scene, number: int) -> Made:
    """Return a learner of model 81, other adult."""
    codes = [("SOF", "105"), ("FFI", "1"), ("LDM", "357")]
    return _made(scene, number, SOCIAL_FUND_AIM, 81, codes, (30, 300))


def not_funded(scene: Scene, number: int) -> Made:
    """Return a learner whom no model funds, 99: some with a loan, some on a degree with the fields of it."""
    chance = scene.chance
    shape = chance.below(100)
    if shape < 45:
        made = _made(scene, number, "60900096", 99, [("ADL", "1")], (200, 360))
        record = made.learner["LearningDelivery"][0]
        first, last = record["LearnStartDate"], record["LearnPlanEndDate"]
        if chance.percent(40):
            record["LearningDeliveryFAM"].append(fam("ALB", "1", first, last))
        return made
    if shape < 65:
        fees = chance.between(4000, 9000)
        degree = {
            "SOC2000": 9219,
            "SOC": 9219,
            "SEC": 9,
            "QUALENT3": "P41",
            "TYPEYR": 1,
            "MODESTUD": chance.pick((1, 31)),
            "FUNDLEV": 10,
            "FUNDCOMP": 1,
            "STULOAD": "100.0",
            "YEARSTU": chance.between(1, 3),
            "MSTUFEE": 2,
            "SPECFEE": 0,
            "NETFEE": fees,
            "GROSSFEE": fees,
            "DOMICILE": "XF",
            "PERMADDCOUNTRY": "XF",
            "ELQ": 3,
        }
        made = _made(scene, number, DEGREE_AIM, 99, [("SOF", "1")], (250, 360), LearningDeliveryHE=degree)
        made.learner["LearnerHE"] = {"TTACCOM": chance.pick((1, 4, 5))}
        return made
    return _made(scene, number, "60900072", 99, [("SOF", "998")] if chance.percent(30) else [], (5, 150))


def _made(
    scene: Scene,
    number: int,
    reference: str,
    model: int,
    codes: list[tuple[str, str]],
    length: tuple[int, int],
    **more: Any,
) -> Made:
    chance = scene.chance
    start = chance.day(scene.first, date(scene.last.year, 6, 30))
    place = chance.pick(POSTCODES)
    days = start, start + timedelta(chance.between(*length))
    aims = [aim(scene, reference, model, days, place, codes, **more)]
    end(scene, aims[0])
    record = person(scene, number, born(scene, 19, 75, start), place, hours=(chance.between(2, 300), 0))
    record["LearnerEmploymentStatus"] = [
        in_work(scene, start) if chance.percent(45) else out_of_work(scene, start)
    ]
    record["LearningDelivery"] = numbered(aims)
    return Made(record, destinations(scene, aims, _WENT))
