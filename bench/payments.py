"""Times twelve month ends of made-up apprentices: processor seconds, ratio of 10,000 to 1,000 learners, memory.

``python -m bench.payments [COUNT ...]``; without counts 1,000 and 10,000 learners of ten providers and fifty
employers, levy and non-levy, a third of them corrected in a second file, some with English, breaks and completions.
"""

import argparse
import time
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from bench import timing
from engine.calendar import Month
from engine.ilr.records import (
    AppFinRecord,
    Learner,
    LearnerEmploymentStatus,
    LearningDelivery,
    LearningDeliveryFAM,
)
from engine.parameters import published
from engine.programmes.apprenticeships.course import Course
from engine.programmes.apprenticeships.payments.inputs import (
    Account,
    Commitment,
    CommitmentSet,
    Funds,
    MonthEndInputs,
    Submission,
)
from engine.programmes.apprenticeships.payments.month_ends import run
from engine.reference import ReferenceData
from reports.garbage import few_collections

PROVIDERS = [10000001 + number for number in range(10)]
EMPLOYERS = 50
FIRST = Month(2017, 8)
LAST = Month(2018, 7)
CORRECTED = Month(2018, 1)
PRICES = (4500, 7500, 9000, 15000, 18000)
ENGLISH = "50086832"


def inputs(count: int, seed: int = 1) -> MonthEndInputs:
    """Return a year of files, commitments and accounts for so many learners."""
    random = Random(seed)
    files: dict[int, list[Learner]] = {ukprn: [] for ukprn in PROVIDERS}
    corrected: dict[int, list[Learner]] = {ukprn: [] for ukprn in PROVIDERS}
    commitments = []
    for number in range(count):
        ukprn = PROVIDERS[number % len(PROVIDERS)]
        learner, commitment = apprentice(number, ukprn, random)
        files[ukprn].append(learner)
        corrected[ukprn].append(with_other_end(learner) if random.random() < 0.33 else learner)
        if commitment is not None:
            commitments.append(commitment)
    return MonthEndInputs(
        tuple(Submission(ukprn, tuple(learners), FIRST) for ukprn, learners in files.items())
        + tuple(Submission(ukprn, tuple(learners), CORRECTED) for ukprn, learners in corrected.items()),
        (CommitmentSet(None, tuple(commitments)),),
        {
            employer: Account(employer, levy=Funds(by_month={FIRST: Decimal(count * 4)}))
            for employer in range(EMPLOYERS)
        },
        own_price_is_the_band=True,
    )


def apprentice(number: int, ukprn: int, random: Random) -> tuple[Learner, Commitment | None]:
    """Return one apprentice with the commitment that agrees, None for a non-levy one."""
    start = date(2017, 5, 1) + timedelta(random.randrange(300))
    planned = start + timedelta(random.choice((372, 372, 400, 550)))
    ends = random.random() < 0.2
    end = start + timedelta(random.randrange(60, 360)) if ends else None
    status = 1 if end is None else random.choice((2, 3))
    levy = random.random() < 0.7
    course = Course(25, 50) if random.random() < 0.6 else Course(2, 0, 403, 1)
    price = random.choice(PRICES)
    first, second = price * 4 // 5, price - price * 4 // 5
    prices = [(1, first), (2, second)] if course.is_standard else [(1, price)]
    codes = {
        "prog_type": course.prog_type,
        "std_code": course.std_code or None,
        "fwork_code": course.fwork_code or None,
        "pway_code": course.pway_code or None,
        "learn_start_date": start,
        "learn_plan_end_date": planned,
        "learn_act_end_date": end,
        "fund_model": 36,
        "comp_status": status,
        "del_loc_post_code": "ZZ99 9ZZ",
        "learning_delivery_fam": (
            LearningDeliveryFAM(
                learn_del_fam_type="ACT",
                learn_del_fam_code="1" if levy else "2",
                learn_del_fam_date_from=start,
            ),
        ),
    }
    aims = [
        LearningDelivery(
            learn_aim_ref="ZPROG001",
            aim_type=1,
            aim_seq_number=1,
            app_fin_record=tuple(
                AppFinRecord(a_fin_type="TNP", a_fin_code=code, a_fin_date=start, a_fin_amount=amount)
                for code, amount in prices
            ),
            **codes,
        )
    ]
    if random.random() < 0.25:
        aims.append(LearningDelivery(learn_aim_ref=ENGLISH, aim_type=3, aim_seq_number=2, **codes))
    learner = Learner(
        learn_ref_number=f"{number:08}",
        uln=1000000000 + number,
        date_of_birth=start.replace(year=start.year - random.choice((17, 20, 30)), day=1),
        ethnicity=31,
        sex="F",
        lldd_health_prob=2,
        postcode_prior="ZZ99 9ZZ",
        postcode="ZZ99 9ZZ",
        learner_employment_status=(
            LearnerEmploymentStatus(emp_stat=10, date_emp_stat_app=start - timedelta(30)),
        ),
        learning_delivery=tuple(aims),
    )
    if not levy:
        return learner, None
    agreed = price + (1 if random.random() < 0.05 else 0)
    return learner, Commitment(
        f"{number}",
        "1-001",
        learner.uln,
        ukprn,
        number % EMPLOYERS,
        course,
        Decimal(agreed),
        start.replace(day=1),
        planned,
        priority=random.randint(1, 5),
    )


def with_other_end(learner: Learner) -> Learner:
    """Return a learner as a correction shows one: withdrawn at the end of the year, or going on after all."""
    aims = tuple(
        aim.model_copy(
            update={"learn_act_end_date": None, "comp_status": 1}
            if aim.learn_act_end_date is not None
            else {"learn_act_end_date": max(aim.learn_start_date, date(2017, 12, 31)), "comp_status": 3}
        )
        for aim in learner.learning_delivery
    )
    return learner.model_copy(update={"learning_delivery": aims})


def main(counts: list[int]) -> None:
    """Time each count and print a line; the last line tells whether time grows with the learners alone."""
    print(timing.pin_to_one_core())
    print(f"{'learners':>9} {'payments':>9} {'seconds':>8} {'learner month ends/s':>21} {'peak MB':>8}")
    seconds = []
    for count in counts:
        given = inputs(count)
        began = time.process_time()
        with few_collections():
            ledger = run(given, None, LAST, ReferenceData.from_tables({}), published())
        seconds.append(time.process_time() - began)
        print(
            f"{count:>9,} {len(ledger.payments):>9,} {seconds[-1]:>8.1f} {count * 12 / seconds[-1]:>21,.0f}"
            f" {_peak():>8}",
            flush=True,
        )
        del ledger, given
    if len(counts) > 1:
        print(
            f"{counts[-1] / counts[0]:g} times the learners take {seconds[-1] / seconds[0]:.1f} times as long"
        )


def _peak() -> str:
    try:
        import resource
    except ImportError:
        return "?"
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Time twelve month ends.")
    parser.add_argument("counts", type=int, nargs="*", help="numbers of learners (1000 10000)")
    main(parser.parse_args().counts or [1_000, 10_000])
