"""Earnings adjustment statements: form totals less what was paid, and claim lines in every spelling."""

from decimal import Decimal

import pytest
from payment_scenes import A, B, Scene, m

from engine.parameters import published
from engine.programmes.apprenticeships.payments.adjustments import ClaimLineError, claim_line
from engine.programmes.apprenticeships.payments.inputs import AdjustmentForm

AUDIT = "16-18 Levy Employer Audit Adjustments"
EXCESS = "16-18 Non-Levy Excess Learning Support"


def form(submitted: str, ukprn: int = A, **months: object) -> AdjustmentForm:
    lines = months.pop("lines", {AUDIT: {"08/17": 100}})
    totals = {
        line: {m(month): Decimal(str(amount)) for month, amount in values.items()}
        for line, values in lines.items()
    }
    return AdjustmentForm(ukprn, m(submitted), totals)


def due(*forms: AdjustmentForm, last: str | None = None) -> list[tuple[str, str, int]]:
    ledger = Scene().run(forms=forms, last=last)
    return [
        (row.line, f"{row.month.month:02}/{row.collection.month:02}", int(row.amount))
        for row in ledger.adjustments
    ]


def test_a_form_pays_its_totals_and_the_next_one_the_difference() -> None:
    first = form("08/17", lines={AUDIT: {"08/17": 100}})
    second = form("09/17", lines={AUDIT: {"08/17": 150, "09/17": 20}, EXCESS: {"08/17": 7}})
    assert due(first, second) == [
        (AUDIT, "08/08", 100), (AUDIT, "08/09", 50), (AUDIT, "09/09", 20), (EXCESS, "08/09", 7)
    ]  # fmt: skip


def test_a_form_without_rows_changes_nothing_and_zeros_take_all_back() -> None:
    first = form("08/17")
    assert due(first, form("09/17", lines={})) == [(AUDIT, "08/08", 100)]
    assert due(first, form("09/17", lines={AUDIT: {"08/17": 0}})) == [
        (AUDIT, "08/08", 100),
        (AUDIT, "08/09", -100),
    ]


def test_lines_a_form_does_not_name_keep_what_they_have() -> None:
    assert due(form("08/17"), form("09/17", lines={EXCESS: {"09/17": 5}})) == [
        (AUDIT, "08/08", 100), (EXCESS, "09/09", 5)
    ]  # fmt: skip


def test_providers_are_apart_and_the_order_given_does_not_matter() -> None:
    forms = [form("08/17"), form("09/17", ukprn=B), form("10/17", lines={AUDIT: {"08/17": 90}})]
    assert due(*reversed(forms)) == due(*forms)
    assert [amount for *_, amount in due(*forms)] == [100, 100, -10]
    assert len(due(*forms, last="09/17")) == 2


@pytest.mark.parametrize(
    "spelt",
    ["16-18 Non-Levy Excess Learning Support", "16-18 Non-Levey Excess Learning Support",
     "16-18 non levy  excess Learning Support "],
)  # fmt: skip
def test_spellings(spelt: str) -> None:
    assert claim_line(spelt, m("08/17"), published()) == EXCESS


def test_there_are_32_lines() -> None:
    lines = published().subject("apprenticeship_payments").at(m("08/17").last_day).claim_lines
    assert len(set(lines)) == 32


def test_an_unknown_line_is_told_with_the_nearest() -> None:
    with pytest.raises(ClaimLineError, match=r"did you mean '16-18 Levy Employer Audit Adjustments'\?"):
        due(form("08/17", lines={"16-18 Levy Employer Audit Adjustment": {"08/17": 1}}))


def test_one_line_in_two_spellings_counts_with_its_sum() -> None:
    twice = {EXCESS: {"08/17": 3}, EXCESS.replace("Non-Levy", "Non Levy"): {"08/17": 4}}
    assert due(form("08/17", lines=twice)) == [(EXCESS, "08/08", 7)]
