"""The code tables: what every aim of a programme must carry, by kind of aim.

The tables are parameters. Checked in the order of the gates: source of funding, funding model, start
postcode, employment status, programme code, the conditional DAM codes, full funding.
Source: WMCA coding guidance 2021/22, code tables of Sector Gateway and SWAP aims.
"""

from collections.abc import Mapping
from datetime import date

from engine.employment import status_before, status_in_force
from engine.ilr.records import LearnerEmploymentStatus, LearningDelivery
from engine.programmes.sector_programmes.dam_codes import (
    judge_main_aims,
    judge_no_benefit_code,
    judge_procured_code,
    judge_programme_code,
)
from engine.programmes.sector_programmes.judgement import Judgement, clause, either, listed, shown
from engine.programmes.sector_programmes.recognition import (
    Programme,
    ProgrammeAim,
    fam_codes,
    is_restart,
)
from engine.programmes.sector_programmes.rules import Item, Rules


def judge_codes(judgement: Judgement, programme: Programme) -> None:
    """Find what the aims of a programme carry against their code tables."""
    for aim in programme.aims:
        table = judgement.rules.code_table(programme.kind, aim.kind, judgement.setting.switches)
        _source_and_model(judgement, aim.delivery, table)
        _start_postcode(judgement, aim, table["LSDPostcode"])
        _employment_status(judgement, programme, aim, table["EmpStat"])
        judge_programme_code(judgement, aim, table)
        judge_procured_code(judgement, aim, table["002"])
        judge_no_benefit_code(judgement, aim, table["023"])
        _full_funding(judgement, aim.delivery)
    judge_main_aims(judgement, programme)


def _source_and_model(judgement: Judgement, delivery: LearningDelivery, table: Mapping[str, Item]) -> None:
    rules = judgement.rules
    sources = fam_codes(delivery, "SOF")
    if table["SOF"].is_mandatory and sources != (rules.source_of_funding,):
        judgement.find(
            "SOF_NOT_112",
            delivery,
            table["SOF"].clause,
            field="LearnDelFAMCode (SOF)",
            found=listed(sources),
            expected=rules.source_of_funding,
            message=f"The source of funding of the aim must be {rules.source_of_funding}.",
        )
    if table["FundModel"].is_mandatory and str(delivery.fund_model) not in rules.fund_models:
        judgement.find(
            "FUNDMODEL_NOT_35",
            delivery,
            table["FundModel"].clause,
            field="FundModel",
            found=str(delivery.fund_model),
            expected=either(rules.fund_models),
            message=f"The funding model of the aim must be {either(rules.fund_models)}.",
        )


def _start_postcode(judgement: Judgement, aim: ProgrammeAim, item: Item) -> None:
    rules, delivery, reference = judgement.rules, aim.delivery, judgement.setting.reference
    if not item.is_mandatory or not reference.has("authority_postcodes"):
        return
    postcode = delivery.lsd_postcode
    row = reference.authority(postcode, delivery.learn_start_date) if postcode else None
    if row is not None and row.authority == rules.authority:
        return
    found = postcode or "none"
    if row is not None:
        found = f"{found} ({row.authority})"
    excuse = _excuse(aim, rules)
    judgement.find(
        "LSDPOSTCODE_EXCUSED" if excuse else "LSDPOSTCODE_NOT_WMCA",
        delivery,
        clause("NATIONAL-04") if excuse else item.clause,
        field="LSDPostcode",
        found=found,
        expected=f"a postcode of {rules.authority} on {shown(delivery.learn_start_date)}",
        message=(
            f"The start postcode is not one of {rules.authority}, which {excuse} allows."
            if excuse
            else f"The learner's postcode at the start must lie in {rules.authority} when the aim starts."
        ),
    )


def _excuse(aim: ProgrammeAim, rules: Rules) -> str:
    """Return why the national rule leaves an aim's start postcode aside; empty when it does not."""
    if rules.outside_area_code in aim.dams:
        return f"DAM {rules.outside_area_code}"
    if aim.delivery.lsd_postcode == rules.excused_postcode:
        return f"the postcode {rules.excused_postcode}"
    return "a restart" if is_restart(aim.delivery) else ""


def _employment_status(judgement: Judgement, programme: Programme, aim: ProgrammeAim, item: Item) -> None:
    rules, switches, delivery = judgement.rules, judgement.setting.switches, aim.delivery
    if not item.is_mandatory:
        return
    day: date | None = delivery.learn_start_date
    by_programme = aim.kind == "job_outcome" and switches.jo_empstat_basis == "programme_start"
    if by_programme:
        day = programme.start
    if day is None:
        return
    statuses = judgement.learner.learner_employment_status
    status = status_in_force(statuses, day)
    if status is None or str(status.emp_stat) not in rules.employment_statuses:
        expected = either(rules.employment_statuses)
        where = "the start of the programme" if by_programme else "the start of the aim"
        judgement.find(
            "EMPSTAT_NOT_11_12",
            delivery,
            item.clause,
            field="EmpStat",
            found=_told(status),
            expected=f"{expected} on {shown(day)}",
            message=f"The learner's employment status at {where} must be {expected}.",
        )
    before = status_before(statuses, day)
    if switches.empstat_date_rule == "strict_before" and before != status and not by_programme:
        judgement.find(
            "EMPSTAT_ON_START_DATE",
            delivery,
            clause("NATIONAL-02"),
            field="DateEmpStatApp",
            found=f"{_told(status)}; before it {_told(before)}",
            expected=f"a date before {shown(day)}",
            message="The employment status that counts begins on the day the aim starts, not before it.",
        )


def _told(status: LearnerEmploymentStatus | None) -> str:
    return "none" if status is None else f"{status.emp_stat} from {shown(status.date_emp_stat_app)}"


def _full_funding(judgement: Judgement, delivery: LearningDelivery) -> None:
    expected = judgement.setting.switches.expect_ffi
    found = fam_codes(delivery, "FFI")
    if expected != "any" and found != (expected,):
        judgement.find(
            "FFI_NOT_1",
            delivery,
            clause("NATIONAL-01"),
            field="LearnDelFAMCode (FFI)",
            found=listed(found),
            expected=expected,
            message="The aim is expected to be fully funded; without it half of the rate is taken off.",
        )
