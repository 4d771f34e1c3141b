"""Each command that may meet a learner, as it is called on files of learners who could be known, with its outputs."""

from collections.abc import Callable
from typing import Any

APP = "ILR-10000301-2021-20210105-120000-01.xml"
B23, B24 = "ILR-10000201-2324-20241014-120000-01.xml", "ILR-10000201-2425-20241031-120000-01.xml"
ADULTS, EVERYBODY = "ADULTS.xml", "EVERYBODY.xml"
"""EVERYBODY has learners of every programme."""
FIRST = "A01"
"""A learner of APP."""

HOME = ["--reference", "reference"]
BOOTCAMPS, APPRENTICES = ["--reference", "sample_provider"], ["--reference", "sample_apprenticeships"]
AFTER = ["--reference-after", "after"]
PAYMENTS = ["--commitments", "commitments.csv", "--levy", "levy.csv", "--history", "history.csv"]
TABLES = ("csv", "xlsx", "parquet")
SEVERAL = ((APP, APPRENTICES), (B23, BOOTCAMPS), (ADULTS, HOME), (EVERYBODY, HOME), (EVERYBODY, []))
"""With the reference data in HOME the postcodes of the learners have factors; without, that is a finding."""

Calls = list[list[str]]


def _written(at: int, end: str) -> list[str]:
    return ["--out", f"out/{at}.{end}", "--statement", f"out/{at}s.{end}", "--findings", f"out/{at}f.{end}"]


ON_ILR: dict[str, Calls] = {
    **{
        f"calc to {end}": [
            ["calc", file, *reference, "--all", *_written(at, end)]
            for at, (file, reference) in enumerate(SEVERAL)
        ]
        for end in TABLES
    },
    **{
        f"bootcamps to {end}": [
            ["calc", B23, *BOOTCAMPS, "--all", "--milestones", f"out/m.{end}", "--no-pay", f"out/n.{end}"],
            ["calc", B23, *BOOTCAMPS, "--destinations", f"out/d.{end}", "--findings", f"out/f.{end}"],
        ]
        for end in TABLES
    },
    **{
        f"payments to {end}": [
            [
                "calc",
                APP,
                *APPRENTICES,
                *PAYMENTS,
                "--payments",
                f"out/p.{end}",
                "--findings",
                f"out/f.{end}",
            ],
            ["calc", APP, *APPRENTICES, *PAYMENTS[:2], "--month-ends", "--payments", f"out/m.{end}"],
        ]
        for end in TABLES
    },
    "explain": [
        ["explain", APP, *APPRENTICES, "--learner", FIRST],
        ["explain", B23, *BOOTCAMPS, "--learner", "S09"],
        ["explain", ADULTS, *HOME, "--learner", "A1"],
        ["explain", "LEGACY.csv", "--reference", "sample_pre_employment", "--learner", "0001"],
    ],
    "capture": [
        ["capture", APP, *APPRENTICES, "--learner", FIRST, "--out", "out/captured.feature"],
        ["capture", ADULTS, *HOME, "--learner", "A1"],
    ],
    **{
        f"impact to {end}": [
            [
                "impact",
                APP,
                *APPRENTICES,
                "--reference-after",
                "after",
                "--top",
                "50",
                "--out",
                f"out/i.{end}",
            ],
            ["impact", EVERYBODY, *HOME, "--reference-after", "sample_provider", "--out", f"out/e.{end}"],
            ["impact", B23, B24, *BOOTCAMPS, "--after", "parameters", "--out", f"out/b.{end}"],
        ]
        for end in TABLES
    },
    "impact to data": [
        [
            "impact",
            APP,
            *APPRENTICES,
            "--reference-after",
            "after",
            "--before",
            "parameters",
            "--format",
            "json",
        ],
    ],
    "returns": [
        ["returns", "import", B23, B24, *BOOTCAMPS, "--store", "out/returns.db"],
        ["returns", "list", "--store", "out/returns.db"],
        ["returns", "show", "2024/25", "R03", "--store", "out/returns.db"],
        [
            "calc",
            "--store",
            "out/returns.db",
            *BOOTCAMPS,
            "--no-pay",
            "out/n.xlsx",
            "--findings",
            "out/f.csv",
        ],
        ["calc", "--store", "out/returns.db", *BOOTCAMPS, "--findings", "out/f.parquet", "--all"],
    ],
    "pre-employment": [
        ["calc", "LEGACY.csv", "--reference", "sample_pre_employment", "--out", "out/l.csv"],
        *(
            ["calc", "LEGACY.csv", "--reference", "sample_pre_employment", "--check-ins", f"out/c.{end}"]
            for end in ("ics", *TABLES)
        ),
    ],
    **{
        f"many files to {form}": [
            ["calc", APP, "--into", "out/apprentices", *APPRENTICES, "--as", form, "--workers", "1"],
            [
                "calc",
                B23,
                B24,
                "--into",
                "out/bootcamps",
                *BOOTCAMPS,
                "--as",
                form,
                "--workers",
                "1",
                "--lenient",
            ],
            ["calc", ADULTS, EVERYBODY, "--into", "out/adults", "--as", form, "--workers", "1", "--quiet"],
            [
                "calc",
                ADULTS,
                EVERYBODY,
                "--into",
                "out/adults",
                *HOME,
                "--as",
                form,
                "--workers",
                "1",
                "--again",
            ],
        ]
        for form in ("parquet", "csv", "duckdb")
    },
    **{
        f"impact of many files to {form}": [
            ["impact", APP, *APPRENTICES, *AFTER, "--into", "out/moved", "--as", form, "--workers", "1"],
            ["impact", APP, *APPRENTICES, *AFTER, "--into", "out/moved", "--as", form, "--again", "--quiet"],
            ["impact", B23, B24, *BOOTCAMPS, "--after", "parameters", "--into", "out/camps", "--as", form],
        ]
        for form in ("parquet", "csv")
    },
}
"""Commands on the files themselves, by what a test calls them."""

