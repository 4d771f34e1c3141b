"""A feature's tables as a workbook or CSV files, and back: what was not changed there changes no byte here."""
