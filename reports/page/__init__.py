"""The report: a folder of pages that needs no server. Features as policy staff wrote them, reasons, guidance."""

from reports.page.folder import write_report

__all__ = ["write_report"]
