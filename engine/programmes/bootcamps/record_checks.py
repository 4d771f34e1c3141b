"""What is found in the learner's own fields; none of it stops a payment by itself.

Source: Skills Bootcamps Wave 5 Learner Entry Tool guidance, learner and employment status tabs; ILR validation rules.
"""

from engine.employment import monitoring_code, status_before, status_in_force
from engine.identifiers import uln_is_valid
from engine.programmes.bootcamps.finder import Finder
from engine.programmes.bootcamps.history import LearnerHistory
from engine.programmes.bootcamps.rules import Context, Rules


def check_record(finder: Finder, history: LearnerHistory, context: Context) -> None:
    """Find faults of the learner's record as a whole, and reference data that is not there."""
    snapshot = finder.snapshot
    rules = (snapshot.bootcamps or snapshot.claims)[0].rules
    learner = snapshot.learner
    if not uln_is_valid(learner.uln):
        finder.find(
            "ULN_04", None, "FIELD-LEARNER-02", "ULN", learner.uln, "a number whose check digit is right"
        )
    before = history.latest()
    if before is not None and before.learner.postcode_prior.upper() != learner.postcode_prior.upper():
        # The earlier one is personal too, and stands in the earlier file.
        found, expected = learner.postcode_prior, "the postcode returned before"
        finder.find("POSTCODE_PRIOR_CHANGED", None, "FIELD-INFO-04", "PostcodePrior", found, expected)
    _check_lldd(finder, rules)
    _check_prior_attainment(finder)
    _check_employment(finder, rules, context)
    _check_reference_data(finder, context)


def _check_lldd(finder: Finder, rules: Rules) -> None:
    learner = finder.snapshot.learner
    categories = learner.lld_dand_health_problem
    if learner.lldd_health_prob == 1 and not categories:
        finder.find("LLDDHealthProb_06", None, "FIELD-LLDD-02", "LLDDCat", None, "at least one category")
    primary = sum(one.primary_lldd == 1 for one in categories)
    if categories and primary == 0:
        finder.find("PrimaryLLDD_01", None, "FIELD-LLDD-04", "PrimaryLLDD", None, "one primary category")
    if primary > 1:
        finder.find("PrimaryLLDD_04", None, "FIELD-LLDD-04", "PrimaryLLDD", primary, "one primary category")
    for one in categories:
        if one.lldd_cat in rules.retired_codes["LLDDCat"]:
            finder.find(
                "CODE_RETIRED", None, "FIELD-LLDD-03", "LLDDCat", one.lldd_cat, "a category that is valid"
            )


def _check_prior_attainment(finder: Finder) -> None:
    snapshot = finder.snapshot
    levels = snapshot.learner.prior_attain_entities
    starts = [one.delivery.learn_start_date for one in snapshot.bootcamps]
    if levels and starts:
        earliest = min(one.date_level_app for one in levels)
        if earliest > min(starts):
            expected = f"{min(starts):%d/%m/%Y} or earlier"
            finder.find("R_131", None, "FIELD-PRIOR-02", "DateLevelApp", f"{earliest:%d/%m/%Y}", expected)


def _check_employment(finder: Finder, rules: Rules, context: Context) -> None:
    statuses = finder.snapshot.statuses
    if not statuses:
        return
    for bootcamp in finder.snapshot.bootcamps:
        aim = bootcamp.delivery
        earlier, in_force = (
            status_before(statuses, aim.learn_start_date),
            status_in_force(statuses, aim.learn_start_date),
        )
        day = f"{aim.learn_start_date:%d/%m/%Y}"
        strict = context.switches.empstat_date_rule == "strict_before"
        if (earlier if strict else in_force) is None:
            code = "EmpStat_21" if aim.fund_model == 38 else "EmpStat_08"
            first = min(one.date_emp_stat_app for one in statuses)
            finder.find(
                code, aim, "FIELD-EMP-03", "DateEmpStatApp", f"{first:%d/%m/%Y}", f"a date before {day}"
            )
        elif earlier is not in_force:
            finder.find(
                "EMPSTAT_ON_START_DATE", aim, "FIELD-EMP-03", "DateEmpStatApp", day, f"a date before {day}"
            )
    for status in statuses:
        _check_monitoring(
            finder,
            rules,
            status.emp_stat,
            {one.esm_type: one.esm_code for one in status.employment_status_monitoring},
        )
        if status.emp_stat == rules.looking and monitoring_code(status, "LOU") is None:
            finder.find(
                "LOU_MISSING",
                None,
                "FIELD-EMP-05",
                "LOU",
                None,
                f"LOU with employment status {rules.looking}",
            )


def _check_monitoring(finder: Finder, rules: Rules, emp_stat: int, codes: dict[str, int]) -> None:
    for kind in ("SEI", "EII"):
        if kind in codes and emp_stat != rules.employed:
            found = f"{kind} {codes[kind]} with status {emp_stat}"
            finder.find(
                "EMPLOYED_ONLY",
                None,
                "FIELD-EMP-04",
                kind,
                found,
                f"{kind} only with status {rules.employed}",
            )
    for kind in ("BSI", "EII"):
        if codes.get(kind) in rules.retired_codes[kind]:
            finder.find(
                "CODE_RETIRED", None, "FIELD-EMP-06", kind, codes[kind], f"a code of {kind} that is valid"
            )


def _check_reference_data(finder: Finder, context: Context) -> None:
    reference = context.reference
    for table, code, topic, expected in (
        ("contracts", "CONTRACTS_NOT_SUPPLIED", "FIELD-UKPRN-02", "the contracts of the authority"),
        (
            "bootcamp_aims",
            "BOOTCAMP_AIMS_NOT_SUPPLIED",
            "FIELD-AIM-03",
            "the bootcamps allocated, with their prices",
        ),
        (
            "authority_postcodes",
            "AUTHORITY_POSTCODES_NOT_SUPPLIED",
            "FIELD-AIM-11",
            "the postcodes of the authority",
        ),
    ):
        if not reference.has(table):
            finder.find(code, None, topic, table, "no table", expected)
