"""What a run over many files is asked for, and the fingerprint by which a finished file is known to be still right."""

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple

from reports.batch.segments import PIECE

if TYPE_CHECKING:
    from reports.batch.job import Steps
    from reports.batch.notes import FileSums

Form = Literal["parquet", "csv"]

_PACKED = (".gz", ".zip")
_UNPACKED = 20
"""How many times its packed size an ILR file usually has."""


class InputFolder(NamedTuple):
    """A folder on which results depend: what it holds, where, and the hash of what it held when the run began.

    ``endings`` are those of the files that count.
    """

    holds: str
    path: Path
    hash: str
    endings: tuple[str, ...] = (".csv",)


class FileOrder(ABC):
    """What is asked of a run that does files one by one, and where its results go.

    It goes to other processes and machines: paths are absolute. ``piece`` is the least size of the pieces of large
    files, of which no result tells.
    """

    __slots__ = ()

    into: Path
    piece: int
    kind: ClassVar[str]
    """The name of the folder for the notes, by which results of one job are not taken for those of another."""

    @property
    def inner(self) -> Path:
        """The folder for what is no result: which files are done, and what is being worked on."""
        return self.into / ".ilrspec"

    @property
    def work(self) -> Path:
        """The folder for what is being worked on; whatever a stopped run left there is worth nothing."""
        return self.inner / "work"

    @property
    def done(self) -> Path:
        """The folder with a note of each file that is done."""
        return self.inner / self.kind

    @abstractmethod
    def steps(self) -> "Steps":
        """Return what is done with a file."""

    @abstractmethod
    def settings(self) -> dict[str, str]:
        """Return all that decides about the results of a file, by what it is called where it has changed."""

    @abstractmethod
    def folders(self) -> list[InputFolder]:
        """Return the folders on which results depend, which whoever does a file must see."""

    @abstractmethod
    def sums_of(self, held: dict[str, Any]) -> "FileSums":
        """Return the sums that a note holds. Raises KeyError, TypeError or ValueError for anything else."""


@dataclass(frozen=True, slots=True)
class Order(FileOrder):
    """By which data and readings files are worked out, up to which period, and where results go, in which form.

    ``reference_hash`` stands for what the reference data held when the run began.
    """

    kind: ClassVar[str] = "done"
    into: Path
    form: Form
    reference: Path
    as_at: date | None
    switches: tuple[tuple[str, str], ...]
    lenient: bool
    last_period: int
    reference_hash: str
    piece: int = PIECE

    def steps(self) -> "Steps":
        """Return what is done with a file."""
        from reports.batch import work

        return work

    def settings(self) -> dict[str, str]:
        """Return all that decides about the results of a file, by what it is called where it has changed."""
        return {
            **settings_of_rules(),
            "reference data": self.reference_hash,
            **settings_of_options(self.switches, self.as_at, self.lenient, self.form),
            "months (--return)": str(self.last_period),
        }

    def folders(self) -> list[InputFolder]:
        """Return the folder of the reference data."""
        return [InputFolder("reference data", self.reference, self.reference_hash)]

    def sums_of(self, held: dict[str, Any]) -> "FileSums":
        """Return the sums that a note holds. Raises KeyError, TypeError or ValueError for anything else."""
        from reports.batch.sums import Sums

        return Sums.from_json(held)


@dataclass(frozen=True, slots=True)
class Source:
    """An ILR file of a run: ``key`` tells it from the others, ``name`` is that of its results, without ending."""

    path: Path
    key: str
    name: str
    size: int
    mtime_ns: int

    @property
    def is_packed(self) -> bool:
        """Whether its name is that of a packed file."""
        return self.path.suffix.lower() in _PACKED

    @property
    def bulk(self) -> int:
        """The bytes of the ILR file in it, by which work is shared out and time left told; guessed of a packed one."""
        return self.size * (_UNPACKED if self.is_packed else 1)


def settings_of_rules() -> dict[str, str]:
    """Return the product that works files out, as settings."""
    from importlib.metadata import version

    return {"version of ilrspec": version("ilrspec"), "rules": rules()}


def settings_of_options(
    switches: Iterable[tuple[str, str]], as_at: date | None, lenient: bool, form: Form
) -> dict[str, str]:
    """Return the options that every job has, as settings."""
    return {
        "readings (--switch)": ", ".join(f"{name}={reading}" for name, reading in sorted(switches)),
        "day taken as today (--as-at)": as_at.isoformat() if as_at else "",
        "strictness (--lenient)": "lenient" if lenient else "strict",
        "kind of result (--as)": form,
    }


@cache
def rules() -> str:
    """Return the hash of the rules and their parameters."""
    import engine

    folder = Path(next(iter(engine.__path__)))
    return _hash(folder, [*folder.rglob("*.py"), *folder.rglob("*.yaml"), *folder.rglob("*.tsv")])


def hash_of_folder(folder: Path, endings: tuple[str, ...] = (".csv",)) -> str:
    """Return the hash of the files of a folder with some endings, those of tables unless told otherwise.

    It is blank where there is no such folder. Raises OSError.
    """
    if not folder.is_dir():
        return ""
    return _hash(
        folder, [file for file in folder.iterdir() if file.suffix.lower() in endings and file.is_file()]
    )


def _hash(folder: Path, files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    named = sorted((file.relative_to(folder).as_posix(), file) for file in files)
    for name, file in named:
        digest.update(f"{name}\0{file.stat().st_size}\0".encode())
        with file.open("rb") as stream:
            while chunk := stream.read(1 << 20):
                digest.update(chunk)
    return digest.hexdigest()
