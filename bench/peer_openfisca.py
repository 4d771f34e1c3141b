"""OpenFisca's country template on one variable: ``python peer_openfisca.py PERSONS OUT.txt``, timed by ``bench.peers``.

The income tax of so many persons for each of twelve months, from salaries drawn beforehand. It writes the seconds of
the calculation alone, and the sum of the taxes.
"""

import sys
import time
from pathlib import Path

import numpy
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_country_template import CountryTaxBenefitSystem

if __name__ == "__main__":
    persons = int(sys.argv[1])
    months = [f"2020-{number:02}" for number in range(1, 13)]
    salaries = numpy.random.default_rng(1).integers(800, 4000, size=(12, persons)).astype(float)
    simulation = SimulationBuilder().build_default_simulation(CountryTaxBenefitSystem(), persons)
    began = time.perf_counter()
    total = 0.0
    for number, month in enumerate(months):
        simulation.set_input("salary", month, salaries[number])
        tax = simulation.calculate("income_tax", month)
        total += float(tax.sum())
    seconds = time.perf_counter() - began
    Path(sys.argv[2]).write_text(f"{seconds} {total}\n", encoding="utf-8")
