"""Price episodes: the stretches of a programme with one price and one contract type.

Source: FM36 rulebase 2020/21, section 3; apprenticeship rules 3.3.
"""

from datetime import date, timedelta
from decimal import Decimal

from engine.calendar import month_index
from engine.money import ZERO
from engine.programmes.apprenticeships.aim import Aim
from engine.programmes.apprenticeships.lines import Episode
from engine.programmes.apprenticeships.rules import Rules
from engine.reference import ApprenticeshipFunding

_ONE_DAY = timedelta(days=1)
_AUGUST = 8


class PriceEpisodeWork:
    """A price episode while it is worked out; amounts are in pounds.

    Those up to the year are worked out in order of start. Later ones that pay nothing in the year have nothing but
    aim, start, ends and identifier.

    ``aim`` is the aim it belongs to (of several the one to start last), ``aims`` all of them. ``start`` is its
    first day, ``actual_end`` and ``end_with_assessment`` (PriceEpisodeActualEndDateIncEPA) its last days or None,
    ``planned_end`` the aim's. ``completed`` as in PriceEpisodeCompleted. ``identifier`` is ``<app>-dd/mm/yyyy``.
    ``own`` are the TNP records of the day by code, ``tnp`` the four prices in force (indexes 0 to 3), ``price`` is
    PriceEpisodeTotalTNPPrice, ``virtual`` the two virtual residual prices at the start, ``virtual_end`` at the end.
    ``price_date`` is the date of the price record in force. ``earlier`` and ``earlier_same_provider`` are
    PriceEpisodePreviousEarnings and its SameProvider sibling. ``remaining`` is the remaining price, ``band_limit`` the
    upper band limit, ``above_cap`` PriceEpisodeUpperLimitAdjustment, ``capped`` PriceEpisodeCappedRemainingTNPAmount,
    ``completion`` the completion element, ``monthly_total`` PriceEpisodeExpectedTotalMonthlyValue,
    ``planned_instalments``, ``instalment`` the instalment value, ``actual_instalments`` the official count of months.
    ``paid_first`` (the start month is paid) and ``paid_from``, ``paid_stop`` (month numbers, stop not included) are the
    months paid after it. ``on_programme`` is what falls due over all its months, ``balancing`` and ``completion_paid``
    fall into the month of ``end_with_assessment``. ``earned`` is PriceEpisodeTotalEarnings.
    ``uplift_earlier``, ``uplift_total``, ``uplift_completion``, ``uplift_remaining``, ``uplift_instalment``,
    ``uplift_balancing``, ``uplift_completion_paid`` and ``uplift_earned`` are the same for the framework uplift.
    ``contract_type`` and ``fund_line`` hold on the start. ``episode`` is what payments see of it, None when
    it does not reach into the year. ``reaches_year`` says so.
    """

    __slots__ = (
        "above_cap",
        "actual_end",
        "actual_instalments",
        "aim",
        "aim_start",
        "aims",
        "balancing",
        "band_limit",
        "capped",
        "completed",
        "completion",
        "completion_paid",
        "contract_type",
        "earlier",
        "earlier_same_provider",
        "earned",
        "end_with_assessment",
        "episode",
        "fund_line",
        "funding_row",
        "identifier",
        "instalment",
        "monthly_total",
        "on_programme",
        "own",
        "paid_first",
        "paid_from",
        "paid_stop",
        "planned_end",
        "planned_instalments",
        "price",
        "price_date",
        "reaches_year",
        "remaining",
        "residual_date",
        "residual_earned",
        "residual_earned_same_provider",
        "start",
        "start_index",
        "tnp",
        "uplift_balancing",
        "uplift_completion",
        "uplift_completion_paid",
        "uplift_earlier",
        "uplift_earned",
        "uplift_instalment",
        "uplift_remaining",
        "uplift_total",
        "virtual",
        "virtual_end",
        "year_start",
    )

    tnp: list[Decimal]
    price: Decimal
    remaining: Decimal
    band_limit: Decimal
    earlier: Decimal
    earlier_same_provider: Decimal
    residual_earned: Decimal
    residual_earned_same_provider: Decimal
    above_cap: Decimal
    capped: Decimal
    completion: Decimal
    monthly_total: Decimal
    instalment: Decimal
    on_programme: Decimal
    balancing: Decimal
    completion_paid: Decimal
    earned: Decimal
    virtual: tuple[Decimal, Decimal]
    virtual_end: tuple[Decimal, Decimal]
    price_date: date
    residual_date: date
    funding_row: ApprenticeshipFunding | None
    planned_instalments: int
    actual_instalments: int
    paid_first: bool
    paid_from: int
    paid_stop: int
    reaches_year: bool
    actual_end: date | None
    end_with_assessment: date | None
    planned_end: date
    aim_start: date
    completed: bool
    episode: Episode | None

    def __init__(self, aim: Aim, aims: list[Aim], start: date) -> None:
        self.aim = aim
        self.aims = aims
        self.start = start
        self.start_index = month_index(start)
        self.year_start = start.year if start.month >= _AUGUST else start.year - 1
        self.identifier = f"{aim.app}-{start.day:02}/{start.month:02}/{start.year}"
        self.own: dict[int, Decimal] = {}
        self.episode = None
        self.contract_type = 0
        self.fund_line = ""
        self.uplift_total = self.uplift_completion = self.uplift_remaining = self.uplift_instalment = ZERO
        self.uplift_balancing = self.uplift_completion_paid = self.uplift_earlier = self.uplift_earned = ZERO

    @property
    def record_key(self) -> int:
        """A number that is the same for all episodes of one record of the person."""
        return id(self.aim.record)


