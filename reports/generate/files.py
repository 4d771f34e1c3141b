"""Writing made-up ILR files: where they go, and one learner after another, however many there are."""

import shutil
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from engine.calendar import FundingYear
from reports.generate.chances import Chances
from reports.generate.document import PACKAGE, Document
from reports.generate.faults import spoil
from reports.generate.mix import PROGRAMMES
from reports.generate.scene import Scene
from reports.learner_count import LearnerCount
from reports.output_files import OutputFiles
from reports.refusal import Refusal

WHOLE = 1_000_000
_LAST_UKPRN = 99_999_999


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for. ``errors`` is the share of learners with a breach, in millionths."""

    learners: int
    year: FundingYear
    seed: int
    ukprn: int
    mix: dict[str, int]
    files: int
    out: Path | None
    errors: int


@dataclass(slots=True)
class Written:
    """What was written: the files, learners and aims by programme, breaches by code."""

    paths: list[Path]
    learners: Counter[str] = field(default_factory=Counter)
    aims: Counter[str] = field(default_factory=Counter)
    breaches: Counter[str] = field(default_factory=Counter)


def generate(order: Order) -> Written:
    """Write the files, all or none. Raises Refusal when they cannot be written or would replace a real one."""
    if order.learners < order.files:
        raise Refusal(f"--files: {order.files} files need at least as many learners, not {order.learners}")
    if order.ukprn + order.files - 1 > _LAST_UKPRN:
        raise Refusal(f"--files: the providers would be numbered beyond {_LAST_UKPRN}; take a lower --ukprn")
    written = Written(_paths(order))
    document = Document(order.year.code)
    next_number = 1
    try:
        with OutputFiles() as files, LearnerCount() as count:
            scratch = Path(files.folder())
            for place, path in enumerate(written.paths):
                learners = order.learners // order.files + (place < order.learners % order.files)
                # Each file has draws of its own: its learners do not depend on how many the others have.
                scene = Scene(order.year, order.ukprn + place, Chances(order.seed | place << 64))
                stream = files.open(path)
                behind = scratch / f"{place}.xml"
                with behind.open("w+", encoding="utf-8", newline="") as destinations:
                    numbers = range(next_number, next_number + learners)
                    _write(document, scene, order, numbers, stream, destinations, written, count)
                behind.unlink()
                next_number += learners
            files.commit()
    except OSError as error:
        raise Refusal(
            f"{error.filename or written.paths[0]}: {error.strerror or error}; nothing was written"
        ) from None
    return written


def _write(
    document: Document,
    scene: Scene,
    order: Order,
    numbers: range,
    stream: TextIO,
    destinations: TextIO,
    written: Written,
    count: LearnerCount,
) -> None:
    """Write one file. Destinations stand behind all learners, so they wait on disk."""
    stream.write(document.opening(_header(scene), scene.ukprn))
    names = list(order.mix)
    lots = [name for name in names for _ in range(order.mix[name])]
    has_destinations = document.has("LearnerDestinationandProgression")
    for place, number in enumerate(numbers):
        # One of each first, so that even a small file has every programme.
        name = names[place] if place < len(names) else scene.chance.pick(lots)
        learner, went = PROGRAMMES[name].make(scene, number)
        if order.errors and scene.chance.below(WHOLE) < order.errors:
            code = spoil(scene, name, learner)
            if code is not None:
                written.breaches[code] += 1
        stream.write(document.text("Learner", learner))
        if went and has_destinations:
            record = {"LearnRefNumber": learner["LearnRefNumber"], "ULN": learner["ULN"], "DPOutcome": went}
            destinations.write(document.text("LearnerDestinationandProgression", record))
        written.learners[name] += 1
        written.aims[name] += len(learner["LearningDelivery"])
        count.next()
    destinations.seek(0)
    shutil.copyfileobj(destinations, stream)
    stream.write(document.closing())


def _header(scene: Scene) -> dict[str, object]:
    return {
        "CollectionDetails": {
            "Collection": "ILR",
            "Year": scene.year.code,
            "FilePreparationDate": scene.prepared,
        },
        "Source": {
            "ProtectiveMarking": "OFFICIAL-SENSITIVE-Personal",
            "UKPRN": scene.ukprn,
            "SoftwareSupplier": "ilrspec",
            "SoftwarePackage": PACKAGE,
            "SerialNo": "01",
            "DateTime": f"{scene.prepared}T12:00:00",
        },
    }


def _paths(order: Order) -> list[Path]:
    """Return where the files go. A single file may be named; otherwise it is named as the ILR's rules say."""
    out = order.out
    if order.files == 1 and out is not None and out.suffix.lower() == ".xml" and not out.is_dir():
        paths = [out]
    else:
        folder = Path() if out is None else out
        if folder.suffix.lower() == ".xml" and not folder.is_dir():
            raise Refusal(f"--out: {order.files} files need a folder, and {folder} is the name of a file")
        paths = [folder / _name(order.year, order.ukprn + place) for place in range(order.files)]
    if not paths[0].parent.is_dir():
        raise Refusal(f"--out: there is no folder {paths[0].parent}; make it first")
    real = [path for path in paths if path.exists() and not _is_generated(path)]
    if real:
        raise Refusal(
            f"--out: {path} is there and is no file of ilrspec generate; it stays as it is" for path in real
        )
    return paths


def _name(year: FundingYear, ukprn: int) -> str:
    """Return the name of an ILR file. Source: ILR specification, file naming: provider, year, date, time, number."""
    return f"ILR-{ukprn}-{year.code}-{year.start_year + 1}0914-120000-01.xml"


def _is_generated(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return f"<SoftwarePackage>{PACKAGE}<".encode() in file.read(2000)
