"""The reference data that a learner needs and scenarios do not have, as tables; what names somebody made up."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from engine.calendar import FundingYear
from engine.ilr.records import Learner
from engine.reference import SHAPES, ReferenceData
from reports.capture.identity import MadeUp
from reports.capture.parts import Part, shown
from steps import cells as cells_read
from steps.apprentice_reference import BANDS, HISTORY
from steps.world import base_reference

Raw: TypeAlias = Mapping[str, str]
Cells: TypeAlias = dict[str, str]

_COURSE = (
    ("programme type", "ProgType"),
    ("standard code", "StdCode"),
    ("framework code", "FworkCode"),
    ("pathway code", "PwayCode"),
)
_RESULTS = frozenset({"returns"})
_GENERIC = ("aim_categories", "annual_values", "framework_aims", "sg_main_aims")


def reference_parts(learner: Learner, file: ReferenceData, made_up: MadeUp) -> Iterator[Part]:
    """Yield the steps before the learner's own: what the file's reference data has and that of scenarios has not.

    Postcodes, employers and campuses of the learner have to be made up before: of others there is no row.
    """
    for name in SHAPES:
        if name not in _RESULTS and not file.has(name):
            yield Part(f"no reference table {name} is supplied")
    refs = {aim.learn_aim_ref.upper() for aim in learner.learning_delivery}
    yield from _of_aims(file, refs)
    yield from _of_postcodes(file, made_up)
    yield from _of_courses(learner, file)
    yield from _of_the_provider(learner, file, made_up, refs)


def later_reference_parts(
    learner: Learner, file: ReferenceData, made_up: MadeUp, names: Mapping[int, str]
) -> Iterator[Part]:
    """Yield the steps after the learner's own: evidence, claims and earlier years of that learner."""
    own = [("UKPRN", str(made_up.ukprn)), ("LearnRefNumber", learner.learn_ref_number.upper())]
    history = [_history(row, made_up) for row in _rows(file, "earnings_history", ("ULN", str(learner.uln)))]
    if history:
        yield Part("this earnings history:", tuple(history), labels=frozenset({"year"}))
    by_ref = {aim.learn_aim_ref.upper(): names[aim.aim_seq_number] for aim in learner.learning_delivery}
    tables: tuple[tuple[str, str, Callable[[Raw], Cells]], ...] = (
        ("growth_awards", "these aims belong to a Grant Growth Contract award:",
         lambda row: {"aim": by_ref.get(row["LearnAimRef"].upper(), "-") if row["LearnAimRef"] else "-"}),
        ("job_outcome_evidence", "these spells of employment:", lambda row: {
            "employer": str(made_up.employer(int(row["EmpId"]))), "first day": _day(row["EmploymentStart"]),
            "last day": _day(row["EmploymentEnd"]) or "-", "signed": _yes(row["EvidenceSigned"])}),
        ("wex_evidence", "these hours of work experience are evidenced:",
         lambda row: {"aim": names.get(int(row["AimSeqNumber"]), row["AimSeqNumber"]), "hours": row["Hours"]}),
        ("adjustment_claims", "these claims outside the ILR:", lambda row: {
            "line": row["Line"], "purpose": row["Purpose"], "date": _day(row["ClaimDate"]), "amount": row["Amount"]}),
        ("work_placement_records", "the provider's record of work placements is:", lambda row: {
            "hours counted": row["HoursCounted"], "went out": _yes(row["WentOut"]), "planned": _noted(row["Planned"]),
            "why not": _noted(row["WhyNot"]), "substitute": _noted(row["Substitute"]),
            "evidence": _yes(row["SubstituteEvidenced"])}),
    )  # fmt: skip
    for table, sentence, cells in tables:
        found = tuple(cells(row) for row in _rows(file, table, *own))
        if found:
            yield Part(sentence, found, labels=frozenset({"aim", "employer", "line", "date", "amount"}))


