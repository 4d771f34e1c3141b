@apprenticeships
Feature: Apprentices of small employers
  An employer with fewer than 50 employees who trains a 16 to 18 year old pays nothing: the government bears instalments
  and completion in full. The same holds up to the age of 24 for learners with an education, health and care plan and
  for care leavers. What counts is the employer on whom the learner started; it is looked at again only when the
  learner moves to another employer.

  @SE-AC01 @AR-5.3 @AR-4.2 @AR-4.3
  Scenario: A 16 to 18 year old with a small employer and no levy contract is fully funded
    Given the apprenticeship funding band maximum is 9000
    When an ILR file is submitted with the following data:
      | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code | Employment Status  | Employment Status Applies | Employer Id | Small Employer |
      | learner a | 16-18 programme only non-DAS |         7500 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            403 |              2 |            1 | In paid employment | 05/08/2017                | 12345678    | SEM1           |
    And the employment status in the ILR is:
      | Employer   | Employment Status  | Employment Status Applies | Small Employer |
      | employer 1 | in paid employment | 05/08/2017                | SEM1           |
    Then the provider earnings and payments break down as follows:
      | Type                                    | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 | ... | 07/18 | 08/18 | 09/18 |
      | Provider Earned Total                   |   620 |   620 |   620 |  1620 |   620 | ... |   620 |  2860 |     0 |
      | Provider Earned from SFA                |   620 |   620 |   620 |  1620 |   620 | ... |   620 |  2860 |     0 |
      | Provider Earned from Employer           |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | Provider Paid by SFA                    |     0 |   620 |   620 |   620 |  1620 | ... |   620 |   620 |  2860 |
      | Payment due from Employer               |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | Levy account debited                    |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | SFA Levy employer budget                |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | SFA Levy co-funding budget              |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | SFA non-Levy co-funding budget          |   500 |   500 |   500 |   500 |   500 | ... |   500 |  1500 |     0 |
      | SFA non-Levy additional payments budget |   120 |   120 |   120 |  1120 |   120 | ... |   120 |  1360 |     0 |
    And the transaction types for the payments are:
      | Payment type                 | 09/17 | 10/17 | 11/17 | 12/17 | ... | 08/18 | 09/18 |
      | On-program                   |   500 |   500 |   500 |   500 | ... |   500 |     0 |
      | Completion                   |     0 |     0 |     0 |     0 | ... |     0 |  1500 |
      | Balancing                    |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | Employer 16-18 incentive     |     0 |     0 |     0 |   500 | ... |     0 |   500 |
      | Provider 16-18 incentive     |     0 |     0 |     0 |   500 | ... |     0 |   500 |
      | Framework uplift on-program  |   120 |   120 |   120 |   120 | ... |   120 |     0 |
      | Framework uplift completion  |     0 |     0 |     0 |     0 | ... |     0 |   360 |
      | Framework uplift balancing   |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | Provider disadvantage uplift |     0 |     0 |     0 |     0 | ..  |     0 |     0 |

  @SE-AC02 @AR-5.3 @AR-4.1
  Scenario: A 19 to 24 year old with an education, health and care plan is fully funded with a small employer
    Given the apprenticeship funding band maximum is 9000
    When an ILR file is submitted with the following data:
      | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code | Employment Status  | Employment Status Applies | Employer Id | Small Employer | LearnDelFAM |
      | learner a | 19-24 programme only non-DAS |         7500 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            403 |              2 |            1 | In paid employment | 05/08/2017                | 12345678    | SEM1           | EEF2        |
    And the employment status in the ILR is:
      | Employer   | Employment Status  | Employment Status Applies | Small Employer |
      | employer 1 | in paid employment | 05/08/2017                | SEM1           |
    Then the provider earnings and payments break down as follows:
      | Type                                    | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 | ... | 07/18 | 08/18 | 09/18 |
      | Provider Earned Total                   |   620 |   620 |   620 |  1620 |   620 | ... |   620 |  2860 |     0 |
      | Provider Earned from SFA                |   620 |   620 |   620 |  1620 |   620 | ... |   620 |  2860 |     0 |
      | Provider Earned from Employer           |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | Provider Paid by SFA                    |     0 |   620 |   620 |   620 |  1620 | ... |   620 |   620 |  2860 |
      | Payment due from Employer               |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | Levy account debited                    |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | SFA Levy employer budget                |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | SFA Levy co-funding budget              |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | SFA non-Levy co-funding budget          |   500 |   500 |   500 |   500 |   500 | ... |   500 |  1500 |     0 |
      | SFA non-Levy additional payments budget |   120 |   120 |   120 |  1120 |   120 | ... |   120 |  1360 |     0 |
    And the transaction types for the payments are:
      | Payment type                 | 09/17 | 10/17 | 11/17 | 12/17 | ... | 08/18 | 09/18 |
      | On-program                   |   500 |   500 |   500 |   500 | ... |   500 |     0 |
      | Completion                   |     0 |     0 |     0 |     0 | ... |     0 |  1500 |
      | Balancing                    |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | Employer 16-18 incentive     |     0 |     0 |     0 |   500 | ... |     0 |   500 |
      | Provider 16-18 incentive     |     0 |     0 |     0 |   500 | ... |     0 |   500 |
      | Framework uplift on-program  |   120 |   120 |   120 |   120 | ... |   120 |     0 |
      | Framework uplift completion  |     0 |     0 |     0 |     0 | ... |     0 |   360 |
      | Framework uplift balancing   |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | Provider disadvantage uplift |     0 |     0 |     0 |     0 | ..  |     0 |     0 |

  @SE-AC03 @AR-5.3 @AR-4.1
  Scenario: A 19 to 24 year old care leaver is fully funded with a small employer
    Given the apprenticeship funding band maximum is 9000
    When an ILR file is submitted with the following data:
      | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code | Employment Status  | Employment Status Applies | Employer Id | Small Employer | LearnDelFAM |
      | learner a | 19-24 programme only non-DAS |         7500 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            403 |              2 |            1 | In paid employment | 05/08/2017                | 12345678    | SEM1           | EEF4        |
    And the employment status in the ILR is:
      | Employer   | Employment Status  | Employment Status Applies | Small Employer |
      | employer 1 | in paid employment | 05/08/2017                | SEM1           |
    Then the provider earnings and payments break down as follows:
      | Type                                    | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 | ... | 07/18 | 08/18 | 09/18 |
      | Provider Earned Total                   |   620 |   620 |   620 |  1620 |   620 | ... |   620 |  2860 |     0 |
      | Provider Earned from SFA                |   620 |   620 |   620 |  1620 |   620 | ... |   620 |  2860 |     0 |
      | Provider Earned from Employer           |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | Provider Paid by SFA                    |     0 |   620 |   620 |   620 |  1620 | ... |   620 |   620 |  2860 |
      | Payment due from Employer               |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | Levy account debited                    |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | SFA Levy employer budget                |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | SFA Levy co-funding budget              |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | SFA non-Levy co-funding budget          |   500 |   500 |   500 |   500 |   500 | ... |   500 |  1500 |     0 |
      | SFA non-Levy additional payments budget |   120 |   120 |   120 |  1120 |   120 | ... |   120 |  1360 |     0 |
    And the transaction types for the payments are:
      | Payment type                 | 09/17 | 10/17 | 11/17 | 12/17 | ... | 08/18 | 09/18 |
      | On-program                   |   500 |   500 |   500 |   500 | ... |   500 |     0 |
      | Completion                   |     0 |     0 |     0 |     0 | ... |     0 |  1500 |
      | Balancing                    |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | Employer 16-18 incentive     |     0 |     0 |     0 |   500 | ... |     0 |   500 |
      | Provider 16-18 incentive     |     0 |     0 |     0 |   500 | ... |     0 |   500 |
      | Framework uplift on-program  |   120 |   120 |   120 |   120 | ... |   120 |     0 |
      | Framework uplift completion  |     0 |     0 |     0 |     0 | ... |     0 |   360 |
      | Framework uplift balancing   |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | Provider disadvantage uplift |     0 |     0 |     0 |     0 | ..  |     0 |     0 |

  @SE-AC04 @AR-5.2 @AR-5.3 @AR-7.5
  Scenario: A 19 to 24 year old without such a code shares the cost with a small employer too
    The file has no column for employer contributions, so the completion does not wait for them.

    When an ILR file is submitted with the following data:
      | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code | Employment Status  | Employment Status Applies | Employer Id | Small Employer | LearnDelFAM |
      | learner a | 19-24 programme only non-DAS |         7500 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            403 |              2 |            1 | In paid employment | 05/08/2017                | 12345678    | SEM1           |             |
    And the employment status in the ILR is:
      | Employer   | Employment Status  | Employment Status Applies | Small Employer |
      | employer 1 | in paid employment | 06/08/2017                | SEM1           |
    Then the provider earnings and payments break down as follows:
      | Type                           | 08/17 | 09/17 | 10/17 | ... | 08/18 | 09/18 |
      | Provider Earned Total          |   500 |   500 |   500 | ... |  1500 |     0 |
      | Provider Earned from SFA       |   450 |   450 |   450 | ... |  1350 |     0 |
      | Provider Earned from Employer  |    50 |    50 |    50 | ... |   150 |     0 |
      | Provider Paid by SFA           |     0 |   450 |   450 | ... |   450 |  1350 |
      | Payment due from Employer      |     0 |    50 |    50 | ... |    50 |   150 |
      | Levy account debited           |     0 |     0 |     0 | ... |     0 |     0 |
      | SFA Levy employer budget       |     0 |     0 |     0 | ... |     0 |     0 |
      | SFA Levy co-funding budget     |     0 |     0 |     0 | ... |     0 |     0 |
      | SFA non-Levy co-funding budget |   450 |   450 |   450 | ... |  1350 |     0 |
    And the transaction types for the payments are:
      | Payment type | 09/17 | 10/17 | 11/17 | ... | 08/18 | 09/18 |
      | On-program   |   450 |   450 |   450 | ... |   450 |     0 |
      | Completion   |     0 |     0 |     0 | ... |     0 |  1350 |
      | Balancing    |     0 |     0 |     0 | ... |     0 |     0 |

  @SE-AC05 @AR-5.3 @AR-4.2 @AR-7.5
  Scenario: A 16 to 18 year old whose employer is not small shares the cost and still earns uplift and incentives
    Given the apprenticeship funding band maximum is 9000
    When an ILR file is submitted with the following data:
      | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code | Employment Status  | Employment Status Applies | Employer Id | Small Employer |
      | learner a | 16-18 programme only non-DAS |         7500 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            403 |              2 |            1 | In paid employment | 05/08/2017                | 12345678    |                |
    And the employment status in the ILR is:
      | Employer   | Employment Status  | Employment Status Applies | Small Employer |
      | employer 1 | in paid employment | 05/08/2017                |                |
    Then the provider earnings and payments break down as follows:
      | Type                                    | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 | ... | 07/18 | 08/18 | 09/18 |
      | Provider Earned Total                   |   620 |   620 |   620 |  1620 |   620 | ... |   620 |  2860 |     0 |
      | Provider Earned from SFA                |   570 |   570 |   570 |  1570 |   570 | ... |   570 |  2710 |     0 |
      | Provider Earned from Employer           |    50 |    50 |    50 |    50 |    50 | ... |    50 |   150 |     0 |
      | Provider Paid by SFA                    |     0 |   570 |   570 |   570 |  1570 | ... |   570 |   570 |  2710 |
      | Payment due from Employer               |     0 |    50 |    50 |    50 |    50 | ... |    50 |    50 |   150 |
      | Levy account debited                    |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | SFA Levy employer budget                |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | SFA Levy co-funding budget              |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | SFA non-Levy co-funding budget          |   450 |   450 |   450 |   450 |   450 | ... |   450 |  1350 |     0 |
      | SFA non-Levy additional payments budget |   120 |   120 |   120 |  1120 |   120 | ... |   120 |  1360 |     0 |
    And the transaction types for the payments are:
      | Payment type                 | 09/17 | 10/17 | 11/17 | 12/17 | ... | 08/18 | 09/18 |
      | On-program                   |   450 |   450 |   450 |   450 | ... |   450 |     0 |
      | Completion                   |     0 |     0 |     0 |     0 | ... |     0 |  1350 |
      | Balancing                    |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | Employer 16-18 incentive     |     0 |     0 |     0 |   500 | ... |     0 |   500 |
      | Provider 16-18 incentive     |     0 |     0 |     0 |   500 | ... |     0 |   500 |
      | Framework uplift on-program  |   120 |   120 |   120 |   120 | ... |   120 |     0 |
      | Framework uplift completion  |     0 |     0 |     0 |     0 | ... |     0 |   360 |
      | Framework uplift balancing   |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | Provider disadvantage uplift |     0 |     0 |     0 |     0 | ..  |     0 |     0 |

  @SE-AC06 @AR-5.3
  Scenario: A learner stays fully funded when the same employer is no longer small
    Given the apprenticeship funding band maximum is 9000
    When an ILR file is submitted with the following data:
      | ULN        | learner type                 | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code | agreed price |
      | 1234567891 | 16-18 programme only non-DAS | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            403 |              2 |            1 |         7500 |
    And the employment status in the ILR is:
      | Employer   | Employment Status  | Employment Status Applies | Small Employer |
      | employer 1 | in paid employment | 05/08/2017                | SEM1           |
      | employer 1 | in paid employment | 05/10/2017                |                |
    Then the provider earnings and payments break down as follows:
      | Type                                    | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 | ... | 08/18 | 09/18 |
      | Provider Earned Total                   |   620 |   620 |   620 |  1620 |   620 | ... |  2860 |     0 |
      | Provider Earned from SFA                |   620 |   620 |   620 |  1620 |   620 | ... |  2860 |     0 |
      | Provider Earned from Employer           |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | Provider Paid by SFA                    |     0 |   620 |   620 |   620 |  1620 | ... |   620 |  2860 |
      | Payment due from Employer               |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | Levy account debited                    |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | SFA Levy employer budget                |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | SFA Levy co-funding budget              |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | SFA non-Levy co-funding budget          |   500 |   500 |   500 |   500 |   500 | ... |  1500 |     0 |
      | SFA non-Levy additional payments budget |   120 |   120 |   120 |  1120 |   120 | ... |  1360 |     0 |
    And the transaction types for the payments are:
      | Payment type                 | 09/17 | 10/17 | 11/17 | 12/17 | ... | 08/18 | 09/18 |
      | On-program                   |   500 |   500 |   500 |   500 | ... |   500 |     0 |
      | Completion                   |     0 |     0 |     0 |     0 | ... |     0 |  1500 |
      | Balancing                    |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | Employer 16-18 incentive     |     0 |     0 |     0 |   500 | ... |     0 |   500 |
      | Provider 16-18 incentive     |     0 |     0 |     0 |   500 | ... |     0 |   500 |
      | Framework uplift on-program  |   120 |   120 |   120 |   120 | ... |   120 |     0 |
      | Framework uplift completion  |     0 |     0 |     0 |     0 | ... |     0 |   360 |
      | Framework uplift balancing   |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | Provider disadvantage uplift |     0 |     0 |     0 |     0 | ..  |     0 |     0 |

  @SE-AC07 @AR-5.3 @AR-5.4
  Scenario: A 16 to 18 year old with a small employer and a levy contract is fully funded without touching the levy
    The money is still shown in the levy budgets: the contract chooses the budget, not who pays.

    Given levy balance > agreed price for all months
    And the apprenticeship funding band maximum is 9000
    And the following commitments exist:
      | ULN       | framework code | programme type | pathway code | agreed price | start date | end date   |
      | learner a |            403 |              2 |            1 |         7500 | 06/08/2017 | 08/08/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | learner type             | agreed price | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code | Employment Status  | Employment Status Applies | Employer Id | Small Employer |
      | learner a | 16-18 programme only DAS |         7500 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            403 |              2 |            1 | In paid employment | 05/08/2017                | 12345678    | SEM1           |
    And the employment status in the ILR is:
      | Employer   | Employment Status  | Employment Status Applies | Small Employer |
      | employer 1 | in paid employment | 05/08/2017                | SEM1           |
    Then the provider earnings and payments break down as follows:
      | Type                                | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 | ... | 07/18 | 08/18 | 09/18 |
      | Provider Earned Total               |   620 |   620 |   620 |  1620 |   620 | ... |   620 |  2860 |     0 |
      | Provider Earned from SFA            |   620 |   620 |   620 |  1620 |   620 | ... |   620 |  2860 |     0 |
      | Provider Earned from Employer       |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | Provider Paid by SFA                |     0 |   620 |   620 |   620 |  1620 | ... |   620 |   620 |  2860 |
      | Payment due from Employer           |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | Levy account debited                |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | SFA Levy employer budget            |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | SFA Levy co-funding budget          |   500 |   500 |   500 |   500 |   500 | ... |   500 |  1500 |     0 |
      | SFA Levy additional payments budget |   120 |   120 |   120 |  1120 |   120 | ... |   120 |  1360 |     0 |
    And the transaction types for the payments are:
      | Payment type                 | 09/17 | 10/17 | 11/17 | 12/17 | ... | 08/18 | 09/18 |
      | On-program                   |   500 |   500 |   500 |   500 | ... |   500 |     0 |
      | Completion                   |     0 |     0 |     0 |     0 | ... |     0 |  1500 |
      | Balancing                    |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | Employer 16-18 incentive     |     0 |     0 |     0 |   500 | ... |     0 |   500 |
      | Provider 16-18 incentive     |     0 |     0 |     0 |   500 | ... |     0 |   500 |
      | Framework uplift on-program  |   120 |   120 |   120 |   120 | ... |   120 |     0 |
      | Framework uplift completion  |     0 |     0 |     0 |     0 | ... |     0 |   360 |
      | Framework uplift balancing   |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | Provider disadvantage uplift |     0 |     0 |     0 |     0 | ..  |     0 |     0 |

  @SE-AC08 @AR-5.3 @AR-5.4
  Scenario: A 19 to 24 year old with a plan and a levy contract is fully funded with a small employer
    Given levy balance > agreed price for all months
    And the apprenticeship funding band maximum is 9000
    And the following commitments exist:
      | ULN       | framework code | programme type | pathway code | agreed price | start date | end date   |
      | learner a |            403 |              2 |            1 |         7500 | 06/08/2017 | 08/08/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | learner type             | agreed price | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code | Employment Status  | Employment Status Applies | Employer Id | Small Employer | LearnDelFAM |
      | learner a | 19-24 programme only DAS |         7500 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            403 |              2 |            1 | In paid employment | 05/08/2017                | 12345678    | SEM1           | EEF2        |
    And the employment status in the ILR is:
      | Employer   | Employment Status  | Employment Status Applies | Small Employer |
      | employer 1 | in paid employment | 05/08/2017                | SEM1           |
    Then the provider earnings and payments break down as follows:
      | Type                                | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 | ... | 07/18 | 08/18 | 09/18 |
      | Provider Earned Total               |   620 |   620 |   620 |  1620 |   620 | ... |   620 |  2860 |     0 |
      | Provider Earned from SFA            |   620 |   620 |   620 |  1620 |   620 | ... |   620 |  2860 |     0 |
      | Provider Earned from Employer       |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | Provider Paid by SFA                |     0 |   620 |   620 |   620 |  1620 | ... |   620 |   620 |  2860 |
      | Payment due from Employer           |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | Levy account debited                |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | SFA Levy employer budget            |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | SFA Levy co-funding budget          |   500 |   500 |   500 |   500 |   500 | ... |   500 |  1500 |     0 |
      | SFA Levy additional payments budget |   120 |   120 |   120 |  1120 |   120 | ... |   120 |  1360 |     0 |
    And the transaction types for the payments are:
      | Payment type                 | 09/17 | 10/17 | 11/17 | 12/17 | ... | 08/18 | 09/18 |
      | On-program                   |   500 |   500 |   500 |   500 | ... |   500 |     0 |
      | Completion                   |     0 |     0 |     0 |     0 | ... |     0 |  1500 |
      | Balancing                    |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | Employer 16-18 incentive     |     0 |     0 |     0 |   500 | ... |     0 |   500 |
      | Provider 16-18 incentive     |     0 |     0 |     0 |   500 | ... |     0 |   500 |
      | Framework uplift on-program  |   120 |   120 |   120 |   120 | ... |   120 |     0 |
      | Framework uplift completion  |     0 |     0 |     0 |     0 | ... |     0 |   360 |
      | Framework uplift balancing   |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | Provider disadvantage uplift |     0 |     0 |     0 |     0 | ..  |     0 |     0 |

  @SE-AC09 @AR-5.3 @AR-5.4
  Scenario: A 19 to 24 year old care leaver with a levy contract is fully funded with a small employer
    Given levy balance > agreed price for all months
    And the apprenticeship funding band maximum is 9000
    And the following commitments exist:
      | ULN       | framework code | programme type | pathway code | agreed price | start date | end date   |
      | learner a |            403 |              2 |            1 |         7500 | 06/08/2017 | 08/08/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | learner type             | agreed price | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code | Employment Status  | Employment Status Applies | Employer Id | Small Employer | LearnDelFAM |
      | learner a | 19-24 programme only DAS |         7500 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            403 |              2 |            1 | In paid employment | 05/08/2017                | 12345678    | SEM1           | EEF4        |
    And the employment status in the ILR is:
      | Employer   | Employment Status  | Employment Status Applies | Small Employer |
      | employer 1 | in paid employment | 05/08/2017                | SEM1           |
    Then the provider earnings and payments break down as follows:
      | Type                                | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 | ... | 07/18 | 08/18 | 09/18 |
      | Provider Earned Total               |   620 |   620 |   620 |  1620 |   620 | ... |   620 |  2860 |     0 |
      | Provider Earned from SFA            |   620 |   620 |   620 |  1620 |   620 | ... |   620 |  2860 |     0 |
      | Provider Earned from Employer       |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | Provider Paid by SFA                |     0 |   620 |   620 |   620 |  1620 | ... |   620 |   620 |  2860 |
      | Payment due from Employer           |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | Levy account debited                |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | SFA Levy employer budget            |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | SFA Levy co-funding budget          |   500 |   500 |   500 |   500 |   500 | ... |   500 |  1500 |     0 |
      | SFA Levy additional payments budget |   120 |   120 |   120 |  1120 |   120 | ... |   120 |  1360 |     0 |
    And the transaction types for the payments are:
      | Payment type                 | 09/17 | 10/17 | 11/17 | 12/17 | ... | 08/18 | 09/18 |
      | On-program                   |   500 |   500 |   500 |   500 | ... |   500 |     0 |
      | Completion                   |     0 |     0 |     0 |     0 | ... |     0 |  1500 |
      | Balancing                    |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | Employer 16-18 incentive     |     0 |     0 |     0 |   500 | ... |     0 |   500 |
      | Provider 16-18 incentive     |     0 |     0 |     0 |   500 | ... |     0 |   500 |
      | Framework uplift on-program  |   120 |   120 |   120 |   120 | ... |   120 |     0 |
      | Framework uplift completion  |     0 |     0 |     0 |     0 | ... |     0 |   360 |
      | Framework uplift balancing   |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | Provider disadvantage uplift |     0 |     0 |     0 |     0 | ..  |     0 |     0 |

  @SE-AC10 @AR-5.3 @AR-8.3
  Scenario: A 19 to 24 year old without such a code is paid from the levy of a small employer
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | framework code | programme type | pathway code | agreed price | start date | end date   |
      | learner a |            403 |              2 |            1 |         7500 | 06/08/2017 | 08/08/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | learner type             | agreed price | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code | Employment Status  | Employment Status Applies | Employer Id | Small Employer | LearnDelFAM |
      | learner a | 19-24 programme only DAS |         7500 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            403 |              2 |            1 | In paid employment | 05/08/2017                | 12345678    | SEM1           |             |
    And the employment status in the ILR is:
      | Employer   | Employment Status  | Employment Status Applies | Small Employer |
      | employer 1 | in paid employment | 05/08/2017                | SEM1           |
    Then the provider earnings and payments break down as follows:
      | Type                           | 08/17 | 09/17 | 10/17 | ... | 07/18 | 08/18 | 09/18 |
      | Provider Earned Total          |   500 |   500 |   500 | ... |   500 |  1500 |     0 |
      | Provider Earned from SFA       |   500 |   500 |   500 | ... |   500 |  1500 |     0 |
      | Provider Earned from Employer  |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | Provider Paid by SFA           |     0 |   500 |   500 | ... |   500 |   500 |  1500 |
      | Payment due from Employer      |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | Levy account debited           |     0 |   500 |   500 | ... |   500 |   500 |  1500 |
      | SFA Levy employer budget       |   500 |   500 |   500 | ... |   500 |  1500 |     0 |
      | SFA Levy co-funding budget     |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | SFA non-Levy co-funding budget |     0 |     0 |     0 | ... |     0 |     0 |     0 |
    And the transaction types for the payments are:
      | Payment type             | 09/17 | 10/17 | 11/17 | 12/17 | ... | 08/18 | 09/18 |
      | On-program               |   500 |   500 |   500 |   500 | ... |   500 |     0 |
      | Completion               |     0 |     0 |     0 |     0 | ... |     0 |  1500 |
      | Balancing                |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | Employer 16-18 incentive |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | Provider 16-18 incentive |     0 |     0 |     0 |     0 | ... |     0 |     0 |

  @SE-AC11 @AR-5.3 @AR-8.3
  Scenario: A 16 to 18 year old with a levy contract and an employer who is not small is paid from the levy
    No employment is said, so the learner has been employed since before the start and the employer is not small.

    Given levy balance > agreed price for all months
    And the apprenticeship funding band maximum is 9000
    And the following commitments exist:
      | ULN       | framework code | programme type | pathway code | agreed price | start date | end date   |
      | learner a |            403 |              2 |            1 |         7500 | 06/08/2017 | 08/08/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | learner type             | agreed price | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code | Employment Status  | Employment Status Applies | Employer Id | Small Employer | LearnDelFAM |
      | learner a | 16-18 programme only DAS |         7500 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            403 |              2 |            1 | In paid employment | 05/08/2017                | 12345678    |                |             |
    Then the provider earnings and payments break down as follows:
      | Type                                | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 | ... | 07/18 | 08/18 | 09/18 |
      | Provider Earned Total               |   620 |   620 |   620 |  1620 |   620 | ... |   620 |  2860 |     0 |
      | Provider Earned from SFA            |   620 |   620 |   620 |  1620 |   620 | ... |   620 |  2860 |     0 |
      | Provider Earned from Employer       |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | Provider Paid by SFA                |     0 |   620 |   620 |   620 |  1620 | ... |   620 |   620 |  2860 |
      | Payment due from Employer           |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | Levy account debited                |     0 |   500 |   500 |   500 |   500 | ... |   500 |   500 |  1500 |
      | SFA Levy employer budget            |   500 |   500 |   500 |   500 |   500 | ... |   500 |  1500 |     0 |
      | SFA Levy co-funding budget          |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |     0 |
      | SFA Levy additional payments budget |   120 |   120 |   120 |  1120 |   120 | ... |   120 |  1360 |     0 |
    And the transaction types for the payments are:
      | Payment type                 | 09/17 | 10/17 | 11/17 | 12/17 | ... | 08/18 | 09/18 |
      | On-program                   |   500 |   500 |   500 |   500 | ... |   500 |     0 |
      | Completion                   |     0 |     0 |     0 |     0 | ... |     0 |  1500 |
      | Balancing                    |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | Employer 16-18 incentive     |     0 |     0 |     0 |   500 | ... |     0 |   500 |
      | Provider 16-18 incentive     |     0 |     0 |     0 |   500 | ... |     0 |   500 |
      | Framework uplift on-program  |   120 |   120 |   120 |   120 | ... |   120 |     0 |
      | Framework uplift completion  |     0 |     0 |     0 |     0 | ... |     0 |   360 |
      | Framework uplift balancing   |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | Provider disadvantage uplift |     0 |     0 |     0 |     0 | ..  |     0 |     0 |

  @SE-AC12 @AR-5.3 @AR-9.1
  Scenario: A learner who moves from a small to a large employer shares the cost from the move on
    Employer 2 has no commitment, so what employers without a levy contract owe is shown as theirs.

    Given the apprenticeship funding band maximum is 9000
    When an ILR file is submitted with the following data:
      | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code |
      | learner a | 16-18 programme only non-DAS |         7500 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            403 |              2 |            1 |
    And the employment status in the ILR is:
      | Employer   | Employment Status  | Employment Status Applies | Small Employer |
      | employer 1 | in paid employment | 05/08/2017                | SEM1           |
      | employer 2 | in paid employment | 05/10/2017                |                |
    Then the provider earnings and payments break down as follows:
      | Type                                    | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 | ... | 08/18 | 09/18 |
      | Provider Earned Total                   |   620 |   620 |   620 |  1620 |   620 | ... |  2860 |     0 |
      | Provider Earned from SFA                |   620 |   620 |   570 |  1570 |   570 | ... |  2710 |     0 |
      | Provider Earned from Employer           |     0 |     0 |    50 |    50 |    50 | ... |   150 |     0 |
      | Provider Paid by SFA                    |     0 |   620 |   620 |   570 |  1570 | ... |   570 |  2710 |
      | Payment due from Employer 2             |     0 |     0 |     0 |    50 |    50 | ... |    50 |   150 |
      | Levy account debited                    |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | SFA Levy employer budget                |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | SFA Levy co-funding budget              |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | SFA non-Levy co-funding budget          |   500 |   500 |   450 |   450 |   450 | ... |  1350 |     0 |
      | SFA non-Levy additional payments budget |   120 |   120 |   120 |  1120 |   120 | ... |  1360 |     0 |
    And the transaction types for the payments are:
      | Payment type                 | 09/17 | 10/17 | 11/17 | 12/17 | ... | 08/18 | 09/18 |
      | On-program                   |   500 |   500 |   450 |   450 | ... |   450 |     0 |
      | Completion                   |     0 |     0 |     0 |     0 | ... |     0 |  1350 |
      | Balancing                    |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | Employer 16-18 incentive     |     0 |     0 |     0 |   500 | ... |     0 |   500 |
      | Provider 16-18 incentive     |     0 |     0 |     0 |   500 | ... |     0 |   500 |
      | Framework uplift on-program  |   120 |   120 |   120 |   120 | ... |   120 |     0 |
      | Framework uplift completion  |     0 |     0 |     0 |     0 | ... |     0 |   360 |
      | Framework uplift balancing   |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | Provider disadvantage uplift |     0 |     0 |     0 |     0 | ..  |     0 |     0 |

  @SE-AC13 @AR-5.3 @AR-9.1
  Scenario: A learner who moves from a large to a small employer is fully funded from the move on
    What is due from employer 1 in October is the share of September, the last month before the move.

    Given the apprenticeship funding band maximum is 9000
    When an ILR file is submitted with the following data:
      | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code |
      | learner a | 16-18 programme only non-DAS |         7500 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            403 |              2 |            1 |
    And the employment status in the ILR is:
      | Employer   | Employment Status  | Employment Status Applies | Small Employer |
      | employer 1 | in paid employment | 05/08/2017                |                |
      | employer 2 | in paid employment | 05/10/2017                | SEM1           |
    Then the provider earnings and payments break down as follows:
      | Type                                    | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 | ... | 08/18 | 09/18 |
      | Provider Earned Total                   |   620 |   620 |   620 |  1620 |   620 | ... |  2860 |     0 |
      | Provider Earned from SFA                |   570 |   570 |   620 |  1620 |   620 | ... |  2860 |     0 |
      | Provider Earned from Employer           |    50 |    50 |     0 |     0 |     0 | ... |     0 |     0 |
      | Provider Paid by SFA                    |     0 |   570 |   570 |   620 |  1620 | ... |   620 |  2860 |
      | Payment due from Employer 1             |     0 |    50 |    50 |     0 |     0 | ... |     0 |     0 |
      | Levy account debited                    |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | SFA Levy employer budget                |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | SFA Levy co-funding budget              |     0 |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | SFA non-Levy co-funding budget          |   450 |   450 |   500 |   500 |   500 | ... |  1500 |     0 |
      | SFA non-Levy additional payments budget |   120 |   120 |   120 |  1120 |   120 | ... |  1360 |     0 |
    And the transaction types for the payments are:
      | Payment type                 | 09/17 | 10/17 | 11/17 | 12/17 | ... | 08/18 | 09/18 |
      | On-program                   |   450 |   450 |   500 |   500 | ... |   500 |     0 |
      | Completion                   |     0 |     0 |     0 |     0 | ... |     0 |  1500 |
      | Balancing                    |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | Employer 16-18 incentive     |     0 |     0 |     0 |   500 | ... |     0 |   500 |
      | Provider 16-18 incentive     |     0 |     0 |     0 |   500 | ... |     0 |   500 |
      | Framework uplift on-program  |   120 |   120 |   120 |   120 | ... |   120 |     0 |
      | Framework uplift completion  |     0 |     0 |     0 |     0 | ... |     0 |   360 |
      | Framework uplift balancing   |     0 |     0 |     0 |     0 | ... |     0 |     0 |
      | Provider disadvantage uplift |     0 |     0 |     0 |     0 | ..  |     0 |     0 |
