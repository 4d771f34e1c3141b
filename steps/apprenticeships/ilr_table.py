"""The ILR table of apprenticeship features: its headings, and what its rows may not say."""

from datetime import date
from typing import Any

from steps import cells
from steps.apprenticeships import words
from steps.apprenticeships.checked import CheckedTable, Rows, needed_cells
from steps.tables import Column, Problems, Record, plain

PRICES = {
    "Total training price": 1,
    "Total assessment price": 2,
    "Residual training price": 3,
    "Residual assessment price": 4,
}
"""The price columns and the codes of their TNP records."""
MOST_RECORDS = 4
DATED = " effective date"


def _price_columns() -> tuple[Column, ...]:
    found = []
    for name, code in PRICES.items():
        for number in range(1, MOST_RECORDS + 1):
            field = f"{name} {number}"
            bare = (name,) if number == 1 else ()
            says = f"TNP{code} in whole pounds, record {number}; the first may be written without its number."
            found.append(Column(field, field, words.whole_pounds, bare, says))
            dates = tuple(f"{one}{DATED}" for one in bare)
            found.append(
                Column(f"{field}{DATED}", f"{field}{DATED}", cells.day, dates, "From when it counts.")
            )
    return tuple(found)


def _column(name: str, read: cells.Reader, says: str, *aliases: str) -> Column:
    return Column(name, name, read, aliases, says)


COURSE_COLUMNS = (
    _column("standard code", words.code(5), "The standard; its programme type is 25."),
    _column("framework code", words.code(3), "The framework; with programme type and pathway."),
    _column("programme type", words.programme_type, "Programme type of the framework, 25 for a standard."),
    _column("pathway code", words.code(3), "The pathway of the framework."),
)

ILR_COLUMNS = (
    _column("ULN", cells.text, "The learner, by number or by name; blank in a row that only adds to the one above."),
    _column("learner reference number", cells.text, "Reference at the provider; the ULN's text unless said."),
    _column("Provider", words.provider, "The provider; provider a unless said."),
    _column("learner type", words.learner_type, "Age band at the start, and DAS (levy) or non-DAS."),
    _column("start date", cells.day, "First day of learning."),
    _column("planned end date", cells.day, "Planned last day."),
    _column("actual end date", cells.day, "Last day; blank while learning goes on."),
    _column("completion status", words.completion_status, "continuing, completed, withdrawn or planned break."),
    _column("aim type", words.aim_type, "programme or maths or english."),
    _column("aim reference", cells.text, "Reference of the aim in LARS."),
    _column("aim sequence number", words.code(2), "Number of the aim; its place in the file unless said."),
    _column("aim rate", cells.money, "Read, and of no effect: the reference data has the rate."),
    *COURSE_COLUMNS,
    _column("agreed price", words.whole_pounds, "The price where no price record is given."),
    *_price_columns(),
    _column("employer contribution", words.whole_pounds, "What the employer has paid the provider."),
    _column("contract type", words.contract_type, "DAS or Non-DAS, for all aims of the learner."),
    _column("contract type date from", cells.day, "From when the contract type holds."),
    _column("contract type date to", cells.day, "Its last day."),
    _column("LearnDelFAM", words.monitoring, "EEF2, EEF4, LDM356, LDM361."),
    _column("learning support code", words.code(5), "LSF of the aim."),
    _column("learning support date from", cells.day, "First day of learning support."),
    _column("learning support date to", cells.day, "Last day of learning support."),
    _column("home postcode deprivation", words.deprivation, "Gives the learner's postcode."),
    _column("funding adjustment for prior learning", words.prior_learning, "Per cent, or n/a."),
    _column("other funding adjustment", words.other_adjustment, "Per cent, or n/a."),
    _column("restart indicator", cells.yes_or_no, "YES gives RES 1."),
    _column("employer", words.employer_or_none, "The learner's employer."),
    _column("employer employment status", words.employment_status, "Employment status of the learner."),
    _column("employer employment status applies", cells.day, "From when it applies."),
    _column("Employment Status", words.employment_status, "Read, and of no effect: the separate table counts."),
    _column("Employment Status Applies", cells.day, "Read, and of no effect."),
    _column("Employer Id", words.code(9), "Read, and of no effect."),
    _column("Small Employer", words.small_employer, "Read, and of no effect."),
)  # fmt: skip


def is_aim(row: Record) -> bool:
    """Say whether a row is an aim; a row without learner only adds to the learner of the row above."""
    return row.get("ULN") is not None or row.get("learner reference number") is not None


def is_programme(row: Record) -> bool:
    """Say whether an aim is a programme; blank is one unless the aim reference is of another aim."""
    said = row.get("aim type")
    if said is None:
        reference = row.get("aim reference")
        return reference is None or reference.upper() == words.defaults()["programme aim"]["LearnAimRef"]
    return bool(said == words.PROGRAMME)


def priced(row: Record) -> list[tuple[int, date | None, int, str]]:
    """Return the price records of a row: TNP code, date where one is said, whole pounds, and the field."""
    found = []
    for name, code in PRICES.items():
        for number in range(1, MOST_RECORDS + 1):
            field = f"{name} {number}"
            if amount := row.get(field):
                found.append((code, row.get(f"{field}{DATED}"), amount, field))
    return found


