"""Every module of steps, imported for what it registers."""

from steps import (
    earnings,
    findings,
    learners,
    reference_data,
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
)
