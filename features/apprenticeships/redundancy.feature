@apprenticeships
Feature: Redundancy
  An apprentice made redundant in the last six months is fully funded to the end. One made redundant earlier is fully funded for twelve
  weeks, after which the programme earns nothing more unless a new employer was found in time.

  @AR-5.5-LATE
  Scenario Outline: The last six months begin six months before the day after the planned end
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 06/08/2017 | 20/08/2018       |                 | continuing        |            50 |
    And the employment status in the ILR is:
      | Employer   | Employment Status      | Employment Status Applies |
      | employer 1 | in paid employment     | 05/08/2017                |
      |            | not in paid employment | <redundant>               |
    Then the provider earnings and payments break down as follows:
      | Type                      | 01/18 | 02/18 | 03/18 | 04/18 | 05/18 | 06/18 | 07/18 |
      | Provider Earned Total     |  1000 |  1000 |  1000 |  1000 | <May> | <May> | <May> |
      | Provider Paid by SFA      |   900 |   900 |  1000 |  1000 |  1000 | <May> | <May> |
      | Payment due from Employer |   100 |   100 |     0 |     0 |     0 |     0 |     0 |

    Examples:
      | redundant  |  May |
      | 21/02/2018 | 1000 |
      | 20/02/2018 |    0 |

  @AR-5.5-LATE
  Scenario: Redundant in the last six months, the completion is fully funded even when late
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 06/08/2017 | 20/08/2018       | 10/10/2018      | completed         |            50 |
    And the employment status in the ILR is:
      | Employer   | Employment Status      | Employment Status Applies |
      | employer 1 | in paid employment     | 05/08/2017                |
      |            | not in paid employment | 20/04/2018                |
    Then the provider earnings and payments break down as follows:
      | Type                      | 03/18 | 04/18 | 05/18 | ... | 08/18 | 09/18 | 10/18 | 11/18 |
      | Provider Earned Total     |  1000 |  1000 |  1000 | ... |     0 |     0 |  3000 |     0 |
      | Provider Paid by SFA      |   900 |   900 |  1000 | ... |  1000 |     0 |     0 |  3000 |
      | Payment due from Employer |   100 |   100 |     0 | ... |     0 |     0 |     0 |     0 |

  @AR-5.5-LATE
  Scenario: Redundant in the last six months, the employer's second incentive is lost and the provider's is not
    Given an ILR file is submitted with the following data:
      | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | 16-18 programme only non-DAS |        15000 | 06/08/2017 | 20/08/2018       |                 | continuing        |            50 |
    And the employment status in the ILR is:
      | Employer   | Employment Status      | Employment Status Applies |
      | employer 1 | in paid employment     | 05/08/2017                |
      |            | not in paid employment | 20/04/2018                |
    Then the transaction types for the payments are:
      | Payment type             | 11/17 | 12/17 | 01/18 | ... | 08/18 | 09/18 |
      | Employer 16-18 incentive |     0 |   500 |     0 | ... |     0 |     0 |
      | Provider 16-18 incentive |     0 |   500 |     0 | ... |     0 |   500 |

  @AR-5.5-EARLY @AR-5.5
  Scenario Outline: Redundant earlier, nothing is earned from the month in which twelve weeks end
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 06/08/2017 | <planned end>    |                 | continuing        |            50 |
    And the employment status in the ILR is:
      | Employer   | Employment Status      | Employment Status Applies |
      | employer 1 | in paid employment     | 05/08/2017                |
      |            | not in paid employment | <redundant>               |
    Then the provider earnings and payments break down as follows:
      | Type                  | <last month> | <next month> |
      | Provider Earned Total |         1000 |            0 |

    Examples:
      | redundant  | planned end | last month | next month |
      | 09/10/2017 | 08/08/2018  | 12/17      | 01/18      |
      | 19/01/2018 | 08/08/2018  | 03/18      | 04/18      |

  @AR-5.5-EARLY @AR-5.5
  Scenario: The twelve weeks are fully funded
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
    And the employment status in the ILR is:
      | Employer   | Employment Status      | Employment Status Applies |
      | employer 1 | in paid employment     | 05/08/2017                |
      |            | not in paid employment | 09/10/2017                |
    Then the provider earnings and payments break down as follows:
      | Type                      | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 | 01/18 | 02/18 |
      | Provider Earned Total     |  1000 |  1000 |  1000 |  1000 |  1000 |     0 |     0 |
      | Provider Paid by SFA      |     0 |   900 |   900 |  1000 |  1000 |  1000 |     0 |
      | Payment due from Employer |     0 |   100 |   100 |     0 |     0 |     0 |     0 |

  @AR-5.5-EARLY @AR-5.5
  Scenario: English goes on after the twelve weeks
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | aim type         | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS | programme        |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
      | learner a | programme only non-DAS | maths or english |              | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
    And the employment status in the ILR is:
      | Employer   | Employment Status      | Employment Status Applies |
      | employer 1 | in paid employment     | 05/08/2017                |
      |            | not in paid employment | 09/10/2017                |
    Then the transaction types for the payments are:
      | Payment type                   | 12/17 | 01/18 | 02/18 | 03/18 |
      | On-program                     |  1000 |  1000 |     0 |     0 |
      | English and maths on programme | 39.25 | 39.25 | 39.25 | 39.25 |

  @AR-5.5-BACK
  Scenario: A new employer within the twelve weeks brings the shared rate back and lets the programme go on
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
    And the employment status in the ILR is:
      | Employer   | Employment Status      | Employment Status Applies |
      | employer 1 | in paid employment     | 05/08/2017                |
      |            | not in paid employment | 09/10/2017                |
      | employer 2 | in paid employment     | 15/12/2017                |
    Then the provider earnings and payments break down as follows:
      | Type                      | 09/17 | 10/17 | 11/17 | 12/17 | 01/18 | 02/18 |
      | Provider Earned Total     |  1000 |  1000 |  1000 |  1000 |  1000 |  1000 |
      | Payment due from Employer |   100 |   100 |     0 |     0 |   100 |   100 |

  @AR-5.5-BACK
  Scenario: A new employer after the twelve weeks changes nothing
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
    And the employment status in the ILR is:
      | Employer   | Employment Status      | Employment Status Applies |
      | employer 1 | in paid employment     | 05/08/2017                |
      |            | not in paid employment | 09/10/2017                |
      | employer 2 | in paid employment     | 02/01/2018                |
    Then the provider earnings and payments break down as follows:
      | Type                  | 12/17 | 01/18 | 02/18 | 03/18 |
      | Provider Earned Total |  1000 |     0 |     0 |     0 |

  @AR-5.5-LATE
  Scenario: Redundant in the last six months, a new employer does not end the full funding
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS |        15000 | 06/08/2017 | 20/08/2018       | 20/08/2018      | completed         |            50 |
    And the employment status in the ILR is:
      | Employer   | Employment Status      | Employment Status Applies |
      | employer 1 | in paid employment     | 05/08/2017                |
      |            | not in paid employment | 20/04/2018                |
      | employer 2 | in paid employment     | 10/06/2018                |
    Then the provider earnings and payments break down as follows:
      | Type                      | 04/18 | 05/18 | 06/18 | 07/18 | 08/18 | 09/18 |
      | Provider Earned Total     |  1000 |  1000 |  1000 |  1000 |  3000 |     0 |
      | Payment due from Employer |   100 |     0 |     0 |     0 |     0 |     0 |

  @AR-5.5-EARLY
  Scenario Outline: Redundant earlier, an incentive due in the month in which twelve weeks end is lost, one due before is not
    Given an ILR file is submitted with the following data:
      | ULN       | learner type                 | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | 16-18 programme only non-DAS |        15000 | 06/01/2018 | 08/01/2019       |                 | continuing        |            50 |
    And the employment status in the ILR is:
      | Employer   | Employment Status      | Employment Status Applies |
      | employer 1 | in paid employment     | 05/01/2018                |
      |            | not in paid employment | <redundant>               |
    Then the transaction types for the payments are:
      | Payment type             | 04/18 | 05/18       | 06/18 |
      | Employer 16-18 incentive |     0 | <incentive> |     0 |
      | Provider 16-18 incentive |     0 | <incentive> |     0 |

    Examples: day 90 is 5 April, the twelve weeks of the first end on 30 April
      | redundant  | incentive |
      | 05/02/2018 |         0 |
      | 06/02/2018 |       500 |
