"""Steps that ask for the single values behind an aim's money: rates, factors, instalments, fund line."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from engine.money import five_places
from steps.cells import NONE, day, money
from steps.compare import value_cell
from steps.earnings import AIM_COLUMN, EPISODE_COLUMN, aim_of, episode_of
from steps.headings import LEARNER_COLUMN
from steps.problems import CellError, StepError
from steps.registry import step
from steps.results import CellResult
from steps.tables import Column, Record, RecordTable
from steps.world import World

# Values behind the money: what people call them, and the official attribute names; which of several is meant
# depends on the funding model, and on whether a price episode is named.
VALUES: dict[str, tuple[str, ...]] = {
    "fund line": ("FundLine", "PriceEpisodeFundLineType", "LearnDelInitialFundLineType"),
    "qualifying days": ("ThresholdDays",),
    "funding starts": ("FundStart",),
    "achieved": ("Achieved",),
    "age at start": ("AgeAimStart", "AgeAtProgStart"),
    "planned instalments": ("PlannedNumOnProgInstalm", "PriceEpisodePlannedInstalments"),
    "actual instalments": ("ActualNumInstalm", "PriceEpisodeActualInstalments"),
    "weighted rate": ("ApplicWeightFundRate",),
    "unweighted rate": ("ApplicUnweightFundRate",),
    "aim value": ("AimValue", "MathEngAimValue"),
    "fee element": ("NonGovCont",),
    "area cost factor": ("AreaCostFactAdj",),
    "disadvantage factor": ("DisUpFactAdj",),
    "age factor": ("AppAgeFact",),
    "specialist factor": ("SpecResUplift",),
    "residential factor": ("LTRCUpliftFctr",),
    "large employer factor": ("LargeEmployerFM35Fctr",),
    "functional skills factor": ("AppFuncSkill1618AdjFact",),
    "cap factor": ("CapFactor",),
    "funding remaining": ("PropFundRemain",),
    "achievement funding remaining": ("PropFundRemainAch",),
    "achievement date": ("AchApplicDate",),
    "achievement element": ("AchieveElement",),
}

# Values of apprenticeship aims.
APPRENTICESHIP_VALUES: dict[str, tuple[str, ...]] = {
    "actual days": ("ActualDaysIL",),
    "planned days": ("PlannedTotalDaysIL",),
    "programme start": ("AppAdjLearnStartDate",),
    "16-18 at start": ("LearnDel1618AtStart",),
    "completed": ("Completed", "PriceEpisodeCompleted"),
    "day 90": ("FirstIncentiveThresholdDate",),
    "day 365": ("SecondIncentiveThresholdDate",),
    "care leaver day": ("LearnDelLearnerAddPayThresholdDate",),
    "days in earlier years": ("LearnDelHistDaysThisApp",),
    "redundant from": ("LearnDelRedStartDate",),
    "English or maths": ("LearnDelMathEng",),
    "adjustment": ("CombinedAdjProp",),
}

# Values of price episodes.
EPISODE_VALUES: dict[str, tuple[str, ...]] = {
    "episode starts": ("EpisodeStartDate",),
    "planned end": ("PriceEpisodePlannedEndDate",),
    "actual end": ("PriceEpisodeActualEndDate",),
    "end with assessment": ("PriceEpisodeActualEndDateIncEPA",),
    "aim number": ("PriceEpisodeAimSeqNumber",),
    "contract type": ("PriceEpisodeContractType",),
    "price": ("PriceEpisodeTotalTNPPrice",),
    "band limit": ("PriceEpisodeUpperBandLimit",),
    "earlier earnings": ("PriceEpisodePreviousEarnings",),
    "earlier earnings same provider": ("PriceEpisodePreviousEarningsSameProvider",),
    "upper limit adjustment": ("PriceEpisodeUpperLimitAdjustment",),
    "capped remainder": ("PriceEpisodeCappedRemainingTNPAmount",),
    "completion element": ("PriceEpisodeCompletionElement",),
    "expected monthly total": ("PriceEpisodeExpectedTotalMonthlyValue",),
    "instalment": ("PriceEpisodeInstalmentValue",),
    "balancing value": ("PriceEpisodeBalanceValue",),
    "total earnings": ("PriceEpisodeTotalEarnings",),
    "exemption code": ("PriceEpisodeCompExemCode",),
    "employer paid": ("PriceEpisodeTotalPMRs",),
    "employer paid so far": ("PriceEpisodeCumulativePMRs",),
}

_ALL = {**VALUES, **APPRENTICESHIP_VALUES, **EPISODE_VALUES}
_LABELS = ("learner", "aim", "price episode")

VALUES_TABLE = RecordTable(
    (
        LEARNER_COLUMN,
        AIM_COLUMN,
        replace(EPISODE_COLUMN, everyday=True),
        *(
            Column(words, words, aliases=names, help=f"Value {' or '.join(names)}.")
            for words, names in _ALL.items()
        ),
    )
)


@step("the values are:", table=VALUES_TABLE)
@step("the values behind the earnings are:", table=VALUES_TABLE)
def values_are(world: World, rows: Sequence[Record]) -> None:
    """Compares the single values behind an aim's money: rates, factors, instalments, fund line."""
    world.earnings()
    ledger = world.ledger()
    for row in rows:
        draft, aim = aim_of(world, row)
        episode = episode_of(world, row, draft) or ""
        known = [
            one
            for one in ledger.values
            if (draft is None or one.learn_ref_number == draft.learn_ref_number)
            and (aim is None or one.aim_seq_number == aim)
            and one.price_episode_identifier == episode
        ]
        if len(known) != 1:
            raise StepError(
                "say which aim is meant in a column 'aim'" if known else "this aim has no values", row.line
            )
        told = known[0].tell()
        label = str(row.get("price episode") or row.get("aim") or "")
        for name in row.values:
            if name in _LABELS:
                continue
            line, _ = row.place(name)
            expected = row[name] if row[name] is not None else NONE
            world.cells.append(_value(line, label, row.heading(name), str(expected), _told(told, name)))


