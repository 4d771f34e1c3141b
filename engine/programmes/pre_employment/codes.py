"""The codes of the findings on legacy pre-employment records: how serious each is and what it means."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.ledger import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding: its severity, what it means, and whether it leaves the aim without funding."""

    severity: Severity
    means: str
    refuses: bool = False


CODES: Mapping[str, Code] = {
    "PEP_BEFORE_GUIDANCE": Code(
        "warning", "The aim started before the guidance, so it is not judged and no value is told.", True
    ),
    "PEP_NO_ILR": Code("error", "Provision without an ILR is not funded.", True),
    "PEP_SOURCE_MISSING": Code("error", "Without its source of funding the aim cannot be priced.", True),
    "PEP_SOURCE_NOT_ALR": Code(
        "error", "Other sources have rates agreed in contracting, so no ALR value is told.", True
    ),
    "PEP_A09_MISSING": Code("error", "The reference in the Learning Aim Database goes on the ILR.", True),
    "PEP_LAD_NOT_SUPPLIED": Code("error", "Nothing is given of the aim in the Learning Aim Database.", True),
    "PEP_LAD_NOT_VALID": Code("error", "The reference is not valid for ALR when the aim starts.", True),
    "PEP_NOT_ACCREDITED": Code("warning", "A course funded by ALR generally needs to be accredited."),
    "PEP_NOT_QCF_UNIT": Code("warning", "A unit is looked up under the learning aim type of units."),
    "PEP_LAD_VALUE_NOT_SUPPLIED": Code("error", "The Learning Aim Database gives no value of the aim.", True),
    "PEP_UPLIFT_NOT_SUPPLIED": Code(
        "error", "The value before uplifts is not the funding: the agreement's uplifts are needed.", True
    ),
    "PEP_UPLIFT_TAKEN_AS_1": Code("warning", "An uplift that the agreement does not tell counts as 1."),
    "PEP_A46A_NOT_86": Code("error", "Every offender in the community carries the code, whatever the aim."),
    "PEP_A46A_86_UNEXPECTED": Code("warning", "The code marks offenders in the community, nobody else."),
    "PEP_A59_MISSING": Code("warning", "Without planned credit the aim is left out of the success rate."),
    "PEP_A60_MISSING": Code("warning", "Without achieved credit the aim is left out of the success rate."),
    "PEP_A60_ABOVE_A59": Code("warning", "More credit is achieved than was planned."),
    "PEP_CSR_UNDEFINED": Code("info", "Without planned credit of closed aims there is no success rate."),
    "PEP_L39_MISSING": Code("warning", "The destination is recorded when the learner has left."),
    "PEP_OWN_RECORD_ADVISED": Code(
        "info", "L39 is generic: a record of progression and job outcomes of one's own is encouraged."
    ),
}
