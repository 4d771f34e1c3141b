"""The words of apprenticeship tables: learner types, contracts, employers, providers, lines of statements."""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from engine.calendar import FundingYear, Month
from engine.programmes.apprenticeships.lines import TransactionType as T
from steps import cells
from steps.cells import OneOf
from steps.headings import COMPLETION
from steps.known_words import knows
from steps.problems import CellError, listed, nearest
from steps.registry import reader
from steps.tables import plain

DAS, NON_DAS = 1, 2
BREAK, COMPLETED, WITHDRAWN = 6, 2, 3
PROGRAMME, ENGLISH_MATHS = "programme aim", "maths or english aim"
_NOTHING = "n/a"
MOST_POUNDS = 999_999
_FRAMEWORKS = (2, 3, 20, 21, 22, 23)
STANDARD = 25


@lru_cache(maxsize=1)
def defaults() -> dict[str, Any]:
    """Return what a scenario need not say (``steps/apprenticeships/defaults.yaml``)."""
    import yaml

    loaded: dict[str, Any] = yaml.safe_load(
        Path(__file__).with_name("defaults.yaml").read_text(encoding="utf-8")
    )
    return loaded


class LearnerType(NamedTuple):
    """The age band (``16-18``, ``19-24`` or blank for older) and the contract type, 1 or 2."""

    band: str
    contract: int


learner_type = OneOf(
    "a learner type",
    {
        f"{band}{' ' if band else ''}programme only {word}": LearnerType(band, contract)
        for band in ("", "16-18", "19-24")
        for word, contract in (("DAS", DAS), ("non-DAS", NON_DAS))
    },
)
contract_type = OneOf("a contract type", {"DAS": DAS, "Non-DAS": NON_DAS}, {"NonDAS": NON_DAS})
aim_type = OneOf("an aim type", {"programme": PROGRAMME, "maths or english": ENGLISH_MATHS},
                 {"english or maths": ENGLISH_MATHS})  # fmt: skip
completion_status = OneOf(
    "a completion status", COMPLETION, {str(code): code for code in COMPLETION.values()}
)
employment_status = OneOf("an employment status", {"in paid employment": 10, "not in paid employment": 11})
small_employer = OneOf("a small employer mark", {"SEM1": 1})
deprivation = OneOf(
    "a deprivation of the home postcode",
    {text: text for text in defaults()["deprivation"]},
    {"21-27%": "20-27%"},
)
commitment_status = OneOf(
    "a status of a commitment", {word: word for word in ("active", "paused", "cancelled")}
)
payment_types = OneOf(
    "a payment type",
    {
        "On-program": (T.ON_PROGRAMME,),
        "Completion": (T.COMPLETION,),
        "Balancing": (T.BALANCING,),
        "Employer 16-18 incentive": (T.FIRST_EMPLOYER_INCENTIVE, T.SECOND_EMPLOYER_INCENTIVE),
        "Provider 16-18 incentive": (T.FIRST_PROVIDER_INCENTIVE, T.SECOND_PROVIDER_INCENTIVE),
        "Framework uplift on-program": (T.UPLIFT_ON_PROGRAMME,),
        "Framework uplift completion": (T.UPLIFT_COMPLETION,),
        "Framework uplift balancing": (T.UPLIFT_BALANCING,),
        "Provider disadvantage uplift": (T.FIRST_DISADVANTAGE, T.SECOND_DISADVANTAGE),
        "English and maths on programme": (T.ENGLISH_MATHS_ON_PROGRAMME,),
        "English and maths Balancing": (T.ENGLISH_MATHS_BALANCING,),
        "Provider learning support": (T.LEARNING_SUPPORT,),
        "Care leaver apprentice payment": (T.CARE_LEAVER,),
    },
)

PAYMENT_TYPES = {
    "On-program": "Instalments of the price over the planned months.",
    "Completion": "The part of the price that is kept until the programme is completed.",
    "Balancing": "The instalments left when a programme is completed early.",
    "Employer 16-18 incentive": "Both incentives to the employer of an apprentice of 16 to 18; "
    "'Employer 1 16-18 incentive' names one.",
    "Provider 16-18 incentive": "Both incentives to the provider for an apprentice of 16 to 18.",
    "Framework uplift on-program": "The 16-18 uplift of a framework with each instalment.",
    "Framework uplift completion": "The 16-18 uplift of a framework at completion.",
    "Framework uplift balancing": "The 16-18 uplift of a framework in a balancing payment.",
    "Provider disadvantage uplift": "Both disadvantage payments to the provider for the learner's home postcode.",
    "English and maths on programme": "Instalments of English or maths aims.",
    "English and maths Balancing": "The instalments left when an English or maths aim is completed early.",
    "Provider learning support": "Learning support for each month with LSF 1.",
    "Care leaver apprentice payment": "The payment for an apprentice who is a care leaver.",
}
"""The words of ``payment_types`` with their meanings. Source: apprenticeship rules 7 and 8."""
knows(payment_types, PAYMENT_TYPES)

