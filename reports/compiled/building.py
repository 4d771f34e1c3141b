"""Compiled rules are made under another name, proven, and moved into place whole; a failed build leaves nothing."""

import errno
import os
import re
import shutil
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.util import find_spec
from pathlib import Path

from reports.compiled.program import Tell, run
from reports.compiled.using import FOLDER, is_of_the_rules, key_of
from reports.output_files import cannot_write
from reports.refusal import Refusal

_UNFINISHED = ".building-"
_FORGOTTEN = 3600.0
"""Seconds after which an unfinished build is nobody's any more: that of a process that was killed."""

_SHOWN = 15
"""How many of the last lines of a failed build are shown."""

_NO_FAULT = "warning: Treating generator comprehension as list"

_SETTINGS = """\
[mypy]
plugins = pydantic.mypy
ignore_missing_imports = True
"""

_SCRIPT = """\
import sys
from mypyc.build import mypycify
from setuptools import setup
words = ["--config-file", "mypy.ini", *sys.argv[1:]]
extensions = mypycify(words, opt_level="3", debug_level="0", multi_file=False, target_dir="build")
print("compiling", flush=True)
setup(name="engine", packages=[], py_modules=[], ext_modules=extensions, script_args=["-q", "build_ext", "--inplace"])
"""

NO_MYPYC = "Compiling the rules needs mypyc and setuptools: pip install 'ilrspec[compiled]'"
NO_COMPILER = (
    "Compiling the rules needs a C compiler, and there is none here.\n"
    "  Debian, Ubuntu: sudo apt install gcc python3-dev\n"
    "  Fedora: sudo dnf install gcc python3-devel\n"
    "  macOS: xcode-select --install\n"
    "  Windows: the C++ build tools of Visual Studio"
)
NO_HEADERS = (
    "Compiling the rules needs the C headers of Python, and there are none here.\n"
    "  Debian, Ubuntu: sudo apt install python3-dev\n"
    "  Fedora: sudo dnf install python3-devel"
)
_NOT_HERE = "{}: compiled rules cannot be written here: {}"
CHANGED = "The rules were changed while they were compiled; nothing was kept. Start again."


def check_tools() -> None:
    """Raise Refusal, saying what to install, where rules cannot be compiled."""
    if find_spec("mypyc") is None or find_spec("setuptools") is None:
        raise Refusal(NO_MYPYC)
    if os.name == "nt":
        return  # Where Windows keeps a compiler only the build finds out, and says so.
    compiler = (os.environ.get("CC") or str(sysconfig.get_config_var("CC") or "cc")).split()
    if not compiler or shutil.which(compiler[0]) is None:
        raise Refusal(NO_COMPILER)
    if not Path(sysconfig.get_path("include"), "Python.h").exists():
        raise Refusal(NO_HEADERS)


def build(engine: Path, modules: Sequence[str], prove: Callable[[Path], object], tell: Tell) -> Path:
    """Compile modules of a folder of rules, prove the copy, move it into place and remove others; return its folder.

    ``modules`` are paths within the folder that holds ``engine``; ``prove`` raises Refusal for a copy that is not
    equal. Raises Refusal for whatever stops the build.
    """
    home = engine.parent / FOLDER
    try:
        home.mkdir(exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=home))
    except OSError as error:
        _remove_if_empty(home)
        raise Refusal(_NOT_HERE.format(home, error.strerror)) from None
    try:
        return _built(engine, work, modules, prove, tell)
    except shutil.Error as error:
        # Of several files that were copied; of the first the reason, without number and names.
        reason = re.sub(r"^\[\w+ -?\d+\] |: '.*", "", str(error.args[0][0][2]))
        raise Refusal(_NOT_HERE.format(home, reason)) from None
    except OSError as error:
        place = Path(error.filename or home)
        raise Refusal(cannot_write(home if place.is_relative_to(home) else place, error)) from None
    finally:
        shutil.rmtree(work, ignore_errors=True)
        _remove_if_empty(home)


def _built(
    engine: Path, work: Path, modules: Sequence[str], prove: Callable[[Path], object], tell: Tell
) -> Path:
    made = work / "rules"
    copy = made / engine.name
    shutil.copytree(engine, copy, ignore=_left_behind)
    key = key_of(copy)
    compile_modules(made, modules, tell)
    try:
        prove(made)
    except Refusal:
        # Results of rules that were changed meanwhile differ for that reason alone.
        if key_of(engine) != key:
            raise Refusal(CHANGED) from None
        raise
    if key_of(engine) != key:
        raise Refusal(CHANGED)
    return _into_place(made, engine.parent / FOLDER, key)


def _left_behind(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if not is_of_the_rules(name)]


def compile_modules(folder: Path, modules: Sequence[str], tell: Tell) -> None:
    """Compile modules of the rules in a folder; the machine code lies beside them. Raises Refusal or OSError."""
    (folder / "mypy.ini").write_text(_SETTINGS, encoding="utf-8")
    elsewhere = ("PYTHONPATH", "MYPYPATH")
    environment = {name: value for name, value in os.environ.items() if name not in elsewhere}
    ended = run(
        [sys.executable, "-P", "-c", _SCRIPT, *modules],
        folder,
        environment,
        "Compiling the rules, which takes some minutes",
        tell,
    )
    if ended.code != 0:
        told = f"{ended.output}\n{ended.errors}".splitlines()
        if any(os.strerror(errno.ENOSPC) in line for line in told):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))
        raise Refusal(["The rules could not be compiled:", *_last(told)])
    without = [module for module in modules if not machine_code(folder / module).is_file()]
    if without:
        raise Refusal(f"The rules could not be compiled: there is no machine code of {', '.join(without)}")
    for name in ("build", ".mypy_cache"):
        shutil.rmtree(folder / name, ignore_errors=True)
    (folder / "mypy.ini").unlink()


def _last(told: list[str]) -> list[str]:
    """Return the last lines of a failed build; of an error in the compiler itself nothing but that."""
    lines = [line for line in told if line.strip() and _NO_FAULT not in line]
    return lines[-1 if any(line.startswith("Traceback") for line in lines) else -_SHOWN :]


def machine_code(module: Path) -> Path:
    """Return where the machine code of a module lies."""
    return module.with_name(module.stem + EXTENSION_SUFFIXES[0])


def _into_place(made: Path, home: Path, key: str) -> Path:
    place = home / key
    old = made.parent / "old"
    if place.exists():
        place.replace(old)
    try:
        made.replace(place)
    except OSError:
        if old.exists():
            old.replace(place)
        raise
    for path in home.iterdir():
        if path != place and (not path.name.startswith(_UNFINISHED) or _is_forgotten(path)):
            shutil.rmtree(path, ignore_errors=True)
    return place


def _is_forgotten(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime > _FORGOTTEN
    except OSError:
        return False


def remove(engine: Path) -> bool:
    """Take away all compiled rules beside a folder of rules; say whether there were any. Raises Refusal."""
    home = engine.parent / FOLDER
    if not home.exists():
        return False
    try:
        shutil.rmtree(home)
    except OSError as error:
        raise Refusal(f"{error.filename or home} cannot be removed: {error.strerror}") from None
    return True


def _remove_if_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()
