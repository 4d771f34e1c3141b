"""The month ends behind a scenario's results: run once, up to the last month that any of its tables names."""

from typing import Any

from engine.calendar import Month
from engine.programmes.apprenticeships.earnings import earnings_of_year
from engine.programmes.apprenticeships.lines import YearEarnings
from engine.programmes.apprenticeships.payments import month_ends
from engine.programmes.apprenticeships.payments.outcome import PaymentLedger
from engine.programmes.apprenticeships.payments.views import Only, PaymentViews
from steps.apprenticeships.inputs import inputs_of, learner_of, uln_of
from steps.apprenticeships.results_cells import found_money
from steps.apprenticeships.results_table import ResultTable, last_month
from steps.apprenticeships.words import ukprn_of
from steps.problems import StepError
from steps.registry import match
from steps.world import WORKED_OUT, World


def views_of(world: World, *, compares: bool = True) -> PaymentViews:
    """Return the views of everything that the month ends gave; run when first asked for, and again when more is said.

    The run ends with the last month that any result table of the scenario names, also one still to come, so
    that no figure depends on the order of the tables. ``compares`` says whether any row is compared.
    Source: apprenticeship rules 1.3.
    """
    kept = world.notes.get(WORKED_OUT)
    if not isinstance(kept, PaymentViews):
        inputs, reference, parameters = inputs_of(world)
        world.before_rules(compares=compares)
        last = last_month_named(world)

        def earnings_of(*given: Any) -> YearEarnings:
            return world.told(earnings_of_year(*given))

        ledger = world.told(month_ends.run(inputs, None, last, reference, parameters, earnings_of))
        for problem in ledger.problems:
            world.warn(0, 0, problem)
        world.hints = _waiting_completions(world, ledger)
        commitments = (one for held in inputs.commitment_sets for one in held.commitments)
        kept = world.notes[WORKED_OUT] = PaymentViews(ledger, commitments)
    return kept


def last_month_named(world: World) -> Month | None:
    """Return the last month that a heading of any result table of the scenario names, as it stands."""
    named = []
    for step in world.script:
        found = match(step.text) if step.table else None
        if found is not None and isinstance(found.definition.table, ResultTable):
            named.append(last_month(step.table))
    return max((month for month in named if month), default=None)


def only(world: World, provider: str = "", uln: str = "") -> Only:
    """Return whose money is meant by the words of a step or row.

    Raises StepError for a provider or learner of whom the scenario says nothing: their rows would be all nothing.
    """
    if provider:
        inputs, _, _ = inputs_of(world)
        known = {one.ukprn for one in inputs.submissions} | {one.ukprn for one in inputs.history}
        known.update(one.ukprn for held in inputs.commitment_sets for one in held.commitments)
        if ukprn_of(provider) not in known:
            raise StepError(f"nothing is said of {provider}: no ILR file, commitment or earlier payment")
    return Only(ukprn_of(provider) if provider else None, uln_of(world, uln) if uln else None)


def _waiting_completions(world: World, ledger: PaymentLedger) -> list[str]:
    """Tell of completion payments that wait for contributions: they may be why a figure differs (7.4)."""
    latest = {(one.ukprn, one.learn_ref_number, one.month): one for one in ledger.held_back}
    return [
        f"note: in {one.collection.label} the completion payment of {learner_of(world, one.uln)} for"
        f" {one.month.label}, {found_money(one.amount).shown}, waits for the employer: contributions of"
        f" {found_money(one.needed).shown} are needed and {found_money(one.supplied).shown} are recorded"
        for one in latest.values()
    ]