def episodes_of(aims: list[Aim], rules: Rules) -> list[PriceEpisodeWork]:
    """Return the price episodes of the aims of one app in one record, in order of start, with their ends.

    Only aims with FundStart are given, the earliest start first.
    """
    episodes = _carried(aims, rules) if rules.prices_carried else _in_force(aims, rules)
    following: PriceEpisodeWork | None = None
    for episode in reversed(episodes):
        _set_ends(episode, following)
        following = episode
    return episodes


def _carried(aims: list[Aim], rules: Rules) -> list[PriceEpisodeWork]:
    """Make episodes of price records from the aim's start on, contract types and years the aim runs into."""
    days: set[date] = set()
    marks: list[tuple[Aim, set[date]]] = []
    for aim in aims:
        first_days = set(_years_run_into(aim, rules))
        for record in aim.act_records:
            if record.learn_del_fam_date_from is not None:
                first_days.add(record.learn_del_fam_date_from)
        prices = {record.a_fin_date for record in aim.prices}
        days |= first_days
        days.update(day for day in prices if day >= aim.start)
        marks.append((aim, first_days | prices))
    if len(aims) == 1:
        return [PriceEpisodeWork(aims[0], aims, day) for day in sorted(days)]
    found = []
    for day in sorted(days):
        of_day = [aim for aim, own in marks if day in own]
        found.append(PriceEpisodeWork(of_day[-1], of_day, day))
    return found


def _in_force(aims: list[Aim], rules: Rules) -> list[PriceEpisodeWork]:
    """Make an episode of every aim's start, price records, contract types and years it runs into."""
    by_day: dict[date, Aim] = {}
    for aim in aims:
        days = {aim.start, *_years_run_into(aim, rules), *(record.a_fin_date for record in aim.prices)}
        for record in aim.act_records:
            if record.learn_del_fam_date_from is not None:
                days.add(record.learn_del_fam_date_from)
        end = aim.end
        for day in days:
            if day >= aim.start and (end is None or day <= end):
                by_day[day] = aim
    return [PriceEpisodeWork(by_day[day], [by_day[day]], day) for day in sorted(by_day)]


def _years_run_into(aim: Aim, rules: Rules) -> list[date]:
    """Return each 1 August that an aim runs across, up to that after the year."""
    found = []
    this_year = rules.year.start_year
    year = max(aim.start.year, rules.first_year)
    while year <= this_year + 1:
        day = date(year, _AUGUST, 1)
        if aim.start < day:
            if aim.end is not None:
                if aim.end < day:
                    break
            elif year > this_year and aim.planned_end < day:
                break
            found.append(day)
        year += 1
    return found


def _set_ends(episode: PriceEpisodeWork, following: PriceEpisodeWork | None) -> None:
    aims = episode.aims
    aim = episode.aim
    actual, end = aim.act_end, aim.end
    episode.planned_end, episode.aim_start = aim.planned_end, aim.start
    if len(aims) > 1:
        episode.planned_end = max(other.planned_end for other in aims)
        episode.aim_start = max(other.start for other in aims)
        actual = _latest([other.act_end for other in aims])
        end = _latest([other.end for other in aims])
    if following is not None:
        last = following.start - _ONE_DAY
        actual = last if actual is None or actual > last else actual
        end = last if end is None or end > last else end
    episode.actual_end = actual
    episode.end_with_assessment = end
    episode.completed = aim.completed and aim.end == end
    if len(aims) > 1:
        episode.completed = any(other.completed and other.end == end for other in aims)


def _latest(days: list[date | None]) -> date | None:
    found = date.min
    for day in days:
        if day is None:
            return None
        found = max(found, day)
    return found
