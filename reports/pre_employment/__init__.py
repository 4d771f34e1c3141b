"""The legacy pre-employment record: its files, its statement and its check-ins."""
