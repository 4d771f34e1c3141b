"""What an apprenticeship earns, line by line, as payments need it: the one form both faces of the engine share.

Amounts are in pounds, unrounded. Source: apprenticeship rules 3 to 5 and 12.2; FM36 rulebase 2020/21.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import IntEnum

from engine.because import Because
from engine.calendar import FundingYear, Month
from engine.programmes.apprenticeships.course import Course


class TransactionType(IntEnum):
    """The kinds of apprenticeship money by their official numbers."""

    ON_PROGRAMME = 1
    COMPLETION = 2
    BALANCING = 3
    FIRST_EMPLOYER_INCENTIVE = 4
    FIRST_PROVIDER_INCENTIVE = 5
    SECOND_EMPLOYER_INCENTIVE = 6
    SECOND_PROVIDER_INCENTIVE = 7
    UPLIFT_ON_PROGRAMME = 8
    UPLIFT_COMPLETION = 9
    UPLIFT_BALANCING = 10
    FIRST_DISADVANTAGE = 11
    SECOND_DISADVANTAGE = 12
    ENGLISH_MATHS_ON_PROGRAMME = 13
    ENGLISH_MATHS_BALANCING = 14
    LEARNING_SUPPORT = 15
    CARE_LEAVER = 16


@dataclass(frozen=True, slots=True)
class Episode:
    """A price episode as payments and data locks see it.

    ``last_day`` is None while it goes on. ``training_price`` and ``assessment_price`` are the TNP1 and TNP2 in
    force at its start, or the residual TNP3 and TNP4; ``price_date`` is the date of the price record in force.
    ``previously_earned`` counts all providers; ``above_cap`` is what the band limit takes off the
    remaining price, ``capped`` what is left to earn.
    """

    ukprn: int
    learn_ref_number: str
    uln: int
    aim_seq_number: int
    course: Course
    identifier: str
    aim_start: date
    first_day: date
    last_day: date | None
    contract_type: int
    training_price: Decimal
    assessment_price: Decimal
    price_date: date
    total_price: Decimal
    band_limit: Decimal
    previously_earned: Decimal
    above_cap: Decimal
    capped: Decimal


@dataclass(slots=True)
class EarningLine:
    """One amount that an apprenticeship earns in a delivery month.

    ``contract_type`` is 1 (levy), 2 (non-levy) or 0 (none in force), ``government_share`` a number up to 1;
    ``census`` the day on which the data lock looks. English and maths lines have no ``episode``, and learning
    support none when an English or maths aim carries it.
    """

    ukprn: int
    learn_ref_number: str
    uln: int
    aim_seq_number: int
    learn_aim_ref: str
    course: Course
    transaction_type: TransactionType
    month: Month
    amount: Decimal
    contract_type: int
    government_share: Decimal
    fund_line: str
    census: date
    episode: Episode | None
    because: Because


@dataclass(slots=True)
class YearEarnings:
    """What one person earns their providers in a funding year, and the price episodes that reach into it."""

    year: FundingYear
    lines: list[EarningLine] = field(default_factory=list)
    episodes: list[Episode] = field(default_factory=list)
