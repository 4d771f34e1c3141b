@apprenticeships
Feature: Definitions in single values
  The terms of the rules, each with its figures and no ILR behind it.

  @AR-9.8 @AR-3.7
  Scenario Outline: A price is distributed over months, completion and balancing
    Given there is an agreed price of <agreed price>
    And the planned course duration covers <planned census months> months
    And the actual duration of learning is <actual census months in learning> months
    Then the monthly earnings is <monthly earnings>
    And the completion payment is <completion payment>
    And the balancing payment is <balancing payment>

    Examples:
      | agreed price | planned census months | actual census months in learning | monthly earnings | completion payment | balancing payment |
      |        15000 |                     6 |                                6 |             2000 |               3000 |                 0 |
      |         7500 |                    12 |                               12 |              500 |               1500 |                 0 |
      |        15000 |                    12 |                                8 |             1000 |               3000 |              4000 |
      |        15000 |                    12 |                               13 |             1000 |               3000 |                 0 |

  @AR-9.8 @AR-3.10
  Scenario Outline: A price alone gives its monthly sum and its completion
    Given there is an agreed price of <agreed price>
    And the planned course duration covers <census months> months
    Then the monthly earnings is <monthly earnings>
    And the completion payment is <completion payment>

    Examples:
      | agreed price | census months | monthly earnings | completion payment |
      |        15000 |            12 |             1000 |               3000 |
      |         8125 |            13 |              500 |               1625 |
      |            1 |            12 |          0.06667 |                0.2 |

  @AR-9.8 @AR-7.1
  Scenario Outline: What is due is what is earned less what was earned before
    Given a provider has previously earned <previous amount> in period R01
    When an earning of <earned amount> is calculated for period R01
    Then a payment of <due amount> is due

    Examples:
      | previous amount | earned amount | due amount |
      |               0 |          1000 |       1000 |
      |             500 |          1000 |        500 |
      |            1000 |          1000 |          0 |

  @AR-9.8 @AR-8.5
  Scenario Outline: An amount due is split over levy, government and employer
    Given an employer levy balance of <employer levy balance>
    When a payment of <due amount> is due
    Then the employer levy account is debited by <levy account debit>
    And the provider is paid <paid by SFA> by the SFA
    And the provider is due <payment due from employer> from the employer

    Examples:
      | employer levy balance | due amount | levy account debit | paid by SFA | payment due from employer |
      |                  1000 |       1000 |               1000 |           0 |                         0 |
      |                     0 |       1000 |                  0 |         900 |                       100 |
      |                   500 |       1000 |                500 |         450 |                        50 |

  @AR-9.8 @AR-4.1
  Scenario Outline: A learner of 19 or over has no incentive
    Given the learner is age <Age>
    Then incentive payments due are <Incentive payments>

    Examples:
      | Age | Incentive payments |
      |  19 | none               |
      |  25 | none               |
