@apprenticeships
Feature: Late and corrected ILR files
  Each month end pays what all months of the year should have been paid less what was paid. A late file is paid at once, and
  a corrected one refunds and pays the difference.

  @AR-7.3 @AR-1.5
  Scenario: A late file pays all earlier months of the year at once
    Given an ILR file is submitted for the first time on 28/12/17 with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 01/09/2017 | 08/09/2018       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                      | 09/17 | 10/17 | 11/17 | 12/17 | 01/18 | 02/18 |
      | Provider Earned Total     |  1000 |  1000 |  1000 |  1000 |  1000 |  1000 |
      | Provider Paid by SFA      |     0 |     0 |     0 |     0 |  3600 |   900 |
      | Payment due from Employer |     0 |     0 |     0 |     0 |   400 |   100 |

  @AR-1.6 @AR-7.3
  Scenario: A file first returned in the next academic year is not paid for the old one
    Given an ILR file is submitted for academic year 1819 in period R02 with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 01/05/2018 | 08/05/2019       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                  | 05/18 | 06/18 | 07/18 | 08/18 | 09/18 | 10/18 | 11/18 |
      | Provider Earned Total |  1000 |  1000 |  1000 |  1000 |  1000 |  1000 |  1000 |
      | Provider Paid by SFA  |     0 |     0 |     0 |     0 |     0 |  1800 |   900 |

  @AR-1.5
  Scenario: A file for a period stands until the provider's next one
    Given an ILR file is submitted for period R01 with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |
    And an ILR file is submitted for academic year 1718 in period R04 with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |         7500 | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                  | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 | 01/18 |
      | Provider Earned Total |  1000 |  1000 |  1000 |   500 |   500 |   500 |
      | Provider Paid by SFA  |     0 |   900 |   900 |   900 |   450 |   450 |
      | Refund taken by SFA   |     0 |     0 |     0 |     0 | -1350 |     0 |

  @AR-1.5
  Scenario: A provider's new file replaces its old one whole, and another provider's stays
    Given an ILR file is submitted for period R01 with the following data:
      | Provider   | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | provider a | learner a | programme only non-DAS |        15000 | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |
      | provider a | learner b | programme only non-DAS |         7500 | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |
      | provider b | learner c | programme only non-DAS |         7500 | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |
    And an ILR file is submitted for period R03 with the following data:
      | Provider   | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | provider a | learner a | programme only non-DAS |        15000 | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                 | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 |
      | Provider Paid by SFA |     0 |  1800 |  1800 |  1350 |  1350 |
      | Refund taken by SFA  |     0 |     0 |     0 |  -900 |     0 |
    And the earnings and payments break down for provider B is as follows:
      | Type                 | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 |
      | Provider Paid by SFA |     0 |   450 |   450 |   450 |   450 |

  @AR-1.5
  Scenario: Of two files without a period the last one counts every month
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |
    And an ILR file is submitted every month with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |         7500 | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                 | 08/17 | 09/17 | 10/17 |
      | Provider Paid by SFA |     0 |   450 |   450 |

  @AR-7.1 @AR-7.7
  Scenario: A withdrawal told late refunds the months after it
    Given an ILR file is submitted for period R01 with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |
    And an ILR file is submitted for period R05 with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 01/08/2017 | 04/08/2018       | 12/10/2017      | withdrawn         |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                           | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 | 01/18 | 02/18 |
      | Provider Earned Total          |  1000 |  1000 |  1000 |  1000 |     0 |     0 |     0 |
      | Provider Paid by SFA           |     0 |   900 |   900 |   900 |   900 |     0 |     0 |
      | Refund taken by SFA            |     0 |     0 |     0 |     0 |     0 | -1800 |     0 |
      | Payment due from Employer      |     0 |   100 |   100 |   100 |   100 |     0 |     0 |
      | SFA non-Levy co-funding budget |   900 |   900 |     0 |     0 |     0 |     0 |     0 |

  @AR-7.2
  Scenario: A changed course refunds the old and pays the new in one collection
    Given an ILR file is submitted for period R01 with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |
    And an ILR file is submitted for period R03 with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 01/08/2017 | 04/08/2018       |                 | continuing        |            51 |
    Then the provider earnings and payments break down as follows:
      | Type                      | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 |
      | Provider Earned Total     |  1000 |  1000 |  1000 |  1000 |  1000 |
      | Provider Paid by SFA      |     0 |   900 |   900 |  2700 |   900 |
      | Refund taken by SFA       |     0 |     0 |     0 | -1800 |     0 |
      | Payment due from Employer |     0 |   100 |   100 |   100 |   100 |

  @AR-7.2 @AR-2.9 @AR-9.1
  Scenario: A changed learner reference refunds the old and pays the new, and counts twice in what is earned
    Given an ILR file is submitted for period R01 with the following data:
      | ULN       | learner reference number | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | 999999999 |                      123 | programme only non-DAS |        15000 | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |
    And an ILR file is submitted for period R03 with the following data:
      | ULN       | learner reference number | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | 999999999 |                      456 | programme only non-DAS |        15000 | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                  | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 |
      | Provider Earned Total |  2000 |  2000 |  1000 |  1000 |  1000 |
      | Provider Paid by SFA  |     0 |   900 |   900 |  2700 |   900 |
      | Refund taken by SFA   |     0 |     0 |     0 | -1800 |     0 |

  @AR-7.2
  Scenario Outline: A changed sequence number, ULN or start day within the month changes no payment
    Given an ILR file is submitted for period R01 with the following data:
      | ULN       | learner reference number | aim sequence number | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | 100000000 |                      123 |                   1 | programme only non-DAS |        15000 | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |
    And an ILR file is submitted for period R03 with the following data:
      | ULN   | learner reference number | aim sequence number | learner type           | agreed price | start date   | planned end date | actual end date | completion status | standard code |
      | <ULN> |                      123 | <number>            | programme only non-DAS |        15000 | <start date> | 04/08/2018       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                 | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 |
      | Provider Paid by SFA |     0 |   900 |   900 |   900 |   900 |
      | Refund taken by SFA  |     0 |     0 |     0 |     0 |     0 |

    Examples:
      | ULN       | number | start date |
      | 100000000 |      2 | 01/08/2017 |
      | 999999999 |      1 | 01/08/2017 |
      | 100000000 |      1 | 06/08/2017 |

  @AR-7.2
  Scenario: A corrected aim reference of English refunds the old and pays the new
    Given an ILR file is submitted for period R01 with the following data:
      | ULN       | learner type           | aim type         | aim reference | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS | programme        | ZPROG001      |        15000 | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |
      | learner a | programme only non-DAS | maths or english | 50086832      |              | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |
    And an ILR file is submitted for period R03 with the following data:
      | ULN       | learner type           | aim type         | aim reference | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS | programme        | ZPROG001      |        15000 | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |
      | learner a | programme only non-DAS | maths or english | 60001227      |              | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                 | 08/17 |  09/17 |  10/17 |  11/17 | 12/17 |
      | Provider Paid by SFA |     0 | 939.25 | 939.25 |    900 |   900 |
      | Refund taken by SFA  |     0 |      0 |      0 | -78.50 |     0 |
