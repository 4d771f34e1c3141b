"""Rows of ILR tables into ILR records, with everything filled in that a scenario need not say."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_DOWN, Decimal
from typing import Any

from engine.ilr.records import Learner
from engine.programmes.apprenticeships.course import Course
from engine.programmes.apprenticeships.payments.inputs import Submission
from steps.apprenticeships import words
from steps.apprenticeships.contracts import Contract, act_records
from steps.apprenticeships.ilr_table import is_aim, is_programme, priced
from steps.apprenticeships.names import Names, said_type
from steps.apprenticeships.state import Apprenticeships, IlrFile
from steps.apprenticeships.words import defaults, employer_id, ukprn_of
from steps.tables import Record, plain

Fields = dict[str, Any]

_RESTART = ("RES", "1")
_SUPPORT = "1"
_TNP, _PMR, _PAID_TO_PROVIDER = "TNP", "PMR", 1
_ACHIEVED, _NOT_ACHIEVED, _OTHER_REASON = 1, 3, 98


@dataclass(slots=True)
class _Aim:
    """An aim row, and the rows below it that only add to it."""

    row: Record
    added: list[Record] = field(default_factory=list)

    @property
    def rows(self) -> tuple[Record, ...]:
        """The aim's own row and those that add to it."""
        return self.row, *self.added


def submissions(state: Apprenticeships, names: Names) -> tuple[Submission, ...]:
    """Return the files of every provider in the order in which they were given."""
    found = []
    for index, file in enumerate(state.files):
        employment = _table(state, index, "employment", state.loose_employment)
        contracts = _table(state, index, "contracts", state.loose_contracts)
        for provider, learners in _grouped(file).items():
            made = tuple(_learner(names, aims, employment, contracts) for aims in learners.values())
            found.append(Submission(ukprn_of(provider), made, file.received, file.states_contributions))
    return tuple(found)


def course_of(row: Record) -> Course:
    """Return the course that a row names: a framework, a standard, else the default standard."""
    framework = row.get("framework code")
    if framework:
        return Course(row["programme type"], 0, framework, row["pathway code"])
    unless_said = defaults()["course"]
    return Course(words.STANDARD, row.get("standard code") or unless_said["StdCode"])


def _table(state: Apprenticeships, index: int, what: str, loose: Sequence[Record]) -> Sequence[Record]:
    """Return the separate table that goes with a file: its own, else the latest before, else the next one."""
    before = [getattr(file, what) for file in reversed(state.files[: index + 1])]
    after = [getattr(file, what) for file in state.files[index + 1 :]]
    return next((rows for rows in (*before, loose, *after) if rows), ())


def _grouped(file: IlrFile) -> dict[str, dict[tuple[str, str], list[_Aim]]]:
    """Return the aims of a file by provider, then by learner reference and ULN as they are written."""
    found: dict[str, dict[tuple[str, str], list[_Aim]]] = {}
    latest: _Aim | None = None
    for row in file.rows:
        if is_aim(row):
            latest = _Aim(row)
            learners = found.setdefault(row.get("Provider") or defaults()["provider"], {})
            learner = (row.get("learner reference number") or "", plain(row["ULN"]))
            learners.setdefault(learner, []).append(latest)
        elif latest:
            latest.added.append(row)
    return found


def _learner(
    names: Names, aims: Sequence[_Aim], employment: Sequence[Record], contracts: Sequence[Record]
) -> Learner:
    rows = [row for aim in aims for row in aim.rows]
    key = plain(aims[0].row["ULN"])
    deprivation = next((row[_DEPRIVATION] for row in rows if row.get(_DEPRIVATION)), None)
    postcode = defaults()["deprivation"][deprivation or defaults()["deprivation_unless_said"]]["postcode"]
    numbers = _numbers(aims)
    said = _contracts(rows, contracts)
    support = _support(aims)
    fields: Fields = {
        **defaults()["learner"],
        "LearnRefNumber": names.reference(aims[0].row),
        "ULN": names.ulns[key],
        "DateOfBirth": names.born[key],
        "PostcodePrior": postcode,
        "Postcode": postcode,
        "LearnerEmploymentStatus": _employment(aims, rows, employment),
        "LearningDelivery": [
            _delivery(aim, number, said, said_type(aim.row, rows).contract, support)
            for aim, number in zip(aims, numbers, strict=True)
        ],
    }
    return Learner.model_validate(fields)


_DEPRIVATION = "home postcode deprivation"


def _numbers(aims: Sequence[_Aim]) -> list[int]:
    """Return the aims' sequence numbers: as said, where two agree or none is said the next free one."""
    said = {aim.row.get("aim sequence number") for aim in aims}
    found: list[int] = []
    for place, aim in enumerate(aims, start=1):
        number = aim.row.get("aim sequence number")
        if number is None or number in found:
            number = place if place not in said and place not in found else 1
            while number in said or number in found:
                number += 1
        found.append(number)
    return found


