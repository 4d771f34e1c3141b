"""The Individualised Learner Record: its records, its structure in each year, and its XML files."""
