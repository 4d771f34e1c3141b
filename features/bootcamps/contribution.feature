@bootcamps
Feature: The employer's contribution
  Where an employer pays part of a bootcamp the funding falls by 10% or 30%. The aim then says so twice: with the
  co-funding indicator and with a text in a provider specified field. If the two do not agree nothing is paid.

  Background:
    Given the provider is 10000201
    And these bootcamps:
      | bootcamp | aim reference |    price |
      | Cyber    | Z5BC0101      | 3,000.00 |
      | Welding  | Z5BC0103      | 1,875.55 |

  Rule: A contribution lowers every milestone

    @WB5-CONTRIB-03
    Scenario: Contribution 10 takes 10% and Contribution 30 takes 30% off each milestone
      When these records are returned in R12 of 2023/24:
        | learner  | aim                 | start      | planned end | actual end | FFI | contribution |
        | baseline |                     |            |             |            |   2 |              |
        | Amina    | Cyber               | 01/05/2024 | 28/06/2024  | 28/06/2024 |     |           10 |
        | Amina    | interview for Cyber | 26/06/2024 |             |            |     |           10 |
        | Amina    | job for Cyber       | 15/07/2024 |             |            |     |           10 |
        | Bruno    | Cyber               | 01/05/2024 | 28/06/2024  | 28/06/2024 |     |           30 |
        | Bruno    | interview for Cyber | 26/06/2024 |             |            |     |           30 |
        | Bruno    | job for Cyber       | 15/07/2024 |             |            |     |           30 |
      Then the milestones are:
        | learner | bootcamp | milestone |   amount |
        | Amina   | Cyber    | M1        | 1,080.00 |
        | Amina   | Cyber    | M2        |   810.00 |
        | Amina   | Cyber    | M3        |   810.00 |
        | Bruno   | Cyber    | M1        |   840.00 |
        | Bruno   | Cyber    | M2        |   630.00 |
        | Bruno   | Cyber    | M3        |   630.00 |
      And nothing else is paid
      And every no-pay report is empty

    @WB5-READ-02
    Scenario: Each payment is a whole penny and Milestone 3 makes the three sum to the whole
      When these records are returned in R12 of 2023/24:
        | learner | aim                   | start      | planned end | actual end | FFI | contribution |
        | Chloe   | Welding               | 01/05/2024 | 28/06/2024  | 28/06/2024 |   1 |            - |
        | Chloe   | interview for Welding | 26/06/2024 |             |            |   1 |            - |
        | Chloe   | job for Welding       | 15/07/2024 |             |            |   1 |            - |
        | Dalia   | Welding               | 01/05/2024 | 28/06/2024  | 28/06/2024 |   2 |           10 |
        | Dalia   | interview for Welding | 26/06/2024 |             |            |   2 |           10 |
        | Dalia   | job for Welding       | 15/07/2024 |             |            |   2 |           10 |
        | Edwin   | Welding               | 01/05/2024 | 28/06/2024  | 28/06/2024 |   2 |           30 |
        | Edwin   | interview for Welding | 26/06/2024 |             |            |   2 |           30 |
        | Edwin   | job for Welding       | 15/07/2024 |             |            |   2 |           30 |
      # 1,875.55 in all; 1,687.995 and 1,312.885 with a contribution, which are 1,688.00 and 1,312.89
      Then the milestones are:
        | learner | bootcamp | milestone | amount |
        | Chloe   | Welding  | M1        | 750.22 |
        | Chloe   | Welding  | M2        | 562.67 |
        | Chloe   | Welding  | M3        | 562.66 |
        | Dalia   | Welding  | M1        | 675.20 |
        | Dalia   | Welding  | M2        | 506.40 |
        | Dalia   | Welding  | M3        | 506.40 |
        | Edwin   | Welding  | M1        | 525.15 |
        | Edwin   | Welding  | M2        | 393.87 |
        | Edwin   | Welding  | M3        | 393.87 |
      And nothing else is paid

  Rule: Indicator and text agree, or the bootcamp is not paid

    @WB5-CONTRIB-01 @WB5-NOPAY-09
    Scenario Outline: Indicator <FFI> with <text> is paid
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end | FFI   | field B |
        | Farah   | Cyber | 01/05/2024 | 30/07/2024  | <FFI> | <text>  |
      Then the milestones are:
        | learner | bootcamp | milestone | amount |
        | Farah   | Cyber    | M1        | <paid> |
      And nothing else is paid
      And every no-pay report is empty

      Examples:
        | FFI | text            |     paid |
        |   1 | -               | 1,200.00 |
        |   2 | Contribution 10 | 1,080.00 |
        |   2 | Contribution 30 |   840.00 |

    @WB5-CONTRIB-01 @WB5-NOPAY-09
    Scenario Outline: Indicator <FFI> with <text> is not paid until the two agree
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end | FFI   | field B |
        | Goran   | Cyber | 01/05/2024 | 30/07/2024  | <FFI> | <text>  |
      And these records are returned in R11 of 2023/24:
        | learner | aim   | FFI         | field B      |
        | Goran   | Cyber | <right FFI> | <right text> |
      Then the no-pay report of R10 of 2023/24 is:
        | learner | aim   | milestone | reason         | field               | found   |
        | Goran   | Cyber | -         | NP_FFI_CONTRIB | FFI, ProvSpecDelMon | <found> |
      And the no-pay report of R11 of 2023/24 is empty
      And the milestones are:
        | learner | bootcamp | milestone | amount | return         |
        | Goran   | Cyber    | M1        | <paid> | R11 of 2023/24 |
      And nothing else is paid

      Examples:
        | FFI | text            | found                  | right FFI | right text      |     paid |
        |   1 | Contribution 10 | FFI 1, Contribution 10 |         2 | Contribution 10 | 1,080.00 |
        |   1 | Contribution 30 | FFI 1, Contribution 30 |         1 | -               | 1,200.00 |
        |   2 | -               | FFI 2, no Contribution |         2 | Contribution 30 |   840.00 |

    @WB5-CONTRIB-05
    Scenario Outline: '<text>' beside '<second>' is no valid contribution
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end | FFI | field A | field C  |
        | Hana    | Cyber | 01/05/2024 | 30/07/2024  |   2 | <text>  | <second> |
      Then nothing is paid
      And the no-pay report of R10 of 2023/24 is:
        | learner | aim   | milestone | reason         | found   |
        | Hana    | Cyber | -         | NP_FFI_CONTRIB | <found> |

      Examples:
        | text            | second          | found                                      |
        | Contribution 20 | -               | FFI 2, Contribution 20                     |
        | Contribution    | -               | FFI 2, Contribution                        |
        | Contribution 10 | Contribution 30 | FFI 2, Contribution 10 and Contribution 30 |

    @WB5-CONTRIB-04
    Scenario: Other capitals than shown count and are pointed out
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end | FFI | contribution    |
        | Igor    | Cyber | 01/05/2024 | 30/07/2024  |   2 | CONTRIBUTION 30 |
      Then the milestones are:
        | learner | bootcamp | milestone | amount |
        | Igor    | Cyber    | M1        | 840.00 |
      And the findings are:
        | learner | aim   | code             | severity | field          | found           | expected        |
        | Igor    | Cyber | CONTRIB_CAPITALS | warning  | ProvSpecDelMon | CONTRIBUTION 30 | Contribution 30 |
      And nothing else is found

    @WB5-CONTRIB-02
    Scenario: Small and medium employers give 10% and large ones 30%
      Given these employment statuses:
        | learner  | employment status | applies from | OET |
        | baseline | employed          | 01/02/2024   |     |
        | Joyce    |                   |              |   2 |
        | Kamal    |                   |              |   - |
        | Lucia    |                   |              |   2 |
        | Mirek    |                   |              |   - |
      When these records are returned in R10 of 2023/24:
        | learner  | aim   | start      | planned end | FFI | contribution |
        | baseline | Cyber | 01/05/2024 | 30/07/2024  |   2 |              |
        | Joyce    |       |            |             |     |           10 |
        | Kamal    |       |            |             |     |           30 |
        | Lucia    |       |            |             |     |           30 |
        | Mirek    |       |            |             |     |           10 |
      Then the findings are:
        | learner | aim   | code         | severity | field | found                     |
        | Lucia   | Cyber | CONTRIB_SIZE | warning  | OET   | Contribution 30, OET 2    |
        | Mirek   | Cyber | CONTRIB_SIZE | warning  | OET   | Contribution 10, no OET 2 |
      And nothing else is found
      And every no-pay report is empty

  Rule: What stands in the four provider specified fields, and on which aim

    @WB5-PSMF-04
    Scenario Outline: The contribution text may stand in field <field> of the bootcamp aim
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end | FFI | field <field>   |
        | Nadia   | Cyber | 01/05/2024 | 30/07/2024  |   2 | Contribution 30 |
      Then the milestones are:
        | learner | bootcamp | milestone | amount |
        | Nadia   | Cyber    | M1        | 840.00 |
      And nothing is found

      Examples:
        | field |
        | A     |
        | B     |
        | C     |
        | D     |

    @WB5-PSMF-05
    Scenario: The reduction is that of the bootcamp aim, and another on a milestone aim is pointed out
      When these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end | FFI | contribution |
        | Oskar   | Cyber               | 01/05/2024 | 28/06/2024  | 28/06/2024 |   2 |           10 |
        | Oskar   | interview for Cyber | 26/06/2024 |             |            |   2 |           30 |
        | Oskar   | job for Cyber       | 15/07/2024 |             |            |   2 |           10 |
      Then the milestones are:
        | learner | bootcamp | milestone |   amount |
        | Oskar   | Cyber    | M1        | 1,080.00 |
        | Oskar   | Cyber    | M2        |   810.00 |
        | Oskar   | Cyber    | M3        |   810.00 |
      And the findings are:
        | learner | aim                 | code            | severity | field          | found           | expected        |
        | Oskar   | interview for Cyber | CONTRIB_DIFFERS | warning  | ProvSpecDelMon | Contribution 30 | Contribution 10 |

    @WB5-PSMF-06
    Scenario: A destination code does not stand on the Milestone 2 and 3 aims
      When these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end | destination code |
        | Paula   | Cyber               | 01/05/2024 | 28/06/2024  | 28/06/2024 | WMCA1.3          |
        | Paula   | interview for Cyber | 26/06/2024 |             |            | WMCA1.3          |
        | Paula   | job for Cyber       | 15/07/2024 |             |            | WMCA1.3          |
      Then the findings are:
        | learner | aim                 | code                | severity | field          | found   |
        | Paula   | interview for Cyber | PSMF_NOT_APPLICABLE | warning  | ProvSpecDelMon | WMCA1.3 |
        | Paula   | job for Cyber       | PSMF_NOT_APPLICABLE | warning  | ProvSpecDelMon | WMCA1.3 |
      And every no-pay report is empty

    @WB5-PSMF-07
    Scenario: The aim reference of the bootcamp does not stand on the bootcamp itself
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end | field D  |
        | Quinn   | Cyber | 01/05/2024 | 30/07/2024  | Z5BC0101 |
      Then the findings are:
        | learner | aim   | code                | severity | field          | found    |
        | Quinn   | Cyber | PSMF_NOT_APPLICABLE | warning  | ProvSpecDelMon | Z5BC0101 |
      And nothing else is found
      And every no-pay report is empty

    @WB5-PSMF-03
    Scenario: The provider's own text in the other fields is let be
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end | FFI | contribution | field A    | field D |
        | Rosa    | Cyber | 01/05/2024 | 30/07/2024  |   2 |           30 | Cohort 4 B | tutor X |
      Then the milestones are:
        | learner | bootcamp | milestone | amount |
        | Rosa    | Cyber    | M1        | 840.00 |
      And nothing is found
      And every no-pay report is empty

    @WB5-PSMF-01
    Scenario: A bootcamp that has ended without a destination code is pointed out and paid
      Given these destinations:
        | learner | destination | code | starts     |
        | Sven    | NPE         |    1 | 28/06/2024 |
        | Tomas   | NPE         |    1 | 07/06/2024 |
      When these records are returned in R11 of 2023/24:
        | learner | aim   | start      | planned end | actual end | status    | field C |
        | Sven    | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 | completed | -       |
        | Tomas   | Cyber | 01/05/2024 | 28/06/2024  | 07/06/2024 | withdrawn | -       |
        | Uma     | Cyber | 01/05/2024 | 28/07/2024  | -          |           | -       |
      Then the findings are:
        | learner | aim   | code              | severity | field          |
        | Sven    | Cyber | DEST_CODE_MISSING | error    | ProvSpecDelMon |
        | Tomas   | Cyber | DEST_CODE_MISSING | error    | ProvSpecDelMon |
      And nothing else is found
      And the milestones are:
        | learner | milestone |   amount |
        | Sven    | M1        | 1,200.00 |
        | Tomas   | M1        | 1,200.00 |
        | Uma     | M1        | 1,200.00 |
      And nothing else is paid
