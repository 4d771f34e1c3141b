@bootcamps
Feature: Returns of several years, and learners who cross from one into the next
  Milestones are worked out return by return from all that was returned before. A learner whose bootcamp ended last year
  is claimed for with the Milestone 2 or 3 aim alone, which names the bootcamp in last year's data.

  Background:
    Given the provider is 10000201
    And these bootcamps:
      | bootcamp | aim reference |    price |
      | Cyber    | Z5BC0101      | 3,000.00 |

  Rule: The bootcamp of last year need not be returned again

    @WB5-YEAR-04
    Scenario: A bootcamp from May to July 2024 and a job offer in October 2024 (the guidance's example)
      Given these records are returned in R14 of 2023/24:
        | learner | aim                 | start      | planned end | actual end |
        | Amina   | Cyber               | 07/05/2024 | 26/07/2024  | 26/07/2024 |
        | Amina   | interview for Cyber | 24/07/2024 |             |            |
      When this record is returned in R03 of 2024/25:
        | learner | aim           | start      |
        | Amina   | job for Cyber | 14/10/2024 |
      Then the milestones are:
        | learner | bootcamp | milestone |   amount | return         | period | earned on  |
        | Amina   | Cyber    | M1        | 1,200.00 | R14 of 2023/24 |     10 | 21/05/2024 |
        | Amina   | Cyber    | M2        |   900.00 | R14 of 2023/24 |     12 | 26/07/2024 |
        | Amina   | Cyber    | M3        |   900.00 | R03 of 2024/25 |      3 | 14/10/2024 |
      And nothing else is paid
      And every no-pay report is empty

    @WB5-YEAR-02 @WB5-YEAR-03
    Scenario: Milestones 2 and 3 are both claimed in the new year without the bootcamp and without any end payment code
      Given this record is returned in R12 of 2023/24:
        | learner | aim   | start      | planned end | actual end |
        | Bruno   | Cyber | 01/05/2024 | 31/07/2024  | 31/07/2024 |
      When these records are returned in R02 of 2024/25:
        | learner | aim                 | start      |
        | Bruno   | interview for Cyber | 12/08/2024 |
        | Bruno   | job for Cyber       | 10/09/2024 |
      Then the milestones are:
        | learner | bootcamp | milestone |   amount | return         | period |
        | Bruno   | Cyber    | M1        | 1,200.00 | R12 of 2023/24 |     10 |
        | Bruno   | Cyber    | M2        |   900.00 | R02 of 2024/25 |      1 |
        | Bruno   | Cyber    | M3        |   900.00 | R02 of 2024/25 |      2 |
      And nothing else is paid
      And nothing is on any no-pay report

    @WB5-YEAR-05
    Scenario: A job offer returned alone names the bootcamp attended
      Given these records are returned in R14 of 2023/24:
        | learner | aim                 | start      | planned end | actual end |
        | Chloe   | Cyber               | 07/05/2024 | 26/07/2024  | 26/07/2024 |
        | Chloe   | interview for Cyber | 24/07/2024 |             |            |
      When this record is returned in R03 of 2024/25:
        | learner | aim           | start      | bootcamp reference |
        | Chloe   | job for Cyber | 14/10/2024 | -                  |
      And this record is returned in R04 of 2024/25:
        | learner | aim           | field D  |
        | Chloe   | job for Cyber | Z5BC0101 |
      Then the no-pay report of R03 of 2024/25 is:
        | learner | aim           | milestone | reason    |
        | Chloe   | job for Cyber | M3        | NP_M3_REF |
      And the no-pay report of R04 of 2024/25 is empty
      And the milestones are:
        | learner | bootcamp | milestone |   amount | return         | period |
        | Chloe   | Cyber    | M1        | 1,200.00 | R14 of 2023/24 |     10 |
        | Chloe   | Cyber    | M2        |   900.00 | R14 of 2023/24 |     12 |
        | Chloe   | Cyber    | M3        |   900.00 | R04 of 2024/25 |      3 |
      And nothing else is paid

    @WB5-YEAR-06
    Scenario: Without a Milestone 2 in last year's data a job offer returned alone is not paid
      Given this record is returned in R14 of 2023/24:
        | learner | aim   | start      | planned end | actual end |
        | Dalia   | Cyber | 07/05/2024 | 26/07/2024  | 26/07/2024 |
      When this record is returned in R03 of 2024/25:
        | learner | aim           | start      |
        | Dalia   | job for Cyber | 14/10/2024 |
      Then the no-pay report of R03 of 2024/25 is:
        | learner | aim           | milestone | reason      |
        | Dalia   | job for Cyber | M3        | NP_M3_NO_M2 |
      And the milestones are:
        | learner | bootcamp | milestone |   amount |
        | Dalia   | Cyber    | M1        | 1,200.00 |
      And nothing else is paid

    @WB5-YEAR-06
    Scenario: The latest return of last year counts for what it adds, and a Milestone 2 once returned stays returned
      Given these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end | outcome       |
        | Edwin   | Cyber               | 07/05/2024 | 26/07/2024  | 26/07/2024 | not yet known |
        | Edwin   | interview for Cyber | 24/07/2024 |             |            |               |
        | Farah   | Cyber               | 07/05/2024 | 26/07/2024  | 26/07/2024 |               |
        | Farah   | interview for Cyber | 24/07/2024 |             |            |               |
      And the aim interview for Cyber of Farah is not returned any more
      And these records are returned in R14 of 2023/24:
        | learner | aim   | outcome  |
        | Edwin   | Cyber | achieved |
      When these records are returned in R03 of 2024/25:
        | learner | aim           | start      |
        | Edwin   | job for Cyber | 14/10/2024 |
        | Farah   | job for Cyber | 14/10/2024 |
      Then the no-pay report of R03 of 2024/25 is empty
      And the milestones are:
        | learner | bootcamp | milestone |   amount | return         |
        | Edwin   | Cyber    | M1        | 1,200.00 | R12 of 2023/24 |
        | Edwin   | Cyber    | M2        |   900.00 | R14 of 2023/24 |
        | Edwin   | Cyber    | M3        |   900.00 | R03 of 2024/25 |
        | Farah   | Cyber    | M1        | 1,200.00 | R12 of 2023/24 |
        | Farah   | Cyber    | M2        |   900.00 | R12 of 2023/24 |
        | Farah   | Cyber    | M3        |   900.00 | R03 of 2024/25 |
      And nothing else is paid

    @WB5-YEAR-06
    Scenario: Returns follow their closing dates, so R13 of the old year comes after R01 of the new one
      Given this record is returned in R12 of 2023/24:
        | learner | aim   | start      | planned end | actual end |
        | Goran   | Cyber | 07/05/2024 | 26/07/2024  | 26/07/2024 |
      When this record is returned in R01 of 2024/25:
        | learner | aim           | start      |
        | Goran   | job for Cyber | 19/08/2024 |
      And this record is returned in R13 of 2023/24:
        | learner | aim                 | start      |
        | Goran   | interview for Cyber | 24/07/2024 |
      And the records are returned again in R02 of 2024/25
      Then the no-pay report of R01 of 2024/25 is:
        | learner | aim           | milestone | reason      |
        | Goran   | job for Cyber | M3        | NP_M3_NO_M2 |
      And the no-pay report of R13 of 2023/24 is empty
      And the no-pay report of R02 of 2024/25 is empty
      And the milestones are:
        | learner | bootcamp | milestone |   amount | return         |
        | Goran   | Cyber    | M1        | 1,200.00 | R12 of 2023/24 |
        | Goran   | Cyber    | M2        |   900.00 | R13 of 2023/24 |
        | Goran   | Cyber    | M3        |   900.00 | R02 of 2024/25 |
      And nothing else is paid

    @WB5-YEAR-03
    Scenario: A bootcamp that runs on into the new year is returned in both and paid once
      Given this record is returned in R12 of 2023/24:
        | learner | aim   | start      | planned end |
        | Hana    | Cyber | 01/07/2024 | 27/09/2024  |
      When these records are returned in R02 of 2024/25:
        | learner | aim                 | start      | actual end |
        | Hana    | Cyber               |            | 27/09/2024 |
        | Hana    | interview for Cyber | 25/09/2024 |            |
      Then the milestones are:
        | learner | bootcamp | milestone |   amount | return         | period |
        | Hana    | Cyber    | M1        | 1,200.00 | R12 of 2023/24 |     12 |
        | Hana    | Cyber    | M2        |   900.00 | R02 of 2024/25 |      2 |
      And nothing else is paid
      And every no-pay report is empty

    @WB5-FIELD-HOURS-02
    Scenario: Milestone aims returned alone need no planned hours
      Given these records are returned in R14 of 2023/24:
        | learner | aim                 | start      | planned end | actual end | destination code |
        | Igor    | Cyber               | 07/05/2024 | 26/07/2024  | 26/07/2024 | WMCA1.1          |
        | Igor    | interview for Cyber | 24/07/2024 |             |            |                  |
      And this learner:
        | learner | plan learn hours |
        | Igor    | -                |
      When this record is returned in R03 of 2024/25:
        | learner | aim           | start      |
        | Igor    | job for Cyber | 14/10/2024 |
      Then Igor is in the export of R03 of 2024/25
      And PlanLearnHours_01 is not found
      And the milestones are:
        | learner | milestone | amount | return         |
        | Igor    | M3        | 900.00 | R03 of 2024/25 |

  Rule: Later returns correct, but take nothing back

    @WB5-READ-03
    Scenario: What was paid stays paid when the record changes
      Given these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end |
        | Joyce   | Cyber               | 01/05/2024 | 30/07/2024  | 30/07/2024 |
        | Joyce   | interview for Cyber | 25/07/2024 |             |            |
      When these records are returned in R13 of 2023/24:
        | learner | aim   | actual end | status    | FFI | contribution |
        | Joyce   | Cyber | 10/05/2024 | withdrawn |   2 |           30 |
      Then the milestones are:
        | learner | bootcamp | milestone |   amount | return         |
        | Joyce   | Cyber    | M1        | 1,200.00 | R12 of 2023/24 |
        | Joyce   | Cyber    | M2        |   900.00 | R12 of 2023/24 |
      And nothing else is paid

  Rule: Bootcamps are paid by milestones and by nothing else

    @WB5-READ-07
    Scenario: The formula of funding model 35 pays nothing for bootcamp and milestone aims
      Given the funding year is 2021/22
      And these aim rates:
        | aim reference |     rate |
        | Z5BC0101      | 3,000.00 |
        | Z0010211      |   900.00 |
      And these aims:
        | learner | aim       | aim reference | start date | planned end date | actual end date |
        | Kamal   | bootcamp  | Z5BC0101      | 06/09/2021 | 28/02/2022       | 28/02/2022      |
        | Kamal   | interview | Z0010211      | 28/02/2022 | 28/02/2022       | 28/02/2022      |
      Then nothing is earned
