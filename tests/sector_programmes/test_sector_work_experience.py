"""Work experience: bands of hours, permissions, and the claims that were closed."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sector_scenes import GATEWAY, MAIN, UKPRN, WEX, aim, findings, found, learner, setting, swap

from engine.programmes.sector_programmes import (
    Choice,
    ProgrammeKind,
    claims_without_learner,
    published_rules,
    wex_aim,
)

RULES = published_rules(date(2021, 8, 1))
TOO_MANY, TOO_FEW = Choice(needs_permission=True), Choice()


@pytest.mark.parametrize(
    ("hours", "gateway", "academy"),
    [
        ("0", None, None),
        ("2", None, None),
        ("2.5", "Z0009121", "Z0009121"),
        ("3", "Z0009121", "Z0009121"),
        ("4", "Z0009121", "Z0009121"),
        ("4.01", "Z0009122", "Z0009122"),
        ("6", "Z0009122", "Z0009122"),
        ("7", "Z0009123", "Z0009123"),
        ("12", "Z0009123", "Z0009123"),
        ("13", "Z0009124", "Z0009124"),
        ("20", "Z0009124", "Z0009124"),
        ("20.5", "Z0009125", "Z0009125"),
        ("44", "Z0009125", "Z0009125"),
        ("45", "permission", "Z0009126"),
        ("68", "permission", "Z0009126"),
        ("69", "permission", "Z0009127"),
        ("92", "permission", "Z0009127"),
        ("92.5", "permission", "permission"),
    ],
)
def test_aim_for_hours(hours: str, gateway: str | None, academy: str | None) -> None:
    kinds: tuple[tuple[ProgrammeKind, str | None], ...] = (("SG", gateway), ("SWAP", academy))
    for kind, expected in kinds:
        choice = wex_aim(Decimal(hours), kind, RULES)
        if expected == "permission":
            assert choice == TOO_MANY
        else:
            assert (choice.learn_aim_ref, choice.needs_permission) == (expected, False)


def test_parts_of_an_hour_under_both_readings_and_base_rates() -> None:
    assert wex_aim(Decimal("2.5"), "SWAP", RULES, "floor") == TOO_FEW
    assert wex_aim(Decimal("4.9"), "SWAP", RULES, "floor").learn_aim_ref == "Z0009121"
    rates = [wex_aim(hours, "SWAP", RULES).base_rate for hours in (3, 5, 7, 13, 21, 45, 69)]
    assert rates == [Decimal(rate) for rate in (21, 35, 50, 100, 150, 300, 450)]


def evidence(hours: str, number: int = 2, ref: str = "L1") -> dict[str, str]:
    return {"UKPRN": str(UKPRN), "LearnRefNumber": ref, "AimSeqNumber": str(number), "Hours": hours}


@pytest.mark.parametrize(
    ("hours", "rounding", "codes"),
    [
        ("6", "ceil", ["WEX_HOURS"]),
        ("6.1", "ceil", []),
        ("6.1", "floor", ["WEX_HOURS"]),
        ("12", "ceil", []),
        ("12.5", "ceil", ["WEX_HOURS"]),
        ("12.5", "floor", []),
        ("13", "floor", ["WEX_HOURS"]),
    ],
)
def test_hours_of_the_evidence(hours: str, rounding: str, codes: list[str]) -> None:
    where = setting({"wex_hours_rounding": rounding}, wex_evidence=[evidence(hours)])
    assert [code for _, code in found(learner(*swap()), where)] == codes


def test_evidence_of_others_is_not_taken() -> None:
    where = setting(wex_evidence=[evidence("99", ref="L2"), evidence("99", number=1)])
    assert found(learner(*swap()), where) == []


@pytest.mark.parametrize(("ref", "allowed"), [("Z0009125", True), ("Z0009126", False), ("Z0009127", False)])
def test_larger_aims_in_a_gateway_programme(ref: str, allowed: bool) -> None:
    aims = (aim(1, GATEWAY), aim(2, ref, "042"))
    assert found(learner(*aims)) == ([] if allowed else [(2, "WEX_AIM_NOT_PERMITTED")])
    permission = {"UKPRN": str(UKPRN), "LearnAimRef": ref, "Programme": "SG"}
    assert found(learner(*aims), setting(wex_permissions=[permission])) == []
    others = {**permission, "UKPRN": "10000002"}
    assert bool(found(learner(*aims), setting(wex_permissions=[others]))) is not allowed
    assert found(learner(*swap(aim(3, ref, "016")))) == []


def test_an_aim_outside_the_list_is_known_by_its_title() -> None:
    named = [
        {"LearnAimRef": "Z9999999", "LearnAimRefTitle": "Work Experience / Work Placement (93-100 hours)"}
    ]
    aims = swap(aim(3, "Z9999999", "016"))
    assert found(learner(*aims), setting(aims=named)) == [(3, "WEX_AIM_NOT_PERMITTED")]
    permission = [{"UKPRN": str(UKPRN), "LearnAimRef": "Z9999999", "Programme": "SWAP"}]
    assert found(learner(*aims), setting(aims=named, wex_permissions=permission)) == []


def test_the_same_aim_twice_and_two_different_ones() -> None:
    assert found(learner(*swap(aim(3, WEX, "016")))) == [(3, "WEX_REPEATED")]
    assert found(learner(*swap(aim(3, "Z0009124", "016")))) == []


@pytest.mark.parametrize(("reading", "severity"), [("no", "warning"), ("yes", "error")])
def test_a_swap_without_work_experience(reading: str, severity: str) -> None:
    rows = findings(learner(*swap(wex=False)), setting({"swap_wex_required": reading}))
    assert [(row.aim_seq_number, row.code, row.severity) for row in rows] == [
        (None, "SWAP_WEX_MISSING", severity)
    ]
    assert found(learner(aim(1, GATEWAY)), setting({"swap_wex_required": reading})) == []


@pytest.mark.parametrize(
    ("day", "banned"), [(date(2021, 7, 31), False), (date(2021, 8, 1), True), (date(2022, 3, 1), True)]
)
def test_the_former_claim_code(day: date, banned: bool) -> None:
    ends: dict[str, Any] = {"learn_plan_end_date": day, "learn_act_end_date": day}
    claim = aim(3, MAIN, "016", "014", learn_start_date=day, **ends)
    rows = [row for row in findings(learner(*swap(claim))) if row.code.startswith("DAM")]
    assert [(row.aim_seq_number, row.code) for row in rows] == ([(3, "DAM014_BANNED")] if banned else [])
    alone = aim(1, MAIN, "014", learn_start_date=day, **ends)
    assert found(learner(alone)) == ([(1, "DAM014_BANNED")] if banned else [])


def claim(day: str, line: str = "MCA Adjustment 1", purpose: str = "WEX", ref: str = "L1") -> dict[str, str]:
    return {
        "UKPRN": str(UKPRN),
        "LearnRefNumber": ref,
        "Line": line,
        "Purpose": purpose,
        "ClaimDate": day,
        "Amount": "150.00",
    }


@pytest.mark.parametrize(
    ("row", "banned"),
    [
        (claim("2021-07-31"), False),
        (claim("2021-08-01"), True),
        (claim("2021-10-26", purpose="Work experience"), True),
        (claim("2021-10-26", purpose="Learning support"), False),
        (claim("2021-10-26", line="MCA Adjustment 2"), False),
        (claim("2021-10-26", ref="L2"), False),
    ],
)
def test_claims_outside_the_ilr(row: dict[str, str], banned: bool) -> None:
    where = setting(adjustment_claims=[row])
    expected = [(None, "MCA_ADJ1_BANNED")] if banned else []
    assert found(learner(*swap()), where) == expected
    assert found(learner(aim(1, "60190102", fam={"SOF": "105"})), where) == expected


def test_claims_for_learners_who_are_not_in_the_file() -> None:
    rows = [claim("2021-08-01"), claim("2021-08-02", ref="L2"), claim("2021-08-03", ref="L2")]
    where = setting(adjustment_claims=[*rows, {**claim("2021-08-01", ref="L3"), "UKPRN": "10000002"}])
    named = claims_without_learner(where, {"L1"})
    assert [(row.learn_ref_number, row.code) for row in named] == [("L2", "MCA_ADJ1_BANNED")] * 2
