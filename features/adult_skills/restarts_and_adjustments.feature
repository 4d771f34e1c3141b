@adult-skills
Feature: Restarts and funding adjustments
  Prior learning and other adjustments leave a share of the funding. The achievement of a restarted aim is reduced by the
  other adjustment only.

  Background:
    Given the funding year is 2020/21

  @FM35-ADJUSTMENT-01 @FM35-ADJUSTMENT-02
  Scenario: A restart with other adjustment 50 and prior learning 60 per cent (worked example A10)
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | other funding adjustment | prior learning adjustment | RES | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 28/02/2021      |                       50 |                        60 |   1 | 105 |
    Then the earnings are:
      | aim | earning      | Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | A   | on-programme |     0.00 | 68.57143 | 34.28571 | 34.28571 | 34.28571 | 34.28571 | 34.28571 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | A   | achievement  |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |   100.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
    And nothing else is earned
    And the values are:
      | aim | funding remaining | achievement funding remaining | aim value |
      | A   |               0.3 |                           0.5 |  1,000.00 |

  @FM35-ADJUSTMENT-01
  Scenario: The same adjustments without a restart reduce the achievement by both
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | other funding adjustment | prior learning adjustment | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 28/02/2021      |                      50% |                       60% | 105 |
    Then the earnings are:
      | aim | earning      | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 |
      | A   | on-programme |    68.57 |    34.29 |    34.29 |    34.29 |    34.29 |    34.29 |
      | A   | achievement  |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |    60.00 |
    And nothing else is earned

  @FM35-ADJUSTMENT-02
  Scenario: A restart with prior learning only keeps its whole achievement
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | prior learning adjustment | RES | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 28/02/2021      |                        60 |   1 | 105 |
    Then the earnings are:
      | aim | earning      | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 |
      | A   | on-programme |   137.14 |    68.57 |    68.57 |    68.57 |    68.57 |    68.57 |
      | A   | achievement  |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |   200.00 |
    And nothing else is earned

  @FM35-ADJUSTMENT-02
  Scenario: The job outcome of a restart is reduced as its achievement is
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | other funding adjustment | prior learning adjustment | employment outcome | RES | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 28/02/2021      |                       50 |                        60 |                  1 |   1 | 105 |
    Then the earnings are:
      | aim | earning     | Feb 2021 |
      | A   | achievement |    50.00 |
      | A   | job outcome |    50.00 |

  @FM35-ADJUSTMENT-01
  Scenario: An adjustment of nought leaves nothing
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | other funding adjustment | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 28/02/2021      |                        0 | 105 |
    Then nothing is earned

  @FM35-ADJUSTMENT-03
  Scenario Outline: The rate is that of the original start: begun <original>, the weighted rate is <rate>
    Given this aim:
      | aim | aim reference | start date | original start date | planned end date | actual end date | RES | SOF |
      | A   | 60900072      | 01/09/2020 | <original>          | 28/02/2021       | -               |   1 | 105 |
    Then the values are:
      | aim | weighted rate | unweighted rate |
      | A   | <rate>        |          300.00 |

    Examples:
      | original   |   rate |
      | 31/07/2020 | 300.00 |
      | 01/08/2020 | 336.00 |
