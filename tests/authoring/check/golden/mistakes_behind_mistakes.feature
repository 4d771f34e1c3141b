@adult-skills
Feature: Instalments of a short course
  Four fifths are paid in instalments.

  Scenario: A course of six months
    Given the funding year is 2020/21
    And this aim:
      | aim | aim reference | start date | planed end date | actual end date | SOF |
      | A   | 60900011      | 1/9/20     | 31/02/2021      | 28/02/2021      | 105 |
    Then the earnigs are:
      | aim | earning      | Sep 2020 | Otc 2020 |
      | A   | on-programme |   228.57 |   114,29 |
      | A   | balancing    |     0.00 |     O.00
