"""How many instalments an aim has, and in which months.

The start month always has two, each later month one, until a month's last day is not reached.
Source: FM35 rulebase 2020/21 #154.
"""

from engine.programmes.adult_skills.aim import Aim


def count_instalments(aim: Aim) -> None:
    """Count an aim's planned instalments, and those up to its actual end."""
    planned = aim.delivery.learn_plan_end_date
    if (planned.year, planned.month) == (aim.start.year, aim.start.month):
        aim.planned_instalments = aim.actual_instalments = 2
        return
    aim.planned_instalments = 1 + aim.plan_stop_index - aim.start_index
    if aim.act_index == aim.start_index:
        aim.actual_instalments = 2
    else:
        aim.actual_instalments = 1 + aim.stop_index - aim.start_index


def later_months(aim: Aim) -> range:
    """Return the month numbers of the year that have one instalment: all after the start month."""
    rules = aim.rules
    return range(max(aim.start_index + 1, rules.first_index), min(aim.stop_index, rules.after_index))


def starts_in_year(aim: Aim) -> bool:
    """Say whether the start month, which has two instalments, is in the year."""
    return aim.rules.first_index <= aim.start_index < aim.rules.after_index


def instalments_of_year(aim: Aim) -> int:
    """Return the number of instalments in the months of the year."""
    return (2 if starts_in_year(aim) else 0) + len(later_months(aim))


def balancing_instalments_of_year(aim: Aim) -> int:
    """Return the instalments paid at once when an aim is achieved early within the year."""
    rules = aim.rules
    if aim.achieved and rules.first_index <= aim.act_index < rules.after_index:
        return aim.planned_instalments - aim.actual_instalments
    return 0
