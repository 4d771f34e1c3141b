"""The kinds of earning of a statement, each a sheet of its workbook, and the official attributes of each.

The official attributes of funding models 35 and 36 are finer: a kind holds those that a provider books together.
"""

from collections.abc import Mapping
from types import MappingProxyType

from steps.earning_words import SHARE, WORDS

GOVERNMENT_SHARE = "Government share"
"""The part of the price that the government pays: a share and no money, which no total counts."""

OTHER = "Other earnings"
"""The money of attributes that no kind names."""

_ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "On-programme": ("OnProgPayment", "PriceEpisodeOnProgPayment"),
    "Balancing": ("BalancePayment", "PriceEpisodeBalancePayment"),
    "Completion and achievement": ("PriceEpisodeCompletionPayment", "AchievePayment"),
    "Job outcome": ("EmpOutcomePay",),
    "Learning support": ("LearnSuppFundCash", "PriceEpisodeLSFCash"),
    "English and maths": ("MathEngOnProgPayment", "MathEngBalPayment"),
    "Incentives": (
        "PriceEpisodeFirstEmp1618Pay",
        "PriceEpisodeFirstProv1618Pay",
        "PriceEpisodeSecondEmp1618Pay",
        "PriceEpisodeSecondProv1618Pay",
        "PriceEpisodeLearnerAdditionalPayment",
    ),
    "Framework uplift": (
        "PriceEpisodeApplic1618FrameworkUpliftOnProgPayment",
        "PriceEpisodeApplic1618FrameworkUpliftBalancing",
        "PriceEpisodeApplic1618FrameworkUpliftCompletionPayment",
    ),
    "Disadvantage": ("PriceEpisodeFirstDisadvantagePayment", "PriceEpisodeSecondDisadvantagePayment"),
    OTHER: (),
    GOVERNMENT_SHARE: (SHARE,),
}

KINDS = tuple(_ATTRIBUTES)
"""Every kind, in the order of a statement."""

_KIND_OF: Mapping[str, str] = MappingProxyType(
    {attribute: kind for kind, attributes in _ATTRIBUTES.items() for attribute in attributes}
)


def kind_of(attribute: str, is_money: bool) -> str:
    """Return the kind of an attribute; money that none of them names is of the kind ``OTHER``."""
    return _KIND_OF.get(attribute, OTHER if is_money else GOVERNMENT_SHARE)


def words_of(attribute: str) -> str:
    """Return an attribute in the words of the features, such as ``care leaver payment``."""
    return "government share" if attribute == SHARE else WORDS.get(attribute, attribute)
