"""Which clauses scenarios show, in which funding years, and what stands without a clause or a scenario."""
