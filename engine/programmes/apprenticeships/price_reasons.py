"""Why the price of a programme earned what it did: the rules with their sums, the inputs and the parameters."""

from datetime import date

from engine.because import Explanation, Rule, Term
from engine.calendar import since
from engine.parameters import ParameterValue
from engine.programmes.apprenticeships.episodes import PriceEpisodeWork
from engine.programmes.apprenticeships.instalments import instalments_of
from engine.programmes.apprenticeships.person_year import PersonYear
from engine.programmes.apprenticeships.rules import last_day_of
from engine.programmes.apprenticeships.share import full_share_reason
from engine.reference.cells import written

_SOURCE = "FM36 rulebase 2020/21 (2021.02.07)"
CAPPED = "min(remaining_price, band_limit - earlier_earnings)"
_UPLIFT_COMPLETION = "min(completion_share * uplift, uplift - uplift_earned_earlier)"

ON_PROGRAMME = Rule(
    "APP-ONPROG",
    "Spreads what is left of the price, without the part kept for completion, over the planned months.",
    f"{_SOURCE}, sections 3.2 and 3.3; apprenticeship rules 3.4 and 3.6",
    f"({CAPPED} - completion_element) / planned_instalments",
    clauses=("FM36-3.2", "FM36-3.3", "AR-3.4", "AR-3.6"),
)
TAKEN_BACK = Rule(
    "APP-ONPROG-TAKEN-BACK",
    "Takes back at once what was earned above a new, lower price.",
    f"{_SOURCE}, section 3.3; apprenticeship rules 3.5",
    f"{CAPPED} - completion_element",
    clauses=("FM36-3.3", "AR-3.5"),
)
COMPLETION = Rule(
    "APP-COMPLETION",
    "Pays the part of the price that is kept until the apprenticeship is completed.",
    f"{_SOURCE}, sections 3.2 and 3.4; apprenticeship rules 3.4 and 3.7",
    f"min(completion_share * (price - price_above_band), {CAPPED})",
    clauses=("FM36-3.2", "FM36-3.4", "AR-3.7"),
)
BALANCING = Rule(
    "APP-BALANCING",
    "Pays the instalments that are left when the apprenticeship is completed before its planned end.",
    f"{_SOURCE}, section 3.4; apprenticeship rules 3.7",
    f"{CAPPED} - completion_element - instalments_earned",
    clauses=("FM36-3.4", "AR-3.7"),
)
UPLIFT_ON_PROGRAMME = Rule(
    "APP-UPLIFT-ONPROG",
    "Spreads what is left of the framework uplift, without the part kept for completion, over the planned months.",
    f"{_SOURCE}, section 3.5; apprenticeship rules 4.3",
    "(uplift - uplift_completion_part - uplift_earned_earlier) / planned_instalments",
    clauses=("FM36-3.5", "AR-4.3"),
)
UPLIFT_COMPLETION = Rule(
    "APP-UPLIFT-COMPLETION",
    "Pays the part of the framework uplift that is kept until the apprenticeship is completed.",
    f"{_SOURCE}, section 3.5; apprenticeship rules 4.3",
    _UPLIFT_COMPLETION,
    clauses=("FM36-3.5", "AR-4.3"),
)
UPLIFT_BALANCING = Rule(
    "APP-UPLIFT-BALANCING",
    "Pays the uplift that is left when the apprenticeship is completed before its planned end.",
    f"{_SOURCE}, section 3.5; apprenticeship rules 4.3",
    "uplift - uplift_completion_part - uplift_earned_earlier - uplift_instalments_earned",
    clauses=("FM36-3.5", "AR-4.3"),
)


def on_programme(work: PersonYear, episode: PriceEpisodeWork) -> Explanation:
    """Tell an instalment of the price."""
    terms = (*price_terms(episode), _completion_element(episode), _planned(episode))
    return Explanation(terms, facts_of(episode), _parameters(work, episode))


def taken_back(work: PersonYear, episode: PriceEpisodeWork) -> Explanation:
    """Tell the amount taken back after a price below what was earned."""
    terms = (*price_terms(episode), _completion_element(episode))
    return Explanation(terms, facts_of(episode), _parameters(work, episode))


def completion(work: PersonYear, episode: PriceEpisodeWork) -> Explanation:
    """Tell the completion payment."""
    terms = (
        *price_terms(episode),
        Term("price", episode.price, _prices_in_force(episode)),
        Term("price_above_band", episode.above_cap, "remaining price above what the band leaves"),
    )
    return Explanation(terms, facts_of(episode) + _end_facts(episode), _parameters(work, episode))


def balancing(work: PersonYear, episode: PriceEpisodeWork) -> Explanation:
    """Tell the balancing payment."""
    count = instalments_of(episode)
    where = f"{count} instalment{'' if count == 1 else 's'} of this price episode"
    terms = (
        *price_terms(episode),
        _completion_element(episode),
        Term("instalments_earned", episode.on_programme, where),
    )
    return Explanation(terms, facts_of(episode) + _end_facts(episode), _parameters(work, episode))


def uplift_on_programme(work: PersonYear, episode: PriceEpisodeWork) -> Explanation:
    """Tell an instalment of the framework uplift."""
    terms = (*_uplift_terms(work, episode), _uplift_part(episode), _planned(episode))
    return Explanation(terms, facts_of(episode) + _age_facts(episode), _uplift_parameters(work, episode))


