"""Sets ilrspec up in ``.venv`` beside this file, then runs it. Needs Python 3.11 or newer with pip."""

import contextlib
import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - older ones get as far as here
    print(f"ilrspec needs Python 3.11 or newer; this is {sys.version.split()[0]}.", file=sys.stderr)
    print("Start it with a newer one, for example: python3.12 start.py run", file=sys.stderr)
    sys.exit(2)

HELP = """\
python3 start.py run [PATH ...]   run the acceptance features (or those named) and write the report
python3 start.py test [ARGS ...]  run the tests of the product; arguments go to pytest, --all adds those that take long
python3 start.py COMMAND ...      any other ilrspec command: calc, explain, switches, --help

On Windows write py instead of python3. The first start sets up .venv, which takes about a minute."""

TEST_WORKERS = ["-n", "auto"]

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
EXE = ".exe" if os.name == "nt" else ""
PYTHON = BIN / f"python{EXE}"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "ilrspec-start.json"
BASE_PYTHON = getattr(sys, "_base_executable", None) or sys.executable

NO_PIP = """\
This Python cannot set up ilrspec because it has no pip. Install it, then start again:
  Debian, Ubuntu: sudo apt install python3-venv
  Fedora: sudo dnf install python3-pip
  elsewhere: install Python from python.org, with pip"""


class SetUpError(Exception):
    """The set-up cannot go on; the message says why."""


def main(args: list[str]) -> int:
    """Set up what is missing, run the command, and return its exit code (2 when the set-up fails)."""
    if not args or args[0] in ("-h", "--help", "help"):
        print(HELP)
        return 0
    try:
        set_up()
        return call(command_line(args[0], args[1:]))
    except SetUpError as error:
        say(str(error))
        return 2
    except OSError as error:
        say(f"The set-up failed: {error}")
        return 2
    except KeyboardInterrupt:
        return 130


def command_line(command: str, args: list[str]) -> list[str]:
    """Return the line to run, with features, tests and report folder filled in where none is named."""
    ilrspec = str(BIN / f"ilrspec{EXE}")
    if command == "test":
        every = ["-m", ""] if "--all" in args else []
        args = [arg for arg in args if arg != "--all"]
        paths = [] if names_a_path(args) else [beside("tests"), beside("features")]
        return [str(PYTHON), "-m", "pytest", "-q", *TEST_WORKERS, *every, *paths, *args]
    if command != "run":
        return [ilrspec, command, *args]
    paths = [] if names_a_path(args) else [beside("features")]
    named = any(arg == "--report" or arg.startswith("--report=") for arg in args)
    report = [] if named else ["--report", beside("report")]
    return [ilrspec, "run", *paths, *report, *args]


def names_a_path(args: list[str]) -> bool:
    """Say whether an argument is a path that exists, also when ``:LINE`` or ``::test`` follows it."""
    return any(Path(re.sub(r"(::.*|:\d+)$", "", arg)).exists() for arg in args if not arg.startswith("-"))


def beside(name: str) -> str:
    """Return the name of something beside this file as seen from the current folder."""
    return name if Path.cwd() == ROOT else str(ROOT / name)


