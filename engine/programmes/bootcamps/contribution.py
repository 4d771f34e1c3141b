"""The employer's contribution written on an aim: the text, its number, and the part of the price it takes away.

Source: Skills Bootcamps Wave 5 Learner Entry Tool guidance, provider specified info and no pay rules.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from engine.ilr.records import LearningDelivery
from engine.money import ZERO
from engine.programmes.bootcamps.rules import Rules


@dataclass(frozen=True, slots=True)
class Contribution:
    """The contribution texts of an aim.

    ``number`` is that of the one valid text, blank without a text or when the texts are at fault; ``share`` is the
    part by which funding is reduced; ``exact`` says whether the text has the capitals shown.
    """

    texts: tuple[str, ...] = ()
    number: str = ""
    share: Decimal = ZERO
    exact: bool = True

    @property
    def is_faulty(self) -> bool:
        """Whether there is a text and it is none of those shown, or there are several."""
        return bool(self.texts) and not self.number


_NONE = Contribution()


def contribution_of(delivery: LearningDelivery, rules: Rules, capitals: str) -> Contribution:
    """Return the contribution on an aim. ``capitals`` is the reading of the switch contribution_capitals."""
    word = rules.contribution_word.casefold()
    texts = tuple(
        box.prov_spec_del_mon.strip()
        for box in delivery.provider_spec_delivery_monitoring
        if box.prov_spec_del_mon.strip().casefold().startswith(word)
    )
    if not texts:
        return _NONE
    if len(texts) > 1:
        return Contribution(texts)
    match = re.fullmatch(rf"({re.escape(word)})\s+(\d+)", texts[0], re.IGNORECASE)
    number = match[2] if match else ""
    exact = texts[0] == f"{rules.contribution_word} {number}"
    if number not in rules.contributions or (capitals == "exact" and not exact):
        return Contribution(texts)
    return Contribution(texts, number, rules.contributions[number], exact)
