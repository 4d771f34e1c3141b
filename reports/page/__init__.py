"""The report page: one self-contained HTML file of a run, its features as policy staff wrote them."""

from reports.page.document import write_report

__all__ = ["write_report"]
