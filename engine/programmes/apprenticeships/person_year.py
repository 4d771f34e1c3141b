"""The object in work: one person's aims and price episodes of one year, to which every kind of money adds its lines.

Kinds of money beside the price are modules of their own, each with one call ``pay_...(work)``, made after the
episodes are worked out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.because import Because
from engine.calendar import FundingYear
from engine.ilr.records import LearningDelivery
from engine.ledger import Finding
from engine.money import ONE
from engine.programmes.apprenticeships.aim import Aim
from engine.programmes.apprenticeships.course import Course
from engine.programmes.apprenticeships.episodes import PriceEpisodeWork
from engine.programmes.apprenticeships.history import EarlierYears
from engine.programmes.apprenticeships.lines import EarningLine, Episode, TransactionType, YearEarnings
from engine.programmes.apprenticeships.person import LearnerRecord, Person
from engine.programmes.apprenticeships.rules import Rules
from engine.reference import ApprenticeshipFunding, ReferenceData

FUNDING_MISSING = "APP_FUNDING_MISSING"


@dataclass(slots=True)
class LineRun:
    """The same amount of an aim, in pounds, in each of some month numbers, for one reason.

    Contract types, shares and ``censuses`` are those of each month.
    """

    aim: Aim
    transaction_type: TransactionType
    months: range
    amount: Decimal
    because: Because
    contract_types: list[int]
    fund_line: str
    shares: list[Decimal]
    censuses: Sequence[date]
    episode: Episode | None

    def lines(self, uln: int) -> list[EarningLine]:
        """Return the line of each month, as payments need it."""
        aim, record, rules = self.aim, self.aim.record, self.aim.rules
        return [
            EarningLine(
                record.ukprn,
                record.learn_ref_number,
                uln,
                aim.delivery.aim_seq_number,
                aim.delivery.learn_aim_ref,
                aim.course,
                self.transaction_type,
                rules.months[month - rules.first_index],
                self.amount,
                contract_type,
                share,
                self.fund_line,
                census,
                self.episode,
                self.because,
            )
            for month, contract_type, share, census in zip(
                self.months, self.contract_types, self.shares, self.censuses, strict=True
            )
        ]


class PersonYear:
    """A person's apprenticeships in one funding year while they are worked out.

    ``records`` are the person's records, ``aims`` all aims of funding model 36 sorted by start and number,
    ``programme_aims`` the programme aims among them. ``episodes`` are the price episodes of all years in order of
    start, worked out; those that reach into the year have an ``episode``. ``own_price_is_the_band`` is said by
    scenarios without reference data of a course. ``runs`` take what is earned, ``shown_episodes`` the episodes that
    payments see, ``findings`` what is missing. ``earlier_years`` are those of each record, by the identity of the
    record.
    """

    __slots__ = (
        "_earnings",
        "_funding",
        "aims",
        "earlier_years",
        "episodes",
        "findings",
        "own_price_is_the_band",
        "person",
        "programme_aims",
        "records",
        "reference",
        "rules",
        "runs",
        "shown_episodes",
        "year",
    )

    def __init__(
        self,
        person: Person,
        year: FundingYear,
        reference: ReferenceData,
        rules: Rules,
        own_band: bool = False,
    ) -> None:
        self.person = person
        self.reference = reference
        self.rules = rules
        self.own_price_is_the_band = own_band
        self.records: list[LearnerRecord] = []
        self.aims: list[Aim] = []
        self.programme_aims: list[Aim] = []
        self.episodes: list[PriceEpisodeWork] = []
        self.findings: list[Finding] = []
        self.year = year
        self.runs: list[LineRun] = []
        self.shown_episodes: list[Episode] = []
        self._earnings: YearEarnings | None = None
        self.earlier_years: dict[int, EarlierYears] = {}
        self._funding: dict[tuple[Course, date], ApprenticeshipFunding | None] = {}

    @property
    def earnings(self) -> YearEarnings:
        """What is earned, line by line, made when it is first asked for; ask once the year is worked out."""
        if self._earnings is None:
            lines = [line for run in self.runs for line in run.lines(self.person.uln)]
            self._earnings = YearEarnings(self.year, lines, self.shown_episodes)
        return self._earnings

    def funding_of(self, aim: Aim, day: date) -> ApprenticeshipFunding | None:
        """Return the reference row of an aim's course that is the latest begun by a day."""
        key, known = (aim.course, day), self._funding
        if key not in known:
            known[key] = self.reference.apprenticeship_funding(*aim.course, day)
        return known[key]

    def find_missing_band(self, aim: Aim) -> None:
        """Write a finding, once for each aim, that no band limit of its course is known."""
        seq, start = aim.aim_seq_number, aim.programme.start_same_pathway
        for known in self.findings:
            if known.code == FUNDING_MISSING and known.aim_seq_number == seq and known.ukprn == aim.ukprn:
                return
        self.findings.append(
            Finding(
                aim.ukprn,
                aim.learn_ref_number,
                seq,
                FUNDING_MISSING,
                "warning",
                "StdCode" if aim.is_standard else "FworkCode",
                aim.app,
                f"a band limit of the course begun by {start:%d/%m/%Y}, the programme's start",
                "",
                "No band limit was found; the apprenticeship is worked out with a limit of 0 and earns no price.",
            )
        )

    def refuses(self, record: LearnerRecord, delivery: LearningDelivery) -> bool:
        """Say whether an aim cannot be worked out because it ends before it starts, and write why."""
        start, planned, actual = (
            delivery.learn_start_date,
            delivery.learn_plan_end_date,
            delivery.learn_act_end_date,
        )
        if planned >= start and (actual is None or actual >= start):
            return False
        late = f"{start.isoformat()}, the start, or later"
        for code, field, day in (
            ("LearnPlanEndDate_02", "LearnPlanEndDate", planned),
            ("LearnActEndDate_01", "LearnActEndDate", actual),
        ):
            if day is not None and day < start:
                self.findings.append(
                    Finding(
                        record.ukprn,
                        record.learn_ref_number,
                        delivery.aim_seq_number,
                        code,
                        "error",
                        field,
                        day.isoformat(),
                        late,
                        "",
                        "The aim earns nothing, and what others of its programme earn is worked out without it.",
                    )
                )
        return True

    def write(
        self,
        aim: Aim,
        transaction_type: TransactionType,
        month: int,
        amount: Decimal,
        census: date,
        because: Because,
        *,
        contract_type: int,
        fund_line: str,
        share: Decimal = ONE,
        episode: PriceEpisodeWork | None = None,
    ) -> None:
        """Write one amount, in pounds, for a month number; nothing for no money or a month of another year."""
        if self.rules.first_index <= month < self.rules.after_index:
            self.write_months(
                aim,
                transaction_type,
                range(month, month + 1),
                amount,
                because,
                contract_types=[contract_type],
                fund_line=fund_line,
                shares=[share],
                episode=episode,
                censuses=(census,),
            )

    def write_months(
        self,
        aim: Aim,
        transaction_type: TransactionType,
        months: range,
        amount: Decimal,
        because: Because,
        *,
        contract_types: list[int],
        fund_line: str,
        shares: list[Decimal],
        episode: PriceEpisodeWork | None = None,
        censuses: Sequence[date] | None = None,
    ) -> None:
        """Write the same amount, in pounds, for some month numbers of the year; nothing for no money.

        ``censuses`` are the days on which the months are read, their last days unless told.
        """
        if not amount:
            return
        if censuses is None:
            first = self.rules.first_index
            censuses = self.rules.last_days[months.start - first : months.stop - first]
        self.runs.append(
            LineRun(
                aim,
                transaction_type,
                months,
                amount,
                because,
                contract_types,
                fund_line,
                shares,
                censuses,
                None if episode is None else episode.episode,
            )
        )
