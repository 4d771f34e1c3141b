@apprenticeships
Feature: Completion payments wait for the employer's contribution
  The completion payment is held back until the employer contributions recorded in the ILR reach what the employer owed for
  past instalments, in whole pounds for each instalment.

  @AR-7.4
  Scenario Outline: The contribution must reach the co-investment of the past instalments
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code | employer contribution |
      | learner a | programme only non-DAS |         9000 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            50 | <contribution>        |
    Then the provider earnings and payments break down as follows:
      | Type                      | 07/18 | 08/18 |        09/18 |
      | Provider Earned Total     |   600 |  1800 |            0 |
      | Provider Paid by SFA      |   540 |   540 | <completion> |
      | Payment due from Employer |    60 |    60 |   <employer> |

    Examples:
      | contribution | completion | employer |
      |          720 |       1620 |      180 |
      |          719 |          0 |        0 |
      |              |          0 |        0 |
      |          900 |       1620 |      180 |

  @AR-7.4
  Scenario: This month's own instalment is not among the past ones
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code | employer contribution |
      | learner a | programme only non-DAS |         8125 | 06/08/2017 | 31/08/2018       | 31/08/2018      | completed         |            50 |                   600 |
    Then the provider earnings and payments break down as follows:
      | Type                 | 08/18 |   09/18 | 10/18 |
      | Provider Paid by SFA |   450 | 1912.50 |     0 |

  @AR-7.4
  Scenario: Each past co-payment counts in whole pounds
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code | employer contribution |
      | learner a | programme only non-DAS |         9100 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            50 |                   720 |
    Then the provider earnings and payments break down as follows:
      | Type                 | 08/18 | 09/18 |
      | Provider Paid by SFA |   546 |  1638 |

  @AR-7.4
  Scenario: Only the completion is withheld, balancing is paid
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code | employer contribution |
      | learner a | programme only non-DAS |         9000 | 06/08/2017 | 08/08/2018       | 08/06/2018      | completed         |            50 |                   100 |
    Then the transaction types for the payments are:
      | Payment type | 06/18 | 07/18 | 08/18 |
      | On-program   |   540 |     0 |     0 |
      | Completion   |     0 |     0 |     0 |
      | Balancing    |     0 |  1080 |     0 |

  @AR-7.4 @AR-1.3 @AR-7.6
  Scenario: Evidence in a later file releases the completion, once
    Given an ILR file is submitted for academic year 1718 in period R01 with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code | employer contribution |
      | learner a | programme only non-DAS |         9000 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            50 |                   700 |
    And an ILR file is submitted for academic year 1819 in period R03 with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code | employer contribution |
      | learner a | programme only non-DAS |         9000 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            50 |                   720 |
    Then the provider earnings and payments break down as follows:
      | Type                 | 08/18 | 09/18 | 10/18 | 11/18 | 12/18 |
      | Provider Paid by SFA |   540 |     0 |     0 |  1620 |     0 |
      | Refund taken by SFA  |     0 |     0 |     0 |     0 |     0 |

  @AR-7.4 @AR-9.3
  Scenario: A completion released late still stands in the month after its delivery
    Given an ILR file is submitted for academic year 1718 in period R01 with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code | employer contribution |
      | learner a | programme only non-DAS |         9000 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            50 |                   700 |
    And an ILR file is submitted for academic year 1819 in period R03 with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code | employer contribution |
      | learner a | programme only non-DAS |         9000 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            50 |                   720 |
    Then the transaction types for the payments are:
      | Payment type | 08/18 | 09/18 | 10/18 | 11/18 | 12/18 |
      | On-program   |   540 |     0 |     0 |     0 |     0 |
      | Completion   |     0 |  1620 |     0 |     0 |     0 |

  @AR-7.6
  Scenario: A completion paid on its last day is not tested again when the last instalment is past
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code | employer contribution |
      | learner a | programme only non-DAS |         8125 | 06/08/2017 | 31/08/2018       | 31/08/2018      | completed         |            50 |                   600 |
    Then the provider earnings and payments break down as follows:
      | Type                 | 08/18 |   09/18 | 10/18 | 11/18 |
      | Provider Paid by SFA |   450 | 1912.50 |     0 |     0 |
      | Refund taken by SFA  |     0 |       0 |     0 |     0 |

  @AR-7.4 @AR-2.8
  Scenario Outline: An exempt learner's completion is paid without contribution
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code | employer contribution | LearnDelFAM |
      | learner a | programme only non-DAS |         9000 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            50 |                     0 | <code>      |
    Then the provider earnings and payments break down as follows:
      | Type                 | 08/18 | 09/18        |
      | Provider Paid by SFA |   540 | <completion> |

    Examples:
      | code   | completion |
      | LDM356 |       1620 |
      | LDM361 |       1620 |
      | EEF2   |          0 |

  @AR-7.4 @AR-5.5-LATE
  Scenario: A learner made redundant before the end is exempt
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code | employer contribution |
      | learner a | programme only non-DAS |         9000 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            50 |                     0 |
    And the employment status in the ILR is:
      | Employer   | Employment Status      | Employment Status Applies |
      | employer 1 | in paid employment     | 05/08/2017                |
      |            | not in paid employment | 20/04/2018                |
    Then the provider earnings and payments break down as follows:
      | Type                 | 08/18 | 09/18 |
      | Provider Paid by SFA |   600 |  1800 |

  @AR-7.4
  Scenario: An employer who paid all from the levy owes no contribution
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   |
      | learner a |            50 |         9000 | 06/08/2017 | 08/08/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code | employer contribution |
      | learner a | programme only DAS |         9000 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            50 |                     0 |
    Then the provider earnings and payments break down as follows:
      | Type                 | 08/18 | 09/18 |
      | Provider Paid by SFA |   600 |  1800 |

  @AR-7.4
  Scenario Outline: Where levy paid for some months only the others count
    Given the employer 0 has a levy balance of:
      | 09/17 | 10/17 | ... | 08/18 | 09/18 |
      |   100 |   600 | ... |   600 |     0 |
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   |
      | learner a |            50 |         9000 | 06/08/2017 | 08/08/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code | employer contribution |
      | learner a | programme only DAS |         9000 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            50 | <contribution>        |
    Then the provider earnings and payments break down as follows:
      | Type                      | 09/17 | 10/17 | ... | 08/18 | 09/18        |
      | Provider Paid by SFA      |   550 |   600 | ... |   600 | <completion> |
      | Payment due from Employer |    50 |     0 | ... |     0 | <employer>   |

    Examples:
      | contribution | completion | employer |
      |           50 |       1620 |      180 |
      |           49 |          0 |        0 |

  @AR-7.5
  Scenario: Without a contribution column the completion is not withheld
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |         9000 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                 | 08/18 | 09/18 |
      | Provider Paid by SFA |   540 |  1620 |

  @AR-7.4
  Scenario: A redundancy of an earlier price episode exempts too, even with a new job since
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code | employer contribution |
      | learner a | programme only non-DAS |        15000 | 20/08/2017 | 19/08/2018       | 19/08/2018      | completed         |            50 |                     0 |
    And the employment status in the ILR is:
      | Employer   | Employment Status      | Employment Status Applies |
      | employer 1 | in paid employment     | 05/08/2017                |
      |            | not in paid employment | 09/10/2017                |
      | employer 2 | in paid employment     | 15/12/2017                |
    Then the transaction types for the payments are:
      | Payment type | 08/18 | 09/18 |
      | Completion   |     0 |  2700 |
