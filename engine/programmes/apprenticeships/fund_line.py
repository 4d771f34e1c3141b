"""The fund line of an apprenticeship: by age, contract type and, without levy, how the contract was let.

Source: FM36 rulebase 2020/21, section 8.
"""

from datetime import date

from engine.programmes.apprenticeships.aim import Aim
from engine.programmes.apprenticeships.contract_type import LEVY, NON_LEVY, contract_type_on, contracts_of

NO_FUND_LINE = "None"


def fund_line_of(aim: Aim, contract_type: int) -> str:
    """Return the fund line of an aim, or of an episode of it, with the contract type of its first day.

    Without a contract type there is none: ``None``.
    """
    rules = aim.rules
    lines = rules.fund_lines
    young = (aim.age is not None and aim.age < rules.adult_age) or not aim.eef.isdisjoint(rules.plan_codes)
    who = lines["young" if young else "adult"]
    if contract_type == LEVY:
        return f"{who} {lines['levy']}"
    if contract_type != NON_LEVY:
        return NO_FUND_LINE
    earliest = _earliest_non_levy(aim)
    procured = (
        earliest is not None
        and earliest >= rules.procured_from
        and aim.ldm.isdisjoint(rules.not_procured_codes)
    )
    return f"{who} {lines['procured' if procured else 'not_procured']}"


def _earliest_non_levy(aim: Aim) -> date | None:
    """Return the first day of the earliest contract without levy of the programme, or of the aim itself."""
    days = [begins for kind, begins, _ in contracts_of(aim) if kind == NON_LEVY]
    if aim.programme.earliest_act2 is not None:
        days.append(aim.programme.earliest_act2)
    return min(days, default=None)


def first_fund_line_of(aim: Aim) -> str:
    """Return the fund line of an aim on its start (LearnDelInitialFundLineType)."""
    return fund_line_of(aim, contract_type_on(aim, aim.start))