_CLAIMS = tuple(
    f"{age} {levy} {claim}"
    for levy in ("Levy", "Non-Levy")
    for age in ("16-18", "Adult")
    for claim in (
        *(
            f"{who} {kind}"
            for kind in ("Audit Adjustments", "Authorised Claims")
            for who in ("Employer", "Provider", "Training")
        ),
        "Excess Learning Support",
        "Exceptional Learning Support",
    )
)
_CLAIM_SAYS = {
    "Employer Audit Adjustments": "Payments for the employer put right after an audit",
    "Provider Audit Adjustments": "Payments for the provider put right after an audit",
    "Training Audit Adjustments": "Payments for training put right after an audit",
    "Employer Authorised Claims": "Payments for the employer that were authorised outside the ILR",
    "Provider Authorised Claims": "Payments for the provider that were authorised outside the ILR",
    "Training Authorised Claims": "Payments for training that were authorised outside the ILR",
    "Excess Learning Support": "Learning support beyond the monthly sum",
    "Exceptional Learning Support": "Learning support of a learner with exceptionally high costs",
}
_CLAIM_BY_WORDS = {plain(line.replace("-", " ")): line for line in _CLAIMS}


def claim_line(written: str, year: FundingYear | None = None) -> str:
    """Read a claim line of an earnings adjustment statement, whichever way ``Non-Levy`` is written."""
    wanted = plain(written.replace("-", " ")).replace("levey", "levy").replace("nonlevy", "non levy")
    if wanted not in _CLAIM_BY_WORDS:
        raise CellError(f"'{written}' is not a claim line{nearest(written, _CLAIMS)}")
    return _CLAIM_BY_WORDS[wanted]


def _claim_meaning(line: str) -> str:
    whose = "with a levy contract" if "Non-Levy" not in line else "without a levy contract"
    age, _, rest = line.partition("Levy ")
    return f"{_CLAIM_SAYS[rest]}: learners {'of 16 to 18' if age.startswith('16-18') else 'of 19 and over'} {whose}."


knows(claim_line, {line: _claim_meaning(line) for line in _CLAIMS})


@reader("provider")
def provider(written: str, year: FundingYear | None = None) -> str:
    """Read a provider: ``provider a`` and ``A`` are the same, and so is any case of them."""
    name = re.sub(r"^provider\s+", "", plain(written))
    if not re.fullmatch(r"[a-z0-9 ]+", name):
        raise CellError(f"'{written}' is not a provider; write it like provider a")
    return f"provider {name}"


def ukprn_of(name: str) -> int:
    """Return the made-up UKPRN of a provider: those of the letters follow on one another."""
    word = name.removeprefix("provider ")
    number = 0
    for sign in word:
        number = number * 37 + ("abcdefghijklmnopqrstuvwxyz0123456789 ".index(sign) + 1)
    first: int = defaults()["first_ukprn"]
    return first + (number - 1) % 80_000_000


@reader("employer")
def employer(written: str, year: FundingYear | None = None) -> int:
    """Read an employer by number: ``employer 1`` or ``1``."""
    match = re.fullmatch(r"(?:employer\s*)?(\d{1,6})", plain(written))
    if match is None:
        raise CellError(f"'{written}' is not an employer; write it like employer 1")
    return int(match[1])


def employer_or_none(written: str, year: FundingYear | None = None) -> int | None:
    """Read an employer by number, or ``No employer``."""
    if plain(written) in ("no employer", "none"):
        return None
    try:
        found: int = employer(written, None)
        return found
    except CellError:
        raise CellError(f"'{written}' is not an employer; write it like employer 1, or No employer") from None


def employer_id(number: int) -> int:
    """Return the made-up employer identifier (nine digits, with its check digit) of an employer by number."""
    eight = int(defaults()["first_employer_id"]) + number
    total = sum(weight * int(digit) for weight, digit in zip(range(9, 1, -1), str(eight), strict=True))
    check = 11 - total % 11
    return eight * 10 + (0 if check == 11 else check) if check != 10 else employer_id(number + 1_000_000)


