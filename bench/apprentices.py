"""Writes an ILR file of made-up apprentices, 2020/21: ``python -m bench.apprentices 99 FILE.xml``.

Aims of funding model 36 alone: a standard or a framework, for some with mathematics, a new price, a break with
a restart, payments of the employer or a new contract type. Courses, aims and postcodes are those of
fixtures/sample_apprenticeships/reference. The same seed gives the same file.
"""

import argparse
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from bench.learners import FAMILY_NAMES, FILE_DATE, GIVEN_NAMES, HEAD, ended
from engine.identifiers import uln_with_check_digit

REFERENCE = Path(__file__).resolve().parents[1] / "fixtures" / "sample_apprenticeships" / "reference"
FIRST_START = date(2018, 9, 1)
DAYS_OF_STARTS = (date(2021, 6, 1) - FIRST_START).days
POSTCODES = ("WX1 1AA", "WX1 1AA", "WX1 1AA", "WX2 2BB")
SMALLER = "   <ProgType>25</ProgType>\n   <StdCode>901</StdCode>\n"
LARGER = "   <ProgType>25</ProgType>\n   <StdCode>902</StdCode>\n"
FRAMEWORK = "   <ProgType>2</ProgType>\n   <FworkCode>901</FworkCode>\n   <PwayCode>1</PwayCode>\n"
COURSES = ((SMALLER, (4800, 1200)), (LARGER, (9600, 2400)), (FRAMEWORK, (3600,)))
MATHS = "60901001"
QUALIFICATION = "60155555"


def write(count: int, path: Path, seed: int = 1) -> None:
    """Write a file with so many learners."""
    random = Random(seed)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(HEAD)
        for number in range(1, count + 1):
            file.write(learner(number, random))
        file.write("</Message>\n")


def learner(number: int, random: Random) -> str:
    """Return one learner as XML."""
    uln = next(uln for nine in range(200000000 + number * 7, 10**9) if (uln := uln_with_check_digit(nine)))
    start = FIRST_START + timedelta(random.randrange(DAYS_OF_STARTS))
    born = start - timedelta(random.choice((17, 18, 20, 24, 33)) * 365 + random.randrange(300))
    postcode = random.choice(POSTCODES)
    aims = "".join(programme(start, postcode, random))
    return f"""\
 <Learner>
  <LearnRefNumber>{number:08}</LearnRefNumber>
  <ULN>{uln}</ULN>
  <FamilyName>{random.choice(FAMILY_NAMES)}</FamilyName>
  <GivenNames>{random.choice(GIVEN_NAMES)}</GivenNames>
  <DateOfBirth>{born}</DateOfBirth>
  <Ethnicity>{random.choice((31, 31, 34, 39, 41, 99))}</Ethnicity>
  <Sex>{random.choice("FM")}</Sex>
  <LLDDHealthProb>2</LLDDHealthProb>
  <PriorAttain>{random.choice((1, 2, 7, 9, 97))}</PriorAttain>
  <PostcodePrior>{postcode}</PostcodePrior>
  <Postcode>{postcode}</Postcode>
  <AddLine1>{number % 300 + 1} Example Street</AddLine1>
  <ProviderSpecLearnerMonitoring>
   <ProvSpecLearnMonOccur>A</ProvSpecLearnMonOccur>
   <ProvSpecLearnMon>Cohort {number % 40}</ProvSpecLearnMon>
  </ProviderSpecLearnerMonitoring>
{employment(start, random)}\
{aims}\
 </Learner>
"""


def employment(start: date, random: Random) -> str:
    """Return the employment statuses: in work before the start, some with a new employer or redundant."""
    small = random.random() < 0.2
    text = status(10, start - timedelta(random.randint(1, 60)), small)
    change = random.random()
    if change < 0.1:
        text += status(10, start + timedelta(random.randint(60, 300)), not small)
    elif change < 0.14:
        text += status(11, start + timedelta(random.randint(60, 300)), None)
    return text


def status(code: int, day: date, small: bool | None) -> str:
    """Return one employment status; ``small`` is None for one without an employer."""
    employer = "" if small is None else "   <EmpId>100000010</EmpId>\n"
    size = "    <ESMType>SEM</ESMType>\n    <ESMCode>1</ESMCode>\n" if small else ""
    if size:
        size = f"   <EmploymentStatusMonitoring>\n{size}   </EmploymentStatusMonitoring>\n"
    return f"""\
  <LearnerEmploymentStatus>
   <EmpStat>{code}</EmpStat>
   <DateEmpStatApp>{day}</DateEmpStatApp>
{employer}{size}\
  </LearnerEmploymentStatus>
"""


