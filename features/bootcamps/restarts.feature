@bootcamps
Feature: Temporary withdrawal and restart of a bootcamp
  A learner who breaks off for a while is recorded as temporarily withdrawn and returns on a new aim that names the
  original start. The restarted bootcamp is still the same one: what was paid before is not paid again.

  Background:
    Given the provider is 10000201
    And these bootcamps:
      | bootcamp | aim reference |    price |
      | Cyber    | Z5BC0101      | 3,000.00 |

  Rule: A break stops payment until the learner is back

    @WB5-NOPAY-05
    Scenario: A bootcamp recorded as a temporary withdrawal is not paid
      When this record is returned in R10 of 2023/24:
        | learner | aim   | start      | planned end | actual end | status        |
        | Amina   | Cyber | 01/05/2024 | 30/07/2024  | 24/05/2024 | planned break |
      Then nothing is paid
      And the no-pay report of R10 of 2023/24 is:
        | learner | aim   | milestone | reason             | field      | found | expected  |
        | Amina   | Cyber | -         | NP_TEMP_WITHDRAWAL | CompStatus |     6 | 1, 2 or 3 |

    @WB5-NOPAY-05 @WB5-RESTART-01
    Scenario: The restart earns the commencement that the first attempt did not
      Given the file of R10 of 2023/24 is prepared on 13/05/2024
      When this record is returned in R10 of 2023/24:
        | learner | aim   | start      | planned end | actual end | status        |
        | Bruno   | Cyber | 01/05/2024 | 30/07/2024  | 08/05/2024 | planned break |
      And this record is returned in R11 of 2023/24:
        | learner | aim             | start      | original start date | planned end | RES |
        | Bruno   | Cyber restarted | 03/06/2024 | 01/05/2024          | 30/08/2024  |   1 |
      Then the no-pay report of R10 of 2023/24 is:
        | learner | aim   | reason             |
        | Bruno   | Cyber | NP_TEMP_WITHDRAWAL |
      And the no-pay report of R11 of 2023/24 is:
        | learner | aim   | reason             |
        | Bruno   | Cyber | NP_TEMP_WITHDRAWAL |
      And the milestones are:
        | learner | bootcamp | milestone |   amount | return         | earned on  |
        | Bruno   | Cyber    | M1        | 1,200.00 | R11 of 2023/24 | 17/06/2024 |
      And nothing else is paid

    @WB5-READ-04
    Scenario: A commencement paid before the break is not paid again, and Milestone 2 is earned on the restarted aim
      Given this record is returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Chloe   | Cyber | 01/05/2024 | 30/07/2024  |
      And this record is returned in R11 of 2023/24:
        | learner | aim   | actual end | status        |
        | Chloe   | Cyber | 31/05/2024 | planned break |
      When this record is returned in R02 of 2024/25:
        | learner | aim             | start      | original start date | planned end | RES |
        | Chloe   | Cyber restarted | 02/09/2024 | 01/05/2024          | 30/11/2024  |   1 |
      And these records are returned in R04 of 2024/25:
        | learner | aim                 | start      | actual end | destination code |
        | Chloe   | Cyber restarted     |            | 30/11/2024 | WMCA1.1          |
        | Chloe   | interview for Cyber | 28/11/2024 |            |                  |
      Then the milestones are:
        | learner | bootcamp | milestone |   amount | return         | earned on  |
        | Chloe   | Cyber    | M1        | 1,200.00 | R10 of 2023/24 | 15/05/2024 |
        | Chloe   | Cyber    | M2        |   900.00 | R04 of 2024/25 | 30/11/2024 |
      And nothing else is paid
      And the no-pay report of R11 of 2023/24 is:
        | learner | aim   | reason             |
        | Chloe   | Cyber | NP_TEMP_WITHDRAWAL |
      And the no-pay report of R02 of 2024/25 is empty
      And the no-pay report of R04 of 2024/25 is empty

    @WB5-READ-04
    Scenario: The 80% of a restarted bootcamp are measured on the new aim
      When these records are returned in R04 of 2024/25:
        | learner | aim                 | start      | original start date | planned end | actual end | RES |
        | Dalia   | Cyber restarted     | 02/09/2024 | 01/05/2024          | 30/11/2024  | 11/11/2024 |   1 |
        | Dalia   | interview for Cyber | 11/11/2024 |                     |             |            |     |
        | Edwin   | Cyber restarted     | 02/09/2024 | 01/05/2024          | 30/11/2024  | 12/11/2024 |   1 |
        | Edwin   | interview for Cyber | 11/11/2024 |                     |             |            |     |
      Then the no-pay report of R04 of 2024/25 is:
        | learner | aim                 | milestone | reason     | found         |
        | Dalia   | interview for Cyber | M2        | NP_M2_LT80 | 71 of 90 days |
      And the milestones are:
        | learner | bootcamp | milestone |   amount | earned on  |
        | Dalia   | Cyber    | M1        | 1,200.00 | 16/09/2024 |
        | Edwin   | Cyber    | M1        | 1,200.00 | 16/09/2024 |
        | Edwin   | Cyber    | M2        |   900.00 | 12/11/2024 |
      And nothing else is paid

  Rule: The new aim says that it is a restart, and of what

    @WB5-RESTART-01
    Scenario: An original start stands only on an aim whose restart box is ticked
      When these records are returned in R11 of 2023/24:
        | learner | aim             | start      | original start date | planned end | RES |
        | Farah   | Cyber restarted | 03/06/2024 | 01/05/2024          | 30/08/2024  |   1 |
        | Goran   | Cyber restarted | 03/06/2024 | 01/05/2024          | 30/08/2024  |   - |
      Then the findings are:
        | learner | aim             | code                  | severity | field | found |
        | Goran   | Cyber restarted | OrigLearnStartDate_04 | error    | RES   | none  |
      And nothing else is found

    @WB5-RESTART-02
    Scenario: A restart names the original start, which comes before the new one
      When these records are returned in R11 of 2023/24:
        | learner | aim             | start      | original start date | planned end | RES |
        | Hana    | Cyber restarted | 03/06/2024 | 02/06/2024          | 30/08/2024  |   1 |
        | Igor    | Cyber restarted | 03/06/2024 | -                   | 30/08/2024  |   1 |
        | Joyce   | Cyber restarted | 03/06/2024 | 03/06/2024          | 30/08/2024  |   1 |
      Then the findings are:
        | learner | aim             | code                   | severity | field              | found      |
        | Igor    | Cyber restarted | ORIGINAL_START_MISSING | warning  | OrigLearnStartDate | none       |
        | Joyce   | Cyber restarted | OrigLearnStartDate_02  | error    | OrigLearnStartDate | 03/06/2024 |
      And nothing else is found
