"""The inputs behind an aim's value, told with the field or the reference row that each was read from."""

from datetime import date
from typing import Any

from engine.because import Term
from engine.money import ONE
from engine.parameters import ParameterValue
from engine.programmes.adult_skills.aim import Aim


def value_terms(aim: Aim) -> tuple[Term, ...]:
    """Return the value of an aim and its fee, with the sums they come from."""
    factors = [term for term in factor_terms(aim) if term.value != ONE]
    parts = [f"weighted rate {aim.weighted_rate}", *(f"{term.name} {term.value}" for term in factors)]
    if aim.marks.fully_funded:
        fee = "none: fully funded, ILR FFI 1"
    elif aim.is_apprenticeship:
        fee = f"{aim.rules.fee_share} × the value, not fully funded"
    else:
        fee = f"{aim.rules.fee_share} × unweighted rate {aim.unweighted_rate}, not fully funded"
    return Term("aim_value", aim.value, " × ".join(parts)), Term("fee", aim.fee, fee)


def parameters_of(aim: Aim, *names: str) -> tuple[ParameterValue, ...]:
    """Return some parameters, and those behind value, fee, qualifying days and cap, as far as used."""
    used = [*names, "qualifying_days"]
    if aim.fee:
        used.append("fee_share")
    if aim.cap_factor != ONE:
        used.append("learner_cap")
    if aim.is_apprenticeship and aim.age_factor != ONE:
        raised = aim.age_factor == aim.rules.age_factor_16_18
        used.append("age_factor_16_18" if raised else "age_factor_24_plus")
    if aim.specialist_factor != ONE:
        used += ["specialist_numerator", "specialist_denominator"]
    if aim.residential_factor != ONE:
        used.append("residential_factor")
    if aim.offender:
        used.append("offender_disadvantage_factor")
    if aim.large_employer_factor != ONE:
        used.append("large_employer_factor")
    if aim.functional_skills_factor != ONE:
        used += ["functional_skills_reduction", "functional_skills_divisor"]
    if aim.covid_offer:
        used.append("covid_offer_addition")
    values = aim.rules.used(*used)
    if aim.esol_addition:
        values += (aim.rules.used_on("esol_additional_hours", aim.start),)
    if aim.is_traineeship and aim.is_programme_aim:
        values += (aim.rules.used_on("traineeship_programme_rate", aim.programme_start),)
    return values


def factor_terms(aim: Aim) -> tuple[Term, ...]:
    """Return the factors of an aim's value, those of 1 as well."""
    delivery = aim.delivery
    specialist = (
        f"weighting {aim.weighting_factor}, {aim.specialist_reason}"
        if aim.specialist_reason
        else "LARS weighting factor"
    )
    residential = _from("organisation funding", aim.residential_row)
    area = _from(f"area costs of {delivery.del_loc_post_code}", aim.area_row)
    if aim.offender:
        disadvantage = "offenders' learning, whatever the postcode"
    else:
        disadvantage = _from("disadvantage of ILR PostcodePrior", aim.disadvantage_row)
    return (
        Term("age factor", aim.age_factor, f"fund line {aim.fund_line}"),
        Term("specialist resources factor", aim.specialist_factor, specialist),
        Term("residential factor", aim.residential_factor, residential),
        Term("area cost factor", aim.area_factor, area),
        Term("disadvantage factor", aim.disadvantage_factor, disadvantage),
        Term("large employer factor", aim.large_employer_factor, "large employers"),
        Term("functional skills factor", aim.functional_skills_factor, "framework common component"),
    )


def facts_of(aim: Aim) -> tuple[Term, ...]:
    """Return what chose the rule: fund line, dates, qualifying days, rates and factors."""
    delivery = aim.delivery
    facts = [
        Term("fund line", aim.fund_line, _fund_line_source(aim)),
        Term("LearnAimRef", delivery.learn_aim_ref, "ILR LearnAimRef"),
        Term("LearnStartDate", aim.start, "ILR LearnStartDate"),
        Term("LearnPlanEndDate", delivery.learn_plan_end_date, "ILR LearnPlanEndDate"),
        Term("LearnActEndDate", aim.act_end or "continuing", "ILR LearnActEndDate"),
        Term("qualifying days", aim.qualifying_days, f"{aim.planned_days} days planned; {_qualified(aim)}"),
        Term("weighted rate", aim.weighted_rate, rate_source(aim)),
        Term("unweighted rate", aim.unweighted_rate, rate_source(aim)),
    ]
    if aim.adjusted_start != aim.start:
        facts.insert(3, Term("OrigLearnStartDate", aim.adjusted_start, "ILR OrigLearnStartDate"))
    if aim.programme_start != aim.adjusted_start:
        facts.insert(
            3, Term("programme start", aim.programme_start, "ILR LearnStartDate of the programme aim")
        )
    facts.extend(factor_terms(aim))
    return tuple(facts)


def codes_read(aim: Aim, *kinds: str) -> list[Term]:
    """Return the codes that an aim has of some funding and monitoring types."""
    return [
        Term(
            kind,
            ", ".join(map(str, sorted(codes))) if (codes := aim.codes.get(kind)) else "none",
            f"ILR {kind}",
        )
        for kind in kinds
    ]


def _fund_line_source(aim: Aim) -> str:
    if aim.is_apprenticeship:
        return f"age {aim.age} at the programme's start, ILR EEF"
    return f"ILR SOF, LDM, DAM and age on {_written(aim.rules.age_day)}"


def _qualified(aim: Aim) -> str:
    if aim.act_end is None:
        return "no actual end yet"
    if aim.delivery.outcome in aim.rules.achieved_outcomes:
        return f"outcome {aim.delivery.outcome} qualifies whatever the days"
    return f"{(aim.act_end - aim.start).days + 1} days attended"


def rate_source(aim: Aim) -> str:
    """Return where an aim's rates come from, with what is added to them."""
    parts = []
    if aim.rate_row is not None:
        parts.append(
            f"LARS {aim.rate_row.funding_category} rate from {_written(aim.rate_row.effective_from)}"
        )
    elif aim.needs_rate:
        parts.append(f"no LARS {aim.rate_category} rate on {_written(aim.rate_day)}: 0")
    elif aim.is_programme_aim and aim.is_traineeship:
        used = aim.rules.used_on("traineeship_programme_rate", aim.programme_start)
        parts.append(f"fixed rate of a traineeship from {_written(used.valid_from)}")
    else:
        parts.append("no rate of its own")
    if aim.esol_addition:
        parts.append(f"{aim.esol_addition} for ILR AddHours {aim.delivery.add_hours}")
    if aim.covid_offer:
        parts.append(f"{aim.rules.values.covid_offer_addition} for the COVID-19 skills offer, ILR LDM")
    return " + ".join(parts)


def _from(table: str, row: Any) -> str:
    return f"{table}: no row" if row is None else f"{table} from {_written(row.effective_from)}"


def _written(day: date) -> str:
    return "the beginning" if day == date.min else f"{day:%d/%m/%Y}"
