"""The earnings statement of a provider: what each learner earns in each month, by kind of earning."""
