"""Which rules a command takes: those of ``engine/`` as they stand, or the copy of them in machine code."""

import os
import sys
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.util import find_spec
from pathlib import Path

from reports.compiled.modules import COMPILED

FOLDER = ".compiled"
"""The folder beside ``engine/`` in which compiled rules lie, each under its key."""

OTHER_RULES = (
    "The compiled rules are not those of today (a rule, a parameter or Python has changed since): "
    "the readable ones are used. 'ilrspec compile' compiles these."
)


def readable_rules() -> Path | None:
    """Return the folder ``engine/`` that would be imported, without importing it; None when there is none."""
    spec = find_spec("engine")
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(next(iter(spec.submodule_search_locations)))


def key_of(engine: Path) -> str:
    """Return the key of a folder of rules: of every file in it, of what is compiled, of this Python and machine.

    Raises OSError for a file that cannot be read.
    """
    # Where there are no compiled rules, a command does not wait for it.
    import hashlib

    machine = os.uname().machine if hasattr(os, "uname") else ""
    digest = hashlib.sha256(repr((EXTENSION_SUFFIXES[0], sys.version, machine, COMPILED)).encode())
    for folder, folders, names in os.walk(engine):
        folders[:] = sorted(name for name in folders if is_of_the_rules(name))
        for name in sorted(filter(is_of_the_rules, names)):
            path = os.path.join(folder, name)  # noqa: PTH118 - of some 200 files, at every start
            with open(path, "rb", buffering=0) as stream:  # noqa: PTH123
                held = stream.read()
            digest.update(f"{os.path.relpath(path, engine)}\0{len(held)}\0".encode())
            digest.update(held)
    return digest.hexdigest()[:20]


def is_of_the_rules(name: str) -> bool:
    """Whether a file or folder within ``engine/`` is one of the rules, not what Python or an editor left there."""
    return name != "__pycache__" and not name.startswith(".")


def compiled_here(engine: Path) -> list[str]:
    """Return the keys of the compiled rules beside a folder of rules."""
    try:
        return [one.name for one in (engine.parent / FOLDER).iterdir() if not one.name.startswith(".")]
    except OSError:
        return []


def use_compiled_rules() -> str | None:
    """Have ``engine`` imported in machine code where that is of today's rules; return what is to be told, if anything.

    It changes nothing where the rules are imported already. Processes that are started get it with ``sys.path``.
    """
    if "engine" in sys.modules:
        return None
    engine = readable_rules()
    if engine is None:
        return None
    keys = compiled_here(engine)
    if not keys:
        return None
    try:
        key = key_of(engine)
    except OSError:
        return None
    if key not in keys:
        return OTHER_RULES
    sys.path.insert(0, str(engine.parent / FOLDER / key))
    return None
