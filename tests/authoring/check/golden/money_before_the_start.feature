@sector-programmes
Feature: Work experience
  A work experience aim pays its whole rate when it is achieved.

  @WMCA2122-SWAP-WEX-01
  Scenario: A work experience aim that is achieved pays its whole rate
    Given the funding year is 2021/22
    And these aims:
      | aim | aim reference | start date | planned end date | actual end date | DAM      |
      | WEX | Z0009123      | 06/09/2021 | 10/09/2021       | 10/09/2021      | 042, 002 |
    Then the earnings are:
      | aim | earning      | Aug 2021 | Sep 2021 |
      | WEX | on-programme |    40.00 |     0.00 |
      | WEX | achievement  |    10.00 |     0.00 |
    And nothing else is earned
