"""Impact: what other parameters or other reference data do to the earnings of ILR files."""
