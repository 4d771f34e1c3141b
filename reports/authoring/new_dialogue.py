"""The questions of ``ilrspec new``, one after another; an answer that cannot be used is told and asked again."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import click

from reports.authoring.new_cases import (
    Case,
    Programme,
    Question,
    cases,
    default,
    filled,
    find_case,
    find_programme,
    programmes,
    read,
    shown,
)
from reports.authoring.new_scenario import NewScenario
from reports.refusal import Refusal
from steps.problems import CellError

_Chosen = TypeVar("_Chosen")


def ask_programme() -> Programme:
    """Ask for a programme, by number or name."""
    return _chosen("Which programme?", programmes(), [one.name for one in programmes()], find_programme)


def ask_case(programme: Programme) -> Case:
    """Ask what happens, by number or name."""
    known = cases(programme)
    return _chosen(
        "What happens?",
        known,
        [f"{one.says} ({one.key})" for one in known],
        lambda text: find_case(programme, text),
    )


def _chosen(
    heading: str, choices: Sequence[_Chosen], lines: Sequence[str], by_name: Callable[[str], _Chosen]
) -> _Chosen:
    click.echo(heading)
    for number, line in enumerate(lines, 1):
        click.echo(f"  {number}  {line}")

    def choice(written: str) -> _Chosen:
        text = written.strip()
        if text.isdigit():
            if 1 <= int(text) <= len(choices):
                return choices[int(text) - 1]
            raise click.UsageError(f"there is no number {text}; write 1 to {len(choices)}, or a name")
        try:
            return by_name(text)
        except CellError as error:
            raise click.UsageError(str(error)) from None

    chosen: _Chosen = click.prompt("Number or name", value_proc=choice)
    click.echo()
    return chosen


def ask_scenario(case: Case, given: Mapping[str, str], title: str) -> NewScenario:
    """Ask every question of a case and return the scenario; answers that give none may be changed.

    What was given as an option is taken without asking, if it can be used. Raises Refusal when nothing is changed.
    """
    click.echo(f"{case.says}. Press Enter to take what stands in brackets.")
    answers: dict[str, Any] = {}
    while True:
        answers = _ask_answers(case, given, answers)
        try:
            new = filled(case, answers, title)
        except Refusal as error:
            click.echo(error.message)
            if not click.confirm("Change the answers?", default=True):
                raise
            given = {}
            continue
        return new if title else replace(new, title=click.prompt("Title", default=new.title))


def _ask_answers(case: Case, given: Mapping[str, str], before: Mapping[str, Any]) -> dict[str, Any]:
    answers: dict[str, Any] = {}
    for question in case.questions:
        if question.name in given:
            try:
                answers[question.name] = read(question, given[question.name], answers)
                continue
            except CellError as error:
                click.echo(f"{question.name}: {error}")
        answers[question.name] = click.prompt(
            question.asks,
            default=shown(before.get(question.name) or _possible(question, answers)),
            value_proc=partial(_answer, question, answers),
        )
    return answers


def _possible(question: Question, answers: Mapping[str, Any]) -> Any:
    """Return the default, or the day before which the answer may not lie where the default would."""
    value = default(question, answers)
    before = answers.get(question.after) if question.after else None
    return before if before is not None and value < before else value


def _answer(question: Question, answers: Mapping[str, Any], written: str) -> Any:
    try:
        return read(question, written, answers)
    except CellError as error:
        raise click.UsageError(str(error)) from None


def ask_file(suggested: Path) -> tuple[Path, bool]:
    """Ask where to write the scenario, and whether at the end of a feature that is there."""
    while True:
        path = Path(click.prompt("File", default=str(suggested)))
        if path.suffix.lower() != ".feature":
            click.echo(f"'{path}' is no feature: its name has to end in .feature")
        elif path.is_dir():
            click.echo(f"'{path}' is a folder; name a file in it")
        elif path.exists():
            if click.confirm(f"{path} is there already. Put the scenario at its end?", default=True):
                return path, True
        elif path.parent.is_dir() or click.confirm(
            f"There is no folder {path.parent} yet. Make it?", default=True
        ):
            return path, False


def listed() -> list[str]:
    """Return every programme with its cases and what each asks, as lines."""
    lines = []
    for programme in programmes():
        lines.append(f"{programme.name}  (--programme {programme.folder})")
        for case in cases(programme):
            asks = ", ".join(question.name for question in case.questions)
            lines += [f"  --case {case.key}", f"      {case.says}", f"      asks: {asks}"]
        lines.append("")
    return lines[:-1]


def one_of(written: str, find: Callable[[str], _Chosen]) -> _Chosen:
    """Return what an option names. Raises Refusal with the nearest."""
    try:
        return find(written)
    except CellError as error:
        raise Refusal(str(error)) from None
