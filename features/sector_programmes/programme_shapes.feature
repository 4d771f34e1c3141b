@sector-programmes
Feature: What a Sector Gateway programme and a SWAP consist of
  Neither programme has a type of its own in the ILR: what a learner is on shows only in the aims and their codes.
  These scenarios show how aims make up a programme, which are optional, and what is asked about when one is missing.

  Background:
    Given the funding year is 2021/22
    And the provider holds a grant

  Rule: A listed main aim makes a Sector Gateway programme

    @WMCA2122-SG-MAIN-01
    Scenario Outline: The main aim <title> makes a Sector Gateway programme without any code
      Given this aim:
        | aim      | aim reference | start date | planned end date |
        | main aim | <aim>         | 03/08/2021 | 31/08/2021       |
      Then the programme is Sector Gateway
      And the aims of the programme are:
        | aim      | kind     |
        | main aim | main aim |
      And nothing is found

      Examples:
        | title                        | aim      |
        | care worker                  | Z0009143 |
        | employability                | Z0009144 |
        | logistics                    | Z0009145 |
        | retail and customer services | Z0009146 |
        | security                     | Z0009147 |
        | warehousing                  | Z0009148 |
        | stewarding                   | Z0009327 |

    @WMCA2122-SG-MAIN-01
    Scenario Outline: The guidance's own list knows <title> where no other list of main aims is supplied
      Given no reference table sg_main_aims is supplied
      And this aim:
        | aim      | aim reference | start date | planned end date |
        | main aim | <aim>         | 03/08/2021 | 31/08/2021       |
      Then the programme is Sector Gateway
      And nothing is found

      Examples:
        | title                        | aim      |
        | care worker                  | Z0009143 |
        | employability                | Z0009144 |
        | logistics                    | Z0009145 |
        | retail and customer services | Z0009146 |
        | security                     | Z0009147 |
        | warehousing                  | Z0009148 |
        | stewarding                   | Z0009327 |

    @WMCA2122-SG-MAIN-01 @WMCA2122-SG-MAIN-CODE-04
    Scenario Outline: A learner whom authority <source> funds, outside the area, is not this authority's to judge
      Given this aim:
        | aim      | aim reference | start date | planned end date | SOF      | start postcode |
        | main aim | Z0009147      | 03/08/2021 | 31/08/2021       | <source> | YX3 8ER        |
      Then nothing is found

      Examples:
        | source |
        |    110 |
        |    111 |
        |    113 |
        |    114 |
        |    115 |
        |    116 |
        |    117 |
        |    118 |
        |    119 |
        |    120 |

    @WMCA2122-SG-MAIN-01
    Scenario: A vocational aim off the list makes no Sector Gateway programme
      Given this aim:
        | aim         | aim reference | start date | planned end date |
        | warehousing | 60900011      | 03/08/2021 | 31/08/2021       |
      Then the learner is on neither programme
      And nothing is found

    @WMCA2122-SG-MAIN-01
    Scenario: A Sector Gateway programme has one main aim from the list
      Given these aims:
        | learner | aim            | aim reference | start date | planned end date | DAM |
        | Gareth  | main aim       | Z0009147      | 03/08/2021 | 31/08/2021       | -   |
        | Gareth  | placement      | Z0009123      | 16/08/2021 | 31/08/2021       | 042 |
        | Hana    | placement      | Z0009123      | 16/08/2021 | 31/08/2021       | 042 |
        | Imran   | main aim       | Z0009147      | 03/08/2021 | 31/08/2021       | -   |
        | Imran   | other main aim | Z0009327      | 09/08/2021 | 31/08/2021       | -   |
      Then Gareth is on Sector Gateway
      And Hana is on Sector Gateway
      And Imran is on Sector Gateway
      And the findings are:
        | learner | aim | code          | severity | field       | found              |
        | Hana    | -   | SG_MAIN_COUNT | warning  | LearnAimRef | none               |
        | Imran   | -   | SG_MAIN_COUNT | warning  | LearnAimRef | Z0009147, Z0009327 |
      And nothing else is found

    @WMCA2122-SG-EMP-01 @WMCA2122-SG-EMP-CODE-01
    Scenario: Employability and work experience may join a Sector Gateway programme and need not
      Given these aims:
        | learner | aim        | aim reference | start date | planned end date | DAM |
        | Joyce   | main aim   | Z0009145      | 03/08/2021 | 31/08/2021       | -   |
        | Joyce   | interviews | Z0009142      | 09/08/2021 | 13/08/2021       | 042 |
        | Joyce   | placement  | Z0009123      | 16/08/2021 | 31/08/2021       | 042 |
        | Kemal   | main aim   | Z0009145      | 03/08/2021 | 31/08/2021       | -   |
      Then the aims of the programme are:
        | learner | aim        | kind            |
        | Joyce   | main aim   | main aim        |
        | Joyce   | interviews | employability   |
        | Joyce   | placement  | work experience |
        | Kemal   | main aim   | main aim        |
      And nothing is found

  Rule: Codes 013 and 016 make a SWAP

    @WMCA2122-SWAP-SHAPE-01 @WMCA2122-SWAP-SHAPE-02 @WMCA2122-SWAP-SHAPE-03 @WMCA2122-SWAP-SHAPE-04
    @WMCA2122-SWAP-SHAPE-05 @WMCA2122-SWAP-EMP-01 @WMCA2122-SWAP-EMP-CODE-01
    Scenario: A SWAP may hold five kinds of aims
      Given this learner:
        | learner | date of birth |
        | Lucia   | 14/02/1990    |
      And these aims:
        | learner | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | Lucia   | warehousing | 60900011      | 03/08/2021 | 31/10/2021       | 31/10/2021      | 013 |
        | Lucia   | English     | 60910015      | 03/08/2021 | 31/10/2021       | 31/10/2021      | 016 |
        | Lucia   | interviews  | Z0009142      | 09/08/2021 | 13/08/2021       | 13/08/2021      | 016 |
        | Lucia   | placement   | Z0009125      | 06/09/2021 | 31/10/2021       | 31/10/2021      | 016 |
        | Lucia   | job         | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |
      And this evidence of employment:
        | learner | employer    | first day  | signed |
        | Lucia   | Canal Foods | 13/12/2021 | yes    |
      And this destination:
        | learner | destination | code | starts     |
        | Lucia   | EMP         |    1 | 13/12/2021 |
      Then the programme is a SWAP
      And the aims of the programme are:
        | aim         | kind            |
        | warehousing | main aim        |
        | English     | component       |
        | interviews  | employability   |
        | placement   | work experience |
        | job         | job outcome     |
      And nothing is found

    @WMCA2122-SWAP-SHAPE-02 @WMCA2122-SWAP-SHAPE-03 @WMCA2122-SWAP-SHAPE-05
    Scenario: Maths, English, employability and the job outcome are optional in a SWAP
      Given these aims:
        | learner | aim         | aim reference | start date | planned end date | DAM |
        | Mirek   | warehousing | 60900011      | 03/08/2021 | 31/10/2021       | 013 |
        | Mirek   | placement   | Z0009125      | 06/09/2021 | 31/10/2021       | 016 |
      Then the programme is a SWAP
      And nothing is found

    @WMCA2122-SWAP-MAIN-01 @WMCA2122-SWAP-SHAPE-01
    Scenario: Every SWAP has one main aim coded 013
      Given these aims:
        | learner | aim          | aim reference | start date | planned end date | DAM |
        | Nerys   | warehousing  | 60900011      | 03/08/2021 | 31/10/2021       | 013 |
        | Nerys   | placement    | Z0009125      | 06/09/2021 | 31/10/2021       | 016 |
        | Omari   | warehousing  | 60900011      | 03/08/2021 | 31/10/2021       | 016 |
        | Omari   | placement    | Z0009125      | 06/09/2021 | 31/10/2021       | 016 |
        | Petra   | warehousing  | 60900011      | 03/08/2021 | 31/10/2021       | 013 |
        | Petra   | food hygiene | 60900023      | 10/08/2021 | 31/10/2021       | 013 |
        | Petra   | placement    | Z0009125      | 06/09/2021 | 31/10/2021       | 016 |
      Then the findings are:
        | learner | aim | code         | severity | field                 | found                       |
        | Omari   | -   | DAM013_COUNT | error    | LearnDelFAMCode (DAM) | 0 aims with 013             |
        | Petra   | -   | DAM013_COUNT | error    | LearnDelFAMCode (DAM) | 2 aims with 013 (aims 1, 2) |
      And nothing else is found

    @WMCA2122-SWAP-MAIN-03
    Scenario: Every aim of a SWAP beyond the main aim is coded 016
      Given these aims:
        | learner | aim         | aim reference | start date | planned end date | DAM |
        | Quentin | warehousing | 60900011      | 03/08/2021 | 31/10/2021       | 013 |
        | Quentin | maths       | 60910027      | 03/08/2021 | 31/10/2021       | 016 |
        | Quentin | interviews  | Z0009142      | 09/08/2021 | 13/08/2021       | -   |
        | Quentin | placement   | Z0009125      | 06/09/2021 | 31/10/2021       | -   |
      Then the findings are:
        | aim        | code                  | severity | field                 | found | expected |
        | interviews | DAM_PROGRAMME_MISSING | error    | LearnDelFAMCode (DAM) | none  | 016      |
        | placement  | DAM_PROGRAMME_MISSING | error    | LearnDelFAMCode (DAM) | none  | 016      |
      And nothing else is found

    @WMCA2122-SWAP-MAIN-04 @WMCA2122-SWAP-SHAPE-02
    Scenario Outline: <component> may be a component of a SWAP in warehousing
      A component need not belong to the sector of the main aim.

      Given these aims:
        | aim         | aim reference | start date | planned end date | DAM |
        | warehousing | 60900011      | 03/08/2021 | 31/10/2021       | 013 |
        | <component> | <aim>         | 03/08/2021 | 31/10/2021       | 016 |
        | placement   | Z0009125      | 06/09/2021 | 31/10/2021       | 016 |
      Then the aims of the programme are:
        | aim         | kind      |
        | <component> | component |
      And nothing is found

      Examples:
        | component    | aim      |
        | English      | 60910015 |
        | Maths        | 60910027 |
        | Food hygiene | 60900023 |

    @WMCA2122-SWAP-SHAPE-04
    Scenario: A SWAP without a work experience aim is pointed out
      Given this aim:
        | aim         | aim reference | start date | planned end date | DAM |
        | warehousing | 60900011      | 03/08/2021 | 31/10/2021       | 013 |
      Then the findings are:
        | aim | code             | severity | field       | found                  |
        | -   | SWAP_WEX_MISSING | warning  | LearnAimRef | no work experience aim |
      And nothing else is found

  Rule: The ILR knows no programme type for either

    @WMCA2122-NATIONAL-10
    Scenario: Aims of type 4 without a programme type are joined by their codes and dates
      Given these aims:
        | learner | aim          | aim reference | aim type | programme type | start date | planned end date | DAM |
        | Rosa    | warehousing  | 60900011      |        4 | -              | 03/08/2021 | 31/10/2021       | 013 |
        | Rosa    | placement    | Z0009125      |        4 | -              | 06/09/2021 | 31/10/2021       | 016 |
        | Stefan  | logistics    | Z0009145      |        4 | -              | 03/08/2021 | 31/08/2021       | -   |
        | Stefan  | placement    | Z0009125      |        4 | -              | 16/08/2021 | 31/08/2021       | 042 |
        | Tanwen  | food hygiene | 60900023      |        4 | -              | 03/08/2021 | 31/08/2021       | -   |
      Then Rosa is on a SWAP
      And Stefan is on a Sector Gateway programme
      And Tanwen is on neither programme
      And nothing is found
