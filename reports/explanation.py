"""Why a learner earns what it earns, as text: rule, sum, inputs, parameters with their dates, clauses."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from engine.because import Because, Explanation, Term
from engine.figures import NO_AIM, Key
from engine.ledger import AimValues, Finding, Ledger
from engine.money import five_places, shown
from engine.parameters import ParameterValue
from reports.earnings_csv import in_order
from reports.months import month_names, ranges
from reports.no_earnings import why_nothing
from reports.paragraph import LABEL, columns, paragraph
from reports.personal import found_of
from reports.shown_value import shown_amount, shown_privately, shown_share, shown_value
from reports.stretches import Stretch, shared_facts, stretches_of

if TYPE_CHECKING:
    from engine.ilr.records import Learner, LearningDelivery
    from engine.setting import Setting


class ExplainedLearner:
    """The explanation of one learner's ledger, of all aims and periods or of one."""

    def __init__(
        self,
        learner: "Learner",
        ledger: Ledger,
        setting: "Setting",
        width: int,
        period: int | None = None,
        aim: int | None = None,
    ) -> None:
        self.learner = learner
        self.ledger = ledger
        self.setting = setting
        self.width = width
        self.period = period
        self.aim = aim
        self._names = month_names(setting.year)
        self._stretches = stretches_of(ledger.earnings, setting.year, period)
        self._stretches |= stretches_of(ledger.shares, setting.year, period, is_money=False)
        self._told: set[int] = set()

    def lines(self) -> Iterator[str]:
        """Return the text line by line."""
        setting = self.setting
        reference = self.learner.learn_ref_number
        yield f"Learner {reference} of provider {setting.ukprn}, funding year {setting.year.label}"
        if self.period is not None:
            yield f"Only {setting.year.month(self.period).label} (R{self.period:02})"
        for delivery in sorted(self.learner.learning_delivery, key=lambda one: one.aim_seq_number):
            if self.aim is None or delivery.aim_seq_number == self.aim:
                yield from self._aim(delivery)
        if not self.learner.learning_delivery:
            yield ""
            yield "This learner has no aims, so nothing is earned."
        if self.aim is None:
            told = {row.price_episode_identifier for row in self.ledger.values}
            yield from self._rows(
                [key for key in self._stretches if key.aim == NO_AIM and key.price_episode not in told]
            )
            if self.period is None:
                yield from self._year_figures()
        yield from self._findings()

    def _year_figures(self) -> Iterator[str]:
        if self.ledger.year_figures:
            yield ""
            yield "Figures of the year, which no month earns"
        for row in self.ledger.year_figures:
            about = f", {row.about}" if row.about else ""
            yield ""
            yield f"  {row.attribute}{about}: {shown_amount(row.amount, row.unit)}"
            told = row.because.explanation()
            yield from self._reason(row.because, told, row.amount)
            yield from columns(6, "Also read", map(_term_cells, told.facts), self.width)
            yield from self._parameters(told.parameters)

    def _aim(self, delivery: "LearningDelivery") -> Iterator[str]:
        number = delivery.aim_seq_number
        known = self.setting.reference.aim(delivery.learn_aim_ref)
        title = known.title if known else ""
        yield ""
        yield from paragraph(0, f"Aim {number}", f"{delivery.learn_aim_ref} {title}".strip(), self.width, 8)
        end = delivery.learn_act_end_date
        facts = [
            f"funding model {delivery.fund_model}",
            f"{delivery.learn_start_date:%d/%m/%Y} to {delivery.learn_plan_end_date:%d/%m/%Y} planned",
            f"ended {end:%d/%m/%Y}" if end else "goes on",
        ]
        yield from paragraph(2, "", ", ".join(facts), self.width, 0)
        values = [row for row in self.ledger.values if row.aim_seq_number == number]
        episodes = list(dict.fromkeys(row.price_episode_identifier for row in values))
        own = [key for key in self._stretches if key.aim == number]
        of_episodes = [key for key in self._stretches if key.aim == NO_AIM and key.price_episode in episodes]
        if own:
            yield from self._rows(own)
        elif not any(key.is_money for key in of_episodes):
            yield from self._nothing(delivery, values, episodes)
        yield from self._values([row for row in values if not row.price_episode_identifier])
        for episode in episodes:
            if episode:
                yield ""
                yield from paragraph(2, "Price episode", episode, self.width, 15)
                yield from self._rows([key for key in of_episodes if key.price_episode == episode], episode)
                yield from self._values([row for row in values if row.price_episode_identifier == episode])

    def _nothing(
        self, delivery: "LearningDelivery", values: Sequence[AimValues], episodes: Sequence[str]
    ) -> Iterator[str]:
        number = delivery.aim_seq_number
        if any(
            five_places(row.amount)
            and (
                row.aim_seq_number == number
                or (row.aim_seq_number is None and row.price_episode_identifier in episodes)
            )
            for row in self.ledger.earnings
        ):
            yield "  Nothing is earned in this month."
            return
        yield "  Nothing is earned in this year:"
        for reason in why_nothing(delivery, values, self.setting):
            yield from paragraph(4, "-", reason, self.width, 2)

    def _rows(self, keys: Sequence[Key], episode: str = "") -> Iterator[str]:
        rows = [(key, self._stretches[key]) for key in keys]
        shared = shared_facts(stretch for _, stretches in rows for stretch in stretches)
        yield from columns(2, "Read", map(_term_cells, shared), self.width)
        for key, stretches in rows:
            yield ""
            yield f"  {key.attribute if episode else self._row_name(key)}"
            for stretch in stretches:
                yield from self._stretch(stretch, shared, key.is_money)

    def _row_name(self, key: Key) -> str:
        return f"{key.attribute}, price episode {key.price_episode}" if key.price_episode else key.attribute

    def _stretch(self, stretch: Stretch, shared: Sequence[Term], is_money: bool) -> Iterator[str]:
        each = " each" if is_money and len(stretch.indexes) > 1 else ""
        figure = f"£{shown(stretch.amount)}" if is_money else shown_share(stretch.amount)
        yield f"    {ranges(stretch.indexes, self._names)}: {figure}{each}"
        yield from self._reason(stretch.because, stretch.explanation, stretch.amount)
        facts = [_term_cells(fact) for fact in stretch.constant_facts() if fact not in shared]
        for fact, values in stretch.changing_facts():
            shown_values = ", ".join(shown_privately(value, fact.name, fact.where) for value in values)
            facts.append((_words(fact.name), shown_values, fact.where))
        yield from columns(6, "Also read", facts, self.width)
        yield from self._parameters(stretch.explanation.parameters)

    def _reason(self, because: Because, told: Explanation, amount: Decimal) -> Iterator[str]:
        rule = because.rule
        yield from paragraph(6, "Rule", f"{rule.title} ({rule.id})", self.width)
        yield from paragraph(6, "Source", rule.source, self.width)
        if rule.clauses:
            yield from paragraph(6, "Clause", ", ".join(rule.clauses), self.width)
        words, numbers = because.arithmetic()
        if words:
            yield from paragraph(6, "Sum", words, self.width)
            yield from paragraph(6, "", f"= {numbers}", self.width)
            yield f"{'':{6 + LABEL}}= {five_places(amount)}"
        yield from columns(6, "Inputs", map(_term_cells, told.terms), self.width)

    def _parameters(self, parameters: Sequence[ParameterValue]) -> Iterator[str]:
        for number, used in enumerate(parameters):
            dates = f"from {used.valid_from:%d/%m/%Y}"
            if used.valid_to is not None:
                dates += f" to {used.valid_to - timedelta(days=1):%d/%m/%Y}"
            unit = f" {used.unit}" if used.unit in ("days", "weeks", "months", "years", "pounds") else ""
            label = "" if number else "Parameters"
            text = f"{_words(used.name)} {shown_value(used.value)}{unit}, {dates}"
            yield from paragraph(6, label, text, self.width)
            if id(used) in self._told:
                yield f"{'':{8 + LABEL}}(source as above)"
            else:
                self._told.add(id(used))
                yield from paragraph(8 + LABEL, "", f"{used.source}: {used.says}", self.width, 0)

    def _values(self, values: Sequence[AimValues]) -> Iterator[str]:
        told = {
            name: shown_privately(value, name)
            for row in values
            for name, value in row.tell().items()
            if value is not None and value != ""
        }
        if not told:
            return
        yield ""
        yield "  Values"
        longest = max(len(name) for name in told)
        for name, text in told.items():
            yield from paragraph(4, name, text, self.width, longest + 2)

    def _findings(self) -> Iterator[str]:
        findings = [
            row
            for row in in_order(self.ledger.findings)
            if self.aim is None or row.aim_seq_number in (None, self.aim)
        ]
        yield ""
        if not findings:
            yield "No findings."
            return
        yield "Findings"
        for finding in findings:
            yield from self._finding(finding)

    def _finding(self, finding: Finding) -> Iterator[str]:
        aim = f", aim {finding.aim_seq_number}" if finding.aim_seq_number is not None else ""
        yield f"  {finding.severity} {finding.code}{aim}"
        rows = (
            ("", finding.message),
            ("Field", finding.field),
            ("Found", found_of(finding)),
            ("Expected", finding.expected),
            ("Clause", finding.clause),
        )
        for label, text in rows:
            if text:
                yield from paragraph(4, label, text, self.width, LABEL if label else 0)


def _term_cells(term: Term) -> tuple[str, str, str]:
    return _words(term.name), shown_privately(term.value, term.name, term.where), term.where


def _words(name: str) -> str:
    return name.replace("_", " ")
