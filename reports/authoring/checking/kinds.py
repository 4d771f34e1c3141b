"""The kinds of flaws: a word for each, what it means, and the messages of the steps that tell of it."""

import re
from typing import NamedTuple

from reports.authoring.checking.flaw import Severity


class Kind(NamedTuple):
    """What a code stands for: a title, help for the author, how bad it is, and how messages tell of it."""

    title: str
    help: str
    severity: Severity = "error"
    tells: str = ""


KINDS: dict[str, Kind] = {
    "missing-bar": Kind(
        "A row is not closed",
        "Every row of a table begins and ends with |; what stands after the last | is read by nothing.",
        tells=r"after the last \| of this row",
    ),
    "unread-examples-column": Kind(
        "A column of examples that nobody uses",
        "Put the column's name in angle brackets, as <name>, into a step of the outline, or take the column out.",
        tells=r"^nothing reads the column|^the examples have no column|^these examples have no rows",
    ),
    "unread-text": Kind(
        "Something that nothing reads",
        "A table belongs below a step that takes one; a note is a comment that begins with #.",
        tells=r"takes no table|stands below no step|three quotation marks",
    ),
    "unknown-step": Kind(
        "A step that nobody understands",
        "Steps have fixed words. Use one of those named; 'ilrspec steps' lists them all with their tables.",
        tells=r"^no step reads",
    ),
    "misspelt-keyword": Kind(
        "A misspelt keyword",
        "A step begins with Given, When, Then, And or But; a feature with Feature:, a scenario with Scenario:.",
        tells=r"does not begin a|stands without its colon",
    ),
    "ragged-row": Kind(
        "A row with too few or too many cells",
        "Every row of a table has as many cells as its first row.",
        tells=r"not as many cells",
    ),
    "no-feature": Kind(
        "No feature",
        "A file begins with 'Feature:' and its name, and holds scenarios.",
        tells=r"a feature begins with|there is no feature in|there is no scenario|ends too early",
    ),
    "not-understood": Kind(
        "A line that is not understood where it stands",
        "A step begins with a keyword, a row of a table with |, a comment with #.",
        tells=r"is not understood here|^expected:",
    ),
    "unreadable-file": Kind(
        "A file that cannot be read",
        "A feature is a text file in UTF-8; Windows 1252 and UTF-16 are read too.",
        tells=r"cannot be read|is not a text file",
    ),
    "missing-year": Kind(
        "No funding year was said",
        "Say the funding year first: Given the funding year is 2021/22.",
        tells=r"needs a funding year|say first which funding year",
    ),
    "month-outside-year": Kind(
        "A month outside the funding year",
        "A funding year runs from August to July; a table shows months of the scenario's year.",
        tells=r"lies outside the funding year",
    ),
    "bad-funding-year": Kind(
        "No funding year", "Write a funding year like 2021/22.", tells=r"is not a funding year"
    ),
    "bad-date": Kind(
        "A date that is none",
        "Write a date like 17/12/2021: day, month, year in four digits.",
        tells=r"is not a date|is not a day of the calendar",
    ),
    "bad-month": Kind(
        "A month that is none", "Write a month like Aug 2021, 08/21 or R01.", tells=r"is not a month\b"
    ),
    "bad-sum": Kind(
        "A sum of money that is none",
        "Write a sum like 1,234.50: digits, commas between thousands, a point before pence.",
        tells=r"is not a sum of money|neither a sum of money|has pence",
    ),
    "bad-number": Kind("A number that is none", "Write digits.", tells=r"is not a (whole )?number\b"),
    "unknown-heading": Kind(
        "An unknown heading",
        "A table has the headings of its step; 'ilrspec steps' lists them.",
        tells=r"there is no (heading|column) '|this heading is blank|first column is",
    ),
    "heading-twice": Kind(
        "A heading that stands twice",
        "Two headings that mean the same, or two columns of one month, contradict each other.",
        tells=r"stands twice \(|is the same month as|are the same heading",
    ),
    "missing-heading": Kind(
        "A heading is missing",
        "The step cannot do without this column.",
        tells=r"^the (heading|column) '.*' is missing|the table needs a column|the table names no month",
    ),
    "missing-cell": Kind(
        "A cell is empty that must be filled",
        "Write 0.00 where nothing is due, - where a field is to be blank.",
        tells=r"is missing in this row|figure is missing",
    ),
    "missing-table": Kind(
        "A table is missing",
        "The step takes a table, on the lines below it.",
        tells=r"needs a table below|has headings and no rows",
    ),
    "unknown-row": Kind(
        "An unknown row", "The first cell of a row is one of the step's labels.", tells=r"there is no row '"
    ),
    "unknown-code": Kind(
        "A code that is not in its list",
        "Write one of the codes or words of the list.",
        tells=r"is not an? [^:(]+ ?\(known:|write its code|is not an? [^:(]*; did you mean|is neither|"
        r"is not a (return|destination|period|price episode)",
    ),
    "unknown-name": Kind(
        "A name that the scenario does not have",
        "A row names a learner, an aim or a bootcamp as the scenario called it.",
        tells=r"there is no (learner|aim|bootcamp|switch|wave|field) '|has no aim '|is no bootcamp|"
        r"nothing is said of",
    ),
    "asserts-nothing": Kind(
        "A scenario that asserts nothing",
        "Without a Then that compares something a scenario can never fail.",
        tells=r"asserts nothing",
    ),
    "cannot-be-carried-out": Kind(
        "A step that cannot be carried out", "What the step says does not fit what was said before."
    ),
    "unknown-clause": Kind(
        "A tag that is no clause",
        "The tag looks like the id of a clause of guidance, and no catalogue has it; see 'ilrspec coverage --all'.",
    ),
    "misspelt-tag": Kind(
        "A tag that is nearly a known one",
        "Tags of programmes and of clauses are written one way.",
        "warning",
    ),
    "duplicate-title": Kind(
        "Two scenarios with one title", "Reports, searches and links tell scenarios by their titles.", "error"
    ),
    "duplicate-title-elsewhere": Kind(
        "A scenario of another file has the same title",
        "Within a programme, two scenarios with one title cannot be told apart in a list.",
        "warning",
    ),
    "table-not-lined-up": Kind(
        "A table that does not line up",
        "Columns that stand below each other can be read and compared; 'ilrspec fmt' lines them up.",
        "warning",
    ),
    "odd-blank": Kind(
        "A sign that looks like a blank",
        "Tabs, fixed blanks and byte order marks within a file are read as blanks, and confuse editors.",
        "warning",
    ),
    "stray-dots": Kind(
        "... where nothing lies between", "... stands for the months between its two neighbours.", "warning"
    ),
    "date-form": Kind("A date in another form", "Dates are written like 17/12/2021.", "warning"),
    "impossible-figure": Kind(
        "A figure that cannot be", "Nothing is earned in months before an aim has started."
    ),
    "impossible-date": Kind(
        "A date that cannot be",
        "An aim ends after it starts, and its learner was born before; a scenario that means it asks for findings.",
        "warning",
    ),
    "total-differs": Kind(
        "A total that is not the sum of its parts",
        "The rows above the total add up to another sum.",
        "warning",
    ),
    "unknown-reference": Kind(
        "An aim or postcode without reference data",
        "The run will ask for its rate or factor: give it in a table such as 'Given these aim rates:'.",
        "warning",
    ),
}
"""Every kind of flaw by its code; of those with ``tells`` the first that fits a message is its kind."""

_FALLBACK = "cannot-be-carried-out"
_TELLS = [(code, re.compile(kind.tells)) for code, kind in KINDS.items() if kind.tells]


def code_of(message: str) -> str:
    """Return the code of a message of the steps."""
    return next((code for code, tells in _TELLS if tells.search(message)), _FALLBACK)
