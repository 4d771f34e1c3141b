"""The files of the workbench's folder with what passes and fails in each, counted while nobody waits for it."""

import asyncio
import re
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reports.workbench import files, runs
from reports.workbench.places import NotHere, feature_files, feature_place
from steps.feature_text import FeatureText
from steps.problems import Unreadable

_NAME = re.compile(r"^\s*Feature:[ \t]*(.*?)\s*$", re.MULTILINE)
_LOOK_EVERY = 1.0


@dataclass(slots=True)
class _Known:
    """A file as it was last seen: the stamp of its state on disk, the feature's name, how its scenarios came out."""

    stamp: tuple[int, int]
    name: str
    counts: dict[str, int] | None = None


class Folder:
    """The feature files of a folder. Those that change, by whomever, are counted again."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._known: dict[str, _Known] = {}
        self.worker = runs.Worker()

    def as_data(self) -> dict[str, Any]:
        """Return the folder's name and its files: path, the feature's name, the counts by state or None as yet."""
        self._look()
        known = dict(self._known)
        told = [{"path": path, "name": one.name, "counts": one.counts} for path, one in known.items()]
        return {"folder": self.root.name or str(self.root), "place": str(self.root), "files": told}

    def changed(self, path: str) -> None:
        """Have a file looked at again."""
        self._known.pop(path, None)

    def counted(self, path: str, text: FeatureText, found: dict[str, Any]) -> None:
        """Take over the counts of a run of the page, when what was run is what the file holds."""
        with suppress(OSError, NotHere, Unreadable):
            place = feature_place(self.root, path)
            stamp = _stamp(place)
            if place.read_bytes() != text.content:
                return
            counts = dict.fromkeys(("passed", "failed", "error", "skipped"), 0)
            for scenario in found["scenarios"]:
                counts[scenario["status"]] += 1
            counts["error"] += bool(found["problems"])
            self._known[path] = _Known(stamp, _name(text), counts)

    async def keep_counting(self) -> None:
        """Count every file that has not been counted as it is, one after the other, for as long as the page is open."""
        while True:
            path = await asyncio.to_thread(self._next)
            if path is None:
                await asyncio.sleep(_LOOK_EVERY)
                continue
            known = self._known.get(path)
            counts = dict.fromkeys(("passed", "failed", "skipped"), 0) | {"error": 1}
            with suppress(Unreadable, NotHere, BrokenProcessPool, TimeoutError, OSError):
                text = files.opened(feature_place(self.root, path))
                counts = await self.worker.do(runs.states, text)
            if known is not None:
                known.counts = counts

    def stop(self) -> None:
        """End the process that counts."""
        self.worker.stop()

    def _next(self) -> str | None:
        self._look()
        # A copy: meanwhile the thread that answers the page forgets files and adds others.
        return next((path for path, known in list(self._known.items()) if known.counts is None), None)

    def _look(self) -> None:
        before, now = self._known, {}
        for path in feature_files(self.root):
            place = self.root / path
            try:
                stamp = _stamp(place)
                known = before.get(path)
                if known is None or known.stamp != stamp:
                    known = _Known(stamp, _name(files.opened(place)))
            except OSError:
                continue
            except Unreadable:
                known = _Known(stamp, "", dict.fromkeys(("passed", "failed", "skipped"), 0) | {"error": 1})
            now[path] = known
        self._known = now


def _stamp(place: Path) -> tuple[int, int]:
    told = place.stat()
    return told.st_mtime_ns, told.st_size


def _name(text: FeatureText) -> str:
    found = _NAME.search(text.text)
    return found[1] if found else ""
