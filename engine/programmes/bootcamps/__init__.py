"""Skills Bootcamps paid by milestones: commencement, completion with an interview offered, job offer.

What is paid depends on what was returned before, so the rules are given all returns of a person at once.
Source: Skills Bootcamps Wave 5 Learner Entry Tool guidance.
"""

from engine.ilr.records import Learner
from engine.programmes.bootcamps.codes import CODES, NO_PAY, Code
from engine.programmes.bootcamps.contribution import Contribution, contribution_of
from engine.programmes.bootcamps.evaluation import evaluate
from engine.programmes.bootcamps.payment import RULES, amount_of
from engine.programmes.bootcamps.person import Persons, keys_of, persons
from engine.programmes.bootcamps.rows import DestinationRow, Evaluation, Milestone, MilestonePayment, NoPay
from engine.programmes.bootcamps.rules import Context, Destination, Field, Rules, rules_of, waves
from engine.programmes.bootcamps.snapshot import bootcamp_references, is_of_bootcamps
from engine.setting import Setting

__all__ = [
    "CODES",
    "NO_PAY",
    "RULES",
    "Code",
    "Context",
    "Contribution",
    "Destination",
    "DestinationRow",
    "Evaluation",
    "Field",
    "Milestone",
    "MilestonePayment",
    "NoPay",
    "Persons",
    "Rules",
    "amount_of",
    "contribution_of",
    "evaluate",
    "is_of_bootcamps",
    "keys_of",
    "persons",
    "rules_of",
    "waves",
    "without_bootcamps",
]


def without_bootcamps(learner: Learner, setting: Setting) -> Learner:
    """Return the learner without bootcamp and milestone aims, which are paid by milestones and not by a formula.

    The same learner is returned when there are none.
    """
    references = bootcamp_references(setting.reference, setting.parameters)
    deliveries = learner.learning_delivery
    for delivery in deliveries:
        if delivery.learn_aim_ref.strip().upper() in references:
            break
    else:
        return learner
    kept = tuple(one for one in deliveries if one.learn_aim_ref.strip().upper() not in references)
    return learner.model_copy(update={"learning_delivery": kept})
