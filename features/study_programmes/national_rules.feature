@study-programmes
Feature: National rules on work placements and planned hours
  What every file is validated by: on which aims placements stand, how their dates fit those of the aim, and that the
  planned hours of 16 to 19 year olds are there. These are errors and go by their national names.

  Background:
    Given the funding year is 2020/21

  Rule: Placements stand on work placement aims, each of which has one at least

    @SP-NAT-01
    Scenario Outline: <aim> has a placement
      Given these study programme aims:
        | learner | aim     | aim reference | start date | planned end date |
        | Cara    | with    | <aim>         | 01/09/2020 | 02/07/2021       |
        | Dino    | without | <aim>         | 01/09/2020 | 02/07/2021       |
      And this work placement:
        | learner | start date | end date   |
        | Cara    | 08/03/2021 | 12/03/2021 |
      Then the findings are:
        | learner | aim     | code                  | severity | clause    |
        | Dino    | without | WorkPlaceStartDate_01 | error    | SP-NAT-01 |
      And WorkPlaceStartDate_03 is not found

      Examples:
        | aim      |
        | Z0002347 |
        | Z0007834 |
        | Z0007835 |
        | Z0007836 |
        | Z0007837 |
        | Z0007838 |
        | ZWRKX001 |
        | ZWRKX002 |
        | ZWRKX003 |

    @SP-NAT-03
    Scenario: Any other aim has none
      Given this study programme aim:
        | learner | aim      | aim reference | start date | planned end date |
        | Cara    | main aim | 60900011      | 01/09/2020 | 02/07/2021       |
      And these work placements:
        | learner | aim      | start date | end date   |
        | Cara    | main aim | 08/03/2021 | 12/03/2021 |
        | Cara    | main aim | 15/03/2021 | 19/03/2021 |
      Then the findings are:
        | learner | aim      | code                  | severity | field              | found                         | expected          | clause    |
        | Cara    | main aim | WorkPlaceStartDate_03 | error    | WorkPlaceStartDate | 2 work placements on 60900011 | no work placement | SP-NAT-03 |
      And nothing else is found

    @SP-NAT-03
    Scenario: The work experience aims of adults have none
      Given these aims:
        | learner | aim       | aim reference | start date | planned end date |
        | Eira    | placement | Z0009123      | 01/02/2021 | 30/04/2021       |
      And this work placement:
        | learner | aim       | start date | end date   |
        | Eira    | placement | 08/03/2021 | 12/03/2021 |
      Then WorkPlaceStartDate_03 is found

    @SP-NAT-04
    Scenario Outline: <aim> of funding model <model>
      Given this study programme aim:
        | learner | aim       | aim reference | start date | planned end date | funding model |
        | Cara    | placement | <aim>         | 01/09/2020 | 02/07/2021       | <model>       |
      And this work placement:
        | learner | start date | end date   |
        | Cara    | 08/03/2021 | 12/03/2021 |
      Then the findings are:
        | learner | aim       | code                  | severity | field     | found   | expected | clause    |
        | Cara    | placement | WorkPlaceStartDate_04 | error    | FundModel | <model> |       25 | SP-NAT-04 |
      And nothing else is found

      Examples:
        | aim      | model |
        | ZWRKX002 |    99 |
        | ZWRKX003 |    82 |

    @SP-NAT-04
    Scenario Outline: <aim> may have funding model <model>
      Given this study programme aim:
        | learner | aim       | aim reference | start date | planned end date | funding model |
        | Cara    | placement | <aim>         | 01/09/2020 | 02/07/2021       | <model>       |
      And this work placement:
        | learner | start date | end date   |
        | Cara    | 08/03/2021 | 12/03/2021 |
      Then nothing is found

      Examples:
        | aim      | model |
        | ZWRKX001 |    99 |
        | ZWRKX002 |    25 |
        | ZWRKX003 |    25 |

  Rule: The dates of a placement fit each other and the aim

    @SP-NAT-02 @SP-NAT-05 @SP-NAT-06
    Scenario Outline: A placement from <starts> to <ends> on an aim that ended on 26/02/2021
      Given this study programme aim:
        | learner | aim             | aim reference | start date | planned end date | actual end date |
        | Finn    | work experience | ZWRKX001      | 01/09/2020 | 02/07/2021       | 26/02/2021      |
      And this work placement:
        | learner | start date | end date |
        | Finn    | <starts>   | <ends>   |
      Then nothing is found

      Examples:
        | starts     | ends       |
        | 01/09/2020 | 01/09/2020 |
        | 01/09/2020 | -          |
        | 22/02/2021 | 26/02/2021 |

    @SP-NAT-02 @SP-NAT-05 @SP-NAT-06
    Scenario Outline: <code>: a placement from <starts> to <ends>
      Given this study programme aim:
        | learner | aim             | aim reference | start date | planned end date | actual end date |
        | Finn    | work experience | ZWRKX001      | 01/09/2020 | 02/07/2021       | 26/02/2021      |
      And this work placement:
        | learner | start date | end date |
        | Finn    | <starts>   | <ends>   |
      Then the findings are:
        | learner | aim             | code   | severity | field   | found   | expected   | clause   |
        | Finn    | work experience | <code> | error    | <field> | <found> | <expected> | <clause> |
      And nothing else is found

      Examples:
        | code                  | starts     | ends       | field              | found      | expected              | clause    |
        | WorkPlaceStartDate_02 | 31/08/2020 | 04/09/2020 | WorkPlaceStartDate | 31/08/2020 | 01/09/2020 or later   | SP-NAT-02 |
        | WorkPlaceEndDate_01   | 09/11/2020 | 08/11/2020 | WorkPlaceEndDate   | 08/11/2020 | 09/11/2020 or later   | SP-NAT-05 |
        | WorkPlaceEndDate_02   | 22/02/2021 | 27/02/2021 | WorkPlaceEndDate   | 27/02/2021 | 26/02/2021 or earlier | SP-NAT-06 |

    @SP-NAT-02
    Scenario: WorkPlaceStartDate_02 is found on the aim that the placement stands on
      Given this study programme aim:
        | learner | aim             | aim reference | start date | planned end date |
        | Finn    | work experience | ZWRKX001      | 01/09/2020 | 02/07/2021       |
      And this work placement:
        | learner | start date | end date   |
        | Finn    | 01/08/2020 | 07/08/2020 |
      Then WorkPlaceStartDate_02 is found
      And nothing else is found

    @SP-NAT-05
    Scenario: WorkPlaceEndDate_01 is found whatever the dates of the aim
      Given this study programme aim:
        | learner | aim             | aim reference | start date | planned end date |
        | Finn    | work experience | ZWRKX001      | 01/09/2020 | 02/07/2021       |
      And this work placement:
        | learner | start date | end date   |
        | Finn    | 12/03/2021 | 08/03/2021 |
      Then WorkPlaceEndDate_01 is found
      And nothing else is found

    @SP-NAT-06
    Scenario: WorkPlaceEndDate_02 is not found while the aim goes on, whatever its planned end
      Given this study programme aim:
        | learner | aim             | aim reference | start date | planned end date |
        | Finn    | work experience | ZWRKX001      | 01/09/2020 | 26/02/2021       |
      And this work placement:
        | learner | start date | end date   |
        | Finn    | 22/02/2021 | 05/03/2021 |
      Then WorkPlaceEndDate_02 is not found
      And nothing is found

    @SP-NAT-08
    Scenario: Two placements on one day, on one aim or on two
      Given these study programme aims:
        | learner | aim             | aim reference | start date | planned end date |
        | Gus     | work experience | ZWRKX001      | 01/09/2020 | 02/07/2021       |
        | Hana    | work experience | ZWRKX001      | 01/09/2020 | 02/07/2021       |
        | Hana    | industry        | ZWRKX002      | 01/09/2020 | 02/07/2021       |
      And these work placements:
        | learner | aim             | start date | end date   | employer  |
        | Gus     | work experience | 08/03/2021 | 12/03/2021 | 999999999 |
        | Gus     | work experience | 08/03/2021 | 09/03/2021 | 154549401 |
        | Gus     | work experience | 09/03/2021 | 09/03/2021 | 154549401 |
        | Hana    | work experience | 08/03/2021 | 12/03/2021 | -         |
        | Hana    | industry        | 08/03/2021 | 12/03/2021 | -         |
      Then the findings are:
        | learner | aim             | code | severity | field              | found            | expected                      | clause    |
        | Gus     | work experience | R_96 | error    | WorkPlaceStartDate | 08/03/2021 again | one placement on a start date | SP-NAT-08 |
        | Hana    | industry        | R_96 | error    | WorkPlaceStartDate | 08/03/2021 again | one placement on a start date | SP-NAT-08 |
      And nothing else is found

  Rule: A placement has a mode, and an employer with a check digit

    @SP-NAT-07
    Scenario Outline: Mode <mode>
      Given this study programme aim:
        | learner | aim             | aim reference | start date | planned end date |
        | Ines    | work experience | ZWRKX001      | 01/09/2020 | 02/07/2021       |
      And this work placement:
        | learner | start date | end date   | mode   |
        | Ines    | 08/03/2021 | 12/03/2021 | <mode> |
      Then the findings are:
        | learner | aim             | code             | severity | field         | found  | expected | clause    |
        | Ines    | work experience | WorkPlaceMode_01 | error    | WorkPlaceMode | <mode> | 1 or 2   | SP-NAT-07 |
      And nothing else is found

      Examples:
        | mode |
        |    0 |
        |    3 |

    @SP-NAT-07
    Scenario Outline: A placement is <mode>
      Given this study programme aim:
        | learner | aim             | aim reference | start date | planned end date |
        | Ines    | work experience | ZWRKX001      | 01/09/2020 | 02/07/2021       |
      And this work placement:
        | learner | start date | end date   | mode   |
        | Ines    | 08/03/2021 | 12/03/2021 | <mode> |
      Then nothing is found

      Examples:
        | mode      |
        | internal  |
        | simulated |
        | external  |

    @SP-NAT-13
    Scenario: The employer's identifier has its check digit
      Given these study programme aims:
        | learner | aim             | aim reference | start date | planned end date |
        | Jack    | work experience | ZWRKX001      | 01/09/2020 | 02/07/2021       |
        | Kira    | work experience | ZWRKX001      | 01/09/2020 | 02/07/2021       |
        | Liam    | work experience | ZWRKX001      | 01/09/2020 | 02/07/2021       |
      And these work placements:
        | learner | start date | end date   | employer  |
        | Jack    | 08/03/2021 | 12/03/2021 | 154549401 |
        | Kira    | 08/03/2021 | 12/03/2021 | 154549402 |
        | Liam    | 08/03/2021 | 12/03/2021 | 999999999 |
      Then the findings are:
        | learner | aim             | code              | severity | field          |
        | Kira    | work experience | WorkPlaceEmpId_02 | error    | WorkPlaceEmpId |
      And nothing else is found

  Rule: Planned hours and the date of birth of 16 to 19 year olds are returned

    @SP-NAT-09 @SP-NAT-10 @SP-NAT-11 @SP-NAT-12
    Scenario: What is missing is found, and no base rate is told without it
      Given these learners:
        | learner | PlanLearnHours | PlanEEPHours | date of birth |
        | Mona    |              - |           60 | 15/01/2003    |
        | Nils    |            500 |            - | 15/01/2003    |
        | Ona     |              0 |            0 | 15/01/2003    |
        | Paul    |            500 |           60 | -             |
        | Rita    |              0 |            1 | 15/01/2003    |
      And these study programme aims:
        | learner  | aim      | aim reference | start date | planned end date |
        | baseline | main aim | 60900011      | 01/09/2020 | 02/07/2021       |
        | Mona     |          |               |            |                  |
        | Nils     |          |               |            |                  |
        | Ona      |          |               |            |                  |
        | Paul     |          |               |            |                  |
        | Rita     |          |               |            |                  |
      Then the findings are:
        | learner | aim | code              | severity | field          | found    | clause    |
        | Mona    | -   | PlanLearnHours_01 | error    | PlanLearnHours | none     | SP-NAT-09 |
        | Nils    | -   | PlanEEPHours_01   | error    | PlanEEPHours   | none     | SP-NAT-10 |
        | Ona     | -   | PlanLearnHours_03 | error    | PlanLearnHours | 0 in all | SP-NAT-11 |
        | Paul    | -   | DateOfBirth_01    | error    | DateOfBirth    | none     | SP-NAT-12 |
      And nothing else is found
      And the hours bands are:
        | learner | planned hours | band | base rate |
        | Mona    |             - |    - |         - |
        | Nils    |             - |    - |         - |
        | Ona     |             0 |    1 |      0.00 |
        | Paul    |           560 |    - |         - |
        | Rita    |             1 |    1 |      6.98 |

    @SP-NAT-10
    Scenario Outline: Funding model <model> and planned hours of employability, enrichment and pastoral support
      Given this learner:
        | learner | PlanLearnHours | PlanEEPHours |
        | Sol     |            500 | -            |
      And this study programme aim:
        | learner | aim      | aim reference | start date | planned end date | funding model |
        | Sol     | main aim | 60900011      | 01/09/2020 | 02/07/2021       | <model>       |
      Then PlanEEPHours_01 is <found>

      Examples:
        | model | found     |
        |    25 | found     |
        |    82 | found     |
        |    99 | not found |
