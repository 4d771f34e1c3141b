@apprenticeships
Feature: 16 to 18 incentives, framework uplift and disadvantage
  For a learner under 19, or up to 24 with a plan or as a care leaver, employer and provider get a first and a second incentive. A
  framework earns an uplift besides, and in a disadvantaged area a further payment whatever the learner's age.

  @AR-4.2 @AR-4.1
  Scenario: Employer and provider get 500 pounds each at day 90 and at day 365
    Given an ILR file is submitted with the following data:
      | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | 16-18 programme only non-DAS |         7500 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                                    | 10/17 | 11/17 | 12/17 | ... | 07/18 | 08/18 | 09/18 |
      | Provider Earned Total                   |   500 |  1500 |   500 | ... |   500 |  2500 |     0 |
      | SFA non-Levy additional payments budget |     0 |  1000 |     0 | ... |     0 |  1000 |     0 |
    And the transaction types for the payments are:
      | Payment type             | 11/17 | 12/17 | 01/18 | ... | 08/18 | 09/18 |
      | Employer 16-18 incentive |     0 |   500 |     0 | ... |     0 |   500 |
      | Provider 16-18 incentive |     0 |   500 |     0 | ... |     0 |   500 |

  @AR-4.2
  Scenario Outline: The day of the incentive counts the first day of learning, and the learner must still be there
    Given an ILR file is submitted with the following data:
      | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | 16-18 programme only non-DAS |         7500 | 06/08/2017 | 08/08/2018       | <last day>      | withdrawn         |            50 |
    Then the transaction types for the payments are:
      | Payment type             | <paid>      |
      | Employer 16-18 incentive | <incentive> |
      | Provider 16-18 incentive | <incentive> |

    Examples:
      | last day   | paid  | incentive |
      | 02/11/2017 | 12/17 |         0 |
      | 03/11/2017 | 12/17 |       500 |
      | 04/08/2018 | 09/18 |         0 |
      | 05/08/2018 | 09/18 |       500 |

  @AR-4.1
  Scenario Outline: A plan or having been in care counts up to the age of 24
    Given an ILR file is submitted with the following data:
      | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | standard code | LearnDelFAM |
      | learner a | <age> programme only non-DAS |         7500 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 | <code>      |
    Then the transaction types for the payments are:
      | Payment type             | 11/17 | 12/17       |
      | Employer 16-18 incentive |     0 | <incentive> |

    Examples:
      | age   | code   | incentive |
      | 16-18 |        |       500 |
      | 19-24 | EEF2   |       500 |
      | 19-24 | EEF4   |       500 |
      | 19-24 |        |         0 |
      | 19-24 | LDM356 |         0 |

  @AR-4.1 @AR-2.1
  Scenario: A learner aged 25 has no incentive even as a care leaver
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code | LearnDelFAM |
      | learner a | programme only non-DAS |         7500 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 | EEF4        |
    Then the transaction types for the payments are:
      | Payment type             | 11/17 | 12/17 | 01/18 |
      | Employer 16-18 incentive |     0 |     0 |     0 |
      | Provider 16-18 incentive |     0 |     0 |     0 |

  @AR-4.2
  Scenario: Days at two providers of the same course add up
    Given the apprenticeship funding band maximum is 15000
    And the providers submit the following ILR files:
      | Provider   | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | provider a | learner a | 16-18 programme only non-DAS |         7500 | 06/08/2017 | 08/08/2018       | 05/10/2017      | withdrawn         |            50 |
      | provider b | learner a | 16-18 programme only non-DAS |         4500 | 06/10/2017 | 08/08/2018       |                 | continuing        |            50 |
    Then the transaction types for the payments for provider B are:
      | Payment type             | 11/17 | 12/17 | 01/18 |
      | Employer 16-18 incentive |     0 |   500 |     0 |
      | Provider 16-18 incentive |     0 |   500 |     0 |
    And the transaction types for the payments for provider A are:
      | Payment type             | 11/17 | 12/17 | 01/18 |
      | Employer 16-18 incentive |     0 |     0 |     0 |

  @AR-4.3
  Scenario: A framework's uplift is a fifth of the band, in instalments and with completion
    Given the apprenticeship funding band maximum is 9000
    And an ILR file is submitted with the following data:
      | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code |
      | learner a | 16-18 programme only non-DAS |         6000 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            403 |              2 |            1 |
    Then the transaction types for the payments are:
      | Payment type                | 09/17 | 10/17 | ... | 08/18 | 09/18 |
      | Framework uplift on-program |   120 |   120 | ... |   120 |     0 |
      | Framework uplift completion |     0 |     0 | ... |     0 |   360 |
      | Framework uplift balancing  |     0 |     0 | ... |     0 |     0 |

  @AR-4.3
  Scenario Outline: An early completion pays the rest of the uplift as balancing
    Given the apprenticeship funding band maximum is 9000
    And an ILR file is submitted with the following data:
      | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code |
      | learner a | 16-18 programme only non-DAS |         9000 | 06/08/2017 | <planned end>    | 08/08/2018      | completed         |            403 |              2 |            1 |
    Then the transaction types for the payments are:
      | Payment type                |     09/17 | ... |     08/18 |       09/18 |
      | Framework uplift on-program | <monthly> | ... | <monthly> |           0 |
      | Framework uplift completion |         0 | ... |         0 |         360 |
      | Framework uplift balancing  |         0 | ... |         0 | <balancing> |

    Examples:
      | planned end | monthly | balancing |
      | 09/11/2018  |      96 |       288 |
      | 09/10/2018  | 102.857 |   205.714 |

  @AR-4.3 @AR-2.11
  Scenario: Without a band step the uplift is a fifth of the price
    Given an ILR file is submitted with the following data:
      | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code |
      | learner a | 16-18 programme only non-DAS |         6000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            403 |              2 |            1 |
    Then the transaction types for the payments are:
      | Payment type                | 09/17 | 10/17 | 11/17 |
      | Framework uplift on-program |    80 |    80 |    80 |

  @AR-4.3
  Scenario: An unchanged framework goes on with the same uplift after 1 August
    Given the apprenticeship funding band maximum is 9000
    And an ILR file is submitted with the following data:
      | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code |
      | learner a | 16-18 programme only non-DAS |         7500 | 06/02/2018 | 08/02/2019       | 08/02/2019      | completed         |            403 |              2 |            1 |
    Then the transaction types for the payments are:
      | Payment type                | 03/18 | ... | 08/18 | 09/18 | ... | 02/19 | 03/19 |
      | Framework uplift on-program |   120 | ... |   120 |   120 | ... |   120 |     0 |
      | Framework uplift completion |     0 | ... |     0 |     0 | ... |     0 |   360 |

  @AR-4.3
  Scenario Outline: A standard, or a learner of 19 or over, has no uplift
    Given the apprenticeship funding band maximum is 9000
    And an ILR file is submitted with the following data:
      | ULN       | learner type   | agreed price | start date | planned end date | actual end date | completion status | standard code | framework code | programme type | pathway code |
      | learner a | <learner type> |         7500 | 06/08/2017 | 08/08/2018       |                 | continuing        | <standard>    | <framework>    | <type>         | <pathway>    |
    Then the transaction types for the payments are:
      | Payment type                | 09/17 | 10/17 | 11/17 |
      | Framework uplift on-program |     0 |     0 |     0 |

    Examples:
      | learner type                 | standard | framework | type | pathway |
      | 16-18 programme only non-DAS |       50 |           |   25 |         |
      | 19-24 programme only non-DAS |          |       403 |    2 |       1 |

  @AR-4.4
  Scenario Outline: A framework in a disadvantaged area is paid half at day 90 and half at day 365
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code | home postcode deprivation |
      | learner a | programme only non-DAS |         7500 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            403 |              2 |            1 | <postcode>                |
    Then the transaction types for the payments are:
      | Payment type                 | 11/17 | 12/17  | 01/18 | ... | 08/18 | 09/18  |
      | Provider disadvantage uplift |     0 | <half> |     0 | ... |     0 | <half> |
    And the provider earnings and payments break down as follows:
      | Type                                    | 10/17 | 11/17  | 12/17 |
      | SFA non-Levy additional payments budget |     0 | <half> |     0 |

    Examples:
      | postcode     | half |
      | 1-10%        |  300 |
      | 11-20%       |  150 |
      | 20-27%       |  100 |
      | 21-27%       |  100 |
      | not deprived |    0 |

  @AR-4.4
  Scenario: A standard has no disadvantage uplift
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code | home postcode deprivation |
      | learner a | programme only non-DAS |         7500 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 | 1-10%                     |
    Then the transaction types for the payments are:
      | Payment type                 | 11/17 | 12/17 | 01/18 |
      | Provider disadvantage uplift |     0 |     0 |     0 |

  @AR-4.2
  Scenario: A day that belongs to two providers is one day of learning
    Given the providers submit the following ILR files:
      | ULN       | Provider   | learner type                 | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | provider a | 16-18 programme only non-DAS |        15000 | 06/08/2017 | 08/08/2018       | 31/10/2017      | withdrawn         |            50 |
      | learner a | provider b | 16-18 programme only non-DAS |        15000 | 02/10/2017 | 08/10/2018       |                 | continuing        |            50 |
    Then the transaction types for the payments are:
      | Payment type             | 11/17 | 12/17 | 01/18 | 02/18 |
      | Employer 16-18 incentive |     0 |   500 |     0 |     0 |
      | Provider 16-18 incentive |     0 |   500 |     0 |     0 |

  @AR-4.3 @AR-2.11
  Scenario: Without a band step a residual price brings a fifth of itself as uplift, less what was earned
    Given an ILR file is submitted with the following data:
      | ULN       | learner type                 | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code | Total training price | Total training price effective date | Residual training price | Residual training price effective date |
      | learner a | 16-18 programme only non-DAS | 01/08/2017 | 31/07/2018       |                 | continuing        |            403 |              2 |            1 |                 9000 | 01/08/2017                          |                    6000 | 01/12/2017                             |
    Then the transaction types for the payments are:
      | Payment type                | 09/17 | 10/17 | 11/17 | 12/17 | 01/18 | 02/18 |
      | Framework uplift on-program |   120 |   120 |   120 |   120 |    60 |    60 |
