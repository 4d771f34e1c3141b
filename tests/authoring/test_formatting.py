"""``ilrspec fmt``: tables in line, figures to the right, everything else and all meaning kept; twice is once."""

import codecs
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from reports.authoring.formatting import formatted, in_utf_8
from reports.cli import cli
from steps.feature_text import escaped, feature_text, read_feature_text
from steps.features import Feature, find_features, parse_feature
from steps.problems import Unreadable

ROOT = Path(__file__).resolve().parents[2]
HERE = Path("some.feature")
EVERY = [selection.path for selection in find_features([ROOT / "features"])]

UNTIDY = """\
# language: en
   @adult-skills    @slow # both matter
Feature:   What is paid
Some words
   - and a list

 # about the background
  Background:
   Given   the funding  year is 2021/22

  @one
  @two
    Scenario Outline:  A  <name>
  Given these aims:
  | aim|start|share|
|A\t| <start> |  10.00|
      # between rows
     |Long name | 01/08/2021 | 1,000.00 | # behind

      Examples:  the first
     |name|start|
   |x \\| y|01/08/2021|
  Rule:   another
    Scenario: quoted
     Given a text:
     \"\"\"
  as | it
       stands
     \"\"\"
"""
TIDY = """\
# language: en
@adult-skills @slow # both matter
Feature: What is paid
  Some words
     - and a list

  # about the background
  Background:
    Given the funding year is 2021/22

  @one
  @two
  Scenario Outline: A  <name>
    Given these aims:
      | aim       | start      |    share |
      | A         | <start>    |    10.00 |
      # between rows
      | Long name | 01/08/2021 | 1,000.00 | # behind

    Examples: the first
      | name   | start      |
      | x \\| y | 01/08/2021 |
  Rule: another
    Scenario: quoted
      Given a text:
     \"\"\"
  as | it
       stands
     \"\"\"
"""


def set_out(text: str) -> str:
    return formatted(feature_text(text.encode("utf-8"), HERE)).text


def meaning(feature: Feature) -> object:
    """Return all that a run sees of a feature but the columns of its cells."""
    return (
        feature.name,
        " ".join(feature.description.split()),
        feature.tags,
        [
            (
                scenario.name,
                scenario.line,
                scenario.tags,
                " ".join(scenario.description.split()),
                scenario.rule,
                [
                    (step.keyword, " ".join(step.text.split()), [(row.line, row.cells) for row in step.table])
                    for step in scenario.steps
                ],
            )
            for scenario in feature.scenarios
        ],
    )


def test_an_untidy_feature_is_set_out() -> None:
    assert set_out(UNTIDY) == TIDY
    assert set_out(TIDY) == TIDY


@pytest.mark.long
@pytest.mark.parametrize("path", EVERY, ids=[path.stem for path in EVERY])
def test_every_feature_means_the_same_and_is_set_out_once(path: Path) -> None:
    text = read_feature_text(path)
    once = formatted(text)
    assert meaning(parse_feature(once.text, path)) == meaning(parse_feature(text.text, path))
    assert formatted(once) == once


BLANKS = st.text(" \t\u00a0", max_size=3)
WORDS = st.text(st.characters(whitelist_categories=["L", "N", "P", "S"]), min_size=1, max_size=8).filter(
    lambda word: word[0] not in '|#@<"`*' and not word.endswith(":") and "<" not in word
)
CELLS = st.one_of(
    st.just(""),
    st.text(st.characters(whitelist_categories=["L", "N", "P", "S", "Zs"]), max_size=8).map(escaped),
    st.decimals(0, 99999, places=2).map(lambda amount: f"{amount:,}"),
)


@st.composite
def features(draw: st.DrawFn) -> str:
    """Draw a feature with uneven blanks, comments, tags, empty lines and tables."""
    lines = [f"{draw(BLANKS)}Feature:{draw(BLANKS)}{draw(WORDS)}"]
    for number in range(draw(st.integers(1, 2))):
        if draw(st.booleans()):
            lines.append(f"{draw(BLANKS)}# {draw(WORDS)}")
        lines += [""] * draw(st.integers(0, 2))
        if draw(st.booleans()):
            lines.append(f"{draw(BLANKS)}@one{draw(BLANKS)} @t{number}")
        lines.append(f"{draw(BLANKS)}Scenario:{draw(BLANKS)}{draw(WORDS)} {number}")
        for _ in range(draw(st.integers(1, 2))):
            lines.append(f"{draw(BLANKS)}Given{draw(st.sampled_from([' ', '  ']))}{draw(WORDS)}")
            width = draw(st.integers(1, 3))
            for _ in range(draw(st.integers(0, 3))):
                cells = [draw(BLANKS) + draw(CELLS) + draw(BLANKS) for _ in range(width)]
                lines.append(f"{draw(BLANKS)}|{'|'.join(cells)}|{draw(BLANKS)}")
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return end.join(lines) + draw(st.sampled_from(["", end]))


