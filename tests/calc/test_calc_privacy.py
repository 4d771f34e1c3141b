"""What is found in a field that says who a learner is stays out of what ``ilrspec calc`` and ``explain`` tell."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from reports.cli import cli
from tests.privacy.personal import PERSONAL, leaks
from tests.privacy.private_commands import TABLES


def test_a_postcode_that_no_table_has_is_not_repeated(
    ilr: Callable[..., Path],
    learner: Callable[..., Any],
    reference: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    (reference / "disadvantage.csv").write_text(
        "Postcode,EffectiveFrom,EffectiveTo,Uplift\nWX1 1AA,2013-08-01,,1.1\n"
    )
    path = ilr([learner("L1", postcode_prior=PERSONAL["PostcodePrior"], given_names=PERSONAL["GivenNames"])])
    more = ["--reference", str(reference)]
    outputs = {}
    for end in TABLES:
        written = tmp_path / f"findings.{end}"
        done = CliRunner().invoke(cli, ["calc", str(path), *more, "--findings", str(written)])
        assert "PostcodePrior" in done.stdout, done.output
        outputs.update({end: done.output.encode(), written.name: written.read_bytes()})
    outputs["explain"] = (
        CliRunner().invoke(cli, ["explain", str(path), *more, "--learner", "L1"]).output.encode()
    )
    assert b"not shown" in outputs["explain"]
    assert not leaks(outputs)
