@apprenticeships
Feature: Monthly instalments, completion and balancing
  A programme earns four fifths of its price in equal instalments, one for every month end from the start to the
  planned end, and a fifth on completion. Whoever completes early is paid the missing instalments at once, whoever
  leaves gets nothing more.

  @AR-3.1 @AR-1.2
  Scenario Outline: A planned length counts the month ends from the start to the planned end
    Given the start date is <start date>
    And the planned end date is <planned end date>
    Then the number of census months is <census months>

    Examples:
      | start date | planned end date | census months |
      | 01/09/2017 | 08/09/2018       |            12 |
      | 01/09/2017 | 29/09/2018       |            12 |
      | 01/09/2017 | 30/09/2018       |            13 |
      | 06/06/2017 | 30/06/2018       |            13 |
      | 31/08/2017 | 30/08/2018       |            12 |
      | 31/08/2017 | 31/08/2018       |            13 |
      | 03/10/2017 | 20/10/2017       |             1 |

  @AR-3.6 @AR-3.7 @AR-3.10 @AR-1.1
  Scenario: A programme completed on time earns twelve instalments and a fifth of the price on completion
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 01/09/2017 | 08/09/2018       | 08/09/2018      | completed         |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                           | 09/17 | 10/17 | ... | 08/18 | 09/18 | 10/18 |
      | Provider Earned Total          |  1000 |  1000 | ... |  1000 |  3000 |     0 |
      | Provider Paid by SFA           |     0 |   900 | ... |   900 |   900 |  2700 |
      | Payment due from Employer      |     0 |   100 | ... |   100 |   100 |   300 |
      | SFA non-Levy co-funding budget |   900 |   900 | ... |   900 |  2700 |     0 |
    And the transaction types for the payments are:
      | Payment type | 10/17 | 11/17 | ... | 09/18 | 10/18 |
      | On-program   |   900 |   900 | ... |   900 |     0 |
      | Completion   |     0 |     0 | ... |     0 |  2700 |
      | Balancing    |     0 |     0 | ... |     0 |     0 |

  @AR-3.7
  Scenario: A completion on the last day of the month earns that month's instalment as well
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15600 | 01/09/2017 | 30/09/2018       | 30/09/2018      | completed         |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                  | 09/17 | ... | 08/18 | 09/18 | 10/18 |
      | Provider Earned Total |   960 | ... |   960 |  4080 |     0 |
    And the transaction types for the payments are:
      | Payment type | 09/18 | 10/18 | 11/18 |
      | On-program   |   864 |   864 |     0 |
      | Completion   |     0 |  2808 |     0 |

  @AR-3.7 @AR-3.10
  Scenario: A completion one month early pays the missing instalment as balancing
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 01/09/2017 | 08/09/2018       | 08/08/2018      | completed         |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                  | 09/17 | ... | 07/18 | 08/18 | 09/18 |
      | Provider Earned Total |  1000 | ... |  1000 |  4000 |     0 |
    And the transaction types for the payments are:
      | Payment type | 08/18 | 09/18 | 10/18 |
      | On-program   |   900 |     0 |     0 |
      | Completion   |     0 |  2700 |     0 |
      | Balancing    |     0 |   900 |     0 |

  @AR-3.7 @AR-3.10
  Scenario: A completion two months early pays two instalments as balancing
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 01/09/2017 | 08/09/2018       | 12/07/2018      | completed         |            50 |
    Then the transaction types for the payments are:
      | Payment type | 10/17 | ... | 07/18 | 08/18 | 09/18 |
      | On-program   |   900 | ... |   900 |     0 |     0 |
      | Completion   |     0 | ... |     0 |  2700 |     0 |
      | Balancing    |     0 | ... |     0 |  1800 |     0 |

  @AR-3.7 @AR-3.10
  Scenario: Fifteen months planned and completed after twelve pay three instalments as balancing
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        18750 | 01/09/2017 | 08/12/2018       | 08/09/2018      | completed         |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                  | 09/17 | ... | 08/18 | 09/18 | 10/18 |
      | Provider Earned Total |  1000 | ... |  1000 |  6750 |     0 |
    And the transaction types for the payments are:
      | Payment type | 09/18 | 10/18 |
      | On-program   |   900 |     0 |
      | Completion   |     0 |  3375 |
      | Balancing    |     0 |  2700 |

  @AR-3.6 @AR-3.7 @AR-3.10
  Scenario: After the planned end nothing is earned until a late completion
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 01/09/2017 | 08/09/2018       | 08/12/2018      | completed         |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                      | 08/18 | 09/18 | 10/18 | 11/18 | 12/18 | 01/19 |
      | Provider Earned Total     |  1000 |     0 |     0 |     0 |  3000 |     0 |
      | Provider Paid by SFA      |   900 |   900 |     0 |     0 |     0 |  2700 |
      | Payment due from Employer |   100 |   100 |     0 |     0 |     0 |   300 |

  @AR-3.8
  Scenario: A withdrawal stops the instalments and pays nothing else
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 01/09/2017 | 08/09/2018       | 15/01/2018      | withdrawn         |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                  | 09/17 | ... | 12/17 | 01/18 | 02/18 |
      | Provider Earned Total |  1000 | ... |  1000 |     0 |     0 |
      | Provider Paid by SFA  |     0 | ... |   900 |   900 |     0 |

  @AR-3.8 @AR-3.6
  Scenario: A withdrawal on the last day of a month still earns that month
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 01/09/2017 | 08/09/2018       | 31/01/2018      | withdrawn         |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                  | 12/17 | 01/18 | 02/18 |
      | Provider Earned Total |  1000 |  1000 |     0 |

  @AR-3.8
  Scenario: A withdrawal after the planned end pays nothing extra
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 01/09/2017 | 08/09/2018       | 15/11/2018      | withdrawn         |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                  | 07/18 | 08/18 | 09/18 | 10/18 | 11/18 | 12/18 |
      | Provider Earned Total |  1000 |  1000 |     0 |     0 |     0 |     0 |

  @AR-3.2
  Scenario Outline: A programme that ends without completion earns only after its qualifying days
    Given an ILR file is submitted for period R03 with the following data:
      | ULN       | learner type           | agreed price | start date   | planned end date   | actual end date   | completion status | standard code |
      | learner a | programme only non-DAS |         6000 | <start date> | <planned end date> | <actual end date> | withdrawn         |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                  | 09/17 | 10/17 |
      | Provider Earned Total | <Sep> | <Oct> |

    Examples: 168 days or more planned: 42 days
      | start date | planned end date | actual end date | Sep | Oct |
      | 01/09/2017 | 08/09/2018       | 11/10/2017      |   0 |   0 |
      | 01/09/2017 | 08/09/2018       | 12/10/2017      | 400 |   0 |
      | 01/09/2017 | 15/02/2018       | 11/10/2017      |   0 |   0 |

    Examples: 14 to 167 days planned: 14 days
      | start date | planned end date | actual end date | Sep | Oct |
      | 01/09/2017 | 14/02/2018       | 11/10/2017      | 960 |   0 |
      | 18/09/2017 | 14/02/2018       | 30/09/2017      |   0 |   0 |
      | 17/09/2017 | 14/02/2018       | 30/09/2017      | 960 |   0 |

    Examples: less than 14 days planned: 1 day
      | start date | planned end date | actual end date |  Sep | Oct |
      | 30/09/2017 | 12/10/2017       | 30/09/2017      | 4800 |   0 |

  @AR-3.2
  Scenario: A completed programme earns however short it was
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |         6000 | 01/09/2017 | 08/09/2018       | 05/10/2017      | completed         |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                  | 09/17 | 10/17 | 11/17 |
      | Provider Earned Total |   400 |  5600 |     0 |

  @AR-1.4
  Scenario: A month end does not see an end date that lies later
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 01/09/2017 | 08/09/2018       | 10/10/2017      | withdrawn         |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                  | 09/17 | 10/17 | 11/17 |
      | Provider Earned Total |  1000 |     0 |     0 |
      | Provider Paid by SFA  |     0 |   900 |     0 |
      | Refund taken by SFA   |     0 |     0 |  -900 |

  @AR-1.4 @AR-2.5
  Scenario: A completed status without an end date completes nothing
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 01/09/2017 | 08/11/2017       |                 | completed         |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                  | 09/17 | 10/17 | 11/17 | 12/17 | 01/18 |
      | Provider Earned Total |  6000 |  6000 |     0 |     0 |     0 |

  @AR-2.5
  Scenario Outline: The restart indicator changes no payment
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code | restart indicator |
      | learner a | programme only non-DAS |        15000 | 01/09/2017 | 08/09/2018       |                 | continuing        |            50 | <restart>         |
    Then the provider earnings and payments break down as follows:
      | Type                  | 09/17 | 10/17 |
      | Provider Earned Total |  1000 |  1000 |

    Examples:
      | restart |
      | YES     |
      | NO      |

  @AR-3.10 @AR-8.6
  Scenario Outline: Small prices keep their fractions of a penny
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code |
      | learner a | programme only non-DAS | <price>      | 01/09/2017 | 08/09/2018       |                 | continuing        |            403 |              2 |            1 |
    Then the provider earnings and payments break down as follows:
      | Type                      |     09/17 | 10/17     | 11/17     |
      | Provider Earned Total     | <monthly> | <monthly> | <monthly> |
      | Provider Paid by SFA      |         0 | <SFA>     | <SFA>     |
      | Payment due from Employer |         0 | <rest>    | <rest>    |

    Examples:
      | price | monthly |  SFA | rest |
      |     1 | 0.06667 | 0.06 | 0.01 |
      |    10 | 0.66667 | 0.60 | 0.07 |
      |   100 | 6.66667 | 6.00 | 0.67 |

  @AR-3.10
  Scenario: A price of 8125 over thirteen months earns 500 a month and 1625 on completion
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |         8125 | 06/06/2017 | 30/06/2018       | 30/06/2018      | completed         |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                  | 06/17 | ... | 05/18 | 06/18 | 07/18 |
      | Provider Earned Total |   500 | ... |   500 |  2125 |     0 |

  @AR-2.3
  Scenario: A standard's single price is split 80 to 20 into training and assessment
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   |
      | learner a |            50 |        15000 | 01/09/2017 | 08/09/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |        14999 | 01/09/2017 | 08/09/2018       |                 | continuing        |            50 |
    Then the following data lock event is returned:
      | Price Episode identifier | Apprenticeship Id | ULN       | ILR Start Date | ILR Training Price | ILR End point assessment price |
      | 25-50-01/09/2017         |                 1 | learner a | 01/09/2017     |              11999 |                           3000 |
    And the data lock event has the following errors:
      | Price Episode identifier | Error code | Error Description |
      | 25-50-01/09/2017         | DLOCK_07   | the price differs |

  @AR-2.1 @AR-2.2 @AR-2.3 @AR-2.10
  Scenario: A row that names nothing is a levy learner aged 25 on standard 23 for 15000
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | start date | end date   |
      | learner a | 01/09/2017 | 08/09/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | start date | planned end date | actual end date | completion status |
      | learner a | 01/09/2017 | 08/09/2018       |                 | continuing        |
    Then the provider earnings and payments break down as follows:
      | Type                     | 09/17 | 10/17 | 11/17 | 12/17 |
      | Provider Earned Total    |  1000 |  1000 |  1000 |  1000 |
      | Levy account debited     |     0 |  1000 |  1000 |  1000 |
      | SFA Levy employer budget |  1000 |  1000 |  1000 |  1000 |

  @AR-2.14
  Scenario: Sentences that only tell the story change no figure
    Given the learner is programme only DAS
    And levy balance > agreed price for all months
    And the census date is the last date of the month
    And no ILR validation errors
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   |
      | learner a |            50 |        15000 | 01/09/2017 | 08/09/2018 |
    And the learner changes employers
      | Employer   | Type | ILR employment start date |
      | employer 1 | DAS  | 01/09/2017                |
      | employer 2 | DAS  | 01/11/2017                |
    When an ILR file is submitted on 13/09/2017 with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |        15000 | 01/09/2017 | 08/09/2018       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                 | 09/17 | 10/17 | 11/17 | 12/17 |
      | Levy account debited |     0 |  1000 |  1000 |  1000 |
