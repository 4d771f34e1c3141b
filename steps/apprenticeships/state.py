"""What an apprenticeship scenario has said so far, before it becomes records: the state that its steps fill."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from engine.calendar import Month
from engine.programmes.apprenticeships.payments.inputs import Funds, Reversal
from steps.apprenticeships.months import MonthRow
from steps.tables import Record
from steps.world import World

if TYPE_CHECKING:
    from steps.apprenticeships.inputs import Resolved

_NOTE = "apprenticeships"


@dataclass(slots=True)
class IlrFile:
    """The rows of an ILR file, and from which collection month on it is seen (None: sent every month)."""

    rows: list[Record]
    received: Month | None
    states_contributions: bool
    employment: list[Record] = field(default_factory=list)
    contracts: list[Record] = field(default_factory=list)


@dataclass(slots=True)
class CommitmentRows:
    """The rows of a table of commitments, and from which collection month on they stand."""

    rows: list[Record]
    received: Month | None


@dataclass(slots=True)
class SaidAccount:
    """What was said of an employer's account; None where no step speaks of it. Employer None: no number was said."""

    levy: Funds | None = None
    allowance: Funds | None = None
    levy_payer: bool = True


@dataclass(slots=True)
class PaidBefore:
    """Payments made to a provider for a learner before the first month end: rows by delivery month."""

    provider: str
    learner: str
    maths_or_english: bool
    rows: list[MonthRow]


@dataclass(slots=True)
class Form:
    """An earnings adjustment statement; ``month`` is None where the collection period says when."""

    rows: list[MonthRow]
    month: Month | None


@dataclass(slots=True)
class Apprenticeships:
    """Everything the steps on apprenticeships have said.

    ``band`` is the funding band maximum of everybody in pounds. ``loose_employment`` and ``loose_contracts`` were
    said before any ILR file. ``collection_period`` is that of statements without a month of their own.
    """

    files: list[IlrFile] = field(default_factory=list)
    loose_employment: list[Record] = field(default_factory=list)
    loose_contracts: list[Record] = field(default_factory=list)
    commitments: list[CommitmentRows] = field(default_factory=list)
    accounts: dict[int | None, SaidAccount] = field(default_factory=dict)
    band: Decimal | None = None
    not_before: date | None = None
    learning_before: list[Record] = field(default_factory=list)
    paid_before: list[PaidBefore] = field(default_factory=list)
    reversals: list[Reversal] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    collection_period: Month | None = None
    resolved: "Resolved | None" = None

    def account(self, employer: int | None) -> SaidAccount:
        """Return what was said of an employer's account, to say more of it."""
        return self.accounts.setdefault(employer, SaidAccount())


def said(world: World) -> Apprenticeships:
    """Return what the scenario has said of apprenticeships, to say more: what was made of it is forgotten."""
    state = told(world)
    state.resolved = None
    world.changed()
    return state


def told(world: World) -> Apprenticeships:
    """Return what the scenario has said of apprenticeships."""
    state: Apprenticeships = world.notes.setdefault(_NOTE, Apprenticeships())
    return state
