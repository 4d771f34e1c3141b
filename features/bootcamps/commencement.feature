@bootcamps
Feature: Milestone 1, commencement
  A bootcamp pays 40% of its price once the learner has stayed for 14 days. Staff who answer providers read here
  from which day it is earned, in which return it is paid, and why a second one is not.

  Background:
    Given the provider is 10000201
    And these bootcamps:
      | bootcamp | aim reference |    price | provider |
      | Cyber    | Z5BC0101      | 3,000.00 | 10000201 |
      | Coding   | Z5BC0102      | 2,400.00 | 10000201 |
      | Data     | Z5BC0201      | 2,000.00 | 10000202 |

  Rule: Fourteen days after the start the milestone is earned

    @WB5-M1-02
    Scenario: Commencement pays 40% of the price of the bootcamp
      When these records are returned in R10 of 2023/24:
        | learner | aim    | start      | planned end |
        | Amina   | Cyber  | 01/05/2024 | 30/07/2024  |
        | Bilal   | Coding | 06/05/2024 | 30/08/2024  |
      Then the milestones are:
        | learner | bootcamp | milestone |   amount | return         | period | earned on  | wave |
        | Amina   | Cyber    | M1        | 1,200.00 | R10 of 2023/24 |     10 | 15/05/2024 |    5 |
        | Bilal   | Coding   | M1        |   960.00 | R10 of 2023/24 |     10 | 20/05/2024 |    5 |
      And nothing else is paid
      And the no-pay report of R10 of 2023/24 is empty

    @WB5-M1-04
    Scenario: Day 14 must have come when the file is prepared
      Given the file of R10 of 2023/24 is prepared on 05/06/2024
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Cleo    | Cyber | 22/05/2024 | 30/08/2024  |
        | Dara    | Cyber | 23/05/2024 | 30/08/2024  |
      And the records are returned again in R11 of 2023/24
      Then the milestones are:
        | learner | bootcamp | milestone |   amount | return         | period | earned on  |
        | Cleo    | Cyber    | M1        | 1,200.00 | R10 of 2023/24 |     11 | 05/06/2024 |
        | Dara    | Cyber    | M1        | 1,200.00 | R11 of 2023/24 |     11 | 06/06/2024 |
      And nothing else is paid
      And every no-pay report is empty

    @WB5-M1-05
    Scenario: A learner who leaves before day 14 earns nothing, one whose last day it is earns it
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end | actual end | status    |
        | Eve     | Cyber | 01/05/2024 | 30/07/2024  | 14/05/2024 | withdrawn |
        | Finn    | Cyber | 01/05/2024 | 30/07/2024  | 15/05/2024 | withdrawn |
      Then the milestones are:
        | learner | bootcamp | milestone |   amount | return         | earned on  |
        | Finn    | Cyber    | M1        | 1,200.00 | R10 of 2023/24 | 15/05/2024 |
      And nothing else is paid
      And every no-pay report is empty

    @WB5-M1-05
    Scenario: A bootcamp already complete when first returned still earns its commencement
      When these records are returned in R12 of 2023/24:
        | learner | aim   | start      | planned end | actual end | destination code |
        | Gia     | Cyber | 01/05/2024 | 30/07/2024  | 30/07/2024 | WMCA1.2          |
      Then the milestones are:
        | learner | bootcamp | milestone |   amount | return         | period | earned on  |
        | Gia     | Cyber    | M1        | 1,200.00 | R12 of 2023/24 |     10 | 15/05/2024 |
      And nothing else is paid

  Rule: The bootcamp is one of the provider's own

    @WB5-M1-03 @WB5-NOPAY-08
    Scenario: A bootcamp allocated to another provider pays no commencement
      When these records are returned in R10 of 2023/24:
        | learner | aim  | start      | planned end |
        | Hugo    | Data | 01/05/2024 | 30/07/2024  |
      Then nothing is paid
      And the no-pay report of R10 of 2023/24 is:
        | learner | aim  | milestone | reason               | field       | found    |
        | Hugo    | Data | -         | NP_AIM_NOT_ALLOCATED | LearnAimRef | Z5BC0201 |

    @WB5-M1-02 @WB5-READ-01
    Scenario: A bootcamp without a price is an error that names it, never nothing
      Given this bootcamp:
        | bootcamp | aim reference | price |
        | Robotics | Z5BC0777      | -     |
      When these records are returned in R10 of 2023/24:
        | learner | aim      | start      | planned end |
        | Ilse    | Robotics | 01/05/2024 | 30/07/2024  |
      Then nothing is paid
      And the findings are:
        | learner | aim      | code               | severity | field                    | found                            |
        | Ilse    | Robotics | PRICE_NOT_SUPPLIED | error    | bootcamp_aims, UnitPrice | no price of Z5BC0777 at 10000201 |
      And nothing else is found

  Rule: One commencement is paid for a learner in the wave

    @WB5-NOPAY-02
    Scenario: A second bootcamp of the learner pays no second commencement
      Given these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Jana    | Cyber | 01/05/2024 | 30/06/2024  |
      And these records are returned in R12 of 2023/24:
        | learner | aim   | actual end |
        | Jana    | Cyber | 30/06/2024 |
      When these records are returned in R01 of 2024/25:
        | learner | aim    | start      | planned end |
        | Jana    | Coding | 01/08/2024 | 30/10/2024  |
      Then the milestones are:
        | learner | bootcamp | milestone |   amount | return         |
        | Jana    | Cyber    | M1        | 1,200.00 | R10 of 2023/24 |
      And nothing else is paid
      And the no-pay report of R01 of 2024/25 is:
        | learner | aim    | milestone | reason             | field | found                                |
        | Jana    | Coding | M1        | NP_M1_ALREADY_PAID | ULN   | Z5BC0101 at 10000201, R10 of 2023/24 |

    @WB5-NOPAY-02
    Scenario: A commencement paid to one provider is not paid to another for the same learner number
      Given these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Kofi    | Cyber | 01/05/2024 | 30/07/2024  |
      When these records are returned in R11 of 2023/24 by 10000202:
        | learner | aim  | start      | planned end |
        | Kofi    | Data | 03/06/2024 | 30/08/2024  |
      Then the milestones are:
        | learner | provider | bootcamp | milestone |   amount | return         |
        | Kofi    | 10000201 | Cyber    | M1        | 1,200.00 | R10 of 2023/24 |
      And nothing else is paid
      And the no-pay report of R11 of 2023/24 is:
        | learner | provider | aim  | milestone | reason             |
        | Kofi    | 10000202 | Data | M1        | NP_M1_ALREADY_PAID |

    @WB5-READ-05
    Scenario: Of two providers in one return the one that earned it first is paid
      Given these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Lena    | Cyber | 06/05/2024 | 30/07/2024  |
      When these records are returned in R10 of 2023/24 by 10000202:
        | learner | aim  | start      | planned end |
        | Lena    | Data | 02/05/2024 | 30/08/2024  |
      Then the milestones are:
        | learner | provider | bootcamp | milestone | amount | return         | earned on  |
        | Lena    | 10000202 | Data     | M1        | 800.00 | R10 of 2023/24 | 16/05/2024 |
      And nothing else is paid
      And the no-pay report of R10 of 2023/24 is:
        | learner | provider | aim   | milestone | reason             |
        | Lena    | 10000201 | Cyber | M1        | NP_M1_ALREADY_PAID |

    @WB5-READ-05
    Scenario: Of two providers who earned it on one day the lower UKPRN is paid
      Given these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Marek   | Cyber | 02/05/2024 | 30/07/2024  |
      When these records are returned in R10 of 2023/24 by 10000202:
        | learner | aim  | start      | planned end |
        | Marek   | Data | 02/05/2024 | 30/08/2024  |
      Then the milestones are:
        | learner | provider | bootcamp | milestone |   amount |
        | Marek   | 10000201 | Cyber    | M1        | 1,200.00 |
      And nothing else is paid
      And the no-pay report of R10 of 2023/24 is:
        | learner | provider | aim  | milestone | reason             |
        | Marek   | 10000202 | Data | M1        | NP_M1_ALREADY_PAID |
