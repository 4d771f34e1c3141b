"""A learner of an ILR file as a scenario: identity replaced, figures as computed, nothing that does not matter."""
