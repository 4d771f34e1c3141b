@apprenticeships @fm36
Feature: Edges of history records, exemptions and the day of the share, 2020/21
  What a record of an earlier year tells, and up to which day.

  Background:
    Given the funding year is 2020/21

  @FM36-7 @FM36-3.1
  Scenario: Of two records that end on one day each larger price counts
    Given this apprenticeship aim:
      | start date | original start date | planned end date |
      | 01/09/2020 | 10/09/2019          | 31/08/2021       |
    And this earnings history:
      | year    | provider | programme start | last day   | earned | TNP1 | TNP2 |
      | 2019/20 | 10000002 | 10/09/2019      | 30/06/2020 |      0 | 9000 |  500 |
      | 2019/20 | 10000003 | 10/09/2019      | 30/06/2020 |      0 | 8000 | 1000 |
    Then the price episodes are:
      | price episode |    price |
      | 01/09/2020    | 10000.00 |

  @FM36-7 @FM36-3.1
  Scenario: Of two records the one that ended last gives the prices
    Given this apprenticeship aim:
      | start date | original start date | planned end date |
      | 01/09/2020 | 10/09/2019          | 31/08/2021       |
    And this earnings history:
      | year    | provider | programme start | last day   | earned | TNP1 |
      | 2019/20 | 10000002 | 10/09/2019      | 30/06/2020 |      0 | 8000 |
      | 2019/20 | 10000003 | 10/09/2019      | 29/06/2020 |      0 | 9000 |
    Then the price episodes are:
      | price episode |   price |
      | 01/09/2020    | 8000.00 |

  @FM36-6 @FM36-7
  Scenario Outline: <days> days in the history, redundant on <redundant>: <funded>
    # With the 365 days from 1 September: a quarter of 1365 is 341 days, of 465 it is 116.
    Given these employment statuses:
      | employment status | applies from | employer  |
      | employed          | 01/06/2020   | 154549401 |
      | looking for work  | <redundant>  | -         |
    And this apprenticeship aim:
      | start date | original start date | planned end date |  TNP1 |
      | 01/09/2020 | 01/04/2020          | 31/08/2021       | 12000 |
    And this earnings history:
      | year    | programme start | last day   | days   | earned |
      | 2019/20 | 01/04/2020      | 09/07/2020 | <days> |      0 |
    Then the earnings are:
      | aim | earning      | Jul 2021 |
      |   1 | on-programme | <July>   |

    Examples: with 1000 days a quarter is more than the last six months
      | days | redundant  | funded               |   July |
      | 1000 | 24/09/2020 | stops after 12 weeks |   0.00 |
      | 1000 | 15/10/2020 | funded to the end    | 800.00 |
      |  100 | 15/10/2020 | stops after 12 weeks |   0.00 |

  @FM36-6-EXEMPTION
  Scenario Outline: Out of work from <from> to <to>, the episode of 10 January to 9 March has the exemption code <code>
    Given these employment statuses:
      | employment status | applies from | employer  |
      | employed          | 01/06/2020   | 154549401 |
      | looking for work  | <from>       | -         |
      | employed          | <back>       | 154549428 |
    And this apprenticeship aim:
      | start date | planned end date | TNP1 |
      | 06/08/2020 | 08/08/2021       | 9000 |
    And these prices:
      | date       | TNP1 |
      | 10/01/2021 | 9100 |
      | 10/03/2021 | 9200 |
    Then the values are:
      | price episode | exemption code |
      | 10/01/2021    | <code>         |

    Examples: any day of it within the episode
      | from       | to         | back       | code |
      | 20/12/2020 | 09/01/2021 | 10/01/2021 |    0 |
      | 20/12/2020 | 10/01/2021 | 11/01/2021 |    1 |
      | 09/03/2021 | 20/03/2021 | 21/03/2021 |    1 |
      | 10/03/2021 | 20/03/2021 | 21/03/2021 |    0 |

  @FM36-3.6 @FM36-6
  Scenario Outline: An aim of 3 to 20 August, redundant on <redundant>: its instalment has a share of <share>
    # The share of an aim within one month that has an instalment is that of its last day.
    Given these employment statuses:
      | employment status | applies from | employer  |
      | employed          | 01/06/2020   | 154549401 |
      | looking for work  | <redundant>  | -         |
    And this apprenticeship aim:
      | framework code | start date | planned end date | actual end date | completion status | TNP1 |
      |            403 | 03/08/2020 | 20/08/2020       | 20/08/2020      | withdrawn         | 1000 |
    Then the earnings are:
      | aim | earning          | Aug 2020 |
      |   1 | on-programme     |   800.00 |
      |   1 | government share |  <share> |

    Examples:
      | redundant  | share |
      | 20/08/2020 |  1.00 |
      | 21/08/2020 |  0.95 |
