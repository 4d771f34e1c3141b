"""``ilrspec new``: a new scenario that passes, by a short dialogue or from options alone."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from reports.authoring.new_scenario import NewScenario, Placed


def _named(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    given = {}
    for value in values:
        name, equals, answer = value.partition("=")
        if not equals:
            raise click.BadParameter(f"'{value}' gives no answer: write \"NAME=ANSWER\"", ctx, param)
        given[" ".join(name.lower().replace("_", " ").replace("-", " ").split())] = answer.strip()
    return given


@click.command("new", short_help="Make a new scenario by a short dialogue, or from options.")
@click.option(
    "--list", "show_list", is_flag=True, help="Show the programmes, their cases and what each asks."
)
@click.option("--programme", metavar="NAME", help="Such as adult_skills, bootcamps or apprenticeships.")
@click.option("--case", "case_key", metavar="NAME", help="What happens, such as achieved or withdrawn-early.")
@click.option("--year", metavar="2021/22", help="Funding year.")
@click.option("--aim", metavar="REF", help="Aim reference.")
@click.option("--start", metavar="DATE", help="First day of learning.")
@click.option("--planned-end", metavar="DATE", help="Planned last day.")
@click.option("--actual-end", metavar="DATE", help="Actual last day.")
@click.option("--price", "--rate", "price", metavar="POUNDS", help="Price, or rate of the aim.")
@click.option("--set", "others", metavar="NAME=ANSWER", multiple=True, callback=_named,
              help="Answer any other question of the case, by its name in --list. Can be repeated.")  # fmt: skip
@click.option("--title", metavar="TEXT", default="", help="Title of the scenario.")
@click.option("--out", metavar="FILE.feature", type=click.Path(path_type=Path), help="Feature to write.")
@click.option(
    "--append", is_flag=True, help="Put the scenario at the end of the feature when it is there already."
)
def command(
    show_list: bool,
    programme: str | None,
    case_key: str | None,
    year: str | None,
    aim: str | None,
    start: str | None,
    planned_end: str | None,
    actual_end: str | None,
    price: str | None,
    others: dict[str, str],
    title: str,
    out: Path | None,
    append: bool,
) -> None:
    """Make a new scenario: choose a programme and what happens, answer a few questions, and it is there and passes.

    The computed figures are the expected ones: look at them, and change what the guidance says otherwise. With
    --programme and --case nothing is asked; what is not given has the default shown by the dialogue, and without
    --out the scenario is shown.

    Exit code 0: written, or shown, and it passes; 2: it could not be made, and why; nothing is written then.
    """
    from reports.authoring.new_cases import answered, filled, find_case, find_programme
    from reports.authoring.new_dialogue import ask_case, ask_file, ask_programme, ask_scenario, listed, one_of
    from reports.authoring.new_scenario import check_place, of_its_own
    from reports.refusal import Refusal

    if show_list:
        click.echo("\n".join(listed()))
        return
    if out is not None:
        check_place(out, append=append, makes_folder=True)
    if append and out is None:
        raise click.UsageError("--append needs --out FILE.feature, the feature to add the scenario to.")
    asked = not (programme and case_key)
    if case_key and not programme:
        raise click.UsageError("--case needs --programme; 'ilrspec new --list' shows both.")
    chosen = one_of(programme, find_programme) if programme else ask_programme()
    case = one_of(case_key, lambda text: find_case(chosen, text)) if case_key else ask_case(chosen)
    names = {question.name for question in case.questions}
    options = {
        "year": year,
        "aim": aim,
        "start": start,
        "planned end": planned_end,
        "actual end": actual_end,
        "rate" if "rate" in names and "price" not in names else "price": price,
    }
    given = {**{name: answer for name, answer in options.items() if answer is not None}, **others}
    if not asked:
        new = filled(case, answered(case, given), title)
        if out is None:
            click.echo(of_its_own(new, Path("new.feature")).text.text, nl=False)
            return
    else:
        new = ask_scenario(case, given, title)
    if out is not None:
        _tell(_written(new, out, append), out)
        return
    suggested = Path("features") / chosen.folder / f"{case.key}.feature"
    while True:
        path, append = ask_file(suggested)
        try:
            _tell(_written(new, path, append), path)
        except Refusal as error:
            click.echo(error.message)
        else:
            return


def _tell(placed: "Placed", path: Path) -> None:
    from reports.authoring.new_scenario import quoted

    click.echo(f"\n{path}:{placed.line} is written and passes:\n")
    click.echo("".join(placed.text.lines[placed.line - 1 :]))
    click.echo(f"Run it:                 ilrspec run {quoted(f'{path}:{placed.line}')}")
    click.echo(f"See it while you edit:  ilrspec watch {quoted(str(path))}")


def _written(new: "NewScenario", path: Path, append: bool) -> "Placed":
    """Write a scenario, in a folder that is made where there is none. Raises Refusal, and leaves no folder behind."""
    from reports.authoring.new_scenario import place

    made = _made(path.parent)
    try:
        return place(new, path, append=append)
    except BaseException:
        for folder in made:
            folder.rmdir()
        raise


def _made(folder: Path) -> list[Path]:
    """Make a folder and those above it, and return those that were not there, the innermost first."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing
