@apprenticeships
Feature: Breaks in learning
  A planned break stops the instalments. Whoever comes back starts a new aim of the same course, over which what is left of
  the price is spread.

  @AR-3.8 @AR-2.5
  Scenario: A planned break stops the instalments without balancing or completion
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 01/09/2017 | 08/09/2018       | 31/10/2017      | planned break     |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                  | 09/17 | 10/17 | 11/17 | 12/17 |
      | Provider Earned Total |  1000 |  1000 |     0 |     0 |

  @AR-3.9
  Scenario: A return after two paid months spreads what is left of the price
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code | restart indicator |
      | learner a | programme only non-DAS |        15000 | 01/09/2017 | 08/09/2018       | 31/10/2017      | planned break     |            50 | NO                |
      | learner a | programme only non-DAS |        15000 | 03/01/2018 | 08/11/2018       | 08/11/2018      | completed         |            50 | YES               |
    Then the provider earnings and payments break down as follows:
      | Type                  | 09/17 | 10/17 | 11/17 | 12/17 | 01/18 | ... | 10/18 | 11/18 | 12/18 |
      | Provider Earned Total |  1000 |  1000 |     0 |     0 |  1000 | ... |  1000 |  3000 |     0 |

  @AR-3.9 @AR-1.6
  Scenario: A return in the next academic year spreads what is left of the price
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code | restart indicator |
      | learner a | programme only non-DAS |        15000 | 01/09/2017 | 08/09/2018       | 31/01/2018      | planned break     |            50 | NO                |
      | learner a | programme only non-DAS |        15000 | 06/08/2018 | 08/03/2019       | 08/03/2019      | completed         |            50 | YES               |
    Then the provider earnings and payments break down as follows:
      | Type                  | 01/18 | 02/18 | ... | 07/18 | 08/18 | ... | 02/19 | 03/19 | 04/19 |
      | Provider Earned Total |  1000 |     0 | ... |     0 |  1000 | ... |  1000 |  3000 |     0 |

  @AR-3.9 @AR-3.10
  Scenario: A return with residual prices spreads those
    Given the apprenticeship funding band maximum is 18000
    And an ILR file is submitted with the following data:
      | ULN       | learner type           | start date | planned end date | actual end date | completion status | standard code | Total training price | Total training price effective date | Total assessment price | Total assessment price effective date | Residual training price | Residual training price effective date | Residual assessment price | Residual assessment price effective date |
      | learner a | programme only non-DAS | 01/09/2017 | 08/09/2018       | 31/10/2017      | planned break     |            50 |                 9000 | 01/09/2017                          |                   2250 | 01/09/2017                            |                         |                                        |                           |                                          |
      | learner a | programme only non-DAS | 03/01/2018 | 08/10/2018       |                 | continuing        |            50 |                      |                                     |                        |                                       |                    5000 | 03/01/2018                             |                       625 | 03/01/2018                               |
    Then the provider earnings and payments break down as follows:
      | Type                  | 09/17 | 10/17 | 11/17 | 12/17 | 01/18 | ... | 09/18 | 10/18 |
      | Provider Earned Total |   750 |   750 |     0 |     0 |   500 | ... |   500 |     0 |

  @AR-4.2 @AR-3.9
  Scenario: Days of learning before and after a break add up to the incentive
    Given an ILR file is submitted with the following data:
      | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | 16-18 programme only non-DAS |        15000 | 01/09/2017 | 08/09/2018       | 31/10/2017      | planned break     |            50 |
      | learner a | 16-18 programme only non-DAS |        15000 | 03/01/2018 | 08/11/2018       |                 | continuing        |            50 |
    Then the transaction types for the payments are:
      | Payment type             | 12/17 | 01/18 | 02/18 | 03/18 |
      | Employer 16-18 incentive |     0 |     0 |   500 |     0 |
      | Provider 16-18 incentive |     0 |     0 |   500 |     0 |
