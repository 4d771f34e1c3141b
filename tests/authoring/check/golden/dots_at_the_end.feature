@apprenticeships
Feature: Providers

  @AR-8.2
  Scenario: The first months of an apprentice
    Given the apprenticeship funding band maximum is 15000
    And the providers submit the following ILR files:
      | Provider   | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | provider a | learner a | programme only non-DAS |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
    Then the earnings and payments break down for provider A is as follows:
      | Type                  | 08/17 | 09/17 | 10/17 | ... |
      | Provider Earned Totl  |  1000 |  1000 |  1000 | ... |
      | Provider Paid by SFA  |     0 |   900 |   900 | ... |
