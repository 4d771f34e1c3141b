@sector-programmes
Feature: What Sector Gateway and SWAP aims earn, month by month
  Both programmes are paid by the national adult skills calculation: four fifths while learning goes on, one fifth for achieving.
  Providers see here which month an aim pays in, and what leaving early, an uplift or co-funding does to it.

  Background:
    Given the funding year is 2021/22
    And the provider holds a grant
    And these aim rates:
      | aim reference |     rate |
      | Z0009123      |    50.00 |
      | Z0009124      |   100.00 |
      | Z0009125      |   150.00 |
      | Z0009126      |   300.00 |
      | Z0009127      |   450.00 |
      | Z0009136      |   520.00 |
      | Z0009137      |   480.00 |
      | 60900011      | 1,000.00 |
    And these postcode factors:
      | postcode | area cost | disadvantage |
      | WX1 1AA  |      1.00 |         1.00 |
      | WX2 4BC  |      1.00 |         1.12 |

  Rule: Four fifths are paid in instalments, one fifth for achievement

    @WMCA2122-NATIONAL-12
    Scenario: One week of work experience earns its whole rate in its month
      Given this aim:
        | aim       | aim reference | start date | planned end date | actual end date | DAM |
        | placement | Z0009123      | 16/08/2021 | 20/08/2021       | 20/08/2021      | 016 |
      Then the earnings are:
        | aim       | earning      |   R01 |  R02 |
        | placement | on-programme | 40.00 | 0.00 |
        | placement | achievement  | 10.00 | 0.00 |
        | placement | total        | 50.00 | 0.00 |
      And nothing else is earned

    @WMCA2122-NATIONAL-12 @WMCA2122-NATIONAL-13
    Scenario: Work experience that runs into the next month earns achievement there
      Given this aim:
        | aim       | aim reference | start date | planned end date | actual end date | DAM |
        | placement | Z0009125      | 23/08/2021 | 10/09/2021       | 10/09/2021      | 016 |
      Then the earnings are:
        | aim       | earning      | Aug 2021 | Sep 2021 |
        | placement | on-programme |   120.00 |     0.00 |
        | placement | achievement  |     0.00 |    30.00 |
      And nothing else is earned
      And the values are:
        | aim       | planned instalments |
        | placement |                   2 |

    @WMCA2122-NATIONAL-13
    Scenario: An aim that ends on the last day of a month earns an instalment for it
      Given this aim:
        | aim       | aim reference | start date | planned end date | actual end date | DAM |
        | placement | Z0009126      | 01/09/2021 | 31/10/2021       | 31/10/2021      | 016 |
      Then the earnings are:
        | aim       | earning      | Sep 2021 | Oct 2021 |
        | placement | on-programme |   160.00 |    80.00 |
        | placement | achievement  |     0.00 |    60.00 |
        | placement | total        |   160.00 |   140.00 |
      And nothing else is earned
      And the values are:
        | aim       | planned instalments |
        | placement |                   3 |

    @WMCA2122-NATIONAL-13
    Scenario: An aim that ends a day before the end of a month earns no instalment for it
      Given this aim:
        | aim       | aim reference | start date | planned end date | actual end date | DAM |
        | placement | Z0009126      | 01/09/2021 | 30/10/2021       | 30/10/2021      | 016 |
      Then the earnings are:
        | aim       | earning      | Sep 2021 | Oct 2021 |
        | placement | on-programme |   240.00 |     0.00 |
        | placement | achievement  |     0.00 |    60.00 |
      And nothing else is earned
      And the values are:
        | aim       | planned instalments |
        | placement |                   2 |

    @WMCA2122-NATIONAL-12 @WMCA2122-NATIONAL-13
    Scenario: A main aim of £1,000 earns all of it in the month it begins and ends in
      Given this aim:
        | aim      | aim reference | start date | planned end date | actual end date | DAM |
        | main aim | 60900011      | 03/08/2021 | 31/08/2021       | 31/08/2021      | 013 |
      Then the earnings are:
        | aim      | earning      | Aug 2021 | Sep 2021 |
        | main aim | on-programme |   800.00 |     0.00 |
        | main aim | achievement  |   200.00 |     0.00 |
      And nothing else is earned

    @WMCA2122-NATIONAL-12 @WMCA2122-NATIONAL-13
    Scenario: A main aim of £1,000 over three months earns two instalments in the first of them
      Given this aim:
        | aim      | aim reference | start date | planned end date | actual end date | DAM |
        | main aim | 60900011      | 03/08/2021 | 31/10/2021       | 31/10/2021      | 013 |
      Then the earnings are:
        | aim      | earning      | Aug 2021 | Sep 2021 | Oct 2021 |
        | main aim | on-programme |   400.00 |   200.00 |   200.00 |
        | main aim | achievement  |     0.00 |     0.00 |   200.00 |
        | main aim | total        |   400.00 |   200.00 |   400.00 |
      And nothing else is earned

    @WMCA2122-NATIONAL-12
    Scenario: A learner still in learning has earned the instalments alone
      Given this aim:
        | aim      | aim reference | start date | planned end date | actual end date | DAM |
        | main aim | 60900011      | 03/08/2021 | 31/10/2021       | -               | 013 |
      Then the earnings are:
        | aim      | earning      | Aug 2021 | Sep 2021 | Oct 2021 | Nov 2021 |
        | main aim | on-programme |   400.00 |   200.00 |   200.00 |     0.00 |
      And nothing else is earned

  Rule: Finishing early is balanced, leaving is not

    @WMCA2122-NATIONAL-15
    Scenario: An aim achieved early earns what is left of the instalments at once
      Given this aim:
        | aim       | aim reference | start date | planned end date | actual end date | DAM |
        | placement | Z0009127      | 03/08/2021 | 31/10/2021       | 15/09/2021      | 016 |
      Then the earnings are:
        | aim       | earning      | Aug 2021 | Sep 2021 | Oct 2021 |
        | placement | on-programme |   180.00 |     0.00 |     0.00 |
        | placement | balancing    |     0.00 |   180.00 |     0.00 |
        | placement | achievement  |     0.00 |    90.00 |     0.00 |
        | placement | total        |   180.00 |   270.00 |     0.00 |
      And nothing else is earned

    @WMCA2122-NATIONAL-15
    Scenario: An aim left in its second month earns the first month alone
      Given this aim:
        | aim       | aim reference | start date | planned end date | actual end date | completion status | outcome      | DAM |
        | placement | Z0009127      | 03/08/2021 | 31/10/2021       | 15/09/2021      | withdrawn         | not achieved | 016 |
      Then the earnings are:
        | aim       | earning      | Aug 2021 | Sep 2021 | Oct 2021 |
        | placement | on-programme |   180.00 |     0.00 |     0.00 |
      And nothing else is earned

    @WMCA2122-NATIONAL-14
    Scenario: An aim left after ten days of three months earns nothing
      Given this aim:
        | aim       | aim reference | start date | planned end date | actual end date | completion status | outcome      | DAM |
        | placement | Z0009127      | 03/08/2021 | 31/10/2021       | 12/08/2021      | withdrawn         | not achieved | 016 |
      Then nothing is earned

    @WMCA2122-NATIONAL-14
    Scenario Outline: An aim planned for <planned> days and left on day <left> earns <earned>
      Given this aim:
        | aim       | aim reference | start date | planned end date | actual end date | completion status | DAM |
        | placement | Z0009124      | 01/09/2021 | <planned end>    | <last day>      | withdrawn         | 016 |
      Then the values are:
        | aim       | qualifying days | funding starts |
        | placement | <days>          | <starts>       |
      And the earnings in all are £<earned>

      Examples: fewer than 14 planned days qualify from the first
        | planned | planned end | left | last day   | days | starts | earned |
        |      13 | 13/09/2021  |    1 | 01/09/2021 |    1 | yes    |  80.00 |

      Examples: 14 to 167 planned days qualify from day 14
        | planned | planned end | left | last day   | days | starts | earned |
        |      14 | 14/09/2021  |   13 | 13/09/2021 |   14 | no     |   0.00 |
        |      14 | 14/09/2021  |   14 | 14/09/2021 |   14 | yes    |  80.00 |
        |     167 | 14/02/2022  |   13 | 13/09/2021 |   14 | no     |   0.00 |
        |     167 | 14/02/2022  |   14 | 14/09/2021 |   14 | yes    |  26.67 |

      Examples: 168 planned days or more qualify from day 42
        | planned | planned end | left | last day   | days | starts | earned |
        |     168 | 15/02/2022  |   41 | 11/10/2021 |   42 | no     |   0.00 |
        |     168 | 15/02/2022  |   42 | 12/10/2021 |   42 | yes    |  26.67 |

    @WMCA2122-NATIONAL-14
    Scenario: An aim achieved within its first days qualifies however short it was
      Given this aim:
        | aim       | aim reference | start date | planned end date | actual end date | DAM |
        | placement | Z0009127      | 03/08/2021 | 31/10/2021       | 12/08/2021      | 016 |
      Then the earnings are:
        | aim       | earning      | Aug 2021 |
        | placement | on-programme |   180.00 |
        | placement | balancing    |   180.00 |
        | placement | achievement  |    90.00 |
      And nothing else is earned

    @WMCA2122-NATIONAL-14
    Scenario: One day of work experience that is not achieved still earns four fifths
      Given this aim:
        | aim       | aim reference | start date | planned end date | actual end date | completion status | outcome      | DAM |
        | placement | Z0009123      | 16/08/2021 | 16/08/2021       | 16/08/2021      | completed         | not achieved | 016 |
      Then the earnings are:
        | aim       | earning      | Aug 2021 |
        | placement | on-programme |    40.00 |
      And nothing else is earned

  Rule: Disadvantage adds to the value, co-funding takes half the rate off

    @WMCA2122-NATIONAL-12
    Scenario: A learner from a disadvantaged postcode earns the uplift in every part
      Given this learner:
        | learner | prior postcode |
        | Ruben   | WX2 4BC        |
      And this aim:
        | learner | aim       | aim reference | start date | planned end date | actual end date | DAM |
        | Ruben   | placement | Z0009124      | 16/08/2021 | 20/08/2021       | 20/08/2021      | 016 |
      Then the earnings are:
        | aim       | earning      | Aug 2021 |
        | placement | on-programme |    89.60 |
        | placement | achievement  |    22.40 |
        | placement | total        |   112.00 |
      And nothing else is earned

    @WMCA2122-NATIONAL-19
    Scenario: Without FFI 1 half of the unweighted rate is taken off
      Given this learner:
        | learner | prior postcode |
        | Sioned  | WX2 4BC        |
      And this aim:
        | learner | aim       | aim reference | start date | planned end date | actual end date | FFI | DAM |
        | Sioned  | placement | Z0009124      | 16/08/2021 | 20/08/2021       | 20/08/2021      |   2 | 016 |
      Then the earnings are:
        | aim       | earning      | Aug 2021 |
        | placement | on-programme |    49.60 |
        | placement | achievement  |    12.40 |
      And nothing else is earned
      And the values are:
        | aim       | aim value | fee element |
        | placement |    112.00 |       50.00 |

    @WMCA2122-NATIONAL-18
    Scenario: DAM 002 counts an aim as procured
      Given these aims:
        | learner | aim       | aim reference | start date | planned end date | actual end date | DAM      |
        | Tegan   | placement | Z0009124      | 16/08/2021 | 20/08/2021       | 20/08/2021      | 002, 016 |
        | Umar    | placement | Z0009124      | 16/08/2021 | 20/08/2021       | 20/08/2021      | 016      |
      Then the values are:
        | learner | aim       | fund line                                                     |
        | Tegan   | placement | Adult Education - Eligible for MCA/GLA funding (procured)     |
        | Umar    | placement | Adult Education - Eligible for MCA/GLA funding (non-procured) |
      And the earnings are:
        | learner | aim       | Aug 2021 |
        | Tegan   | placement |   100.00 |
        | Umar    | placement |   100.00 |
      And nothing else is earned

  Rule: A job outcome is paid once, in the month of its day

    @WMCA2122-NATIONAL-16 @WMCA2122-SG-JO-EX-01
    Scenario: A Sector Gateway job outcome dated 17/12/2021 earns its whole rate in period 5
      Given this aim:
        | ILR name          | ILR code    |
        | Aim               | job outcome |
        | LearnAimRef       | Z0009137    |
        | Start Date        | 17/12/2021  |
        | Planned End Date  | 17/12/2021  |
        | Actual End Date   | 17/12/2021  |
        | Completion Status | 2           |
        | Outcome           | 1           |
        | DAM               | 042         |
      Then the earnings are:
        | aim         | earning      |  R04 |    R05 |  R06 |
        | job outcome | on-programme | 0.00 | 384.00 | 0.00 |
        | job outcome | achievement  | 0.00 |  96.00 | 0.00 |
      And nothing else is earned
      And the values are:
        | aim         | planned instalments | qualifying days |
        | job outcome |                   2 |               1 |

    @WMCA2122-NATIONAL-16 @WMCA2122-SWAP-JO-EX-01
    Scenario: A SWAP job outcome dated 13/03/2022 earns its whole rate in period 8
      Given this aim:
        | ILR name          | ILR code    |
        | Aim               | job outcome |
        | LearnAimRef       | Z0009136    |
        | Start Date        | 13/03/2022  |
        | Planned End Date  | 13/03/2022  |
        | Actual End Date   | 13/03/2022  |
        | Completion Status | 2           |
        | Outcome           | 1           |
        | DAM               | 016         |
      Then the earnings are:
        | aim         | earning      |  R07 |    R08 |  R09 |
        | job outcome | on-programme | 0.00 | 416.00 | 0.00 |
        | job outcome | achievement  | 0.00 | 104.00 | 0.00 |
        | job outcome | total        | 0.00 | 520.00 | 0.00 |
      And nothing else is earned

    @WMCA2122-NATIONAL-17
    Scenario: A job recorded within another aim earns a tenth and halves its achievement
      Given these aims:
        | learner | aim      | aim reference | start date | planned end date | actual end date | completion status | outcome      | employment outcome | DAM |
        | Valmai  | main aim | 60900011      | 03/08/2021 | 31/08/2021       | 31/08/2021      | completed         | achieved     |                  1 | 013 |
        | Wendell | main aim | 60900011      | 03/08/2021 | 31/08/2021       | 31/08/2021      | completed         | achieved     |                  2 | 013 |
        | Yolanda | main aim | 60900011      | 03/08/2021 | 31/08/2021       | 31/08/2021      | completed         | not achieved |                  1 | 013 |
      Then the earnings are:
        | learner | aim      | earning      | Aug 2021 |
        | Valmai  | main aim | on-programme |   800.00 |
        | Valmai  | main aim | achievement  |   100.00 |
        | Valmai  | main aim | job outcome  |   100.00 |
        | Wendell | main aim | total        | 1,000.00 |
        | Yolanda | main aim | on-programme |   800.00 |
        | Yolanda | main aim | job outcome  |   100.00 |
      And nothing else is earned

  Rule: A learner's year is capped

    @WMCA2122-NATIONAL-20
    Scenario: Instalments and balancing above £3,520 a year scale every payment down
      Given these aim rates:
        | aim reference |     rate |
        | 60900035      | 3,000.00 |
        | 60910015      | 2,000.00 |
      And these aims:
        | aim        | aim reference | start date | planned end date | actual end date | DAM |
        | adult care | 60900035      | 03/08/2021 | 31/10/2021       | 31/10/2021      | 013 |
        | English    | 60910015      | 03/08/2021 | 31/10/2021       | 31/10/2021      | 016 |
      Then the earnings are:
        | aim        | earning      | Aug 2021 | Sep 2021 | Oct 2021 |
        | adult care | on-programme | 1,056.00 |   528.00 |   528.00 |
        | adult care | achievement  |     0.00 |     0.00 |   528.00 |
        | English    | on-programme |   704.00 |   352.00 |   352.00 |
        | English    | achievement  |     0.00 |     0.00 |   352.00 |
      And nothing else is earned
      And the values are:
        | aim        | cap factor |
        | adult care |       0.88 |
        | English    |       0.88 |

    @WMCA2122-NATIONAL-20
    Scenario: Instalments of exactly £3,520 a year are not scaled down
      Given these aim rates:
        | aim reference |     rate |
        | 60900035      | 3,000.00 |
        | 60910015      | 1,400.00 |
      And these aims:
        | aim        | aim reference | start date | planned end date | actual end date | DAM |
        | adult care | 60900035      | 03/08/2021 | 31/10/2021       | 31/10/2021      | 013 |
        | English    | 60910015      | 03/08/2021 | 31/10/2021       | 31/10/2021      | 016 |
      Then the earnings are:
        | aim        | Aug 2021 | Sep 2021 | Oct 2021 |
        | adult care | 1,200.00 |   600.00 | 1,200.00 |
        | English    |   560.00 |   280.00 |   560.00 |
      And nothing else is earned
