"""What an impact over files is asked for: both sides, and where the learners that moved go."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from reports.batch.order import (
    FileOrder,
    Form,
    InputFolder,
    hash_of_folder,
    settings_of_options,
    settings_of_rules,
)
from reports.batch.segments import PIECE
from reports.impact.sides import PUBLISHED, Side, sides_of

if TYPE_CHECKING:
    from reports.batch.job import Steps
    from reports.impact.filesums import FileImpact

MOST_KEPT = 100
"""How many of the learners that gain most, and that lose most, are kept of a file where fewer are asked for."""

_OF_PARAMETERS = (".yaml",)


@dataclass(frozen=True, slots=True)
class ImpactOrder(FileOrder):
    """Both sides in words that go to another process, and what is kept of each file.

    ``folders_of_sides`` hold the parameters before and after, None the published ones; ``names`` are what they are
    called. ``hashes`` are those of the parameters and of the reference data, before and after, when the run began.
    """

    kind: ClassVar[str] = "impact"

    into: Path
    form: Form
    folders_of_sides: tuple[Path | None, Path | None]
    names: tuple[str, str]
    references: tuple[Path, Path]
    hashes: tuple[str, str, str, str]
    switches: tuple[tuple[str, str], ...]
    as_at: date | None
    lenient: bool
    movers: int
    piece: int = PIECE

    def steps(self) -> "Steps":
        """Return what is done with a file."""
        from reports.impact import work

        return work

    def settings(self) -> dict[str, str]:
        """Return all that decides about the results of a file, by what it is called where it has changed."""
        before, after, reference, reference_after = self.hashes
        return {
            **settings_of_rules(),
            "parameters (--before)": before,
            "parameters (--after)": after,
            "reference data": reference,
            "reference data (--reference-after)": reference_after,
            **settings_of_options(self.switches, self.as_at, self.lenient, self.form),
            "learners kept (--top)": str(self.movers),
        }

    def folders(self) -> list[InputFolder]:
        """Return the folders of parameters and of reference data."""
        places = zip((*self.folders_of_sides, *self.references), self.hashes, strict=True)
        return [
            InputFolder("parameters", path, held, _OF_PARAMETERS)
            if number < 2
            else InputFolder("reference data", path, held)
            for number, (path, held) in enumerate(places)
            if path is not None and held
        ]

    def sums_of(self, held: dict[str, Any]) -> "FileImpact":
        """Return the sums that a note holds. Raises KeyError, TypeError or ValueError for anything else."""
        from reports.impact.filesums import FileImpact

        return FileImpact.from_json(held)

    def sides(self) -> tuple[Side, Side]:
        """Return the sides, read once in each process. Raises Refusal."""
        known = _sides.get(self)
        if known is None:
            before, after = sides_of(self.folders_of_sides, self.references, self.switches)
            known = replace(before, name=self.names[0]), replace(after, name=self.names[1])
            _keep(self, known)
        return known


_sides: dict[ImpactOrder, tuple[Side, Side]] = {}


def _keep(order: ImpactOrder, sides: tuple[Side, Side]) -> None:
    """Keep the sides of the order that this process works on."""
    _sides.clear()
    _sides[order] = sides


def order_of(
    into: Path,
    form: Form,
    folders: tuple[Path | None, Path | None],
    references: tuple[Path, Path],
    switches: Sequence[tuple[str, str]],
    as_at: date | None,
    lenient: bool,
    top: int,
) -> ImpactOrder:
    """Return the order by what the options say. Raises Refusal for folders that cannot be used."""
    # Whatever is wrong with the folders is told by the names they were given.
    sides = sides_of(folders, references, switches)
    before, after = (folder and folder.resolve() for folder in folders)
    places = references[0].resolve(), references[1].resolve()
    order = ImpactOrder(
        into,
        form,
        (before, after),
        (str(folders[0] or PUBLISHED), str(folders[1] or PUBLISHED)),
        places,
        (
            hash_of_folder(before, _OF_PARAMETERS) if before else "",
            hash_of_folder(after, _OF_PARAMETERS) if after else "",
            hash_of_folder(places[0]),
            hash_of_folder(places[1]) if places[1] != places[0] else "",
        ),
        tuple(sorted(dict(switches).items())),
        as_at,
        lenient,
        max(top, MOST_KEPT),
    )
    _keep(order, sides)
    return order
