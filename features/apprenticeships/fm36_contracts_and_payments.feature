@apprenticeships @fm36
Feature: Contract type, fund line, the employer's payments and exemptions
  The contract type on an episode's first day decides its fund line.

  Background:
    Given the funding year is 2020/21

  @FM36-8-CONTRACT
  Scenario: An episode has the contract type of its first day
    Given this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 15000 |
    And these dated codes:
      | type | code | from       | to         |
      | ACT  |    1 | 06/08/2020 | 31/12/2020 |
      | ACT  |    2 | 01/01/2021 | -          |
    Then the price episodes are:
      | price episode | contract type                           | fund line                                       |
      | 06/08/2020    | Contract for services with the employer | 19+ Apprenticeship (Employer on App Service)    |
      | 01/01/2021    | Contract for services with the ESFA     | 19+ Apprenticeship Non-Levy Contract (procured) |

  @FM36-8-CONTRACT
  Scenario Outline: A new price in January when contract type 1 lasts to <ends> and 2 begins on <begins>
    Given this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 15000 |
    And these dated codes:
      | type | code | from       | to     |
      | ACT  |    1 | 06/08/2020 | <ends> |
      | ACT  |    2 | <begins>   | -      |
    And this price:
      | date       |  TNP1 |
      | 10/01/2021 | 14000 |
    Then the values are:
      | price episode | contract type | fund line   |
      | 10/01/2021    | <type>        | <fund line> |

    Examples: where both hold type 1 does, where neither does there is none
      | ends       | begins     | type                                    | fund line                                       |
      | 31/03/2021 | 01/12/2020 | Contract for services with the employer | 19+ Apprenticeship (Employer on App Service)    |
      | 10/01/2021 | 01/12/2020 | Contract for services with the employer | 19+ Apprenticeship (Employer on App Service)    |
      | 09/01/2021 | 01/12/2020 | Contract for services with the ESFA     | 19+ Apprenticeship Non-Levy Contract (procured) |
      | 31/12/2020 | 01/03/2021 | None                                    | None                                            |

  @FM36-8-FUNDLINE
  Scenario Outline: The fund line of a learner of <age>, EEF <EEF>, contract type <ACT>, begun on <began>, LDM <LDM>
    Given this learner:
      | date of birth |
      | <born>        |
    And this apprenticeship aim:
      | start date | planned end date | EEF   | LDM   | ACT   |  TNP1 |
      | <began>    | 08/08/2021       | <EEF> | <LDM> | <ACT> | 15000 |
    Then the values are:
      | aim | fund line   |
      |   1 | <fund line> |

    Examples: EEF 4 makes no 16 to 18 year old here
      | age | born       | EEF | ACT | began      | LDM | fund line                                                           |
      |  18 | 07/08/2001 |   - |   1 | 06/08/2020 |   - | 16-18 Apprenticeship (Employer on App Service)                      |
      |  19 | 06/08/2001 |   - |   1 | 06/08/2020 |   - | 19+ Apprenticeship (Employer on App Service)                        |
      |  20 | 01/01/2000 |   2 |   1 | 06/08/2020 |   - | 16-18 Apprenticeship (Employer on App Service)                      |
      |  20 | 01/01/2000 |   4 |   1 | 06/08/2020 |   - | 19+ Apprenticeship (Employer on App Service)                        |
      |  18 | 07/08/2001 |   - |   2 | 06/08/2020 |   - | 16-18 Apprenticeship Non-Levy Contract (procured)                   |
      |  27 | 01/05/1990 |   - |   2 | 31/12/2017 |   - | 19+ Apprenticeship (From May 2017) Non-Levy Contract (non-procured) |
      |  27 | 01/05/1990 |   - |   2 | 01/01/2018 |   - | 19+ Apprenticeship Non-Levy Contract (procured)                     |
      |  30 | 01/05/1990 |   - |   2 | 06/08/2020 | 358 | 19+ Apprenticeship (From May 2017) Non-Levy Contract (non-procured) |
      |  30 | 01/05/1990 |   - |   2 | 06/08/2020 | 366 | 19+ Apprenticeship (From May 2017) Non-Levy Contract (non-procured) |

  @FM36-8-FUNDLINE @FM36-7
  Scenario: The earliest contract type 2 may be that of a record of an earlier year
    Given this apprenticeship aim:
      | start date | planned end date | ACT |  TNP1 |
      | 01/09/2020 | 31/08/2021       |   2 | 12000 |
    And this earnings history:
      | year    | programme start | last day   | earned | earliest ACT 2 |
      | 2019/20 | 10/11/2017      | 30/06/2020 |   1000 | 10/11/2017     |
    Then the price episodes are:
      | price episode | fund line                                                           |
      | 01/09/2020    | 19+ Apprenticeship (From May 2017) Non-Levy Contract (non-procured) |

  @FM36-8-PMR
  Scenario: The employer's payments belong to the episode of their date, paid back amounts come off
    Given this apprenticeship aim:
      | start date | planned end date | TNP1 |
      | 06/08/2020 | 08/08/2021       | 9000 |
    And this price:
      | date       |  TNP1 |
      | 10/01/2021 | 12000 |
    And these payment records:
      | date       | payment    | amount |
      | 01/07/2020 | training   |     10 |
      | 09/01/2021 | training   |    200 |
      | 09/01/2021 | paid back  |     50 |
      | 10/01/2021 | assessment |    100 |
      | 01/09/2021 | training   |     30 |
    Then the values are:
      | price episode | employer paid | employer paid so far |
      | 06/08/2020    |        160.00 |               160.00 |
      | 10/01/2021    |        100.00 |               260.00 |

  @FM36-8-PMR
  Scenario: A payment after the end belongs to the last episode
    Given this apprenticeship aim:
      | start date | planned end date | actual end date | completion status | TNP1 |
      | 06/08/2020 | 31/07/2021       | 20/03/2021      | withdrawn         | 9000 |
    And this price:
      | date       |  TNP1 |
      | 10/01/2021 | 12000 |
    And these payment records:
      | date       | payment  | amount |
      | 10/12/2020 | training |    200 |
      | 01/06/2021 | training |     30 |
    Then the price episodes are:
      | price episode | employer paid | employer paid so far |
      | 06/08/2020    |        200.00 |               200.00 |
      | 10/01/2021    |         30.00 |               230.00 |

  @FM36-6-EXEMPTION
  Scenario Outline: The exemption code of a learner <who> is <code>
    Given these employment statuses:
      | employment status | applies from | employer  |
      | employed          | 01/06/2020   | 154549401 |
      | <status>          | 20/03/2021   | -         |
    And this apprenticeship aim:
      | start date | planned end date | LDM   | TNP1 |
      | 06/08/2020 | 08/08/2021       | <LDM> | 9000 |
    Then the price episodes are:
      | price episode | exemption code |
      | 06/08/2020    | <code>         |

    Examples: the first that holds
      | who                           | status           | LDM      | code |
      | in work                       | employed         | -        |    0 |
      | out of work                   | looking for work | 356      |    1 |
      | with the provider as employer | employed         | 356, 361 |    2 |
      | with LDM 361                  | employed         | 361      |    3 |
