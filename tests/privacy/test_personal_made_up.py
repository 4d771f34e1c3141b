"""``ilrspec generate`` makes learners of a number and nothing else: nobody's name, number or address is in them."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from reports.cli import cli
from tests.privacy.personal import files_in, leaks
from tests.privacy.private_commands import APP, covers

MADE_UP = {
    "FamilyName": r"Madeup-\S.*",
    "NINumber": r"ZZ\d{6}[A-D]",
    "TelNo": r"01632960\d{3}",
    "Email": r"\S+@example\.org",
    "AddLine1": r"\d+ (Example Street|Specimen Road|Sample Lane|Invented Avenue|Nowhere Close)",
    "ULN": r"9\d{9}",
    "EmpId": r"9000\d{5}",
    "WorkPlaceEmpId": r"9000\d{5}",
}
"""What a number or name must look like to belong to nobody.

No NI number begins with ZZ; 01632 960 and example.org are kept for what is made up.
"""
KNOWN_PLACES = r"(ZZ99 9ZZ|[WAUY]X\d+ \d[A-Z]{2})"
"""Postcodes of the made-up reference data: no area of the country has one of these."""


@covers("generate", "--out")
@pytest.mark.parametrize("year", ["1718", "2021", "2425"])
def test_everybody_in_a_generated_file_is_made_up(year: str, room: Path) -> None:
    words = [
        "generate",
        "--learners",
        "60",
        "--year",
        year,
        "--seed",
        "5",
        "--errors",
        "20%",
        "--out",
        "out/made.xml",
    ]
    done = CliRunner().invoke(cli, words)
    assert done.exit_code == 0, done.output
    text = (room / "out" / "made.xml").read_text(encoding="utf-8")
    for name, pattern in MADE_UP.items():
        found = re.findall(rf"<{name}>([^<]*)<", text)
        assert found or name == "WorkPlaceEmpId"
        strange = [one for one in found if not re.fullmatch(pattern, one)]
        # Deliberate breaches are numbers with a wrong check digit, or none at all.
        assert all(name in ("ULN", "EmpId") for _ in strange), (name, strange)
    for postcode in re.findall(r"<(?:Postcode|PostcodePrior|LSDPostcode)>([^<]*)<", text):
        assert re.fullmatch(KNOWN_PLACES, postcode), postcode
    assert not leaks({"the screen": done.output.encode(), **files_in(room / "out")})


def test_what_lies_about_changes_nothing(room: Path) -> None:
    """The same seed gives the same bytes in an empty folder and beside the files of a provider."""
    made = []
    for number, folder in enumerate((room / "out", room)):
        words = ["generate", "--learners", "20", "--seed", "3", "--out", str(folder / f"made-{number}.xml")]
        assert CliRunner().invoke(cli, words).exit_code == 0
        made.append((folder / f"made-{number}.xml").read_bytes())
    assert made[0] == made[1]
    refused = CliRunner().invoke(cli, ["generate", "--learners", "20", "--out", APP])
    assert refused.exit_code == 2
    assert not leaks({"the screen": refused.output.encode()})
