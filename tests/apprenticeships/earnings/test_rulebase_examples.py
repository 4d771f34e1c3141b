"""The worked examples of the 2020/21 rulebase: every amount, share and single value that they print."""

from typing import Any

import pytest

from engine.calendar import month_index
from engine.programmes.apprenticeships.lines import TransactionType as T
from engine.programmes.apprenticeships.person_year import PersonYear
from engine.programmes.apprenticeships.share import full_share_of_month, share_of_month
from tests.apprenticeships.earnings.apprentice_builders import (
    ADULT,
    FRAMEWORK,
    YOUNG,
    aim_of,
    amounts,
    day,
    episode,
    fam,
    learner_of,
    price,
    spread,
    status,
    worked_out,
)

START, PLAN = "06/08/20", "08/08/21"
ID = "25-17-06/08/2020"
FRAMEWORK_ID = "2-403-1-06/08/2020"
SMALL = (status("01/06/17", small=True),)

KINDS = {
    "OnProg": T.ON_PROGRAMME,
    "Completion": T.COMPLETION,
    "Balance": T.BALANCING,
    "FirstEmp": T.FIRST_EMPLOYER_INCENTIVE,
    "FirstProv": T.FIRST_PROVIDER_INCENTIVE,
    "SecondEmp": T.SECOND_EMPLOYER_INCENTIVE,
    "SecondProv": T.SECOND_PROVIDER_INCENTIVE,
    "Uplift": T.UPLIFT_ON_PROGRAMME,
    "UpliftCompletion": T.UPLIFT_COMPLETION,
    "UpliftBalancing": T.UPLIFT_BALANCING,
    "FirstDisadvantage": T.FIRST_DISADVANTAGE,
    "LSF": T.LEARNING_SUPPORT,
    "CareLeaver": T.CARE_LEAVER,
    "MathEng": T.ENGLISH_MATHS_ON_PROGRAMME,
    "MathEngBalance": T.ENGLISH_MATHS_BALANCING,
}


def framework(start: str, plan: str, end: str = "", amount: int = 7500, **fields: Any) -> Any:
    return aim_of(start, plan, end, course=FRAMEWORK, act="2", prices=price(start, amount), **fields)


def standard(start: str, plan: str, end: str = "", *amounts_: int, **fields: Any) -> Any:
    prices = fields.pop("prices", price(start, *(amounts_ or (15000,))))
    return aim_of(start, plan, end, prices=prices, **fields)


