"""Year on year: the figures of a run kept, two runs compared, and a run moved to another funding year."""
