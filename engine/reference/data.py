"""The questions the rules ask of the reference data."""

from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from engine.calendar import FundingYear
from engine.reference.rows import (
    AdjustmentClaim,
    Aim,
    AimRate,
    AnnualValue,
    ApprenticeshipDisadvantage,
    ApprenticeshipFunding,
    AuthorityPostcode,
    BootcampAim,
    CommonComponent,
    Contract,
    EarningsHistory,
    FrameworkAim,
    GrowthAward,
    JobOutcomeEvidence,
    LargeEmployer,
    OrganisationFactor,
    PostcodeFactor,
    ReturnClose,
    SectorGatewayMainAim,
    SpecialistResources,
    WorkExperienceEvidence,
    WorkExperiencePermission,
    WorkPlacementRecord,
)
from engine.reference.tables import ReferenceTables

_Row = TypeVar("_Row")
_Dated = TypeVar(
    "_Dated",
    AimRate,
    ApprenticeshipDisadvantage,
    AuthorityPostcode,
    Contract,
    LargeEmployer,
    OrganisationFactor,
    PostcodeFactor,
    SpecialistResources,
)


class ReferenceData(ReferenceTables):
    """The reference tables with their look-ups, never changed once made.

    Texts match whatever their case. Rows keep the dates of their validity, for explanations to cite.
    """

    def aim(self, learn_aim_ref: str) -> Aim | None:
        """Return the title and level of an aim."""
        return self._one(Aim, "aims", learn_aim_ref.upper())

    def rate(self, learn_aim_ref: str, category: str, day: date) -> AimRate | None:
        """Return the rates of an aim in a funding category (``Matrix`` ...) on a day."""
        return valid_on(self._groups["aim_rates"].get((learn_aim_ref.upper(), category.upper())), day)

    def in_category(self, learn_aim_ref: str, category_ref: int, day: date) -> bool:
        """Say whether an aim is in a category on a day."""
        rows = self._groups["aim_categories"].get(learn_aim_ref.upper(), ())
        return any(row.category_ref == category_ref and _is_valid(row, day) for row in rows)

    def annual_value(self, learn_aim_ref: str, day: date) -> AnnualValue | None:
        """Return the latest row that has begun, ended or not; it holds the basic skills type."""
        rows: tuple[AnnualValue, ...] = self._groups["annual_values"].get(learn_aim_ref.upper(), ())
        for row in rows:
            if row.effective_from <= day:
                return row
        return None

    def framework_aim(
        self, learn_aim_ref: str, prog_type: int, fwork_code: int, pway_code: int
    ) -> FrameworkAim | None:
        """Return the part of an aim in an apprenticeship framework."""
        key = (learn_aim_ref.upper(), prog_type, fwork_code, pway_code)
        return self._one(FrameworkAim, "framework_aims", key)

    def area_cost(self, postcode: str, day: date) -> PostcodeFactor | None:
        """Return the area cost factor of a delivery postcode on a day."""
        return valid_on(self._groups["area_costs"].get(postcode.upper()), day)

    def disadvantage(self, postcode: str, day: date) -> PostcodeFactor | None:
        """Return the disadvantage factor of a learner's earlier postcode on a day."""
        return valid_on(self._groups["disadvantage"].get(postcode.upper()), day)

    def knows_postcode(self, table: str, postcode: str) -> bool:
        """Say whether a postcode has a row in a table, of whatever period."""
        return postcode.upper() in self._groups[table]

    def organisation_factor(self, ukprn: int, factor: str, day: date) -> OrganisationFactor | None:
        """Return a provider's factor that holds on a day: one whose value starts with 1."""
        rows = self._groups["organisation_funding"].get((ukprn, factor.upper()), ())
        holding = (row for row in rows if row.org_fund_fact_value.startswith("1"))
        return next((row for row in holding if _is_valid(row, day)), None)

    def campus_resources(self, camp_id: str, day: date) -> SpecialistResources | None:
        """Return whether a campus has specialist resources on a day."""
        return valid_on(self._campuses.get(camp_id.upper()), day)

    def postcode_resources(self, ukprn: int, postcode: str, day: date) -> SpecialistResources | None:
        """Return whether a provider has specialist resources at a delivery postcode on a day."""
        rows = self._groups["specialist_resources"].get((ukprn, "", postcode.upper()))
        return valid_on(rows, day)

    def any_postcode_resources(self, ukprn: int, day: date) -> SpecialistResources | None:
        """Return a row of specialist resources that a provider has for any postcode on a day."""
        return valid_on(self._specialist_providers.get(ukprn), day)

    def large_employer(self, emp_id: int, day: date) -> LargeEmployer | None:
        """Return the entry of an employer on the list of large employers on a day."""
        return valid_on(self._groups["large_employers"].get(emp_id), day)

    def authority(self, postcode: str, day: date) -> AuthorityPostcode | None:
        """Return the combined authority that a postcode belongs to on a day."""
        return valid_on(self._groups["authority_postcodes"].get(postcode.upper()), day)

    def contract(self, ukprn: int, day: date, wave: str | None = None) -> Contract | None:
        """Return a provider's contract on a day, of a wave when one is named; of several the latest begun."""
        rows: tuple[Contract, ...] = self._groups["contracts"].get(ukprn, ())
        return valid_on(tuple(row for row in rows if wave is None or row.wave == wave), day)

    def contracts(self, ukprn: int) -> tuple[Contract, ...]:
        """Return all contracts of a provider, the latest to begin first."""
        return self._groups["contracts"].get(ukprn, ())

    def bootcamp_aims(self, ukprn: int, learn_aim_ref: str) -> tuple[BootcampAim, ...]:
        """Return a provider's allocations of a bootcamp, the latest to begin first."""
        return self._groups["bootcamp_aims"].get((ukprn, learn_aim_ref.upper()), ())

    def is_bootcamp_aim(self, learn_aim_ref: str) -> bool:
        """Say whether an aim is a bootcamp allocated to any provider."""
        return learn_aim_ref.upper() in self.bootcamp_refs

    def growth_award(self, ukprn: int, learn_ref_number: str, learn_aim_ref: str) -> GrowthAward | None:
        """Return the Grant Growth Contract award that a learner's aim belongs to."""
        rows: tuple[GrowthAward, ...] = self._groups["growth_awards"].get(
            (ukprn, learn_ref_number.upper()), ()
        )
        aims = ("", learn_aim_ref.upper())
        return next((row for row in rows if row.learn_aim_ref.upper() in aims), None)

    def sg_main_aim(self, learn_aim_ref: str) -> SectorGatewayMainAim | None:
        """Return the entry of an aim among the main aims of Sector Gateway programmes."""
        return self._one(SectorGatewayMainAim, "sg_main_aims", learn_aim_ref.upper())

    def wex_permission(
        self, ukprn: int, learn_aim_ref: str, programme: str
    ) -> WorkExperiencePermission | None:
        """Return the permission to use a larger work experience aim in a programme (``SG``, ``SWAP``)."""
        rows: tuple[WorkExperiencePermission, ...]
        rows = self._groups["wex_permissions"].get((ukprn, learn_aim_ref.upper()), ())
        return next((row for row in rows if row.programme.upper() in ("", programme.upper())), None)

    def wex_evidence(
        self, ukprn: int, learn_ref_number: str, aim_seq_number: int
    ) -> WorkExperienceEvidence | None:
        """Return the evidence of hours worked on a work experience aim."""
        key = (ukprn, learn_ref_number.upper(), aim_seq_number)
        return self._one(WorkExperienceEvidence, "wex_evidence", key)

    def work_placement_record(
        self, ukprn: int, learn_ref_number: str, year_code: str
    ) -> WorkPlacementRecord | None:
        """Return what the provider has noted on a learner's work placements in a year such as ``2021``."""
        key = (ukprn, learn_ref_number.upper(), year_code)
        return self._one(WorkPlacementRecord, "work_placement_records", key)

    def job_outcome_evidence(self, ukprn: int, learn_ref_number: str) -> tuple[JobOutcomeEvidence, ...]:
        """Return a learner's evidenced spells of employment in the order of the table."""
        return self._groups["job_outcome_evidence"].get((ukprn, learn_ref_number.upper()), ())

    def adjustment_claims(self, ukprn: int, learn_ref_number: str) -> tuple[AdjustmentClaim, ...]:
        """Return the claims made for a learner outside the ILR."""
        claims = self._groups["adjustment_claims"]
        return claims.get((ukprn, learn_ref_number.upper()), ()) if claims else ()

    def return_close(self, year: FundingYear, name: str) -> ReturnClose | None:
        """Return the closing day of a return such as ``R10`` of a year."""
        return self._one(ReturnClose, "returns", (year.code, name.upper()))

    def apprenticeship_funding(
        self, prog_type: int, std_code: int, fwork_code: int, pway_code: int, day: date
    ) -> ApprenticeshipFunding | None:
        """Return the latest row of a standard or framework that has begun by a day; its end is not looked at."""
        rows: tuple[ApprenticeshipFunding, ...]
        rows = self._course_rows("apprenticeship_funding", prog_type, std_code, fwork_code, pway_code)
        for row in rows:
            if row.effective_from <= day:
                return row
        return None

    def knows_common_component(
        self, prog_type: int, std_code: int, fwork_code: int, pway_code: int, component: int, day: date
    ) -> bool:
        """Say whether a common component counts in a standard or framework on a day."""
        rows: tuple[CommonComponent, ...]
        rows = self._course_rows("common_components", prog_type, std_code, fwork_code, pway_code)
        return any(row.common_component == component and _is_valid(row, day) for row in rows)

    def apprenticeship_disadvantage(self, postcode: str, day: date) -> ApprenticeshipDisadvantage | None:
        """Return the disadvantage payment of a learner's earlier postcode on a day."""
        return valid_on(self._groups["apprenticeship_disadvantage"].get(postcode.upper()), day)

    def earnings_history(self, uln: int) -> tuple[EarningsHistory, ...]:
        """Return what earlier years' calculations stored for a learner, with whatever provider."""
        return self._groups["earnings_history"].get(uln, ())

    def _course_rows(
        self, table: str, prog_type: int, std_code: int, fwork_code: int, pway_code: int
    ) -> tuple[Any, ...]:
        key = (prog_type, std_code or None, fwork_code or None, pway_code or None)
        rows: tuple[Any, ...] = self._groups[table].get(key, ())
        return rows

    def _one(self, row: type[_Row], table: str, key: Any) -> _Row | None:
        rows: tuple[_Row, ...] = self._groups[table].get(key, ())
        return rows[0] if rows else None

    @cached_property
    def bootcamp_refs(self) -> frozenset[str]:
        """The references of the bootcamps allocated to any provider, in capitals."""
        return frozenset(learn_aim_ref for _, learn_aim_ref in self._groups["bootcamp_aims"])

    @cached_property
    def _campuses(self) -> dict[str, tuple[SpecialistResources, ...]]:
        return self._specialist(lambda row: row.camp_id.upper())

    @cached_property
    def _specialist_providers(self) -> dict[int, tuple[SpecialistResources, ...]]:
        return self._specialist(lambda row: None if row.camp_id else row.ukprn)

    def _specialist(self, key: Any) -> dict[Any, tuple[SpecialistResources, ...]]:
        found: dict[Any, list[SpecialistResources]] = {}
        for rows in self._groups["specialist_resources"].values():
            for row in rows:
                if key(row):
                    found.setdefault(key(row), []).append(row)
        newest = {
            name: sorted(rows, key=lambda row: row.effective_from, reverse=True)
            for name, rows in found.items()
        }
        return {name: tuple(rows) for name, rows in newest.items()}


def valid_on(rows: tuple[_Dated, ...] | None, day: date) -> _Dated | None:
    """Return the first of some rows that is valid on a day, both days of its period included."""
    if rows is not None:
        for row in rows:
            if row.effective_from <= day and (row.effective_to is None or day <= row.effective_to):
                return row
    return None


def _is_valid(row: Any, day: date) -> bool:
    return bool(row.effective_from <= day and (row.effective_to is None or day <= row.effective_to))
