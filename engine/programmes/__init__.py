"""One module or package for each programme, each with ``calculate(learner, destination, setting, ledger)``."""
