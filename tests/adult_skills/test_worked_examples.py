"""The worked examples of the 2020/21 calculation, and of the 2021/22 work experience and job outcome aims."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from engine.ilr.records import LearningDelivery
from engine.reference import ReferenceData
from tests.adult_skills.builders import (
    AIM,
    ESOL,
    UKPRN,
    aim_of,
    calculated,
    fam,
    learner_of,
    monthly,
    rate_row,
    reference_of,
    spread,
    values_of,
)

SEP, FEB_END = date(2020, 9, 1), date(2021, 2, 28)
OCT, JAN_END = date(2020, 10, 1), date(2021, 1, 31)
DEC_15 = date(2020, 12, 15)
ADULT = "ESFA AEB - Adult Skills (non-procured)"
ON_TIME = "0 228.57143 114.28571×5 0×5"
FACTORS = {
    "area_costs": [{"Postcode": "AX1 1AA", "AreaCostFactor": "1.12"}],
    "disadvantage": [{"Postcode": "DX1 1AA", "Uplift": "1.15"}],
}
SPECIALIST = {
    "aim_rates": [rate_row(AIM, "1720", factor="G")],
    "organisation_funding": [
        {"UKPRN": str(UKPRN), "OrgFundFactor": "SPECIALIST RESOURCES", "OrgFundFactValue": "1"}
    ],
}
ESOL_TABLES = {
    "aim_rates": [rate_row(ESOL, "724")],
    "annual_values": [{"LearnAimRef": ESOL, "BasicSkillsType": "36", "EffectiveFrom": "2013-08-01"}],
}

Aims = list[LearningDelivery]
Case = tuple[Aims, ReferenceData, dict[str, Any], dict[str, str]]


def case(
    aim: LearningDelivery | Aims,
    payments: dict[str, str],
    tables: dict[str, Any] | None = None,
    **values: Any,
) -> Case:
    return (aim if isinstance(aim, list) else [aim]), reference_of(**(tables or {})), values, payments


def standard(**fields: Any) -> LearningDelivery:
    return aim_of(SEP, FEB_END, FEB_END, achieved=True, **fields)


EXAMPLES: dict[str, Case] = {
    "A1 achieved on time": case(
        standard(),
        {"OnProgPayment": ON_TIME, "AchievePayment": "0×6 200 0×5"},
        FundLine=ADULT,
        AimValue=1000,
        NonGovCont=0,
        PlannedNumOnProgInstalm=7,
        ActualNumInstalm=7,
        ThresholdDays=42,
    ),
    "A2 co-funded": case(
        standard(fams="SOF105 FFI2"),
        {"OnProgPayment": "0 125.71429 62.85714×5 0×5", "AchievePayment": "0×6 110 0×5"},
        {"aim_rates": [rate_row(AIM, "1000", "900")]},
        AimValue=1000,
        NonGovCont=450,
    ),
    "A3 achieved early": case(
        aim_of(SEP, FEB_END, DEC_15, achieved=True),
        {
            "OnProgPayment": "0 228.57143 114.28571×2 0×8",
            "BalancePayment": "0×4 342.85714 0×7",
            "AchievePayment": "0×4 200 0×7",
        },
        ActualNumInstalm=4,
    ),
    "A4 withdrawn after qualifying": case(
        aim_of(SEP, FEB_END, DEC_15),
        {"OnProgPayment": "0 228.57143 114.28571×2 0×8"},
        ActualNumInstalm=4,
    ),
    "A5 withdrawn after 41 days": case(
        aim_of(SEP, FEB_END, date(2020, 10, 11)),
        {},
        AimValue=0,
        PlannedNumOnProgInstalm=0,
        ActualNumInstalm=0,
        ThresholdDays=42,
        FundStart=False,
    ),
    "A6 job outcome without achievement": case(
        aim_of(SEP, FEB_END, FEB_END, comp_status=2, outcome=3, emp_outcome=1),
        {"OnProgPayment": ON_TIME, "EmpOutcomePay": "0×6 100 0×5"},
    ),
    "A7 job outcome and achievement": case(
        standard(emp_outcome=1),
        {"OnProgPayment": ON_TIME, "AchievePayment": "0×6 100 0×5", "EmpOutcomePay": "0×6 100 0×5"},
    ),
    "A8 ten days in one month": case(
        aim_of(date(2020, 10, 5), date(2020, 10, 14), date(2020, 10, 14), achieved=True),
        {"OnProgPayment": "0×2 800 0×9", "AchievePayment": "0×2 200 0×9"},
        PlannedNumOnProgInstalm=2,
        ThresholdDays=1,
    ),
    "A9 area cost and disadvantage, co-funded": case(
        standard(fams="SOF105 FFI2", del_loc_post_code="AX1 1AA"),
        {"OnProgPayment": "0 180.11429 90.05714×5 0×5", "AchievePayment": "0×6 157.6 0×5"},
        FACTORS,
        AimValue=1288,
        NonGovCont=500,
    ),
    "A10 restart": case(
        standard(fams="SOF105 FFI1 RES1", other_fund_adj=50, prior_learn_fund_adj=60),
        {"OnProgPayment": "0 68.57143 34.28571×5 0×5", "AchievePayment": "0×6 100 0×5"},
    ),
    "A11 learning support": case(
        aim_of(SEP, FEB_END, fam_records=[fam("LSF", "1", SEP, date(2020, 12, 20))]),
        {"OnProgPayment": ON_TIME, "LearnSuppFundCash": "0 150×3 0×8"},
    ),
    "A12 traineeship": case(
        aim_of(
            OCT,
            JAN_END,
            JAN_END,
            achieved=True,
            aim_type=1,
            prog_type=24,
            ach_date=date(2021, 3, 10),
            learn_aim_ref="ZPROG001",
        ),
        {"OnProgPayment": "0×2 480 240×3 0×6", "AchievePayment": "0×7 300 0×4"},
        FundLine="19-24 Traineeship (non-procured)",
        AimValue=1500,
        PlannedNumOnProgInstalm=5,
        ThresholdDays=14,
    ),
    "A13 COVID-19 skills offer": case(
        aim_of(OCT, JAN_END, JAN_END, achieved=True, fams="SOF105 FFI1 LDM376", emp_outcome=1),
        {"OnProgPayment": "0×2 448 224×3 0×6", "EmpOutcomePay": "0×5 280 0×6"},
        FundLine="ESFA AEB - COVID-19 Skills Offer (non-procured)",
        AimValue=1400,
    ),
    "A14 ESOL with additional hours": case(
        aim_of(SEP, FEB_END, learn_aim_ref=ESOL, add_hours=250),
        {"OnProgPayment": "0 454.62857 227.31429×5 0×5"},
        ESOL_TABLES,
        AimValue=1989,
    ),
    "A15 yearly cap": case(
        [standard(), standard(aim_seq_number=2)],
        {"OnProgPayment": "0 502.85714 251.42857×5 0×5", "AchievePayment": "0×6 440 0×5"},
        {"aim_rates": [rate_row(AIM, "3000")]},
        CapFactor=Decimal("0.73333"),
        AimValue=3000,
    ),
    "A16 begun last year, ended late": case(
        aim_of(date(2019, 10, 10), date(2020, 12, 20), date(2021, 3, 25), achieved=True),
        {"OnProgPayment": "53.33333×4 0×8", "AchievePayment": "0×7 200 0×4"},
        PlannedNumOnProgInstalm=15,
        ActualNumInstalm=15,
    ),
    "A17 offenders' learning": case(
        standard(fams="SOF105 FFI1 LDM034"),
        {"OnProgPayment": "0 256 128×5 0×5", "AchievePayment": "0×6 224 0×5"},
        FundLine="Adult OLASS",
        AimValue=1120,
    ),
    "A18 specialist resources": case(
        aim_of(SEP, FEB_END),
        {"OnProgPayment": "0 438.85714 219.42857×5 0×5"},
        SPECIALIST,
        AimValue=1920,
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_example_of_2020_21(name: str) -> None:
    aims, reference, values, payments = EXAMPLES[name]
    prior = "DX1 1AA" if reference.rows("disadvantage") else "ZZ99 9ZZ"
    ledger = calculated(learner_of(*aims, postcode_prior=prior), reference)
    for aim in aims:
        found = monthly(ledger, aim.aim_seq_number)
        assert found == {attribute: spread(text) for attribute, text in payments.items()}
        told = values_of(ledger, aim.aim_seq_number)
        for attribute, value in values.items():
            shown = round(told[attribute], 5) if isinstance(told[attribute], Decimal) else told[attribute]
            assert shown == value, attribute
    assert not ledger.findings


WEX = "Z0009123"


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    (
        "rate",
        "start",
        "planned",
        "end",
        "achieved",
        "fams",
        "factor",
        "on_programme",
        "balancing",
        "achievement",
    ),
    [
        (50, "2021-08-16", "2021-08-20", "2021-08-20", True, "FFI1", "1", {1: 40}, {}, {1: 10}),
        (150, "2021-08-23", "2021-09-10", "2021-09-10", True, "FFI1", "1", {1: 120}, {}, {2: 30}),
        (300, "2021-09-01", "2021-10-31", "2021-10-31", True, "FFI1", "1", {2: 160, 3: 80}, {}, {3: 60}),
        (300, "2021-09-01", "2021-10-30", "2021-10-30", True, "FFI1", "1", {2: 240}, {}, {3: 60}),
        (450, "2021-08-03", "2021-10-31", "2021-09-15", True, "FFI1", "1", {1: 180}, {2: 180}, {2: 90}),
        (450, "2021-08-03", "2021-10-31", "2021-09-15", False, "FFI1", "1", {1: 180}, {}, {}),
        (450, "2021-08-03", "2021-10-31", "2021-08-12", False, "FFI1", "1", {}, {}, {}),
        (100, "2021-08-02", "2021-08-06", "2021-08-06", True, "FFI1", "1.12", {1: "89.6"}, {}, {1: "22.4"}),
        (100, "2021-08-02", "2021-08-06", "2021-08-06", True, "FFI2", "1.12", {1: "49.6"}, {}, {1: "12.4"}),
        (1000, "2021-08-03", "2021-08-31", "2021-08-31", True, "FFI1", "1", {1: 800}, {}, {1: 200}),
        (
            1000,
            "2021-08-03",
            "2021-10-31",
            "2021-10-31",
            True,
            "FFI1",
            "1",
            {1: 400, 2: 200, 3: 200},
            {},
            {3: 200},
        ),
        (520, "2021-12-17", "2021-12-17", "2021-12-17", True, "FFI1", "1", {5: 416}, {}, {5: 104}),
        (520, "2022-03-13", "2022-03-13", "2022-03-13", True, "FFI1", "1", {8: 416}, {}, {8: 104}),
    ],
)
def test_example_of_2021_22(
    rate: int, start: str, planned: str, end: str, achieved: bool, fams: str, factor: str,
    on_programme: dict[int, Any], balancing: dict[int, Any], achievement: dict[int, Any],
) -> None:  # fmt: skip
    reference = reference_of(
        aim_rates=[rate_row(WEX, str(rate))], disadvantage=[{"Postcode": "DX1 1AA", "Uplift": factor}]
    )
    aim = aim_of(
        day(start), day(planned), day(end), achieved=achieved, fams=f"SOF112 DAM016 {fams}", learn_aim_ref=WEX
    )
    ledger = calculated(learner_of(aim, postcode_prior="DX1 1AA"), reference, 2021)
    expected = {"OnProgPayment": on_programme, "BalancePayment": balancing, "AchievePayment": achievement}
    assert monthly(ledger) == {
        attribute: {period: Decimal(amount) for period, amount in amounts.items()}
        for attribute, amounts in expected.items()
        if amounts
    }
    assert values_of(ledger)["FundLine"] == "Adult Education - Eligible for MCA/GLA funding (non-procured)"
