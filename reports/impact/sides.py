"""The two sides of an impact: parameters, the readings of their switches, and reference data."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reports.refusal import Refusal

if TYPE_CHECKING:
    from engine.parameters import Parameters
    from engine.reference import ReferenceData
    from engine.switches import Switches

PUBLISHED = "the published parameters"


@dataclass(frozen=True, slots=True)
class Side:
    """What the learners are worked out under, and ``name``, what it is called on screen."""

    name: str
    parameters: "Parameters"
    switches: "Switches"
    reference: "ReferenceData"
    reference_folder: Path


def sides_of(
    folders: tuple[Path | None, Path | None],
    references: tuple[Path, Path],
    choices: Iterable[tuple[str, str]],
) -> tuple[Side, Side]:
    """Return the sides before and after; without a folder of parameters, a side has the published ones.

    Raises Refusal that lists every fault of the folders, with file and line.
    """
    from engine.parameters import FOLDER, Parameters, published
    from engine.parameters.checks import problems_of_folder
    from engine.reference import ReferenceData, ReferenceDataError

    chosen, problems = tuple(choices), []
    for option, folder in zip(("--before", "--after"), folders, strict=True):
        if folder is None:
            continue
        if folder.is_dir():
            problems += [str(fault) for fault in problems_of_folder(folder)]
        else:
            what = "is a file, not a folder of parameters" if folder.exists() else "there is no such folder"
            problems.append(f"{option} {folder}: {what}")
    tables: dict[Path, ReferenceData] = {}
    for path in references:
        try:
            if path not in tables:
                tables[path] = ReferenceData.from_folder(path)
        except ReferenceDataError as error:
            lines = [f"the reference data in {path} cannot be used:", *(f"  {one}" for one in error.problems)]
            problems += [line for line in lines if line not in problems]
    if problems:
        raise Refusal(dict.fromkeys(problems))
    before, after = (
        Side(
            str(folder) if folder else PUBLISHED,
            Parameters(folder) if folder else published(),
            _switches(folder or FOLDER, chosen),
            tables[path],
            path,
        )
        for folder, path in zip(folders, references, strict=True)
    )
    return before, after


def _switches(folder: Path, choices: Iterable[tuple[str, str]]) -> "Switches":
    from engine.parameters import ParameterError
    from engine.switches import load_switches

    chosen, problems = load_switches(folder), []
    for name, reading in choices:
        try:
            chosen = chosen.with_choice(name, reading)
        except ParameterError as error:
            problems.append(f"--switch {name}={reading}: {error}")
    if problems:
        raise Refusal(problems)
    return chosen
