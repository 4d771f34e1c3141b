"""Steps that ask how destinations count in returns, and which learners are left out of the export."""

from collections.abc import Sequence
from typing import Any

from engine.calendar import Return
from engine.ilr.records import DPOutcome, LearnerDestinationandProgression, ProviderSpecDeliveryMonitoring
from engine.programmes.bootcamps import DestinationRow, evaluate
from steps.bootcamps import context
from steps.compare import text_cells, value_cell
from steps.headings import LEARNER_COLUMN
from steps.milestones import PROVIDER_COLUMN, RETURN_COLUMN, label_of, learner_of
from steps.problems import StepError, of_each
from steps.registry import step
from steps.results import CellResult
from steps.returns import aim_name, evaluation, story, told_return
from steps.tables import Column, Record, RecordTable, plain
from steps.world import World

_CATEGORIES = (
    Column("national category", "national_category", help="Positive or Negative."),
    Column("WMCA category", "wmca_category", help="Positive, Neutral or Negative; '-' without a measure."),
    Column("headline category", "headline_category", help="The authority's, or the national one without it."),
    Column("finding", "finding", help="DEST_CODE_NA, DEST_MISMATCH or '-'."),
)
DESTINATION_ROWS = RecordTable((
    LEARNER_COLUMN,
    PROVIDER_COLUMN,
    Column("aim", "aim", help="Name of the bootcamp."),
    RETURN_COLUMN,
    Column("code", "destination_code", help="Destination code.", required=True),
    *_CATEGORIES,
))  # fmt: skip
MATRIX = RecordTable((
    Column("code", "destination_code", help="Destination code on the bootcamp.", required=True),
    Column("destination", "outcome", help="Destination record, such as EMP 1; '-' for none."),
    *_CATEGORIES,
    Column("meaning", "meaning", help="What it stands for, for the reader; nothing compares it."),
))  # fmt: skip


@step("the destinations are:", table=DESTINATION_ROWS)
@step("the destination is:", table=DESTINATION_ROWS)
def destinations_are(world: World, rows: Sequence[Record]) -> None:
    """Compares the destinations of ended bootcamps, each in the last return that holds the bootcamp."""
    learners = of_each(lambda row: learner_of(world, row), rows)
    left = list(evaluation(world).destinations)
    for row, who in zip(rows, learners, strict=True):
        fitting = [
            one
            for one in left
            if who in (None, one.learn_ref_number)
            and row.get("ukprn", one.ukprn) == one.ukprn
            and (
                row.get("aim") is None
                or plain(aim_name(world, one.ukprn, one.learn_ref_number, one.aim_seq_number))
                == plain(row["aim"])
            )
        ]
        if not fitting:
            at, _ = row.place("destination_code")
            world.cells.append(
                CellResult(at, label_of(row), "code", row["destination_code"], "no destination", False)
            )
            continue
        left.remove(fitting[0])
        _compare_destination(world, row, fitting[0], label_of(row))
    told = "; ".join(f"{one.learn_ref_number} {one.destination_code}" for one in left)
    world.expect([CellResult(0, "destinations", "", "nothing more", told or "nothing more", not left)])


@step("there is no destination")
def no_destination(world: World) -> None:
    """No ended bootcamp has a destination code."""
    told = "; ".join(one.destination_code for one in evaluation(world).destinations)
    world.expect([CellResult(0, "destinations", "", "nothing", told or "nothing", not told)])


@step("its destination would count as:", table=MATRIX)
def matrix(world: World, rows: Sequence[Record]) -> None:
    """Compares how the ended bootcamp would count with each of these codes and destination records."""
    returned = story(world).returned
    if len(returned) != 1 or len(returned[0].learner.learning_delivery) != 1:
        raise StepError("return one learner with one ended bootcamp first")
    template = returned[0]
    (aim,) = template.learner.learning_delivery
    records = of_each(lambda row: _destination_record(template.learner, aim.learn_act_end_date, row), rows)
    world.before_rules()
    for row, record in zip(rows, records, strict=True):
        code = row["destination_code"]
        box = ProviderSpecDeliveryMonitoring(prov_spec_del_mon_occur="A", prov_spec_del_mon=code)
        coded = aim.model_copy(update={"provider_spec_delivery_monitoring": (box,)})
        learner = template.learner.model_copy(update={"learning_delivery": (coded,)})
        changed = type(template)(
            template.ukprn, template.returned_in, template.closes, template.file_date, learner, record
        )
        found = world.told(evaluate([changed], context(world))).destinations
        if not found:
            raise StepError("the bootcamp has not ended", row.line)
        _compare_destination(world, row, found[0], code)


def _destination_record(learner: Any, ended: Any, row: Record) -> LearnerDestinationandProgression | None:
    if row.get("outcome") is None:
        return None
    kind, _, number = row["outcome"].partition(" ")
    if not number.isdigit():
        raise StepError(
            f"'{row['outcome']}' is not a destination: write it like EMP 1", *row.place("outcome")
        )
    outcome = DPOutcome(out_type=kind, out_code=int(number), out_start_date=ended, out_coll_date=ended)
    return LearnerDestinationandProgression(
        learn_ref_number=learner.learn_ref_number, uln=learner.uln, dp_outcome=(outcome,)
    )


_COMPARED = ("destination_code", "national_category", "wmca_category", "headline_category", "finding")


def _compare_destination(world: World, row: Record, actual: DestinationRow, label: str) -> None:
    world.cells.extend(text_cells(row, label, _COMPARED, actual))
    if row.get("return") is not None:
        at, _ = row.place("return")
        expected, got = told_return(row["return"]), told_return(actual.returned_in)
        world.cells.append(value_cell(line=at, row=label, column="return", expected=expected, actual=got))


@step("{learner:text} is left out of the export of {one:return_of_year}")
def left_out(world: World, learner: str, one: Return) -> None:
    """The learner is not in the exported file of a return."""
    _export(world, learner, one, expected=True)


@step("{learner:text} is in the export of {one:return_of_year}")
def in_export(world: World, learner: str, one: Return) -> None:
    """The learner is in the exported file of a return."""
    _export(world, learner, one, expected=False)


def _export(world: World, learner: str, one: Return, *, expected: bool) -> None:
    draft = world.learner(None if plain(learner) == "the learner" else learner)
    if not any(
        returned.returned_in == one and returned.learner.learn_ref_number in ("", draft.learn_ref_number)
        for returned in story(world).returned
    ):
        raise StepError(f"{draft.name} is not among the records of {told_return(one)}")
    found = [
        finding
        for finding in world.ledger().findings
        if finding.code == "DONT_EXPORT"
        and finding.returned_in == one
        and finding.learn_ref_number in ("", draft.learn_ref_number)
    ]
    world.checked_findings.update(id(finding) for finding in found)
    words = {True: "left out of the export", False: "in the export"}
    got = f"{words[bool(found)]}{f' ({found[0].found})' if found else ''}"
    world.expect([CellResult(0, draft.name, told_return(one), words[expected], got, bool(found) == expected)])
