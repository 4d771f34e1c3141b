"""The text of a parameter file, looked at before a YAML parser may be led astray by it."""

import re
from pathlib import Path
from typing import Any

MOST_BYTES = 4 << 20
"""How large a parameter file may be; the largest published one is a fiftieth of it."""

MOST_DEPTH = 50
"""How deep lists and mappings may stand in one another."""

MOST_VALUES = 500_000
"""How many values a file may hold, those that YAML aliases repeat counted each time."""

_MANY_BRACKETS = 1000
_SIDE_BY_SIDE = re.compile(r"(?:[-?:][ \t]+){50}")
_ALIAS = re.compile(r"(?:^|[\s\[{,:-])\*\w")


def parameter_text(path: Path) -> str:
    """Return the text of a parameter file. Raises ParameterError for one that is missing or is no parameter file."""
    from engine.parameters import ParameterError

    try:
        with path.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise ParameterError(f"there is no parameter file {path}") from None
    except OSError as error:
        raise ParameterError(f"{path} cannot be read: {error.strerror or error}") from None
    if len(content) > MOST_BYTES:
        raise ParameterError(f"{path} is larger than {MOST_BYTES >> 20} MB, too large for a parameter file")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ParameterError(f"{path}:{line}: is not a UTF-8 text") from None
    if _may_be_deep(text) and _is_too_deep(text):
        raise ParameterError(f"{path} has lists in lists more than {MOST_DEPTH} deep")
    return text.replace("\r\n", "\n")


def parameter_content(path: Path) -> Any:
    """Return what stands in a parameter file. Raises ParameterError for one that is no parameter file."""
    import yaml

    from engine.parameters import ParameterError

    text = parameter_text(path)
    try:
        # The loader written in C reads the same, ten times as fast; not every build of PyYAML has it.
        content = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    # A value that is not what its tag says, such as the date 2021-99-99, is none of YAML's own errors.
    except (yaml.YAMLError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError) as error:
        raise ParameterError(f"{path} is not readable YAML: {error}") from None
    _check_repeats(path, text, content)
    return content


def _check_repeats(path: Path, text: str, content: Any) -> None:
    """Refuse a file whose aliases (``*name``) make endless or huge values."""
    from engine.parameters import ParameterError

    if not _ALIAS.search(text):
        return
    waiting, count = [content], 0
    while waiting:
        one = waiting.pop()
        count += 1
        if count > MOST_VALUES:
            raise ParameterError(f"{path} repeats values by aliases (*name) without end; write them out")
        if isinstance(one, dict):
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)


def _may_be_deep(text: str) -> bool:
    # Other nesting needs a deeper indent for each level, which the size of the file bounds.
    return text.count("[") + text.count("{") > _MANY_BRACKETS or bool(_SIDE_BY_SIDE.search(text))


def _is_too_deep(text: str) -> bool:
    import yaml

    depth = 0
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MOST_DEPTH:
                    return True
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError:
        # Whoever reads the text next says what is wrong with it, and comes no deeper than this.
        return False
    return False
