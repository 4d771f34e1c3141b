@pre_employment
Feature: Offenders in the community
  When offenders in the community are taught and ALR could fund it, an ILR must be completed, and code 86 stands in A46a of
  each of them.

  Background:
    Given the Learning Aim Database holds:
      | A09      | title             | LAD value |
      | 50012345 | Skills for Work   |    400.00 |
      | 50011111 | Literacy, Entry 3 |    300.00 |
    And the uplifts of the funding agreement are:
      | disadvantage uplift | area uplift |
      |                1.10 |        1.00 |

  @PE-OFFENDER-01
  Scenario: Without an ILR there is no funding
    Given these pre-employment records:
      | L03  | A09      | source of funding | offender in the community | ILR completed | A46a |
      | 0001 | 50012345 | ALR               | yes                       | yes           |   86 |
      | 0002 | 50012345 | ALR               | yes                       | no            |    - |
    Then the findings are:
      | learner | code       | severity | field         | found | expected              | clause         |
      | 0002    | PEP_NO_ILR | error    | ILR completed | no    | an ILR of the learner | PE-OFFENDER-01 |
    And nothing else is found
    And the pre-employment funding is:
      | learner | value before uplifts | funding |
      | 0001    |               400.00 |  440.00 |
      | 0002    |                    - |       - |

  @PE-OFFENDER-02
  Scenario: Every offender in the community carries code 86
    Given these pre-employment records:
      | L03  | A09      | source of funding | offender in the community | A46a |
      | 0001 | 50012345 | ALR               | yes                       |   86 |
      | 0002 | 50012345 | ALR               | yes                       |    - |
      | 0003 | 50012345 | ALR               | yes                       |   23 |
      | 0004 | 50012345 | ALR               | no                        |   86 |
      | 0005 | 50012345 | ALR               | no                        |   23 |
      | 0006 | 50012345 | ALR               | -                         |    - |
    Then the findings are:
      | learner | code            | severity | field | found | expected | clause         |
      | 0002    | PEP_A46A_NOT_86 | error    | A46a  |  none |       86 | PE-OFFENDER-02 |
      | 0003    | PEP_A46A_NOT_86 | error    | A46a  |    23 |       86 | PE-OFFENDER-02 |
    And the findings are:
      | learner | code                   | severity | field | found |
      | 0004    | PEP_A46A_86_UNEXPECTED | warning  | A46a  |    86 |
    And nothing else is found

  @PE-OFFENDER-03
  Scenario: Skills for Life is no exception
    Given these pre-employment records:
      | L03  | A09      | source of funding | offender in the community | Skills for Life | A46a |
      | 0001 | 50011111 | ALR               | yes                       | yes             |   86 |
      | 0002 | 50011111 | ALR               | yes                       | yes             |    - |
      | 0003 | 50011111 | ALR               | no                        | yes             |    - |
    Then the findings are:
      | learner | code            | severity | field | found | expected | clause         |
      | 0002    | PEP_A46A_NOT_86 | error    | A46a  | none  |       86 | PE-OFFENDER-03 |
    And nothing else is found

  @PE-OFFENDER-02
  Scenario: The code is asked for whatever source pays
    Given this pre-employment record:
      | L03  | source of funding | offender in the community |
      | 0001 | ESF               | yes                       |
    Then PEP_A46A_NOT_86 is found

  @PE-OFFENDER-04
  Scenario: The codes tell how many learners of the priority group there are
    Given these pre-employment records:
      | L03  | A09      | source of funding | offender in the community | ILR completed | A46a |
      | 0001 | 50012345 | ALR               | yes                       | yes           |   86 |
      | 0001 | 50011111 | ALR               | yes                       | yes           |   86 |
      | 0002 | 50012345 | ALR               | yes                       | yes           |   86 |
      | 0002 | 50011111 | ALR               | yes                       | yes           |    - |
      | 0003 | 50012345 | ALR               | yes                       | no            |    - |
      | 0004 | 50012345 | ALR               | no                        | yes           |    - |
    Then 3 learners are offenders in the community, 1 with the code
