@apprenticeships
Feature: Earlier payments and manual adjustments
  What was paid before the first month end counts as history: it is taken back where the ILR no longer supports it.

  @AR-2.13 @AR-7.1
  Scenario: Payments of history that the ILR supports are not made again
    Given following learning has been recorded for previous payments:
      | ULN       | start date | aim sequence number | aim type  | aim reference | framework code | programme type | pathway code | completion status | learner type           |
      | learner a | 06/08/2017 |                   1 | programme | ZPROG001      |            403 |              2 |            1 | continuing        | programme only non-DAS |
    And the following programme earnings and payments have been made to the provider A for learner a:
      | Type                           | 08/17 | 09/17 |
      | Provider Earned Total          |   500 |   500 |
      | Provider Earned from Employer  |    50 |    50 |
      | SFA non-Levy co-funding budget |   450 |   450 |
    When an ILR file is submitted for period R03 with the following data:
      | ULN       | aim sequence number | learner type           | agreed price | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code |
      | learner a |                   1 | programme only non-DAS |         7500 | 06/08/2017 | 08/08/2018       |                 | continuing        |            403 |              2 |            1 |
    Then the provider earnings and payments break down as follows:
      | Type                           | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 |
      | Provider Earned Total          |   500 |   500 |   500 |   500 |   500 |
      | Provider Paid by SFA           |     0 |   450 |   450 |   450 |   450 |
      | SFA non-Levy co-funding budget |   450 |   450 |   450 |   450 |   450 |
      | Refund taken by SFA            |     0 |     0 |     0 |     0 |     0 |

  @AR-2.13 @AR-7.2
  Scenario: Payments of history for another framework are taken back
    Given following learning has been recorded for previous payments:
      | ULN       | start date | aim sequence number | framework code | programme type | pathway code | completion status | learner type           |
      | learner a | 06/08/2017 |                   1 |            404 |              2 |            1 | continuing        | programme only non-DAS |
    And the following earnings and payments have been made to the provider A for learner a:
      | Type                           | 08/17 | 09/17 |
      | Provider Earned Total          |   500 |   500 |
      | Provider Earned from Employer  |    50 |    50 |
      | SFA non-Levy co-funding budget |   450 |   450 |
    When an ILR file is submitted for period R03 with the following data:
      | ULN       | aim sequence number | learner type           | agreed price | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code |
      | learner a |                   1 | programme only non-DAS |         7500 | 06/08/2017 | 08/08/2018       |                 | continuing        |            403 |              2 |            1 |
    Then the provider earnings and payments break down as follows:
      | Type                 | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 |
      | Provider Paid by SFA |     0 |   450 |   450 |  1350 |   450 |
      | Refund taken by SFA  |     0 |     0 |     0 |  -900 |     0 |

  @AR-2.13 @AR-7.2
  Scenario: English paid under another aim reference is taken back
    Given following learning has been recorded for previous payments:
      | ULN       | start date | aim sequence number | aim type         | aim reference | framework code | programme type | pathway code | completion status | learner type           |
      | learner a | 06/08/2017 |                   2 | maths or english | 60001227      |            403 |              2 |            1 | continuing        | programme only non-DAS |
    And the following maths or english earnings and payments have been made to the provider A for learner a:
      | Type                                    | 08/17 | 09/17 |
      | Provider Earned Total                   | 39.25 | 39.25 |
      | SFA non-Levy additional payments budget | 39.25 | 39.25 |
    When an ILR file is submitted for period R03 with the following data:
      | ULN       | aim sequence number | learner type           | aim type         | agreed price | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code |
      | learner a |                   1 | programme only non-DAS | programme        |         7500 | 06/08/2017 | 08/08/2018       |                 | continuing        |            403 |              2 |            1 |
      | learner a |                   2 | programme only non-DAS | maths or english |              | 06/08/2017 | 08/08/2018       |                 | continuing        |            403 |              2 |            1 |
    Then the provider earnings and payments break down as follows:
      | Type                                    | 08/17 | 09/17 | 10/17 |   11/17 |  12/17 |
      | Provider Paid by SFA                    |     0 | 39.25 | 39.25 | 1467.75 | 489.25 |
      | Refund taken by SFA                     |     0 |     0 |     0 |  -78.50 |      0 |
      | SFA non-Levy additional payments budget | 39.25 | 39.25 | 39.25 |   39.25 |  39.25 |

  @AR-7.8
  Scenario: A manual adjustment takes payments back in the first month end and lets it pay them anew
    Given following learning has been recorded for previous payments:
      | ULN       | start date | aim sequence number | framework code | programme type | pathway code | completion status | learner type           |
      | learner a | 06/08/2017 |                   1 |            403 |              2 |            1 | continuing        | programme only non-DAS |
    And the following earnings and payments have been made to the provider A for learner a:
      | Type                           | 08/17 | 09/17 |
      | Provider Earned Total          |   500 |   500 |
      | Provider Earned from Employer  |    50 |    50 |
      | SFA non-Levy co-funding budget |   450 |   450 |
    And the following payments will be added for reversal:
      | Payment type | 08/17 | 09/17 |
      | On-program   |   500 |     0 |
      | Completion   |     0 |     0 |
    When an ILR file is submitted for period R03 with the following data:
      | ULN       | aim sequence number | learner type           | agreed price | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code |
      | learner a |                   1 | programme only non-DAS |         7500 | 06/08/2017 | 08/08/2018       |                 | continuing        |            403 |              2 |            1 |
    Then the provider earnings and payments break down as follows:
      | Type                 | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 |
      | Provider Paid by SFA |     0 |   450 |   450 |   900 |   450 |
      | Refund taken by SFA  |     0 |     0 |     0 |  -450 |     0 |