@step("the price episodes are:", table=VALUES_TABLE)
def price_episodes_are(world: World, rows: Sequence[Record]) -> None:
    """Compares values of price episodes, and that no other episode of the learners shown begins in the year."""
    listed_ = set()
    for row in rows:
        draft, _ = aim_of(world, row)
        identifier = episode_of(world, row, draft)
        if identifier is None:
            raise StepError("say which price episode is meant in a column 'price episode'", row.line)
        listed_.add((draft.learn_ref_number if draft else None, identifier))
    values_are(world, rows)
    refs = {ref for ref, _ in listed_}
    others = sorted(
        one.price_episode_identifier
        for one in world.ledger().values
        if one.price_episode_identifier
        and (one.learn_ref_number in refs or None in refs)
        and not {(one.learn_ref_number, one.price_episode_identifier), (None, one.price_episode_identifier)}
        & listed_
    )
    world.expect([CellResult(0, "other price episodes", "", "none", ", ".join(others) or "none", not others)])


def _told(told: Mapping[str, Any], words: str) -> Any:
    return next((told[name] for name in _ALL[words] if name in told), None)


def _value(line: int, label: str, heading: str, expected: str, actual: Any) -> CellResult:
    if isinstance(actual, bool):
        wanted = {"true": "yes", "false": "no"}.get(expected.lower(), expected)
        return value_cell(
            line=line, row=label, column=heading, expected=wanted, actual="yes" if actual else "no"
        )
    if isinstance(actual, Decimal | int):
        try:
            sum_ = money(expected)
        except CellError:
            return CellResult(
                line, label, heading, expected, f"{five_places(Decimal(actual)).normalize():f}", False
            )
        places = max(2, -int(sum_.as_tuple().exponent))
        step_ = Decimal(1).scaleb(-places)
        shown = Decimal(actual).quantize(step_, ROUND_HALF_UP)
        return CellResult(
            line, label, heading, expected, f"{shown.normalize():f}", shown == sum_.quantize(step_)
        )
    if hasattr(actual, "isoformat"):
        try:
            same = day(expected) == actual
        except CellError:
            same = False
        return CellResult(line, label, heading, expected, f"{actual:%d/%m/%Y}", same)
    return value_cell(
        line=line,
        row=label,
        column=heading,
        expected=expected,
        actual=NONE if actual is None else str(actual),
    )
