"""A coverage as JSON."""

from typing import Any

from reports.coverage.catalogue import short_name
from reports.coverage.matrix import Coverage, DocumentCover


def as_json(found: Coverage) -> dict[str, Any]:
    """Return the coverage as plain data: a summary, every clause of every document, and the three lists."""
    return {
        "summary": {
            "scenarios": found.scenarios,
            "figures": found.compared,
            "figures_without_citation": len(found.figures),
            "citations_without_clause": len(found.citations),
            "clauses_without_scenario": len(found.clauses),
        },
        "documents": [_document(one) for one in found.documents],
        "figures_without_citation": [
            {
                "scenario": one.scenario,
                "feature": one.file,
                "line": one.line,
                "step": one.sentence,
                "row": one.row,
                "column": one.column,
                "value": one.actual,
                "rules": list(one.rules),
            }
            for one in found.figures
        ],
        "citations_without_clause": [
            {"clause": one.clause, "cited_by": list(one.cited_by)} for one in found.citations
        ],
        "clauses_without_scenario": [
            {"clause": cover.clause.id, "document": short_name(document), "says": cover.clause.says}
            for document, cover in found.clauses
        ],
        "not_readable": [{"file": file, "message": message} for file, message in found.unreadable],
    }


def _document(one: DocumentCover) -> dict[str, Any]:
    return {
        "document": short_name(one.document),
        "title": one.document.title,
        "year": one.document.year,
        "scenarios_by_year": dict(sorted(one.years.items())),
        "clauses": [
            {
                "clause": cover.clause.id,
                "section": cover.clause.section,
                "testable": cover.clause.testable,
                "passed": cover.passed,
                "failed": cover.failed,
                "set_aside": cover.aside,
                "cited_by_scenarios": cover.cited,
                "scenarios_by_year": dict(sorted(cover.years.items())),
            }
            for cover in one.clauses
        ],
    }
