"""Steps on employers' accounts: levy balances, transfer allowances, who pays the levy; and on the funding band."""

from decimal import Decimal

from engine.money import ZERO
from engine.programmes.apprenticeships.payments.inputs import Account, Funds
from steps.apprenticeships.months import MoneyByMonth, MonthRow
from steps.apprenticeships.state import Apprenticeships, said
from steps.apprenticeships.words import defaults
from steps.problems import StepError
from steps.registry import step
from steps.world import World

BALANCES = MoneyByMonth(only_row=True)
UNLIMITED, NOTHING = Funds(unlimited=True), Funds()


@step("levy balance > agreed price for all months")
@step("the levy balance > agreed price for all months")
def levy_enough(world: World) -> None:
    """Gives employer 0, and every employer without a balance of its own, more levy than is ever needed."""
    said(world).account(None).levy = UNLIMITED


@step("levy balance = 0 for all months")
@step("the levy balance = 0 for all months")
def levy_none(world: World) -> None:
    """Gives employer 0, and every employer without a balance of its own, no levy."""
    said(world).account(None).levy = NOTHING


@step("the employer's levy balance is:", table=BALANCES)
def levy_by_month(world: World, rows: list[MonthRow]) -> None:
    """Gives employer 0 a levy balance; a month's column is the month of payment."""
    said(world).account(None).levy = _funds(rows)


@step("the employer {employer:employer} has a levy balance > agreed price for all months")
def employer_levy_enough(world: World, employer: int) -> None:
    """Gives an employer more levy than is ever needed."""
    said(world).account(employer).levy = UNLIMITED


@step("the employer {employer:employer} has a levy balance = 0 for all months")
def employer_levy_none(world: World, employer: int) -> None:
    """Gives an employer no levy."""
    said(world).account(employer).levy = NOTHING


@step("the employer {employer:employer} has a levy balance of:", table=BALANCES)
def employer_levy_by_month(world: World, employer: int, rows: list[MonthRow]) -> None:
    """Gives an employer a levy balance; a month's column is the month of payment."""
    said(world).account(employer).levy = _funds(rows)


@step("the employer {employer:employer} has a transfer allowance > agreed price for all months")
def allowance_enough(world: World, employer: int) -> None:
    """Lets an employer transfer more than is ever needed."""
    said(world).account(employer).allowance = UNLIMITED


@step("the employer {employer:employer} has a transfer allowance = 0 for all months")
def allowance_none(world: World, employer: int) -> None:
    """Lets an employer transfer nothing."""
    said(world).account(employer).allowance = NOTHING


@step("the employer {employer:employer} has a transfer allowance of:", table=BALANCES)
def allowance_by_month(world: World, employer: int, rows: list[MonthRow]) -> None:
    """Lets an employer transfer so much; a month's column is the month of payment."""
    said(world).account(employer).allowance = _funds(rows)


@step("the employer is not a levy payer")
def not_a_levy_payer(world: World) -> None:
    """Says that employer 0, and every employer of whom no step speaks, does not pay the levy."""
    said(world).account(None).levy_payer = False


@step("the employer {employer:employer} is not a levy payer")
def employer_not_a_levy_payer(world: World, employer: int) -> None:
    """Says that an employer does not pay the levy."""
    said(world).account(employer).levy_payer = False


@step("the apprenticeship funding band maximum is {most:money}")
@step("the apprenticeship funding band maximum for each learner is {most:money}")
def funding_band(world: World, most: Decimal) -> None:
    """Caps what every course of the scenario may earn; a later step replaces it."""
    if most < ZERO:
        raise StepError(f"a funding band maximum is not below nothing: {most}")
    said(world).band = most


def accounts(state: Apprenticeships) -> tuple[dict[int, Account], Account]:
    """Return the accounts of the employers that steps speak of, and the one that serves all others."""
    common = state.accounts.get(None)
    number: int = defaults()["employer"]
    levy = common.levy if common and common.levy else NOTHING
    others = Account(number, common.levy_payer if common else True, levy)
    found = {number: others}
    for employer, one in state.accounts.items():
        if employer is not None:
            payer = one.levy_payer and (others.levy_payer or employer != number)
            found[employer] = Account(employer, payer, one.levy or levy, one.allowance or NOTHING)
    return found, others


def _funds(rows: list[MonthRow]) -> Funds:
    return Funds(by_month={month.shift(-1): amount for month, amount in rows[0].amounts.items()})
