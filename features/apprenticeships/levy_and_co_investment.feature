@apprenticeships
Feature: Levy balances, priority and co-investment
  What is due is taken from the employer's levy while there is balance, in the order of priority of the commitments; government
  and employer share the rest.

  @AR-8.3 @AR-8.4 @AR-8.5
  Scenario: Where the balance does not suffice the rest is shared
    Given the employer's levy balance is:
      | 09/17 | 10/17 | 11/17 |
      |   500 |  1500 |     0 |
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   |
      | learner a |            50 |        15000 | 06/08/2017 | 08/08/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                       | 08/17 | 09/17 | 10/17 | 11/17 |
      | Provider Paid by SFA       |     0 |   950 |  1000 |   900 |
      | Payment due from Employer  |     0 |    50 |     0 |   100 |
      | Levy account debited       |     0 |   500 |  1000 |     0 |
      | SFA Levy employer budget   |   500 |  1000 |     0 |     0 |
      | SFA Levy co-funding budget |   450 |     0 |   900 |   900 |

  @AR-8.3 @AR-8.5
  Scenario: The commitment of priority 1 is paid first
    Given the employer 1 has a levy balance of:
      | 09/17 | 10/17 |
      |  1500 |  1500 |
    And the following commitments exist:
      | Employer   | commitment Id | priority |   ULN | standard code | agreed price | start date | end date   |
      | employer 1 |             1 |        2 | 22222 |            50 |        15000 | 06/08/2017 | 08/08/2018 |
      | employer 1 |             2 |        1 | 11111 |            50 |        15000 | 06/08/2017 | 08/08/2018 |
    When an ILR file is submitted with the following data:
      |   ULN | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | 22222 | programme only DAS |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
      | 11111 | programme only DAS |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
    Then the provider earnings and payments break down for ULN 11111 as follows:
      | Type                      | 08/17 | 09/17 | 10/17 |
      | Levy account debited      |     0 |  1000 |  1000 |
      | Payment due from Employer |     0 |     0 |     0 |
    And the provider earnings and payments break down for ULN 22222 as follows:
      | Type                       | 08/17 | 09/17 | 10/17 |
      | Levy account debited       |     0 |   500 |   500 |
      | SFA Levy co-funding budget |   450 |   450 |   450 |
      | Payment due from Employer  |     0 |    50 |    50 |

  @AR-8.3
  Scenario: One balance serves the learners of all providers
    Given the employer 1 has a levy balance of:
      | 09/17 | 10/17 |
      |  1500 |  1500 |
    And the following commitments exist:
      | Employer   | commitment Id | priority | Provider   | ULN       | standard code | agreed price | start date | end date   |
      | employer 1 |             1 |        1 | provider a | learner a |            50 |        15000 | 06/08/2017 | 08/08/2018 |
      | employer 1 |             2 |        2 | provider b | learner b |            50 |        15000 | 06/08/2017 | 08/08/2018 |
    When the providers submit the following ILR files:
      | Provider   | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | provider a | learner a | programme only DAS |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
      | provider b | learner b | programme only DAS |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
    Then the earnings and payments break down for provider B is as follows:
      | Type                            | 08/17 | 09/17 | 10/17 |
      | employer 1 Levy account debited |     0 |   500 |   500 |
      | Payment due from employer 1     |     0 |    50 |    50 |

  @AR-2.12
  Scenario: Every month starts from its listed balance again, and one that is not listed keeps the last
    Given the employer 0 has a levy balance of:
      | 09/17 | ... | 12/17 |
      |   600 | ... |  1000 |
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   |
      | learner a |            50 |        15000 | 06/07/2017 | 08/07/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |        15000 | 06/07/2017 | 08/07/2018       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                 | 07/17 | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 | 01/18 |
      | Levy account debited |     0 |     0 |   600 |   600 |   600 |  1000 |  1000 |

  @AR-8.4 @AR-2.12
  Scenario: With an empty account everything is shared, in the levy budget
    Given levy balance = 0 for all months
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   |
      | learner a |            50 |        15000 | 06/08/2017 | 08/08/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                           | 08/17 | 09/17 | 10/17 |
      | Levy account debited           |     0 |     0 |     0 |
      | SFA Levy co-funding budget     |   900 |   900 |   900 |
      | SFA non-Levy co-funding budget |     0 |     0 |     0 |
      | Payment due from Employer      |     0 |   100 |   100 |

  @AR-7.7
  Scenario: A refund goes back to those who paid, in proportion, and credits the levy
    Given the employer 0 has a levy balance of:
      | 09/17 | 10/17 | 11/17 | 12/17 |
      |   375 |   375 |   375 |     0 |
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   |
      | learner a |            50 |        11250 | 01/08/2017 | 04/08/2018 |
    When an ILR file is submitted for period R01 with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |        11250 | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |
    And an ILR file is submitted for period R04 with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |        11250 | 01/08/2017 | 04/08/2018       | 15/10/2017      | withdrawn         |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                       |  08/17 |  09/17 |  10/17 |  11/17 |   12/17 |
      | Provider Paid by SFA       |      0 | 712.50 | 712.50 | 712.50 |       0 |
      | Refund taken by SFA        |      0 |      0 |      0 |      0 | -712.50 |
      | Levy account debited       |      0 |    375 |    375 |    375 |       0 |
      | Levy account credited      |      0 |      0 |      0 |      0 |     375 |
      | SFA Levy employer budget   |    375 |    375 |      0 |      0 |       0 |
      | SFA Levy co-funding budget | 337.50 | 337.50 |      0 |      0 |       0 |

  @AR-7.2
  Scenario: An unchanged commitment under another employer refunds the old account and debits the new one
    Given the employer 1 has a levy balance > agreed price for all months
    And the employer 2 has a levy balance > agreed price for all months
    And the following commitments exist for academic year 1718 in period R01:
      | Employer   | commitment Id | ULN       | standard code | agreed price | start date | end date   |
      | employer 1 |             1 | learner a |            50 |        15000 | 01/08/2017 | 04/08/2018 |
    And the following commitments exist for academic year 1718 in period R03:
      | Employer   | commitment Id | ULN       | standard code | agreed price | start date | end date   |
      | employer 2 |             2 | learner a |            50 |        15000 | 01/08/2017 | 04/08/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |        15000 | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                            | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 |
      | Employer 1 Levy account debited |     0 |  1000 |  1000 |     0 |     0 |
      | Employer 2 Levy account debited |     0 |     0 |     0 |  3000 |  1000 |
      | Refund taken by SFA             |     0 |     0 |     0 | -2000 |     0 |
