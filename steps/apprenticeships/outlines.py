"""Steps that give and ask single values, without an ILR behind them: what a price earns, who pays what is due.

What a scenario gives may stand before or after what it asks: everything it gives is read first. So "a payment
is due" is a result where an earning and an earlier one are given, and given itself where a levy balance is.
Source: apprenticeship rules 9.8.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from engine.calendar import FundingYear
from engine.programmes.apprenticeships.payments.figures import Figures, SingleFigure, census_months
from steps.apprenticeships.results_cells import agree, found_money
from steps.apprenticeships.words import LearnerType, defaults, learner_type
from steps.cells import money
from steps.problems import CellError, StepError
from steps.registry import READERS, match, reader, step
from steps.results import CellResult
from steps.world import World

_GIVEN = "given single values"

reader("learner_type")(learner_type)

_WORDS = {
    "price": "the agreed price ('there is an agreed price of 15000')",
    "planned": "the planned months ('the planned course duration covers 12 months')",
    "actual": "the months in learning ('the actual duration of learning is 10 months')",
    "start": "the start date ('the start date is 01/09/2017')",
    "planned_end": "the planned end date ('the planned end date is 08/09/2018')",
    "due": "the payment due ('a payment of 1000 is due')",
    "balance": "the levy balance ('an employer levy balance of 500')",
    "earned": "the earning ('an earning of 1000 is calculated for period R02')",
    "previous": "the earlier earning ('a provider has previously earned 500 in period R01')",
    "age": "the age ('the learner is age 17') or the learner type",
}


@reader("amount_or_none")
def amount_or_none(written: str, year: FundingYear | None = None) -> Decimal:
    """Read a sum of money, or ``none`` for nothing."""
    if written.strip().lower() == "none":
        return Decimal(0)
    try:
        return money(written)
    except CellError:
        raise CellError(f"'{written}' is neither a sum of money, such as 1000, nor none") from None


def _given(world: World) -> dict[str, Any]:
    """Return every single value that a step of the scenario gives, wherever it stands."""
    found: dict[str, Any] | None = world.notes.get(_GIVEN)
    if found is None:
        found = world.notes[_GIVEN] = {}
        for one in world.script:
            matched = match(one.text)
            if matched is None or matched.definition.function not in _GIVING:
                continue
            for name, part in matched.parts.items():
                try:
                    found[name] = READERS[part.reader](part.text, None)
                except CellError:
                    continue  # its own step tells of it
    return found


def start_given(world: World) -> date | None:
    """Return the start that a step of the scenario gives, None without one."""
    start = _given(world).get("start")
    return start if isinstance(start, date) else None


def _need(world: World, what: str, *names: str) -> list[Any]:
    given = _given(world)
    missing = [_WORDS[name] for name in names if name not in given]
    if missing:
        raise StepError(f"{what} cannot be worked out: the scenario does not give {' nor '.join(missing)}")
    return [given[name] for name in names]


def _figures(world: World) -> Figures:
    world.before_rules()
    return Figures(world.parameters, _given(world).get("start"))


def _expect(
    world: World, label: str, expected: Decimal, figure: SingleFigure, *, words: bool = False
) -> None:
    figure = world.told(figure)
    found = found_money(figure.amount, (figure.because,))
    shown = "none" if words and not figure.amount else found.shown
    written = "none" if words and not expected else f"{expected:f}"
    world.expect([CellResult(0, label, "", written, shown, agree(expected, figure.amount), found.because)])


@step("there is an agreed price of {price:money}")
@step("an agreed price of {price:money}")
@step("the planned course duration covers {planned:whole_number} months")
@step("the actual duration of learning is {actual:whole_number} months")
@step("the start date is {start:date}")
@step("the planned end date is {planned_end:date}")
@step("a provider has previously earned {previous:money} in period {previous_period:collection_month}")
@step("an earning of {earned:money} is calculated for period {earned_period:collection_month}")
@step("an employer levy balance of {balance:money}")
@step("the learner is age {age:whole_number}")
def given_value(world: World, **values: Any) -> None:
    """Gives a value from which single figures are worked out."""
    _given(world)


@step("the learner is {type:learner_type}")
@step("the contract type is {contract:text}")
@step("English is {english:text}")
@step("maths is {maths:text}")
@step("learning support is {support:text}")
def described(world: World, **values: Any) -> None:
    """Describes the learner of a single figure; of this only an age band can change a figure."""


@step("a payment of {due:amount_or_none} is due")
def payment_due(world: World, due: Decimal) -> None:
    """Compares an earning less an earlier one; where a levy balance is given it gives the payment instead."""
    given = _given(world)
    if "earned" not in given and "previous" not in given and "balance" in given:
        return
    earned, previous = _need(world, "the payment due", "earned", "previous")
    _expect(world, "payment due", due, _figures(world).due(earned, previous))


_GIVING: set[Callable[..., None]] = {given_value, described, payment_due}


@step("the monthly earnings is {amount:money}")
def monthly_earnings(world: World, amount: Decimal) -> None:
    """Compares the instalment of a price over its planned months."""
    price, planned = _need(world, "the monthly earnings", "price", "planned")
    _expect(world, "monthly earnings", amount, _spread(world, lambda rules: rules.monthly(price, planned)))


@step("the completion payment is {amount:money}")
def completion_payment(world: World, amount: Decimal) -> None:
    """Compares the part of a price that is kept for completion."""
    (price,) = _need(world, "the completion payment", "price")
    _expect(world, "completion payment", amount, _figures(world).completion(price))


@step("the balancing payment is {amount:money}")
def balancing_payment(world: World, amount: Decimal) -> None:
    """Compares the instalments that an early completion still pays."""
    price, planned, actual = _need(world, "the balancing payment", "price", "planned", "actual")
    figure = _spread(world, lambda rules: rules.balancing(price, planned, actual))
    _expect(world, "balancing payment", amount, figure)


@step("the number of census months is {months:whole_number}")
def number_of_census_months(world: World, months: int) -> None:
    """Compares the month ends from the start to the planned end."""
    start, planned_end = _need(world, "the number of census months", "start", "planned_end")
    figure = _spread(world, lambda rules: census_months(start, planned_end))
    world.expect(
        [
            CellResult(
                0,
                "census months",
                "",
                str(months),
                f"{figure.amount:f}",
                figure.amount == months,
                (figure.because,),
            )
        ]
    )


@step("the employer levy account is debited by {amount:amount_or_none}")
def levy_account_debited(world: World, amount: Decimal) -> None:
    """Compares what a levy account pays of an amount due."""
    due, balance = _need(world, "the debit of the levy account", "due", "balance")
    _expect(world, "levy account debited", amount, _figures(world).levy_debit(due, balance))


@step("the provider is paid {amount:amount_or_none} by the SFA")
def paid_by_sfa(world: World, amount: Decimal) -> None:
    """Compares the government's share of what the levy account leaves."""
    due, balance = _need(world, "the payment by the SFA", "due", "balance")
    _expect(world, "paid by the SFA", amount, _figures(world).government_part(due, balance))


@step("the provider is due {amount:amount_or_none} from the employer")
def due_from_employer(world: World, amount: Decimal) -> None:
    """Compares the employer's share of what the levy account leaves."""
    due, balance = _need(world, "the payment from the employer", "due", "balance")
    _expect(world, "due from the employer", amount, _figures(world).employer_part(due, balance))


@step("incentive payments due are {amount:amount_or_none}")
def incentive_payments(world: World, amount: Decimal) -> None:
    """Compares the incentives of an apprentice of an age, to employer and provider together."""
    given = _given(world)
    type_: LearnerType | None = given.get("type")
    if "age" in given or type_ is None:
        (age,) = _need(world, "the incentives", "age")
    else:
        age = defaults()["ages"][type_.band]
    _expect(world, "incentive payments", amount, _figures(world).incentives(age), words=True)


def _spread(world: World, work_out: Callable[[Figures], SingleFigure]) -> SingleFigure:
    try:
        return work_out(_figures(world))
    except ValueError as error:
        raise StepError(str(error)) from None
