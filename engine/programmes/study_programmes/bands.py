"""Planned hours of a study programme: that they are there, the band they are in, and its base rate for the year.

Source: FM25 rulebase 2020/21, rate band and national rates; ILR validation rules PlanLearnHours_01 and _03,
PlanEEPHours_01, DateOfBirth_01.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Literal

from engine.because import Because, Explanation, Rule, Term
from engine.calendar import age_on
from engine.ilr.records import Learner
from engine.ledger import YearFigure
from engine.programmes.study_programmes.judgement import Judgement
from engine.programmes.study_programmes.rules import Bands

PROGRAMME = "study_programmes"
HOURS, RATE = "TotalPlannedHours", "NatRate"

_HOURS = Rule(
    "SP-HOURS",
    "Adds up the hours planned for the year.",
    "FM25 rulebase 2020/21, rate band",
    "planned_learning_hours + planned_eep_hours",
    ("SP-FM25-01",),
)
_BAND_RATE = Rule(
    "SP-BAND-RATE",
    "Gives the base rate of the band of planned hours, before all other conditions and factors.",
    "FM25 rulebase 2020/21, national rates",
    "band_rate",
    ("SP-FM25-02",),
)
_HOURLY_RATE = Rule(
    "SP-HOURLY-RATE",
    "Gives few planned hours their share of the full rate, before all other conditions and factors.",
    "FM25 rulebase 2020/21, national rates",
    "full_rate * planned_hours / full_time_hours",
    ("SP-FM25-08",),
)
_BAND = Rule(
    "SP-BAND",
    "Finds the first band that the planned hours reach and that is open to the age or to high needs.",
    "FM25 rulebase 2020/21, rate band",
    clauses=tuple(f"SP-FM25-{number:02}" for number in (3, 4, 5, 6, 7, 8, 9)),
)


def counted_hours(learner: Learner) -> int | None:
    """Return the planned hours of both kinds together; None where either is not returned."""
    if learner.plan_learn_hours is None or learner.plan_eep_hours is None:
        return None
    return learner.plan_learn_hours + learner.plan_eep_hours


def is_high_needs(judgement: Judgement) -> bool:
    """Say whether the learner is marked as a student with high needs."""
    rules = judgement.rules
    return any(
        fam.learn_fam_type == rules.high_needs_type and fam.learn_fam_code in rules.high_needs_codes
        for fam in judgement.learner.learner_fam
    )


def band_of(judgement: Judgement, hours: int) -> str | None:
    """Return the band of so many planned hours of the learner; None without bands of the year or a date of birth."""
    bands, age = judgement.rules.bands, _age(judgement)
    if bands is None or age is None:
        return None
    is_adult = age >= judgement.rules.adult_age
    return band_by_age(bands, hours, is_adult=is_adult, high_needs=is_high_needs(judgement))


def band_by_age(bands: Bands, hours: int, *, is_adult: bool, high_needs: bool) -> str:
    """Return the first band that the hours reach and that is open to the age or to high needs."""
    for band, least in bands.hours.items():
        if band in bands.young and is_adult and not high_needs:
            continue
        if band in bands.adult and not is_adult:
            continue
        if hours >= least:
            return band
    return bands.lowest


def base_rate(bands: Bands, band: str, hours: int) -> Decimal:
    """Return the base rate of a band in pounds for a year; that of the lowest band grows with the hours."""
    if band != bands.lowest:
        return bands.rates[band]
    return bands.rates[bands.full_rate_band] * hours / bands.full_time_hours


def judge_planned_hours(judgement: Judgement) -> None:
    """Find planned hours, or a date of birth, that a 16 to 19 learner's record lacks."""
    learner = judgement.learner
    for code, topic, field, value in (
        ("PlanLearnHours_01", "NAT-09", "PlanLearnHours", learner.plan_learn_hours),
        ("PlanEEPHours_01", "NAT-10", "PlanEEPHours", learner.plan_eep_hours),
    ):
        if value is None:
            judgement.find(
                code,
                None,
                topic,
                field=field,
                found="none",
                expected="the hours planned for the year",
                message=f"{field} is returned for every 16 to 19 learner; without it no hours band is known.",
            )
    if counted_hours(learner) == 0:
        judgement.find(
            "PlanLearnHours_03",
            None,
            "NAT-11",
            field="PlanLearnHours",
            found="0 in all",
            expected="more than 0 with PlanEEPHours",
            message="Some hours are planned for every 16 to 19 learner.",
        )
    if learner.date_of_birth is None:
        judgement.find(
            "DateOfBirth_01",
            None,
            "NAT-12",
            field="DateOfBirth",
            found="none",
            expected="the date of birth",
            message="DateOfBirth is returned for every 16 to 19 learner; without it no hours band is known.",
        )


