"""The words of the features for official attributes that are paid: texts alone, which import nothing.

``steps.earning_kinds`` makes of them what a table may hold.
"""

from collections.abc import Mapping
from types import MappingProxyType

SHARE = "PriceEpisodeSFAContribPct"

EARNINGS: dict[str, tuple[str, ...]] = {
    "on-programme": ("OnProgPayment", "PriceEpisodeOnProgPayment"),
    "balancing": ("BalancePayment", "PriceEpisodeBalancePayment"),
    "completion": ("PriceEpisodeCompletionPayment",),
    "achievement": ("AchievePayment",),
    "job outcome": ("EmpOutcomePay",),
    "learning support": ("LearnSuppFundCash", "PriceEpisodeLSFCash"),
    "first employer incentive": ("PriceEpisodeFirstEmp1618Pay",),
    "first provider incentive": ("PriceEpisodeFirstProv1618Pay",),
    "second employer incentive": ("PriceEpisodeSecondEmp1618Pay",),
    "second provider incentive": ("PriceEpisodeSecondProv1618Pay",),
    "uplift on-programme": ("PriceEpisodeApplic1618FrameworkUpliftOnProgPayment",),
    "uplift balancing": ("PriceEpisodeApplic1618FrameworkUpliftBalancing",),
    "uplift completion": ("PriceEpisodeApplic1618FrameworkUpliftCompletionPayment",),
    "first disadvantage payment": ("PriceEpisodeFirstDisadvantagePayment",),
    "second disadvantage payment": ("PriceEpisodeSecondDisadvantagePayment",),
    "care leaver payment": ("PriceEpisodeLearnerAdditionalPayment",),
    "English and maths on-programme": ("MathEngOnProgPayment",),
    "English and maths balancing": ("MathEngBalPayment",),
}
"""The official attributes of each kind of money, by its words."""

WORDS: Mapping[str, str] = MappingProxyType(
    {name: words for words, names in EARNINGS.items() for name in names}
)
"""The words for each official attribute name."""
