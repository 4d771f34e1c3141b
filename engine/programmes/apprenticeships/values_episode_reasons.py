"""Why the single values of a price episode are what they are, each told when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from engine.because import ADDS_ALL, Because, Explanation, Rule
from engine.programmes.apprenticeships import values_episode_told as told
from engine.programmes.apprenticeships.completion import completion_is_paid
from engine.programmes.apprenticeships.episodes import PriceEpisodeWork
from engine.programmes.apprenticeships.person_year import PersonYear
from engine.programmes.apprenticeships.price_reasons import CAPPED

_SOURCE = "FM36 rulebase 2020/21 (2021.02.07)"
_ROOM = "remaining_price - (band_limit - earlier_earnings)"

_Tell = Callable[[PersonYear, PriceEpisodeWork], Explanation]


def _rule(identifier: str, title: str, section: str, clauses: str, formula: str = "") -> Rule:
    return Rule(
        f"APP-EPISODE-{identifier}",
        title,
        f"{_SOURCE}, section {section}",
        formula,
        tuple(f"FM36-{clause}" for clause in clauses.split()),
    )


_START = (
    _rule("START", "Begins at prices, contract types and each 1 August.", "3", "3 3-SHARED"),
    told.facts,
)
_END = (_rule("END", "Ends with the aim, or on the day before the next episode.", "3", "3"), told.facts)

_REASONS: Mapping[str, tuple[Rule, _Tell]] = MappingProxyType(
    {
        "EpisodeStartDate": _START,
        "PriceEpisodePlannedEndDate": (
            _rule(
                "PLANNED-END", "Takes the planned end of the aim, of several the latest.", "3", "3 3-SHARED"
            ),
            told.instalments,
        ),
        "PriceEpisodeActualEndDate": _END,
        "PriceEpisodeActualEndDateIncEPA": _END,
        "PriceEpisodeAimSeqNumber": (
            _rule(
                "AIM", "Belongs to the aim whose records begin it, of several the last.", "3", "3 3-SHARED"
            ),
            told.facts,
        ),
        "PriceEpisodeContractType": (
            _rule("CONTRACT", "Takes the contract type of the episode's first day.", "8", "8-CONTRACT"),
            told.contract,
        ),
        "PriceEpisodeFundLineType": (
            _rule("FUND-LINE", "Names the budget by contract type, age and procurement.", "8", "8-FUNDLINE"),
            told.contract,
        ),
        "PriceEpisodeTotalTNPPrice": (
            _rule(
                "PRICE",
                "Adds training and assessment of the prices in force, residual prices before negotiated ones.",
                "3.1",
                "3.1 3.1-METHODS",
                "training_price + assessment_price",
            ),
            told.price,
        ),
        "PriceEpisodeUpperBandLimit": (
            _rule(
                "BAND", "Takes the band limit of the course at the programme's start.", "3.2", "3.2 2-START"
            ),
            told.band,
        ),
        "PriceEpisodePreviousEarnings": (
            _rule(
                "EARLIER",
                "Adds up what earlier episodes and years of the course earned all providers.",
                "3.2",
                "3.2 7",
                ADDS_ALL,
            ),
            partial(told.earlier, same_provider=False),
        ),
        "PriceEpisodePreviousEarningsSameProvider": (
            _rule(
                "EARLIER-SAME-PROVIDER",
                "Adds up what earlier episodes and years of the course earned this provider.",
                "3.2",
                "3.2 7",
                ADDS_ALL,
            ),
            partial(told.earlier, same_provider=True),
        ),
        "PriceEpisodeUpperLimitAdjustment": (
            _rule(
                "ABOVE-BAND",
                "Takes what is left of the price above the band.",
                "3.2",
                "3.2",
                f"max(0, {_ROOM})",
            ),
            told.remaining,
        ),
        "PriceEpisodeCappedRemainingTNPAmount": (
            _rule(
                "CAPPED",
                "Limits what is left of the price by what is left of the band.",
                "3.2",
                "3.2",
                CAPPED,
            ),
            told.remaining,
        ),
        "PriceEpisodeCompletionElement": (
            _rule(
                "COMPLETION-ELEMENT",
                "Keeps a fifth of the limited price for completion, at most what is left.",
                "3.2",
                "3.2",
                "max(0, min(completion_share * (price - price_above_band), capped_remainder))",
            ),
            told.completion,
        ),
        "PriceEpisodeExpectedTotalMonthlyValue": (
            _rule(
                "MONTHLY-TOTAL",
                "Leaves the rest of the limited price for instalments.",
                "3.2",
                "3.2",
                "capped_remainder - completion_element",
            ),
            told.monthly,
        ),
        "PriceEpisodePlannedInstalments": (
            _rule("PLANNED", "Counts the month ends from the start to the planned end.", "3.3", "3.3"),
            told.instalments,
        ),
        "PriceEpisodeActualInstalments": (
            _rule("ACTUAL", "Counts the month ends that an ended episode reached.", "3.3", "3.3"),
            told.instalments,
        ),
        "PriceEpisodeInstalmentValue": (
            _rule(
                "INSTALMENT",
                "Spreads the monthly total over the planned instalments.",
                "3.3",
                "3.3",
                "expected_monthly_total / planned_instalments",
            ),
            told.instalment,
        ),
        "PriceEpisodeBalanceValue": (
            _rule(
                "BALANCING",
                "Pays a completed episode the instalments that were not reached.",
                "3.4",
                "3.4",
                "max(0, capped_remainder - completion_element - instalments_earned)",
            ),
            told.balancing,
        ),
        "PriceEpisodeTotalEarnings": (
            _rule(
                "TOTAL", "Adds up instalments, balancing and completion.", "3.3 and 3.4", "3.3 3.4", ADDS_ALL
            ),
            told.total,
        ),
        "PriceEpisodeCompleted": (
            _rule(
                "COMPLETED", "Is completed with the aim, where it lasts to its end.", "3.4", "3.4 2-COMPLETED"
            ),
            told.facts,
        ),
        "PriceEpisodeCompExemCode": (
            _rule("EXEMPTION", "Tells why completion needs no payment of the employer.", "6", "6-EXEMPTION"),
            told.exemption,
        ),
        "PriceEpisodeTotalPMRs": (
            _rule("EMPLOYER-PAID", "Adds up the payment records of the episode.", "8", "8-PMR", ADDS_ALL),
            partial(told.employer_paid, so_far=False),
        ),
        "PriceEpisodeCumulativePMRs": (
            _rule(
                "EMPLOYER-PAID-SO-FAR",
                "Adds up the payment records of the episode and all earlier ones.",
                "8",
                "8-PMR",
                ADDS_ALL,
            ),
            partial(told.employer_paid, so_far=True),
        ),
    }
)
_BEFORE_AIM = _rule("NOTHING-TO-SPREAD", "Has nothing to spread, as it starts before its aim.", "3.2", "3.2")
_NO_INSTALMENT = _rule(
    "NO-INSTALMENT",
    "Has no instalment: there is nothing to spread, or no month for it.",
    "3.3",
    "3.3 3.3-NEGATIVE",
)
_NOT_BALANCED = _rule("NOT-BALANCED", "Has no balancing without a completion.", "3.4", "3.4")


def why_value_of_episode(work: PersonYear, episode: PriceEpisodeWork, name: str) -> Because:
    """Return why a value of a price episode is what it is. Raises KeyError for a name that is no value."""
    rule, tell = _REASONS[name]
    if name == "PriceEpisodeExpectedTotalMonthlyValue" and episode.start < episode.aim_start:
        rule = _BEFORE_AIM
    elif name == "PriceEpisodeInstalmentValue" and not (
        episode.monthly_total > 0 and episode.planned_instalments
    ):
        rule = _NO_INSTALMENT
    elif name == "PriceEpisodeBalanceValue" and not completion_is_paid(episode):
        rule = _NOT_BALANCED
    return Because(rule, partial(tell, work, episode))
