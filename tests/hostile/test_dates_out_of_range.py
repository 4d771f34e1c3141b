"""Days at the edges of the calendar, such as 9999-12-31 for one that is not known: worked out like any other."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from reports.cli import cli

FIXTURES = Path(__file__).parents[2] / "fixtures"
FILES = {
    "sample_apprenticeships": "ILR-10000301-2021-20210105-120000-01.xml",
    "sample_provider": "ILR-10000201-2324-20241014-120000-01.xml",
}
DATES = (
    "LearnStartDate",
    "LearnPlanEndDate",
    "LearnActEndDate",
    "DateOfBirth",
    "DateEmpStatApp",
    "LearnDelFAMDateTo",
)


@pytest.mark.long
@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
@pytest.mark.parametrize("sample", FILES)
def test_every_date_at_the_edge(sample: str, day: str, tmp_path: Path) -> None:
    text = (FIXTURES / sample / FILES[sample]).read_text(encoding="utf-8")
    file = tmp_path / "ILR.xml"
    more = ["--milestones", str(tmp_path / "m.csv")] if sample == "sample_provider" else []
    for name in DATES:
        file.write_text(re.sub(rf"<{name}>[^<]*<", f"<{name}>{day}<", text), encoding="utf-8")
        reference = str(FIXTURES / sample / "reference")
        done = CliRunner().invoke(cli, ["calc", str(file), "--lenient", "--reference", reference, *more])
        assert "something went wrong" not in done.output, (name, done.output[-300:])
        assert done.exit_code in (0, 2)
