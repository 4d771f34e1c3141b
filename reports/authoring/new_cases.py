"""The cases that a new scenario can begin from: data files with places to fill, and the figures worked out.

``cases/programmes.yaml`` lists the programmes, a folder of each holds its cases, ``cases/questions.yaml`` what they
ask. A case begins with lines of ``# name: value``: what it says, its title, then each question with its default. A
default may be a day of the funding year (``1 September``), another answer (``start + 40 days``) or plain text; a name
that begins with = is not asked. ``{figures}`` stands for the expected tables; a case without it has tables of its own,
whose figures are replaced by the computed ones.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from engine.calendar import FundingYear, Month, Return
from engine.ilr.schema import YEARS
from reports.authoring.new_scenario import NewScenario
from reports.refusal import Refusal
from steps import cells
from steps.problems import CellError, nearest

FIGURES = "{figures}"

_PENCE = -2
_POUNDS = re.compile(r"£([\d,.]+)")
_CASES = Path(__file__).parent / "cases"
_HEADER = re.compile(r"# (?P<name>[^:(]+?)(?: \((?P<kind>\w+)\))?: (?P<value>.*)")
_MOVED = re.compile(r"(?P<name>.+?) (?P<sign>[+-]) (?P<days>\d+) days?")
_MONTH_OF = re.compile(r"month of (?P<name>.+?) \+ (?P<months>\d+)")
_DAY_OF_YEAR = re.compile(r"\d{1,2} [A-Z][a-z]+")
_PLACE = re.compile(r"\{([a-z][a-z ]*)\}")
_READERS: Mapping[str, Any] = {
    "year": cells.funding_year,
    "day": cells.day,
    "money": cells.money,
    "pounds": cells.whole_pounds,
    "whole": cells.whole_number,
    "number": cells.number,
    "text": cells.text,
    "return": cells.return_of_year,
}


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme: its name, the folder of its features and cases, the tag of its features, other words for it."""

    name: str
    folder: str
    tag: str
    also: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Everything the programme may be called."""
        return (self.name, self.folder, self.tag, self.folder.replace("_", " "), *self.also)


@dataclass(frozen=True, slots=True)
class Question:
    """What a case asks: its name, how the answer is read, the words, the default, and the day it may not precede."""

    name: str
    kind: str
    asks: str
    default: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """What may happen in a programme: a key such as ``withdrawn-early``, what it says, and the steps with places."""

    programme: Programme
    key: str
    says: str
    title: str
    questions: tuple[Question, ...]
    derived: tuple[tuple[str, str], ...] = ()
    lines: tuple[str, ...] = field(default=())


@cache
def programmes() -> tuple[Programme, ...]:
    """Return the programmes in the order in which they are offered."""
    import yaml

    told = yaml.safe_load((_CASES / "programmes.yaml").read_text(encoding="utf-8"))
    return tuple(
        Programme(one["name"], one["folder"], one["tag"], tuple(map(str, one.get("also", ()))))
        for one in told
    )


@cache
def cases(programme: Programme) -> tuple[Case, ...]:
    """Return the cases of a programme in the order in which they are offered."""
    return tuple(_case(programme, path) for path in sorted((_CASES / programme.folder).glob("*.scenario")))


@cache
def _questions() -> dict[str, dict[str, str]]:
    import yaml

    told: dict[str, dict[str, str]] = yaml.safe_load((_CASES / "questions.yaml").read_text(encoding="utf-8"))
    return told


def _case(programme: Programme, path: Path) -> Case:
    said: dict[str, str] = {}
    questions, derived, lines = [], [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        found = _HEADER.fullmatch(line)
        if found is None:
            lines.append(line)
        elif found["name"] in ("says", "title"):
            said[found["name"]] = found["value"]
        elif found["name"].startswith("="):
            derived.append((found["name"][1:], found["value"]))
        else:
            known = _questions()[found["name"]]
            kind = found["kind"] or known["kind"]
            questions.append(
                Question(found["name"], kind, known["asks"], found["value"], known.get("after", ""))
            )
    key = path.stem.partition("-")[2]
    return Case(programme, key, said["says"], said["title"], tuple(questions), tuple(derived), tuple(lines))


def find_programme(written: str) -> Programme:
    """Return the programme that a word means. Raises CellError with the nearest and all there are."""
    wanted = _plain(written)
    for one in programmes():
        if wanted in map(_plain, one.words):
            return one
    names = [one.name for one in programmes()]
    near = nearest(written, names) or nearest(written, [word for one in programmes() for word in one.words])
    raise CellError(f"there is no programme '{written}'{near} (there are: {', '.join(names)})")


def find_case(programme: Programme, written: str) -> Case:
    """Return the case that a word means. Raises CellError with the nearest and all there are."""
    known = cases(programme)
    wanted = _plain(written)
    for one in known:
        if wanted in (_plain(one.key), _plain(one.says)):
            return one
    keys = [one.key for one in known]
    raise CellError(
        f"{programme.name} has no case '{written}'{nearest(written, keys)} (there are: {', '.join(keys)})"
    )


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("_", " ").replace("-", " ").split())


def read(question: Question, written: str, answers: Mapping[str, Any]) -> Any:
    """Return an answer as a value. Raises CellError saying what is wrong with it."""
    text = " ".join(written.split())
    if not text or "|" in text or "\\" in text:
        raise CellError(f"'{written}' cannot be used; write {_expected(question)}")
    value = _READERS[question.kind](text, answers.get("year"))
    if isinstance(value, Decimal | int) and value < 0:
        raise CellError(f"'{written}' is less than nothing")
    if isinstance(value, FundingYear) and value.code not in YEARS:
        first, last = (FundingYear.from_code(code).label for code in (YEARS[0], YEARS[-1]))
        raise CellError(f"there are no ILR rules of {value.label}; the years are {first} to {last}")
    if question.kind == "money":
        value = _in_pence(value, written)
    before = answers.get(question.after) if question.after else None
    if before is not None and value < before:
        words = _questions()[question.after]["asks"].lower()
        raise CellError(f"{shown(value)} lies before the {words}, {shown(before)}")
    return value


def _in_pence(amount: Decimal, written: str) -> Decimal:
    if amount != (pence := amount.quantize(Decimal("0.01"))):
        raise CellError(f"'{written}' has parts of a penny")
    return pence


def _expected(question: Question) -> str:
    return {
        "day": "a date like 17/12/2021",
        "year": "a funding year like 2021/22",
        "return": "a return like R10 of 2023/24",
        "text": "a code",
    }.get(question.kind, "a number")


def default(question: Question, answers: Mapping[str, Any]) -> Any:
    """Return what is taken for a question that is not answered; it may follow from the answers before it."""
    return _worked_out(question.default, question.kind, answers)


def _worked_out(told: str, kind: str, answers: Mapping[str, Any]) -> Any:
    if found := _MONTH_OF.fullmatch(told):
        month = Month.of(answers[found["name"]]).shift(int(found["months"]))
        return f"{month.month:02}/{month.year % 100:02}"
    if found := _MOVED.fullmatch(told):
        days = timedelta(int(found["days"]))
        begins: date = answers[found["name"]]
        return begins + days if found["sign"] == "+" else begins - days
    if told in answers:
        return answers[told]
    year = answers.get("year")
    if kind == "money":
        return _in_pence(cells.money(told), told)
    return _READERS[kind](f"{told} this year" if _DAY_OF_YEAR.fullmatch(told) else told, year)


def shown(value: Any) -> str:
    """Return an answer as it stands in a scenario."""
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, FundingYear):
        return value.label
    if isinstance(value, Return):
        return f"{value.name} of {value.year.label}"
    if isinstance(value, Decimal) and value.as_tuple().exponent == _PENCE:
        return f"{value:,.2f}"
    return str(value)


def answered(case: Case, given: Mapping[str, str]) -> dict[str, Any]:
    """Return the answers to all questions of a case: those given as text, defaults for the others.

    Raises Refusal listing every answer that cannot be used, and every one that the case does not ask for.
    """
    names = [question.name for question in case.questions]
    problems = [
        f"{name}: the case '{case.key}' does not ask for it{nearest(name, names)} (it asks for: {', '.join(names)})"
        for name in given
        if name not in names
    ]
    answers: dict[str, Any] = {}
    for question in case.questions:
        try:
            if question.name in given:
                answers[question.name] = read(question, given[question.name], answers)
            else:
                answers[question.name] = default(question, answers)
        except CellError as error:
            problems.append(f"{question.name}: {error}")
            answers[question.name] = _as_if(question, answers)
    if problems:
        raise Refusal(problems)
    return answers


def _as_if(question: Question, answers: Mapping[str, Any]) -> Any:
    """Return the default in place of an answer that cannot be used, so that the others can be judged."""
    return default(question, answers)


def filled(case: Case, answers: Mapping[str, Any], title: str = "") -> NewScenario:
    """Return the scenario of a case with the computed figures as expected ones. Raises Refusal when it has none."""
    from reports.authoring.new_figures import with_figures

    said = dict(answers)
    for name, told in case.derived:
        said[name] = _worked_out(told, "text", said)
    lines = [_said(line, said) for line in case.lines]
    new = NewScenario(
        title or _in_a_title(_said(case.title, said)),
        tuple(lines),
        (case.programme.tag,),
        f"{case.programme.name}: {case.says[0].lower()}{case.says[1:]}",
    )
    return replace(new, lines=tuple(with_figures(new)))


def _said(line: str, answers: Mapping[str, Any]) -> str:
    return _PLACE.sub(lambda place: shown(answers[place[1]]) if place[1] in answers else place[0], line)


def _in_a_title(text: str) -> str:
    """Write sums in a sentence as people do: £12,000, with pence only where there are any."""
    return _POUNDS.sub(lambda sum_: f"£{cells.money(sum_[1]):,}".removesuffix(".00"), text)


def all_cases() -> Iterator[Case]:
    """Yield every case of every programme."""
    for programme in programmes():
        yield from cases(programme)
