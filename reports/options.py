"""The options that the commands on ILR files share, and how their values are read."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])

_DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


class DayType(click.ParamType[date]):
    """A date written 2021-07-31 or 31/07/2021."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the date of an option's text."""
        if isinstance(value, date):
            return value
        text = str(value).strip()
        try:
            if match := _ISO.fullmatch(text):
                return date(int(match[1]), int(match[2]), int(match[3]))
            if match := _DAY_FIRST.fullmatch(text):
                return date(int(match[3]), int(match[2]), int(match[1]))
        except ValueError:
            pass
        raise click.BadParameter(f"'{text}' is not a date: write 2021-07-31 or 31/07/2021", ctx, param)


class ReturnType(click.ParamType[int]):
    """A return R01 to R14, as its number."""

    name = "return"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number of a return such as ``R06``."""
        match = re.fullmatch(r"[Rr]\s?0?(\d{1,2})", str(value).strip())
        if match and 1 <= int(match[1]) <= 14:
            return int(match[1])
        raise click.BadParameter(f"'{value}' is not a return: write R01 to R14", ctx, param)


class PeriodType(click.ParamType[int]):
    """A delivery period 1 to 12, also written R05, P5 or as a month such as Dec."""

    name = "period"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number of a delivery period."""
        text = str(value).strip()
        if match := re.fullmatch(r"[RrPp]?\s?0?(\d{1,2})", text):
            number = int(match[1])
            if 1 <= number <= 12:
                return number
            if text[:1] in "Rr" and number in (13, 14):
                raise click.BadParameter(
                    f"{text.upper()} is a late return without a delivery period: write R01 to R12", ctx, param
                )
        raise click.BadParameter(
            f"'{text}' is not a delivery period: write R01 (August) to R12 (July)", ctx, param
        )


def _choices(
    ctx: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    chosen = []
    for value in values:
        name, equals, reading = value.partition("=")
        if not equals:
            raise click.BadParameter(f"'{value}' names no reading: write NAME=VALUE", ctx, param)
        chosen.append((name.strip(), reading.strip()))
    return tuple(chosen)


ilr_file_argument = click.argument(
    "file", metavar="FILE.xml", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
reference_option = click.option(
    "--reference",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Folder of reference tables (CSV). Without it, the small extract that comes with ilrspec.",
)
as_at_option = click.option(
    "--as-at",
    metavar="DATE",
    type=DayType(),
    help="The day taken as today, 2021-07-31 or 31/07/2021. Without it, the day the file was prepared.",
)
switch_option = click.option(
    "--switch",
    "switches",
    metavar="NAME=VALUE",
    multiple=True,
    callback=_choices,
    help="Take another reading where the guidance is unclear (see 'ilrspec switches'). Can be repeated.",
)
lenient_option = click.option(
    "--lenient", is_flag=True, help="Read what can be read, list the rest on standard error."
)


def calculation_options(command: _Command) -> _Command:
    """Add the options of every calculation: reference data, the day taken as today, switches, leniency."""
    for option in (lenient_option, switch_option, as_at_option, reference_option):
        command = option(command)
    return command
