@adult-skills
Feature: Early and late ends
  A learner who leaves earns the instalments of the months whose last day was reached. One who achieves early earns the
  rest at once. One who stays longer earns no more instalments, but the achievement when it comes.

  Background:
    Given the funding year is 2020/21

  @FM35-ENDS-01
  Scenario: Achieved early, the remaining instalments are paid in the month of the end (worked example A3)
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 15/12/2020      | 105 |
    Then the earnings are:
      | aim | earning      | Aug 2020 |  Sep 2020 |  Oct 2020 |  Nov 2020 |  Dec 2020 | Jan 2021 | Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | A   | on-programme |     0.00 | 228.57143 | 114.28571 | 114.28571 |      0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | A   | balancing    |     0.00 |      0.00 |      0.00 |      0.00 | 342.85714 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | A   | achievement  |     0.00 |      0.00 |      0.00 |      0.00 |    200.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
    And nothing else is earned
    And the values are:
      | aim | aim value | planned instalments | actual instalments |
      | A   |  1,000.00 |                   7 |                  4 |

  @FM35-ENDS-01
  Scenario: Achieved within the start month, everything falls into that month
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 20/09/2020      | 105 |
    Then the earnings are:
      | aim | earning      | Sep 2020 | Oct 2020 |
      | A   | on-programme |   228.57 |     0.00 |
      | A   | balancing    |   571.43 |     0.00 |
      | A   | achievement  |   200.00 |     0.00 |
    And nothing else is earned

  @FM35-ENDS-02
  Scenario: Withdrawn in the middle of a month, that month has no instalment (worked example A4)
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | status    | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 15/12/2020      | withdrawn | 105 |
    Then the earnings are:
      | aim | earning      | Aug 2020 |  Sep 2020 |  Oct 2020 |  Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | A   | on-programme |     0.00 | 228.57143 | 114.28571 | 114.28571 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
    And nothing else is earned
    And the values are:
      | aim | aim value | fee element | planned instalments | actual instalments |
      | A   |  1,000.00 |        0.00 |                   7 |                  4 |

  @FM35-ENDS-02
  Scenario Outline: Withdrawn on <end>, December has <sum>
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | status    | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | <end>           | withdrawn | 105 |
    Then the earnings are:
      | aim | earning      | Nov 2020 | Dec 2020 | Jan 2021 |
      | A   | on-programme |   114.29 | <sum>    |     0.00 |

    Examples:
      | end        |    sum |
      | 30/12/2020 |   0.00 |
      | 31/12/2020 | 114.29 |

  @FM35-ENDS-02
  Scenario: Withdrawn within the start month but after the qualifying days, both instalments of that month stay
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | status    | SOF |
      | A   | 60900011      | 05/10/2020 | 31/12/2020       | 20/10/2020      | withdrawn | 105 |
    Then the earnings are:
      | aim | earning      | Oct 2020 | Nov 2020 |
      | A   | on-programme |   400.00 |     0.00 |
    And nothing else is earned

  @FM35-ENDS-03
  Scenario: A break in learning pays as a withdrawal does
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | status            | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 15/12/2020      | break in learning | 105 |
    Then the earnings are:
      | aim | earning      | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 |
      | A   | on-programme |   228.57 |   114.29 |   114.29 |     0.00 |
    And nothing else is earned

  @FM35-ENDS-01
  Scenario: Completed early without achieving, nothing is paid at once
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | status    | outcome      | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 15/12/2020      | completed | not achieved | 105 |
    Then the earnings are:
      | aim | earning      | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 |
      | A   | on-programme |   228.57 |   114.29 |   114.29 |     0.00 |
    And nothing else is earned

  @FM35-ENDS-04
  Scenario: A learner who goes on after the planned end earns no further instalments
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | SOF |
      | A   | 60900011      | 01/09/2020 | 30/11/2020       | -               | 105 |
    Then the earnings are:
      | aim | earning      | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 |
      | A   | on-programme |   400.00 |   200.00 |   200.00 |     0.00 |     0.00 |
    And nothing else is earned
