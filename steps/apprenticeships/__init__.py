"""The words of apprenticeship scenarios, as acceptance features have used them since 2017.

What the tables say is gathered in a state of its own (``state``) and becomes real ILR records, reference rows and
the inputs of the month ends (``inputs``). What a scenario need not say stands in ``defaults.yaml`` here.
Source: apprenticeship rules 2 and 10.1.
"""
