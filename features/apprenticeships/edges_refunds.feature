@apprenticeships
Feature: Refunds of transfers and of mixed payments
  A refund goes back the way the money came: to the sender of a transfer, to the levy, to government and employer, each in
  proportion to what it paid for the month.

  @AR-7.7 @AR-8.2
  Scenario: A withdrawal told late takes back what a transfer and the receiver's levy paid
    Given the employer 1 has a levy balance > agreed price for all months
    And the employer 2 has a levy balance > agreed price for all months
    And the employer 2 has a transfer allowance of:
      | 06/18 | 07/18 | 08/18 |
      |   300 |   120 |     0 |
    And the following commitments exist:
      | employer of apprentice | employer paying for training | commitment Id | version Id | ULN       | standard code | agreed price | start date | end date   | status | effective from |
      | employer 1             | employer 2                   |             1 | 1-001      | learner a |            50 |         4500 | 06/05/2018 | 08/05/2019 | active | 06/05/2018     |
    When an ILR file is submitted for academic year 1718 in period R10 with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |         4500 | 06/05/2018 | 08/05/2019       |                 | continuing        |            50 |
    And an ILR file is submitted for academic year 1718 in period R12 with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |         4500 | 06/05/2018 | 08/05/2019       | 20/06/2018      | withdrawn         |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                                         | 05/18 | 06/18 | 07/18 | 08/18 |
      | Provider Earned Total                        |   300 |   300 |     0 |     0 |
      | Provider Paid by SFA                         |     0 |   300 |   300 |     0 |
      | Refund taken by SFA                          |     0 |     0 |     0 |  -300 |
      | employer 2 Levy account debited via transfer |     0 |   300 |   120 |     0 |
      | employer 1 Levy account debited              |     0 |     0 |   180 |     0 |
      | SFA Levy employer budget                     |   300 |     0 |     0 |     0 |

  @AR-8.2 @AR-8.3
  Scenario: Allowance and balance of the sender both run out, the smaller one first
    Given the employer 1 has a levy balance of:
      | 06/18 | 07/18 |
      |    50 |    50 |
    And the employer 2 has a levy balance of:
      | 06/18 | 07/18 |
      |    90 |   200 |
    And the employer 2 has a transfer allowance of:
      | 06/18 | 07/18 |
      |   200 |   110 |
    And the following commitments exist:
      | employer of apprentice | employer paying for training | commitment Id | version Id | ULN       | standard code | agreed price | start date | end date   | status | effective from |
      | employer 1             | employer 2                   |             1 | 1-001      | learner a |            50 |         4500 | 06/05/2018 | 08/05/2019 | active | 06/05/2018     |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |         4500 | 06/05/2018 | 08/05/2019       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                                         | 05/18 | 06/18 | 07/18 |
      | employer 2 Levy account debited via transfer |     0 |    90 |   110 |
      | employer 1 Levy account debited              |     0 |    50 |    50 |
      | SFA Levy co-funding budget                   |   144 |   126 |   126 |
      | Payment due from employer 1                  |     0 |    16 |    14 |

  @AR-7.7
  Scenario: A refund reaches back over months that were paid in different ways
    Given the employer 0 has a levy balance of:
      | 09/17 | 10/17 | 11/17 | 12/17 |
      |  1000 |     0 |     0 |     0 |
    And the following commitments exist:
      | commitment Id | version Id | ULN       | standard code | agreed price | start date | end date   | status | effective from | effective to |
      |             1 | 1-001      | learner a |            50 |        15000 | 01/08/2017 | 04/08/2018 | active | 01/08/2017     | 31/10/2017   |
      |             1 | 1-002      | learner a |            50 |         1500 | 01/08/2017 | 04/08/2018 | active | 01/11/2017     |              |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | start date | planned end date | actual end date | completion status | standard code | Total training price 1 | Total training price 1 effective date | Total training price 2 | Total training price 2 effective date |
      | learner a | programme only DAS | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |                  15000 | 01/08/2017                            |                   1500 | 01/11/2017                            |
    Then the provider earnings and payments break down as follows:
      | Type                      | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 | 01/18 |
      | Provider Earned Total     |  1000 |  1000 |  1000 | -1500 |     0 |     0 |
      | Provider Paid by SFA      |     0 |  1000 |   900 |   900 |     0 |     0 |
      | Payment due from Employer |     0 |     0 |   100 |   100 |     0 |     0 |
      | Levy account credited     |     0 |     0 |     0 |     0 |     0 |     0 |
      | Refund taken by SFA       |     0 |     0 |     0 |     0 | -1350 |     0 |
