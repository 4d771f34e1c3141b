"""The programmes of a file and how many learners of a hundred each has."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from engine.calendar import FundingYear
from reports.generate import adult, apprentice, bootcamp, other, sector, study
from reports.generate.scene import Made, Scene, year_has
from reports.refusal import Refusal

_MOST = 1_000_000


class Programme(NamedTuple):
    """A programme: who its learners are, how they are made, their usual share, the years that have it."""

    title: str
    make: Callable[[Scene, int], Made]
    share: int
    first: int = 2017
    last: int = 9999


PROGRAMMES: Mapping[str, Programme] = {
    "fm35": Programme("Adult skills (FM35; FM38 from August 2024)", adult.learner, 46),
    "fm36": Programme("Apprenticeships (FM36)", apprentice.learner, 22),
    "fm25": Programme("Study programmes (FM25, FM82)", study.learner, 12),
    "sector": Programme("SWAP and Sector Gateway (FM35, FM38)", sector.learner, 6, 2021),
    "bootcamps": Programme("Skills Bootcamps (FM35, FM38; FM37)", bootcamp.learner, 5, 2023),
    "fm10": Programme("Community learning (FM10; FM11 from 2024/25)", other.community, 3),
    "fm70": Programme("European Social Fund (FM70)", other.social_fund, 1, 2017, 2022),
    "fm81": Programme("Other adult (FM81)", other.other_adult, 1),
    "fm99": Programme("Not funded, loans, higher education (FM99)", other.not_funded, 4),
}

_ALSO = {
    "fm38": "fm35",
    "adult": "fm35",
    "apprenticeships": "fm36",
    "fm82": "fm25",
    "study": "fm25",
    "swap": "sector",
    "sg": "sector",
    "fm37": "bootcamps",
    "bootcamp": "bootcamps",
    "fm11": "fm10",
    "esf": "fm70",
}


def usual_mix(year: FundingYear) -> dict[str, int]:
    """Return the usual shares of the programmes that the year has."""
    return {name: one.share for name, one in PROGRAMMES.items() if year_has(year, one.first, one.last)}


def mix_of(text: str, year: FundingYear) -> dict[str, int]:
    """Return the shares of ``fm35=70,fm36=30``, or equal ones of ``fm35,fm36``. Raises Refusal for any other text."""
    mix: dict[str, int] = {}
    problems: list[str] = []
    for part in text.split(","):
        word, equals, share = (piece.strip() for piece in part.partition("="))
        name = _ALSO.get(word.lower(), word.lower())
        if name not in PROGRAMMES:
            problems.append(f"--mix: there is no programme '{word}'; {_nearest(word)}")
        elif name in mix:
            problems.append(f"--mix: '{word}' is the programme {name}, which stands there already")
        elif equals and not (share.isdecimal() and share.isascii() and 0 < int(share) <= _MOST):
            problems.append(f"--mix: '{part.strip()}' has no share: write {name}=20, a whole number from 1")
        elif not year_has(year, PROGRAMMES[name].first, PROGRAMMES[name].last):
            problems.append(f"--mix: {year.label} has no {name}: {_years(PROGRAMMES[name])}")
        else:
            mix[name] = int(share) if equals else 1
    if problems:
        raise Refusal(problems)
    return mix


def _nearest(word: str) -> str:
    near = get_close_matches(word.lower(), [*PROGRAMMES, *_ALSO], n=1, cutoff=0.5)
    return f"did you mean '{near[0]}'?" if near else f"choose of {', '.join(PROGRAMMES)}"


def _years(programme: Programme) -> str:
    first, last = FundingYear(programme.first).label, FundingYear(min(programme.last, 2099)).label
    return f"made from {first} on" if programme.last == 9999 else f"made from {first} to {last}"
