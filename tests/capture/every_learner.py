"""Capture every learner of an ILR file, and tell how many become scenarios that pass and name nobody.

python tests/capture/every_learner.py FILE.xml [REFERENCE_FOLDER]
"""

import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from reports.authoring.new_scenario import of_its_own
from reports.calculation import opened
from reports.capture.scenario import captured, new_scenario
from reports.refusal import Refusal


def personal(learner: Any) -> set[str]:
    """Return what says who a learner is, as texts that no scenario may hold; the temporary ULN says nothing."""
    born = learner.date_of_birth
    texts = {
        learner.learn_ref_number,
        "" if learner.uln == 9999999999 else str(learner.uln),
        learner.family_name,
        learner.given_names,
        learner.ni_number,
        learner.postcode_prior,
        learner.postcode,
        learner.add_line1,
        learner.email,
        learner.camp_id,
        learner.tel_no,
        *((f"{born:%d/%m/%Y}", born.isoformat()) if born else ()),
        *(
            str(one.emp_id)
            for one in learner.learner_employment_status
            if one.emp_id not in (None, 999999999)
        ),
    }
    for aim in learner.learning_delivery:
        texts |= {aim.del_loc_post_code, aim.lsd_postcode, aim.sw_sup_aim_id}
    return {text for text in texts if text and text != "ZZ99 9ZZ"}


def main(file: Path, reference: Path | None) -> None:
    """Print the counts, what could not be captured and why, and the time for a learner."""
    counts: Counter[str] = Counter()
    seconds = []
    with opened(file, reference, None, ()) as calculation:
        learners = list(calculation.learners())
        for learner in learners:
            began = time.process_time()
            try:
                destination = calculation.reader.destination(learner.learn_ref_number)
                found = captured(learner, destination, calculation.setting)
                text = of_its_own(new_scenario(found), Path("captured.feature")).text.text
            except Refusal as error:
                counts["refused"] += 1
                print(f"{learner.learn_ref_number}: {error.message}")
                continue
            finally:
                seconds.append(time.process_time() - began)
            counts["passed"] += 1
            counts["with a note"] += bool(found.notes)
            counts["lines"] += text.count("\n")
            own = {str(calculation.setting.ukprn)} - {"10000001"}  # the provider that every scenario has
            told = sorted(one for one in personal(learner) | own if one in text)
            counts["names somebody"] += bool(told)
            if told:
                print(f"{learner.learn_ref_number}: the scenario holds {', '.join(told)}")
            for note in found.notes:
                counts[note] += 1
    print(f"{counts.pop('passed')} of {len(learners)} learners captured")
    for what, count in counts.most_common():
        print(f"  {count:5}  {what}")
    print(f"processor seconds: {sum(seconds) / len(seconds):.2f} on average, {max(seconds):.2f} at most")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
