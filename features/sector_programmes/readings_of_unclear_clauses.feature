@sector-programmes
Feature: Readings of clauses that are unclear
  Where the guidance is silent or contradicts itself, one reading is taken and another can be chosen by its name.
  Each pair of scenarios shows what the choice changes, so that the authority can say which it meant.

  Background:
    Given the funding year is 2021/22
    And the provider holds a grant

  Rule: The flags of the SWAP employability table are read as in every other table

    Background:
      Given these aims:
        | learner  | aim      | aim reference | start date | planned end date | DAM |
        | baseline | main aim | 60900011      | 03/08/2021 | 31/10/2021       | 013 |
        | Amara    |          |               |            |                  |     |
        | Benat    |          |               |            |                  |     |
        | Ciara    |          |               |            |                  |     |
        | Dmitri   |          |               |            |                  |     |
      And these aims:
        | learner  | aim       | aim reference | start date | planned end date | DAM |
        | baseline | placement | Z0009125      | 06/09/2021 | 31/10/2021       | 016 |
        | Amara    |           |               |            |                  |     |
        | Benat    |           |               |            |                  |     |
        | Ciara    |           |               |            |                  |     |
        | Dmitri   |           |               |            |                  |     |
      And these aims:
        | learner  | aim           | aim reference | start date | planned end date | SOF | DAM      |
        | baseline | employability | Z0009142      | 16/08/2021 | 20/08/2021       | 112 | 016      |
        | Amara    |               |               |            |                  |     |          |
        | Benat    |               |               |            |                  | 105 |          |
        | Ciara    |               |               |            |                  |     | 002, 016 |
        | Dmitri   |               |               |            |                  |     | -        |

    @WMCA2122-SWAP-EMP-02 @WMCA2122-SWAP-EMP-CODE-05 @WMCA2122-SWAP-EMP-CODE-06 @WMCA2122-SWAP-EMP-CODE-09
    Scenario: Corrected, SOF 112 and DAM 016 are mandatory on the employability aim and DAM 002 is not
      Given the guidance is read with swap_employability_flags as corrected
      Then the findings are:
        | learner | aim           | code                  | severity | field                 | found |
        | Benat   | employability | SOF_NOT_112           | error    | LearnDelFAMCode (SOF) | 105   |
        | Ciara   | employability | DAM002_UNEXPECTED     | warning  | LearnDelFAMCode (DAM) | 002   |
        | Dmitri  | employability | DAM_PROGRAMME_MISSING | error    | LearnDelFAMCode (DAM) | none  |
      And nothing else is found

    @WMCA2122-SWAP-EMP-02 @WMCA2122-SWAP-EMP-CODE-05 @WMCA2122-SWAP-EMP-CODE-06 @WMCA2122-SWAP-EMP-CODE-09
    Scenario: As printed, DAM 002 is mandatory on the employability aim and SOF 112 and DAM 016 are not
      Given the guidance is read with swap_employability_flags as as_printed
      Then the findings are:
        | learner | aim           | code           | severity | field                 | found |
        | Amara   | employability | DAM002_MISSING | error    | LearnDelFAMCode (DAM) | 016   |
        | Benat   | employability | DAM002_MISSING | error    | LearnDelFAMCode (DAM) | 016   |
        | Dmitri  | employability | DAM002_MISSING | error    | LearnDelFAMCode (DAM) | none  |
      And nothing else is found

  Rule: The printed flags of the SWAP employability table change three items and no other

    @WMCA2122-SWAP-EMP-02 @WMCA2122-SWAP-EMP-CODE-02 @WMCA2122-SWAP-EMP-CODE-03 @WMCA2122-SWAP-EMP-CODE-04
    Scenario Outline: Postcode, employment status and funding model stay mandatory, the flags read <reading>
      Given the guidance is read with swap_employability_flags as <reading>
      And these aims:
        | learner | aim       | aim reference | start date | planned end date | DAM |
        | Elif    | main aim  | 60900011      | 03/08/2021 | 31/10/2021       | 013 |
        | Elif    | placement | Z0009125      | 03/08/2021 | 31/10/2021       | 016 |
        | Gethin  | main aim  | 60900011      | 03/08/2021 | 31/10/2021       | 013 |
        | Gethin  | placement | Z0009125      | 03/08/2021 | 31/10/2021       | 016 |
      And these aims:
        | learner | aim           | aim reference | start date | planned end date | start postcode | funding model | DAM     |
        | Elif    | employability | Z0009142      | 16/08/2021 | 20/08/2021       | YX3 8ER        |            99 | <codes> |
        | Gethin  | employability | Z0009142      | 16/08/2021 | 20/08/2021       | WX1 1AA        |            35 | <codes> |
      And these employment statuses:
        | learner | employment status | applies from | BSI |
        | Elif    | looking for work  | 01/07/2021   |   4 |
        | Gethin  | looking for work  | 01/07/2021   |   4 |
        | Gethin  | employed          | 10/08/2021   |   4 |
      Then the findings are:
        | learner | aim           | code                 | severity |
        | Elif    | employability | LSDPOSTCODE_NOT_WMCA | error    |
        | Elif    | employability | FUNDMODEL_NOT_35     | error    |
        | Gethin  | employability | EMPSTAT_NOT_11_12    | error    |
      And nothing else is found

      Examples:
        | reading    | codes |
        | corrected  | 016   |
        | as_printed | 002   |

  Rule: A SWAP without work experience is a warning or an error

    Background:
      Given this aim:
        | aim      | aim reference | start date | planned end date | DAM |
        | main aim | 60900011      | 03/08/2021 | 31/10/2021       | 013 |

    @WMCA2122-SWAP-SHAPE-04
    Scenario: Not required, a missing work experience aim is a warning
      Given the guidance is read with swap_wex_required as no
      Then the findings are:
        | aim | code             | severity |
        | -   | SWAP_WEX_MISSING | warning  |
      And nothing else is found

    @WMCA2122-SWAP-SHAPE-04
    Scenario: Required, a missing work experience aim is an error
      Given the guidance is read with swap_wex_required as yes
      Then the findings are:
        | aim | code             | severity |
        | -   | SWAP_WEX_MISSING | error    |
      And nothing else is found

  Rule: Full funding is expected, or any indicator is accepted

    Background:
      Given this aim:
        | aim      | aim reference | start date | planned end date | FFI |
        | main aim | Z0009146      | 03/08/2021 | 31/08/2021       |   2 |

    @WMCA2122-NATIONAL-01
    Scenario: With FFI 1 expected, another indicator gets a warning
      Given the guidance is read with expect_ffi as 1
      Then the findings are:
        | aim      | code      | severity | found |
        | main aim | FFI_NOT_1 | warning  |     2 |
      And nothing else is found

    @WMCA2122-NATIONAL-01
    Scenario: With any indicator accepted, nobody is warned
      Given the guidance is read with expect_ffi as any
      Then FFI_NOT_1 is not found
      And nothing is found

  Rule: The employment status behind a job outcome is read at the start of the programme

    Background:
      Given these aims:
        | learner | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | Eirlys  | main aim    | Z0009146      | 03/08/2021 | 31/08/2021       | 31/08/2021      | -   |
        | Eirlys  | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |
        | Fabian  | main aim    | 60900011      | 03/08/2021 | 31/10/2021       | 31/10/2021      | 013 |
        | Fabian  | placement   | Z0009125      | 06/09/2021 | 31/10/2021       | 31/10/2021      | 016 |
        | Fabian  | job outcome | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016 |
      And these employment statuses:
        | learner | employment status | applies from | BSI |
        | Eirlys  |                11 | 01/07/2021   |   4 |
        | Eirlys  |                10 | 18/09/2021   |   4 |
        | Fabian  |                12 | 01/07/2021   |   4 |
        | Fabian  |                10 | 13/12/2021   |   4 |
      And this evidence of employment:
        | learner | employer      | first day  |
        | Eirlys  | Bright Stores | 18/09/2021 |
        | Fabian  | Canal Foods   | 13/12/2021 |
      And these destinations:
        | learner | destination | code | starts     |
        | Eirlys  | EMP         |    1 | 18/09/2021 |
        | Fabian  | EMP         |    1 | 13/12/2021 |

    @WMCA2122-SG-JO-CODE-03 @WMCA2122-SWAP-JO-CODE-03
    Scenario: Read at the start of the programme, a recorded job does not spoil the job outcome
      Given the guidance is read with jo_empstat_basis as programme_start
      Then EMPSTAT_NOT_11_12 is not found
      And nothing is found

    @WMCA2122-SG-JO-CODE-03 @WMCA2122-SWAP-JO-CODE-03
    Scenario: Read at the start of the job outcome aim, every recorded job spoils its own job outcome
      Given the guidance is read with jo_empstat_basis as aim_start
      Then the findings are:
        | learner | aim         | code              | severity | field   | found              |
        | Eirlys  | job outcome | EMPSTAT_NOT_11_12 | error    | EmpStat | 10 from 18/09/2021 |
        | Fabian  | job outcome | EMPSTAT_NOT_11_12 | error    | EmpStat | 10 from 13/12/2021 |
      And nothing else is found

  Rule: The date of a job outcome aim is the day on which 13 weeks are complete

    Background:
      Given these aims:
        | learner  | aim      | aim reference | start date | planned end date | actual end date | DAM |
        | baseline | main aim | Z0009146      | 03/08/2021 | 31/08/2021       | 31/08/2021      | -   |
        | Gwilym   |          |               |            |                  |                 |     |
        | Heledd   |          |               |            |                  |                 |     |
      And these aims:
        | learner | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | Gwilym  | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |
        | Heledd  | job outcome | Z0009137      | 18/09/2021 | 18/09/2021       | 18/09/2021      | 042 |
      And this evidence of employment:
        | learner | employer      | first day  |
        | Gwilym  | Bright Stores | 18/09/2021 |
        | Heledd  | Bright Stores | 18/09/2021 |
      And these destinations:
        | learner | destination | code | starts     |
        | Gwilym  | EMP         |    1 | 18/09/2021 |
        | Heledd  | EMP         |    1 | 18/09/2021 |

    @WMCA2122-SG-JO-12 @WMCA2122-SWAP-JO-12
    Scenario: Dated on completion, a job outcome of the first working day is too early
      Given the guidance is read with jo_date_basis as completion
      Then the findings are:
        | learner | aim         | code                 | severity | found                 | expected                                                   |
        | Heledd  | job outcome | JO_DATE_TOO_EARLY    | error    | 18/09/2021            | 17/12/2021, employment from 18/09/2021                     |
        | Heledd  | job outcome | DP_JOB_NOT_REFLECTED | warning  | EMP 1 from 18/09/2021 | employment from 20/06/2021 or earlier, known by 31/07/2022 |
      And nothing else is found

    @WMCA2122-SG-JO-12 @WMCA2122-SWAP-JO-12
    Scenario: Dated on the first working day, a job outcome of the day of completion is late
      Given the guidance is read with jo_date_basis as employment_start
      Then the findings are:
        | learner | aim         | code                  | severity | found      | expected                               |
        | Gwilym  | job outcome | JO_DATE_NOT_FIRST_DAY | warning  | 17/12/2021 | 18/09/2021, employment from 18/09/2021 |
      And nothing else is found
      And JO_DATE_TOO_EARLY is not found

  Rule: The first day of a job counts towards the 13 weeks

    @WMCA2122-SG-JO-EX-01 @WMCA2122-SWAP-JO-EX-01
    Scenario Outline: With the first day counted as <counted>, a job from <first day> completes 13 weeks on <complete>
      Given the guidance is read with jo_inclusive_counting as <counted>
      And a learner born on 14/02/1990
      And this evidence of employment:
        | employer      | first day   |
        | Bright Stores | <first day> |
      Then 13 weeks are complete on <complete>

      @WMCA2122-SG-JO-EX-01
      Examples: the day of the Sector Gateway example
        | counted | first day  | complete   |
        | yes     | 18/09/2021 | 17/12/2021 |
        | yes     | 17/09/2021 | 16/12/2021 |
        | no      | 17/09/2021 | 17/12/2021 |

      @WMCA2122-SWAP-JO-EX-01
      Examples: the day of the SWAP example
        | counted | first day  | complete   |
        | yes     | 13/12/2021 | 13/03/2022 |
        | yes     | 12/12/2021 | 12/03/2022 |
        | no      | 12/12/2021 | 13/03/2022 |

    @WMCA2122-SG-JO-EX-01
    Scenario: Without the first day counted, day 91 is a day too early
      Given the guidance is read with jo_inclusive_counting as no
      And these aims:
        | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | main aim    | Z0009146      | 03/08/2021 | 31/08/2021       | 31/08/2021      | -   |
        | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |
      And this evidence of employment:
        | employer      | first day  |
        | Bright Stores | 18/09/2021 |
      And this destination:
        | destination | code | starts     |
        | EMP         |    1 | 17/09/2021 |
      Then the findings are:
        | aim         | code              | severity | expected                               |
        | job outcome | JO_DATE_TOO_EARLY | error    | 18/12/2021, employment from 18/09/2021 |
      And nothing else is found

  Rule: A part of an hour counts as a full hour of work experience

    @WMCA2122-SG-WEX-01 @WMCA2122-SWAP-WEX-01
    Scenario Outline: Rounded by <reading>, <hours> hours in <programme> are claimed with <aim>
      Given the guidance is read with wex_hours_rounding as <reading>
      When <hours> hours of work experience are delivered in <programme>
      Then the work experience aim is <aim>

      Examples: a part counts as a full hour
        | reading | hours | programme                  | aim      |
        | ceil    |   2.5 | a Sector Gateway programme | Z0009121 |
        | ceil    |   4.5 | a Sector Gateway programme | Z0009122 |
        | ceil    | 20.25 | a SWAP                     | Z0009125 |
        | ceil    |  68.1 | a SWAP                     | Z0009127 |

      Examples: parts are not counted
        | reading | hours | programme                  | aim      |
        | floor   |   4.5 | a Sector Gateway programme | Z0009121 |
        | floor   | 20.25 | a SWAP                     | Z0009124 |
        | floor   |  68.1 | a SWAP                     | Z0009126 |
        | floor   |  92.9 | a SWAP                     | Z0009127 |

    @WMCA2122-SG-WEX-01 @WMCA2122-SWAP-WEX-01
    Scenario Outline: Unless read otherwise, <hours> hours in <programme> are claimed with <aim>
      When <hours> hours of work experience are delivered in <programme>
      Then the work experience aim is <aim>

      Examples: a part counts as a full hour
        | hours | programme                  | aim      |
        |   6.5 | a Sector Gateway programme | Z0009123 |
        | 12.25 | a SWAP                     | Z0009124 |

    @WMCA2122-SG-WEX-01 @WMCA2122-SWAP-WEX-01
    Scenario: Rounded down, two and a half hours are too few for any aim
      Given the guidance is read with wex_hours_rounding as floor
      When 2.5 hours of work experience are delivered in a SWAP
      Then there is no aim for so few hours

    @WMCA2122-SG-WEX-10 @WMCA2122-SWAP-WEX-12
    Scenario Outline: Rounded up, <hours> hours in <programme> need permission
      Given the guidance is read with wex_hours_rounding as ceil
      When <hours> hours of work experience are delivered in <programme>
      Then the authority's permission is needed

      @WMCA2122-SG-WEX-10
      Examples: Sector Gateway
        | hours | programme                  |
        |  44.5 | a Sector Gateway programme |

      @WMCA2122-SWAP-WEX-12
      Examples: SWAP
        | hours | programme |
        |  92.5 | a SWAP    |

    @WMCA2122-SG-WEX-01
    Scenario Outline: Evidence of four and a half hours agrees with <right> when parts of an hour are read as <reading>
      Given the guidance is read with wex_hours_rounding as <reading>
      And these aims:
        | learner | aim       | aim reference | start date | planned end date | DAM |
        | Ianto   | main aim  | Z0009146      | 03/08/2021 | 31/08/2021       | -   |
        | Ianto   | placement | <right>       | 16/08/2021 | 31/08/2021       | 042 |
        | Julita  | main aim  | Z0009146      | 03/08/2021 | 31/08/2021       | -   |
        | Julita  | placement | <wrong>       | 16/08/2021 | 31/08/2021       | 042 |
      And this evidence of work experience hours:
        | learner | aim       | hours |
        | Ianto   | placement |   4.5 |
        | Julita  | placement |   4.5 |
      Then the findings are:
        | learner | aim       | code      | severity | found     |
        | Julita  | placement | WEX_HOURS | error    | 4.5 hours |
      And nothing else is found

      Examples:
        | reading | right    | wrong    |
        | ceil    | Z0009122 | Z0009121 |
        | floor   | Z0009121 | Z0009122 |

  Rule: An employment status dated on the start of the aim is enough, or is not

    Background:
      Given this aim:
        | aim      | aim reference | start date | planned end date |
        | main aim | Z0009146      | 03/08/2021 | 31/08/2021       |
      And this employment status:
        | employment status | applies from | BSI |
        | looking for work  | 03/08/2021   |   4 |

    @WMCA2122-NATIONAL-02
    Scenario: Strictly before, a status dated on the start gets a warning
      Given the guidance is read with empstat_date_rule as strict_before
      Then the findings are:
        | aim      | code                  | severity | field          |
        | main aim | EMPSTAT_ON_START_DATE | warning  | DateEmpStatApp |
      And nothing else is found

    @WMCA2122-NATIONAL-02
    Scenario: On or before, a status dated on the start is enough
      Given the guidance is read with empstat_date_rule as on_or_before
      Then EMPSTAT_ON_START_DATE is not found
      And nothing is found

  Rule: An uncoded aim begun during a SWAP is taken to be one of its aims

    Background:
      Given these aims:
        | learner | aim             | aim reference | start date | planned end date | DAM |
        | Tegan   | main aim        | 60900011      | 03/08/2021 | 31/10/2021       | 013 |
        | Tegan   | work experience | Z0009125      | 06/09/2021 | 31/10/2021       | 016 |
        | Tegan   | maths           | 60910027      | 06/09/2021 | 31/10/2021       | -   |
        | Tegan   | evening class   | 60910027      | 01/11/2021 | 31/03/2022       | -   |

    @WMCA2122-SWAP-MAIN-03
    Scenario: Part of the programme, the code of the aim was forgotten
      Given the guidance is read with swap_uncoded_aims as part_of_programme
      Then the findings are:
        | aim   | code                  | severity | field                 | found | expected |
        | maths | DAM_PROGRAMME_MISSING | error    | LearnDelFAMCode (DAM) | none  | 016      |
      And nothing else is found

    @WMCA2122-SWAP-MAIN-03
    Scenario: Beside the programme, the aim is not judged
      Given the guidance is read with swap_uncoded_aims as beside_programme
      Then nothing is found

    @WMCA2122-SWAP-MAIN-01
    Scenario: Where no aim is coded 013 the uncoded aim is the main aim whose code was forgotten
      Given these aims:
        | learner | aim             | aim reference | start date | planned end date | DAM |
        | Gethin  | vocational aim  | 60900011      | 03/08/2021 | 31/10/2021       | -   |
        | Gethin  | maths           | 60910027      | 03/08/2021 | 31/10/2021       | 016 |
        | Gethin  | work experience | Z0009125      | 06/09/2021 | 31/10/2021       | 016 |
      Then the findings are:
        | learner | aim            | code                  | severity | found           |
        | Gethin  | vocational aim | DAM_PROGRAMME_MISSING | error    | none            |
        | Gethin  | -              | DAM013_COUNT          | error    | 0 aims with 013 |
