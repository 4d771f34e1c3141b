"""One change of the rules at a time: what is changed, from what to what, where it stands and what says so."""

from dataclasses import dataclass, field
from typing import Literal

from engine.parameters import Parameters, ParameterValue, Subject
from engine.switches import Switch, Switches

Kind = Literal["value", "date", "reading", "rule"]
KINDS: dict[Kind, str] = {
    "value": "dated values",
    "date": "dates from which values hold",
    "reading": "readings of switches",
    "rule": "numbered rules",
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change: ``name`` becomes ``after`` where ``before`` stands in ``file`` at ``line``.

    ``group`` is the parameter file, ``switches``, or the programme of a rule. ``since`` is the date from which the
    value holds, blank for switches and rules. ``source`` is document and section, ``clauses`` what it is known to
    belong to. Of ``values``, ``reading`` and ``rule`` the one is given that is changed; ``entry`` is the part of a
    list or table that changes.
    """

    kind: Kind
    group: str
    name: str
    label: str
    before: str
    after: str
    file: str
    line: int
    since: str = ""
    entry: str = ""
    source: str = ""
    says: str = ""
    clauses: tuple[str, ...] = ()
    values: tuple[ParameterValue, ...] = field(default=(), repr=False)
    reading: str = ""
    rule: str = ""

    @property
    def place(self) -> str:
        """File and line, such as ``engine/parameters/bootcamps.yaml:34``; blank for a rule without one."""
        return f"{self.file}:{self.line}" if self.line else self.file

    @property
    def change(self) -> str:
        """The change in words, such as ``42 -> 43`` or ``row 2, 14 -> 15``."""
        told = f"{self.before} -> {self.after}" if self.before else self.after
        return f"{self.entry}, {told}" if self.entry else told

    @property
    def id(self) -> str:
        """What the change is known by, the same in every run: its group, name, date and change."""
        since = f" from {self.since}" if self.since else ""
        return f"{self.group}.{self.name}{since}: {self.change}"

    def parameters(self, published: Parameters) -> Parameters:
        """Return the parameters with this change; subjects without a change are those that were given."""
        if not self.values:
            return published
        changed = Parameters(published.folder)
        for path in published.folder.glob("*.yaml"):
            if path.stem not in (self.group, "switches"):
                changed.take(published.subject(path.stem))
        before = published.subject(self.group).values
        changed.take(Subject(self.group, {**before, self.name: list(self.values)}))
        return changed

    def readings(self, published: Switches) -> Switches:
        """Return the switches with this change as the reading unless another is chosen."""
        return changed_default(published, self.name, self.reading) if self.reading else published


def changed_default(switches: Switches, name: str, reading: str) -> Switches:
    """Return switches in which a reading is the one taken unless a scenario chooses another."""
    known: dict[str, Switch] = dict(switches.known)
    one = known[name]
    known[name] = Switch(
        one.name, one.question, one.why_unclear, one.options, reading, one.clause, one.programme
    )
    return Switches(known)