def _of_aims(file: ReferenceData, refs: set[str]) -> Iterator[Part]:
    titles: list[Raw] = []
    other_titles: list[Raw] = []
    for row in _new(file, "aims", "LearnAimRef", refs):
        (other_titles if row["EnglPrscID"] else titles).append(row)
    if titles:
        yield Part(
            "these aims in LARS:",
            tuple(
                {
                    "aim reference": row["LearnAimRef"],
                    "title": row["LearnAimRefTitle"] or "An aim",
                    "level": row["NotionalNVQLevelv2"],
                    "common component": row["FrameworkCommonComponent"],
                }
                for row in titles
            ),
            labels=frozenset({"aim reference", "title"}),
        )
    yield from _generic("aims", other_titles)
    rates = tuple(
        {
            "aim reference": row["LearnAimRef"],
            "rate": row["RateUnWeighted"],
            "weighted rate": row["RateWeighted"],
            "weighting": row["WeightingFactor"],
            "category": row["FundingCategory"],
            **_period(row),
        }
        for row in _new(file, "aim_rates", "LearnAimRef", refs)
    )
    if rates:
        yield Part("these aim rates:", rates, labels=frozenset({"aim reference", "rate"}))
    for table in _GENERIC:
        yield from _generic(table, _new(file, table, "LearnAimRef", refs))


def _of_postcodes(file: ReferenceData, made_up: MadeUp) -> Iterator[Part]:
    factors, authorities, amounts = [], [], []
    for real, other in made_up.postcodes().items():
        for table, heading in (("area_costs", "area cost"), ("disadvantage", "disadvantage")):
            value = "AreaCostFactor" if table == "area_costs" else "Uplift"
            for row in _rows(file, table, ("Postcode", real)):
                said = {"area cost": "", "disadvantage": "", heading: _number(row[value])}
                factors.append({"postcode": other, **said, **_period(row)})
        for row in _rows(file, "authority_postcodes", ("Postcode", real)):
            authorities.append({"postcode": other, "authority": row["Authority"], **_period(row)})
        for row in _rows(file, "apprenticeship_disadvantage", ("Postcode", real)):
            amounts.append({"postcode": other, "amount": _number(row["Uplift"]), **_period(row)})
    labels = frozenset({"postcode", "amount", "area cost", "disadvantage"})
    if factors:
        yield Part("these postcode factors:", tuple(_joined(factors)), labels=labels)
    if authorities:
        yield Part("these postcodes of the authority:", tuple(authorities), labels=labels)
    if amounts:
        yield Part("these apprenticeship postcodes:", tuple(amounts), labels=labels)


def _joined(factors: Iterable[Cells]) -> Iterator[Cells]:
    """Put both factors of a postcode into one row where they hold in the same time."""
    rows: dict[tuple[str, str, str], Cells] = {}
    for row in factors:
        key = (row["postcode"], row["from"], row["to"])
        before = rows.setdefault(key, row)
        for name in ("area cost", "disadvantage"):
            before[name] = before[name] or row[name]
    yield from rows.values()


def _of_courses(learner: Learner, file: ReferenceData) -> Iterator[Part]:
    courses = {
        tuple(str(code or 0) for code in (aim.prog_type, aim.std_code, aim.fwork_code, aim.pway_code))
        for aim in learner.learning_delivery
    }

    def of_courses(table: str) -> list[Raw]:
        def mine(row: Raw) -> bool:
            return tuple(row[name] or "0" for _, name in _COURSE) in courses

        rows = [row for row in file.rows(table) if mine(row)]
        return [] if rows == [row for row in base_reference().rows(table) if mine(row)] else rows

    by_field = {column.field: column.heading for column in BANDS.columns}
    bands = tuple(
        {
            **_course(row),
            **{
                by_field[name]: _number(row[name])
                for name in SHAPES["apprenticeship_funding"].headings
                if name in by_field
                and name not in dict(_COURSE).values()
                and not name.startswith("Effective")
            },
            **_period(row),
        }
        for row in of_courses("apprenticeship_funding")
    )
    labels = frozenset({heading for heading, _ in _COURSE} | {"band", "component"})
    if bands:
        yield Part("these apprenticeship bands:", bands, labels=labels)
    components = tuple(
        {**_course(row), "component": row["CommonComponent"], **_period(row)}
        for row in of_courses("common_components")
    )
    if components:
        yield Part("these common components:", components, labels=labels)


