@bootcamps
Feature: Milestone 2, completion and an interview offered
  Completion with an interview offered pays 30% of the price. It is claimed with the aim Z0010211, which names the
  bootcamp in a provider specified field and has the day of the offer in all its dates.

  Background:
    Given the provider is 10000201
    And these bootcamps:
      | bootcamp | aim reference |    price |
      | Cyber    | Z5BC0101      | 3,000.00 |
      | Coding   | Z5BC0102      | 2,400.00 |

  Rule: A completed and achieved bootcamp with an interview offered pays 30%

    @WB5-M2-04
    Scenario: Completion with an interview offered pays 30% of the price
      When these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end |
        | Amina   | Cyber               | 01/05/2024 | 30/07/2024  | 30/07/2024 |
        | Amina   | interview for Cyber | 25/07/2024 |             |            |
      Then the milestones are:
        | learner | bootcamp | milestone |   amount | return         | period |
        | Amina   | Cyber    | M1        | 1,200.00 | R12 of 2023/24 |     10 |
        | Amina   | Cyber    | M2        |   900.00 | R12 of 2023/24 |     12 |
      And nothing else is paid
      And every no-pay report is empty

    @WB5-READ-06 @WB5-M2-01
    Scenario: It is earned on the start of Z0010211, the day of the offer, but not before the bootcamp has ended
      When these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end |
        | Bruno   | Cyber               | 01/05/2024 | 30/07/2024  | 30/07/2024 |
        | Bruno   | interview for Cyber | 15/06/2024 |             |            |
        | Chloe   | Cyber               | 01/05/2024 | 30/07/2024  | 30/07/2024 |
        | Chloe   | interview for Cyber | 02/08/2024 |             |            |
      Then the milestones are:
        | learner | bootcamp | milestone |   amount | return         | period | earned on  |
        | Bruno   | Cyber    | M1        | 1,200.00 | R12 of 2023/24 |     10 | 15/05/2024 |
        | Bruno   | Cyber    | M2        |   900.00 | R12 of 2023/24 |     12 | 30/07/2024 |
        | Chloe   | Cyber    | M1        | 1,200.00 | R12 of 2023/24 |     10 | 15/05/2024 |
        | Chloe   | Cyber    | M2        |   900.00 | R12 of 2023/24 |      1 | 02/08/2024 |
      And nothing else is paid

    @WB5-M2-07
    Scenario: A bootcamp that is not completed earns no Milestone 2 until it is
      When these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end | status    | outcome  |
        | Dalia   | Cyber               | 01/05/2024 | 30/07/2024  | -          |           |          |
        | Dalia   | interview for Cyber | 25/07/2024 |             |            |           |          |
        | Edwin   | Cyber               | 01/05/2024 | 30/07/2024  | 29/07/2024 | withdrawn | achieved |
        | Edwin   | interview for Cyber | 25/07/2024 |             |            |           |          |
      And these records are returned in R13 of 2023/24:
        | learner | aim   | actual end | status    |
        | Dalia   | Cyber | 08/08/2024 |           |
        | Edwin   | Cyber | 29/07/2024 | completed |
      Then the no-pay report of R12 of 2023/24 is:
        | learner | aim                 | milestone | reason              | field      | found          |
        | Dalia   | interview for Cyber | M2        | NP_M2_NOT_COMPLETED | CompStatus | Z5BC0101: 1    |
        | Dalia   | interview for Cyber | M2        | NP_M2_NOT_ACHIEVED  | Outcome    | Z5BC0101: none |
        | Edwin   | interview for Cyber | M2        | NP_M2_NOT_COMPLETED | CompStatus | Z5BC0101: 3    |
      And the no-pay report of R13 of 2023/24 is empty
      And the milestones are:
        | learner | bootcamp | milestone |   amount | return         | period |
        | Dalia   | Cyber    | M1        | 1,200.00 | R12 of 2023/24 |     10 |
        | Dalia   | Cyber    | M2        |   900.00 | R13 of 2023/24 |      1 |
        | Edwin   | Cyber    | M1        | 1,200.00 | R12 of 2023/24 |     10 |
        | Edwin   | Cyber    | M2        |   900.00 | R13 of 2023/24 |     12 |
      And nothing else is paid

    @WB5-M2-08
    Scenario: A bootcamp that is not achieved, or not yet known to be, earns no Milestone 2 until it is
      When these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end | outcome       |
        | Farah   | Cyber               | 01/05/2024 | 30/07/2024  | 30/07/2024 | not achieved  |
        | Farah   | interview for Cyber | 25/07/2024 |             |            |               |
        | Goran   | Cyber               | 01/05/2024 | 30/07/2024  | 30/07/2024 | not yet known |
        | Goran   | interview for Cyber | 25/07/2024 |             |            |               |
      And these records are returned in R13 of 2023/24:
        | learner | aim   | outcome  |
        | Goran   | Cyber | achieved |
      Then the no-pay report of R12 of 2023/24 is:
        | learner | aim                 | milestone | reason             | field   | found       |
        | Farah   | interview for Cyber | M2        | NP_M2_NOT_ACHIEVED | Outcome | Z5BC0101: 3 |
        | Goran   | interview for Cyber | M2        | NP_M2_NOT_ACHIEVED | Outcome | Z5BC0101: 8 |
      And the no-pay report of R13 of 2023/24 is:
        | learner | aim                 | milestone | reason             |
        | Farah   | interview for Cyber | M2        | NP_M2_NOT_ACHIEVED |
      And the milestones are:
        | learner | bootcamp | milestone |   amount | return         |
        | Farah   | Cyber    | M1        | 1,200.00 | R12 of 2023/24 |
        | Goran   | Cyber    | M1        | 1,200.00 | R12 of 2023/24 |
        | Goran   | Cyber    | M2        |   900.00 | R13 of 2023/24 |
      And nothing else is paid

  Rule: Four fifths of the planned days must have been done

    @WB5-M2-09
    Scenario: Of 91 planned days 72 are too few and 73 enough
      When these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end |
        | Hana    | Cyber               | 01/05/2024 | 30/07/2024  | 11/07/2024 |
        | Hana    | interview for Cyber | 10/07/2024 |             |            |
        | Igor    | Cyber               | 01/05/2024 | 30/07/2024  | 12/07/2024 |
        | Igor    | interview for Cyber | 10/07/2024 |             |            |
      Then the no-pay report of R12 of 2023/24 is:
        | learner | aim                 | milestone | reason     | field           | found         | expected                |
        | Hana    | interview for Cyber | M2        | NP_M2_LT80 | LearnActEndDate | 72 of 91 days | 80% of the planned days |
      And the milestones are:
        | learner | bootcamp | milestone |   amount |
        | Hana    | Cyber    | M1        | 1,200.00 |
        | Igor    | Cyber    | M1        | 1,200.00 |
        | Igor    | Cyber    | M2        |   900.00 |
      And nothing else is paid

    @WB5-M2-09
    Scenario: Exactly 80% is enough, and a wrong last day is put right in a later return
      When these records are returned in R11 of 2023/24:
        | learner | aim                 | start      | planned end | actual end |
        | Joyce   | Cyber               | 01/06/2024 | 30/06/2024  | 24/06/2024 |
        | Joyce   | interview for Cyber | 20/06/2024 |             |            |
        | Kamal   | Cyber               | 01/06/2024 | 30/06/2024  | 23/06/2024 |
        | Kamal   | interview for Cyber | 20/06/2024 |             |            |
      And these records are returned in R12 of 2023/24:
        | learner | aim   | actual end |
        | Kamal   | Cyber | 24/06/2024 |
      Then the no-pay report of R11 of 2023/24 is:
        | learner | aim                 | milestone | reason     | found         |
        | Kamal   | interview for Cyber | M2        | NP_M2_LT80 | 23 of 30 days |
      And the no-pay report of R12 of 2023/24 is empty
      And the milestones are:
        | learner | bootcamp | milestone |   amount | return         |
        | Joyce   | Cyber    | M1        | 1,200.00 | R11 of 2023/24 |
        | Joyce   | Cyber    | M2        |   900.00 | R11 of 2023/24 |
        | Kamal   | Cyber    | M1        | 1,200.00 | R11 of 2023/24 |
        | Kamal   | Cyber    | M2        |   900.00 | R12 of 2023/24 |
      And nothing else is paid

    @WB5-M2-10
    Scenario: The days run from the start to the actual end, and more than the planned days do no harm
      When these records are returned in R13 of 2023/24:
        | learner | aim                 | start      | planned end | actual end |
        | Lucia   | Cyber               | 01/05/2024 | 30/07/2024  | 31/08/2024 |
        | Lucia   | interview for Cyber | 31/08/2024 |             |            |
      Then the milestones are:
        | learner | bootcamp | milestone |   amount | return         | period |
        | Lucia   | Cyber    | M1        | 1,200.00 | R13 of 2023/24 |     10 |
        | Lucia   | Cyber    | M2        |   900.00 | R13 of 2023/24 |      1 |
      And every no-pay report is empty

  Rule: The aim Z0010211 has one date, names the bootcamp, and is completed and achieved

    @WB5-M2-02 @WB5-M2-03 @WB5-M2-06 @WB5-NOPAY-06
    Scenario: Z0010211 with a planned or an actual end on another day is not paid until its dates are one
      When these records are returned in R12 of 2023/24:
        | learner  | aim                 | start      | planned end | actual end |
        | baseline |                     | 25/07/2024 | 25/07/2024  | 25/07/2024 |
        | Mirek    | Cyber               | 01/05/2024 | 20/07/2024  | 20/07/2024 |
        | Mirek    | interview for Cyber |            | 26/07/2024  |            |
        | Nadia    | Cyber               | 01/05/2024 | 20/07/2024  | 20/07/2024 |
        | Nadia    | interview for Cyber |            |             | 26/07/2024 |
      And these records are returned in R13 of 2023/24:
        | learner | aim                 | planned end | actual end |
        | Mirek   | interview for Cyber | 25/07/2024  | 25/07/2024 |
        | Nadia   | interview for Cyber | 25/07/2024  | 25/07/2024 |
      Then the no-pay report of R12 of 2023/24 is:
        | learner | aim                 | milestone | reason      | found                              | expected |
        | Mirek   | interview for Cyber | M2        | NP_M2_DATES | 25/07/2024, 26/07/2024, 25/07/2024 | one date |
        | Nadia   | interview for Cyber | M2        | NP_M2_DATES | 25/07/2024, 25/07/2024, 26/07/2024 | one date |
      And the no-pay report of R13 of 2023/24 is empty
      And the milestones are:
        | learner | bootcamp | milestone |   amount | return         | earned on  |
        | Mirek   | Cyber    | M1        | 1,200.00 | R12 of 2023/24 | 15/05/2024 |
        | Mirek   | Cyber    | M2        |   900.00 | R13 of 2023/24 | 25/07/2024 |
        | Nadia   | Cyber    | M1        | 1,200.00 | R12 of 2023/24 | 15/05/2024 |
        | Nadia   | Cyber    | M2        |   900.00 | R13 of 2023/24 | 25/07/2024 |
      And nothing else is paid

    @WB5-M2-05 @WB5-PSMF-02
    Scenario: Z0010211 names the bootcamp in any one of its four fields
      When these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end | bootcamp reference | field A | field D  |
        | Oskar   | Cyber               | 01/05/2024 | 20/07/2024  | 20/07/2024 |                    |         |          |
        | Oskar   | interview for Cyber | 25/07/2024 |             |            | -                  | Group 7 | Z5BC0101 |
        | Paula   | Cyber               | 01/05/2024 | 20/07/2024  | 20/07/2024 |                    |         |          |
        | Paula   | interview for Cyber | 25/07/2024 |             |            | -                  |         |          |
        | Quinn   | Cyber               | 01/05/2024 | 20/07/2024  | 20/07/2024 |                    |         |          |
        | Quinn   | interview for Cyber | 25/07/2024 |             |            | Z5BC0102           |         |          |
      And these records are returned in R13 of 2023/24:
        | learner | aim                 | field C  |
        | Paula   | interview for Cyber | Z5BC0101 |
      Then the no-pay report of R12 of 2023/24 is:
        | learner | aim                 | milestone | reason    | field          | found    |
        | Paula   | interview for Cyber | M2        | NP_M2_REF | ProvSpecDelMon | none     |
        | Quinn   | interview for Cyber | M2        | NP_M2_REF | ProvSpecDelMon | Z5BC0102 |
      And the no-pay report of R13 of 2023/24 is:
        | learner | aim                 | milestone | reason    |
        | Quinn   | interview for Cyber | M2        | NP_M2_REF |
      And the milestones are:
        | learner | bootcamp | milestone |   amount | return         |
        | Oskar   | Cyber    | M1        | 1,200.00 | R12 of 2023/24 |
        | Oskar   | Cyber    | M2        |   900.00 | R12 of 2023/24 |
        | Paula   | Cyber    | M1        | 1,200.00 | R12 of 2023/24 |
        | Paula   | Cyber    | M2        |   900.00 | R13 of 2023/24 |
        | Quinn   | Cyber    | M1        | 1,200.00 | R12 of 2023/24 |
      And nothing else is paid

    @WB5-FIELD-END-02 @WB5-FIELD-END-05
    Scenario: Z0010211 itself is completed and achieved
      When these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end | status     | outcome      |
        | Rosa    | Cyber               | 01/05/2024 | 20/07/2024  | 20/07/2024 |            |              |
        | Rosa    | interview for Cyber | 25/07/2024 |             |            | continuing | achieved     |
        | Sven    | Cyber               | 01/05/2024 | 20/07/2024  | 20/07/2024 |            |              |
        | Sven    | interview for Cyber | 25/07/2024 |             |            | completed  | not achieved |
      Then the no-pay report of R12 of 2023/24 is:
        | learner | aim                 | milestone | reason              | found       |
        | Rosa    | interview for Cyber | M2        | NP_M2_NOT_COMPLETED | Z0010211: 1 |
        | Sven    | interview for Cyber | M2        | NP_M2_NOT_ACHIEVED  | Z0010211: 3 |
      And the milestones are:
        | learner | bootcamp | milestone |   amount |
        | Rosa    | Cyber    | M1        | 1,200.00 |
        | Sven    | Cyber    | M1        | 1,200.00 |
      And nothing else is paid

  Rule: One Milestone 2 is paid for a learner in the wave

    @WB5-NOPAY-03
    Scenario: A second bootcamp of the learner pays no second Milestone 2
      Given these records are returned in R11 of 2023/24:
        | learner | aim                 | start      | planned end | actual end |
        | Tomas   | Cyber               | 01/05/2024 | 30/06/2024  | 30/06/2024 |
        | Tomas   | interview for Cyber | 28/06/2024 |             |            |
      When these records are returned in R02 of 2024/25:
        | learner | aim                  | start      | planned end | actual end |
        | Tomas   | Coding               | 01/08/2024 | 30/09/2024  | 30/09/2024 |
        | Tomas   | interview for Coding | 30/09/2024 |             |            |
      Then the milestones are:
        | learner | bootcamp | milestone |   amount | return         |
        | Tomas   | Cyber    | M1        | 1,200.00 | R11 of 2023/24 |
        | Tomas   | Cyber    | M2        |   900.00 | R11 of 2023/24 |
      And nothing else is paid
      And the no-pay report of R02 of 2024/25 is:
        | learner | aim                  | milestone | reason             | found                                |
        | Tomas   | Coding               | M1        | NP_M1_ALREADY_PAID | Z5BC0101 at 10000201, R11 of 2023/24 |
        | Tomas   | interview for Coding | M2        | NP_M2_ALREADY_PAID | Z5BC0101 at 10000201, R11 of 2023/24 |
