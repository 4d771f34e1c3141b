"""Steps for Sector Gateway and SWAP: what stands outside the ILR, such as contracts, evidence and claims."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from engine.calendar import FundingYear
from steps import cells
from steps.cells import OneOf
from steps.earnings import find_aim
from steps.headings import LEARNER_COLUMN
from steps.problems import CellError, StepError
from steps.reference_data import add_rows, learner_reference
from steps.registry import reader, step
from steps.tables import Column, Record, RecordTable
from steps.world import World

_LONG_AGO = date(2013, 8, 1)

PROCURED = OneOf(
    "a kind of contract",
    {"a contract for services": True, "a grant": False},
    {"contract for services": True, "grant": False},
)
reader("contract_kind")(PROCURED)

PROGRAMME = OneOf(
    "a programme",
    {"SWAP": "SWAP", "Sector Gateway": "SG"},
    {"SG": "SG", "Sector Gateway programme": "SG", "a SWAP": "SWAP", "a Sector Gateway programme": "SG"},
)
reader("programme")(PROGRAMME)


def employer(written: str, year: FundingYear | None = None) -> int | str:
    """Read an employer: an employer identifier of nine digits, or a name."""
    plain = " ".join(written.split())
    if plain.isdigit():
        if len(plain) != 9:
            raise CellError(f"'{written}' is not an employer: write a name or an identifier of nine digits")
        return int(plain)
    return plain


CONTRACTS = RecordTable((
    Column("contract", "ContractRef", aliases=("contract reference",), help="Reference of the contract."),
    Column("kind", "Procured", PROCURED, ("kind of contract",), required=True,
           help="'contract for services' (procured) or 'grant'."),
    Column("UKPRN", "UKPRN", cells.whole_number, ("provider",),
           "Provider; the provider of the scenario unless said."),
    Column("wave", "Wave", help="Wave of bootcamps, such as 5; none unless said."),
    Column("from", "ValidFrom", cells.day, ("valid from",), "First day."),
    Column("to", "ValidTo", cells.day, ("valid to",), "Last day."),
))  # fmt: skip

GROWTH_AWARDS = RecordTable((
    LEARNER_COLUMN,
    Column("aim", "aim", help="Name, number or reference of the aim; '-' for all aims of the learner."),
))  # fmt: skip

EMPLOYMENT = RecordTable((
    LEARNER_COLUMN,
    Column("employer", "EmpId", employer, ("employer id",), required=True,
           help="Name or identifier of the employer."),
    Column("first day", "EmploymentStart", cells.day, ("employed from",), required=True,
           help="First day of the job."),
    Column("last day", "EmploymentEnd", cells.day, ("employed to",),
           "Last day of the job, '-' while it goes on."),
    Column("signed", "EvidenceSigned", cells.yes_or_no, ("signed by the learner",),
           "Whether the learner has signed; yes unless said."),
))  # fmt: skip

HOURS = RecordTable((
    LEARNER_COLUMN,
    Column("aim", "aim", required=True, help="Name, number or reference of the work experience aim."),
    Column("hours", "hours", cells.number, ("hours worked",), required=True,
           help="Hours that the evidence shows."),
))  # fmt: skip

CLAIMS = RecordTable((
    LEARNER_COLUMN,
    Column("line", "Line", help="Line of the claim form, such as MCA Adjustment 1.", required=True),
    Column("purpose", "Purpose", help="What is claimed for; WEX unless said."),
    Column("date", "ClaimDate", cells.day, ("claim date",), "Day of the claim.", required=True),
    Column("amount", "Amount", cells.money, help="Sum claimed in pounds.", required=True),
))  # fmt: skip

PERMISSIONS = RecordTable((
    Column("aim reference", "LearnAimRef", aliases=("LearnAimRef",), required=True,
           help="The larger work experience aim."),
    Column("programme", "Programme", PROGRAMME, help="SWAP or Sector Gateway.", required=True),
))  # fmt: skip


@step("the provider holds {contract:contract_kind}")
def provider_holds(world: World, contract: bool) -> None:
    """Says how the provider's adult education is paid for: a contract for services (procured) or a grant."""
    kept = [row for row in world.reference_rows.get("contracts", ()) if row["UKPRN"] != str(world.ukprn)]
    world.reference_rows["contracts"] = kept
    add_rows(world, "contracts", [_contract(world.ukprn, contract)])


