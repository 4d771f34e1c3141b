@apprenticeships
Feature: Funding band caps and changes of provider
  The band caps what a course may earn, at all providers together. A new provider starts from the whole price it has
  agreed, as far as the band leaves room for it.

  @AR-3.4 @AR-3.10
  Scenario: A price above the band is capped
    Given the apprenticeship funding band maximum is 15000
    And an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        18000 | 01/08/2017 | 04/08/2018       | 04/08/2018      | completed         |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                  | 08/17 | ... | 07/18 | 08/18 | 09/18 |
      | Provider Earned Total |  1000 | ... |  1000 |  3000 |     0 |

  @AR-3.4 @AR-2.11
  Scenario: A price below the band is paid as it is
    Given the apprenticeship funding band maximum is 18000
    And an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 01/08/2017 | 04/08/2018       | 04/08/2018      | completed         |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                  | 08/17 | ... | 07/18 | 08/18 | 09/18 |
      | Provider Earned Total |  1000 | ... |  1000 |  3000 |     0 |

  @AR-2.11
  Scenario: One band caps every learner of the scenario
    Given the apprenticeship funding band maximum for each learner is 6000
    And an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |
      | learner b | programme only non-DAS |        12000 | 01/08/2017 | 04/08/2018       |                 | continuing        |            51 |
    Then the provider earnings and payments break down as follows:
      | Type                  | 08/17 | 09/17 | 10/17 |
      | Provider Earned Total |   800 |   800 |   800 |

  @AR-3.4 @AR-3.10 @AR-9.4
  Scenario: A second provider earns what the band leaves after the first
    Given the apprenticeship funding band maximum is 15000
    And the providers submit the following ILR files:
      | Provider   | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | provider a | learner a | programme only non-DAS |        15000 | 06/08/2017 | 08/08/2018       | 05/01/2018      | withdrawn         |            50 |
      | provider b | learner a | programme only non-DAS |        15000 | 06/01/2018 | 08/08/2018       | 08/08/2018      | completed         |            50 |
    Then the earnings and payments break down for provider A is as follows:
      | Type                  | 08/17 | ... | 12/17 | 01/18 | 02/18 |
      | Provider Earned Total |  1000 | ... |  1000 |     0 |     0 |
      | Provider Paid by SFA  |     0 | ... |   900 |   900 |     0 |
    And the earnings and payments break down for provider B is as follows:
      | Type                           | 12/17 |   01/18 |   02/18 | ... |   07/18 |   08/18 | 09/18 |
      | Provider Earned Total          |     0 | 1142.86 | 1142.86 | ... | 1142.86 |    2000 |     0 |
      | Provider Paid by SFA           |     0 |       0 | 1028.57 | ... | 1028.57 | 1028.57 |  1800 |
      | Payment due from Employer      |     0 |       0 |  114.29 | ... |  114.29 |  114.29 |   200 |
      | SFA non-Levy co-funding budget |     0 | 1028.57 | 1028.57 | ... | 1028.57 |    1800 |     0 |

  @AR-9.7 @AR-3.4
  Scenario: The capping table tells what the band takes off the second provider's price
    Given the apprenticeship funding band maximum is 15000
    And the providers submit the following ILR files:
      | Provider   | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | provider a | learner a | programme only non-DAS |        15000 | 06/08/2017 | 08/08/2018       | 05/01/2018      | withdrawn         |            50 |
      | provider b | learner a | programme only non-DAS |        15000 | 06/01/2018 | 08/08/2018       |                 | continuing        |            50 |
    Then the following capping will apply to the price episodes:
      | Provider   | price episode | negotiated price | funding cap | previous funding paid | price above cap | effective price for SFA payments |
      | provider b | 01/18 onwards |            15000 |       15000 |                  5000 |            5000 |                            10000 |

  @AR-2.11 @AR-3.4
  Scenario: Without a band step a provider's own price is its cap, also against another provider
    Given the providers submit the following ILR files:
      | Provider   | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | provider a | learner a | programme only non-DAS |        15000 | 06/08/2017 | 08/08/2018       | 05/01/2018      | withdrawn         |            50 |
      | provider b | learner a | programme only non-DAS |        15000 | 06/01/2018 | 08/08/2018       |                 | continuing        |            50 |
    Then the earnings and payments break down for provider B is as follows:
      | Type                  |   01/18 |   02/18 |   03/18 |
      | Provider Earned Total | 1142.86 | 1142.86 | 1142.86 |

  @AR-3.10 @AR-3.4
  Scenario Outline: A second provider within the band spreads its own price over its own months
    Given the apprenticeship funding band maximum is 15000
    And the providers submit the following ILR files:
      | Provider   | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | provider a | learner a | programme only non-DAS |         7500 | 06/08/2017 | 08/08/2018       | 04/03/2018      | withdrawn         |            50 |
      | provider b | learner a | programme only non-DAS |         4500 | 06/03/2018 | <planned end>    |                 | continuing        |            50 |
    Then the earnings and payments break down for provider B is as follows:
      | Type                  | 02/18 | 03/18     | 04/18     | 05/18     | 06/18     |
      | Provider Earned Total |     0 | <monthly> | <monthly> | <monthly> | <monthly> |

    Examples:
      | planned end | monthly |
      | 08/08/2018  |     720 |
      | 08/07/2018  |     900 |
      | 08/09/2018  |     600 |

  @AR-3.4
  Scenario: Another course of the same learner does not count against the band
    Given the apprenticeship funding band maximum is 15000
    And the providers submit the following ILR files:
      | Provider   | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | provider a | learner a | programme only non-DAS |        15000 | 06/08/2017 | 08/08/2018       | 05/01/2018      | withdrawn         |            50 |
      | provider b | learner a | programme only non-DAS |        15000 | 06/01/2018 | 08/08/2018       |                 | continuing        |            51 |
    Then the earnings and payments break down for provider B is as follows:
      | Type                  |   01/18 |   02/18 |   03/18 |
      | Provider Earned Total | 1714.29 | 1714.29 | 1714.29 |
