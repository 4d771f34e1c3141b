"""Over all features: the reason of a figure, worked out again from what it tells, gives the figure."""

from decimal import Decimal, DivisionUndefined, InvalidOperation
from pathlib import Path

import pytest

from steps.features import find_features
from steps.results import CellResult, Told
from steps.runner import run_features

FEATURES = Path(__file__).parents[2] / "features"
CREDITED = "credited"  # rows that show a refund as what the account gets, with the sign turned
LESS = "less"  # a column that shows by how much a figure is below another


def test_every_reason_gives_its_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    checked, wrong = 0, []

    def settle(cell: CellResult, told: Told | None) -> None:
        nonlocal checked
        reasons, cell.because = cell.because, ()
        if len(reasons) != 1 or not reasons[0].rule.formula or cell.column == LESS:
            return
        try:
            shown = Decimal(cell.actual.replace(",", ""))
        except InvalidOperation:
            return
        try:
            again = reasons[0].recomputed()
        except DivisionUndefined:
            again = None
        assert again is not None
        checked += 1
        if CREDITED in cell.row:
            again = -again
        if not shown:
            again = max(Decimal(0), again)  # a row that shows what is paid on balance, or nothing
        if abs(again - shown) > Decimal(1).scaleb(int(shown.as_tuple().exponent)):
            wrong.append((reasons[0].rule.id, cell.row, cell.column, cell.actual, again))

    monkeypatch.setattr(CellResult, "settle", settle)
    run_features(find_features([FEATURES]))
    assert not wrong
    assert checked > 2000
