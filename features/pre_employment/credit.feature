@pre_employment
Feature: Planned credit, credit achieved and the credit success rate
  A59 holds the planned credit value of an aim and A60 the credit achieved. The guidance calls them the basis of a future
  credit success rate and gives no formula.

  @PE-CREDIT-01 @PE-CREDIT-02 @PE-CREDIT-03 @PE-CREDIT-04
  Scenario: The rate is the credit achieved over the credit planned of the aims that have ended
    Given the guidance is read with pep_credit_success_rate as sum_of_closed_aims
    And these pre-employment records:
      | L03  | A09      | source of funding | actual end date | A59 | A60 |
      | 0001 | 50012345 | ESF               | 27/03/2009      |  12 |  12 |
      | 0001 | 50054321 | ESF               | 27/03/2009      |   3 |   0 |
      | 0002 | 50012345 | ESF               | 03/04/2009      |   9 |   6 |
      | 0003 | 50012345 | ESF               | -               |  12 |   4 |
    Then the credit success rate is:
      | planned credit | credit achieved | aims | credit success rate |
      |             24 |              18 |    3 |                 75% |

  @PE-CREDIT-04
  Scenario Outline: Read as <reading> the same aims have a rate of <rate>
    Given the guidance is read with pep_credit_success_rate as <reading>
    And these pre-employment records:
      | L03  | A09      | actual end date | A59 | A60 |
      | 0001 | 50012345 | 27/03/2009      |  12 |  12 |
      | 0001 | 50054321 | 27/03/2009      |   3 |   0 |
      | 0002 | 50012345 | 03/04/2009      |   9 |   6 |
      | 0003 | 50012345 | -               |  12 |   4 |
    Then the credit success rate is:
      | credit success rate |
      | <rate>              |

    Examples:
      | reading            |   rate |
      | sum_of_closed_aims | 75.00% |

    Examples:
      | reading                |   rate |
      | average_of_closed_aims | 55.56% |

    Examples:
      | reading         |   rate |
      | sum_of_all_aims | 61.11% |

  @PE-CREDIT-04
  Scenario: Unless read otherwise, the rate is of the sums: 22 of 40 and no average of 100% and 40%
    Given these pre-employment records:
      | L03  | actual end date | A59 | A60 |
      | 0001 | 27/03/2009      |  10 |  10 |
      | 0002 | 27/03/2009      |  30 |  12 |
    Then the credit success rate is:
      | planned credit | credit achieved | credit success rate |
      |             40 |              22 |                 55% |

  @PE-CREDIT-03
  Scenario: The day taken as today tells which aims have ended
    Given today is 31/03/2009
    And these pre-employment records:
      | L03  | actual end date | A59 | A60 |
      | 0001 | 31/03/2009      |  10 |   5 |
      | 0002 | 01/04/2009      |  10 |  10 |
    Then the credit success rate is:
      | planned credit | credit achieved | credit success rate |
      |             10 |               5 |                 50% |

  @PE-CREDIT-03
  Scenario: Each provider has a rate of its own
    Given these pre-employment records:
      | UKPRN    | L03  | actual end date | A59 | A60 |
      | 10000301 | 0001 | 27/03/2009      |  10 |   5 |
      | 10000302 | 0001 | 27/03/2009      |   8 |   8 |
    Then the credit success rate is:
      | provider | credit success rate |
      | 10000301 |                 50% |
      | 10000302 |                100% |

  @PE-CREDIT-01 @PE-CREDIT-02
  Scenario: An aim with only one of the two fields is named and left out of the rate
    Given these pre-employment records:
      | L03  | source of funding | actual end date | A59 | A60 | L39 | own progression record |
      | 0001 | ESF               | 27/03/2009      |   - |   6 |  95 | yes                    |
      | 0002 | ESF               | 27/03/2009      |  12 |   - |  95 | yes                    |
      | 0003 | ESF               | 27/03/2009      |  10 |   8 |  95 | yes                    |
      | 0004 | ESF               | -               |  10 |   - |   - | -                      |
    Then the findings are:
      | learner | code            | severity | field | found | clause       |
      | 0001    | PEP_A59_MISSING | warning  | A59   | none  | PE-CREDIT-01 |
      | 0002    | PEP_A60_MISSING | warning  | A60   | none  | PE-CREDIT-02 |
    And the findings are:
      | learner | code               | severity |
      | 0001    | PEP_SOURCE_NOT_ALR | error    |
      | 0002    | PEP_SOURCE_NOT_ALR | error    |
      | 0003    | PEP_SOURCE_NOT_ALR | error    |
      | 0004    | PEP_SOURCE_NOT_ALR | error    |
    And nothing else is found
    And the credit success rate is:
      | planned credit | credit achieved | aims | aims left out | credit success rate |
      |             10 |               8 |    1 |             2 |                 80% |

  @PE-CREDIT-05
  Scenario: More credit achieved than planned gets a warning and still counts
    Given these pre-employment records:
      | L03  | actual end date | A59 | A60 |
      | 0001 | 27/03/2009      |  10 |  12 |
      | 0002 | 27/03/2009      |  10 |  10 |
    Then the findings are:
      | learner | code              | severity | field | found | expected         | clause       |
      | 0001    | PEP_A60_ABOVE_A59 | warning  | A60   |    12 | 10 (A59) or less | PE-CREDIT-05 |
    And the credit success rate is:
      | planned credit | credit achieved | credit success rate |
      |             20 |              22 |                110% |

  @PE-CREDIT-06
  Scenario: Without planned credit there is no rate, neither nought nor a hundred per cent
    Given these pre-employment records:
      | L03  | actual end date | A59 | A60 |
      | 0001 | 27/03/2009      |   0 |   0 |
      | 0002 | -               |  12 |  12 |
    Then the credit success rate is:
      | planned credit | credit achieved | credit success rate |
      |              0 |               0 | -                   |
    And the findings are:
      | code              | severity | field | found | expected                              | clause       |
      | PEP_CSR_UNDEFINED | info     | A59   |     0 | planned credit of closed aims above 0 | PE-CREDIT-06 |

  @PE-CREDIT-06
  Scenario: While no aim has ended there is no rate
    Given this pre-employment record:
      | L03  | A59 | A60 |
      | 0001 |  12 |   4 |
    Then the credit success rate is:
      | aims | credit success rate |
      |    0 | -                   |
    And PEP_CSR_UNDEFINED is found
