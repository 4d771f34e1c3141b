@apprenticeships @fm36
Feature: Days of earlier years and of other apprenticeships, 2020/21
  Which of them count towards day 60 of a care leaver and day 90 of a programme.

  Background:
    Given the funding year is 2020/21

  @FM36-4-CARELEAVER
  Scenario Outline: A standard begun on <began>, left after 20 days, <counts> towards day 60 of a framework
    # Day 60 is the 40th from 6 August with those days and the 60th without.
    Given this learner:
      | date of birth |
      | 01/01/2000    |
    And these apprenticeship aims:
      | aim | standard code | framework code | start date | planned end date | actual end date | completion status | EEF |  TNP1 |
      | A   |            17 |              - | <began>    | 31/07/2019       | <left>          | withdrawn         |   4 | 15000 |
      | B   |             - |            403 | 06/08/2020 | 08/08/2021       | -               | continuing        |   4 |  9000 |
    Then the values are:
      | aim | care leaver day |
      | B   | <day 60>        |

    Examples: from August 2018 on
      | began      | left       | counts         | day 60     |
      | 31/07/2018 | 19/08/2018 | does not count | 04/10/2020 |
      | 01/08/2018 | 20/08/2018 | counts         | 14/09/2020 |

  @FM36-4-CARELEAVER @FM36-7
  Scenario Outline: 20 days in the history of a programme begun on <began> <count> towards day 60
    Given this learner:
      | date of birth |
      | 01/01/2000    |
    And these apprenticeship aims:
      | aim | standard code | framework code | start date | planned end date | EEF | TNP1 |
      | B   | -             |            403 | 06/08/2020 | 08/08/2021       |   4 | 9000 |
    And this earnings history:
      | year    | standard code | programme start | last day   | days | earned |
      | 2018/19 |            17 | <began>         | 20/08/2018 |   20 |      0 |
    Then the values are:
      | aim | care leaver day |
      | B   | <day 60>        |

    Examples:
      | began      | count        | day 60     |
      | 31/07/2018 | do not count | 04/10/2020 |
      | 01/08/2018 | count        | 14/09/2020 |

  @FM36-4 @FM36-7
  Scenario Outline: A history row that ends on <last day> <counts> as an earlier year
    Given this learner:
      | date of birth |
      | 01/01/2003    |
    And this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 01/09/2020 | 31/08/2021       | 15000 |
    And this earnings history:
      | year    | programme start | last day   | days | earned |
      | 2019/20 | 01/07/2020      | <last day> |   30 |   1000 |
    Then the values are:
      | aim | days in earlier years | day 90   |
      |   1 | <days>                | <day 90> |

    Examples: up to the last day before this year
      | last day   | counts         | days | day 90     |
      | 31/07/2020 | counts         |   30 | 30/10/2020 |
      | 01/08/2020 | does not count |    0 | 29/11/2020 |

  @FM36-4
  Scenario Outline: An aim of <which> pathway completed in the year before <counts> towards day 90
    # 31 days of July 2020. Day 90 is the 59th from 1 September with them and the 90th without.
    Given this learner:
      | date of birth |
      | 01/01/2003    |
    And this apprenticeship band:
      | framework code | pathway code | band |
      |            404 |            2 | 9000 |
    And these apprenticeship aims:
      | aim | framework code | pathway code | start date | planned end date | actual end date | completion status   | TNP1 |
      | A   |    <framework> |            2 | 01/07/2020 | 31/07/2020       | 31/07/2020      | <completion status> |  900 |
      | B   |            403 |            1 | 01/09/2020 | 31/08/2021       | -               | continuing          | 9000 |
    Then the values are:
      | aim | day 90   |
      | B   | <day 90> |

    Examples: any pathway of the framework, no other framework
      | which               | framework | completion status | counts         | day 90     |
      | another             |       403 | withdrawn         | counts         | 29/10/2020 |
      | another             |       403 | completed         | counts         | 29/10/2020 |
      | another framework's |       404 | withdrawn         | does not count | 29/11/2020 |

  @FM36-7
  Scenario Outline: A history row of <year> <counts> in 2020/21
    Given this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 01/09/2020 | 31/08/2021       | 12000 |
    And this earnings history:
      | year   | programme start | last day   | earned |
      | <year> | 10/09/2019      | 30/06/2020 |   1000 |
    Then the price episodes are:
      | price episode | earlier earnings |
      | 01/09/2020    | <earned>         |

    Examples:
      | year    | counts         |  earned |
      | 2019/20 | counts         | 1000.00 |
      | 2020/21 | does not count |    0.00 |

  @FM36-4
  Scenario: The aims of a programme count in order of start, however the file orders them
    Given this learner:
      | date of birth |
      | 01/01/2003    |
    And these apprenticeship aims:
      | aim | start date | original start date | planned end date | actual end date | completion status |  TNP1 |
      | B   | 01/02/2021 | 06/08/2020          | 08/11/2021       | -               | continuing        | 15000 |
      | A   | 06/08/2020 | -                   | 08/08/2021       | 15/10/2020      | break in learning | 15000 |
    Then the values are:
      | aim | day 90     |
      | A   | -          |
      | B   | 19/02/2021 |
    And the price episodes are:
      | price episode | earlier earnings |
      | 06/08/2020    |             0.00 |
      | 01/02/2021    |          2000.00 |

  @FM36-10
  Scenario Outline: A programme of funding model <model> <earns>
    Given this apprenticeship aim:
      | funding model | start date | planned end date |  TNP1 |
      | <model>       | 01/09/2020 | 31/08/2021       | 12000 |
    Then 1 earns <amount> in Sep 2020

    Examples:
      | model | earns         | amount |
      |    36 | earns         | 800.00 |
      |    81 | earns nothing |   0.00 |
      |    99 | earns nothing |   0.00 |
