@apprenticeships
Feature: Changes of employer and commitments that stop and go on
  A learner's new employer brings a commitment of its own. The price of the new employer is often residual: what is left for the
  rest of the course.

  @AR-6.2 @AR-3.4 @AR-6.4
  Scenario: A new employer with a residual price pays from its own account from then on
    Given the apprenticeship funding band maximum is 27000
    And the employer 1 has a levy balance > agreed price for all months
    And the employer 2 has a levy balance > agreed price for all months
    And the following commitments exist:
      | Employer   | commitment Id | version Id | ULN       | standard code | agreed price | start date | end date   | status    | effective from | effective to | stop effective from |
      | employer 1 |             1 | 1-001      | learner a |            50 |        15000 | 01/08/2017 | 04/08/2018 | cancelled | 01/08/2017     | 31/10/2017   | 31/10/2017          |
      | employer 2 |             2 | 2-001      | learner a |            50 |         5625 | 01/11/2017 | 04/08/2018 | active    | 01/11/2017     |              |                     |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | start date | planned end date | actual end date | completion status | standard code | Total training price | Total training price effective date | Total assessment price | Total assessment price effective date | Residual training price | Residual training price effective date | Residual assessment price | Residual assessment price effective date |
      | learner a | programme only DAS | 01/08/2017 | 04/08/2018       | 04/08/2018      | completed         |            50 |                12000 | 01/08/2017                          |                   3000 | 01/08/2017                            |                    5000 | 01/11/2017                             |                       625 | 01/11/2017                               |
    Then the provider earnings and payments break down as follows:
      | Type                            | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 | ... | 07/18 | 08/18 | 09/18 |
      | Provider Earned Total           |  1000 |  1000 |  1000 |   500 |   500 | ... |   500 |  1125 |     0 |
      | Employer 1 Levy account debited |     0 |  1000 |  1000 |  1000 |     0 | ... |     0 |     0 |     0 |
      | Employer 2 Levy account debited |     0 |     0 |     0 |     0 |   500 | ... |   500 |   500 |  1125 |

  @AR-4.2 @AR-9.3
  Scenario: Each incentive belongs to the employer of its own day
    Given the employer 1 has a levy balance > agreed price for all months
    And the employer 2 has a levy balance > agreed price for all months
    And the following commitments exist:
      | Employer   | commitment Id | version Id | ULN       | standard code | agreed price | start date | end date   | status    | effective from | effective to | stop effective from |
      | employer 1 |             1 | 1-001      | learner a |            50 |         7500 | 06/08/2017 | 08/08/2018 | cancelled | 06/08/2017     | 04/11/2017   | 04/11/2017          |
      | employer 2 |             2 | 2-001      | learner a |            50 |         5625 | 05/11/2017 | 08/08/2018 | active    | 05/11/2017     |              |                     |
    When an ILR file is submitted with the following data:
      | ULN       | learner type             | start date | planned end date | actual end date | completion status | standard code | Total training price | Total training price effective date | Total assessment price | Total assessment price effective date | Residual training price | Residual training price effective date | Residual assessment price | Residual assessment price effective date |
      | learner a | 16-18 programme only DAS | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            50 |                 6000 | 06/08/2017                          |                   1500 | 06/08/2017                            |                    5000 | 05/11/2017                             |                       625 | 05/11/2017                               |
    Then the transaction types for the payments are:
      | Payment type               | 11/17 | 12/17 | 01/18 | ... | 08/18 | 09/18 |
      | On-program                 |   500 |   500 |   500 | ... |   500 |     0 |
      | Employer 1 16-18 incentive |     0 |   500 |     0 | ... |     0 |     0 |
      | Employer 2 16-18 incentive |     0 |     0 |     0 | ... |     0 |   500 |
      | Provider 16-18 incentive   |     0 |   500 |     0 | ... |     0 |   500 |

  @AR-6.2 @AR-6.3
  Scenario: Between two employers nothing is paid unless the ILR says so
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | commitment Id | version Id | ULN       | standard code | agreed price | start date | end date   | status    | effective from | effective to | stop effective from |
      |             1 | 1-001      | learner a |            50 |        15000 | 01/08/2017 | 04/08/2018 | cancelled | 01/08/2017     | 14/10/2017   | 14/10/2017          |
      |             2 | 2-001      | learner a |            50 |        15000 | 01/12/2017 | 04/08/2018 | active    | 01/12/2017     |              |                     |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS |        15000 | 01/08/2017 | 04/08/2018       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                  | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 | 01/18 |
      | Provider Earned Total |  1000 |  1000 |  1000 |  1000 |  1000 |  1000 |
      | Levy account debited  |     0 |  1000 |  1000 |     0 |     0 |     0 |

  @AR-5.3 @AR-6.8
  Scenario: A non-levy learner's new large employer owes its part from then on
    Given an ILR file is submitted with the following data:
      | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | 16-18 programme only non-DAS |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
    And the employment status in the ILR is:
      | Employer   | Employment Status  | Employment Status Applies | Small Employer |
      | employer 1 | in paid employment | 05/08/2017                | SEM1           |
      | employer 2 | in paid employment | 30/09/2017                |                |
    Then the provider earnings and payments break down as follows:
      | Type                        | 08/17 | 09/17 | 10/17 | 11/17 |
      | Payment due from Employer 2 |     0 |     0 |   100 |   100 |