def _of_the_provider(
    learner: Learner, file: ReferenceData, made_up: MadeUp, refs: set[str]
) -> Iterator[Part]:
    own = ("UKPRN", str(made_up.ukprn))
    contracts = tuple(
        {
            "contract": "AEB",
            "kind": "contract for services" if _yes(row["Procured"]) == "yes" else "grant",
            "wave": row["Wave"],
            "from": _day(row["ValidFrom"]),
            "to": _day(row["ValidTo"]),
        }
        for row in _rows(file, "contracts", own)
    )
    if contracts:
        yield Part("these contracts of providers:", contracts, labels=frozenset({"kind"}))
    permissions = [row for row in _rows(file, "wex_permissions", own) if row["LearnAimRef"].upper() in refs]
    if permissions:
        programmes = {"SG": "Sector Gateway", "SWAP": "SWAP"}
        yield Part(
            "these permissions for larger work experience aims:",
            tuple(
                {
                    "aim reference": row["LearnAimRef"],
                    "programme": programmes.get(row["Programme"].upper(), "SWAP"),
                }
                for row in permissions
            ),
            labels=frozenset({"aim reference", "programme"}),
        )
    yield from _generic(
        "organisation_funding", [{**row, "UKPRN": ""} for row in _rows(file, "organisation_funding", own)]
    )
    campuses, postcodes = made_up.campuses(), made_up.postcodes()
    resources = []
    for row in file.rows("specialist_resources"):
        campus = campuses.get(row["CampId"].upper()) if row["CampId"] else ""
        provider = "" if not row["UKPRN"] else str(made_up.provider(int(row["UKPRN"])))
        if campus or (row["UKPRN"] == own[1] and not row["CampId"]):
            postcode = row["Postcode"] and (
                postcodes.get(row["Postcode"].upper()) or made_up.postcode(row["Postcode"])
            )
            resources.append({**row, "UKPRN": provider, "CampId": campus or "", "Postcode": postcode})
    yield from _generic("specialist_resources", resources)
    employers = {one.emp_id for one in learner.learner_employment_status if one.emp_id is not None}
    large = [
        {**row, "EmpId": str(made_up.employer(int(row["EmpId"])))}
        for row in file.rows("large_employers")
        if int(row["EmpId"]) in employers
    ]
    yield from _generic("large_employers", large)


def _generic(table: str, rows: Iterable[Raw]) -> Iterator[Part]:
    shape = SHAPES[table]
    needed = frozenset(column.heading for column in shape.columns if column.needed)
    written = tuple(
        {
            column.heading: _day(row[column.heading]) if column.kind == "date" else row[column.heading]
            for column in shape.columns
        }
        for row in rows
    )
    if written:
        yield Part(f"these rows of the reference table {table}:", written, labels=needed)


def _new(file: ReferenceData, table: str, heading: str, keys: set[str]) -> Iterator[Raw]:
    """Yield the rows of some keys where scenarios have other rows of the key, or none."""
    for key in sorted(keys):
        rows = _rows(file, table, (heading, key))
        if rows != _rows(base_reference(), table, (heading, key)):
            yield from rows


def _rows(file: ReferenceData, table: str, *wanted: tuple[str, str]) -> list[Raw]:
    return [
        row
        for row in file.rows(table)
        if all(row[heading].upper() == value.upper() for heading, value in wanted)
    ]


def _course(row: Raw) -> Cells:
    return {heading: row[name] for heading, name in _COURSE}


def _period(row: Raw) -> Cells:
    return {"from": _day(row["EffectiveFrom"]), "to": _day(row["EffectiveTo"])}


def _history(row: Raw, made_up: MadeUp) -> Cells:
    codes = {"ProgType": "ProgType", "StdCode": "STDCode", "FworkCode": "FworkCode", "PwayCode": "PwayCode"}
    cells: Cells = {"year": FundingYear.from_code(row["CollectionYear"]).label}
    for column in HISTORY.columns:
        name = column.field
        if name in ("learner", "year"):
            continue
        value = row[codes.get(name, name)]
        if name == "UKPRN":
            value = "" if int(value) == made_up.ukprn else str(made_up.provider(int(value)))
        elif name.startswith("HistoricEmpId"):
            value = str(made_up.employer(int(value))) if value else ""
        elif column.read is cells_read.day:
            value = _day(value)
        elif column.read is cells_read.yes_or_no:
            value = _yes(value)
        cells[column.heading] = value
    return cells


def _day(iso: str) -> str:
    return shown(date.fromisoformat(iso)) if iso else ""


def _number(text: str) -> str:
    return shown(Decimal(text)) if text else ""


def _noted(text: str) -> str:
    """Return what stands in place of a note: that there is one is all that the rules ask."""
    return "noted" if text else ""


def _yes(text: str) -> str:
    return "" if not text else "yes" if text.lower() in ("y", "yes", "true", "1") else "no"
