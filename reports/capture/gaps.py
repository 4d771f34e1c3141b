"""What the reference data of a file lacks, filled in as the calculation takes it: a factor of 1, a rate of 0.

A file is worked out with those where a postcode or an aim is unknown. A scenario has to say them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from engine.calculate import calculate
from engine.ilr.records import Learner, LearnerDestinationandProgression
from engine.ledger import Finding, Ledger
from engine.reference import ReferenceData
from engine.setting import Setting
from reports.refusal import Refusal
from steps.world import BAND_MISSING, MISSING_REFERENCE

_AS_LONG_AS_NEEDED = 4
_FIRST_DAY = date(2013, 8, 1)
_OF_POSTCODES = {
    "DelLocPostCode": ("area_costs", "AreaCostFactor"),
    "PostcodePrior": ("disadvantage", "Uplift"),
}
_CATEGORY = re.compile(r"an? (\S+) rate ")


def without_gaps(
    learner: Learner, destination: LearnerDestinationandProgression | None, setting: Setting
) -> tuple[Setting, Ledger, tuple[str, ...]]:
    """Return the setting with what a learner needs, the learner's ledger in it, and a sentence for each gap.

    Raises Refusal for a course without a band: no figure stands in place of that.
    """
    ledger = calculate(learner, destination, setting)
    notes: dict[str, None] = {}
    for _ in range(_AS_LONG_AS_NEEDED):
        missing = [one for one in ledger.findings if one.code in MISSING_REFERENCE]
        if not missing:
            break
        reference = setting.reference
        for one in missing:
            if one.code == BAND_MISSING:
                raise Refusal(
                    f"learner {learner.learn_ref_number} cannot be captured: {one.found} has no band in the reference "
                    "data; name the folder that has it with --reference"
                )
            reference = _filled(reference, one)
            notes[_note(one)] = None
        setting = replace(setting, reference=reference)
        ledger = calculate(learner, destination, setting)
    return setting, ledger, tuple(notes)


def _note(one: Finding) -> str:
    if one.field in _OF_POSTCODES:
        what = "area cost" if one.field == "DelLocPostCode" else "disadvantage"
        return f"The {what} factor of a postcode is not in the reference data: the scenario gives 1, as it was taken."
    return f"The rate of aim {one.found} is not in the reference data: the scenario gives 0, as it was taken."


def _filled(reference: ReferenceData, one: Finding) -> ReferenceData:
    if one.field in _OF_POSTCODES:
        table, heading = _OF_POSTCODES[one.field]
        key, cells = {"Postcode": one.found}, {heading: "1"}
    else:
        category = _CATEGORY.match(one.expected)
        table, key = (
            "aim_rates",
            {"LearnAimRef": one.found, "FundingCategory": category[1] if category else "Matrix"},
        )
        cells = {"RateWeighted": "0", "RateUnWeighted": "0", "WeightingFactor": "A"}
    rows = [
        row
        for row in reference.rows(table)
        if all(row[name].upper() == text.upper() for name, text in key.items())
    ]
    return reference.with_table(table, [*rows, *({**key, **cells, **period} for period in _gaps(rows))])


def _gaps(rows: list[Mapping[str, str]]) -> Iterator[dict[str, str]]:
    """Yield the periods before, between and after those of some rows."""
    day = _FIRST_DAY
    for row in sorted(rows, key=lambda one: one["EffectiveFrom"]):
        begins = row["EffectiveFrom"]
        if begins > day.isoformat():
            yield {
                "EffectiveFrom": day.isoformat(),
                "EffectiveTo": (date.fromisoformat(begins) - timedelta(1)).isoformat(),
            }
        if not row["EffectiveTo"]:
            return
        day = date.fromisoformat(row["EffectiveTo"]) + timedelta(1)
    yield {"EffectiveFrom": day.isoformat(), "EffectiveTo": ""}
