"""Many files checked and mended: by one process or several, in the order of their paths."""

from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path

from reports.authoring.checking.flaw import Flaw, fixed
from reports.authoring.checking.whole import checked, duplicates, file_flaw
from reports.authoring.saving import save
from steps.feature_text import FeatureText, read_feature_text
from steps.problems import Unreadable

_WORTH_A_PROCESS = 400_000
_ROUNDS = 5


@dataclass(slots=True)
class Checked:
    """What a check found: the flaws by file and line, the texts by file, how many files and scenarios."""

    flaws: list[Flaw] = field(default_factory=list)
    texts: dict[str, FeatureText] = field(default_factory=dict)
    files: int = 0
    scenarios: int = 0
    unreadable: bool = False


@dataclass(slots=True)
class _One:
    text: FeatureText | None
    flaws: list[Flaw]
    titles: list[tuple[str, int]] = field(default_factory=list)
    scenarios: int = 0


def check_files(paths: Iterable[Path], workers: int = 1) -> Checked:
    """Check feature files; one that cannot be read at all is a flaw of its own."""
    files = list(paths)
    workers = min(workers, len(files))
    if workers > 1 and sum(path.stat().st_size for path in files) > _WORTH_A_PROCESS:
        with ProcessPoolExecutor(max_workers=workers) as pool:
            # The largest first, so that no process is left with one of them at the end.
            order = sorted(files, key=lambda path: -path.stat().st_size)
            by_path = dict(zip(order, pool.map(_check_one, order), strict=True))
        found = [by_path[path] for path in files]
    else:
        found = [_check_one(path) for path in files]
    titled = [(one.text, one.titles) for one in found if one.text is not None]
    result = Checked(files=len(files))
    more: dict[str, list[Flaw]] = {}
    for flaw in duplicates(titled):
        more.setdefault(flaw.file, []).append(flaw)
    for path, one in zip(files, found, strict=True):
        result.flaws += sorted([*one.flaws, *more.get(str(path), ())])
        result.scenarios += one.scenarios
        if one.text is None:
            result.unreadable = True
        elif one.flaws or str(path) in more:
            result.texts[str(path)] = one.text
    return result


def _check_one(path: Path) -> _One:
    try:
        text = read_feature_text(path)
    except Unreadable as error:
        return _One(None, [file_flaw(problem) for problem in error.problems])
    flaws, titles, scenarios = checked(text)
    return _One(text, flaws, titles, scenarios)


def mend_files(found: Checked) -> list[str]:
    """Write the sure answers into the files, and return a line for each line that was changed.

    What becomes readable by that may show further flaws with a sure answer: they are mended too. Raises
    ChangedMeanwhile for a file that somebody else has changed since it was read.
    """
    told: list[str] = []
    for file, text in found.texts.items():
        flaws = [flaw for flaw in found.flaws if flaw.file == file]
        after = text
        for _ in range(_ROUNDS):
            if not any(flaw.fix for flaw in flaws):
                break
            after = fixed(after, flaws)
            flaws = checked(after)[0]
        if save(text, after):
            told += _changes(file, text.lines, after.lines)
    return told


def _changes(file: str, before: Sequence[str], after: Sequence[str]) -> list[str]:
    told = []
    for number, (old, new) in enumerate(zip_longest(before, after, fillvalue=""), 1):
        if old != new:
            told.append(f"{file}:{number}:")
            told += [f"  - {old.strip()}", f"  + {new.strip()}"]
    return told
