"""Earnings with one and the same reason put together, so that twelve like instalments are told once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from engine.because import Because, Explanation, Term
from engine.calendar import FundingYear
from engine.figures import Key, key_of
from engine.ledger import Earning
from engine.money import five_places


@dataclass(slots=True)
class Stretch:
    """Months that earn the same amount for the same reason. ``indexes`` count from 0 for August."""

    amount: Decimal
    because: Because
    explanation: Explanation
    indexes: list[int] = field(default_factory=list)
    facts: list[tuple[Term, ...]] = field(default_factory=list)

    def constant_facts(self) -> list[Term]:
        """Return the facts that are the same in every month."""
        first = self.explanation.facts
        return [fact for fact in first if all(fact in facts for facts in self.facts)]

    def changing_facts(self) -> list[tuple[Term, list[object]]]:
        """Return the other facts, each with its values month by month."""
        constant = self.constant_facts()
        return [
            (fact, [facts[place].value for facts in self.facts])
            for place, fact in enumerate(self.explanation.facts)
            if fact not in constant
        ]


def shared_facts(stretches: Iterable[Stretch]) -> list[Term]:
    """Return the facts that several reasons have in common, in the order of the first."""
    told = [stretch.constant_facts() for stretch in stretches]
    shared: list[Term] = []
    for fact in told[0] if told else []:
        if fact not in shared and all(fact in facts for facts in told):
            shared.append(fact)
    return shared


def stretches_of(
    earnings: Iterable[Earning], year: FundingYear, period: int | None, is_money: bool = True
) -> dict[Key, list[Stretch]]:
    """Return the reasons behind a learner's earnings or shares by row of figures, of one period or of the year."""
    found: dict[Key, list[Stretch]] = {}
    months = {month: index for index, month in enumerate(year.months)}
    for earning in sorted(earnings, key=lambda row: row.month):
        index = months.get(earning.month)
        if index is None or (period is not None and index != period - 1) or not five_places(earning.amount):
            continue
        key = key_of(earning.aim_seq_number, earning.price_episode_identifier, earning.attribute, is_money)
        stretches = found.setdefault(key, [])
        explanation = earning.because.explanation()
        for stretch in stretches:
            if _alike(stretch, earning, explanation):
                break
        else:
            stretch = Stretch(earning.amount, earning.because, explanation)
            stretches.append(stretch)
        stretch.indexes.append(index)
        stretch.facts.append(explanation.facts)
    return {key: found[key] for key in sorted(found)}


def _alike(stretch: Stretch, earning: Earning, explanation: Explanation) -> bool:
    return (
        stretch.because.rule == earning.because.rule
        and five_places(stretch.amount) == five_places(earning.amount)
        and stretch.explanation.terms == explanation.terms
        and stretch.explanation.parameters == explanation.parameters
        and [fact.name for fact in stretch.explanation.facts] == [fact.name for fact in explanation.facts]
    )
