@apprenticeships @fm36
Feature: Payments at day 60, 90 and 365, and learning support
  Days of learning add up over the aims of a programme. The payment falls in the month in which its day is reached.

  Background:
    Given the funding year is 2020/21

  @FM36-4 @FM36-4-INCENTIVE
  Scenario Outline: Begun on <start>, day 90 is <day 90>
    Given this learner:
      | date of birth |
      | 01/01/2003    |
    And this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | <start>    | 08/12/2021       | 15000 |
    Then the values are:
      | aim | day 90   | day 365 |
      |   1 | <day 90> | -       |
    And the earnings are:
      | aim | earning                  | Oct 2020  | Nov 2020   |
      |   1 | first employer incentive | <October> | <November> |
      |   1 | first provider incentive | <October> | <November> |

    Examples: both days counted
      | start      | day 90     | October | November |
      | 03/08/2020 | 31/10/2020 |  500.00 |     0.00 |
      | 04/08/2020 | 01/11/2020 |    0.00 |   500.00 |

  @FM36-4
  Scenario Outline: Left on <left>, day 90 <is>
    Given this learner:
      | date of birth |
      | 01/01/2003    |
    And this apprenticeship aim:
      | start date | planned end date | actual end date | completion status |  TNP1 |
      | 06/08/2020 | 08/08/2021       | <left>          | withdrawn         | 15000 |
    Then the earnings are:
      | aim | earning                  | Nov 2020 |
      |   1 | first provider incentive | <paid>   |

    Examples:
      | left       | is              |   paid |
      | 02/11/2020 | is not reached  |   0.00 |
      | 03/11/2020 | is the last day | 500.00 |

  @FM36-4
  Scenario: The days of a break do not count
    # 71 days before the break; day 90 is the 19th of the restart.
    Given this learner:
      | date of birth |
      | 01/01/2003    |
    And these apprenticeship aims:
      | aim | start date | original start date | planned end date | actual end date | completion status |  TNP1 |
      | A   | 06/08/2020 | -                   | 08/08/2021       | 15/10/2020      | break in learning | 15000 |
      | B   | 01/02/2021 | 06/08/2020          | 08/11/2021       | -               | continuing        | 15000 |
    Then the values are:
      | aim | day 90     |
      | A   | -          |
      | B   | 19/02/2021 |
    And the earnings are:
      | price episode | earning                  | Nov 2020 | Feb 2021 |
      | 01/02/2021    | first provider incentive |     0.00 |   500.00 |

  @FM36-4
  Scenario: A day reached exactly before the restart is also dated the day before it, and is paid once
    Given this learner:
      | date of birth |
      | 01/01/2003    |
    And these apprenticeship aims:
      | aim | start date | original start date | planned end date | actual end date | completion status |  TNP1 |
      | A   | 06/08/2020 | -                   | 08/08/2021       | 03/11/2020      | break in learning | 15000 |
      | B   | 01/02/2021 | 06/08/2020          | 08/11/2021       | -               | continuing        | 15000 |
    Then the values are:
      | aim | day 90     |
      | A   | 03/11/2020 |
      | B   | 31/01/2021 |
    And the earnings are:
      | aim | earning                  | Nov 2020 | Jan 2021 | Feb 2021 |
      | A   | first provider incentive |   500.00 |     0.00 |     0.00 |
      | B   | first provider incentive |     0.00 |     0.00 |     0.00 |

  @FM36-4
  Scenario: An aim left before its qualifying days still counts its days
    # 20 days; day 90 is the 70th from 1 October.
    Given this learner:
      | date of birth |
      | 01/01/2003    |
    And these apprenticeship aims:
      | aim | start date | planned end date | actual end date | completion status |  TNP1 |
      | A   | 06/08/2020 | 08/08/2021       | 25/08/2020      | withdrawn         | 15000 |
      | B   | 01/10/2020 | 08/11/2021       | -               | continuing        | 15000 |
    Then the values are:
      | aim | funding starts | day 90     |
      | A   | no             | -          |
      | B   | yes            | 09/12/2020 |

  @FM36-4 @FM36-4-INCENTIVE
  Scenario Outline: The count goes on past the planned end and the last day of learning, to an assessment passed on <passed>
    # Begun on 6 August 2019: day 365 is 4 August 2020.
    Given this learner:
      | date of birth |
      | 01/01/2003    |
    And this apprenticeship aim:
      | start date | planned end date | actual end date | achievement date |  TNP1 |
      | 06/08/2019 | 30/06/2020       | 01/08/2020      | <passed>         | 15000 |
    Then the earnings are:
      | aim | earning                   | Aug 2020 |
      |   1 | second employer incentive | <paid>   |
      |   1 | second provider incentive | <paid>   |

    Examples:
      | passed     |   paid |
      | 03/08/2020 |   0.00 |
      | 04/08/2020 | 500.00 |

  @FM36-4-INCENTIVE
  Scenario: Both halves of both incentives come from the employer amount
    Given this learner:
      | date of birth |
      | 01/01/2003    |
    And this apprenticeship band:
      | standard code |  band | employer incentive | provider incentive |
      |            17 | 15000 |                600 |               1000 |
    And this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 15000 |
    Then the earnings are:
      | aim | earning                  | Nov 2020 |
      |   1 | first employer incentive |   300.00 |
      |   1 | first provider incentive |   300.00 |

  @FM36-4-INCENTIVE
  Scenario Outline: The employer of a care leaver of <age> with LDM <LDM> is paid <employer>
    Given this learner:
      | date of birth |
      | <born>        |
    And this apprenticeship aim:
      | start date | original start date | planned end date | EEF | LDM   |  TNP1 |
      | 06/08/2020 | <began>             | 08/08/2021       |   4 | <LDM> | 15000 |
    Then the earnings are:
      | aim | earning                  |   Nov 2020 |
      |   1 | first employer incentive | <employer> |
      |   1 | first provider incentive |     500.00 |

    Examples: unless the employer is not to be told (LDM 362), which is for programmes from August 2018 on
      | age | born       | began      | LDM | employer |
      |  20 | 01/01/2000 | -          |   - |   500.00 |
      |  20 | 01/01/2000 | -          | 362 |     0.00 |
      |  18 | 01/01/2002 | -          | 362 |   500.00 |
      |  24 | 01/01/1994 | 31/07/2018 | 362 |   500.00 |

  @FM36-4-DISADVANTAGE
  Scenario Outline: A <course> in a disadvantaged postcode is paid <paid> at day 90
    Given this learner:
      | prior postcode |
      | WX2 4BC        |
    And this apprenticeship aim:
      | <code>   | start date | planned end date | TNP1 |
      | <number> | 06/08/2020 | 08/08/2021       | 7500 |
    Then the earnings are:
      | aim | earning                    | Oct 2020 | Nov 2020 |
      |   1 | first disadvantage payment |     0.00 | <paid>   |

    Examples:
      | course    | code           | number |   paid |
      | framework | framework code |    403 | 300.00 |
      | standard  | standard code  |     17 |   0.00 |

  @FM36-4-DISADVANTAGE
  Scenario: The second half of the disadvantage payment is paid at day 365
    Given this learner:
      | prior postcode |
      | WX2 4BC        |
    And this apprenticeship aim:
      | framework code | start date | planned end date | TNP1 |
      |            403 | 06/08/2019 | 08/08/2021       | 7500 |
    Then the earnings are:
      | aim | earning                     | Aug 2020 | Sep 2020 |
      |   1 | first disadvantage payment  |     0.00 |     0.00 |
      |   1 | second disadvantage payment |   300.00 |     0.00 |

  @FM36-4-DISADVANTAGE
  Scenario Outline: The postcode's amount is that of the programme's start, here valid from <from> to <to>
    Given this apprenticeship postcode:
      | postcode | amount | from   | to   |
      | WX2 4BC  |    200 | <from> | <to> |
    And this learner:
      | prior postcode |
      | WX2 4BC        |
    And this apprenticeship aim:
      | framework code | start date | planned end date | TNP1 |
      |            403 | 06/08/2020 | 08/08/2021       | 7500 |
    Then the earnings are:
      | aim | earning                    | Nov 2020 |
      |   1 | first disadvantage payment | <paid>   |

    Examples:
      | from       | to         |   paid |
      | 06/08/2020 | 06/08/2020 | 100.00 |
      | 07/08/2020 | 31/07/2021 |   0.00 |
      | 01/08/2019 | 05/08/2020 |   0.00 |

  @FM36-4-CARELEAVER
  Scenario Outline: Born on <born>, begun on <began>, EEF <EEF>: the care leaver payment is <paid>
    Given this learner:
      | date of birth |
      | <born>        |
    And this apprenticeship aim:
      | start date | original start date | planned end date | EEF   |  TNP1 |
      | 06/08/2020 | <began>             | 08/08/2021       | <EEF> | 15000 |
    Then the earnings are:
      | aim | earning             | Sep 2020 | Oct 2020 |
      |   1 | care leaver payment |     0.00 | <paid>   |

    Examples: once, at day 60; up to 24, from August 2018 on, in care
      | born       | began      | EEF |    paid |
      | 01/01/2003 | 06/08/2020 |   4 | 1000.00 |
      | 07/08/1995 | 06/08/2020 |   4 | 1000.00 |
      | 06/08/1995 | 06/08/2020 |   4 |    0.00 |
      | 01/01/2000 | 06/08/2020 |   2 |    0.00 |
      | 01/01/2000 | 01/08/2018 |   4 | 1000.00 |
      | 01/01/2000 | 31/07/2018 |   4 |    0.00 |

  @FM36-4-CARELEAVER
  Scenario: Day 60 is counted over all apprenticeships of the learner
    # 50 days on a standard; day 60 is the tenth of the framework.
    Given this learner:
      | date of birth |
      | 01/01/2000    |
    And these apprenticeship aims:
      | aim | standard code | framework code | start date | planned end date | actual end date | completion status | EEF |  TNP1 |
      | A   |            17 |              - | 06/08/2020 | 08/08/2021       | 24/09/2020      | withdrawn         |   4 | 15000 |
      | B   |             - |            403 | 01/11/2020 | 08/11/2021       | -               | continuing        |   4 |  7500 |
    Then the values are:
      | aim | care leaver day | day 90     |
      | A   | -               | -          |
      | B   | 10/11/2020      | 29/01/2021 |
    And the earnings are:
      | aim | earning             | Oct 2020 | Nov 2020 | Dec 2020 |
      | B   | care leaver payment |     0.00 |  1000.00 |     0.00 |

  @FM36-4-SUPPORT
  Scenario Outline: Learning support from <from> to <to> counts the months on whose last day it holds
    Given this apprenticeship aim:
      | start date | planned end date | learning support from | learning support to |  TNP1 |
      | 06/08/2020 | 08/08/2021       | <from>                | <to>                | 15000 |
    Then the earnings are:
      | aim | earning          | Aug 2020 | Sep 2020 | Oct 2020  | Nov 2020 |
      |   1 | learning support | <August> |   150.00 | <October> |     0.00 |

    Examples:
      | from       | to         | August | October |
      | 06/08/2020 | 31/10/2020 | 150.00 |  150.00 |
      | 31/08/2020 | 30/10/2020 | 150.00 |    0.00 |
      | 01/09/2020 | 31/10/2020 |   0.00 |  150.00 |

  @FM36-4-SUPPORT
  Scenario Outline: An aim left on <left> has learning support of <October> in October
    Given this apprenticeship aim:
      | start date | planned end date | actual end date | completion status | learning support from |  TNP1 |
      | 06/08/2020 | 08/08/2021       | <left>          | withdrawn         | 06/08/2020            | 15000 |
    Then the earnings are:
      | aim | earning          | Sep 2020 | Oct 2020  | Nov 2020 |
      |   1 | learning support |   150.00 | <October> |     0.00 |

    Examples:
      | left       | October |
      | 30/10/2020 |    0.00 |
      | 31/10/2020 |  150.00 |

  @FM36-4-SUPPORT
  Scenario Outline: An aim planned to end on <planned end> has learning support of <August> in August
    Given this apprenticeship aim:
      | framework code | start date | planned end date | learning support from | TNP1 |
      |            403 | 06/08/2020 | <planned end>    | 06/08/2020            | 1500 |
    Then the earnings are:
      | aim | earning          | Aug 2020 |
      |   1 | learning support | <August> |

    Examples: a month at least
      | planned end | August |
      | 05/09/2020  |   0.00 |
      | 06/09/2020  | 150.00 |

  @FM36-4-SUPPORT
  Scenario: Learning support is paid once for a learner, on the programme before English
    Given these apprenticeship aims:
      | aim     | aim reference | start date | planned end date | actual end date | completion status | learning support from |  TNP1 |
      | English | 60910015      | 06/08/2020 | 08/08/2021       | -               | continuing        | 06/08/2020            |     - |
      | A       | ZPROG001      | 01/09/2020 | 08/08/2021       | 10/12/2020      | withdrawn         | 01/09/2020            | 15000 |
    Then the earnings are:
      | aim     | earning          | Aug 2020 | Sep 2020 | Nov 2020 | Dec 2020 | Jan 2021 |
      | English | learning support |   150.00 |     0.00 |     0.00 |   150.00 |   150.00 |
      | A       | learning support |     0.00 |   150.00 |   150.00 |     0.00 |     0.00 |

  @FM36-4-SUPPORT
  Scenario: In the month of a new price the learning support belongs to the new episode
    Given this apprenticeship aim:
      | start date | planned end date | learning support from |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 06/08/2020            | 12000 |
    And this price:
      | date       |  TNP1 |
      | 10/01/2021 | 13000 |
    Then the earnings are:
      | price episode | earning          | Dec 2020 | Jan 2021 |
      | 06/08/2020    | learning support |   150.00 |     0.00 |
      | 10/01/2021    | learning support |     0.00 |   150.00 |
