"""``ilrspec explain``: why a learner earns each figure, with rule, sum, inputs, parameters and clause."""

from datetime import date
from pathlib import Path

import click

from reports.options import PeriodType, calculation_options, ilr_file_argument


@click.command("explain", short_help="Explain each figure of one learner of an ILR file.")
@ilr_file_argument
@click.option(
    "--learner", "reference_number", metavar="REF", required=True, help="The learner's reference number."
)
@click.option(
    "--period", metavar="R05", type=PeriodType(), help="Only one delivery period, R01 (August) to R12."
)
@click.option("--aim", metavar="N", type=int, help="Only the aim with this sequence number.")
@calculation_options
def command(
    file: Path,
    reference_number: str,
    period: int | None,
    aim: int | None,
    reference: Path | None,
    as_at: date | None,
    switches: tuple[tuple[str, str], ...],
    lenient: bool,
) -> None:
    """Explain what one learner of an ILR file earns, figure by figure.

    Each figure comes with its rule, the sum in words and in numbers, where the inputs were read, the
    parameters with their dates and sources, and the clause of guidance. Then follow the single values and
    the findings. FILE may also hold legacy pre-employment records (CSV).
    """
    from reports.pre_employment.input import LegacyOrder, is_legacy

    if is_legacy(file):
        from reports.pre_employment.explain import explained as explained_record
        from reports.screen import width

        if period is not None:
            raise click.UsageError("--period is not for legacy pre-employment records.")
        order = LegacyOrder(file, reference, as_at, switches, lenient)
        for line in explained_record(order, reference_number, aim, min(width(), 100)):
            click.echo(line)
        return
    from reports.calculation import opened
    from reports.explanation import ExplainedLearner
    from reports.learner_search import find_learner
    from reports.refusal import Refusal
    from reports.screen import width

    with opened(file, reference, as_at, switches, lenient) as calculation:
        learner = find_learner(calculation.file, calculation.learners(), reference_number)
        numbers = sorted(one.aim_seq_number for one in learner.learning_delivery)
        if aim is not None and aim not in numbers:
            known = ", ".join(str(number) for number in numbers) or "none"
            raise Refusal(f"learner {reference_number} has no aim {aim}; its aims are: {known}")
        ledger = calculation.ledger(learner)
        explained = ExplainedLearner(learner, ledger, calculation.setting, min(width(), 100), period, aim)
        for line in explained.lines():
            click.echo(line)