def _delivery(
    aim: _Aim, number: int, contracts: Sequence[Contract], unless_said: int, support: Sequence[Fields]
) -> Fields:
    row = aim.row
    kind = words.PROGRAMME if is_programme(row) else words.ENGLISH_MATHS
    start, end, status = row["start date"], row.get("actual end date"), row["completion status"]
    course = course_of(row)
    unless = defaults()[kind]
    fields: Fields = {
        **defaults()["aim"],
        "AimType": unless["AimType"],
        "LearnAimRef": (row.get("aim reference") or unless["LearnAimRef"]).upper(),
        "AimSeqNumber": number,
        "LearnStartDate": start,
        "LearnPlanEndDate": row["planned end date"],
        "LearnActEndDate": end,
        "ProgType": course.prog_type,
        "StdCode": course.std_code or None,
        "FworkCode": course.fwork_code or None,
        "PwayCode": course.pway_code if course.fwork_code else None,
        "PriorLearnFundAdj": row.get("funding adjustment for prior learning"),
        "OtherFundAdj": row.get("other funding adjustment"),
        "CompStatus": status,
        **_result(status, end),
        "LearningDeliveryFAM": [*_codes(aim), *support, *act_records(contracts, unless_said, start, end)],
        "AppFinRecord": [*(_prices(row, course) if kind == words.PROGRAMME else ()), *_contribution(row)],
    }
    return {name: value for name, value in fields.items() if value is not None}


def _result(status: int, end: date | None) -> Fields:
    if status == words.COMPLETED and end:
        return {"Outcome": _ACHIEVED, "AchDate": end}
    if status == words.WITHDRAWN:
        return {"Outcome": _NOT_ACHIEVED, "WithdrawReason": _OTHER_REASON}
    return {}


def _codes(aim: _Aim) -> list[Fields]:
    found: list[Fields] = []
    codes = [code for row in aim.rows for code in row.get("LearnDelFAM") or ()]
    if aim.row.get("restart indicator"):
        codes.append(_RESTART)
    for kind, code in dict.fromkeys(codes):
        found.append({"LearnDelFAMType": kind, "LearnDelFAMCode": code})
    return found


def _support(aims: Sequence[_Aim]) -> list[Fields]:
    """Return the learning support of a learner: like contract types it goes with all aims, wherever it is said."""
    found: list[Fields] = []
    for aim in aims:
        for row in aim.rows:
            code, first = row.get("learning support code"), row.get("learning support date from")
            if code is None and first is None:
                continue
            support: Fields = {
                "LearnDelFAMType": "LSF",
                "LearnDelFAMCode": str(code or _SUPPORT),
                "LearnDelFAMDateFrom": first or aim.row["start date"],
            }
            if last := row.get("learning support date to"):
                support["LearnDelFAMDateTo"] = last
            if support not in found:
                found.append(support)
    return found


def _prices(row: Record, course: Course) -> list[Fields]:
    start = row["start date"]
    records = {(code, day or start): amount for code, day, amount, _ in priced(row)}
    if not records:
        price = row.get("agreed price")
        total = defaults()["price"] if price is None else price
        training = total
        if course.is_standard:
            share = Decimal(defaults()["training_share"])
            training = int((share * total).to_integral_value(ROUND_DOWN))
        records = {(1, start): training, (2, start): total - training}
    return [_money(_TNP, code, day, amount) for (code, day), amount in records.items() if amount]


def _contribution(row: Record) -> list[Fields]:
    amount = row.get("employer contribution")
    return [_money(_PMR, _PAID_TO_PROVIDER, row["start date"], amount)] if amount else []


def _money(kind: str, code: int, day: date, amount: int) -> Fields:
    return {"AFinType": kind, "AFinCode": code, "AFinDate": day, "AFinAmount": amount}


def _contracts(rows: Sequence[Record], table: Sequence[Record]) -> list[Contract]:
    if table:
        return [Contract(row["contract type"], row.get("date from"), row.get("date to")) for row in table]
    return [
        Contract(row["contract type"], row.get("contract type date from"), row.get("contract type date to"))
        for row in rows
        if row.get("contract type")
    ]


def _employment(aims: Sequence[_Aim], rows: Sequence[Record], table: Sequence[Record]) -> list[Fields]:
    unless = defaults()["employment"]
    first_start: date = min(aim.row["start date"] for aim in aims)
    before = first_start - timedelta(days=unless["days_before_first_aim"])
    found: dict[date, Fields] = {}
    for row in table:
        mark = row.get("Small Employer")
        found[row["Employment Status Applies"]] = _status(row["Employment Status"], row.get("Employer"), mark)
    if not table:
        for row in rows:
            if status := row.get("employer employment status"):
                applies = row.get("employer employment status applies") or before
                found[applies] = _status(status, row.get("employer"), None)
    if not found:
        employer = next((row["employer"] for row in rows if row.get("employer") is not None), None)
        found[before] = _status(unless["EmpStat"], employer, None)
    return [{**fields, "DateEmpStatApp": day} for day, fields in sorted(found.items())]


def _status(status: int, employer: int | None, mark: int | None) -> Fields:
    fields: Fields = {"EmpStat": status}
    if employer is not None:
        fields["EmpId"] = employer_id(employer)
    if mark is not None:
        fields["EmploymentStatusMonitoring"] = [{"ESMType": "SEM", "ESMCode": mark}]
    return fields
