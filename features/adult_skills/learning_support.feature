@adult-skills
Feature: Learning support
  £150 for each month on whose last day the learner has learning support and is on the aim, paid once for all aims.

  Background:
    Given the funding year is 2020/21

  @FM35-SUPPORT-01
  Scenario: Learning support from 1 September to 20 December 2020 (worked example A11)
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | learning support from | learning support to | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | -               | 01/09/2020            | 20/12/2020          | 105 |
    Then the earnings are:
      | aim | earning          | Aug 2020 |  Sep 2020 |  Oct 2020 |  Nov 2020 |  Dec 2020 |  Jan 2021 |  Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | A   | on-programme     |     0.00 | 228.57143 | 114.28571 | 114.28571 | 114.28571 | 114.28571 | 114.28571 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | A   | learning support |     0.00 |    150.00 |    150.00 |    150.00 |      0.00 |      0.00 |      0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
    And nothing else is earned

  @FM35-SUPPORT-01
  Scenario: Support that begins on a month's last day, and support that lasts to one, both earn the month
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | learning support from | learning support to | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | -               | 31/10/2020            | 31/12/2020          | 105 |
    Then the earnings are:
      | aim | earning          | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 |
      | A   | learning support |     0.00 |   150.00 |   150.00 |   150.00 |     0.00 |

  @FM35-SUPPORT-02
  Scenario Outline: An aim planned to end on <planned end> <has> learning support
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | learning support from | learning support to | SOF |
      | A   | 60900011      | 01/09/2020 | <planned end>    | -               | 01/09/2020            | 31/10/2020          | 105 |
    Then the earnings are:
      | aim | earning          | Sep 2020    | Oct 2020  | Nov 2020 |
      | A   | learning support | <September> | <October> |     0.00 |

    Examples: at least a month is needed; the planned end does not stop the support
      | planned end | has    | September | October |
      | 30/09/2020  | has no |      0.00 |    0.00 |
      | 01/10/2020  | has    |    150.00 |  150.00 |

  @FM35-SUPPORT-03
  Scenario: The month in which the aim ends before its last day has no learning support
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | learning support from | learning support to | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 30/01/2021      | 01/09/2020            | 28/02/2021          | 105 |
    Then the earnings are:
      | aim | earning          | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 |
      | A   | learning support |   150.00 |   150.00 |   150.00 |   150.00 |     0.00 |     0.00 |

  @FM35-SUPPORT-04
  Scenario: With two aims it is paid once, first for the aim that began earlier, then for the other
    Given these aims:
      | aim | aim reference | start date | planned end date | actual end date | learning support from | learning support to | SOF |
      | A   | 60900011      | 15/09/2020 | 28/02/2021       | -               | 15/09/2020            | 28/02/2021          | 105 |
      | B   | 60900102      | 01/09/2020 | 28/02/2021       | 15/12/2020      | 01/09/2020            | 28/02/2021          | 105 |
    Then the earnings are:
      | aim | earning          | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 | Mar 2021 |
      | A   | learning support |     0.00 |     0.00 |     0.00 |   150.00 |   150.00 |   150.00 |     0.00 |
      | B   | learning support |   150.00 |   150.00 |   150.00 |     0.00 |     0.00 |     0.00 |     0.00 |

  @FM35-SUPPORT-05
  Scenario: An aim that has not qualified has no learning support
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | status    | learning support from | learning support to | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 11/10/2020      | withdrawn | 01/09/2020            | 28/02/2021          | 105 |
    Then nothing is earned

  @FM35-SUPPORT-05
  Scenario: Nor has an aim without a fund line
    Given a learner born on 01/09/2001
    And this aim:
      | aim | aim reference | start date | planned end date | actual end date | learning support from | learning support to | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | -               | 01/09/2020            | 28/02/2021          | 105 |
    Then nothing is earned
