@apprenticeships @fm36
Feature: Redundancy in 2020/21
  Late in a programme the government funds a redundant learner to the end. Earlier it does so for twelve weeks, and the programme then stops
  unless the learner was employed again before they were over.

  Background:
    Given the funding year is 2020/21

  @FM36-6
  Scenario Outline: Planned to end on 8 August 2021, redundant on <redundant>: <funded>
    Given these employment statuses:
      | employment status | applies from | employer  |
      | employed          | 01/06/2020   | 154549401 |
      | <status>          | <redundant>  | -         |
    And this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 15000 |
    Then the values are:
      | aim | redundant from |
      |   1 | <redundant>    |
    And the earnings are:
      | aim | earning          | Jan 2021 | Feb 2021 | Apr 2021 | May 2021    |
      |   1 | on-programme     |  1000.00 |  1000.00 |  1000.00 | <May>       |
      |   1 | government share |     0.95 |     1.00 |     1.00 | <May share> |

    Examples: six months before the day after the planned end are 9 February
      | status               | redundant  | funded                             |     May | May share |
      | looking for work     | 08/02/2021 | twelve weeks, to 2 May             |    0.00 |      0.95 |
      | looking for work     | 09/02/2021 | to the end                         | 1000.00 |      1.00 |
      | not looking for work | 09/02/2021 | to the end, whatever is looked for | 1000.00 |      1.00 |

  @FM36-6
  Scenario Outline: From 15 October 2020 three quarters of the days are enough, redundant on <redundant>
    # 1 July 2018 to 30 June 2021 are 1096 days; a quarter, 274, before the end is 29 September 2020.
    Given these employment statuses:
      | employment status | applies from | employer  |
      | employed          | 01/06/2018   | 154549401 |
      | looking for work  | <redundant>  | -         |
    And this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 01/07/2018 | 30/06/2021       | 12000 |
    Then the earnings are:
      | aim | earning          |  Dec 2020 | Jan 2021  | Jun 2021 |
      |   1 | on-programme     | 266.66667 | <January> | <June>   |
      |   1 | government share |      1.00 | <share>   | <share>  |

    Examples:
      | redundant  |   January |      June | share |
      | 14/10/2020 |      0.00 |      0.00 |  0.90 |
      | 15/10/2020 | 266.66667 | 266.66667 |  1.00 |

  @FM36-6
  Scenario Outline: The quarter is of all days of the programme, redundant on <redundant>
    # 6 August 2018 to 5 August 2021 are 1096 days; 274 days before the end is 4 November 2020.
    Given these employment statuses:
      | employment status | applies from | employer  |
      | employed          | 01/06/2018   | 154549401 |
      | looking for work  | <redundant>  | -         |
    And this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 06/08/2018 | 05/08/2021       | 12000 |
    Then the earnings are:
      | aim | earning      |  Dec 2020 | Jan 2021  | Feb 2021  |
      |   1 | on-programme | 266.66667 | <January> | <January> |

    Examples:
      | redundant  |   January |
      | 03/11/2020 |      0.00 |
      | 04/11/2020 | 266.66667 |

  @FM36-6
  Scenario: Redundant late, the government pays the whole until there is a new job
    Given these employment statuses:
      | employment status | applies from | employer  |
      | employed          | 01/06/2020   | 154549401 |
      | looking for work  | 04/03/2021   | -         |
      | employed          | 15/05/2021   | 154549428 |
    And this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 15000 |
    Then the earnings are:
      | aim | earning          | Feb 2021 | Mar 2021 | Apr 2021 | May 2021 |
      |   1 | government share |     0.95 |     1.00 |     1.00 |     0.95 |
      |   1 | employer part    |    50.00 |     0.00 |     0.00 |    50.00 |

  @FM36-6
  Scenario: Out of work from the start is no redundancy
    Given this employment status:
      | employment status | applies from | employer |
      | looking for work  | 01/06/2020   | -        |
    And this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 15000 |
    Then the values are:
      | aim | redundant from |
      |   1 | 09/09/9999     |
    And the earnings are:
      | aim | earning          | Aug 2020 | Jul 2021 |
      |   1 | on-programme     |  1000.00 |  1000.00 |
      |   1 | government share |     0.95 |     0.95 |

  @FM36-6
  Scenario: The month of a withdrawal still shows the whole share
    Given these employment statuses:
      | employment status | applies from | employer  |
      | employed          | 01/06/2020   | 154549401 |
      | looking for work  | 20/11/2020   | -         |
    And this apprenticeship aim:
      | start date | planned end date | actual end date | completion status |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 10/12/2020      | withdrawn         | 15000 |
    Then the earnings are:
      | aim | earning          | Nov 2020 | Dec 2020 | Jan 2021 |
      |   1 | on-programme     |  1000.00 |     0.00 |     0.00 |
      |   1 | government share |     1.00 |     1.00 |     0.00 |

  @FM36-6-WEEKS @FM36-6-REEMPLOYED
  Scenario Outline: Redundant on 20 November and employed again on <employed>: the programme <goes on>
    # Twelve weeks, 84 days: 11 February is their last day.
    Given these employment statuses:
      | employment status | applies from | employer  |
      | employed          | 01/06/2020   | 154549401 |
      | looking for work  | 20/11/2020   | -         |
      | employed          | <employed>   | 154549428 |
    And this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 15000 |
    Then the earnings are:
      | aim | earning          | Oct 2020 | Nov 2020 | Jan 2021 |   Feb 2021 |   Jul 2021 |
      |   1 | on-programme     |  1000.00 |  1000.00 |  1000.00 | <February> | <February> |
      |   1 | government share |     0.95 |     1.00 |     1.00 |       0.95 |       0.95 |

    Examples: on the day after the twelve weeks it is too late
      | employed   | goes on | February |
      | 11/02/2021 | goes on |  1000.00 |
      | 12/02/2021 | stops   |     0.00 |

  @FM36-6-WEEKS
  Scenario Outline: Redundant on 20 November, a programme completed on <completed> <is paid>
    Given these employment statuses:
      | employment status | applies from | employer  |
      | employed          | 01/06/2020   | 154549401 |
      | looking for work  | 20/11/2020   | -         |
    And this apprenticeship aim:
      | start date | planned end date | actual end date |  TNP1 |
      | 06/08/2020 | 08/08/2021       | <completed>     | 15000 |
    Then the earnings are:
      | aim | earning      | Jan 2021 |     Feb 2021 |
      |   1 | on-programme |  1000.00 |         0.00 |
      |   1 | balancing    |     0.00 |  <balancing> |
      |   1 | completion   |     0.00 | <completion> |

    Examples:
      | completed  | is paid     | balancing | completion |
      | 11/02/2021 | is paid     |   6000.00 |    3000.00 |
      | 12/02/2021 | is not paid |      0.00 |       0.00 |

  @FM36-6-WEEKS @FM36-4-INCENTIVE
  Scenario Outline: Redundant on <redundant>, the incentives of 3 November: employer <employer>, provider <provider>
    Given this learner:
      | date of birth |
      | 01/01/2003    |
    And these employment statuses:
      | employment status | applies from | employer  |
      | employed          | 01/06/2020   | 154549401 |
      | looking for work  | <redundant>  | -         |
    And this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 15000 |
    Then the earnings are:
      | aim | earning                  | Nov 2020   |
      |   1 | first employer incentive | <employer> |
      |   1 | first provider incentive | <provider> |

    Examples: nothing for an employer who is no more, nothing at all once the twelve weeks are over
      | redundant  | employer | provider |
      | 04/11/2020 |   500.00 |   500.00 |
      | 03/11/2020 |     0.00 |   500.00 |
      | 12/08/2020 |     0.00 |   500.00 |
      | 11/08/2020 |     0.00 |     0.00 |

  @FM36-6-WEEKS @FM36-4-SUPPORT
  Scenario: Learning support stops with the month in which the twelve weeks end
    Given these employment statuses:
      | employment status | applies from | employer  |
      | employed          | 01/06/2020   | 154549401 |
      | looking for work  | 20/11/2020   | -         |
    And this apprenticeship aim:
      | start date | planned end date | learning support from |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 06/08/2020            | 15000 |
    Then the earnings are:
      | aim | earning          | Jan 2021 | Feb 2021 | Mar 2021 |
      |   1 | learning support |   150.00 |     0.00 |     0.00 |

  @FM36-5 @FM36-6-WEEKS
  Scenario Outline: English stops too; ended in June <status>, what was lost <comes back>
    Given these employment statuses:
      | employment status | applies from | employer  |
      | employed          | 01/06/2020   | 154549401 |
      | looking for work  | 20/11/2020   | -         |
    And these apprenticeship aims:
      | aim     | aim reference | start date | planned end date | actual end date | completion status |  TNP1 |
      | A       | ZPROG001      | 06/08/2020 | 08/08/2021       | -               | continuing        | 15000 |
      | English | 60910015      | 06/08/2020 | 08/08/2021       | 10/06/2021      | <status>          |     - |
    Then the values are:
      | aim     | actual instalments |
      | English |                  6 |
    And the earnings are:
      | aim     | earning                        | Jan 2021 | Feb 2021 |    Jun 2021 |
      | English | English and maths on-programme |    39.25 |     0.00 |        0.00 |
      | English | English and maths balancing    |     0.00 |     0.00 | <balancing> |

    Examples:
      | status    | comes back | balancing |
      | completed | comes back |    235.50 |
      | withdrawn | is lost    |      0.00 |

  @FM36-6-TAKEOVER
  Scenario Outline: A restart on <restart> <takes over> the end of the twelve weeks on 12 February
    # 12000 - 800 x 4 - 2400 are left for the restart.
    Given these employment statuses:
      | employment status | applies from | employer  |
      | employed          | 01/06/2020   | 154549401 |
      | looking for work  | 20/11/2020   | -         |
    And these apprenticeship aims:
      | aim | start date | original start date | planned end date | actual end date | completion status |  TNP1 |
      | A   | 06/08/2020 | -                   | 08/08/2021       | 15/12/2020      | break in learning | 12000 |
      | B   | <restart>  | 06/08/2020          | 08/10/2021       | -               | continuing        | 12000 |
    Then the earnings are:
      | aim | earning      | Nov 2020 |   Feb 2021 | Mar 2021 |
      | A   | on-programme |   800.00 |       0.00 |     0.00 |
      | B   | on-programme |     0.00 | <February> |  <March> |

    Examples: only if that day is after its own start
      | restart    | takes over         | February |     March |
      | 01/02/2021 | takes over         |     0.00 |      0.00 |
      | 12/02/2021 | does not take over |   800.00 |    800.00 |
      | 01/03/2021 | does not take over |     0.00 | 914.28571 |
