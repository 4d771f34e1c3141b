"""Generated files: valid for every year, the same for a seed, with every programme, and worth something."""

import csv
import re
from collections import Counter
from decimal import Decimal
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from engine.calculate import asks_for_destinations, calculate
from engine.calendar import FundingYear
from engine.identifiers import employer_id_is_valid, uln_is_valid
from engine.ilr.records import Learner
from engine.ilr.schema import YEARS, ilr_name, snake, xsd
from engine.ilr.xml import open_ilr
from engine.ledger import Finding
from reports.calculation import default_reference, opened
from reports.cli import cli
from reports.generate import made_up
from reports.generate.chances import Chances
from reports.generate.document import Document, Record
from reports.generate.faults import FAULTS, spoil
from reports.generate.files import WHOLE, Order, generate
from reports.generate.made_up import BOOTCAMP_UKPRN, UKPRN
from reports.generate.mix import PROGRAMMES, usual_mix
from reports.generate.person import MOST_LEARNERS, uln_of
from reports.generate.scene import Scene

SHARED = next((one / "shared" for one in Path(__file__).resolve().parents if (one / "shared").is_dir()), None)
OFFICIAL = {
    "1718": "ILR-2017-18-v2.xsd",
    "1819": "ILR-2018-19-v3.xsd",
    "1920": "ILR-2019-20-v2.xsd",
    "2021": "ILR-2020-21-v1.xsd",
    "2425": "ILR-2024-25.xsd",
    "2526": "ILR-2025-26.xsd",
}
LEARNERS = 40
GOLDEN = "3ef0cca3b94cfdc04af65df12ec9d08f4c2430c9dc444c0e8ccb525a38acc471"
"""SHA-256 of 40 learners of 2020/21 with seed 7 and half of them with a breach."""


def order(year: str, out: Path, *, learners: int = LEARNERS, seed: int = 5, errors: int = 0) -> Order:
    chosen = FundingYear.from_code(year)
    ukprn = BOOTCAMP_UKPRN if year in ("2324", "2425") else UKPRN
    return Order(learners, chosen, seed, ukprn, usual_mix(chosen), 1, out, errors)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("generated")


@cache
def _made(folder: Path, year: str, errors: int = 0) -> Path:
    path = folder / f"{year}-{errors}.xml"
    generate(order(year, path, errors=errors))
    return path


@pytest.mark.parametrize("errors", [0, WHOLE], ids=["good", "spoilt"])
@pytest.mark.parametrize("year", YEARS)
def test_valid_by_our_schema(folder: Path, year: str, errors: int) -> None:
    etree.XMLSchema(etree.fromstring(xsd(year))).assertValid(etree.parse(_made(folder, year, errors)))


@pytest.mark.parametrize("year", OFFICIAL)
def test_valid_by_the_official_schema(folder: Path, year: str) -> None:
    schema = None if SHARED is None else SHARED / "ilr" / "xsd" / OFFICIAL[year]
    if schema is None or not schema.is_file():
        pytest.skip("the official schemas are not here")
    etree.XMLSchema(etree.parse(schema)).assertValid(etree.parse(_made(folder, year)))


