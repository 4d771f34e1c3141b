"""Writes an ILR file of made-up adult skills learners, 2020/21: ``python -m bench.learners 99 FILE.xml``.

One or two aims of funding model 35 each, about five FAMs an aim. Aims and postcodes are those of
fixtures/reference. The same seed gives the same file. Learners are written as they are made:
any number will do.
"""

import argparse
import csv
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from engine.identifiers import uln_with_check_digit

REFERENCE = Path(__file__).resolve().parents[1] / "fixtures" / "reference"
UKPRN = 10000101
FILE_DATE = date(2021, 9, 14)
FIRST_START = date(2019, 9, 1)
DAYS_OF_STARTS = (date(2021, 7, 1) - FIRST_START).days

HEAD = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<Message xmlns="ESFA/ILR/2020-21">
 <Header>
  <CollectionDetails>
   <Collection>ILR</Collection>
   <Year>2021</Year>
   <FilePreparationDate>{FILE_DATE}</FilePreparationDate>
  </CollectionDetails>
  <Source>
   <ProtectiveMarking>OFFICIAL-SENSITIVE-Personal</ProtectiveMarking>
   <UKPRN>{UKPRN}</UKPRN>
   <SerialNo>01</SerialNo>
   <DateTime>{FILE_DATE}T12:00:00</DateTime>
  </Source>
 </Header>
 <LearningProvider>
  <UKPRN>{UKPRN}</UKPRN>
 </LearningProvider>
"""

FAMILY_NAMES = (
    "Ashby",
    "Brand",
    "Calder",
    "Dunmore",
    "Elwood",
    "Farrow",
    "Gale",
    "Hollis",
    "Ingram",
    "Jessop",
    "Ó Néill",
)
GIVEN_NAMES = ("Alex", "Billie", "Casey", "Drew", "Emery", "Frankie", "Jude", "Kit", "Morgan", "Robin", "Zoë")


def write(count: int, path: Path, seed: int = 1) -> None:
    """Write a file with so many learners."""
    random = Random(seed)
    aims, postcodes = aim_references(), postcodes_known()
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(HEAD)
        for number in range(1, count + 1):
            file.write(learner(number, random, aims, postcodes))
        file.write("</Message>\n")


def rows(table: str) -> Iterator[dict[str, str]]:
    """Return the rows of a reference table."""
    with (REFERENCE / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def aim_references() -> list[str]:
    """Return the aims that have an adult skills rate and are no part of a framework or traineeship."""
    others = {row["LearnAimRef"] for table in ("framework_aims", "aim_categories") for row in rows(table)}
    rated = {row["LearnAimRef"] for row in rows("aim_rates") if row["FundingCategory"].lower() == "matrix"}
    return sorted(aim for aim in rated - others if aim[0].isdigit())


def postcodes_known() -> list[str]:
    """Return the postcodes that have an area cost or a disadvantage factor."""
    return sorted({row["Postcode"] for table in ("area_costs", "disadvantage") for row in rows(table)})


def learner(number: int, random: Random, aims: list[str], postcodes: list[str]) -> str:
    """Return one learner as XML."""
    uln = next(uln for nine in range(100000000 + number * 7, 10**9) if (uln := uln_with_check_digit(nine)))
    born = date(1961, 1, 1) + timedelta(random.randrange(14900))
    postcode = random.choice(postcodes)
    start = FIRST_START + timedelta(random.randrange(DAYS_OF_STARTS))
    employed = random.random() < 0.4
    benefit = "" if employed else monitoring("BSI", random.choice((1, 4, 4, 4, 5, 6)))
    detail = monitoring("EII", random.randint(5, 8)) if employed else monitoring("LOU", random.randint(1, 5))
    lldd = random.random() < 0.15
    aim_count = 2 if random.random() < 0.45 else 1
    deliveries = "".join(
        delivery(
            place, start + timedelta(random.choice((0, 0, 7, 35)) * (place - 1)), random, aims, postcodes
        )
        for place in range(1, aim_count + 1)
    )
    return f"""\
 <Learner>
  <LearnRefNumber>{number:08}</LearnRefNumber>
  <ULN>{uln}</ULN>
  <FamilyName>{random.choice(FAMILY_NAMES)}</FamilyName>
  <GivenNames>{random.choice(GIVEN_NAMES)}</GivenNames>
  <DateOfBirth>{born}</DateOfBirth>
  <Ethnicity>{random.choice((31, 31, 31, 34, 39, 41, 44, 99))}</Ethnicity>
  <Sex>{random.choice("FM")}</Sex>
  <LLDDHealthProb>{1 if lldd else 2}</LLDDHealthProb>
  <PriorAttain>{random.choice((1, 2, 7, 9, 97, 98, 99))}</PriorAttain>
  <PlanLearnHours>{random.randint(6, 540)}</PlanLearnHours>
  <PostcodePrior>{postcode}</PostcodePrior>
  <Postcode>{postcode if random.random() < 0.9 else random.choice(postcodes)}</Postcode>
  <AddLine1>{number % 300 + 1} Example Street</AddLine1>
{LLDD if lldd else ""}\
  <ProviderSpecLearnerMonitoring>
   <ProvSpecLearnMonOccur>A</ProvSpecLearnMonOccur>
   <ProvSpecLearnMon>Cohort {number % 40}</ProvSpecLearnMon>
  </ProviderSpecLearnerMonitoring>
  <LearnerEmploymentStatus>
   <EmpStat>{10 if employed else random.choice((11, 11, 12))}</EmpStat>
   <DateEmpStatApp>{start - timedelta(random.randint(1, 60))}</DateEmpStatApp>
{benefit}{detail}\
  </LearnerEmploymentStatus>
{deliveries}\
 </Learner>
