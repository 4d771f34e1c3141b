"""What a run found, as plain data for the page: by scenario, step and cell, with the reasons of every figure."""

from typing import Any

from reports.celltable import Cell, CellTable, cell_tables
from reports.page.reasons import Reasons
from steps.problems import Problem
from steps.results import ScenarioResult, StepResult


def as_data(scenarios: list[ScenarioResult]) -> dict[str, Any]:
    """Return scenarios and the pool of their reasons; a cell holds the number of its reasons, or None.

    ``cells`` of a step are ``[line, place in the row, state, computed, reasons, expected]`` for every compared cell,
    with the values of the examples filled in; ``beyond`` are tables of what was compared outside of the author's cells.
    """
    reasons = Reasons()
    told = [_scenario(one, reasons) for one in scenarios]
    return {"scenarios": told, "reasons": {**reasons.as_data(), "clauses": {}}}


def _scenario(result: ScenarioResult, reasons: Reasons) -> dict[str, Any]:
    in_steps = {problem for step in result.steps for problem in result.problems if problem.line == step.line}
    return {
        "line": result.line,
        "heading": result.heading_line,
        "name": result.name,
        "status": result.status,
        "compared": len(result.cells),
        "wrong": sum(not cell.ok for cell in result.cells),
        "message": result.message if result.status == "skipped" else "",
        "problems": [problem_data(one) for one in result.problems if one not in in_steps],
        "steps": [_step(step, result.problems, reasons) for step in result.steps],
    }


def problem_data(problem: Problem) -> dict[str, Any]:
    """Return a problem as plain data."""
    return {"line": problem.line, "column": problem.column, "message": problem.message}


def _step(step: StepResult, problems: tuple[Problem, ...], reasons: Reasons) -> dict[str, Any]:
    tables = cell_tables(step)
    own = tables[0] if step.table and tables else None
    return {
        "line": step.line,
        "status": step.status,
        "message": step.message if step.status == "failed" else "",
        "problems": [problem_data(one) for one in problems if one.line == step.line],
        "warnings": [problem_data(one) for one in step.warnings],
        "cells": [
            [row.line, at, *_cell(cell, reasons), cell.text]
            for row in (own.rows if own else ())
            for at, cell in enumerate(row.cells)
            if cell.state in ("ok", "wrong", "aside")
        ],
        "beyond": [_table(table, reasons) for table in tables if table is not own],
    }


def _cell(cell: Cell, reasons: Reasons) -> tuple[str, str, int | None]:
    return cell.state, cell.actual, reasons.group(cell.why) if cell.why else None


def _table(table: CellTable, reasons: Reasons) -> dict[str, Any]:
    return {
        "title": table.title,
        "headings": table.headings,
        "numeric": table.numeric,
        "rows": [[[cell.text, *_cell(cell, reasons)] for cell in row.cells] for row in table.rows],
    }
