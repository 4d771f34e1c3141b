"""Reasons that concern the learner and stop every milestone in the return.

Source: Skills Bootcamps Wave 5 Learner Entry Tool guidance, homepage, learner tab and employment status.
"""

from collections.abc import Iterable
from datetime import date

from engine.calendar import FundingYear, age_on
from engine.employment import status_in_force
from engine.identifiers import TEMPORARY_ULN
from engine.programmes.bootcamps.rules import Context, clause
from engine.programmes.bootcamps.snapshot import Bootcamp, Fault, Snapshot, bootcamp_contracts


def learner_faults(snapshot: Snapshot, bootcamps: Iterable[Bootcamp], context: Context) -> list[Fault]:
    """Return what is wrong with the learner, judged at the start of the bootcamps that the return is about.

    With milestone aims alone these are bootcamps of an earlier return; where none is found, the days of the
    milestone aims stand in for their starts.
    """
    attended = list(bootcamps)
    starts = [one.delivery.learn_start_date for one in attended]
    starts = starts or [one.delivery.learn_start_date for one in snapshot.claims]
    rules = (attended or snapshot.claims)[0].rules
    learner, ukprn = snapshot.learner, snapshot.returned.ukprn
    faults = []
    if context.reference.has("contracts") and not bootcamp_contracts(ukprn, context):
        faults.append(
            Fault(
                "NP_UKPRN",
                "UKPRN",
                str(ukprn),
                "a provider with a bootcamp contract",
                clause("FIELD-UKPRN-02"),
            )
        )
    if learner.uln == TEMPORARY_ULN:
        expected = "the learner's own number"
        faults.append(Fault("NP_ULN_TEMP", "ULN", str(learner.uln), expected, clause("FIELD-LEARNER-03")))
    born = learner.date_of_birth
    if born is not None:
        ages = [age_on(born, _age_day(start, context)) for start in starts]
        if min(ages) < rules.minimum_age:
            found, expected = f"{born:%d/%m/%Y}, age {min(ages)}", f"{rules.minimum_age} or over"
            faults.append(Fault("NP_UNDER19", "DateOfBirth", found, expected, clause("FIELD-LEARNER-06")))
    in_force = (status_in_force(snapshot.statuses, start) for start in starts)
    if any(status is not None and status.emp_stat == rules.status_unknown for status in in_force):
        found = str(rules.status_unknown)
        faults.append(Fault("NP_EMPSTAT_98", "EmpStat", found, "10, 11 or 12", clause("FIELD-EMP-02")))
    return faults


def _age_day(start: date, context: Context) -> date:
    if context.switches.under19_basis == "bootcamp_start":
        return start
    year = FundingYear.of(start)
    return date(year.start_year, 8, 31)
