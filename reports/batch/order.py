"""What a run over many files is asked for, and the fingerprint by which a finished file is known to be still right."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from reports.batch.segments import PIECE

Form = Literal["parquet", "csv"]


@dataclass(frozen=True, slots=True)
class Order:
    """By which data and readings files are worked out, up to which period, and where results go, in which form.

    It goes to other processes and machines: paths are absolute. ``reference_hash`` stands for what the reference data
    held when the run began. ``piece`` is the least size of the pieces of large files, of which no result tells.
    """

    into: Path
    form: Form
    reference: Path
    as_at: date | None
    switches: tuple[tuple[str, str], ...]
    lenient: bool
    last_period: int
    reference_hash: str
    piece: int = PIECE

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
        return self.inner / "done"


@dataclass(frozen=True, slots=True)
class Source:
    """An ILR file of a run: ``key`` tells it from the others, ``name`` is that of its results, without ending."""

    path: Path
    key: str
    name: str
    size: int
    mtime_ns: int


def settings_of(order: Order) -> dict[str, str]:
    """Return all that decides about the results of a file, by what it is called where it has changed."""
    from importlib.metadata import version

    return {
        "version of ilrspec": version("ilrspec"),
        "rules": rules(),
        "reference data": order.reference_hash,
        "readings (--switch)": ", ".join(f"{name}={reading}" for name, reading in sorted(order.switches)),
        "day taken as today (--as-at)": order.as_at.isoformat() if order.as_at else "",
        "months (--return)": str(order.last_period),
        "strictness (--lenient)": "lenient" if order.lenient else "strict",
        "kind of result (--as)": order.form,
    }


@cache
def rules() -> str:
    """Return the hash of the rules and their parameters."""
    import engine

    folder = Path(next(iter(engine.__path__)))
    return _hash(folder, [*folder.rglob("*.py"), *folder.rglob("*.yaml"), *folder.rglob("*.tsv")])


def hash_of_reference(folder: Path) -> str:
    """Return the hash of the tables of a folder of reference data; blank where there is no such folder."""
    if not folder.is_dir():
        return ""
    return _hash(
        folder, [file for file in folder.iterdir() if file.suffix.lower() == ".csv" and file.is_file()]
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
