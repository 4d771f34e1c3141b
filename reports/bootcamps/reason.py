"""The words of a no-pay reason: what it stops, and whether payment follows once it is put right."""

from collections.abc import Mapping

from engine.programmes.bootcamps import Code

SCOPES: Mapping[str, str] = {
    "learner": "the learner",
    "aim": "the bootcamp",
    "milestone": "the milestone",
    "record": "nothing",
}
"""What a reason stops, by its scope."""


def pays_later(code: Code) -> str:
    """Say whether the milestone is paid once the record is put right."""
    return "yes" if code.cure else "no"
