"""The apprenticeship that aims, commitments and payments speak of: a standard, or a framework with its pathway."""

from typing import NamedTuple, Self

from engine.ilr.records import LearningDelivery

STANDARD_TYPE = 25


class Course(NamedTuple):
    """A standard, or a framework with programme type and pathway; codes that do not apply are 0.

    Source: FM36 rulebase 2020/21, classifying aims; apprenticeship rules 2.2.
    """

    prog_type: int
    std_code: int = 0
    fwork_code: int = 0
    pway_code: int = 0

    @classmethod
    def of(cls, delivery: LearningDelivery) -> Self:
        """Return the course that an aim names; all codes 0 where it names none."""
        prog_type = delivery.prog_type or 0
        if prog_type == STANDARD_TYPE:
            return cls(prog_type, delivery.std_code or 0)
        return cls(prog_type, 0, delivery.fwork_code or 0, delivery.pway_code or 0)

    @property
    def is_standard(self) -> bool:
        """Whether it is a standard rather than a framework."""
        return self.prog_type == STANDARD_TYPE

    @property
    def identifier(self) -> str:
        """The app identifier with which price episodes are named: ``25-50`` or ``2-403-1``."""
        if self.is_standard:
            return f"{self.prog_type}-{self.std_code}"
        return f"{self.prog_type}-{self.fwork_code}-{self.pway_code}"

    @property
    def without_pathway(self) -> "Course":
        """The same course whatever the pathway."""
        return self._replace(pway_code=0)
