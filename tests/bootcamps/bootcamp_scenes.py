"""Bootcamp learners for tests: right in every field unless told otherwise."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from engine.calendar import FundingYear, Return
from engine.ilr.records import (
    DPOutcome,
    EmploymentStatusMonitoring,
    Learner,
    LearnerDestinationandProgression,
    LearnerEmploymentStatus,
    LearningDelivery,
    LearningDeliveryFAM,
    PriorAttain,
    ProviderSpecDeliveryMonitoring,
)
from engine.parameters import published
from engine.programmes.bootcamps import Context, Evaluation, evaluate
from engine.reference import ReferenceData
from engine.returns import Returned
from engine.switches import load_switches

UKPRN, OTHER, NO_CONTRACT = 10000001, 10000002, 10000009
ULN, TEMPORARY = 1061484016, 9999999999
CAMP, SECOND, UNPRICED, OF_OTHER = "Z9000001", "Z9000002", "Z9000003", "Z9000004"
M2, M3 = "Z0010211", "Z0010212"
START, END = date(2024, 5, 1), date(2024, 7, 30)

Rows = Iterable[Mapping[str, str]]


def tables(**changed: Rows) -> dict[str, Rows]:
    """Return the reference tables: two providers with contracts, bootcamps at 3000 pounds, one area."""

    def allocated(ukprn: int, ref: str, price: str) -> dict[str, str]:
        return {"UKPRN": str(ukprn), "LearnAimRef": ref, "Title": ref, "UnitPrice": price,
                "StartFrom": "2024-04-01", "StartTo": "2025-02-28", "PlanEndTo": "2025-03-31"}  # fmt: skip

    def contract(ukprn: int) -> dict[str, str]:
        return {"UKPRN": str(ukprn), "ContractRef": f"C-{ukprn}", "Wave": "5", "Procured": "Y",
                "ValidFrom": "2024-04-01", "ValidTo": "2025-03-31"}  # fmt: skip

    area = {"Postcode": "WX1 1AA", "Authority": "WMCA", "EffectiveFrom": "2016-06-17", "EffectiveTo": ""}
    elsewhere = {**area, "Postcode": "YX3 8ER", "Authority": "GMCA"}
    return {
        "bootcamp_aims": [
            allocated(UKPRN, CAMP, "3000"), allocated(UKPRN, SECOND, "2999.90"), allocated(UKPRN, UNPRICED, ""),
            allocated(OTHER, CAMP, "2500"), allocated(OTHER, OF_OTHER, "2000"), allocated(NO_CONTRACT, CAMP, "1000"),
        ],
        "contracts": [contract(UKPRN), contract(OTHER)],
        "authority_postcodes": [area, elsewhere],
        **changed,
    }  # fmt: skip


def context(
    switches: Mapping[str, str] | None = None, wave: str = "", tables_given: Mapping[str, Rows] | None = None
) -> Context:
    """Return a context with some readings chosen."""
    chosen = load_switches()
    for name, value in (switches or {}).items():
        chosen = chosen.with_choice(name, value)
    given = tables() if tables_given is None else tables_given
    return Context(ReferenceData.from_tables(given), published(), chosen, wave)


def aim(
    number: int, ref: str, start: date = START, plan: date = END, *boxes: str, **changed: Any
) -> LearningDelivery:
    """Return a continuing aim with SOF 112, FFI 1 and DAM 023; an actual end date makes it completed and achieved."""
    codes = {"SOF": "112", "FFI": "1", "DAM": "023", **changed.pop("fam", {})}
    ended = changed.get("learn_act_end_date")
    facts: dict[str, Any] = {
        "learn_aim_ref": ref,
        "aim_type": 4,
        "aim_seq_number": number,
        "learn_start_date": start,
        "learn_plan_end_date": plan,
        "fund_model": 35 if start < date(2024, 8, 1) else 38,
        "del_loc_post_code": "ZZ99 9ZZ",
        "lsd_postcode": "WX1 1AA",
        "comp_status": 2 if ended else 1,
        "outcome": 1 if ended else None,
        **changed,
    }
    pairs = [(kind, code) for kind, told in codes.items() for code in told.split()]
    return LearningDelivery(
        **facts,
        learning_delivery_fam=tuple(
            LearningDeliveryFAM(learn_del_fam_type=kind, learn_del_fam_code=code) for kind, code in pairs
        ),
        provider_spec_delivery_monitoring=tuple(
            ProviderSpecDeliveryMonitoring(prov_spec_del_mon_occur=letter, prov_spec_del_mon=text)
            for letter, text in zip("ABCD", boxes, strict=False)
        ),
    )


def camp(*boxes: str, number: int = 1, ref: str = CAMP, **changed: Any) -> LearningDelivery:
    """Return a bootcamp that is going on."""
    start, plan = changed.pop("start", START), changed.pop("plan", END)
    return aim(number, ref, start, plan, *boxes, **changed)


def done(*boxes: str, on: date = END, **changed: Any) -> LearningDelivery:
    """Return a bootcamp that was completed and achieved, with a destination code unless told otherwise."""
    return camp(*(boxes or ("WMCA1.1",)), learn_act_end_date=on, **changed)


def claim(milestone: str, on: date, *boxes: str, number: int = 2, **changed: Any) -> LearningDelivery:
    """Return a milestone aim for the bootcamp, or with the texts given."""
    ended = changed.pop("learn_act_end_date", on)
    plan = changed.pop("plan", on)
    return aim(number, milestone, on, plan, *(boxes or (CAMP,)), learn_act_end_date=ended, **changed)


def status(emp_stat: int = 11, begun: date = date(2024, 1, 1), **codes: int) -> LearnerEmploymentStatus:
    """Return an employment status with monitoring codes; status 11 has a length of unemployment."""
    given = {"LOU": 2, **codes} if emp_stat == 11 else codes
    monitoring = tuple(
        EmploymentStatusMonitoring(esm_type=kind, esm_code=code) for kind, code in given.items() if code
    )
    return LearnerEmploymentStatus(
        emp_stat=emp_stat, date_emp_stat_app=begun, employment_status_monitoring=monitoring
    )


def learner(*aims: LearningDelivery, **changed: Any) -> Learner:
    """Return a learner with every mandatory field."""
    facts: dict[str, Any] = {
        "learn_ref_number": "L1",
        "uln": ULN,
        "family_name": "Arden",
        "given_names": "Sky",
        "date_of_birth": date(1990, 1, 1),
        "ethnicity": 31,
        "sex": "F",
        "lldd_health_prob": 2,
        "ni_number": "ZZ100272B",
        "plan_learn_hours": 200,
        "prior_attain": (PriorAttain(prior_level=2, date_level_app=date(2020, 1, 1)),),
        "postcode_prior": "WX1 1AA",
        "postcode": "WX1 1AA",
        "learner_employment_status": (status(),),
        **changed,
    }
    return Learner(**facts, learning_delivery=aims)


def went(*outcomes: tuple[str, int, date, date | None], uln: int = ULN) -> LearnerDestinationandProgression:
    """Return destinations given as type, code, start and end, each collected on its start."""
    return LearnerDestinationandProgression(
        learn_ref_number="L1",
        uln=uln,
        dp_outcome=tuple(
            DPOutcome(
                out_type=kind, out_code=code, out_start_date=first, out_end_date=last, out_coll_date=first
            )
            for kind, code, first, last in outcomes
        ),
    )


def close_of(year: str, number: int) -> date:
    """Return a closing date: the 6th of the next month, R13 on 13 September and R14 on 17 October."""
    first = FundingYear.from_code(year).start_year
    if number > 12:
        return date(first + 1, 9, 13) if number == 13 else date(first + 1, 10, 17)
    month = 8 + number
    return date(first + (month - 1) // 12, (month - 1) % 12 + 1, 6)


def returned(
    year: str,
    number: int,
    who: Learner,
    destination: LearnerDestinationandProgression | None = None,
    **changed: Any,
) -> Returned:
    """Return a learner as a return held it, the file prepared on its closing date."""
    closes = close_of(year, number)
    one = Return(FundingYear.from_code(year), number)
    return Returned(
        changed.get("ukprn", UKPRN), one, closes, changed.get("file_date", closes), who, destination
    )


def run(*held: Returned, **switches: str) -> Evaluation:
    """Judge records under the default readings, or some chosen."""
    return evaluate(held, context(switches))


def paid(result: Evaluation) -> list[tuple[str, str, str]]:
    """Return the milestones paid with amount and return, as year and name."""
    return [
        (one.milestone, str(one.amount), f"{one.returned_in.year.code} {one.returned_in.name}")
        for one in result.milestones
    ]


def refused(result: Evaluation) -> list[tuple[str, int | None, str | None, str]]:
    """Return the no-pay lines with the return's name, aim, milestone and code."""
    return [(one.returned_in.name, one.aim_seq_number, one.milestone, one.code) for one in result.no_pay]


def codes(result: Evaluation) -> list[str]:
    """Return the codes of the no-pay lines."""
    return [one.code for one in result.no_pay]


def found(result: Evaluation) -> list[str]:
    """Return the codes of the other findings."""
    return [one.code for one in result.findings]
