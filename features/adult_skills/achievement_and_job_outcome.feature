@adult-skills
Feature: Achievement and job outcome
  A fifth of the value is paid for the achievement. A job outcome earns a tenth of the value, whether the aim is achieved
  or not; with an achievement the two share the fifth.

  Background:
    Given the funding year is 2020/21

  @FM35-JOB-01
  Scenario: Ended without achievement but into a job (worked example A6)
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | status    | outcome      | employment outcome | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 28/02/2021      | completed | not achieved |                  1 | 105 |
    Then the earnings are:
      | aim | earning      | Aug 2020 |  Sep 2020 |  Oct 2020 |  Nov 2020 |  Dec 2020 |  Jan 2021 |  Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | A   | on-programme |     0.00 | 228.57143 | 114.28571 | 114.28571 | 114.28571 | 114.28571 | 114.28571 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | A   | job outcome  |     0.00 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |    100.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
    And nothing else is earned

  @FM35-JOB-02
  Scenario: Achieved and into a job (worked example A7)
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | outcome  | employment outcome | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 28/02/2021      | achieved |                  1 | 105 |
    Then the earnings are:
      | aim | earning      | Aug 2020 |  Sep 2020 |  Oct 2020 |  Nov 2020 |  Dec 2020 |  Jan 2021 |  Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | A   | on-programme |     0.00 | 228.57143 | 114.28571 | 114.28571 | 114.28571 | 114.28571 | 114.28571 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | A   | achievement  |     0.00 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |    100.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | A   | job outcome  |     0.00 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |    100.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
    And nothing else is earned

  @FM35-JOB-01
  Scenario: Withdrawn into a job, the outcome is paid in the month of leaving
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | status    | employment outcome | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 15/12/2020      | withdrawn |                  2 | 105 |
    Then the earnings are:
      | aim | earning      | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 |
      | A   | on-programme |   228.57 |   114.29 |   114.29 |     0.00 |     0.00 |
      | A   | job outcome  |     0.00 |     0.00 |     0.00 |   100.00 |     0.00 |
    And nothing else is earned

  @FM35-JOB-01
  Scenario: No job outcome is paid for an aim that has not qualified
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | status    | employment outcome | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 11/10/2020      | withdrawn |                  1 | 105 |
    Then nothing is earned

  @FM35-JOB-02
  Scenario: Co-funded, achievement and job outcome are shares of what is left after the fee
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | employment outcome | SOF | FFI |
      | A   | 60900084      | 01/09/2020 | 28/02/2021       | 28/02/2021      |                  1 | 105 |   2 |
    Then the earnings are:
      | aim | earning     | Jan 2021 | Feb 2021 | Mar 2021 |
      | A   | achievement |     0.00 |    55.00 |     0.00 |
      | A   | job outcome |     0.00 |    55.00 |     0.00 |

  @FM35-ACHIEVEMENT-01
  Scenario: Outside traineeships the achievement date of the record does not move the payment
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | achievement date | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 28/02/2021      | 15/04/2021       | 105 |
    Then the earnings are:
      | aim | earning     | Feb 2021 | Mar 2021 | Apr 2021 |
      | A   | achievement |   200.00 |     0.00 |     0.00 |
    And the values are:
      | aim | achievement date |
      | A   | 28/02/2021       |

  @FM35-ACHIEVEMENT-02
  Scenario Outline: Completed on time with outcome <outcome>, the achievement pays <sum>
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | status    | outcome   | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 28/02/2021      | completed | <outcome> | 105 |
    Then the earnings are:
      | aim | earning     | Feb 2021 |
      | A   | achievement | <sum>    |
    And the values are:
      | aim | achievement element |
      | A   |              200.00 |

    Examples:
      | outcome |    sum |
      |       1 | 200.00 |
      |       2 |   0.00 |
      |       3 |   0.00 |
      |       6 | 200.00 |
      |       7 | 200.00 |
      |       8 |   0.00 |
