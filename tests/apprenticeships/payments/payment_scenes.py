"""Month ends of made-up earnings: each aim earns the lines a test gives it, so that only payments are tested."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from engine.because import Because, Rule
from engine.calendar import FundingYear, Month
from engine.ilr.records import (
    AppFinRecord,
    Learner,
    LearnerEmploymentStatus,
    LearningDelivery,
    LearningDeliveryFAM,
)
from engine.money import ONE, ZERO
from engine.parameters import Parameters, published
from engine.programmes.apprenticeships.course import Course
from engine.programmes.apprenticeships.lines import EarningLine, Episode, TransactionType, YearEarnings
from engine.programmes.apprenticeships.payments.inputs import (
    Account,
    Commitment,
    CommitmentSet,
    Funds,
    MonthEndInputs,
    PastPayment,
    Submission,
)
from engine.programmes.apprenticeships.payments.month_ends import run
from engine.programmes.apprenticeships.payments.outcome import Payment, PaymentLedger
from engine.programmes.apprenticeships.person import Person
from engine.reference import ReferenceData

A, B = 10000001, 10000002
STANDARD = Course(25, 50)
FRAMEWORK = Course(2, 0, 403, 1)
EARNED = Rule("TEST", "Earned", "test")
SHARE = Decimal("0.9")
TRAINING, COMPLETION, BALANCING = (TransactionType(number) for number in (1, 2, 3))
ENGLISH = TransactionType.ENGLISH_MATHS_ON_PROGRAMME
INCENTIVE = TransactionType.FIRST_PROVIDER_INCENTIVE
UNLIMITED = Account(0, levy=Funds(unlimited=True))
AIM_REFS = {ENGLISH: "50086832"}


def m(text: str) -> Month:
    """Return the month of ``08/17``."""
    month, year = text.split("/")
    return Month(2000 + int(year), int(month))


def months(first: str, last: str) -> list[Month]:
    return [m(first).shift(step) for step in range(m(first).months_until(m(last)) + 1)]


@dataclass(frozen=True)
class Earn:
    """What an aim earns of one kind: pounds by delivery month. Lines of ``at_end`` need a visible end."""

    kind: TransactionType
    amounts: Mapping[Month, Decimal | int]
    share: Decimal = SHARE
    contract: int = 1
    fund_line: str = "2017"
    at_end: bool = False


def monthly(amount: Any, first: str, last: str, kind: TransactionType = TRAINING, **more: Any) -> Earn:
    return Earn(kind, {month: Decimal(str(amount)) for month in months(first, last)}, **more)


def once(amount: Any, month: str, kind: TransactionType, **more: Any) -> Earn:
    more.setdefault("share", SHARE if kind in (TRAINING, COMPLETION, BALANCING) else ONE)
    return Earn(kind, {m(month): Decimal(str(amount))}, at_end=kind in (COMPLETION, BALANCING), **more)


@dataclass
class Scene:
    """Keeps what each aim earns and runs month ends of files with those aims."""

    earns: dict[str, tuple[Earn, ...]] = field(default_factory=dict)
    calls: int = 0

    def learner(
        self,
        *earns: Earn,
        ref: str = "L1",
        uln: int = 1,
        start: date = date(2017, 8, 1),
        planned: date = date(2018, 7, 31),
        end: date | None = None,
        course: Course = STANDARD,
        price: int = 15000,
        ldm: str = "",
        paid_in: int | None = None,
        repaid: int = 0,
        statuses: Iterable[tuple[int, date]] = (),
        seq: int = 1,
    ) -> Learner:
        key = f"{len(self.earns)}"
        self.earns[key] = earns
        records = [
            AppFinRecord(a_fin_type="TNP", a_fin_code=1, a_fin_date=start, a_fin_amount=price),
            AppFinRecord(a_fin_type="PMR", a_fin_code=1, a_fin_date=start, a_fin_amount=paid_in or 0),
            AppFinRecord(a_fin_type="PMR", a_fin_code=3, a_fin_date=start, a_fin_amount=repaid),
        ]
        fams = [LearningDeliveryFAM(learn_del_fam_type="LDM", learn_del_fam_code=ldm)] if ldm else []
        aim = LearningDelivery(
            learn_aim_ref="ZPROG001", aim_type=1, aim_seq_number=seq, learn_start_date=start,
            learn_plan_end_date=planned, fund_model=36, prog_type=course.prog_type,
            std_code=course.std_code or None, fwork_code=course.fwork_code or None,
            pway_code=course.pway_code or None, del_loc_post_code="ZZ99 9ZZ", comp_status=2 if end else 1,
            learn_act_end_date=end, con_ref_number=key, app_fin_record=tuple(records),
            learning_delivery_fam=tuple(fams),
        )  # fmt: skip
        return Learner(
            learn_ref_number=ref, uln=uln, ethnicity=31, sex="F", lldd_health_prob=2,
            postcode_prior="ZZ99 9ZZ", postcode="ZZ99 9ZZ", learning_delivery=(aim,),
            learner_employment_status=tuple(
                LearnerEmploymentStatus(emp_stat=status, date_emp_stat_app=day) for status, day in statuses
            ),
        )  # fmt: skip

    def earnings(
        self, person: Person, year: FundingYear, _r: ReferenceData, _p: Parameters, _own: bool
    ) -> YearEarnings:
        self.calls += 1
        found = YearEarnings(year)
        for ukprn, learner in person.records:
            for aim in learner.learning_delivery:
                self._add(found, ukprn, learner, aim)
        return found

    def _add(self, found: YearEarnings, ukprn: int, learner: Learner, aim: LearningDelivery) -> None:
        course = Course.of(aim)
        price = Decimal(aim.app_fin_record[0].a_fin_amount)
        for earn in self.earns[aim.con_ref_number or ""]:
            first = max(aim.learn_start_date, found.year.first_day)
            episode = Episode(
                ukprn, learner.learn_ref_number, learner.uln, aim.aim_seq_number, course,
                f"{course.identifier}-{first:%d/%m/%Y}", aim.learn_start_date, first,
                aim.learn_act_end_date, earn.contract, price, ZERO, aim.learn_start_date, price, price, ZERO,
                ZERO, price,
            )  # fmt: skip
            if not any(one.identifier == episode.identifier for one in found.episodes):
                found.episodes.append(episode)
            if earn.at_end and aim.learn_act_end_date is None:
                continue
            for month, amount in earn.amounts.items():
                if month.first_day not in found.year:
                    continue
                last = aim.learn_act_end_date if earn.at_end else month.last_day
                found.lines.append(
                    EarningLine(
                        ukprn, learner.learn_ref_number, learner.uln, aim.aim_seq_number,
                        AIM_REFS.get(earn.kind, "ZPROG001"), course, earn.kind, month, Decimal(amount),
                        earn.contract, earn.share, earn.fund_line, last or month.last_day,
                        None if earn.kind is ENGLISH else episode, Because(EARNED),
                    )
                )  # fmt: skip

    def run(
        self, *files: Submission, first: Month | None = None, last: Any = None, **more: Any
    ) -> PaymentLedger:
        """Run month ends with a commitment for each levy learner unless a test gives its own."""
        commitments = more.pop("commitments", None)
        if commitments is None:
            commitments = defaults(files)
        sets = more.pop("sets", (CommitmentSet(None, tuple(commitments)),))
        more.setdefault("other_accounts", UNLIMITED)
        inputs = MonthEndInputs(files, sets, **more)
        until = m(last) if isinstance(last, str) else last
        return run(inputs, first, until, ReferenceData.from_tables({}), published(), self.earnings)


def defaults(files: Iterable[Submission]) -> list[Commitment]:
    """Return a commitment of employer 0 that agrees with each aim of the files."""
    found: dict[tuple[int, int], Commitment] = {}
    for file in files:
        for learner in file.learners:
            found.setdefault((file.ukprn, learner.uln), committed(learner, file.ukprn))
    return list(found.values())


def committed(learner: Learner, ukprn: int = A, employer: int = 0, **more: Any) -> Commitment:
    aim = learner.learning_delivery[0]
    values: dict[str, Any] = {
        "id": f"{learner.uln}", "version": "1-001", "uln": learner.uln, "ukprn": ukprn, "employer": employer,
        "course": Course.of(aim), "price": Decimal(aim.app_fin_record[0].a_fin_amount),
        "start": aim.learn_start_date.replace(day=1), "end": date(2020, 7, 31),
    }  # fmt: skip
    return Commitment(**{**values, **more})


def file_of(
    *learners: Learner, ukprn: int = A, received: str | None = None, contributions: bool = False
) -> Submission:
    return Submission(ukprn, learners, m(received) if received else None, contributions)


def account(employer: int = 0, levy: Any = None, allowance: Any = 0, **more: Any) -> Account:
    """Return an account with a levy balance for all months, or by month; without limit for None."""
    return Account(employer, levy=funds(levy), allowance=funds(allowance), **more)


def funds(amount: Any) -> Funds:
    if amount is None:
        return Funds(unlimited=True)
    if isinstance(amount, dict):
        return Funds(by_month={m(month): Decimal(str(value)) for month, value in amount.items()})
    return Funds(by_month={Month(2017, 1): Decimal(str(amount))})


def history(amount: Any, month: str, source: str, **more: Any) -> PastPayment:
    values: dict[str, Any] = {
        "ukprn": A, "learn_ref_number": "L1", "uln": 1, "course": STANDARD, "learn_aim_ref": "ZPROG001",
        "transaction_type": TRAINING, "contract_type": 1, "government_share": SHARE, "month": m(month),
        "source": source, "amount": Decimal(str(amount)),
    }  # fmt: skip
    return PastPayment(**{**values, **more})


def paid(ledger: PaymentLedger, **wanted: Any) -> Decimal:
    """Return the sum of the payments that agree in the named fields; months as ``08/17``."""
    return sum((row.amount for row in rows(ledger, **wanted)), ZERO)


def rows(ledger: PaymentLedger, **wanted: Any) -> list[Payment]:
    values = {
        name: m(value) if name in ("month", "collection", "taken_from") else value
        for name, value in wanted.items()
    }
    return [
        row for row in ledger.payments if all(getattr(row, name) == value for name, value in values.items())
    ]


def with_end(learner: Learner, end: date | None) -> Learner:
    """Return a learner whose aim ends, or goes on."""
    aim = learner.learning_delivery[0].model_copy(
        update={"learn_act_end_date": end, "comp_status": 2 if end else 1}
    )
    return learner.model_copy(update={"learning_delivery": (aim,)})
