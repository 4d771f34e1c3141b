@adult-skills
Feature: Apprenticeships begun before May 2017
  Framework apprentices still on their programmes are funded by age at its start. Here the programme runs from
  1 September 2016 to 31 December 2020: 53 instalments, of which five fall into 2020/21.

  Background:
    Given the funding year is 2020/21

  @FM35-APP-01
  Scenario Outline: A learner aged <age> at the start has the line <line> and the factor <factor>
    Given a learner born on <born>
    And these aims:
      | aim       | aim reference | aim type | programme type | framework code | pathway code | start date | planned end date | actual end date | SOF |
      | programme | ZPROG001      |        1 |              2 |            415 |            1 | 01/09/2016 | 31/12/2020       | -               | 105 |
      | diploma   | 60940018      |        3 |              2 |            415 |            1 | 01/09/2016 | 31/12/2020       | -               | 105 |
    Then the values are:
      | aim     | age at start | fund line | age factor | aim value | planned instalments |
      | diploma | <age>        | <line>    | <factor>   | <value>   |                  53 |
    And the earnings are:
      | aim     | earning      | Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 |
      | diploma | on-programme | <month>  | <month>  | <month>  | <month>  | <month>  |     0.00 |
    And nothing else is earned

    Examples:
      | age | born       | line                 | factor |     value | month |
      |  18 | 02/09/1997 | 16-18 Apprenticeship | 1.0723 | 3,871.003 | 58.43 |
      |  19 | 01/09/1997 | 19-23 Apprenticeship |      1 |  3,610.00 | 54.49 |
      |  23 | 02/09/1992 | 19-23 Apprenticeship |      1 |  3,610.00 | 54.49 |
      |  24 | 01/09/1992 | 24+ Apprenticeship   |    0.8 |  2,888.00 | 43.59 |

  @FM35-APP-02
  Scenario Outline: EEF <EEF> at the age of <age> gives the line <line> and the factor <factor>
    Given a learner born on <born>
    And these aims:
      | aim       | aim reference | aim type | programme type | framework code | pathway code | start date | planned end date | actual end date | EEF   | SOF |
      | programme | ZPROG001      |        1 |              2 |            415 |            1 | 01/09/2016 | 31/12/2020       | -               | -     | 105 |
      | diploma   | 60940018      |        3 |              2 |            415 |            1 | 01/09/2016 | 31/12/2020       | -               | <EEF> | 105 |
    Then the values are:
      | aim     | fund line | age factor |
      | diploma | <line>    | <factor>   |

    Examples:
      | EEF | age | born       | line                 | factor |
      |   2 |  21 | 14/02/1995 | 16-18 Apprenticeship | 1.0723 |
      |   3 |  26 | 14/02/1990 | 19-23 Apprenticeship |      1 |
      |   4 |  21 | 14/02/1995 | 19-23 Apprenticeship | 1.0723 |
      |   4 |  26 | 14/02/1990 | 24+ Apprenticeship   | 1.0723 |

  @FM35-APP-03
  Scenario: Half of the value is the fee of a co-funded apprenticeship aim
    Given a learner born on 14/02/1995
    And these aims:
      | aim       | aim reference | aim type | programme type | framework code | pathway code | start date | planned end date | actual end date | FFI | SOF |
      | programme | ZPROG001      |        1 |              2 |            415 |            1 | 01/09/2016 | 31/12/2020       | -               |   2 | 105 |
      | diploma   | 60940018      |        3 |              2 |            415 |            1 | 01/09/2016 | 31/12/2020       | -               |   2 | 105 |
    Then the values are:
      | aim     | weighted rate | unweighted rate | aim value | fee element |
      | diploma |      3,610.00 |            0.00 |  3,610.00 |    1,805.00 |
    And the earnings are:
      | aim     | earning      | Dec 2020 |
      | diploma | on-programme |    27.25 |

  @FM35-APP-04
  Scenario: Some parts of a framework are not funded
    Given a learner born on 14/02/1995
    And these aims:
      | aim       | aim reference | aim type | programme type | framework code | pathway code | start date | planned end date | actual end date | SOF |
      | programme | ZPROG001      |        1 |              2 |            415 |            1 | 01/09/2016 | 31/12/2020       | -               | 105 |
      | rights    | 60940043      |        3 |              2 |            415 |            1 | 01/09/2016 | 31/12/2020       | -               | 105 |
    Then nothing is earned
    And the values are:
      | aim    | funding starts | aim value |
      | rights | no             |      0.00 |

  @FM35-APP-05
  Scenario: The achievement of a part is paid with that of the programme
    Given a learner born on 14/02/1995
    And these aims:
      | aim       | aim reference | aim type | programme type | framework code | pathway code | start date | planned end date | actual end date | SOF |
      | programme | ZPROG001      |        1 |              2 |            415 |            1 | 01/09/2016 | 31/12/2020       | 15/01/2021      | 105 |
      | diploma   | 60940018      |        3 |              2 |            415 |            1 | 01/09/2016 | 31/12/2020       | 15/10/2020      | 105 |
    Then the earnings are:
      | aim     | earning      | Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 |
      | diploma | on-programme |    54.49 |    54.49 |     0.00 |     0.00 |     0.00 |     0.00 |
      | diploma | balancing    |     0.00 |     0.00 |   163.47 |     0.00 |     0.00 |     0.00 |
      | diploma | achievement  |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |   722.00 |
    And nothing else is earned

  @FM35-APP-05
  Scenario: While the programme is not achieved, neither is its part
    Given a learner born on 14/02/1995
    And these aims:
      | aim       | aim reference | aim type | programme type | framework code | pathway code | start date | planned end date | actual end date | SOF |
      | programme | ZPROG001      |        1 |              2 |            415 |            1 | 01/09/2016 | 31/12/2020       | -               | 105 |
      | diploma   | 60940018      |        3 |              2 |            415 |            1 | 01/09/2016 | 31/12/2020       | 15/10/2020      | 105 |
    Then the earnings are:
      | aim     | earning      | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 |
      | diploma | on-programme |    54.49 |     0.00 |     0.00 |     0.00 |
      | diploma | balancing    |     0.00 |   163.47 |     0.00 |     0.00 |
      | diploma | achievement  |     0.00 |     0.00 |     0.00 |     0.00 |

  @FM35-APP-05 @FM35-APP-06
  Scenario: Functional skills of a 16 to 18 apprentice have a factor of their own, and are achieved by themselves
    Given a learner born on 14/02/1999
    And these aims:
      | aim       | aim reference | aim type | programme type | framework code | pathway code | start date | planned end date | actual end date | SOF |
      | programme | ZPROG001      |        1 |              2 |            415 |            1 | 01/09/2016 | 31/12/2020       | -               | 105 |
      | English   | 60910015      |        3 |              2 |            415 |            1 | 01/09/2016 | 31/12/2020       | 31/12/2020      | 105 |
    Then the values are:
      | aim     | functional skills factor | age factor | weighted rate | aim value |
      | English |                  0.60606 |     1.0723 |        471.00 | 306.09291 |
    And the earnings are:
      | aim     | earning      | Nov 2020 | Dec 2020 | Jan 2021 |
      | English | on-programme |     4.62 |     4.62 |     0.00 |
      | English | achievement  |     0.00 |    61.22 |     0.00 |

  @FM35-APP-07
  Scenario Outline: Employer <employer>, learner born on <born>: large employer factor <factor>
    Given a learner born on <born>
    And this employment status:
      | employment status | applies from | employer id |
      | employed          | 01/08/2016   | <employer>  |
    And these aims:
      | aim       | aim reference | aim type | programme type | framework code | pathway code | start date | planned end date | actual end date | LDM   | SOF |
      | programme | ZPROG001      |        1 |              2 |            415 |            1 | 01/09/2016 | 31/12/2020       | -               | -     | 105 |
      | diploma   | 60940018      |        3 |              2 |            415 |            1 | 01/09/2016 | 31/12/2020       | -               | <LDM> | 105 |
    Then the values are:
      | aim     | large employer factor | aim value |
      | diploma | <factor>              | <value>   |

    Examples:
      | employer  | born       | LDM | factor |     value |
      | 154549452 | 14/02/1995 |   - |   0.75 |  2,707.50 |
      | 154549452 | 14/02/1990 |   - |   0.75 |  2,166.00 |
      | 154549452 | 14/02/1999 |   - |      1 | 3,871.003 |
      | 154549452 | 14/02/1995 | 129 |      1 |  3,610.00 |
      | 107979462 | 14/02/1995 |   - |      1 |  3,610.00 |

  @FM35-APP-08
  Scenario: A higher education aim is not reduced for a learner of 24 or more
    Given a learner born on 14/02/1990
    And these aims:
      | aim       | aim reference | aim type | programme type | framework code | pathway code | start date | planned end date | actual end date | SOF |
      | programme | ZPROG001      |        1 |              2 |            415 |            1 | 01/09/2016 | 31/12/2020       | -               | 105 |
      | degree    | 60940055      |        3 |              2 |            415 |            1 | 01/09/2016 | 31/12/2020       | -               | 105 |
    Then the values are:
      | aim    | fund line          | age factor | aim value |
      | degree | 24+ Apprenticeship |          1 |  4,400.00 |