EXAMPLES: dict[str, tuple[Any, dict[str, dict[str, str]]]] = {
    "E1": (
        learner_of(framework(START, PLAN), born=YOUNG, statuses=SMALL),
        {
            FRAMEWORK_ID: {
                "values": "7500 0 7500 1500 12",
                "OnProg": "500×12",
                "Uplift": "120×12",
                "FirstEmp": "0×3 500 0×8",
                "FirstProv": "0×3 500 0×8",
                "LevyNonPay": "1×12",
                "Share": "1×12",
                "Government": "500×12",
            }
        },
    ),
    "E2": (
        learner_of(framework("06/08/19", "08/08/20", "09/08/20", comp_status=2), born=YOUNG, statuses=SMALL),
        {
            "2-403-1-01/08/2020": {
                "values": "7500 6000 1500 1500 1",
                "UpliftCompletion": "360 0×11",
                "Completion": "1500 0×11",
                "LevyNonPay": "1 0×11",
                "Government": "1500 0×11",
                "SecondEmp": "500 0×11",
                "SecondProv": "500 0×11",
                "Share": "1 0×11",
            }
        },
    ),
    "E3": (
        learner_of(framework(START, PLAN, "10/05/21", comp_status=2), born=YOUNG, statuses=SMALL),
        {
            FRAMEWORK_ID: {
                "values": "7500 0 7500 1500 12",
                "UpliftBalancing": "0×9 360 0×2",
                "UpliftCompletion": "0×9 360 0×2",
                "Uplift": "120×9 0×3",
                "Balance": "0×9 1500 0×2",
                "Completion": "0×9 1500 0×2",
                "FirstEmp": "0×3 500 0×8",
                "FirstProv": "0×3 500 0×8",
                "LevyNonPay": "1×10 0×2",
                "OnProg": "500×9 0×3",
                "Government": "500×9 3000 0×2",
                "Share": "1×10 0×2",
            }
        },
    ),
    "E4": (
        learner_of(standard(START, PLAN, "", 15000, 3000)),
        {
            ID: {
                "values": "18000 0 15000 3000 12",
                "OnProg": "1000×12",
                "Employer": "50×12",
                "Government": "950×12",
                "Share": "0.95×12",
            }
        },
    ),
    "E5": (
        learner_of(standard(START, PLAN, "20/12/20", 12000, 3000)),
        {
            ID: {
                "values": "15000 0 15000 3000 12",
                "OnProg": "1000×4 0×8",
                "Employer": "50×4 0×8",
                "Government": "950×4 0×8",
                "Share": "0.95×5 0×7",
            }
        },
    ),
    "E6": (learner_of(standard(START, PLAN, "15/09/20")), {}),
    "E7": (
        learner_of(standard(START, PLAN, prices=price(START, 9000) + price("10/01/21", 12000))),
        {
            ID: {
                "values": "9000 0 9000 1800 12",
                "OnProg": "600×5 0×7",
                "Employer": "30×5 0×7",
                "Government": "570×5 0×7",
                "Share": "0.95×6 0×6",
            },
            "25-17-10/01/2021": {
                "values": "12000 3000 9000 2400 7",
                "OnProg": "0×5 942.85714×7",
                "Employer": "0×5 47.14286×7",
                "Government": "0×5 895.71429×7",
                "Share": "0×5 0.95×7",
            },
        },
    ),
    "E8": (
        learner_of(standard(START, PLAN, prices=price(START, 9000) + price("10/01/21", 2000))),
        {
            ID: {"values": "9000 0 9000 1800 12", "OnProg": "600×5 0×7", "Share": "0.95×6 0×6"},
            "25-17-10/01/2021": {
                "values": "2000 3000 -1000 0 7",
                "OnProg": "0×5 -1000 0×6",
                "Employer": "0×5 -50 0×6",
                "Government": "0×5 -950 0×6",
                "Share": "0×5 0.95×7",
            },
        },
    ),
    "E9": (
        learner_of(
            standard(START, PLAN, prices=price(START, 12000, 3000) + price("10/01/21", 0, 0, 5000, 1000))
        ),
        {
            ID: {"values": "15000 0 15000 3000 12", "OnProg": "1000×5 0×7", "Share": "0.95×6 0×6"},
            "25-17-10/01/2021": {
                "values": "6000 5000 6000 1200 7",
                "OnProg": "0×5 685.71429×7",
                "Employer": "0×5 34.28571×7",
                "Government": "0×5 651.42857×7",
                "Share": "0×5 0.95×7",
            },
        },
    ),
    "E10": (
        learner_of(
            standard(START, PLAN, "15/12/20", 12000, comp_status=6),
            standard("01/02/21", "08/10/21", "", 12000, aim_seq_number=2, orig_learn_start_date=START),
        ),
        {
            ID: {"values": "12000 0 12000 2400 12", "OnProg": "800×4 0×8", "Share": "0.95×5 0×7"},
            "25-17-01/02/2021": {
                "values": "12000 3200 8800 2400 8",
                "OnProg": "0×6 800×6",
                "Government": "0×6 760×6",
                "Share": "0×6 0.95×6",
            },
        },
    ),
    "E11": (
        learner_of(standard("10/09/19", "09/09/21", "", 12000)),
        {"25-17-01/08/2020": {"values": "12000 4400 7600 2400 13", "OnProg": "400×12", "Share": "0.95×12"}},
    ),
    "E12": (
        learner_of(standard(START, PLAN), statuses=(status("01/06/17"), status("20/11/20", 11, None))),
        {
            ID: {
                "values": "15000 0 15000 3000 12",
                "LevyNonPay": "0×3 1×3 0×6",
                "OnProg": "1000×6 0×6",
                "Employer": "50×3 0×9",
                "Government": "950×3 1000×3 0×6",
                "Share": "0.95×3 1×3 0.95×6",
            }
        },
    ),
    "E13": (
        learner_of(standard(START, PLAN), statuses=(status("01/06/17"), status("04/03/21", 11, None))),
        {
            ID: {
                "values": "15000 0 15000 3000 12",
                "LevyNonPay": "0×7 1×5",
                "OnProg": "1000×12",
                "Employer": "50×7 0×5",
                "Government": "950×7 1000×5",
                "Share": "0.95×7 1×5",
            }
        },
    ),
    "E14": (
        learner_of(
            standard(START, PLAN, fams=(fam("ACT", "1", START, "31/12/20"), fam("ACT", "2", "01/01/21")))
        ),
        {
            ID: {"values": "15000 0 15000 3000 12", "OnProg": "1000×5 0×7", "Share": "0.95×5 0×7"},
            "25-17-01/01/2021": {
                "values": "15000 5000 10000 3000 7",
                "OnProg": "0×5 1000×7",
                "Share": "0×5 0.95×7",
            },
        },
    ),
    "E15": (
        learner_of(
            standard(START, PLAN, fams=(fam("LSF", "1", START, "20/11/20"),)),
            aim_of(
                START, PLAN, "10/02/21", aim_type=3, aim_seq_number=2, comp_status=2, learn_aim_ref="60060014"
            ),
        ),
        {
            ID: {
                "values": "15000 0 15000 3000 12",
                "LSF": "150×3 0×9",
                "OnProg": "1000×12",
                "Share": "0.95×12",
            },
            "": {"MathEng": "39.25×6 0×6", "MathEngBalance": "0×6 235.5 0×5"},
        },
    ),
    "E16": (
        learner_of(
            standard(START, PLAN, fams=(fam("EEF", "4"),)), born=day("01/01/00"), postcode_prior="WX1 1AA"
        ),
        {
            ID: {
                "values": "15000 0 15000 3000 12",
                "FirstEmp": "0×3 500 0×8",
                "FirstProv": "0×3 500 0×8",
                "CareLeaver": "0×2 1000 0×9",
                "OnProg": "1000×12",
                "Share": "0.95×12",
            }
        },
    ),
    "E17": (
        learner_of(framework(START, PLAN), born=ADULT, postcode_prior="WX1 1AA"),
        {
            FRAMEWORK_ID: {
                "values": "7500 0 7500 1500 12",
                "FirstDisadvantage": "0×3 300 0×8",
                "OnProg": "500×12",
                "Employer": "25×12",
                "Government": "475×12",
                "Share": "0.95×12",
            }
        },
    ),
    "E18": (
        learner_of(standard("06/08/19", "08/08/20", "30/09/20", 15000, comp_status=2, ach_date="20/11/20")),
        {
            "25-17-01/08/2020": {
                "values": "15000 12000 3000 3000 1",
                "Completion": "0×3 3000 0×8",
                "Employer": "0×3 150 0×8",
                "Government": "0×3 2850 0×8",
                "Share": "0.95×4 0×8",
            }
        },
    ),
    "E19": (
        learner_of(standard("06/03/19", "05/03/21", "", 12000)),
        {
            "25-17-01/08/2020": {
                "values": "12000 6800 5200 2400 7",
                "OnProg": "400×7 0×5",
                "Employer": "40×7 0×5",
                "Government": "360×7 0×5",
                "Share": "0.9×12",
            }
        },
    ),
    "E20": (
        learner_of(framework("03/09/20", "21/09/20", "21/09/20", 2000, comp_status=2)),
        {
            "2-403-1-03/09/2020": {
                "values": "2000 0 2000 400 1",
                "Completion": "0 400 0×10",
                "OnProg": "0 1600 0×10",
                "Employer": "0 100 0×10",
                "Government": "0 1900 0×10",
                "Share": "0 0.95 0×10",
            }
        },
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_example(name: str) -> None:
    learner, expected = EXAMPLES[name]
    work = worked_out(learner)
    assert {line.episode.identifier for line in work.earnings.lines if line.episode} <= set(expected)
    for identifier, rows in expected.items():
        shown = {kind: amounts(work, number, identifier or None) for kind, number in KINDS.items()}
        for kind, found in shown.items():
            if identifier or kind in rows:
                assert found == (spread(rows[kind]) if kind in rows else {}), (identifier, kind)
        if identifier:
            check_shares(work, identifier, rows)
            one = episode(work, identifier)
            values = (one.price, one.earlier, one.capped, one.completion, one.planned_instalments)
            assert [float(value) for value in values] == [float(word) for word in rows["values"].split()]


def check_shares(work: PersonYear, identifier: str, rows: dict[str, str]) -> None:
    one = episode(work, identifier)
    end = one.end_with_assessment
    last = work.rules.after_index - 1 if end is None else month_index(end)
    months = range(max(one.start_index, work.rules.first_index), last + 1)
    period = 1 - work.rules.first_index
    shares = {month + period: share_of_month(one.aim, month) for month in months}
    assert {number: share for number, share in shares.items() if number <= 12} == spread(rows["Share"])
    full = {month + period: 1 for month in months if full_share_of_month(one.aim, month)}
    assert full == spread(rows.get("LevyNonPay", "0×12"))
    for kind in ("Government", "Employer"):
        found: dict[int, Any] = {}
        for line in work.earnings.lines:
            shared = line.transaction_type in (T.ON_PROGRAMME, T.BALANCING, T.COMPLETION)
            if shared and line.episode and line.episode.identifier == identifier:
                part = line.government_share if kind == "Government" else 1 - line.government_share
                number = line.month.period
                found[number] = found.get(number, 0) + line.amount * part
        if kind in rows:
            rounded = {number: round(part, 5) for number, part in found.items() if part}
            assert rounded == spread(rows[kind])
