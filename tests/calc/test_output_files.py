"""Result files come into place together or not at all."""

from pathlib import Path

import pytest

from reports.output_files import OutputFiles
from reports.refusal import Refusal


def test_files_stand_only_after_commit(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    with OutputFiles() as files:
        files.open(target).write("one\n")
        assert not target.exists()
        files.commit()
    assert target.read_bytes() == b"one\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_an_error_leaves_the_old_file_and_no_trace(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_text("old")
    with pytest.raises(KeyboardInterrupt), OutputFiles() as files:
        files.open(target).write("new")
        raise KeyboardInterrupt
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


@pytest.mark.parametrize("old", [None, "old"])
def test_when_the_second_cannot_be_moved_the_first_is_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str | None
) -> None:
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    if old is not None:
        first.write_text(old)
        second.write_text(old)
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.name == "b.csv" and self.name.endswith("-1.tmp"):
            raise PermissionError(13, "Permission denied", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(Refusal, match=r"b\.csv cannot be written"), OutputFiles() as files:
        files.open(first).write("new")
        files.open(second).write("new")
        files.commit()
    left = {path.name: path.read_text() for path in tmp_path.iterdir()}
    assert left == ({} if old is None else {"a.csv": old, "b.csv": old})


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_text("old")
    target.chmod(0o640)
    with OutputFiles() as files:
        files.open(target).write("new")
        files.commit()
    assert (target.stat().st_mode & 0o777, target.read_text()) == (0o640, "new")
