"""The records of stores person by person, whatever the number of persons held in memory one at a time.

Persons come in the order of their first provider and learner reference and their records in the order of the
returns, so that nothing depends on the order in which files were imported.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import islice

from engine.ilr.records import Learner
from engine.programmes.bootcamps.person import Persons
from engine.returns.history import Returned, in_order
from engine.returns.packing import unpacked
from engine.returns.problems import StoreError
from engine.returns.store import ReturnStore, StoredFile, returned_of


def people(stores: Sequence[ReturnStore], part: int = 0, parts: int = 1) -> Iterator[list[Returned]]:
    """Return each person's records of all stores together; with ``parts``, only every so-manieth person's.

    A file of a later store takes the place of that provider's file of the same return in an earlier one. Raises
    StoreError.
    """
    with ExitStack() as stack:
        for store in stores:
            stack.enter_context(store.reading())
        held = _counting(stores)
        for learners in islice(_groups(stores, held), part, None, parts):
            yield in_order(_records(stores, held, learners))


def files_of(stores: Sequence[ReturnStore]) -> list[StoredFile]:
    """Return the files that count of all stores together, in the order of their returns. Raises StoreError."""
    held = [file for files in _counting(stores) for file in files.values()]
    return sorted(held, key=lambda one: (one.closes, one.returned_in, one.ukprn))


def _counting(stores: Sequence[ReturnStore]) -> list[dict[int, StoredFile]]:
    """Return the files that count of each store, by number."""
    counting: list[dict[int, StoredFile]] = []
    taken: set[tuple[object, ...]] = set()
    for store in reversed(stores):
        files = {one.number: one for one in store.files() if (one.ukprn, one.returned_in) not in taken}
        taken.update((one.ukprn, one.returned_in) for one in files.values())
        counting.insert(0, files)
    return counting


def _groups(
    stores: Sequence[ReturnStore], held: Sequence[dict[int, StoredFile]]
) -> Iterator[list[tuple[int, str]]]:
    """Return the learners, by provider and reference, of one person after another."""
    known = Persons()
    learners: set[tuple[int, str]] = set()
    before: tuple[int, str, int] | None = None
    for store, files in zip(stores, held, strict=True):
        for number, ref, uln in store.identities():
            file = files.get(number)
            if file is None:
                continue
            key = (file.ukprn, ref, uln)
            if key != before:
                known.add(*key)
                learners.add(key[:2])
                before = key
    groups: dict[int, list[tuple[int, str]]] = {}
    for learner in sorted(learners):
        groups.setdefault(known.person_of(*learner), []).append(learner)
    yield from groups.values()


def _records(
    stores: Sequence[ReturnStore], held: Sequence[dict[int, StoredFile]], learners: Sequence[tuple[int, str]]
) -> Iterator[Returned]:
    # Most returns repeat the record of the return before, which need not be read again.
    read: dict[bytes, Learner] = {}
    for ukprn, ref in learners:
        for store, files in zip(stores, held, strict=True):
            for file, record, destination in store.records(ukprn, ref):
                if file not in files:
                    continue
                try:
                    learner = read.get(record)
                    if learner is None:
                        learner = read[record] = unpacked(Learner, record)
                    returned = returned_of(files[file], learner, destination)
                except ValueError:
                    raise StoreError(
                        f"{store.name} is damaged: the record of learner {ref} from {files[file].name} cannot be read; "
                        "import the returns into a new store."
                    ) from None
                yield returned
