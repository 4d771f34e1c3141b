"""Apprenticeships of one learner of an ILR file: earnings under the official names of funding model 36.

Source: FM36 rulebase 2020/21 (2021.02.07). Other years are worked out in the same way, with the
parameters of their dates.
"""

from datetime import date
from functools import cached_property, partial

from engine.because import Because, Shown
from engine.ilr.records import Learner, LearnerDestinationandProgression
from engine.ledger import AimValues, Ledger
from engine.money import calculation_digits
from engine.programmes.apprenticeships.aim import Aim
from engine.programmes.apprenticeships.attributes import PROGRAMME, write_earnings, write_shares
from engine.programmes.apprenticeships.care_leaver import care_leaver_days
from engine.programmes.apprenticeships.day_count import DayCounts
from engine.programmes.apprenticeships.earnings import work_of_year
from engine.programmes.apprenticeships.english_maths import EnglishMaths, english_maths_of
from engine.programmes.apprenticeships.episodes import PriceEpisodeWork
from engine.programmes.apprenticeships.file_findings import check_birth, check_reference, usable_aims
from engine.programmes.apprenticeships.person import Person
from engine.programmes.apprenticeships.person_year import PersonYear
from engine.programmes.apprenticeships.rules import rules_of
from engine.programmes.apprenticeships.values import values_of_aim
from engine.programmes.apprenticeships.values_episode import values_of_episode
from engine.programmes.apprenticeships.values_episode_reasons import why_value_of_episode
from engine.programmes.apprenticeships.values_reasons import AimParts, why_value_of_aim
from engine.setting import Setting

FUNDING_MODEL = 36
"""The funding model of apprenticeships begun from May 2017."""


def calculate(
    learner: Learner,
    destination: LearnerDestinationandProgression | None,
    setting: Setting,
    ledger: Ledger,
) -> None:
    """Add to the ledger what a learner's aims of model 36 earn, the government's shares, values and findings.

    Only aims of that model take part. Raises ParameterError when the year has no value of a parameter that
    the rules need.
    """
    # The rules are asked for only by learners with such aims: a year may have none.
    for delivery in learner.learning_delivery:
        if delivery.fund_model == FUNDING_MODEL:
            break
    else:
        return
    models = setting.of_year(rules_of).funding_models
    usable = usable_aims(learner, models, setting, ledger)
    check_birth(learner, setting, ledger)
    person = Person(learner.uln, ((setting.ukprn, usable),))
    work = work_of_year(person, setting.year, setting.reference, setting.parameters)
    write_earnings(work, ledger)
    write_shares(work, ledger)
    ledger.findings.extend(work.findings)
    check_reference(work, learner, setting, ledger)
    _add_values(work, ledger)


class _Values:
    """The values of a person's year; what they share is worked out when the first is asked for."""

    def __init__(self, work: PersonYear) -> None:
        self.work = work

    @cached_property
    def counts(self) -> DayCounts:
        return DayCounts(self.work)

    @cached_property
    def care_leaver_days(self) -> dict[int, date]:
        return {id(aim): day for aim, _, day in care_leaver_days(self.work)}

    @cached_property
    def subjects(self) -> dict[int, EnglishMaths]:
        return {id(subject.aim): subject for subject in english_maths_of(self.work)}

    def _parts(self, aim: Aim) -> AimParts:
        key = id(aim)
        count = self.counts.of(aim) if aim.is_programme_aim else None
        return AimParts(aim, count, self.care_leaver_days.get(key), self.subjects.get(key))

    def of_aim(self, aim: Aim) -> dict[str, Shown]:
        with calculation_digits():
            parts = self._parts(aim)
            return values_of_aim(aim, parts.count, parts.care_leaver_day, parts.subject)

    def why_of_aim(self, aim: Aim, name: str) -> Because:
        with calculation_digits():
            return why_value_of_aim(self._parts(aim), name)

    def of_episode(self, episode: PriceEpisodeWork) -> dict[str, Shown]:
        return values_of_episode(self.work, episode)

    def why_of_episode(self, episode: PriceEpisodeWork, name: str) -> Because:
        return why_value_of_episode(self.work, episode, name)


def _add_values(work: PersonYear, ledger: Ledger) -> None:
    """Tell the values of every aim, and of the episodes that begin in the year."""
    rules, values = work.rules, _Values(work)
    for aim in work.aims:
        tell, why = partial(values.of_aim, aim), partial(values.why_of_aim, aim)
        record, number = aim.record, aim.delivery.aim_seq_number
        ledger.values.append(
            AimValues(record.ukprn, record.learn_ref_number, number, tell, PROGRAMME, "", why)
        )
    for episode in work.episodes:
        if rules.first_day <= episode.start <= rules.last_day:
            record, number = episode.aim.record, episode.aim.delivery.aim_seq_number
            tell = partial(values.of_episode, episode)
            ledger.values.append(
                AimValues(
                    record.ukprn,
                    record.learn_ref_number,
                    number,
                    tell,
                    PROGRAMME,
                    episode.identifier,
                    partial(values.why_of_episode, episode),
                )
            )
