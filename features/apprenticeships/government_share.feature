@apprenticeships
Feature: The government's share of the price
  The government pays 90 per cent of what is shared, and 95 per cent of programmes begun on or after 1 April 2019. The rate
  belongs to the programme and stays with it.

  @AR-5.2
  Scenario Outline: The start of the programme decides the share
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date   | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | <start date> | 08/04/2020       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                      | 04/19 |           05/19 |           06/19 |
      | Provider Earned Total     |  1000 |            1000 |            1000 |
      | Payment due from Employer |     0 | <employer pays> | <employer pays> |

    Examples:
      | start date | employer pays |
      | 01/04/2019 |            50 |
      | 02/04/2019 |            50 |

  @AR-5.2
  Scenario: A programme begun on 31 March 2019 keeps the share of 90 per cent
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 31/03/2019 | 30/03/2020       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                      | 03/19 | 04/19 | 05/19 | 06/19 |
      | Provider Earned Total     |  1000 |  1000 |  1000 |  1000 |
      | Provider Paid by SFA      |     0 |   900 |   900 |   900 |
      | Payment due from Employer |     0 |   100 |   100 |   100 |

  @AR-5.2 @AR-3.9
  Scenario: A return after a break keeps the share of the programme's start
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 01/01/2019 | 08/01/2020       | 28/02/2019      | planned break     |            50 |
      | learner a | programme only non-DAS |        15000 | 06/05/2019 | 08/03/2020       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                      | 02/19 | 03/19 | 04/19 | 05/19 | 06/19 | 07/19 |
      | Provider Earned Total     |  1000 |     0 |     0 |  1000 |  1000 |  1000 |
      | Payment due from Employer |   100 |   100 |     0 |     0 |   100 |   100 |

  @AR-5.2
  Scenario: A new course begun after 1 April 2019 has the new share
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 01/01/2019 | 08/01/2020       | 28/02/2019      | withdrawn         |            50 |
      | learner a | programme only non-DAS |        12000 | 06/05/2019 | 08/05/2020       |                 | continuing        |            51 |
    Then the provider earnings and payments break down as follows:
      | Type                      | 04/19 | 05/19 | 06/19 | 07/19 |
      | Provider Earned Total     |     0 |   800 |   800 |   800 |
      | Payment due from Employer |     0 |     0 |    40 |    40 |

  @AR-5.1 @AR-8.1
  Scenario: Incentives, uplift and English are never shared
    Given the apprenticeship funding band maximum is 9000
    And an ILR file is submitted with the following data:
      | ULN       | learner type                 | aim type         | agreed price | start date | planned end date | actual end date | completion status | framework code | programme type | pathway code |
      | learner a | 16-18 programme only non-DAS | programme        |         7500 | 06/08/2017 | 08/08/2018       |                 | continuing        |            403 |              2 |            1 |
      | learner a | 16-18 programme only non-DAS | maths or english |              | 06/08/2017 | 08/08/2018       |                 | continuing        |            403 |              2 |            1 |
    Then the provider earnings and payments break down as follows:
      | Type                                    |  10/17 |   11/17 |   12/17 |
      | Provider Earned Total                   | 659.25 | 1659.25 |  659.25 |
      | Provider Paid by SFA                    | 609.25 |  609.25 | 1609.25 |
      | Payment due from Employer               |     50 |      50 |      50 |
      | SFA non-Levy co-funding budget          |    450 |     450 |     450 |
      | SFA non-Levy additional payments budget | 159.25 | 1159.25 |  159.25 |

  @AR-5.4 @AR-5.3
  Scenario: A levy learner with full funding does not touch the levy, and stands in the levy budgets all the same
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   |
      | learner a |            50 |        15000 | 06/08/2017 | 08/08/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | learner type             | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | 16-18 programme only DAS |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
    And the employment status in the ILR is:
      | Employer   | Employment Status  | Employment Status Applies | Small Employer |
      | employer 0 | in paid employment | 01/08/2017                | SEM1           |
    Then the provider earnings and payments break down as follows:
      | Type                                | 09/17 | 10/17 | 11/17 | 12/17 |
      | Provider Paid by SFA                |  1000 |  1000 |  1000 |  2000 |
      | Levy account debited                |     0 |     0 |     0 |     0 |
      | SFA Levy employer budget            |     0 |     0 |     0 |     0 |
      | SFA Levy co-funding budget          |  1000 |  1000 |  1000 |  1000 |
      | SFA Levy additional payments budget |     0 |     0 |  1000 |     0 |

  @AR-5.3
  Scenario: A small employer helps no learner of 19 or over
    Given an ILR file is submitted with the following data:
      | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | 19-24 programme only non-DAS |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
    And the employment status in the ILR is:
      | Employer   | Employment Status  | Employment Status Applies | Small Employer |
      | employer 1 | in paid employment | 01/08/2017                | SEM1           |
    Then the provider earnings and payments break down as follows:
      | Type                      | 08/17 | 09/17 | 10/17 |
      | Payment due from Employer |     0 |   100 |   100 |

  @AR-5.3
  Scenario: Completion and balancing go by the employer on the day of the actual end
    Given an ILR file is submitted with the following data:
      | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | 16-18 programme only non-DAS |        15000 | 06/08/2017 | 08/10/2018       | 20/07/2018      | completed         |            50 |
    And the employment status in the ILR is:
      | Employer   | Employment Status  | Employment Status Applies | Small Employer |
      | employer 1 | in paid employment | 05/08/2017                | SEM1           |
      | employer 2 | in paid employment | 21/07/2018                |                |
    Then the provider earnings and payments break down as follows:
      | Type                      | 06/18 | 07/18 | 08/18 |
      | Payment due from Employer |     0 |     0 |     0 |

  @AR-2.6
  Scenario: Employment columns of the ILR table alone make no employer small
    Given an ILR file is submitted with the following data:
      | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | standard code | Employment Status  | Employment Status Applies | Employer Id | Small Employer |
      | learner a | 16-18 programme only non-DAS |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 | In paid employment | 05/08/2017                | 12345678    | SEM1           |
    Then the provider earnings and payments break down as follows:
      | Type                      | 08/17 | 09/17 | 10/17 |
      | Payment due from Employer |     0 |   100 |   100 |
