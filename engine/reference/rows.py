"""The rows of the reference tables. A period of validity includes both its days; an end of None is open."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple


class Aim(NamedTuple):
    """A learning aim: title, notional level, common component and kind of prescribed higher education."""

    learn_aim_ref: str
    title: str
    level: str
    common_component: int | None
    engl_prsc_id: int | None


class AimRate(NamedTuple):
    """The rates of an aim in a funding category, in pounds, while they are valid."""

    learn_aim_ref: str
    funding_category: str
    effective_from: date
    effective_to: date | None
    rate_weighted: Decimal | None
    rate_unweighted: Decimal | None
    weighting_factor: str


class AimCategory(NamedTuple):
    """A category of an aim, such as 2 for work preparation and 4 for work placement."""

    learn_aim_ref: str
    category_ref: int
    effective_from: date
    effective_to: date | None


class AnnualValue(NamedTuple):
    """The basic skills type of an aim from a date on."""

    learn_aim_ref: str
    basic_skills_type: int | None
    effective_from: date
    effective_to: date | None


class FrameworkAim(NamedTuple):
    """The part that an aim plays in an apprenticeship framework."""

    learn_aim_ref: str
    prog_type: int
    fwork_code: int
    pway_code: int
    framework_component_type: int | None


class PostcodeFactor(NamedTuple):
    """The area cost or disadvantage factor of a postcode while it is valid."""

    postcode: str
    effective_from: date
    effective_to: date | None
    factor: Decimal


class LargeEmployer(NamedTuple):
    """A large employer while it is on the list."""

    emp_id: int
    effective_from: date
    effective_to: date | None


class OrganisationFactor(NamedTuple):
    """A funding factor that a provider holds while it is valid."""

    ukprn: int
    org_fund_factor: str
    org_fund_fact_type: str
    org_fund_fact_value: str
    effective_from: date
    effective_to: date | None


class SpecialistResources(NamedTuple):
    """Whether a campus, or a provider's delivery postcode, has specialist resources."""

    ukprn: int | None
    camp_id: str
    postcode: str
    specialist_resources: bool
    effective_from: date
    effective_to: date | None


class AuthorityPostcode(NamedTuple):
    """The combined authority that a postcode belongs to."""

    postcode: str
    authority: str
    effective_from: date
    effective_to: date | None


class Contract(NamedTuple):
    """A provider's contract or grant with the authority; ``procured`` for a contract for services."""

    ukprn: int
    contract_ref: str
    wave: str
    procured: bool
    effective_from: date
    effective_to: date | None


class GrowthAward(NamedTuple):
    """A learner's aim of a Grant Growth Contract award; a blank aim means all aims of the learner."""

    ukprn: int
    learn_ref_number: str
    learn_aim_ref: str


class SectorGatewayMainAim(NamedTuple):
    """A main aim of Sector Gateway programmes."""

    learn_aim_ref: str
    title: str


class WorkExperiencePermission(NamedTuple):
    """The authority's permission to use a larger work experience aim in a kind of programme."""

    ukprn: int
    learn_aim_ref: str
    programme: str


class WorkExperienceEvidence(NamedTuple):
    """Hours worked on a work experience aim, from the provider's evidence."""

    ukprn: int
    learn_ref_number: str
    aim_seq_number: int
    hours: Decimal


class WorkPlacementRecord(NamedTuple):
    """What a provider has noted on a study programme learner's work placements in a funding year, such as ``2021``.

    ``hours_counted`` are the hours of work experience within PlanEEPHours. ``went_out`` is None where the placements
    of the ILR are to tell. ``planned`` and ``why_not`` are the note on a placement that did not happen,
    ``substitute`` what was arranged in its place.
    """

    ukprn: int
    learn_ref_number: str
    year: str
    hours_counted: int | None
    went_out: bool | None
    planned: str
    why_not: str
    substitute: str
    substitute_evidenced: bool | None


class JobOutcomeEvidence(NamedTuple):
    """A spell of employment; ``employment_end`` is its last day, None while it goes on."""

    ukprn: int
    learn_ref_number: str
    emp_id: int
    employment_start: date
    employment_end: date | None
    evidence_signed: bool


class AdjustmentClaim(NamedTuple):
    """A claim made outside the ILR, in pounds."""

    ukprn: int
    learn_ref_number: str
    line: str
    purpose: str
    claim_date: date
    amount: Decimal


class ReturnClose(NamedTuple):
    """The day on which an ILR return closes."""

    year: str
    name: str
    close_date: date


class BootcampAim(NamedTuple):
    """A Skills Bootcamp allocated to a provider: its price in pounds, its permitted starts and last planned end.

    ``unit_price`` is None when the allocation has none: it is never taken as nothing.
    """

    ukprn: int
    learn_aim_ref: str
    title: str
    unit_price: Decimal | None
    effective_from: date
    effective_to: date | None
    plan_end_to: date | None


class ApprenticeshipFunding(NamedTuple):
    """What an apprenticeship is funded with from a date on, in pounds; codes that do not apply are None.

    An amount of None is not known, which is not the same as nothing.
    """

    prog_type: int
    std_code: int | None
    fwork_code: int | None
    pway_code: int | None
    funding_category: str
    effective_from: date
    effective_to: date | None
    band_limit: Decimal | None
    employer_incentive: Decimal | None
    provider_incentive: Decimal | None
    framework_uplift: Decimal | None
    care_leaver: Decimal | None


class CommonComponent(NamedTuple):
    """A common component (10 maths, 11 English ...) that counts in an apprenticeship."""

    prog_type: int
    std_code: int | None
    fwork_code: int | None
    pway_code: int | None
    common_component: int
    effective_from: date
    effective_to: date | None


class ApprenticeshipDisadvantage(NamedTuple):
    """The disadvantage payment of a postcode while it is valid, both halves together, in pounds."""

    postcode: str
    effective_from: date
    effective_to: date | None
    amount: Decimal


class EarningsHistory(NamedTuple):
    """What an earlier funding year's last return gave for a learner's apprenticeship with a provider.

    ``collection_year`` is an ILR year code such as ``1920``; ``days`` were counted in that year, ``last_day`` is
    the last of them. ``earned`` are instalments, balancing and completion, ``uplift`` the framework uplift, in pounds.
    ``tnp1`` to ``tnp4`` are the prices at the year's end, ``virtual_tnp3`` and ``virtual_tnp4`` what was left of
    residual prices.
    """

    uln: int
    ukprn: int
    learn_ref_number: str
    collection_year: str
    collection_return: str
    app_identifier: str
    prog_type: int
    std_code: int | None
    fwork_code: int | None
    pway_code: int | None
    days: int | None
    last_day: date | None
    start_whatever_pathway: date | None
    start_same_pathway: date | None
    completed: bool | None
    earned: Decimal | None
    uplift: Decimal | None
    young_at_start: bool | None
    earliest_act2: date | None
    price_start: date | None
    tnp1: Decimal | None
    tnp2: Decimal | None
    tnp3: Decimal | None
    tnp4: Decimal | None
    virtual_tnp3: Decimal | None
    virtual_tnp4: Decimal | None
    employer_at_start: int | None
    employer_at_end: int | None
    employer_payments: Decimal | None
