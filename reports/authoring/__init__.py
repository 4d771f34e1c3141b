"""Writing features: checking, formatting, accepting figures, and everything else that changes a feature file."""
