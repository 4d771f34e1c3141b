"""The published bootcamp returns, imported and worked out by the command line, give what is expected of them."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from returns_kit import ROOT, rows

from reports.cli import cli

CASES = ROOT.parent / "shared" / "cases" / "bootcamps"

pytestmark = pytest.mark.skipif(
    not CASES.is_dir(), reason="the published bootcamp cases are not beside the project"
)


def test_every_milestone_no_pay_line_and_destination(tmp_path: Path) -> None:
    given = ["--store", str(tmp_path / "cases.store"), "--reference", str(CASES / "reference")]
    files = [str(path) for path in sorted(CASES.glob("ILR-*.xml"), reverse=True)]
    told = CliRunner().invoke(cli, ["returns", "import", *files, *given])
    assert told.exit_code == 0, told.output
    targets = [f"--{name}={tmp_path / name}.csv" for name in ("milestones", "no-pay", "destinations")]
    told = CliRunner().invoke(cli, ["calc", *given, *targets])
    assert told.exit_code == 0, told.output
    assert rows(tmp_path / "milestones.csv") == rows(CASES / "expected_milestones.csv")
    assert sorted(rows(tmp_path / "destinations.csv")) == sorted(rows(CASES / "expected_destinations.csv"))
    undecided = rows(CASES / "open_no_pay.csv")[1:]
    no_pay = [row for row in rows(tmp_path / "no-pay.csv") if row not in undecided]
    assert no_pay == rows(CASES / "expected_no_pay.csv")
