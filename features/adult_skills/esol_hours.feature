@adult-skills
Feature: Additional hours of ESOL
  Additional hours raise both rates of an ESOL aim by the sum of a band.

  Background:
    Given the funding year is 2020/21

  @FM35-ESOL-01
  Scenario: 250 additional hours on an ESOL aim of £724 (worked example A14)
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | additional hours | SOF |
      | A   | 60920019      | 01/09/2020 | 28/02/2021       | -               |              250 | 105 |
    Then the earnings are:
      | aim | earning      | Aug 2020 |  Sep 2020 |  Oct 2020 |  Nov 2020 |  Dec 2020 |  Jan 2021 |  Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | A   | on-programme |     0.00 | 454.62857 | 227.31429 | 227.31429 | 227.31429 | 227.31429 | 227.31429 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
    And nothing else is earned
    And the values are:
      | aim | weighted rate | unweighted rate | aim value | fee element |
      | A   |      1,989.00 |        1,989.00 |  1,989.00 |        0.00 |

  @FM35-ESOL-02
  Scenario Outline: <hours> additional hours add <sum>
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | additional hours | SOF |
      | A   | 60920032      | 01/09/2020 | 28/02/2021       | -               | <hours>          | 105 |
    Then the values are:
      | aim | weighted rate | unweighted rate |
      | A   | <sum>         | <sum>           |

    Examples:
      | hours |      sum |
      |     1 |    14.00 |
      |     2 |    14.00 |
      |     3 |    21.00 |
      |     4 |    21.00 |
      |     5 |    35.00 |
      |     6 |    35.00 |
      |     7 |    50.00 |
      |    12 |    50.00 |
      |    13 |   100.00 |
      |    20 |   100.00 |
      |    21 |   150.00 |
      |    44 |   150.00 |
      |    45 |   300.00 |
      |    68 |   300.00 |
      |    69 |   450.00 |
      |    92 |   450.00 |
      |    93 |   600.00 |
      |   100 |   600.00 |
      |   101 |   724.00 |
      |   196 |   724.00 |
      |   197 | 1,265.00 |
      |   292 | 1,265.00 |
      |   293 | 1,987.00 |
      |   388 | 1,987.00 |
      |   389 | 2,573.00 |
      |   580 | 2,573.00 |
      |   581 | 4,170.00 |
      |  1060 | 4,170.00 |
      |  1061 | 6,602.00 |

  @FM35-ESOL-02 @FM35-ESOL-03
  Scenario Outline: <hours> additional hours of an aim begun before August 2016 add <sum>
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | additional hours | SOF |
      | A   | 60920032      | 01/09/2015 | 31/07/2021       | -               | <hours>          | 105 |
    Then the values are:
      | aim | weighted rate | unweighted rate |
      | A   | <sum>         | <sum>           |

    Examples:
      | hours |      sum |
      |     1 |    50.00 |
      |    12 |    50.00 |
      |    13 |   100.00 |
      |    20 |   100.00 |
      |    21 |   150.00 |
      |    44 |   150.00 |
      |    45 |   300.00 |
      |    68 |   300.00 |
      |    69 |   450.00 |
      |    92 |   450.00 |
      |    93 |   600.00 |
      |   100 |   600.00 |
      |   101 |   724.00 |
      |   196 |   724.00 |
      |   197 | 1,265.00 |
      |   292 | 1,265.00 |
      |   293 | 1,987.00 |
      |   388 | 1,987.00 |
      |   389 | 2,573.00 |
      |   580 | 2,573.00 |
      |   581 | 4,170.00 |
      |  1060 | 4,170.00 |
      |  1061 | 6,602.00 |

  @FM35-ESOL-03
  Scenario Outline: An aim begun on <start> has <sum> for two additional hours
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | additional hours | SOF |
      | A   | 60920032      | <start>    | 31/07/2021       | -               |                2 | 105 |
    Then the values are:
      | aim | weighted rate |
      | A   | <sum>         |

    Examples:
      | start      |   sum |
      | 31/07/2015 |  0.00 |
      | 01/08/2015 | 50.00 |
      | 31/07/2016 | 50.00 |
      | 01/08/2016 | 14.00 |

  @FM35-ESOL-01
  Scenario: Additional hours of other aims add nothing
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | additional hours | SOF |
      | A   | 60910015      | 01/09/2020 | 28/02/2021       | -               |              250 | 105 |
    Then the values are:
      | aim | weighted rate |
      | A   |        724.00 |

  @FM35-ESOL-04
  Scenario: Co-funded, half of the additional sum is part of the fee
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | additional hours | SOF | FFI |
      | A   | 60920019      | 01/09/2020 | 28/02/2021       | -               |              250 | 105 |   2 |
    Then the earnings are:
      | aim | earning      | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 |
      | A   | on-programme |   227.31 |   113.66 |   113.66 |   113.66 |   113.66 |   113.66 |
    And the values are:
      | aim | fee element |
      | A   |      994.50 |

  @FM35-ESOL-01
  Scenario: Without a start of funding the hours add nothing
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | status    | additional hours | SOF |
      | A   | 60920019      | 01/09/2020 | 28/02/2021       | 11/10/2020      | withdrawn |              250 | 105 |
    Then the values are:
      | aim | funding starts | weighted rate |
      | A   | no             |        724.00 |
