"""``ilrspec capture``: a learner of an ILR file as a scenario that passes and names nobody."""

from datetime import date
from pathlib import Path

import click

from reports.options import calculation_options, ilr_file_argument


@click.command("capture", short_help="Turn a learner of an ILR file into a scenario.")
@ilr_file_argument
@click.option(
    "--learner", "reference_number", metavar="REF", required=True, help="The learner's reference number."
)
@click.option(
    "--out",
    metavar="FILE.feature",
    type=click.Path(path_type=Path),
    help="Write the scenario to a new feature. Without it, it is shown.",
)
@click.option(
    "--append", is_flag=True, help="Put the scenario at the end of the feature when it is there already."
)
@click.option(
    "--title", metavar="TEXT", default="", help="Title of the scenario; names no one unless you do."
)
@calculation_options
def command(
    file: Path,
    reference_number: str,
    out: Path | None,
    append: bool,
    title: str,
    reference: Path | None,
    as_at: date | None,
    switches: tuple[tuple[str, str], ...],
    lenient: bool,
) -> None:
    """Turn one learner of an ILR file into the smallest scenario that gives the same figures.

    Reference, ULN, name, National Insurance number, address, postcodes, employers, campus and provider are made up or
    left out; the date of birth is moved to another of the same ages. Dates of learning stay as returned: they are
    what is paid for. What does not change the figures or findings is left out, and the computed figures are the
    expected ones.

    Exit code 0: the scenario passes and is written or shown; 2: the learner cannot be captured, and why.
    """
    from reports.authoring.new_scenario import check_place, of_its_own, place, quoted
    from reports.calculation import opened
    from reports.capture.scenario import captured, feature_path, new_scenario, the_learner
    from reports.pre_employment.input import is_legacy
    from reports.refusal import Refusal

    if append and out is None:
        raise click.UsageError("--append needs --out FILE.feature, the feature to add the scenario to.")
    if out is not None:
        check_place(out, append=append)
    if is_legacy(file):
        raise Refusal(
            f"{file}: legacy pre-employment records cannot be captured; write them with 'ilrspec new'"
        )
    with opened(file, reference, as_at, switches, lenient) as calculation:
        learner = the_learner(calculation, reference_number)
        destination = calculation.reader.destination(learner.learn_ref_number)
        found = captured(learner, destination, calculation.setting, switches)
    new = new_scenario(found, title)
    for note in found.notes:
        click.echo(note, err=True)
    if out is None:
        click.echo(of_its_own(new, feature_path(out)).text.text, nl=False)
        return
    placed = place(new, out, append=append)
    count = len(placed.result.cells)
    click.echo(
        f"Written: {out}:{placed.line}, {count} figure{'' if count == 1 else 's'} compared, all as computed."
    )
    click.echo(f"Run it:  ilrspec run {quoted(f'{out}:{placed.line}')}")
