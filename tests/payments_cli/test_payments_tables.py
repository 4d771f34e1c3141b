"""Commitments, levy and history that cannot be used: every fault at once with its place, and nothing written."""

from pathlib import Path

import pytest
from payments_kit import (
    BESIDE,
    COMMITMENT_HEADINGS,
    GOOD_COMMITMENT,
    HISTORY,
    R05,
    R06,
    SAMPLE,
    calc,
    changed,
    lines,
    rows,
    table,
)

LEVY_HEADINGS = "Employer,LevyPayer,Month,Balance,TransferAllowance"


def refused(tmp_path: Path, *options: object) -> list[str]:
    """Run with tables at fault and return the lines of the refusal; nothing may be left behind."""
    payments, findings = tmp_path / "p.csv", tmp_path / "f.csv"
    payments.write_text("yesterday's\n", encoding="utf-8")
    told = calc(R05, *options, "--payments", payments, "--findings", findings)
    assert told.exit_code == 2, told.output
    assert told.stdout == ""
    assert payments.read_text(encoding="utf-8") == "yesterday's\n"
    assert not findings.exists()
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]
    return told.stderr.splitlines()


@pytest.mark.parametrize(
    ("old", "new", "column", "said"),
    [
        ("6000", "", "Price", "found '', expected a price in pounds, 0 or more, such as 9000"),
        ("6000", "-6000", "Price", "found '-6000', expected a price in pounds, 0 or more"),
        ("6000", "six", "Price", "found 'six', expected a price in pounds"),
        ("6000", "NaN", "Price", "found 'NaN'"),
        ("active", "actve", "Status", "active, paused or cancelled; did you mean 'active'?"),
        ("3200000103", "3.2E+09", "ULN", "found '3.2E+09', expected the learner's unique number"),
        ("2020-08-01", "2020-13-01", "StartDate", "expected a date such as 2021-08-01 or 01/08/2021"),
        ("2021-08-02", "2020-07-31", "EndDate", "expected 2020-08-01, the start, or later"),
        ("active,,,", "active,2020-09-01,2020-08-31,", "EffectiveTo", "expected 2020-09-01, from which"),
        (
            "active,,,",
            "active,,2020-07-31,",
            "EffectiveTo",
            "expected 2020-08-01, from which it takes effect",
        ),
        ("active,,,", "cancelled,,,", "StopDate", "the day of the stop, as the status is cancelled"),
        ("active,,,", "active,,,2020-11-15", "StopDate", "nothing, as the status is active"),
        ("25,901,,", ",,,", "StdCode", "a standard, or ProgType, FworkCode and PwayCode instead"),
        ("25,901,,", "2,901,,", "ProgType", "found '2', expected 25"),
        ("25,901,,", ",,901,", "ProgType", "the programme type of the framework"),
        ("25,901,,", "25,901,403,", "FworkCode", "nothing, as StdCode is 901"),
    ],
)
def test_a_fault_of_a_commitment(tmp_path: Path, old: str, new: str, column: str, said: str) -> None:
    assert old in GOOD_COMMITMENT
    path = table(tmp_path / "c.csv", COMMITMENT_HEADINGS, "", GOOD_COMMITMENT.replace(old, new))

    (line,) = refused(tmp_path, "--commitments", path)

    assert line.startswith(f"{path}, line 3, column {column}: ")
    assert said in line


