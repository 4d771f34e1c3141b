"""The returns of three made-up providers give the milestones, no-pay lines and destinations expected of them."""

import csv
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from engine.calendar import FundingYear, Return
from engine.ilr.xml import open_ilr
from engine.parameters import published
from engine.programmes.bootcamps import Context, Evaluation, evaluate, persons
from engine.reference import ReferenceData
from engine.returns import ReturnCalendar, Returned
from engine.switches import load_switches

CASES = Path(__file__).resolve().parents[3] / "shared" / "cases" / "bootcamps"
needs_cases = pytest.mark.skipif(
    not CASES.is_dir(), reason="the published bootcamp cases are not beside the project"
)


@cache
def reference() -> ReferenceData:
    return ReferenceData.from_folder(CASES / "reference")


def calendar() -> ReturnCalendar:
    closes = {}
    for row in reference().rows("returns"):
        year = FundingYear.from_code(row["Year"])
        one = Return.from_text(row["Return"], year)
        close = reference().return_close(year, one.name)
        assert close is not None
        closes[one] = close.close_date
    return ReturnCalendar(closes)


@cache
def records() -> tuple[Returned, ...]:
    return tuple(_read())


def _read() -> Iterator[Returned]:
    known = calendar()
    for path in sorted(CASES.glob("ILR-*.xml")):
        with open_ilr(path) as ilr:
            details = ilr.header.collection_details
            one = known.return_of(FundingYear.from_code(details.year), details.file_preparation_date)
            for learner in ilr.learners():
                yield Returned(
                    ilr.learning_provider.ukprn, one, known.closes(one), details.file_preparation_date,
                    learner, ilr.destination(learner.learn_ref_number),
                )  # fmt: skip


def run(held: tuple[Returned, ...], wave: str = "") -> Evaluation:
    context = Context(reference(), published(), load_switches(), wave)
    result = Evaluation()
    for person in persons(held):
        result.extend(evaluate(person, context))
    return result


@cache
def result() -> Evaluation:
    return run(records())


def milestones(found: Evaluation) -> list[tuple[str, ...]]:
    return sorted(
        (str(one.ukprn), one.learn_ref_number, str(one.uln), one.bootcamp_aim_ref, one.milestone, str(one.amount),
         one.returned_in.year.code, one.returned_in.name, str(one.period))
        for one in found.milestones
    )  # fmt: skip


def no_pay(found: Evaluation) -> list[tuple[str, ...]]:
    return sorted(
        (str(one.ukprn), one.returned_in.year.code, one.returned_in.name, one.learn_ref_number,
         str(one.aim_seq_number or ""), one.milestone or "", one.code)
        for one in found.no_pay
    )  # fmt: skip


def destinations(found: Evaluation) -> list[tuple[str, ...]]:
    return sorted(
        (str(one.ukprn), one.returned_in.year.code, one.returned_in.name, one.learn_ref_number,
         str(one.aim_seq_number), one.destination_code, one.national_category, one.wmca_category, one.finding)
        for one in found.destinations
    )  # fmt: skip


def expected(name: str) -> list[tuple[str, ...]]:
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        return sorted(tuple(row) for row in list(csv.reader(file))[1:])


@needs_cases
def test_every_milestone_to_the_penny_in_its_return_and_period() -> None:
    assert milestones(result()) == expected("expected_milestones.csv")


@needs_cases
def test_every_no_pay_line_and_no_other() -> None:
    found, wanted = no_pay(result()), expected("expected_no_pay.csv")
    undecided = set(expected("open_no_pay.csv"))
    assert len(found) == len(set(found)), "a line stands twice"
    assert [row for row in found if row not in undecided] == wanted


@needs_cases
def test_every_destination_of_an_ended_bootcamp() -> None:
    assert destinations(result()) == expected("expected_destinations.csv")


@needs_cases
def test_the_figures_recompute_from_their_explanations() -> None:
    assert all(one.because.recomputed() == one.amount for one in result().milestones)


@needs_cases
def test_the_order_of_import_changes_nothing() -> None:
    shuffled = list(records())
    random.Random(5).shuffle(shuffled)
    again = run(tuple(shuffled))
    assert milestones(again) == milestones(result())
    assert no_pay(again) == no_pay(result())
    assert destinations(again) == destinations(result())


@needs_cases
def test_the_same_returns_under_wave_3_pay_its_shares() -> None:
    paid = {
        (one.ukprn, one.learn_ref_number, one.milestone): one.amount for one in run(records(), "3").milestones
    }
    assert str(paid[10000011, "0018K", "M1"]) == "1350.00"
    assert str(paid[10000011, "0018K", "M2"]) == "1050.00"
    assert str(paid[10000011, "0018K", "M3"]) == "600.00"
