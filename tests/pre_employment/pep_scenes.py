"""Records, reference data and settings for the tests of legacy pre-employment records."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from engine.parameters import published
from engine.programmes.pre_employment import (
    Context,
    Evaluation,
    LearningAimDatabase,
    LegacyRecord,
    evaluate,
)
from engine.reference import ReferenceData
from engine.switches import load_switches

LAD = {"A09": "50012345", "Title": "Skills", "AimType": "Award", "Accredited": "Y", "ValidForALR": "Y"}
BOTH = {"UKPRN": "", "Disadvantage": "1.12", "Area": "1.05"}


def record(**changes: Any) -> LegacyRecord:
    """A record of an ALR aim that goes on, with nothing else in it."""
    blank: dict[str, Any] = dict.fromkeys(LegacyRecord._fields)
    texts = {"a46a": "", "l39": "", "employer": ""}
    said = {"l03": "0001", "a09": "50012345", "source": "ALR", "start": date(2009, 1, 5)}
    return LegacyRecord(**{**blank, **texts, **said, **changes})


def context(
    value: str = "400",
    uplifts: Sequence[Mapping[str, str]] = (BOTH,),
    lad: Sequence[Mapping[str, str]] | None = None,
    as_at: date | None = None,
    **readings: str,
) -> Context:
    """Return a context with one aim of a value and the uplifts, and readings by switch."""
    rows = [{**LAD, "Value": value}] if lad is None else lad
    tables = ReferenceData.from_tables({"legacy_lad": rows, "legacy_uplifts": uplifts})
    switches = load_switches()
    for name, reading in readings.items():
        switches = switches.with_choice(name, reading)
    return Context(LearningAimDatabase(tables), published(), switches, as_at)


def worked_out(*records: LegacyRecord, **settings: Any) -> Evaluation:
    return evaluate(records, context(**settings))


def codes(result: Evaluation) -> list[str]:
    return [one.code for one in result.findings]
