"""The sure answers: dates, sums, sentences; and where there is none because there are two."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.authoring.checking import check, fixed
from reports.authoring.checking.dates import date_meant, sum_meant
from reports.authoring.checking.sentences import step_meant
from steps.cells import day, money
from steps.feature_text import FeatureText, feature_text
from steps.problems import nearest


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1/8/21", "01/08/2021"), ("2021/08/01", "01/08/2021"), ("01-08-2021", "01/08/2021"),
        ("12/25/2021", "25/12/2021"), ("0l/08/2021", ""), ("O1/08/2021", "01/08/2021"),
        ("31/09/2021", ""), ("29/02/2021", ""), ("tomorrow", ""), ("1/13/13", "13/01/2013"), ("32/01/2021", ""),
    ],
)  # fmt: skip
def test_dates(written: str, meant: str) -> None:
    assert date_meant(written)[0] == meant


def test_a_day_that_its_month_does_not_have_may_be_one_of_two() -> None:
    assert date_meant("31/09/2021")[1] == "September has 30 days; did you mean 30/09/2021 or 01/10/2021?"
    assert date_meant("29/02/2021")[1] == "February 2021 has 28 days; did you mean 28/02/2021 or 01/03/2021?"


@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)), st.sampled_from(["-", ".", "/", " "]))
@settings(max_examples=40, deadline=None)
def test_what_is_taken_for_a_date_is_one(one: date, sign: str) -> None:
    written = f"{one:%d{sign}%m{sign}%Y}"
    assert day(date_meant(written)[0]) == one


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("4O.00", "40.00"),
        ("1O0", "100"),
        ("40,00", ""),
        ("1,00,000", ""),
        ("1 000.50", "1000.50"),
        ("forty", ""),
    ],
)
def test_sums(written: str, meant: str) -> None:
    assert sum_meant(written)[0] == meant
    if meant:
        money(meant)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("the funding yaer is 2021/22", "the funding year is 2021/22"),
        ("the earnings in al are 1,000.00", "the earnings in all are 1,000.00"),
        ("the fnding yaer is 2021/22", "the funding year is 2021/22"),
        ("thes aims:", "these aims:"),
        ("the funding yaer is next", ""),
        ("all is well", ""),
    ],
)
def test_sentences(written: str, meant: str) -> None:
    assert step_meant(written) == meant


def test_two_words_as_near_are_both_named_and_none_is_written() -> None:
    assert nearest("start dat", ["start date", "start days"]) == "; did you mean 'start date'?"
    assert nearest("cap", ["cape", "caps", "other"]) == "; did you mean 'cape' or 'caps'?"


def written(text: str) -> FeatureText:
    """Return a feature of one scenario with some steps."""
    return feature_text(f"Feature: One\n\n  Scenario: Two\n{text}".encode(), Path("one.feature"))


AIM = """\
    Given the funding year is 2020/21
    And this aim:
      | aim | aim reference | start date | planned end date | actual end date |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 28/02/2021      |
"""


def test_a_date_of_the_other_form_is_a_warning_with_an_answer() -> None:
    text = written(AIM.replace("01/09/2020", "2020-09-01") + "    Then nothing is found\n")
    (flaw,) = check(text)
    assert (flaw.code, flaw.severity) == ("date-form", "warning")
    assert fixed(text, [flaw]).text == text.text.replace("2020-09-01", "01/09/2020")


@pytest.mark.parametrize(("sign", "instead"), [("\t", " "), ("\u00a0", " "), ("\u200b", ""), ("\ufeff", "")])
def test_a_sign_that_looks_like_a_blank_is_told_once(sign: str, instead: str) -> None:
    text = written(
        AIM.replace("year is", f"year {sign}is").replace("this aim", f"this {sign}aim")
        + "    Then nothing is found\n"
    )
    (flaw,) = check(text)
    assert (flaw.code, flaw.line, len(flaw.fix)) == ("odd-blank", 4, 2)
    assert fixed(text, [flaw]).text == text.text.replace(sign, instead)


def test_an_aim_that_ends_before_it_starts_may_be_what_the_scenario_is_about() -> None:
    late = AIM.replace("28/02/2021      |", "28/08/2020      |")
    earned = "    Then the earnings in all are 0.00\n"
    assert [flaw.code for flaw in check(written(late + earned))] == ["impossible-date"]
    assert check(written(late + "    Then LearnActEndDate_01 is found\n")) == []


def test_money_of_a_learner_may_come_from_an_earlier_aim() -> None:
    two = (
        AIM.rstrip("\n")
        + "\n      | B   | 60900011      | 05/10/2020 | 28/02/2021       | 28/02/2021      |\n"
    )
    rows = "    Then the earnings are:\n      | {} | Sep 2020 |\n      | {} | 1.00     |\n"
    assert check(written(two + rows.format("earning", "total  "))) == []
    assert [flaw.code for flaw in check(written(two + rows.format("aim", "B  ")))] == ["impossible-figure"]


@pytest.mark.parametrize(
    ("tag", "code", "answer"),
    [
        ("AR-3.99", "unknown-clause", ""),
        ("ar-1.1", "misspelt-tag", "@AR-1.1"),
        ("boot-camps", "misspelt-tag", "@bootcamps"),
        ("slow", "", ""),
        ("fm36", "", ""),
        ("ignored-later", "", ""),
        ("AR-1.1", "", ""),
    ],
)
def test_tags(tag: str, code: str, answer: str) -> None:
    steps = AIM + "    Then nothing is found\n"
    text = feature_text(f"@{tag}\nFeature: One\n\n  Scenario: Two\n{steps}".encode(), Path("one.feature"))
    flaws = check(text)
    assert [flaw.code for flaw in flaws] == ([code] if code else [])
    assert [edit.replacement for flaw in flaws for edit in flaw.fix] == ([answer] if answer else [])
