"""Month ends: which run, what they see, what is due for each key, and what counts as earned first."""

from datetime import date
from decimal import Decimal

import pytest
from payment_scenes import (
    COMPLETION,
    ENGLISH,
    FRAMEWORK,
    INCENTIVE,
    ONE,
    A,
    B,
    Scene,
    account,
    committed,
    file_of,
    m,
    monthly,
    months,
    once,
    paid,
    rows,
    with_end,
)  # fmt: skip

from engine.identifiers import TEMPORARY_ULN
from engine.programmes.apprenticeships.payments.inputs import CommitmentSet, MonthEndInputs
from engine.programmes.apprenticeships.payments.month_ends import months_to_run
from engine.programmes.apprenticeships.payments.visible import Returns, visible_delivery, visible_learner

YEAR = monthly(100, "08/17", "07/18")


class TestMonthsToRun:
    def inputs(self, *received: str | None, **more: object) -> MonthEndInputs:
        scene = Scene()
        learner = scene.learner(YEAR, end=date(2018, 9, 3))
        return MonthEndInputs(tuple(file_of(learner, received=one) for one in received), **more)

    def test_from_the_earliest_start_to_the_latest_end(self) -> None:
        assert months_to_run(self.inputs(None), None) == tuple(months("08/17", "09/18"))

    def test_not_beyond_the_last_month_that_a_result_names(self) -> None:
        assert months_to_run(self.inputs(None), m("10/17")) == tuple(months("08/17", "10/17"))
        assert months_to_run(self.inputs(None), m("10/19"))[-1] == m("09/18")

    def test_evidence_after_the_end_is_collected(self) -> None:
        assert months_to_run(self.inputs("08/17", "11/18"), None)[-1] == m("11/18")

    def test_from_the_first_file_or_the_first_month_that_is_not_held_back(self) -> None:
        assert months_to_run(self.inputs("10/17"), None)[0] == m("10/17")
        assert months_to_run(self.inputs(None, not_before=m("01/18")), None)[0] == m("01/18")
        assert months_to_run(self.inputs(None, not_before=m("12/18")), None) == (m("12/18"),)

    def test_none_without_learners(self) -> None:
        assert months_to_run(MonthEndInputs(()), None) == ()


class TestVisible:
    def test_an_aim_that_starts_later_is_not_there(self) -> None:
        aim = Scene().learner(YEAR).learning_delivery[0]
        assert visible_delivery(aim, date(2017, 7, 31)) is None
        assert visible_delivery(aim, date(2017, 8, 31)) is aim

    def test_an_end_to_come_is_hidden_with_all_that_tells_of_it_but_the_status(self) -> None:
        aim = Scene().learner(YEAR, end=date(2018, 5, 1)).learning_delivery[0]
        aim = aim.model_copy(update={"ach_date": date(2018, 6, 1), "outcome": 1, "withdraw_reason": 2})
        seen = visible_delivery(aim, date(2018, 4, 30))
        assert (seen.comp_status, seen.learn_act_end_date, seen.ach_date, seen.outcome) == (
            2,
            None,
            None,
            None,
        )
        assert seen.withdraw_reason is None
        seen = visible_delivery(aim, date(2018, 5, 31))
        assert (seen.learn_act_end_date, seen.ach_date, seen.outcome) == (date(2018, 5, 1), None, 1)
        assert visible_delivery(aim, date(2018, 6, 30)) is aim

    def test_a_learner_without_a_visible_aim_is_not_there(self) -> None:
        learner = Scene().learner(YEAR)
        assert visible_learner(learner, date(2017, 7, 31)) is None
        assert visible_learner(learner, date(2017, 8, 31)) is learner

    def test_people_are_put_together_by_uln_over_providers_but_for_the_temporary_one(self) -> None:
        scene = Scene()
        files = (
            file_of(scene.learner(YEAR, uln=5), scene.learner(YEAR, ref="T", uln=TEMPORARY_ULN), ukprn=B),
            file_of(scene.learner(YEAR, uln=5), scene.learner(YEAR, ref="T", uln=TEMPORARY_ULN)),
        )
        people = list(Returns(files).at(m("08/17")))
        assert [(one.uln, [ukprn for ukprn, _ in one.records]) for one in people] == [
            (5, [A, B]), (TEMPORARY_ULN, [A]), (TEMPORARY_ULN, [B])
        ]  # fmt: skip

    def test_the_file_received_last_counts_and_of_one_month_the_last_of_the_list(self) -> None:
        scene = Scene()
        files = [file_of(scene.learner(YEAR, ref=ref), received=month) for ref, month in
                 (("1", "08/17"), ("2", "10/17"), ("3", "09/17"), ("4", "10/17"))]  # fmt: skip
        returns = Returns(files)
        seen = [
            next(returns.at(m(month))).records[0][1].learn_ref_number
            for month in ("08/17", "09/17", "10/17", "12/17")
        ]
        assert seen == ["1", "3", "4", "4"]
        assert list(Returns(files[1:2]).at(m("09/17"))) == []

    def test_of_files_sent_every_month_the_last_counts(self) -> None:
        scene = Scene()
        returns = Returns([file_of(scene.learner(YEAR, ref="1")), file_of(scene.learner(YEAR, ref="2"))])
        assert next(returns.at(m("10/17"))).records[0][1].learn_ref_number == "2"


