"""The persons of a store, and of a file that is not in it, worked out one after another."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reports.bootcamps.rows import BootcampStatement
from reports.calculation import chosen_switches, file_problems
from reports.garbage import few_collections
from reports.learner_count import LearnerCount
from reports.refusal import Refusal
from reports.returned.input import ReturnsInput, returns_input

if TYPE_CHECKING:
    from engine.programmes.bootcamps import Context
    from engine.returns.store import ReturnStore, StoredFile


@dataclass(frozen=True, slots=True)
class BootcampOrder:
    """What is asked for: a store, a file to be taken with it, or both, and by which rules."""

    file: Path | None
    store: Path | None
    reference: Path | None
    switches: tuple[tuple[str, str], ...]
    wave: str
    lenient: bool
    keep_findings: bool


@dataclass(frozen=True, slots=True)
class BootcampRun:
    """An order with its reference data and rules."""

    order: BootcampOrder
    given: ReturnsInput
    context: "Context"


def prepared(order: BootcampOrder) -> BootcampRun:
    """Read what an order needs. Raises Refusal for a wave, switch or reading that is not known."""
    from engine.parameters import ParameterError, published
    from engine.programmes.bootcamps import Context, rules_of

    given = returns_input(order.reference)
    context = Context(given.reference, published(), chosen_switches(order.switches), order.wave)
    if order.wave:
        try:
            rules_of(context.parameters, order.wave)
        except ParameterError as error:
            raise Refusal(f"--wave {order.wave}: {error}") from None
    return BootcampRun(order, given, context)


@contextmanager
def stores_of(run: BootcampRun) -> Iterator[list["ReturnStore"]]:
    """Open the stores of a run: the one named, and one in memory that holds the file. Raises Refusal."""
    from engine.ilr.problems import IlrFileError
    from engine.returns import ReturnCalendarError
    from engine.returns.problems import StoreError
    from engine.returns.store import ReturnStore

    order = run.order
    stores = []
    try:
        with ExitStack() as stack:
            if order.store is not None:
                stores.append(stack.enter_context(ReturnStore.open(order.store, create=False, write=False)))
            if order.file is not None:
                beside = stack.enter_context(ReturnStore.open())
                beside.import_file(order.file, run.given.calendar, lenient=order.lenient)
                stores.append(beside)
            yield stores
    except IlrFileError as error:
        raise Refusal(file_problems(order.file or Path(), error.problems)) from None
    except ReturnCalendarError as error:
        raise Refusal(f"{order.file}: {error} (table returns of {run.given.folder})") from None
    except StoreError as error:
        raise Refusal(str(error)) from None


def evaluated(
    run: BootcampRun, stores: list["ReturnStore"], part: int = 0, parts: int = 1
) -> BootcampStatement:
    """Work out every person, or every so-manieth. Raises Refusal when a rule has no parameters."""
    from engine.parameters import ParameterError
    from engine.programmes.bootcamps import evaluate
    from engine.returns.people import people

    statement = BootcampStatement(run.order.keep_findings)
    with LearnerCount() as count, few_collections():
        try:
            for person in people(stores, part, parts):
                statement.add(evaluate(person, run.context))
                count.next()
        except ParameterError as error:
            raise Refusal(f"the rules have no parameters for what was returned: {error}") from None
    return statement


def part_of(order: BootcampOrder, part: int, parts: int, files: list["StoredFile"]) -> BootcampStatement:
    """Work out a part of the persons in a process of its own, of the very files that the others see.

    Raises Refusal, also when the store has changed meanwhile.
    """
    from engine.returns.people import files_of

    run = prepared(order)
    with stores_of(run) as stores, ExitStack() as stack:
        for store in stores:
            stack.enter_context(store.reading())
        if files_of(stores) != files:
            raise Refusal(f"{order.store} was changed while it was read; start again")
        return evaluated(run, stores, part, parts)
