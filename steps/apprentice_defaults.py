"""What a scenario need not say of an apprenticeship: aim, course, contract type, achievement date, employment.

The values stand in ``steps/defaults.yaml``. Source: ILR specification 2020/21, Learning delivery.
"""

from collections.abc import Mapping
from typing import Any

Fields = dict[str, Any]

PROGRAMME, COMPONENT = "apprenticeship programme aim", "apprenticeship component aim"
_STANDARD = 25
_COMPLETED = 2
COURSE = ("ProgType", "StdCode", "FworkCode", "PwayCode")


def with_apprenticeship_defaults(
    said: Fields, others: list[Fields], defaults: Mapping[str, Fields]
) -> Fields:
    """Return an aim's default fields; ``others`` are what is said of the learner's other apprenticeship aims, in order.

    An aim reference of its own makes a component, such as English or maths, of the learner's first course.
    """
    programme = defaults[PROGRAMME]
    is_programme = _is_programme(said, programme)
    fields = dict(programme if is_programme else defaults[COMPONENT])
    own = said if is_programme else next((one for one in others if _is_programme(one, programme)), said)
    if any(said.get(name) is not None for name in COURSE):
        own = said
    fields.update(_course(own, defaults))
    merged = {**fields, **said}
    status = merged.get("CompStatus", _COMPLETED)
    if is_programme and merged.get("ProgType") == _STANDARD and status == _COMPLETED:
        fields["AchDate"] = merged.get("LearnActEndDate")
    return fields


def _is_programme(said: Fields, programme: Fields) -> bool:
    kind = said.get("AimType")
    if kind is not None:
        return bool(kind == programme["AimType"])
    return bool(said.get("LearnAimRef", programme["LearnAimRef"]) == programme["LearnAimRef"])


def _course(said: Fields, defaults: Mapping[str, Fields]) -> Fields:
    if said.get("FworkCode") is None:
        return {**defaults["apprenticeship standard"], **_given(said, ("ProgType", "StdCode"))}
    return {**defaults["apprenticeship framework"], **_given(said, ("ProgType", "FworkCode", "PwayCode"))}


def _given(said: Fields, names: tuple[str, ...]) -> Fields:
    return {name: said[name] for name in names if said.get(name) is not None}
