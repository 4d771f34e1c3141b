@apprenticeships @fm36
Feature: The codes that count in the 2020/21 apprenticeship calculation, and those beside them
  Each list of codes ends where it ends: the next code of the same kind is another thing.

  Background:
    Given the funding year is 2020/21

  @FM36-2-START @FM36-10
  Scenario Outline: Programme type <type> <earns>
    # 6000 x 80% / 12
    Given this apprenticeship band:
      | framework code | pathway code | programme type | band |
      |            403 |            1 | <type>         | 9000 |
    And this apprenticeship aim:
      | framework code | programme type | start date | planned end date | TNP1 |
      |            403 | <type>         | 01/08/2020 | 31/07/2021       | 6000 |
    Then 1 earns <amount> in Aug 2020

    Examples: the frameworks
      | type | earns | amount |
      |    2 | earns | 400.00 |
      |    3 | earns | 400.00 |
      |   20 | earns | 400.00 |
      |   21 | earns | 400.00 |
      |   22 | earns | 400.00 |
      |   23 | earns | 400.00 |

    Examples: a traineeship is none
      | type | earns         | amount |
      |   24 | earns nothing |   0.00 |

  @FM36-2-COMPLETED
  Scenario Outline: English of aim type <type> within a standard <needs> an achievement date to be completed
    # Six months are left: 6 x 39.25.
    Given these apprenticeship aims:
      | aim     | aim reference | aim type | start date | planned end date | actual end date |  TNP1 |
      | A       | ZPROG001      |        1 | 01/08/2020 | 31/07/2021       | -               | 15000 |
      | English | 60910015      |   <type> | 01/08/2020 | 31/07/2021       | 31/01/2021      |     - |
    Then the earnings are:
      | aim     | earning                     | Jan 2021    |
      | English | English and maths balancing | <balancing> |

    Examples: aim type 3 is part of a programme, aim type 4 is not
      | type | needs         | balancing |
      |    3 | does not need |    235.50 |
      |    4 | needs         |      0.00 |

  @FM36-2-AGE
  Scenario Outline: EEF <EEF> of a learner of 20 <counts> as 16 to 18, <care leaver> as a care leaver
    Given this learner:
      | date of birth |
      | 01/01/2000    |
    And this apprenticeship aim:
      | start date | planned end date | EEF   |  TNP1 |
      | 06/08/2020 | 08/08/2021       | <EEF> | 15000 |
    Then the earnings are:
      | aim | earning                  | Oct 2020 |    Nov 2020 |
      |   1 | first provider incentive |     0.00 | <incentive> |
      |   1 | care leaver payment      |   <care> |        0.00 |
    And the values are:
      | aim | fund line   |
      |   1 | <fund line> |

    Examples:
      | EEF | counts         | care leaver    | incentive |    care | fund line                                      |
      |   1 | does not count | does not count |      0.00 |    0.00 | 19+ Apprenticeship (Employer on App Service)   |
      |   2 | counts         | does not count |    500.00 |    0.00 | 16-18 Apprenticeship (Employer on App Service) |
      |   3 | does not count | does not count |      0.00 |    0.00 | 19+ Apprenticeship (Employer on App Service)   |
      |   4 | counts         | counts         |    500.00 | 1000.00 | 19+ Apprenticeship (Employer on App Service)   |
      |   5 | does not count | does not count |      0.00 |    0.00 | 19+ Apprenticeship (Employer on App Service)   |

  @FM36-4-INCENTIVE
  Scenario Outline: LDM <LDM> <keeps> the incentive from a care leaver's employer
    Given this learner:
      | date of birth |
      | 01/01/2000    |
    And this apprenticeship aim:
      | start date | planned end date | EEF | LDM   |  TNP1 |
      | 06/08/2020 | 08/08/2021       |   4 | <LDM> | 15000 |
    Then the earnings are:
      | aim | earning                  | Nov 2020    |
      |   1 | first employer incentive | <incentive> |

    Examples:
      | LDM | keeps         | incentive |
      | 361 | does not keep |    500.00 |
      | 362 | keeps         |      0.00 |
      | 363 | does not keep |    500.00 |

  @FM36-6-EXEMPTION
  Scenario Outline: LDM <LDM> has the exemption code <code>
    Given this apprenticeship aim:
      | start date | planned end date | LDM   | TNP1 |
      | 06/08/2020 | 08/08/2021       | <LDM> | 9000 |
    Then the values are:
      | price episode | exemption code |
      | 06/08/2020    | <code>         |

    Examples:
      | LDM | code |
      | 355 |    0 |
      | 356 |    2 |
      | 357 |    0 |
      | 360 |    0 |
      | 361 |    3 |
      | 362 |    0 |

  @FM36-8-FUNDLINE
  Scenario Outline: LDM <LDM> <keeps> a programme outside the procured contract
    Given this apprenticeship aim:
      | start date | planned end date | LDM   | ACT |  TNP1 |
      | 06/08/2020 | 08/08/2021       | <LDM> |   2 | 15000 |
    Then the values are:
      | aim | fund line                     |
      |   1 | 19+ Apprenticeship <contract> |

    Examples:
      | LDM | keeps         | contract                                         |
      | 357 | does not keep | Non-Levy Contract (procured)                     |
      | 358 | keeps         | (From May 2017) Non-Levy Contract (non-procured) |
      | 366 | keeps         | (From May 2017) Non-Levy Contract (non-procured) |
      | 367 | does not keep | Non-Levy Contract (procured)                     |

  @FM36-3.1-METHODS
  Scenario Outline: LDM <LDM> <chooses> the prices of the previous episode for a programme begun in 2019
    Given this apprenticeship aim:
      | start date | original start date | planned end date | LDM   |
      | 06/08/2020 | 31/07/2019          | 08/08/2021       | <LDM> |
    And this price:
      | date       | TNP1 |
      | 01/08/2020 | 9000 |
    Then the price episodes are:
      | price episode | price   |
      | 06/08/2020    | <price> |

    Examples: the price is dated before the aim, so it belongs to no episode
      | LDM | chooses         |   price |
      | 373 | does not choose | 9000.00 |
      | 374 | chooses         |    0.00 |
      | 375 | does not choose | 9000.00 |

  @FM36-8-CONTRACT
  Scenario Outline: Contract type <ACT> is <contract>
    Given this apprenticeship aim:
      | start date | planned end date | ACT   |  TNP1 |
      | 06/08/2020 | 08/08/2021       | <ACT> | 15000 |
    Then the values are:
      | price episode | contract type |
      | 06/08/2020    | <contract>    |

    Examples:
      | ACT | contract                                |
      |   1 | Contract for services with the employer |
      |   2 | Contract for services with the ESFA     |
      |   3 | None                                    |

  @FM36-4-SUPPORT
  Scenario Outline: LSF <LSF> is <support> of learning support
    Given this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 15000 |
    And this dated code:
      | type | code  | from       |
      | LSF  | <LSF> | 06/08/2020 |
    Then the earnings are:
      | aim | earning          | Aug 2020  |
      |   1 | learning support | <support> |

    Examples:
      | LSF | support |
      |   1 |  150.00 |
      |   2 |    0.00 |

  @FM36-7 @FM36-4
  Scenario: Days before August 2016 are not counted
    # Of 22 July to 20 August 2016 the 20 days from 1 August count: day 90 is the 70th from 1 September 2020.
    Given this learner:
      | date of birth |
      | 01/01/1999    |
    And these apprenticeship aims:
      | aim | start date | planned end date | actual end date | completion status |  TNP1 |
      | A   | 22/07/2016 | 31/07/2017       | 20/08/2016      | withdrawn         | 15000 |
      | B   | 01/09/2020 | 31/08/2021       | -               | continuing        | 15000 |
    Then the values are:
      | aim | day 90     |
      | B   | 09/11/2020 |

  @FM36-3.6-SMALL
  Scenario Outline: SEM <SEM> is <share> of the price for the government
    Given this learner:
      | date of birth |
      | 01/01/2003    |
    And this employment status:
      | employment status | applies from | employer  | SEM   |
      | employed          | 01/06/2020   | 154549401 | <SEM> |
    And this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 15000 |
    Then the earnings are:
      | aim | earning          | Aug 2020 |
      |   1 | government share | <share>  |

    Examples:
      | SEM | share |
      |   1 |  1.00 |
      |   2 |  0.95 |

  @FM36-6
  Scenario Outline: From <before> to <after>: the redundancy is <redundancy>
    # 09/09/9999 stands for no redundancy.
    Given these employment statuses:
      | employment status | applies from | employer   |
      | <before>          | 01/06/2020   | <employer> |
      | <after>           | 20/11/2020   | -          |
    And this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 15000 |
    Then the values are:
      | aim | redundant from |
      |   1 | <redundancy>   |

    Examples:
      | before | employer  | after | redundancy |
      |     10 | 154549401 |    11 | 20/11/2020 |
      |     10 | 154549401 |    12 | 20/11/2020 |
      |     10 | 154549401 |    98 | 09/09/9999 |
      |     11 | -         |    12 | 09/09/9999 |
      |     12 | -         |    11 | 09/09/9999 |
      |     98 | -         |    11 | 09/09/9999 |
