"""Check digits of the unique learner number and of the employer identifier.

Source: ILR validation rules, derived values DD01 (ULN) and DD14 (employer identifier).
"""

TEMPORARY_ULN = 9999999999
TEMPORARY_EMPLOYER_ID = 999999999


def uln_is_valid(uln: int) -> bool:
    """Say whether a ULN's tenth digit is its check digit. The temporary number 9999999999 is exempt, so valid."""
    if uln == TEMPORARY_ULN:
        return True
    digits = str(uln)
    if len(digits) != 10:
        return False
    remainder = sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), digits, strict=False)) % 11
    return remainder != 0 and int(digits[9]) == 10 - remainder


def uln_with_check_digit(first_nine: int) -> int | None:
    """Return the ULN made of nine digits and their check digit; None when those nine digits can have none."""
    remainder = (
        sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), f"{first_nine:09}", strict=True))
        % 11
    )
    return None if remainder == 0 else first_nine * 10 + 10 - remainder


def employer_id_is_valid(employer_id: int) -> bool:
    """Say whether an employer identifier's ninth digit is its check digit. The temporary 999999999 is valid."""
    if employer_id == TEMPORARY_EMPLOYER_ID:
        return True
    digits = str(employer_id)
    if len(digits) != 9:
        return False
    check = 11 - sum(weight * int(digit) for weight, digit in zip(range(9, 1, -1), digits, strict=False)) % 11
    return int(digits[8]) == (0 if check == 11 else check)
