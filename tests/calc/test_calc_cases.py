"""The command line against the published test cases, where they lie beside the repository."""

import csv
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import Result

CASES = Path(__file__).parents[3] / "shared" / "cases"
TOLERANCE = Decimal("0.005")

pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason=f"the test cases are not there: no folder {CASES}")

Calc = Callable[..., Result]

_JUDGED = """
    DAM002_MISSING DAM002_UNEXPECTED DAM013_COUNT DAM014_BANNED DAM023_ADVISED DAM023_WITH_BSI DAM_MIXED
    DAM_PROGRAMME_MISSING DP_JOB_NOT_REFLECTED EMPSTAT_NOT_11_12 FUNDMODEL_NOT_35 JO_AGE JO_DATES
    JO_DATE_NOT_FIRST_DAY JO_DATE_TOO_EARLY JO_DOUBLE_CLAIM JO_DUPLICATE JO_EVIDENCE_MISSING JO_NOT_ACHIEVED
    LSDPOSTCODE_NOT_WMCA MCA_ADJ1_BANNED SOF_NOT_112 WEX_AIM_NOT_PERMITTED WEX_HOURS
"""
JUDGED = frozenset(_JUDGED.split())
"""The codes whose presence and absence the cases decide; others are neither wanted nor wrong there."""


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def _amounts(path: Path) -> dict[tuple[str, ...], Decimal]:
    columns = ("UKPRN", "LearnRefNumber", "AimSeqNumber", "PriceEpisodeIdentifier", "Attribute", "Period")
    return {tuple(row.get(column, "") for column in columns): Decimal(row["Value"]) for row in _rows(path)}


def test_earnings_of_all_models_agree_with_the_published_calculation(calc: Calc, tmp_path: Path) -> None:
    folder = CASES / "2020-21"
    (file,) = folder.glob("ILR-*.xml")
    out = tmp_path / "e.csv"

    result = calc(file, "--reference", folder / "reference", "--out", out)

    assert result.exit_code == 0, result.output
    ours = _amounts(out)
    published = _amounts(folder / "expected_fm35.csv") | _amounts(folder / "expected_fm36.csv")
    differing = {
        key: (str(ours.get(key, 0)), str(published.get(key, 0)))
        for key in ours.keys() | published.keys()
        if abs(ours.get(key, Decimal(0)) - published.get(key, Decimal(0))) > TOLERANCE
    }
    assert differing == {}


def test_sector_findings_agree_with_the_guidance(calc: Calc, tmp_path: Path) -> None:
    folder = CASES / "sector"
    found: set[tuple[str, ...]] = set()
    columns = ("UKPRN", "LearnRefNumber", "AimSeqNumber", "Code", "Severity")
    files = sorted(folder.glob("ILR-*.xml"))
    for file in files:
        target = tmp_path / "f.csv"
        result = calc(file, "--reference", folder / "reference", "--findings", target)
        assert result.exit_code == 0, result.output
        found |= {tuple(row[column] for column in columns) for row in _rows(target) if row["Code"] in JUDGED}
    wanted, undecided = (
        {tuple(row[column] for column in columns) for row in _rows(folder / name)}
        for name in ("expected_findings.csv", "open_findings.csv")
    )

    assert len(files) == 3
    assert sorted(wanted - found) == []
    assert sorted(found - wanted - undecided) == []
