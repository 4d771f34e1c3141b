"""What a scenario leaves behind for Allure: its ILR files, and the statement of what they earn, as files."""

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from engine.calendar import Month, Return
from engine.figures import Amounts, figures_of
from engine.ilr.problems import IlrError
from engine.ledger import Finding, Ledger
from engine.money import ZERO, shown
from engine.parameters import ParameterError
from engine.programmes import bootcamps, pre_employment
from engine.programmes.apprenticeships.payments.views import PaymentViews
from engine.reference import ReferenceDataError
from reports.shown_value import shown_amount, shown_share
from steps.ilr_files import ilr_files
from steps.problems import StepError
from steps.world import WORKED_OUT, World

_CSV, _XML, _TEXT = "text/csv", "application/xml", "text/plain"
_CANNOT = (StepError, IlrError, ParameterError, ReferenceDataError, ValueError)

_FINDINGS = (
    "UKPRN", "Return", "LearnRefNumber", "AimSeqNumber", "Code", "Severity", "Field", "Found", "Expected", "Clause",
)  # fmt: skip


class Evidence(NamedTuple):
    """A file that goes with a scenario: what it is, its text, its media type and the ending of its name."""

    name: str
    text: str
    kind: str
    extension: str


def evidence_of(world: World) -> tuple[Evidence, ...]:
    """Return the ILR files of a scenario, the statement of what was worked out, and its findings.

    What cannot be made, such as a file with fields that are left blank on purpose, is a text that says why.
    """
    return (
        *_or_why_not("ILR file", "No ILR file can hold the records of this scenario", _ilr_files, world),
        *_or_why_not("Earnings statement", "No statement can be made", _statements, world),
    )


def _or_why_not(
    name: str, why_not: str, make: Callable[[World], Iterator[Evidence]], world: World
) -> Iterator[Evidence]:
    try:
        yield from make(world)
    except _CANNOT as error:
        yield Evidence(name, f"{why_not}: {error}\n", _TEXT, "txt")


def _ilr_files(world: World) -> Iterator[Evidence]:
    for name, text in list(ilr_files(world)):
        yield Evidence(name, text, _XML, "xml")


def _statements(world: World) -> Iterator[Evidence]:
    worked_out = world.notes.get(WORKED_OUT)
    if isinstance(worked_out, PaymentViews):
        yield from _payments(worked_out)
    elif isinstance(worked_out, bootcamps.Evaluation):
        yield from _milestones(worked_out)
    elif isinstance(worked_out, pre_employment.Evaluation):
        yield from _pre_employment(worked_out)
    elif world.work_out is None and any(draft.aims for draft in world.learners.values()):
        yield from _ledger(world.ledger())


def _ledger(ledger: Ledger) -> Iterator[Evidence]:
    """Tell earnings by learner, aim and month as ``ilrspec calc`` shows them on screen."""
    by_learner: dict[str, Ledger] = {}
    for kind in ("runs", "share_runs"):
        for run in getattr(ledger, kind):
            mine = by_learner.setdefault(run.learn_ref_number, Ledger(ledger.year))
            getattr(mine, kind).append(run)
    rows = [
        (learner, key.aim_text, key.price_episode, key.attribute, *_months(amounts, key.is_money))
        for learner, mine in by_learner.items()
        for key, amounts in figures_of(mine)
    ]
    heading = (
        "Learner",
        "Aim",
        "Price episode",
        "Attribute",
        *(month.label for month in ledger.year.months),
        "Total",
    )
    yield _table("Earnings statement", heading, rows or [("Nothing is earned",)])
    if ledger.year_figures:
        yield _table(
            "Figures of the year",
            ("Learner", "Attribute", "Of", "Figure"),
            [
                (one.learn_ref_number, one.attribute, one.about, shown_amount(one.amount, one.unit))
                for one in ledger.year_figures
            ],
        )
    yield from _findings(ledger.findings)