@given(features())
def test_any_feature_means_the_same_and_is_set_out_once(text: str) -> None:
    try:
        before = parse_feature(text, HERE)
    except Unreadable:
        return
    once = set_out(text)
    assert meaning(parse_feature(once, HERE)) == meaning(before)
    assert set_out(once) == once
    assert ("\r\n" in once) == ("\r\n" in text) or not once.count("\n")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (codecs.BOM_UTF8 + b"Feature: x\r\n", codecs.BOM_UTF8 + b"Feature:  x\r\n"),
        ("Feature: £5 more\n".encode("cp1252"), "Feature:  £5 more\n".encode("cp1252")),
        ("Feature: x\r\n".encode("utf-16"), "Feature:  x\r\n".encode("utf-16")),
    ],
)
def test_encoding_mark_and_line_ends_stay(content: bytes, expected: bytes) -> None:
    assert formatted(feature_text(expected, HERE)).content == content
    converted = in_utf_8(feature_text(content, HERE))
    assert not converted.mark and b"\r" not in converted.content
    assert converted.content.decode("utf-8").startswith("Feature: ")


def run(*arguments: object, told: bytes | None = None) -> Result:
    return CliRunner().invoke(cli, ["fmt", *map(str, arguments)], input=told)


def test_the_command_sets_out_a_folder_and_leaves_what_is_no_feature(tmp_path: Path) -> None:
    good, bad, done = (tmp_path / f"{name}.feature" for name in ("good", "bad", "done"))
    good.write_bytes(UNTIDY.encode().replace(b"\n", b"\r\n"))
    bad.write_text("Feature: x\n  Scenario: y\n    Given z\n  oh no\n", encoding="utf-8")
    done.write_text(TIDY, encoding="utf-8")
    before = bad.read_bytes()
    checked = run("--check", tmp_path)
    assert checked.exit_code == 2
    assert good.read_bytes() == UNTIDY.encode().replace(b"\n", b"\r\n")
    result = run(tmp_path)
    assert result.exit_code == 2
    assert good.read_bytes() == TIDY.encode().replace(b"\n", b"\r\n")
    assert bad.read_bytes() == before
    assert "1 of 3 files was set out anew." in result.output
    assert re.search(r"bad\.feature:4:\d+: this line is not understood here", result.output)
    assert "1 file with line ends of Windows: kept so; --utf8 converts to plain UTF-8." in result.output
    bad.unlink()
    assert run("--check", tmp_path).exit_code == 0
    assert run("--utf8", tmp_path).exit_code == 0
    assert good.read_bytes() == TIDY.encode()


def test_check_and_diff_change_nothing_and_tell(tmp_path: Path) -> None:
    file = tmp_path / "one.feature"
    file.write_text(UNTIDY, encoding="utf-8")
    checked = run("--check", file)
    assert checked.exit_code == 1
    assert "1 of 1 file would be set out anew." in checked.output
    shown = run("--diff", file)
    assert shown.exit_code == 1
    assert "\n-  | aim|start|share|\n" in shown.output
    assert "\n+      | aim       | start      |    share |\n" in shown.output
    assert file.read_text(encoding="utf-8") == UNTIDY


def test_an_editor_can_pipe_a_feature_through() -> None:
    assert run("-", told=UNTIDY.encode()).stdout == TIDY
    refused = run("-", told=b"Scenario: x\n")
    assert refused.exit_code == 2
    assert refused.stdout == ""
    assert "a feature begins with 'Feature:'" in refused.stderr


def test_what_is_no_letter_is_not_converted(tmp_path: Path) -> None:
    file = tmp_path / "one.feature"
    file.write_bytes(b"Feature: x\n# \x81 \xa3\n")
    result = run("--utf8", file)
    assert result.exit_code == 2
    assert "one.feature:2: a sign here is no letter of Windows 1252" in result.stderr
    assert file.read_bytes() == b"Feature: x\n# \x81 \xa3\n"


def test_the_features_of_the_product_are_set_out() -> None:
    result = run("--check", ROOT / "features")
    assert (result.exit_code, result.output) == (0, f"{len(EVERY)} files set out already.\n")
