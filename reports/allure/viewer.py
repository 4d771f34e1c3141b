"""The Allure report as one page that asks for nothing from outside, made by the viewer that is installed.

The viewer is Allure 3, the npm package ``allure``. The pages that it writes load a script of an analytics host; that is
taken out, and the page forbids every browser to load anything from elsewhere, whatever a later version writes.
"""

import json
import os
import re
import shutil
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from reports.refusal import Refusal

INSTALL = "npm install --global allure"
HISTORY = "history.jsonl"
PAGE = "index.html"
RUNS_KEPT = 20

_MAJOR = 3
_OUTSIDE = re.compile(
    r"""<script\b[^>]*\bsrc=["'](?:https?:)?//[^>]*>\s*</script>\s*|<link\b[^>]*\bhref=["'](?:https?:)?//[^>]*>\s*"""
)
_ANALYTICS = re.compile(r"<script>\s*window\.dataLayer\s*=(?:(?!</script>).)*</script>\s*", re.DOTALL)
_HEAD = re.compile(r"<head\b[^>]*>")
_AT_HOME = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'self\' data: blob: '
    "'unsafe-inline' 'unsafe-eval'; form-action 'none'\">"
    '<meta http-equiv="x-dns-prefetch-control" content="off"><meta name="referrer" content="no-referrer">'
)


def make_report(results: Path, out: Path, *, viewer: str | None, title: str) -> tuple[Path, int]:
    """Make the page of a folder of results; return it and the number of runs in its history.

    The history lies beside the page, so that the next report into the same folder shows what was before. Raises
    Refusal where there are no results or no viewer, or where the viewer fails; what was there then stays.
    """
    if not results.is_dir():
        raise Refusal(f"there is no folder {results}; write results with 'ilrspec run --allure {results}'")
    if not any(results.glob("*-result.json")):
        raise Refusal(f"{results} holds no Allure results; write them with 'ilrspec run --allure {results}'")
    program = _found(viewer)
    _check_version(program)
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".ilrspec-", dir=out) as made:
            return _made(program, results.resolve(), out.resolve(), Path(made).resolve(), title)
    except OSError as error:
        raise Refusal(f"{out} cannot be written: {error.strerror or error}") from None


def _found(viewer: str | None) -> str:
    if viewer is not None:
        program = shutil.which(viewer)
        if program is None:
            raise Refusal(f"--viewer: there is no program {viewer}")
        return str(Path(program).absolute())
    nearby = Path("node_modules", ".bin").resolve()
    program = shutil.which("allure") or shutil.which("allure", path=str(nearby))
    if program is None:
        raise Refusal(
            f"the Allure viewer is not installed: '{INSTALL}' does it, once (it needs Node.js); "
            "'ilrspec report' needs nothing"
        )
    return str(Path(program).absolute())


def _check_version(program: str) -> None:
    told = _run([program, "--version"], Path.cwd())
    version = told.stdout.strip().splitlines()[-1:] or [""]
    if told.returncode or not version[0].startswith(f"{_MAJOR}."):
        raise Refusal(
            f"{program} is {f'Allure {version[0]}' if version[0] else 'no Allure viewer'}, and Allure {_MAJOR} "
            f"is needed: '{INSTALL}' installs it"
        )


def _made(program: str, results: Path, out: Path, made: Path, title: str) -> tuple[Path, int]:
    history = made / HISTORY
    if (out / HISTORY).is_file():
        shutil.copyfile(out / HISTORY, history)
    look = {"singleFile": True, "reportLanguage": "en", "groupBy": ["epic", "feature", "story"]}
    config = {
        "name": title,
        "output": str(made / "page"),
        "historyPath": str(history),
        "historyLimit": RUNS_KEPT,
        "appendHistory": True,
        "categories": _categories(results),
        "plugins": {"awesome": {"options": look}},
    }
    (made / "allurerc.json").write_text(json.dumps(config), encoding="utf-8")
    told = _run([program, "generate", "--config", str(made / "allurerc.json"), str(results)], made)
    written = made / "page" / PAGE
    if told.returncode or not written.is_file():
        said = (told.stderr.strip() or told.stdout.strip() or "it said nothing").splitlines()[-1]
        raise Refusal(f"the Allure viewer could not make the report: {said}")
    page = kept_at_home(written.read_text(encoding="utf-8"))
    written.write_text(page, encoding="utf-8", newline="")
    runs = 0
    if history.is_file():
        with history.open(encoding="utf-8") as lines:
            runs = sum(bool(line.strip()) for line in lines)
    written.replace(out / PAGE)
    if runs:
        history.replace(out / HISTORY)
    return out / PAGE, runs


def _categories(results: Path) -> list[object]:
    """Return the kinds of failure that the results name; Allure's own where they name none that can be read."""
    with suppress(OSError, ValueError):
        found = json.loads((results / "categories.json").read_text(encoding="utf-8"))
        if isinstance(found, list):
            return found
    return []


def kept_at_home(page: str) -> str:
    """Return an Allure page that loads nothing from outside. Raises Refusal for a page without a head."""
    page, heads = _HEAD.subn(lambda head: head[0] + _AT_HOME, page, count=1)
    if not heads:
        raise Refusal("the Allure viewer wrote a page that is not understood; it is not kept")
    return _OUTSIDE.sub("", _ANALYTICS.sub("", page))


def _run(command: list[str], folder: Path) -> "subprocess.CompletedProcess[str]":
    surroundings = {**os.environ, "ALLURE_NO_ANALYTICS": "true", "NO_COLOR": "1"}
    try:
        return subprocess.run(
            command,
            cwd=folder,
            env=surroundings,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise Refusal(f"{command[0]} cannot be started: {error.strerror or error}") from None
