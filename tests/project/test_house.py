"""The house rules: imports run one way, and the files are fit for every machine."""

import ast
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAY_IMPORT = {
    "engine": {"engine"},
    "steps": {"steps", "engine", "fixtures"},
    "reports": {"reports", "steps", "engine", "fixtures"},
    "fixtures": set(),
    "features": set(),
}
OURS = {*MAY_IMPORT, "tests", "bench", "start"}
LONGEST_MODULE = 400
BINARY = {".png", ".ico", ".woff2", ".xlsx", ".parquet", ".zip"}
MACHINE_PATH = re.compile(r"(?<![\w.)/-])(?:/(?:home|Users|root|work)/\w|[A-Za-z]:\\Users\\)")

LEFT_BEHIND = {"__pycache__", "report", "allure-results", "allure-report", "dist", "build", "htmlcov"}


def files() -> list[Path]:
    """Return every file that git tracks or would add; without git, all but leftovers of a run."""
    try:
        told = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT,
            capture_output=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return sorted(_walk(ROOT))
    paths = [ROOT / name for name in told.stdout.decode("utf-8").split("\0") if name]
    return sorted(path for path in paths if path.is_symlink() or path.is_file())


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        hidden = path.name.startswith(".") and path.name not in (".ci", ".gitignore", ".gitattributes")
        if hidden or path.name in LEFT_BEHIND:
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        else:
            yield path


def shown(path: Path) -> str:
    """Return a path as seen from the root of the repository."""
    return path.relative_to(ROOT).as_posix()


@pytest.fixture(scope="module")
def tree() -> list[Path]:
    return files()


def imports(body: Iterable[ast.AST]) -> Iterator[ast.Import | ast.ImportFrom]:
    """Yield every import of a module, those inside functions too. Expressions hold none and are not looked at."""
    for node in body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node
        for part in ("body", "handlers", "cases", "orelse", "finalbody"):
            yield from imports(getattr(node, part, ()))


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Return line and top-level name of every import of a module; a relative one that leaves its room by its dots."""
    for node in imports(ast.parse(path.read_text(encoding="utf-8"), shown(path)).body):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name.partition(".")[0]) for alias in node.names)
        elif node.level >= len(path.relative_to(ROOT).parts):
            yield node.lineno, "." * node.level
        elif node.level == 0 and node.module:
            yield node.lineno, node.module.partition(".")[0]


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_imports_run_one_way(room: str) -> None:
    offenders = [
        f"{shown(path)}:{line} imports {name}"
        for path in sorted((ROOT / room).rglob("*.py"))
        for line, name in imported(path)
        if name in OURS - MAY_IMPORT[room] or name.startswith(".")
    ]
    assert not offenders, "\n".join(offenders)


def test_features_hold_gherkin_only(tree: list[Path]) -> None:
    others = [
        shown(path)
        for path in tree
        if shown(path).startswith("features/") and path.suffix not in (".feature", ".md")
    ]
    assert not others, "\n".join(others)


def test_no_symbolic_links(tree: list[Path]) -> None:
    links = [shown(path) for path in tree if path.is_symlink()]
    assert not links, "\n".join(links)


def test_text_files_are_utf8(tree: list[Path]) -> None:
    broken = []
    for path in tree:
        if path.suffix not in BINARY:
            try:
                path.read_bytes().decode("utf-8")
            except UnicodeDecodeError as error:
                broken.append(f"{shown(path)}: {error}")
    assert not broken, "\n".join(broken)


def test_no_paths_of_a_machine(tree: list[Path]) -> None:
    offenders = [
        f"{shown(path)}:{number}: {line.strip()[:100]}"
        for path in tree
        if path.suffix not in BINARY
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if MACHINE_PATH.search(line)
    ]
    assert not offenders, "\n".join(offenders)


def test_file_names_suit_every_system(tree: list[Path]) -> None:
    names = [shown(path) for path in tree]
    odd = [name for name in names if re.search(r'[<>:"|?*\\]|[ .]$|[^\x20-\x7e]', name) or len(name) > 150]
    by_folded: dict[str, list[str]] = {}
    for name in names:
        by_folded.setdefault(name.casefold(), []).append(name)
    odd += [" = ".join(same) for same in by_folded.values() if len(same) > 1]
    assert not odd, "\n".join(odd)


def test_modules_stay_short() -> None:
    lengths = {
        shown(path): len(path.read_text(encoding="utf-8").splitlines())
        for room in MAY_IMPORT
        for path in sorted((ROOT / room).rglob("*.py"))
    }
    long = [f"{name}: {lines} lines" for name, lines in lengths.items() if lines > LONGEST_MODULE]
    assert not long, "\n".join(long)
