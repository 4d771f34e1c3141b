"""Adult skills, funding model 35: what each aim earns in each month of the funding year.

Source: FM35 rulebase 2020/21 (2021.03.08). Later years are worked out in the same way, with the
parameters of their dates.
"""

from functools import partial

from engine.ilr.records import Learner, LearnerDestinationandProgression
from engine.ledger import AimValues, Ledger
from engine.programmes.adult_skills.aim import Aim
from engine.programmes.adult_skills.cap import apply_cap
from engine.programmes.adult_skills.classification import classify
from engine.programmes.adult_skills.factors import look_up_factors
from engine.programmes.adult_skills.findings import Reporter
from engine.programmes.adult_skills.learning_support import pay_learning_support
from engine.programmes.adult_skills.payments import PROGRAMME, Payer
from engine.programmes.adult_skills.programmes import achievement_date, programmes_of
from engine.programmes.adult_skills.rates import look_up_rates
from engine.programmes.adult_skills.rules import rules_of
from engine.programmes.adult_skills.value import work_out_value
from engine.programmes.adult_skills.value_reasons import why_value
from engine.programmes.adult_skills.values import values_of
from engine.setting import Setting


def calculate(
    learner: Learner,
    destination: LearnerDestinationandProgression | None,
    setting: Setting,
    ledger: Ledger,
) -> None:
    """Add to the ledger what a learner's aims of models 35 and 81 earn, their values and findings.

    Raises ParameterError when the year has no value of a parameter that the rules need.
    """
    deliveries = learner.learning_delivery
    rules = setting.of_year(rules_of)
    models = rules.models
    taking_part = [delivery for delivery in deliveries if delivery.fund_model in models]
    if not taking_part:
        return
    reference, ukprn = setting.reference, setting.ukprn
    reporter = Reporter(ukprn, learner, ledger.findings)
    reporter.check_birth()
    programmes = programmes_of(deliveries, rules)
    aims: list[Aim] = []
    for delivery in taking_part:
        if reporter.refuse(delivery, rules):
            continue
        aim = Aim(delivery, rules)
        classify(aim, learner, programmes, reference)
        look_up_rates(aim, reference)
        look_up_factors(aim, learner, ukprn, reference)
        work_out_value(aim)
        aim.achievement_date = achievement_date(aim, programmes)
        aims.append(aim)
    apply_cap(aims, rules)
    reporter.check_reference(aims, rules, reference)
    payer = Payer(ukprn, learner.learn_ref_number, ledger.runs)
    for aim in aims:
        payer.pay(aim)
        ledger.values.append(
            AimValues(
                ukprn,
                learner.learn_ref_number,
                aim.delivery.aim_seq_number,
                partial(values_of, aim),
                PROGRAMME,
                why=partial(why_value, aim, aims),
            )
        )
    pay_learning_support(aims, rules, payer)