"""


LLDD = """\
  <LLDDandHealthProblem>
   <LLDDCat>12</LLDDCat>
   <PrimaryLLDD>1</PrimaryLLDD>
  </LLDDandHealthProblem>
"""


def monitoring(kind: str, code: int) -> str:
    """Return an employment status monitoring record."""
    return f"""\
   <EmploymentStatusMonitoring>
    <ESMType>{kind}</ESMType>
    <ESMCode>{code}</ESMCode>
   </EmploymentStatusMonitoring>
"""


def delivery(place: int, start: date, random: Random, aims: list[str], postcodes: list[str]) -> str:
    """Return one aim as XML."""
    shape = random.random()
    days = (
        random.randint(0, 12)
        if shape < 0.1
        else random.randint(13, 166)
        if shape < 0.65
        else random.randint(167, 420)
    )
    planned = start + timedelta(days)
    restart = random.random() < 0.03
    original = (
        f"   <OrigLearnStartDate>{start - timedelta(random.randint(30, 300))}</OrigLearnStartDate>\n"
        if restart
        else ""
    )
    remaining = f"   <PriorLearnFundAdj>{random.randint(20, 95)}</PriorLearnFundAdj>\n" if restart else ""
    return f"""\
  <LearningDelivery>
   <LearnAimRef>{random.choice(aims)}</LearnAimRef>
   <AimType>4</AimType>
   <AimSeqNumber>{place}</AimSeqNumber>
   <LearnStartDate>{start}</LearnStartDate>
{original}\
   <LearnPlanEndDate>{planned}</LearnPlanEndDate>
   <FundModel>35</FundModel>
   <DelLocPostCode>{random.choice(postcodes)}</DelLocPostCode>
   <LSDPostcode>{random.choice(postcodes)}</LSDPostcode>
{remaining}\
{ending(start, planned, random)}\
{fams(start, planned, restart, random)}\
   <ProviderSpecDeliveryMonitoring>
    <ProvSpecDelMonOccur>A</ProvSpecDelMonOccur>
    <ProvSpecDelMon>Group {random.randint(1, 200)}</ProvSpecDelMon>
   </ProviderSpecDeliveryMonitoring>
  </LearningDelivery>
"""


def ending(start: date, planned: date, random: Random) -> str:
    """Return how the aim ended: achieved, not achieved, withdrawn, a break, or going on."""
    chance = random.random()
    if chance < 0.12:
        left = min(start + timedelta(random.randint(0, max((planned - start).days, 1))), FILE_DATE)
        return ended(3, left, 3, f"   <WithdrawReason>{random.choice((2, 3, 28, 98))}</WithdrawReason>\n")
    if chance < 0.15:
        return ended(6, min(start + timedelta(max((planned - start).days // 2, 1)), FILE_DATE), 3)
    actual = planned + timedelta(random.choice((-14, -3, 0, 0, 0, 0, 5, 20)))
    if actual > FILE_DATE:
        return "   <CompStatus>1</CompStatus>\n"
    return ended(2, max(actual, start), 1 if chance < 0.92 else 3)


def ended(status: int, day: date, outcome: int, reason: str = "") -> str:
    """Return the fields of an aim that has ended."""
    return f"""\
   <CompStatus>{status}</CompStatus>
   <LearnActEndDate>{day}</LearnActEndDate>
{reason}   <Outcome>{outcome}</Outcome>
"""


def fams(start: date, planned: date, restart: bool, random: Random) -> str:
    """Return the funding and monitoring records of an aim, about five."""
    source = random.choice(("105", "105", "105", "110", "112", "116"))
    found = [
        ("SOF", source),
        ("FFI", "1" if random.random() < 0.75 else "2"),
        ("HHS", random.choice(("1", "2", "98", "99"))),
    ]
    if restart:
        found.append(("RES", "1"))
    if source == "105":
        found += [
            ("LDM", code)
            for code in random.sample(("034", "347", "357", "363", "374", "376"), random.randint(0, 3))
        ]
    else:
        found += [("DAM", code) for code in random.sample(("001", "002", "010", "023"), random.randint(1, 2))]
    if random.random() < 0.3:
        found.append(("LDM", random.choice(("351", "378"))))
    text = "".join(fam(kind, code) for kind, code in found)
    if random.random() < 0.08 and planned - start > timedelta(40):
        text += fam("LSF", "1", f"    <LearnDelFAMDateFrom>{start}</LearnDelFAMDateFrom>\n"
                    f"    <LearnDelFAMDateTo>{planned}</LearnDelFAMDateTo>\n")  # fmt: skip
    return text


def fam(kind: str, code: str, dates: str = "") -> str:
    """Return one funding and monitoring record."""
    return f"""\
   <LearningDeliveryFAM>
    <LearnDelFAMType>{kind}</LearnDelFAMType>
    <LearnDelFAMCode>{code}</LearnDelFAMCode>
{dates}   </LearningDeliveryFAM>
"""


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description="Write an ILR file of made-up adult skills learners, 2020/21."
    )
    parser.add_argument("count", type=int, help="how many learners")
    parser.add_argument("file", type=Path, help="the file to write")
    parser.add_argument("--seed", type=int, default=1, help="another seed, another file (default 1)")
    chosen = parser.parse_args()
    write(chosen.count, chosen.file, chosen.seed)
