@sector-programmes
Feature: SWAP: the employability aim
  Employability within a SWAP is returned with an aim that is set up for it.
  The printed table has its flags one row out; what the authority meant is shown here, the printed reading among the unclear clauses.

  Background:
    Given the funding year is 2021/22

  Rule: A SWAP employability aim is coded as its table asks

    Background:
      Given the provider holds a grant
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date | DAM |
        | baseline | main aim | 60900011      | 03/08/2021 | 31/10/2021       | 013 |
        | Tariq    |          |               |            |                  |     |
        | Una      |          |               |            |                  |     |
        | Viktor   |          |               |            |                  |     |
      And these aims:
        | learner  | aim             | aim reference | start date | planned end date | DAM |
        | baseline | work experience | Z0009124      | 03/08/2021 | 31/10/2021       | 016 |
        | Tariq    |                 |               |            |                  |     |
        | Una      |                 |               |            |                  |     |
        | Viktor   |                 |               |            |                  |     |

    @WMCA2122-SWAP-EMP-CODE-01 @WMCA2122-SWAP-EMP-CODE-02 @WMCA2122-SWAP-EMP-CODE-03
    @WMCA2122-SWAP-EMP-CODE-04 @WMCA2122-SWAP-EMP-CODE-05 @WMCA2122-SWAP-EMP-CODE-09
    Scenario: A SWAP employability aim with every mandatory item raises nothing
      Given this employment status:
        | learner | employment status | applies from | BSI |
        | Tariq   |                11 | 01/07/2021   |   4 |
      And this aim:
        | ILR name         | ILR code   |
        | learner          | Tariq      |
        | LearnAimRef      | Z0009142   |
        | LearnStartDate   | 16/08/2021 |
        | LearnPlanEndDate | 20/08/2021 |
        | FundModel        | 35         |
        | LSDPostcode      | WX1 1AA    |
        | SOF              | 112        |
        | FFI              | 1          |
        | DAM              | 016        |
      Then nothing is found

    @WMCA2122-SWAP-EMP-CODE-02
    Scenario: The start postcode of a SWAP employability aim lies in the authority
      Given these postcodes of the authority:
        | postcode | authority |
        | WX1 1AA  | WMCA      |
        | YX3 8ER  | GMCA      |
      And these aims:
        | learner  | aim           | aim reference | start date | planned end date | DAM | start postcode |
        | baseline | employability | Z0009142      | 16/08/2021 | 20/08/2021       | 016 |                |
        | Tariq    |               |               |            |                  |     | WX1 1AA        |
        | Una      |               |               |            |                  |     | YX3 8ER        |
        | Viktor   |               |               |            |                  |     | -              |
      Then the findings are:
        | learner | aim           | code                 | severity | field       | found          |
        | Una     | employability | LSDPOSTCODE_NOT_WMCA | error    | LSDPostcode | YX3 8ER (GMCA) |
        | Viktor  | employability | LSDPOSTCODE_NOT_WMCA | error    | LSDPostcode | none           |
      And nothing else is found

    @WMCA2122-SWAP-EMP-CODE-02 @WMCA2122-NATIONAL-04
    Scenario: A start postcode outside the authority is excused on a SWAP employability aim by DAM 001, by ZZ99 9ZZ or by a restart
      Given these postcodes of the authority:
        | postcode | authority |
        | WX1 1AA  | WMCA      |
        | YX3 8ER  | GMCA      |
      And these aims:
        | learner  | aim           | aim reference | start date | planned end date | start postcode | DAM      | RES | original start date |
        | baseline | employability | Z0009142      | 16/08/2021 | 20/08/2021       |                |          |     |                     |
        | Tariq    |               |               |            |                  | YX3 8ER        | 001, 016 |     |                     |
        | Una      |               |               |            |                  | ZZ99 9ZZ       | 016      |     |                     |
        | Viktor   |               |               |            |                  | YX3 8ER        | 016      |   1 | 01/06/2021          |
      Then the findings are:
        | learner | aim           | code                | severity | field       | found          |
        | Tariq   | employability | LSDPOSTCODE_EXCUSED | info     | LSDPostcode | YX3 8ER (GMCA) |
        | Una     | employability | LSDPOSTCODE_EXCUSED | info     | LSDPostcode | ZZ99 9ZZ       |
        | Viktor  | employability | LSDPOSTCODE_EXCUSED | info     | LSDPostcode | YX3 8ER (GMCA) |
      And nothing else is found

    @WMCA2122-SWAP-EMP-CODE-03
    Scenario: The employment status at the start of a SWAP employability aim is 11 or 12
      Given these employment statuses:
        | learner | employment status | applies from | BSI |
        | Tariq   |                11 | 01/07/2021   |   4 |
        | Tariq   |                12 | 10/08/2021   |   4 |
        | Una     |                11 | 01/07/2021   |   4 |
        | Una     |                10 | 10/08/2021   |   4 |
        | Viktor  |                11 | 01/07/2021   |   4 |
        | Viktor  |                98 | 10/08/2021   |   4 |
      And these aims:
        | learner  | aim           | aim reference | start date | planned end date | DAM |
        | baseline | employability | Z0009142      | 16/08/2021 | 20/08/2021       | 016 |
        | Tariq    |               |               |            |                  |     |
        | Una      |               |               |            |                  |     |
        | Viktor   |               |               |            |                  |     |
      Then the findings are:
        | learner | aim           | code              | severity | field   | found              |
        | Una     | employability | EMPSTAT_NOT_11_12 | error    | EmpStat | 10 from 10/08/2021 |
        | Viktor  | employability | EMPSTAT_NOT_11_12 | error    | EmpStat | 98 from 10/08/2021 |
      And nothing else is found

    @WMCA2122-SWAP-EMP-CODE-04
    Scenario: The funding model of a SWAP employability aim is 35
      Given these aims:
        | learner  | aim           | aim reference | start date | planned end date | DAM | funding model |
        | baseline | employability | Z0009142      | 16/08/2021 | 20/08/2021       | 016 |               |
        | Tariq    |               |               |            |                  |     |            35 |
        | Una      |               |               |            |                  |     |            25 |
        | Viktor   |               |               |            |                  |     |            99 |
      Then the findings are:
        | learner | aim           | code             | severity | field     | found |
        | Una     | employability | FUNDMODEL_NOT_35 | error    | FundModel |    25 |
        | Viktor  | employability | FUNDMODEL_NOT_35 | error    | FundModel |    99 |
      And nothing else is found

    @WMCA2122-SWAP-EMP-CODE-05
    Scenario: The source of funding of a SWAP employability aim is 112
      Given these aims:
        | learner  | aim           | aim reference | start date | planned end date | DAM | SOF |
        | baseline | employability | Z0009142      | 16/08/2021 | 20/08/2021       | 016 |     |
        | Tariq    |               |               |            |                  |     | 112 |
        | Una      |               |               |            |                  |     | 105 |
        | Viktor   |               |               |            |                  |     |   - |
      Then the findings are:
        | learner | aim           | code        | severity | field                 | found |
        | Una     | employability | SOF_NOT_112 | error    | LearnDelFAMCode (SOF) |   105 |
        | Viktor  | employability | SOF_NOT_112 | error    | LearnDelFAMCode (SOF) |  none |
      And nothing else is found

    @WMCA2122-SWAP-EMP-CODE-09
    Scenario: DAM 016 marks a SWAP employability aim as a component of its programme
      Given these aims:
        | learner  | aim           | aim reference | start date | planned end date | DAM |
        | baseline | employability | Z0009142      | 16/08/2021 | 20/08/2021       |     |
        | Tariq    |               |               |            |                  | 016 |
        | Una      |               |               |            |                  | -   |
        | Viktor   |               |               |            |                  | 042 |
      Then the findings are:
        | learner | aim           | code                  | severity | field                 | found |
        | Una     | employability | DAM_PROGRAMME_MISSING | error    | LearnDelFAMCode (DAM) | none  |
        | Viktor  | employability | DAM_PROGRAMME_MISSING | error    | LearnDelFAMCode (DAM) | 042   |
      And nothing else is found

    @WMCA2122-SWAP-EMP-CODE-09
    Scenario: A SWAP employability aim does not carry the codes of both programmes
      Given these aims:
        | learner  | aim           | aim reference | start date | planned end date | DAM      |
        | baseline | employability | Z0009142      | 16/08/2021 | 20/08/2021       |          |
        | Tariq    |               |               |            |                  | 016      |
        | Una      |               |               |            |                  | 016, 042 |
      Then the findings are:
        | learner | aim           | code      | severity | field                 | found    |
        | Una     | employability | DAM_MIXED | error    | LearnDelFAMCode (DAM) | 016, 042 |
      And nothing else is found

    @WMCA2122-SWAP-EMP-CODE-06
    Scenario: DAM 002 on a SWAP employability aim is out of place without procurement or a growth award
      Given these aims:
        | learner  | aim           | aim reference | start date | planned end date | DAM      |
        | baseline | employability | Z0009142      | 16/08/2021 | 20/08/2021       |          |
        | Tariq    |               |               |            |                  | 016      |
        | Una      |               |               |            |                  | 002, 016 |
      Then the findings are:
        | learner | aim           | code              | severity | field                 | found |
        | Una     | employability | DAM002_UNEXPECTED | warning  | LearnDelFAMCode (DAM) | 002   |
      And nothing else is found

    @WMCA2122-SWAP-EMP-CODE-10
    Scenario: DAM 023 on a SWAP employability aim is used only when no Benefit Status Indicator is returned
      Given these employment statuses:
        | learner | employment status | applies from | BSI |
        | Tariq   |                11 | 01/07/2021   |   4 |
        | Tariq   |                11 | 10/08/2021   |   - |
        | Una     |                11 | 01/07/2021   |   4 |
        | Una     |                11 | 10/08/2021   |   4 |
      And these aims:
        | learner  | aim           | aim reference | start date | planned end date | DAM      |
        | baseline | employability | Z0009142      | 16/08/2021 | 20/08/2021       |          |
        | Tariq    |               |               |            |                  | 016, 023 |
        | Una      |               |               |            |                  | 016, 023 |
      Then the findings are:
        | learner | aim           | code            | severity | field                 | found          |
        | Una     | employability | DAM023_WITH_BSI | error    | LearnDelFAMCode (DAM) | 023 with BSI 4 |
      And nothing else is found

    @WMCA2122-SWAP-EMP-CODE-11
    Scenario: DAM 023 on a SWAP employability aim is advice, not a duty, when no Benefit Status Indicator is returned
      Given these employment statuses:
        | learner | employment status | applies from | BSI |
        | Tariq   |                11 | 01/07/2021   |   4 |
        | Tariq   |                11 | 10/08/2021   |   - |
        | Una     |                11 | 01/07/2021   |   4 |
        | Una     |                11 | 10/08/2021   |   4 |
      And these aims:
        | learner  | aim           | aim reference | start date | planned end date | DAM |
        | baseline | employability | Z0009142      | 16/08/2021 | 20/08/2021       | 016 |
        | Tariq    |               |               |            |                  |     |
        | Una      |               |               |            |                  |     |
      Then the findings are:
        | learner | aim           | code           | severity | field                 | found |
        | Tariq   | employability | DAM023_ADVISED | info     | LearnDelFAMCode (DAM) | 016   |
      And nothing else is found
      And no errors are found

  Rule: DAM 002 marks a SWAP employability aim of procured provision and of growth awards

    Background:
      Given these aims:
        | learner  | aim      | aim reference | start date | planned end date | DAM      |
        | baseline | main aim | 60900011      | 03/08/2021 | 31/10/2021       | 002, 013 |
        | Tariq    |          |               |            |                  |          |
        | Una      |          |               |            |                  |          |
      And these aims:
        | learner  | aim             | aim reference | start date | planned end date | DAM      |
        | baseline | work experience | Z0009124      | 03/08/2021 | 31/10/2021       | 002, 016 |
        | Tariq    |                 |               |            |                  |          |
        | Una      |                 |               |            |                  |          |

    @WMCA2122-SWAP-EMP-CODE-07
    Scenario: DAM 002 is required on a SWAP employability aim of procured provision
      Given the provider holds a contract for services
      And these aims:
        | learner  | aim           | aim reference | start date | planned end date | DAM      |
        | baseline | employability | Z0009142      | 16/08/2021 | 20/08/2021       |          |
        | Tariq    |               |               |            |                  | 002, 016 |
        | Una      |               |               |            |                  | 016      |
      Then the findings are:
        | learner | aim           | code           | severity | field                 | found |
        | Una     | employability | DAM002_MISSING | error    | LearnDelFAMCode (DAM) | 016   |
      And nothing else is found

    @WMCA2122-SWAP-EMP-CODE-08
    Scenario: DAM 002 is required on a SWAP employability aim of a Grant Growth Contract award
      Given the provider holds a grant
      And these aims:
        | learner  | aim           | aim reference | start date | planned end date | DAM      |
        | baseline | employability | Z0009142      | 16/08/2021 | 20/08/2021       |          |
        | Tariq    |               |               |            |                  | 002, 016 |
        | Una      |               |               |            |                  | 016      |
      And these aims belong to a Grant Growth Contract award:
        | learner | aim |
        | Tariq   | -   |
        | Una     | -   |
      Then the findings are:
        | learner | aim           | code           | severity | field                 | found |
        | Una     | employability | DAM002_MISSING | error    | LearnDelFAMCode (DAM) | 016   |
      And nothing else is found
