"""The words of the features: tables and sentences in, records and comparisons out; no funding arithmetic."""
