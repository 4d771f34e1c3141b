@apprenticeships @fm36
Feature: English and maths in an apprenticeship
  The rate of an aim of English or maths is spread over its own months, and what is left is paid when it is completed.

  Background:
    Given the funding year is 2020/21

  @FM36-5
  Scenario Outline: English planned from <start> to <planned end> has <instalments> instalments of <instalment>
    Given these apprenticeship aims:
      | aim     | aim reference | start date | planned end date |  TNP1 |
      | A       | ZPROG001      | 06/08/2020 | 08/08/2021       | 15000 |
      | English | 60910015      | <start>    | <planned end>    |     - |
    Then the values are:
      | aim     | planned instalments |
      | English | <instalments>       |
    And the earnings are:
      | aim     | earning                        | Sep 2020     | Oct 2020  | Nov 2020 |
      | English | English and maths on-programme | <instalment> | <October> |     0.00 |

    Examples: the start month always has one, the planned end's only on its last day
      | start      | planned end | instalments | instalment | October |
      | 01/09/2020 | 31/10/2020  |           2 |     235.50 |  235.50 |
      | 01/09/2020 | 30/10/2020  |           1 |     471.00 |    0.00 |
      | 05/09/2020 | 20/09/2020  |           1 |     471.00 |    0.00 |

  @FM36-5
  Scenario: Completed in its first month, English earns that month and the rest
    Given these apprenticeship aims:
      | aim     | aim reference | start date | planned end date | actual end date |  TNP1 |
      | A       | ZPROG001      | 06/08/2020 | 08/08/2021       | -               | 15000 |
      | English | 60910015      | 06/08/2020 | 08/08/2021       | 20/08/2020      |     - |
    Then the values are:
      | aim     | planned instalments | actual instalments |
      | English |                  12 |                  1 |
    And the earnings are:
      | aim     | earning                        | Aug 2020 | Sep 2020 |
      | English | English and maths on-programme |    39.25 |     0.00 |
      | English | English and maths balancing    |   431.75 |     0.00 |

  @FM36-5
  Scenario Outline: English that ends on 10 February is <status>
    Given these apprenticeship aims:
      | aim     | aim reference | start date | planned end date | actual end date | completion status |  TNP1 |
      | A       | ZPROG001      | 06/08/2020 | 08/08/2021       | -               | continuing        | 15000 |
      | English | 60910015      | 06/08/2020 | 08/08/2021       | 10/02/2021      | <status>          |     - |
    Then the earnings are:
      | aim     | earning                        | Aug 2020 | Jan 2021 |    Feb 2021 |
      | English | English and maths on-programme |    39.25 |    39.25 |        0.00 |
      | English | English and maths balancing    |     0.00 |     0.00 | <balancing> |

    Examples: no achievement date is needed
      | status            | balancing |
      | completed         |    235.50 |
      | withdrawn         |      0.00 |
      | break in learning |      0.00 |

  @FM36-5
  Scenario: English left before its qualifying days earns nothing
    Given these apprenticeship aims:
      | aim     | aim reference | start date | planned end date | actual end date | completion status |  TNP1 |
      | A       | ZPROG001      | 06/08/2020 | 08/08/2021       | -               | continuing        | 15000 |
      | English | 60910015      | 06/08/2020 | 08/08/2021       | 15/09/2020      | withdrawn         |     - |
    Then the values are:
      | aim     | funding starts |
      | English | no             |
    And nothing is earned for English

  @FM36-5
  Scenario: After the planned end nothing more is earned, however late English is completed
    Given these apprenticeship aims:
      | aim     | aim reference | start date | planned end date | actual end date |  TNP1 |
      | A       | ZPROG001      | 06/08/2020 | 08/08/2021       | -               | 15000 |
      | English | 60910015      | 06/08/2020 | 31/01/2021       | 15/03/2021      |     - |
    Then the earnings are:
      | aim     | earning                        | Jan 2021 | Feb 2021 | Mar 2021 |
      | English | English and maths on-programme |    78.50 |     0.00 |     0.00 |
      | English | English and maths balancing    |     0.00 |     0.00 |     0.00 |

  @FM36-5-ADJUSTMENT
  Scenario Outline: Prior learning of <prior> and another adjustment of <other> leave <adjustment> of the rate
    Given these apprenticeship aims:
      | aim     | aim reference | start date | planned end date | actual end date | prior learning adjustment | other funding adjustment |  TNP1 |
      | A       | ZPROG001      | 06/08/2020 | 08/08/2021       | -               | -                         | -                        | 15000 |
      | English | 60910015      | 06/08/2020 | 08/08/2021       | 10/02/2021      | <prior>                   | <other>                  |     - |
    Then the values are:
      | aim     | aim value | adjustment   |
      | English |    471.00 | <adjustment> |
    And the earnings are:
      | aim     | earning                        |     Aug 2020 |    Feb 2021 |
      | English | English and maths on-programme | <instalment> |        0.00 |
      | English | English and maths balancing    |         0.00 | <balancing> |

    Examples:
      | prior | other | adjustment | instalment | balancing |
      |     - |     - |       1.00 |      39.25 |    235.50 |
      |   50% |     - |       0.50 |     19.625 |    117.75 |
      |     - |   80% |       0.80 |      31.40 |    188.40 |
      |   50% |   80% |       0.40 |      15.70 |     94.20 |
