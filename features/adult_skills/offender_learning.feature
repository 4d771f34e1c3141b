@adult-skills
Feature: Learning of offenders in custody (OLASS)
  Aims with LDM 034 have a line of their own at any age, a fixed disadvantage factor of 1.12, and no job outcome.

  Background:
    Given the funding year is 2020/21

  @FM35-OLASS-01
  Scenario: An aim of £1,000 with LDM 034 (worked example A17)
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | LDM | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 28/02/2021      | 034 | 105 |
    Then the earnings are:
      | aim | earning      | Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | A   | on-programme |     0.00 |   256.00 |   128.00 |   128.00 |   128.00 |   128.00 |   128.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | A   | achievement  |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |   224.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
    And nothing else is earned
    And the values are:
      | aim | fund line   | aim value | fee element |
      | A   | Adult OLASS |  1,120.00 |        0.00 |

  @FM35-OLASS-01
  Scenario: The learner's own postcode does not count
    Given this learner:
      | learner | prior postcode |
      | Ada     | UX7 3WQ        |
    And this aim:
      | aim | aim reference | start date | planned end date | actual end date | LDM | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | -               |  34 | 105 |
    Then the values are:
      | aim | fund line   | disadvantage factor | aim value |
      | A   | Adult OLASS |                1.12 |  1,120.00 |

  @FM35-OLASS-02
  Scenario: A learner under 19 has the same line
    Given a learner born on 01/09/2001
    And this aim:
      | aim | aim reference | start date | planned end date | actual end date | LDM | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 28/02/2021      | 034 | 105 |
    Then the values are:
      | aim | fund line   |
      | A   | Adult OLASS |
    And the earnings in all are 1,120.00

  @FM35-OLASS-03
  Scenario: No job outcome is paid, the achievement stays whole
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | employment outcome | LDM | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 28/02/2021      |                  1 | 034 | 105 |
    Then the earnings are:
      | aim | earning     | Feb 2021 |
      | A   | achievement |   224.00 |
      | A   | job outcome |     0.00 |
