"""``ilrspec calc`` for apprenticeship payments: from the options to the screen and the files."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import click

from engine.calendar import Return
from engine.ledger import Finding
from engine.parameters import published
from engine.programmes.apprenticeships.payments.lock_rules import LockRules, lock_rules
from engine.reference import ReferenceData, ReferenceDataError
from reports.calculation import default_reference, file_problems
from reports.earnings_csv import in_order
from reports.earnings_statement.rows import FINDINGS, finding_row
from reports.exports.endings import WORKBOOK, check_endings, ending_of
from reports.exports.table_file import write_table
from reports.output_files import OutputFiles, check_targets
from reports.payments.files import calendar_of, read_files
from reports.payments.locks import lock_findings, refused, waiting, waiting_findings
from reports.payments.run import Collection, PaymentRun, PaymentTables, pay, read_given
from reports.payments.screen import SHOWN, Told, show
from reports.payments.statement import PaymentStatement
from reports.payments.tables import PAYMENTS, CollectionNames, payment_row
from reports.refusal import Refusal
from reports.returned.table import as_text

_LAST_MONTH_END = 12


@dataclass(frozen=True, slots=True)
class PaymentOrder:
    """What is asked for: files, tables beside them, the collection, and the files to write."""

    files: tuple[Path, ...]
    tables: PaymentTables
    month_ends: bool
    return_number: int | None
    reference: Path | None
    lenient: bool
    show_all: bool
    payments: Path | None
    findings: Path | None


def calc(order: PaymentOrder, given_in_vain: Sequence[str]) -> None:
    """Work out the payments of a collection; show them and write the files. Raises Refusal."""
    if given_in_vain:
        raise Refusal(f"{', '.join(given_in_vain)}: not with the payments of apprenticeships")
    if not order.files:
        raise click.UsageError("Name an ILR file.")
    folder = order.reference or default_reference()
    targets = {"--payments": order.payments, "--findings": order.findings}
    check_targets(targets, (*order.files, *order.tables.paths, *folder.glob("*.csv")))
    check_endings(targets)
    reference = _reference(folder)
    calendar, own_calendar = calendar_of(reference)
    files = read_files(order.files, calendar, order.return_number, order.month_ends, order.lenient)
    last = max(file.returned_in for file in files)
    if order.return_number:
        last = Return(last.year, order.return_number)
    if order.month_ends:
        # R13 and R14 have no month end of their own.
        last = Return(last.year, min(last.number, _LAST_MONTH_END))
    collection = Collection(last, order.month_ends)
    given = read_given(order.tables, files, collection)
    parameters = published()
    run = pay(files, given, collection, reference, parameters)
    rules = lock_rules(parameters, collection.year)
    statement = _statement(run, collection, rules)
    _write(order, statement, CollectionNames(last), rules)
    told = Told(
        files,
        given,
        collection,
        order.return_number is not None,
        own_calendar,
        order.tables.commitments is not None,
        order.tables.levy is not None,
        folder,
        reference.missing,
    )
    limit = None if order.show_all else SHOWN
    click.echo(as_text(lambda console: show(console, told, statement, rules, limit)))
    for path in targets.values():
        if path is not None:
            click.echo(f"\nWritten: {path}")
    for file in files:
        for line in file_problems(file.path, file.problems):
            click.echo(line, err=True)


def _reference(folder: Path) -> ReferenceData:
    try:
        return ReferenceData.from_folder(folder)
    except ReferenceDataError as error:
        problems = (f"  {problem}" for problem in error.problems)
        raise Refusal([f"the reference data in {folder} cannot be used:", *problems]) from None


def _statement(run: PaymentRun, collection: Collection, rules: LockRules) -> PaymentStatement:
    _, month = collection.months
    locked = refused(run.ledger, run.locked_money, month, collection.year, rules)
    held = waiting(run.ledger, month)
    findings = [*lock_findings(locked, rules), *waiting_findings(held), *run.findings]
    findings.sort(key=_learner)
    return PaymentStatement(run.payments, locked, held, findings, run.ledger.problems)


def _learner(finding: Finding) -> tuple[int, str]:
    return finding.ukprn, finding.learn_ref_number


def _write(
    order: PaymentOrder, statement: PaymentStatement, names: CollectionNames, rules: LockRules
) -> None:
    try:
        with OutputFiles() as files:
            if order.payments and ending_of(order.payments) == WORKBOOK:
                from reports.payments.workbook import write_workbook

                write_workbook(files, order.payments, statement, names, rules)
            elif order.payments:
                rows = (payment_row(one, names) for one in statement.payments)
                write_table(files, order.payments, PAYMENTS, rows)
            if order.findings:
                found = (
                    finding_row(one)
                    for _, of_learner in groupby(statement.findings, key=_learner)
                    for one in in_order(of_learner)
                )
                write_table(files, order.findings, FINDINGS, found)
            files.commit()
    except OSError as error:
        raise Refusal(
            f"{error.filename or 'a file'}: {error.strerror or error}; nothing was written"
        ) from None
