"""The earnings beside the negotiated price: incentives, disadvantage, care leavers, English and maths, support.

Source: FM36 rulebase 2020/21, sections 4 and 5; apprenticeship rules 4.
"""

from engine.programmes.apprenticeships.care_leaver import care_leaver_days, pay_care_leavers
from engine.programmes.apprenticeships.day_count import DayCounts
from engine.programmes.apprenticeships.disadvantage import pay_disadvantage
from engine.programmes.apprenticeships.english_maths import english_maths_of, pay_english_maths
from engine.programmes.apprenticeships.incentives import pay_incentives
from engine.programmes.apprenticeships.learning_support import pay_learning_support
from engine.programmes.apprenticeships.person_year import PersonYear


def pay_additional(work: PersonYear) -> None:
    """Add the lines of all additional earnings to a year whose price episodes are worked out."""
    if work.programme_aims:
        counts = DayCounts(work)
        pay_incentives(work, counts)
        pay_disadvantage(work, counts)
        pay_care_leavers(work, care_leaver_days(work))
    pay_english_maths(work, english_maths_of(work))
    pay_learning_support(work)
