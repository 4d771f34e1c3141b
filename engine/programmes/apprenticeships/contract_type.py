"""Which contract type, levy or non-levy, an apprenticeship aim runs under on a day and in a month.

Source: FM36 rulebase 2020/21, section 8; apprenticeship rules 2.7 and 5.6.
"""

from collections.abc import Iterable
from datetime import date

from engine.calendar import month_index
from engine.programmes.apprenticeships.aim import Aim
from engine.programmes.apprenticeships.rules import last_day_of

LEVY = 1
NON_LEVY = 2
NO_CONTRACT = 0


def contract_type_on(aim: Aim, day: date) -> int:
    """Return the contract type of an aim on a day, 0 for none; where both cover the day, levy.

    A day before its start or after its end has none. Where the year's reading says so, a day that no record
    covers takes the record begun last before it.
    """
    if day < aim.start or (aim.end is not None and day > aim.end):
        return NO_CONTRACT
    found = latest = NO_CONTRACT
    for kind, begins, ends in contracts_of(aim):
        if begins <= day:
            if ends is None or day <= ends:
                if kind == LEVY:
                    return LEVY
                found = kind
            latest = kind
    if found == NO_CONTRACT and aim.rules.uncovered_day_takes_latest:
        return latest
    return found


def contracts_of(aim: Aim) -> tuple[tuple[int, date, date | None], ...]:
    """Return kind, first and last day of an aim's contract records, by their first day; read once."""
    contracts = aim.contracts
    if contracts is None:
        contracts = aim.contracts = _read_contracts(aim)
    return contracts


def _read_contracts(aim: Aim) -> tuple[tuple[int, date, date | None], ...]:
    rules = aim.rules
    found = []
    for record in aim.act_records:
        begins, code = record.learn_del_fam_date_from, record.learn_del_fam_code
        if begins is None or not code.isdecimal():
            continue
        if int(code) in rules.levy_codes:
            found.append((LEVY, begins, record.learn_del_fam_date_to))
        elif int(code) in rules.non_levy_codes:
            found.append((NON_LEVY, begins, record.learn_del_fam_date_to))
    return tuple(found)


def contract_type_of_month(aim: Aim, month: int, other_days: Iterable[date] = ()) -> int:
    """Return the contract type of an aim in a month number: on its end if that falls there, else on the last day.

    Where there is none on that day, ``other_days`` are asked in their order (the days of payments due in the
    month), then the planned end of an aim that begins and is planned to end in the month.
    """
    end = aim.end
    asked = end if end is not None and aim.end_index == month else last_day_of(month)
    found = contract_type_on(aim, asked)
    if found != NO_CONTRACT:
        return found
    for day in other_days:
        found = contract_type_on(aim, day)
        if found != NO_CONTRACT:
            return found
    if aim.start_index == month == month_index(aim.planned_end):
        return contract_type_on(aim, aim.planned_end)
    return found


def contract_types_of_months(aim: Aim, months: range) -> list[int]:
    """Return the contract type of an aim in each of some month numbers; ``contract_type_of_month`` of each."""
    contracts = contracts_of(aim)
    if len(contracts) == 1 and months:
        # Nearly every aim has one open contract: within the aim its kind holds on whatever day is asked.
        kind, begins, ends = contracts[0]
        end = aim.end
        runs = end is None or (aim.start <= end and months[-1] <= aim.end_index)
        if runs and aim.start_index <= months[0] and begins <= aim.start and ends is None:
            return [kind] * len(months)
    return [contract_type_of_month(aim, month) for month in months]


def contract_type_name(aim: Aim, contract_type: int) -> str:
    """Return the official name of a contract type."""
    names: dict[str, str] = aim.rules.values.contract_type_names
    return names[{LEVY: "levy", NON_LEVY: "non_levy"}.get(contract_type, "none")]
