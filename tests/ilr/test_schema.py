import re

import pytest
from lxml import etree

from engine.ilr.records import IlrRecord, Learner, LearningDelivery, record_class
from engine.ilr.schema import (
    YEARS,
    ilr_name,
    namespace,
    schema,
    snake,
    xsd,
    year_label,
    year_of_namespace,
)


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("LearnStartDate", "learn_start_date"),
        ("ULN", "uln"),
        ("UKPRN", "ukprn"),
        ("LSDPostcode", "lsd_postcode"),
        ("PHours", "p_hours"),
        ("DelLocPostCode", "del_loc_post_code"),
        ("EPAOrgID", "epa_org_id"),
        ("LearnerDestinationandProgression", "learner_destinationand_progression"),
        ("DPOutcome", "dp_outcome"),
        ("LearningDeliveryFAM", "learning_delivery_fam"),
    ],
)
def test_names_change_mechanically(name: str, field: str) -> None:
    assert snake(name) == field
    assert ilr_name(field) == name


def test_no_two_elements_share_a_python_name() -> None:
    names = {spec.name for year in YEARS for spec in schema(year).root.walk()}
    assert len({snake(name) for name in names}) == len(names)


def test_namespaces() -> None:
    assert namespace("1718") == "SFA/ILR/2017-18"
    assert namespace("1819") == "ESFA/ILR/2018-19"
    assert [year_of_namespace(namespace(year)) for year in YEARS] == list(YEARS)
    assert year_of_namespace("ESFA/ILR/2017-18") is None
    assert year_label("2526") == "2025-26"
    with pytest.raises(ValueError, match="'1617' is not an ILR year"):
        namespace("1617")


def test_every_element_of_every_year_has_its_field_and_no_field_is_without_an_element() -> None:
    fields: dict[type[IlrRecord], set[str]] = {}
    for year in YEARS:
        for spec in schema(year).root.walk():
            if spec.is_entity:
                fields.setdefault(record_class(spec.name), set()).update(c.field for c in spec.children)
    for cls, wanted in fields.items():
        assert set(cls.model_fields) == wanted


def test_year_differences() -> None:
    def has(year: str, entity: str, name: str) -> bool:
        return name in {child.name for child in schema(year).entity(entity).children}

    assert not has("1819", "LearningDelivery", "LSDPostcode")
    assert has("1920", "LearningDelivery", "LSDPostcode")
    assert has("2324", "LearningDelivery", "EmpOutcome")
    assert not has("2425", "LearningDelivery", "EmpOutcome")
    names = [child.name for child in schema("2021").entity("Learner").children]
    assert names.index("NINumber") + 1 == names.index("PriorAttain")
    names = [child.name for child in schema("2122").entity("Learner").children]
    assert names.index("Email") + 1 == names.index("PriorAttain")
    with pytest.raises(KeyError):
        schema("2425").entity("LearnerDestinationandProgression")


@pytest.mark.parametrize("year", YEARS)
def test_generated_xsd_is_an_xml_schema(year: str) -> None:
    assert etree.XMLSchema(etree.fromstring(xsd(year)))


def test_records_are_frozen_strict_and_equal_by_value() -> None:
    by_name = LearningDelivery(
        learn_aim_ref="Z1", aim_type=4, aim_seq_number=1, learn_start_date="2024-01-01",
        learn_plan_end_date="2024-01-02", fund_model=35, del_loc_post_code="ZZ99 9ZZ", comp_status=1,
    )  # fmt: skip
    by_alias = LearningDelivery.model_validate(by_name.model_dump(by_alias=True))
    assert by_alias == by_name
    assert hash(by_alias) == hash(by_name)
    assert "LearnStartDate" in by_name.model_dump(by_alias=True)
    with pytest.raises(ValueError, match="frozen"):
        by_name.aim_type = 3  # type: ignore[misc]
    with pytest.raises(ValueError, match="Extra inputs"):
        LearningDelivery.model_validate({**by_name.model_dump(), "colour": "red"})


def test_prior_attain_has_both_shapes() -> None:
    learner = {
        "LearnRefNumber": "A", "ULN": 1, "Ethnicity": 31, "Sex": "F", "LLDDHealthProb": 2,
        "PostcodePrior": "A", "Postcode": "A",
    }  # fmt: skip
    assert Learner.model_validate({**learner, "PriorAttain": 3}).prior_attain == 3
    assert Learner.model_validate({**learner, "PriorAttain": ()}).prior_attain is None
    entity = Learner.model_validate(
        {**learner, "PriorAttain": [{"PriorLevel": 3, "DateLevelApp": "2023-01-01"}]}
    )
    assert [prior.prior_level for prior in entity.prior_attain_entities] == [3]


def test_validation_messages_hold_no_input() -> None:
    with pytest.raises(ValueError) as caught:
        Learner.model_validate({"DateOfBirth": "Quillfeather"})
    assert not re.search("Quillfeather", str(caught.value))
