"""What people call a kind of money, and the official attribute names behind the words."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from steps.cells import OneOf
from steps.earning_words import EARNINGS, SHARE, WORDS
from steps.known_words import knows
from steps.registry import reader

OF_THE_PRICE = frozenset(
    {"PriceEpisodeOnProgPayment", "PriceEpisodeBalancePayment", "PriceEpisodeCompletionPayment"}
)
"""The money of a price episode that government and employer share."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of money: the attributes it is the sum of, all of them when there are none.

    A share is a number up to 1 and no money; the parts of government and employer are their shares of the price.
    """

    words: str
    attributes: frozenset[str] = frozenset()
    part: Literal["", "share", "government", "employer"] = ""

    def __contains__(self, attribute: str) -> bool:
        return not self.attributes or attribute in self.attributes


TOTAL = Kind("total")

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        **{words: Kind(words, frozenset(names)) for words, names in EARNINGS.items()},
        "government share": Kind("government share", frozenset({SHARE}), "share"),
        "government part": Kind("government part", OF_THE_PRICE, "government"),
        "employer part": Kind("employer part", OF_THE_PRICE, "employer"),
    }
)

EARNING = OneOf(
    "a kind of earning",
    {**KINDS, TOTAL.words: TOTAL},
    {**{name: Kind(WORDS[name], frozenset({name})) for name in WORDS}, SHARE: KINDS["government share"]},
)
reader("earning")(EARNING)

_MEANINGS = {
    "on-programme": "Instalments while learning goes on.",
    "balancing": "The instalments left when learning is completed early.",
    "completion": "The part of an apprenticeship's price that is kept until completion.",
    "achievement": "The part of an aim's value that is paid for achieving it.",
    "job outcome": "The part of an aim's value that is paid for a job after it.",
    "learning support": "Learning support for each month with LSF 1.",
    "first employer incentive": "16-18 incentive to the employer after 90 days.",
    "first provider incentive": "16-18 incentive to the provider after 90 days.",
    "second employer incentive": "16-18 incentive to the employer after 365 days.",
    "second provider incentive": "16-18 incentive to the provider after 365 days.",
    "uplift on-programme": "16-18 uplift of a framework with each instalment.",
    "uplift balancing": "16-18 uplift of a framework in a balancing payment.",
    "uplift completion": "16-18 uplift of a framework at completion.",
    "first disadvantage payment": "For the learner's postcode, after 90 days.",
    "second disadvantage payment": "For the learner's postcode, after 365 days.",
    "care leaver payment": "For an apprentice who is a care leaver.",
    "English and maths on-programme": "Instalments of an English or maths aim of an apprenticeship.",
    "English and maths balancing": "The instalments left when English or maths is completed early.",
    "government share": "The government's share of the price, up to 1; a number and no money.",
    "government part": "The government's share of instalments, completion and balancing, in pounds.",
    "employer part": "The employer's share of instalments, completion and balancing, in pounds.",
    "total": "All kinds of money together.",
}
knows(EARNING, {word: _MEANINGS.get(word, "") for word in EARNING.words})