def _months(amounts: Amounts, is_money: bool) -> list[str]:
    """Return the months and the total of a row; shares have none."""
    if not is_money:
        return [*("" if one is None else shown_share(one) for one in amounts), ""]
    total = sum((one for one in amounts if one), ZERO)
    return [*("" if one is None else shown(one) for one in amounts), shown(total)]


def _findings(findings: Iterable[Finding]) -> Iterator[Evidence]:
    """Tell findings with the headings of ``ilrspec calc --findings`` and their return."""
    rows = [
        (one.ukprn or "", _return(one.returned_in), one.learn_ref_number, one.aim_seq_number or "", one.code,
         one.severity, one.field, one.found, one.expected, one.clause)
        for one in findings
    ]  # fmt: skip
    if rows:
        yield _table("Findings", _FINDINGS, rows)


def _return(one: Return | None) -> str:
    return f"{one.year.label} {one.name}" if one else ""


def _payments(views: PaymentViews) -> Iterator[Evidence]:
    ledger = views.ledger
    earned: dict[tuple[int, str, int, Month], Decimal] = defaultdict(lambda: ZERO)
    for one in ledger.earned:
        earned[one.ukprn, one.learn_ref_number, one.uln, one.month] += one.amount
    yield _table(
        "Earnings statement",
        ("Provider", "Learner", "ULN", "Month", "Earned"),
        [(*who, month.label, shown(amount)) for (*who, month), amount in earned.items()]
        or [("Nothing is earned",)],
    )
    if ledger.payments:
        yield _table(
            "Payments",
            ("Provider", "Learner", "ULN", "Kind", "Delivery", "Collection", "Who pays", "Amount"),
            [
                (one.ukprn, one.learn_ref_number, one.uln, one.transaction_type.name.replace("_", " ").lower(),
                 one.month.label, one.collection.label, one.source.value, shown(one.amount))
                for one in ledger.payments
            ],
        )  # fmt: skip


def _milestones(evaluation: bootcamps.Evaluation) -> Iterator[Evidence]:
    yield _table(
        "Earnings statement",
        ("Provider", "Learner", "Bootcamp", "Milestone", "First payable", "Earned", "Amount"),
        [
            (one.ukprn, one.learn_ref_number, one.bootcamp_aim_ref, str(one.milestone), _return(one.returned_in),
             one.month.label, shown(one.amount))
            for one in evaluation.milestones
        ] or [("Nothing is earned",)],
    )  # fmt: skip
    if evaluation.no_pay:
        yield _table(
            "No-pay report",
            ("Return", "Provider", "Learner", "Aim", "Milestone", "Code", "Field", "Found", "Expected"),
            [
                (_return(one.returned_in), one.ukprn, one.learn_ref_number, one.aim_seq_number or "",
                 one.milestone or "", one.code, one.field, one.found, one.expected)
                for one in evaluation.no_pay
            ],
        )  # fmt: skip
    yield from _findings(evaluation.findings)


def _pre_employment(evaluation: pre_employment.Evaluation) -> Iterator[Evidence]:
    statement = _table(
        "Earnings statement",
        ("Learner (L03)", "Aim", "Reference (A09)", "Before uplifts", "Disadvantage", "Area", "Funding"),
        [
            (one.record.l03, one.number, one.record.a09, _figure(one.value_before_uplifts), one.disadvantage or "",
             one.area or "", _figure(one.funding) or "none")
            for one in evaluation.aims
        ],
    )  # fmt: skip
    if evaluation.aims:
        yield statement
    yield from _findings(evaluation.findings)


def _figure(figure: pre_employment.Figure | None) -> str:
    return shown(figure.amount) if figure else ""


def _table(name: str, heading: tuple[str, ...], rows: Iterable[Iterable[object]]) -> Evidence:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([heading, *rows])
    return Evidence(name, written.getvalue(), _CSV, "csv")
