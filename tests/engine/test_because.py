"""A Because tells its sum in words and in numbers, and its sum gives its figure."""

from datetime import date
from decimal import Decimal

import pytest

from engine.because import Because, Explanation, Rule, Term, evaluate, names_of
from engine.parameters import ParameterValue

SHARE = ParameterValue(
    "demo", "share", "Share", "share", Decimal("0.2"), date(2013, 8, 1), None, "Somewhere", "A fifth."
)
RULE = Rule("DEMO", "Pays a share.", "Somewhere", "(value - fee) * (1 - share) / instalments")


def told() -> Explanation:
    terms = (Term("value", Decimal(1000)), Term("fee", Decimal("450.50")), Term("instalments", 7))
    return Explanation(terms, (Term("why", "because"),), (SHARE,))


def test_the_sum_in_words_and_numbers() -> None:
    words, numbers = Because(RULE, told).arithmetic()
    assert words == "(value − fee) × (1 − share) ÷ instalments"
    assert numbers == "(1000 − 450.5) × (1 − 0.2) ÷ 7"


def test_the_sum_gives_the_figure() -> None:
    assert Because(RULE, told).recomputed() == Decimal("62.8000000000000")


def test_a_rule_without_a_formula_has_no_sum() -> None:
    because = Because(Rule("DEMO", "Says so.", "Somewhere"))
    assert (because.arithmetic(), because.recomputed()) == (("", ""), None)


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("a - (b - c)", 8),
        ("a / (b * c)", "1.25"),
        ("min(a, b) + max(b, c)", 8),
        ("a - b - c", 4),
        ("a * (b + c)", 60),
    ],
)
def test_brackets_mean_what_they_say(formula: str, value: object) -> None:
    numbers = {"a": Decimal(10), "b": Decimal(4), "c": Decimal(2)}
    assert evaluate(formula, numbers) == Decimal(str(value))


def test_names_come_in_the_order_of_the_formula() -> None:
    assert names_of("min(b, a) * c + a") == ("b", "a", "c")


def test_a_formula_cannot_do_anything_else() -> None:
    with pytest.raises(ValueError, match="cannot hold"):
        evaluate("a.b", {"a": Decimal(1)})
