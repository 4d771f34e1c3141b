"""What an aim is: its part in a programme, whether it has qualified to start, and its fund line."""

from engine.calendar import days_inclusive
from engine.ilr.records import Learner
from engine.programmes.adult_skills.aim import Aim
from engine.programmes.adult_skills.instalments import count_instalments
from engine.programmes.adult_skills.programmes import Programme, programme_start
from engine.reference import ReferenceData


def classify(aim: Aim, learner: Learner, programmes: list[Programme], reference: ReferenceData) -> None:
    """Work out an aim's part, age, fund line, whether funding starts, and its instalments."""
    delivery, rules = aim.delivery, aim.rules
    if aim.is_apprenticeship or aim.is_traineeship:
        aim.programme_start = programme_start(aim, programmes)
    if aim.is_apprenticeship:
        _look_up_part(aim, reference)
    aim.birth = birth = learner.date_of_birth
    adult = birth is not None and birth <= rules.adults_born_by
    key, suffix = fund_line(aim, adult)
    aim.line_key = key
    aim.fund_line = rules.fund_lines[key] + suffix
    aim.fund_start = _funding_starts(aim)
    if aim.fund_start:
        count_instalments(aim)
    annual = reference.annual_value(delivery.learn_aim_ref, aim.adjusted_start)
    aim.basic_skills_type = annual.basic_skills_type if annual else None


def _look_up_part(aim: Aim, reference: ReferenceData) -> None:
    delivery, rules = aim.delivery, aim.rules
    titled = reference.aim(delivery.learn_aim_ref)
    if titled is not None:
        aim.common_component = titled.common_component
        aim.higher_education = titled.engl_prsc_id in rules.higher_education_types
    if delivery.prog_type is None or delivery.fwork_code is None or delivery.pway_code is None:
        return
    part = reference.framework_aim(
        delivery.learn_aim_ref, delivery.prog_type, delivery.fwork_code, delivery.pway_code
    )
    if part is not None and not aim.is_programme_aim:
        aim.component_type = part.framework_component_type


def _funding_starts(aim: Aim) -> bool:
    """Say whether the stay is long enough, or has no end yet. Source: FM35 rulebase 2020/21 #147."""
    delivery, rules = aim.delivery, aim.rules
    if delivery.fund_model not in rules.funded_models and aim.line_key == "none":
        return False
    if aim.component_type in rules.unfunded_components:
        return False
    return (
        aim.act_end is None
        or delivery.outcome in rules.achieved_outcomes
        or days_inclusive(aim.start, aim.act_end) >= aim.qualifying_days
    )


def fund_line(aim: Aim, adult: bool) -> tuple[str, str]:
    """Return the key of an aim's fund line and what follows its name, the first that fits.

    ``adult`` says that the learner is 19 or over on 31 August of the year. Source: FM35 rulebase 2020/21 #81.
    """
    rules = aim.rules
    if aim.delivery.fund_model in rules.initiative_models:
        return _initiative_line(aim, adult)
    if adult and not aim.offender:
        key = _adult_line(aim)
        if key:
            return (f"{key}_procured" if aim.marks.procured else key), ""
    if aim.offender:
        return "offender", ""
    return (_apprenticeship_line(aim) if aim.is_apprenticeship else "none"), ""


def _adult_line(aim: Aim) -> str:
    if aim.is_traineeship:
        return "traineeship"
    if aim.is_apprenticeship:
        return ""
    if aim.marks.own_agency:
        return "covid" if aim.covid_offer else "adult"
    return "devolved" if aim.marks.devolved else ""


def _apprenticeship_line(aim: Aim) -> str:
    rules, age = aim.rules, aim.age
    if age is None:
        return "none"
    if age < rules.adult_age or aim.has("EEF", rules.eligibility_16_18):
        return "apprenticeship_16_18"
    if age < rules.on("older_apprentice_age", aim.programme_start) or aim.has("EEF", rules.eligibility_19_23):
        return "apprenticeship_19_23"
    return "apprenticeship_24_plus"


def _initiative_line(aim: Aim, adult: bool) -> tuple[str, str]:
    rules = aim.rules
    in_programme = aim.delivery.prog_type is not None and not aim.is_traineeship
    codes = aim.codes.get("LDM")
    if adult and codes and not in_programme and aim.marks.own_agency:
        for number, code in enumerate(rules.initiative_codes, start=1):
            if code in codes:
                return "initiative", f" {number}"
    return "none", ""
