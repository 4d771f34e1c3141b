@adult-skills
Feature: Instalments
  Four fifths of an aim's value are paid in equal monthly instalments up to its planned end. The month of the start
  counts twice; a later month counts when the learner is there on its last day.

  Background:
    Given the funding year is 2020/21

  @FM35-INSTALMENTS-01 @FM35-ACHIEVEMENT-01
  Scenario: A fully funded aim of £1,000, six months and achieved on time (worked example A1)
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | SOF | FFI |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 28/02/2021      | 105 |   1 |
    Then the earnings are:
      | aim | earning      | Aug 2020 |  Sep 2020 |  Oct 2020 |  Nov 2020 |  Dec 2020 |  Jan 2021 |  Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | A   | on-programme |     0.00 | 228.57143 | 114.28571 | 114.28571 | 114.28571 | 114.28571 | 114.28571 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | A   | balancing    |     0.00 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | A   | achievement  |     0.00 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |    200.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
    And nothing else is earned
    And the earnings in all are 1,000.00
    And the values are:
      | aim | fund line                              | aim value | fee element | planned instalments | actual instalments | qualifying days | cap factor |
      | A   | ESFA AEB - Adult Skills (non-procured) |  1,000.00 |        0.00 |                   7 |                  7 |              42 |          1 |

  @FM35-INSTALMENTS-02
  Scenario: An aim planned to end a day before the month's end has no instalment in that month
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | SOF |
      | A   | 60900011      | 01/09/2020 | 27/02/2021       | 27/02/2021      | 105 |
    Then the earnings are:
      | aim | earning      | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 | Mar 2021 |
      | A   | on-programme |   266.67 |   133.33 |   133.33 |   133.33 |   133.33 |     0.00 |     0.00 |
      | A   | achievement  |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |   200.00 |     0.00 |
    And nothing else is earned
    And the values are:
      | aim | planned instalments |
      | A   |                   6 |

  @FM35-INSTALMENTS-03
  Scenario: A ten-day aim within one month is paid at once (worked example A8)
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | SOF |
      | A   | 60900011      | 05/10/2020 | 14/10/2020       | 14/10/2020      | 105 |
    Then the earnings are:
      | aim | earning      | Sep 2020 | Oct 2020 | Nov 2020 |
      | A   | on-programme |     0.00 |   800.00 |     0.00 |
      | A   | achievement  |     0.00 |   200.00 |     0.00 |
    And nothing else is earned
    And the values are:
      | aim | fund line                              | aim value | fee element | planned instalments | actual instalments | qualifying days | cap factor |
      | A   | ESFA AEB - Adult Skills (non-procured) |  1,000.00 |        0.00 |                   2 |                  2 |               1 |          1 |

  @FM35-INSTALMENTS-03
  Scenario: A planned end on the last day of the start month still makes two instalments, both of that month
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | SOF |
      | A   | 60900011      | 01/10/2020 | 31/10/2020       | -               | 105 |
    Then the earnings are:
      | aim | earning      | Oct 2020 | Nov 2020 |
      | A   | on-programme |   800.00 |     0.00 |
    And nothing else is earned

  @FM35-INSTALMENTS-01
  Scenario: The start month counts twice even when the learner starts on its last day
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | SOF |
      | A   | 60900011      | 30/09/2020 | 31/10/2020       | 31/10/2020      | 105 |
    Then the earnings are:
      | aim | earning      | Sep 2020 | Oct 2020 | Nov 2020 |
      | A   | on-programme |   533.33 |   266.67 |     0.00 |
      | A   | achievement  |     0.00 |   200.00 |     0.00 |
    And nothing else is earned

  @FM35-INSTALMENTS-04
  Scenario: Of an aim that runs into the next funding year only the months of this year are paid
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | SOF |
      | A   | 60900011      | 01/06/2021 | 30/11/2021       | -               | 105 |
    Then the earnings are:
      | aim | earning      | May 2021 | Jun 2021 | Jul 2021 |
      | A   | on-programme |     0.00 |   228.57 |   114.29 |
    And nothing else is earned

  @FM35-INSTALMENTS-04
  Scenario: The same aim in the next funding year earns the other four instalments and the achievement
    Given the funding year is 2021/22
    And this aim:
      | aim | aim reference | start date | planned end date | actual end date | SOF |
      | A   | 60900011      | 01/06/2021 | 30/11/2021       | 30/11/2021      | 105 |
    Then the earnings are:
      | aim | earning      | Aug 2021 | Sep 2021 | Oct 2021 | Nov 2021 | Dec 2021 |
      | A   | on-programme |   114.29 |   114.29 |   114.29 |   114.29 |     0.00 |
      | A   | achievement  |     0.00 |     0.00 |     0.00 |   200.00 |     0.00 |
    And nothing else is earned

  @FM35-INSTALMENTS-04 @FM35-ENDS-04
  Scenario: An aim begun the year before goes on with single instalments, and is achieved late (worked example A16)
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | SOF |
      | A   | 60900011      | 10/10/2019 | 20/12/2020       | 25/03/2021      | 105 |
    Then the earnings are:
      | aim | earning      | Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | A   | on-programme | 53.33333 | 53.33333 | 53.33333 | 53.33333 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | A   | balancing    |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | A   | achievement  |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |   200.00 |     0.00 |     0.00 |     0.00 |     0.00 |
    And nothing else is earned
    And the values are:
      | aim | planned instalments | actual instalments | qualifying days |
      | A   |                  15 |                 15 |              42 |
