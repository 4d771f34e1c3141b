"""Apprentices for tests, with only what a test is about spelt out, and their year worked out."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from engine.calendar import FundingYear
from engine.ilr.records import (
    AppFinRecord,
    EmploymentStatusMonitoring,
    Learner,
    LearnerEmploymentStatus,
    LearningDelivery,
    LearningDeliveryFAM,
)
from engine.money import ZERO
from engine.parameters import published
from engine.programmes.apprenticeships.earnings import work_of_year
from engine.programmes.apprenticeships.episodes import PriceEpisodeWork
from engine.programmes.apprenticeships.lines import EarningLine, TransactionType
from engine.programmes.apprenticeships.person import Person
from engine.programmes.apprenticeships.person_year import PersonYear
from engine.reference import ReferenceData

UKPRN = 10000101
ULN = 9999999999
STANDARD = {"prog_type": 25, "std_code": 17}
FRAMEWORK = {"prog_type": 2, "fwork_code": 403, "pway_code": 1}
ADULT = date(1990, 1, 1)
YOUNG = date(2003, 1, 1)


def day(text: str) -> date:
    """Read a date written like ``06/08/20``."""
    number, month, year = text.split("/")
    return date(2000 + int(year), int(month), int(number))


def funding_row(course: str, limit: str, uplift: str = "", first: str = "2017-05-01") -> dict[str, str]:
    codes = course.split("-")
    row = {"ProgType": codes[0], "FundingCategory": "APP_MAY_2017", "EffectiveFrom": first}
    row |= {"StdCode": codes[1]} if len(codes) == 2 else {"FworkCode": codes[1], "PwayCode": codes[2]}
    return row | {
        "MaxEmployerLevyCap": limit,
        "SixteenToEighteenEmployerAdditionalPayment": "1000",
        "SixteenToEighteenProviderAdditionalPayment": "1000",
        "SixteenToEighteenFrameworkUplift": uplift,
        "CareLeaverAdditionalPayment": "1000",
    }


def reference_of(**tables: list[dict[str, str]]) -> ReferenceData:
    """Return reference data with a standard of band 15000 and a framework of band 9000, and a test's tables."""
    base = {
        "apprenticeship_funding": [
            funding_row("25-17", "15000"),
            funding_row("25-18", "15000"),
            funding_row("2-403-1", "9000", "1800"),
            funding_row("2-403-2", "6000", "1200"),
        ],
        "apprenticeship_disadvantage": [
            {"Postcode": "WX1 1AA", "EffectiveFrom": "2010-08-01", "Uplift": "600"}
        ],
        "aims": [{"LearnAimRef": "60060014", "FrameworkCommonComponent": "11"}],
        "aim_rates": [
            {
                "LearnAimRef": "60060014",
                "FundingCategory": "APP_MAY_2017_EM",
                "EffectiveFrom": "2017-05-01",
                "RateWeighted": "471",
            }
        ],
        "common_components": [{"ProgType": "25", "StdCode": "17", "CommonComponent": "11"}],
    }
    return ReferenceData.from_tables({**base, **tables})


def fam(kind: str, code: str, first: str = "", last: str = "") -> LearningDeliveryFAM:
    return LearningDeliveryFAM(
        learn_del_fam_type=kind,
        learn_del_fam_code=code,
        learn_del_fam_date_from=day(first) if first else None,
        learn_del_fam_date_to=day(last) if last else None,
    )


def price(since: str, *amounts: int) -> tuple[AppFinRecord, ...]:
    """Return price records TNP1, TNP2 ... of a day; an amount of 0 makes none."""
    return tuple(
        AppFinRecord(a_fin_type="TNP", a_fin_code=code, a_fin_date=day(since), a_fin_amount=amount)
        for code, amount in enumerate(amounts, start=1)
        if amount
    )


