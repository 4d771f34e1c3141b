"""``ilrspec generate``: made-up ILR files of every programme, for tests."""

from pathlib import Path
from typing import Any

import click


class _Share(click.ParamType[int]):
    """A share written 5% or 0.05, as millionths."""

    name = "share"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the millionths of an option's text."""
        from decimal import Decimal, InvalidOperation

        text = str(value).strip()
        try:
            share = Decimal(text[:-1]) / 100 if text.endswith("%") else Decimal(text)
        except InvalidOperation:
            share = Decimal(-1)
        if not (share.is_finite() and 0 <= share <= 1):
            self.fail(f"'{value}' is not a share: write 5% or 0.05", param, ctx)
        return int(share * 1_000_000)


@click.command("generate", short_help="Write made-up ILR files of every programme, for tests.")
@click.option("--learners", metavar="N", type=click.IntRange(1, 10_000_000), default=100, show_default=True,
              help="How many learners, in all files together.")  # fmt: skip
@click.option("--year", metavar="YEAR", default="2020/21", show_default=True,
              help="The funding year, 2020/21 or 2021; 2017/18 to 2025/26.")  # fmt: skip
@click.option("--seed", metavar="S", type=click.IntRange(0, 2**63 - 1), default=1, show_default=True,
              help="The same seed gives the same bytes on every machine; another seed, other learners.")  # fmt: skip
@click.option("--ukprn", metavar="UKPRN", type=click.IntRange(10_000_000, 99_999_999),
              help="The provider. Without it, one of the made-up reference data.")  # fmt: skip
@click.option("--mix", "--programmes", "mix", metavar="fm35=70,fm36=30",
              help="Programmes and their shares; without shares, equal ones. Without it, all that the year has: "
              "fm35, fm36, fm25, sector, bootcamps, fm10, fm70, fm81, fm99.")  # fmt: skip
@click.option("--files", metavar="N", type=click.IntRange(1, 10_000), default=1, show_default=True,
              help="Spread the learners over the files of so many providers, numbered from --ukprn on.")  # fmt: skip
@click.option("--out", metavar="FILE.xml|DIR", type=click.Path(path_type=Path),
              help="The file, or a folder for files with ILR names. Without it, the current folder.")  # fmt: skip
@click.option("--errors", metavar="SHARE", type=_Share(), default="0",
              help="Break a rule in that share of the learners, 5% or 0.05, so that there are findings.")  # fmt: skip
def command(
    learners: int,
    year: str,
    seed: int,
    ukprn: int | None,
    mix: str | None,
    files: int,
    out: Path | None,
    errors: int,
) -> None:
    """Write ILR files with made-up learners of every programme: valid by the year's schema, nobody's data.

    Aims, courses and postcodes are those of the reference data that come with ilrspec, so 'ilrspec calc' works the
    files out without further tables. A file that 'ilrspec generate' has not written is never replaced.
    """
    from engine.calendar import FundingYear
    from engine.ilr.schema import YEARS
    from reports.generate.files import Order, generate
    from reports.generate.made_up import BOOTCAMP_UKPRN, UKPRN
    from reports.generate.mix import mix_of, usual_mix
    from reports.generate.screen import shown
    from reports.refusal import Refusal

    try:
        chosen = FundingYear.from_text(year)
    except ValueError as error:
        raise Refusal(f"--year: {error}") from None
    if chosen.code not in YEARS:
        known = f"{FundingYear.from_code(YEARS[0]).label} to {FundingYear.from_code(YEARS[-1]).label}"
        raise Refusal(f"--year: there is no ILR structure of {chosen.label} here; choose one of {known}")
    mixed = usual_mix(chosen) if mix is None else mix_of(mix, chosen)
    usual = BOOTCAMP_UKPRN if chosen.start_year in (2023, 2024) and "bootcamps" in mixed else UKPRN
    order = Order(learners, chosen, seed, usual if ukprn is None else ukprn, mixed, files, out, errors)
    click.echo(shown(order, generate(order)))
