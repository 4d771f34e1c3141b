@pre_employment
Feature: Pre-employment courses on the legacy ILR
  Courses funded as adult learner responsive provision (ALR) need a reference in the Learning Aim Database that is valid
  for ALR. Records are rows of the ILR from before it was XML, with its field names.

  Background:
    Given the Learning Aim Database holds:
      | A09      | title                | aim type | LAD value | from       | to         |
      | 50012345 | Skills for Work      | Award    |    400.00 | 01/08/2008 | 31/07/2010 |
      | 50054321 | Interview techniques | QCF unit |    120.00 | 01/08/2008 |            |
    And the uplifts of the funding agreement are:
      | disadvantage uplift | area uplift |
      |                1.10 |        1.05 |

  @PE-RECORD-01 @PE-RECORD-02 @PE-RECORD-03
  Scenario: An accredited course with a reference valid for ALR is recorded without findings
    Given this pre-employment record:
      | L03  | A09      | source of funding | start date |
      | 0001 | 50012345 | ALR               | 05/01/2009 |
    When the records are checked
    Then nothing is found
    And the pre-employment funding is:
      | learner | funding |
      | 0001    |  462.00 |

  @PE-RECORD-02
  Scenario: A course without a reference on the ILR has no value
    Given these pre-employment records:
      | L03  | A09      | source of funding | start date |
      | 0001 | -        | ALR               | 05/01/2009 |
      | 0002 | 50099999 | ALR               | 05/01/2009 |
    Then the findings are:
      | learner | code                 | severity | field | found    | expected                                  | clause       |
      | 0001    | PEP_A09_MISSING      | error    | A09   | none     | a reference valid for ALR                 | PE-RECORD-02 |
      | 0002    | PEP_LAD_NOT_SUPPLIED | error    | A09   | 50099999 | a row of 50099999 in the table legacy_lad | PE-RECORD-02 |
    And nothing else is found
    And the pre-employment funding is:
      | learner | value before uplifts | funding |
      | 0001    | -                    | -       |
      | 0002    | -                    | -       |

  @PE-RECORD-03
  Scenario Outline: A reference that <why> is not valid for ALR
    Given the Learning Aim Database holds:
      | A09      | LAD value | valid for ALR | from       | to         |
      | 50077777 |    250.00 | <ALR>         | 01/08/2008 | 31/07/2009 |
    And this pre-employment record:
      | L03  | A09      | source of funding | start date |
      | 0001 | 50077777 | ALR               | <start>    |
    Then the findings are:
      | learner | code              | severity | field | found    | expected                             | clause       |
      | 0001    | PEP_LAD_NOT_VALID | error    | A09   | 50077777 | a reference valid for ALR on <start> | PE-RECORD-03 |
    And nothing else is found
    And the pre-employment funding is:
      | learner | funding |
      | 0001    | -       |

    Examples:
      | why                        | ALR | start      |
      | ALR does not fund          | no  | 01/09/2008 |
      | has run out the day before | yes | 01/08/2009 |

  @PE-RECORD-03
  Scenario: The last day of validity still counts
    Given the Learning Aim Database holds:
      | A09      | LAD value | from       | to         |
      | 50077777 |    200.00 | 01/08/2008 | 31/07/2009 |
    And this pre-employment record:
      | L03  | A09      | source of funding | start date |
      | 0001 | 50077777 | ALR               | 31/07/2009 |
    Then nothing is found

  @PE-RECORD-03
  Scenario: With two rows of one reference a start date has to tell which one counts
    Given the Learning Aim Database holds:
      | A09      | LAD value | from       | to         |
      | 50077777 |    200.00 | 01/08/2008 | 31/07/2009 |
      | 50077777 |    220.00 | 01/08/2009 |            |
    And these pre-employment records:
      | L03  | A09      | source of funding | start date |
      | 0001 | 50077777 | ALR               | 01/08/2009 |
      | 0002 | 50077777 | ALR               | -          |
    Then the pre-employment funding is:
      | learner | value before uplifts | funding |
      | 0001    |               220.00 |  254.10 |
      | 0002    |                    - |       - |
    And the findings are:
      | learner | code              | severity | field | expected                             |
      | 0002    | PEP_LAD_NOT_VALID | error    | A09   | a start date: there are several rows |
    And nothing else is found

  @PE-RECORD-04
  Scenario: A unit is looked up under the aim type QCF unit
    Given these pre-employment records:
      | L03  | A09      | source of funding | unit based |
      | 0001 | 50054321 | ALR               | yes        |
      | 0002 | 50012345 | ALR               | yes        |
      | 0003 | 50012345 | ALR               | no         |
    Then the findings are:
      | learner | code             | severity | field              | found | expected | clause       |
      | 0002    | PEP_NOT_QCF_UNIT | warning  | legacy_lad AimType | Award | QCF unit | PE-RECORD-04 |
    And nothing else is found
    And the pre-employment funding is:
      | learner | value before uplifts | funding |
      | 0001    |               120.00 |  138.60 |
      | 0002    |               400.00 |  462.00 |

  @PE-RECORD-05
  Scenario: An aim from before the guidance is not judged
    Given this pre-employment record:
      | L03  | A09      | source of funding | start date | offender in the community |
      | 0001 | 50012345 | ALR               | 31/07/2008 | yes                       |
    Then the findings are:
      | learner | code                | severity | field      | found      | expected            | clause       |
      | 0001    | PEP_BEFORE_GUIDANCE | warning  | start date | 31/07/2008 | 01/08/2008 or later | PE-RECORD-05 |
    And nothing else is found
    And the pre-employment funding is:
      | learner | funding |
      | 0001    | -       |

  @PE-RECORD-01
  Scenario: A course that is not accredited gets a warning and keeps its funding
    Given the guidance is read with pep_accreditation as expected
    And the Learning Aim Database holds:
      | A09      | LAD value | accredited |
      | 50088888 |    100.00 | no         |
    And this pre-employment record:
      | L03  | A09      | source of funding |
      | 0001 | 50088888 | ALR               |
    Then the findings are:
      | learner | code               | severity | field                 | found | expected | clause       |
      | 0001    | PEP_NOT_ACCREDITED | warning  | legacy_lad Accredited | N     | Y        | PE-RECORD-01 |
    And nothing else is found
    And the pre-employment funding is:
      | learner | value before uplifts | funding |
      | 0001    |               100.00 |  115.50 |

  @PE-RECORD-01
  Scenario: Unless read strictly, a course that is not accredited keeps its funding
    Given the Learning Aim Database holds:
      | A09      | LAD value | accredited |
      | 50088888 |    200.00 | no         |
    And this pre-employment record:
      | L03  | A09      | source of funding |
      | 0001 | 50088888 | ALR               |
    Then the pre-employment funding is:
      | learner | value before uplifts | funding |
      | 0001    |               200.00 |  231.00 |
    And the findings are:
      | learner | code               | severity |
      | 0001    | PEP_NOT_ACCREDITED | warning  |

  @PE-RECORD-01
  Scenario: Read strictly, a course that is not accredited is not funded
    Given the guidance is read with pep_accreditation as required
    And the Learning Aim Database holds:
      | A09      | LAD value | accredited |
      | 50088888 |    100.00 | no         |
    And this pre-employment record:
      | L03  | A09      | source of funding |
      | 0001 | 50088888 | ALR               |
    Then the findings are:
      | learner | code               | severity | field                 |
      | 0001    | PEP_NOT_ACCREDITED | error    | legacy_lad Accredited |
    And nothing else is found
    And the pre-employment funding is:
      | learner | value before uplifts | funding |
      | 0001    |               100.00 | -       |
