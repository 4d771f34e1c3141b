@bootcamps
Feature: Milestone 3, a job offer or equivalent
  The outcome pays 30% of the price. It is claimed with the aim Z0010212 for a learner whose Milestone 2 was returned,
  when the job was offered within six months of the end of the bootcamp.

  Background:
    Given the provider is 10000201
    And these bootcamps:
      | bootcamp | aim reference |    price |
      | Cyber    | Z5BC0101      | 3,000.00 |
      | Coding   | Z5BC0102      | 2,400.00 |

  Rule: A job offer after a completed bootcamp and an interview pays 30%

    @WB5-M3-04 @WB5-M3-01
    Scenario: A job offer pays 30% of the price, earned on the start of Z0010212, the day of the offer
      When these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end |
        | Amina   | Cyber               | 01/05/2024 | 28/06/2024  | 28/06/2024 |
        | Amina   | interview for Cyber | 26/06/2024 |             |            |
        | Amina   | job for Cyber       | 15/07/2024 |             |            |
      Then the milestones are:
        | learner | bootcamp | milestone |   amount | return         | period | earned on  |
        | Amina   | Cyber    | M1        | 1,200.00 | R12 of 2023/24 |     10 | 15/05/2024 |
        | Amina   | Cyber    | M2        |   900.00 | R12 of 2023/24 |     11 | 28/06/2024 |
        | Amina   | Cyber    | M3        |   900.00 | R12 of 2023/24 |     12 | 15/07/2024 |
      And nothing else is paid
      And every no-pay report is empty

    @WB5-M3-05
    Scenario: Without Z0010212 there is no Milestone 3
      Given these destinations:
        | learner | destination | code | starts     |
        | Bruno   | EMP         |    1 | 15/07/2024 |
      When these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end | destination code |
        | Bruno   | Cyber               | 01/05/2024 | 28/06/2024  | 28/06/2024 | WMCA1.3          |
        | Bruno   | interview for Cyber | 26/06/2024 |             |            |                  |
      Then the milestones are:
        | learner | bootcamp | milestone |   amount |
        | Bruno   | Cyber    | M1        | 1,200.00 |
        | Bruno   | Cyber    | M2        |   900.00 |
      And nothing else is paid
      And every no-pay report is empty

    @WB5-M3-06
    Scenario: Without an earlier interview there is no Milestone 3 until Z0010211 is returned
      When these records are returned in R11 of 2023/24:
        | learner | aim           | start      | planned end | actual end |
        | Chloe   | Cyber         | 01/05/2024 | 28/06/2024  | 28/06/2024 |
        | Chloe   | job for Cyber | 01/07/2024 |             |            |
      And these records are returned in R12 of 2023/24:
        | learner | aim                 | start      |
        | Chloe   | interview for Cyber | 26/06/2024 |
      Then the no-pay report of R11 of 2023/24 is:
        | learner | aim           | milestone | reason      | field       | found |
        | Chloe   | job for Cyber | M3        | NP_M3_NO_M2 | LearnAimRef | none  |
      And the no-pay report of R12 of 2023/24 is empty
      And the milestones are:
        | learner | bootcamp | milestone |   amount | return         | period |
        | Chloe   | Cyber    | M1        | 1,200.00 | R11 of 2023/24 |     10 |
        | Chloe   | Cyber    | M2        |   900.00 | R12 of 2023/24 |     11 |
        | Chloe   | Cyber    | M3        |   900.00 | R12 of 2023/24 |     12 |
      And nothing else is paid

    @WB5-M3-06
    Scenario: An interview offered after the job was offered does not come before it
      When these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end |
        | Dalia   | Cyber               | 01/05/2024 | 28/06/2024  | 28/06/2024 |
        | Dalia   | interview for Cyber | 16/07/2024 |             |            |
        | Dalia   | job for Cyber       | 15/07/2024 |             |            |
        | Edwin   | Cyber               | 01/05/2024 | 28/06/2024  | 28/06/2024 |
        | Edwin   | interview for Cyber | 15/07/2024 |             |            |
        | Edwin   | job for Cyber       | 15/07/2024 |             |            |
      Then the no-pay report of R12 of 2023/24 is:
        | learner | aim           | milestone | reason      |
        | Dalia   | job for Cyber | M3        | NP_M3_NO_M2 |
      And the milestones are:
        | learner | bootcamp | milestone |   amount |
        | Dalia   | Cyber    | M1        | 1,200.00 |
        | Dalia   | Cyber    | M2        |   900.00 |
        | Edwin   | Cyber    | M1        | 1,200.00 |
        | Edwin   | Cyber    | M2        |   900.00 |
        | Edwin   | Cyber    | M3        |   900.00 |
      And nothing else is paid

    @WB5-READ-09
    Scenario: A Milestone 2 with too few days done does not carry a Milestone 3
      When these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end |
        | Farah   | Cyber               | 01/05/2024 | 30/07/2024  | 11/07/2024 |
        | Farah   | interview for Cyber | 10/07/2024 |             |            |
        | Farah   | job for Cyber       | 22/07/2024 |             |            |
      Then the no-pay report of R12 of 2023/24 is:
        | learner | aim                 | milestone | reason      |
        | Farah   | interview for Cyber | M2        | NP_M2_LT80  |
        | Farah   | job for Cyber       | M3        | NP_M3_NO_M2 |
      And the milestones are:
        | learner | bootcamp | milestone |   amount |
        | Farah   | Cyber    | M1        | 1,200.00 |
      And nothing else is paid

    @WB5-READ-09
    Scenario: A Milestone 2 in order carries a Milestone 3 even if the limit kept it from being paid
      Given these records are returned in R11 of 2023/24:
        | learner | aim                 | start      | planned end | actual end |
        | Goran   | Cyber               | 01/05/2024 | 30/06/2024  | 30/06/2024 |
        | Goran   | interview for Cyber | 28/06/2024 |             |            |
      When these records are returned in R03 of 2024/25:
        | learner | aim                  | start      | planned end | actual end |
        | Goran   | Coding               | 01/08/2024 | 30/09/2024  | 30/09/2024 |
        | Goran   | interview for Coding | 30/09/2024 |             |            |
        | Goran   | job for Coding       | 14/10/2024 |             |            |
      Then the milestones are:
        | learner | bootcamp | milestone |   amount | return         |
        | Goran   | Cyber    | M1        | 1,200.00 | R11 of 2023/24 |
        | Goran   | Cyber    | M2        |   900.00 | R11 of 2023/24 |
        | Goran   | Coding   | M3        |   720.00 | R03 of 2024/25 |
      And nothing else is paid
      And the no-pay report of R03 of 2024/25 is:
        | learner | aim                  | milestone | reason             |
        | Goran   | Coding               | M1        | NP_M1_ALREADY_PAID |
        | Goran   | interview for Coding | M2        | NP_M2_ALREADY_PAID |

    @WB5-M3-09
    Scenario: A bootcamp that is not completed earns no Milestone 3 until it is
      When these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end | status    | outcome  |
        | Hana    | Cyber               | 01/05/2024 | 28/06/2024  | 27/06/2024 | withdrawn | achieved |
        | Hana    | interview for Cyber | 26/06/2024 |             |            |           |          |
        | Hana    | job for Cyber       | 15/07/2024 |             |            |           |          |
      And these records are returned in R13 of 2023/24:
        | learner | aim   | status    |
        | Hana    | Cyber | completed |
      Then the no-pay report of R12 of 2023/24 is:
        | learner | aim                 | milestone | reason              | found       |
        | Hana    | interview for Cyber | M2        | NP_M2_NOT_COMPLETED | Z5BC0101: 3 |
        | Hana    | job for Cyber       | M3        | NP_M3_NOT_COMPLETED | Z5BC0101: 3 |
        | Hana    | job for Cyber       | M3        | NP_M3_NO_M2         | none        |
      And the no-pay report of R13 of 2023/24 is empty
      And the milestones are:
        | learner | bootcamp | milestone |   amount | return         |
        | Hana    | Cyber    | M1        | 1,200.00 | R12 of 2023/24 |
        | Hana    | Cyber    | M2        |   900.00 | R13 of 2023/24 |
        | Hana    | Cyber    | M3        |   900.00 | R13 of 2023/24 |
      And nothing else is paid

    @WB5-M3-10
    Scenario: A bootcamp that is not achieved earns no Milestone 3 until it is
      When these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end | outcome       |
        | Igor    | Cyber               | 01/05/2024 | 28/06/2024  | 28/06/2024 | not yet known |
        | Igor    | interview for Cyber | 26/06/2024 |             |            |               |
        | Igor    | job for Cyber       | 15/07/2024 |             |            |               |
      And these records are returned in R13 of 2023/24:
        | learner | aim   | outcome  |
        | Igor    | Cyber | achieved |
      Then the no-pay report of R12 of 2023/24 is:
        | learner | aim                 | milestone | reason             | found       |
        | Igor    | interview for Cyber | M2        | NP_M2_NOT_ACHIEVED | Z5BC0101: 8 |
        | Igor    | job for Cyber       | M3        | NP_M3_NOT_ACHIEVED | Z5BC0101: 8 |
        | Igor    | job for Cyber       | M3        | NP_M3_NO_M2        | none        |
      And the no-pay report of R13 of 2023/24 is empty
      And the milestones are:
        | learner | bootcamp | milestone |   amount | return         |
        | Igor    | Cyber    | M1        | 1,200.00 | R12 of 2023/24 |
        | Igor    | Cyber    | M2        |   900.00 | R13 of 2023/24 |
        | Igor    | Cyber    | M3        |   900.00 | R13 of 2023/24 |
      And nothing else is paid

  Rule: The job is offered within six months of the end of the bootcamp

    @WB5-M3-11
    Scenario Outline: A bootcamp that ended on <ended> has its last paid job offer on <last day>
      When these records are returned in R08 of 2024/25:
        | learner | aim                 | start      | planned end | actual end |
        | Joyce   | Cyber               | 17/06/2024 | <ended>     | <ended>    |
        | Joyce   | interview for Cyber | <ended>    |             |            |
        | Joyce   | job for Cyber       | <last day> |             |            |
        | Kamal   | Cyber               | 17/06/2024 | <ended>     | <ended>    |
        | Kamal   | interview for Cyber | <ended>    |             |            |
        | Kamal   | job for Cyber       | <next day> |             |            |
      Then the milestones are:
        | learner | bootcamp | milestone |   amount | earned on  |
        | Joyce   | Cyber    | M1        | 1,200.00 | 01/07/2024 |
        | Joyce   | Cyber    | M2        |   900.00 | <ended>    |
        | Joyce   | Cyber    | M3        |   900.00 | <last day> |
        | Kamal   | Cyber    | M1        | 1,200.00 | 01/07/2024 |
        | Kamal   | Cyber    | M2        |   900.00 | <ended>    |
      And nothing else is paid
      And the no-pay report of R08 of 2024/25 is:
        | learner | aim           | milestone | reason     | found      | expected              |
        | Kamal   | job for Cyber | M3        | NP_M3_LATE | <next day> | <last day> or earlier |

      Examples:
        | ended      | last day   | next day   |
        | 02/08/2024 | 02/02/2025 | 03/02/2025 |
        | 28/08/2024 | 28/02/2025 | 01/03/2025 |
        | 29/08/2024 | 28/02/2025 | 01/03/2025 |
        | 30/08/2024 | 28/02/2025 | 01/03/2025 |
        | 31/08/2024 | 28/02/2025 | 01/03/2025 |
        | 01/09/2024 | 01/03/2025 | 02/03/2025 |
        | 30/09/2024 | 30/03/2025 | 31/03/2025 |

    @WB5-M3-11
    Scenario Outline: After a bootcamp of last year that ended on <ended> the job offer counts to <last day>
      Given these records are returned in R14 of 2023/24:
        | learner | aim                 | start      | planned end | actual end |
        | Lucia   | Cyber               | 01/05/2024 | <ended>     | <ended>    |
        | Lucia   | interview for Cyber | <ended>    |             |            |
        | Mirek   | Cyber               | 01/05/2024 | <ended>     | <ended>    |
        | Mirek   | interview for Cyber | <ended>    |             |            |
      When these records are returned in R07 of 2024/25:
        | learner | aim           | start      |
        | Lucia   | job for Cyber | <last day> |
        | Mirek   | job for Cyber | <next day> |
      Then the milestones are:
        | learner | bootcamp | milestone |   amount | return         |
        | Lucia   | Cyber    | M1        | 1,200.00 | R14 of 2023/24 |
        | Lucia   | Cyber    | M2        |   900.00 | R14 of 2023/24 |
        | Lucia   | Cyber    | M3        |   900.00 | R07 of 2024/25 |
        | Mirek   | Cyber    | M1        | 1,200.00 | R14 of 2023/24 |
        | Mirek   | Cyber    | M2        |   900.00 | R14 of 2023/24 |
      And nothing else is paid
      And the no-pay report of R07 of 2024/25 is:
        | learner | aim           | milestone | reason     | expected              |
        | Mirek   | job for Cyber | M3        | NP_M3_LATE | <last day> or earlier |

      Examples:
        | ended      | last day   | next day   |
        | 28/06/2024 | 28/12/2024 | 29/12/2024 |
        | 30/06/2024 | 30/12/2024 | 31/12/2024 |
        | 31/07/2024 | 31/01/2025 | 01/02/2025 |

    @WB5-M3-11
    Scenario: A job offer that was late by a mistake in its dates is paid once they are put right
      When these records are returned in R06 of 2024/25:
        | learner | aim                 | start      | planned end | actual end |
        | Nadia   | Cyber               | 03/06/2024 | 02/08/2024  | 02/08/2024 |
        | Nadia   | interview for Cyber | 01/08/2024 |             |            |
        | Nadia   | job for Cyber       | 03/02/2025 |             |            |
      And these records are returned in R07 of 2024/25:
        | learner | aim           | start      | planned end | actual end |
        | Nadia   | job for Cyber | 02/02/2025 | 02/02/2025  | 02/02/2025 |
      Then the no-pay report of R06 of 2024/25 is:
        | learner | aim           | milestone | reason     |
        | Nadia   | job for Cyber | M3        | NP_M3_LATE |
      And the no-pay report of R07 of 2024/25 is empty
      And the milestones are:
        | learner | bootcamp | milestone |   amount | return         | period |
        | Nadia   | Cyber    | M1        | 1,200.00 | R06 of 2024/25 |     11 |
        | Nadia   | Cyber    | M2        |   900.00 | R06 of 2024/25 |      1 |
        | Nadia   | Cyber    | M3        |   900.00 | R07 of 2024/25 |      7 |
      And nothing else is paid

    @WB5-M3-12
    Scenario: A job offer before the end of the bootcamp is paid and pointed out
      Given these destinations:
        | learner | destination | code | starts     |
        | Oskar   | EMP         |    1 | 30/07/2024 |
      When these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end | destination code |
        | Oskar   | Cyber               | 01/05/2024 | 30/07/2024  | 30/07/2024 | WMCA1.3          |
        | Oskar   | interview for Cyber | 10/07/2024 |             |            |                  |
        | Oskar   | job for Cyber       | 22/07/2024 |             |            |                  |
      Then the milestones are:
        | learner | bootcamp | milestone |   amount | earned on  |
        | Oskar   | Cyber    | M1        | 1,200.00 | 15/05/2024 |
        | Oskar   | Cyber    | M2        |   900.00 | 30/07/2024 |
        | Oskar   | Cyber    | M3        |   900.00 | 22/07/2024 |
      And the findings are:
        | learner | aim           | code                 | severity | field          | found      |
        | Oskar   | job for Cyber | JOB_OFFER_BEFORE_END | warning  | LearnStartDate | 22/07/2024 |
      And nothing else is found

  Rule: The aim Z0010212 has one date, names the bootcamp, and is completed and achieved

    @WB5-M3-02 @WB5-M3-03 @WB5-M3-07 @WB5-NOPAY-07
    Scenario: Z0010212 with a planned or an actual end on another day is not paid until its dates are one
      When these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end |
        | Paula   | Cyber               | 01/05/2024 | 28/06/2024  | 28/06/2024 |
        | Paula   | interview for Cyber | 26/06/2024 |             |            |
        | Paula   | job for Cyber       | 15/07/2024 | 16/07/2024  |            |
        | Quinn   | Cyber               | 01/05/2024 | 28/06/2024  | 28/06/2024 |
        | Quinn   | interview for Cyber | 26/06/2024 |             |            |
        | Quinn   | job for Cyber       | 15/07/2024 |             | 16/07/2024 |
      And these records are returned in R13 of 2023/24:
        | learner | aim           | planned end | actual end |
        | Paula   | job for Cyber | 15/07/2024  |            |
        | Quinn   | job for Cyber |             | 15/07/2024 |
      Then the no-pay report of R12 of 2023/24 is:
        | learner | aim           | milestone | reason      | found                              |
        | Paula   | job for Cyber | M3        | NP_M3_DATES | 15/07/2024, 16/07/2024, 15/07/2024 |
        | Quinn   | job for Cyber | M3        | NP_M3_DATES | 15/07/2024, 15/07/2024, 16/07/2024 |
      And the no-pay report of R13 of 2023/24 is empty
      And the milestones are:
        | learner | bootcamp | milestone |   amount | return         |
        | Paula   | Cyber    | M1        | 1,200.00 | R12 of 2023/24 |
        | Paula   | Cyber    | M2        |   900.00 | R12 of 2023/24 |
        | Paula   | Cyber    | M3        |   900.00 | R13 of 2023/24 |
        | Quinn   | Cyber    | M1        | 1,200.00 | R12 of 2023/24 |
        | Quinn   | Cyber    | M2        |   900.00 | R12 of 2023/24 |
        | Quinn   | Cyber    | M3        |   900.00 | R13 of 2023/24 |
      And nothing else is paid

    @WB5-M3-08 @WB5-PSMF-02
    Scenario: Z0010212 names the bootcamp in any one of its four fields
      When these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end | bootcamp reference | field B  |
        | Rosa    | Cyber               | 01/05/2024 | 28/06/2024  | 28/06/2024 |                    |          |
        | Rosa    | interview for Cyber | 26/06/2024 |             |            |                    |          |
        | Rosa    | job for Cyber       | 15/07/2024 |             |            | -                  | Z5BC0101 |
        | Sven    | Cyber               | 01/05/2024 | 28/06/2024  | 28/06/2024 |                    |          |
        | Sven    | interview for Cyber | 26/06/2024 |             |            |                    |          |
        | Sven    | job for Cyber       | 15/07/2024 |             |            | -                  |          |
      And these records are returned in R13 of 2023/24:
        | learner | aim           | field B  |
        | Sven    | job for Cyber | Z5BC0101 |
      Then the no-pay report of R12 of 2023/24 is:
        | learner | aim           | milestone | reason    | field          | found |
        | Sven    | job for Cyber | M3        | NP_M3_REF | ProvSpecDelMon | none  |
      And the no-pay report of R13 of 2023/24 is empty
      And the milestones are:
        | learner | bootcamp | milestone |   amount | return         |
        | Rosa    | Cyber    | M1        | 1,200.00 | R12 of 2023/24 |
        | Rosa    | Cyber    | M2        |   900.00 | R12 of 2023/24 |
        | Rosa    | Cyber    | M3        |   900.00 | R12 of 2023/24 |
        | Sven    | Cyber    | M1        | 1,200.00 | R12 of 2023/24 |
        | Sven    | Cyber    | M2        |   900.00 | R12 of 2023/24 |
        | Sven    | Cyber    | M3        |   900.00 | R13 of 2023/24 |
      And nothing else is paid

    @WB5-FIELD-END-02 @WB5-FIELD-END-05
    Scenario: Z0010212 itself is completed and achieved
      When these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end | status     | outcome      |
        | Tomas   | Cyber               | 01/05/2024 | 28/06/2024  | 28/06/2024 |            |              |
        | Tomas   | interview for Cyber | 26/06/2024 |             |            |            |              |
        | Tomas   | job for Cyber       | 15/07/2024 |             |            | continuing | achieved     |
        | Uma     | Cyber               | 01/05/2024 | 28/06/2024  | 28/06/2024 |            |              |
        | Uma     | interview for Cyber | 26/06/2024 |             |            |            |              |
        | Uma     | job for Cyber       | 15/07/2024 |             |            | completed  | not achieved |
      Then the no-pay report of R12 of 2023/24 is:
        | learner | aim           | milestone | reason              | found       |
        | Tomas   | job for Cyber | M3        | NP_M3_NOT_COMPLETED | Z0010212: 1 |
        | Uma     | job for Cyber | M3        | NP_M3_NOT_ACHIEVED  | Z0010212: 3 |
      And the milestones are:
        | learner | bootcamp | milestone |   amount |
        | Tomas   | Cyber    | M1        | 1,200.00 |
        | Tomas   | Cyber    | M2        |   900.00 |
        | Uma     | Cyber    | M1        | 1,200.00 |
        | Uma     | Cyber    | M2        |   900.00 |
      And nothing else is paid

  Rule: One Milestone 3 is paid for a learner in the wave

    @WB5-M3-04
    Scenario: A second bootcamp of the learner pays no second Milestone 3
      Given these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end |
        | Viktor  | Cyber               | 01/05/2024 | 28/06/2024  | 28/06/2024 |
        | Viktor  | interview for Cyber | 26/06/2024 |             |            |
        | Viktor  | job for Cyber       | 15/07/2024 |             |            |
      When these records are returned in R03 of 2024/25:
        | learner | aim                  | start      | planned end | actual end |
        | Viktor  | Coding               | 01/08/2024 | 30/09/2024  | 30/09/2024 |
        | Viktor  | interview for Coding | 30/09/2024 |             |            |
        | Viktor  | job for Coding       | 14/10/2024 |             |            |
      Then the milestones are:
        | learner | bootcamp | milestone |   amount | return         |
        | Viktor  | Cyber    | M1        | 1,200.00 | R12 of 2023/24 |
        | Viktor  | Cyber    | M2        |   900.00 | R12 of 2023/24 |
        | Viktor  | Cyber    | M3        |   900.00 | R12 of 2023/24 |
      And nothing else is paid
      And the no-pay report of R03 of 2024/25 is:
        | learner | aim                  | milestone | reason             |
        | Viktor  | Coding               | M1        | NP_M1_ALREADY_PAID |
        | Viktor  | interview for Coding | M2        | NP_M2_ALREADY_PAID |
        | Viktor  | job for Coding       | M3        | NP_M3_ALREADY_PAID |
