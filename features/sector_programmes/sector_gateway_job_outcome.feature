@sector-programmes
Feature: Sector Gateway: the job outcome
  A job that lasts thirteen weeks is paid by an aim of its own, returned once the weeks are complete.
  The scenarios follow one learner from the course into work, as the guidance's own example does.

  Background:
    Given the funding year is 2021/22

  Rule: The record of a job outcome of a Sector Gateway programme follows the guidance's example

    Background:
      Given the provider holds a grant
      And these learners:
        | learner | date of birth |
        | Jada    | 14/02/1990    |
      And this aim:
        | learner | aim      | aim reference | start date | planned end date | actual end date | DAM |
        | Jada    | main aim | Z0009146      | 03/08/2021 | 31/08/2021       | 31/08/2021      | -   |
      And this destination:
        | learner | destination | code | starts     |
        | Jada    | EMP         |    1 | 18/09/2021 |
      And this evidence of employment:
        | learner | employer      | first day  | signed |
        | Jada    | Bright Stores | 18/09/2021 | yes    |
      And these aim rates:
        | aim reference |   rate |
        | Z0009136      | 520.00 |
        | Z0009137      | 480.00 |

    @WMCA2122-SG-JO-01 @WMCA2122-SG-JO-EX-01 @WMCA2122-SG-JO-EX-02 @WMCA2122-SG-JO-EX-03
    @WMCA2122-SG-JO-EX-04 @WMCA2122-SG-JO-EX-05 @WMCA2122-SG-JO-EX-06 @WMCA2122-SG-JO-EX-07
    @WMCA2122-SG-JO-11 @WMCA2122-SG-JO-03 @WMCA2122-NATIONAL-16
    Scenario: The guidance's own example: a job outcome of a Sector Gateway programme dated 17/12/2021 is paid in period 5
      Given this aim:
        | ILR name          | ILR code    |
        | Learner           | Jada        |
        | Aim               | job outcome |
        | LearnAimRef       | Z0009137    |
        | Start Date        | 17/12/2021  |
        | Planned End Date  | 17/12/2021  |
        | Actual End Date   | 17/12/2021  |
        | Completion Status | 2           |
        | Outcome           | 1           |
        | DAM               | 042         |
      Then 13 weeks are complete on 17/12/2021
      And nothing is found
      And the earnings are:
        | aim         | earning      | Nov 2021 | Dec 2021 | Jan 2022 |
        | job outcome | on-programme |     0.00 |   384.00 |     0.00 |
        | job outcome | achievement  |     0.00 |    96.00 |     0.00 |
        | job outcome | total        |     0.00 |   480.00 |     0.00 |

    @WMCA2122-SG-JO-01
    Scenario Outline: A record that departs from the example of a Sector Gateway programme is found by <code>
      Given this aim:
        | ILR name          | ILR code      |
        | Learner           | Jada          |
        | Aim               | job outcome   |
        | LearnAimRef       | <aim>         |
        | Start Date        | <start>       |
        | Planned End Date  | <planned end> |
        | Actual End Date   | <actual end>  |
        | Completion Status | <status>      |
        | Outcome           | <outcome>     |
        | DAM               | 042           |
      Then the findings are:
        | aim         | code   | severity   | field   |
        | job outcome | <code> | <severity> | <field> |

      @WMCA2122-SG-JO-EX-01
      Examples: the day on which 13 weeks are complete
        | aim      | start      | planned end | actual end | status | outcome | code                  | severity | field          |
        | Z0009137 | 16/12/2021 | 16/12/2021  | 16/12/2021 |      2 |       1 | JO_DATE_TOO_EARLY     | error    | LearnStartDate |
        | Z0009137 | 18/12/2021 | 18/12/2021  | 18/12/2021 |      2 |       1 | JO_DATE_NOT_FIRST_DAY | warning  | LearnStartDate |

      @WMCA2122-SG-JO-EX-02
      Examples: the aim for the age
        | aim      | start      | planned end | actual end | status | outcome | code   | severity | field       |
        | Z0009136 | 17/12/2021 | 17/12/2021  | 17/12/2021 |      2 |       1 | JO_AGE | error    | LearnAimRef |

      @WMCA2122-SG-JO-EX-03
      Examples: the start date
        | aim      | start      | planned end | actual end | status | outcome | code                  | severity | field                                             |
        | Z0009137 | 16/12/2021 | 17/12/2021  | 17/12/2021 |      2 |       1 | JO_DATES              | error    | LearnStartDate, LearnPlanEndDate, LearnActEndDate |
        | Z0009137 | 16/12/2021 | 17/12/2021  | 17/12/2021 |      2 |       1 | JO_DATE_TOO_EARLY     | error    | LearnStartDate                                    |
        | Z0009137 | 20/12/2021 | 20/12/2021  | 20/12/2021 |      2 |       1 | JO_DATE_NOT_FIRST_DAY | warning  | LearnStartDate                                    |

      @WMCA2122-SG-JO-EX-04 @WMCA2122-SG-JO-11
      Examples: the planned end date
        | aim      | start      | planned end | actual end | status | outcome | code     | severity | field                                             |
        | Z0009137 | 17/12/2021 | 18/12/2021  | 17/12/2021 |      2 |       1 | JO_DATES | error    | LearnStartDate, LearnPlanEndDate, LearnActEndDate |

      @WMCA2122-SG-JO-EX-05 @WMCA2122-SG-JO-11
      Examples: the actual end date
        | aim      | start      | planned end | actual end | status | outcome | code     | severity | field                                             |
        | Z0009137 | 17/12/2021 | 17/12/2021  | 18/12/2021 |      2 |       1 | JO_DATES | error    | LearnStartDate, LearnPlanEndDate, LearnActEndDate |
        | Z0009137 | 17/12/2021 | 17/12/2021  | -          |      1 |       - | JO_DATES | error    | LearnStartDate, LearnPlanEndDate, LearnActEndDate |

      @WMCA2122-SG-JO-EX-06
      Examples: the completion status
        | aim      | start      | planned end | actual end | status | outcome | code            | severity | field               |
        | Z0009137 | 17/12/2021 | 17/12/2021  | 17/12/2021 |      3 |       3 | JO_NOT_ACHIEVED | error    | CompStatus, Outcome |

      @WMCA2122-SG-JO-EX-07
      Examples: the outcome
        | aim      | start      | planned end | actual end | status | outcome | code            | severity | field               |
        | Z0009137 | 17/12/2021 | 17/12/2021  | 17/12/2021 |      2 |       3 | JO_NOT_ACHIEVED | error    | CompStatus, Outcome |

    @WMCA2122-SG-JO-01
    Scenario: Without a job outcome aim a Sector Gateway programme is not paid for the job
      Returning the aim is how a provider asks to be paid; nobody has to.

      Then nothing is found
      And the earnings are:
        | learner | Nov 2021 | Dec 2021 | Jan 2022 |
        | Jada    |     0.00 |     0.00 |     0.00 |

  Rule: The job outcome aim of a Sector Gateway programme goes by the age at the start of the programme

    Background:
      Given the provider holds a grant
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date | actual end date |
        | baseline | main aim | Z0009146      | 03/08/2021 | 31/08/2021       | 31/08/2021      |
        | Jada     |          |               |            |                  |                 |
        | Karol    |          |               |            |                  |                 |
      And this evidence of employment:
        | learner | employer      | first day  |
        | Jada    | Bright Stores | 18/09/2021 |
        | Karol   | Canal Foods   | 18/09/2021 |
      And these destinations:
        | learner | destination | code | starts     |
        | Jada    | EMP         |    1 | 18/09/2021 |
        | Karol   | EMP         |    1 | 18/09/2021 |

    @WMCA2122-SG-JO-09
    Scenario Outline: A learner aged <age> at the start of a Sector Gateway programme is claimed with <aim>
      Given a learner aged <age> at the start of the programme
      Then the job outcome aim is <aim>

      @WMCA2122-SG-JO-07
      Examples: 19 to 23
        | age | aim      |
        |  19 | Z0009136 |
        |  20 | Z0009136 |
        |  22 | Z0009136 |
        |  23 | Z0009136 |

      @WMCA2122-SG-JO-08
      Examples: 24 and over
        | age | aim      |
        |  24 | Z0009137 |
        |  25 | Z0009137 |
        |  40 | Z0009137 |
        |  64 | Z0009137 |

    @WMCA2122-SG-JO-09 @WMCA2122-NATIONAL-09
    Scenario Outline: The birthday counts towards the age at the start of a Sector Gateway programme
      Given a learner born on <born> starts the programme on 03/08/2021
      Then the job outcome aim is <aim>

      Examples:
        | born       | aim      |
        | 03/08/2002 | Z0009136 |
        | 04/08/1997 | Z0009136 |
        | 03/08/1997 | Z0009137 |

    @WMCA2122-SG-JO-09
    Scenario Outline: There is no job outcome aim for a learner under 19 at the start of a Sector Gateway programme
      Given a learner aged <age> at the start of the programme
      Then there is no job outcome aim

      Examples:
        | age |
        |  17 |
        |  18 |

    @WMCA2122-SG-JO-10 @WMCA2122-SG-JO-09 @WMCA2122-SG-JO-CODE-01
    Scenario: A learner who starts a Sector Gateway programme at 23 and is 24 by the job stays with the aim for 19 to 23
      Given these learners:
        | learner | date of birth |
        | Jada    | 10/10/1997    |
        | Karol   | 10/10/1997    |
      And these aims:
        | learner | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | Jada    | job outcome | Z0009136      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |
        | Karol   | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |
      Then the findings are:
        | learner | aim         | code   | severity | field       | found                          |
        | Karol   | job outcome | JO_AGE | error    | LearnAimRef | Z0009137, age 23 on 03/08/2021 |
      And nothing else is found

    @WMCA2122-SG-JO-07 @WMCA2122-SG-JO-CODE-01 @WMCA2122-NATIONAL-09
    Scenario: The job outcome aim for 19 to 23 is not for a learner of 24 at the start of a Sector Gateway programme
      Karol turns 24 on the day the programme starts, Jada on the day after.

      Given these learners:
        | learner | date of birth |
        | Jada    | 04/08/1997    |
        | Karol   | 03/08/1997    |
      And these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | baseline | job outcome | Z0009136      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |
        | Jada     |             |               |            |                  |                 |     |
        | Karol    |             |               |            |                  |                 |     |
      Then the findings are:
        | learner | aim         | code   | severity | field       | found                          |
        | Karol   | job outcome | JO_AGE | error    | LearnAimRef | Z0009136, age 24 on 03/08/2021 |
      And nothing else is found

    @WMCA2122-SG-JO-08 @WMCA2122-SG-JO-CODE-01
    Scenario: The job outcome aim for 24 or over is not for a learner of 19 to 23 at the start of a Sector Gateway programme
      Given these learners:
        | learner | date of birth |
        | Jada    | 30/04/1980    |
        | Karol   | 30/04/2001    |
      And these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | baseline | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |
        | Jada     |             |               |            |                  |                 |     |
        | Karol    |             |               |            |                  |                 |     |
      Then the findings are:
        | learner | aim         | code   | severity | field       | found                          |
        | Karol   | job outcome | JO_AGE | error    | LearnAimRef | Z0009137, age 20 on 03/08/2021 |
      And nothing else is found

    @WMCA2122-SG-JO-09
    Scenario: Neither job outcome aim is right for a learner of 18 at the start of a Sector Gateway programme
      Given these learners:
        | learner | date of birth |
        | Jada    | 04/08/2002    |
        | Karol   | 04/08/2002    |
      And these aims:
        | learner | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | Jada    | job outcome | Z0009136      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |
        | Karol   | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |
      Then the findings are:
        | learner | aim         | code   | severity | field       | found                          |
        | Jada    | job outcome | JO_AGE | error    | LearnAimRef | Z0009136, age 18 on 03/08/2021 |
        | Karol   | job outcome | JO_AGE | error    | LearnAimRef | Z0009137, age 18 on 03/08/2021 |
      And nothing else is found

    @WMCA2122-SG-JO-09
    Scenario: Without any other aim nobody can tell the age at the start of a Sector Gateway programme
      Given this aim:
        | learner | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | Morwen  | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |
      And this evidence of employment:
        | learner | employer     | first day  |
        | Morwen  | Oak Security | 18/09/2021 |
      And this destination:
        | learner | destination | code | starts     |
        | Morwen  | EMP         |    1 | 18/09/2021 |
      Then the findings are:
        | learner | aim         | code             | severity | field          |
        | Morwen  | job outcome | JO_START_UNKNOWN | warning  | LearnStartDate |

  Rule: A job outcome of a Sector Gateway programme is thirteen weeks with one employer

    Background:
      Given the provider holds a grant
      And these learners:
        | learner | date of birth |
        | Jada    | 14/02/1990    |
        | Karol   | 30/06/1985    |
        | Leena   | 09/11/1979    |
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date | actual end date |
        | baseline | main aim | Z0009146      | 03/08/2021 | 31/08/2021       | 31/08/2021      |
        | Jada     |          |               |            |                  |                 |
        | Karol    |          |               |            |                  |                 |
        | Leena    |          |               |            |                  |                 |

    @WMCA2122-SG-JO-03 @WMCA2122-SG-JO-13 @WMCA2122-SG-JO-15
    Scenario: A learner is not enrolled on the job outcome aim of a Sector Gateway programme before week 13 is complete
      Given these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | baseline | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |
        | Jada     |             |               |            |                  |                 |     |
        | Karol    |             |               |            |                  |                 |     |
      And this evidence of employment:
        | learner | employer      | first day  | last day | signed |
        | Jada    | Bright Stores | 18/09/2021 | -        | yes    |
        | Karol   | Canal Foods   | 01/10/2021 | -        | yes    |
      And these destinations:
        | learner | destination | code | starts     |
        | Jada    | EMP         |    1 | 18/09/2021 |
        | Karol   | EMP         |    1 | 01/10/2021 |
        | Leena   | EMP         |    1 | 18/09/2021 |
      Then 13 weeks of Jada are complete on 17/12/2021
      And 13 weeks of Karol are complete on 30/12/2021
      And the findings are:
        | learner | aim         | code                 | severity | field          | found                 |
        | Karol   | job outcome | JO_DATE_TOO_EARLY    | error    | LearnStartDate | 17/12/2021            |
        | Karol   | job outcome | DP_JOB_NOT_REFLECTED | warning  | DPOutcome      | EMP 1 from 01/10/2021 |
      And nothing else is found

    @WMCA2122-SG-JO-13 @WMCA2122-SG-JO-15
    Scenario: A job outcome aim of a Sector Gateway programme cannot be returned for a day still to come
      Given today is 08/12/2021
      And this aim:
        | learner | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | Jada    | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |
      And this evidence of employment:
        | learner | employer      | first day  | last day | signed |
        | Jada    | Bright Stores | 18/09/2021 | -        | yes    |
      And these destinations:
        | learner | destination | code | starts     |
        | Jada    | EMP         |    1 | 18/09/2021 |
        | Karol   | EMP         |    1 | 18/09/2021 |
        | Leena   | EMP         |    1 | 18/09/2021 |
      Then the findings are:
        | learner | aim         | code              | severity | field          | found      | expected                             |
        | Jada    | job outcome | JO_DATE_TOO_EARLY | error    | LearnStartDate | 17/12/2021 | no job outcome aim before 17/12/2021 |
      And nothing else is found

    @WMCA2122-SG-JO-12
    Scenario: The job outcome aim of a Sector Gateway programme holds the first day on which 13 weeks are complete
      A day too early is refused, a day too late is only pointed out.

      Given these aims:
        | learner | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | Jada    | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |
        | Karol   | job outcome | Z0009137      | 16/12/2021 | 16/12/2021       | 16/12/2021      | 042 |
        | Leena   | job outcome | Z0009137      | 22/12/2021 | 22/12/2021       | 22/12/2021      | 042 |
      And this evidence of employment:
        | learner | employer      | first day  | last day | signed |
        | Jada    | Bright Stores | 18/09/2021 | -        | yes    |
        | Karol   | Canal Foods   | 18/09/2021 | -        | yes    |
        | Leena   | Oak Security  | 18/09/2021 | -        | yes    |
      And these destinations:
        | learner | destination | code | starts     |
        | Jada    | EMP         |    1 | 17/09/2021 |
        | Karol   | EMP         |    1 | 17/09/2021 |
        | Leena   | EMP         |    1 | 17/09/2021 |
      Then the findings are:
        | learner | aim         | code                  | severity | field          | found      |
        | Karol   | job outcome | JO_DATE_TOO_EARLY     | error    | LearnStartDate | 16/12/2021 |
        | Leena   | job outcome | JO_DATE_NOT_FIRST_DAY | warning  | LearnStartDate | 22/12/2021 |
      And nothing else is found

    @WMCA2122-SG-JO-04 @WMCA2122-SG-JO-15
    Scenario: A change of employer starts the 13 weeks of a Sector Gateway programme anew
      Given these aims:
        | learner | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | Jada    | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |
        | Karol   | job outcome | Z0009137      | 30/01/2022 | 30/01/2022       | 30/01/2022      | 042 |
      And this evidence of employment:
        | learner | employer      | first day  | last day   | signed |
        | Jada    | Bright Stores | 18/09/2021 | 31/10/2021 | yes    |
        | Jada    | Canal Foods   | 01/11/2021 | -          | yes    |
        | Karol   | Bright Stores | 18/09/2021 | 31/10/2021 | yes    |
        | Karol   | Canal Foods   | 01/11/2021 | -          | yes    |
      And these destinations:
        | learner | destination | code | starts     |
        | Jada    | EMP         |    1 | 18/09/2021 |
        | Karol   | EMP         |    1 | 18/09/2021 |
        | Leena   | EMP         |    1 | 18/09/2021 |
      Then 13 weeks of Jada are complete on 30/01/2022
      And the findings are:
        | learner | aim         | code              | severity | found      | expected                               |
        | Jada    | job outcome | JO_DATE_TOO_EARLY | error    | 17/12/2021 | 30/01/2022, employment from 01/11/2021 |
      And nothing else is found

    @WMCA2122-SG-JO-03 @WMCA2122-SG-JO-15
    Scenario: A gap between two spells with one employer starts the 13 weeks of a Sector Gateway programme anew
      The spells of Jada follow day upon day and count as one.

      Given these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | baseline | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |
        | Jada     |             |               |            |                  |                 |     |
        | Karol    |             |               |            |                  |                 |     |
      And this evidence of employment:
        | learner | employer      | first day  | last day   | signed |
        | Jada    | Bright Stores | 18/09/2021 | 31/10/2021 | yes    |
        | Jada    | Bright Stores | 01/11/2021 | -          | yes    |
        | Karol   | Canal Foods   | 18/09/2021 | 31/10/2021 | yes    |
        | Karol   | Canal Foods   | 02/11/2021 | -          | yes    |
      And these destinations:
        | learner | destination | code | starts     |
        | Jada    | EMP         |    1 | 18/09/2021 |
        | Karol   | EMP         |    1 | 18/09/2021 |
        | Leena   | EMP         |    1 | 18/09/2021 |
      Then 13 weeks of Jada are complete on 17/12/2021
      And 13 weeks of Karol are complete on 31/01/2022
      And the findings are:
        | learner | aim         | code              | severity | found      |
        | Karol   | job outcome | JO_DATE_TOO_EARLY | error    | 17/12/2021 |
      And nothing else is found

    @WMCA2122-SG-JO-03 @WMCA2122-SG-JO-15
    Scenario: A job that ends before week 13 is no job outcome of a Sector Gateway programme
      Given this aim:
        | learner | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | Jada    | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |
      And this evidence of employment:
        | learner | employer      | first day  | last day   | signed |
        | Jada    | Bright Stores | 18/09/2021 | 16/12/2021 | yes    |
      And these destinations:
        | learner | destination | code | starts     |
        | Jada    | EMP         |    1 | 18/09/2021 |
        | Karol   | EMP         |    1 | 18/09/2021 |
        | Leena   | EMP         |    1 | 18/09/2021 |
      Then 13 weeks of Jada are not complete
      And the findings are:
        | learner | aim         | code              | severity | expected                                 |
        | Jada    | job outcome | JO_DATE_TOO_EARLY | error    | 13 weeks without a gap with one employer |
      And nothing else is found

    @WMCA2122-SG-JO-03 @WMCA2122-SG-JO-15
    Scenario: A job that ends on the day week 13 is complete is a job outcome of a Sector Gateway programme
      Given this aim:
        | learner | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | Jada    | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |
      And this evidence of employment:
        | learner | employer      | first day  | last day   | signed |
        | Jada    | Bright Stores | 18/09/2021 | 17/12/2021 | yes    |
      And these destinations:
        | learner | destination | code | starts     |
        | Jada    | EMP         |    1 | 18/09/2021 |
        | Karol   | EMP         |    1 | 18/09/2021 |
        | Leena   | EMP         |    1 | 18/09/2021 |
      Then 13 weeks of Jada are complete on 17/12/2021
      And nothing is found

  Rule: A job outcome of a Sector Gateway programme is evidenced, and claimed once

    Background:
      Given the provider holds a grant
      And these learners:
        | learner | date of birth |
        | Jada    | 14/02/1990    |
        | Karol   | 30/06/1985    |
        | Leena   | 09/11/1979    |
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date | actual end date |
        | baseline | main aim | Z0009146      | 03/08/2021 | 31/08/2021       | 31/08/2021      |
        | Jada     |          |               |            |                  |                 |
        | Karol    |          |               |            |                  |                 |
        | Leena    |          |               |            |                  |                 |
      And these destinations:
        | learner | destination | code | starts     |
        | Jada    | EMP         |    1 | 18/09/2021 |
        | Karol   | EMP         |    1 | 18/09/2021 |
        | Leena   | EMP         |    1 | 18/09/2021 |

    @WMCA2122-SG-JO-05 @WMCA2122-SG-JO-14
    Scenario: Evidence signed by the learner stands behind the job outcome aim of a Sector Gateway programme
      Given these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | baseline | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |
        | Jada     |             |               |            |                  |                 |     |
        | Karol    |             |               |            |                  |                 |     |
        | Leena    |             |               |            |                  |                 |     |
      And this evidence of employment:
        | learner | employer      | first day  | last day | signed |
        | Jada    | Bright Stores | 18/09/2021 | -        | yes    |
        | Karol   | Canal Foods   | 18/09/2021 | -        | no     |
      Then the findings are:
        | learner | aim         | code                | severity | field                               | found       |
        | Karol   | job outcome | JO_EVIDENCE_MISSING | error    | job_outcome_evidence EvidenceSigned | not signed  |
        | Leena   | job outcome | JO_EVIDENCE_MISSING | error    | job_outcome_evidence EvidenceSigned | no evidence |
      And nothing else is found

    @WMCA2122-SG-JO-02
    Scenario: A job of a Sector Gateway programme is claimed by one job outcome aim
      Given these aims:
        | learner | aim          | aim reference | start date | planned end date | actual end date | DAM |
        | Jada    | job outcome  | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |
        | Karol   | first claim  | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |
        | Karol   | second claim | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |
      And this evidence of employment:
        | learner | employer      | first day  | last day | signed |
        | Jada    | Bright Stores | 18/09/2021 | -        | yes    |
        | Karol   | Canal Foods   | 18/09/2021 | -        | yes    |
      Then the findings are:
        | learner | aim          | code         | severity | field       |
        | Karol   | second claim | JO_DUPLICATE | error    | LearnAimRef |
      And nothing else is found

    @WMCA2122-SG-JO-02 @WMCA2122-NATIONAL-17
    Scenario: A job of a Sector Gateway programme is not claimed within another aim as well
      Given these aims:
        | learner | aim           | aim reference | start date | planned end date | actual end date | DAM | employment outcome |
        | Jada    | job outcome   | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |                  - |
        | Karol   | job outcome   | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |                  - |
        | Karol   | employability | Z0009142      | 16/08/2021 | 27/08/2021       | 27/08/2021      | 042 |                  1 |
        | Leena   | job outcome   | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |                  - |
        | Leena   | employability | Z0009142      | 16/08/2021 | 27/08/2021       | 27/08/2021      | 042 |                  2 |
      And this evidence of employment:
        | learner | employer      | first day  | last day | signed |
        | Jada    | Bright Stores | 18/09/2021 | -        | yes    |
        | Karol   | Canal Foods   | 18/09/2021 | -        | yes    |
        | Leena   | Oak Security  | 18/09/2021 | -        | yes    |
      Then the findings are:
        | learner | aim         | code            | severity | field      |
        | Karol   | job outcome | JO_DOUBLE_CLAIM | error    | EmpOutcome |
        | Leena   | job outcome | JO_DOUBLE_CLAIM | error    | EmpOutcome |
      And nothing else is found

    @WMCA2122-SG-JO-EX-01
    Scenario: A job outcome after a Sector Gateway programme that was not completed is pointed out
      In the guidance's example the learner completes the course; nothing says that a learner who left cannot be claimed for.

      Given this learner:
        | learner | date of birth |
        | Nestor  | 21/06/1988    |
      And these aims:
        | learner | aim         | aim reference | start date | planned end date | actual end date | completion status | outcome      | DAM |
        | Nestor  | main aim    | Z0009146      | 03/08/2021 | 31/08/2021       | 27/08/2021      | withdrawn         | not achieved | -   |
        | Nestor  | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | completed         | achieved     | 042 |
      And this evidence of employment:
        | learner | employer     | first day  |
        | Nestor  | Oak Security | 18/09/2021 |
      And this destination:
        | learner | destination | code | starts     |
        | Nestor  | EMP         |    1 | 18/09/2021 |
      Then the findings are:
        | learner | aim         | code                   | severity | field      |
        | Nestor  | job outcome | MAIN_AIM_NOT_COMPLETED | warning  | CompStatus |
      And nothing else is found