def programme(start: date, postcode: str, random: Random) -> Iterator[str]:
    """Return the aims of an apprenticeship: programme, restart, a framework's qualification, mathematics."""
    course, prices = random.choice(COURSES)
    planned = start + timedelta(random.choice((372, 400, 550, 730)))
    contract = random.choice(("1", "2"))
    finance = [("TNP", code, start, amount) for code, amount in enumerate(prices, 1)]
    if random.random() < 0.15:
        finance.append(("TNP", 1, start + timedelta(random.randint(40, 300)), prices[0] - 500))
    if contract == "2" and random.random() < 0.6:
        finance.append(("PMR", 1, start + timedelta(30), 150))
    pause = start + timedelta(random.randint(60, 300)) if random.random() < 0.1 else None
    end = _ending(start, planned, random) if pause is None else ended(6, pause, 3)
    yield aim("ZPROG001", 1, 1, (start, planned), course, postcode, end, contract, finance, random)
    if pause is not None:
        again = pause + timedelta(random.randint(30, 90))
        late = planned + (again - pause)
        finance = [(kind, code, again, amount) for kind, code, _, amount in finance[: len(prices)]]
        end = _ending(again, late, random)
        yield aim("ZPROG001", 1, 2, (again, late), course, postcode, end, contract, finance, random)
    if course is FRAMEWORK:
        end = _ending(start, planned, random)
        yield aim(QUALIFICATION, 3, 4, (start, planned), course, postcode, end, contract, [], random)
    if random.random() < 0.3:
        until = start + timedelta(250)
        end = _ending(start, until, random)
        yield aim(MATHS, 3, 3, (start, until), course, postcode, end, contract, [], random)


def aim(
    reference: str,
    aim_type: int,
    number: int,
    days: tuple[date, date],
    course: str,
    postcode: str,
    end: str,
    contract: str,
    finance: list[tuple[str, int, date, int]],
    random: Random,
) -> str:
    """Return one aim as XML."""
    start, planned = days
    support = f"{_from(start)}    <LearnDelFAMDateTo>{planned}</LearnDelFAMDateTo>\n"
    codes = _fam("SOF", "105") + _fam("ACT", contract, _from(start))
    if contract == "2" and random.random() < 0.05:
        codes += _fam("ACT", "1", _from(start + timedelta(100)))
    codes += "".join(_fam("LDM", code) for code in random.sample(("034", "357", "363"), random.randint(0, 2)))
    codes += _fam("LSF", "1", support) if random.random() < 0.08 else ""
    records = "".join(
        f"   <AppFinRecord>\n    <AFinType>{kind}</AFinType>\n    <AFinCode>{code}</AFinCode>\n"
        f"    <AFinDate>{day}</AFinDate>\n    <AFinAmount>{amount}</AFinAmount>\n   </AppFinRecord>\n"
        for kind, code, day, amount in finance
    )
    return f"""\
  <LearningDelivery>
   <LearnAimRef>{reference}</LearnAimRef>
   <AimType>{aim_type}</AimType>
   <AimSeqNumber>{number}</AimSeqNumber>
   <LearnStartDate>{start}</LearnStartDate>
   <LearnPlanEndDate>{planned}</LearnPlanEndDate>
   <FundModel>36</FundModel>
{course}\
   <DelLocPostCode>{postcode}</DelLocPostCode>
{end}{codes}{records}\
   <ProviderSpecDeliveryMonitoring>
    <ProvSpecDelMonOccur>A</ProvSpecDelMonOccur>
    <ProvSpecDelMon>Group {random.randint(1, 200)}</ProvSpecDelMon>
   </ProviderSpecDeliveryMonitoring>
  </LearningDelivery>
"""


def _ending(start: date, planned: date, random: Random) -> str:
    """Return how an aim ended: withdrawn, achieved, or going on."""
    if random.random() < 0.15:
        left = start + timedelta(random.randint(5, (planned - start).days))
        if left <= FILE_DATE:
            return ended(3, left, 3, "   <WithdrawReason>3</WithdrawReason>\n")
    actual = planned + timedelta(random.choice((-40, 0, 0, 20)))
    if actual > FILE_DATE:
        return "   <CompStatus>1</CompStatus>\n"
    return ended(2, actual, 1) + f"   <AchDate>{actual}</AchDate>\n"


def _from(day: date) -> str:
    return f"    <LearnDelFAMDateFrom>{day}</LearnDelFAMDateFrom>\n"


def _fam(kind: str, code: str, days: str = "") -> str:
    return (
        f"   <LearningDeliveryFAM>\n    <LearnDelFAMType>{kind}</LearnDelFAMType>\n"
        f"    <LearnDelFAMCode>{code}</LearnDelFAMCode>\n{days}   </LearningDeliveryFAM>\n"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write an ILR file of made-up apprentices.")
    parser.add_argument("count", type=int)
    parser.add_argument("file", type=Path)
    chosen = parser.parse_args()
    write(chosen.count, chosen.file)
