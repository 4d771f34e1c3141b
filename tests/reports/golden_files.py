"""Expected texts kept as files; ILRSPEC_UPDATE_GOLDEN=1 writes them anew, to be reviewed in git."""

import os
from pathlib import Path

_FOLDER = Path(__file__).parent / "golden"


def assert_golden(name: str, text: str) -> None:
    path = _FOLDER / name
    if os.environ.get("ILRSPEC_UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")
