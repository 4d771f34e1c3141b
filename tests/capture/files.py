"""ILR files of learners made up for these tests, with every field that says who somebody is."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from engine.identifiers import uln_with_check_digit
from engine.ilr.records import Message
from engine.ilr.xml import open_ilr, to_xml
from steps.features import parse_feature
from steps.ilr_files import ilr_files
from steps.runner import Performance

PERSONAL = {
    "learn_ref_number": "ZX83K1",
    "family_name": "Featherstonehaugh",
    "given_names": "Peregrine",
    "ni_number": "QQ765432C",
    "postcode": "LS7 3QX",
    "postcode_prior": "LS7 3QX",
    "add_line1": "83 Quarry Bank",
    "email": "peregrine@example.org",
    "tel_no": "01134960123",
    "uln": uln_with_check_digit(271828183),
}


def ilr_file(folder: Path, steps: str, personal: Mapping[str, Any] = PERSONAL) -> Path:
    """Write the ILR file of the one learner that some steps describe, as somebody else, and return its place."""
    scenario = parse_feature(f"Feature: F\n  Scenario: S\n{steps}", Path("f.feature")).scenarios[0]
    performance = Performance(scenario)
    try:
        for step in scenario.steps:
            assert performance.perform(step).status == "passed", step.text
        ((_, text),) = ilr_files(performance.world)
    finally:
        performance.world.close()
    with open_ilr(text.encode()) as reader:
        header, provider = reader.header, reader.learning_provider
        learner = next(reader.learners()).model_copy(update=dict(personal))
    path = folder / "ILR.xml"
    path.write_bytes(to_xml(Message(header=header, learning_provider=provider, learner=(learner,))))
    return path
