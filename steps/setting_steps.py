"""Steps that set the scene: the funding year, today, the provider, the reading of an unclear clause."""

from datetime import date

from engine.calendar import FundingYear
from engine.parameters import ParameterError
from steps.clock import standing
from steps.problems import StepError, listed, nearest
from steps.registry import step
from steps.world import World


@step("the funding year is {year:funding_year}", setting=True)
def funding_year(world: World, year: FundingYear) -> None:
    """Sets the funding year whose earnings are worked out; months such as R01 and 1 Sep this year need it."""
    world.year = year
    world.changed()


@step("today is {day:date}")
def today(world: World, day: date) -> None:
    """Holds the clock at a day: the day on which the ILR file is prepared and looked at."""
    world.clock.close()
    if not world.reading:
        world.clock.enter_context(standing(day))
    world.clock_stands = True
    world.changed()


@step("the provider is {ukprn:whole_number}")
def provider(world: World, ukprn: int) -> None:
    """Sets the provider's UKPRN."""
    world.ukprn = ukprn
    world.changed()


@step("the guidance is read with {switch:text} as {reading:text}")
def reading(world: World, switch: str, reading: str) -> None:
    """Chooses another reading where the guidance is unclear; `ilrspec switches` lists them."""
    chosen = {**world.switches, switch.strip(): reading.strip()}
    from engine.switches import Switches, load_switches

    try:
        Switches(load_switches(world.parameters.folder).known, chosen)
    except ParameterError as error:
        known = load_switches(world.parameters.folder).known
        names = "" if switch in known else f"{nearest(switch, known)} (known: {listed(known)})"
        raise StepError(f"{error}{names}") from None
    world.switches = chosen
    world.changed()
