@sector-programmes
Feature: Sector Gateway: the codes of the job outcome aim
  A provider that wants to be paid for a job returns an aim for it, with the items of the guidance's table.
  One scenario for each item shows the right value and what is found when it is wrong or missing.

  Background:
    Given the funding year is 2021/22

  Rule: A Sector Gateway job outcome aim is coded as its table asks

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
      And this evidence of employment:
        | learner | employer      | first day  | signed |
        | Jada    | Bright Stores | 18/09/2021 | yes    |
        | Karol   | Canal Foods   | 18/09/2021 | yes    |
        | Leena   | Oak Security  | 18/09/2021 | yes    |
      And these destinations:
        | learner | destination | code | starts     |
        | Jada    | EMP         |    1 | 18/09/2021 |
        | Karol   | EMP         |    1 | 18/09/2021 |
        | Leena   | EMP         |    1 | 18/09/2021 |

    @WMCA2122-SG-JO-CODE-01 @WMCA2122-SG-JO-CODE-02 @WMCA2122-SG-JO-CODE-03 @WMCA2122-SG-JO-CODE-04
    @WMCA2122-SG-JO-CODE-05 @WMCA2122-SG-JO-CODE-09
    Scenario: A Sector Gateway job outcome aim with every mandatory item raises nothing
      Given this employment status:
        | learner | employment status | applies from | BSI |
        | Jada    |                11 | 01/07/2021   |   4 |
      And this aim:
        | ILR name         | ILR code   |
        | learner          | Jada       |
        | LearnAimRef      | Z0009137   |
        | LearnStartDate   | 17/12/2021 |
        | LearnPlanEndDate | 17/12/2021 |
        | LearnActEndDate  | 17/12/2021 |
        | CompStatus       | 2          |
        | Outcome          | 1          |
        | FundModel        | 35         |
        | LSDPostcode      | WX1 1AA    |
        | SOF              | 112        |
        | FFI              | 1          |
        | DAM              | 042        |
      Then nothing is found

    @WMCA2122-SG-JO-CODE-02
    Scenario: The start postcode of a Sector Gateway job outcome aim lies in the authority
      Given these postcodes of the authority:
        | postcode | authority |
        | WX1 1AA  | WMCA      |
        | YX3 8ER  | GMCA      |
      And these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM | start postcode |
        | baseline | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |                |
        | Jada     |             |               |            |                  |                 |     | WX1 1AA        |
        | Karol    |             |               |            |                  |                 |     | YX3 8ER        |
        | Leena    |             |               |            |                  |                 |     | -              |
      Then the findings are:
        | learner | aim         | code                 | severity | field       | found          |
        | Karol   | job outcome | LSDPOSTCODE_NOT_WMCA | error    | LSDPostcode | YX3 8ER (GMCA) |
        | Leena   | job outcome | LSDPOSTCODE_NOT_WMCA | error    | LSDPostcode | none           |
      And nothing else is found

    @WMCA2122-SG-JO-CODE-02 @WMCA2122-NATIONAL-04
    Scenario: A start postcode outside the authority is excused on a Sector Gateway job outcome aim by DAM 001, by ZZ99 9ZZ or by a restart
      Given these postcodes of the authority:
        | postcode | authority |
        | WX1 1AA  | WMCA      |
        | YX3 8ER  | GMCA      |
      And these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | start postcode | DAM      | RES | original start date |
        | baseline | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      |                |          |     |                     |
        | Jada     |             |               |            |                  |                 | YX3 8ER        | 001, 042 |     |                     |
        | Karol    |             |               |            |                  |                 | ZZ99 9ZZ       | 042      |     |                     |
        | Leena    |             |               |            |                  |                 | YX3 8ER        | 042      |   1 | 01/12/2021          |
      Then the findings are:
        | learner | aim         | code                | severity | field       | found          |
        | Jada    | job outcome | LSDPOSTCODE_EXCUSED | info     | LSDPostcode | YX3 8ER (GMCA) |
        | Karol   | job outcome | LSDPOSTCODE_EXCUSED | info     | LSDPostcode | ZZ99 9ZZ       |
        | Leena   | job outcome | LSDPOSTCODE_EXCUSED | info     | LSDPostcode | YX3 8ER (GMCA) |
      And nothing else is found

    @WMCA2122-SG-JO-CODE-03
    Scenario: The employment status behind a Sector Gateway job outcome aim is 11 or 12 when the programme starts
      Leena is in work by the date of the job outcome: that is the outcome, not a fault.

      Given these employment statuses:
        | learner | employment status | applies from | BSI |
        | Jada    |                12 | 01/07/2021   |   4 |
        | Karol   |                10 | 01/07/2021   |   4 |
        | Leena   |                11 | 01/07/2021   |   4 |
        | Leena   |                10 | 18/09/2021   |   4 |
      And these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | baseline | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |
        | Jada     |             |               |            |                  |                 |     |
        | Karol    |             |               |            |                  |                 |     |
        | Leena    |             |               |            |                  |                 |     |
      Then the findings are:
        | learner | aim         | code              | severity | field   | found              |
        | Karol   | main aim    | EMPSTAT_NOT_11_12 | error    | EmpStat | 10 from 01/07/2021 |
        | Karol   | job outcome | EMPSTAT_NOT_11_12 | error    | EmpStat | 10 from 01/07/2021 |
      And nothing else is found

    @WMCA2122-SG-JO-CODE-04
    Scenario: The funding model of a Sector Gateway job outcome aim is 35
      Given these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM | funding model |
        | baseline | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |               |
        | Jada     |             |               |            |                  |                 |     |            35 |
        | Karol    |             |               |            |                  |                 |     |            25 |
        | Leena    |             |               |            |                  |                 |     |            99 |
      Then the findings are:
        | learner | aim         | code             | severity | field     | found |
        | Karol   | job outcome | FUNDMODEL_NOT_35 | error    | FundModel |    25 |
        | Leena   | job outcome | FUNDMODEL_NOT_35 | error    | FundModel |    99 |
      And nothing else is found

    @WMCA2122-SG-JO-CODE-05
    Scenario: The source of funding of a Sector Gateway job outcome aim is 112
      Given these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM | SOF |
        | baseline | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |     |
        | Jada     |             |               |            |                  |                 |     | 112 |
        | Karol    |             |               |            |                  |                 |     | 105 |
        | Leena    |             |               |            |                  |                 |     |   - |
      Then the findings are:
        | learner | aim         | code        | severity | field                 | found |
        | Karol   | job outcome | SOF_NOT_112 | error    | LearnDelFAMCode (SOF) |   105 |
        | Leena   | job outcome | SOF_NOT_112 | error    | LearnDelFAMCode (SOF) |  none |
      And nothing else is found

    @WMCA2122-SG-JO-CODE-09
    Scenario: DAM 042 marks a Sector Gateway job outcome aim as a component of its programme
      Given these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | baseline | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      |     |
        | Jada     |             |               |            |                  |                 | 042 |
        | Karol    |             |               |            |                  |                 | -   |
        | Leena    |             |               |            |                  |                 | 016 |
      Then the findings are:
        | learner | aim         | code                  | severity | field                 | found |
        | Karol   | job outcome | DAM_PROGRAMME_MISSING | error    | LearnDelFAMCode (DAM) | none  |
        | Leena   | job outcome | DAM_PROGRAMME_MISSING | error    | LearnDelFAMCode (DAM) | 016   |
      And nothing else is found

    @WMCA2122-SG-JO-CODE-09
    Scenario: A Sector Gateway job outcome aim does not carry the codes of both programmes
      Given these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM      |
        | baseline | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      |          |
        | Jada     |             |               |            |                  |                 | 042      |
        | Karol    |             |               |            |                  |                 | 016, 042 |
      Then the findings are:
        | learner | aim         | code      | severity | field                 | found    |
        | Karol   | job outcome | DAM_MIXED | error    | LearnDelFAMCode (DAM) | 016, 042 |
      And nothing else is found

    @WMCA2122-SG-JO-CODE-06
    Scenario: DAM 002 on a Sector Gateway job outcome aim is out of place without procurement or a growth award
      Given these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM      |
        | baseline | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      |          |
        | Jada     |             |               |            |                  |                 | 042      |
        | Karol    |             |               |            |                  |                 | 002, 042 |
      Then the findings are:
        | learner | aim         | code              | severity | field                 | found |
        | Karol   | job outcome | DAM002_UNEXPECTED | warning  | LearnDelFAMCode (DAM) | 002   |
      And nothing else is found

    @WMCA2122-SG-JO-CODE-10
    Scenario: DAM 023 on a Sector Gateway job outcome aim is used only when no Benefit Status Indicator is returned
      Given these employment statuses:
        | learner | employment status | applies from | BSI |
        | Jada    |                11 | 01/07/2021   |   4 |
        | Jada    |                11 | 01/10/2021   |   - |
        | Karol   |                11 | 01/07/2021   |   4 |
        | Karol   |                11 | 01/10/2021   |   4 |
      And these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM      |
        | baseline | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      |          |
        | Jada     |             |               |            |                  |                 | 023, 042 |
        | Karol    |             |               |            |                  |                 | 023, 042 |
      Then the findings are:
        | learner | aim         | code            | severity | field                 | found          |
        | Karol   | job outcome | DAM023_WITH_BSI | error    | LearnDelFAMCode (DAM) | 023 with BSI 4 |
      And nothing else is found

    @WMCA2122-SG-JO-CODE-11
    Scenario: DAM 023 on a Sector Gateway job outcome aim is advice, not a duty, when no Benefit Status Indicator is returned
      Given these employment statuses:
        | learner | employment status | applies from | BSI |
        | Jada    |                11 | 01/07/2021   |   4 |
        | Jada    |                11 | 01/10/2021   |   - |
        | Karol   |                11 | 01/07/2021   |   4 |
        | Karol   |                11 | 01/10/2021   |   4 |
      And these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | baseline | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |
        | Jada     |             |               |            |                  |                 |     |
        | Karol    |             |               |            |                  |                 |     |
      Then the findings are:
        | learner | aim         | code           | severity | field                 | found |
        | Jada    | job outcome | DAM023_ADVISED | info     | LearnDelFAMCode (DAM) | 042   |
      And nothing else is found
      And no errors are found

  Rule: DAM 002 marks a Sector Gateway job outcome aim of procured provision and of growth awards

    Background:
      Given these learners:
        | learner | date of birth |
        | Jada    | 14/02/1990    |
        | Karol   | 30/06/1985    |
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date | actual end date | DAM |
        | baseline | main aim | Z0009146      | 03/08/2021 | 31/08/2021       | 31/08/2021      | 002 |
        | Jada     |          |               |            |                  |                 |     |
        | Karol    |          |               |            |                  |                 |     |
      And this evidence of employment:
        | learner | employer      | first day  | signed |
        | Jada    | Bright Stores | 18/09/2021 | yes    |
        | Karol   | Canal Foods   | 18/09/2021 | yes    |
      And these destinations:
        | learner | destination | code | starts     |
        | Jada    | EMP         |    1 | 18/09/2021 |
        | Karol   | EMP         |    1 | 18/09/2021 |

    @WMCA2122-SG-JO-CODE-07
    Scenario: DAM 002 is required on a Sector Gateway job outcome aim of procured provision
      Given the provider holds a contract for services
      And these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM      |
        | baseline | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      |          |
        | Jada     |             |               |            |                  |                 | 002, 042 |
        | Karol    |             |               |            |                  |                 | 042      |
      Then the findings are:
        | learner | aim         | code           | severity | field                 | found |
        | Karol   | job outcome | DAM002_MISSING | error    | LearnDelFAMCode (DAM) | 042   |
      And nothing else is found

    @WMCA2122-SG-JO-CODE-08
    Scenario: DAM 002 is required on a Sector Gateway job outcome aim of a Grant Growth Contract award
      Given the provider holds a grant
      And these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM      |
        | baseline | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      |          |
        | Jada     |             |               |            |                  |                 | 002, 042 |
        | Karol    |             |               |            |                  |                 | 042      |
      And these aims belong to a Grant Growth Contract award:
        | learner | aim |
        | Jada    | -   |
        | Karol   | -   |
      Then the findings are:
        | learner | aim         | code           | severity | field                 | found |
        | Karol   | job outcome | DAM002_MISSING | error    | LearnDelFAMCode (DAM) | 042   |
      And nothing else is found
