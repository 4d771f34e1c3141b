"""The watch itself: waits for edits, runs what they touch, prints what came of it."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path
from threading import Event

import click

import engine
import fixtures
import steps
from reports.plural import plural
from reports.terminal import run_text, shows_colour, terminal_width, totals
from reports.watching.kept import Kept
from steps.features import find_features
from steps.problems import Unreadable
from steps.results import RunResult

_RULES = tuple(Path(room.__file__ or "").resolve().parent for room in (engine, steps))
_REFERENCE = Path(fixtures.__file__).resolve().parent / "reference"
_AN_EDIT, _A_LOOK, _A_STOP = 120, 30, 1_000
"""Milliseconds: how long an edit may go on, how often it is looked for, how often a stop is looked for."""


@contextmanager
def workers(count: int) -> Iterator[Callable[[bool], Executor]]:
    """Give a function that returns the worker processes, new ones where the rules have changed (its argument)."""
    pool: ProcessPoolExecutor | None = None

    def of(anew: bool) -> Executor:
        nonlocal pool
        if pool is not None and anew:
            pool.shutdown(wait=False, cancel_futures=True)
            pool = None
        if pool is None:
            # Started from nothing, so that changed rules are read and no thread of this process is copied.
            pool = ProcessPoolExecutor(count, mp_context=get_context("spawn"))
        return pool

    try:
        yield of
    finally:
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)


def watch(paths: tuple[str, ...], tags: str, count: int, stop: Event | None = None) -> None:
    """Run features, then again what each edit touches, until Ctrl+C or until ``stop`` is set.

    Raises Unreadable where a path is not there or the tag expression cannot be read.
    """
    from watchfiles import watch as edits

    kept = Kept(paths, tags)
    before: dict[Path, tuple[int, int]] | None = _stamps(paths)
    with workers(count) as pool:
        whole = kept.run_all(pool(False))
        _print(whole)
        click.echo(
            f"Watching {plural(len(kept.features), 'file')}. An edit runs what it touches; Ctrl+C ends."
        )
        roots = {*_watched(paths), *_RULES, *([_REFERENCE] if _REFERENCE.is_dir() else [])}
        broken = False
        for changes in edits(
            *roots,
            stop_event=stop,
            watch_filter=lambda _, name: _matters(Path(name)),
            debounce=_AN_EDIT,
            step=_A_LOOK,
            rust_timeout=_A_STOP,
            yield_on_timeout=True,
        ):
            edited = [Path(name) for _, name in changes]
            if before is not None:
                # Edits made while the first run went on, when nobody looked out for them as yet.
                edited = list({*edited, *_differing(before, _stamps(paths))})
                before = None
            if not edited:
                continue
            rules = sorted(path for path in edited if path.suffix != ".feature")
            try:
                if rules or broken:
                    _say(f"{(rules or edited)[0].name} has changed: everything is run again")
                    _print(kept.run_all(pool(True)))
                else:
                    _rerun(kept, _as_given(edited, paths, kept), pool(False))
                broken = False
            except BrokenProcessPool:
                broken = True
                click.echo("The rules cannot be loaded as they are; the next edit tries again.", err=True)


def _rerun(kept: Kept, files: list[Path], executor: Executor) -> None:
    run = kept.run(files, executor)
    names = ", ".join(path.name for path in files)
    if not files:
        return
    if not run.features:
        gone = [path.name for path in files if path not in kept.features]
        _say(f"{', '.join(gone)} is gone" if gone else f"{names}: nothing that is run has changed")
        return
    _say(f"{names}: {plural(len(run.scenarios), 'scenario')} run")
    _print(run)
    whole = kept.whole
    wrong = whole.count("failed") + whole.count("error") + sum(bool(one.problems) for one in whole.features)
    if wrong or len(whole.scenarios) > len(run.scenarios):
        click.echo(f"Of all: {totals(whole).rpartition(' in ')[0]}")


def _print(run: RunResult) -> None:
    for line in run_text(run, width=terminal_width(), colour=shows_colour()):
        click.echo(line)


def _say(text: str) -> None:
    click.echo(f"\n{datetime.now().astimezone():%H:%M:%S} {text}")


def _watched(paths: tuple[str, ...]) -> Iterator[Path]:
    for name in paths:
        path = Path(name)
        # The folder of a file: many editors write a new file and give it the old one's name.
        yield (path if path.is_dir() else path.parent).resolve()


def _matters(path: Path) -> bool:
    if path.suffix in (".py", ".yaml", ".csv"):
        return any(path.is_relative_to(room) for room in (*_RULES, _REFERENCE))
    return path.suffix == ".feature"


def _stamps(paths: tuple[str, ...]) -> dict[Path, tuple[int, int]]:
    """Return the state on disk of every feature and rule."""
    rooms = (*_RULES, *([_REFERENCE] if _REFERENCE.is_dir() else []))
    files = [path for room in rooms for path in room.rglob("*") if _matters(path)]
    for name in paths:
        with suppress(Unreadable):  # a run tells of it
            files += [one.path for one in find_features([name])]
    found = {}
    for path in files:
        with suppress(OSError):
            told = path.stat()
            found[path.resolve()] = (told.st_mtime_ns, told.st_size)
    return found


def _differing(before: dict[Path, tuple[int, int]], now: dict[Path, tuple[int, int]]) -> Iterator[Path]:
    return (path for path in before | now if before.get(path) != now.get(path))


def _as_given(edited: list[Path], paths: tuple[str, ...], kept: Kept) -> list[Path]:
    """Return the edited files as they are known, new ones of watched folders too, others left out."""
    known = {path.resolve(): path for path in kept.features}
    folders = {Path(name).resolve(): Path(name) for name in paths if Path(name).is_dir()}
    found: dict[Path, None] = {}
    for path in edited:
        if path in known:
            found[known[path]] = None
            continue
        for folder, given in folders.items():
            if path.is_relative_to(folder):
                found[given / path.relative_to(folder)] = None
                break
    return list(found)
