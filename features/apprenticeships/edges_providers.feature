@apprenticeships
Feature: Two providers at once under one band
  Before a price episode of one provider, the other provider's money counts so far as it was earned before that day.

  @AR-3.4
  Scenario Outline: A second provider from <start> while the first goes on: <earned> were earned before
    # The band of 15000 leaves 15000 less what was earned; a fifth of that is kept for completion.
    Given the apprenticeship funding band maximum is 15000
    And the providers submit the following ILR files:
      | Provider   | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | provider a | learner a | programme only non-DAS |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
      | provider b | learner a | programme only non-DAS |        15000 | <start>    | 28/07/2018       |                 | continuing        |            50 |
    Then the earnings and payments break down for provider A is as follows:
      | Type                  | 01/18 | 02/18 | 03/18 |
      | Provider Earned Total |  1000 |  1000 |  1000 |
    And the earnings and payments break down for provider B is as follows:
      | Type                  | 04/18     | 05/18     |
      | Provider Earned Total | <monthly> | <monthly> |
    And the following capping will apply to the price episodes:
      | Provider   | price episode   | negotiated price | funding cap | previous funding paid | price above cap | effective price for SFA payments |
      | provider b | <month> onwards |            15000 |       15000 | <earned>              | <earned>        | <capped>                         |

    Examples: a month counts once its last day is over
      | start      | month | earned | capped | monthly |
      | 01/09/2017 | 09/17 |   1000 |  14000 |    1120 |
      | 15/01/2018 | 01/18 |   5000 |  10000 | 1333.33 |
      | 01/02/2018 | 02/18 |   6000 |   9000 |    1440 |

  @AR-3.4 @AR-3.7
  Scenario: What the first provider earned by an early completion leaves the second nothing
    Given the apprenticeship funding band maximum is 15000
    And the providers submit the following ILR files:
      | Provider   | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | provider a | learner a | programme only non-DAS |        15000 | 06/08/2017 | 08/08/2018       | 10/01/2018      | completed         |            50 |
      | provider b | learner a | programme only non-DAS |         6000 | 01/02/2018 | 28/07/2018       |                 | continuing        |            50 |
    Then the earnings and payments break down for provider A is as follows:
      | Type                  | 12/17 | 01/18 | 02/18 |
      | Provider Earned Total |  1000 | 10000 |     0 |
    And the earnings and payments break down for provider B is as follows:
      | Type                  | 01/18 | 02/18 | 03/18 |
      | Provider Earned Total |     0 |     0 |     0 |
