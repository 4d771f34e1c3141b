"""``ilrspec explain`` for legacy pre-employment records: each figure of a learner with rule, sum, inputs and clause."""

from collections.abc import Iterator
from decimal import Decimal

from engine.because import Because, Term
from engine.ledger import Finding
from engine.money import five_places, shown
from engine.programmes.pre_employment import AimOutcome, CheckIn, CreditSuccess, Evaluation
from reports.paragraph import columns, paragraph
from reports.pre_employment.input import LegacyOrder, opened
from reports.refusal import Refusal
from reports.shown_value import shown_value


def explained(order: LegacyOrder, reference_number: str, aim: int | None, width: int) -> Iterator[str]:
    """Return the explanation of one learner line by line. Raises Refusal for a learner or aim that is not there."""
    run = opened(order)
    wanted = reference_number.strip().upper()
    result = run.evaluation()
    aims = [one for one in result.aims if one.record.l03.upper() == wanted]
    if not aims:
        known = ", ".join(list(dict.fromkeys(one.record.l03 for one in result.aims))[:10])
        raise Refusal(f"{order.file}: there is no learner '{reference_number}'; the first are: {known}")
    if aim is not None and aim not in {one.number for one in aims}:
        known = ", ".join(str(one.number) for one in aims)
        raise Refusal(f"learner {reference_number} has no aim {aim}; the aims are: {known}")
    return _lines(result, aims, aim, width)


def _lines(result: Evaluation, aims: list[AimOutcome], number: int | None, width: int) -> Iterator[str]:
    record = aims[0].record
    provider = f" of provider {record.ukprn}" if record.ukprn else ""
    yield f"Learner {record.l03}{provider}, legacy pre-employment record"
    shown_aims = [one for one in aims if number in (None, one.number)]
    for one in shown_aims:
        yield from _aim(one, width)
    if number is None:
        providers = {one.record.ukprn or 0 for one in aims}
        for credit in (one for one in result.credit if one.ukprn in providers):
            yield from _credit(credit, width)
        due = [one for one in result.check_ins if one.job.l03.upper() == record.l03.upper()]
        yield from _check_ins(due, width)
    whole = [one for one in result.of_learners if one.learn_ref_number.upper() == record.l03.upper()]
    findings = [*(whole if number is None else []), *(found for one in shown_aims for found in one.findings)]
    yield ""
    yield "Findings" if findings else "No findings."
    for found in findings:
        yield from _finding(found, width)


def _aim(outcome: AimOutcome, width: int) -> Iterator[str]:
    record = outcome.record
    yield ""
    yield f"Aim {outcome.number}   {record.a09 or '(no A09)'}"
    facts = [
        f"source of funding {record.source or 'not told'}",
        f"started {record.start:%d/%m/%Y}" if record.start else "",
        f"ended {record.end:%d/%m/%Y}" if record.end else "goes on",
    ]
    yield from paragraph(2, "", ", ".join(fact for fact in facts if fact), width, 0)
    before = outcome.value_before_uplifts
    if before is not None:
        yield from _figure("Value before uplifts (not the funding)", f"£{shown(before.amount)}", before.because,
                           before.amount, width)  # fmt: skip
    if outcome.funding is not None:
        amount = outcome.funding.amount
        yield from _figure("Funding", f"£{shown(amount)}", outcome.funding.because, amount, width)
    else:
        codes = ", ".join(dict.fromkeys(outcome.refused_by))
        yield from paragraph(2, "", f"Funding: none, because of {codes} below", width, 0)


def _credit(credit: CreditSuccess, width: int) -> Iterator[str]:
    provider = f" of provider {credit.ukprn}" if credit.ukprn else ""
    name = f"Credit success rate{provider}, all learners of the file"
    if credit.rate is None:
        yield ""
        yield f"  {name}: undefined, no credit was planned"
        return
    yield from _figure(name, f"{shown(credit.rate * 100)}%", credit.because, credit.rate, width)


def _check_ins(due: list[CheckIn], width: int) -> Iterator[str]:
    if not due:
        return
    yield ""
    yield "  Check-ins"
    yield from columns(4, "", ((one.point, f"{one.day:%d/%m/%Y}", one.party) for one in due), width)
    yield from _reason(due[0].because, None, width)


def _figure(name: str, figure: str, because: Because, amount: Decimal, width: int) -> Iterator[str]:
    yield ""
    yield f"  {name}: {figure}"
    yield from _reason(because, amount, width)


def _reason(because: Because, amount: Decimal | None, width: int) -> Iterator[str]:
    rule, told = because.rule, because.explanation()
    yield from paragraph(4, "Rule", f"{rule.title} ({rule.id})", width)
    yield from paragraph(4, "Source", rule.source, width)
    yield from paragraph(4, "Clause", ", ".join(rule.clauses), width)
    words, numbers = because.arithmetic()
    if words and amount is not None:
        yield from paragraph(4, "Sum", words, width)
        yield from paragraph(4, "", f"= {numbers}", width)
        yield from paragraph(4, "", f"= {five_places(amount)}", width)
    yield from columns(4, "Inputs", map(_cells, told.terms), width)
    yield from columns(4, "Also read", map(_cells, told.facts), width)
    for place, used in enumerate(told.parameters):
        text = f"{used.label}, from {used.valid_from:%d/%m/%Y} ({used.source}): {used.says}"
        yield from paragraph(4, "" if place else "Parameters", text, width)


def _cells(term: Term) -> tuple[str, str, str]:
    return term.name.replace("_", " "), shown_value(term.value), term.where


def _finding(found: Finding, width: int) -> Iterator[str]:
    aim = f", aim {found.aim_seq_number}" if found.aim_seq_number is not None else ""
    yield f"  {found.severity} {found.code}{aim}"
    yield from paragraph(4, "", found.message, width, 0)
    for label, text in (
        ("Field", found.field),
        ("Found", found.found),
        ("Expected", found.expected),
        ("Clause", found.clause),
    ):
        yield from paragraph(4, label, text, width)
