@sector-programmes
Feature: SWAP: work experience
  Work experience in a SWAP is paid by one of seven aims, two more than in a Sector Gateway programme.
  Hours, aim and rate belong together, and larger aims need an agreement first.

  Background:
    Given the funding year is 2021/22

  Rule: Seven aims pay for work experience in a SWAP, chosen by its hours

    @WMCA2122-SWAP-WEX-01
    Scenario Outline: <hours> hours of work experience in a SWAP are claimed with <aim>
      When <hours> hours of work experience are delivered in a SWAP
      Then the work experience aim is <aim>
      And its base rate is £<rate>
      And its notional level is X

      @WMCA2122-SWAP-WEX-02
      Examples: 3 to 4 hours
        | hours | aim      |  rate |
        |     3 | Z0009121 | 21.00 |
        |     4 | Z0009121 | 21.00 |

      @WMCA2122-SWAP-WEX-03
      Examples: 5 to 6 hours
        | hours | aim      |  rate |
        |     5 | Z0009122 | 35.00 |
        |     6 | Z0009122 | 35.00 |

      @WMCA2122-SWAP-WEX-04
      Examples: 7 to 12 hours
        | hours | aim      |  rate |
        |     7 | Z0009123 | 50.00 |
        |     9 | Z0009123 | 50.00 |
        |    12 | Z0009123 | 50.00 |

      @WMCA2122-SWAP-WEX-05
      Examples: 13 to 20 hours
        | hours | aim      |   rate |
        |    13 | Z0009124 | 100.00 |
        |    16 | Z0009124 | 100.00 |
        |    20 | Z0009124 | 100.00 |

      @WMCA2122-SWAP-WEX-06
      Examples: 21 to 44 hours
        | hours | aim      |   rate |
        |    21 | Z0009125 | 150.00 |
        |    32 | Z0009125 | 150.00 |
        |    44 | Z0009125 | 150.00 |

      @WMCA2122-SWAP-WEX-07
      Examples: 45 to 68 hours
        | hours | aim      |   rate |
        |    45 | Z0009126 | 300.00 |
        |    56 | Z0009126 | 300.00 |
        |    68 | Z0009126 | 300.00 |

      @WMCA2122-SWAP-WEX-08
      Examples: 69 to 92 hours
        | hours | aim      |   rate |
        |    69 | Z0009127 | 450.00 |
        |    80 | Z0009127 | 450.00 |
        |    92 | Z0009127 | 450.00 |

    @WMCA2122-SWAP-WEX-01
    Scenario Outline: Fewer than 3 hours are too few for any work experience aim of a SWAP
      When <hours> hours of work experience are delivered in a SWAP
      Then there is no aim for so few hours

      Examples:
        | hours |
        |   0.5 |
        |     2 |

    @WMCA2122-SWAP-WEX-12
    Scenario Outline: More than 92 hours in a SWAP need the authority's permission
      When <hours> hours of work experience are delivered in a SWAP
      Then WMCA permission is needed

      Examples:
        | hours |
        |    93 |
        |   100 |
        |   120 |

  Rule: The hours evidenced and the aim claimed agree in a SWAP

    Background:
      Given the provider holds a grant
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date | DAM |
        | baseline | main aim | 60900011      | 03/08/2021 | 31/10/2021       | 013 |
        | Wanda    |          |               |            |                  |     |
        | Xavi     |          |               |            |                  |     |

    @WMCA2122-SWAP-WEX-01 @WMCA2122-NATIONAL-11
    Scenario Outline: Evidence of <outside> hours does not carry a claim with <aim> in a SWAP
      The ILR holds no hours for these aims, so the provider's evidence is set against the band.

      Given these aims:
        | learner  | aim       | aim reference | start date | planned end date | DAM |
        | baseline | placement | <aim>         | 16/08/2021 | 31/10/2021       | 016 |
        | Wanda    |           |               |            |                  |     |
        | Xavi     |           |               |            |                  |     |
      And this evidence of work experience hours:
        | learner | aim       | hours     |
        | Wanda   | placement | <inside>  |
        | Xavi    | placement | <outside> |
      Then the findings are:
        | learner | aim       | code      | severity | found           | expected |
        | Xavi    | placement | WEX_HOURS | error    | <outside> hours | <band>   |
      And nothing else is found

      @WMCA2122-SWAP-WEX-02
      Examples:
        | aim      | inside | outside | band         |
        | Z0009121 |      3 |       2 | 3 to 4 hours |
        | Z0009121 |      4 |       5 | 3 to 4 hours |

      @WMCA2122-SWAP-WEX-03
      Examples:
        | aim      | inside | outside | band         |
        | Z0009122 |      5 |       4 | 5 to 6 hours |
        | Z0009122 |      6 |       7 | 5 to 6 hours |

      @WMCA2122-SWAP-WEX-04
      Examples:
        | aim      | inside | outside | band          |
        | Z0009123 |      7 |       6 | 7 to 12 hours |
        | Z0009123 |     12 |      13 | 7 to 12 hours |

      @WMCA2122-SWAP-WEX-05
      Examples:
        | aim      | inside | outside | band           |
        | Z0009124 |     13 |      12 | 13 to 20 hours |
        | Z0009124 |     20 |      21 | 13 to 20 hours |

      @WMCA2122-SWAP-WEX-06
      Examples:
        | aim      | inside | outside | band           |
        | Z0009125 |     21 |      20 | 21 to 44 hours |
        | Z0009125 |     44 |      45 | 21 to 44 hours |

      @WMCA2122-SWAP-WEX-07
      Examples:
        | aim      | inside | outside | band           |
        | Z0009126 |     45 |      44 | 45 to 68 hours |
        | Z0009126 |     68 |      69 | 45 to 68 hours |

      @WMCA2122-SWAP-WEX-08
      Examples:
        | aim      | inside | outside | band           |
        | Z0009127 |     69 |      68 | 69 to 92 hours |
        | Z0009127 |     92 |      93 | 69 to 92 hours |

    @WMCA2122-SWAP-WEX-01 @WMCA2122-SWAP-WEX-12 @WMCA2122-SWAP-WEX-CODE-01
    Scenario: An aim larger than the listed ones is not for a SWAP without permission
      The reference ZZWEX093 is made up: the guidance says that larger aims exist and names none.

      Given these aims in LARS:
        | aim reference | title                                           | level |
        | ZZWEX093      | Work Experience / Work Placement (93-100 hours) | X     |
      And these aim rates:
        | aim reference |   rate |
        | ZZWEX093      | 600.00 |
      And these aims:
        | learner  | aim       | aim reference | start date | planned end date | DAM |
        | baseline | placement |               | 16/08/2021 | 31/10/2021       | 016 |
        | Wanda    |           | Z0009127      |            |                  |     |
        | Xavi     |           | ZZWEX093      |            |                  |     |
      Then the findings are:
        | learner | aim       | code                  | severity | field       | found    |
        | Xavi    | placement | WEX_AIM_NOT_PERMITTED | error    | LearnAimRef | ZZWEX093 |
      And nothing else is found

    @WMCA2122-SWAP-WEX-12
    Scenario: With the authority's permission a larger aim may be used in a SWAP
      Given these aims in LARS:
        | aim reference | title                                           | level |
        | ZZWEX093      | Work Experience / Work Placement (93-100 hours) | X     |
      And these aim rates:
        | aim reference |   rate |
        | ZZWEX093      | 600.00 |
      And these aims:
        | learner | aim       | aim reference | start date | planned end date | DAM |
        | Wanda   | placement | ZZWEX093      | 16/08/2021 | 31/10/2021       | 016 |
        | Xavi    | placement | Z0009127      | 16/08/2021 | 31/10/2021       | 016 |
      And this permission for a larger work experience aim:
        | aim reference | programme |
        | ZZWEX093      | SWAP      |
      Then nothing is found

    @WMCA2122-SWAP-WEX-01
    Scenario: Each work experience aim stands once in a SWAP
      Nothing is said about several placements of one learner; the same aim twice is worth a second look.

      Given these aims:
        | learner | aim              | aim reference | start date | planned end date | DAM |
        | Wanda   | first placement  | Z0009122      | 09/08/2021 | 31/10/2021       | 016 |
        | Wanda   | second placement | Z0009123      | 16/08/2021 | 31/10/2021       | 016 |
        | Xavi    | first placement  | Z0009122      | 09/08/2021 | 31/10/2021       | 016 |
        | Xavi    | second placement | Z0009122      | 16/08/2021 | 31/10/2021       | 016 |
      Then the findings are:
        | learner | aim              | code         | severity | field       |
        | Xavi    | second placement | WEX_REPEATED | warning  | LearnAimRef |
      And nothing else is found

  Rule: A SWAP work experience aim may be shown as the table lists its items

    @WMCA2122-SWAP-WEX-CODE-01 @WMCA2122-SWAP-WEX-CODE-02 @WMCA2122-SWAP-WEX-CODE-03
    @WMCA2122-SWAP-WEX-CODE-04 @WMCA2122-SWAP-WEX-CODE-05 @WMCA2122-SWAP-WEX-CODE-09
    Scenario: A SWAP work experience aim with every mandatory item raises nothing
      Given the provider holds a grant
      And this aim:
        | learner | aim      | aim reference | start date | planned end date | DAM |
        | Wanda   | main aim | 60900011      | 03/08/2021 | 31/10/2021       | 013 |
      And this employment status:
        | learner | employment status | applies from | BSI |
        | Wanda   |                11 | 01/07/2021   |   4 |
      And this aim:
        | ILR name         | ILR code   |
        | learner          | Wanda      |
        | LearnAimRef      | Z0009126   |
        | LearnStartDate   | 16/08/2021 |
        | LearnPlanEndDate | 31/10/2021 |
        | FundModel        | 35         |
        | LSDPostcode      | WX1 1AA    |
        | SOF              | 112        |
        | FFI              | 1          |
        | DAM              | 016        |
      Then nothing is found

  Rule: A SWAP work experience aim is coded as its table asks

    Background:
      Given the provider holds a grant
      And these aims:
        | learner  | aim      | aim reference | start date | planned end date | DAM |
        | baseline | main aim | 60900011      | 03/08/2021 | 31/10/2021       | 013 |
        | Wanda    |          |               |            |                  |     |
        | Xavi     |          |               |            |                  |     |
        | Yusuf    |          |               |            |                  |     |

    @WMCA2122-SWAP-WEX-CODE-02
    Scenario: The start postcode of a SWAP work experience aim lies in the authority
      Given these postcodes of the authority:
        | postcode | authority |
        | WX1 1AA  | WMCA      |
        | YX3 8ER  | GMCA      |
      And these aims:
        | learner  | aim             | aim reference | start date | planned end date | DAM | start postcode |
        | baseline | work experience | Z0009126      | 16/08/2021 | 31/10/2021       | 016 |                |
        | Wanda    |                 |               |            |                  |     | WX1 1AA        |
        | Xavi     |                 |               |            |                  |     | YX3 8ER        |
        | Yusuf    |                 |               |            |                  |     | -              |
      Then the findings are:
        | learner | aim             | code                 | severity | field       | found          |
        | Xavi    | work experience | LSDPOSTCODE_NOT_WMCA | error    | LSDPostcode | YX3 8ER (GMCA) |
        | Yusuf   | work experience | LSDPOSTCODE_NOT_WMCA | error    | LSDPostcode | none           |
      And nothing else is found

    @WMCA2122-SWAP-WEX-CODE-02 @WMCA2122-NATIONAL-04
    Scenario: A start postcode outside the authority is excused on a SWAP work experience aim by DAM 001, by ZZ99 9ZZ or by a restart
      Given these postcodes of the authority:
        | postcode | authority |
        | WX1 1AA  | WMCA      |
        | YX3 8ER  | GMCA      |
      And these aims:
        | learner  | aim             | aim reference | start date | planned end date | start postcode | DAM      | RES | original start date |
        | baseline | work experience | Z0009126      | 16/08/2021 | 31/10/2021       |                |          |     |                     |
        | Wanda    |                 |               |            |                  | YX3 8ER        | 001, 016 |     |                     |
        | Xavi     |                 |               |            |                  | ZZ99 9ZZ       | 016      |     |                     |
        | Yusuf    |                 |               |            |                  | YX3 8ER        | 016      |   1 | 01/06/2021          |
      Then the findings are:
        | learner | aim             | code                | severity | field       | found          |
        | Wanda   | work experience | LSDPOSTCODE_EXCUSED | info     | LSDPostcode | YX3 8ER (GMCA) |
        | Xavi    | work experience | LSDPOSTCODE_EXCUSED | info     | LSDPostcode | ZZ99 9ZZ       |
        | Yusuf   | work experience | LSDPOSTCODE_EXCUSED | info     | LSDPostcode | YX3 8ER (GMCA) |
      And nothing else is found

    @WMCA2122-SWAP-WEX-CODE-03
    Scenario: The employment status at the start of a SWAP work experience aim is 11 or 12
      Given these employment statuses:
        | learner | employment status | applies from | BSI |
        | Wanda   |                11 | 01/07/2021   |   4 |
        | Wanda   |                12 | 10/08/2021   |   4 |
        | Xavi    |                11 | 01/07/2021   |   4 |
        | Xavi    |                10 | 10/08/2021   |   4 |
        | Yusuf   |                11 | 01/07/2021   |   4 |
        | Yusuf   |                98 | 10/08/2021   |   4 |
      And these aims:
        | learner  | aim             | aim reference | start date | planned end date | DAM |
        | baseline | work experience | Z0009126      | 16/08/2021 | 31/10/2021       | 016 |
        | Wanda    |                 |               |            |                  |     |
        | Xavi     |                 |               |            |                  |     |
        | Yusuf    |                 |               |            |                  |     |
      Then the findings are:
        | learner | aim             | code              | severity | field   | found              |
        | Xavi    | work experience | EMPSTAT_NOT_11_12 | error    | EmpStat | 10 from 10/08/2021 |
        | Yusuf   | work experience | EMPSTAT_NOT_11_12 | error    | EmpStat | 98 from 10/08/2021 |
      And nothing else is found

    @WMCA2122-SWAP-WEX-CODE-04
    Scenario: The funding model of a SWAP work experience aim is 35
      Given these aims:
        | learner  | aim             | aim reference | start date | planned end date | DAM | funding model |
        | baseline | work experience | Z0009126      | 16/08/2021 | 31/10/2021       | 016 |               |
        | Wanda    |                 |               |            |                  |     |            35 |
        | Xavi     |                 |               |            |                  |     |            25 |
        | Yusuf    |                 |               |            |                  |     |            99 |
      Then the findings are:
        | learner | aim             | code             | severity | field     | found |
        | Xavi    | work experience | FUNDMODEL_NOT_35 | error    | FundModel |    25 |
        | Yusuf   | work experience | FUNDMODEL_NOT_35 | error    | FundModel |    99 |
      And nothing else is found

    @WMCA2122-SWAP-WEX-CODE-05
    Scenario: The source of funding of a SWAP work experience aim is 112
      Given these aims:
        | learner  | aim             | aim reference | start date | planned end date | DAM | SOF |
        | baseline | work experience | Z0009126      | 16/08/2021 | 31/10/2021       | 016 |     |
        | Wanda    |                 |               |            |                  |     | 112 |
        | Xavi     |                 |               |            |                  |     | 105 |
        | Yusuf    |                 |               |            |                  |     |   - |
      Then the findings are:
        | learner | aim             | code        | severity | field                 | found |
        | Xavi    | work experience | SOF_NOT_112 | error    | LearnDelFAMCode (SOF) |   105 |
        | Yusuf   | work experience | SOF_NOT_112 | error    | LearnDelFAMCode (SOF) |  none |
      And nothing else is found

    @WMCA2122-SWAP-WEX-CODE-09
    Scenario: DAM 016 marks a SWAP work experience aim as a component of its programme
      Given these aims:
        | learner  | aim             | aim reference | start date | planned end date | DAM |
        | baseline | work experience | Z0009126      | 16/08/2021 | 31/10/2021       |     |
        | Wanda    |                 |               |            |                  | 016 |
        | Xavi     |                 |               |            |                  | -   |
        | Yusuf    |                 |               |            |                  | 042 |
      Then the findings are:
        | learner | aim             | code                  | severity | field                 | found |
        | Xavi    | work experience | DAM_PROGRAMME_MISSING | error    | LearnDelFAMCode (DAM) | none  |
        | Yusuf   | work experience | DAM_PROGRAMME_MISSING | error    | LearnDelFAMCode (DAM) | 042   |
      And nothing else is found

    @WMCA2122-SWAP-WEX-CODE-09
    Scenario: A SWAP work experience aim does not carry the codes of both programmes
      Given these aims:
        | learner  | aim             | aim reference | start date | planned end date | DAM      |
        | baseline | work experience | Z0009126      | 16/08/2021 | 31/10/2021       |          |
        | Wanda    |                 |               |            |                  | 016      |
        | Xavi     |                 |               |            |                  | 016, 042 |
        | Yusuf    |                 |               |            |                  | 016      |
      Then the findings are:
        | learner | aim             | code      | severity | field                 | found    |
        | Xavi    | work experience | DAM_MIXED | error    | LearnDelFAMCode (DAM) | 016, 042 |
      And nothing else is found

    @WMCA2122-SWAP-WEX-CODE-06
    Scenario: DAM 002 on a SWAP work experience aim is out of place without procurement or a growth award
      Given these aims:
        | learner  | aim             | aim reference | start date | planned end date | DAM      |
        | baseline | work experience | Z0009126      | 16/08/2021 | 31/10/2021       |          |
        | Wanda    |                 |               |            |                  | 016      |
        | Xavi     |                 |               |            |                  | 002, 016 |
        | Yusuf    |                 |               |            |                  | 016      |
      Then the findings are:
        | learner | aim             | code              | severity | field                 | found |
        | Xavi    | work experience | DAM002_UNEXPECTED | warning  | LearnDelFAMCode (DAM) | 002   |
      And nothing else is found

    @WMCA2122-SWAP-WEX-CODE-10
    Scenario: DAM 023 on a SWAP work experience aim is used only when no Benefit Status Indicator is returned
      Given these employment statuses:
        | learner | employment status | applies from | BSI |
        | Wanda   |                11 | 01/07/2021   |   4 |
        | Wanda   |                11 | 10/08/2021   |   - |
        | Xavi    |                11 | 01/07/2021   |   4 |
        | Xavi    |                11 | 10/08/2021   |   4 |
      And these aims:
        | learner  | aim             | aim reference | start date | planned end date | DAM      |
        | baseline | work experience | Z0009126      | 16/08/2021 | 31/10/2021       |          |
        | Wanda    |                 |               |            |                  | 016, 023 |
        | Xavi     |                 |               |            |                  | 016, 023 |
        | Yusuf    |                 |               |            |                  | 016      |
      Then the findings are:
        | learner | aim             | code            | severity | field                 | found          |
        | Xavi    | work experience | DAM023_WITH_BSI | error    | LearnDelFAMCode (DAM) | 023 with BSI 4 |
      And nothing else is found

    @WMCA2122-SWAP-WEX-CODE-11
    Scenario: DAM 023 on a SWAP work experience aim is advice, not a duty, when no Benefit Status Indicator is returned
      Given these employment statuses:
        | learner | employment status | applies from | BSI |
        | Wanda   |                11 | 01/07/2021   |   4 |
        | Wanda   |                11 | 10/08/2021   |   - |
        | Xavi    |                11 | 01/07/2021   |   4 |
        | Xavi    |                11 | 10/08/2021   |   4 |
      And these aims:
        | learner  | aim             | aim reference | start date | planned end date | DAM |
        | baseline | work experience | Z0009126      | 16/08/2021 | 31/10/2021       | 016 |
        | Wanda    |                 |               |            |                  |     |
        | Xavi     |                 |               |            |                  |     |
        | Yusuf    |                 |               |            |                  |     |
      Then the findings are:
        | learner | aim             | code           | severity | field                 | found |
        | Wanda   | work experience | DAM023_ADVISED | info     | LearnDelFAMCode (DAM) | 016   |
      And nothing else is found
      And no errors are found

  Rule: DAM 002 marks a SWAP work experience aim of procured provision and of growth awards

    Background:
      Given these aims:
        | learner  | aim      | aim reference | start date | planned end date | DAM      |
        | baseline | main aim | 60900011      | 03/08/2021 | 31/10/2021       | 002, 013 |
        | Wanda    |          |               |            |                  |          |
        | Xavi     |          |               |            |                  |          |

    @WMCA2122-SWAP-WEX-CODE-07
    Scenario: DAM 002 is required on a SWAP work experience aim of procured provision
      Given the provider holds a contract for services
      And these aims:
        | learner  | aim             | aim reference | start date | planned end date | DAM      |
        | baseline | work experience | Z0009126      | 16/08/2021 | 31/10/2021       |          |
        | Wanda    |                 |               |            |                  | 002, 016 |
        | Xavi     |                 |               |            |                  | 016      |
      Then the findings are:
        | learner | aim             | code           | severity | field                 | found |
        | Xavi    | work experience | DAM002_MISSING | error    | LearnDelFAMCode (DAM) | 016   |
      And nothing else is found

    @WMCA2122-SWAP-WEX-CODE-08
    Scenario: DAM 002 is required on a SWAP work experience aim of a Grant Growth Contract award
      Given the provider holds a grant
      And these aims:
        | learner  | aim             | aim reference | start date | planned end date | DAM      |
        | baseline | work experience | Z0009126      | 16/08/2021 | 31/10/2021       |          |
        | Wanda    |                 |               |            |                  | 002, 016 |
        | Xavi     |                 |               |            |                  | 016      |
      And these aims belong to a Grant Growth Contract award:
        | learner | aim |
        | Wanda   | -   |
        | Xavi    | -   |
      Then the findings are:
        | learner | aim             | code           | severity | field                 | found |
        | Xavi    | work experience | DAM002_MISSING | error    | LearnDelFAMCode (DAM) | 016   |
      And nothing else is found
