"""Small helpers for the tests of apprenticeship payments on the command line."""

import csv
from pathlib import Path

from click.testing import CliRunner, Result

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "fixtures" / "sample_apprenticeships"
R05, R06 = sorted(SAMPLE.glob("ILR-*.xml"))
REFERENCE = SAMPLE / "reference"
COMMITMENTS, LEVY, HISTORY = (SAMPLE / f"{name}.csv" for name in ("commitments", "levy", "history"))
BESIDE = ("--commitments", COMMITMENTS, "--levy", LEVY)

COMMITMENT_HEADINGS = (
    "CommitmentId,VersionId,ULN,UKPRN,Employer,ProgType,StdCode,FworkCode,Price,StartDate,EndDate,Status,"
    "EffectiveFrom,EffectiveTo,StopDate"
)
GOOD_COMMITMENT = "1,001,3200000103,,90001,25,901,,6000,2020-08-01,2021-08-02,active,,,"


def calc(*options: object) -> Result:
    """Run ``ilrspec calc`` with the reference data of the sample."""
    from reports.cli import cli

    given = [str(option) for option in options]
    extra = [] if "--reference" in given else ["--reference", str(REFERENCE)]
    return CliRunner().invoke(cli, ["calc", *given, *extra])


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def table(path: Path, *texts: str) -> Path:
    path.write_text("\n".join(texts) + "\n", encoding="utf-8", newline="\n")
    return path


def changed(source: Path, target: Path, *changes: tuple[str, str]) -> Path:
    """Write a copy of a file with texts in place of others."""
    text = source.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    target.write_text(text, encoding="utf-8", newline="\n")
    return target
