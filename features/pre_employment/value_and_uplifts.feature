@pre_employment
Feature: The value in the Learning Aim Database and the funding with uplifts
  The value in the database is the one before uplifts. The disadvantage and area uplifts are on the funding agreement;
  a value without them is shown as what it is and never as the funding.

  Background:
    Given the Learning Aim Database holds:
      | A09      | title           | LAD value |
      | 50012345 | Skills for Work |    400.00 |
      | 50022222 | Without a value |         - |

  @PE-UPLIFT-01 @PE-UPLIFT-02 @PE-UPLIFT-03
  Scenario: The funding is the value before uplifts times both uplifts
    Given the guidance is read with pep_uplift_combination as multiplied
    And the uplifts of the funding agreement are:
      | disadvantage uplift | area uplift |
      |                1.12 |        1.05 |
    And this pre-employment record:
      | L03  | A09      | source of funding |
      | 0001 | 50012345 | ALR               |
    Then the pre-employment funding is:
      | learner | A09      | value before uplifts | disadvantage uplift | area uplift | funding |
      | 0001    | 50012345 |               400.00 |                1.12 |        1.05 |  470.40 |
    And nothing is found

  @PE-UPLIFT-03
  Scenario: Read as added, what each uplift adds is added up
    Given the guidance is read with pep_uplift_combination as added
    And the uplifts of the funding agreement are:
      | disadvantage uplift | area uplift |
      |                1.12 |        1.05 |
    And this pre-employment record:
      | L03  | A09      | source of funding |
      | 0001 | 50012345 | ALR               |
    Then the pre-employment funding is:
      | value before uplifts | funding |
      |               400.00 |  468.00 |

  @PE-UPLIFT-02
  Scenario: Uplifts of 1 that the agreement tells make a funding equal to the value before uplifts
    Given the uplifts of the funding agreement are:
      | disadvantage uplift | area uplift |
      |                   1 |           1 |
    And this pre-employment record:
      | L03  | A09      | source of funding |
      | 0001 | 50012345 | ALR               |
    Then the pre-employment funding is:
      | value before uplifts | funding |
      |               400.00 |  400.00 |
    And nothing is found

  @PE-UPLIFT-04
  Scenario: Without the uplifts of the agreement the value is shown and is not the funding
    Given this pre-employment record:
      | L03  | A09      | source of funding |
      | 0001 | 50012345 | ALR               |
    Then the pre-employment funding is:
      | value before uplifts | disadvantage uplift | area uplift | funding |
      |               400.00 | -                   | -           | -       |
    And the findings are:
      | code                    | severity | field                       | found | expected                                         | clause       |
      | PEP_UPLIFT_NOT_SUPPLIED | error    | legacy_uplifts Disadvantage | none  | the disadvantage uplift of the funding agreement | PE-UPLIFT-04 |
      | PEP_UPLIFT_NOT_SUPPLIED | error    | legacy_uplifts Area         | none  | the area uplift of the funding agreement         | PE-UPLIFT-04 |
    And nothing else is found

  @PE-UPLIFT-05
  Scenario: An uplift that the agreement does not show counts as 1 and is named
    Given the guidance is read with pep_missing_uplift as taken_as_1
    And the uplifts of the funding agreement are:
      | disadvantage uplift |
      |                1.12 |
    And this pre-employment record:
      | L03  | A09      | source of funding |
      | 0001 | 50012345 | ALR               |
    Then the pre-employment funding is:
      | value before uplifts | disadvantage uplift | area uplift | funding |
      |               400.00 |                1.12 | -           |  448.00 |
    And the findings are:
      | code                  | severity | field               | found   | expected                                 | clause       |
      | PEP_UPLIFT_TAKEN_AS_1 | warning  | legacy_uplifts Area | 1 taken | the area uplift of the funding agreement | PE-UPLIFT-05 |
    And nothing else is found

  @PE-UPLIFT-05
  Scenario: Unless read otherwise, a disadvantage uplift that is missing counts as 1
    Given the uplifts of the funding agreement are:
      | area uplift |
      |        1.05 |
    And this pre-employment record:
      | L03  | A09      | source of funding |
      | 0001 | 50012345 | ALR               |
    Then the pre-employment funding is:
      | value before uplifts | area uplift | funding |
      |               400.00 |        1.05 |  420.00 |
    And the findings are:
      | code                  | severity | field                       |
      | PEP_UPLIFT_TAKEN_AS_1 | warning  | legacy_uplifts Disadvantage |

  @PE-UPLIFT-05
  Scenario: Read as needed, one uplift alone gives no funding
    Given the guidance is read with pep_missing_uplift as needed
    And the uplifts of the funding agreement are:
      | area uplift |
      |        1.05 |
    And this pre-employment record:
      | L03  | A09      | source of funding |
      | 0001 | 50012345 | ALR               |
    Then the pre-employment funding is:
      | value before uplifts | area uplift | funding |
      |               400.00 |        1.05 | -       |
    And the findings are:
      | code                    | severity | field                       |
      | PEP_UPLIFT_NOT_SUPPLIED | error    | legacy_uplifts Disadvantage |
    And nothing else is found

  @PE-UPLIFT-01
  Scenario: An aim without a value in the database has no funding, not one of nought
    Given the uplifts of the funding agreement are:
      | disadvantage uplift | area uplift |
      |                1.12 |        1.05 |
    And this pre-employment record:
      | L03  | A09      | source of funding |
      | 0001 | 50022222 | ALR               |
    Then the pre-employment funding is:
      | value before uplifts | funding |
      | -                    | -       |
    And the findings are:
      | code                       | severity | field            | found | expected                             | clause       |
      | PEP_LAD_VALUE_NOT_SUPPLIED | error    | legacy_lad Value | none  | the value of 50022222 before uplifts | PE-UPLIFT-01 |
    And nothing else is found

  @PE-UPLIFT-04
  Scenario: Each provider has the uplifts of its own agreement, from their own day
    Given the uplifts of the funding agreement are:
      | provider | disadvantage uplift | area uplift | from       | to         |
      | 10000301 |                1.20 |        1.00 | 01/08/2008 | 31/07/2009 |
      | 10000301 |                1.10 |        1.00 | 01/08/2009 |            |
      | -        |                1.00 |        1.00 |            |            |
    And these pre-employment records:
      | UKPRN    | L03  | A09      | source of funding | start date |
      | 10000301 | 0001 | 50012345 | ALR               | 31/07/2009 |
      | 10000301 | 0002 | 50012345 | ALR               | 01/08/2009 |
      | 10000302 | 0003 | 50012345 | ALR               | 01/08/2009 |
    Then the pre-employment funding is:
      | learner | funding |
      | 0001    |  480.00 |
      | 0002    |  440.00 |
      | 0003    |  400.00 |

  @PE-SOURCE-01
  Scenario: Another source of funding is not priced by the database
    Given the uplifts of the funding agreement are:
      | disadvantage uplift | area uplift |
      |                1.12 |        1.05 |
    And these pre-employment records:
      | L03  | A09      | source of funding        |
      | 0001 | 50012345 | ESF                      |
      | 0002 | 50012345 | -                        |
      | 0003 | 50012345 | Adult learner responsive |
    Then the pre-employment funding is:
      | learner | value before uplifts | funding |
      | 0001    |                    - |       - |
      | 0002    |                    - |       - |
      | 0003    |               400.00 |  470.40 |
    And the findings are:
      | learner | code               | severity | field             | found | expected                                               | clause       |
      | 0001    | PEP_SOURCE_NOT_ALR | error    | source of funding | ESF   | ALR; the rate of ESF is the one agreed in its contract | PE-SOURCE-01 |
      | 0002    | PEP_SOURCE_MISSING | error    | source of funding | none  | ALR                                                    | PE-SOURCE-01 |
    And nothing else is found
