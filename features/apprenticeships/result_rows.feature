@apprenticeships
Feature: What the rows of result tables show
  Payments stand a month after the month end that pays them, earnings and budgets in the month of learning itself.
  A month in which more is taken back than paid shows the refund in a row of its own, and nothing in the budgets.

  @AR-9.1 @AR-9.2 @AR-3.5
  Scenario: A price that falls below what was earned is taken back at once and leaves the budget at nothing
    Given the apprenticeship funding band maximum is 15000
    When an ILR file is submitted with the following data:
      | ULN       | learner type           | start date | planned end date | actual end date | completion status | standard code | Total training price 1 | Total training price 1 effective date | Total training price 2 | Total training price 2 effective date |
      | learner a | programme only non-DAS | 01/08/2017 | 08/08/2018       |                 | continuing        |            50 |                  15000 | 01/08/2017                            |                   2000 | 01/11/2017                            |
    Then the provider earnings and payments break down as follows:
      | Type                           | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 | 01/18 |
      | Provider Earned Total          |  1000 |  1000 |  1000 | -1000 |     0 |     0 |
      | Provider Earned from SFA       |   900 |   900 |   900 |     0 |     0 |     0 |
      | Provider Paid by SFA           |     0 |   900 |   900 |   900 |     0 |     0 |
      | Refund taken by SFA            |     0 |     0 |     0 |     0 |  -900 |     0 |
      | Payment due from Employer      |     0 |   100 |   100 |   100 |     0 |     0 |
      | Refund due to Employer         |     0 |     0 |     0 |     0 |  -100 |     0 |
      | SFA non-Levy co-funding budget |   900 |   900 |   900 |     0 |     0 |     0 |

  @AR-9.6 @strict
  Scenario: Dots stand for months that are like the one before or the one after them
    With the tag @strict a month behind the dots that is like neither fails the scenario; without it, it is warned of.

    Given the apprenticeship funding band maximum is 15000
    When an ILR file is submitted with the following data:
      | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | 16-18 programme only non-DAS |        15000 | 01/09/2017 | 08/09/2018       | 08/09/2018      | completed         |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                      | 09/17 | ... | 11/17 | 12/17 | ... | 08/18 | 09/18 | 10/18 |
      | Provider Earned Total     |  1000 | ... |  2000 |  1000 | ... |  2000 |  3000 |     0 |
      | Provider Paid by SFA      |     0 | ... |   900 |  1900 | ... |   900 |  1900 |  2700 |
      | Payment due from Employer |     0 | ... |   100 |   100 | ... |   100 |   100 |   300 |
    And the transaction types for the payments are:
      | Payment type             | 10/17 | ... | 12/17 | 01/18 | ... | 09/18 | 10/18 |
      | On-program               |   900 | ... |   900 |   900 | ... |   900 |     0 |
      | Completion               |     0 | ... |     0 |     0 | ... |     0 |  2700 |
      | Employer 16-18 incentive |     0 | ... |   500 |     0 | ... |   500 |     0 |
