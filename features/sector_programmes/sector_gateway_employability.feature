@sector-programmes
Feature: Sector Gateway: the employability aim
  A provider may add the ready-made employability aim to a Sector Gateway programme.
  These tables show which items it must carry, for providers who return it and staff who check it.

  Background:
    Given the funding year is 2021/22

  Rule: A Sector Gateway employability aim is coded as its table asks

    Background:
      Given the provider holds a grant
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date |
        | baseline | main aim | Z0009146      | 03/08/2021 | 31/08/2021       |
        | Dilan    |          |               |            |                  |
        | Esther   |          |               |            |                  |
        | Farah    |          |               |            |                  |

    @WMCA2122-SG-EMP-CODE-01 @WMCA2122-SG-EMP-CODE-02 @WMCA2122-SG-EMP-CODE-03 @WMCA2122-SG-EMP-CODE-04
    @WMCA2122-SG-EMP-CODE-05 @WMCA2122-SG-EMP-CODE-09
    Scenario: A Sector Gateway employability aim with every mandatory item raises nothing
      Given this employment status:
        | learner | employment status | applies from | BSI |
        | Dilan   |                11 | 01/07/2021   |   4 |
      And this aim:
        | ILR name         | ILR code   |
        | learner          | Dilan      |
        | LearnAimRef      | Z0009142   |
        | LearnStartDate   | 16/08/2021 |
        | LearnPlanEndDate | 20/08/2021 |
        | FundModel        | 35         |
        | LSDPostcode      | WX1 1AA    |
        | SOF              | 112        |
        | FFI              | 1          |
        | DAM              | 042        |
      Then nothing is found

    @WMCA2122-SG-EMP-CODE-02
    Scenario: The start postcode of a Sector Gateway employability aim lies in the authority
      Given these postcodes of the authority:
        | postcode | authority |
        | WX1 1AA  | WMCA      |
        | YX3 8ER  | GMCA      |
      And these aims:
        | learner  | aim           | aim reference | start date | planned end date | DAM | start postcode |
        | baseline | employability | Z0009142      | 16/08/2021 | 20/08/2021       | 042 |                |
        | Dilan    |               |               |            |                  |     | WX1 1AA        |
        | Esther   |               |               |            |                  |     | YX3 8ER        |
        | Farah    |               |               |            |                  |     | -              |
      Then the findings are:
        | learner | aim           | code                 | severity | field       | found          |
        | Esther  | employability | LSDPOSTCODE_NOT_WMCA | error    | LSDPostcode | YX3 8ER (GMCA) |
        | Farah   | employability | LSDPOSTCODE_NOT_WMCA | error    | LSDPostcode | none           |
      And nothing else is found

    @WMCA2122-SG-EMP-CODE-02 @WMCA2122-NATIONAL-04
    Scenario: A start postcode outside the authority is excused on a Sector Gateway employability aim by DAM 001, by ZZ99 9ZZ or by a restart
      Given these postcodes of the authority:
        | postcode | authority |
        | WX1 1AA  | WMCA      |
        | YX3 8ER  | GMCA      |
      And these aims:
        | learner  | aim           | aim reference | start date | planned end date | start postcode | DAM      | RES | original start date |
        | baseline | employability | Z0009142      | 16/08/2021 | 20/08/2021       |                |          |     |                     |
        | Dilan    |               |               |            |                  | YX3 8ER        | 001, 042 |     |                     |
        | Esther   |               |               |            |                  | ZZ99 9ZZ       | 042      |     |                     |
        | Farah    |               |               |            |                  | YX3 8ER        | 042      |   1 | 01/06/2021          |
      Then the findings are:
        | learner | aim           | code                | severity | field       | found          |
        | Dilan   | employability | LSDPOSTCODE_EXCUSED | info     | LSDPostcode | YX3 8ER (GMCA) |
        | Esther  | employability | LSDPOSTCODE_EXCUSED | info     | LSDPostcode | ZZ99 9ZZ       |
        | Farah   | employability | LSDPOSTCODE_EXCUSED | info     | LSDPostcode | YX3 8ER (GMCA) |
      And nothing else is found

    @WMCA2122-SG-EMP-CODE-03
    Scenario: The employment status at the start of a Sector Gateway employability aim is 11 or 12
      Given these employment statuses:
        | learner | employment status | applies from | BSI |
        | Dilan   |                11 | 01/07/2021   |   4 |
        | Dilan   |                12 | 10/08/2021   |   4 |
        | Esther  |                11 | 01/07/2021   |   4 |
        | Esther  |                10 | 10/08/2021   |   4 |
        | Farah   |                11 | 01/07/2021   |   4 |
        | Farah   |                98 | 10/08/2021   |   4 |
      And these aims:
        | learner  | aim           | aim reference | start date | planned end date | DAM |
        | baseline | employability | Z0009142      | 16/08/2021 | 20/08/2021       | 042 |
        | Dilan    |               |               |            |                  |     |
        | Esther   |               |               |            |                  |     |
        | Farah    |               |               |            |                  |     |
      Then the findings are:
        | learner | aim           | code              | severity | field   | found              |
        | Esther  | employability | EMPSTAT_NOT_11_12 | error    | EmpStat | 10 from 10/08/2021 |
        | Farah   | employability | EMPSTAT_NOT_11_12 | error    | EmpStat | 98 from 10/08/2021 |
      And nothing else is found

    @WMCA2122-SG-EMP-CODE-04
    Scenario: The funding model of a Sector Gateway employability aim is 35
      Given these aims:
        | learner  | aim           | aim reference | start date | planned end date | DAM | funding model |
        | baseline | employability | Z0009142      | 16/08/2021 | 20/08/2021       | 042 |               |
        | Dilan    |               |               |            |                  |     |            35 |
        | Esther   |               |               |            |                  |     |            25 |
        | Farah    |               |               |            |                  |     |            99 |
      Then the findings are:
        | learner | aim           | code             | severity | field     | found |
        | Esther  | employability | FUNDMODEL_NOT_35 | error    | FundModel |    25 |
        | Farah   | employability | FUNDMODEL_NOT_35 | error    | FundModel |    99 |
      And nothing else is found

    @WMCA2122-SG-EMP-CODE-05
    Scenario: The source of funding of a Sector Gateway employability aim is 112
      Given these aims:
        | learner  | aim           | aim reference | start date | planned end date | DAM | SOF |
        | baseline | employability | Z0009142      | 16/08/2021 | 20/08/2021       | 042 |     |
        | Dilan    |               |               |            |                  |     | 112 |
        | Esther   |               |               |            |                  |     | 105 |
        | Farah    |               |               |            |                  |     |   - |
      Then the findings are:
        | learner | aim           | code        | severity | field                 | found |
        | Esther  | employability | SOF_NOT_112 | error    | LearnDelFAMCode (SOF) |   105 |
        | Farah   | employability | SOF_NOT_112 | error    | LearnDelFAMCode (SOF) |  none |
      And nothing else is found

    @WMCA2122-SG-EMP-CODE-09
    Scenario: DAM 042 marks a Sector Gateway employability aim as a component of its programme
      Given these aims:
        | learner  | aim           | aim reference | start date | planned end date | DAM |
        | baseline | employability | Z0009142      | 16/08/2021 | 20/08/2021       |     |
        | Dilan    |               |               |            |                  | 042 |
        | Esther   |               |               |            |                  | -   |
        | Farah    |               |               |            |                  | 016 |
      Then the findings are:
        | learner | aim           | code                  | severity | field                 | found |
        | Esther  | employability | DAM_PROGRAMME_MISSING | error    | LearnDelFAMCode (DAM) | none  |
        | Farah   | employability | DAM_PROGRAMME_MISSING | error    | LearnDelFAMCode (DAM) | 016   |
      And nothing else is found

    @WMCA2122-SG-EMP-CODE-09
    Scenario: A Sector Gateway employability aim does not carry the codes of both programmes
      Given these aims:
        | learner  | aim           | aim reference | start date | planned end date | DAM      |
        | baseline | employability | Z0009142      | 16/08/2021 | 20/08/2021       |          |
        | Dilan    |               |               |            |                  | 042      |
        | Esther   |               |               |            |                  | 016, 042 |
      Then the findings are:
        | learner | aim           | code      | severity | field                 | found    |
        | Esther  | employability | DAM_MIXED | error    | LearnDelFAMCode (DAM) | 016, 042 |
      And nothing else is found

    @WMCA2122-SG-EMP-CODE-06
    Scenario: DAM 002 on a Sector Gateway employability aim is out of place without procurement or a growth award
      Given these aims:
        | learner  | aim           | aim reference | start date | planned end date | DAM      |
        | baseline | employability | Z0009142      | 16/08/2021 | 20/08/2021       |          |
        | Dilan    |               |               |            |                  | 042      |
        | Esther   |               |               |            |                  | 002, 042 |
      Then the findings are:
        | learner | aim           | code              | severity | field                 | found |
        | Esther  | employability | DAM002_UNEXPECTED | warning  | LearnDelFAMCode (DAM) | 002   |
      And nothing else is found

    @WMCA2122-SG-EMP-CODE-10
    Scenario: DAM 023 on a Sector Gateway employability aim is used only when no Benefit Status Indicator is returned
      Given these employment statuses:
        | learner | employment status | applies from | BSI |
        | Dilan   |                11 | 01/07/2021   |   4 |
        | Dilan   |                11 | 10/08/2021   |   - |
        | Esther  |                11 | 01/07/2021   |   4 |
        | Esther  |                11 | 10/08/2021   |   4 |
      And these aims:
        | learner  | aim           | aim reference | start date | planned end date | DAM      |
        | baseline | employability | Z0009142      | 16/08/2021 | 20/08/2021       |          |
        | Dilan    |               |               |            |                  | 023, 042 |
        | Esther   |               |               |            |                  | 023, 042 |
      Then the findings are:
        | learner | aim           | code            | severity | field                 | found          |
        | Esther  | employability | DAM023_WITH_BSI | error    | LearnDelFAMCode (DAM) | 023 with BSI 4 |
      And nothing else is found

    @WMCA2122-SG-EMP-CODE-11
    Scenario: DAM 023 on a Sector Gateway employability aim is advice, not a duty, when no Benefit Status Indicator is returned
      Given these employment statuses:
        | learner | employment status | applies from | BSI |
        | Dilan   |                11 | 01/07/2021   |   4 |
        | Dilan   |                11 | 10/08/2021   |   - |
        | Esther  |                11 | 01/07/2021   |   4 |
        | Esther  |                11 | 10/08/2021   |   4 |
      And these aims:
        | learner  | aim           | aim reference | start date | planned end date | DAM |
        | baseline | employability | Z0009142      | 16/08/2021 | 20/08/2021       | 042 |
        | Dilan    |               |               |            |                  |     |
        | Esther   |               |               |            |                  |     |
      Then the findings are:
        | learner | aim           | code           | severity | field                 | found |
        | Dilan   | employability | DAM023_ADVISED | info     | LearnDelFAMCode (DAM) | 042   |
      And nothing else is found
      And no errors are found

  Rule: DAM 002 marks a Sector Gateway employability aim of procured provision and of growth awards

    Background:
      Given these aims:
        | learner  | aim      | aim reference | start date | planned end date | DAM |
        | baseline | main aim | Z0009146      | 03/08/2021 | 31/08/2021       | 002 |
        | Dilan    |          |               |            |                  |     |
        | Esther   |          |               |            |                  |     |

    @WMCA2122-SG-EMP-CODE-07
    Scenario: DAM 002 is required on a Sector Gateway employability aim of procured provision
      Given the provider holds a contract for services
      And these aims:
        | learner  | aim           | aim reference | start date | planned end date | DAM      |
        | baseline | employability | Z0009142      | 16/08/2021 | 20/08/2021       |          |
        | Dilan    |               |               |            |                  | 002, 042 |
        | Esther   |               |               |            |                  | 042      |
      Then the findings are:
        | learner | aim           | code           | severity | field                 | found |
        | Esther  | employability | DAM002_MISSING | error    | LearnDelFAMCode (DAM) | 042   |
      And nothing else is found

    @WMCA2122-SG-EMP-CODE-08
    Scenario: DAM 002 is required on a Sector Gateway employability aim of a Grant Growth Contract award
      Given the provider holds a grant
      And these aims:
        | learner  | aim           | aim reference | start date | planned end date | DAM      |
        | baseline | employability | Z0009142      | 16/08/2021 | 20/08/2021       |          |
        | Dilan    |               |               |            |                  | 002, 042 |
        | Esther   |               |               |            |                  | 042      |
      And these aims belong to a Grant Growth Contract award:
        | learner | aim |
        | Dilan   | -   |
        | Esther  | -   |
      Then the findings are:
        | learner | aim           | code           | severity | field                 | found |
        | Esther  | employability | DAM002_MISSING | error    | LearnDelFAMCode (DAM) | 042   |
      And nothing else is found
