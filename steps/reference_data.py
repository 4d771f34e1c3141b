"""Steps that add reference data to what the fixtures hold: rates, postcodes and their factors."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from engine.reference import SHAPES
from steps import cells
from steps.problems import StepError, listed, nearest
from steps.registry import step
from steps.tables import Column, Record, RecordTable
from steps.world import World

LONG_AGO = date(2013, 8, 1)

AIM_RATES = RecordTable(
    (
        Column(
            "aim reference",
            "LearnAimRef",
            aliases=("LearnAimRef",),
            help="Reference of the aim in LARS.",
            required=True,
        ),
        Column(
            "rate",
            "RateUnWeighted",
            cells.money,
            ("unweighted rate", "base rate"),
            "Rate in pounds before weighting.",
            required=True,
        ),
        Column(
            "weighted rate",
            "RateWeighted",
            cells.money,
            help="Rate in pounds with the programme weighting; the rate unless said.",
        ),
        Column(
            "weighting",
            "WeightingFactor",
            aliases=("weighting factor",),
            help="Programme weighting, A unless said.",
        ),
        Column(
            "category",
            "FundingCategory",
            aliases=("funding category",),
            help="LARS funding category, Matrix unless said.",
        ),
        Column("from", "EffectiveFrom", cells.day, ("effective from",), "First day of the rate."),
        Column("to", "EffectiveTo", cells.day, ("effective to",), "Last day of the rate."),
    )
)

AIM_TITLES = RecordTable(
    (
        Column(
            "aim reference",
            "LearnAimRef",
            aliases=("LearnAimRef",),
            help="Reference of the aim in LARS.",
            required=True,
        ),
        Column("title", "LearnAimRefTitle", help="Title of the aim.", required=True),
        Column(
            "level", "NotionalNVQLevelv2", aliases=("notional level",), help="Notional level, X unless said."
        ),
        Column(
            "common component",
            "FrameworkCommonComponent",
            cells.whole_number,
            ("FrameworkCommonComponent",),
            "Common component of the aim: 10 is maths, 11 English; none unless said.",
        ),
    )
)

POSTCODE_FACTORS = RecordTable(
    (
        Column("postcode", "Postcode", help="The postcode.", required=True),
        Column(
            "area cost",
            "area",
            cells.number,
            ("area cost factor",),
            "Area cost factor of a delivery postcode.",
        ),
        Column(
            "disadvantage",
            "disadvantage",
            cells.number,
            ("disadvantage factor", "disadvantage uplift"),
            "Disadvantage factor of a prior postcode.",
        ),
        Column("from", "EffectiveFrom", cells.day, ("effective from",), "First day of the factors."),
        Column("to", "EffectiveTo", cells.day, ("effective to",), "Last day of the factors."),
    )
)

AUTHORITY_POSTCODES = RecordTable(
    (
        Column("postcode", "Postcode", help="The postcode.", required=True),
        Column("authority", "Authority", help="Combined authority, WMCA unless said."),
        Column(
            "from", "EffectiveFrom", cells.day, ("joined on", "effective from"), "First day in the authority."
        ),
        Column("to", "EffectiveTo", cells.day, ("left on", "effective to"), "Last day in the authority."),
    )
)


def written(value: Any) -> str:
    """Return a value as a reference file holds it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Y" if value else "N"
    return value.isoformat() if isinstance(value, date) else str(value)


def add_rows(world: World, table: str, rows: Sequence[dict[str, Any]]) -> None:
    """Add rows to a reference table of the scenario."""
    world.reference_rows.setdefault(table, []).extend(
        {key: written(value) for key, value in row.items()} for row in rows
    )
    world.changed()


@step("these aims in LARS:", table=AIM_TITLES)
@step("this aim in LARS:", table=AIM_TITLES)
def aim_titles(world: World, rows: Sequence[Record]) -> None:
    """Gives the titles and levels of aims as LARS would have them."""
    add_rows(
        world,
        "aims",
        [
            {
                "LearnAimRef": row["LearnAimRef"],
                "LearnAimRefTitle": row["LearnAimRefTitle"],
                "NotionalNVQLevelv2": row.get("NotionalNVQLevelv2") or "X",
                "FrameworkCommonComponent": row.get("FrameworkCommonComponent"),
                "EnglPrscID": None,
            }
            for row in rows
        ],
    )


@step("these aim rates:", table=AIM_RATES)
@step("this aim rate:", table=AIM_RATES)
def aim_rates(world: World, rows: Sequence[Record]) -> None:
    """Gives the funding rates of aims as LARS would have them."""
    add_rows(
        world,
        "aim_rates",
        [
            {
                "LearnAimRef": row["LearnAimRef"],
                "FundingCategory": row.get("FundingCategory") or "Matrix",
                "EffectiveFrom": row.get("EffectiveFrom") or LONG_AGO,
                "EffectiveTo": row.get("EffectiveTo"),
                "RateWeighted": row["RateWeighted"]
                if row.get("RateWeighted") is not None
                else row["RateUnWeighted"],
                "RateUnWeighted": row["RateUnWeighted"],
                "WeightingFactor": row.get("WeightingFactor") or "A",
            }
            for row in rows
        ],
    )


@step("these postcode factors:", table=POSTCODE_FACTORS)
@step("this postcode factor:", table=POSTCODE_FACTORS)
def postcode_factors(world: World, rows: Sequence[Record]) -> None:
    """Gives the area cost and disadvantage factors of postcodes."""
    for row in rows:
        dates = {
            "EffectiveFrom": row.get("EffectiveFrom") or LONG_AGO,
            "EffectiveTo": row.get("EffectiveTo"),
        }
        if row.get("area") is None and row.get("disadvantage") is None:
            raise StepError("give an area cost or a disadvantage factor", row.line)
        if row.get("area") is not None:
            add_rows(
                world, "area_costs", [{"Postcode": row["Postcode"], **dates, "AreaCostFactor": row["area"]}]
            )
        if row.get("disadvantage") is not None:
            add_rows(
                world, "disadvantage", [{"Postcode": row["Postcode"], **dates, "Uplift": row["disadvantage"]}]
            )


@step("these postcodes of the authority:", table=AUTHORITY_POSTCODES)
def authority_postcodes(world: World, rows: Sequence[Record]) -> None:
    """Says which postcodes lie in a combined authority, and when."""
    add_rows(
        world,
        "authority_postcodes",
        [
            {
                "Postcode": row["Postcode"],
                "Authority": row.get("Authority") or "WMCA",
                "EffectiveFrom": row.get("EffectiveFrom") or LONG_AGO,
                "EffectiveTo": row.get("EffectiveTo"),
            }
            for row in rows
        ],
    )


@step("no reference table {name:text} is supplied")
def table_is_withheld(world: World, name: str) -> None:
    """Leaves out a whole reference table, such as authority_postcodes, as if nobody had supplied it."""
    if name not in SHAPES:
        raise StepError(
            f"there is no reference table '{name}'{nearest(name, SHAPES)} (known: {listed(SHAPES)})"
        )
    world.withheld_tables.add(name)
    world.changed()


def learner_reference(world: World, row: Record) -> str:
    """Return the reference number of the learner that a row names. Raises StepError at its cell."""
    try:
        return world.learner(row.get("learner")).learn_ref_number
    except StepError as error:
        raise StepError(str(error), *row.place("learner")) from None
