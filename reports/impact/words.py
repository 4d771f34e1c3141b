"""An impact in words, and as plain data."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from engine.money import ZERO, five_places, pence, shown
from reports.impact.change import Pair
from reports.impact.sides import Side
from reports.impact.sums import Impact, Line, Mover
from reports.plural import plural

STUDY_PROGRAMMES, APPRENTICESHIPS = "study_programmes", "apprenticeships"


def programme_name(programme: str) -> str:
    """Return a programme as people write it: ``Adult skills``."""
    return programme.replace("_", " ").capitalize() or "Other"


def signed(amount: Decimal) -> str:
    """Return a difference with its sign; one of less than half a penny keeps its five places."""
    rounded = pence(amount)
    if amount and not rounded:
        return f"{five_places(amount):+,f}"
    return f"{rounded:+,f}" if amount else shown(ZERO)


def headline(impact: Impact) -> str:
    """Return the first line: how many learners moved, of how many, and by how much in sum."""
    total = impact.total
    learners = plural(total.learners, "learner")
    if not total.moved:
        return f"Nothing is earned otherwise: none of {learners} moved."
    return f"{total.moved:,} of {learners} moved, by {signed(total.sum.difference)} in sum (£)."


def remarks(impact: Impact) -> list[str]:
    """Return what is to be known beside the money, each as a sentence."""
    from reports.statement import NOT_CALCULATED

    found = []
    if impact.others:
        found.append(
            f"Figures that no total counts (shares of a price, planned hours) differ for "
            f"{plural(impact.others, 'learner')}."
        )
    if impact.findings:
        found.append(f"Findings differ for {plural(impact.findings, 'learner')}; 'ilrspec calc' lists them.")
    if impact.findings_beside:
        found.append("Findings about learners who are not in a file differ.")
    if any(programme == STUDY_PROGRAMMES for programme, _ in impact.by_programme.items()):
        found.append(
            "Study programmes count with the base rate of the learner's band for the whole year, before retention, "
            "weightings and uplifts."
        )
    if impact.bootcamp_learners:
        found.append(
            f"Skills Bootcamps count with the milestones of these files alone, for "
            f"{plural(impact.bootcamp_learners, 'learner')}; what other returns paid is not known here."
        )
    if impact.milestones_unknown:
        found.append(f"The milestones of Skills Bootcamps cannot be worked out: {impact.milestones_unknown}")
    if any(programme == APPRENTICESHIPS for programme, _ in impact.by_programme.items()):
        found.append(
            "Apprenticeships count with their earnings; who pays them (levy, co-investment) is not worked out."
        )
    found += [
        f"{count:,} {'learner has' if count == 1 else 'learners have'} aims of funding model {model} "
        f"({NOT_CALCULATED[model]}), which are not counted here."
        for model, count in sorted(impact.not_calculated.items())
    ]
    return found


def as_json(impact: Impact, sides: tuple[Side, Side]) -> dict[str, Any]:
    """Return the impact as plain data; amounts are texts in pounds with five places."""
    return {
        **{when: _side(side) for when, side in zip(("before", "after"), sides, strict=True)},
        "files": [{"file": file, "ukprn": ukprn, "year": year} for file, ukprn, year in impact.files],
        "moved": impact.moved,
        "learners": impact.total.learners,
        "learners_moved": impact.total.moved,
        "learners_unchanged": impact.total.learners - impact.total.moved,
        "total": _pair(impact.total.sum),
        "by_provider": [
            {"ukprn": ukprn, "year": year, **_line(line)}
            for (ukprn, year), line in impact.by_provider.items()
        ],
        "by_programme": [{"programme": name, **_line(line)} for name, line in impact.by_programme.items()],
        "by_attribute": [
            {"programme": programme, "attribute": name, **_line(line)}
            for (programme, name), line in impact.by_attribute.items()
        ],
        "distribution": [
            {"band": band.label, "learners": count, **_pair(pair)}
            for band, count, pair in impact.distribution
        ],
        "gain_most": _movers(impact.gains),
        "lose_most": _movers(impact.losses),
        "other_figures_differ": impact.others,
        "findings_differ": impact.findings,
        "notes": remarks(impact),
    }


def _side(side: Side) -> dict[str, str]:
    return {"parameters": side.name, "reference": str(side.reference_folder)}


def _pair(pair: Pair) -> dict[str, str]:
    amounts = zip(("before", "after", "difference"), (*pair, pair.difference), strict=True)
    return {name: f"{five_places(amount):f}" for name, amount in amounts}


def _line(line: Line) -> dict[str, Any]:
    return {**_pair(line.sum), "learners": line.learners, "learners_moved": line.moved}


def _movers(movers: Iterable[Mover]) -> list[dict[str, Any]]:
    return [
        {
            "ukprn": one.ukprn,
            "year": one.year,
            "learn_ref_number": one.learn_ref_number,
            "programmes": list(one.programmes),
            **_pair(one.sum),
        }
        for one in movers
    ]
