"""Steps that ask what was found in the records: refusals and warnings, by code, with field and clause."""

from collections.abc import Sequence

from engine.ledger import Finding
from steps import cells
from steps.compare import text_cells
from steps.earnings import AIM_COLUMN, aim_of
from steps.headings import LEARNER_COLUMN
from steps.problems import of_each
from steps.registry import step
from steps.results import CellResult
from steps.tables import Column, Record, RecordTable
from steps.world import World

FINDINGS_TABLE = RecordTable(
    (
        LEARNER_COLUMN,
        AIM_COLUMN,
        Column(
            "return", "return", cells.return_of_year, help="Return that is concerned, such as R10 of 2023/24."
        ),
        Column("code", "code", aliases=("finding", "rule"), help="Code of the finding.", required=True),
        Column("severity", "severity", help="error, warning or info."),
        Column("field", "field", help="ILR field that is concerned."),
        Column("found", "found", help="What the record holds."),
        Column("expected", "expected", help="What was expected."),
        Column("clause", "clause", help="Clause of the guidance."),
    )
)

_COMPARED = ("severity", "field", "found", "expected", "clause")


@step("the findings are:", table=FINDINGS_TABLE)
@step("this is found:", table=FINDINGS_TABLE)
def findings_are(world: World, rows: Sequence[Record]) -> None:
    """Compares findings; exactly the rows and columns shown are checked."""
    owners = of_each(lambda row: aim_of(world, row), rows)
    findings = world.ledger().findings
    for row, (draft, aim) in zip(rows, owners, strict=True):
        candidates = [
            one
            for one in findings
            if one.code.casefold() == str(row["code"]).casefold()
            and id(one) not in world.checked_findings
            and (draft is None or one.learn_ref_number == draft.learn_ref_number)
            and ("aim" not in row or one.aim_seq_number == aim)
            and ("return" not in row or one.returned_in == row["return"])
        ]
        label = str(row.get("aim") or row.get("learner") or "")
        line, _ = row.place("code")
        if not candidates:
            near = _others(findings, draft.learn_ref_number if draft else None)
            world.cells.append(
                CellResult(line, label, row.heading("code"), row["code"], f"not found{near}", False)
            )
            continue
        best = max(
            candidates, key=lambda one: sum(_says(one, name, row) for name in _COMPARED if name in row)
        )
        world.checked_findings.add(id(best))
        because = (best.because,)
        world.cells.append(
            CellResult(line, label, row.heading("code"), row["code"], best.code, True, because)
        )
        world.cells.extend(text_cells(row, label, _COMPARED, best, because))


def _says(finding: Finding, name: str, row: Record) -> bool:
    return str(getattr(finding, name)).casefold() == str(row[name]).casefold()


def _others(findings: Sequence[Finding], ref: str | None) -> str:
    codes = dict.fromkeys(one.code for one in findings if ref in (None, one.learn_ref_number))
    return f" (found: {', '.join(codes)})" if codes else " (nothing is found)"


def _none_of(world: World, what: str, findings: Sequence[Finding]) -> None:
    actual = "; ".join(
        f"{one.code} ({one.severity}{f', aim {one.aim_seq_number}' if one.aim_seq_number else ''}): "
        f"{one.field} {one.found or 'missing'}, expected {one.expected}"
        for one in findings
    )
    world.expect([CellResult(0, what, "", "nothing", actual or "nothing", not findings)])


@step("nothing is found")
@step("there are no findings")
def nothing_is_found(world: World) -> None:
    """There is neither an error nor a warning nor advice."""
    _none_of(world, "findings", world.ledger().findings)


@step("nothing else is found")
@step("there are no other findings")
def nothing_else_is_found(world: World) -> None:
    """There are no findings beside those checked above."""
    _none_of(
        world, "findings", [one for one in world.ledger().findings if id(one) not in world.checked_findings]
    )


@step("no errors are found")
def no_errors_are_found(world: World) -> None:
    """There is no finding of severity error; warnings and advice may be there."""
    _none_of(world, "errors", [one for one in world.ledger().findings if one.severity == "error"])


@step("{code:text} is not found")
def is_not_found(world: World, code: str) -> None:
    """There is no finding of that code."""
    _none_of(world, code, [one for one in world.ledger().findings if one.code.casefold() == code.casefold()])


@step("{code:text} is found")
def is_found(world: World, code: str) -> None:
    """There is a finding of that code."""
    found = [one for one in world.ledger().findings if one.code.casefold() == code.casefold()]
    world.checked_findings.update(id(one) for one in found)
    world.expect(
        [
            CellResult(
                0,
                "finding",
                "",
                code,
                found[0].code if found else f"not found{_others(world.ledger().findings, None)}",
                bool(found),
            )
        ]
    )


@step("the records are checked", compares=False)
@step("the ILR is returned", compares=False)
def records_are_checked(world: World) -> None:
    """Works out findings and earnings of every learner."""
    world.ledger()