def uplift_completion(work: PersonYear, episode: PriceEpisodeWork) -> Explanation:
    """Tell the completion payment of the framework uplift."""
    facts = facts_of(episode) + _end_facts(episode) + _age_facts(episode)
    return Explanation(_uplift_terms(work, episode), facts, _uplift_parameters(work, episode))


def uplift_balancing(work: PersonYear, episode: PriceEpisodeWork) -> Explanation:
    """Tell the balancing payment of the framework uplift."""
    count = instalments_of(episode)
    paid = Term(
        "uplift_instalments_earned",
        episode.uplift_instalment * count,
        f"{count} instalment{'' if count == 1 else 's'} of this price episode",
    )
    terms = (*_uplift_terms(work, episode), _uplift_part(episode), paid)
    facts = facts_of(episode) + _end_facts(episode) + _age_facts(episode)
    return Explanation(terms, facts, _uplift_parameters(work, episode))


def price_terms(episode: PriceEpisodeWork) -> tuple[Term, ...]:
    """Return remaining price, band limit and earlier earnings, each with where it was read."""
    if episode.virtual[0] > 0 or episode.virtual[1] > 0 or episode.tnp[2] + episode.tnp[3] > 0:
        remaining = f"residual price, {_prices_in_force(episode)}, less what was earned since"
    else:
        earned = episode.earlier_same_provider
        remaining = f"price {written(episode.price)} less {earned:f} earned earlier with this provider"
    row = episode.funding_row
    day = episode.aim.programme.start_same_pathway
    if row is not None and row.band_limit is not None:
        begins = since(row.effective_from)
        band = f"apprenticeship funding of {episode.aim.app} {begins}, programme start {day:%d/%m/%Y}"
    else:
        band = f"no band limit of {episode.aim.app} is known on {day:%d/%m/%Y}"
    return (
        Term("remaining_price", episode.remaining, remaining),
        Term("band_limit", episode.band_limit, band),
        Term("earlier_earnings", episode.earlier, "earlier episodes and years of the course, all providers"),
    )


def _prices_in_force(episode: PriceEpisodeWork) -> str:
    tnp = episode.tnp
    codes = (3, 4) if tnp[2] + tnp[3] > 0 else (1, 2)
    parts = " + ".join(f"TNP{code} {written(tnp[code - 1])}" for code in codes)
    return f"ILR {parts} from {episode.price_date:%d/%m/%Y}"


def _completion_element(episode: PriceEpisodeWork) -> Term:
    where = f"completion share of the price {written(episode.price)}, at most what is left"
    return Term("completion_element", episode.completion, where)


def _planned(episode: PriceEpisodeWork) -> Term:
    where = f"month ends from {episode.start:%d/%m/%Y} to the planned end {episode.planned_end:%d/%m/%Y}"
    return Term("planned_instalments", episode.planned_instalments, where)


def _uplift_terms(work: PersonYear, episode: PriceEpisodeWork) -> tuple[Term, ...]:
    row = work.funding_of(episode.aim, episode.aim.programme.start)
    if row is not None and row.framework_uplift is not None:
        where = f"apprenticeship funding of {episode.aim.app} {since(row.effective_from)}"
    else:
        where = "a share of the band limit, the reference data have no amount"
    return (
        Term("uplift", episode.uplift_total, where),
        Term("uplift_earned_earlier", episode.uplift_earlier, "earlier episodes and years of the programme"),
    )


def _uplift_part(episode: PriceEpisodeWork) -> Term:
    return Term("uplift_completion_part", episode.uplift_completion, "completion share of the uplift")


def facts_of(episode: PriceEpisodeWork) -> tuple[Term, ...]:
    """Return what chose a price episode: its dates and those of its programme."""
    aim = episode.aim
    facts = [
        Term("price episode", episode.identifier, "ILR dates of prices, contract types and 1 August"),
        Term("LearnStartDate", aim.start, "ILR LearnStartDate"),
        Term("LearnPlanEndDate", aim.planned_end, "ILR LearnPlanEndDate"),
        Term("LearnActEndDate", aim.act_end or "open", "ILR LearnActEndDate"),
        Term("programme start", aim.programme.start, "earliest start of the programme's aims"),
    ]
    reason = full_share_reason(aim, _share_day(episode))
    if reason:
        facts.append(Term("government pays all", reason, "ILR employment statuses"))
    if aim.stop_day is not None:
        facts.append(Term("redundancy ends earnings on", aim.stop_day, "ILR employment statuses"))
    return tuple(facts)


def _share_day(episode: PriceEpisodeWork) -> date:
    return last_day_of(episode.start_index) if episode.aim.end is None else episode.aim.end


def _end_facts(episode: PriceEpisodeWork) -> tuple[Term, ...]:
    delivery = episode.aim.delivery
    return (
        Term("CompStatus", delivery.comp_status, "ILR CompStatus"),
        Term("completed on", episode.end_with_assessment, "ILR LearnActEndDate or AchDate"),
    )


def _age_facts(episode: PriceEpisodeWork) -> tuple[Term, ...]:
    return (Term("age at the start", episode.aim.age, "ILR DateOfBirth"),)


def _parameters(work: PersonYear, episode: PriceEpisodeWork) -> tuple[ParameterValue, ...]:
    return (
        *work.rules.used("completion_share"),
        work.rules.used_on("employer_share", episode.aim.programme.start),
    )


def _uplift_parameters(work: PersonYear, episode: PriceEpisodeWork) -> tuple[ParameterValue, ...]:
    row = work.funding_of(episode.aim, episode.aim.programme.start)
    if row is None or row.framework_uplift is None:
        return work.rules.used("completion_share", "uplift_share")
    return work.rules.used("completion_share")
