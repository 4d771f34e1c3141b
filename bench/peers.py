"""Times ``ilrspec calc`` beside OpenFisca and beside a plain pandas script, in one run on one core.

``python -m bench.peers [--count 20000] [--times 3] [--packages DIR]``. The peers are no dependencies: they are
installed into an environment of their own, in a temporary folder unless --packages names one to keep. The file
is one of ``ilrspec generate``: adult skills learners of 2020/21. The on-programme amounts of the pandas script
are compared with those of ilrspec, and the run fails where a learner differs by half a penny.
"""

import argparse
import csv
import os
import subprocess
import sys
import tempfile
import venv
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

from bench import timing

HERE = Path(__file__).resolve().parent
REFERENCE = timing.ROOT / "fixtures" / "reference"
PACKAGES = ("openfisca-country-template", "pandas", "lxml")
HALF_A_PENNY = Decimal("0.005")

RULES_ALONE = """
import sys, time
from pathlib import Path
from reports.calculation import opened
from reports.garbage import few_collections
spent = 0.0
count = 0
with opened(Path(sys.argv[1]), None, None, ()) as calculation, few_collections():
    for learner in calculation.learners():
        began = time.perf_counter()
        ledger = calculation.ledger(learner, False)
        spent += time.perf_counter() - began
        count += len(ledger.earnings)
Path(sys.argv[2]).write_text(f"{spent} {count}")
"""


def peer_python(folder: Path) -> str:
    """Return the Python of an environment with the peers, which is set up when it is not there."""
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        print(f"setting up {', '.join(PACKAGES)} ...", flush=True)
        venv.create(folder, with_pip=True)
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES]
        done = subprocess.run(install, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"the peers cannot be installed:\n{done.stderr[-2000:]}")
    return str(python)


def versions(python: str) -> str:
    """Return the versions of the peers."""
    code = (
        "from importlib.metadata import version as v;"
        "print('OpenFisca-Core', v('openfisca-core') + ', country template', v('openfisca-country-template')"
        " + ', pandas', v('pandas'))"
    )
    return subprocess.run([python, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def compare(earnings: Path, peer: Path) -> tuple[int, int, int]:
    """Return how many amounts ilrspec wrote, how many non-zero ones the script has, and in how many learners.

    Ends the run when an on-programme amount of a learner whom the script knows differs.
    """
    ours: defaultdict[tuple[str, str], dict[int, Decimal]] = defaultdict(dict)
    lines = 0
    with earnings.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            lines += 1
            if row["Attribute"] == "OnProgPayment":
                key = row["LearnRefNumber"], row["AimSeqNumber"]
                ours[key][int(row["Period"])] = Decimal(row["Value"])
    figures, learners = 0, set()
    wrong = []
    total = Decimal(0)
    with peer.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = row["LearnRefNumber"], row["AimSeqNumber"]
            learners.add(key[0])
            for period in range(1, 13):
                amount = Decimal(row[str(period)])
                figures += bool(amount)
                total += amount
                if abs(amount - ours[key].get(period, Decimal(0))) > HALF_A_PENNY:
                    wrong.append(f"{key} period {period}: {amount}, ilrspec {ours[key].get(period)}")
    if wrong or not figures:
        sys.exit("\n".join([f"{len(wrong)} amounts of the pandas script differ:", *wrong[:10]]))
    print(f"on-programme amounts alike: {figures:,} of {len(learners):,} learners, £{total:,.2f} in all")
    return lines, figures, len(learners)


def main(count: int, times: int, packages: Path | None) -> None:
    """Make the file, time the four, compare the amounts, print the ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        python = peer_python(packages or folder / "peers")
        print(versions(python))
        print(timing.pin_to_one_core(), flush=True)
        ilr, earnings, peer, told = (folder / one for one in ("made.xml", "ours.csv", "peer.csv", "told.txt"))
        timing.run(timing.ilrspec("generate", f"--learners={count}", "--mix=fm35", f"--out={ilr}"))
        fisca, alone = [], []
        calc, script, tax = [], [], []
        for _ in range(times):
            calc.append(timing.run(timing.ilrspec("calc", str(ilr), f"--out={earnings}")).seconds)
            timing.run(timing.python(RULES_ALONE, str(ilr), str(told)))
            alone.append(float(told.read_text().split()[0]))
            command = [python, str(HERE / "peer_pandas.py"), str(ilr), str(REFERENCE), str(peer)]
            script.append(timing.run(command).seconds)
            tax.append(timing.run([python, str(HERE / "peer_openfisca.py"), str(count), str(told)]).seconds)
            fisca.append(float(told.read_text().split()[0]))
        lines, figures, known = compare(earnings, peer)
    rows = [
        ("ilrspec calc: file to CSV", min(calc), lines),
        ("ilrspec, its rules alone", min(alone), lines),
        ("OpenFisca, start to end", min(tax), count * 12),
        ("OpenFisca, its calculation alone", min(fisca), count * 12),
        ("pandas script: file to CSV", min(script), figures),
    ]
    print(f"{count:,} learners or persons, best of {times}")
    print(f"{'':<34}{'seconds':>9}{'figures':>11}{'us a figure':>13}{'ilrspec calc takes, a figure':>31}")
    ours = min(calc) / lines
    for what, seconds, number in rows:
        ratio = "" if what == rows[0][0] else f"{ours / (seconds / number):.2f} times as long"
        print(f"{what:<34}{seconds:>9.3f}{number:>11,}{seconds / number * 1e6:>13.2f}{ratio:>31}")
    print(f"file to file ilrspec calc takes {min(calc) / min(script):.2f} times as long as the pandas script")
    print(
        "ilrspec: every kind of payment with its reason, findings, decimals; a stream of any length.\n"
        "OpenFisca: one product of a sum and a rate, on arrays of floats; reads and writes no file, gives no reasons.\n"
        f"pandas: on-programme alone, of {known:,} learners with plain aims; floats, no findings, all in memory."
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Time ilrspec calc beside OpenFisca and pandas.")
    parser.add_argument("--count", type=int, default=20_000, help="how many learners (20000)")
    parser.add_argument("--times", type=int, default=3, help="runs of each; the best counts (3)")
    parser.add_argument("--packages", type=Path, help="a folder in which the peers' environment is kept")
    chosen = parser.parse_args()
    main(chosen.count, chosen.times, chosen.packages)
