"""Feature files written whole or not at all, and never over what somebody else has written meanwhile."""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from reports.refusal import Refusal
from steps.feature_text import FeatureText


class ChangedMeanwhile(Refusal):
    """The file is no longer as it was read; nothing was written."""


def save(before: FeatureText, after: FeatureText) -> bool:
    """Put the edited text in the place of the text that was read; return whether anything had to be written.

    The new file stands beside the old one until it is whole, then takes its place. Raises ChangedMeanwhile when the
    file holds other bytes than were read, Refusal when it cannot be written, Unreadable for a character that the
    file's encoding does not have.
    """
    old, new = before.content, after.content
    if new == old:
        return False
    place = before.path.resolve()
    _check(before.path, place, old)
    with _no_traces(before.path):
        written = _written_beside(place, new)
        try:
            with suppress(FileNotFoundError):
                shutil.copymode(place, written)
            _check(before.path, place, old)
            written.replace(place)
        except BaseException:
            written.unlink(missing_ok=True)
            raise
    return True


def save_new(path: Path, text: FeatureText) -> None:
    """Write a file that is not there yet. Raises Refusal when there is one, or when it cannot be written."""
    place = path.resolve()
    with _no_traces(path):
        written = _written_beside(place, text.content)
        try:
            os.link(written, place)
        except FileExistsError:
            raise Refusal(f"{path} is there already; nothing was written") from None
        except OSError:  # a file system without links
            if place.exists():
                raise Refusal(f"{path} is there already; nothing was written") from None
            written.replace(place)
        finally:
            written.unlink(missing_ok=True)


class _no_traces:  # noqa: N801
    """Turn what the system refuses into a refusal that names the file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, OSError):
            reason = error.strerror or str(error)
            raise Refusal(
                f"{self.path} cannot be written: {reason}; is it open in another program?"
            ) from None


def _written_beside(place: Path, content: bytes) -> Path:
    handle, name = tempfile.mkstemp(prefix=".ilrspec-", suffix=".tmp", dir=place.parent)
    written = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        written.chmod(0o666 & ~_umask())
    except BaseException:
        written.unlink(missing_ok=True)
        raise
    return written


def _umask() -> int:
    # The mask can only be read by setting it; between the two calls nothing else runs in this process.
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _check(path: Path, place: Path, content: bytes) -> None:
    try:
        now = place.read_bytes()
    except FileNotFoundError:
        raise ChangedMeanwhile(f"{path} was removed or renamed meanwhile; nothing was written") from None
    if now != content:
        raise ChangedMeanwhile(f"{path} was changed by somebody else meanwhile; nothing was written to it")
