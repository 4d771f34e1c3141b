"""Who is meant, made up: numbers and postcodes in place of the learner's own, the same one wherever it stood."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from engine.calendar import age_on
from engine.identifiers import (
    TEMPORARY_EMPLOYER_ID,
    TEMPORARY_ULN,
    employer_id_is_valid,
    uln_is_valid,
)
from steps.world import DEFAULT_UKPRN

NEVER = frozenset({
    "LearnRefNumber", "PrevLearnRefNumber", "FamilyName", "GivenNames", "AddLine1", "AddLine2", "AddLine3", "AddLine4",
    "TelNo", "Email", "SWSupAimId", "ConRefNumber", "AgreeId", "ProvSpecLearnMon",
})  # fmt: skip
"""ILR fields that say who somebody is, or hold free text: no scenario has them."""

_UNKNOWN_POSTCODE = "ZZ99 9ZZ"
_INSURANCE_NUMBER = "AB123456C"
_WRONG_ULN = 1000000001
_FIRST_EMPLOYER = 900000000
_OTHER_UKPRN = 10000901
_ABOUT_A_YEAR = 364


@dataclass(slots=True)
class MadeUp:
    """What stands in place of the numbers and postcodes of one learner. ``ukprn`` is the provider of the file."""

    ukprn: int
    _postcodes: dict[str, str] = field(default_factory=dict)
    _employers: dict[int, int] = field(default_factory=dict)
    _providers: dict[int, int] = field(default_factory=dict)
    _campuses: dict[str, str] = field(default_factory=dict)

    def postcode(self, real: str) -> str:
        """Return the postcode in place of one; the code for an unknown postcode says nothing and stays."""
        if real.upper() == _UNKNOWN_POSTCODE:
            return real
        return self._postcodes.setdefault(real.upper(), f"WX9{len(self._postcodes)} 1AA")

    def employer(self, real: int) -> int:
        """Return the identifier in place of an employer's, right or wrong in its check digit as that one is."""
        if real == TEMPORARY_EMPLOYER_ID:
            return real
        if real not in self._employers:
            good = employer_id_is_valid(real)
            start = max(self._employers.values(), default=_FIRST_EMPLOYER) + 1
            self._employers[real] = next(
                one for one in range(start, start + 100) if employer_id_is_valid(one) == good and one != real
            )
        return self._employers[real]

    def provider(self, real: int) -> int:
        """Return the UKPRN in place of one; that of the file is the one scenarios have unless they say another."""
        if real == self.ukprn:
            return DEFAULT_UKPRN
        return self._providers.setdefault(real, _OTHER_UKPRN + len(self._providers))

    def campus(self, real: str) -> str:
        """Return the campus identifier in place of one."""
        return self._campuses.setdefault(real.upper(), f"CAMPX{len(self._campuses) + 1:03}")

    def postcodes(self) -> dict[str, str]:
        """Return the made-up postcode of each that was asked for, in capitals."""
        return dict(self._postcodes)

    def campuses(self) -> dict[str, str]:
        """Return the made-up campus of each that was asked for, in capitals."""
        return dict(self._campuses)

    def field(self, name: str, value: object) -> object:
        """Return what an ILR field holds in place of its value; None for what no scenario has."""
        if value is None or name in NEVER:
            return None
        if name == "ULN":
            return _uln(int(str(value)))
        if name == "NINumber":
            return _INSURANCE_NUMBER
        if name.lower().endswith("postcode") or name == "PostcodePrior":
            return self.postcode(str(value))
        if name.endswith("UKPRN"):
            return self.provider(int(str(value)))
        if name in ("EmpId", "WorkPlaceEmpId"):
            return self.employer(int(str(value)))
        return self.campus(str(value)) if name == "CampId" else value


def _uln(real: int) -> int | None:
    """Return the ULN to write: none for a right one, which scenarios make up; a temporary and a wrong one as such."""
    if real == TEMPORARY_ULN:
        return real
    return None if uln_is_valid(real) else _WRONG_ULN


def birth_dates(born: date, days: Iterable[date]) -> Iterator[date]:
    """Yield dates of birth other than one, on which the learner is as old on each of some days; simple ones first."""
    looked_at = sorted({*days, *_year_ends(days)})
    near = sorted(
        (born + timedelta(days=offset) for offset in range(-_ABOUT_A_YEAR, _ABOUT_A_YEAR + 1) if offset),
        key=lambda one: (one.day != 1, one.day != 15, abs((one - born).days), one),
    )
    for other in near:
        if all(age_on(other, day) == age_on(born, day) for day in looked_at):
            yield other


def _year_ends(days: Iterable[date]) -> Iterator[date]:
    """Yield the days between the school years around some days, which rules on age go by."""
    for year in {day.year + offset for day in days for offset in (-1, 0, 1)}:
        yield from (date(year, 8, 31), date(year, 9, 1), date(year, 7, 31), date(year, 8, 1))
