"""Checking features: everything that can be told of a file without running a rule."""

from reports.authoring.checking.flaw import Flaw, TextEdit, fixed
from reports.authoring.checking.whole import check, duplicates

__all__ = ["Flaw", "TextEdit", "check", "duplicates", "fixed"]
