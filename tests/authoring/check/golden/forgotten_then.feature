@sector-programmes
Feature: Work experience
  A work experience aim pays its whole rate when it is achieved.

  @WMCA2122-SWAP-WEX-01
  Scenario: A work experience aim that is achieved pays its whole rate
    Given the funding year is 2021/22
    And these aims:
      | aim | aim reference | start date | planned end date | actual end date | DAM      |
      | WEX | Z0009123      | 16/08/2021 | 20/08/2021       | 20/08/2021      | 042, 002 |
