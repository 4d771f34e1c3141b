"""The single values behind the money of an aim, under their official attribute names.

Source: FM36 rulebase 2020/21, names of the outputs and sections 2, 4 and 5.
"""

from datetime import date

from engine.because import Shown
from engine.programmes.apprenticeships.aim import Aim
from engine.programmes.apprenticeships.day_count import DayCount
from engine.programmes.apprenticeships.english_maths import EnglishMaths
from engine.programmes.apprenticeships.fund_line import first_fund_line_of

LATEST_DATE = date(9999, 9, 9)
"""The date that stands for none where an aim has no redundancy."""


def values_of_aim(
    aim: Aim, count: DayCount | None, care_leaver_day: date | None, subject: EnglishMaths | None
) -> dict[str, Shown]:
    """Return an aim's values by official name; a value that the aim does not have is None.

    ``count`` is the day count of a programme aim, ``subject`` the numbers of an English or maths aim.
    """
    rules = aim.rules
    reached = count is not None and aim.fund_start
    values: dict[str, Shown] = {
        "FundStart": aim.fund_start,
        "AgeAtProgStart": aim.age,
        "ThresholdDays": aim.qualifying_days,
        "ActualDaysIL": aim.actual_days,
        "PlannedTotalDaysIL": aim.planned_days,
        "AppAdjLearnStartDate": aim.programme.start,
        "LearnDel1618AtStart": _young_at_start(aim),
        "Completed": aim.completed,
        "LearnDelInitialFundLineType": first_fund_line_of(aim),
        "FirstIncentiveThresholdDate": count.reached(rules.first_incentive_day)
        if count and reached
        else None,
        "SecondIncentiveThresholdDate": count.reached(rules.second_incentive_day)
        if count and reached
        else None,
        "LearnDelLearnerAddPayThresholdDate": care_leaver_day,
        "LearnDelHistDaysThisApp": 0 if count is None else count.in_history,
        "LearnDelRedStartDate": min((one.day for one in aim.redundancies), default=LATEST_DATE),
        "LearnDelMathEng": aim.is_english_maths,
    }
    if subject is not None:
        values["MathEngAimValue"] = subject.value
        values["CombinedAdjProp"] = subject.adjustment
        values["PlannedNumOnProgInstalm"] = subject.planned
        values["ActualNumInstalm"] = subject.actual
    return values


def _young_at_start(aim: Aim) -> bool | None:
    """Return whether the learner was 16-18; a component of a completed programme with history may not say."""
    if aim.is_programme_aim or (aim.age is not None and aim.age < aim.rules.adult_age):
        return aim.young_at_start
    programme = aim.programme
    if programme.history and any(other.completed for other in programme.aims):
        return None
    return aim.young_at_start
