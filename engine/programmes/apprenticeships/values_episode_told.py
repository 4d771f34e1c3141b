"""What the single values of a price episode are made of: terms, facts and parameters, told on demand."""

from __future__ import annotations

from collections.abc import Iterator

from engine.because import Explanation, Term
from engine.money import ZERO, calculation_digits
from engine.programmes.apprenticeships.completion import earned_before
from engine.programmes.apprenticeships.episodes import PriceEpisodeWork
from engine.programmes.apprenticeships.history import earned_in_rows, rows_of_app
from engine.programmes.apprenticeships.payment_records import payments_by_episode
from engine.programmes.apprenticeships.person_year import PersonYear
from engine.programmes.apprenticeships.price_reasons import facts_of, price_terms


def facts(work: PersonYear, episode: PriceEpisodeWork) -> Explanation:
    """Tell what chose the episode, and its ends."""
    return Explanation(facts=(*facts_of(episode), *_ends(episode)))


def _ends(episode: PriceEpisodeWork) -> tuple[Term, ...]:
    return (
        Term("first day", episode.start, "dates of prices, contract types and 1 August"),
        Term(
            "actual end", episode.actual_end or "none", "end of the aim, or the day before the next episode"
        ),
        Term("end with assessment", episode.end_with_assessment or "none", "ILR LearnActEndDate or AchDate"),
    )


def price(work: PersonYear, episode: PriceEpisodeWork) -> Explanation:
    """Tell the prices in force."""
    tnp = episode.tnp
    codes = (3, 4) if tnp[2] + tnp[3] > 0 else (1, 2)
    terms = tuple(
        Term(f"{what}_price", tnp[code - 1], f"TNP{code}, {_price_source(episode, code)}")
        for what, code in zip(("training", "assessment"), codes, strict=True)
    )
    return Explanation(terms, facts_of(episode))


def _price_source(episode: PriceEpisodeWork, code: int) -> str:
    if code in episode.own:
        return f"ILR price record of {episode.start:%d/%m/%Y}"
    if not episode.tnp[code - 1]:
        return "no price record"
    return "carried over from an earlier price record, episode or year"


def band(work: PersonYear, episode: PriceEpisodeWork) -> Explanation:
    """Tell the band limit's row."""
    return Explanation(facts=(price_terms(episode)[1], *facts_of(episode)))


def earlier(work: PersonYear, episode: PriceEpisodeWork, same_provider: bool) -> Explanation:
    """Tell what was earned earlier, with this provider alone or with all."""
    with calculation_digits():
        terms = tuple(_earned_earlier(work, episode, same_provider))
    return Explanation(terms, facts_of(episode))


def _earned_earlier(work: PersonYear, episode: PriceEpisodeWork, same_provider: bool) -> Iterator[Term]:
    """Yield what earlier episodes of the course and rows of earlier years earned, each by itself."""
    record, app = episode.aim.record, episode.aim.app
    before = [
        one
        for one in work.episodes
        if one is not episode and one.aim.app == app and one.start <= episode.start
    ]
    own_first = episode
    for number, one in enumerate(before, 1):
        other = one.aim.record
        counts = work.earlier_years[id(other)].counts
        if one.year_start != episode.year_start and not counts(app, one.year_start):
            continue
        if other is record:
            earned = one.earned
            if one.year_start == episode.year_start and one.start < own_first.start:
                own_first = one
        elif same_provider and other.ukprn != record.ukprn:
            continue
        else:
            earned = earned_before(one, episode.start)
        if earned:
            yield Term(f"earned_by_episode_{number}", earned, f"price episode {one.identifier}")
    rows = rows_of_app(record, app, own_first.start) if record.history else []
    for number, row in enumerate(rows, 1):
        earned = earned_in_rows([row], record, own_only=same_provider)
        if earned:
            yield Term(
                f"earned_in_earlier_year_{number}", earned, f"earnings history of {row.collection_year}"
            )


def remaining(work: PersonYear, episode: PriceEpisodeWork) -> Explanation:
    """Tell what is left of price and band."""
    return Explanation(price_terms(episode), facts_of(episode))


def completion(work: PersonYear, episode: PriceEpisodeWork) -> Explanation:
    """Tell the completion element."""
    terms = (
        Term("price", episode.price, "prices in force"),
        Term("price_above_band", episode.above_cap, "see PriceEpisodeUpperLimitAdjustment"),
        _capped(episode),
    )
    return Explanation(terms, facts_of(episode), work.rules.used("completion_share"))


def _capped(episode: PriceEpisodeWork) -> Term:
    return Term("capped_remainder", episode.capped, "see PriceEpisodeCappedRemainingTNPAmount")


def _element(episode: PriceEpisodeWork) -> Term:
    return Term("completion_element", episode.completion, "see PriceEpisodeCompletionElement")


