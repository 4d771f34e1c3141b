@apprenticeships
Feature: Contract types and their changes
  Whether a month is paid under a levy contract is decided by the contract type on its last day, for a completion by that on the
  day of the actual end.

  @AR-5.6 @AR-2.7
  Scenario: A change from levy to non-levy moves the months from the change on
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   | status    | stop effective from |
      | learner a |            50 |        15000 | 06/08/2017 | 08/08/2018 | cancelled | 02/11/2017          |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code | contract type | contract type date from | contract type date to |
      | learner a | programme only DAS |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 | DAS           | 06/08/2017              | 02/11/2017            |
      |           |                    |              |            |                  |                 |                   |               | Non-DAS       | 03/11/2017              | 08/08/2018            |
    Then the provider earnings and payments break down as follows:
      | Type                           | 09/17 | 10/17 | 11/17 | 12/17 | 01/18 |
      | Provider Paid by SFA           |  1000 |  1000 |  1000 |   900 |   900 |
      | Payment due from Employer      |     0 |     0 |     0 |   100 |   100 |
      | Levy account debited           |  1000 |  1000 |  1000 |     0 |     0 |
      | SFA Levy employer budget       |  1000 |  1000 |     0 |     0 |     0 |
      | SFA non-Levy co-funding budget |     0 |     0 |   900 |   900 |   900 |

  @AR-5.6
  Scenario: A completion is paid by the contract type of the day of the actual end
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   |
      | learner a |            50 |        15000 | 06/08/2017 | 08/08/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a |        15000 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            50 |
    And the Contract type in the ILR is:
      | contract type | date from  | date to    |
      | Non-DAS       | 06/08/2017 | 04/08/2018 |
      | DAS           | 05/08/2018 |            |
    Then the provider earnings and payments break down as follows:
      | Type                           | 06/18 | 07/18 | 08/18 | 09/18 |
      | Provider Paid by SFA           |   900 |   900 |   900 |  3000 |
      | SFA Levy employer budget       |     0 |     0 |  3000 |     0 |
      | SFA non-Levy co-funding budget |   900 |   900 |     0 |     0 |

  @AR-2.7 @AR-5.6
  Scenario: The contract types of the table hold for every aim of the learner
    Given an ILR file is submitted with the following data:
      | ULN       | learner type       | aim type         | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS | programme        |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
      | learner a | programme only DAS | maths or english |              | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
    And the Contract type in the ILR is:
      | contract type | date from  | date to |
      | Non-DAS       | 06/08/2017 |         |
    Then the provider earnings and payments break down as follows:
      | Type                                    | 08/17 | 09/17 | 10/17 |
      | SFA non-Levy co-funding budget          |   900 |   900 |   900 |
      | SFA non-Levy additional payments budget | 39.25 | 39.25 | 39.25 |

  @AR-7.2
  Scenario: A learner returned under the wrong contract type is refunded and paid anew
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   |
      | learner a |            50 |        15000 | 06/08/2017 | 08/08/2018 |
    When an ILR file is submitted for period R01 with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
    And an ILR file is submitted for period R03 with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                           | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 |
      | Provider Earned Total          |  1000 |  1000 |  1000 |  1000 |  1000 |
      | Provider Paid by SFA           |     0 |   900 |   900 |  3000 |  1000 |
      | Refund taken by SFA            |     0 |     0 |     0 | -1800 |     0 |
      | Levy account debited           |     0 |     0 |     0 |  3000 |  1000 |
      | SFA Levy employer budget       |  1000 |  1000 |  1000 |  1000 |  1000 |
      | SFA non-Levy co-funding budget |     0 |     0 |     0 |     0 |     0 |
