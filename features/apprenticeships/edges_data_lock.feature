@apprenticeships
Feature: Every kind of earnings under the data lock
  A commitment that is stopped pays what falls on its last day and nothing from the day after. Each kind of earnings has its own day.

  @AR-6.1
  Scenario Outline: Stopped on <stop>, the disadvantage payment of day 90, 3 November, is <paid>
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | framework code | programme type | pathway code | agreed price | start date | end date   | status    | stop effective from |
      | learner a |            403 |              2 |            1 |         9000 | 06/08/2017 | 08/08/2018 | cancelled | <stop>              |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code | home postcode deprivation |
      | learner a | programme only DAS |         9000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            403 |              2 |            1 | 1-10%                     |
    Then the transaction types for the payments are:
      | Payment type                 | 11/17 |  12/17 | 01/18 |
      | On-program                   |   600 |      0 |     0 |
      | Provider disadvantage uplift |     0 | <paid> |     0 |

    Examples:
      | stop       | paid |
      | 03/11/2017 |  300 |
      | 02/11/2017 |    0 |

  @AR-6.1
  Scenario Outline: Stopped on <stop>, the payments of day 365, 5 August, are <disadvantage> and <incentive>
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | framework code | programme type | pathway code | agreed price | start date | end date   | status    | stop effective from |
      | learner a |            403 |              2 |            1 |         9000 | 06/08/2017 | 08/10/2018 | cancelled | <stop>              |
    When an ILR file is submitted with the following data:
      | ULN       | learner type             | agreed price | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code | home postcode deprivation |
      | learner a | 16-18 programme only DAS |         9000 | 06/08/2017 | 08/10/2018       |                 | continuing        |            403 |              2 |            1 | 1-10%                     |
    Then the transaction types for the payments are:
      | Payment type                 | 08/18 | 09/18          | 10/18 |
      | Provider disadvantage uplift |     0 | <disadvantage> |     0 |
      | Employer 16-18 incentive     |     0 | <incentive>    |     0 |
      | Provider 16-18 incentive     |     0 | <incentive>    |     0 |

    Examples:
      | stop       | disadvantage | incentive |
      | 05/08/2018 |          300 |       500 |
      | 04/08/2018 |            0 |         0 |

  @AR-6.1 @AR-4.3 @AR-3.7
  Scenario Outline: Stopped on <stop>, what a framework completed on 10 June earns at its end is <paid or not>
    # 9000: 600 a month, ten of them, 1200 left and 1800. Uplift 1800: 120 a month, 240 left and 360.
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | framework code | programme type | pathway code | agreed price | start date | end date   | status    | stop effective from |
      | learner a |            403 |              2 |            1 |         9000 | 06/08/2017 | 08/08/2018 | cancelled | <stop>              |
    When an ILR file is submitted with the following data:
      | ULN       | learner type             | agreed price | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code |
      | learner a | 16-18 programme only DAS |         9000 | 06/08/2017 | 08/08/2018       | 10/06/2018      | completed         |            403 |              2 |            1 |
    Then the transaction types for the payments are:
      | Payment type                | 05/18 | 06/18 |               07/18 | 08/18 |
      | On-program                  |   600 |   600 |                   0 |     0 |
      | Balancing                   |     0 |     0 |         <balancing> |     0 |
      | Completion                  |     0 |     0 |        <completion> |     0 |
      | Framework uplift on-program |   120 |   120 |                   0 |     0 |
      | Framework uplift balancing  |     0 |     0 |  <uplift balancing> |     0 |
      | Framework uplift completion |     0 |     0 | <uplift completion> |     0 |

    Examples:
      | stop       | paid or not | balancing | completion | uplift balancing | uplift completion |
      | 10/06/2018 | paid        |      1200 |       1800 |              240 |               360 |
      | 09/06/2018 | not paid    |         0 |          0 |                0 |                 0 |

  @AR-6.1 @AR-4.7
  Scenario Outline: Stopped on <stop>, the care leaver payment of day 60, 1 October, is <paid>
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   | status    | stop effective from |
      | learner a |            50 |        15000 | 03/08/2018 | 08/08/2019 | cancelled | <stop>              |
    When an ILR file is submitted with the following data:
      | ULN       | learner type             | agreed price | start date | planned end date | actual end date | completion status | standard code | LearnDelFAM |
      | learner a | 19-24 programme only DAS |        15000 | 03/08/2018 | 08/08/2019       |                 | continuing        |            50 | EEF4        |
    Then the transaction types for the payments are:
      | Payment type                   | 10/18 |  11/18 | 12/18 |
      | On-program                     |  1000 |      0 |     0 |
      | Care leaver apprentice payment |     0 | <paid> |     0 |

    Examples:
      | stop       | paid |
      | 01/10/2018 | 1000 |
      | 30/09/2018 |    0 |

  @AR-6.1 @AR-4.6
  Scenario Outline: Learning support of the programme is locked at the month end
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   | status    | stop effective from |
      | learner a |            50 |        15000 | 06/08/2017 | 08/08/2018 | cancelled | <stop>              |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code | learning support code | learning support date from | learning support date to |
      | learner a | programme only DAS |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |                     1 | 06/08/2017                 | 08/08/2018               |
    Then the transaction types for the payments are:
      | Payment type              | 11/17 | 12/17     | 01/18 |
      | On-program                |  1000 | <price>   |     0 |
      | Provider learning support |   150 | <support> |     0 |

    Examples:
      | stop       | price | support |
      | 30/11/2017 |  1000 |     150 |
      | 29/11/2017 |     0 |       0 |

  @AR-6.5 @AR-6.3-DLOCK10 @AR-7.3
  Scenario: A stop leaves the months before it payable to a first ILR that comes later
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   | status    | stop effective from |
      | learner a |            50 |        15000 | 06/08/2017 | 08/08/2018 | cancelled | 31/10/2017          |
    When an ILR file is submitted for the first time on 28/12/17 with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                 | 11/17 | 12/17 | 01/18 | 02/18 |
      | Provider Paid by SFA |     0 |     0 |  3000 |     0 |
      | Levy account debited |     0 |     0 |  3000 |     0 |

  @AR-6.5 @AR-6.3-DLOCK12 @AR-7.3
  Scenario: A pause leaves nothing payable to a first ILR that comes later
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | commitment Id | version Id | ULN       | standard code | agreed price | start date | end date   | status | effective from | effective to |
      |             1 | 1-001      | learner a |            50 |        15000 | 06/08/2017 | 08/08/2018 | active | 06/08/2017     | 31/10/2017   |
      |             1 | 1-002      | learner a |            50 |        15000 | 06/08/2017 | 08/08/2018 | paused | 01/11/2017     |              |
    When an ILR file is submitted for the first time on 28/12/17 with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                 | 11/17 | 12/17 | 01/18 | 02/18 |
      | Provider Paid by SFA |     0 |     0 |     0 |     0 |

  @AR-4.5
  Scenario: A completion in August carries the English of the whole new year
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   |
      | learner a |            50 |        15000 | 06/08/2017 | 08/08/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | aim type         | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS | programme        |        15000 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            50 |
      | learner a | programme only DAS | maths or english |              | 06/08/2017 | 08/12/2018       |                 | continuing        |            50 |
    Then the transaction types for the payments are:
      | Payment type                   | 08/18 | 09/18 | 10/18 | 12/18 | 01/19 |
      | On-program                     |  1000 |     0 |     0 |     0 |     0 |
      | Completion                     |     0 |  3000 |     0 |     0 |     0 |
      | English and maths on programme | 29.44 | 29.44 | 29.44 | 29.44 |     0 |

  @AR-4.5 @AR-6.6
  Scenario Outline: English in a year without money of the programme is paid <or not>: the commitment's price is <price>
    # The programme ended in July; its first month of the new year is judged though it has no money.
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   |
      | learner a |            50 | <price>      | 06/08/2017 | 08/07/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | aim type         | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS | programme        |        15000 | 06/08/2017 | 08/07/2018       |                 | continuing        |            50 |
      | learner a | programme only DAS | maths or english |              | 06/08/2017 | 08/12/2018       |                 | continuing        |            50 |
    Then the transaction types for the payments are:
      | Payment type                   | 08/18  | 09/18  | 10/18  | 12/18  |
      | English and maths on programme | <paid> | <paid> | <paid> | <paid> |

    Examples:
      | price | or not   |  paid |
      | 15000 | paid     | 29.44 |
      | 14000 | not paid |     0 |

  @AR-4.5
  Scenario: English is not paid in the year in which the lock refuses the programme
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   |
      | learner a |            50 |        14000 | 06/08/2017 | 08/08/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | aim type         | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS | programme        |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
      | learner a | programme only DAS | maths or english |              | 06/08/2017 | 08/08/2018       | 10/06/2018      | completed         |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                  |   05/18 |  06/18 | 07/18 |
      | Provider Earned Total | 1039.25 | 1078.5 |  1000 |
      | Provider Paid by SFA  |       0 |      0 |     0 |

  @AR-4.5
  Scenario: English completed early under a levy contract is paid the rest at once
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   |
      | learner a |            50 |        15000 | 06/08/2017 | 08/08/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | aim type         | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS | programme        |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
      | learner a | programme only DAS | maths or english |              | 06/08/2017 | 08/08/2018       | 10/06/2018      | completed         |            50 |
    Then the transaction types for the payments are:
      | Payment type                   | 06/18 | 07/18 | 08/18 |
      | English and maths on programme | 39.25 |     0 |     0 |
      | English and maths Balancing    |     0 |  78.5 |     0 |
