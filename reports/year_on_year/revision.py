"""A git revision as one side of a comparison: its features, parameters and code, run in a checkout of their own."""

import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from pathlib import Path

from reports.refusal import Refusal
from reports.year_on_year import record as record_module
from reports.year_on_year.record import Record
from reports.year_on_year.snapshot_file import read_snapshot

_CHILD = """
import importlib.util, sys
checkout, module, target, *paths = sys.argv[1:]
if checkout:
    sys.path.insert(0, checkout)
from steps.features import find_features
from steps.problems import Unreadable
from steps.runner import RunOptions, run_features
spec = importlib.util.spec_from_file_location("kept_record", module)
kept = importlib.util.module_from_spec(spec)
sys.modules["kept_record"] = kept
spec.loader.exec_module(kept)
try:
    run = run_features(find_features(paths), RunOptions(explain=True))
except Unreadable as error:
    sys.exit("; ".join(f"{one.file}: {one.message}" for one in error.problems))
if not run.scenarios:
    sys.exit("; ".join(str(one) for one in run.problems) or "there is no scenario to run")
with open(target, "w", encoding="utf-8", newline="\\n") as stream:
    stream.writelines(f"{line}\\n" for line in kept.snapshot_lines(kept.record_of(run, paths)))
"""


def revision(name: str) -> str:
    """Return the commit that a name of git stands for, blank for none or where there is no repository."""
    if name.startswith("-"):
        return ""
    found = _git(["rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"])
    return found.stdout.decode().strip() if found and not found.returncode else ""


def record_of_revision(name: str, commit: str, paths: Iterable[str]) -> Record:
    """Return the figures of a revision. Raises Refusal where it cannot be checked out or run.

    Its features run with its own steps, engine and parameters in a child process. A repository of features alone runs
    with the present ones.
    """
    top, below = (_told(["rev-parse", asked]) for asked in ("--show-toplevel", "--show-prefix"))
    with tempfile.TemporaryDirectory(prefix="ilrspec-") as folder:
        checkout = Path(folder).resolve() / "checkout"
        _check_out(name, commit, checkout, Path(top))
        target = Path(folder) / "figures.json"
        own_code = (checkout / "steps" / "runner.py").is_file()
        asked = [_within(path, Path(top), checkout / below) for path in paths]
        place = checkout / below
        if not place.is_dir():
            raise Refusal(f"{name} has no folder {below}")
        child = subprocess.run(
            [
                sys.executable,
                "-c",
                _CHILD,
                str(checkout) if own_code else "",
                str(record_module.__file__),
                str(target),
                *asked,
            ],
            cwd=place,
            capture_output=True,
            check=False,
        )
        if child.returncode:
            lines = child.stderr.decode("utf-8", "replace").strip().splitlines() or [
                "it ended without a word"
            ]
            raise Refusal(f"{name} could not be run: {lines[-1].replace(str(place), '').strip()}")
        return read_snapshot(target)


def _check_out(name: str, commit: str, checkout: Path, top: Path) -> None:
    checkout.mkdir()
    archive = checkout.with_suffix(".tar")
    made = _git(["archive", "--format=tar", f"--output={archive}", commit], top)
    if made is None or made.returncode:
        raise Refusal(f"{name} could not be taken out of git: {_words(made)}")
    with tarfile.open(archive) as packed:
        packed.extractall(checkout, filter="data")
    archive.unlink()


def _within(path: str, top: Path, place: Path) -> str:
    """Return a path as the child names it: as given, or within the checkout when it is whole."""
    given = Path(path)
    if not given.is_absolute():
        return path
    try:
        return str(place / given.resolve().relative_to(Path.cwd().resolve()))
    except ValueError:
        raise Refusal(f"{path} lies outside {top}, so that no revision of it is known") from None


def _told(arguments: list[str]) -> str:
    found = _git(arguments)
    if found is None or found.returncode:
        raise Refusal(f"this folder is in no git repository: {_words(found)}")
    return found.stdout.decode().strip()


def _git(arguments: list[str], folder: Path | None = None) -> "subprocess.CompletedProcess[bytes] | None":
    try:
        return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)
    except OSError:
        return None


def _words(found: "subprocess.CompletedProcess[bytes] | None") -> str:
    if found is None:
        return "git is not installed"
    return (
        found.stderr.decode("utf-8", "replace").strip().splitlines()[-1:][0]
        if found.stderr
        else "git refused"
    )
