@pre_employment
Feature: Destinations and records of progression
  L39 holds the destination of a learner who has left. It is generic, so whoever delivers the programme is encouraged to
  keep a record of progression and job outcomes of its own.

  Background:
    Given the Learning Aim Database holds:
      | A09      | LAD value |
      | 50012345 |    400.00 |
    And the uplifts of the funding agreement are:
      | disadvantage uplift | area uplift |
      |                1.10 |        1.00 |

  @PE-DEST-01
  Scenario: The destination is recorded when the learner has left
    Given these pre-employment records:
      | L03  | A09      | source of funding | actual end date | L39 | own progression record |
      | 0001 | 50012345 | ALR               | 27/03/2009      |  95 | yes                    |
      | 0002 | 50012345 | ALR               | 27/03/2009      |   - | yes                    |
      | 0003 | 50012345 | ALR               | -               |   - | -                      |
    Then the findings are:
      | learner | code            | severity | field | found | expected                      | clause     |
      | 0002    | PEP_L39_MISSING | warning  | L39   | none  | the destination after leaving | PE-DEST-01 |
    And nothing else is found

  @PE-DEST-01
  Scenario: A learner with an aim that goes on has not left
    Given these pre-employment records:
      | L03  | A09      | source of funding | actual end date |
      | 0001 | 50012345 | ALR               | 27/03/2009      |
      | 0001 | 50012345 | ALR               | -               |
    Then nothing is found

  @PE-DEST-02
  Scenario: A record of one's own is advised beside L39
    Given these pre-employment records:
      | L03  | A09      | source of funding | actual end date | L39 | own progression record |
      | 0001 | 50012345 | ALR               | 27/03/2009      |  95 | yes                    |
      | 0002 | 50012345 | ALR               | 27/03/2009      |  95 | no                     |
      | 0003 | 50012345 | ALR               | 27/03/2009      |  95 | -                      |
    Then the findings are:
      | learner | code                   | severity | field                  | found | expected                                 | clause     |
      | 0002    | PEP_OWN_RECORD_ADVISED | info     | own progression record | no    | a record of progression and job outcomes | PE-DEST-02 |
      | 0003    | PEP_OWN_RECORD_ADVISED | info     | own progression record | none  | a record of progression and job outcomes | PE-DEST-02 |
    And nothing else is found
    And no errors are found

  @PE-DEST-03
  Scenario: The advice holds whoever pays, and without an ILR too
    Given these pre-employment records:
      | L03  | source of funding | ILR completed | actual end date |
      | 0001 | ESF               | no            | 27/03/2009      |
    Then the findings are:
      | learner | code                   | severity |
      | 0001    | PEP_OWN_RECORD_ADVISED | info     |
      | 0001    | PEP_SOURCE_NOT_ALR     | error    |
    And nothing else is found