def test_versions_of_a_commitment(tmp_path: Path) -> None:
    other = GOOD_COMMITMENT.replace("3200000103", "3200000200").replace(",001,", ",002,")
    path = table(
        tmp_path / "c.csv",
        COMMITMENT_HEADINGS,
        GOOD_COMMITMENT,
        GOOD_COMMITMENT.replace(",001,", ",,"),
        other,
    )

    told = refused(tmp_path, "--commitments", path)

    assert told == [
        f"{path}, line 3, column VersionId: found '1-001', expected each version once; line 2 has it too",
        f"{path}, line 4, column ULN: found '3200000200', expected 3200000103, as in line 2: "
        "all versions of a commitment are one learner's",
    ]


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        (
            COMMITMENT_HEADINGS.replace("Price", "Prise"),
            "line 1: found 'Prise', expected one of CommitmentId",
        ),
        (COMMITMENT_HEADINGS.replace("Price", "Prise"), "did you mean 'Price'?"),
        (COMMITMENT_HEADINGS.replace("Price", "Prise"), "column Price: found '', expected the heading Price"),
        (COMMITMENT_HEADINGS.replace("Status", "ULN"), "found 'ULN', expected each heading once"),
        (COMMITMENT_HEADINGS.replace(",", ";"), "found 'semicolons', expected commas"),
        ("", "expected the heading ULN"),
    ],
)
def test_headings(tmp_path: Path, heading: str, said: str) -> None:
    path = table(tmp_path / "c.csv", heading, GOOD_COMMITMENT)

    told = refused(tmp_path, "--commitments", path)

    assert any(said in line for line in told), told
    assert all(str(path) in line for line in told)


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (("1,Y,Septembre,5,",), "line 2, column Month: found 'Septembre', expected a month such as 2020-09"),
        (("1,Y,2020-13,5,",), "column Month: found '2020-13'"),
        (("1,Y,13/20,5,",), "column Month: found '13/20'"),
        (
            ("1,Y,2020-09,-5,",),
            "column Balance: found '-5', expected pounds, 0 or more, or the word unlimited",
        ),
        (("1,Y,2020-09,,",), "column Balance: found '', expected pounds"),
        (("1,perhaps,2020-09,5,",), "column LevyPayer: found 'perhaps', expected Y or N"),
        ((",Y,2020-09,5,",), "column Employer: found ''"),
        (
            ("1,Y,2020-09,5,", "1,Y,09/20,6,"),
            "line 3, column Month: found '2020-09', expected each month once",
        ),
        (
            ("1,Y,2020-09,5,", "1,N,2020-10,6,"),
            "line 3, column LevyPayer: found 'N', expected Y, as in line 2",
        ),
        (("1,Y,2020-09,unlimited,",), "column Balance: found 'unlimited', expected pounds: unlimited stands"),
        (("1,Y,,5",), "line 2: found '4 cells', expected 5 as in the heading"),
    ],
)
def test_a_fault_of_the_levy(tmp_path: Path, texts: tuple[str, ...], said: str) -> None:
    path = table(tmp_path / "levy.csv", LEVY_HEADINGS, *texts)

    told = refused(tmp_path, "--levy", path)

    assert any(said in line for line in told), told


@pytest.mark.parametrize(
    ("column", "text", "said"),
    [
        ("FundingSource", "levvy", "did you mean 'levy'?"),
        ("TransactionType", "17", "the number of a transaction type, 1 to 16"),
        ("ContractType", "3", "1 for a levy contract or 2"),
        ("GovernmentShare", "95", "a share of 0 to 1, such as 0.95"),
        ("Amount", "much", "pounds, negative when taken back"),
        ("DeliveryMonth", "2020-12", "expected 2020-08, that of the collection, or earlier"),
        ("Collection", "2021-R05", "expected one before 2021-R05, the first that is run"),
        ("Collection", "2021-R15", "a collection such as 2021-R06"),
        ("Collection", "", "a collection such as 2021-R06"),
        ("TakenFrom", "yore", "a month such as 2020-09"),
    ],
)
def test_a_fault_of_the_history(tmp_path: Path, column: str, text: str, said: str) -> None:
    heading, first, *rest = lines(HISTORY)
    cells = first.split(",")
    cells[heading.split(",").index(column)] = text
    path = table(tmp_path / "h.csv", heading, *rest, ",".join(cells))

    (line,) = refused(tmp_path, *BESIDE, "--history", path)

    assert line.startswith(f"{path}, line {len(rest) + 2}, column {column}: found '{text}', expected ")
    assert said in line


