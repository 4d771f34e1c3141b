"""A learning delivery (aim) of an ILR file and the entities it contains."""

from datetime import date
from decimal import Decimal

from engine.ilr._record import IlrRecord


class LearningDeliveryFAM(IlrRecord):
    """A funding and monitoring code of an aim. `learn_del_fam_code` is text: zeros in front count.

    Source: ILR specification, Learning delivery funding and monitoring.
    """

    learn_del_fam_type: str
    learn_del_fam_code: str
    learn_del_fam_date_from: date | None = None
    learn_del_fam_date_to: date | None = None


class LearningDeliveryWorkPlacement(IlrRecord):
    """A work placement of an aim. `work_place_hours` is in hours.

    Source: ILR specification, Learning delivery work placement.
    """

    work_place_start_date: date
    work_place_end_date: date | None = None
    work_place_hours: int
    work_place_mode: int
    work_place_emp_id: int | None = None


class AppFinRecord(IlrRecord):
    """A price or payment of an apprenticeship. `a_fin_amount` is in whole pounds.

    Source: ILR specification, Apprenticeship financial record.
    """

    a_fin_type: str
    a_fin_code: int
    a_fin_date: date
    a_fin_amount: int


class ProviderSpecDeliveryMonitoring(IlrRecord):
    """A note of the provider on an aim, in one of four places A to D.

    Source: ILR specification, Provider specified delivery monitoring.
    """

    prov_spec_del_mon_occur: str
    prov_spec_del_mon: str


class LearningDeliveryHE(IlrRecord):
    """Higher education facts of an aim. Fees are in whole pounds, loads in per cent.

    Source: ILR specification, Learning delivery HE.
    """

    numhus: str | None = None
    ssn: str | None = None
    qualent3: str | None = None
    soc2000: int | None = None
    soc: int | None = None
    sec: int | None = None
    ucasappid: str | None = None
    ucasschemecode: str | None = None
    typeyr: int
    modestud: int
    fundlev: int | None = None
    fundcomp: int | None = None
    stuload: Decimal | None = None
    yearstu: int
    mstufee: int
    pcolab: Decimal | None = None
    pcfldcs: Decimal | None = None
    pcsldcs: Decimal | None = None
    pctldcs: Decimal | None = None
    specfee: int
    netfee: int | None = None
    grossfee: int | None = None
    domicile: str | None = None
    permaddcountry: str | None = None
    elq: int | None = None
    he_post_code: str | None = None


class LearningDelivery(IlrRecord):
    """One aim of a learner: what is learnt, when, under which funding model, with what result.

    Hours are in hours, fund adjustments in per cent.

    Source: ILR specification, Learning delivery.
    """

    learn_aim_ref: str
    aim_type: int
    aim_seq_number: int
    learn_start_date: date
    orig_learn_start_date: date | None = None
    learn_plan_end_date: date
    fund_model: int
    p_hours: int | None = None
    otj_act_hours: int | None = None
    prog_type: int | None = None
    fwork_code: int | None = None
    pway_code: int | None = None
    std_code: int | None = None
    partner_ukprn: int | None = None
    del_loc_post_code: str
    lsd_postcode: str | None = None
    add_hours: int | None = None
    prior_learn_fund_adj: int | None = None
    other_fund_adj: int | None = None
    con_ref_number: str | None = None
    epa_org_id: str | None = None
    emp_outcome: int | None = None
    comp_status: int
    learn_act_end_date: date | None = None
    withdraw_reason: int | None = None
    outcome: int | None = None
    ach_date: date | None = None
    out_grade: str | None = None
    sw_sup_aim_id: str | None = None
    tl_out: int | None = None
    learning_delivery_fam: tuple[LearningDeliveryFAM, ...] = ()
    learning_delivery_work_placement: tuple[LearningDeliveryWorkPlacement, ...] = ()
    app_fin_record: tuple[AppFinRecord, ...] = ()
    provider_spec_delivery_monitoring: tuple[ProviderSpecDeliveryMonitoring, ...] = ()
    learning_delivery_he: LearningDeliveryHE | None = None