def test_earnings_are_worked_out_only_when_the_record_changes() -> None:
    scene = Scene()
    learner = scene.learner(YEAR, end=date(2018, 5, 1))
    copy = learner.model_copy(deep=True)
    scene.run(file_of(learner, received="08/17"), file_of(copy, received="12/17"), last="07/18")
    assert scene.calls == 2


def test_a_late_file_is_paid_with_all_earlier_months_of_the_year() -> None:
    scene = Scene()
    learner = scene.learner(monthly(100, "05/17", "12/17"), start=date(2017, 5, 1))
    ledger = scene.run(file_of(learner, received="10/17"), last="12/17")
    assert [paid(ledger, collection=month) for month in ("10/17", "11/17", "12/17")] == [300, 100, 100]
    assert paid(ledger, month="07/17") == 0
    assert [one.month for one in ledger.earned] == months("05/17", "12/17")


@pytest.mark.parametrize("change", ["course", "share", "contract", "fund line", "reference", "employer"])
def test_a_key_that_changes_is_refunded_and_paid_anew_in_one_collection(change: str) -> None:
    scene = Scene()
    old = scene.learner(YEAR)
    earns, more = YEAR, {}
    match change:
        case "course":
            more = {"course": FRAMEWORK}
        case "share":
            earns = monthly(100, "08/17", "07/18", share=ONE)
        case "contract":
            earns = monthly(100, "08/17", "07/18", contract=2)
        case "fund line":
            earns = monthly(100, "08/17", "07/18", fund_line="other")
        case "reference":
            more = {"ref": "L2"}
    new = scene.learner(earns, **more)
    sets = (
        CommitmentSet(None, (committed(old),)),
        CommitmentSet(m("11/17"), (committed(new, employer=5 if change == "employer" else 0),)),
    )
    ledger = scene.run(
        file_of(old, received="08/17"), file_of(new, received="11/17"), sets=sets, last="12/17"
    )
    changed = [row.amount for row in rows(ledger, collection="11/17")]
    assert changed.count(-100) == 3
    assert sum(amount for amount in changed if amount > 0) == 400
    assert paid(ledger) == 500


@pytest.mark.parametrize("change", ["aim number", "uln", "start day", "nothing"])
def test_what_is_no_key_moves_no_money(change: str) -> None:
    scene = Scene()
    old = scene.learner(YEAR, uln=1)
    new = scene.learner(
        YEAR, uln=2 if change == "uln" else 1, seq=7 if change == "aim number" else 1,
        start=date(2017, 8, 9 if change == "start day" else 1),
    )  # fmt: skip
    agreed = [committed(old), committed(new, start=date(2017, 8, 1))] if change == "uln" else [committed(old)]
    ledger = scene.run(
        file_of(old, received="08/17"), file_of(new, received="11/17"), commitments=agreed, last="12/17"
    )
    assert [row.amount for row in rows(ledger, collection="11/17")] == [100]
    assert len(ledger.payments) == 5


