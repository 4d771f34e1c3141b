@adult-skills
Feature: Fund lines
  The source of funding, the kind of learning, procurement and the age on 31 August decide which line an aim belongs to.
  An aim without a line is worth nothing.

  Background:
    Given the funding year is 2020/21

  @FM35-LINE-01
  Scenario Outline: SOF <SOF>, LDM <LDM>, DAM <DAM>: <line>
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | SOF   | LDM   | DAM   |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | -               | <SOF> | <LDM> | <DAM> |
    Then the values are:
      | aim | fund line | aim value |
      | A   | <line>    | <value>   |

    Examples: the national budget
      | SOF | LDM      | DAM | line                                             |    value |
      | 105 | -        | -   | ESFA AEB - Adult Skills (non-procured)           | 1,000.00 |
      | 105 | 357      | -   | ESFA AEB - Adult Skills (procured from Nov 2017) | 1,000.00 |
      | 105 | -        | 002 | ESFA AEB - Adult Skills (procured from Nov 2017) | 1,000.00 |
      | 105 | -        | 2   | ESFA AEB - Adult Skills (procured from Nov 2017) | 1,000.00 |
      | 105 | 376      | -   | ESFA AEB - COVID-19 Skills Offer (non-procured)  | 1,400.00 |
      | 105 | 376, 357 | -   | ESFA AEB - COVID-19 Skills Offer (procured)      | 1,400.00 |
      | 105 | 034      | -   | Adult OLASS                                      | 1,120.00 |

    Examples: the combined authorities and London
      | SOF | LDM | DAM | line                                                          |    value |
      | 110 |   - | -   | Adult Education - Eligible for MCA/GLA funding (non-procured) | 1,000.00 |
      | 111 |   - | -   | Adult Education - Eligible for MCA/GLA funding (non-procured) | 1,000.00 |
      | 112 |   - | -   | Adult Education - Eligible for MCA/GLA funding (non-procured) | 1,000.00 |
      | 113 |   - | -   | Adult Education - Eligible for MCA/GLA funding (non-procured) | 1,000.00 |
      | 114 |   - | -   | Adult Education - Eligible for MCA/GLA funding (non-procured) | 1,000.00 |
      | 115 |   - | -   | Adult Education - Eligible for MCA/GLA funding (non-procured) | 1,000.00 |
      | 116 |   - | -   | Adult Education - Eligible for MCA/GLA funding (non-procured) | 1,000.00 |
      | 117 |   - | -   | Adult Education - Eligible for MCA/GLA funding (non-procured) | 1,000.00 |
      | 112 | 357 | -   | Adult Education - Eligible for MCA/GLA funding (procured)     | 1,000.00 |
      | 112 |   - | 002 | Adult Education - Eligible for MCA/GLA funding (procured)     | 1,000.00 |
      | 112 | 376 | -   | Adult Education - Eligible for MCA/GLA funding (non-procured) | 1,400.00 |

    Examples: no source of adult funding
      | SOF | LDM | DAM | line | value |
      |   1 | -   | -   | None |  0.00 |
      |   - | -   | -   | None |  0.00 |

  @FM35-LINE-02
  Scenario Outline: A learner born on <born> is <age> on 31 August 2020
    Given a learner born on <born>
    And this aim:
      | aim | aim reference | start date | planned end date | actual end date | SOF |
      | A   | 60900011      | 01/10/2020 | 28/02/2021       | 28/02/2021      | 105 |
    Then the values are:
      | aim | fund line | funding starts |
      | A   | <line>    | yes            |
    And the earnings in all are <sum>

    Examples: turning 19 on 31 August is in time, even if the aim begins after the birthday
      | born       | age | line                                   |      sum |
      | 31/08/2001 |  19 | ESFA AEB - Adult Skills (non-procured) | 1,000.00 |
      | 01/09/2001 |  18 | None                                   |     0.00 |

  @FM35-LINE-03
  Scenario Outline: A traineeship of SOF <SOF> with LDM <LDM> has the line <line>
    Given a learner born on 14/02/1999
    And this aim:
      | aim | aim reference | aim type | programme type | start date | planned end date | actual end date | SOF   | LDM   |
      | A   | ZPROG001      |        1 |             24 | 01/10/2020 | 31/01/2021       | -               | <SOF> | <LDM> |
    Then the values are:
      | aim | fund line |
      | A   | <line>    |

    Examples: any funding body
      | SOF | LDM | line                                       |
      | 105 |   - | 19-24 Traineeship (non-procured)           |
      | 105 | 357 | 19-24 Traineeship (procured from Nov 2017) |
      | 112 |   - | 19-24 Traineeship (non-procured)           |

  @FM35-LINE-04
  Scenario Outline: Other adult funding with LDM <LDM> is <line>
    Given this aim:
      | aim | aim reference | funding model | start date | planned end date | actual end date | SOF | LDM   |
      | A   | 60900011      |            81 | 01/09/2020 | 28/02/2021       | -               | 105 | <LDM> |
    Then the values are:
      | aim | fund line |
      | A   | <line>    |

    Examples:
      | LDM | line                            |
      | 370 | Short term funding initiative 1 |
      | 371 | Short term funding initiative 2 |
      | 372 | Short term funding initiative 3 |
      | 373 | Short term funding initiative 4 |
      |   - | None                            |

  @FM35-LINE-05
  Scenario: Aims of other funding models earn nothing here and do not count towards the cap
    Given these aims:
      | aim | aim reference | funding model | start date | planned end date | actual end date | SOF |
      | A   | 60900035      |            35 | 01/09/2020 | 28/02/2021       | -               | 105 |
      | B   | 60900035      |            10 | 01/09/2020 | 28/02/2021       | -               | 105 |
    Then nothing is earned for B
    And the values are:
      | aim | cap factor |
      | A   |          1 |
