"""The one pass over an ILR file: each learner is worked out, written out and taken into the statement."""

from pathlib import Path

from reports.calculation import Calculation
from reports.earnings_csv import EARNINGS_HEADING, FINDINGS_HEADING, earnings_lines, write_findings
from reports.figures import figures_of
from reports.garbage import few_collections
from reports.learner_count import LearnerCount
from reports.output_files import OutputFiles
from reports.refusal import Refusal
from reports.statement import Statement


def work_out(
    calculation: Calculation, statement: Statement, last_period: int, out: Path | None, findings: Path | None
) -> None:
    """Work out every learner of a file. The result files come into place when the last learner is done."""
    ukprn = calculation.setting.ukprn
    try:
        with OutputFiles() as files, LearnerCount() as count, few_collections():
            earnings_file = files.open(out) if out else None
            findings_file = files.open(findings) if findings else None
            if earnings_file:
                earnings_file.write(EARNINGS_HEADING)
            if findings_file:
                findings_file.write(FINDINGS_HEADING)
            for learner, ledger in calculation.ledgers():
                figures = figures_of(ledger, last_period)
                if earnings_file and figures and learner:
                    earnings_file.write(earnings_lines(ukprn, learner.learn_ref_number, figures))
                if findings_file and ledger.findings:
                    write_findings(findings_file, ledger.findings)
                statement.add(learner, ledger, figures)
                if learner:
                    count.next()
            files.commit()
    except OSError as error:
        raise Refusal(
            f"{error.filename or calculation.file}: {error.strerror or error}; nothing was written"
        ) from None
