"""Study programmes of 16 to 19 year olds: work placements, planned hours, and the base rate of the hours.

No earnings are worked out here: the base rate is where the calculation of funding model 25 begins.
Source: forum advice on recording work experience in the ILR, ILR validation rules, FM25 rulebase 2020/21.
"""

from engine.ilr.records import Learner, LearnerDestinationandProgression
from engine.ledger import Ledger
from engine.programmes.study_programmes.advice import judge_work_experience, judge_year_aims
from engine.programmes.study_programmes.bands import (
    HOURS,
    RATE,
    add_figures,
    band_by_age,
    base_rate,
    judge_planned_hours,
)
from engine.programmes.study_programmes.codes import CODES, Code
from engine.programmes.study_programmes.decision import (
    Decision,
    WorkExperience,
    decide,
    work_experience_of,
    year_aims,
)
from engine.programmes.study_programmes.judgement import Judgement
from engine.programmes.study_programmes.placements import judge_placements
from engine.programmes.study_programmes.rules import Bands, Rules, rules_of_year
from engine.setting import Setting

__all__ = [
    "CODES",
    "HOURS",
    "RATE",
    "Bands",
    "Code",
    "Decision",
    "Rules",
    "WorkExperience",
    "band_by_age",
    "base_rate",
    "calculate",
    "decide",
    "rules_of_year",
    "work_experience_of",
    "year_aims",
]


def calculate(
    learner: Learner,
    destination: LearnerDestinationandProgression | None,
    setting: Setting,
    ledger: Ledger,
) -> None:
    """Append what is found in work placements and planned hours, and what the hours of a study programme are worth.

    Work placements are judged on every learner, planned hours on those of 16 to 19 funding alone.
    """
    rules = setting.of_year(rules_of_year)
    if rules is None:
        return
    # Asked of every learner of every file, most of whom neither concerns.
    is_placed = is_young = False
    for aim in learner.learning_delivery:
        if aim.fund_model in rules.planned_hours_models:
            is_young = True
        if aim.learning_delivery_work_placement or aim.learn_aim_ref in rules.placement_aims:
            is_placed = True
    if not is_placed and not is_young:
        return
    judgement = Judgement(learner, setting, rules, ledger)
    if is_placed:
        judge_placements(judgement)
    if is_young:
        judge_planned_hours(judgement)
    if any(aim.fund_model in rules.study_models for aim in learner.learning_delivery):
        work = work_experience_of(learner, setting, rules)
        judge_year_aims(judgement, work)
        judge_work_experience(judgement, work)
        add_figures(judgement)
