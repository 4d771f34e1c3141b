@apprenticeships
Feature: Transfers between employers
  An employer may pay for the apprentice of another by transfer, as far as its allowance and its balance go. The rest falls to
  the apprentice's own employer.

  @AR-8.2 @AR-9.5 @AR-9.1
  Scenario: The sender's allowance pays the whole, and the receiver's levy is not touched
    Given the employer 1 has a levy balance > agreed price for all months
    And the employer 2 has a levy balance > agreed price for all months
    And the employer 2 has a transfer allowance > agreed price for all months
    And the following commitments exist:
      | employer of apprentice | employer paying for training | commitment Id | version Id |   ULN | standard code | agreed price | start date | end date   | status | effective from | transfer approval date |
      | employer 1             | employer 2                   |             1 | 1-001      | 11111 |            50 |         3750 | 06/05/2018 | 08/05/2019 | active | 06/05/2018     | 01/05/2018             |
    When an ILR file is submitted with the following data:
      |   ULN | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | 11111 | programme only DAS |         3750 | 06/05/2018 | 08/05/2019       |                 | continuing        |            50 |
    Then the following transfers from employer 2 exist for the given months of earnings activity:
      | Recipient  | 05/18 | 06/18 | 07/18 |
      | Employer 1 |   250 |   250 |   250 |
    And the provider earnings and payments break down as follows:
      | Type                                         | 05/18 | 06/18 | 07/18 | 08/18 |
      | employer 2 Levy account debited via transfer |     0 |   250 |   250 |   250 |
      | employer 1 Levy account debited              |     0 |     0 |     0 |     0 |
      | SFA Levy employer budget                     |   250 |   250 |   250 |   250 |

  @AR-8.2
  Scenario: What the allowance does not cover comes from the receiver's levy
    Given the employer 1 has a levy balance > agreed price for all months
    And the employer 2 has a levy balance > agreed price for all months
    And the employer 2 has a transfer allowance of:
      | 06/18 | 07/18 | 08/18 |
      |   500 |   200 |     0 |
    And the following commitments exist:
      | employer of apprentice | employer paying for training | commitment Id | version Id | ULN       | standard code | agreed price | start date | end date   | status | effective from |
      | employer 1             | employer 2                   |             1 | 1-001      | learner a |            50 |         4500 | 06/05/2018 | 08/05/2019 | active | 06/05/2018     |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |         4500 | 06/05/2018 | 08/05/2019       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                                         | 05/18 | 06/18 | 07/18 | 08/18 |
      | Provider Paid by SFA                         |     0 |   300 |   300 |   300 |
      | employer 2 Levy account debited via transfer |     0 |   300 |   200 |     0 |
      | employer 1 Levy account debited              |     0 |     0 |   100 |   300 |
      | SFA Levy employer budget                     |   300 |   300 |   300 |   300 |

  @AR-8.2
  Scenario: The sender's balance limits the transfer as well, and the rest is shared with the receiver
    Given the employer 1 has a levy balance = 0 for all months
    And the employer 2 has a levy balance of:
      | 06/18 | 07/18 |
      |   100 |   100 |
    And the employer 2 has a transfer allowance > agreed price for all months
    And the following commitments exist:
      | employer of apprentice | employer paying for training | commitment Id | version Id | ULN       | standard code | agreed price | start date | end date   | status | effective from |
      | employer 1             | employer 2                   |             1 | 1-001      | learner a |            50 |         4500 | 06/05/2018 | 08/05/2019 | active | 06/05/2018     |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |         4500 | 06/05/2018 | 08/05/2019       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                                         | 05/18 | 06/18 | 07/18 |
      | employer 2 Levy account debited via transfer |     0 |   100 |   100 |
      | SFA Levy co-funding budget                   |   180 |   180 |   180 |
      | Payment due from employer 1                  |     0 |    20 |    20 |
      | Payment due from employer 2                  |     0 |     0 |     0 |

  @AR-8.2
  Scenario: The transfer approved first is served first
    Given the employer 1 has a levy balance of:
      | 06/18 | 07/18 |
      |    40 |    40 |
    And the employer 2 has a levy balance > agreed price for all months
    And the employer 2 has a transfer allowance of:
      | 06/18 | 07/18 |
      |    80 |    80 |
    And the following commitments exist:
      | employer of apprentice | employer paying for training | commitment Id | version Id | priority |   ULN | standard code | agreed price | start date | end date   | status | effective from | transfer approval date |
      | employer 1             | employer 2                   |             1 | 1-001      |        1 | 11111 |            50 |         1500 | 06/05/2018 | 08/05/2019 | active | 06/05/2018     | 01/05/2018             |
      | employer 1             | employer 2                   |             2 | 2-001      |        2 | 22222 |            50 |         1500 | 06/05/2018 | 08/05/2019 | active | 06/05/2018     | 02/05/2018             |
    When an ILR file is submitted with the following data:
      |   ULN | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | 11111 | programme only DAS |         1500 | 06/05/2018 | 08/05/2019       |                 | continuing        |            50 |
      | 22222 | programme only DAS |         1500 | 06/05/2018 | 08/05/2019       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                                                       | 05/18 | 06/18 | 07/18 |
      | Employer 2 Levy account debited for ULN 11111 via transfer |     0 |    80 |    80 |
      | Employer 2 Levy account debited for ULN 22222 via transfer |     0 |     0 |     0 |
      | Employer 1 Levy account debited for ULN 11111              |     0 |    20 |    20 |
      | Employer 1 Levy account debited for ULN 22222              |     0 |    20 |    20 |
      | Provider Paid by SFA for ULN 11111                         |     0 |   100 |   100 |
      | Provider Paid by SFA for ULN 22222                         |     0 |    92 |    92 |
      | Payment due from employer 1                                |     0 |     8 |     8 |

  @AR-8.2
  Scenario: A sender without an allowance sends nothing
    Given the employer 1 has a levy balance > agreed price for all months
    And the employer 2 has a levy balance > agreed price for all months
    And the employer 2 has a transfer allowance = 0 for all months
    And the following commitments exist:
      | employer of apprentice | employer paying for training | commitment Id | version Id | ULN       | standard code | agreed price | start date | end date   | status | effective from |
      | employer 1             | employer 2                   |             1 | 1-001      | learner a |            50 |         4500 | 06/05/2018 | 08/05/2019 | active | 06/05/2018     |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |         4500 | 06/05/2018 | 08/05/2019       |                 | continuing        |            50 |
    Then the following transfers from employer 2 exist for the given months of earnings activity:
      | Recipient  | 05/18 | 06/18 |
      | Employer 1 |     0 |     0 |
    And the provider earnings and payments break down as follows:
      | Type                            | 05/18 | 06/18 | 07/18 |
      | employer 1 Levy account debited |     0 |   300 |   300 |