def monthly(work: PersonYear, episode: PriceEpisodeWork) -> Explanation:
    """Tell what is left for instalments."""
    return Explanation((_capped(episode), _element(episode)), facts_of(episode))


def instalment(work: PersonYear, episode: PriceEpisodeWork) -> Explanation:
    """Tell one instalment."""
    terms = (
        Term("expected_monthly_total", episode.monthly_total, "capped remainder less completion element"),
        Term(
            "planned_instalments",
            episode.planned_instalments,
            f"month ends from {episode.start:%d/%m/%Y} to {episode.planned_end:%d/%m/%Y}",
        ),
    )
    return Explanation(terms, facts_of(episode))


def instalments(work: PersonYear, episode: PriceEpisodeWork) -> Explanation:
    """Tell the dates that instalments are counted by."""
    planned = Term("planned end", episode.planned_end, "ILR LearnPlanEndDate")
    return Explanation(facts=(*facts_of(episode), *_ends(episode), planned))


def balancing(work: PersonYear, episode: PriceEpisodeWork) -> Explanation:
    """Tell the balancing."""
    terms = (
        _capped(episode),
        _element(episode),
        Term("instalments_earned", episode.on_programme, "months of this price episode"),
    )
    return Explanation(terms, (*facts_of(episode), *_ends(episode)))


def total(work: PersonYear, episode: PriceEpisodeWork) -> Explanation:
    """Tell all that the episode earns."""
    if episode.monthly_total < 0 and episode.aim.rules.prices_carried:
        has_ended = episode.actual_end is not None and episode.actual_instalments > 0
        taken = Term("taken_back", episode.monthly_total, "what was earned above a lower price")
        terms: tuple[Term, ...] = (taken,) if has_ended else ()
        if not has_ended:
            # An episode that goes on shows no total of what is taken back.
            return Explanation((), (*facts_of(episode), *_ends(episode)))
    else:
        terms = (Term("instalments", episode.on_programme, "months of this price episode"),)
    terms += (
        Term("balancing", episode.balancing, "instalments not reached when completed"),
        Term("completion", episode.completion_paid, "completion element when completed"),
    )
    return Explanation(terms, (*facts_of(episode), *_ends(episode)))


def employer_paid(work: PersonYear, episode: PriceEpisodeWork, so_far: bool) -> Explanation:
    """Tell the payment records of the episode, or of it and all earlier ones."""
    record, app = episode.aim.record, episode.aim.app
    episodes = [one for one in work.episodes if one.aim.app == app and one.aim.record is record]
    spans = [(one.start, one.actual_end) for one in episodes]
    place = next(index for index, one in enumerate(episodes) if one is episode)
    places = range(place + 1) if so_far else range(place, place + 1)
    terms: list[Term] = []
    for aim in work.programme_aims:
        if aim.app != app or aim.record is not record:
            continue
        for payment in aim.employer_payments:
            totals = payments_by_episode([payment], spans, work.rules)
            if any(totals[one] for one in places):
                where = f"ILR PMR{payment.a_fin_code} of {payment.a_fin_date:%d/%m/%Y}"
                amount = sum((totals[one] for one in places), ZERO)
                terms.append(Term(f"payment_{len(terms) + 1}", amount, where))
    return Explanation(tuple(terms), facts_of(episode), work.rules.used("contribution_codes", "repaid_codes"))


def exemption(work: PersonYear, episode: PriceEpisodeWork) -> Explanation:
    """Tell statuses and codes behind an exemption."""
    aim = episode.aim
    statuses = [
        Term(f"EmpStat {status.emp_stat}", status.date_emp_stat_app, "ILR DateEmpStatApp")
        for status in aim.record.statuses
    ]
    codes = Term("LDM", ", ".join(map(str, sorted(aim.ldm))) or "none", "ILR LDM")
    used = work.rules.used("out_of_work_statuses", "own_employer_codes", "contribution_exempt_codes")
    return Explanation(facts=(*_ends(episode), *statuses, codes), parameters=used)


def contract(work: PersonYear, episode: PriceEpisodeWork) -> Explanation:
    """Tell contract types, age and codes."""
    contracts = [
        Term(f"contract type {one.learn_del_fam_code}", one.learn_del_fam_date_from, "ILR ACT, date from")
        for aim in episode.aims
        for one in aim.act_records
    ]
    age = episode.aim.age
    facts = (
        Term("first day", episode.start, "price episode"),
        *contracts,
        Term("age", "not known" if age is None else age, "ILR DateOfBirth at the programme's start"),
        Term("EEF", ", ".join(map(str, sorted(episode.aim.eef))) or "none", "ILR EEF"),
        Term("LDM", ", ".join(map(str, sorted(episode.aim.ldm))) or "none", "ILR LDM"),
    )
    return Explanation(facts=facts, parameters=work.rules.used("fund_lines", "procured_from"))
