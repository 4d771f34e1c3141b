from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledgers import adjustment, commitment, earned, episode, event, ledger, month, payment

from engine.programmes.apprenticeships.lines import TransactionType
from engine.programmes.apprenticeships.payments.event_views import (
    capped_episodes,
    error_rows,
    event_rows,
    events_of_first_year,
    period_rows,
    used_commitment_rows,
)
from engine.programmes.apprenticeships.payments.inputs import FundingSource
from engine.programmes.apprenticeships.payments.outcome import PaymentLedger
from engine.programmes.apprenticeships.payments.views import Kind, Only, PaymentViews

LEVY, TRANSFER = FundingSource.LEVY, FundingSource.TRANSFER
GOVERNMENT, EMPLOYER, FULL = FundingSource.GOVERNMENT, FundingSource.EMPLOYER, FundingSource.FULLY_FUNDED


def shown(views: PaymentViews, kind: Kind, column: str, **only: object) -> Decimal:
    return views.figure(kind, month(column), **only).amount  # type: ignore[arg-type]


def test_paid_rows_show_a_collection_one_month_later_and_budgets_its_delivery_month() -> None:
    views = PaymentViews(
        ledger(payment("900", collection="11/17", delivery="09/17"), earned("1000", "09/17"))
    )
    assert shown(views, Kind.PAID, "12/17") == 900
    assert shown(views, Kind.PAID, "11/17") == 0
    assert shown(views, Kind.LEVY_CO_FUNDING, "09/17") == 900
    assert shown(views, Kind.EARNED_TOTAL, "09/17") == 1000
    types = frozenset({TransactionType.ON_PROGRAMME})
    assert views.transactions(types, month("10/17")).amount == 900


def test_payments_and_refunds_of_a_month_stand_in_rows_of_their_own() -> None:
    views = PaymentViews(
        ledger(
            payment("900"),
            payment("-450"),
            payment("500", LEVY),
            payment("-250", LEVY),
            payment("100", EMPLOYER),
            payment("-40", EMPLOYER),
            payment("150", FULL),
        )
    )
    assert shown(views, Kind.PAID, "10/17") == 1550
    assert shown(views, Kind.REFUND_TAKEN, "10/17") == -700
    assert shown(views, Kind.LEVY_DEBITED, "10/17") == 500
    assert shown(views, Kind.LEVY_CREDITED, "10/17") == 250
    assert shown(views, Kind.DUE_FROM_EMPLOYER, "10/17") == 60
    assert shown(views, Kind.REFUND_DUE, "10/17") == -40
    assert shown(views, Kind.LEVY_BUDGET, "09/17") == 250
    assert shown(views, Kind.LEVY_CO_FUNDING, "09/17") == 450
    assert shown(views, Kind.LEVY_ADDITIONAL, "09/17") == 150
    assert shown(views, Kind.NON_LEVY_ADDITIONAL, "09/17") == 0


def test_a_net_refund_leaves_budgets_at_nothing_and_the_employer_with_the_payments_alone() -> None:
    views = PaymentViews(ledger(payment("50", EMPLOYER), payment("-80", EMPLOYER), payment("-5")))
    assert shown(views, Kind.DUE_FROM_EMPLOYER, "10/17") == 50
    assert shown(views, Kind.LEVY_CO_FUNDING, "09/17") == 0


def test_rows_of_an_employer() -> None:
    views = PaymentViews(
        ledger(
            payment("10", EMPLOYER, employer=1),
            payment("20", EMPLOYER, employer=2),
            payment("40", EMPLOYER, contract=2),
            payment("7", LEVY, employer=1),
            payment("8", LEVY, employer=2),
            payment("9", TRANSFER, employer=1, sender=2),
        ),
        [commitment(employer=1), commitment(employer=2)],
    )
    assert shown(views, Kind.DUE_FROM_EMPLOYER, "10/17") == 70
    assert shown(views, Kind.DUE_FROM_EMPLOYER, "10/17", employer=1) == 10
    # No commitment names employer 3, so what employers without a levy contract owe may be theirs.
    assert shown(views, Kind.DUE_FROM_EMPLOYER, "10/17", employer=3) == 40
    assert shown(views, Kind.LEVY_DEBITED, "10/17", employer=2) == 8
    assert shown(views, Kind.LEVY_DEBITED, "10/17") == 15
    assert shown(views, Kind.TRANSFER_DEBITED, "10/17", employer=2) == 9
    assert shown(views, Kind.TRANSFER_DEBITED, "10/17", employer=1) == 0
    assert shown(views, Kind.LEVY_BUDGET, "09/17") == 24
    assert views.transfers(2, 1, month("09/17")).amount == 9
    assert views.transfers(2, 1, month("10/17")).amount == 0


