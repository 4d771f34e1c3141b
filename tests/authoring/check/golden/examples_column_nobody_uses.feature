@sector-programmes
Feature: Work experience

  @WMCA2122-SWAP-WEX-01
  Scenario Outline: An aim of <year> earns nothing without a learner
    Given the funding year is <year>
    And this aim:
      | aim | aim reference | start date | planned end date | DAM      |
      | WEX | Z0009123      | 16/08/2021 | 20/08/2021       | 042, 002 |
    Then the earnings in all are <sum>

    Examples:
      | year    | total | sum  |
      | 2021/22 | 50.00 | 0.00 |
