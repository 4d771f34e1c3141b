"""Runs made by hand, from feature text, for the tests of what people read."""

# ruff: noqa: E501

from functools import cache
from pathlib import Path

from steps.features import Scenario, parse_feature
from steps.problems import Problem
from steps.results import CellResult, FeatureResult, RunResult, ScenarioResult, StepResult, Why

JOB_OUTCOMES = """
@sector_gateway @swap
Feature: Job outcome payments
  A provider earns the job outcome payment once, when a learner who has left has worked
  for 13 weeks in the first six months.

  Background:
    Given the funding year is 2021/22
    And these aims have rates
      | Aim reference | Title                          | Weighted rate |
      | 60148660      | Introduction to warehouse work |        150.00 |
      | ZWRKX002      | Work experience, 30 to 59 hours |       300.00 |

  @job_outcome
  Scenario: A SWAP job outcome dated 13/03/2022 is earned in March
    Given a learner
      | Learner | Aim | Aim reference | Start date | Planned end | Actual end | Outcome |
      | A       | 1   | 60148660      | 01/11/2021 | 10/12/2021  | 10/12/2021 | 1       |
    Then the provider earns
      | Learner | Kind        | Aug 2021 | Sep 2021 | Oct 2021 | Nov 2021 | Dec 2021 | Jan 2022 | Feb 2022 | Mar 2022 | Apr 2022 | May 2022 | Jun 2022 | Jul 2022 |
      | A       | On-programme |    0.00 |     0.00 |     0.00 |   120.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | A       | Job outcome  |    0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |    30.00 |     0.00 |     0.00 |     0.00 |     0.00 |

  Rule: The job must last 13 weeks

    @job_outcome @edge
    Scenario: A job of twelve weeks and six days earns nothing
      The thirteenth week is not complete on the claim date.

      Given a learner
        | Learner | Aim | Start date |
        | B       | 1   | 01/11/2021 |
      Then the provider earns
        | Learner | Kind         | Aug 2021 | ... | Mar 2022 | Apr 2022 | ... |
        | B       | On-programme |   120.00 | ... |     0.00 |     0.00 | ... |
        | B       | Job outcome  |     0.00 | ... |    30.00 |     0.00 | ... |

    Scenario Outline: The claim code <code> is <verdict>
      When the job outcome is claimed with code <code>
      Then the claim is <verdict>

      Examples:
        | code | verdict  |
        | 014  | refused  |
        | 375  | accepted |

    @ignore
    Scenario: A job in another region
      Then the claim is unclear
"""

WORK_EXPERIENCE = """
Feature: Work experience aims

  Scenario: <script>alert("x")</script> & hours below 30
    Given a lerner
      | Learner | Planned hourz |
      | C       | 29            |
    Then the provider earns 150.00
"""


def _explained() -> list[Why]:
    return [
        Why(
            rule="sector.job_outcome",
            title="Job outcome payment",
            source="Sector Programmes guidance 2021/22, section 4",
            clauses=("SP-4.2",),
            words="aim value × job outcome share",
            numbers="150 × 0.2",
            terms=(("aim_value", "150", "aim 1"),),
            facts=(("job_weeks", "13", "EmpStat"),),
            parameters=(
                {
                    "name": "job_outcome_share", "label": "Job outcome share", "value": "0.2", "unit": "",
                    "from": "2021-08-01", "to": "", "source": "Sector Programmes guidance, section 4.2", "says": "",
                },
            ),
        )
    ]  # fmt: skip


@cache
def _read(text: str) -> list[Scenario]:
    return parse_feature(text, Path("sample.feature")).scenarios


def _scenario(text: str, file: str, number: int) -> ScenarioResult:
    scenario = _read(text)[number]
    steps = [
        StepResult(step.keyword, step.text, step.line, "passed", step.table, background=step.background)
        for step in scenario.steps
    ]
    return ScenarioResult(
        file, scenario.line, scenario.name, scenario.tags, "passed", steps=steps, rule=scenario.rule,
        description=scenario.description, heading_line=scenario.heading_line, duration=0.01,
    )  # fmt: skip


