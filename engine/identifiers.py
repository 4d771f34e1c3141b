"""Check digits of the unique learner number and of the employer identifier.

Source: ILR validation rules, derived values DD01 (ULN) and DD14 (employer identifier).
"""

from functools import lru_cache
from operator import mul

TEMPORARY_ULN = 9999999999
TEMPORARY_EMPLOYER_ID = 999999999

_WEIGHTS_OF_ULN = (10, 9, 8, 7, 6, 5, 4, 3, 2)
_WEIGHTS_WITH_CHECK_DIGIT = (*_WEIGHTS_OF_ULN, 1)
_WEIGHTS_OF_EMPLOYER = (9, 8, 7, 6, 5, 4, 3, 2)


def uln_is_valid(uln: int) -> bool:
    """Say whether a ULN's tenth digit is its check digit. The temporary number 9999999999 is exempt, so valid."""
    if uln == TEMPORARY_ULN:
        return True
    digits = str(uln)
    if len(digits) != 10:
        return False
    # The check digit is what the remainder of the others by 11 lacks to 10. As signs the ten digits are 48 more each,
    # which adds 48 times 55, a multiple of 11.
    remainder: int = sum(map(mul, _WEIGHTS_WITH_CHECK_DIGIT, digits.encode())) % 11
    return remainder == 10


def uln_with_check_digit(first_nine: int) -> int | None:
    """Return the ULN made of nine digits and their check digit; None when those nine digits can have none."""
    remainder = (
        sum(weight * int(digit) for weight, digit in zip(_WEIGHTS_OF_ULN, f"{first_nine:09}", strict=True))
        % 11
    )
    return None if remainder == 0 else first_nine * 10 + 10 - remainder


@lru_cache(maxsize=4_096)
def employer_id_is_valid(employer_id: int) -> bool:
    """Say whether an employer identifier's ninth digit is its check digit. The temporary 999999999 is valid."""
    if employer_id == TEMPORARY_EMPLOYER_ID:
        return True
    digits = str(employer_id)
    if len(digits) != 9:
        return False
    check: int = 11 - sum(map(mul, _WEIGHTS_OF_EMPLOYER, map(int, digits))) % 11
    return int(digits[8]) == (0 if check == 11 else check)