def set_up() -> None:
    """Make the environment, or bring it up to date, unless it is as it should be."""
    wanted = fingerprint()
    if up_to_date(read_stamp(), wanted):
        return
    with one_at_a_time():
        stamp = read_stamp()
        if up_to_date(stamp, wanted):
            return
        by_hand = works() and (stamp is None or "by_hand" in stamp)
        if stamp is None or stamp.get("environment") != wanted["environment"] or not PYTHON.exists():
            if by_hand:
                say("Bringing .venv up to date ...")
            else:
                make_environment()
            pip("install", "--require-hashes", "-r", str(LOCK))
        pip("install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
        made = {**wanted, "by_hand": "yes"} if by_hand else wanted
        STAMP.write_text(json.dumps(made, indent=1), encoding="utf-8")
        say("Ready.")


def fingerprint() -> dict[str, str]:
    """Return what the environment and the project in it are made from: when one changes it is out of date."""
    python = f"{sys.version} {sys.base_prefix} {ROOT}"
    return {
        "environment": hashlib.sha256(LOCK.read_bytes() + python.encode()).hexdigest(),
        "project": hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest(),
    }


def up_to_date(stamp: dict[str, str] | None, wanted: dict[str, str]) -> bool:
    """Say whether the environment is complete and made from what it should be made from."""
    return stamp is not None and wanted.items() <= stamp.items() and PYTHON.exists()


def read_stamp() -> dict[str, str] | None:
    """Return what the environment was made from: empty when half-made, None when not made here."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except ValueError:
        return {}
    return stamp if isinstance(stamp, dict) else {}


def works() -> bool:
    """Say whether .venv holds a Python that starts and is new enough."""
    check = [str(PYTHON), "-c", "import sys; sys.exit(sys.version_info < (3, 11))"]
    return PYTHON.exists() and call(check, quiet=True) == 0


def make_environment() -> None:
    """Make .venv from nothing, with a pip of its own where this Python can give it one."""
    say("Setting up the virtual environment (once, about a minute) ...")
    if VENV.exists():
        shutil.rmtree(VENV)
    VENV.mkdir()
    STAMP.write_text("{}", encoding="utf-8")
    venv = [BASE_PYTHON, "-m", "venv", str(VENV)]
    if call(venv, quiet=True) == 0:
        return
    outer_pip()
    if call([*venv, "--without-pip"]) != 0:
        raise SetUpError("The virtual environment could not be made.")


def pip(*args: str) -> None:
    """Run pip on the environment: its own, or else the outer one."""
    own = [str(PYTHON), "-m", "pip"]
    command = own if call([*own, "--version"], quiet=True) == 0 else [*outer_pip(), "--python", str(PYTHON)]
    if call([*command, "-qq", "--no-input", "--disable-pip-version-check", *args]) != 0:
        raise SetUpError("pip could not install; its message is above. The next start tries again.")


def outer_pip() -> list[str]:
    """Return the command of the pip outside the environment. Raises SetUpError when none will do."""
    command = [BASE_PYTHON, "-m", "pip"]
    told = subprocess.run(
        [*command, "--version"], capture_output=True, encoding="utf-8", errors="replace", env=environment()
    )
    version = re.match(r"pip (\d+)\.(\d+)", told.stdout)
    if told.returncode != 0 or version is None:
        raise SetUpError(NO_PIP)
    if (int(version[1]), int(version[2])) < (22, 3):
        raise SetUpError(f"pip 22.3 or newer is needed; this Python has {version[1]}.{version[2]}. {NO_PIP}")
    return command


def call(command: list[str], quiet: bool = False) -> int:
    """Run a command and return its exit code; its output is shown unless quiet."""
    hidden = subprocess.DEVNULL if quiet else None
    code = subprocess.call(command, stdout=hidden, stderr=hidden, env=environment())
    return 128 - code if code < 0 else code


def environment() -> dict[str, str]:
    """Return the variables for what is run: UTF-8, and nothing that leads Python or pip elsewhere."""
    away = ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "__PYVENV_LAUNCHER__")
    kept = {name: value for name, value in os.environ.items() if name not in away}
    return {**kept, "PYTHONUTF8": "1", "PIP_USER": "0", "VIRTUAL_ENV": str(VENV)}


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Wait until no other start sets up the same folder. A start that dies lets go by itself."""
    with (ROOT / ".venv.lock").open("a+b") as file:
        waiting = False
        while not try_lock(file.fileno()):
            if not waiting:
                say("Waiting for another start to finish the set-up ...")
            waiting = True
            time.sleep(0.5)
        yield


def try_lock(descriptor: int) -> bool:
    """Take the lock on an open file, without waiting; say whether it was free."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def say(text: str) -> None:
    """Print a line of progress; standard output stays free for results."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(main(sys.argv[1:]))
