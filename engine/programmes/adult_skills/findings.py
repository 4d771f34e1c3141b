"""What is wrong with a record, or missing in the reference data, beside the figure worked out by default."""

from engine.ilr.records import Learner, LearningDelivery
from engine.ledger import Finding, Severity
from engine.programmes.adult_skills.aim import Aim
from engine.programmes.adult_skills.rules import Rules
from engine.reference import ReferenceData

AIM_BEFORE_AUGUST_2013 = "AIM_BEFORE_AUGUST_2013"
AIM_RATE_MISSING = "AIM_RATE_MISSING"
POSTCODE_FACTOR_MISSING = "POSTCODE_FACTOR_MISSING"

_NOTHING = "It earns nothing, and the yearly cap of the learner's other aims is worked out without it."


class Reporter:
    """Writes the findings of one learner."""

    __slots__ = ("_findings", "_learner", "_ukprn")

    def __init__(self, ukprn: int, learner: Learner, findings: list[Finding]) -> None:
        self._ukprn = ukprn
        self._learner = learner
        self._findings = findings

    def refuse(self, delivery: LearningDelivery, rules: Rules) -> bool:
        """Say whether an aim cannot be worked out, and write why.

        Refused are aims begun before August 2013, and aims that end before they start: they earn nothing
        and take no part in the yearly cap of the learner's other aims.
        """
        start, planned, actual = (
            delivery.learn_start_date,
            delivery.learn_plan_end_date,
            delivery.learn_act_end_date,
        )
        first = rules.first_start
        if start >= first and planned >= start and (actual is None or actual >= start):
            return False
        seq = delivery.aim_seq_number
        if start < first:
            expected = f"a start on or after {first:%d/%m/%Y}"
            message = (
                f"Aims begun before August 2013 follow transitional rules, not worked out here. {_NOTHING}"
            )
            self._write(seq, AIM_BEFORE_AUGUST_2013, "error", "LearnStartDate", str(start), expected, message)
        late = f"{start.isoformat()}, the start, or later"
        if planned < start:
            self._write(seq, "LearnPlanEndDate_02", "error", "LearnPlanEndDate", str(planned), late, _NOTHING)
        if actual is not None and actual < start:
            self._write(seq, "LearnActEndDate_01", "error", "LearnActEndDate", str(actual), late, _NOTHING)
        return True

    def check_birth(self) -> None:
        """Write a finding for a learner without a date of birth: no fund line with an age can hold."""
        if self._learner.date_of_birth is None:
            message = "Without an age only offenders' learning has a fund line; all other aims earn nothing."
            self._write(None, "DateOfBirth_01", "error", "DateOfBirth", "", "a date of birth", message)

    def check_reference(self, aims: list[Aim], rules: Rules, reference: ReferenceData) -> None:
        """Write a finding for each rate or postcode factor that a funded aim needs and no table has.

        A table of postcode factors missing as a whole is not told for each learner.
        """
        prior_is_needed = False
        for aim in aims:
            if not aim.fund_start or aim.line_key == "none":
                continue
            if aim.needs_rate and aim.rate_row is None:
                expected = f"a {aim.rate_category} rate of the aim valid on {aim.rate_day:%d/%m/%Y}"
                message = "No rate was found; the aim is worked out with a rate of 0."
                found = aim.delivery.learn_aim_ref
                seq = aim.delivery.aim_seq_number
                self._write(seq, AIM_RATE_MISSING, "warning", "LearnAimRef", found, expected, message)
            if not aim.needs_rate and not aim.weighted_rate:
                continue
            prior_is_needed = prior_is_needed or (not aim.offender and aim.disadvantage_row is None)
            if aim.area_row is None:
                place = aim.delivery.del_loc_post_code
                self._check_postcode(
                    "area_costs", "DelLocPostCode", place, aim.delivery.aim_seq_number, rules, reference
                )
        if prior_is_needed:
            place = self._learner.postcode_prior
            self._check_postcode("disadvantage", "PostcodePrior", place, None, rules, reference)

    def _check_postcode(
        self, table: str, field: str, postcode: str, seq: int | None, rules: Rules, reference: ReferenceData
    ) -> None:
        if not reference.has(table) or reference.knows_postcode(table, postcode):
            return
        if postcode.upper() in rules.postcodes_without_factor:
            return
        expected = f"a postcode of the table {table}"
        message = "No factor was found for the postcode; the aim is worked out with a factor of 1."
        self._write(seq, POSTCODE_FACTOR_MISSING, "warning", field, postcode, expected, message)

    def _write(
        self,
        seq: int | None,
        code: str,
        severity: Severity,
        field: str,
        found: str,
        expected: str,
        message: str,
    ) -> None:
        self._findings.append(
            Finding(
                self._ukprn,
                self._learner.learn_ref_number,
                seq,
                code,
                severity,
                field,
                found,
                expected,
                "",
                message,
            )
        )
