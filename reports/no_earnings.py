"""Why an aim earns nothing, told from the values that were worked out for it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from engine.because import Shown
from engine.ledger import AimValues
from reports.statement import NOT_CALCULATED

if TYPE_CHECKING:
    from engine.ilr.records import LearningDelivery
    from engine.setting import Setting

_PROGRAMME_AIM = 1


def why_nothing(delivery: "LearningDelivery", values: Sequence[AimValues], setting: "Setting") -> list[str]:
    """Return the reasons why an aim earns nothing in the year of the setting, at least one."""
    if delivery.fund_model in NOT_CALCULATED:
        what = NOT_CALCULATED[delivery.fund_model]
        return [f"Funding model {delivery.fund_model} ({what}) is not calculated yet."]
    told: dict[str, Shown] = {}
    for row in values:
        if not row.price_episode_identifier:
            told.update(row.tell())
    if not told:
        return [f"Funding model {delivery.fund_model} has no calculation of earnings by aim."]
    return list(_from_values(delivery, told, values, setting)) or [
        "Every amount that was worked out for it comes to nothing; see its values."
    ]


def _from_values(
    delivery: "LearningDelivery", told: dict[str, Shown], values: Sequence[AimValues], setting: "Setting"
) -> Iterator[str]:
    if "LearnDelMathEng" in told:
        yield from _of_apprenticeship(delivery, told, values)
    elif told.get("FundLine") in ("None", None, ""):
        yield (
            "No fund line fits (FundLine is None), so its value is 0: the lines ask for funding model 35 "
            f"and an age of 19 or more on 31 August {setting.year.start_year}, save for custody and "
            "apprenticeships."
        )
    if told.get("FundStart") is False:
        asked = told.get("ThresholdDays")
        yield (
            f"Its start does not count (FundStart is false): it ended without achievement before the {asked} "
            "qualifying days that its planned length asks for, or it is a part that is not funded."
        )
    if (
        "ApplicWeightFundRate" in told
        and not told["ApplicWeightFundRate"]
        and told.get("FundStart") is not False
    ):
        yield (
            f"There is no rate for {delivery.learn_aim_ref} at its start in the reference data "
            "(ApplicWeightFundRate is 0)."
        )
    if delivery.learn_start_date > setting.year.last_day:
        yield f"It begins on {delivery.learn_start_date:%d/%m/%Y}, after the funding year."
    elif delivery.learn_act_end_date is not None and delivery.learn_act_end_date < setting.year.first_day:
        yield f"It ended on {delivery.learn_act_end_date:%d/%m/%Y}, before the funding year."
    elif delivery.learn_plan_end_date < setting.year.first_day:
        yield (
            f"Its instalments ended with its planned end on {delivery.learn_plan_end_date:%d/%m/%Y}, before "
            "the funding year, and nothing has been achieved in the year."
        )


def _of_apprenticeship(
    delivery: "LearningDelivery", told: dict[str, Shown], values: Sequence[AimValues]
) -> Iterator[str]:
    if told.get("FundStart") is False:
        return
    if delivery.aim_type != _PROGRAMME_AIM and not told["LearnDelMathEng"]:
        yield (
            "It is a part of the apprenticeship: the price is earned by its programme aim, and only English and "
            "maths earn anything of their own."
        )
        return
    episodes = [row.tell() for row in values if row.price_episode_identifier]
    if episodes and not any(episode.get("PriceEpisodeTotalTNPPrice") for episode in episodes):
        yield "No price is recorded for it (ILR AFinType TNP), so its price episodes earn nothing."
    elif any(episode.get("PriceEpisodeUpperBandLimit") == 0 for episode in episodes):
        yield "The reference data have no band limit for its course, so nothing of its price is funded."
