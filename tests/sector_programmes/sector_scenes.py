"""Learners of Sector Gateway and SWAP programmes for tests: right in every item unless told otherwise."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from engine.calendar import FundingYear
from engine.ilr.records import (
    DPOutcome,
    EmploymentStatusMonitoring,
    Learner,
    LearnerDestinationandProgression,
    LearnerEmploymentStatus,
    LearningDelivery,
    LearningDeliveryFAM,
)
from engine.ledger import Finding, Ledger
from engine.parameters import published
from engine.programmes import sector_programmes
from engine.reference import ReferenceData
from engine.setting import Setting
from engine.switches import load_switches

UKPRN = 10000001
MAIN, MATHS = "60190023", "60190102"
WEX, EMPLOYABILITY, JOB, JOB_24, GATEWAY = "Z0009123", "Z0009142", "Z0009136", "Z0009137", "Z0009145"
START, END = date(2021, 8, 3), date(2021, 8, 31)
JOB_START, JOB_DAY = date(2021, 9, 18), date(2021, 12, 17)

Rows = Iterable[Mapping[str, str]]


def aim(number: int, ref: str, *dams: str, on: date | None = None, **changed: Any) -> LearningDelivery:
    """Return an aim of 03/08/2021 to 31/08/2021, or of one day, with SOF 112 and FFI 1 unless told."""
    fam = {"SOF": "112", "FFI": "1", **changed.pop("fam", {})}
    facts: dict[str, Any] = {
        "learn_aim_ref": ref,
        "aim_type": 4,
        "aim_seq_number": number,
        "learn_start_date": on or START,
        "learn_plan_end_date": on or END,
        "learn_act_end_date": on or END,
        "fund_model": 35,
        "del_loc_post_code": "WX1 1AA",
        "lsd_postcode": "WX1 1AA",
        "comp_status": 2,
        "outcome": 1,
        **changed,
    }
    codes = [(kind, code) for kind, code in fam.items() if code] + [("DAM", code) for code in dams]
    return LearningDelivery(
        **facts,
        learning_delivery_fam=tuple(
            LearningDeliveryFAM(learn_del_fam_type=kind, learn_del_fam_code=code) for kind, code in codes
        ),
    )


def status(emp_stat: int, begun: date, *benefits: int) -> LearnerEmploymentStatus:
    """Return an employment status with its Benefit Status Indicators."""
    monitoring = tuple(EmploymentStatusMonitoring(esm_type="BSI", esm_code=code) for code in benefits)
    return LearnerEmploymentStatus(
        emp_stat=emp_stat, date_emp_stat_app=begun, employment_status_monitoring=monitoring
    )


def learner(*aims: LearningDelivery, born: date | None = date(2000, 1, 1), **changed: Any) -> Learner:
    """Return a learner on benefits, out of work since July 2021."""
    facts: dict[str, Any] = {
        "learn_ref_number": "L1",
        "uln": 1061484016,
        "date_of_birth": born,
        "ethnicity": 31,
        "sex": "F",
        "lldd_health_prob": 2,
        "postcode_prior": "WX1 1AA",
        "postcode": "WX1 1AA",
        "learner_employment_status": (status(11, date(2021, 7, 1), 1),),
        **changed,
    }
    return Learner(**facts, learning_delivery=aims)


def went(*outcomes: tuple[str, int, date, date | None]) -> LearnerDestinationandProgression:
    """Return destinations given as type, code, start and end, each collected four days after its start."""
    return LearnerDestinationandProgression(
        learn_ref_number="L1",
        uln=1061484016,
        dp_outcome=tuple(
            DPOutcome(
                out_type=kind,
                out_code=code,
                out_start_date=first,
                out_end_date=last,
                out_coll_date=date.fromordinal(first.toordinal() + 4),
            )
            for kind, code, first, last in outcomes
        ),
    )


def spell(first: str, last: str = "", employer: str = "100000001", signed: str = "Y") -> dict[str, str]:
    """Return a row of evidence of employment."""
    return {
        "UKPRN": str(UKPRN),
        "LearnRefNumber": "L1",
        "EmpId": employer,
        "EmploymentStart": first,
        "EmploymentEnd": last,
        "EvidenceSigned": signed,
    }


def setting(
    switches: Mapping[str, str] | None = None,
    file_date: date = date(2022, 6, 6),
    year: int = 2021,
    procured: str | None = "N",
    **tables: Rows,
) -> Setting:
    """Return a setting of a provider with a grant, a few postcodes, and further reference tables."""
    base: dict[str, Rows] = {
        "authority_postcodes": [
            {"Postcode": "WX1 1AA", "Authority": "WMCA", "EffectiveFrom": "2016-06-17", "EffectiveTo": ""},
            {
                "Postcode": "WX9 9ZA",
                "Authority": "WMCA",
                "EffectiveFrom": "2016-06-17",
                "EffectiveTo": "2021-10-31",
            },
            {"Postcode": "WX9 9ZB", "Authority": "WMCA", "EffectiveFrom": "2021-11-01", "EffectiveTo": ""},
            {"Postcode": "YX3 8ER", "Authority": "GMCA", "EffectiveFrom": "2011-04-01", "EffectiveTo": ""},
        ],
        "job_outcome_evidence": [spell("2021-09-18")],
    }
    if procured is not None:
        base["contracts"] = [
            {"UKPRN": str(UKPRN), "ContractRef": "AEB", "Procured": procured, "ValidFrom": "2019-08-01"}
        ]
    chosen = load_switches()
    for name, value in (switches or {}).items():
        chosen = chosen.with_choice(name, value)
    reference = ReferenceData.from_tables({**base, **tables})
    return Setting(UKPRN, FundingYear(year), reference, published(), chosen, file_date, file_date)


INTO_WORK = went(("NPE", 1, END, date(2021, 9, 17)), ("EMP", 1, JOB_START, None))


def findings(
    who: Learner,
    where: Setting | None = None,
    destination: LearnerDestinationandProgression | None = INTO_WORK,
) -> list[Finding]:
    """Return what is found on a learner."""
    where = where or setting()
    ledger = Ledger(where.year)
    sector_programmes.calculate(who, destination, where, ledger)
    return ledger.findings


def found(
    who: Learner,
    where: Setting | None = None,
    destination: LearnerDestinationandProgression | None = INTO_WORK,
) -> list[tuple[int | None, str]]:
    """Return the aims and codes of what is found on a learner, in order."""
    rows = findings(who, where, destination)
    return sorted(((row.aim_seq_number, row.code) for row in rows), key=lambda row: (row[0] or 0, row[1]))


def swap(*more: LearningDelivery, wex: bool = True, main: LearningDelivery | None = None) -> tuple[Any, ...]:
    """Return the aims of a SWAP: the main aim 1, work experience as aim 2, and others."""
    return (main or aim(1, MAIN, "013"), *((aim(2, WEX, "016"),) if wex else ()), *more)


def swap_job(
    ref: str = JOB, on: date = JOB_DAY, number: int = 3, *dams: str, **changed: Any
) -> LearningDelivery:
    """Return the job outcome aim of a SWAP."""
    return aim(number, ref, *(dams or ("016",)), on=on, **changed)
