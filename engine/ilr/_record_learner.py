"""A learner of an ILR file, the entities it contains, and the learner's destinations."""

from datetime import date

from pydantic import field_validator

from engine.ilr._record import IlrRecord
from engine.ilr._record_delivery import LearningDelivery


class PriorAttain(IlrRecord):
    """A level of learning reached before, and the date it applies from; from 2021-22.

    Source: ILR specification, Prior attainment.
    """

    prior_level: int
    date_level_app: date


class ContactPreference(IlrRecord):
    """A way in which the learner does not wish to be contacted; up to 2024-25.

    Source: ILR specification, Contact preference.
    """

    cont_pref_type: str
    cont_pref_code: int


class LLDDandHealthProblem(IlrRecord):
    """A learning difficulty, disability or health problem category of a learner.

    Source: ILR specification, LLDD and health problem.
    """

    lldd_cat: int
    primary_lldd: int | None = None


class LearnerFAM(IlrRecord):
    """A funding and monitoring code of a learner. `learn_fam_code` is a number.

    Source: ILR specification, Learner funding and monitoring.
    """

    learn_fam_type: str
    learn_fam_code: int


class ProviderSpecLearnerMonitoring(IlrRecord):
    """A note of the provider on a learner, in one of two places A and B.

    Source: ILR specification, Provider specified learner monitoring.
    """

    prov_spec_learn_mon_occur: str
    prov_spec_learn_mon: str


class EmploymentStatusMonitoring(IlrRecord):
    """A fact about an employment status, as a type and code such as LOU 2.

    Source: ILR specification, Employment status monitoring.
    """

    esm_type: str
    esm_code: int


class LearnerEmploymentStatus(IlrRecord):
    """What a learner does for a living from a date on.

    Source: ILR specification, Learner employment status.
    """

    emp_stat: int
    date_emp_stat_app: date
    emp_id: int | None = None
    agree_id: str | None = None
    employment_status_monitoring: tuple[EmploymentStatusMonitoring, ...] = ()


class LearnerHEFinancialSupport(IlrRecord):
    """Financial support of a student in higher education, in whole pounds.

    Source: ILR specification, Learner HE financial support.
    """

    fintype: int
    finamount: int


class LearnerHE(IlrRecord):
    """Higher education facts of a learner.

    Source: ILR specification, Learner HE.
    """

    ucasperid: str | None = None
    ttaccom: int | None = None
    learner_he_financial_support: tuple[LearnerHEFinancialSupport, ...] = ()


class Learner(IlrRecord):
    """One learner with all the aims of the year.

    `prior_attain` is a bare level up to 2020-21 and a list of entities from 2021-22: one field, as the ILR
    has one element, because a learner of one year never holds both. `prior_attain_entities` is the list in
    any year. `als_cost` is in whole pounds; hours are in hours.

    Source: ILR specification, Learner.
    """

    learn_ref_number: str
    prev_learn_ref_number: str | None = None
    prev_ukprn: int | None = None
    pmukprn: int | None = None
    camp_id: str | None = None
    uln: int
    family_name: str | None = None
    given_names: str | None = None
    date_of_birth: date | None = None
    ethnicity: int
    sex: str
    lldd_health_prob: int
    ni_number: str | None = None
    prior_attain: int | tuple[PriorAttain, ...] | None = None
    accom: int | None = None
    als_cost: int | None = None
    plan_learn_hours: int | None = None
    plan_eep_hours: int | None = None
    math_grade: str | None = None
    eng_grade: str | None = None
    postcode_prior: str
    postcode: str
    add_line1: str | None = None
    add_line2: str | None = None
    add_line3: str | None = None
    add_line4: str | None = None
    tel_no: str | None = None
    email: str | None = None
    otj_hours: int | None = None
    contact_preference: tuple[ContactPreference, ...] = ()
    lld_dand_health_problem: tuple[LLDDandHealthProblem, ...] = ()
    learner_fam: tuple[LearnerFAM, ...] = ()
    provider_spec_learner_monitoring: tuple[ProviderSpecLearnerMonitoring, ...] = ()
    learner_employment_status: tuple[LearnerEmploymentStatus, ...] = ()
    learner_he: LearnerHE | None = None
    learning_delivery: tuple[LearningDelivery, ...] = ()

    @property
    def prior_attain_entities(self) -> tuple[PriorAttain, ...]:
        """The prior attainment entities; empty where the year holds a bare level, or nothing is recorded."""
        return self.prior_attain if isinstance(self.prior_attain, tuple) else ()

    @field_validator("prior_attain")
    @classmethod
    def _none_for_empty(
        cls, value: int | tuple[PriorAttain, ...] | None
    ) -> int | tuple[PriorAttain, ...] | None:
        # A file cannot tell an empty list from nothing, so a record does not either.
        return None if value == () else value


class DPOutcome(IlrRecord):
    """What a learner did after the aims, such as a job, from `out_start_date` on.

    Source: ILR specification, Destination and progression outcome.
    """

    out_type: str
    out_code: int
    out_start_date: date
    out_end_date: date | None = None
    out_coll_date: date


class LearnerDestinationandProgression(IlrRecord):
    """The destinations of one learner; up to 2023-24.

    Source: ILR specification, Learner destination and progression.
    """

    learn_ref_number: str
    uln: int
    dp_outcome: tuple[DPOutcome, ...] = ()
