@apprenticeships
Feature: Data lock of levy earnings
  Levy earnings are paid only when the ILR agrees with a commitment that is active on the census day: its provider, course and
  price. Non-levy earnings need no commitment.

  @AR-6.3 @AR-6.4 @AR-6.9
  Scenario: An ILR that agrees with its commitment is paid, and the status names the commitment
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | commitment Id | version Id | ULN       | standard code | agreed price | start date | end date   | status | effective from |
      |             1 | 1-001      | learner a |            50 |        15000 | 01/09/2017 | 08/09/2018 | active | 01/09/2017     |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |        15000 | 01/09/2017 | 08/09/2018       |                 | continuing        |            50 |
    Then the data lock status will be as follows:
      | Payment type | 08/17 | 09/17               | 10/17               | 11/17               |
      | On-program   |       | commitment 1 v1-001 | commitment 1 v1-001 | commitment 1 v1-001 |
    And the provider earnings and payments break down as follows:
      | Type                 | 09/17 | 10/17 | 11/17 |
      | Levy account debited |     0 |  1000 |  1000 |

  @AR-6.3-DLOCK02 @AR-6.11
  Scenario: Without any commitment for the ULN nothing is paid and no event is given
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   |
      | learner b |            50 |        15000 | 01/09/2017 | 08/09/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |        15000 | 01/09/2017 | 08/09/2018       |                 | continuing        |            50 |
    Then no data lock event is returned
    And the provider earnings and payments break down as follows:
      | Type                  | 09/17 | 10/17 | 11/17 |
      | Provider Earned Total |  1000 |  1000 |  1000 |
      | Provider Paid by SFA  |     0 |     0 |     0 |

  @AR-6.3-DLOCK01
  Scenario: A commitment with another provider does not help
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | Provider   | ULN       | standard code | agreed price | start date | end date   |
      | provider b | learner a |            50 |        15000 | 01/09/2017 | 08/09/2018 |
    When an ILR file is submitted with the following data:
      | Provider   | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | provider a | learner a | programme only DAS |        15000 | 01/09/2017 | 08/09/2018       |                 | continuing        |            50 |
    Then the data lock event has the following errors:
      | Price Episode identifier | Error code | Error Description |
      | 25-50-01/09/2017         | DLOCK_01   | no such provider  |
    And the provider earnings and payments break down as follows:
      | Type                 | 09/17 | 10/17 | 11/17 |
      | Provider Paid by SFA |     0 |     0 |     0 |

  @AR-6.3-DLOCK03
  Scenario: Another standard is not paid
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   |
      | learner a |            51 |        15000 | 01/09/2017 | 08/09/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |        15000 | 01/09/2017 | 08/09/2018       |                 | continuing        |            50 |
    Then the data lock event has the following errors:
      | Price Episode identifier | Error code | Error Description    |
      | 25-50-01/09/2017         | DLOCK_03   | the standard differs |
    And the provider earnings and payments break down as follows:
      | Type                 | 09/17 | 10/17 | 11/17 |
      | Provider Paid by SFA |     0 |     0 |     0 |

  @AR-6.3-DLOCK04 @AR-6.3-DLOCK05 @AR-6.3-DLOCK06
  Scenario Outline: Framework, programme type and pathway must each agree
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | framework code | programme type | pathway code | agreed price | start date | end date   |
      | learner a | <framework>    | <type>         | <pathway>    |        15000 | 01/09/2017 | 08/09/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code |
      | learner a | programme only DAS |        15000 | 01/09/2017 | 08/09/2018       |                 | continuing        |            403 |              2 |            1 |
    Then the data lock event has the following errors:
      | Price Episode identifier | Error code | Error Description |
      | 2-403-1-01/09/2017       | <code>     | <what> differs    |
    And the provider earnings and payments break down as follows:
      | Type                 | 09/17 | 10/17 | 11/17 |
      | Provider Paid by SFA |     0 |     0 |     0 |

    Examples:
      | framework | type | pathway | code     | what               |
      |       451 |    2 |       1 | DLOCK_04 | the framework      |
      |       403 |    3 |       1 | DLOCK_05 | the programme type |
      |       403 |    2 |       6 | DLOCK_06 | the pathway        |

  @AR-6.3-DLOCK07
  Scenario Outline: The price must be exactly that of the commitment
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   |
      | learner a |            50 | <committed>  | 01/09/2017 | 08/09/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |        15000 | 01/09/2017 | 08/09/2018       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                 | 09/17 | 10/17  | 11/17  |
      | Provider Paid by SFA |     0 | <paid> | <paid> |

    Examples:
      | committed | paid |
      |     14999 |    0 |
      |     15000 | 1000 |
      |     15001 |    0 |

  @AR-6.3-DLOCK08
  Scenario: Two active commitments at once lock the instalments
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | commitment Id | version Id | Provider   | ULN       | standard code | agreed price | start date | end date   | status |
      |             1 |          1 | provider a | learner a |            50 |        15000 | 01/09/2017 | 08/09/2018 | active |
      |             2 |          1 | provider b | learner a |            50 |        15000 | 01/09/2017 | 08/09/2018 | active |
    When an ILR file is submitted with the following data:
      | Provider   | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | provider a | learner a | programme only DAS |        15000 | 01/09/2017 | 08/09/2018       |                 | continuing        |            50 |
    Then the data lock event has the following errors:
      | Price Episode identifier | Error code | Error Description        |
      | 25-50-01/09/2017         | DLOCK_08   | more than one commitment |
    And the provider earnings and payments break down as follows:
      | Type                 | 09/17 | 10/17 | 11/17 |
      | Provider Paid by SFA |     0 |     0 |     0 |

  @AR-6.3-DLOCK09
  Scenario: A price dated before the commitment locks the episode and hides the other faults
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   |
      | learner a |            51 |        14000 | 01/10/2017 | 08/09/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |        15000 | 30/09/2017 | 08/09/2018       |                 | continuing        |            50 |
    Then the data lock event has the following errors:
      | Price Episode identifier | Error code | Error Description          |
      | 25-50-30/09/2017         | DLOCK_09   | not effective by that date |
    And the provider earnings and payments break down as follows:
      | Type                 | 09/17 | 10/17 | 11/17 | 12/17 |
      | Provider Paid by SFA |     0 |     0 |     0 |     0 |

  @AR-6.3-DLOCK10 @AR-6.2
  Scenario: A stopped commitment is paid up to the last census day before its stop
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   | status    | stop effective from |
      | learner a |            50 |        15000 | 01/09/2017 | 08/09/2018 | cancelled | 15/11/2017          |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |        15000 | 01/09/2017 | 08/09/2018       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                  | 09/17 | 10/17 | 11/17 | 12/17 | 01/18 |
      | Provider Earned Total |  1000 |  1000 |  1000 |  1000 |  1000 |
      | Provider Paid by SFA  |     0 |  1000 |  1000 |     0 |     0 |

  @AR-6.3-DLOCK10
  Scenario: A stop on the day of the completion still pays the completion
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   | status    | stop effective from |
      | learner a |            50 |        15000 | 01/09/2017 | 08/09/2018 | cancelled | 08/09/2018          |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |        15000 | 01/09/2017 | 08/09/2018       | 08/09/2018      | completed         |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                 | 08/18 | 09/18 | 10/18 |
      | Provider Paid by SFA |  1000 |  1000 |  3000 |

  @AR-6.3-DLOCK12
  Scenario: A commitment paused from the beginning pays nothing
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   | status |
      | learner a |            50 |        15000 | 01/09/2017 | 08/09/2018 | paused |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |        15000 | 01/09/2017 | 08/09/2018       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                  | 09/17 | 10/17 | 11/17 |
      | Provider Earned Total |  1000 |  1000 |  1000 |
      | Provider Paid by SFA  |     0 |     0 |     0 |

  @AR-6.3-DLOCK11 @AR-2.12
  Scenario: An employer who never paid the levy locks, an empty account does not
    Given the employer is not a levy payer
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   |
      | learner a |            50 |        15000 | 01/09/2017 | 08/09/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |        15000 | 01/09/2017 | 08/09/2018       |                 | continuing        |            50 |
    Then the data lock event has the following errors:
      | Price Episode identifier | Error code | Error Description |
      | 25-50-01/09/2017         | DLOCK_11   | no levy payer     |
    And the provider earnings and payments break down as follows:
      | Type                 | 09/17 | 10/17 | 11/17 |
      | Provider Paid by SFA |     0 |     0 |     0 |

  @AR-6.3-DLOCK11 @AR-2.12
  Scenario: A levy payer of whose balance nothing is said is paid by co-investment
    Given the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   |
      | learner a |            50 |        15000 | 01/09/2017 | 08/09/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |        15000 | 01/09/2017 | 08/09/2018       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                       | 09/17 | 10/17 | 11/17 |
      | Levy account debited       |     0 |     0 |     0 |
      | SFA Levy co-funding budget |   900 |   900 |   900 |
      | Payment due from Employer  |     0 |   100 |   100 |

  @AR-6.8
  Scenario: Non-levy earnings are paid without any commitment
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 01/09/2017 | 08/09/2018       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                 | 09/17 | 10/17 | 11/17 |
      | Provider Paid by SFA |     0 |   900 |   900 |

  @AR-6.2
  Scenario: The end date of an active commitment stops nothing
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   |
      | learner a |            50 |        15000 | 01/09/2017 | 08/11/2017 |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |        15000 | 01/09/2017 | 08/09/2018       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                 | 09/17 | 10/17 | 11/17 | 12/17 | 01/18 | 02/18 |
      | Provider Paid by SFA |     0 |  1000 |  1000 |  1000 |  1000 |  1000 |

  @AR-6.10 @AR-6.2
  Scenario: A price changed in the ILR within the month of the new commitment version is paid
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | commitment Id | version Id | ULN       | standard code | agreed price | start date | end date   | status | effective from | effective to |
      |             1 | 1-001      | learner a |            50 |        15000 | 01/08/2017 | 04/08/2018 | active | 01/08/2017     | 31/10/2017   |
      |             1 | 1-002      | learner a |            50 |         9375 | 01/08/2017 | 04/08/2018 | active | 01/11/2017     |              |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | start date | planned end date | actual end date | completion status | standard code | Total training price 1 | Total training price 1 effective date | Total assessment price 1 | Total assessment price 1 effective date | Total training price 2 | Total training price 2 effective date | Total assessment price 2 | Total assessment price 2 effective date |
      | learner a | programme only DAS | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |                  12000 | 01/08/2017                            |                     3000 | 01/08/2017                              |                   7500 | 10/11/2017                            |                     1875 | 10/11/2017                              |
    Then the data lock status will be as follows:
      | Payment type | 08/17               | 09/17               | 10/17               | 11/17               | 12/17               |
      | On-program   | commitment 1 v1-001 | commitment 1 v1-001 | commitment 1 v1-001 | commitment 1 v1-002 | commitment 1 v1-002 |
    And the provider earnings and payments break down as follows:
      | Type                 | 10/17 | 11/17 | 12/17 | 01/18 |
      | Levy account debited |  1000 |  1000 |   500 |   500 |

  @AR-6.10 @AR-6.3-DLOCK09
  Scenario: A price changed in the ILR before the commitment is paid only up to the change
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | commitment Id | version Id | ULN       | standard code | agreed price | start date | end date   | status | effective from | effective to |
      |             1 | 1-001      | learner a |            50 |        15000 | 01/08/2017 | 04/08/2018 | active | 01/08/2017     | 31/10/2017   |
      |             1 | 1-002      | learner a |            50 |         9375 | 01/08/2017 | 04/08/2018 | active | 01/11/2017     |              |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | start date | planned end date | actual end date | completion status | standard code | Total training price 1 | Total training price 1 effective date | Total assessment price 1 | Total assessment price 1 effective date | Total training price 2 | Total training price 2 effective date | Total assessment price 2 | Total assessment price 2 effective date |
      | learner a | programme only DAS | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |                  12000 | 01/08/2017                            |                     3000 | 01/08/2017                              |                   7500 | 24/10/2017                            |                     1875 | 24/10/2017                              |
    Then the provider earnings and payments break down as follows:
      | Type                  | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 |
      | Provider Earned Total |  1000 |  1000 |   550 |   550 |   550 |
      | Levy account debited  |     0 |  1000 |  1000 |     0 |     0 |
