"""Why the government pays the share of a price that it pays."""

from engine.because import Explanation, Rule, Term
from engine.programmes.apprenticeships.aim import Aim
from engine.programmes.apprenticeships.share import REDUNDANCY

_SOURCE = "FM36 rulebase 2020/21, section 3.6; apprenticeship rules 5.2"
_CLAUSES = ("FM36-3.6", "AR-5.2")

GOVERNMENT_SHARE = Rule(
    "APP-GOVERNMENT-SHARE",
    "The government pays what the employer's share, by the start of the programme, leaves.",
    _SOURCE,
    "1 - employer_share",
    clauses=_CLAUSES,
)
FULL_SHARE = Rule(
    "APP-GOVERNMENT-SHARE-FULL",
    "The government pays all of the price: a small employer's share is waived, or the learner is redundant.",
    f"{_SOURCE}, 5.3 and 5.5",
    "1",
    clauses=(*_CLAUSES, "AR-5.3", "AR-5.5"),
)


def government_share(aim: Aim) -> Explanation:
    """Tell the usual share."""
    used = aim.rules.used_on("employer_share", aim.programme.start)
    return Explanation((), (_programme_start(aim),), (used,))


def full_share(aim: Aim, why: str) -> Explanation:
    """Tell why there is no employer share."""
    if why == REDUNDANCY:
        where = "ILR EmpStat and DateEmpStatApp"
        days = tuple(redundancy.day for redundancy in aim.redundancies)
    else:
        where = "ILR EmpStat, EmpId and SEM 1 at the programme's start, learner 16-18 at the start"
        days = tuple(first for first, _ in aim.small_employer_days)
    facts = (
        _programme_start(aim),
        Term("all is paid because of", why, where),
        Term("from", days, where),
    )
    return Explanation((), facts, aim.rules.used("redundancy_months", "redundancy_days"))


def _programme_start(aim: Aim) -> Term:
    return Term("programme start", aim.programme.start, "earliest ILR OrigLearnStartDate or LearnStartDate")
