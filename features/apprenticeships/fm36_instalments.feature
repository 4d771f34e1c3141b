@apprenticeships @fm36
Feature: The amount to spread, and the months that earn it
  What is left of the price under the band, less a fifth for completion, is spread over the months whose last day is reached.

  Background:
    Given the funding year is 2020/21

  @FM36-3.2
  Scenario: What was earned comes off a new price
    Given this apprenticeship aim:
      | start date | planned end date | TNP1 |
      | 06/08/2020 | 08/08/2021       | 9000 |
    And this price:
      | date       |  TNP1 |
      | 10/01/2021 | 10500 |
    Then the price episodes are:
      | price episode |    price | earlier earnings | capped remainder | completion element | planned instalments | instalment |
      | 06/08/2020    |  9000.00 |             0.00 |          9000.00 |            1800.00 |                  12 |     600.00 |
      | 10/01/2021    | 10500.00 |          3000.00 |          7500.00 |            2100.00 |                   7 |  771.42857 |

  @FM36-3.2
  Scenario Outline: A price of <price> under a band of 15,000 keeps <completion> for completion
    Given this apprenticeship aim:
      | start date | planned end date | TNP1    |
      | 06/08/2020 | 08/08/2021       | <price> |
    Then the price episodes are:
      | price episode | upper limit adjustment | capped remainder | completion element | instalment   |
      | 06/08/2020    | <above>                | <capped>         | <completion>       | <instalment> |

    Examples:
      | price |   above |   capped | completion | instalment |
      | 12000 |    0.00 | 12000.00 |    2400.00 |     800.00 |
      | 15000 |    0.00 | 15000.00 |    3000.00 |    1000.00 |
      | 15001 |    1.00 | 15000.00 |    3000.00 |    1000.00 |
      | 20000 | 5000.00 | 15000.00 |    3000.00 |    1000.00 |

  @FM36-3.2
  Scenario: The band still counts what was earned when residual prices begin
    # 15000 - 5000 is left of the band; the residual prices are 1000 above it, and a fifth of the limited price is kept.
    Given this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 15000 |
    And this price:
      | date       |  TNP3 |
      | 10/01/2021 | 11000 |
    Then the price episodes are:
      | price episode |    price | earlier earnings | upper limit adjustment | capped remainder | completion element | expected monthly total |
      | 06/08/2020    | 15000.00 |             0.00 |                   0.00 |         15000.00 |            3000.00 |               12000.00 |
      | 10/01/2021    | 11000.00 |          5000.00 |                1000.00 |         10000.00 |            2000.00 |                8000.00 |

  @FM36-3.2
  Scenario: The completion element is never more than what is left
    Given this apprenticeship aim:
      | start date | planned end date | TNP1 |
      | 06/08/2020 | 08/08/2021       | 9000 |
    And this price:
      | date       | TNP1 |
      | 10/01/2021 | 3500 |
    Then the price episodes are:
      | price episode | earlier earnings | capped remainder | completion element | expected monthly total |
      | 06/08/2020    |             0.00 |          9000.00 |            1800.00 |                7200.00 |
      | 10/01/2021    |          3000.00 |           500.00 |             500.00 |                   0.00 |
    And the earnings are:
      | price episode | earning      | Dec 2020 | Jan 2021 | Feb 2021 |
      | 06/08/2020    | on-programme |   600.00 |     0.00 |     0.00 |
      | 10/01/2021    | on-programme |     0.00 |     0.00 |     0.00 |

  @FM36-3.2
  Scenario: An aim without a price earns nothing for it, but its incentives all the same
    Given this learner:
      | date of birth |
      | 01/01/2003    |
    And this apprenticeship aim:
      | start date | planned end date |
      | 06/08/2020 | 08/08/2021       |
    Then the price episodes are:
      | price episode | price | capped remainder |
      | 06/08/2020    |  0.00 |             0.00 |
    And the earnings are:
      | price episode | earning                  | Aug 2020 | Nov 2020 |
      | 06/08/2020    | on-programme             |     0.00 |     0.00 |
      | 06/08/2020    | first employer incentive |     0.00 |   500.00 |
      | 06/08/2020    | first provider incentive |     0.00 |   500.00 |
    And nothing else is earned

  @FM36-3.2
  Scenario: Funding adjustments of the programme aim change nothing
    Given this apprenticeship aim:
      | start date | planned end date | prior learning adjustment | other funding adjustment |  TNP1 |
      | 06/08/2020 | 08/08/2021       |                       50% |                      80% | 12000 |
    Then the earnings are:
      | aim | earning      | Aug 2020 |
      |   1 | on-programme |   800.00 |

  @FM36-3.3
  Scenario Outline: Planned from <start> to <planned end>: <instalments> instalments
    Given this apprenticeship aim:
      | start date | planned end date | TNP1 |
      | <start>    | <planned end>    | 5000 |
    Then the price episodes are:
      | price episode | planned instalments |
      | <start>       | <instalments>       |
    And the earnings are:
      | aim | earning      | Sep 2020    | Dec 2020  | Jan 2021  | Feb 2021 |
      |   1 | on-programme | <September> | <monthly> | <January> |     0.00 |

    Examples: the last month counts only if the planned end is its last day, the first one always
      | start      | planned end | instalments | September | monthly | January |
      | 01/09/2020 | 30/01/2021  |           4 |   1000.00 | 1000.00 |    0.00 |
      | 01/09/2020 | 31/01/2021  |           5 |    800.00 |  800.00 |  800.00 |
      | 30/09/2020 | 31/01/2021  |           5 |    800.00 |  800.00 |  800.00 |
      | 01/10/2020 | 31/01/2021  |           4 |      0.00 | 1000.00 | 1000.00 |

  @FM36-3.3
  Scenario Outline: Left on <left>, the month <counts>
    Given this apprenticeship aim:
      | start date | planned end date | actual end date | completion status |  TNP1 |
      | 06/08/2020 | 08/08/2021       | <left>          | withdrawn         | 15000 |
    Then the price episodes are:
      | price episode | actual instalments | total earnings |
      | 06/08/2020    | <instalments>      | <earned>       |
    And the earnings are:
      | aim | earning      | Nov 2020 | Dec 2020   | Jan 2021 |
      |   1 | on-programme |  1000.00 | <December> |     0.00 |
    And the earnings in all are <earned>

    Examples:
      | left       | counts         | December | instalments |  earned |
      | 30/12/2020 | does not count |     0.00 |           4 | 4000.00 |
      | 31/12/2020 | counts         |  1000.00 |           5 | 5000.00 |

  @FM36-3.3
  Scenario: No instalments after the planned end, however late the aim ends; the count of months goes on
    Given this apprenticeship aim:
      | start date | planned end date | actual end date | completion status | TNP1 |
      | 06/08/2020 | 31/01/2021       | 30/06/2021      | withdrawn         | 7500 |
    Then the price episodes are:
      | price episode | planned instalments | actual instalments |
      | 06/08/2020    |                   6 |                 11 |
    And the earnings are:
      | aim | earning      | Dec 2020 | Jan 2021 | Feb 2021 | Jun 2021 |
      |   1 | on-programme |  1000.00 |  1000.00 |     0.00 |     0.00 |

  @FM36-3.3
  Scenario: An episode that begins after the planned end has no instalments and still pays completion
    Given this apprenticeship aim:
      | start date | planned end date | actual end date |  TNP1 |
      | 06/08/2019 | 30/06/2020       | 20/09/2020      | 12000 |
    Then the price episodes are:
      | price episode | earlier earnings | capped remainder | completion element | planned instalments |
      | 01/08/2020    |          9600.00 |          2400.00 |            2400.00 |                   0 |
    And the earnings are:
      | aim | earning      | Aug 2020 | Sep 2020 |
      |   1 | on-programme |     0.00 |     0.00 |
      |   1 | balancing    |     0.00 |     0.00 |
      |   1 | completion   |     0.00 |  2400.00 |
    And nothing else is earned

  @FM36-3.3
  Scenario: An episode in the middle of a month earns nothing of it
    Given this apprenticeship aim:
      | start date | planned end date | TNP1 |
      | 06/08/2020 | 08/08/2021       | 9000 |
    And these prices:
      | date       |  TNP1 |
      | 05/01/2021 | 12000 |
      | 20/01/2021 | 10500 |
    Then the price episodes are:
      | price episode | earlier earnings | total earnings | planned instalments |
      | 06/08/2020    |             0.00 |        3000.00 |                  12 |
      | 05/01/2021    |          3000.00 |           0.00 |                   7 |
      | 20/01/2021    |          3000.00 |        5400.00 |                   7 |
    And the earnings are:
      | price episode | earning      | Dec 2020 |  Jan 2021 |  Feb 2021 |
      | 06/08/2020    | on-programme |   600.00 |      0.00 |      0.00 |
      | 05/01/2021    | on-programme |     0.00 |      0.00 |      0.00 |
      | 20/01/2021    | on-programme |     0.00 | 771.42857 | 771.42857 |

  @FM36-3.3-NEGATIVE
  Scenario Outline: A price below what was earned, the aim <ends>
    # 2000 - 3000 = -1000
    Given this apprenticeship aim:
      | start date | planned end date | actual end date | completion status | TNP1 |
      | 06/08/2020 | 08/08/2021       | <end>           | <status>          | 9000 |
    And this price:
      | date       | TNP1 |
      | 10/01/2021 | 2000 |
    Then the price episodes are:
      | price episode | capped remainder | completion element | expected monthly total | total earnings |
      | 06/08/2020    |          9000.00 |            1800.00 |                7200.00 |        3000.00 |
      | 10/01/2021    |         -1000.00 |               0.00 |               -1000.00 |        <total> |
    And the earnings are:
      | price episode | earning      | Dec 2020 |  Jan 2021 | Feb 2021 |
      | 06/08/2020    | on-programme |   600.00 |      0.00 |     0.00 |
      | 10/01/2021    | on-programme |     0.00 | <January> |     0.00 |

    Examples: the whole comes back in the episode's first month, if that month has an instalment
      | ends               | end        | status     |  January |    total |
      | goes on            | -          | continuing | -1000.00 | -1000.00 |
      | is left in March   | 15/03/2021 | withdrawn  | -1000.00 | -1000.00 |
      | is left in January | 20/01/2021 | withdrawn  |     0.00 |     0.00 |

  @FM36-10
  Scenario: Amounts are never rounded to pence: fifteen digits are carried
    Given this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 06/08/2020 | 08/03/2021       | 10000 |
    Then the price episodes are:
      | price episode |       instalment |
      | 06/08/2020    | 1142.85714285714 |
    And the earnings are:
      | aim | earning      |         Aug 2020 |
      |   1 | on-programme | 1142.85714285714 |
