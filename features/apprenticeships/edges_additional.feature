@apprenticeships @fm36
Feature: Edges of English, payments due on a day, and learning support in 2020/21
  What lies just outside an aim, an episode or a code.

  Background:
    Given the funding year is 2020/21

  @FM36-5 @FM36-6-WEEKS
  Scenario Outline: Twelve weeks of redundancy over on 1 January: English from <start> to <end> has <instalments> instalments
    # 471 / 12 = 39.25 a month. Only an end of the twelve weeks within English stops it.
    Given these employment statuses:
      | employment status | applies from | employer  |
      | employed          | 01/06/2020   | 154549401 |
      | looking for work  | 09/10/2020   | -         |
    And these apprenticeship aims:
      | aim     | aim reference | start date | planned end date | actual end date | completion status |  TNP1 |
      | A       | ZPROG001      | 06/08/2020 | 08/08/2021       | -               | continuing        | 15000 |
      | English | 60910015      | <start>    | <planned end>    | <end>           | <status>          |     - |
    Then the earnings are:
      | aim     | earning                        | Dec 2020    |  Jan 2021 |   Feb 2021 |
      | English | English and maths on-programme | <December>  | <January> | <February> |
      | English | English and maths balancing    | <balancing> |      0.00 |       0.00 |

    Examples:
      | start      | planned end | end        | status     | instalments | December | January | February | balancing |
      | 06/08/2020 | 05/08/2021  | -          | continuing | 5           |    39.25 |    0.00 |     0.00 |      0.00 |
      | 01/01/2021 | 31/12/2021  | -          | continuing | 0           |     0.00 |    0.00 |     0.00 |      0.00 |
      | 02/01/2021 | 31/12/2021  | -          | continuing | all         |     0.00 |   39.25 |    39.25 |      0.00 |
      | 06/08/2020 | 05/08/2021  | 20/12/2020 | completed  | 4           |     0.00 |    0.00 |     0.00 |    314.00 |

  @FM36-5
  Scenario Outline: A component <says> is no English or maths
    Given these apprenticeship aims:
      | aim   | aim reference | start date | planned end date |  TNP1 |
      | A     | ZPROG001      | 06/08/2020 | 08/08/2021       | 15000 |
      | other | <reference>   | 06/08/2020 | 08/08/2021       |     - |
    Then nothing is earned for other

    Examples:
      | says                             | reference |
      | that the reference data know not | 69999999  |
      | without a rate                   | 60910039  |

  @FM36-4-INCENTIVE @FM36-3
  Scenario Outline: With a new price from <day> the incentive of 3 November stands on the episode of <episode>
    Given this learner:
      | date of birth |
      | 01/01/2003    |
    And this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 15000 |
    And this price:
      | date  |  TNP1 |
      | <day> | 14000 |
    Then the earnings are:
      | price episode | earning                  | Nov 2020 |
      | 06/08/2020    | first provider incentive | <first>  |
      | <day>         | first provider incentive | <second> |

    Examples:
      | day        | episode    |  first | second |
      | 03/11/2020 | 03/11/2020 |   0.00 | 500.00 |
      | 04/11/2020 | 06/08/2020 | 500.00 |   0.00 |

  @FM36-4-INCENTIVE
  Scenario Outline: Begun on <start> last year, day 365 is <day> and <paid> this year
    Given this learner:
      | date of birth |
      | 01/01/2003    |
    And this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | <start>    | 31/12/2021       | 15000 |
    Then the earnings are:
      | aim | earning                   | Aug 2020 | Jul 2021 |
      |   1 | second provider incentive | <August> | <July>   |
    And the values are:
      | aim | day 365 |
      |   1 | <day>   |

    Examples:
      | start      | day        | paid        | August |   July |
      | 02/08/2019 | 31/07/2020 | is not paid |   0.00 |   0.00 |
      | 03/08/2019 | 01/08/2020 | is paid     | 500.00 |   0.00 |
      | 01/08/2020 | 31/07/2021 | is paid     |   0.00 | 500.00 |
      | 02/08/2020 | -          | is not paid |   0.00 |   0.00 |

  @FM36-4-CARELEAVER
  Scenario Outline: Day 60 lies in an aim of <days> days, and the care leaver is <paid>
    # 50 days before it. 42 days are needed where a year is planned.
    Given this learner:
      | date of birth |
      | 01/01/2000    |
    And these apprenticeship aims:
      | aim | start date | planned end date | actual end date | completion status | EEF |  TNP1 |
      | A   | 06/08/2020 | 08/08/2021       | 24/09/2020      | break in learning |   4 | 15000 |
      | B   | 01/11/2020 | 08/11/2021       | <left>          | withdrawn         |   4 | 15000 |
    Then the earnings are:
      | aim | earning             | Nov 2020 |
      | B   | care leaver payment | <paid>   |

    Examples:
      | days | left       |    paid |
      |   41 | 11/12/2020 |    0.00 |
      |   42 | 12/12/2020 | 1000.00 |

  @FM36-4-CARELEAVER
  Scenario Outline: The care leaver amount of the band is <amount>, and <paid> is paid
    Given this learner:
      | date of birth |
      | 01/01/2000    |
    And this apprenticeship band:
      | standard code |  band | care leaver |
      |            17 | 15000 | <amount>    |
    And this apprenticeship aim:
      | start date | planned end date | EEF |  TNP1 |
      | 06/08/2020 | 08/08/2021       |   4 | 15000 |
    Then the earnings are:
      | aim | earning             | Oct 2020 |
      |   1 | care leaver payment | <paid>   |

    Examples:
      | amount |    paid |
      |    750 |  750.00 |
      |      - | 1000.00 |

  @FM36-4-INCENTIVE
  Scenario Outline: A care leaver of <age> whose programme began on <began>, the employer not told: the employer is paid <employer>
    Given this learner:
      | date of birth |
      | <born>        |
    And this apprenticeship aim:
      | start date | original start date | planned end date | EEF | LDM |  TNP1 |
      | 06/08/2020 | <began>             | 08/08/2021       |   4 | 362 | 15000 |
    Then the earnings are:
      | aim | earning                  | Nov 2020   |
      |   1 | first employer incentive | <employer> |

    Examples: from 19 on, programmes from August 2018 on
      | age | born       | began      | employer |
      |  18 | 07/08/2001 | 06/08/2020 |   500.00 |
      |  19 | 06/08/2001 | 06/08/2020 |     0.00 |
      |  20 | 01/01/1998 | 31/07/2018 |   500.00 |
      |  20 | 01/01/1998 | 01/08/2018 |     0.00 |

  @FM36-8-CONTRACT
  Scenario: A contract type without a first day is none
    Given this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 15000 |
    And these dated codes:
      | type | code | from       |
      | ACT  |    1 | -          |
      | ACT  |    2 | 01/08/2020 |
    Then the values are:
      | aim | fund line                                       |
      |   1 | 19+ Apprenticeship Non-Levy Contract (procured) |