def add_figures(judgement: Judgement) -> None:
    """Add the planned hours of the year and the base rate of their band, as far as they are known."""
    hours = counted_hours(judgement.learner)
    if hours is None:
        return
    band, bands = band_of(judgement, hours), judgement.rules.bands
    about = ""
    if bands is None:
        about = f"no bands and rates of {judgement.setting.year.label} are known"
    _add(judgement, HOURS, Decimal(hours), "hours", about, _HOURS, lambda: _hours_told(judgement.learner))
    if band is None or bands is None:
        return
    rule = _HOURLY_RATE if band == bands.lowest else _BAND_RATE
    amount = base_rate(bands, band, hours)
    _add(judgement, RATE, amount, "pounds", f"band {band}", rule, lambda: _rate_told(judgement, band, bands))
    judgement.ledger.year_figures[-1].because_about = Because(
        _BAND, lambda: _band_told(judgement, band, bands)
    )


def _add(
    judgement: Judgement,
    attribute: str,
    amount: Decimal,
    unit: Literal["pounds", "hours"],
    about: str,
    rule: Rule,
    tell: Callable[[], Explanation],
) -> None:
    judgement.ledger.year_figures.append(
        YearFigure(
            ukprn=judgement.setting.ukprn,
            learn_ref_number=judgement.learner.learn_ref_number,
            attribute=attribute,
            amount=amount,
            unit=unit,
            because=Because(rule, tell),
            about=about,
            programme=PROGRAMME,
        )
    )


def _hours_told(learner: Learner) -> Explanation:
    return Explanation(
        terms=(
            Term("planned_learning_hours", learner.plan_learn_hours, "ILR PlanLearnHours"),
            Term("planned_eep_hours", learner.plan_eep_hours, "ILR PlanEEPHours"),
        )
    )


def _band_told(judgement: Judgement, band: str, bands: Bands) -> Explanation:
    facts = (_planned(judgement), *_band_facts(judgement, band))
    return Explanation(facts=facts, parameters=(bands.sources["hours_bands"],))


def _planned(judgement: Judgement) -> Term:
    return Term("planned_hours", counted_hours(judgement.learner), "ILR PlanLearnHours and PlanEEPHours")


def _band_facts(judgement: Judgement, band: str) -> tuple[Term, ...]:
    age_date = judgement.rules.age_date(judgement.setting.year)
    return (
        Term("band", band, "parameter hours_bands"),
        Term(f"age on {age_date:%d/%m/%Y}", _age(judgement), "ILR DateOfBirth"),
        Term("high needs", is_high_needs(judgement), "ILR LearnFAMType HNS"),
    )


def _rate_told(judgement: Judgement, band: str, bands: Bands) -> Explanation:
    sources, facts, planned = bands.sources, _band_facts(judgement, band), _planned(judgement)
    if band == bands.lowest:
        full = Term("full_rate", bands.rates[bands.full_rate_band], "parameter band_rates")
        return Explanation((full, planned), facts, tuple(sources.values()))
    rate = Term("band_rate", bands.rates[band], "parameter band_rates")
    return Explanation((rate,), (planned, *facts), (sources["hours_bands"], sources["band_rates"]))


def _age(judgement: Judgement) -> int | None:
    born = judgement.learner.date_of_birth
    if born is None:
        return None
    return age_on(born, judgement.rules.age_date(judgement.setting.year))
