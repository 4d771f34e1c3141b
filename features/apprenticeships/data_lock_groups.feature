@apprenticeships
Feature: Census days, vetoes and ignored months of the data lock
  Each kind of earnings is locked on a day of its own. A fault stays with its price episode until it is mended, and a month that
  does not lock at all is left alone: nothing is paid for it and nothing is taken back.

  @AR-6.1
  Scenario Outline: Incentives are locked on day 90, not at the end of the month
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   | status    | stop effective from |
      | learner a |            50 |        15000 | 06/08/2017 | 08/08/2018 | cancelled | <stop>              |
    When an ILR file is submitted with the following data:
      | ULN       | learner type             | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | 16-18 programme only DAS |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
    Then the transaction types for the payments are:
      | Payment type             | 11/17 |       12/17 | 01/18 |
      | On-program               |  1000 |           0 |     0 |
      | Employer 16-18 incentive |     0 | <incentive> |     0 |
      | Provider 16-18 incentive |     0 | <incentive> |     0 |

    Examples:
      | stop       | incentive |
      | 03/11/2017 |       500 |
      | 02/11/2017 |         0 |

  @AR-6.2 @AR-6.3-DLOCK12
  Scenario: A version paused from a date stops the payments from it on
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | commitment Id | version Id | ULN       | standard code | agreed price | start date | end date   | status | effective from | effective to |
      |             1 | 1-001      | learner a |            50 |        15000 | 01/09/2017 | 08/09/2018 | active | 01/09/2017     | 31/10/2017   |
      |             1 | 1-002      | learner a |            50 |        15000 | 01/09/2017 | 08/09/2018 | paused | 01/11/2017     |              |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |        15000 | 01/09/2017 | 08/09/2018       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                  | 09/17 | 10/17 | 11/17 | 12/17 | 01/18 |
      | Provider Earned Total |  1000 |  1000 |  1000 |  1000 |  1000 |
      | Provider Paid by SFA  |     0 |  1000 |  1000 |     0 |     0 |

  @AR-6.5 @AR-6.10
  Scenario: The price changes in the ILR a month after the commitment, and that one month is not paid
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | commitment Id | version Id | ULN       | standard code | agreed price | start date | end date   | status | effective from | effective to |
      |             1 | 1-001      | learner a |            50 |        15000 | 01/08/2017 | 04/08/2018 | active | 01/08/2017     | 31/10/2017   |
      |             1 | 1-002      | learner a |            50 |         9375 | 01/08/2017 | 04/08/2018 | active | 01/11/2017     |              |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | start date | planned end date | actual end date | completion status | standard code | Total training price 1 | Total training price 1 effective date | Total assessment price 1 | Total assessment price 1 effective date | Total training price 2 | Total training price 2 effective date | Total assessment price 2 | Total assessment price 2 effective date |
      | learner a | programme only DAS | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |                  12000 | 01/08/2017                            |                     3000 | 01/08/2017                              |                   7500 | 01/12/2017                            |                     1875 | 01/12/2017                              |
    Then the data lock event has the following periods
      | Price Episode identifier | Period   | Payable Flag | Transaction Type |
      | 25-50-01/08/2017         | 1718-R04 | false        | Learning         |
    And the provider earnings and payments break down as follows:
      | Type                  | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 |  01/18 |
      | Provider Earned Total |  1000 |  1000 |  1000 |  1000 | 437.5 | 437.50 |
      | Levy account debited  |     0 |  1000 |  1000 |  1000 |     0 | 437.50 |

  @AR-6.3-DLOCK01 @AR-7.1
  Scenario: A commitment that turns up later pays the earlier months of the year
    Given levy balance > agreed price for all months
    And the following commitments exist for academic year 1718 in period R01:
      | ULN       | standard code | agreed price | start date | end date   |
      | learner b |            50 |        15000 | 01/08/2017 | 04/08/2018 |
    And the following commitments exist for academic year 1718 in period R03:
      | ULN       | standard code | agreed price | start date | end date   |
      | learner a |            50 |        15000 | 01/08/2017 | 04/08/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |        15000 | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                  | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 |
      | Provider Earned Total |  1000 |  1000 |  1000 |  1000 |  1000 |
      | Levy account debited  |     0 |     0 |     0 |  3000 |  1000 |

  @AR-6.7
  Scenario: A month that no longer locks is left as it was paid
    Given levy balance > agreed price for all months
    And the following commitments exist for academic year 1718 in period R01:
      | ULN       | standard code | agreed price | start date | end date   |
      | learner a |            50 |        15000 | 01/08/2017 | 04/08/2018 |
    And the following commitments exist for academic year 1718 in period R03:
      | ULN       | standard code | agreed price | start date | end date   |
      | learner a |            51 |        15000 | 01/08/2017 | 04/08/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |        15000 | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                     | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 |
      | Provider Paid by SFA     |     0 |  1000 |  1000 |     0 |     0 |
      | Refund taken by SFA      |     0 |     0 |     0 |     0 |     0 |
      | SFA Levy employer budget |  1000 |  1000 |     0 |     0 |     0 |

  @AR-6.6 @AR-4.5
  Scenario Outline: English running on into a new year without programme money is paid only when the blank month locks
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   | status   | stop effective from |
      | learner a |            50 |        15000 | 06/07/2017 | 08/07/2018 | <status> | <stop>              |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | aim type         | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS | programme        |        15000 | 06/07/2017 | 08/07/2018       |                 | continuing        |            50 |
      | learner a | programme only DAS | maths or english |              | 06/07/2017 | 08/10/2018       |                 | continuing        |            50 |
    Then the transaction types for the payments are:
      | Payment type                   | 07/18 | 08/18 |     09/18 |     10/18 |
      | On-program                     |  1000 |     0 |         0 |         0 |
      | English and maths on programme | 31.40 | 31.40 | <English> | <English> |

    Examples:
      | status    | stop       | English |
      | active    |            |   31.40 |
      | cancelled | 15/08/2018 |       0 |