@reader("collection_month")
def collection_month(written: str, year: FundingYear | None = None) -> int:
    """Read ``R01`` to ``R12`` as the number of a collection month of a year."""
    match = re.fullmatch(r"R\s?0?(\d{1,2})", written.strip(), re.I)
    if match is None or not 1 <= int(match[1]) <= 12:
        raise CellError(f"'{written}' is not a collection month; they are R01 (August) to R12 (July)")
    return int(match[1])


@reader("academic_year")
def academic_year(written: str, year: FundingYear | None = None) -> FundingYear:
    """Read an academic year such as ``1718``."""
    try:
        return FundingYear.from_text(written)
    except ValueError:
        digits = re.fullmatch(r"(\d\d)\d\d", written.strip())
        near = f"{digits[1]}{(int(digits[1]) + 1) % 100:02}" if digits else "1718"
        raise CellError(f"'{written}' is not an academic year; write it like {near}") from None


@reader("short_date")
def short_date(written: str, year: FundingYear | None = None) -> date:
    """Read a date whose year may have two digits: ``10/10/17``."""
    return cells.day(re.sub(r"^(\d{1,2}/\d{1,2}/)(\d\d)$", r"\g<1>20\2", written.strip()))


@reader("decoration")
def decoration(written: str, year: FundingYear | None = None) -> str:
    """Read the ``on ...`` of a step, a date or a return, which changes nothing; a date must be one."""
    if re.fullmatch(r"\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d\d-\d\d", written.strip()):
        short_date(written, None)
    elif re.match(r"R\s?\d", written, re.I):
        collection_month(written, None)
    return written


@reader("calendar_month")
def calendar_month(written: str, year: FundingYear | None = None) -> Month:
    """Read a month: ``08/17``."""
    return cells.month(written, None)


def whole_pounds(written: str, year: FundingYear | None = None) -> int:
    """Read a sum that the ILR holds in whole pounds."""
    amount = cells.money(written)
    if amount != amount.to_integral_value() or not 0 <= amount <= MOST_POUNDS:
        raise CellError(f"'{written}' is not a sum of the ILR: whole pounds from 0 to {MOST_POUNDS}")
    return int(amount)


def prior_learning(written: str, year: FundingYear | None = None) -> int | None:
    """Read the per cent left after prior learning; ``n/a`` and all of it are no adjustment."""
    found = _adjustment(written, 100)
    return None if found == 100 else found


def other_adjustment(written: str, year: FundingYear | None = None) -> int | None:
    """Read another adjustment in per cent; ``n/a`` is none."""
    return _adjustment(written, 999)


def _adjustment(written: str, most: int) -> int | None:
    if plain(written) == _NOTHING:
        return None
    try:
        found = cells.percentage(written)
    except CellError:
        found = Decimal(-1)
    if found != found.to_integral_value() or not 0 <= found <= most:
        raise CellError(f"'{written}' is not a whole percentage from 0% to {most}%, nor n/a")
    return int(found)


def monitoring(written: str, year: FundingYear | None = None) -> tuple[tuple[str, str], ...]:
    """Read funding and monitoring codes, each a type and its code: ``EEF2``, ``LDM356``."""
    found = []
    for word in cells.codes(written):
        match = re.fullmatch(r"(EEF|LDM|RES|HHS|DAM|SOF|FFI)(\d{1,5})", word, re.I)
        if match is None:
            raise CellError(f"'{word}' is not a funding and monitoring code; write it like EEF2 or LDM356")
        found.append((match[1].upper(), match[2]))
    return tuple(found)


def programme_type(written: str, year: FundingYear | None = None) -> int:
    """Read a programme type of an apprenticeship."""
    code = cells.whole_number(written)
    if code not in (*_FRAMEWORKS, STANDARD):
        kinds = listed(str(one) for one in (*_FRAMEWORKS, STANDARD))
        raise CellError(f"'{written}' is not a programme type of an apprenticeship ({kinds})")
    return code


def code(digits: int) -> cells.Reader:
    """Return a reader of a code of at most so many digits."""

    def read(written: str, year: FundingYear | None = None) -> int:
        """Read a code, a whole number."""
        if not re.fullmatch(rf"\d{{1,{digits}}}", written.strip()):
            raise CellError(f"'{written}' is not a code of at most {digits} digits")
        return int(written)

    return read


def is_reference(written: str) -> bool:
    """Say whether a text may be a learner reference number of the ILR."""
    return re.fullmatch(r"[A-Za-z0-9 ]{1,12}", written) is not None
