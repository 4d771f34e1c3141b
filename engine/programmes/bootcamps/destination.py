"""Destination codes: the one a bootcamp is recorded with, its two categories, and whether it goes with the record.

Source: Skills Bootcamps Wave 5 Learner Entry Tool guidance, destination matrices.
"""

import re
from collections.abc import Iterable, Sequence

from engine.ilr.records import DPOutcome
from engine.programmes.bootcamps.rows import DestinationRow
from engine.programmes.bootcamps.rules import Destination
from engine.programmes.bootcamps.snapshot import Bootcamp, Snapshot, boxes_of

_LIKE_A_CODE = re.compile(r"WMCA\s*\d.*")
_NOT_IN_USE = "VOL"


def codes_on(bootcamp: Bootcamp) -> list[str]:
    """Return the texts of a bootcamp aim's fields that are destination codes or look like one."""
    texts = (text.replace(" ", "") for text in boxes_of(bootcamp.delivery) if _LIKE_A_CODE.fullmatch(text))
    return sorted(texts, key=lambda text: text not in bootcamp.rules.destinations)


def judge_code(
    bootcamp: Bootcamp, code: str, outcomes: Sequence[DPOutcome]
) -> tuple[Destination | None, str]:
    """Return what a code stands for, None when it is not applicable, and DEST_CODE_NA, DEST_MISMATCH or blank.

    Of several outcomes those that have not ended count; when all have ended, all of them.
    """
    known = bootcamp.rules.destinations.get(code)
    current = [one for one in outcomes if one.out_end_date is None] or list(outcomes)
    if known is None or (current and all(one.out_type == _NOT_IN_USE for one in current)):
        return None, "DEST_CODE_NA"
    if current and all((one.out_type, one.out_code) != (known.out_type, known.out_code) for one in current):
        return known, "DEST_MISMATCH"
    return known, ""


def outcomes_of(snapshot: Snapshot) -> tuple[DPOutcome, ...]:
    """Return the outcomes of the destination record in the same return, none when there is no record."""
    destination = snapshot.returned.destination
    return () if destination is None else destination.dp_outcome


def destination_rows(snapshots: Iterable[Snapshot]) -> list[DestinationRow]:
    """Return the destination of each ended bootcamp, from the last return that holds it.

    The snapshots are in the order of their returns; a later return of a year replaces the earlier one.
    """
    latest: dict[tuple[int, str, int], Snapshot] = {}
    for snapshot in snapshots:
        returned = snapshot.returned
        if snapshot.bootcamps:
            key = (
                returned.ukprn,
                returned.learner.learn_ref_number.upper(),
                returned.returned_in.year.start_year,
            )
            latest.pop(key, None)
            latest[key] = snapshot
    rows: dict[tuple[int, str, str, object], DestinationRow] = {}
    for snapshot in latest.values():
        returned = snapshot.returned
        for bootcamp in snapshot.bootcamps:
            delivery = bootcamp.delivery
            reference = returned.learner.learn_ref_number
            key_of_row = (returned.ukprn, reference.upper(), bootcamp.ref, delivery.learn_start_date)
            codes = codes_on(bootcamp) if bootcamp.has_ended else []
            if not codes:
                # A bootcamp that goes on again has no destination, whatever an earlier year said.
                rows.pop(key_of_row, None)
                continue
            known, finding = judge_code(bootcamp, codes[0], outcomes_of(snapshot))
            rows[key_of_row] = DestinationRow(
                returned.ukprn,
                returned.returned_in,
                reference,
                delivery.aim_seq_number,
                codes[0],
                known.national if known else "",
                known.wmca if known else "",
                finding,
            )
    return list(rows.values())
