@apprenticeships
Feature: Care leaver bursary
  A care leaver aged up to 24 who starts on or after 1 August 2018 gets 1000 pounds once, on the sixtieth day.

  @AR-4.7
  Scenario Outline: The bursary is earned on the sixtieth day of learning
    Given an ILR file is submitted with the following data:
      | ULN       | learner type                 | agreed price | start date   | planned end date | actual end date | completion status | standard code | LearnDelFAM |
      | learner a | 19-24 programme only non-DAS |        15000 | <start date> | 08/08/2019       |                 | continuing        |            50 | EEF4        |
    Then the transaction types for the payments are:
      | Payment type                   | 09/18 | 10/18       | 11/18     |
      | Care leaver apprentice payment |     0 | <September> | <October> |

    Examples:
      | start date | September | October |
      | 01/08/2018 |      1000 |       0 |
      | 02/08/2018 |      1000 |       0 |
      | 03/08/2018 |         0 |    1000 |

  @AR-4.7
  Scenario Outline: Nobody else gets the bursary
    Given an ILR file is submitted with the following data:
      | ULN       | learner type                 | agreed price | start date   | planned end date | actual end date | completion status | standard code | LearnDelFAM |
      | learner a | <age> programme only non-DAS |        15000 | <start date> | 08/08/2019       |                 | continuing        |            50 | <code>      |
    Then the transaction types for the payments are:
      | Payment type                   | 09/18 | 10/18 | 11/18 | 12/18 |
      | Care leaver apprentice payment |     0 |     0 |     0 |     0 |

    Examples:
      | age   | start date | code |
      | 19-24 | 31/07/2018 | EEF4 |
      |       | 01/08/2018 | EEF4 |
      | 19-24 | 01/08/2018 | EEF2 |
      | 16-18 | 01/08/2018 |      |

  @AR-4.7 @AR-5.1
  Scenario: A care leaver of 16 to 18 gets the bursary beside the incentives, fully funded
    Given an ILR file is submitted with the following data:
      | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | standard code | LearnDelFAM |
      | learner a | 16-18 programme only non-DAS |        15000 | 01/08/2018 | 08/08/2019       |                 | continuing        |            50 | EEF4        |
    Then the provider earnings and payments break down as follows:
      | Type                                    | 08/18 | 09/18 | 10/18 | 11/18 |
      | Provider Earned Total                   |  1000 |  2000 |  2000 |  1000 |
      | SFA non-Levy additional payments budget |     0 |  1000 |  1000 |     0 |
      | Payment due from Employer               |     0 |   100 |   100 |   100 |

  @AR-4.7
  Scenario: Withdrawn before the sixtieth day in a corrected file, the bursary is taken back
    Given an ILR file is submitted for academic year 1819 in period R01 with the following data:
      | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | standard code | LearnDelFAM |
      | learner a | 19-24 programme only non-DAS |        15000 | 01/08/2018 | 08/08/2019       |                 | continuing        |            50 | EEF4        |
    And an ILR file is submitted for academic year 1819 in period R03 with the following data:
      | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | standard code | LearnDelFAM |
      | learner a | 19-24 programme only non-DAS |        15000 | 01/08/2018 | 08/08/2019       | 28/09/2018      | withdrawn         |            50 | EEF4        |
    Then the provider earnings and payments break down as follows:
      | Type                 | 08/18 | 09/18 | 10/18 | 11/18 | 12/18 |
      | Provider Paid by SFA |     0 |   900 |  1900 |     0 |     0 |
      | Refund taken by SFA  |     0 |     0 |     0 | -1900 |     0 |

  @AR-4.7 @AR-4.1
  Scenario Outline: Whoever does not want the employer told brings neither side an incentive
    Given an ILR file is submitted with the following data:
      | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | standard code | LearnDelFAM |
      | learner a | 19-24 programme only non-DAS |        15000 | 06/08/2018 | 08/08/2019       |                 | continuing        |            50 | <codes>     |
    Then the transaction types for the payments are:
      | Payment type             | 11/18 | 12/18       |
      | Employer 16-18 incentive |     0 | <incentive> |
      | Provider 16-18 incentive |     0 | <incentive> |

    Examples:
      | codes       | incentive |
      | EEF4        |       500 |
      | EEF4 LDM362 |         0 |
