@sector-programmes
Feature: SWAP: the job outcome
  A SWAP learner who stays in a job for thirteen weeks earns the provider a job outcome.
  The scenarios show how it is coded, when it may be returned and what the provider must hold on file.

  Background:
    Given the funding year is 2021/22

  Rule: The record of a job outcome of a SWAP follows the guidance's example

    Background:
      Given the provider holds a grant
      And these learners:
        | learner | date of birth |
        | Zara    | 14/02/1990    |
      And this aim:
        | learner | aim      | aim reference | start date | planned end date | actual end date | DAM |
        | Zara    | main aim | 60900011      | 03/08/2021 | 31/10/2021       | 31/10/2021      | 013 |
      And this aim:
        | learner | aim             | aim reference | start date | planned end date | actual end date | DAM |
        | Zara    | work experience | Z0009124      | 03/08/2021 | 31/10/2021       | 31/10/2021      | 016 |
      And this destination:
        | learner | destination | code | starts     |
        | Zara    | EMP         |    1 | 13/12/2021 |
      And this evidence of employment:
        | learner | employer      | first day  | signed |
        | Zara    | Bright Stores | 13/12/2021 | yes    |
      And these aim rates:
        | aim reference |   rate |
        | Z0009136      | 520.00 |
        | Z0009137      | 480.00 |

    @WMCA2122-SWAP-JO-01 @WMCA2122-SWAP-JO-EX-01 @WMCA2122-SWAP-JO-EX-02 @WMCA2122-SWAP-JO-EX-03
    @WMCA2122-SWAP-JO-EX-04 @WMCA2122-SWAP-JO-EX-05 @WMCA2122-SWAP-JO-EX-06 @WMCA2122-SWAP-JO-EX-07
    @WMCA2122-SWAP-JO-11 @WMCA2122-SWAP-JO-03 @WMCA2122-NATIONAL-16
    Scenario: The guidance's own example: a job outcome of a SWAP dated 13/03/2022 is paid in period 8
      Given this aim:
        | ILR name          | ILR code    |
        | Learner           | Zara        |
        | Aim               | job outcome |
        | LearnAimRef       | Z0009137    |
        | Start Date        | 13/03/2022  |
        | Planned End Date  | 13/03/2022  |
        | Actual End Date   | 13/03/2022  |
        | Completion Status | 2           |
        | Outcome           | 1           |
        | DAM               | 016         |
      Then 13 weeks are complete on 13/03/2022
      And nothing is found
      And the earnings are:
        | aim         | earning      | Feb 2022 | Mar 2022 | Apr 2022 |
        | job outcome | on-programme |     0.00 |   384.00 |     0.00 |
        | job outcome | achievement  |     0.00 |    96.00 |     0.00 |
        | job outcome | total        |     0.00 |   480.00 |     0.00 |

    @WMCA2122-SWAP-JO-01
    Scenario Outline: A record that departs from the example of a SWAP is found by <code>
      Given this aim:
        | ILR name          | ILR code      |
        | Learner           | Zara          |
        | Aim               | job outcome   |
        | LearnAimRef       | <aim>         |
        | Start Date        | <start>       |
        | Planned End Date  | <planned end> |
        | Actual End Date   | <actual end>  |
        | Completion Status | <status>      |
        | Outcome           | <outcome>     |
        | DAM               | 016           |
      Then the findings are:
        | aim         | code   | severity   | field   |
        | job outcome | <code> | <severity> | <field> |

      @WMCA2122-SWAP-JO-EX-01
      Examples: the day on which 13 weeks are complete
        | aim      | start      | planned end | actual end | status | outcome | code                  | severity | field          |
        | Z0009137 | 12/03/2022 | 12/03/2022  | 12/03/2022 |      2 |       1 | JO_DATE_TOO_EARLY     | error    | LearnStartDate |
        | Z0009137 | 14/03/2022 | 14/03/2022  | 14/03/2022 |      2 |       1 | JO_DATE_NOT_FIRST_DAY | warning  | LearnStartDate |

      @WMCA2122-SWAP-JO-EX-02
      Examples: the aim for the age
        | aim      | start      | planned end | actual end | status | outcome | code   | severity | field       |
        | Z0009136 | 13/03/2022 | 13/03/2022  | 13/03/2022 |      2 |       1 | JO_AGE | error    | LearnAimRef |

      @WMCA2122-SWAP-JO-EX-03
      Examples: the start date
        | aim      | start      | planned end | actual end | status | outcome | code                  | severity | field                                             |
        | Z0009137 | 12/03/2022 | 13/03/2022  | 13/03/2022 |      2 |       1 | JO_DATES              | error    | LearnStartDate, LearnPlanEndDate, LearnActEndDate |
        | Z0009137 | 12/03/2022 | 13/03/2022  | 13/03/2022 |      2 |       1 | JO_DATE_TOO_EARLY     | error    | LearnStartDate                                    |
        | Z0009137 | 16/03/2022 | 16/03/2022  | 16/03/2022 |      2 |       1 | JO_DATE_NOT_FIRST_DAY | warning  | LearnStartDate                                    |

      @WMCA2122-SWAP-JO-EX-04 @WMCA2122-SWAP-JO-11
      Examples: the planned end date
        | aim      | start      | planned end | actual end | status | outcome | code     | severity | field                                             |
        | Z0009137 | 13/03/2022 | 14/03/2022  | 13/03/2022 |      2 |       1 | JO_DATES | error    | LearnStartDate, LearnPlanEndDate, LearnActEndDate |

      @WMCA2122-SWAP-JO-EX-05 @WMCA2122-SWAP-JO-11
      Examples: the actual end date
        | aim      | start      | planned end | actual end | status | outcome | code     | severity | field                                             |
        | Z0009137 | 13/03/2022 | 13/03/2022  | 14/03/2022 |      2 |       1 | JO_DATES | error    | LearnStartDate, LearnPlanEndDate, LearnActEndDate |
        | Z0009137 | 13/03/2022 | 13/03/2022  | -          |      1 |       - | JO_DATES | error    | LearnStartDate, LearnPlanEndDate, LearnActEndDate |

      @WMCA2122-SWAP-JO-EX-06
      Examples: the completion status
        | aim      | start      | planned end | actual end | status | outcome | code            | severity | field               |
        | Z0009137 | 13/03/2022 | 13/03/2022  | 13/03/2022 |      3 |       3 | JO_NOT_ACHIEVED | error    | CompStatus, Outcome |

      @WMCA2122-SWAP-JO-EX-07
      Examples: the outcome
        | aim      | start      | planned end | actual end | status | outcome | code            | severity | field               |
        | Z0009137 | 13/03/2022 | 13/03/2022  | 13/03/2022 |      2 |       3 | JO_NOT_ACHIEVED | error    | CompStatus, Outcome |

    @WMCA2122-SWAP-JO-01
    Scenario: Without a job outcome aim a SWAP is not paid for the job
      Returning the aim is how a provider asks to be paid; nobody has to.

      Then nothing is found
      And the earnings are:
        | learner | Feb 2022 | Mar 2022 | Apr 2022 |
        | Zara    |     0.00 |     0.00 |     0.00 |

  Rule: The job outcome aim of a SWAP goes by the age at the start of the programme

    Background:
      Given the provider holds a grant
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date | actual end date | DAM |
        | baseline | main aim | 60900011      | 03/08/2021 | 31/10/2021       | 31/10/2021      | 013 |
        | Zara     |          |               |            |                  |                 |     |
        | Aled     |          |               |            |                  |                 |     |
      And these aims:
        | learner  | aim             | aim reference | start date | planned end date | actual end date | DAM |
        | baseline | work experience | Z0009124      | 03/08/2021 | 31/10/2021       | 31/10/2021      | 016 |
        | Zara     |                 |               |            |                  |                 |     |
        | Aled     |                 |               |            |                  |                 |     |
      And this evidence of employment:
        | learner | employer      | first day  |
        | Zara    | Bright Stores | 13/12/2021 |
        | Aled    | Canal Foods   | 13/12/2021 |
      And these destinations:
        | learner | destination | code | starts     |
        | Zara    | EMP         |    1 | 13/12/2021 |
        | Aled    | EMP         |    1 | 13/12/2021 |

    @WMCA2122-SWAP-JO-09
    Scenario Outline: A learner aged <age> at the start of a SWAP is claimed with <aim>
      Given a learner aged <age> at the start of the programme
      Then the job outcome aim is <aim>

      @WMCA2122-SWAP-JO-07
      Examples: 19 to 23
        | age | aim      |
        |  19 | Z0009136 |
        |  20 | Z0009136 |
        |  22 | Z0009136 |
        |  23 | Z0009136 |

      @WMCA2122-SWAP-JO-08
      Examples: 24 and over
        | age | aim      |
        |  24 | Z0009137 |
        |  25 | Z0009137 |
        |  40 | Z0009137 |
        |  64 | Z0009137 |

    @WMCA2122-SWAP-JO-09 @WMCA2122-NATIONAL-09
    Scenario Outline: The birthday counts towards the age at the start of a SWAP
      Given a learner born on <born> starts the programme on 03/08/2021
      Then the job outcome aim is <aim>

      Examples:
        | born       | aim      |
        | 03/08/2002 | Z0009136 |
        | 04/08/1997 | Z0009136 |
        | 03/08/1997 | Z0009137 |

    @WMCA2122-SWAP-JO-09
    Scenario Outline: There is no job outcome aim for a learner under 19 at the start of a SWAP
      Given a learner aged <age> at the start of the programme
      Then there is no job outcome aim

      Examples:
        | age |
        |  17 |
        |  18 |

    @WMCA2122-SWAP-JO-10 @WMCA2122-SWAP-JO-09 @WMCA2122-SWAP-JO-CODE-01
    Scenario: A learner who starts a SWAP at 23 and is 24 by the job stays with the aim for 19 to 23
      Given these learners:
        | learner | date of birth |
        | Zara    | 20/01/1998    |
        | Aled    | 20/01/1998    |
      And these aims:
        | learner | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | Zara    | job outcome | Z0009136      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |
        | Aled    | job outcome | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |
      Then the findings are:
        | learner | aim         | code   | severity | field       | found                          |
        | Aled    | job outcome | JO_AGE | error    | LearnAimRef | Z0009137, age 23 on 03/08/2021 |
      And nothing else is found

    @WMCA2122-SWAP-JO-07 @WMCA2122-SWAP-JO-CODE-01 @WMCA2122-NATIONAL-09
    Scenario: The job outcome aim for 19 to 23 is not for a learner of 24 at the start of a SWAP
      Aled turns 24 on the day the programme starts, Zara on the day after.

      Given these learners:
        | learner | date of birth |
        | Zara    | 04/08/1997    |
        | Aled    | 03/08/1997    |
      And these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | baseline | job outcome | Z0009136      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |
        | Zara     |             |               |            |                  |                 |     |
        | Aled     |             |               |            |                  |                 |     |
      Then the findings are:
        | learner | aim         | code   | severity | field       | found                          |
        | Aled    | job outcome | JO_AGE | error    | LearnAimRef | Z0009136, age 24 on 03/08/2021 |
      And nothing else is found

    @WMCA2122-SWAP-JO-08 @WMCA2122-SWAP-JO-CODE-01
    Scenario: The job outcome aim for 24 or over is not for a learner of 19 to 23 at the start of a SWAP
      Given these learners:
        | learner | date of birth |
        | Zara    | 30/04/1980    |
        | Aled    | 30/04/2001    |
      And these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | baseline | job outcome | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |
        | Zara     |             |               |            |                  |                 |     |
        | Aled     |             |               |            |                  |                 |     |
      Then the findings are:
        | learner | aim         | code   | severity | field       | found                          |
        | Aled    | job outcome | JO_AGE | error    | LearnAimRef | Z0009137, age 20 on 03/08/2021 |
      And nothing else is found

    @WMCA2122-SWAP-JO-09
    Scenario: Neither job outcome aim is right for a learner of 18 at the start of a SWAP
      Given these learners:
        | learner | date of birth |
        | Zara    | 04/08/2002    |
        | Aled    | 04/08/2002    |
      And these aims:
        | learner | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | Zara    | job outcome | Z0009136      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |
        | Aled    | job outcome | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |
      Then the findings are:
        | learner | aim         | code   | severity | field       | found                          |
        | Zara    | job outcome | JO_AGE | error    | LearnAimRef | Z0009136, age 18 on 03/08/2021 |
        | Aled    | job outcome | JO_AGE | error    | LearnAimRef | Z0009137, age 18 on 03/08/2021 |
      And nothing else is found

    @WMCA2122-SWAP-JO-09
    Scenario: Without any other aim nobody can tell the age at the start of a SWAP
      Given this aim:
        | learner | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | Cadi    | job outcome | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |
      And this evidence of employment:
        | learner | employer     | first day  |
        | Cadi    | Oak Security | 13/12/2021 |
      And this destination:
        | learner | destination | code | starts     |
        | Cadi    | EMP         |    1 | 13/12/2021 |
      Then the findings are:
        | learner | aim         | code             | severity | field          |
        | Cadi    | job outcome | JO_START_UNKNOWN | warning  | LearnStartDate |

  Rule: A job outcome of a SWAP is thirteen weeks with one employer

    Background:
      Given the provider holds a grant
      And these learners:
        | learner | date of birth |
        | Zara    | 14/02/1990    |
        | Aled    | 30/06/1985    |
        | Bina    | 09/11/1979    |
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date | actual end date | DAM |
        | baseline | main aim | 60900011      | 03/08/2021 | 31/10/2021       | 31/10/2021      | 013 |
        | Zara     |          |               |            |                  |                 |     |
        | Aled     |          |               |            |                  |                 |     |
        | Bina     |          |               |            |                  |                 |     |
      And these aims:
        | learner  | aim             | aim reference | start date | planned end date | actual end date | DAM |
        | baseline | work experience | Z0009124      | 03/08/2021 | 31/10/2021       | 31/10/2021      | 016 |
        | Zara     |                 |               |            |                  |                 |     |
        | Aled     |                 |               |            |                  |                 |     |
        | Bina     |                 |               |            |                  |                 |     |

    @WMCA2122-SWAP-JO-03 @WMCA2122-SWAP-JO-13 @WMCA2122-SWAP-JO-15
    Scenario: A learner is not enrolled on the job outcome aim of a SWAP before week 13 is complete
      Given these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | baseline | job outcome | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |
        | Zara     |             |               |            |                  |                 |     |
        | Aled     |             |               |            |                  |                 |     |
      And this evidence of employment:
        | learner | employer      | first day  | last day | signed |
        | Zara    | Bright Stores | 13/12/2021 | -        | yes    |
        | Aled    | Canal Foods   | 26/12/2021 | -        | yes    |
      And these destinations:
        | learner | destination | code | starts     |
        | Zara    | EMP         |    1 | 13/12/2021 |
        | Aled    | EMP         |    1 | 26/12/2021 |
        | Bina    | EMP         |    1 | 13/12/2021 |
      Then 13 weeks of Zara are complete on 13/03/2022
      And 13 weeks of Aled are complete on 26/03/2022
      And the findings are:
        | learner | aim         | code                 | severity | field          | found                 |
        | Aled    | job outcome | JO_DATE_TOO_EARLY    | error    | LearnStartDate | 13/03/2022            |
        | Aled    | job outcome | DP_JOB_NOT_REFLECTED | warning  | DPOutcome      | EMP 1 from 26/12/2021 |
      And nothing else is found

    @WMCA2122-SWAP-JO-13 @WMCA2122-SWAP-JO-15
    Scenario: A job outcome aim of a SWAP cannot be returned for a day still to come
      Given today is 04/03/2022
      And this aim:
        | learner | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | Zara    | job outcome | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |
      And this evidence of employment:
        | learner | employer      | first day  | last day | signed |
        | Zara    | Bright Stores | 13/12/2021 | -        | yes    |
      And these destinations:
        | learner | destination | code | starts     |
        | Zara    | EMP         |    1 | 13/12/2021 |
        | Aled    | EMP         |    1 | 13/12/2021 |
        | Bina    | EMP         |    1 | 13/12/2021 |
      Then the findings are:
        | learner | aim         | code              | severity | field          | found      | expected                             |
        | Zara    | job outcome | JO_DATE_TOO_EARLY | error    | LearnStartDate | 13/03/2022 | no job outcome aim before 13/03/2022 |
      And nothing else is found

    @WMCA2122-SWAP-JO-12
    Scenario: The job outcome aim of a SWAP holds the first day on which 13 weeks are complete
      A day too early is refused, a day too late is only pointed out.

      Given these aims:
        | learner | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | Zara    | job outcome | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |
        | Aled    | job outcome | Z0009137      | 12/03/2022 | 12/03/2022       | 12/03/2022      | 016 |
        | Bina    | job outcome | Z0009137      | 18/03/2022 | 18/03/2022       | 18/03/2022      | 016 |
      And this evidence of employment:
        | learner | employer      | first day  | last day | signed |
        | Zara    | Bright Stores | 13/12/2021 | -        | yes    |
        | Aled    | Canal Foods   | 13/12/2021 | -        | yes    |
        | Bina    | Oak Security  | 13/12/2021 | -        | yes    |
      And these destinations:
        | learner | destination | code | starts     |
        | Zara    | EMP         |    1 | 12/12/2021 |
        | Aled    | EMP         |    1 | 12/12/2021 |
        | Bina    | EMP         |    1 | 12/12/2021 |
      Then the findings are:
        | learner | aim         | code                  | severity | field          | found      |
        | Aled    | job outcome | JO_DATE_TOO_EARLY     | error    | LearnStartDate | 12/03/2022 |
        | Bina    | job outcome | JO_DATE_NOT_FIRST_DAY | warning  | LearnStartDate | 18/03/2022 |
      And nothing else is found

    @WMCA2122-SWAP-JO-04 @WMCA2122-SWAP-JO-15
    Scenario: A change of employer starts the 13 weeks of a SWAP anew
      Given these aims:
        | learner | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | Zara    | job outcome | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |
        | Aled    | job outcome | Z0009137      | 26/04/2022 | 26/04/2022       | 26/04/2022      | 016 |
      And this evidence of employment:
        | learner | employer      | first day  | last day   | signed |
        | Zara    | Bright Stores | 13/12/2021 | 25/01/2022 | yes    |
        | Zara    | Canal Foods   | 26/01/2022 | -          | yes    |
        | Aled    | Bright Stores | 13/12/2021 | 25/01/2022 | yes    |
        | Aled    | Canal Foods   | 26/01/2022 | -          | yes    |
      And these destinations:
        | learner | destination | code | starts     |
        | Zara    | EMP         |    1 | 13/12/2021 |
        | Aled    | EMP         |    1 | 13/12/2021 |
        | Bina    | EMP         |    1 | 13/12/2021 |
      Then 13 weeks of Zara are complete on 26/04/2022
      And the findings are:
        | learner | aim         | code              | severity | found      | expected                               |
        | Zara    | job outcome | JO_DATE_TOO_EARLY | error    | 13/03/2022 | 26/04/2022, employment from 26/01/2022 |
      And nothing else is found

    @WMCA2122-SWAP-JO-03 @WMCA2122-SWAP-JO-15
    Scenario: A gap between two spells with one employer starts the 13 weeks of a SWAP anew
      The spells of Zara follow day upon day and count as one.

      Given these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | baseline | job outcome | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |
        | Zara     |             |               |            |                  |                 |     |
        | Aled     |             |               |            |                  |                 |     |
      And this evidence of employment:
        | learner | employer      | first day  | last day   | signed |
        | Zara    | Bright Stores | 13/12/2021 | 25/01/2022 | yes    |
        | Zara    | Bright Stores | 26/01/2022 | -          | yes    |
        | Aled    | Canal Foods   | 13/12/2021 | 25/01/2022 | yes    |
        | Aled    | Canal Foods   | 27/01/2022 | -          | yes    |
      And these destinations:
        | learner | destination | code | starts     |
        | Zara    | EMP         |    1 | 13/12/2021 |
        | Aled    | EMP         |    1 | 13/12/2021 |
        | Bina    | EMP         |    1 | 13/12/2021 |
      Then 13 weeks of Zara are complete on 13/03/2022
      And 13 weeks of Aled are complete on 27/04/2022
      And the findings are:
        | learner | aim         | code              | severity | found      |
        | Aled    | job outcome | JO_DATE_TOO_EARLY | error    | 13/03/2022 |
      And nothing else is found

    @WMCA2122-SWAP-JO-03 @WMCA2122-SWAP-JO-15
    Scenario: A job that ends before week 13 is no job outcome of a SWAP
      Given this aim:
        | learner | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | Zara    | job outcome | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |
      And this evidence of employment:
        | learner | employer      | first day  | last day   | signed |
        | Zara    | Bright Stores | 13/12/2021 | 12/03/2022 | yes    |
      And these destinations:
        | learner | destination | code | starts     |
        | Zara    | EMP         |    1 | 13/12/2021 |
        | Aled    | EMP         |    1 | 13/12/2021 |
        | Bina    | EMP         |    1 | 13/12/2021 |
      Then 13 weeks of Zara are not complete
      And the findings are:
        | learner | aim         | code              | severity | expected                                 |
        | Zara    | job outcome | JO_DATE_TOO_EARLY | error    | 13 weeks without a gap with one employer |
      And nothing else is found

    @WMCA2122-SWAP-JO-03 @WMCA2122-SWAP-JO-15
    Scenario: A job that ends on the day week 13 is complete is a job outcome of a SWAP
      Given this aim:
        | learner | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | Zara    | job outcome | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |
      And this evidence of employment:
        | learner | employer      | first day  | last day   | signed |
        | Zara    | Bright Stores | 13/12/2021 | 13/03/2022 | yes    |
      And these destinations:
        | learner | destination | code | starts     |
        | Zara    | EMP         |    1 | 13/12/2021 |
        | Aled    | EMP         |    1 | 13/12/2021 |
        | Bina    | EMP         |    1 | 13/12/2021 |
      Then 13 weeks of Zara are complete on 13/03/2022
      And nothing is found

  Rule: A job outcome of a SWAP is evidenced, and claimed once

    Background:
      Given the provider holds a grant
      And these learners:
        | learner | date of birth |
        | Zara    | 14/02/1990    |
        | Aled    | 30/06/1985    |
        | Bina    | 09/11/1979    |
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date | actual end date | DAM |
        | baseline | main aim | 60900011      | 03/08/2021 | 31/10/2021       | 31/10/2021      | 013 |
        | Zara     |          |               |            |                  |                 |     |
        | Aled     |          |               |            |                  |                 |     |
        | Bina     |          |               |            |                  |                 |     |
      And these aims:
        | learner  | aim             | aim reference | start date | planned end date | actual end date | DAM |
        | baseline | work experience | Z0009124      | 03/08/2021 | 31/10/2021       | 31/10/2021      | 016 |
        | Zara     |                 |               |            |                  |                 |     |
        | Aled     |                 |               |            |                  |                 |     |
        | Bina     |                 |               |            |                  |                 |     |
      And these destinations:
        | learner | destination | code | starts     |
        | Zara    | EMP         |    1 | 13/12/2021 |
        | Aled    | EMP         |    1 | 13/12/2021 |
        | Bina    | EMP         |    1 | 13/12/2021 |

    @WMCA2122-SWAP-JO-05 @WMCA2122-SWAP-JO-14
    Scenario: Evidence signed by the learner stands behind the job outcome aim of a SWAP
      Given these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | baseline | job outcome | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |
        | Zara     |             |               |            |                  |                 |     |
        | Aled     |             |               |            |                  |                 |     |
        | Bina     |             |               |            |                  |                 |     |
      And this evidence of employment:
        | learner | employer      | first day  | last day | signed |
        | Zara    | Bright Stores | 13/12/2021 | -        | yes    |
        | Aled    | Canal Foods   | 13/12/2021 | -        | no     |
      Then the findings are:
        | learner | aim         | code                | severity | field                               | found       |
        | Aled    | job outcome | JO_EVIDENCE_MISSING | error    | job_outcome_evidence EvidenceSigned | not signed  |
        | Bina    | job outcome | JO_EVIDENCE_MISSING | error    | job_outcome_evidence EvidenceSigned | no evidence |
      And nothing else is found

    @WMCA2122-SWAP-JO-02
    Scenario: A job of a SWAP is claimed by one job outcome aim
      Given these aims:
        | learner | aim          | aim reference | start date | planned end date | actual end date | DAM |
        | Zara    | job outcome  | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |
        | Aled    | first claim  | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |
        | Aled    | second claim | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |
      And this evidence of employment:
        | learner | employer      | first day  | last day | signed |
        | Zara    | Bright Stores | 13/12/2021 | -        | yes    |
        | Aled    | Canal Foods   | 13/12/2021 | -        | yes    |
      Then the findings are:
        | learner | aim          | code         | severity | field       |
        | Aled    | second claim | JO_DUPLICATE | error    | LearnAimRef |
      And nothing else is found

    @WMCA2122-SWAP-JO-02 @WMCA2122-NATIONAL-17
    Scenario: A job of a SWAP is not claimed within another aim as well
      Given these aims:
        | learner | aim           | aim reference | start date | planned end date | actual end date | DAM | employment outcome |
        | Zara    | job outcome   | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |                  - |
        | Aled    | job outcome   | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |                  - |
        | Aled    | employability | Z0009142      | 16/08/2021 | 27/08/2021       | 27/08/2021      | 016 |                  1 |
        | Bina    | job outcome   | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |                  - |
        | Bina    | employability | Z0009142      | 16/08/2021 | 27/08/2021       | 27/08/2021      | 016 |                  2 |
      And this evidence of employment:
        | learner | employer      | first day  | last day | signed |
        | Zara    | Bright Stores | 13/12/2021 | -        | yes    |
        | Aled    | Canal Foods   | 13/12/2021 | -        | yes    |
        | Bina    | Oak Security  | 13/12/2021 | -        | yes    |
      Then the findings are:
        | learner | aim         | code            | severity | field      |
        | Aled    | job outcome | JO_DOUBLE_CLAIM | error    | EmpOutcome |
        | Bina    | job outcome | JO_DOUBLE_CLAIM | error    | EmpOutcome |
      And nothing else is found

    @WMCA2122-SWAP-JO-EX-01
    Scenario: A job outcome after a SWAP that was not completed is pointed out
      In the guidance's example the learner completes the course; nothing says that a learner who left cannot be claimed for.

      Given this learner:
        | learner | date of birth |
        | Derya   | 21/06/1988    |
      And these aims:
        | learner | aim             | aim reference | start date | planned end date | actual end date | completion status | outcome      | DAM |
        | Derya   | main aim        | 60900011      | 03/08/2021 | 31/10/2021       | 27/08/2021      | withdrawn         | not achieved | 013 |
        | Derya   | work experience | Z0009124      | 03/08/2021 | 31/10/2021       | 30/09/2021      | withdrawn         | not achieved | 016 |
        | Derya   | job outcome     | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      | completed         | achieved     | 016 |
      And this evidence of employment:
        | learner | employer     | first day  |
        | Derya   | Oak Security | 13/12/2021 |
      And this destination:
        | learner | destination | code | starts     |
        | Derya   | EMP         |    1 | 13/12/2021 |
      Then the findings are:
        | learner | aim         | code                   | severity | field      |
        | Derya   | job outcome | MAIN_AIM_NOT_COMPLETED | warning  | CompStatus |
      And nothing else is found
