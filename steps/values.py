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
from steps.ilr_records import LearnerDraft
from steps.problems import CellError, StepError, of_each
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

_MEANINGS = {
    "fund line": "The line of the funding statement that pays.",
    "qualifying days": "Days of learning that are needed before anything is paid.",
    "funding starts": "Whether the days needed for funding are reached.",
    "achieved": "Whether the aim counts as achieved.",
    "age at start": "Age in years on the first day.",
    "planned instalments": "Instalments over the planned months.",
    "actual instalments": "Instalments over the months of learning.",
    "weighted rate": "Rate in pounds with its programme weighting.",
    "unweighted rate": "Rate in pounds before weighting.",
    "aim value": "What the aim is worth in pounds before anything is paid.",
    "fee element": "What learner or employer is expected to pay, in pounds.",
    "area cost factor": "Factor of the place of delivery.",
    "disadvantage factor": "Factor of the learner's postcode before enrolling.",
    "age factor": "Factor of an apprentice's age.",
    "specialist factor": "Factor of specialist resources.",
    "residential factor": "Factor of long-term residential provision.",
    "large employer factor": "Factor of an apprentice of a large employer.",
    "functional skills factor": "Factor of functional skills of 16-18 apprentices.",
    "cap factor": "Share left where a framework's aims exceed its maximum.",
    "funding remaining": "Share left after prior learning and other adjustments.",
    "achievement funding remaining": "Share left of the achievement payment.",
    "achievement date": "Day on which the achievement is paid.",
    "achievement element": "Sum kept for achieving, in pounds.",
    "actual days": "Days of learning that took place.",
    "planned days": "Days of learning as planned.",
    "programme start": "First day of the apprenticeship, breaks and restarts seen as one.",
    "16-18 at start": "Whether the learner was 16 to 18 when the programme began.",
    "completed": "Whether the programme is completed.",
    "day 90": "Day of the first incentives.",
    "day 365": "Day of the second incentives.",
    "care leaver day": "Day of the care leaver payment.",
    "days in earlier years": "Days of the apprenticeship in earlier funding years.",
    "redundant from": "Day from which the learner is redundant.",
    "English or maths": "Whether the aim is English or maths.",
    "adjustment": "Share left after all adjustments of an English or maths aim.",
    "episode starts": "First day of the price episode.",
    "planned end": "Planned last day of the price episode.",
    "actual end": "Last day of the price episode.",
    "end with assessment": "Last day of the price episode with its assessment.",
    "aim number": "Number of the programme aim.",
    "contract type": "Contract type that holds in the price episode.",
    "price": "Price in pounds: training and assessment together.",
    "band limit": "Upper limit of the price, in pounds.",
    "earlier earnings": "Earned of the price before the episode, at any provider, in pounds.",
    "earlier earnings same provider": "Earned of the price before the episode at this provider, in pounds.",
    "upper limit adjustment": "What the band limit takes off the price, in pounds.",
    "capped remainder": "Price left to earn below the band limit, in pounds.",
    "completion element": "Sum kept for completion, in pounds.",
    "expected monthly total": "The rest of the limited price that instalments pay, in pounds.",
    "instalment": "Instalment of a month, in pounds.",
    "balancing value": "Instalments left at an early completion, in pounds.",
    "total earnings": "Instalments, balancing and completion of the episode, in pounds.",
    "exemption code": "Why the employer's payments need no evidence: 0 for no reason, else a code.",
    "employer paid": "What the employer has paid in the episode, in pounds.",
    "employer paid so far": "What the employer has paid of the programme so far, in pounds.",
}

_ALL = {**VALUES, **APPRENTICESHIP_VALUES, **EPISODE_VALUES}
_LABELS = ("learner", "aim", "price episode")

VALUES_TABLE = RecordTable(
    (
        LEARNER_COLUMN,
        AIM_COLUMN,
        replace(EPISODE_COLUMN, everyday=True),
        *(
            Column(words, words, aliases=names, help=f"{_MEANINGS[words]} ILR output {' or '.join(names)}.")
            for words, names in _ALL.items()
        ),
    )
)


@step("the values are:", table=VALUES_TABLE)
@step("the values behind the earnings are:", table=VALUES_TABLE)
def values_are(world: World, rows: Sequence[Record]) -> None:
    """Compares the single values behind an aim's money: rates, factors, instalments, fund line."""
    owners = of_each(lambda row: aim_of(world, row), rows)
    world.compares = any(name not in _LABELS for row in rows for name in row.values)
    _compare_values(world, rows, owners)


def _compare_values(
    world: World, rows: Sequence[Record], owners: Sequence[tuple[LearnerDraft | None, int | None]]
) -> None:
    world.earnings()
    ledger = world.ledger()
    for row, (draft, aim) in zip(rows, owners, strict=True):
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
        values = known[0]
        told = values.tell()
        label = str(row.get("price episode") or row.get("aim") or "")
        for name in row.values:
            if name in _LABELS:
                continue
            line, _ = row.place(name)
            expected = row[name] if row[name] is not None else NONE
            official, actual = _told(told, name)
            cell = _value(line, label, row.heading(name), str(expected), actual)
            if official and values.why is not None:
                cell.because = (values.why(official),)
            world.cells.append(cell)


@step("the price episodes are:", table=VALUES_TABLE)
def price_episodes_are(world: World, rows: Sequence[Record]) -> None:
    """Compares values of price episodes, and that no other episode of the learners shown begins in the year."""
    owners = of_each(lambda row: _owner_of_episode(world, row), rows)
    listed_ = set()
    for row, draft in zip(rows, owners, strict=True):
        identifier = episode_of(world, row, draft)
        listed_.add((draft.learn_ref_number if draft else None, identifier))
    _compare_values(world, rows, of_each(lambda row: aim_of(world, row), rows))
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


def _owner_of_episode(world: World, row: Record) -> LearnerDraft | None:
    draft, _ = aim_of(world, row)
    if row.get("price episode") is None:
        raise StepError("say which price episode is meant in a column 'price episode'", row.line)
    return draft


def _told(told: Mapping[str, Any], words: str) -> tuple[str, Any]:
    """Return the official name and the value that some words stand for; no name where there is no such value."""
    return next(((name, told[name]) for name in _ALL[words] if name in told), ("", None))


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
