@apprenticeships
Feature: Edges of price episodes
  Prices below what was earned, several programmes that share an episode, and days on which an episode begins or ends.

  @FM36-3.3-NEGATIVE @FM36-3.4
  Scenario Outline: A price below what was earned, an aim planned to end on <planned end> that goes on: in all it earned <total>
    # 2000 - 3000 = -1000. An episode counts with it once it has ended, here by the new episode of 1 August.
    Given the funding year is 2020/21
    And this apprenticeship aim:
      | start date | planned end date | TNP1 |
      | 06/08/2020 | <planned end>    | 9000 |
    And this price:
      | date       | TNP1 |
      | 10/01/2021 | 2000 |
    Then the price episodes are:
      | price episode | expected monthly total | total earnings |
      | 06/08/2020    |                7200.00 |        3000.00 |
      | 10/01/2021    |               -1000.00 |        <total> |

    Examples: both have twelve instalments
      | planned end |    total |
      | 01/08/2021  | -1000.00 |
      | 31/07/2021  |     0.00 |

  @AR-3.5 @FM36-3.3-NEGATIVE
  Scenario Outline: In <year>, a price that lasts from 10 to 19 January and lies below what was earned <takes> it back
    # 2000 - 3000 = -1000 for the first; 3000 less what is then earned for the second, a fifth kept for completion, over 7 months.
    Given the funding year is <year>
    And this apprenticeship aim:
      | start date   | planned end date | TNP1 |
      | 06/08/<YYYY> | 08/08/<next>     | 9000 |
    And these prices:
      | date         | TNP1 |
      | 10/01/<next> | 2000 |
      | 20/01/<next> | 3000 |
    Then the earnings are:
      | price episode | earning      | Dec <YYYY> | Jan <next> | Feb <next> |
      | 06/08/<YYYY>  | on-programme |     600.00 |       0.00 |       0.00 |
      | 10/01/<next>  | on-programme |       0.00 |     <back> |       0.00 |
      | 20/01/<next>  | on-programme |       0.00 |     <then> |     <then> |

    Examples: at once in the earlier years; without a month end of its own not in the later
      | year    | YYYY | next | takes         |     back |  then |
      | 2019/20 | 2019 | 2020 | takes         | -1000.00 | 57.14 |
      | 2020/21 | 2020 | 2021 | does not take |     0.00 |  0.00 |

  @AR-3.5 @AR-3.3
  Scenario: A price of ten days below what was earned is taken back at once
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code | Total training price 1 | Total training price 1 effective date | Total training price 2 | Total training price 2 effective date | Total training price 3 | Total training price 3 effective date |
      | learner a | programme only non-DAS | 06/08/2017 | 08/08/2018       |                 | continuing        |            403 |              2 |            1 |                   9000 | 06/08/2017                            |                   2000 | 10/01/2018                            |                   3000 | 20/01/2018                            |
    Then the provider earnings and payments break down as follows:
      | Type                  | 12/17 |   01/18 | 02/18 | 03/18 |
      | Provider Earned Total |   600 | -942.86 | 57.14 | 57.14 |

  @FM36-3-SHARED @FM36-3.1
  Scenario: Two aims begun on one day share an episode: the later planned end and the smaller price count
    # 80% of 12000 over the 14 month ends to 8 October.
    Given the funding year is 2020/21
    And these apprenticeship aims:
      | aim | start date | planned end date |  TNP1 |
      | A   | 06/08/2020 | 08/08/2021       | 13000 |
      | B   | 06/08/2020 | 08/10/2021       | 12000 |
    Then the price episodes are:
      | price episode |    price | planned end | planned instalments |
      | 06/08/2020    | 12000.00 | 08/10/2021  |                  14 |
    And the earnings are:
      | price episode | earning      |  Aug 2020 |  Jul 2021 |
      | 06/08/2020    | on-programme | 685.71429 | 685.71429 |

  @FM36-3-SHARED
  Scenario Outline: A shared episode of which one aim was completed on 15 December and the other <other>
    Given the funding year is 2020/21
    And these apprenticeship aims:
      | aim | start date | planned end date | actual end date | completion status |  TNP1 |
      | A   | 06/08/2020 | 08/08/2021       | 15/12/2020      | completed         | 12000 |
      | B   | 06/08/2020 | 08/08/2021       | <end>           | <status>          | 12000 |
    Then the price episodes are:
      | price episode | actual end | completed   |
      | 06/08/2020    | <ends>     | <completed> |

    Examples: it is completed where the completed aim is the last to end
      | other                   | end        | status    | ends       | completed |
      | was left on 10 December | 10/12/2020 | withdrawn | 15/12/2020 | yes       |
      | was left on 15 December | 15/12/2020 | withdrawn | 15/12/2020 | yes       |
      | was left on 20 December | 20/12/2020 | withdrawn | 20/12/2020 | no        |

  @FM36-3-SHARED @FM36-4-INCENTIVE @FM36-3.6-SMALL
  Scenario: A shared episode shows the largest share and one incentive
    # EEF 2 makes the first aim alone that of a 16 to 18 year old, with a small employer.
    Given the funding year is 2020/21
    And this learner:
      | date of birth |
      | 01/01/2000    |
    And this employment status:
      | employment status | applies from | employer  | SEM |
      | employed          | 01/06/2020   | 154549401 |   1 |
    And these apprenticeship aims:
      | aim | start date | planned end date | EEF |  TNP1 |
      | A   | 06/08/2020 | 08/08/2021       |   2 | 12000 |
      | B   | 06/08/2020 | 08/08/2021       |   - | 12000 |
    Then the earnings are:
      | price episode | earning                  | Aug 2020 | Nov 2020 |
      | 06/08/2020    | government share         |     1.00 |     1.00 |
      | 06/08/2020    | first provider incentive |     0.00 |   500.00 |

  @FM36-3-SHARED @FM36-4-INCENTIVE
  Scenario: Two aims of a 16 to 18 year old that share an episode show one incentive
    Given the funding year is 2020/21
    And this learner:
      | date of birth |
      | 01/01/2003    |
    And these apprenticeship aims:
      | aim | start date | planned end date |  TNP1 |
      | A   | 06/08/2020 | 08/08/2021       | 12000 |
      | B   | 06/08/2020 | 08/08/2021       | 12000 |
    Then the earnings are:
      | price episode | earning                  | Oct 2020 | Nov 2020 | Dec 2020 |
      | 06/08/2020    | first provider incentive |     0.00 |   500.00 |     0.00 |
      | 06/08/2020    | first employer incentive |     0.00 |   500.00 |     0.00 |

  @FM36-3 @FM36-4-DISADVANTAGE @FM36-6-WEEKS
  Scenario Outline: Redundant on <redundant>: the disadvantage payment of 3 November is <paid>
    Given the funding year is 2020/21
    And this learner:
      | prior postcode |
      | WX2 4BC        |
    And these employment statuses:
      | employment status | applies from | employer  |
      | employed          | 01/06/2020   | 154549401 |
      | looking for work  | <redundant>  | -         |
    And this apprenticeship aim:
      | framework code | start date | planned end date | TNP1 |
      |            403 | 06/08/2020 | 08/08/2021       | 9000 |
    Then the earnings are:
      | aim | earning                    | Nov 2020 |
      |   1 | first disadvantage payment | <paid>   |

    Examples: nothing on or after the end of the twelve weeks
      | redundant  |   paid |
      | 12/08/2020 | 300.00 |
      | 11/08/2020 |   0.00 |

  @FM36-3.3
  Scenario Outline: In <year>, an aim planned for 3 to 20 August that goes on has <instalment> in August
    Given the funding year is <year>
    And this apprenticeship aim:
      | start date   | planned end date | TNP1 |
      | 03/08/<YYYY> | 20/08/<YYYY>     | 1000 |
    Then the earnings are:
      | aim | earning      | Aug <YYYY>   | Sep <YYYY> |
      |   1 | on-programme | <instalment> |       0.00 |

    Examples:
      | year    | YYYY | instalment |
      | 2019/20 | 2019 |       0.00 |
      | 2020/21 | 2020 |     800.00 |

  @FM36-3.3
  Scenario Outline: An aim of 3 to 20 August with a new price on the tenth, <ended>: the later episode alone has the instalment
    Given the funding year is 2020/21
    And this apprenticeship aim:
      | framework code | start date | planned end date | actual end date | completion status | TNP1 |
      |            403 | 03/08/2020 | 20/08/2020       | <end>           | <status>          | 1000 |
    And this price:
      | date       | TNP1 |
      | 10/08/2020 | 2000 |
    Then the earnings are:
      | price episode | earning      | Aug 2020 |
      | 03/08/2020    | on-programme |     0.00 |
      | 10/08/2020    | on-programme |  1600.00 |
    And the price episodes are:
      | price episode | actual instalments |
      | 03/08/2020    |                  0 |
      | 10/08/2020    |            <count> |

    Examples:
      | ended              | end        | status     | count |
      | completed that day | 20/08/2020 | completed  |     1 |
      | going on           | -          | continuing |     0 |

  @FM36-3.4 @FM36-6-WEEKS
  Scenario: The count of months of an episode ends with the twelve weeks of a redundancy
    # August to January: the twelve weeks end on 12 February.
    Given the funding year is 2020/21
    And these employment statuses:
      | employment status | applies from | employer  |
      | employed          | 01/06/2020   | 154549401 |
      | looking for work  | 20/11/2020   | -         |
    And this apprenticeship aim:
      | start date | planned end date | actual end date | completion status |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 20/05/2021      | withdrawn         | 15000 |
    Then the price episodes are:
      | price episode | actual instalments |
      | 06/08/2020    |                  6 |

  @FM36-3.5 @FM36-7
  Scenario Outline: Uplift of 900 in the history of <course>, which ended on <last day>, <counts>
    # 1800 less 360 for completion, less what was earned, over 12 months.
    Given the funding year is 2020/21
    And this learner:
      | date of birth |
      | 01/01/2003    |
    And this apprenticeship aim:
      | framework code | start date | planned end date | TNP1 |
      |            403 | 01/09/2020 | 31/08/2021       | 9000 |
    And this earnings history:
      | year    | programme type | framework code | pathway code | programme start | last day   | earned | uplift earned |
      | 2019/20 | <type>         | <framework>    | <pathway>    | 10/09/2019      | <last day> |      0 |           900 |
    Then the earnings are:
      | aim | earning             | Sep 2020  |
      |   1 | uplift on-programme | <monthly> |

    Examples: any pathway of the same framework and type, before this year's first episode
      | course             | type | framework | pathway | last day   | counts         | monthly |
      | the same programme |    2 |       403 |       1 | 31/07/2020 | counts         |   45.00 |
      | another pathway    |    2 |       403 |       2 | 31/07/2020 | counts         |   45.00 |
      | another framework  |    2 |       404 |       1 | 31/07/2020 | does not count |  120.00 |
      | another type       |    3 |       403 |       1 | 31/07/2020 | does not count |  120.00 |

  @FM36-4-SUPPORT
  Scenario Outline: Learning support recorded from 6 August for an aim begun on <start> that is <ended>
    Given the funding year is 2020/21
    And this apprenticeship aim:
      | framework code | start date | planned end date | actual end date | completion status | learning support from | TNP1 |
      |            403 | <start>    | 30/09/2021       | <end>           | <status>          | 06/08/2020            | 9000 |
    Then the earnings are:
      | aim | earning          | Aug 2020 | Sep 2020 | Oct 2020  |
      |   1 | learning support |     0.00 |     0.00 | <October> |

    Examples: only while the aim runs, and only where it qualifies
      | start      | ended                    | end        | status     | October |
      | 01/10/2020 | going on                 | -          | continuing |  150.00 |
      | 25/09/2020 | left before it qualifies | 31/10/2020 | withdrawn  |    0.00 |