_ADDING = (
    "contract type",
    "employer employment status",
    "LearnDelFAM",
    "learning support code",
    "learning support date from",
)


_OF_AN_AIM = ("start date", "planned end date", "completion status", "agreed price")


def _additions(rows: Rows, problems: Problems) -> None:
    above = False
    for row in rows:
        if is_aim(row):
            above = True
        elif any(field in row.places for field in _OF_AN_AIM):
            rows.tell(problems, row, "ULN", "the ULN is missing, though the row tells of an aim")
        elif not any(field in row.places for field in _ADDING):
            rows.tell(
                problems, row, "ULN", "the ULN is missing, and the row adds nothing to the learner above"
            )
        elif not above:
            rows.tell(problems, row, "ULN", "the ULN is missing, and there is no learner above to add to")


def _dates(rows: Rows, problems: Problems) -> None:
    for row in rows:
        start = row.get("start date")
        if start is None or not is_aim(row):
            continue
        for field, word in (("planned end date", "planned end"), ("actual end date", "actual end")):
            end = row.get(field)
            if end is not None and end < start:
                rows.tell(problems, row, field, f"the {word} {_told(end)} is before the start {_told(start)}")
    for row in rows:
        for field in ("contract type", "learning support"):
            begins, ends = row.get(f"{field} date from"), row.get(f"{field} date to")
            if begins and ends and ends < begins:
                message = f"the {field} ends on {_told(ends)}, before it begins on {_told(begins)}"
                rows.tell(problems, row, f"{field} date to", message)


def _prices(rows: Rows, problems: Problems) -> None:
    for row in rows:
        start = row.get("start date")
        if start is None or not is_aim(row) or not is_programme(row):
            continue
        end, word = row.get("actual end date"), "actual end"
        if end is None:
            end, word = row.get("planned end date"), "planned end"
        seen: dict[tuple[int, date], tuple[int, str]] = {}
        for code, day, amount, field in priced(row):
            begins = day or start
            at = f"{field}{DATED}"
            other = seen.setdefault((code, begins), (amount, field))
            if other[0] != amount:
                message = (
                    f"'{row.heading(field)}' and '{row.heading(other[1])}' both begin on {_told(begins)}"
                )
                rows.tell(problems, row, at if day else field, message)
            elif begins < start and not _carried(rows, row, begins):
                message = f"the price is dated {_told(begins)}, before the start {_told(start)}"
                rows.tell(problems, row, at, message)
            elif end is not None and begins > end >= start:
                rows.tell(
                    problems, row, at, f"the price is dated {_told(begins)}, after the {word} {_told(end)}"
                )


def _carried(rows: Rows, row: Record, day: date) -> bool:
    """Say whether an earlier aim of the learner had begun: an aim that goes on after a break keeps its price."""
    if row.get("restart indicator"):
        return True
    return any(
        other is not row
        and is_aim(other)
        and is_programme(other)
        and _learner(other) == _learner(row)
        and (other.get("start date") or date.max) <= day
        for other in rows
    )


def _numbers(rows: Rows, problems: Problems) -> None:
    seen: dict[Any, Record] = {}
    for row in rows:
        number = row.get("aim sequence number")
        if number is None or not is_aim(row) or not is_programme(row):
            continue
        if not 1 <= number <= 98:
            rows.tell(problems, row, "aim sequence number", "aim sequence numbers are 1 to 98")
            continue
        other = seen.setdefault((_provider(row), *_learner(row), number), row)
        if other is not row:
            message = f"the learner has another programme of this number, in line {other.line}"
            rows.tell(problems, row, "aim sequence number", message)


def _learner(row: Record) -> tuple[str, str]:
    return plain(row.get("ULN") or ""), plain(row.get("learner reference number") or "")


def _provider(row: Record) -> str:
    return str(row.get("Provider") or words.defaults()["provider"])


def _courses(rows: Rows, problems: Problems) -> None:
    for row in rows:
        if not row.get("framework code"):
            continue
        for field in ("programme type", "pathway code"):
            if field not in row.places:
                rows.tell(problems, row, "framework code", f"a framework needs a {field} too")
        if row.get("programme type") == words.STANDARD:
            rows.tell(
                problems, row, "programme type", "25 is the programme type of standards, not of frameworks"
            )


def _references(rows: Rows, problems: Problems) -> None:
    for row in rows:
        given = row.get("learner reference number")
        if given and not words.is_reference(given):
            message = f"'{given}' is no learner reference: 1 to 12 letters, digits or blanks"
            rows.tell(problems, row, "learner reference number", message)


def _told(day: date) -> str:
    return f"{day:%d/%m/%Y}"


course_checks = _courses

ILR = CheckedTable(
    ILR_COLUMNS,
    needed=("ULN", "start date", "planned end date", "completion status"),
    checks=(
        _additions,
        needed_cells("ULN", "start date", "planned end date", "completion status", where=is_aim),
        _dates,
        _prices,
        _numbers,
        _courses,
        _references,
    ),
)
