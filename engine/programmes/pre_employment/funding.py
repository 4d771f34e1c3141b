"""The value of an aim funded by ALR: the database's value before uplifts, and the funding with them.

Source: pre-employment programme guidance 2008-10, questions 7.1 and 7.2.
"""

from decimal import Decimal

from engine.because import Because, Explanation, Rule, Term
from engine.money import ONE
from engine.programmes.pre_employment.context import Context, told
from engine.programmes.pre_employment.lad import LAD_TABLE, UPLIFTS_TABLE, LadAim
from engine.programmes.pre_employment.outcome import AimOutcome, Figure
from engine.programmes.pre_employment.rules import Rules

_SOURCE = "Pre-employment programme guidance 2008-10, question 7.2"

BEFORE_UPLIFTS = Rule(
    "PEP-LAD-VALUE",
    "Value in the Learning Aim Database, before uplifts; not the funding",
    _SOURCE,
    "value_before_uplifts",
    ("PE-UPLIFT-01",),
)
MULTIPLIED = Rule(
    "PEP-FUNDING",
    "Funding: the value before uplifts times the disadvantage and area uplifts of the agreement",
    _SOURCE,
    "value_before_uplifts * disadvantage_uplift * area_uplift",
    ("PE-UPLIFT-02", "PE-UPLIFT-03"),
)
ADDED = Rule(
    "PEP-FUNDING-ADDED",
    "Funding: the value before uplifts raised by both uplifts of the agreement added up",
    _SOURCE,
    "value_before_uplifts * (disadvantage_uplift + area_uplift - 1)",
    ("PE-UPLIFT-02", "PE-UPLIFT-03"),
)


UPLIFT = Rule(
    "PEP-UPLIFT",
    "Uplift of the provider's funding agreement; not part of the value in the Learning Aim Database",
    _SOURCE,
    "",
    ("PE-UPLIFT-02", "PE-UPLIFT-04", "PE-UPLIFT-05"),
)


def uplift_because(outcome: AimOutcome, name: str) -> Because:
    """Return why the disadvantage or area uplift of an aim is what it is: the agreement of its day shows it."""

    def tell() -> Explanation:
        given = outcome.disadvantage if name == "disadvantage" else outcome.area
        where = f"{UPLIFTS_TABLE} {name.capitalize()}"
        facts = (
            Term(f"{name}_uplift", "none given" if given is None else given, where),
            Term("start_date", outcome.record.start, "start date of the aim"),
        )
        return Explanation(facts=facts)

    return Because(UPLIFT, tell)


def price(outcome: AimOutcome, rules: Rules, context: Context) -> None:
    """Judge an aim by the database and tell its value before uplifts and its funding.

    The funding stays None when anything refuses it: no ILR, another source, no valid reference, no value,
    no uplift. A value before uplifts never stands in for it.
    """
    record = outcome.record
    if not _is_alr(outcome, rules):
        return
    if not record.has_ilr:
        outcome.find(
            "PEP_NO_ILR", "OFFENDER-01", field="ILR completed", found="no", expected="an ILR of the learner"
        )
        return
    aim = _database_row(outcome, rules, context)
    if aim is None:
        return
    if aim.value is None:
        outcome.find(
            "PEP_LAD_VALUE_NOT_SUPPLIED",
            "UPLIFT-01",
            field=f"{LAD_TABLE} Value",
            found="none",
            expected=f"the value of {aim.a09} before uplifts",
        )
        return
    outcome.value_before_uplifts = _before_uplifts(aim)
    _uplift(outcome, aim.value, rules, context)


def _is_alr(outcome: AimOutcome, rules: Rules) -> bool:
    source = outcome.record.source
    expected = rules.alr_sources[0]
    if not source:
        outcome.find(
            "PEP_SOURCE_MISSING", "SOURCE-01", field="source of funding", found="none", expected=expected
        )
    elif not rules.is_alr(source):
        outcome.find(
            "PEP_SOURCE_NOT_ALR",
            "SOURCE-01",
            field="source of funding",
            found=source,
            expected=f"{expected}; the rate of {source} is the one agreed in its contract",
        )
    return bool(source) and rules.is_alr(source)


