"""Times a year of Skills Bootcamps: ``python -m bench.returns [--learners 5000] [--returns 14]``.

Writes a file for each return, imports them into a store and works them all out, each by the command line in a process
of its own; then the same with the last return alone.
"""

import argparse
import tempfile
from datetime import date, timedelta
from pathlib import Path

from bench import timing
from engine.identifiers import uln_with_check_digit

UKPRN = 10000901
YEAR_START = date(2024, 8, 1)
REFS = [f"Z90010{number:02}" for number in range(1, 11)]

HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<Message xmlns="ESFA/ILR/2024-25">
 <Header>
  <CollectionDetails>
   <Collection>ILR</Collection>
   <Year>2425</Year>
   <FilePreparationDate>{prepared}</FilePreparationDate>
  </CollectionDetails>
  <Source>
   <ProtectiveMarking>OFFICIAL-SENSITIVE-Personal</ProtectiveMarking>
   <UKPRN>{ukprn}</UKPRN>
   <SerialNo>01</SerialNo>
   <DateTime>{prepared}T12:00:00</DateTime>
  </Source>
 </Header>
 <LearningProvider>
  <UKPRN>{ukprn}</UKPRN>
 </LearningProvider>
"""

LEARNER = """\
 <Learner>
  <LearnRefNumber>L{number:07}</LearnRefNumber>
  <ULN>{uln}</ULN>
  <FamilyName>Made</FamilyName>
  <GivenNames>Up</GivenNames>
  <DateOfBirth>1990-05-05</DateOfBirth>
  <Ethnicity>31</Ethnicity>
  <Sex>F</Sex>
  <LLDDHealthProb>2</LLDDHealthProb>
  <NINumber>ZZ000000A</NINumber>
  <PlanLearnHours>80</PlanLearnHours>
  <PostcodePrior>WX1 1AA</PostcodePrior>
  <Postcode>WX1 1AA</Postcode>
  <AddLine1>1 Example Street</AddLine1>
  <PriorAttain>
   <PriorLevel>2</PriorLevel>
   <DateLevelApp>2020-07-01</DateLevelApp>
  </PriorAttain>
  <LearnerEmploymentStatus>
   <EmpStat>11</EmpStat>
   <DateEmpStatApp>2024-07-01</DateEmpStatApp>
   <EmploymentStatusMonitoring>
    <ESMType>LOU</ESMType>
    <ESMCode>2</ESMCode>
   </EmploymentStatusMonitoring>
  </LearnerEmploymentStatus>
{aims} </Learner>
"""

AIM = """\
  <LearningDelivery>
   <LearnAimRef>{ref}</LearnAimRef>
   <AimType>4</AimType>
   <AimSeqNumber>{number}</AimSeqNumber>
   <LearnStartDate>{start}</LearnStartDate>
   <LearnPlanEndDate>{planned}</LearnPlanEndDate>
   <FundModel>38</FundModel>
   <DelLocPostCode>WX1 1AA</DelLocPostCode>
   <LSDPostcode>WX1 1AA</LSDPostcode>
{end}   <LearningDeliveryFAM>
    <LearnDelFAMType>SOF</LearnDelFAMType>
    <LearnDelFAMCode>112</LearnDelFAMCode>
   </LearningDeliveryFAM>
   <LearningDeliveryFAM>
    <LearnDelFAMType>FFI</LearnDelFAMType>
    <LearnDelFAMCode>1</LearnDelFAMCode>
   </LearningDeliveryFAM>
   <LearningDeliveryFAM>
    <LearnDelFAMType>DAM</LearnDelFAMType>
    <LearnDelFAMCode>{dam}</LearnDelFAMCode>
   </LearningDeliveryFAM>
   <ProviderSpecDeliveryMonitoring>
    <ProvSpecDelMonOccur>A</ProvSpecDelMonOccur>
    <ProvSpecDelMon>{note}</ProvSpecDelMon>
   </ProviderSpecDeliveryMonitoring>
  </LearningDelivery>
"""

GOING_ON = "   <CompStatus>1</CompStatus>\n"
ENDED = """\
   <CompStatus>2</CompStatus>
   <LearnActEndDate>{day}</LearnActEndDate>
   <Outcome>1</Outcome>
