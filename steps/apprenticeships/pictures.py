"""Pictures of apprentices: what month ends paid for each learner, by kind of money and by who pays."""

from collections import defaultdict
from decimal import Decimal

from engine.calendar import Month
from engine.ilr.records import Learner
from engine.money import ZERO
from engine.programmes.apprenticeships.payments.views import PaymentViews
from steps.apprenticeships.inputs import inputs_of, learner_of
from steps.picture import COLLECTION, DELIVERY, EPISODES, Bars, Picture, Span, spans_of
from steps.world import WORKED_OUT, World

_Key = tuple[int, int]
_Sums = dict[str, dict[Month, Decimal]]


def of_month_ends(world: World) -> list[Picture]:
    """Return pictures of each provider's learners in the order in which they first earned; none without month ends."""
    views = world.notes.get(WORKED_OUT)
    if not isinstance(views, PaymentViews):
        return []
    ledger = views.ledger
    earned: dict[_Key, dict[Month, Decimal]] = defaultdict(dict)
    for one in ledger.earned:
        month_sums = earned[one.ukprn, one.uln]
        month_sums[one.month] = month_sums.get(one.month, ZERO) + one.amount
    kinds: dict[_Key, _Sums] = defaultdict(dict)
    sources: dict[_Key, _Sums] = defaultdict(dict)
    for paid in ledger.payments:
        key = (paid.ukprn, paid.uln)
        kind = (
            paid.transaction_type.name.replace("_", " ").lower().replace("english maths", "English and maths")
        )
        _add(kinds[key], kind, paid.month, paid.amount)
        _add(sources[key], str(paid.source), paid.collection, paid.amount)
    records = _records(world)
    several = len({ukprn for ukprn, _ in earned}) > 1
    pictures = []
    for key in dict.fromkeys((*earned, *kinds)):
        name = learner_of(world, key[1])
        name = f"Learner {name}" if name.isdecimal() else name[:1].upper() + name[1:]
        picture = Picture(f"{name}, provider {key[0]}" if several else name)
        picture.spans = spans_of(records.get(key, ()))
        picture.spans += [
            Span(EPISODES, one.identifier, one.first_day, one.last_day)
            for one in {
                (one.aim_seq_number, one.identifier): one
                for one in ledger.episodes
                if (one.ukprn, one.uln) == key
            }.values()
        ]
        picture.bars = [
            Bars("Earned", DELIVERY, {"earned": _without_nothing(earned.get(key, {}))}),
            Bars("Paid, by kind of money", DELIVERY, _all_without_nothing(kinds.get(key, {}))),
            Bars("Paid, by who pays", COLLECTION, _all_without_nothing(sources.get(key, {}))),
        ]
        pictures.append(picture)
    return pictures


def _add(sums: _Sums, name: str, month: Month, amount: Decimal) -> None:
    by_month = sums.setdefault(name, {})
    by_month[month] = by_month.get(month, ZERO) + amount


def _without_nothing(amounts: dict[Month, Decimal]) -> dict[Month, Decimal]:
    return {month: amount for month, amount in amounts.items() if amount}


def _all_without_nothing(sums: _Sums) -> _Sums:
    kept = {name: _without_nothing(amounts) for name, amounts in sums.items()}
    return {name: amounts for name, amounts in kept.items() if amounts}


def _records(world: World) -> dict[_Key, list[Learner]]:
    """Return each learner's records of the provider's latest file that has any."""
    inputs, _, _ = inputs_of(world)
    found: dict[_Key, list[Learner]] = {}
    for file in sorted(inputs.submissions, key=lambda one: one.received or Month(1, 1)):
        mine: dict[_Key, list[Learner]] = defaultdict(list)
        for learner in file.learners:
            mine[file.ukprn, learner.uln].append(learner)
        found.update(mine)
    return found
