"""Saving a feature: whole or not at all, and never over somebody else's work."""

from pathlib import Path

import pytest

from reports.authoring.saving import ChangedMeanwhile, save, save_new
from reports.refusal import Refusal
from steps.feature_text import CellEdit, feature_text, read_feature_text

TEXT = "Feature: x\r\n| 1.00 |\r\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "one.feature"
    file.write_bytes(TEXT.encode())
    return file


def test_an_edit_is_saved_and_leaves_no_trace(path: Path) -> None:
    path.chmod(0o640)
    text = read_feature_text(path)
    assert save(text, text.with_cells([CellEdit(2, 0, "2.00")]))
    assert path.read_bytes() == TEXT.replace("1.00", "2.00").encode()
    assert [one.name for one in path.parent.iterdir()] == ["one.feature"]
    assert path.stat().st_mode & 0o777 in (0o640, 0o666)


def test_without_a_change_nothing_is_written(path: Path) -> None:
    text, before = read_feature_text(path), path.stat()
    assert not save(text, text.with_cells([CellEdit(2, 0, "1.00")]))
    assert path.stat().st_mtime_ns == before.st_mtime_ns


def test_a_file_changed_meanwhile_is_left_alone(path: Path) -> None:
    text = read_feature_text(path)
    path.write_text("Feature: y\n", encoding="utf-8")
    with pytest.raises(ChangedMeanwhile, match="was changed by somebody else meanwhile"):
        save(text, text.with_cells([CellEdit(2, 0, "2.00")]))
    assert path.read_text(encoding="utf-8") == "Feature: y\n"
    path.unlink()
    with pytest.raises(ChangedMeanwhile, match="was removed or renamed meanwhile"):
        save(text, text.with_cells([CellEdit(2, 0, "2.00")]))
    assert not list(path.parent.iterdir())


def test_a_new_file_never_replaces_one(path: Path) -> None:
    text = feature_text(b"Feature: new\n", path)
    with pytest.raises(Refusal, match="is there already"):
        save_new(path, text)
    other = path.with_name("two.feature")
    save_new(other, text)
    assert other.read_bytes() == b"Feature: new\n"
    assert sorted(one.name for one in path.parent.iterdir()) == ["one.feature", "two.feature"]
    with pytest.raises(Refusal, match="cannot be written"):
        save_new(path.parent / "nowhere" / "three.feature", text)


def test_a_write_that_fails_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = read_feature_text(path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Refusal, match="cannot be written: No space left on device"):
        save(text, text.with_cells([CellEdit(2, 0, "2.00")]))
    assert path.read_bytes() == TEXT.encode()
    assert [one.name for one in path.parent.iterdir()] == ["one.feature"]
