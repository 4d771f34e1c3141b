@apprenticeships @fm36
Feature: Which aims count in the 2020/21 apprenticeship calculation
  Qualifying days, completion, English and maths, the learner's age and the programme's start.

  Background:
    Given the funding year is 2020/21

  @FM36-2-QUALIFYING
  Scenario Outline: An aim planned for <planned> days needs <needed> of them
    Given this apprenticeship aim:
      | start date | planned end date | TNP1 |
      | 01/09/2020 | <planned end>    | 6000 |
    Then the values are:
      | aim | planned days | qualifying days |
      |   1 | <planned>    | <needed>        |

    Examples:
      | planned end | planned | needed |
      | 13/09/2020  |      13 |      1 |
      | 14/09/2020  |      14 |     14 |
      | 14/02/2021  |     167 |     14 |
      | 15/02/2021  |     168 |     42 |

  @FM36-2-QUALIFYING
  Scenario Outline: A year's programme that is left after <days> days <earns>
    Given this apprenticeship aim:
      | start date | planned end date | actual end date | completion status |  TNP1 |
      | 01/09/2020 | 31/08/2021       | <left>          | withdrawn         | 15000 |
    Then the values are:
      | aim | actual days | funding starts |
      |   1 | <days>      | <starts>       |
    And the earnings are:
      | aim | earning      | Sep 2020    | Oct 2020 |
      |   1 | on-programme | <September> |     0.00 |

    Examples:
      | left       | days | earns                | starts | September |
      | 11/10/2020 |   41 | earns nothing        | no     |      0.00 |
      | 12/10/2020 |   42 | earns its instalment | yes    |   1000.00 |

  @FM36-2-QUALIFYING
  Scenario: Completing makes up for qualifying days that were not reached
    Given this apprenticeship aim:
      | framework code | start date | planned end date | actual end date | TNP1 |
      |            403 | 01/09/2020 | 31/08/2021       | 20/09/2020      | 6000 |
    Then the values are:
      | aim | actual days | qualifying days | funding starts |
      |   1 |          20 |              42 | yes            |
    And the earnings are:
      | aim | earning      | Sep 2020 | Oct 2020 |
      |   1 | on-programme |   400.00 |     0.00 |
      |   1 | balancing    |  4400.00 |     0.00 |
      |   1 | completion   |  1200.00 |     0.00 |

  @FM36-2-QUALIFYING
  Scenario: Days before a restart do not help a restart over its qualifying days
    Given this apprenticeship aim:
      | start date | original start date | planned end date | actual end date | completion status | TNP1 |
      | 01/09/2020 | 01/09/2019          | 31/08/2021       | 20/09/2020      | withdrawn         | 6000 |
    Then the values are:
      | aim | actual days | funding starts |
      |   1 |          20 | no             |
    And nothing is earned

  @FM36-2-COMPLETED
  Scenario Outline: A standard <says> its achievement date
    Given this apprenticeship aim:
      | start date | planned end date | actual end date | completion status | achievement date |  TNP1 |
      | 01/09/2020 | 31/08/2021       | 30/06/2021      | completed         | <achieved>       | 15000 |
    Then the values are:
      | aim | completed   |
      |   1 | <completed> |
    And the earnings are:
      | aim | earning      | May 2021 | Jun 2021 |     Jul 2021 |
      |   1 | on-programme |  1000.00 |  1000.00 |         0.00 |
      |   1 | balancing    |     0.00 |     0.00 |  <balancing> |
      |   1 | completion   |     0.00 |     0.00 | <completion> |

    Examples:
      | says                    | achieved   | completed | balancing | completion |
      | is not complete without | -          | no        |      0.00 |       0.00 |
      | is completed on         | 20/07/2021 | yes       |   2000.00 |    3000.00 |

  @FM36-2-COMPLETED
  Scenario: A framework is completed on its last day, whatever the achievement date
    Given this apprenticeship aim:
      | framework code | start date | planned end date | actual end date | completion status | achievement date | TNP1 |
      |            403 | 01/09/2020 | 31/08/2021       | 30/06/2021      | completed         | -                | 6000 |
    Then the values are:
      | aim | completed |
      |   1 | yes       |
    And the earnings are:
      | aim | earning      | Jun 2021 | Jul 2021 |
      |   1 | on-programme |   400.00 |     0.00 |
      |   1 | balancing    |   800.00 |     0.00 |
      |   1 | completion   |  1200.00 |     0.00 |

  @FM36-2-COMPLETED
  Scenario Outline: A standard that ended on <ended> without achievement date <is>
    Given this apprenticeship aim:
      | start date | planned end date | actual end date | completion status | achievement date |  TNP1 |
      | 06/08/2018 | 05/08/2019       | <ended>         | completed         | -                | 15000 |
    Then the values are:
      | aim | completed   |
      |   1 | <completed> |

    Examples:
      | ended      | is                | completed |
      | 31/07/2019 | was completed     | yes       |
      | 01/08/2019 | was not completed | no        |

  @FM36-2-ENGLISHMATHS
  Scenario: A component that counts in the course and has a rate earns the rate of English and maths
    Given these apprenticeship aims:
      | aim     | aim reference | start date | planned end date |  TNP1 |
      | A       | ZPROG001      | 01/09/2020 | 31/08/2021       | 12000 |
      | English | 60910015      | 01/09/2020 | 31/08/2021       |     - |
    Then the values are:
      | aim     | English or maths | aim value |
      | A       | no               |         - |
      | English | yes              |    471.00 |
    And the earnings are:
      | aim     | earning                        | Aug 2020 | Sep 2020 | Jul 2021 |
      | English | English and maths on-programme |     0.00 |    39.25 |    39.25 |

  @FM36-2-ENGLISHMATHS
  Scenario: A component that does not count in the course earns nothing of its own
    Given this common component:
      | standard code | component |
      |            17 |        10 |
    And these apprenticeship aims:
      | aim     | aim reference | start date | planned end date |  TNP1 |
      | A       | ZPROG001      | 01/09/2020 | 31/08/2021       | 12000 |
      | English | 60910015      | 01/09/2020 | 31/08/2021       |     - |
      | maths   | 60910027      | 01/09/2020 | 31/08/2021       |     - |
    Then the values are:
      | aim     | English or maths |
      | English | no               |
      | maths   | yes              |
    And nothing is earned for English
    And maths earns 39.25 in Sep 2020

  @FM36-2-ENGLISHMATHS
  Scenario: A rate of nothing makes no aim of English or maths
    Given this aim rate:
      | aim reference | rate | category        |
      | 60910015      |    0 | APP_MAY_2017_EM |
    And these apprenticeship aims:
      | aim     | aim reference | start date | planned end date |  TNP1 |
      | A       | ZPROG001      | 01/09/2020 | 31/08/2021       | 12000 |
      | English | 60910015      | 01/09/2020 | 31/08/2021       |     - |
    Then the values are:
      | aim     | English or maths |
      | English | no               |
    And nothing is earned for English

  @FM36-2-ENGLISHMATHS
  Scenario Outline: The component has to count on the aim's original start, here from <valid from>
    Given this common component:
      | standard code | component | from         |
      |            17 |        11 | <valid from> |
    And these apprenticeship aims:
      | aim     | aim reference | start date | original start date | planned end date |  TNP1 |
      | A       | ZPROG001      | 01/08/2020 | -                   | 31/08/2021       | 12000 |
      | English | 60910015      | 01/11/2020 | 01/09/2020          | 31/08/2021       |     - |
    Then the values are:
      | aim     | English or maths |
      | English | <counts>         |

    Examples:
      | valid from | counts |
      | 01/09/2020 | yes    |
      | 02/09/2020 | no     |

  @FM36-2-AGE
  Scenario Outline: Born on <born>, with <codes>, the learner <counts> as 16 to 18
    Given this learner:
      | date of birth |
      | <born>        |
    And this apprenticeship aim:
      | start date | planned end date | EEF   |  TNP1 |
      | 06/08/2020 | 08/08/2021       | <EEF> | 15000 |
    Then the values are:
      | aim | age at start | 16-18 at start |
      |   1 | <age>        | <young>        |
    And the earnings are:
      | aim | earning                  | Oct 2020 | Nov 2020 |
      |   1 | first provider incentive |     0.00 | <paid>   |

    Examples: 18 on the first day, and 24 on it with a plan or in care
      | born       | codes   | counts         | EEF | age | young |   paid |
      | 07/08/2001 | no code | counts         |   - |  18 | yes   | 500.00 |
      | 06/08/2001 | no code | does not count |   - |  19 | no    |   0.00 |
      | 07/08/1995 | EEF 2   | counts         |   2 |  24 | yes   | 500.00 |
      | 07/08/1995 | EEF 4   | counts         |   4 |  24 | yes   | 500.00 |
      | 07/08/1995 | EEF 3   | does not count |   3 |  24 | no    |   0.00 |
      | 06/08/1995 | EEF 2   | does not count |   2 |  25 | no    |   0.00 |

  @FM36-2-AGE
  Scenario: A code counts for the aim that carries it only, not for the other aims of its programme
    Given this learner:
      | date of birth |
      | 01/01/2000    |
    And these apprenticeship aims:
      | aim     | aim reference | start date | planned end date | EEF |  TNP1 |
      | A       | ZPROG001      | 06/08/2020 | 08/08/2021       |   2 | 15000 |
      | English | 60910015      | 06/08/2020 | 08/08/2021       |   - |     - |
    Then the values are:
      | aim     | 16-18 at start | fund line                                      |
      | A       | yes            | 16-18 Apprenticeship (Employer on App Service) |
      | English | no             | 19+ Apprenticeship (Employer on App Service)   |

  @FM36-2-AGE
  Scenario: Without a date of birth the learner is not 16 to 18
    Given this learner:
      | date of birth |
      | -             |
    And this apprenticeship aim:
      | start date | planned end date | EEF |  TNP1 |
      | 06/08/2020 | 08/08/2021       |   4 | 15000 |
    Then the values are:
      | aim | age at start | 16-18 at start |
      |   1 | -            | no             |

  @FM36-2-START
  Scenario: The original start is the programme's start
    Given this learner:
      | date of birth |
      | 01/01/2001    |
    And this apprenticeship aim:
      | start date | original start date | planned end date |  TNP1 |
      | 01/09/2020 | 06/03/2019          | 31/08/2021       | 12000 |
    Then the values are:
      | aim | programme start | age at start |
      |   1 | 06/03/2019      |           18 |
    And the earnings are:
      | aim | earning          | Aug 2020 | Sep 2020 |
      |   1 | government share |     0.00 |     0.90 |

  @FM36-2-START
  Scenario Outline: An earlier aim on another pathway of the framework that was <ended> <counts>
    Given these apprenticeship aims:
      | aim | framework code | pathway code | start date | planned end date | actual end date | completion status | TNP1 |
      | A   |            403 |            2 | 06/08/2019 | 05/08/2020       | 20/07/2020      | <ended>           | 3000 |
      | B   |            403 |            1 | 01/09/2020 | 31/08/2021       | -               | continuing        | 6000 |
    Then the values are:
      | aim | programme start |
      | B   | <start>         |

    Examples:
      | ended     | counts                   | start      |
      | withdrawn | is part of the programme | 06/08/2019 |
      | completed | is another programme     | 01/09/2020 |

  @FM36-2-START
  Scenario: The band is that of the day on which the same pathway began
    Given these apprenticeship bands:
      | framework code | pathway code | band | from       |
      |            403 |            1 | 9000 | 01/08/2014 |
      |            403 |            1 | 5000 | 01/08/2020 |
    And these apprenticeship aims:
      | aim | framework code | pathway code | start date | planned end date | actual end date | completion status | TNP1 |
      | A   |            403 |            2 | 06/08/2019 | 05/08/2020       | 20/07/2020      | withdrawn         | 3000 |
      | B   |            403 |            1 | 01/09/2020 | 31/08/2021       | -               | continuing        | 6000 |
    Then the values are:
      | aim | programme start |
      | B   | 06/08/2019      |
    And the price episodes are:
      | price episode | band limit | upper limit adjustment | capped remainder |
      | 01/09/2020    |    5000.00 |                1000.00 |          5000.00 |

  @FM36-2-START
  Scenario: A restart on the same pathway keeps the band of its original start
    Given these apprenticeship bands:
      | framework code | pathway code | band | from       |
      |            403 |            1 | 9000 | 01/08/2014 |
      |            403 |            1 | 5000 | 01/08/2020 |
    And this apprenticeship aim:
      | framework code | start date | original start date | planned end date | TNP1 |
      |            403 | 01/09/2020 | 06/08/2019          | 31/08/2021       | 6000 |
    Then the price episodes are:
      | price episode | band limit | upper limit adjustment |
      | 01/09/2020    |    9000.00 |                   0.00 |

  @FM36-2-START
  Scenario: The latest row that has begun gives the band, though it has ended
    Given these apprenticeship bands:
      | standard code |  band | from       | to         |
      |            17 | 27000 | 01/08/2014 | 31/12/2018 |
      |            17 | 15000 | 01/01/2019 | 31/07/2020 |
    And this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 01/09/2020 | 31/08/2021       | 18000 |
    Then the price episodes are:
      | price episode | band limit |
      | 01/09/2020    |   15000.00 |
