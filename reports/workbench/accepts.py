"""Accepting computed figures by a click: which of the changes on offer the click meant, and the text with them."""

from collections.abc import Mapping
from typing import Any

from steps.feature_text import CellEdit, FeatureText


def accept(text: FeatureText, scope: Mapping[str, Any]) -> dict[str, Any]:
    """Return the text with the computed figures of a cell, a step or a scenario, and what changed.

    ``scope`` has the ``line`` of the scenario; ``lines``, the first and last line of a step; ``cell``, a line and a
    cell's place in it; ``example``, the line of the row of examples that the page shows. ``refused`` of the answer is
    a sentence where nothing may be accepted. Raises Unreadable for a feature that cannot be read.
    """
    from reports.authoring.accepting import accepted, proposals

    example = int(scope.get("example") or 0)
    offers = proposals(text, example or int(scope["line"]))
    changes = [change for offer in offers for change in offer.changes if _meant(change, scope, example)]
    refused = next((offer.refused for offer in offers if offer.refused), "")
    if not changes:
        return {"refused": refused or "this figure agrees by now; run the feature again to see it"}
    return {
        "refused": "",
        "text": accepted(text, changes),
        "changes": [
            {"line": change.edit.line, "row": change.row, "column": change.column}
            | {"old": change.old, "new": change.new}
            for change in changes
        ],
    }


def _meant(change: Any, scope: Mapping[str, Any], example: int) -> bool:
    edit = change.edit
    if scope.get("cell"):
        line, cell = scope["cell"]
        in_place = isinstance(edit, CellEdit) and (edit.line, edit.cell) == (line, cell)
        told = scope.get("expected")
        return in_place or (bool(example) and edit.line == example and change.old.strip() == told)
    if scope.get("lines"):
        first, last = scope["lines"]
        return first <= edit.line <= last or (bool(example) and edit.line == example)
    return True
