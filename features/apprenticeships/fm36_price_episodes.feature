@apprenticeships @fm36
Feature: Price episodes and their prices
  A price episode begins with each price record, each contract type and each 1 August that an aim runs across.

  Background:
    Given the funding year is 2020/21

  @FM36-3
  Scenario: A new price ends an episode the day before and begins another
    Given this apprenticeship aim:
      | start date | planned end date | TNP1 |
      | 06/08/2020 | 08/08/2021       | 9000 |
    And this price:
      | date       |  TNP1 |
      | 10/01/2021 | 12000 |
    Then the price episodes are:
      | price episode    | episode starts | actual end | planned end |    price |
      | 25-17-06/08/2020 | 06/08/2020     | 09/01/2021 | 08/08/2021  |  9000.00 |
      | 25-17-10/01/2021 | 10/01/2021     | 31/07/2021 | 08/08/2021  | 12000.00 |

  @FM36-3
  Scenario: An episode of a framework is named by type, framework, pathway and start
    Given this apprenticeship aim:
      | framework code | start date | planned end date | TNP1 |
      |            403 | 06/08/2020 | 08/08/2021       | 7500 |
    Then the price episodes are:
      | price episode      | aim number |
      | 2-403-1-06/08/2020 |          1 |

  @FM36-3
  Scenario: A price dated before the aim's start begins no episode
    Given this apprenticeship aim:
      | start date | planned end date |
      | 06/08/2020 | 08/08/2021       |
    And this price:
      | date       | TNP1 |
      | 01/08/2020 | 9000 |
    Then the price episodes are:
      | price episode | price |
      | 06/08/2020    |  0.00 |
    And nothing is earned

  @FM36-3
  Scenario: A contract type alone begins an episode
    Given this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 12000 |
    And these dated codes:
      | type | code | from       | to         |
      | ACT  |    1 | 06/08/2020 | 14/02/2021 |
      | ACT  |    2 | 15/02/2021 | -          |
    Then the price episodes are:
      | price episode |    price | earlier earnings | capped remainder | planned instalments |
      | 06/08/2020    | 12000.00 |             0.00 |         12000.00 |                  12 |
      | 15/02/2021    | 12000.00 |          4800.00 |          7200.00 |                   6 |
    And the earnings are:
      | price episode | earning      | Jan 2021 | Feb 2021 | Mar 2021 |
      | 06/08/2020    | on-programme |   800.00 |     0.00 |     0.00 |
      | 15/02/2021    | on-programme |     0.00 |   800.00 |   800.00 |

  @FM36-3
  Scenario Outline: An aim that ended on <ended> <has> in this year
    Given this apprenticeship aim:
      | start date | planned end date | actual end date | completion status |  TNP1 |
      | 06/08/2019 | 05/09/2020       | <ended>         | withdrawn         | 12000 |
    Then the earnings are:
      | aim | earning          | Aug 2020 |
      |   1 | government share | <share>  |

    Examples:
      | ended      | has            | share |
      | 31/07/2020 | has no episode |  0.00 |
      | 01/08/2020 | has an episode |  0.95 |

  @FM36-3
  Scenario: An aim that runs across 1 August has an episode from that day
    Given this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 06/08/2019 | 05/09/2020       | 12000 |
    Then the price episodes are:
      | price episode |    price |
      | 01/08/2020    | 12000.00 |

  @FM36-3
  Scenario Outline: An aim planned to end on <planned end> that goes on: its episode ends with <ends>
    Given this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 01/09/2020 | <planned end>    | 12000 |
    Then the price episodes are:
      | price episode | actual end |
      | 01/09/2020    | <end>      |

    Examples: the next 1 August begins an episode of an aim that is planned to reach it
      | planned end | ends     | end        |
      | 31/07/2021  | the aim  | -          |
      | 01/08/2021  | the year | 31/07/2021 |

  @FM36-3
  Scenario: An aim that begins on 1 August has one episode from it
    Given this apprenticeship aim:
      | start date | planned end date | TNP1 | TNP2 |
      | 01/08/2020 | 31/07/2021       | 9000 | 3000 |
    Then the price episodes are:
      | price episode |    price | planned instalments |
      | 01/08/2020    | 12000.00 |                  12 |

  @FM36-3.1
  Scenario: Of several price records of one code and date the smallest counts
    Given this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 12000 |
    And this price:
      | date       | TNP1 |
      | 06/08/2020 | 9000 |
    Then the price episodes are:
      | price episode |   price |
      | 06/08/2020    | 9000.00 |

  @FM36-3.1
  Scenario: A price that is not told anew is carried over, each code by itself
    Given this apprenticeship aim:
      | start date | planned end date | TNP1 | TNP2 |
      | 06/08/2020 | 08/08/2021       | 9000 | 1000 |
    And this price:
      | date       | TNP2 |
      | 10/01/2021 | 3000 |
    Then the price episodes are:
      | price episode |    price |
      | 06/08/2020    | 10000.00 |
      | 10/01/2021    | 12000.00 |

  @FM36-3.1-METHODS
  Scenario Outline: A price dated before the restart, the programme begun on <began>: <method>
    # The contract type begins the episode. Until July 2020 any earlier record of the programme counts, then only
    # the price of the episode before.
    Given this apprenticeship aim:
      | start date | original start date | planned end date | LDM   |
      | 06/08/2020 | <began>             | 08/08/2021       | <LDM> |
    And this price:
      | date       | TNP1 |
      | 05/08/2020 | 9000 |
    Then the price episodes are:
      | price episode | price   |
      | 06/08/2020    | <price> |

    Examples:
      | began      | LDM |   price | method                           |
      | 31/07/2020 |   - | 9000.00 | it is carried over               |
      | 01/08/2020 |   - |    0.00 | it is not carried over           |
      | 31/07/2020 | 374 |    0.00 | LDM 374 chooses the later method |

  @FM36-3.1
  Scenario: Residual prices stand in place of the negotiated ones
    Given this apprenticeship aim:
      | start date | planned end date |  TNP1 | TNP2 |
      | 06/08/2020 | 08/08/2021       | 12000 | 3000 |
    And this price:
      | date       | TNP3 | TNP4 |
      | 10/01/2021 | 5000 | 1000 |
    Then the price episodes are:
      | price episode |    price | earlier earnings | capped remainder | completion element |
      | 06/08/2020    | 15000.00 |             0.00 |         15000.00 |            3000.00 |
      | 10/01/2021    |  6000.00 |          5000.00 |          6000.00 |            1200.00 |

  @FM36-3.1-RESIDUAL
  Scenario Outline: What an episode earned comes off its residual prices, <order>
    # The second episode earns (6000 - 1200) / 7 in each of January, February and March.
    Given this apprenticeship aim:
      | start date | planned end date |  TNP1 | TNP2 |
      | 06/08/2020 | 08/08/2021       | 12000 | 3000 |
    And this price:
      | date       | TNP3   | TNP4   |
      | 10/01/2021 | <TNP3> | <TNP4> |
    And these dated codes:
      | type | code | from       | to         |
      | ACT  |    1 | 06/08/2020 | 31/03/2021 |
      | ACT  |    2 | 01/04/2021 | -          |
    Then the price episodes are:
      | price episode |    price | capped remainder | completion element | planned instalments | instalment |
      | 06/08/2020    | 15000.00 |         15000.00 |            3000.00 |                  12 |    1000.00 |
      | 10/01/2021    |  6000.00 |          6000.00 |            1200.00 |                   7 |  685.71429 |
      | 01/04/2021    |  6000.00 |       3942.85714 |            1200.00 |                   4 |  685.71429 |

    Examples:
      | TNP3 | TNP4 | order               |
      | 5000 | 1000 | training first      |
      | 1000 | 5000 | then assessment     |
      |    0 | 6000 | or assessment alone |

  @FM36-3.1
  Scenario: A single residual price is the whole price, whatever was negotiated for training and assessment
    # Of 12000, 4000 were earned; the 8000 left do not count beside the residual 1000.
    Given this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 12000 |
    And these prices:
      | date       | TNP1 | TNP3 |
      | 10/01/2021 | -    | 1000 |
    Then the price episodes are:
      | price episode |    price | capped remainder | completion element | expected monthly total |
      | 06/08/2020    | 12000.00 |         12000.00 |            2400.00 |                9600.00 |
      | 10/01/2021    |  1000.00 |          1000.00 |             200.00 |                 800.00 |

  @FM36-3-SHARED
  Scenario: A restart that keeps the price's old date takes the months before the break away
    # The first episode then belongs to both aims, and it starts before the later one does.
    Given these apprenticeship aims:
      | aim | start date | original start date | planned end date | actual end date | completion status |  TNP1 |
      | A   | 06/08/2020 | -                   | 08/08/2021       | 15/12/2020      | break in learning | 12000 |
      | B   | 01/02/2021 | 06/08/2020          | 08/10/2021       | -               | continuing        |     - |
    And this price:
      | aim | date       |  TNP1 |
      | B   | 06/08/2020 | 12000 |
    Then the earnings are:
      | price episode | earning      | Aug 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 | Jul 2021 |
      | 06/08/2020    | on-programme |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 01/02/2021    | on-programme |     0.00 |     0.00 |     0.00 |     0.00 |  1200.00 |  1200.00 |
