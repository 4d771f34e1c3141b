"""Changes the apprenticeship rules in one place at a time and tells which changes no scenario and no test notices.

``python -m bench.mutants [--only PATTERN]``: each condition always and never true, each filter dropped, each
comparison shifted, each part of an and/or left out. Nothing on disk changes; it needs a system that can fork. Values
of parameters and numbered rules are the part of ``ilrspec mutate``, for every programme.
"""

import argparse
import os
import re
import sys
import time
from collections import Counter
from pathlib import Path

from bench.mutants_made import Mutant, branch_mutants

SURVIVED = ("survived", "not run by any check")


def main() -> None:
    """Judge the mutants that were asked for and print those that survive."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", metavar="PATTERN", help="those whose place or text has this pattern")
    parser.add_argument(
        "--again", metavar="FILE", type=Path, help="those that this earlier output says survived"
    )
    parser.add_argument("--list", action="store_true", help="print the mutants and judge none")
    parser.add_argument(
        "--killed", action="store_true", help="print the killed ones too, with what killed them"
    )
    parser.add_argument(
        "--scenarios", action="store_true", help="judge by the scenarios alone, without tests"
    )
    parser.add_argument("--processes", type=int, default=2, metavar="N")
    given = parser.parse_args()
    pattern = re.compile(given.only or "")
    mutants: list[Mutant] = [mutant for mutant in branch_mutants() if pattern.search(str(mutant))]
    if given.again:
        before = set(given.again.read_text(encoding="utf-8").splitlines())
        mutants = [mutant for mutant in mutants if before & {f"{word}: {mutant}" for word in SURVIVED}]
    if given.list:
        print("\n".join(map(str, mutants)))
        return
    if not hasattr(os, "fork"):
        sys.exit("this system cannot fork a process, which each mutant needs")
    _judge(mutants, given.processes, given.killed, not given.scenarios)


def _judge(mutants: list[Mutant], processes: int, show_killed: bool, with_tests: bool) -> None:
    from bench.mutants_judged import Verdict, judge

    counts: Counter[str] = Counter()

    def tell(verdict: Verdict) -> None:
        if not verdict.killer:
            came_of_it = SURVIVED[0] if verdict.checks else SURVIVED[1]
        else:
            came_of_it = "killed by a test" if verdict.by_test else "killed by a scenario"
        counts[came_of_it] += 1
        if not verdict.killer or show_killed:
            by = f"  [{verdict.killer}]" if verdict.killer else ""
            print(f"{came_of_it}: {verdict.mutant}{by}", flush=True)

    began = time.perf_counter()
    for name in judge(mutants, processes, tell, with_tests=with_tests):
        print(f"fails without any mutant, left out: {name}")
    told = ", ".join(f"{count} {came_of_it}" for came_of_it, count in sorted(counts.items()))
    print(f"{len(mutants)} mutants: {told}, in {time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