def aim_of(start: str, planned: str, end: str = "", **fields: Any) -> LearningDelivery:
    """Return a standard's programme aim under ACT 1; ``prices`` and ``fams`` are its records.

    ``end`` without ``comp_status`` is a withdrawal.
    """
    fams: Sequence[LearningDeliveryFAM] = fields.pop("fams", ())
    if not any(record.learn_del_fam_type == "ACT" for record in fams):
        fams = (*fams, fam("ACT", fields.pop("act", "1"), start))
    course = fields.pop("course", STANDARD)
    values: dict[str, Any] = {
        "learn_aim_ref": "ZPROG001", "aim_type": 1, "aim_seq_number": 1, "fund_model": 36,
        "learn_start_date": day(start), "learn_plan_end_date": day(planned),
        "learn_act_end_date": day(end) if end else None, "comp_status": 3 if end else 1,
        "del_loc_post_code": "ZZ99 9ZZ", "learning_delivery_fam": tuple(fams),
        "app_fin_record": tuple(fields.pop("prices", ())),
    }  # fmt: skip
    for name in ("orig_learn_start_date", "ach_date"):
        if name in fields:
            fields[name] = day(fields[name])
    return LearningDelivery(**{**values, **course, **fields})


def status(since: str, stat: int = 10, employer: int | None = 1, *, small: bool = False) -> Any:
    return LearnerEmploymentStatus(
        emp_stat=stat,
        date_emp_stat_app=day(since),
        emp_id=employer,
        employment_status_monitoring=(
            (EmploymentStatusMonitoring(esm_type="SEM", esm_code=1),) if small else ()
        ),
    )


def learner_of(
    *aims: LearningDelivery, born: date | None = ADULT, statuses: tuple[Any, ...] = (), **fields: Any
) -> Learner:
    values: dict[str, Any] = {
        "learn_ref_number": "TEST1", "uln": ULN, "date_of_birth": born, "ethnicity": 31, "sex": "F",
        "lldd_health_prob": 2, "postcode_prior": "ZZ99 9ZZ", "postcode": "ZZ99 9ZZ", "learning_delivery": aims,
        "learner_employment_status": statuses or (status("01/06/17"),),
    }  # fmt: skip
    return Learner(**{**values, **fields})


def worked_out(
    *records: Learner | tuple[int, Learner],
    year: int = 2020,
    reference: ReferenceData | None = None,
    own_price_is_the_band: bool = False,
) -> PersonYear:
    """Return the year of a person of whom one provider, or several, return a record."""
    of_providers = tuple(record if isinstance(record, tuple) else (UKPRN, record) for record in records)
    return work_of_year(
        Person(ULN, of_providers),
        FundingYear(year),
        reference or reference_of(),
        published(),
        own_price_is_the_band,
    )


def amounts(
    work: PersonYear, kind: TransactionType, identifier: str | None = None, ukprn: int | None = None
) -> dict[int, Decimal]:
    """Return the amounts of a kind by period, to five places, of one price episode or of all."""
    found: dict[int, Decimal] = {}
    for line in work.earnings.lines:
        if line.transaction_type is not kind or (ukprn is not None and line.ukprn != ukprn):
            continue
        if identifier is None or (line.episode is not None and line.episode.identifier == identifier):
            found[line.month.period] = found.get(line.month.period, ZERO) + line.amount
    return {period: round(amount, 5) for period, amount in found.items()}


def spread(text: str) -> dict[int, Decimal]:
    """Read twelve amounts written like ``0×5 942.85714×7`` into those that are not zero."""
    amounts: list[Decimal] = []
    for word in text.split():
        amount, _, times = word.partition("×")
        amounts += [Decimal(amount)] * int(times or 1)
    assert len(amounts) == 12, text
    return {period: amount for period, amount in enumerate(amounts, start=1) if amount}


def episode(work: PersonYear, identifier: str) -> PriceEpisodeWork:
    return next(one for one in work.episodes if one.identifier == identifier)


def lines_of(work: PersonYear, kind: TransactionType) -> list[EarningLine]:
    return [line for line in work.earnings.lines if line.transaction_type is kind]


def after(start: date, days: int) -> str:
    """Return the day so many days later, written like ``06/08/20``."""
    return (start + timedelta(days=days)).strftime("%d/%m/%y")
