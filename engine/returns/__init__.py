"""What was returned, and when: the returns of several providers and years in the order in which they closed.

A milestone may rest on what an earlier return held, so the rules are given a person's records of every return at once.
"""

from engine.returns.history import ReturnCalendar, ReturnCalendarError, Returned, in_order

__all__ = ["ReturnCalendar", "ReturnCalendarError", "Returned", "in_order"]
