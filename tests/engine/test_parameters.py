"""Parameter files: dated values, their sources, and what is told about faulty ones."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from engine.parameters import ParameterError, Parameters, published
from engine.switches import load_switches

GOOD = """
rate:
  label: A rate
  unit: pounds
  basis: start date
  values:
    - {from: 2015-08-01, value: "970", source: Somewhere, says: At first.}
    - {from: 2020-09-01, value: "1500.50", source: Somewhere, says: Then more.}
    - {from: 2023-08-01, value: null, source: Somewhere, says: No more.}
codes:
  unit: codes
  values:
    - {from: 2015-08-01, value: ["002", "34"], source: Somewhere, says: Two codes.}
"""


def folder_with(path: Path, text: str) -> Parameters:
    (path / "demo.yaml").write_text(text, encoding="utf-8")
    return Parameters(path)


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2015, 8, 1), "970"),
        (date(2020, 8, 31), "970"),
        (date(2020, 9, 1), "1500.50"),
        (date(2023, 7, 31), "1500.50"),
    ],
)
def test_the_value_in_force(tmp_path: Path, day: date, value: str) -> None:
    assert folder_with(tmp_path, GOOD).at("demo", day).rate == Decimal(value)


@pytest.mark.parametrize("day", [date(2015, 7, 31), date(2023, 8, 1)])
def test_no_value_is_an_error_that_names_it(tmp_path: Path, day: date) -> None:
    with pytest.raises(ParameterError, match=r"demo\.rate on "):
        _ = folder_with(tmp_path, GOOD).at("demo", day).rate


def test_codes_keep_their_leading_zeros(tmp_path: Path) -> None:
    assert folder_with(tmp_path, GOOD).at("demo", date(2021, 1, 1)).codes == ("002", "34")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("rate: 5", "needs a list of dated values"),
        ("rate: {values: [{from: soon, value: 1, source: a, says: b}]}", "'soon' is not a date"),
        ("rate: {values: [{from: 2020-01-01, value: 1, says: b}]}", "has no 'source:'"),
        ("rate: {values: [{from: 2020-01-01, value: 1, source: b}]}", "has no 'says:'"),
        (
            "rate: {values: [{from: 2020-01-01, value: 1, source: a, says: b}, "
            "{from: 2020-01-01, value: 2, source: a, says: b}]}",
            "two values from 2020-01-01",
        ),
        ("rate: [", "not readable YAML"),
        ("", "holds no parameters"),
    ],
)
def test_a_faulty_file_is_told_by_name(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ParameterError, match=r"demo\.yaml") as caught:
        folder_with(tmp_path, text).subject("demo")
    assert told in str(caught.value)


def test_every_published_value_cites_its_source_in_a_whole_sentence() -> None:
    offenders = []
    for path in published().folder.glob("*.yaml"):
        if path.stem == "switches":
            continue
        for dated in published().subject(path.stem).values.values():
            for value in dated:
                if not value.says.strip().endswith(".") or not value.source.strip():
                    offenders.append(f"{path.name}: {value.name} from {value.valid_from}")
    assert not offenders, "\n".join(offenders)


def test_switches_know_their_readings() -> None:
    switches = load_switches()
    assert switches.jo_date_basis == "completion"
    assert switches.with_choice("jo_date_basis", "employment_start").jo_date_basis == "employment_start"
    with pytest.raises(ParameterError, match="did you mean 'jo_date_basis'"):
        switches.with_choice("jo_date_bases", "completion")
    with pytest.raises(ParameterError, match="did you mean 'completion'"):
        switches.with_choice("jo_date_basis", "completed")