def test_same_bytes_for_a_seed(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.xml", "b.xml", "c.xml")]
    for path, seed in zip(paths, (7, 7, 8), strict=True):
        generate(order("2021", path, learners=40, seed=seed, errors=WHOLE // 2))
    first, again, other = (path.read_bytes() for path in paths)
    assert first == again
    assert first != other
    assert sha256(first).hexdigest() == GOLDEN


def test_more_learners_begin_with_the_same(tmp_path: Path) -> None:
    few, many = tmp_path / "few.xml", tmp_path / "many.xml"
    generate(order("2526", few, learners=20))
    generate(order("2526", many, learners=30))
    assert many.read_bytes().startswith(few.read_bytes().removesuffix(b"</Message>\n"))


@pytest.mark.parametrize("year", YEARS)
def test_every_programme_of_the_year(folder: Path, year: str) -> None:
    with open_ilr(_made(folder, year)) as reader:
        learners = list(reader.learners())
        destinations = list(reader.destinations())
    models = {one.fund_model for learner in learners for one in learner.learning_delivery}
    expected = {25, 36, 81, 99}
    start = int(year[:2])
    expected |= {35, 10} if start < 24 else {38, 11}
    expected |= {70} if start < 23 else set()
    expected |= {37} if start == 25 else set()
    assert expected <= models
    codes = {fam.learn_del_fam_code for one in _deliveries(learners) for fam in one.learning_delivery_fam
             if fam.learn_del_fam_type == "DAM"}  # fmt: skip
    assert ({"013", "016", "042"} & codes != set()) == (start >= 21)
    bootcamps = [one for one in _deliveries(learners) if one.learn_aim_ref.startswith("Z5BC")]
    assert bool(bootcamps) == (start in (23, 24))
    assert bool(destinations) == (start < 24)
    numbers = [learner.learn_ref_number for learner in learners]
    assert len(set(numbers)) == LEARNERS
    assert len({learner.uln for learner in learners}) == LEARNERS


def _deliveries(learners: list[Learner]) -> list:  # type: ignore[type-arg]
    return [one for learner in learners for one in learner.learning_delivery]


def test_apprentices_have_all_that_makes_them(tmp_path: Path) -> None:
    """Standards, frameworks, English and maths, prices, contracts, breaks, restarts, withdrawals, small employers."""
    path = tmp_path / "apprentices.xml"
    year = FundingYear.from_code("2021")
    generate(Order(400, year, 3, UKPRN, {"fm36": 1}, 1, path, 0))
    with open_ilr(path) as reader:
        learners = list(reader.learners())
    aims = _deliveries(learners)
    fams = Counter(
        (fam.learn_del_fam_type, fam.learn_del_fam_code) for one in aims for fam in one.learning_delivery_fam
    )
    finance = Counter((one.a_fin_type, one.a_fin_code) for aim in aims for one in aim.app_fin_record)
    monitoring = {
        (one.esm_type, one.esm_code)
        for learner in learners
        for status in learner.learner_employment_status
        for one in status.employment_status_monitoring
    }
    assert {one.prog_type for one in aims} == {2, 25}
    assert {made_up.ENGLISH, made_up.MATHS} <= {one.learn_aim_ref for one in aims}
    assert {("ACT", "1"), ("ACT", "2"), ("LSF", "1"), ("RES", "1")} <= set(fams)
    assert {("TNP", 1), ("TNP", 2), ("TNP", 3), ("TNP", 4), ("PMR", 1)} <= set(finance)
    assert {one.comp_status for one in aims} == {1, 2, 3, 6}
    assert ("SEM", 1) in monitoring
    assert any(len(learner.learner_employment_status) > 1 for learner in learners)
    assert {11, 10} == {one.emp_stat for learner in learners for one in learner.learner_employment_status}


def _worked_out(path: Path) -> tuple[dict[int, Decimal], list[Finding]]:
    """Return the earnings by the funding model of a learner's first aim, and all findings."""
    earned: dict[int, Decimal] = {}
    findings: list[Finding] = []
    with opened(path, None, None, ()) as calculation:
        for learner, ledger in calculation.ledgers():
            findings += ledger.findings
            if learner is None:
                continue
            model = learner.learning_delivery[0].fund_model
            earned[model] = earned.get(model, Decimal()) + sum(one.amount for one in ledger.earnings)
    return earned, findings


@pytest.mark.parametrize("year", YEARS)
def test_good_files_earn_and_have_no_finding(folder: Path, year: str) -> None:
    """What stands outside the ILR, evidence of a job and some contracts, is no fault of the file."""
    earned, findings = _worked_out(_made(folder, year))
    assert earned[36] > 10_000
    assert earned[35] > 500
    outside = {"JO_EVIDENCE_MISSING", "CONTRACT_NOT_SUPPLIED"}
    assert [one for one in findings if one.code not in outside] == []


@pytest.mark.parametrize(
    ("programme", "year"), [(name, "2122") for name in ("fm35", "fm36", "fm25", "sector")]
)
def test_each_breach_is_found(tmp_path: Path, programme: str, year: str) -> None:
    expected = _spoilt(tmp_path / "spoilt.xml", programme, year, UKPRN)
    _, findings = _worked_out(tmp_path / "spoilt.xml")
    found = {(one.learn_ref_number, one.code) for one in findings}
    assert {code for _, code in expected} == {
        code for code, fault in FAULTS.items() if programme in fault.programmes
    }
    assert expected - found == set()


def test_each_breach_of_a_bootcamp_is_found(tmp_path: Path) -> None:
    expected = _spoilt(tmp_path / "spoilt.xml", "bootcamps", "2324", BOOTCAMP_UKPRN)
    tables = _bootcamps_worked_out(tmp_path / "spoilt.xml")
    found = {(row["LearnRefNumber"], row["Code"]) for name in ("no-pay", "findings") for row in tables[name]}
    no_pay = {(ref, code) for ref, code in expected if code.startswith("NP_")}
    assert {code for _, code in no_pay} == {code for code in FAULTS if code.startswith("NP_")}
    assert no_pay - found == set()


def test_good_bootcamps_are_paid_and_have_no_finding(tmp_path: Path) -> None:
    path = tmp_path / "good.xml"
    generate(Order(40, FundingYear.from_code("2324"), 2, BOOTCAMP_UKPRN, {"bootcamps": 1}, 1, path, 0))
    tables = _bootcamps_worked_out(path)
    assert tables["no-pay"] == tables["findings"] == []
    assert {row["Milestone"] for row in tables["milestones"]} == {"M1", "M2", "M3"}


def _bootcamps_worked_out(path: Path) -> dict[str, list[dict[str, str]]]:
    """Return the rows of ``ilrspec calc`` for milestones, the no-pay report and findings."""
    tables: dict[str, list[dict[str, str]]] = {}
    targets = {name: path.with_name(f"{name}.csv") for name in ("milestones", "no-pay", "findings")}
    run = CliRunner().invoke(
        cli, ["calc", str(path), *(f"--{name}={target}" for name, target in targets.items())]
    )
    assert run.exit_code == 0, run.output
    for name, target in targets.items():
        with target.open(encoding="utf-8", newline="") as file:
            tables[name] = list(csv.DictReader(file))
    return tables


def _spoilt(path: Path, programme: str, year: str, ukprn: int) -> set[tuple[str, str]]:
    """Write learners of a programme of whom each breaks a rule; return the references with the codes."""
    scene = Scene(FundingYear.from_code(year), ukprn, Chances(11))
    document = Document(year)
    expected: set[tuple[str, str]] = set()
    header = {
        "CollectionDetails": {"Collection": "ILR", "Year": year, "FilePreparationDate": scene.prepared},
        "Source": {
            "ProtectiveMarking": "OFFICIAL-SENSITIVE-Personal",
            "UKPRN": ukprn,
            "SerialNo": "01",
            "DateTime": f"{scene.prepared}T12:00:00",
        },
    }
    text = [document.opening(header, ukprn)]
    for number in range(1, 111):
        learner, _ = PROGRAMMES[programme].make(scene, number)
        code = spoil(scene, programme, learner)
        assert code is not None
        expected.add((learner["LearnRefNumber"], code))
        text.append(document.text("Learner", learner))
    path.write_text("".join(text) + document.closing(), encoding="utf-8")
    return expected


@settings(max_examples=60, deadline=None)
@given(st.integers(0, MOST_LEARNERS))
def test_every_number_has_a_uln_of_its_own(number: int) -> None:
    assert uln_is_valid(uln_of(number))
    assert uln_of(number) < uln_of(number + 1) < 9_999_999_999


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 2**63 - 1), year=st.sampled_from(YEARS), name=st.sampled_from(sorted(PROGRAMMES)))
def test_records_of_any_seed_hold_together(seed: int, year: str, name: str) -> None:
    """Every element has an ILR name, no aim ends before it starts or after the file, employers are numbered right."""
    scene = Scene(FundingYear.from_code(year), BOOTCAMP_UKPRN, Chances(seed))
    for number in range(1, 9):
        made = PROGRAMMES[name].make(scene, number)
        assert _unknown(made.learner) == []
        for aim in made.learner["LearningDelivery"]:
            start, last = aim["LearnStartDate"], aim.get("LearnActEndDate")
            assert start <= aim["LearnPlanEndDate"]
            assert last is None or start <= last <= scene.prepared
            assert (last is None) == (aim["CompStatus"] == 1)
            assert (aim["CompStatus"] == 3) == (aim.get("WithdrawReason") is not None)
        ends = [aim.get("LearnActEndDate") or scene.prepared for aim in made.learner["LearningDelivery"]]
        assert max(ends) >= scene.first
        for status in made.learner.get("LearnerEmploymentStatus", ()):
            assert status["EmpId"] is None or employer_id_is_valid(status["EmpId"])
        for one in made.destinations:
            assert one["OutStartDate"] <= scene.prepared


def _unknown(record: Record) -> list[str]:
    found = []
    for name, value in record.items():
        try:
            ilr_name(snake(name))
        except KeyError:
            found.append(name)
        for one in value if isinstance(value, list) else [value]:
            found += _unknown(one) if isinstance(one, dict) else []
    return found


def test_nobody_could_be_meant(folder: Path) -> None:
    """No National Insurance number that is issued, no telephone number or address of anybody."""
    text = _made(folder, "2324").read_text(encoding="utf-8")
    assert all(found.startswith("ZZ") for found in re.findall("<NINumber>(.*?)<", text))
    assert all(found.startswith("01632960") for found in re.findall("<TelNo>(.*?)<", text))
    assert all(found.endswith("@example.org") for found in re.findall("<Email>(.*?)<", text))
    assert all(found.startswith("Madeup-") for found in re.findall("<FamilyName>(.*?)<", text))
    known = {row["Postcode"] for row in _rows("area_costs")} | {"ZZ99 9ZZ"}
    assert set(re.findall("<(?:Postcode|PostcodePrior|DelLocPostCode|LSDPostcode)>(.*?)<", text)) <= known


def _rows(table: str) -> list[dict[str, str]]:
    with (default_reference() / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_stock_is_in_the_reference_extract() -> None:
    rated = {row["LearnAimRef"] for row in _rows("aim_rates")}
    stock = {
        *made_up.ADULT_AIMS,
        *made_up.SECTOR_MAIN_AIMS,
        *made_up.SWAP_MAIN_AIMS,
        *made_up.WORK_EXPERIENCE,
    }
    stock |= {*made_up.OLD_FRAMEWORK_AIMS, made_up.EMPLOYABILITY, made_up.JOB_OUTCOME_YOUNG}
    assert stock <= rated
    courses = {
        (row["ProgType"], row["StdCode"], row["FworkCode"], row["PwayCode"])
        for row in _rows("apprenticeship_funding")
    }
    for course in (*made_up.STANDARDS, *made_up.FRAMEWORKS):
        parts = (course.prog_type, course.standard, course.framework, course.pathway)
        assert tuple("" if part is None else str(part) for part in parts) in courses
    bootcamps = {(int(row["UKPRN"]), row["LearnAimRef"]) for row in _rows("bootcamp_aims")}
    assert {(ukprn, ref) for ukprn, refs in made_up.BOOTCAMPS.items() for ref in refs} <= bootcamps


@pytest.mark.parametrize("year", ["2122", "2223"])
def test_learners_who_are_not_asked_for_their_destinations_have_none_that_counts(
    year: str, tmp_path: Path
) -> None:
    # Looking up destinations costs time, so calc does it for those alone of whom the engine says that it asks.
    generate(order(year, tmp_path / "", learners=150))
    [file] = tmp_path.glob("*.xml")
    told = Counter[bool]()
    with opened(file, None, None, []) as calculation:
        setting = calculation.setting
        known = {one.learn_ref_number: one for one in calculation.reader.destinations()}
        some = next(iter(known.values()))
        for learner in calculation.learners():
            destination = known.get(learner.learn_ref_number, some)
            asked = asks_for_destinations(learner, setting)
            told[asked] += 1
            if not asked:
                found = calculate(learner, destination, setting), calculate(learner, None, setting)
                assert found[0].findings == found[1].findings
                assert [row.amount for row in found[0].earnings] == [row.amount for row in found[1].earnings]
    assert told[True] and told[False]
