@sector-programmes
Feature: SWAP: the codes of the job outcome aim
  A job outcome of a SWAP is an aim like any other and must carry the codes of its programme.
  One scenario for each item of the guidance's table shows the right value and what is found otherwise.

  Background:
    Given the funding year is 2021/22

  Rule: A SWAP job outcome aim is coded as its table asks

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
      And this evidence of employment:
        | learner | employer      | first day  | signed |
        | Zara    | Bright Stores | 13/12/2021 | yes    |
        | Aled    | Canal Foods   | 13/12/2021 | yes    |
        | Bina    | Oak Security  | 13/12/2021 | yes    |
      And these destinations:
        | learner | destination | code | starts     |
        | Zara    | EMP         |    1 | 13/12/2021 |
        | Aled    | EMP         |    1 | 13/12/2021 |
        | Bina    | EMP         |    1 | 13/12/2021 |

    @WMCA2122-SWAP-JO-CODE-01 @WMCA2122-SWAP-JO-CODE-02 @WMCA2122-SWAP-JO-CODE-03
    @WMCA2122-SWAP-JO-CODE-04 @WMCA2122-SWAP-JO-CODE-05 @WMCA2122-SWAP-JO-CODE-09
    Scenario: A SWAP job outcome aim with every mandatory item raises nothing
      Given this employment status:
        | learner | employment status | applies from | BSI |
        | Zara    |                11 | 01/07/2021   |   4 |
      And this aim:
        | ILR name         | ILR code   |
        | learner          | Zara       |
        | LearnAimRef      | Z0009137   |
        | LearnStartDate   | 13/03/2022 |
        | LearnPlanEndDate | 13/03/2022 |
        | LearnActEndDate  | 13/03/2022 |
        | CompStatus       | 2          |
        | Outcome          | 1          |
        | FundModel        | 35         |
        | LSDPostcode      | WX1 1AA    |
        | SOF              | 112        |
        | FFI              | 1          |
        | DAM              | 016        |
      Then nothing is found

    @WMCA2122-SWAP-JO-CODE-02
    Scenario: The start postcode of a SWAP job outcome aim lies in the authority
      Given these postcodes of the authority:
        | postcode | authority |
        | WX1 1AA  | WMCA      |
        | YX3 8ER  | GMCA      |
      And these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM | start postcode |
        | baseline | job outcome | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |                |
        | Zara     |             |               |            |                  |                 |     | WX1 1AA        |
        | Aled     |             |               |            |                  |                 |     | YX3 8ER        |
        | Bina     |             |               |            |                  |                 |     | -              |
      Then the findings are:
        | learner | aim         | code                 | severity | field       | found          |
        | Aled    | job outcome | LSDPOSTCODE_NOT_WMCA | error    | LSDPostcode | YX3 8ER (GMCA) |
        | Bina    | job outcome | LSDPOSTCODE_NOT_WMCA | error    | LSDPostcode | none           |
      And nothing else is found

    @WMCA2122-SWAP-JO-CODE-02 @WMCA2122-NATIONAL-04
    Scenario: A start postcode outside the authority is excused on a SWAP job outcome aim by DAM 001, by ZZ99 9ZZ or by a restart
      Given these postcodes of the authority:
        | postcode | authority |
        | WX1 1AA  | WMCA      |
        | YX3 8ER  | GMCA      |
      And these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | start postcode | DAM      | RES | original start date |
        | baseline | job outcome | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      |                |          |     |                     |
        | Zara     |             |               |            |                  |                 | YX3 8ER        | 001, 016 |     |                     |
        | Aled     |             |               |            |                  |                 | ZZ99 9ZZ       | 016      |     |                     |
        | Bina     |             |               |            |                  |                 | YX3 8ER        | 016      |   1 | 01/03/2022          |
      Then the findings are:
        | learner | aim         | code                | severity | field       | found          |
        | Zara    | job outcome | LSDPOSTCODE_EXCUSED | info     | LSDPostcode | YX3 8ER (GMCA) |
        | Aled    | job outcome | LSDPOSTCODE_EXCUSED | info     | LSDPostcode | ZZ99 9ZZ       |
        | Bina    | job outcome | LSDPOSTCODE_EXCUSED | info     | LSDPostcode | YX3 8ER (GMCA) |
      And nothing else is found

    @WMCA2122-SWAP-JO-CODE-03
    Scenario: The employment status behind a SWAP job outcome aim is 11 or 12 when the programme starts
      Bina is in work by the date of the job outcome: that is the outcome, not a fault.

      Given these employment statuses:
        | learner | employment status | applies from | BSI |
        | Zara    |                12 | 01/07/2021   |   4 |
        | Aled    |                10 | 01/07/2021   |   4 |
        | Bina    |                11 | 01/07/2021   |   4 |
        | Bina    |                10 | 13/12/2021   |   4 |
      And these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | baseline | job outcome | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |
        | Zara     |             |               |            |                  |                 |     |
        | Aled     |             |               |            |                  |                 |     |
        | Bina     |             |               |            |                  |                 |     |
      Then the findings are:
        | learner | aim             | code              | severity | field   | found              |
        | Aled    | main aim        | EMPSTAT_NOT_11_12 | error    | EmpStat | 10 from 01/07/2021 |
        | Aled    | work experience | EMPSTAT_NOT_11_12 | error    | EmpStat | 10 from 01/07/2021 |
        | Aled    | job outcome     | EMPSTAT_NOT_11_12 | error    | EmpStat | 10 from 01/07/2021 |
      And nothing else is found

    @WMCA2122-SWAP-JO-CODE-04
    Scenario: The funding model of a SWAP job outcome aim is 35
      Given these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM | funding model |
        | baseline | job outcome | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |               |
        | Zara     |             |               |            |                  |                 |     |            35 |
        | Aled     |             |               |            |                  |                 |     |            25 |
        | Bina     |             |               |            |                  |                 |     |            99 |
      Then the findings are:
        | learner | aim         | code             | severity | field     | found |
        | Aled    | job outcome | FUNDMODEL_NOT_35 | error    | FundModel |    25 |
        | Bina    | job outcome | FUNDMODEL_NOT_35 | error    | FundModel |    99 |
      And nothing else is found

    @WMCA2122-SWAP-JO-CODE-05
    Scenario: The source of funding of a SWAP job outcome aim is 112
      Given these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM | SOF |
        | baseline | job outcome | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |     |
        | Zara     |             |               |            |                  |                 |     | 112 |
        | Aled     |             |               |            |                  |                 |     | 105 |
        | Bina     |             |               |            |                  |                 |     |   - |
      Then the findings are:
        | learner | aim         | code        | severity | field                 | found |
        | Aled    | job outcome | SOF_NOT_112 | error    | LearnDelFAMCode (SOF) |   105 |
        | Bina    | job outcome | SOF_NOT_112 | error    | LearnDelFAMCode (SOF) |  none |
      And nothing else is found

    @WMCA2122-SWAP-JO-CODE-09
    Scenario: DAM 016 marks a SWAP job outcome aim as a component of its programme
      Given these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | baseline | job outcome | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      |     |
        | Zara     |             |               |            |                  |                 | 016 |
        | Aled     |             |               |            |                  |                 | -   |
        | Bina     |             |               |            |                  |                 | 042 |
      Then the findings are:
        | learner | aim         | code                  | severity | field                 | found |
        | Aled    | job outcome | DAM_PROGRAMME_MISSING | error    | LearnDelFAMCode (DAM) | none  |
        | Bina    | job outcome | DAM_PROGRAMME_MISSING | error    | LearnDelFAMCode (DAM) | 042   |
      And nothing else is found

    @WMCA2122-SWAP-JO-CODE-09
    Scenario: A SWAP job outcome aim does not carry the codes of both programmes
      Given these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM      |
        | baseline | job outcome | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      |          |
        | Zara     |             |               |            |                  |                 | 016      |
        | Aled     |             |               |            |                  |                 | 016, 042 |
      Then the findings are:
        | learner | aim         | code      | severity | field                 | found    |
        | Aled    | job outcome | DAM_MIXED | error    | LearnDelFAMCode (DAM) | 016, 042 |
      And nothing else is found

    @WMCA2122-SWAP-JO-CODE-06
    Scenario: DAM 002 on a SWAP job outcome aim is out of place without procurement or a growth award
      Given these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM      |
        | baseline | job outcome | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      |          |
        | Zara     |             |               |            |                  |                 | 016      |
        | Aled     |             |               |            |                  |                 | 002, 016 |
      Then the findings are:
        | learner | aim         | code              | severity | field                 | found |
        | Aled    | job outcome | DAM002_UNEXPECTED | warning  | LearnDelFAMCode (DAM) | 002   |
      And nothing else is found

    @WMCA2122-SWAP-JO-CODE-10
    Scenario: DAM 023 on a SWAP job outcome aim is used only when no Benefit Status Indicator is returned
      Given these employment statuses:
        | learner | employment status | applies from | BSI |
        | Zara    |                11 | 01/07/2021   |   4 |
        | Zara    |                11 | 01/12/2021   |   - |
        | Aled    |                11 | 01/07/2021   |   4 |
        | Aled    |                11 | 01/12/2021   |   4 |
      And these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM      |
        | baseline | job outcome | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      |          |
        | Zara     |             |               |            |                  |                 | 016, 023 |
        | Aled     |             |               |            |                  |                 | 016, 023 |
      Then the findings are:
        | learner | aim         | code            | severity | field                 | found          |
        | Aled    | job outcome | DAM023_WITH_BSI | error    | LearnDelFAMCode (DAM) | 023 with BSI 4 |
      And nothing else is found

    @WMCA2122-SWAP-JO-CODE-11
    Scenario: DAM 023 on a SWAP job outcome aim is advice, not a duty, when no Benefit Status Indicator is returned
      Given these employment statuses:
        | learner | employment status | applies from | BSI |
        | Zara    |                11 | 01/07/2021   |   4 |
        | Zara    |                11 | 01/12/2021   |   - |
        | Aled    |                11 | 01/07/2021   |   4 |
        | Aled    |                11 | 01/12/2021   |   4 |
      And these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | baseline | job outcome | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |
        | Zara     |             |               |            |                  |                 |     |
        | Aled     |             |               |            |                  |                 |     |
      Then the findings are:
        | learner | aim         | code           | severity | field                 | found |
        | Zara    | job outcome | DAM023_ADVISED | info     | LearnDelFAMCode (DAM) | 016   |
      And nothing else is found
      And no errors are found

  Rule: DAM 002 marks a SWAP job outcome aim of procured provision and of growth awards

    Background:
      Given these learners:
        | learner | date of birth |
        | Zara    | 14/02/1990    |
        | Aled    | 30/06/1985    |
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date | actual end date | DAM      |
        | baseline | main aim | 60900011      | 03/08/2021 | 31/10/2021       | 31/10/2021      | 002, 013 |
        | Zara     |          |               |            |                  |                 |          |
        | Aled     |          |               |            |                  |                 |          |
      And these aims:
        | learner  | aim             | aim reference | start date | planned end date | actual end date | DAM      |
        | baseline | work experience | Z0009124      | 03/08/2021 | 31/10/2021       | 31/10/2021      | 002, 016 |
        | Zara     |                 |               |            |                  |                 |          |
        | Aled     |                 |               |            |                  |                 |          |
      And this evidence of employment:
        | learner | employer      | first day  | signed |
        | Zara    | Bright Stores | 13/12/2021 | yes    |
        | Aled    | Canal Foods   | 13/12/2021 | yes    |
      And these destinations:
        | learner | destination | code | starts     |
        | Zara    | EMP         |    1 | 13/12/2021 |
        | Aled    | EMP         |    1 | 13/12/2021 |

    @WMCA2122-SWAP-JO-CODE-07
    Scenario: DAM 002 is required on a SWAP job outcome aim of procured provision
      Given the provider holds a contract for services
      And these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM      |
        | baseline | job outcome | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      |          |
        | Zara     |             |               |            |                  |                 | 002, 016 |
        | Aled     |             |               |            |                  |                 | 016      |
      Then the findings are:
        | learner | aim         | code           | severity | field                 | found |
        | Aled    | job outcome | DAM002_MISSING | error    | LearnDelFAMCode (DAM) | 016   |
      And nothing else is found

    @WMCA2122-SWAP-JO-CODE-08
    Scenario: DAM 002 is required on a SWAP job outcome aim of a Grant Growth Contract award
      Given the provider holds a grant
      And these aims:
        | learner  | aim         | aim reference | start date | planned end date | actual end date | DAM      |
        | baseline | job outcome | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      |          |
        | Zara     |             |               |            |                  |                 | 002, 016 |
        | Aled     |             |               |            |                  |                 | 016      |
      And these aims belong to a Grant Growth Contract award:
        | learner | aim |
        | Zara    | -   |
        | Aled    | -   |
      Then the findings are:
        | learner | aim         | code           | severity | field                 | found |
        | Aled    | job outcome | DAM002_MISSING | error    | LearnDelFAMCode (DAM) | 016   |
      And nothing else is found
