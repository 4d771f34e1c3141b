"""From a learner's records in a file to the steps of the smallest scenario that gives the same figures."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date

from engine.ilr.records import Learner, LearnerDestinationandProgression
from engine.parameters import ParameterError
from engine.reference import ReferenceDataError
from engine.setting import Setting
from reports.capture.gaps import without_gaps
from reports.capture.identity import MadeUp, birth_dates
from reports.capture.minimal import minimal
from reports.capture.outcome import (
    Outcome,
    differences,
    expected_parts,
    outcome_in,
    outcome_of,
)
from reports.capture.parts import TODAY, NotCarriedOut, Part, carried_out, shown
from reports.capture.records import (
    AIM_SENTENCES,
    aim_letters,
    aim_names,
    aim_parts,
    days_of,
    destination_parts,
    learner_parts,
    unspeakable,
)
from reports.capture.reference import later_reference_parts, reference_parts
from reports.refusal import Refusal
from steps.clock import standing
from steps.problems import StepError

BORN = "date of birth"
_TRIES = 24


@dataclass(frozen=True, slots=True)
class Captured:
    """A learner as a scenario: the steps with what they expect, its title and tag, and what its reader should know."""

    parts: tuple[Part, ...]
    title: str
    tag: str
    notes: tuple[str, ...] = ()


def captured_learner(
    learner: Learner,
    destination: LearnerDestinationandProgression | None,
    setting: Setting,
    chosen: Iterable[tuple[str, str]] = (),
) -> Captured:
    """Return the scenario of a learner. Raises Refusal, saying what it is, for what no scenario can say."""
    setting, ledger, gaps = without_gaps(learner, destination, setting)
    names = aim_names(learner)
    by_number = {aim.aim_seq_number: name for aim, name in zip(learner.learning_delivery, names, strict=True)}
    expected = outcome_of(ledger, by_number)
    whole = _whole(learner, destination, setting, chosen, names, by_number, expected)
    parts, notes = _smallest(whole, learner, setting, expected)
    parts = _named_anew((*parts, *expected_parts(expected)))
    return Captured(parts, _title(expected, setting), _tag(learner, setting), (*gaps, *notes))


def _whole(
    learner: Learner,
    destination: LearnerDestinationandProgression | None,
    setting: Setting,
    chosen: Iterable[tuple[str, str]],
    names: Sequence[str],
    by_number: dict[int, str],
    expected: Outcome,
) -> tuple[Part, ...]:
    """Return every step that the records need, before anything is left out. Raises Refusal."""
    told: list[str] = []
    readings = [Part(f"the guidance is read with {name} as {reading}") for name, reading in chosen]
    scene = [
        Part(f"the funding year is {setting.year.label}"),
        Part(f"{TODAY}{shown(setting.as_at)}"),
        *readings,
    ]
    for own_words in (True, False):
        made_up = MadeUp(setting.ukprn)
        code = setting.year.code
        own = (
            *learner_parts(learner, made_up),
            *aim_parts(learner, names, made_up, code, own_words=own_words),
            *destination_parts(destination),
        )
        parts = (
            *scene,
            *reference_parts(learner, setting.reference, made_up),
            *own,
            *later_reference_parts(learner, setting.reference, made_up, by_number),
        )
        found = _outcome(parts)
        if found == expected:
            return parts
        told = told or ([found] if isinstance(found, str) else differences(expected, found))
    raise Refusal(
        [
            f"learner {learner.learn_ref_number} cannot be captured: as a scenario the records give something else.",
            *(f"  {line}" for line in (*told, *(f"no table says {one}" for one in unspeakable(learner)))),
        ]
    )


def _outcome(parts: Iterable[Part], *, clock_stands: bool = False) -> Outcome | str:
    """Return what steps give, or why they give nothing."""
    try:
        with carried_out(parts, clock_stands=clock_stands) as world:
            return outcome_in(world)
    except (NotCarriedOut, ParameterError, ReferenceDataError, StepError) as error:
        return str(error)


def _smallest(
    whole: tuple[Part, ...], learner: Learner, setting: Setting, expected: Outcome
) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    """Return the steps that matter, the date of birth moved, and what is to be told of them."""
    kept = frozenset({whole[0].sentence})
    clockless = tuple(part for part in whole if not part.sentence.startswith(TODAY))
    if _outcome(clockless) == expected:
        whole = clockless
    with _clock(whole, setting.as_at) as stands:

        def same(parts: Sequence[Part]) -> bool:
            # What earns nothing would be as well without any aim, and would show nothing.
            has_aims = any(part.sentence in AIM_SENTENCES for part in parts)
            return has_aims and _outcome(parts, clock_stands=stands) == expected

        if stands:
            kept |= {part.sentence for part in whole if part.sentence.startswith(TODAY)}
        parts, notes = born_otherwise(minimal(whole, same, kept), learner, setting, same)
        return _without_names(parts, same), notes


@contextmanager
def _clock(parts: Iterable[Part], day: date) -> Iterator[bool]:
    """Hold the clock where the steps do, once for all trials; the value says whether it is held."""
    if not any(part.sentence.startswith(TODAY) for part in parts):
        yield False
        return
    with standing(day):
        yield True


def born_otherwise(
    parts: tuple[Part, ...], learner: Learner, setting: Setting, same: Callable[[Sequence[Part]], bool]
) -> tuple[tuple[Part, ...], tuple[str, ...]]:
    """Move the date of birth, where the scenario needs one, to a day of the same ages."""
    born = learner.date_of_birth
    if born is None or not any(row.get(BORN, "-") not in ("", "-") for part in parts for row in part.rows):
        return parts, ()
    status_days = [one.date_emp_stat_app for one in learner.learner_employment_status]
    days = days_of(learner, [setting.as_at, setting.year.first_day, setting.year.last_day])
    for looked_at in ({*days, *(day for day in status_days if isinstance(day, date))}, set[date]()):
        for number, other in enumerate(birth_dates(born, looked_at)):
            if number == _TRIES:
                break
            moved = tuple(_with_birth(part, other) for part in parts)
            if same(moved):
                return moved, ()
    return parts, ("The date of birth is the real one: on any other near it the result would be another.",)


def _with_birth(part: Part, born: date) -> Part:
    rows = tuple(
        {**row, BORN: shown(born)} if row.get(BORN, "-") not in ("", "-") else row for row in part.rows
    )
    return replace(part, rows=rows)


def _without_names(parts: tuple[Part, ...], same: Callable[[Sequence[Part]], bool]) -> tuple[Part, ...]:
    """Leave out names of aims that nothing speaks of, such as those of price episodes' aims."""
    bare = tuple(
        replace(
            part, rows=tuple({name: cell for name, cell in row.items() if name != "aim"} for row in part.rows)
        )
        for part in parts
    )
    return bare if same(bare) else parts


