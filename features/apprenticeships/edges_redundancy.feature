@apprenticeships
Feature: Which incentives a redundancy takes, 2017 to 2020
  A redundancy in the last six months loses the employer's second incentive. Neither the first is lost, nor the second to an earlier redundancy
  that a new employer ended in time, nor one that was due before.

  @AR-5.5-LATE @AR-4.2
  Scenario: Redundant in the last six months before day 90, the employer keeps the first incentive
    Given an ILR file is submitted with the following data:
      | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | 16-18 programme only non-DAS |        15000 | 06/08/2017 | 30/12/2017       |                 | continuing        |            50 |
    And the employment status in the ILR is:
      | Employer   | Employment Status      | Employment Status Applies |
      | employer 1 | in paid employment     | 05/08/2017                |
      |            | not in paid employment | 01/10/2017                |
    Then the transaction types for the payments are:
      | Payment type             | 11/17 | 12/17 | 01/18 |
      | Employer 16-18 incentive |     0 |   500 |     0 |
      | Provider 16-18 incentive |     0 |   500 |     0 |

  @AR-5.5-LATE @AR-4.2
  Scenario Outline: Redundant in the last six months on <redundant>, day 365 being 5 August: the employer's second incentive is <paid>
    Given an ILR file is submitted with the following data:
      | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | 16-18 programme only non-DAS |        15000 | 06/08/2017 | 08/12/2018       |                 | continuing        |            50 |
    And the employment status in the ILR is:
      | Employer   | Employment Status      | Employment Status Applies |
      | employer 1 | in paid employment     | 05/08/2017                |
      |            | not in paid employment | <redundant>               |
    Then the transaction types for the payments are:
      | Payment type             | 08/18 |  09/18 | 10/18 |
      | Employer 16-18 incentive |     0 | <paid> |     0 |
      | Provider 16-18 incentive |     0 |    500 |     0 |

    Examples:
      | redundant  | paid |
      | 05/08/2018 |    0 |
      | 06/08/2018 |  500 |

  @AR-5.5-BACK @AR-4.2
  Scenario: Redundant earlier and employed again in time, the employer's second incentive is paid
    Given an ILR file is submitted with the following data:
      | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | 16-18 programme only non-DAS |        15000 | 06/08/2017 | 20/08/2018       |                 | continuing        |            50 |
    And the employment status in the ILR is:
      | Employer   | Employment Status      | Employment Status Applies |
      | employer 1 | in paid employment     | 05/08/2017                |
      |            | not in paid employment | 09/10/2017                |
      | employer 2 | in paid employment     | 01/12/2017                |
    Then the transaction types for the payments are:
      | Payment type             | 08/18 | 09/18 | 10/18 |
      | Employer 16-18 incentive |     0 |   500 |     0 |
      | Provider 16-18 incentive |     0 |   500 |     0 |
