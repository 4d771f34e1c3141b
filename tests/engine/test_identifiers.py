"""Check digits of learner numbers and employer identifiers."""

from hypothesis import given
from hypothesis import strategies as st

from engine.identifiers import employer_id_is_valid, uln_is_valid, uln_with_check_digit


def test_known_learner_numbers() -> None:
    assert uln_is_valid(1061484016)
    assert uln_is_valid(9999999999)
    assert not uln_is_valid(1061484017)
    assert not uln_is_valid(106148401)


@given(st.integers(100_000_000, 999_999_998))
def test_at_most_one_tenth_digit_fits(first_nine: int) -> None:
    fitting = [first_nine * 10 + digit for digit in range(10) if uln_is_valid(first_nine * 10 + digit)]
    made = uln_with_check_digit(first_nine)
    assert fitting == ([] if made is None else [made])


@given(st.integers(10_000_000, 99_999_998))
def test_at_most_one_ninth_digit_fits(first_eight: int) -> None:
    assert sum(employer_id_is_valid(first_eight * 10 + digit) for digit in range(10)) <= 1


def test_known_employer_identifiers() -> None:
    assert employer_id_is_valid(999999999)
    assert employer_id_is_valid(100302610)
    assert not employer_id_is_valid(100302611)
    assert not employer_id_is_valid(12345)
