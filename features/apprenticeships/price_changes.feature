@apprenticeships
Feature: Changes of price
  A new price starts a new price episode. What was earned is taken off the new price, and what is left is spread over the
  months to the planned end; a residual price is itself what is left.

  @AR-3.3 @AR-3.4 @AR-3.10
  Scenario Outline: A new negotiated price is paid less what was earned over the months that are left
    Given the apprenticeship funding band maximum is 27000
    And an ILR file is submitted with the following data:
      | ULN       | learner type           | start date | planned end date | actual end date | completion status | standard code | Total training price 1 | Total training price 1 effective date | Total assessment price 1 | Total assessment price 1 effective date | Total training price 2 | Total training price 2 effective date | Total assessment price 2 | Total assessment price 2 effective date |
      | learner a | programme only non-DAS | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 | <training>             | 01/08/2017                            | <assessment>             | 01/08/2017                              | <new training>         | <from>                                | <new assessment>         | <from>                                  |
    Then the provider earnings and payments break down as follows:
      | Type                  | 08/17 | 09/17 | 10/17     | 11/17 | 12/17 | ... | 07/18 |
      | Provider Earned Total | <old> | <old> | <October> | <new> | <new> | ... | <new> |

    Examples:
      | training | assessment | new training | new assessment | from       |     old | October |     new |
      |    12000 |       3000 |         7500 |           1875 | 01/11/2017 |    1000 |    1000 |     500 |
      |    12000 |       3000 |         7500 |           1875 | 10/11/2017 |    1000 |    1000 |     500 |
      |    12000 |       3000 |         7500 |           1875 | 24/10/2017 |    1000 |     550 |     550 |
      |    12500 |       3000 |        13000 |           3000 | 15/11/2017 | 1033.33 | 1033.33 | 1077.78 |
      |    12500 |       3000 |        12000 |           2000 | 15/11/2017 | 1033.33 | 1033.33 |     900 |
      |     9000 |       2250 |         5400 |           1350 | 11/11/2017 |     750 |     750 |     350 |

  @AR-3.4 @AR-3.10
  Scenario Outline: A residual price is spread over the months that are left, and nothing is taken off
    Given the apprenticeship funding band maximum is 27000
    And an ILR file is submitted with the following data:
      | ULN       | learner type           | start date | planned end date | actual end date | completion status | standard code | Total training price | Total training price effective date | Total assessment price | Total assessment price effective date | Residual training price | Residual training price effective date | Residual assessment price | Residual assessment price effective date |
      | learner a | programme only non-DAS | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |                12500 | 01/08/2017                          |                   3000 | 01/08/2017                            |                   12000 | 15/11/2017                             | <assessment>              | 15/11/2017                               |
    Then the provider earnings and payments break down as follows:
      | Type                  |   08/17 |   09/17 |   10/17 | 11/17 | 12/17 | ... | 07/18 |
      | Provider Earned Total | 1033.33 | 1033.33 | 1033.33 | <new> | <new> | ... | <new> |

    Examples:
      | assessment |     new |
      |       4000 | 1422.22 |
      |       2000 | 1244.44 |

  @AR-3.4
  Scenario: A second residual price replaces the first
    Given the apprenticeship funding band maximum is 27000
    And an ILR file is submitted with the following data:
      | ULN       | learner type           | start date | planned end date | actual end date | completion status | standard code | Total training price | Total training price effective date | Residual training price 1 | Residual training price 1 effective date | Residual training price 2 | Residual training price 2 effective date |
      | learner a | programme only non-DAS | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |                15000 | 01/08/2017                          |                      9000 | 01/11/2017                               |                      5000 | 01/02/2018                               |
    Then the provider earnings and payments break down as follows:
      | Type                  | 08/17 | ... | 10/17 | 11/17 | ... | 01/18 |  02/18 | ... |  07/18 |
      | Provider Earned Total |  1000 | ... |  1000 |   800 | ... |   800 | 666.67 | ... | 666.67 |

  @AR-3.10 @AR-3.3
  Scenario: A price that doubles in the second month counts the one instalment earned
    Given the apprenticeship funding band maximum is 15000
    And an ILR file is submitted with the following data:
      | ULN       | learner type           | start date | planned end date | actual end date | completion status | standard code | Total training price 1 | Total training price 1 effective date | Total training price 2 | Total training price 2 effective date |
      | learner a | programme only non-DAS | 04/05/2017 | 10/05/2018       |                 | continuing        |            50 |                   7500 | 04/05/2017                            |                  15000 | 01/06/2017                            |
    Then the provider earnings and payments break down as follows:
      | Type                  | 05/17 |   06/17 |   07/17 |   08/17 | ... |   04/18 |
      | Provider Earned Total |   500 | 1045.45 | 1045.45 | 1045.45 | ... | 1045.45 |

  @AR-3.5
  Scenario: A new price below what was earned takes the difference back once, in its first month
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | start date | planned end date | actual end date | completion status | standard code | Total training price 1 | Total training price 1 effective date | Total training price 2 | Total training price 2 effective date |
      | learner a | programme only non-DAS | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |                  15000 | 01/08/2017                            |                   2000 | 10/11/2017                            |
    Then the provider earnings and payments break down as follows:
      | Type                  | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 | 01/18 |
      | Provider Earned Total |  1000 |  1000 |  1000 | -1000 |     0 |     0 |
      | Provider Paid by SFA  |     0 |   900 |   900 |   900 |     0 |     0 |
      | Refund taken by SFA   |     0 |     0 |     0 |     0 |  -900 |     0 |

  @AR-3.3
  Scenario Outline: The month's instalment belongs to the price in force on its last day
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | start date | planned end date | actual end date | completion status | standard code | Total training price 1 | Total training price 1 effective date | Total training price 2 | Total training price 2 effective date |
      | learner a | programme only non-DAS | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |                   9000 | 01/08/2017                            |                  15000 | <from>                                |
    Then the provider earnings and payments break down as follows:
      | Type                  | 08/17 | 09/17       | 10/17     |
      | Provider Earned Total |   600 | <September> | <October> |

    Examples:
      | from       | September | October |
      | 30/09/2017 |   1036.36 | 1036.36 |
      | 01/10/2017 |       600 |    1080 |

  @AR-2.3
  Scenario: Before its first date the first price is in force
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | start date | planned end date | actual end date | completion status | standard code | Total training price | Total training price effective date |
      | learner a | programme only non-DAS | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |                12000 | 20/09/2017                          |
    Then the provider earnings and payments break down as follows:
      | Type                  | 08/17 | 09/17 | 10/17 |
      | Provider Earned Total |   800 |   800 |   800 |

  @AR-3.4 @AR-7.2
  Scenario: A switch to another standard starts afresh and takes nothing off
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 03/08/2017 | 09/08/2018       | 31/10/2017      | withdrawn         |            50 |
      | learner a | programme only non-DAS |         5625 | 03/11/2017 | 09/08/2018       |                 | continuing        |            51 |
    Then the provider earnings and payments break down as follows:
      | Type                  | 08/17 | ... | 10/17 | 11/17 | ... | 07/18 | 08/18 |
      | Provider Earned Total |  1000 | ... |  1000 |   500 | ... |   500 |     0 |

  @AR-3.4 @AR-2.2
  Scenario: A switch from a framework to a standard starts afresh
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code | framework code | programme type | pathway code |
      | learner a | programme only non-DAS |         9000 | 03/08/2017 | 09/08/2018       | 15/11/2017      | withdrawn         |               |            403 |              2 |            1 |
      | learner a | programme only non-DAS |         5625 | 03/12/2017 | 09/08/2018       |                 | continuing        |            51 |                |                |              |
    Then the provider earnings and payments break down as follows:
      | Type                  | 08/17 | ... | 10/17 | 11/17 |  12/17 |  01/18 | ... |  07/18 | 08/18 |
      | Provider Earned Total |   600 | ... |   600 |     0 | 562.50 | 562.50 | ... | 562.50 |     0 |

  @AR-3.5
  Scenario: What was paid too much is taken back even in a month whose last day learning does not reach
    Given the apprenticeship funding band maximum is 15000
    And an ILR file is submitted with the following data:
      | ULN       | learner type           | start date | planned end date | actual end date | completion status | standard code | Total training price 1 | Total training price 1 effective date | Total training price 2 | Total training price 2 effective date |
      | learner a | programme only non-DAS | 01/08/2017 | 31/07/2018       | 20/12/2017      | withdrawn         |            50 |                  15000 | 01/08/2017                            |                   3000 | 05/12/2017                            |
    Then the provider earnings and payments break down as follows:
      | Type                  | 10/17 | 11/17 | 12/17 | 01/18 |
      | Provider Earned Total |  1000 |  1000 | -1000 |     0 |

  @AR-2.3
  Scenario: Prices under two headings that mean the same are one price where no row fills both differently
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | start date | planned end date | actual end date | completion status | standard code | Total training price | Total training price 1 |
      | learner a | programme only non-DAS | 01/08/2017 | 31/07/2018       |                 | continuing        |            50 |                15000 |                        |
      | learner b | programme only non-DAS | 01/08/2017 | 31/07/2018       |                 | continuing        |            50 |                      |                   7500 |
    Then the provider earnings and payments break down as follows:
      | Type                  | 08/17 | 09/17 |
      | Provider Earned Total |  1500 |  1500 |
