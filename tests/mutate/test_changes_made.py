"""What is changed: every dated value of every file a step at a time, each change once, at the line it stands on."""

import random
from collections import Counter
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from engine.because import Because, Rule
from engine.calendar import FundingYear
from engine.ledger import AimValues, EarningRun, Finding, Ledger
from engine.parameters import FOLDER, published
from engine.programmes.apprenticeships.payments.figures import SingleFigure
from engine.switches import load_switches
from reports.mutate.doors import noting, without
from reports.mutate.nudges import nudges
from reports.mutate.values import value_mutants

MUTANTS = list(value_mutants(published()))


@pytest.mark.parametrize(
    ("value", "unit", "others"),
    [
        (Decimal(150), "pounds", [Decimal("149.99"), Decimal("150.01")]),
        (Decimal("0.20"), "share", [Decimal("0.19"), Decimal("0.21")]),
        (Decimal("1.72"), "weight", [Decimal("1.71"), Decimal("1.73")]),
        (Decimal(1), "factor", [Decimal("0.99"), Decimal("1.01")]),
        (Decimal(42), "days", [Decimal(41), Decimal(43)]),
        (Decimal(0), "days", [Decimal(1)]),
        (date(2020, 8, 31), "date", [date(2020, 8, 30), date(2020, 9, 1)]),
        (True, "yes or no", [False]),
        ("013", "code", ["014"]),
        (("1", "2"), "codes", [("2",), ("1",), ("1", "2", "3")]),
        (("A", "B"), "text", [("B",), ("A",)]),
        ({"a": Decimal(5)}, "pounds", [{"a": Decimal("4.99")}, {"a": Decimal("5.01")}]),
        (
            ((Decimal(10), Decimal(5)),),
            "pounds by hours",
            [
                ((Decimal(9), Decimal(5)),),
                ((Decimal(11), Decimal(5)),),
                ((Decimal(10), Decimal("4.99")),),
                ((Decimal(10), Decimal("5.01")),),
            ],
        ),
        (None, "pounds", []),
    ],
)
def test_a_value_becomes_its_neighbours(value: Any, unit: str, others: list[Any]) -> None:
    assert [one.value for one in nudges(value, unit)] == others


def test_a_reading_becomes_what_it_is_at_other_times() -> None:
    assert [one.value for one in nudges("by day", "text", ("by month",))] == ["by month"]


def test_each_change_is_made_once() -> None:
    assert [id for id, count in Counter(one.id for one in MUTANTS).items() if count > 1] == []


def test_every_parameter_of_every_file_is_changed() -> None:
    changed = {(one.group, one.name) for one in MUTANTS if one.values}
    known = {
        (path.stem, name)
        for path in FOLDER.glob("*.yaml")
        if path.stem != "switches"
        for name in published().subject(path.stem).values
        if not name.endswith("_messages")
    }
    assert changed == known


def test_every_switch_takes_each_other_reading() -> None:
    changed = {(one.name, one.reading) for one in MUTANTS if one.reading}
    known = load_switches().known.values()
    assert changed == {(one.name, option) for one in known for option in one.options if option != one.default}


def test_a_change_differs_from_the_published_value_and_stands_on_its_line() -> None:
    lines = {path.stem: path.read_text(encoding="utf-8").splitlines() for path in FOLDER.glob("*.yaml")}
    for mutant in MUTANTS:
        line = lines[mutant.group][mutant.line - 1].strip().removeprefix("- ")
        part = {"value": "value:", "date": "from:", "reading": "default:"}[mutant.kind]
        assert line.startswith(part), mutant
        if mutant.values:
            assert list(mutant.values) != published().subject(mutant.group).values[mutant.name], mutant


def test_a_change_is_in_parameters_of_its_own() -> None:
    mutant = next(one for one in MUTANTS if one.name == "learner_cap" and one.kind == "value")
    day = date(2020, 8, 1)
    changed = mutant.parameters(published())
    assert changed.at("adult_skills", day).learner_cap == Decimal("4399.99")
    assert published().at("adult_skills", day).learner_cap == Decimal(4400)
    assert changed.subject("bootcamps") is published().subject("bootcamps")


def test_values_of_a_parameter_stay_in_order_when_a_date_moves() -> None:
    for mutant in random.Random(1).sample([one for one in MUTANTS if one.kind == "date"], 60):
        begins = [one.valid_from for one in mutant.values]
        assert begins == sorted(set(begins)), mutant
        ends = [one.valid_to for one in mutant.values]
        assert ends[:-1] == begins[1:], mutant


PAY, OTHER = Rule("T-PAY", "Pays", "section 1"), Rule("T-OTHER", "Pays too", "section 2")


def _ledger() -> Ledger:
    runs = [EarningRun(1, "L", 1, "OnProgPayment", 1, 1, Decimal(10), Because(rule)) for rule in (PAY, OTHER)]
    findings = [Finding(1, "L", 1, code, "error", "ULN", "", "", "T-01") for code in ("ULN_04", "R_96")]
    rules = {"Rate": PAY, "Factor": OTHER}
    values = AimValues(1, "L", 1, lambda: dict.fromkeys(rules, 1), why=lambda name: Because(rules[name]))
    return Ledger(FundingYear(2020), runs, findings=findings, values=[values])


def test_what_a_rule_made_does_not_come_through_the_door() -> None:
    assert [row.because.rule.id for row in without(_ledger(), "T-PAY").earnings] == ["T-OTHER"]
    assert [row.code for row in without(_ledger(), "ULN_04").findings] == ["R_96"]
    assert without(_ledger(), "T-PAY").values[0].tell() == {"Factor": 1}
    assert without(SingleFigure(Decimal(3), Because(PAY)), "T-PAY").amount == 0
    assert without(SingleFigure(Decimal(3), Because(PAY)), "T-OTHER").amount == 3


def test_rules_are_told_as_they_come_through_and_those_of_values_when_asked_for() -> None:
    seen: dict[str, str] = {}
    ledger = noting(_ledger(), seen.setdefault)
    assert seen == {"T-PAY": "", "T-OTHER": "", "ULN_04": "T-01", "R_96": "T-01"}
    seen.clear()
    assert ledger.values[0].tell() == {"Rate": 1, "Factor": 1}
    assert seen == {"T-PAY": "", "T-OTHER": ""}
