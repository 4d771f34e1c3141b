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
)
