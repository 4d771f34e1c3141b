@sector-programmes
Feature: Sector Gateway: the main aim
  The main aim is what makes a learner's aims a Sector Gateway programme, so it has no programme code of its own.
  Policy staff see here which items it must carry to be paid by the authority.

  Background:
    Given the funding year is 2021/22

  Rule: A Sector Gateway main aim is coded as its table asks

    Background:
      Given the provider holds a grant

    @WMCA2122-SG-MAIN-CODE-01 @WMCA2122-SG-MAIN-CODE-02 @WMCA2122-SG-MAIN-CODE-03 @WMCA2122-SG-MAIN-CODE-04
    Scenario: A Sector Gateway main aim with every mandatory item raises nothing
      Given this employment status:
        | learner | employment status | applies from | BSI |
        | Amina   |                11 | 01/07/2021   |   4 |
      And this aim:
        | ILR name         | ILR code   |
        | learner          | Amina      |
        | LearnAimRef      | Z0009146   |
        | LearnStartDate   | 03/08/2021 |
        | LearnPlanEndDate | 31/08/2021 |
        | FundModel        | 35         |
        | LSDPostcode      | WX1 1AA    |
        | SOF              | 112        |
        | FFI              | 1          |
      Then nothing is found

    @WMCA2122-SG-MAIN-CODE-01
    Scenario: The start postcode of a Sector Gateway main aim lies in the authority
      Given these postcodes of the authority:
        | postcode | authority |
        | WX1 1AA  | WMCA      |
        | YX3 8ER  | GMCA      |
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date | start postcode |
        | baseline | main aim | Z0009146      | 03/08/2021 | 31/08/2021       |                |
        | Amina    |          |               |            |                  | WX1 1AA        |
        | Bruno    |          |               |            |                  | YX3 8ER        |
        | Carys    |          |               |            |                  | -              |
      Then the findings are:
        | learner | aim      | code                 | severity | field       | found          |
        | Bruno   | main aim | LSDPOSTCODE_NOT_WMCA | error    | LSDPostcode | YX3 8ER (GMCA) |
        | Carys   | main aim | LSDPOSTCODE_NOT_WMCA | error    | LSDPostcode | none           |
      And nothing else is found

    @WMCA2122-SG-MAIN-CODE-01 @WMCA2122-NATIONAL-04
    Scenario: A start postcode outside the authority is excused on a Sector Gateway main aim by DAM 001, by ZZ99 9ZZ or by a restart
      Given these postcodes of the authority:
        | postcode | authority |
        | WX1 1AA  | WMCA      |
        | YX3 8ER  | GMCA      |
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date | start postcode | DAM | RES | original start date |
        | baseline | main aim | Z0009146      | 03/08/2021 | 31/08/2021       |                |     |     |                     |
        | Amina    |          |               |            |                  | YX3 8ER        | 001 |     |                     |
        | Bruno    |          |               |            |                  | ZZ99 9ZZ       | -   |     |                     |
        | Carys    |          |               |            |                  | YX3 8ER        | -   |   1 | 01/06/2021          |
      Then the findings are:
        | learner | aim      | code                | severity | field       | found          |
        | Amina   | main aim | LSDPOSTCODE_EXCUSED | info     | LSDPostcode | YX3 8ER (GMCA) |
        | Bruno   | main aim | LSDPOSTCODE_EXCUSED | info     | LSDPostcode | ZZ99 9ZZ       |
        | Carys   | main aim | LSDPOSTCODE_EXCUSED | info     | LSDPostcode | YX3 8ER (GMCA) |
      And nothing else is found

    @WMCA2122-SG-MAIN-CODE-02
    Scenario: The employment status at the start of a Sector Gateway main aim is 11 or 12
      Given these employment statuses:
        | learner | employment status | applies from | BSI |
        | Amina   |                12 | 01/07/2021   |   4 |
        | Bruno   |                10 | 01/07/2021   |   4 |
        | Carys   |                98 | 01/07/2021   |   4 |
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date |
        | baseline | main aim | Z0009146      | 03/08/2021 | 31/08/2021       |
        | Amina    |          |               |            |                  |
        | Bruno    |          |               |            |                  |
        | Carys    |          |               |            |                  |
      Then the findings are:
        | learner | aim      | code              | severity | field   | found              |
        | Bruno   | main aim | EMPSTAT_NOT_11_12 | error    | EmpStat | 10 from 01/07/2021 |
        | Carys   | main aim | EMPSTAT_NOT_11_12 | error    | EmpStat | 98 from 01/07/2021 |
      And nothing else is found

    @WMCA2122-SG-MAIN-CODE-03
    Scenario: The funding model of a Sector Gateway main aim is 35
      Given these aims:
        | learner  | aim      | aim reference | start date | planned end date | funding model |
        | baseline | main aim | Z0009146      | 03/08/2021 | 31/08/2021       |               |
        | Amina    |          |               |            |                  |            35 |
        | Bruno    |          |               |            |                  |            25 |
        | Carys    |          |               |            |                  |            99 |
      Then the findings are:
        | learner | aim      | code             | severity | field     | found |
        | Bruno   | main aim | FUNDMODEL_NOT_35 | error    | FundModel |    25 |
        | Carys   | main aim | FUNDMODEL_NOT_35 | error    | FundModel |    99 |
      And nothing else is found

    @WMCA2122-SG-MAIN-CODE-04
    Scenario: The source of funding of a Sector Gateway main aim is 112
      Given these aims:
        | learner  | aim      | aim reference | start date | planned end date | SOF |
        | baseline | main aim | Z0009146      | 03/08/2021 | 31/08/2021       |     |
        | Amina    |          |               |            |                  | 112 |
        | Bruno    |          |               |            |                  | 105 |
        | Carys    |          |               |            |                  |   - |
      Then the findings are:
        | learner | aim      | code        | severity | field                 | found |
        | Bruno   | main aim | SOF_NOT_112 | error    | LearnDelFAMCode (SOF) |   105 |
        | Carys   | main aim | SOF_NOT_112 | error    | LearnDelFAMCode (SOF) |  none |
      And nothing else is found

    @WMCA2122-SG-MAIN-CODE-05
    Scenario: DAM 002 on a Sector Gateway main aim is out of place without procurement or a growth award
      Given these aims:
        | learner  | aim      | aim reference | start date | planned end date | DAM |
        | baseline | main aim | Z0009146      | 03/08/2021 | 31/08/2021       |     |
        | Amina    |          |               |            |                  | -   |
        | Bruno    |          |               |            |                  | 002 |
      Then the findings are:
        | learner | aim      | code              | severity | field                 | found |
        | Bruno   | main aim | DAM002_UNEXPECTED | warning  | LearnDelFAMCode (DAM) | 002   |
      And nothing else is found

    @WMCA2122-SG-MAIN-CODE-08
    Scenario: DAM 023 on a Sector Gateway main aim is used only when no Benefit Status Indicator is returned
      Given these employment statuses:
        | learner | employment status | applies from | BSI |
        | Amina   |                11 | 01/07/2021   |   - |
        | Bruno   |                11 | 01/07/2021   |   4 |
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date | DAM |
        | baseline | main aim | Z0009146      | 03/08/2021 | 31/08/2021       |     |
        | Amina    |          |               |            |                  | 023 |
        | Bruno    |          |               |            |                  | 023 |
      Then the findings are:
        | learner | aim      | code            | severity | field                 | found          |
        | Bruno   | main aim | DAM023_WITH_BSI | error    | LearnDelFAMCode (DAM) | 023 with BSI 4 |
      And nothing else is found

    @WMCA2122-SG-MAIN-CODE-09
    Scenario: DAM 023 on a Sector Gateway main aim is advice, not a duty, when no Benefit Status Indicator is returned
      Given these employment statuses:
        | learner | employment status | applies from | BSI |
        | Amina   |                11 | 01/07/2021   |   - |
        | Bruno   |                11 | 01/07/2021   |   4 |
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date |
        | baseline | main aim | Z0009146      | 03/08/2021 | 31/08/2021       |
        | Amina    |          |               |            |                  |
        | Bruno    |          |               |            |                  |
      Then the findings are:
        | learner | aim      | code           | severity | field                 | found |
        | Amina   | main aim | DAM023_ADVISED | info     | LearnDelFAMCode (DAM) | none  |
      And nothing else is found
      And no errors are found

  Rule: DAM 002 marks a Sector Gateway main aim of procured provision and of growth awards

    @WMCA2122-SG-MAIN-CODE-06
    Scenario: DAM 002 is required on a Sector Gateway main aim of procured provision
      Given the provider holds a contract for services
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date | DAM |
        | baseline | main aim | Z0009146      | 03/08/2021 | 31/08/2021       |     |
        | Amina    |          |               |            |                  | 002 |
        | Bruno    |          |               |            |                  | -   |
      Then the findings are:
        | learner | aim      | code           | severity | field                 | found |
        | Bruno   | main aim | DAM002_MISSING | error    | LearnDelFAMCode (DAM) | none  |
      And nothing else is found

    @WMCA2122-SG-MAIN-CODE-07
    Scenario: DAM 002 is required on a Sector Gateway main aim of a Grant Growth Contract award
      Given the provider holds a grant
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date | DAM |
        | baseline | main aim | Z0009146      | 03/08/2021 | 31/08/2021       |     |
        | Amina    |          |               |            |                  | 002 |
        | Bruno    |          |               |            |                  | -   |
      And these aims belong to a Grant Growth Contract award:
        | learner | aim |
        | Amina   | -   |
        | Bruno   | -   |
      Then the findings are:
        | learner | aim      | code           | severity | field                 | found |
        | Bruno   | main aim | DAM002_MISSING | error    | LearnDelFAMCode (DAM) | none  |
      And nothing else is found
