"""Every module of steps, imported for what it registers."""

from steps import (
    bootcamps,
    earnings,
    findings,
    learners,
    milestones,
    reference_data,
    returned_destinations,
    returns,
    sector_programmes,
    sector_rules,
    setting_steps,
    values,
)
from steps.apprenticeships import (
    accounts,
    commitments,
    history,
    ilr_steps,
    outlines,
    results,
    results_lock,
)

MODULES = (
    setting_steps,
    learners,
    reference_data,
    earnings,
    values,
    findings,
    sector_programmes,
    sector_rules,
    bootcamps,
    returns,
    milestones,
    returned_destinations,
    ilr_steps,
    commitments,
    accounts,
    history,
    results,
    results_lock,
    outlines,
)
