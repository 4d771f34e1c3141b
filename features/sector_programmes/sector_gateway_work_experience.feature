@sector-programmes
Feature: Sector Gateway: work experience
  Work experience in a Sector Gateway programme is paid by one of five aims, chosen by the hours of the placement.
  The rules here protect the budget: hours, aim and rate belong together, and larger aims need an agreement first.

  Background:
    Given the funding year is 2021/22

  Rule: Five aims pay for work experience in a Sector Gateway programme, chosen by its hours

    @WMCA2122-SG-WEX-01
    Scenario Outline: <hours> hours of work experience in a Sector Gateway programme are claimed with <aim>
      When <hours> hours of work experience are delivered in a Sector Gateway programme
      Then the work experience aim is <aim>
      And its base rate is £<rate>
      And its notional level is X

      @WMCA2122-SG-WEX-02
      Examples: 3 to 4 hours
        | hours | aim      |  rate |
        |     3 | Z0009121 | 21.00 |
        |     4 | Z0009121 | 21.00 |

      @WMCA2122-SG-WEX-03
      Examples: 5 to 6 hours
        | hours | aim      |  rate |
        |     5 | Z0009122 | 35.00 |
        |     6 | Z0009122 | 35.00 |

      @WMCA2122-SG-WEX-04
      Examples: 7 to 12 hours
        | hours | aim      |  rate |
        |     7 | Z0009123 | 50.00 |
        |     9 | Z0009123 | 50.00 |
        |    12 | Z0009123 | 50.00 |

      @WMCA2122-SG-WEX-05
      Examples: 13 to 20 hours
        | hours | aim      |   rate |
        |    13 | Z0009124 | 100.00 |
        |    16 | Z0009124 | 100.00 |
        |    20 | Z0009124 | 100.00 |

      @WMCA2122-SG-WEX-06
      Examples: 21 to 44 hours
        | hours | aim      |   rate |
        |    21 | Z0009125 | 150.00 |
        |    32 | Z0009125 | 150.00 |
        |    44 | Z0009125 | 150.00 |

    @WMCA2122-SG-WEX-01
    Scenario Outline: Fewer than 3 hours are too few for any work experience aim of a Sector Gateway programme
      When <hours> hours of work experience are delivered in a Sector Gateway programme
      Then there is no aim for so few hours

      Examples:
        | hours |
        |   0.5 |
        |     2 |

    @WMCA2122-SG-WEX-10
    Scenario Outline: More than 44 hours in a Sector Gateway programme need the authority's permission
      When <hours> hours of work experience are delivered in a Sector Gateway programme
      Then WMCA permission is needed

      Examples:
        | hours |
        |    45 |
        |    68 |
        |    92 |

  Rule: The hours evidenced and the aim claimed agree in a Sector Gateway programme

    Background:
      Given the provider holds a grant
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date |
        | baseline | main aim | Z0009146      | 03/08/2021 | 31/08/2021       |
        | Gwen     |          |               |            |                  |
        | Harun    |          |               |            |                  |

    @WMCA2122-SG-WEX-01 @WMCA2122-NATIONAL-11
    Scenario Outline: Evidence of <outside> hours does not carry a claim with <aim> in a Sector Gateway programme
      The ILR holds no hours for these aims, so the provider's evidence is set against the band.

      Given these aims:
        | learner  | aim       | aim reference | start date | planned end date | DAM |
        | baseline | placement | <aim>         | 16/08/2021 | 31/08/2021       | 042 |
        | Gwen     |           |               |            |                  |     |
        | Harun    |           |               |            |                  |     |
      And this evidence of work experience hours:
        | learner | aim       | hours     |
        | Gwen    | placement | <inside>  |
        | Harun   | placement | <outside> |
      Then the findings are:
        | learner | aim       | code      | severity | found           | expected |
        | Harun   | placement | WEX_HOURS | error    | <outside> hours | <band>   |
      And nothing else is found

      @WMCA2122-SG-WEX-02
      Examples:
        | aim      | inside | outside | band         |
        | Z0009121 |      3 |       2 | 3 to 4 hours |
        | Z0009121 |      4 |       5 | 3 to 4 hours |

      @WMCA2122-SG-WEX-03
      Examples:
        | aim      | inside | outside | band         |
        | Z0009122 |      5 |       4 | 5 to 6 hours |
        | Z0009122 |      6 |       7 | 5 to 6 hours |

      @WMCA2122-SG-WEX-04
      Examples:
        | aim      | inside | outside | band          |
        | Z0009123 |      7 |       6 | 7 to 12 hours |
        | Z0009123 |     12 |      13 | 7 to 12 hours |

      @WMCA2122-SG-WEX-05
      Examples:
        | aim      | inside | outside | band           |
        | Z0009124 |     13 |      12 | 13 to 20 hours |
        | Z0009124 |     20 |      21 | 13 to 20 hours |

      @WMCA2122-SG-WEX-06
      Examples:
        | aim      | inside | outside | band           |
        | Z0009125 |     21 |      20 | 21 to 44 hours |
        | Z0009125 |     44 |      45 | 21 to 44 hours |

    @WMCA2122-SG-WEX-01 @WMCA2122-SG-WEX-10 @WMCA2122-SG-WEX-CODE-01
    Scenario Outline: The larger aims of a SWAP are not for a Sector Gateway programme without permission
      Given these aims:
        | learner  | aim       | aim reference | start date | planned end date | DAM |
        | baseline | placement |               | 16/08/2021 | 31/08/2021       | 042 |
        | Gwen     |           | Z0009125      |            |                  |     |
        | Harun    |           | <aim>         |            |                  |     |
      Then the findings are:
        | learner | aim       | code                  | severity | field       | found |
        | Harun   | placement | WEX_AIM_NOT_PERMITTED | error    | LearnAimRef | <aim> |
      And nothing else is found

      Examples:
        | aim      |
        | Z0009126 |
        | Z0009127 |

    @WMCA2122-SG-WEX-10
    Scenario: With the authority's permission a larger aim may be used in a Sector Gateway programme
      A permission is given for one aim: the other one stays shut.

      Given these aims:
        | learner | aim       | aim reference | start date | planned end date | DAM |
        | Gwen    | placement | Z0009127      | 16/08/2021 | 31/08/2021       | 042 |
        | Harun   | placement | Z0009126      | 16/08/2021 | 31/08/2021       | 042 |
      And this permission for a larger work experience aim:
        | aim reference | programme      |
        | Z0009127      | Sector Gateway |
      And this evidence of work experience hours:
        | learner | aim       | hours |
        | Gwen    | placement |    80 |
      Then the findings are:
        | learner | aim       | code                  | severity | found    |
        | Harun   | placement | WEX_AIM_NOT_PERMITTED | error    | Z0009126 |
      And nothing else is found

    @WMCA2122-SG-WEX-01
    Scenario: Each work experience aim stands once in a Sector Gateway programme
      Nothing is said about several placements of one learner; the same aim twice is worth a second look.

      Given these aims:
        | learner | aim              | aim reference | start date | planned end date | DAM |
        | Gwen    | first placement  | Z0009122      | 09/08/2021 | 31/08/2021       | 042 |
        | Gwen    | second placement | Z0009123      | 16/08/2021 | 31/08/2021       | 042 |
        | Harun   | first placement  | Z0009122      | 09/08/2021 | 31/08/2021       | 042 |
        | Harun   | second placement | Z0009122      | 16/08/2021 | 31/08/2021       | 042 |
      Then the findings are:
        | learner | aim              | code         | severity | field       |
        | Harun   | second placement | WEX_REPEATED | warning  | LearnAimRef |
      And nothing else is found

  Rule: A Sector Gateway work experience aim is coded as its table asks

    Background:
      Given the provider holds a grant
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date |
        | baseline | main aim | Z0009146      | 03/08/2021 | 31/08/2021       |
        | Gwen     |          |               |            |                  |
        | Harun    |          |               |            |                  |
        | Isla     |          |               |            |                  |

    @WMCA2122-SG-WEX-CODE-01 @WMCA2122-SG-WEX-CODE-02 @WMCA2122-SG-WEX-CODE-03 @WMCA2122-SG-WEX-CODE-04
    @WMCA2122-SG-WEX-CODE-05 @WMCA2122-SG-WEX-CODE-09
    Scenario: A Sector Gateway work experience aim with every mandatory item raises nothing
      Given this employment status:
        | learner | employment status | applies from | BSI |
        | Gwen    |                11 | 01/07/2021   |   4 |
      And this aim:
        | ILR name         | ILR code   |
        | learner          | Gwen       |
        | LearnAimRef      | Z0009123   |
        | LearnStartDate   | 16/08/2021 |
        | LearnPlanEndDate | 20/08/2021 |
        | FundModel        | 35         |
        | LSDPostcode      | WX1 1AA    |
        | SOF              | 112        |
        | FFI              | 1          |
        | DAM              | 042        |
      Then nothing is found

    @WMCA2122-SG-WEX-CODE-02
    Scenario: The start postcode of a Sector Gateway work experience aim lies in the authority
      Given these postcodes of the authority:
        | postcode | authority |
        | WX1 1AA  | WMCA      |
        | YX3 8ER  | GMCA      |
      And these aims:
        | learner  | aim             | aim reference | start date | planned end date | DAM | start postcode |
        | baseline | work experience | Z0009123      | 16/08/2021 | 20/08/2021       | 042 |                |
        | Gwen     |                 |               |            |                  |     | WX1 1AA        |
        | Harun    |                 |               |            |                  |     | YX3 8ER        |
        | Isla     |                 |               |            |                  |     | -              |
      Then the findings are:
        | learner | aim             | code                 | severity | field       | found          |
        | Harun   | work experience | LSDPOSTCODE_NOT_WMCA | error    | LSDPostcode | YX3 8ER (GMCA) |
        | Isla    | work experience | LSDPOSTCODE_NOT_WMCA | error    | LSDPostcode | none           |
      And nothing else is found

    @WMCA2122-SG-WEX-CODE-02 @WMCA2122-NATIONAL-04
    Scenario: A start postcode outside the authority is excused on a Sector Gateway work experience aim by DAM 001, by ZZ99 9ZZ or by a restart
      Given these postcodes of the authority:
        | postcode | authority |
        | WX1 1AA  | WMCA      |
        | YX3 8ER  | GMCA      |
      And these aims:
        | learner  | aim             | aim reference | start date | planned end date | start postcode | DAM      | RES | original start date |
        | baseline | work experience | Z0009123      | 16/08/2021 | 20/08/2021       |                |          |     |                     |
        | Gwen     |                 |               |            |                  | YX3 8ER        | 001, 042 |     |                     |
        | Harun    |                 |               |            |                  | ZZ99 9ZZ       | 042      |     |                     |
        | Isla     |                 |               |            |                  | YX3 8ER        | 042      |   1 | 01/06/2021          |
      Then the findings are:
        | learner | aim             | code                | severity | field       | found          |
        | Gwen    | work experience | LSDPOSTCODE_EXCUSED | info     | LSDPostcode | YX3 8ER (GMCA) |
        | Harun   | work experience | LSDPOSTCODE_EXCUSED | info     | LSDPostcode | ZZ99 9ZZ       |
        | Isla    | work experience | LSDPOSTCODE_EXCUSED | info     | LSDPostcode | YX3 8ER (GMCA) |
      And nothing else is found

    @WMCA2122-SG-WEX-CODE-03
    Scenario: The employment status at the start of a Sector Gateway work experience aim is 11 or 12
      Given these employment statuses:
        | learner | employment status | applies from | BSI |
        | Gwen    |                11 | 01/07/2021   |   4 |
        | Gwen    |                12 | 10/08/2021   |   4 |
        | Harun   |                11 | 01/07/2021   |   4 |
        | Harun   |                10 | 10/08/2021   |   4 |
        | Isla    |                11 | 01/07/2021   |   4 |
        | Isla    |                98 | 10/08/2021   |   4 |
      And these aims:
        | learner  | aim             | aim reference | start date | planned end date | DAM |
        | baseline | work experience | Z0009123      | 16/08/2021 | 20/08/2021       | 042 |
        | Gwen     |                 |               |            |                  |     |
        | Harun    |                 |               |            |                  |     |
        | Isla     |                 |               |            |                  |     |
      Then the findings are:
        | learner | aim             | code              | severity | field   | found              |
        | Harun   | work experience | EMPSTAT_NOT_11_12 | error    | EmpStat | 10 from 10/08/2021 |
        | Isla    | work experience | EMPSTAT_NOT_11_12 | error    | EmpStat | 98 from 10/08/2021 |
      And nothing else is found

    @WMCA2122-SG-WEX-CODE-04
    Scenario: The funding model of a Sector Gateway work experience aim is 35
      Given these aims:
        | learner  | aim             | aim reference | start date | planned end date | DAM | funding model |
        | baseline | work experience | Z0009123      | 16/08/2021 | 20/08/2021       | 042 |               |
        | Gwen     |                 |               |            |                  |     |            35 |
        | Harun    |                 |               |            |                  |     |            25 |
        | Isla     |                 |               |            |                  |     |            99 |
      Then the findings are:
        | learner | aim             | code             | severity | field     | found |
        | Harun   | work experience | FUNDMODEL_NOT_35 | error    | FundModel |    25 |
        | Isla    | work experience | FUNDMODEL_NOT_35 | error    | FundModel |    99 |
      And nothing else is found

    @WMCA2122-SG-WEX-CODE-05
    Scenario: The source of funding of a Sector Gateway work experience aim is 112
      Given these aims:
        | learner  | aim             | aim reference | start date | planned end date | DAM | SOF |
        | baseline | work experience | Z0009123      | 16/08/2021 | 20/08/2021       | 042 |     |
        | Gwen     |                 |               |            |                  |     | 112 |
        | Harun    |                 |               |            |                  |     | 105 |
        | Isla     |                 |               |            |                  |     |   - |
      Then the findings are:
        | learner | aim             | code        | severity | field                 | found |
        | Harun   | work experience | SOF_NOT_112 | error    | LearnDelFAMCode (SOF) |   105 |
        | Isla    | work experience | SOF_NOT_112 | error    | LearnDelFAMCode (SOF) |  none |
      And nothing else is found

    @WMCA2122-SG-WEX-CODE-09
    Scenario: DAM 042 marks a Sector Gateway work experience aim as a component of its programme
      Given these aims:
        | learner  | aim             | aim reference | start date | planned end date | DAM |
        | baseline | work experience | Z0009123      | 16/08/2021 | 20/08/2021       |     |
        | Gwen     |                 |               |            |                  | 042 |
        | Harun    |                 |               |            |                  | -   |
        | Isla     |                 |               |            |                  | 016 |
      Then the findings are:
        | learner | aim             | code                  | severity | field                 | found |
        | Harun   | work experience | DAM_PROGRAMME_MISSING | error    | LearnDelFAMCode (DAM) | none  |
        | Isla    | work experience | DAM_PROGRAMME_MISSING | error    | LearnDelFAMCode (DAM) | 016   |
      And nothing else is found

    @WMCA2122-SG-WEX-CODE-09
    Scenario: A Sector Gateway work experience aim does not carry the codes of both programmes
      Given these aims:
        | learner  | aim             | aim reference | start date | planned end date | DAM      |
        | baseline | work experience | Z0009123      | 16/08/2021 | 20/08/2021       |          |
        | Gwen     |                 |               |            |                  | 042      |
        | Harun    |                 |               |            |                  | 016, 042 |
      Then the findings are:
        | learner | aim             | code      | severity | field                 | found    |
        | Harun   | work experience | DAM_MIXED | error    | LearnDelFAMCode (DAM) | 016, 042 |
      And nothing else is found

    @WMCA2122-SG-WEX-CODE-06
    Scenario: DAM 002 on a Sector Gateway work experience aim is out of place without procurement or a growth award
      Given these aims:
        | learner  | aim             | aim reference | start date | planned end date | DAM      |
        | baseline | work experience | Z0009123      | 16/08/2021 | 20/08/2021       |          |
        | Gwen     |                 |               |            |                  | 042      |
        | Harun    |                 |               |            |                  | 002, 042 |
      Then the findings are:
        | learner | aim             | code              | severity | field                 | found |
        | Harun   | work experience | DAM002_UNEXPECTED | warning  | LearnDelFAMCode (DAM) | 002   |
      And nothing else is found

    @WMCA2122-SG-WEX-CODE-10
    Scenario: DAM 023 on a Sector Gateway work experience aim is used only when no Benefit Status Indicator is returned
      Given these employment statuses:
        | learner | employment status | applies from | BSI |
        | Gwen    |                11 | 01/07/2021   |   4 |
        | Gwen    |                11 | 10/08/2021   |   - |
        | Harun   |                11 | 01/07/2021   |   4 |
        | Harun   |                11 | 10/08/2021   |   4 |
      And these aims:
        | learner  | aim             | aim reference | start date | planned end date | DAM      |
        | baseline | work experience | Z0009123      | 16/08/2021 | 20/08/2021       |          |
        | Gwen     |                 |               |            |                  | 023, 042 |
        | Harun    |                 |               |            |                  | 023, 042 |
      Then the findings are:
        | learner | aim             | code            | severity | field                 | found          |
        | Harun   | work experience | DAM023_WITH_BSI | error    | LearnDelFAMCode (DAM) | 023 with BSI 4 |
      And nothing else is found

    @WMCA2122-SG-WEX-CODE-11
    Scenario: DAM 023 on a Sector Gateway work experience aim is advice, not a duty, when no Benefit Status Indicator is returned
      Given these employment statuses:
        | learner | employment status | applies from | BSI |
        | Gwen    |                11 | 01/07/2021   |   4 |
        | Gwen    |                11 | 10/08/2021   |   - |
        | Harun   |                11 | 01/07/2021   |   4 |
        | Harun   |                11 | 10/08/2021   |   4 |
      And these aims:
        | learner  | aim             | aim reference | start date | planned end date | DAM |
        | baseline | work experience | Z0009123      | 16/08/2021 | 20/08/2021       | 042 |
        | Gwen     |                 |               |            |                  |     |
        | Harun    |                 |               |            |                  |     |
      Then the findings are:
        | learner | aim             | code           | severity | field                 | found |
        | Gwen    | work experience | DAM023_ADVISED | info     | LearnDelFAMCode (DAM) | 042   |
      And nothing else is found
      And no errors are found

  Rule: DAM 002 marks a Sector Gateway work experience aim of procured provision and of growth awards

    Background:
      Given these aims:
        | learner  | aim      | aim reference | start date | planned end date | DAM |
        | baseline | main aim | Z0009146      | 03/08/2021 | 31/08/2021       | 002 |
        | Gwen     |          |               |            |                  |     |
        | Harun    |          |               |            |                  |     |

    @WMCA2122-SG-WEX-CODE-07
    Scenario: DAM 002 is required on a Sector Gateway work experience aim of procured provision
      Given the provider holds a contract for services
      And these aims:
        | learner  | aim             | aim reference | start date | planned end date | DAM      |
        | baseline | work experience | Z0009123      | 16/08/2021 | 20/08/2021       |          |
        | Gwen     |                 |               |            |                  | 002, 042 |
        | Harun    |                 |               |            |                  | 042      |
      Then the findings are:
        | learner | aim             | code           | severity | field                 | found |
        | Harun   | work experience | DAM002_MISSING | error    | LearnDelFAMCode (DAM) | 042   |
      And nothing else is found

    @WMCA2122-SG-WEX-CODE-08
    Scenario: DAM 002 is required on a Sector Gateway work experience aim of a Grant Growth Contract award
      Given the provider holds a grant
      And these aims:
        | learner  | aim             | aim reference | start date | planned end date | DAM      |
        | baseline | work experience | Z0009123      | 16/08/2021 | 20/08/2021       |          |
        | Gwen     |                 |               |            |                  | 002, 042 |
        | Harun    |                 |               |            |                  | 042      |
      And these aims belong to a Grant Growth Contract award:
        | learner | aim |
        | Gwen    | -   |
        | Harun   | -   |
      Then the findings are:
        | learner | aim             | code           | severity | field                 | found |
        | Harun   | work experience | DAM002_MISSING | error    | LearnDelFAMCode (DAM) | 042   |
      And nothing else is found