def test_a_payment_told_twice(tmp_path: Path) -> None:
    again = table(tmp_path / "again.csv", *lines(HISTORY)[:2])

    (line,) = refused(tmp_path, *BESIDE, "--history", HISTORY, "--history", again)

    assert (
        line == f"{again}, line 2: found 'a payment a second time', expected it once; see {HISTORY}, line 2"
    )


def test_month_ends_take_no_payments_of_their_own_months(tmp_path: Path) -> None:
    told = refused(tmp_path, *BESIDE, "--history", HISTORY, "--month-ends")

    assert len(told) == len(rows(HISTORY))
    assert "expected one before 2021-R01, the first that is run" in told[0]


def test_the_faults_of_all_tables_are_told_at_once(tmp_path: Path) -> None:
    commitments = table(
        tmp_path / "c.csv",
        COMMITMENT_HEADINGS,
        GOOD_COMMITMENT.replace("6000", ""),
        GOOD_COMMITMENT.replace("active", "on").replace("2020-08-01", "soon"),
    )
    levy = table(tmp_path / "l.csv", LEVY_HEADINGS, "1,Y,then,5,")
    history = changed(HISTORY, tmp_path / "h.csv", ("A01,", ","))

    told = refused(tmp_path, "--commitments", commitments, "--levy", levy, "--history", history)

    places = [line.removeprefix(str(tmp_path))[1:].split(":")[0] for line in told]
    assert places[:4] == [
        "c.csv, line 2, column Price",
        "c.csv, line 3, column StartDate",
        "c.csv, line 3, column Status",
        "l.csv, line 2, column Month",
    ]
    assert all(place.endswith("column LearnRefNumber") for place in places[4:])
    assert len(places) == 4 + sum(row["LearnRefNumber"] == "A01" for row in rows(HISTORY))


@pytest.mark.parametrize("content", [b"PK\x03\x04\xff\xfe", "CommitmentId,Préis\n".encode("latin-1")])
def test_a_table_that_is_no_text(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "c.xlsx"
    path.write_bytes(content)

    (line,) = refused(tmp_path, "--commitments", path)

    assert line.startswith(f"{path}: found 'signs that are not UTF-8'")


def test_the_spellings_that_spreadsheets_make(tmp_path: Path) -> None:
    """A byte order mark, CRLF, empty rows, pound signs, dates with the day first and any order of columns."""
    plain, fancy = tmp_path / "plain.csv", tmp_path / "fancy.csv"
    heading, row = COMMITMENT_HEADINGS.split(","), GOOD_COMMITMENT.split(",")
    table(plain, COMMITMENT_HEADINGS, GOOD_COMMITMENT)
    cells = dict(zip(heading, row, strict=True))
    cells |= {"Price": '"£6,000.00"', "StartDate": "01/08/2020", "Status": "Active", "ULN": " 3200000103 "}
    turned = ["\ufeff" + ",".join(reversed(cells)), ",".join(reversed(list(cells.values()))), "," * len(row)]
    fancy.write_bytes("\r\n".join([*turned, ""]).encode())
    results = []
    for path in (plain, fancy):
        out = tmp_path / f"{path.stem}-out.csv"
        told = calc(R05, "--commitments", path, "--levy", SAMPLE / "levy.csv", "--payments", out)
        assert told.exit_code == 0, told.output
        results.append(out.read_bytes())
    assert results[0] == results[1]
    assert b",levy,400.00000,90001,,1,1-001" in results[0]


@pytest.mark.parametrize(
    "month", ["2021-01", "01/21", "01/2021", "1/21", "Jan 2021", "January 2021", "2021-R06"]
)
def test_spellings_of_a_month(tmp_path: Path, month: str) -> None:
    levy = table(tmp_path / "levy.csv", LEVY_HEADINGS, "90001,Y,,0,", f"90001,Y,{month},123,")
    out = tmp_path / "p.csv"

    told = calc(R06, "--commitments", BESIDE[1], "--levy", levy, "--month-ends", "--payments", out)

    assert told.exit_code == 0, told.output
    taken = {
        row["Collection"]
        for row in rows(out)
        if row["FundingSource"] == "levy" and row["Employer"] == "90001"
    }
    assert taken == {"2021-R06"}