def compared(
    step: StepResult, labels: int, wrong: dict[tuple[int, str], str], *, explain: bool = False
) -> None:
    """Give a step a compared cell for every cell after its labels; ``wrong`` by row number and heading."""
    headings = step.table[0].cells
    for number, row in enumerate(step.table[1:]):
        for heading, text in zip(headings[labels:], row.cells[labels:], strict=True):
            if heading == "...":
                continue
            actual = wrong.get((number, heading), text)
            cell = CellResult(row.line, " ".join(row.cells[:labels]), heading, text, actual, actual == text)
            if explain and actual != "0.00":
                cell.why = _explained()
            step.cells.append(cell)
    if not all(cell.ok for cell in step.cells):
        step.status = "failed"


def told(scenario: ScenarioResult) -> None:
    """Give a failed scenario the message that the runner gives it."""
    wrong = [cell for cell in scenario.cells if not cell.ok]
    if wrong:
        scenario.status = "failed"
        scenario.message = "\n".join(
            f"{Path(scenario.file).name}:{cell.line}: {cell.row} {cell.column}: expected {cell.expected}, got {cell.actual or 'nothing'}"
            for cell in wrong
        )


def mixed_run() -> RunResult:
    """Return a run of two programmes with every kind of outcome."""
    file = "features/sector_programmes/job_outcome.feature"
    passed, failed, refused, accepted, aside = (_scenario(JOB_OUTCOMES, file, number) for number in range(5))
    compared(passed.steps[-1], 2, {}, explain=True)
    compared(failed.steps[-1], 2, {(1, "Mar 2022"): "0.00", (1, "Apr 2022"): "30.00"})
    line = failed.steps[-1].table[2].line
    for month, actual in (("Oct 2021", "0.00"), ("Nov 2021", "0.00"), ("Dec 2021", "15.00")):
        failed.steps[-1].cells.append(
            CellResult(line, "B Job outcome", month, "0.00", actual, actual == "0.00")
        )
    refused.steps[-1].cells.append(
        CellResult(refused.steps[-1].line, "claim", "verdict", "refused", "refused", True)
    )
    accepted.steps[-1].cells.append(
        CellResult(accepted.steps[-1].line, "claim", "verdict", "accepted", "", False)
    )
    accepted.steps[-1].status = "failed"
    told(failed)
    told(accepted)
    aside.status = "skipped"
    aside.message = "set aside with @ignore"
    for step in aside.steps:
        step.status = "skipped"
    first = FeatureResult(
        file, "Job outcome payments",
        "A provider earns the job outcome payment once, when a learner who has left has worked\n"
        "for 13 weeks in the first six months.",
        ("sector_gateway", "swap"), [passed, failed, refused, accepted, aside],
    )  # fmt: skip
    other = "features/bootcamps/work_experience.feature"
    broken = _scenario(WORK_EXPERIENCE, other, 0)
    broken.status = "error"
    broken.problems = (
        Problem(other, 5, 5, "no step reads 'a lerner'; the nearest steps are 'a learner'"),
        Problem(other, 6, 17, "there is no column 'Planned hourz'; did you mean 'Planned hours'?"),
    )
    broken.message = "\n".join(str(problem) for problem in broken.problems)
    broken.steps[0].status = "error"
    broken.steps[0].message = broken.message
    broken.steps[1].status = "skipped"
    second = FeatureResult(other, "Work experience aims", scenarios=[broken])
    cut = "features/bootcamps/cut_short.feature"
    third = FeatureResult(cut, "cut_short", problems=(Problem(cut, 12, 3, "the file ends too early"),))
    return RunResult([first, second, third], 0.84)


def large_run(scenarios: int = 1000, wrong_every: int = 50) -> RunResult:
    """Return a run of many scenarios of two 12-month tables, in features of twenty."""
    run = RunResult(duration=2.0)
    for number in range(scenarios):
        if number % 20 == 0:
            folder = ("sector_programmes", "bootcamps", "apprenticeships")[number // 20 % 3]
            file = f"features/{folder}/section_{number // 20}.feature"
            run.features.append(FeatureResult(file, f"Section {number // 20}"))
        scenario = _scenario(JOB_OUTCOMES, run.features[-1].file, 0)
        scenario.name = f"Case {number}: {scenario.name}"
        earned = scenario.steps[-1]
        scenario.steps.insert(
            -1, StepResult("Then", "the provider is paid", earned.line, "passed", earned.table)
        )
        for step in scenario.steps[-2:]:
            compared(step, 2, {(0, "Nov 2021"): "110.00"} if number % wrong_every == 0 else {})
        told(scenario)
        run.features[-1].scenarios.append(scenario)
    return run
