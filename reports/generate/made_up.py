"""The stock of made-up things: names, places, aims, courses.

Aims, courses, employers and postcodes are those of the reference extract that comes with ilrspec, so a generated
file earns something without further tables. A name says that nobody has it.
"""

from typing import NamedTuple

FAMILY_NAMES = (
    *("Madeup-Ashby", "Madeup-Brand", "Madeup-Calder", "Madeup-Dunmore", "Madeup-Elwood", "Madeup-Farrow"),
    *("Madeup-Gale", "Madeup-Hollis", "Madeup-Ingram", "Madeup-Jessop", "Madeup-O'Dell", "Madeup-Ó Néill"),
)
GIVEN_NAMES = (
    *("Alex", "Billie", "Casey", "Drew", "Emery", "Frankie", "Jude", "Kit", "Morgan", "Robin", "Zoë"),
    "Sam Lee",
)
STREETS = ("Example Street", "Specimen Road", "Sample Lane", "Invented Avenue", "Nowhere Close")

UKPRN = 10000101
"""The provider of a file when nobody names one: an adult education provider of the extract."""
BOOTCAMP_UKPRN = 10000201
"""The provider in the years of bootcamps: it has a contract and allocated bootcamps in the extract."""

POSTCODES = (
    *("WX1 1AA", "WX1 1AA", "WX1 2AB", "WX2 4BC", "WX2 4BC", "WX3 7EE", "WX5 5GG", "WX12 7GH"),
    *("AX1 1AD", "AX4 9SF", "UX5 6TN", "UX7 3WQ", "YX3 8ER"),
)
AUTHORITY_POSTCODES = ("WX1 1AA", "WX1 1AA", "WX1 2AB", "WX2 4BC", "WX3 7EE", "WX5 5GG", "WX12 7GH")
"""Those in the West Midlands Combined Authority in every year."""
APPRENTICE_POSTCODES = ("WX1 1AA", "WX1 1AA", "WX2 4BC")
"""Those with a disadvantage payment for apprentices, nil or more."""
AUTHORITY = "112"
DEVOLVED = {"AX1": "116", "YX3": "110"}
"""Source of funding by the beginning of a postcode outside the West Midlands; all others are 105."""

ENGLISH, MATHS, ICT = "60910015", "60910027", "60910039"
ADULT_AIMS = (
    *("60900011", "60900011", "60900023", "60900035", "60900047", "60900059", "60900060", "60900072"),
    *("60900084", "60900096", "60900102", ENGLISH, MATHS, ENGLISH, MATHS, ICT, "60920019", "60920020"),
)
LEVEL_3_AIMS = ("60900035", "60900096")
WORK_PREPARATION, PLACEMENT_YEAR = "60930012", "ZWRKX001"
PROGRAMME = "ZPROG001"
OLD_FRAMEWORK_AIMS = ("60940018", "60940031")
"""Competence and knowledge of framework 415, funded as adult skills when begun before May 2017."""

SECTOR_MAIN_AIMS = ("Z0009143", "Z0009144", "Z0009145", "Z0009146", "Z0009147", "Z0009148", "Z0009327")
SWAP_MAIN_AIMS = ("60900072", "60900084", "60900011", "60900102")
EMPLOYABILITY = "Z0009142"
WORK_EXPERIENCE = ("Z0009121", "Z0009122", "Z0009123", "Z0009124", "Z0009125")
JOB_OUTCOME_YOUNG, JOB_OUTCOME_OLDER = "Z0009136", "Z0009137"

BOOTCAMPS = {
    10000201: ("Z5BC0101", "Z5BC0102", "Z5BC0103"),
    10000202: ("Z5BC0201",),
}
"""Allocated bootcamps of the authority by provider."""
NATIONAL_BOOTCAMPS = ("Z9BC0001", "Z9BC0002")
INTERVIEW, JOB_OFFER = "Z0010211", "Z0010212"

COMMUNITY_AIM, SOCIAL_FUND_AIM, DEGREE_AIM = "60900102", "60900072", "60940055"


class Course(NamedTuple):
    """What an apprenticeship is of, its usual prices in pounds and its aims beside English and maths."""

    prog_type: int
    standard: int | None
    framework: int | None
    pathway: int | None
    prices: tuple[int, ...]
    aims: tuple[str, ...]


STANDARD = Course(25, 17, None, None, (10800, 2700), ("60900035",))
SMALLER_STANDARD = Course(25, 17, None, None, (7200, 1800), ())
FRAMEWORK = Course(2, None, 403, 1, (8400,), ("60940018", "60940031"))
SMALLER_FRAMEWORK = Course(2, None, 403, 2, (5400,), ("60940018",))
STANDARDS = (STANDARD, STANDARD, SMALLER_STANDARD)
FRAMEWORKS = (FRAMEWORK, SMALLER_FRAMEWORK)
