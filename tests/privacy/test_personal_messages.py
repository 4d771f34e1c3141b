"""What is wrong with a file is told by field, line and learner, with what would be right, without the value."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from reports.cli import cli
from tests.batch import cluster_kit
from tests.privacy.personal import PERSONAL, files_in, leaks
from tests.privacy.private_commands import APP, APPRENTICES, B23, BOOTCAMPS, FIRST, covers

ROOT = Path(__file__).parents[2]

# fmt: off
BROKEN = {
    "FamilyName": ("<FamilyName>Zqfamily", "<FamilyName>Zqfamily" + "x" * 200),
    "GivenNames": ("<GivenNames>Zqgiven", "<GivenNames>Zqgiven|"),
    "DateOfBirth": ("-06-27</DateOfBirth>", "-06-27T</DateOfBirth>"),
    "NINumber": ("<NINumber>ZZ987612A", "<NINumber>ZZ987612AZZ"),
    "PostcodePrior": ("<PostcodePrior>WX8 8ZQ", "<PostcodePrior>WX8 8ZQ-WX8 8ZQ"),
    "Postcode": ("<Postcode>WX9 9ZQ", "<Postcode>WX9 9ZQ|"),
    "AddLine1": ("<AddLine1>77 Zqstreet", "<AddLine1>77 Zqstreet" + "x" * 100),
    "AddLine2": ("<AddLine2>Zqtown", "<AddLine2>Zqtown\u0416"),
    "AddLine3": ("<AddLine3>Zqcounty", "<AddLine3>Zqcounty" + "x" * 100),
    "AddLine4": ("<AddLine4>Zqland", "<AddLine4>Zqland|"),
    "TelNo": ("<TelNo>07700900987", "<TelNo>07700900987 07700900987 07700900987"),
    "Email": ("<Email>zq@person.example", "<Email>zq@person.example" + "x" * 200),
}
"""A value that the field may not hold."""

BADLY_BUILT = {
    "a date the other way round": (r"<DateOfBirth>[^<]*", "<DateOfBirth>27/06/1995"),
    "a date that never was": (r"<DateOfBirth>[^<]*", "<DateOfBirth>1995-06-27-31"),
    "out of order": ("<FamilyName>Zqfamily</FamilyName>", ""),
    "twice": ("(<FamilyName>Zqfamily</FamilyName>)", r"\1\1"),
    "an attribute": ("<FamilyName>", '<FamilyName known="Zqgiven">'),
    "stray text": ("<FamilyName>", "Zqgiven <FamilyName>"),
    "not well formed": ("<FamilyName>Zqfamily<", "<FamilyName>Zqfamily & Zqgiven<"),
    "an entity": ("<FamilyName>Zqfamily<", "<FamilyName>&Zqfamily;<"),
    "a document type": ("^", '<!DOCTYPE Message [<!ENTITY who "Zqfamily">]>'),
    "an instruction": ("<FamilyName>", "<?who Zqfamily?><FamilyName>"),
    "a comment": ("<FamilyName>", "<!-- Zqfamily --><FamilyName>"),
    "in the place of an element": ("<FamilyName>Zqfamily</FamilyName>", "<FamilyName><b>Zqfamily</b></FamilyName>"),
    "in the wrong field": ("<Ethnicity>[^<]*", "<Ethnicity>"),
    "wrong encoding": ("<FamilyName>Zqfamily<", "<FamilyName>Zqfamily\udce9<"),
    "cut short": ("(?s)</FamilyName>.*", ""),
    "nothing closed": ("</FamilyName>", ""),
}
# fmt: on


@pytest.mark.parametrize("name", BROKEN)
def test_a_wrong_value_is_told_without_it(name: str, room: Path) -> None:
    before, after = BROKEN[name]
    text = (room / APP).read_text(encoding="utf-8")
    assert before in text
    changed = text.replace(before, after, 1)
    line = changed[: changed.index(after)].count("\n") + 1
    (room / APP).write_text(changed, encoding="utf-8")
    done = CliRunner().invoke(cli, ["calc", APP, *APPRENTICES])
    assert done.exit_code == 2
    (told,) = [one for one in done.stderr.splitlines() if f"/{name}" in one]
    assert told.startswith(f"{APP}:{line}: learner {FIRST}: Learner/{name} ") and "expected " in told, told
    lenient = CliRunner().invoke(cli, ["calc", APP, *APPRENTICES, "--lenient", "--findings", "out/f.csv"])
    assert lenient.exit_code == 0 and f"/{name}" in lenient.stderr
    batch = CliRunner().invoke(cli, ["calc", APP, "--into", "out/all", *APPRENTICES, "--workers", "1"])
    assert batch.exit_code == 1 and name in batch.output
    assert not leaks(
        {
            "strict": done.output.encode(),
            "lenient": lenient.output.encode(),
            "batch": batch.output.encode(),
            **files_in(room / "out"),
        }
    )


@pytest.mark.parametrize("lenient", [[], ["--lenient"]], ids=["strict", "lenient"])
@pytest.mark.parametrize("name", BADLY_BUILT)
def test_no_message_about_a_badly_built_file_repeats_what_is_personal(
    name: str, lenient: list[str], room: Path
) -> None:
    pattern, after = BADLY_BUILT[name]
    text = (room / APP).read_text(encoding="utf-8")
    changed = re.sub(pattern, after.replace("\udce9", "\ue0e9"), text, count=2)
    assert changed != text
    (room / APP).write_bytes(changed.encode().replace("\ue0e9".encode(), b"\xe9"))
    done = CliRunner().invoke(cli, ["calc", APP, *APPRENTICES, *lenient])
    assert done.exit_code in (0, 2)
    assert done.stderr or name in ("out of order", "an instruction", "a comment")
    assert not leaks({"the screen": done.output.encode()})


REFUSED: dict[str, list[str]] = {
    "capture": ["capture", APP, *APPRENTICES, "--learner", FIRST],
    "a learner who is not there": ["capture", APP, *APPRENTICES, "--learner", "NOBODY"],
    "explain": ["explain", APP, *APPRENTICES, "--learner", FIRST],
    "explain, not there": ["explain", APP, *APPRENTICES, "--learner", "Zq"],
    "impact": ["impact", APP, *APPRENTICES, "--after", "parameters", "--out", "out/i.csv"],
    "returns": ["returns", "import", B23, *BOOTCAMPS, "--store", "out/r.db"],
    "a store with it": ["calc", B23, *BOOTCAMPS, "--milestones", "out/m.csv"],
    "payments": ["calc", APP, *APPRENTICES, "--commitments", "commitments.csv"],
    "many files": ["calc", APP, B23, "--into", "out/all", *APPRENTICES, "--workers", "1", "--as", "csv"],
}


@covers("capture", "--lenient")
@covers("explain", "--lenient")
@covers("impact", "--lenient")
@pytest.mark.parametrize("lenient", [[], ["--lenient"]], ids=["strict", "lenient"])
@pytest.mark.parametrize("name", REFUSED)
def test_no_command_repeats_what_is_personal_when_it_refuses(
    name: str, lenient: list[str], room: Path
) -> None:
    for file in (APP, B23):
        text = (room / file).read_text(encoding="utf-8")
        for before, after in BROKEN.values():
            text = text.replace(before, after, 1)
        (room / file).write_text(text, encoding="utf-8")
    if name == "returns" and lenient:
        pytest.skip("a store takes whole files only")
    done = CliRunner().invoke(cli, [*REFUSED[name], *lenient])
    assert done.exit_code in (0, 1, 2) and done.output
    assert lenient or done.exit_code in (1, 2)
    written = {
        place: content for place, content in files_in(room / "out").items() if not place.startswith("r.db")
    }
    assert not leaks({"the screen": done.output.encode(), **written})


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Let a rule that every learner meets fail with an error that repeats who they are."""

    def fail() -> None:
        def broken(*_: object) -> None:
            raise KeyError("Zqfamily, 1990-06-27")

        monkeypatch.setattr("engine.programmes.identity.uln_is_valid", broken)

    monkeypatch.setenv("ILRSPEC_DEBUG", "")
    return fail


