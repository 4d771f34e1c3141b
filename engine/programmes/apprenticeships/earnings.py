"""What one person's apprenticeships earn their providers in a funding year: the calculation that both faces share.

Source: FM36 rulebase 2020/21; apprenticeship rules 3 to 5 and 12.2.
"""

from datetime import date

from engine.calendar import FundingYear
from engine.money import calculation_digits
from engine.parameters import Parameters
from engine.programmes.apprenticeships.additional import pay_additional
from engine.programmes.apprenticeships.aim import Aim
from engine.programmes.apprenticeships.classification import classify
from engine.programmes.apprenticeships.history import EarlierYears
from engine.programmes.apprenticeships.lines import YearEarnings
from engine.programmes.apprenticeships.person import LearnerRecord, Person
from engine.programmes.apprenticeships.person_year import PersonYear
from engine.programmes.apprenticeships.price_earnings import pay_price, work_out_episodes
from engine.programmes.apprenticeships.programme import programmes_of
from engine.programmes.apprenticeships.redundancy import find_redundancies, pass_on_stop_days
from engine.programmes.apprenticeships.rules import rules_of
from engine.programmes.apprenticeships.share import find_small_employer_days
from engine.reference import ReferenceData


def earnings_of_year(
    person: Person,
    year: FundingYear,
    reference: ReferenceData,
    parameters: Parameters,
    own_price_is_the_band: bool = False,
) -> YearEarnings:
    """Return what a person's apprenticeships earn in a funding year, with the price episodes that reach into it."""
    return work_of_year(person, year, reference, parameters, own_price_is_the_band).earnings


def work_of_year(
    person: Person,
    year: FundingYear,
    reference: ReferenceData,
    parameters: Parameters,
    own_price_is_the_band: bool = False,
) -> PersonYear:
    """Return the same with everything worked out on the way, for single values, explanations and findings."""
    with calculation_digits():
        work = PersonYear(person, year, reference, rules_of(parameters, year), own_price_is_the_band)
        _read_aims(work)
        if work.programme_aims:
            _find_shares(work)
            work_out_episodes(work)
            pay_price(work)
        pay_additional(work)
        return work


def _read_aims(work: PersonYear) -> None:
    rules, code = work.rules, work.year.code
    history = work.reference.earnings_history(work.person.uln)
    if history:
        history = tuple([row for row in history if row.collection_year < code])
    for ukprn, learner in work.person.records:
        record = LearnerRecord(ukprn, learner, history)
        work.records.append(record)
        for delivery in learner.learning_delivery:
            if delivery.fund_model in rules.funding_models and not work.refuses(record, delivery):
                work.aims.append(Aim(delivery, record, rules))
    if len(work.aims) > 1:
        work.aims.sort(key=_by_start)
    work.programme_aims = [aim for aim in work.aims if aim.is_programme_aim]
    programmes_of(work.aims)
    for aim in work.aims:
        classify(aim, work.reference)


def _find_shares(work: PersonYear) -> None:
    """Find what the government pays, and until when: small employers and redundancies."""
    for record in work.records:
        aims = work.programme_aims
        if len(work.records) > 1:
            aims = [aim for aim in aims if aim.record is record]
        earlier_years = EarlierYears(record, aims, work.rules)
        work.earlier_years[id(record)] = earlier_years
        if len(record.statuses) > 1:
            find_redundancies(record, aims, earlier_years, work.rules)
    pass_on_stop_days(work.programme_aims)
    for aim in work.programme_aims:
        aim.government_share = work.rules.government_share(aim.programme.start)
        find_small_employer_days(aim)


def _by_start(aim: Aim) -> tuple[date, int]:
    return aim.start, aim.delivery.aim_seq_number
