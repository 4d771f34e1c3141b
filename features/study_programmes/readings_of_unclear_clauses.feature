@study-programmes
Feature: Readings of advice that is unclear
  Where the advice leaves something open, one reading is taken and another can be chosen by its name. Each pair of
  scenarios shows what the choice changes.

  Background:
    Given the funding year is 2020/21

  Rule: Which aims count towards one a year

    Background:
      Given these study programme aims:
        | learner | aim       | aim reference | start date | planned end date |
        | Bea     | last year | ZWRKX001      | 31/07/2020 | 30/07/2021       |
        | Bea     | this year | ZWRKX001      | 01/08/2020 | 30/07/2021       |
      And these work placements:
        | learner | aim       | start date | end date   |
        | Bea     | last year | 02/11/2020 | 06/11/2020 |
        | Bea     | this year | 01/03/2021 | 05/03/2021 |

    @SP-AIM-03
    Scenario: All aims with a day in the year
      Given the guidance is read with zwrkx_one_a_year as open_in_year
      Then the findings are:
        | learner | aim       | code                | severity |
        | Bea     | this year | ZWRKX_MULTIPLE_AIMS | warning  |
      And nothing else is found

    @SP-AIM-03
    Scenario: Unless read otherwise, an aim begun the day before the year counts too
      Then the findings are:
        | learner | aim       | code                | severity |
        | Bea     | this year | ZWRKX_MULTIPLE_AIMS | warning  |

    @SP-AIM-03
    Scenario: The aims that begin in the year
      Given the guidance is read with zwrkx_one_a_year as begun_in_year
      Then nothing is found

  Rule: When it is taken that no placement happened

    Background:
      Given today is 15/03/2021
      And these study programme aims:
        | learner | aim             | aim reference | start date | planned end date | actual end date |
        | Cleo    | work experience | ZWRKX001      | 01/09/2020 | 02/07/2021       | -               |
        | Dora    | work experience | ZWRKX001      | 01/09/2020 | 02/07/2021       | -               |
        | Egon    | work experience | ZWRKX001      | 01/09/2020 | 02/07/2021       | 12/03/2021      |
      And these work placements:
        | learner | start date | end date |
        | Cleo    | 15/03/2021 | -        |
        | Dora    | 16/03/2021 | -        |
        | Egon    | 16/03/2021 | -        |

    @SP-NONE-01
    Scenario: When the aim has ended or the year is over
      Given the guidance is read with zwrkx_no_placement_known as when_over
      Then the findings are:
        | learner | aim             | code               | severity | found                                |
        | Egon    | work experience | ZWRKX_NO_PLACEMENT | warning  | ZWRKX001, none that counts has begun |
      And nothing else is found

    @SP-NONE-01
    Scenario: When none has begun on the day the file is prepared
      Given the guidance is read with zwrkx_no_placement_known as on_file_date
      Then the findings are:
        | learner | aim             | code               | severity |
        | Dora    | work experience | ZWRKX_NO_PLACEMENT | warning  |
        | Egon    | work experience | ZWRKX_NO_PLACEMENT | warning  |
      And nothing else is found

  Rule: Whether a placement within the provider counts as gone out

    Background:
      Given these study programme aims:
        | learner | aim             | aim reference | start date | planned end date |
        | Fay     | work experience | ZWRKX001      | 01/09/2020 | 02/07/2021       |
        | Gil     | work experience | ZWRKX001      | 01/09/2020 | 02/07/2021       |
      And these work placements:
        | learner | start date | end date   | mode     |
        | Fay     | 08/03/2021 | 12/03/2021 | internal |
        | Gil     | 08/03/2021 | 12/03/2021 | internal |
        | Gil     | 15/03/2021 | 19/03/2021 | external |

    @SP-SUB-04
    Scenario: Internal and simulated placements count
      Given the guidance is read with zwrkx_internal_placement as counts
      Then nothing is found

    @SP-SUB-04
    Scenario: Only external placements count
      Given the guidance is read with zwrkx_internal_placement as external_only
      Then the findings are:
        | learner | aim             | code               | severity |
        | Fay     | work experience | ZWRKX_NO_PLACEMENT | warning  |
      And nothing else is found

  Rule: Whether hours stay in 2020/21 without a substitute

    Background:
      Given this study programme aim:
        | learner | aim      | aim reference | start date | planned end date |
        | Hal     | main aim | 60900011      | 01/09/2020 | 02/07/2021       |
      And the provider's record of work placements is:
        | learner | hours counted | went out | planned              |
        | Hal     |            40 | no       | a week at a workshop |

    @SP-SUB-02
    Scenario: They go
      Given the guidance is read with zwrkx_hours_without_substitute as out
      Then the findings are:
        | learner | aim | code                | severity |
        | Hal     | -   | ZWRKX_HOURS_COUNTED | warning  |
      And nothing else is found

    @SP-SUB-02 @SP-SUB-05
    Scenario: They stay, with a note
      Given the guidance is read with zwrkx_hours_without_substitute as stay
      Then the findings are:
        | learner | aim | code               | severity |
        | Hal     | -   | ZWRKX_NOTE_MISSING | warning  |
      And nothing else is found
