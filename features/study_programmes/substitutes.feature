@study-programmes
Feature: Substitutes for work placements in 2020/21
  In 2020/21 placements became impossible, and colleges were expected to arrange substitutes. The planned hours of such
  a learner stay. The substitute is no placement all the same: who has not gone out has no ZWRKX001 aim.

  Rule: What follows depends on the year, on what happened and on the evidence

    @SP-SUB-01 @SP-SUB-02 @SP-NONE-01 @SP-NONE-02 @SP-PLAN-01
    Scenario Outline: <year>, gone out: <went out>, substitute: <substitute>, evidence of it: <evidence>
      Given the funding year is <year>
      And this study programme aim:
        | learner | aim reference | start date | planned end date |
        | Zoe     | 60900011      | <starts>   | <ends>           |
      And the provider's record of work placements is:
        | learner | hours counted | went out   | planned | why not  | substitute   | evidence   |
        | Zoe     |            40 | <went out> | a week  | lockdown | <substitute> | <evidence> |
      Then the decisions on work experience are:
        | learner | placement   | aim   | hours   | note   |
        | Zoe     | <placement> | <aim> | <hours> | <note> |

      Examples: The placement happened
        | year    | starts     | ends       | went out | substitute     | evidence | placement | aim      | hours | note       |
        | 2019/20 | 02/09/2019 | 03/07/2020 | yes      | -              | -        | happened  | returned | in    | not needed |
        | 2020/21 | 01/09/2020 | 02/07/2021 | yes      | -              | -        | happened  | returned | in    | not needed |
        | 2020/21 | 01/09/2020 | 02/07/2021 | yes      | interview days | yes      | happened  | returned | in    | not needed |
        | 2021/22 | 01/09/2021 | 01/07/2022 | yes      | -              | -        | happened  | returned | in    | not needed |

      Examples: It did not, in a year other than 2020/21
        | year    | starts     | ends       | went out | substitute     | evidence | placement    | aim      | hours | note       |
        | 2019/20 | 02/09/2019 | 03/07/2020 | no       | interview days | yes      | not happened | left out | out   | not needed |
        | 2021/22 | 01/09/2021 | 01/07/2022 | no       | interview days | yes      | not happened | left out | out   | not needed |

      Examples: It did not, in 2020/21
        | year    | starts     | ends       | went out | substitute     | evidence | placement    | aim      | hours | note       |
        | 2020/21 | 01/09/2020 | 02/07/2021 | no       | interview days | yes      | not happened | left out | in    | needed     |
        | 2020/21 | 01/09/2020 | 02/07/2021 | no       | interview days | no       | not happened | left out | out   | not needed |
        | 2020/21 | 01/09/2020 | 02/07/2021 | no       | -              | -        | not happened | left out | out   | not needed |

  Rule: The hours stay and the aim does not

    Background:
      Given the funding year is 2020/21
      And these study programme aims:
        | learner | aim      | aim reference | start date | planned end date |
        | Ada     | main aim | 60900011      | 01/09/2020 | 02/07/2021       |

    @SP-SUB-01 @SP-SUB-05
    Scenario: With a substitute and a note the hours stay and nothing is found
      Given the provider's record of work placements is:
        | learner | hours counted | went out | planned              | why not                     | substitute                           |
        | Ada     |            40 | no       | a week at a workshop | the workshop took in no one | interview preparation with employers |
      Then nothing is found
      And the hours band is:
        | learner | planned hours | band | base rate |
        | Ada     |           560 |    5 |  4,188.00 |

    @SP-SUB-02
    Scenario: Without evidence of the substitute the hours go
      Given the provider's record of work placements is:
        | learner | hours counted | went out | planned              | why not                     | substitute                           | evidence |
        | Ada     |            40 | no       | a week at a workshop | the workshop took in no one | interview preparation with employers | no       |
      Then the findings are:
        | learner | aim | code                | severity | field        | found                             | expected | clause    |
        | Ada     | -   | ZWRKX_HOURS_COUNTED | warning  | PlanEEPHours | 60, of them 40 of work experience |       20 | SP-SUB-02 |
      And nothing else is found

    @SP-SUB-03
    Scenario: A substitute is no reason to return the aim
      Given this study programme aim:
        | learner | aim             | aim reference | start date | planned end date |
        | Ada     | work experience | ZWRKX001      | 01/09/2020 | 02/07/2021       |
      And the provider's record of work placements is:
        | learner | hours counted | went out | planned              | why not                     | substitute                           |
        | Ada     |            40 | no       | a week at a workshop | the workshop took in no one | interview preparation with employers |
      Then the findings are:
        | learner | aim             | code                  | severity | found                                  |
        | Ada     | work experience | WorkPlaceStartDate_01 | error    | no work placement                      |
        | Ada     | work experience | ZWRKX_NO_PLACEMENT    | warning  | ZWRKX001, the learner has not gone out |
      And nothing else is found

    @SP-SUB-03
    Scenario: A substitute recorded as a placement is advised against
      Given this study programme aim:
        | learner | aim             | aim reference | start date | planned end date |
        | Ada     | work experience | ZWRKX001      | 01/09/2020 | 02/07/2021       |
      And this work placement:
        | learner | start date | end date   | hours |
        | Ada     | 08/03/2021 | 12/03/2021 |    40 |
      And the provider's record of work placements is:
        | learner | hours counted | went out | planned              | why not                     | substitute            |
        | Ada     |            40 | no       | a week at a workshop | the workshop took in no one | interview preparation |
      Then the findings are:
        | learner | aim             | code                          | severity | field       | found                                            | expected    | clause    |
        | Ada     | work experience | ZWRKX_SUBSTITUTE_AS_PLACEMENT | warning  | LearnAimRef | ZWRKX001 for a substitute: interview preparation | no ZWRKX001 | SP-SUB-03 |
      And nothing else is found

  Rule: A note of what was planned and why it did not happen is kept

    @SP-SUB-05
    Scenario Outline: A substitute with this noted as planned: <planned>, and as why not: <why not>
      Given the funding year is 2020/21
      And this study programme aim:
        | learner | aim reference | start date | planned end date |
        | Ben     | 60900011      | 01/09/2020 | 02/07/2021       |
      And the provider's record of work placements is:
        | learner | hours counted | went out | planned   | why not   | substitute     |
        | Ben     |            40 | no       | <planned> | <why not> | interview days |
      Then the findings are:
        | learner | aim | code               | severity | found           | expected                                   | clause    |
        | Ben     | -   | ZWRKX_NOTE_MISSING | warning  | nothing on <on> | what was planned and why it did not happen | SP-SUB-05 |
      And nothing else is found

      Examples:
        | planned              | why not  | on                                         |
        | -                    | lockdown | what was planned                           |
        | a week at a workshop | -        | why it did not happen                      |
        | -                    | -        | what was planned and why it did not happen |

    @SP-SUB-05 @SP-SUB-04
    Scenario: Who has gone out needs no note
      Given the funding year is 2020/21
      And this study programme aim:
        | learner | aim             | aim reference | start date | planned end date |
        | Ben     | work experience | ZWRKX001      | 01/09/2020 | 02/07/2021       |
      And this work placement:
        | learner | start date | end date   | mode     |
        | Ben     | 08/03/2021 | 12/03/2021 | external |
      And the provider's record of work placements is:
        | learner | hours counted |
        | Ben     |            40 |
      Then ZWRKX_NOTE_MISSING is not found
      And nothing is found
