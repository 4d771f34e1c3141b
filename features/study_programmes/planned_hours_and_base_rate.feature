@study-programmes
Feature: What the planned hours of a study programme are worth
  Planned learning hours and planned employability, enrichment and pastoral hours together give a band, and the band the
  base rate of the year. So hours of work experience that are taken out may cost a college a band. The base rate is where
  the funding calculation begins: whether a student counts, and every factor on the rate, come after it.

  Rule: Hours and age give the band

    Background:
      Given the funding year is 2020/21

    @SP-FM25-01 @SP-FM25-02 @SP-FM25-03 @SP-FM25-05 @SP-FM25-06 @SP-FM25-07 @SP-FM25-08
    Scenario Outline: A student of 17 with <learning> and <eep> hours
      Given this learner:
        | learner | date of birth | PlanLearnHours | PlanEEPHours |
        | Tess    | 15/01/2003    | <learning>     | <eep>        |
      And this study programme aim:
        | learner | aim reference | start date | planned end date |
        | Tess    | 60900011      | 01/09/2020 | 02/07/2021       |
      Then the hours band is:
        | learner | planned hours | band   | base rate |
        | Tess    | <total>       | <band> | <rate>    |
      And nothing is earned

      Examples:
        | learning | eep | total | band |     rate |
        |      600 |  60 |   660 | 5    | 4,188.00 |
        |      480 |  60 |   540 | 5    | 4,188.00 |
        |        0 | 540 |   540 | 5    | 4,188.00 |
        |      480 |  59 |   539 | 4b   | 3,455.00 |
        |      400 |  50 |   450 | 4b   | 3,455.00 |
        |      400 |  49 |   449 | 3    | 2,827.00 |
        |      360 |   0 |   360 | 3    | 2,827.00 |
        |      300 |  59 |   359 | 2    | 2,234.00 |
        |      250 |  30 |   280 | 2    | 2,234.00 |
        |      250 |  29 |   279 | 1    | 1,947.42 |
        |      150 |   0 |   150 | 1    | 1,047.00 |

    @SP-FM25-03 @SP-FM25-04 @SP-FM25-06 @SP-FM25-07 @SP-FM25-08
    Scenario Outline: A student of 18 with <hours> hours
      Given this learner:
        | learner | date of birth | PlanLearnHours | PlanEEPHours |
        | Ugo     | 15/01/2002    | <hours>        |            0 |
      And this study programme aim:
        | learner | aim reference | start date | planned end date |
        | Ugo     | 60900011      | 01/09/2020 | 02/07/2021       |
      Then the hours band is:
        | learner | band   | base rate |
        | Ugo     | <band> | <rate>    |

      Examples:
        | hours | band |     rate |
        |   700 | 4a   | 3,455.00 |
        |   450 | 4a   | 3,455.00 |
        |   449 | 3    | 2,827.00 |
        |   280 | 2    | 2,234.00 |
        |    60 | 1    |   418.80 |

    @SP-FM25-03 @SP-FM25-04
    Scenario Outline: A student of 18 with high needs and <hours> hours
      Given this learner:
        | learner | date of birth | PlanLearnHours | PlanEEPHours |
        | Vito    | 15/01/2002    | <hours>        |            0 |
      And Vito is a high needs student
      And this study programme aim:
        | learner | aim reference | start date | planned end date |
        | Vito    | 60900011      | 01/09/2020 | 02/07/2021       |
      Then the hours band is:
        | learner | band   | base rate |
        | Vito    | <band> | <rate>    |

      Examples:
        | hours | band |     rate |
        |   540 | 5    | 4,188.00 |
        |   539 | 4a   | 3,455.00 |
        |   360 | 3    | 2,827.00 |

    @SP-FM25-09
    Scenario Outline: A student born on <born> with 560 hours
      Given this learner:
        | learner | date of birth | PlanLearnHours | PlanEEPHours |
        | Wynn    | <born>        |            500 |           60 |
      And this study programme aim:
        | learner | aim reference | start date | planned end date |
        | Wynn    | 60900011      | 03/08/2020 | 02/07/2021       |
      Then the hours band is:
        | learner | band   |
        | Wynn    | <band> |

      Examples:
        | born       | band |
        | 30/08/2002 | 4a   |
        | 31/08/2002 | 4a   |
        | 01/09/2002 | 5    |

  Rule: Placements do not change what planned hours are worth, planned hours do

    Background:
      Given the funding year is 2020/21
      And these study programme aims:
        | learner | aim             | aim reference | start date | planned end date |
        | Yara    | main aim        | 60900011      | 01/09/2020 | 02/07/2021       |
        | Zak     | main aim        | 60900011      | 01/09/2020 | 02/07/2021       |
        | Zak     | work experience | ZWRKX001      | 01/09/2020 | 02/07/2021       |

    @SP-FM25-10
    Scenario: No placement or three, the hours are those planned
      Given these work placements:
        | learner | start date | end date   | hours |
        | Zak     | 02/11/2020 | 06/11/2020 |    35 |
        | Zak     | 11/01/2021 | 15/01/2021 |   300 |
        | Zak     | 08/03/2021 | 12/03/2021 |  9999 |
      Then the hours bands are:
        | learner | planned hours | band | base rate |
        | Yara    |           560 |    5 |  4,188.00 |
        | Zak     |           560 |    5 |  4,188.00 |

    @SP-FM25-11 @SP-NONE-02
    Scenario: 40 hours of work experience that did not happen cost a student of 17 a band
      Then the hours band is:
        | learner | planned hours | band | base rate |
        | Yara    |           560 |    5 |  4,188.00 |
      When 40 hours of work experience are taken out of the planned hours of Yara
      Then the hours band is:
        | learner | planned hours | band | base rate |
        | Yara    |           520 | 4b   |  3,455.00 |
      And the base rate of Yara is £733.00 less
      And ZWRKX_HOURS_COUNTED is not found

    @SP-FM25-11
    Scenario: 20 hours fewer cost nothing, as they leave the student in the band
      When 20 hours of work experience are taken out of the planned hours of Yara
      Then the base rate of Yara is £0.00 less

  Rule: Bands and rates belong to a year

    @SP-FM25-12
    Scenario Outline: In <year> the hours are told and no rate is known
      Given the funding year is <year>
      And this study programme aim:
        | learner | aim reference | start date | planned end date |
        | Abel    | 60900011      | <starts>   | <ends>           |
      Then the hours band is:
        | learner | planned hours | band | base rate |
        | Abel    |           560 | -    | -         |
      And nothing is found

      Examples:
        | year    | starts     | ends       |
        | 2019/20 | 02/09/2019 | 03/07/2020 |
        | 2021/22 | 01/09/2021 | 01/07/2022 |