def test_a_corrected_price_pays_the_difference_of_each_month() -> None:
    scene = Scene()
    ledger = scene.run(
        file_of(scene.learner(YEAR), received="08/17"),
        file_of(scene.learner(monthly(130, "08/17", "07/18")), received="10/17"), last="10/17",
    )  # fmt: skip
    assert [(row.month, row.amount) for row in rows(ledger, collection="10/17")] == [
        (m("08/17"), 30), (m("09/17"), 30), (m("10/17"), 130)
    ]  # fmt: skip


def test_one_year_never_adjusts_the_year_before() -> None:
    scene = Scene()
    ledger = scene.run(
        file_of(scene.learner(monthly(100, "06/17", "07/18"), start=date(2017, 6, 1)), received="06/17"),
        file_of(scene.learner(monthly(150, "06/17", "07/18"), start=date(2017, 6, 1)), received="09/17"),
        last="09/17",
    )  # fmt: skip
    assert [paid(ledger, month=f"{month}/17") for month in ("06", "07", "08", "09")] == [100, 100, 150, 150]


def test_the_first_file_that_earns_a_month_says_what_it_earned() -> None:
    scene = Scene()
    ledger = scene.run(
        file_of(scene.learner(monthly(100, "08/17", "07/18"), once(500, "09/17", INCENTIVE)), received="08/17"),
        file_of(scene.learner(monthly(130, "08/17", "07/18"), ref="L1"), received="10/17"), last="11/17",
    )  # fmt: skip
    assert [(one.month, one.amount) for one in ledger.earned] == [
        (m("08/17"), 100), (m("09/17"), 600), (m("10/17"), 130), (m("11/17"), 130)
    ]  # fmt: skip
    assert len(ledger.earned[1].because) == 2


def test_a_changed_reference_counts_as_earned_twice() -> None:
    scene = Scene()
    ledger = scene.run(
        file_of(scene.learner(YEAR, ref="old"), received="08/17"),
        file_of(scene.learner(YEAR, ref="new"), received="09/17"), last="09/17",
    )  # fmt: skip
    assert sum(one.amount for one in ledger.earned if one.month == m("08/17")) == 200


class TestIgnoredMonths:
    def test_a_month_locked_out_is_neither_paid_nor_refunded(self) -> None:
        scene = Scene()
        english = monthly("39.25", "08/17", "07/18", ENGLISH, share=ONE)
        learner = scene.learner(YEAR, english)
        stopped = committed(learner, status="cancelled", stop_date=date(2017, 10, 15))
        sets = (CommitmentSet(None, (committed(learner),)), CommitmentSet(m("12/17"), (stopped,)))
        ledger = scene.run(file_of(learner), sets=sets, last="01/18")
        # October and November are locked afterwards, but what was paid for them stays.
        assert [paid(ledger, collection=f"{month}/17") for month in ("10", "11", "12")] == [
            Decimal("139.25"), Decimal("139.25"), 0
        ]  # fmt: skip
        assert paid(ledger, collection="01/18") == 0

    def test_an_unlocked_month_is_paid_late(self) -> None:
        scene = Scene()
        learner = scene.learner(YEAR)
        wrong = committed(learner, price=Decimal(1))
        sets = (CommitmentSet(None, (wrong,)), CommitmentSet(m("10/17"), (committed(learner),)))
        ledger = scene.run(file_of(learner), sets=sets, last="10/17")
        assert [paid(ledger, collection=f"{month}/17") for month in ("08", "09", "10")] == [0, 0, 300]
        assert ledger.events[m("10/17")]
        assert list(ledger.events) == [m("10/17")]


def test_a_completed_status_without_an_end_completes_nothing_until_it_is_seen() -> None:
    scene = Scene()
    done = scene.learner(YEAR, once(3000, "09/18", COMPLETION), end=date(2018, 9, 4))
    ledger = scene.run(file_of(done), last="09/18")
    assert [row.collection for row in rows(ledger, transaction_type=COMPLETION)] == [m("09/18")]
    goes_on = with_end(done, None)
    assert not rows(scene.run(file_of(goes_on), last="10/18"), transaction_type=COMPLETION)


def test_running_from_a_later_month_leaves_out_the_earlier_collections() -> None:
    scene = Scene()
    ledger = scene.run(
        file_of(scene.learner(YEAR)), first=m("10/17"), last="10/17", accounts={0: account(0, None)}
    )
    assert {row.collection for row in ledger.payments} == {m("10/17")}
    assert paid(ledger) == 300