def _database_row(outcome: AimOutcome, rules: Rules, context: Context) -> LadAim | None:
    record = outcome.record
    if not record.a09:
        outcome.find(
            "PEP_A09_MISSING", "RECORD-02", field="A09", found="none", expected="a reference valid for ALR"
        )
        return None
    aim = context.lad.aim_on(record.a09, record.start)
    rows = context.lad.aims(record.a09)
    if not rows:
        outcome.find(
            "PEP_LAD_NOT_SUPPLIED",
            "RECORD-02",
            field="A09",
            found=record.a09,
            expected=f"a row of {record.a09} in the table {LAD_TABLE}",
        )
        return None
    if aim is None or not aim.valid_for_alr:
        expected = f"a reference valid for ALR on {told(record.start)}"
        if record.start is None:
            expected = (
                "a reference valid for ALR" if len(rows) == 1 else "a start date: there are several rows"
            )
        outcome.find("PEP_LAD_NOT_VALID", "RECORD-03", field="A09", found=record.a09, expected=expected)
        return None
    _judge_kind(outcome, aim, rules, context)
    return aim


def _judge_kind(outcome: AimOutcome, aim: LadAim, rules: Rules, context: Context) -> None:
    if not aim.accredited:
        required = context.switches.pep_accreditation == "required"
        outcome.find(
            "PEP_NOT_ACCREDITED",
            "RECORD-01",
            field=f"{LAD_TABLE} Accredited",
            found="N",
            expected="Y",
            severity="error" if required else None,
            refuses=required,
        )
    if outcome.record.unit_based and aim.aim_type.casefold() != rules.unit_aim_type.casefold():
        outcome.find(
            "PEP_NOT_QCF_UNIT",
            "RECORD-04",
            field=f"{LAD_TABLE} AimType",
            found=aim.aim_type or "none",
            expected=rules.unit_aim_type,
        )


def _before_uplifts(aim: LadAim) -> Figure:
    value = aim.value
    assert value is not None

    def tell() -> Explanation:
        where = f"{LAD_TABLE}, {aim.a09}"
        return Explanation(
            terms=(Term("value_before_uplifts", value, where),),
            facts=(Term("title", aim.title, where), Term("aim_type", aim.aim_type, where)),
        )

    return Figure(value, Because(BEFORE_UPLIFTS, tell))


def _uplift(outcome: AimOutcome, value: Decimal, rules: Rules, context: Context) -> None:
    given = context.lad.uplifts_on(outcome.record.ukprn, outcome.record.start)
    factors = {
        "disadvantage": given.disadvantage if given else None,
        "area": given.area if given else None,
    }
    outcome.disadvantage, outcome.area = factors["disadvantage"], factors["area"]
    missing = [name for name, factor in factors.items() if factor is None]
    # With no factor at all the product would be the bare value, which must not pass for the funding.
    may_be_1 = context.switches.pep_missing_uplift == "taken_as_1" and len(missing) < len(factors)
    for name in missing:
        outcome.find(
            "PEP_UPLIFT_TAKEN_AS_1" if may_be_1 else "PEP_UPLIFT_NOT_SUPPLIED",
            "UPLIFT-05" if may_be_1 else "UPLIFT-04",
            field=f"{UPLIFTS_TABLE} {name.capitalize()}",
            found="1 taken" if may_be_1 else "none",
            expected=f"the {name} uplift of the funding agreement",
        )
    if (missing and not may_be_1) or outcome.refused_by:
        return
    disadvantage = ONE if factors["disadvantage"] is None else factors["disadvantage"]
    area = ONE if factors["area"] is None else factors["area"]
    added = context.switches.pep_uplift_combination == "added"
    amount = value * (disadvantage + area - 1) if added else value * disadvantage * area
    a09, source = outcome.record.a09, outcome.record.source

    def tell() -> Explanation:
        def where(name: str) -> str:
            return "taken as 1, none given" if factors[name] is None else UPLIFTS_TABLE

        return Explanation(
            terms=(
                Term("value_before_uplifts", value, f"{LAD_TABLE}, {a09}"),
                Term("disadvantage_uplift", disadvantage, where("disadvantage")),
                Term("area_uplift", area, where("area")),
            ),
            facts=(Term("source_of_funding", source, "source of funding"),),
            parameters=(rules.used("alr_sources"),),
        )

    outcome.funding = Figure(amount, Because(ADDED if added else MULTIPLIED, tell))
