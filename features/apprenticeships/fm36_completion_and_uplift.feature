@apprenticeships @fm36
Feature: Balancing, completion and the framework uplift
  Completion pays the instalments that were not reached and the completion element, in the month of the completion.

  Background:
    Given the funding year is 2020/21

  @FM36-3.4
  Scenario Outline: Learning ends on 31 May and the assessment is passed on <passed>
    Given this apprenticeship aim:
      | start date | planned end date | actual end date | achievement date |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 31/05/2021      | <passed>         | 15000 |
    Then the price episodes are:
      | price episode | completed | actual end | end with assessment | balancing value |
      | 06/08/2020    | yes       | 31/05/2021 | <passed>            |         2000.00 |
    And the earnings are:
      | aim | earning      |         May 2021 | Jun 2021 |          Jul 2021 |
      |   1 | on-programme |          1000.00 |     0.00 |              0.00 |
      |   1 | balancing    |            <May> |     0.00 |            <July> |
      |   1 | completion   | <May completion> |     0.00 | <July completion> |

    Examples:
      | passed     |     May | May completion |    July | July completion |
      | 31/05/2021 | 2000.00 |        3000.00 |    0.00 |            0.00 |
      | 08/07/2021 |    0.00 |           0.00 | 2000.00 |         3000.00 |

  @FM36-3.4
  Scenario: An assessment passed after July pays nothing in this year
    Given this apprenticeship aim:
      | start date | planned end date | actual end date | achievement date |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 31/05/2021      | 01/08/2021       | 15000 |
    Then the earnings are:
      | aim | earning      | May 2021 | Jun 2021 | Jul 2021 |
      |   1 | on-programme |  1000.00 |     0.00 |     0.00 |
      |   1 | balancing    |     0.00 |     0.00 |     0.00 |
      |   1 | completion   |     0.00 |     0.00 |     0.00 |
    And the earnings in all are 10,000.00

  @FM36-3.4
  Scenario Outline: <status> pays neither balancing nor completion
    Given this apprenticeship aim:
      | start date | planned end date | actual end date | completion status |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 10/05/2021      | <status>          | 15000 |
    Then the price episodes are:
      | price episode | completed | balancing value | total earnings |
      | 06/08/2020    | no        |            0.00 |        9000.00 |
    And the earnings are:
      | aim | earning      | Apr 2021 | May 2021 |
      |   1 | on-programme |  1000.00 |     0.00 |
    And the earnings in all are 9000.00

    Examples:
      | status            |
      | withdrawn         |
      | break in learning |

  @FM36-3.4
  Scenario: Completed once every instalment is reached, only the completion is paid
    Given this apprenticeship aim:
      | framework code | start date | planned end date | actual end date | TNP1 |
      |            403 | 06/08/2019 | 08/08/2020       | 31/07/2021      | 7500 |
    Then the earnings are:
      | aim | earning      | Aug 2020 | Jul 2021 |
      |   1 | on-programme |     0.00 |     0.00 |
      |   1 | balancing    |     0.00 |     0.00 |
      |   1 | completion   |     0.00 |  1500.00 |
    And nothing else is earned

  @FM36-3.4
  Scenario: After a change of price only the last episode is completed
    Given this apprenticeship aim:
      | start date | planned end date | actual end date | TNP1 |
      | 06/08/2020 | 08/08/2021       | 30/04/2021      | 9000 |
    And this price:
      | date       |  TNP1 |
      | 10/01/2021 | 12000 |
    Then the price episodes are:
      | price episode | completed | total earnings | actual instalments |
      | 06/08/2020    | no        |        3000.00 |                  5 |
      | 10/01/2021    | yes       |        9000.00 |                  4 |
    And the earnings are:
      | price episode | earning      |  Mar 2021 |   Apr 2021 |
      | 10/01/2021    | on-programme | 942.85714 |  942.85714 |
      | 10/01/2021    | balancing    |      0.00 | 2828.57143 |
      | 10/01/2021    | completion   |      0.00 |    2400.00 |

  @FM36-3.4
  Scenario: An episode that goes on has no actual instalments, though its earnings are known
    Given this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 06/08/2020 | 31/07/2021       | 15000 |
    Then the price episodes are:
      | price episode | actual end | actual instalments | total earnings |
      | 06/08/2020    | -          |                  0 |       12000.00 |

  @FM36-3.5
  Scenario Outline: The uplift of a framework of <who> is <uplift> a month
    Given this learner:
      | date of birth |
      | <born>        |
    And this apprenticeship aim:
      | framework code | start date | planned end date | TNP1 |
      |            403 | 06/08/2020 | 08/08/2021       | 7500 |
    Then the earnings are:
      | aim | earning             | Aug 2020 | Jul 2021 |
      |   1 | uplift on-programme | <uplift> | <uplift> |

    Examples: four fifths of 1,800 over 12 months
      | who            | born       | uplift |
      | an 18 year old | 07/08/2001 | 120.00 |
      | a 19 year old  | 06/08/2001 |   0.00 |

  @FM36-3.5
  Scenario: A standard has no uplift
    Given this learner:
      | date of birth |
      | 01/01/2003    |
    And this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 15000 |
    Then the earnings are:
      | aim | earning             | Aug 2020 | Jul 2021 |
      |   1 | uplift on-programme |     0.00 |     0.00 |

  @FM36-3.5
  Scenario: The uplift comes to its balancing and its completion with the programme's
    Given this learner:
      | date of birth |
      | 01/01/2003    |
    And this apprenticeship aim:
      | framework code | start date | planned end date | actual end date | TNP1 |
      |            403 | 06/08/2020 | 08/08/2021       | 31/03/2021      | 7500 |
    Then the earnings are:
      | aim | earning             | Feb 2021 | Mar 2021 | Apr 2021 |
      |   1 | uplift on-programme |   120.00 |   120.00 |     0.00 |
      |   1 | uplift balancing    |     0.00 |   480.00 |     0.00 |
      |   1 | uplift completion   |     0.00 |   360.00 |     0.00 |

  @FM36-3.5
  Scenario: A change of price does not change the uplift
    Given this learner:
      | date of birth |
      | 01/01/2003    |
    And this apprenticeship aim:
      | framework code | start date | planned end date | TNP1 |
      |            403 | 06/08/2020 | 08/08/2021       | 7500 |
    And this price:
      | date       | TNP1 |
      | 10/01/2021 | 3000 |
    Then the earnings are:
      | price episode | earning             | Dec 2020 | Jan 2021 | Feb 2021 |
      | 06/08/2020    | uplift on-programme |   120.00 |     0.00 |     0.00 |
      | 10/01/2021    | uplift on-programme |     0.00 |   120.00 |   120.00 |

  @FM36-3.5
  Scenario: Uplift earned on another pathway comes off the uplift
    # Pathway 2: four fifths of 1,200 in 12 months, 11 of them reached: 880. Pathway 1 keeps a fifth of 1,800 and
    # spreads 1800 - 360 - 880 over 12 months.
    Given this learner:
      | date of birth |
      | 01/01/2003    |
    And these apprenticeship aims:
      | aim | framework code | pathway code | start date | planned end date | actual end date | completion status | TNP1 |
      | A   |            403 |            2 | 06/08/2019 | 05/08/2020       | 20/07/2020      | withdrawn         | 6000 |
      | B   |            403 |            1 | 01/09/2020 | 31/08/2021       | -               | continuing        | 6000 |
    Then the earnings are:
      | aim | earning             | Aug 2020 | Sep 2020 | Jul 2021 |
      | B   | uplift on-programme |     0.00 | 46.66667 | 46.66667 |