def test_tables_of_a_provider_or_learner() -> None:
    views = PaymentViews(ledger(payment("1"), payment("2", uln=22222), payment("4", ukprn=10000002)))
    assert shown(views, Kind.PAID, "10/17") == 7
    assert shown(views, Kind.PAID, "10/17", only=Only(uln=22222)) == 2
    assert shown(views, Kind.PAID, "10/17", only=Only(ukprn=10000002)) == 4


def test_transaction_types_leave_out_the_employers_part_and_count_late_payments() -> None:
    completion = TransactionType.COMPLETION
    views = PaymentViews(
        ledger(
            payment("450"),
            payment("50", EMPLOYER),
            payment("1350", collection="11/17", delivery="09/17", type=completion),
            payment("-450", collection="12/17", delivery="09/17"),
        )
    )
    assert views.transactions(frozenset({TransactionType.ON_PROGRAMME}), month("10/17")).amount == 0
    assert views.transactions(frozenset({completion}), month("10/17")).amount == 1350


def test_the_lock_status_names_the_version_behind_the_month_at_hand() -> None:
    first, second = commitment(), commitment(version="1-002")
    views = PaymentViews(
        ledger(
            payment("450", collection="10/17", delivery="09/17", behind=first),
            payment("450", collection="10/17", behind=second),
            payment("50", EMPLOYER, collection="10/17", behind=second),
            payment("-450", collection="11/17", delivery="10/17", behind=second),
        )
    )
    types = frozenset({TransactionType.ON_PROGRAMME})
    assert views.commitments_behind(types, month("10/17"))[0] == (second,)
    assert views.commitments_behind(types, month("11/17"))[0] == ()


def test_statements_stand_in_the_month_after_their_submission_all_months_together() -> None:
    line = "16-18 Levy Training Authorised Claims"
    views = PaymentViews(
        ledger(adjustment("100", line, "08/17", "09/17"), adjustment("-30.5", line, "09/17", "09/17"))
    )
    assert views.adjustments(line, month("10/17")).amount == Decimal("69.5")
    assert views.adjustments(line, month("09/17")).amount == 0


def test_every_figure_carries_the_reasons_of_its_payments() -> None:
    rows = [payment("900"), payment("-100"), payment("100", EMPLOYER)]
    figure = PaymentViews(ledger(*rows)).figure(Kind.PAID, month("10/17"))
    assert figure.because == (rows[0].because,)


def test_events_are_those_of_the_first_year_as_its_last_run_left_them() -> None:
    made = PaymentLedger()
    assert events_of_first_year(made) == []
    made.events = {month("05/17"): [], month("07/17"): [event("DLOCK_07")], month("07/18"): [event()]}
    events = events_of_first_year(made)
    assert [(row.episode, row.code) for row in error_rows(events)] == [("25-50-10/05/2017", "DLOCK_07")]
    assert [(row.period, row.payable) for row in period_rows(events)] == [
        ("1617-R10", False),
        ("1617-R11", False),
    ]
    (row,) = event_rows(events)
    assert (row.commitment, row.aim_start, row.effective_from) == ("73", date(2017, 5, 1), date(2017, 5, 10))
    (used,) = used_commitment_rows(events)
    assert (used.version, used.price, used.standard_code) == ("73-125", 15000, 50)


def test_capping_looks_at_the_episodes_that_begin_in_the_month() -> None:
    early, late = episode(), episode(date(2017, 8, 1))
    elsewhere = episode(date(2017, 8, 1), ukprn=10000002)
    made = ledger(early, late, elsewhere)
    assert capped_episodes(made, 10000001, month("08/17")) == [late]
    assert capped_episodes(made, 10000002, month("05/17")) == []


@given(st.lists(st.decimals("-999", "999", places=5), max_size=8))
def test_what_is_paid_and_taken_back_is_everything(amounts: list[Decimal]) -> None:
    views = PaymentViews(ledger(*(payment(str(amount)) for amount in amounts)))
    both = shown(views, Kind.PAID, "10/17") + shown(views, Kind.REFUND_TAKEN, "10/17")
    assert both == sum(amounts)
    assert shown(views, Kind.LEVY_CO_FUNDING, "09/17") == max(0, sum(amounts))


@pytest.mark.parametrize("kind", Kind)
def test_every_row_has_a_view(kind: Kind) -> None:
    assert PaymentViews(PaymentLedger()).figure(kind, month("10/17")) == (0, ())


def test_rows_without_a_single_meaning_are_not_asserted() -> None:
    assert {kind for kind in Kind if not kind.asserted} == {
        Kind.EARNED_FROM_GOVERNMENT,
        Kind.EARNED_FROM_EMPLOYER,
        Kind.REFUND_DUE,
    }
