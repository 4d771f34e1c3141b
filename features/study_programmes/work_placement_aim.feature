@study-programmes
Feature: The work placement aim of a study programme
  A learner needs one ZWRKX001 aim a year. It may cover the whole programme, and all placements of the year hang off it
  with the dates on which the learner went out, so that the dates of the aim need not be adjusted.

  Background:
    Given the funding year is 2020/21

  Rule: Placements have their own dates within those of the aim

    Background:
      Given these study programme aims:
        | learner | aim             | aim reference | start date | planned end date |
        | Mia     | main aim        | 60900011      | 01/09/2020 | 02/07/2021       |
        | Mia     | work experience | ZWRKX001      | 01/09/2020 | 02/07/2021       |

    @SP-AIM-01 @SP-AIM-02 @SP-PLAN-01
    Scenario: The aim covers the programme and the placement a week of it
      Given this work placement:
        | learner | start date | end date   | hours | mode     |
        | Mia     | 08/03/2021 | 12/03/2021 |    35 | external |
      Then nothing is found
      And the decisions on work experience are:
        | learner | placement | aim      | hours | note       |
        | Mia     | happened  | returned | in    | not needed |

    @SP-PLAN-02
    Scenario: Work experience is planned from the start and its hours are returned at once
      Given today is 05/10/2020
      And this work placement:
        | learner | start date | end date   | hours |
        | Mia     | 08/03/2021 | 12/03/2021 |    35 |
      Then nothing is found
      And the decisions on work experience are:
        | learner | placement | aim | hours | note |
        | Mia     | planned   | -   | -     | -    |
      And the hours band is:
        | learner | planned hours | band |
        | Mia     |           560 |    5 |

    @SP-PLAN-03
    Scenario Outline: A placement that was planned for November begins on <begins>, and the aim stays as it is
      Given this work placement:
        | learner | start date | end date | hours |
        | Mia     | <begins>   | <ends>   |    35 |
      Then nothing is found

      Examples:
        | begins     | ends       |
        | 02/11/2020 | 06/11/2020 |
        | 11/01/2021 | 15/01/2021 |
        | 28/06/2021 | 02/07/2021 |

    @SP-AIM-04
    Scenario: One aim has three placements
      Given these work placements:
        | learner | start date | end date   | hours | mode      |
        | Mia     | 02/11/2020 | 06/11/2020 |    35 | external  |
        | Mia     | 11/01/2021 | 15/01/2021 |    30 | simulated |
        | Mia     | 08/03/2021 | -          |    35 | external  |
      Then nothing is found

  Rule: One ZWRKX001 aim a year is enough

    @SP-AIM-03 @SP-AIM-05 @SP-NONE-03
    Scenario: An aim that is closed and opened again for every placement is advised against, not refused
      Given these study programme aims:
        | learner | aim    | aim reference | start date | planned end date | actual end date |
        | Noah    | first  | ZWRKX001      | 02/11/2020 | 06/11/2020       | 06/11/2020      |
        | Noah    | second | ZWRKX001      | 11/01/2021 | 15/01/2021       | 15/01/2021      |
        | Noah    | third  | ZWRKX001      | 08/03/2021 | 12/03/2021       | -               |
      And these work placements:
        | learner | aim    | start date | end date   |
        | Noah    | first  | 02/11/2020 | 06/11/2020 |
        | Noah    | second | 11/01/2021 | 15/01/2021 |
        | Noah    | third  | 08/03/2021 | 12/03/2021 |
      Then the findings are:
        | learner | aim    | code                | severity | field       | found          | expected                | clause    |
        | Noah    | second | ZWRKX_MULTIPLE_AIMS | warning  | LearnAimRef | ZWRKX001 again | one ZWRKX001 in 2020/21 | SP-AIM-03 |
        | Noah    | third  | ZWRKX_MULTIPLE_AIMS | warning  | LearnAimRef | ZWRKX001 again | one ZWRKX001 in 2020/21 | SP-AIM-03 |
      And nothing else is found
      And no errors are found

    @SP-AIM-03
    Scenario: An aim that ended before the year and one of an adult are no second aim of the year
      Given these study programme aims:
        | learner | aim       | aim reference | start date | planned end date | actual end date | funding model |
        | Olga    | last year | ZWRKX001      | 02/09/2019 | 31/07/2020       | 31/07/2020      |            25 |
        | Olga    | this year | ZWRKX001      | 01/08/2020 | 30/07/2021       | -               |            25 |
        | Piet    | adult     | ZWRKX001      | 01/09/2020 | 30/07/2021       | -               |            99 |
        | Piet    | study     | ZWRKX001      | 01/09/2020 | 30/07/2021       | -               |            25 |
      And these work placements:
        | learner | aim       | start date | end date   |
        | Olga    | last year | 02/03/2020 | 06/03/2020 |
        | Olga    | this year | 01/03/2021 | 05/03/2021 |
        | Piet    | adult     | 01/03/2021 | 05/03/2021 |
        | Piet    | study     | 12/04/2021 | 16/04/2021 |
      Then nothing is found

    @SP-AIM-03
    Scenario: An aim taken up again after a break in learning is no second aim
      Given these study programme aims:
        | learner | aim    | aim reference | start date | planned end date | actual end date | status            | RES |
        | Quinn   | before | ZWRKX001      | 01/09/2020 | 30/07/2021       | 11/12/2020      | break in learning |   - |
        | Quinn   | after  | ZWRKX001      | 12/04/2021 | 30/07/2021       | -               | continuing        |   1 |
      And these work placements:
        | learner | aim    | start date | end date   |
        | Quinn   | before | 02/11/2020 | 06/11/2020 |
        | Quinn   | after  | 03/05/2021 | 07/05/2021 |
      Then nothing is found

  Rule: A placement that happened is returned

    @SP-PLAN-01
    Scenario: The provider knows that the learner has gone out and no aim says so
      Given this study programme aim:
        | learner | aim reference | start date | planned end date |
        | Rosa    | 60900011      | 01/09/2020 | 02/07/2021       |
      And the provider's record of work placements is:
        | learner | hours counted | went out |
        | Rosa    |            40 | yes      |
      Then the findings are:
        | learner | aim | code              | severity | field       | found                                 | clause     |
        | Rosa    | -   | ZWRKX_AIM_MISSING | warning  | LearnAimRef | no ZWRKX001, the learner has gone out | SP-PLAN-01 |
      And nothing else is found

    @SP-PLAN-02
    Scenario: The provider counts more hours of work experience than PlanEEPHours holds
      Given this study programme aim:
        | learner | aim reference | start date | planned end date |
        | Sana    | ZWRKX001      | 01/09/2020 | 02/07/2021       |
        | Tom     | ZWRKX001      | 01/09/2020 | 02/07/2021       |
      And these work placements:
        | learner | start date | end date   |
        | Sana    | 08/03/2021 | 12/03/2021 |
        | Tom     | 08/03/2021 | 12/03/2021 |
      And the provider's record of work placements is:
        | learner | hours counted |
        | Sana    |            61 |
        | Tom     |            60 |
      Then the findings are:
        | learner | aim | code                   | severity | field        | found | clause     |
        | Sana    | -   | ZWRKX_HOURS_ABOVE_PLAN | warning  | PlanEEPHours |    60 | SP-PLAN-02 |
      And nothing else is found
