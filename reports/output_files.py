"""Result files that are there whole or not at all: written beside their place, moved into it at the end."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager, ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO, TypeVar

from reports.refusal import Refusal

_Held = TypeVar("_Held")


def check_targets(targets: Mapping[str, Path | None], inputs: Iterable[Path]) -> None:
    """Refuse result files that cannot be written or would overwrite an input; ``targets`` is by option."""
    read = {_place(path): path for path in inputs}
    taken: dict[Path, str] = {}
    problems = []
    for option, path in targets.items():
        if path is None:
            continue
        place = _place(path)
        if path.is_dir():
            problems.append(f"{option}: {path} is a folder; name a file in it")
        elif not path.parent.is_dir():
            problems.append(f"{option}: there is no folder {path.parent}; make it first")
        elif path.exists() and not path.is_file():
            problems.append(f"{option}: {path} is not an ordinary file")
        elif place in read or _is_one_of(path, read.values()):
            problems.append(f"{option}: {path} is an input of the calculation and would be overwritten")
        elif place in taken:
            problems.append(f"{option}: {path} is also the file of {taken[place]}; name two different files")
        taken.setdefault(place, option)
    if problems:
        raise Refusal(problems)


def _place(path: Path) -> Path:
    return Path(os.path.normcase(path.resolve()))


def _is_one_of(path: Path, others: Iterable[Path]) -> bool:
    return path.exists() and any(other.exists() and path.samefile(other) for other in others)


class OutputFiles:
    """Files that come into place together on ``commit``; leaving the block without it removes every trace."""

    def __init__(self) -> None:
        self._open: dict[Path, tuple[Path, TextIO]] = {}
        self._scratch = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            # What is kept may write to the files once more when it is left, and fail on a full disk.
            self._scratch.close()
        finally:
            for temporary, stream in self._open.values():
                with suppress(OSError):
                    stream.close()
                temporary.unlink(missing_ok=True)
            self._open = {}

    def keep(self, held: AbstractContextManager[_Held]) -> _Held:
        """Enter something that is needed while the files are written, and leave it with the block."""
        return self._scratch.enter_context(held)

    def folder(self) -> str:
        """Return a new folder for what lies on disk only while the files are written."""
        return self.keep(tempfile.TemporaryDirectory(prefix="ilrspec-", ignore_cleanup_errors=True))

    def open(self, target: Path) -> TextIO:
        """Return a stream, UTF-8 with LF line ends, that becomes the target on ``commit``."""
        place = target.resolve()
        temporary = _neighbour(place, len(self._open))
        try:
            stream = temporary.open("x", encoding="utf-8", newline="")
        except OSError as error:
            raise Refusal(cannot_write(target, error)) from None
        self._open[place] = (temporary, stream)
        return stream

    def commit(self) -> None:
        """Move every file into place; when one cannot be moved, put back what the others replaced."""
        moved: list[tuple[Path, Path | None]] = []
        place = Path()
        try:
            for place, (temporary, stream) in self._open.items():
                stream.flush()
                os.fsync(stream.fileno())
                stream.close()
                if place.exists():
                    shutil.copymode(place, temporary)
            for number, (place, (temporary, _)) in enumerate(self._open.items()):
                kept = _neighbour(place, len(self._open) + number) if place.exists() else None
                if kept is not None:
                    place.replace(kept)
                moved.append((place, kept))
                temporary.replace(place)
        except OSError as error:
            for done, kept in reversed(moved):
                if kept is None:
                    done.unlink(missing_ok=True)
                else:
                    kept.replace(done)
            raise Refusal(cannot_write(place, error)) from None
        for _, kept in moved:
            if kept is not None:
                kept.unlink(missing_ok=True)
        self._open = {}


class FilesOfFolder:
    """Files written into a folder one after another, each whole; when the block fails, those that are new go again."""

    def __init__(self) -> None:
        self._new: list[Path] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            return
        for target in self._new:
            with suppress(OSError):
                target.unlink(missing_ok=True)

    def write(self, target: Path, text: str) -> None:
        """Write a text with its own line ends, making the folder where there is none. Raises Refusal."""
        temporary = target.with_name(f".{target.name}-{os.getpid()}.tmp")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            is_new = not target.exists()
            temporary.write_text(text, encoding="utf-8", newline="")
            temporary.replace(target)
        except OSError as error:
            raise Refusal(cannot_write(target, error)) from None
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
        if is_new:
            self._new.append(target)


def cannot_write(target: Path, error: OSError) -> str:
    """Return the line about a file that the system did not let be written."""
    if error.errno in _NO_ROOM:
        return f"{target} cannot be written: {error.strerror}; there is no room left for it, and nothing was written"
    return f"{target} cannot be written: {error.strerror or error}; is it open in another program?"


_NO_ROOM = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}


def _neighbour(place: Path, number: int) -> Path:
    return place.with_name(f".ilrspec-{os.getpid()}-{number}.tmp")