TAKES_LONG = {
    name
    for name in ON_ILR
    if name.startswith(("payments", "impact", "bootcamps")) and name.endswith(("xlsx", "parquet"))
} | {"many files to duckdb"}

ON_FEATURES: dict[str, Calls] = {
    "run": [
        ["run", "features", "-v", "--report", "out/report", "--allure", "out/results"],
        ["run", "features", "--format", "json"],
        ["run", "wrong", "--format", "json", "--allure", "out/wrong"],
        ["run", "wrong"],
    ],
    "report": [["report", "features", "wrong", "--out", "out/pages", "-n", "1"]],
    "check": [
        *(["check", "features", "wrong", "--format", form] for form in ("text", "json", "github", "sarif")),
        ["check", "wrong", "--fix"],
    ],
    "fmt": [["fmt", "features", "--diff"], ["fmt", "wrong", "--utf8"], ["fmt", "wrong", "--check"]],
    "accept": [["accept", "wrong", "--yes", "--why"]],
    "sheet": [
        ["sheet", "export", "features/captured.feature", "out/book.xlsx"],
        ["sheet", "export", "features/captured.feature", "out/book"],
        ["sheet", "export", "features/captured.feature", "out/book.xlsx", "--replace"],
        ["sheet", "import", "out/book.xlsx", "--check"],
        ["sheet", "import", "out/book", "--into", "features/captured.feature"],
    ],
    "new": [
        [
            "new",
            "--programme",
            "adult-skills",
            "--case",
            "achieved",
            "--out",
            "features/captured.feature",
            "--append",
        ],
        ["new", "--list"],
    ],
    "steps": [
        ["steps", "--page", "out/steps.html"],
        ["steps", "--glue", "out/steps.py"],
        ["steps", "--all", "--format", "json", "these", "apprenticeship", "aims:"],
    ],
    "snapshot and diff": [
        ["snapshot", "out/right.json", "features"],
        ["snapshot", "out/right.json.gz", "features"],
        ["snapshot", "out/wrong.json", "wrong"],
        ["diff", "out/right.json", "out/wrong.json", "--page", "out/diff.html", "--all"],
        ["diff", "out/right.json.gz", "out/wrong.json", "--format", "json"],
        ["diff", "out/right.json", "parameters"],
    ],
    "roll-forward": [
        ["roll-forward", "features", "--page", "out/changes.html", "--all"],
        ["roll-forward", "features", "--format", "json", "--parameters", "parameters"],
    ],
    "coverage": [["coverage", "features", "--all"], ["coverage", "features", "--format", "json"]],
    "switches": [["switches"]],
    "mutate": [
        ["mutate", "features", "--sample", "3", "--killed", "--all", "-n", "1", "--out", "out/survivors.csv"],
        ["mutate", "features", "--only", "FM36", "--limit", "2", "-n", "1", "--format", "json"],
    ],
}
"""Commands on the scenario of a captured learner, in ``features``; in ``wrong`` some of its figures are not right."""

CHOOSES_ONLY = {
    *(
        "--as-at",
        "--switch",
        "--period",
        "--aim",
        "--tags",
        "--workers",
        "-n",
        "--processes",
        "--seed",
        "--years",
    ),
    *(
        "--return",
        "--wave",
        "--ukprn",
        "--fail-on",
        "--document",
        "--values",
        "--rules",
        "--replace",
        "--title",
    ),
    *("--year", "--case", "--start", "--planned-end", "--actual-end", "--price", "--rate", "--set"),
    *("--port", "--no-browser", "--viewer", "--stdio", "--mix", "--learners", "--files", "--errors"),
}
"""Options that choose what is worked out, or how: what is shown and written is of the same kind without them."""

MEETS_NOBODY = {"compile"}
"""Commands that read no file of learners, nor a scenario of one: ``compile`` makes up the learners it tries."""

COVERED: dict[str, set[str]] = {}
"""Commands that have a test of their own, with the options that it gives."""

Test = Callable[..., Any]


def covers(command: str, *options: str) -> Callable[[Test], Test]:
    """Mark a test as the one that searches what a command shows and writes."""
    COVERED.setdefault(command, set()).update(options)
    return lambda test: test
