"""What an author is told of the likeliest mistakes: each a feature and what the screen shows, to be read and judged.

``ILRSPEC_UPDATE_GOLDEN=1 pytest tests/authoring/check/test_check_messages.py`` writes the files anew.
"""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from reports.authoring.checking import check, fixed
from reports.authoring.checking.screen import told
from steps.feature_text import FeatureText, read_feature_text

GOLDEN = Path(__file__).with_name("golden")
MISTAKES = sorted(path.stem for path in GOLDEN.glob("*.feature"))


def text_of(name: str) -> FeatureText:
    """Return a feature of the folder under its bare name, so that no path is in what is told."""
    return replace(read_feature_text(GOLDEN / f"{name}.feature"), path=Path(f"{name}.feature"))


@pytest.mark.parametrize("name", MISTAKES)
def test_the_author_is_told(name: str) -> None:
    text = text_of(name)
    screen = "\n".join(told(check(text), {str(text.path): text})) or "nothing wrong\n"
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("ILRSPEC_UPDATE_GOLDEN"):
        golden.write_text(screen, encoding="utf-8", newline="\n")
    assert screen == golden.read_text(encoding="utf-8")


def test_every_message_is_of_a_mistake() -> None:
    assert sorted(path.stem for path in GOLDEN.glob("*.txt")) == MISTAKES


@pytest.mark.parametrize("name", MISTAKES)
def test_every_flaw_names_a_place_in_the_file(name: str) -> None:
    text = text_of(name)
    for flaw in check(text):
        assert 1 <= flaw.line <= len(text.lines)
        line = text.lines[flaw.line - 1].rstrip("\n")
        assert 0 <= flaw.column <= len(line)
        assert flaw.column == flaw.end_column == 0 or flaw.column < flaw.end_column <= len(line) + 1
        for edit in flaw.fix:
            assert 0 <= edit.start <= edit.end <= len(text.lines[edit.line - 1])


@pytest.mark.parametrize("name", MISTAKES)
def test_what_has_a_sure_answer_is_gone_once_it_is_written(name: str) -> None:
    text = text_of(name)
    flaws = check(text)
    after = text
    for _ in range(5):
        after = fixed(after, check(after))
    left = check(after)
    assert not any(flaw.fix for flaw in left)
    assert len(after.lines) == len(text.lines)
    if flaws and all(flaw.fix for flaw in flaws):
        assert not left
