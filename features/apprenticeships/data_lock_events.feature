@apprenticeships
Feature: Data lock events
  Every levy price episode gives an event that tells which commitments it was matched with, its errors, and whether each month is
  payable.

  @AR-6.11
  Scenario: An event tells the episode, its errors, its periods and the commitment it was matched with
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | commitment Id | version Id | ULN       | framework code | programme type | pathway code | agreed price | start date | end date   | status | effective from |
      |            73 | 73-125     | learner a |            403 |              2 |            1 |        10000 | 01/05/2017 | 01/05/2018 | active | 01/05/2017     |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code | Total training price 1 | Total training price 1 effective date |
      | learner a | programme only DAS | 01/05/2017 | 08/08/2018       |                 | continuing        |            403 |              2 |            1 |                  10010 | 01/05/2017                            |
    Then the following data lock event is returned:
      | Price Episode identifier | Apprenticeship Id | ULN       | ILR Start Date | ILR Training Price |
      | 2-403-1-01/05/2017       |                73 | learner a | 01/05/2017     |              10010 |
    And the data lock event has the following errors:
      | Price Episode identifier | Error code | Error Description            |
      | 2-403-1-01/05/2017       | DLOCK_07   | No matching negotiated price |
    And the data lock event has the following periods
      | Price Episode identifier | Period   | Payable Flag | Transaction Type |
      | 2-403-1-01/05/2017       | 1617-R10 | false        | Learning         |
      | 2-403-1-01/05/2017       | 1617-R11 | false        | Learning         |
      | 2-403-1-01/05/2017       | 1617-R12 | false        | Learning         |
    And the data lock event used the following commitments
      | Price Episode identifier | Apprentice Version | Start Date | framework code | programme type | pathway code | Negotiated Price | Effective Date |
      | 2-403-1-01/05/2017       | 73-125             | 01/05/2017 |            403 |              2 |            1 |            10000 | 01/05/2017     |

  @AR-6.11
  Scenario: An episode without fault gives an event that is payable
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | commitment Id | version Id | ULN       | standard code | agreed price | start date | end date   | status | effective from |
      |            73 | 73-125     | learner a |            50 |        10000 | 01/05/2017 | 01/05/2018 | active | 01/05/2017     |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | start date | planned end date | actual end date | completion status | standard code | Total training price 1 | Total training price 1 effective date | Total assessment price 1 | Total assessment price 1 effective date |
      | learner a | programme only DAS | 01/05/2017 | 08/08/2018       |                 | continuing        |            50 |                   8000 | 01/05/2017                            |                     2000 | 01/05/2017                              |
    Then the following data lock event is returned:
      | Price Episode identifier | Apprenticeship Id | ULN       | ILR Start Date | ILR Training Price | ILR End point assessment price | ILR Effective from |
      | 25-50-01/05/2017         |                73 | learner a | 01/05/2017     |               8000 |                           2000 | 01/05/2017         |
    And the data lock event has the following periods
      | Price Episode identifier | Period   | Payable Flag | Transaction Type |
      | 25-50-01/05/2017         | 1617-R10 | true         | Learning         |
      | 25-50-01/05/2017         | 1617-R11 | true         | Learning         |

  @AR-6.11 @AR-6.6
  Scenario: The blank first month stands in the event of an episode that begins later in the year
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | commitment Id | version Id | ULN       | framework code | programme type | pathway code | agreed price | start date | end date   | status |
      |            73 | 73-125     | learner a |            403 |              2 |            1 |        10001 | 01/12/2017 | 08/12/2018 | active |
    And an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code |
      | learner a | programme only DAS |        10000 | 06/12/2017 | 08/12/2018       |                 | continuing        |            403 |              2 |            1 |
    Then the data lock event has the following errors:
      | Price Episode identifier | Error code | Error Description |
      | 2-403-1-06/12/2017       | DLOCK_07   | Price             |
    And the data lock event has the following periods
      | Price Episode identifier | Period   | Payable Flag | Transaction Type |
      | 2-403-1-06/12/2017       | 1718-R01 | false        | Learning         |
      | 2-403-1-06/12/2017       | 1718-R05 | false        | Learning         |

  @AR-6.11 @AR-3.2
  Scenario: An episode too short to earn has its event all the same
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | commitment Id | version Id | ULN       | standard code | agreed price | start date | end date   | status |
      |            73 | 73-125     | learner a |            50 |        11250 | 01/10/2017 | 06/10/2018 | active |
    And an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |        11250 | 01/10/2017 | 06/10/2018       | 11/10/2017      | withdrawn         |            50 |
    Then the following data lock event is returned:
      | Price Episode identifier | Apprenticeship Id | ULN       | ILR Start Date | ILR Training Price |
      | 25-50-01/10/2017         |                73 | learner a | 01/10/2017     |               9000 |
