@apprenticeships
Feature: Captured learners
  Captured from records of a return: who they are about is made up, their dates and figures are as returned.

  @captured
  Scenario: A learner who earns 2,800.00 in 2020/21, with EmpId_02
    Given the funding year is 2020/21
    And these apprenticeship bands:
      | programme type | standard code | band |
      |             25 |           901 | 6000 |
    And these employment statuses:
      | employment status | applies from | employer  |
      | employed          | 01/09/2019   | 900000001 |
    And these apprenticeship aims:
      | start date | planned end date | standard code | actual end date | TNP1 | TNP2 |
      | 16/12/2019 | 15/12/2020       |           901 | 15/12/2020      | 4800 | 1200 |
    Then the earnings are:
      | price episode     | earning          | Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 |
      | 25-901-01/08/2020 | on-programme     |   400.00 |   400.00 |   400.00 |   400.00 |     0.00 |
      | 25-901-01/08/2020 | completion       |     0.00 |     0.00 |     0.00 |     0.00 | 1,200.00 |
      | 25-901-01/08/2020 | government share |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |
    And nothing else is earned
    And the findings are:
      | aim | code     | severity | field |
      | -   | EmpId_02 | error    | EmpId |
    And nothing else is found
