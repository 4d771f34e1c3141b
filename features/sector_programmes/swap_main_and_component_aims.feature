@sector-programmes
Feature: SWAP: main and component aims
  Every SWAP learner has a vocational main aim, and may take English, maths or other aims beside it.
  The codes 013 and 016 are all that ties them together, so staff check them first.

  Background:
    Given the funding year is 2021/22

  Rule: A SWAP main aim may be shown as the table lists its items

    @WMCA2122-SWAP-MAIN-CODE-01 @WMCA2122-SWAP-MAIN-CODE-02 @WMCA2122-SWAP-MAIN-CODE-03
    @WMCA2122-SWAP-MAIN-CODE-04 @WMCA2122-SWAP-MAIN-CODE-08
    Scenario: A SWAP main aim with every mandatory item raises nothing
      Given the provider holds a grant
      And this aim:
        | learner | aim             | aim reference | start date | planned end date | DAM |
        | Mateo   | work experience | Z0009124      | 16/08/2021 | 31/10/2021       | 016 |
      And this employment status:
        | learner | employment status | applies from | BSI |
        | Mateo   |                11 | 01/07/2021   |   4 |
      And this aim:
        | ILR name         | ILR code   |
        | learner          | Mateo      |
        | LearnAimRef      | 60900011   |
        | LearnStartDate   | 03/08/2021 |
        | LearnPlanEndDate | 31/10/2021 |
        | FundModel        | 35         |
        | LSDPostcode      | WX1 1AA    |
        | SOF              | 112        |
        | FFI              | 1          |
        | DAM              | 013        |
      Then nothing is found

  Rule: A SWAP main aim is coded as its table asks

    Background:
      Given the provider holds a grant
      And these aims:
        | learner  | aim             | aim reference | start date | planned end date | DAM |
        | baseline | work experience | Z0009124      | 16/08/2021 | 31/10/2021       | 016 |
        | Mateo    |                 |               |            |                  |     |
        | Nadia    |                 |               |            |                  |     |
        | Owen     |                 |               |            |                  |     |

    @WMCA2122-SWAP-MAIN-CODE-01
    Scenario: The start postcode of a SWAP main aim lies in the authority
      Given these postcodes of the authority:
        | postcode | authority |
        | WX1 1AA  | WMCA      |
        | YX3 8ER  | GMCA      |
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date | DAM | start postcode |
        | baseline | main aim | 60900011      | 03/08/2021 | 31/10/2021       | 013 |                |
        | Mateo    |          |               |            |                  |     | WX1 1AA        |
        | Nadia    |          |               |            |                  |     | YX3 8ER        |
        | Owen     |          |               |            |                  |     | -              |
      Then the findings are:
        | learner | aim      | code                 | severity | field       | found          |
        | Nadia   | main aim | LSDPOSTCODE_NOT_WMCA | error    | LSDPostcode | YX3 8ER (GMCA) |
        | Owen    | main aim | LSDPOSTCODE_NOT_WMCA | error    | LSDPostcode | none           |
      And nothing else is found

    @WMCA2122-SWAP-MAIN-CODE-01 @WMCA2122-NATIONAL-04
    Scenario: A start postcode outside the authority is excused on a SWAP main aim by DAM 001, by ZZ99 9ZZ or by a restart
      Given these postcodes of the authority:
        | postcode | authority |
        | WX1 1AA  | WMCA      |
        | YX3 8ER  | GMCA      |
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date | start postcode | DAM      | RES | original start date |
        | baseline | main aim | 60900011      | 03/08/2021 | 31/10/2021       |                |          |     |                     |
        | Mateo    |          |               |            |                  | YX3 8ER        | 001, 013 |     |                     |
        | Nadia    |          |               |            |                  | ZZ99 9ZZ       | 013      |     |                     |
        | Owen     |          |               |            |                  | YX3 8ER        | 013      |   1 | 01/06/2021          |
      Then the findings are:
        | learner | aim      | code                | severity | field       | found          |
        | Mateo   | main aim | LSDPOSTCODE_EXCUSED | info     | LSDPostcode | YX3 8ER (GMCA) |
        | Nadia   | main aim | LSDPOSTCODE_EXCUSED | info     | LSDPostcode | ZZ99 9ZZ       |
        | Owen    | main aim | LSDPOSTCODE_EXCUSED | info     | LSDPostcode | YX3 8ER (GMCA) |
      And nothing else is found

    @WMCA2122-SWAP-MAIN-CODE-02
    Scenario: The employment status at the start of a SWAP main aim is 11 or 12
      Given these employment statuses:
        | learner | employment status | applies from | BSI |
        | Mateo   |                12 | 01/07/2021   |   4 |
        | Mateo   |                11 | 10/08/2021   |   4 |
        | Nadia   |                10 | 01/07/2021   |   4 |
        | Nadia   |                11 | 10/08/2021   |   4 |
        | Owen    |                98 | 01/07/2021   |   4 |
        | Owen    |                11 | 10/08/2021   |   4 |
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date | DAM |
        | baseline | main aim | 60900011      | 03/08/2021 | 31/10/2021       | 013 |
        | Mateo    |          |               |            |                  |     |
        | Nadia    |          |               |            |                  |     |
        | Owen     |          |               |            |                  |     |
      Then the findings are:
        | learner | aim      | code              | severity | field   | found              |
        | Nadia   | main aim | EMPSTAT_NOT_11_12 | error    | EmpStat | 10 from 01/07/2021 |
        | Owen    | main aim | EMPSTAT_NOT_11_12 | error    | EmpStat | 98 from 01/07/2021 |
      And nothing else is found

    @WMCA2122-SWAP-MAIN-CODE-03
    Scenario: The funding model of a SWAP main aim is 35
      Given these aims:
        | learner  | aim      | aim reference | start date | planned end date | DAM | funding model |
        | baseline | main aim | 60900011      | 03/08/2021 | 31/10/2021       | 013 |               |
        | Mateo    |          |               |            |                  |     |            35 |
        | Nadia    |          |               |            |                  |     |            25 |
        | Owen     |          |               |            |                  |     |            99 |
      Then the findings are:
        | learner | aim      | code             | severity | field     | found |
        | Nadia   | main aim | FUNDMODEL_NOT_35 | error    | FundModel |    25 |
        | Owen    | main aim | FUNDMODEL_NOT_35 | error    | FundModel |    99 |
      And nothing else is found

    @WMCA2122-SWAP-MAIN-CODE-04
    Scenario: The source of funding of a SWAP main aim is 112
      Given these aims:
        | learner  | aim      | aim reference | start date | planned end date | DAM | SOF |
        | baseline | main aim | 60900011      | 03/08/2021 | 31/10/2021       | 013 |     |
        | Mateo    |          |               |            |                  |     | 112 |
        | Nadia    |          |               |            |                  |     | 105 |
        | Owen     |          |               |            |                  |     |   - |
      Then the findings are:
        | learner | aim      | code        | severity | field                 | found |
        | Nadia   | main aim | SOF_NOT_112 | error    | LearnDelFAMCode (SOF) |   105 |
        | Owen    | main aim | SOF_NOT_112 | error    | LearnDelFAMCode (SOF) |  none |
      And nothing else is found

    @WMCA2122-SWAP-MAIN-CODE-08
    Scenario: The main aim of a SWAP carries DAM 013
      Coded 016 the aim of Owen is only a component; without a code the aim of Nadia is not part of the SWAP at all.

      Given these aims:
        | learner  | aim      | aim reference | start date | planned end date | DAM |
        | baseline | main aim | 60900011      | 03/08/2021 | 31/10/2021       |     |
        | Mateo    |          |               |            |                  | 013 |
        | Nadia    |          |               |            |                  | -   |
        | Owen     |          |               |            |                  | 016 |
      Then the findings are:
        | learner | aim | code         | severity | field                 | found           |
        | Nadia   | -   | DAM013_COUNT | error    | LearnDelFAMCode (DAM) | 0 aims with 013 |
        | Owen    | -   | DAM013_COUNT | error    | LearnDelFAMCode (DAM) | 0 aims with 013 |
      And nothing else is found

    @WMCA2122-SWAP-MAIN-CODE-08
    Scenario: The main aim of a SWAP carries no Sector Gateway code
      Given these aims:
        | learner  | aim      | aim reference | start date | planned end date | DAM      |
        | baseline | main aim | 60900011      | 03/08/2021 | 31/10/2021       |          |
        | Mateo    |          |               |            |                  | 013      |
        | Nadia    |          |               |            |                  | 013, 042 |
        | Owen     |          |               |            |                  | 013      |
      Then the findings are:
        | learner | aim      | code      | severity | field                 | found    |
        | Nadia   | main aim | DAM_MIXED | error    | LearnDelFAMCode (DAM) | 013, 042 |
      And nothing else is found

    @WMCA2122-SWAP-MAIN-CODE-05
    Scenario: DAM 002 on a SWAP main aim is out of place without procurement or a growth award
      Given these aims:
        | learner  | aim      | aim reference | start date | planned end date | DAM      |
        | baseline | main aim | 60900011      | 03/08/2021 | 31/10/2021       |          |
        | Mateo    |          |               |            |                  | 013      |
        | Nadia    |          |               |            |                  | 002, 013 |
        | Owen     |          |               |            |                  | 013      |
      Then the findings are:
        | learner | aim      | code              | severity | field                 | found |
        | Nadia   | main aim | DAM002_UNEXPECTED | warning  | LearnDelFAMCode (DAM) | 002   |
      And nothing else is found

    @WMCA2122-SWAP-MAIN-CODE-10
    Scenario: DAM 023 on a SWAP main aim is used only when no Benefit Status Indicator is returned
      Given these employment statuses:
        | learner | employment status | applies from | BSI |
        | Mateo   |                11 | 01/07/2021   |   - |
        | Mateo   |                11 | 10/08/2021   |   4 |
        | Nadia   |                11 | 01/07/2021   |   4 |
        | Nadia   |                11 | 10/08/2021   |   4 |
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date | DAM      |
        | baseline | main aim | 60900011      | 03/08/2021 | 31/10/2021       |          |
        | Mateo    |          |               |            |                  | 013, 023 |
        | Nadia    |          |               |            |                  | 013, 023 |
        | Owen     |          |               |            |                  | 013      |
      Then the findings are:
        | learner | aim      | code            | severity | field                 | found          |
        | Nadia   | main aim | DAM023_WITH_BSI | error    | LearnDelFAMCode (DAM) | 023 with BSI 4 |
      And nothing else is found

    @WMCA2122-SWAP-MAIN-CODE-11
    Scenario: DAM 023 on a SWAP main aim is advice, not a duty, when no Benefit Status Indicator is returned
      Given these employment statuses:
        | learner | employment status | applies from | BSI |
        | Mateo   |                11 | 01/07/2021   |   - |
        | Mateo   |                11 | 10/08/2021   |   4 |
        | Nadia   |                11 | 01/07/2021   |   4 |
        | Nadia   |                11 | 10/08/2021   |   4 |
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date | DAM |
        | baseline | main aim | 60900011      | 03/08/2021 | 31/10/2021       | 013 |
        | Mateo    |          |               |            |                  |     |
        | Nadia    |          |               |            |                  |     |
        | Owen     |          |               |            |                  |     |
      Then the findings are:
        | learner | aim      | code           | severity | field                 | found |
        | Mateo   | main aim | DAM023_ADVISED | info     | LearnDelFAMCode (DAM) | 013   |
      And nothing else is found
      And no errors are found

  Rule: DAM 002 marks a SWAP main aim of procured provision and of growth awards

    Background:
      Given these aims:
        | learner  | aim             | aim reference | start date | planned end date | DAM      |
        | baseline | work experience | Z0009124      | 16/08/2021 | 31/10/2021       | 002, 016 |
        | Mateo    |                 |               |            |                  |          |
        | Nadia    |                 |               |            |                  |          |

    @WMCA2122-SWAP-MAIN-CODE-06
    Scenario: DAM 002 is required on a SWAP main aim of procured provision
      Given the provider holds a contract for services
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date | DAM      |
        | baseline | main aim | 60900011      | 03/08/2021 | 31/10/2021       |          |
        | Mateo    |          |               |            |                  | 002, 013 |
        | Nadia    |          |               |            |                  | 013      |
      Then the findings are:
        | learner | aim      | code           | severity | field                 | found |
        | Nadia   | main aim | DAM002_MISSING | error    | LearnDelFAMCode (DAM) | 013   |
      And nothing else is found

    @WMCA2122-SWAP-MAIN-CODE-07
    Scenario: DAM 002 is required on a SWAP main aim of a Grant Growth Contract award
      Given the provider holds a grant
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date | DAM      |
        | baseline | main aim | 60900011      | 03/08/2021 | 31/10/2021       |          |
        | Mateo    |          |               |            |                  | 002, 013 |
        | Nadia    |          |               |            |                  | 013      |
      And these aims belong to a Grant Growth Contract award:
        | learner | aim |
        | Mateo   | -   |
        | Nadia   | -   |
      Then the findings are:
        | learner | aim      | code           | severity | field                 | found |
        | Nadia   | main aim | DAM002_MISSING | error    | LearnDelFAMCode (DAM) | 013   |
      And nothing else is found

  Rule: A SWAP component aim is coded as its table asks

    Background:
      Given the provider holds a grant
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date | DAM |
        | baseline | main aim | 60900011      | 03/08/2021 | 31/10/2021       | 013 |
        | Priya    |          |               |            |                  |     |
        | Rhys     |          |               |            |                  |     |
        | Sofia    |          |               |            |                  |     |
      And these aims:
        | learner  | aim             | aim reference | start date | planned end date | DAM |
        | baseline | work experience | Z0009124      | 03/08/2021 | 31/10/2021       | 016 |
        | Priya    |                 |               |            |                  |     |
        | Rhys     |                 |               |            |                  |     |
        | Sofia    |                 |               |            |                  |     |

    @WMCA2122-SWAP-MAIN-CODE-01 @WMCA2122-SWAP-MAIN-CODE-02 @WMCA2122-SWAP-MAIN-CODE-03
    @WMCA2122-SWAP-MAIN-CODE-04 @WMCA2122-SWAP-MAIN-CODE-09
    Scenario: A SWAP component aim with every mandatory item raises nothing
      Given this employment status:
        | learner | employment status | applies from | BSI |
        | Priya   |                11 | 01/07/2021   |   4 |
      And this aim:
        | ILR name         | ILR code   |
        | learner          | Priya      |
        | LearnAimRef      | 60910015   |
        | LearnStartDate   | 16/08/2021 |
        | LearnPlanEndDate | 31/10/2021 |
        | FundModel        | 35         |
        | LSDPostcode      | WX1 1AA    |
        | SOF              | 112        |
        | FFI              | 1          |
        | DAM              | 016        |
      Then nothing is found

    @WMCA2122-SWAP-MAIN-CODE-01
    Scenario: The start postcode of a SWAP component aim lies in the authority
      Given these postcodes of the authority:
        | postcode | authority |
        | WX1 1AA  | WMCA      |
        | YX3 8ER  | GMCA      |
      And these aims:
        | learner  | aim     | aim reference | start date | planned end date | DAM | start postcode |
        | baseline | English | 60910015      | 16/08/2021 | 31/10/2021       | 016 |                |
        | Priya    |         |               |            |                  |     | WX1 1AA        |
        | Rhys     |         |               |            |                  |     | YX3 8ER        |
        | Sofia    |         |               |            |                  |     | -              |
      Then the findings are:
        | learner | aim     | code                 | severity | field       | found          |
        | Rhys    | English | LSDPOSTCODE_NOT_WMCA | error    | LSDPostcode | YX3 8ER (GMCA) |
        | Sofia   | English | LSDPOSTCODE_NOT_WMCA | error    | LSDPostcode | none           |
      And nothing else is found

    @WMCA2122-SWAP-MAIN-CODE-01 @WMCA2122-NATIONAL-04
    Scenario: A start postcode outside the authority is excused on a SWAP component aim by DAM 001, by ZZ99 9ZZ or by a restart
      Given these postcodes of the authority:
        | postcode | authority |
        | WX1 1AA  | WMCA      |
        | YX3 8ER  | GMCA      |
      And these aims:
        | learner  | aim     | aim reference | start date | planned end date | start postcode | DAM      | RES | original start date |
        | baseline | English | 60910015      | 16/08/2021 | 31/10/2021       |                |          |     |                     |
        | Priya    |         |               |            |                  | YX3 8ER        | 001, 016 |     |                     |
        | Rhys     |         |               |            |                  | ZZ99 9ZZ       | 016      |     |                     |
        | Sofia    |         |               |            |                  | YX3 8ER        | 016      |   1 | 01/06/2021          |
      Then the findings are:
        | learner | aim     | code                | severity | field       | found          |
        | Priya   | English | LSDPOSTCODE_EXCUSED | info     | LSDPostcode | YX3 8ER (GMCA) |
        | Rhys    | English | LSDPOSTCODE_EXCUSED | info     | LSDPostcode | ZZ99 9ZZ       |
        | Sofia   | English | LSDPOSTCODE_EXCUSED | info     | LSDPostcode | YX3 8ER (GMCA) |
      And nothing else is found

    @WMCA2122-SWAP-MAIN-CODE-02
    Scenario: The employment status at the start of a SWAP component aim is 11 or 12
      Given these employment statuses:
        | learner | employment status | applies from | BSI |
        | Priya   |                11 | 01/07/2021   |   4 |
        | Priya   |                12 | 10/08/2021   |   4 |
        | Rhys    |                11 | 01/07/2021   |   4 |
        | Rhys    |                10 | 10/08/2021   |   4 |
        | Sofia   |                11 | 01/07/2021   |   4 |
        | Sofia   |                98 | 10/08/2021   |   4 |
      And these aims:
        | learner  | aim     | aim reference | start date | planned end date | DAM |
        | baseline | English | 60910015      | 16/08/2021 | 31/10/2021       | 016 |
        | Priya    |         |               |            |                  |     |
        | Rhys     |         |               |            |                  |     |
        | Sofia    |         |               |            |                  |     |
      Then the findings are:
        | learner | aim     | code              | severity | field   | found              |
        | Rhys    | English | EMPSTAT_NOT_11_12 | error    | EmpStat | 10 from 10/08/2021 |
        | Sofia   | English | EMPSTAT_NOT_11_12 | error    | EmpStat | 98 from 10/08/2021 |
      And nothing else is found

    @WMCA2122-SWAP-MAIN-CODE-03
    Scenario: The funding model of a SWAP component aim is 35
      Given these aims:
        | learner  | aim     | aim reference | start date | planned end date | DAM | funding model |
        | baseline | English | 60910015      | 16/08/2021 | 31/10/2021       | 016 |               |
        | Priya    |         |               |            |                  |     |            35 |
        | Rhys     |         |               |            |                  |     |            25 |
        | Sofia    |         |               |            |                  |     |            99 |
      Then the findings are:
        | learner | aim     | code             | severity | field     | found |
        | Rhys    | English | FUNDMODEL_NOT_35 | error    | FundModel |    25 |
        | Sofia   | English | FUNDMODEL_NOT_35 | error    | FundModel |    99 |
      And nothing else is found

    @WMCA2122-SWAP-MAIN-CODE-04
    Scenario: The source of funding of a SWAP component aim is 112
      Given these aims:
        | learner  | aim     | aim reference | start date | planned end date | DAM | SOF |
        | baseline | English | 60910015      | 16/08/2021 | 31/10/2021       | 016 |     |
        | Priya    |         |               |            |                  |     | 112 |
        | Rhys     |         |               |            |                  |     | 105 |
        | Sofia    |         |               |            |                  |     |   - |
      Then the findings are:
        | learner | aim     | code        | severity | field                 | found |
        | Rhys    | English | SOF_NOT_112 | error    | LearnDelFAMCode (SOF) |   105 |
        | Sofia   | English | SOF_NOT_112 | error    | LearnDelFAMCode (SOF) |  none |
      And nothing else is found

    @WMCA2122-SWAP-MAIN-CODE-09 @WMCA2122-SWAP-MAIN-03
    Scenario: DAM 016 marks a SWAP component aim as a component of its programme
      Given these aims:
        | learner  | aim     | aim reference | start date | planned end date | DAM |
        | baseline | English | 60910015      | 16/08/2021 | 31/10/2021       |     |
        | Priya    |         |               |            |                  | 016 |
        | Rhys     |         |               |            |                  | 042 |
      Then the findings are:
        | learner | aim     | code                  | severity | field                 | found |
        | Rhys    | English | DAM_PROGRAMME_MISSING | error    | LearnDelFAMCode (DAM) | 042   |
      And nothing else is found

    @WMCA2122-SWAP-MAIN-CODE-09
    Scenario: A SWAP component aim does not carry the codes of both programmes
      Given these aims:
        | learner  | aim     | aim reference | start date | planned end date | DAM      |
        | baseline | English | 60910015      | 16/08/2021 | 31/10/2021       |          |
        | Priya    |         |               |            |                  | 016      |
        | Rhys     |         |               |            |                  | 016, 042 |
      Then the findings are:
        | learner | aim     | code      | severity | field                 | found    |
        | Rhys    | English | DAM_MIXED | error    | LearnDelFAMCode (DAM) | 016, 042 |
      And nothing else is found

    @WMCA2122-SWAP-MAIN-CODE-05
    Scenario: DAM 002 on a SWAP component aim is out of place without procurement or a growth award
      Given these aims:
        | learner  | aim     | aim reference | start date | planned end date | DAM      |
        | baseline | English | 60910015      | 16/08/2021 | 31/10/2021       |          |
        | Priya    |         |               |            |                  | 016      |
        | Rhys     |         |               |            |                  | 002, 016 |
      Then the findings are:
        | learner | aim     | code              | severity | field                 | found |
        | Rhys    | English | DAM002_UNEXPECTED | warning  | LearnDelFAMCode (DAM) | 002   |
      And nothing else is found

    @WMCA2122-SWAP-MAIN-CODE-10
    Scenario: DAM 023 on a SWAP component aim is used only when no Benefit Status Indicator is returned
      Given these employment statuses:
        | learner | employment status | applies from | BSI |
        | Priya   |                11 | 01/07/2021   |   4 |
        | Priya   |                11 | 10/08/2021   |   - |
        | Rhys    |                11 | 01/07/2021   |   4 |
        | Rhys    |                11 | 10/08/2021   |   4 |
      And these aims:
        | learner  | aim     | aim reference | start date | planned end date | DAM      |
        | baseline | English | 60910015      | 16/08/2021 | 31/10/2021       |          |
        | Priya    |         |               |            |                  | 016, 023 |
        | Rhys     |         |               |            |                  | 016, 023 |
      Then the findings are:
        | learner | aim     | code            | severity | field                 | found          |
        | Rhys    | English | DAM023_WITH_BSI | error    | LearnDelFAMCode (DAM) | 023 with BSI 4 |
      And nothing else is found

    @WMCA2122-SWAP-MAIN-CODE-11
    Scenario: DAM 023 on a SWAP component aim is advice, not a duty, when no Benefit Status Indicator is returned
      Given these employment statuses:
        | learner | employment status | applies from | BSI |
        | Priya   |                11 | 01/07/2021   |   4 |
        | Priya   |                11 | 10/08/2021   |   - |
        | Rhys    |                11 | 01/07/2021   |   4 |
        | Rhys    |                11 | 10/08/2021   |   4 |
      And these aims:
        | learner  | aim     | aim reference | start date | planned end date | DAM |
        | baseline | English | 60910015      | 16/08/2021 | 31/10/2021       | 016 |
        | Priya    |         |               |            |                  |     |
        | Rhys     |         |               |            |                  |     |
      Then the findings are:
        | learner | aim     | code           | severity | field                 | found |
        | Priya   | English | DAM023_ADVISED | info     | LearnDelFAMCode (DAM) | 016   |
      And nothing else is found
      And no errors are found

  Rule: DAM 002 marks a SWAP component aim of procured provision and of growth awards

    Background:
      Given these aims:
        | learner  | aim      | aim reference | start date | planned end date | DAM      |
        | baseline | main aim | 60900011      | 03/08/2021 | 31/10/2021       | 002, 013 |
        | Priya    |          |               |            |                  |          |
        | Rhys     |          |               |            |                  |          |
      And these aims:
        | learner  | aim             | aim reference | start date | planned end date | DAM      |
        | baseline | work experience | Z0009124      | 03/08/2021 | 31/10/2021       | 002, 016 |
        | Priya    |                 |               |            |                  |          |
        | Rhys     |                 |               |            |                  |          |

    @WMCA2122-SWAP-MAIN-CODE-06
    Scenario: DAM 002 is required on a SWAP component aim of procured provision
      Given the provider holds a contract for services
      And these aims:
        | learner  | aim     | aim reference | start date | planned end date | DAM      |
        | baseline | English | 60910015      | 16/08/2021 | 31/10/2021       |          |
        | Priya    |         |               |            |                  | 002, 016 |
        | Rhys     |         |               |            |                  | 016      |
      Then the findings are:
        | learner | aim     | code           | severity | field                 | found |
        | Rhys    | English | DAM002_MISSING | error    | LearnDelFAMCode (DAM) | 016   |
      And nothing else is found

    @WMCA2122-SWAP-MAIN-CODE-07
    Scenario: DAM 002 is required on a SWAP component aim of a Grant Growth Contract award
      Given the provider holds a grant
      And these aims:
        | learner  | aim     | aim reference | start date | planned end date | DAM      |
        | baseline | English | 60910015      | 16/08/2021 | 31/10/2021       |          |
        | Priya    |         |               |            |                  | 002, 016 |
        | Rhys     |         |               |            |                  | 016      |
      And these aims belong to a Grant Growth Contract award:
        | learner | aim |
        | Priya   | -   |
        | Rhys    | -   |
      Then the findings are:
        | learner | aim     | code           | severity | field                 | found |
        | Rhys    | English | DAM002_MISSING | error    | LearnDelFAMCode (DAM) | 016   |
      And nothing else is found