"""


def closing_day(number: int) -> date:
    """Return the day on which a return closes: the fourth of the month after its own."""
    month = YEAR_START.month + number
    return date(YEAR_START.year + (month - 1) // 12, (month - 1) % 12 + 1, 4)


def write_reference(folder: Path, returns: int) -> None:
    """Write the tables that the rules ask for."""
    aims = [f"{UKPRN},{ref},Bootcamp,3000.00,2024-04-01,2025-12-31,2025-12-31" for ref in REFS]
    closes = [f"2425,R{number:02},{closing_day(number)}" for number in range(1, returns + 1)]
    tables = {
        "contracts": [
            "UKPRN,ContractRef,Wave,Procured,ValidFrom,ValidTo",
            f"{UKPRN},C1,5,Y,2024-04-01,2025-12-31",
        ],
        "bootcamp_aims": ["UKPRN,LearnAimRef,Title,UnitPrice,StartFrom,StartTo,PlanEndTo", *aims],
        "authority_postcodes": ["Postcode,Authority,EffectiveFrom,EffectiveTo", "WX1 1AA,WMCA,2016-06-17,"],
        "returns": ["Year,Return,CloseDate", *closes],
    }
    for name, lines in tables.items():
        (folder / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_return(path: Path, prepared: date, learners: int) -> None:
    """Write the file of a return: every learner with the aims as they stand on the day."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(HEAD.format(prepared=prepared, ukprn=UKPRN))
        nine = 200000000
        for number in range(1, learners + 1):
            uln = None
            while uln is None:
                nine += 1
                uln = uln_with_check_digit(nine)
            file.write(LEARNER.format(number=number, uln=uln, aims=_aims(number, prepared)))
        file.write("</Message>\n")


def _aims(number: int, prepared: date) -> str:
    """Return a bootcamp of ten weeks, then an interview and a job offer; one in ten without DAM 023."""
    start = YEAR_START + timedelta(number % 25)
    end, ref = start + timedelta(70), REFS[number % len(REFS)]
    dam = "010" if number % 10 == 0 else "023"
    done = end <= prepared
    ending = ENDED.format(day=end) if done else GOING_ON
    aims = AIM.format(ref=ref, number=1, start=start, planned=end, end=ending, dam=dam, note="WMCA10.2")
    for sequence, milestone, wait in ((2, "Z0010211", 10), (3, "Z0010212", 50)):
        day = end + timedelta(wait)
        if done and day <= prepared:
            aims += AIM.format(
                ref=milestone,
                number=sequence,
                start=day,
                planned=day,
                end=ENDED.format(day=day),
                dam="023",
                note=ref,
            )
    return aims


def main(learners: int, returns: int) -> None:
    """Time import and evaluation of all returns, and of the last alone."""
    print(
        f"{'returns':>8} {'learners':>9} {'import s':>9} {'peak MB':>8} {'calc s':>7} {'peak MB':>8} {'store MB':>9}"
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        reference = folder / "reference"
        reference.mkdir()
        write_reference(reference, returns)
        files = []
        for number in range(1, returns + 1):
            prepared = closing_day(number) - timedelta(2)
            files.append(folder / f"ILR-{UKPRN}-2425-{prepared:%Y%m%d}-120000-01.xml")
            write_return(files[-1], prepared, learners)
        alone = _timed(folder, reference, files[-1:], "one", learners)
        everything = _timed(folder, reference, files, "all", learners)
    print(
        f"all returns to one: import {everything[0] / alone[0]:.1f}, evaluation {everything[1] / alone[1]:.1f}"
    )


def _timed(folder: Path, reference: Path, files: list[Path], name: str, learners: int) -> tuple[float, float]:
    store = folder / f"{name}.store"
    given = ["--store", str(store), "--reference", str(reference)]
    targets = [f"--{option}={folder / option}.csv" for option in ("milestones", "no-pay", "destinations")]
    brought = timing.run(timing.ilrspec("returns", "import", *map(str, files), *given))
    worked = timing.run(timing.ilrspec("calc", *given, *targets))
    size = store.stat().st_size / 1e6
    print(
        f"{len(files):>8} {learners:>9,} {brought.seconds:>9.1f} {brought.memory:>8} {worked.seconds:>7.1f}"
        f" {worked.memory:>8} {size:>9.0f}",
        flush=True,
    )
    return brought.seconds, worked.seconds


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Time the evaluation of stored returns.")
    parser.add_argument("--learners", type=int, default=5000, help="learners of each return (5000)")
    parser.add_argument("--returns", type=int, default=14, help="returns of the year, at most 14 (14)")
    chosen = parser.parse_args()
    main(chosen.learners, chosen.returns)
