"""What the workbench knows of its folder while two threads look at it."""

from pathlib import Path
from typing import Any

from reports.workbench.folder import Folder
from tests.workbench.served import RIGHT


class Saved:
    """A counted file during whose look somebody saves another: that one is forgotten by another thread."""

    name = "Saved"

    def __init__(self, folder: Folder, stamp: Any) -> None:
        self.folder, self.stamp = folder, stamp

    @property
    def counts(self) -> dict[str, int]:
        self.folder.changed("two.feature")
        return {"passed": 1}


def test_a_file_saved_while_the_next_to_count_is_looked_for_does_not_end_the_counting(tmp_path: Path) -> None:
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.feature").write_text(RIGHT, encoding="utf-8")
    folder = Folder(tmp_path.resolve())
    assert [one["counts"] for one in folder.as_data()["files"]] == [None, None, None]
    known: dict[str, Any] = folder._known
    known["one.feature"] = Saved(folder, known["one.feature"].stamp)
    assert folder._next() == "three.feature"
