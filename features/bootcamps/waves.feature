@bootcamps
Feature: Waves: the same learners under the rules of Wave 5 and of Wave 3
  What a wave pays and asks for is data. The same returns run under both waves show what changed between them: the shares
  of the price, the days before the first payment, and the hours that Wave 3 asked for.

  Background:
    Given the provider is 10000201
    And these bootcamps:
      | bootcamp | aim reference |    price |
      | Cyber    | Z5BC0101      | 3,000.00 |

  Rule: The shares of the price

    @WB5-READ-08
    Scenario Outline: Wave <wave> pays <M1>, <M2> and <M3> of £3,000
      Given the rules of wave <wave> apply
      When these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end |
        | Amina   | Cyber               | 01/05/2024 | 28/06/2024  | 28/06/2024 |
        | Amina   | interview for Cyber | 26/06/2024 |             |            |
        | Amina   | job for Cyber       | 15/07/2024 |             |            |
      Then the milestones are:
        | learner | bootcamp | milestone | amount | wave   | earned on   |
        | Amina   | Cyber    | M1        | <M1>   | <wave> | <commenced> |
        | Amina   | Cyber    | M2        | <M2>   | <wave> | 28/06/2024  |
        | Amina   | Cyber    | M3        | <M3>   | <wave> | 15/07/2024  |
      And nothing else is paid
      And every no-pay report is empty

      Examples:
        | wave |       M1 |       M2 |     M3 | commenced  |
        |    5 | 1,200.00 |   900.00 | 900.00 | 15/05/2024 |
        |    3 | 1,350.00 | 1,050.00 | 600.00 | 06/05/2024 |

  Rule: What commencement asks for

    @WB5-READ-08
    Scenario Outline: A learner who stays from 1 to <last day> May earns Milestone 1 of wave <wave>
      Given the rules of wave <wave> apply
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end | actual end           | status    |
        | Bruno   | Cyber | 01/05/2024 | 28/06/2024  | <day before>/05/2024 | withdrawn |
        | Chloe   | Cyber | 01/05/2024 | 28/06/2024  | <last day>/05/2024   | withdrawn |
      Then the milestones are:
        | learner | bootcamp | milestone | amount   |
        | Chloe   | Cyber    | M1        | <amount> |
      And nothing else is paid

      Examples:
        | wave | day before | last day |   amount |
        |    5 | 14         | 15       | 1,200.00 |
        |    3 | 05         | 06       | 1,350.00 |

    @WB5-READ-08
    Scenario: Wave 3 asks for five planned hours before Milestone 1
      Given the rules of wave 3 apply
      And these learners:
        | learner | plan learn hours |
        | Dalia   |                4 |
        | Edwin   |                5 |
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Dalia   | Cyber | 01/05/2024 | 28/06/2024  |
        | Edwin   | Cyber | 01/05/2024 | 28/06/2024  |
      Then the milestones are:
        | learner | bootcamp | milestone |   amount |
        | Edwin   | Cyber    | M1        | 1,350.00 |
      And nothing else is paid

    @WB5-READ-08
    Scenario: Wave 5 asks for no hours
      Given the rules of wave 5 apply
      And this learner:
        | learner | plan learn hours |
        | Farah   |                4 |
      When this record is returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Farah   | Cyber | 01/05/2024 | 28/06/2024  |
      Then the milestones are:
        | learner | bootcamp | milestone |   amount |
        | Farah   | Cyber    | M1        | 1,200.00 |
      And nothing else is paid

    @WB5-READ-08
    Scenario: A contract of Wave 3 is judged by the rules of Wave 3
      Given the provider is 10000203
      And these contracts of providers:
        | contract | kind                  | wave | from       | to         |
        | W3-203   | contract for services |    3 | 01/04/2022 | 31/03/2023 |
      And this bootcamp:
        | bootcamp | aim reference |    price | starts from | starts to  | planned end to |
        | Drones   | Z3BC0203      | 2,000.00 | 01/04/2022  | 31/03/2023 | 31/03/2023     |
      And these closing dates of returns:
        | return         | closes     |
        | R03 of 2022/23 | 04/11/2022 |
      When these records are returned in R03 of 2022/23:
        | learner | aim                  | start      | planned end | actual end |
        | Goran   | Drones               | 05/09/2022 | 14/10/2022  | 14/10/2022 |
        | Goran   | interview for Drones | 13/10/2022 |             |            |
        | Goran   | job for Drones       | 20/10/2022 |             |            |
      Then the milestones are:
        | learner | bootcamp | milestone | amount | wave | period | earned on  |
        | Goran   | Drones   | M1        | 900.00 |    3 |      2 | 10/09/2022 |
        | Goran   | Drones   | M2        | 700.00 |    3 |      3 | 14/10/2022 |
        | Goran   | Drones   | M3        | 400.00 |    3 |      3 | 20/10/2022 |
      And nothing else is paid
      And every no-pay report is empty
