"""Payments of apprenticeships by month end: their tables, their run and what is shown of them."""
