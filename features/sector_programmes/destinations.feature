@sector-programmes
Feature: Destinations that show the way from unemployment to employment
  The authority expects the destination record to tell the story behind a job outcome: out of work, then in a job.
  Staff who check claims read it here as a test of the records, beside the national rules on missing destinations.

  Background:
    Given the funding year is 2021/22
    And the provider holds a grant

  Rule: A job outcome is mirrored in the destinations

    @WMCA2122-SG-JO-16
    Scenario: The destinations of a Sector Gateway learner show the job behind the job outcome
      Given these aims:
        | learner  | aim      | aim reference | start date | planned end date | actual end date | DAM |
        | baseline | main aim | Z0009146      | 03/08/2021 | 31/08/2021       | 31/08/2021      | -   |
        | Kirsty   |          |               |            |                  |                 |     |
        | Lowri    |          |               |            |                  |                 |     |
        | Marek    |          |               |            |                  |                 |     |
        | Nia      |          |               |            |                  |                 |     |
        | Obi      |          |               |            |                  |                 |     |
      And these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | baseline | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |
        | Kirsty   |             |               |            |                  |                 |     |
        | Lowri    |             |               |            |                  |                 |     |
        | Marek    |             |               |            |                  |                 |     |
        | Nia      |             |               |            |                  |                 |     |
        | Obi      |             |               |            |                  |                 |     |
      And this evidence of employment:
        | learner | employer      | first day  | signed |
        | Kirsty  | Bright Stores | 18/09/2021 | yes    |
        | Lowri   | Bright Stores | 18/09/2021 | yes    |
        | Marek   | Canal Foods   | 18/09/2021 | yes    |
        | Nia     | Oak Security  | 18/09/2021 | yes    |
        | Obi     | Oak Security  | 18/09/2021 | yes    |
      And these destinations:
        | learner | destination | code | starts     | ends       |
        | Kirsty  | EMP         |    1 | 18/09/2021 | -          |
        | Lowri   | NPE         |    1 | 31/08/2021 | 17/09/2021 |
        | Lowri   | EMP         |    1 | 18/09/2021 | -          |
        | Marek   | NPE         |    1 | 31/08/2021 | -          |
        | Marek   | EMP         |    1 | 18/09/2021 | -          |
        | Nia     | EMP         |    1 | 19/09/2021 | -          |
        | Obi     | EDU         |    2 | 06/09/2021 | -          |
      Then the findings are:
        | learner | aim         | code                 | severity | field     | expected                                                   |
        | Marek   | job outcome | DP_JOB_NOT_REFLECTED | warning  | DPOutcome | unemployment ended before the employment began             |
        | Nia     | job outcome | DP_JOB_NOT_REFLECTED | warning  | DPOutcome | employment from 18/09/2021 or earlier, known by 31/07/2022 |
        | Obi     | job outcome | DP_JOB_NOT_REFLECTED | warning  | DPOutcome | employment from 18/09/2021 or earlier, known by 31/07/2022 |
      And nothing else is found

    @WMCA2122-SWAP-JO-16
    Scenario: The destinations of a SWAP learner show the job behind the job outcome
      Given these aims:
        | learner | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | Pablo   | main aim    | 60900011      | 03/08/2021 | 31/10/2021       | 31/10/2021      | 013 |
        | Pablo   | placement   | Z0009125      | 06/09/2021 | 31/10/2021       | 31/10/2021      | 016 |
        | Pablo   | job outcome | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |
        | Rhian   | main aim    | 60900011      | 03/08/2021 | 31/10/2021       | 31/10/2021      | 013 |
        | Rhian   | placement   | Z0009125      | 06/09/2021 | 31/10/2021       | 31/10/2021      | 016 |
        | Rhian   | job outcome | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |
      And this evidence of employment:
        | learner | employer      | first day  | signed |
        | Pablo   | Bright Stores | 13/12/2021 | yes    |
        | Rhian   | Canal Foods   | 13/12/2021 | yes    |
      And these destinations:
        | learner | destination | code | starts     | ends       |
        | Pablo   | NPE         |    1 | 31/10/2021 | 12/12/2021 |
        | Pablo   | EMP         |    1 | 13/12/2021 | -          |
        | Rhian   | NPE         |    1 | 31/10/2021 | 13/12/2021 |
        | Rhian   | EMP         |    1 | 13/12/2021 | -          |
      Then the findings are:
        | learner | aim         | code                 | severity | field     |
        | Rhian   | job outcome | DP_JOB_NOT_REFLECTED | warning  | DPOutcome |
      And nothing else is found

    @WMCA2122-SG-JO-16
    Scenario Outline: <kind of work> counts as the job behind a job outcome
      Given these aims:
        | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | main aim    | Z0009146      | 03/08/2021 | 31/08/2021       | 31/08/2021      | -   |
        | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |
      And this evidence of employment:
        | employer      | first day  |
        | Bright Stores | 18/09/2021 |
      And this destination:
        | destination | code   | starts     |
        | EMP         | <code> | 18/09/2021 |
      Then nothing is found

      Examples:
        | kind of work                        | code |
        | Employment of 16 hours or more      |    1 |
        | Employment of fewer hours           |    2 |
        | Self-employment of 16 hours or more |    4 |
        | Self-employment of fewer hours      |    5 |

    @WMCA2122-SG-JO-16
    Scenario: A job that the provider learnt of after the file was made does not yet show
      Given today is 05/01/2022
      And these aims:
        | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | main aim    | Z0009146      | 03/08/2021 | 31/08/2021       | 31/08/2021      | -   |
        | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |
      And this evidence of employment:
        | employer      | first day  |
        | Bright Stores | 18/09/2021 |
      And this destination:
        | destination | code | starts     | collected  |
        | EMP         |    1 | 18/09/2021 | 06/01/2022 |
      Then the findings are:
        | aim         | code                 | severity | expected                                                   |
        | job outcome | DP_JOB_NOT_REFLECTED | warning  | employment from 18/09/2021 or earlier, known by 05/01/2022 |
      And nothing else is found

  Rule: A destination follows once every aim is closed

    @WMCA2122-NATIONAL-06 @WMCA2122-NATIONAL-07
    Scenario Outline: A learner without a destination is found by <code> on <today>
      Given today is <today>
      And this aim:
        | aim      | aim reference | start date | planned end date | actual end date |
        | main aim | Z0009146      | 03/08/2021 | 31/08/2021       | 31/08/2021      |
      Then the findings are:
        | aim | code   | severity | field     | expected                               |
        | -   | <code> | warning  | DPOutcome | a destination from 31/08/2021 or later |
      And nothing else is found

      @WMCA2122-NATIONAL-06
      Examples: within two months of the last aim
        | today      | code |
        | 31/08/2021 | R107 |
        | 30/10/2021 | R107 |

      @WMCA2122-NATIONAL-07
      Examples: from two months after the last aim
        | today      | code |
        | 31/10/2021 | R108 |
        | 31/07/2022 | R108 |

    @WMCA2122-NATIONAL-06
    Scenario: The destination starts on the last day of the last aim or later
      Given today is 30/09/2021
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date | actual end date |
        | baseline | main aim | Z0009146      | 03/08/2021 | 31/08/2021       | 31/08/2021      |
        | Seren    |          |               |            |                  |                 |
        | Tomasz   |          |               |            |                  |                 |
      And these destinations:
        | learner | destination | code | starts     |
        | Seren   | NPE         |    1 | 31/08/2021 |
        | Tomasz  | NPE         |    1 | 30/08/2021 |
      Then the findings are:
        | learner | aim | code | severity |
        | Tomasz  | -   | R107 | warning  |
      And nothing else is found

    @WMCA2122-NATIONAL-06
    Scenario: No destination is asked for while an aim goes on
      Given these aims:
        | aim       | aim reference | start date | planned end date | actual end date | DAM |
        | main aim  | Z0009146      | 03/08/2021 | 31/08/2021       | 31/08/2021      | -   |
        | placement | Z0009124      | 23/08/2021 | 30/09/2021       | -               | 042 |
      Then nothing is found

    @WMCA2122-NATIONAL-08
    Scenario: No destination is asked for during a break in learning
      Given these aims:
        | aim      | aim reference | start date | planned end date | actual end date | completion status |
        | main aim | Z0009146      | 03/08/2021 | 30/09/2021       | 31/08/2021      | break in learning |
      Then R107 is not found
      And R108 is not found
      And nothing is found