@step("these contracts of providers:", table=CONTRACTS)
def contracts(world: World, rows: Sequence[Record]) -> None:
    """Gives the contracts of providers with their days."""
    add_rows(
        world,
        "contracts",
        [
            {
                **_contract(row.get("UKPRN") or world.ukprn, row["Procured"]),
                "ContractRef": row.get("ContractRef") or "AEB",
                "Wave": row.get("Wave") or "",
                "ValidFrom": row.get("ValidFrom") or _LONG_AGO,
                "ValidTo": row.get("ValidTo"),
            }
            for row in rows
        ],
    )


def _contract(ukprn: int, procured: bool) -> dict[str, Any]:
    return {
        "UKPRN": ukprn,
        "ContractRef": "AEB",
        "Wave": "",
        "Procured": procured,
        "ValidFrom": _LONG_AGO,
        "ValidTo": None,
    }


@step("these aims belong to a Grant Growth Contract award:", table=GROWTH_AWARDS)
@step("this aim belongs to a Grant Growth Contract award:", table=GROWTH_AWARDS)
def growth_awards(world: World, rows: Sequence[Record]) -> None:
    """Says which aims are part of a Grant Growth Contract award; all of the learner when no aim is said."""
    add_rows(
        world,
        "growth_awards",
        [
            {
                "UKPRN": world.ukprn,
                "LearnRefNumber": learner_reference(world, row),
                "LearnAimRef": _aim_reference(world, row),
            }
            for row in rows
        ],
    )


def _aim_reference(world: World, row: Record) -> str:
    if row.get("aim") is None:
        return ""
    try:
        return str(find_aim(world.learner(row.get("learner")), row["aim"]).fields["LearnAimRef"])
    except StepError as error:
        raise StepError(str(error), *row.place("aim")) from None


@step("this evidence of employment:", table=EMPLOYMENT)
@step("these spells of employment:", table=EMPLOYMENT)
def employment_evidence(world: World, rows: Sequence[Record]) -> None:
    """Gives the evidence of employment that the provider holds, one row for each spell with an employer."""
    add_rows(
        world,
        "job_outcome_evidence",
        [
            {
                "UKPRN": world.ukprn,
                "LearnRefNumber": learner_reference(world, row),
                "EmpId": _employer_id(world, row["EmpId"]),
                "EmploymentStart": row["EmploymentStart"],
                "EmploymentEnd": row.get("EmploymentEnd"),
                "EvidenceSigned": row.get("EvidenceSigned") is not False,
            }
            for row in rows
        ],
    )


def _employer_id(world: World, written: int | str) -> int:
    """Return the identifier of an employer; an employer known by name gets a made-up one for the scenario."""
    if isinstance(written, int):
        return written
    named: dict[str, int] = world.notes.setdefault("employers", {})
    return named.setdefault(written.casefold(), 900000001 + len(named))


@step("this evidence of work experience hours:", table=HOURS)
@step("these hours of work experience are evidenced:", table=HOURS)
def hours_evidence(world: World, rows: Sequence[Record]) -> None:
    """Gives the hours of work experience that the provider's evidence shows for an aim."""
    add_rows(
        world,
        "wex_evidence",
        [
            {
                "UKPRN": world.ukprn,
                "LearnRefNumber": learner_reference(world, row),
                "AimSeqNumber": aim_number(world, row),
                "Hours": row["hours"],
            }
            for row in rows
        ],
    )


def aim_number(world: World, row: Record) -> int:
    """Return the sequence number of the aim that a row names. Raises StepError at its cell."""
    draft = world.learner(row.get("learner"))
    try:
        return draft.aim_number(find_aim(draft, row["aim"]))
    except StepError as error:
        raise StepError(str(error), *row.place("aim")) from None


@step("these claims outside the ILR:", table=CLAIMS)
@step("this claim outside the ILR:", table=CLAIMS)
def adjustment_claims(world: World, rows: Sequence[Record]) -> None:
    """Gives claims made on the claim form beside the ILR."""
    add_rows(
        world,
        "adjustment_claims",
        [
            {
                "UKPRN": world.ukprn,
                "LearnRefNumber": learner_reference(world, row),
                "Line": row["Line"],
                "Purpose": row.get("Purpose") or "WEX",
                "ClaimDate": row["ClaimDate"],
                "Amount": row["Amount"],
            }
            for row in rows
        ],
    )


@step("this permission for a larger work experience aim:", table=PERMISSIONS)
@step("these permissions for larger work experience aims:", table=PERMISSIONS)
def permissions(world: World, rows: Sequence[Record]) -> None:
    """Gives the authority's permissions to use larger work experience aims."""
    add_rows(
        world,
        "wex_permissions",
        [
            {"UKPRN": world.ukprn, "LearnAimRef": row["LearnAimRef"], "Programme": row["Programme"]}
            for row in rows
        ],
    )
