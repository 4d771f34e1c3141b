"""Study programme learners for tests: 17 years old with 560 planned hours unless told otherwise."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from engine.calendar import FundingYear
from engine.ilr.records import Learner, LearnerFAM, LearningDelivery, LearningDeliveryWorkPlacement
from engine.ledger import Ledger
from engine.money import calculation_digits
from engine.parameters import published
from engine.programmes import study_programmes
from engine.programmes.study_programmes import Bands, Rules, rules_of_year
from engine.reference import ReferenceData
from engine.setting import Setting
from engine.switches import load_switches

UKPRN = 10000001
HIGH_NEEDS = (LearnerFAM(learn_fam_type="HNS", learn_fam_code=1),)


def placement(
    start: date, end: date | None = None, hours: int = 35, mode: int = 2
) -> LearningDeliveryWorkPlacement:
    """Return a work placement."""
    return LearningDeliveryWorkPlacement(
        work_place_start_date=start,
        work_place_end_date=end,
        work_place_hours=hours,
        work_place_mode=mode,
    )


def aim(
    number: int = 1,
    ref: str = "ZWRKX001",
    *placements: LearningDeliveryWorkPlacement,
    **changed: Any,
) -> LearningDelivery:
    """Return an aim of a study programme from September 2020 to July 2021, going on."""
    facts: dict[str, Any] = {
        "learn_aim_ref": ref,
        "aim_type": 3,
        "aim_seq_number": number,
        "learn_start_date": date(2020, 9, 1),
        "learn_plan_end_date": date(2021, 7, 2),
        "fund_model": 25,
        "del_loc_post_code": "ZZ99 9ZZ",
        "comp_status": 1,
        "learning_delivery_work_placement": placements,
        **changed,
    }
    return LearningDelivery(**facts)


def learner(*aims: LearningDelivery, **changed: Any) -> Learner:
    """Return a learner with some aims."""
    facts: dict[str, Any] = {
        "learn_ref_number": "L1",
        "uln": 1061484016,
        "date_of_birth": date(2003, 1, 15),
        "ethnicity": 31,
        "sex": "F",
        "lldd_health_prob": 2,
        "postcode_prior": "ZZ99 9ZZ",
        "postcode": "ZZ99 9ZZ",
        "plan_learn_hours": 500,
        "plan_eep_hours": 60,
        "learning_delivery": aims,
        **changed,
    }
    return Learner(**facts)


def record(**changed: str) -> dict[str, str]:
    """Return the provider's record of a learner who has not gone out in 2020/21, with a note and a substitute."""
    return {
        "UKPRN": str(UKPRN),
        "LearnRefNumber": "l1",
        "Year": "2021",
        "HoursCounted": "40",
        "WentOut": "N",
        "Planned": "a week at a workshop",
        "WhyNot": "it took in no one",
        "Substitute": "interview days",
        "SubstituteEvidenced": "Y",
        **changed,
    }


def setting(
    *records: Mapping[str, str],
    year: int = 2020,
    file_date: date | None = None,
    **switches: str,
) -> Setting:
    """Return a setting with the provider's records, at the end of the year unless told."""
    chosen = load_switches()
    for name, value in switches.items():
        chosen = chosen.with_choice(name, value)
    reference = ReferenceData.from_tables({"work_placement_records": list(records)})
    funding_year = FundingYear(year)
    day = file_date or funding_year.last_day
    return Setting(UKPRN, funding_year, reference, published(), chosen, day, day)


def worked_out(who: Learner, where: Setting | None = None) -> Ledger:
    """Return the ledger of this programme alone."""
    where = where or setting()
    ledger = Ledger(where.year)
    with calculation_digits():
        study_programmes.calculate(who, None, where, ledger)
    return ledger


def found(who: Learner, where: Setting | None = None) -> list[tuple[int | None, str]]:
    """Return the aims and codes of what is found, in order."""
    rows = worked_out(who, where).findings
    return sorted(((row.aim_seq_number, row.code) for row in rows), key=lambda row: (row[0] or 0, row[1]))


def rules(year: int = 2020) -> Rules:
    """Return the published rules of a year."""
    known = rules_of_year(published(), FundingYear(year))
    assert known is not None
    return known


def bands() -> Bands:
    """Return the published bands of 2020/21."""
    known = rules().bands
    assert known is not None
    return known
