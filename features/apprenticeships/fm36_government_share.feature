@apprenticeships @fm36
Feature: The government's share of the price
  The share is one value per aim and month: 90 or 95 per cent, or the whole for a small employer of a 16 to 18 year old.

  Background:
    Given the funding year is 2020/21

  @FM36-3.6
  Scenario Outline: A programme begun on <began> has a share of <share>
    Given this apprenticeship aim:
      | start date | original start date | planned end date | ACT   |  TNP1 |
      | 01/09/2020 | <began>             | 31/08/2021       | <ACT> | 12000 |
    Then the earnings are:
      | aim | earning          |     Sep 2020 |
      |   1 | on-programme     |       800.00 |
      |   1 | government share |      <share> |
      |   1 | government part  | <government> |
      |   1 | employer part    |   <employer> |

    Examples:
      | began      | ACT | share | government | employer |
      | 30/04/2017 |   1 |  1.00 |     800.00 |     0.00 |
      | 01/05/2017 |   1 |  0.90 |     720.00 |    80.00 |
      | 31/03/2019 |   1 |  0.90 |     720.00 |    80.00 |
      | 31/03/2019 |   2 |  0.90 |     720.00 |    80.00 |
      | 01/04/2019 |   1 |  0.95 |     760.00 |    40.00 |
      | 01/04/2019 |   2 |  0.95 |     760.00 |    40.00 |

  @FM36-3.6
  Scenario: An episode shows the share from its start month to the month of its end, money or not
    Given this apprenticeship aim:
      | start date | planned end date | actual end date | completion status |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 20/01/2021      | withdrawn         | 12000 |
    And this price:
      | date       |  TNP1 |
      | 15/12/2020 | 13000 |
    Then the earnings are:
      | price episode | earning          | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 |
      | 06/08/2020    | on-programme     |   800.00 |     0.00 |     0.00 |     0.00 |
      | 06/08/2020    | government share |     0.95 |     0.95 |     0.00 |     0.00 |
      | 15/12/2020    | on-programme     |     0.00 |   900.00 |     0.00 |     0.00 |
      | 15/12/2020    | government share |     0.00 |     0.95 |     0.95 |     0.00 |

  @FM36-3.6-SMALL
  Scenario Outline: A small employer of <who> pays <employer> of the price
    Given this learner:
      | date of birth |
      | <born>        |
    And this employment status:
      | employment status | applies from | employer  | SEM |
      | employed          | 01/06/2020   | 154549401 |   1 |
    And this apprenticeship aim:
      | start date | planned end date | EEF   | LDM   |  TNP1 |
      | 06/08/2020 | 08/08/2021       | <EEF> | <LDM> | 15000 |
    Then the earnings are:
      | aim | earning          |   Aug 2020 |
      |   1 | on-programme     |    1000.00 |
      |   1 | government share |    <share> |
      |   1 | employer part    | <employer> |

    Examples:
      | who                                      | born       | EEF | LDM | share | employer |
      | an 18 year old                           | 07/08/2001 |   - |   - |  1.00 |     0.00 |
      | a 19 year old                            | 06/08/2001 |   - |   - |  0.95 |    50.00 |
      | a care leaver of 20                      | 01/01/2000 |   4 |   - |  1.00 |     0.00 |
      | a care leaver whose employer is not told | 01/01/2000 |   4 | 362 |  0.95 |    50.00 |
      | a learner of 20 with a plan              | 01/01/2000 |   2 | 362 |  1.00 |     0.00 |

  @FM36-3.6-SMALL
  Scenario Outline: In January <change> the share is <January>
    Given this learner:
      | date of birth |
      | 01/01/2003    |
    And these employment statuses:
      | employment status | applies from | employer   | SEM            |
      | employed          | 01/06/2020   | 154549401  | <SEM at start> |
      | employed          | 10/01/2021   | <employer> | <SEM>          |
    And this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 15000 |
    Then the earnings are:
      | aim | earning          | Dec 2020   | Jan 2021  |
      |   1 | government share | <December> | <January> |

    Examples: the size is read anew only from another employer's status
      | change                            | SEM at start | employer  | SEM | December | January |
      | the small employer has grown      |            1 | 154549401 |   - |     1.00 |    1.00 |
      | a larger employer takes over      |            1 | 154549428 |   - |     1.00 |    0.95 |
      | another small employer takes over |            1 | 154549428 |   1 |     1.00 |    1.00 |
      | no employer is named any more     |            1 | -         |   - |     1.00 |    0.95 |
      | the employer has become small     |            - | 154549401 |   1 |     0.95 |    0.95 |
      | a small employer takes over       |            - | 154549428 |   1 |     0.95 |    1.00 |

  @FM36-3.6-SMALL
  Scenario: An employer named for the first time is another employer
    Given this learner:
      | date of birth |
      | 01/01/2003    |
    And these employment statuses:
      | employment status | applies from | employer  | SEM |
      | employed          | 01/06/2020   | -         |   - |
      | employed          | 10/01/2021   | 154549401 |   1 |
    And this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 15000 |
    Then the earnings are:
      | aim | earning          | Dec 2020 | Jan 2021 |
      |   1 | government share |     0.95 |     1.00 |

  @FM36-3.6-SMALL
  Scenario: The size is that of the status in force when the programme began
    Given this learner:
      | date of birth |
      | 01/01/2003    |
    And these employment statuses:
      | employment status | applies from | employer  | SEM |
      | employed          | 01/06/2020   | 154549401 |   - |
      | employed          | 06/08/2020   | 154549401 |   1 |
    And this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 15000 |
    Then the earnings are:
      | aim | earning          | Aug 2020 |
      |   1 | government share |     1.00 |

  @FM36-3.6-SMALL
  Scenario Outline: In the month of <end> the share is that of the <day>
    # A larger employer takes over on 20 May, after the end.
    Given this learner:
      | date of birth |
      | 01/01/2003    |
    And these employment statuses:
      | employment status | applies from | employer  | SEM |
      | employed          | 01/06/2020   | 154549401 |   1 |
      | employed          | 20/05/2021   | 154549428 |   - |
    And this apprenticeship aim:
      | start date | planned end date | actual end date | completion status |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 10/05/2021      | <status>          | 15000 |
    Then the earnings are:
      | aim | earning          | Apr 2021 | May 2021     |
      |   1 | completion       |     0.00 | <completion> |
      |   1 | government share |     1.00 | <share>      |

    Examples:
      | end               | day                   | status    | completion | share |
      | a paid completion | day of the completion | completed |    3000.00 |  1.00 |
      | a withdrawal      | last day of the month | withdrawn |       0.00 |  0.95 |