UNFORESEEN: dict[str, list[str]] = {
    "calc": ["calc", APP, *APPRENTICES],
    "calc --into": ["calc", APP, "--into", "out/all", *APPRENTICES, "--workers", "1"],
    "explain": ["explain", APP, *APPRENTICES, "--learner", FIRST],
    "impact": ["impact", APP, *APPRENTICES, "--after", "parameters"],
    "capture": ["capture", APP, *APPRENTICES, "--learner", FIRST],
}


@pytest.mark.parametrize("name", UNFORESEEN)
def test_an_error_that_nobody_foresaw_repeats_nothing(
    name: str, room: Path, failing: Callable[[], None]
) -> None:
    failing()
    done = CliRunner().invoke(cli, UNFORESEEN[name])
    assert done.exit_code in (1, 2) and "KeyError" in done.output, done.output
    assert not leaks({"the screen": done.output.encode(), **files_in(room / "out")})


@pytest.fixture
def path_of_failing(room: Path) -> str:
    """Where Python looks for modules, with one that lets the rules fail in every process that begins."""
    (room / "sitecustomize.py").write_text(
        "import engine.programmes.identity as one\n"
        "def broken(number):\n    raise KeyError('Zqfamily, 1990-06-27')\n"
        "one.uln_is_valid = broken\n",
        encoding="utf-8",
    )
    return f"{room}{os.pathsep}{ROOT}"


@pytest.mark.long
def test_a_process_that_fails_repeats_nothing(room: Path, path_of_failing: str) -> None:
    """The rules fail in the processes of a run, whose errors travel with their traceback."""
    command = [sys.executable, "-m", "reports.cli", "calc", APP, B23, "--into", "out/all", *APPRENTICES]
    done = subprocess.run(
        [*command, "--workers", "2"],
        env={**os.environ, "PYTHONPATH": path_of_failing},
        capture_output=True,
        text=True,
    )
    assert done.returncode in (1, 2) and "KeyError" in done.stderr + done.stdout
    assert not leaks({"the screen": (done.stdout + done.stderr).encode(), **files_in(room / "out")})


@pytest.mark.long
@cluster_kit.needs_dask
def test_a_worker_of_a_cluster_that_fails_logs_nothing(
    room: Path, path_of_failing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster_kit, "ROOT", path_of_failing)
    with cluster_kit.a_cluster(room / "logs") as cluster:
        cluster.worker()
        words = ["calc", APP, "--into", "out/all", *APPRENTICES, "--cluster", cluster.address]
        done = CliRunner().invoke(cli, words)
    assert done.exit_code == 1 and "KeyError" in done.output, done.output
    logs = files_in(room / "logs")
    assert b"Registered to" in logs["worker-0.log"]
    assert not leaks({"the screen": done.output.encode(), **logs, **files_in(room / "out")})


def test_the_broken_fields_are_all_that_is_personal() -> None:
    """But for the postcode at the start, which belongs to the aim, and the provider's own notes."""
    assert {*BROKEN, "LSDPostcode", "ProvSpecLearnMon"} == {*PERSONAL, "DateOfBirth"}