def _named_anew(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Name the aims that are left A, B, C in their order."""
    names = [
        row["aim"] for part in parts if part.sentence in AIM_SENTENCES for row in part.rows if row.get("aim")
    ]
    anew = dict(zip(sorted(names, key=_place), aim_letters(), strict=False))

    def named(row: dict[str, str]) -> dict[str, str]:
        return {**row, "aim": anew.get(row["aim"], row["aim"])} if "aim" in row else row

    return tuple(replace(part, rows=tuple(map(named, part.rows))) for part in parts)


def _place(name: str) -> tuple[int, str]:
    return len(name), name


_TAGS = {25: "study-programmes", 36: "apprenticeships", 38: "adult-skills", 35: "adult-skills"}


def _tag(learner: Learner, setting: Setting) -> str:
    from engine.programmes.sector_programmes import programmes_of, rules_on

    with suppress(ParameterError):  # years without such programmes
        rules = rules_on(setting.parameters, setting.year.first_day)
        if programmes_of(learner, setting, rules):
            return "sector-programmes"
    models = [aim.fund_model for aim in learner.learning_delivery]
    return next((_TAGS[model] for model in models if model in _TAGS), "captured")


def _title(expected: Outcome, setting: Setting) -> str:
    earned = sum(row[-1] for row in expected.earnings)
    codes = list(dict.fromkeys(code for _, code, _, _ in expected.findings))
    found = f", with {', '.join(codes[:3])}{' and others' if len(codes) > 3 else ''}" if codes else ""
    money = f"earns {earned:,.2f}" if earned else "earns nothing"
    return f"A learner who {money} in {setting.year.label}{found}"
