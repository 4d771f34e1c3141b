"""Learners, reference data and a calculation for tests, with only what a test is about spelt out."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from engine.calendar import FundingYear
from engine.ilr.records import Learner, LearnerEmploymentStatus, LearningDelivery, LearningDeliveryFAM
from engine.ledger import Ledger
from engine.money import calculation_digits
from engine.parameters import published
from engine.programmes import adult_skills
from engine.reference import ReferenceData
from engine.setting import Setting
from engine.switches import load_switches

UKPRN = 10000101
AIM = "60900011"
ESOL = "60920019"


def rate_row(
    aim: str, weighted: str, unweighted: str = "", category: str = "Matrix", factor: str = "A"
) -> dict[str, str]:
    return {
        "LearnAimRef": aim, "FundingCategory": category, "EffectiveFrom": "2013-08-01",
        "RateWeighted": weighted, "RateUnWeighted": unweighted or weighted, "WeightingFactor": factor,
    }  # fmt: skip


def reference_of(**tables: list[dict[str, str]]) -> ReferenceData:
    """Return reference data with one aim of rate 1000, and the tables of a test in place of that."""
    base = {"aim_rates": [rate_row(AIM, "1000")]}
    return ReferenceData.from_tables({**base, **tables})


def fam(kind: str, code: str, first: date | None = None, last: date | None = None) -> LearningDeliveryFAM:
    return LearningDeliveryFAM(
        learn_del_fam_type=kind,
        learn_del_fam_code=code,
        learn_del_fam_date_from=first,
        learn_del_fam_date_to=last,
    )


def aim_of(
    start: date,
    planned: date,
    end: date | None = None,
    *,
    fams: str = "SOF105 FFI1",
    achieved: bool = False,
    **fields: Any,
) -> LearningDelivery:
    """Return an aim; ``fams`` are codes such as ``SOF105``, more records may come in ``fam_records``."""
    status, outcome = (2, 1) if achieved else (1, None) if end is None else (3, 3)
    records = tuple(fam(word[:3], word[3:]) for word in fams.split()) + tuple(fields.pop("fam_records", ()))
    values: dict[str, Any] = {
        "learn_aim_ref": AIM, "aim_type": 4, "aim_seq_number": 1, "learn_start_date": start,
        "learn_plan_end_date": planned, "learn_act_end_date": end, "fund_model": 35, "comp_status": status,
        "outcome": outcome, "del_loc_post_code": "ZZ99 9ZZ", "learning_delivery_fam": records,
    }  # fmt: skip
    return LearningDelivery(**{**values, **fields})


def learner_of(*aims: LearningDelivery, **fields: Any) -> Learner:
    values: dict[str, Any] = {
        "learn_ref_number": "TEST1", "uln": 9999999999, "date_of_birth": date(1990, 5, 5), "ethnicity": 31,
        "sex": "F", "lldd_health_prob": 2, "postcode_prior": "ZZ99 9ZZ", "postcode": "ZZ99 9ZZ",
        "learning_delivery": aims,
    }  # fmt: skip
    return Learner(**{**values, **fields})


def employed(emp_id: int | None, since: date, status: int = 10) -> LearnerEmploymentStatus:
    return LearnerEmploymentStatus(emp_stat=status, date_emp_stat_app=since, emp_id=emp_id)


def setting_of(reference: ReferenceData | None = None, year: int = 2020) -> Setting:
    day = date(year + 1, 9, 14)
    return Setting(
        UKPRN, FundingYear(year), reference or reference_of(), published(), load_switches(), day, day
    )


def calculated(learner: Learner, reference: ReferenceData | None = None, year: int = 2020) -> Ledger:
    ledger = Ledger(FundingYear(year))
    with calculation_digits():
        adult_skills.calculate(learner, None, setting_of(reference, year), ledger)
    return ledger


def monthly(ledger: Ledger, seq: int = 1) -> dict[str, dict[int, Decimal]]:
    """Return the amounts of an aim by attribute and period, to five places."""
    found: dict[str, dict[int, Decimal]] = {}
    for row in ledger.earnings:
        if row.aim_seq_number == seq:
            found.setdefault(row.attribute, {})[row.period] = round(row.amount, 5)
    return found


def values_of(ledger: Ledger, seq: int = 1) -> Mapping[str, Any]:
    return next(values.tell() for values in ledger.values if values.aim_seq_number == seq)


def spread(text: str) -> dict[int, Decimal]:
    """Read twelve amounts written like ``0 228.57×1 114.28×5 0×5`` into those that are not zero."""
    amounts: list[Decimal] = []
    for word in text.split():
        amount, _, times = word.partition("×")
        amounts += [Decimal(amount)] * int(times or 1)
    assert len(amounts) == 12, text
    return {period: amount for period, amount in enumerate(amounts, start=1) if amount}
