@apprenticeships @fm36
Feature: Earlier years of an apprenticeship
  What earlier years earned comes from a history record, or else is worked out anew from the aims of this ILR.

  Background:
    Given the funding year is 2020/21

  @FM36-7
  Scenario: Without a record the earlier years are worked out from the aims
    # 9600 over 24 months, 11 of them in 2019/20.
    Given this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 10/09/2019 | 09/09/2021       | 12000 |
    Then the price episodes are:
      | price episode | earlier earnings | earlier earnings same provider | capped remainder | instalment |
      | 01/08/2020    |          4400.00 |                        4400.00 |          7600.00 |     400.00 |

  @FM36-7
  Scenario: A record of the year stands in place of the year of the aims
    Given this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 10/09/2019 | 09/09/2021       | 12000 |
    And this earnings history:
      | year    | earned |  TNP1 |
      | 2019/20 |   4000 | 12000 |
    Then the price episodes are:
      | price episode | earlier earnings | earlier earnings same provider | capped remainder | instalment |
      | 01/08/2020    |          4000.00 |                        4000.00 |          8000.00 |  430.76923 |

  @FM36-7
  Scenario: Another provider's earnings take room in the band and nothing off the price
    Given this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 01/09/2020 | 31/08/2021       | 12000 |
    And this earnings history:
      | year    | provider | programme start | last day   | earned |  TNP1 |
      | 2019/20 | 10000002 | 10/09/2019      | 30/06/2020 |  10000 | 14000 |
    Then the price episodes are:
      | price episode | earlier earnings | earlier earnings same provider | upper limit adjustment | capped remainder | completion element |
      | 01/09/2020    |         10000.00 |                           0.00 |                7000.00 |          5000.00 |            1000.00 |
    And the values are:
      | aim | programme start |
      |   1 | 10/09/2019      |

  @FM36-7
  Scenario: The earnings of a provider that this one has taken over are its own
    Given this learner:
      | PMUKPRN  |
      | 10000002 |
    And this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 01/09/2020 | 31/08/2021       | 12000 |
    And this earnings history:
      | year    | provider | programme start | last day   | earned |  TNP1 |
      | 2019/20 | 10000002 | 10/09/2019      | 30/06/2020 |   5000 | 12000 |
    Then the price episodes are:
      | price episode | earlier earnings | earlier earnings same provider | capped remainder |
      | 01/09/2020    |          5000.00 |                        5000.00 |          7000.00 |

  @FM36-7
  Scenario: A year that another provider has a record of too is not worked out from the aims
    # What this provider earned in 2019/20 is then not taken off: 12000 is spread again.
    Given this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 10/09/2019 | 09/09/2021       | 12000 |
    And this earnings history:
      | year    | provider | last day   | earned |
      | 2019/20 | 10000002 | 30/06/2020 |   1000 |
    Then the price episodes are:
      | price episode | earlier earnings | earlier earnings same provider | capped remainder | instalment |
      | 01/08/2020    |          1000.00 |                           0.00 |         12000.00 |  738.46154 |

  @FM36-7 @FM36-4
  Scenario: Days of earlier years count towards day 365, and day 90 is long past
    # 300 days before; day 365 is the 65th from 1 September.
    Given this learner:
      | date of birth |
      | 01/01/2003    |
    And this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 01/09/2020 | 31/08/2021       | 12000 |
    And this earnings history:
      | year    | programme start | last day   | days | earned |
      | 2019/20 | 10/09/2019      | 05/07/2020 |  300 |   1000 |
    Then the values are:
      | aim | days in earlier years | day 90 | day 365    |
      |   1 |                   300 | -      | 04/11/2020 |
    And the earnings are:
      | aim | earning                   | Oct 2020 | Nov 2020 |
      |   1 | first provider incentive  |     0.00 |     0.00 |
      |   1 | second provider incentive |     0.00 |   500.00 |

  @FM36-7 @FM36-2-AGE
  Scenario: A record can say that the learner was 16 to 18
    Given this learner:
      | date of birth |
      | 01/08/2000    |
    And this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 01/09/2020 | 31/08/2021       | 12000 |
    And this earnings history:
      | year    | programme start | last day   | earned | 16-18 at start |
      | 2019/20 | 01/08/2019      | 30/06/2020 |   1000 | yes            |
    Then the values are:
      | aim | age at start | 16-18 at start |
      |   1 |           19 | yes            |

  @FM36-7 @FM36-3.5
  Scenario: Uplift of earlier years comes off the uplift
    # 1800 - 1440 leaves the fifth for completion and no instalments.
    Given this learner:
      | date of birth |
      | 01/01/2003    |
    And this apprenticeship aim:
      | framework code | start date | planned end date | actual end date | TNP1 |
      |            403 | 01/09/2020 | 31/08/2021       | 30/06/2021      | 7500 |
    And this earnings history:
      | year    | programme start | last day   | earned | uplift earned |
      | 2019/20 | 01/08/2019      | 31/07/2020 |   2000 |          1440 |
    Then the earnings are:
      | aim | earning             | Sep 2020 | Jun 2021 |
      |   1 | uplift on-programme |     0.00 |     0.00 |
      |   1 | uplift balancing    |     0.00 |     0.00 |
      |   1 | uplift completion   |     0.00 |   360.00 |

  @FM36-7 @FM36-3.1-RESIDUAL
  Scenario: What was left of a residual price at the end of the year goes on
    # The price is still 6000, and a fifth of it the completion element; 2000 are left.
    Given this apprenticeship aim:
      | start date | planned end date | TNP3 |
      | 10/09/2019 | 09/09/2021       | 6000 |
    And this earnings history:
      | year    | earned | TNP3 | residual TNP3 |
      | 2019/20 |   4000 | 6000 |          2000 |
    Then the price episodes are:
      | price episode |   price | earlier earnings | capped remainder | completion element | instalment |
      | 01/08/2020    | 6000.00 |          4000.00 |          2000.00 |            1200.00 |   61.53846 |

  @FM36-7 @FM36-3.1-METHODS
  Scenario Outline: An aim without a price of its own and LDM <LDM>: the price of <whose> record <counts>
    Given this apprenticeship aim:
      | start date | original start date | planned end date | LDM   |
      | 01/09/2020 | 10/09/2019          | 31/08/2021       | <LDM> |
    And this earnings history:
      | year    | provider   | last day   | earned | TNP1 |
      | 2019/20 | <provider> | 30/06/2020 |   2000 | 9000 |
    Then the price episodes are:
      | price episode | price   |
      | 01/09/2020    | <price> |

    Examples: the second method looks at this provider's records only
      | whose              | provider | LDM |   price | counts         |
      | another provider's | 10000002 |   - | 9000.00 | counts         |
      | another provider's | 10000002 | 374 |    0.00 | does not count |
      | this provider's    | 10000001 | 374 | 9000.00 | counts         |
