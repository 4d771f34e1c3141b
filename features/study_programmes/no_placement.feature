@study-programmes
Feature: A year without a work placement
  Where no work experience happened, the aim is not returned and its hours are not counted. This is advice, so a record
  that does not follow it gets a warning. 2020/21 had a rule of its own, which is shown beside these scenarios.

  Background:
    Given the funding year is 2021/22

  @SP-NONE-01 @SP-NAT-01
  Scenario: An aim without any placement lacks one by rule and is left out by advice
    Given this study programme aim:
      | learner | aim             | aim reference | start date | planned end date |
      | Uma     | work experience | ZWRKX001      | 01/09/2021 | 01/07/2022       |
    Then the findings are:
      | learner | aim             | code                  | severity | field              | found                  | expected                    | clause     |
      | Uma     | work experience | WorkPlaceStartDate_01 | error    | WorkPlaceStartDate | no work placement      | one work placement at least | SP-NAT-01  |
      | Uma     | work experience | ZWRKX_NO_PLACEMENT    | warning  | LearnAimRef        | ZWRKX001, no placement | no ZWRKX001 in 2021/22      | SP-NONE-01 |
    And nothing else is found

  @SP-NONE-01 @SP-NONE-03
  Scenario: A learner who never went out is not returned with the aim, whatever was planned
    Given this study programme aim:
      | learner | aim             | aim reference | start date | planned end date |
      | Uma     | work experience | ZWRKX001      | 01/09/2021 | 01/07/2022       |
    And this work placement:
      | learner | start date | end date   |
      | Uma     | 07/03/2022 | 11/03/2022 |
    And the provider's record of work placements is:
      | learner | went out |
      | Uma     | no       |
    Then the findings are:
      | learner | aim             | code               | severity | found                                  |
      | Uma     | work experience | ZWRKX_NO_PLACEMENT | warning  | ZWRKX001, the learner has not gone out |
    And nothing else is found
    And no errors are found

  @SP-NONE-01
  Scenario Outline: A placement of <when> is none of 2021/22
    Given this study programme aim:
      | learner | aim             | aim reference | start date | planned end date |
      | Uma     | work experience | ZWRKX001      | 01/09/2020 | 30/09/2022       |
    And this work placement:
      | learner | start date | end date |
      | Uma     | <starts>   | <ends>   |
    Then the findings are:
      | learner | aim             | code               | severity |
      | Uma     | work experience | ZWRKX_NO_PLACEMENT | warning  |
    And nothing else is found

    Examples:
      | when            | starts     | ends       |
      | the year after  | 01/08/2022 | 05/08/2022 |
      | the year before | 26/07/2021 | 31/07/2021 |

  @SP-NONE-01
  Scenario Outline: A placement with a day in 2021/22 is one of the year: <starts> to <ends>
    Given this study programme aim:
      | learner | aim             | aim reference | start date | planned end date |
      | Uma     | work experience | ZWRKX001      | 01/09/2020 | 30/09/2022       |
    And this work placement:
      | learner | start date | end date |
      | Uma     | <starts>   | <ends>   |
    Then nothing is found

    Examples:
      | starts     | ends       |
      | 26/07/2021 | 01/08/2021 |
      | 31/07/2022 | 05/08/2022 |
      | 05/07/2021 | -          |

  @SP-NONE-02 @SP-NONE-03
  Scenario: Hours of work experience that did not happen are taken out of the planned hours
    Given these study programme aims:
      | learner | aim      | aim reference | start date | planned end date |
      | Vera    | main aim | 60900011      | 01/09/2021 | 01/07/2022       |
      | Will    | main aim | 60900011      | 01/09/2021 | 01/07/2022       |
    And the provider's record of work placements is:
      | learner | hours counted | went out | planned                   | why not             |
      | Vera    |            40 | no       | a week at a garden centre | the firm had closed |
      | Will    |             0 | no       | a week at a garden centre | the firm had closed |
    Then the findings are:
      | learner | aim | code                | severity | field        | found                             | expected | clause     |
      | Vera    | -   | ZWRKX_HOURS_COUNTED | warning  | PlanEEPHours | 60, of them 40 of work experience |       20 | SP-NONE-02 |
    And nothing else is found
    And no errors are found

  @SP-NONE-01 @SP-NONE-02
  Scenario: Aim and hours go together when no placement happened
    Given this study programme aim:
      | learner | aim             | aim reference | start date | planned end date |
      | Xena    | work experience | ZWRKX001      | 01/09/2021 | 01/07/2022       |
    And this work placement:
      | learner | start date |
      | Xena    | 01/08/2022 |
    And the provider's record of work placements is:
      | learner | hours counted |
      | Xena    |            60 |
    Then the decisions on work experience are:
      | learner | placement    | aim      | hours | note       |
      | Xena    | not happened | left out | out   | not needed |
    And the findings are:
      | learner | aim             | code                | severity |
      | Xena    | work experience | ZWRKX_NO_PLACEMENT  | warning  |
      | Xena    | -               | ZWRKX_HOURS_COUNTED | warning  |
    And nothing else is found

  @SP-NONE-02
  Scenario: Hours of a placement that may still come stay until the year is over
    Given this study programme aim:
      | learner | aim reference | start date | planned end date |
      | Yann    | 60900011      | 01/09/2021 | 01/07/2022       |
    And the provider's record of work placements is:
      | learner | hours counted |
      | Yann    |            40 |
    When today is 30/07/2022
    Then nothing is found
    When today is 31/07/2022
    Then ZWRKX_HOURS_COUNTED is found
