@bootcamps
Feature: Captured learners
  Captured from records of a return: who they are about is made up, their dates and figures are as returned.

  @captured
  Scenario: Milestones of 700.00 in R12 of 2023/24
    Given these contracts of providers:
      | kind                  | wave |
      | contract for services |    5 |
    And these bootcamps:
      | bootcamp | aim reference |   price |
      | Bootcamp | Z9002001      | 2500.00 |
    And these destinations:
      | outcome type | outcome code | starts     |
      | EDU          |            4 | 05/07/2024 |
    When these records are returned in R12 of 2023/24:
      | aim      | start date | planned end date | actual end date | FFI | field A  | field B         |
      | Bootcamp | 13/05/2024 | 05/07/2024       | 05/07/2024      |   2 | WMCA10.4 | Contribution 30 |
    Then the milestones are:
      | bootcamp | milestone | amount | return         | earned on  |
      | Bootcamp | M1        | 700.00 | R12 of 2023/24 | 27/05/2024 |
    And nothing else is paid
    And every no-pay report is empty
    And nothing is found
