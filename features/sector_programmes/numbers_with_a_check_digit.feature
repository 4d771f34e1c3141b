@sector-programmes
Feature: Numbers with a check digit
  A learner number or an employer identifier that was mistyped belongs to somebody else or to nobody.
  The last digit of each gives most mistakes away before the file is sent.

  Background:
    Given the funding year is 2021/22
    And the provider holds a grant

  @WMCA2122-NATIONAL-21
  Scenario Outline: A unique learner number ending in <digit> after 106148401 is <verdict>
    Given these learners:
      | learner | ULN              |
      | Efa     | 106148401<digit> |
    And these aims:
      | learner | aim      | aim reference | start date | planned end date |
      | Efa     | main aim | Z0009145      | 06/09/2021 | 17/09/2021       |
    Then <found>

    Examples:
      | digit | verdict | found            |
      |     6 | right   | nothing is found |
      |     7 | wrong   | ULN_04 is found  |
      |     0 | wrong   | ULN_04 is found  |

  @WMCA2122-NATIONAL-21
  Scenario: The temporary learner number has no check digit
    Given these learners:
      | learner | ULN        |
      | Efa     | 9999999999 |
    And these aims:
      | learner | aim      | aim reference | start date | planned end date |
      | Efa     | main aim | Z0009145      | 06/09/2021 | 17/09/2021       |
    Then ULN_04 is not found

  @WMCA2122-NATIONAL-22
  Scenario Outline: An employer identifier of <employer> is <verdict>
    Given these employment statuses:
      | learner | employment status | applies from | employer   | BSI |
      | Efa     |                11 | 01/06/2021   | -          |   4 |
      | Efa     |                10 | 01/12/2021   | <employer> |   - |
    And these aims:
      | learner | aim      | aim reference | start date | planned end date |
      | Efa     | main aim | Z0009145      | 06/09/2021 | 17/09/2021       |
    Then <found>

    Examples:
      | employer  | verdict           | found                 |
      | 100302610 | right             | EmpId_02 is not found |
      | 100302611 | wrong             | EmpId_02 is found     |
      | 999999999 | the temporary one | EmpId_02 is not found |
