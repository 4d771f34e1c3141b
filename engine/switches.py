"""Named switches: where guidance is silent or contradicts itself, which reading is taken and what the others are.

Switches live in ``switches.yaml`` beside the parameters. Code asks ``switches.swap_wex_required``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from engine.parameters import FOLDER, ParameterError


@dataclass(frozen=True, slots=True)
class Switch:
    """One question the guidance leaves open, its readings and the one taken unless told otherwise."""

    name: str
    question: str
    why_unclear: str
    options: Mapping[str, str]
    default: str
    clause: str
    programme: str


class Switches:
    """The reading taken for every switch, asked by attribute."""

    def __init__(self, known: Mapping[str, Switch], chosen: Mapping[str, str] | None = None) -> None:
        self.known = known
        self.chosen = {name: switch.default for name, switch in known.items()}
        for name, value in (chosen or {}).items():
            self._check(name, value)
            self.chosen[name] = value

    def _check(self, name: str, value: str) -> None:
        if name not in self.known:
            raise ParameterError(f"there is no switch '{name}'{_nearest(name, self.known)}")
        if value not in self.known[name].options:
            raise ParameterError(
                f"'{value}' is not a reading of the switch {name}{_nearest(value, self.known[name].options)}; "
                f"its readings are {', '.join(self.known[name].options)}"
            )

    def __getattr__(self, name: str) -> str:
        try:
            return self.chosen[name]
        except KeyError:
            raise AttributeError(f"there is no switch '{name}'") from None

    def with_choice(self, name: str, value: str) -> "Switches":
        """Return the switches with one reading changed. Raises ParameterError for an unknown switch or reading."""
        return Switches(self.known, {**self.chosen, name: value})


@lru_cache(maxsize=8)
def load_switches(folder: Path = FOLDER) -> Switches:
    """Return the switches of a parameter folder with their default readings."""
    from engine.parameters.text import parameter_content

    path = folder / "switches.yaml"
    content = parameter_content(path) or {}
    if not isinstance(content, dict):
        raise ParameterError(f"{path} holds no switches")
    known: dict[str, Switch] = {}
    for name, body in content.items():
        if not isinstance(body, dict) or not isinstance(body.get("options"), dict):
            raise ParameterError(f"{path.name}: {name} needs its readings under 'options:'")
        for needed in ("question", "why_unclear", "default"):
            if body.get(needed) is None:
                raise ParameterError(f"{path.name}: {name} has no '{needed}:'")
        options = {str(option): str(meaning) for option, meaning in body["options"].items()}
        switch = Switch(
            name=str(name),
            question=str(body["question"]),
            why_unclear=str(body["why_unclear"]),
            options=options,
            default=str(body["default"]),
            clause=str(body.get("clause") or ""),
            programme=str(body.get("programme") or ""),
        )
        if switch.default not in options:
            raise ParameterError(f"{path.name}: the default of {name} is not one of its options")
        known[str(name)] = switch
    return Switches(known)


def _nearest(word: str, words: Mapping[str, object]) -> str:
    from rapidfuzz import process

    best = process.extractOne(word, list(words), score_cutoff=60)
    return f"; did you mean '{best[0]}'?" if best else ""
