@adult-skills
Feature: Co-funding
  Unless an aim is fully funded, the learner or employer is expected to pay half of the unweighted rate. That fee is
  taken off the value before anything is paid; the factors do not raise it.

  Background:
    Given the funding year is 2020/21

  @FM35-FEE-01
  Scenario: A co-funded aim of £1,000 with an unweighted rate of £900 (worked example A2)
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | SOF | FFI |
      | A   | 60900084      | 01/09/2020 | 28/02/2021       | 28/02/2021      | 105 |   2 |
    Then the earnings are:
      | aim | earning      | Aug 2020 |  Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | A   | on-programme |     0.00 | 125.71429 | 62.85714 | 62.85714 | 62.85714 | 62.85714 | 62.85714 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | A   | achievement  |     0.00 |      0.00 |     0.00 |     0.00 |     0.00 |     0.00 |   110.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
    And nothing else is earned
    And the values are:
      | aim | weighted rate | unweighted rate | aim value | fee element |
      | A   |      1,000.00 |          900.00 |  1,000.00 |      450.00 |

  @FM35-FEE-01
  Scenario: The same aim fully funded has no fee
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | SOF | FFI |
      | A   | 60900084      | 01/09/2020 | 28/02/2021       | 28/02/2021      | 105 |   1 |
    Then the values are:
      | aim | aim value | fee element |
      | A   |  1,000.00 |        0.00 |
    And the earnings in all are 1,000.00

  @FM35-FEE-02
  Scenario: Area cost and disadvantage raise the value, not the fee (worked example A9)
    Given this learner:
      | learner | prior postcode |
      | Ada     | WX3 7EE        |
    And this aim:
      | aim | aim reference | start date | planned end date | actual end date | delivery postcode | SOF | FFI |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 28/02/2021      | AX4 9SF           | 105 |   2 |
    Then the earnings are:
      | aim | earning      | Aug 2020 |  Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | A   | on-programme |     0.00 | 180.11429 | 90.05714 | 90.05714 | 90.05714 | 90.05714 | 90.05714 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | A   | achievement  |     0.00 |      0.00 |     0.00 |     0.00 |     0.00 |     0.00 |   157.60 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
    And nothing else is earned
    And the values are:
      | aim | area cost factor | disadvantage factor | aim value | fee element |
      | A   |             1.12 |                1.15 |  1,288.00 |      500.00 |

  @FM35-FEE-02
  Scenario: The programme weighting raises the value, not the fee
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | SOF | FFI |
      | A   | 60900047      | 01/09/2020 | 28/02/2021       | 28/02/2021      | 105 |   2 |
    Then the earnings are:
      | aim | earning      | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 |
      | A   | on-programme |   141.71 |    70.86 |    70.86 |    70.86 |    70.86 |    70.86 |
      | A   | achievement  |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |   124.00 |
    And nothing else is earned

  @FM35-FEE-03
  Scenario: A fee above the value makes the payments negative
    Given these aim rates:
      | aim reference |   rate | weighted rate |
      | 60999999      | 900.00 |        400.00 |
    And this aim:
      | aim | aim reference | start date | planned end date | actual end date | SOF | FFI |
      | A   | 60999999      | 01/09/2020 | 28/02/2021       | 28/02/2021      | 105 |   2 |
    Then the earnings are:
      | aim | earning      | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 |
      | A   | on-programme |   -11.43 |    -5.71 |    -5.71 |    -5.71 |    -5.71 |    -5.71 |
      | A   | achievement  |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |   -10.00 |
    And nothing else is earned

  @FM35-FEE-01
  Scenario: An aim without a value has no fee either
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | status    | SOF | FFI |
      | A   | 60900084      | 01/09/2020 | 28/02/2021       | 11/10/2020      | withdrawn | 105 |   2 |
    Then the values are:
      | aim | aim value | fee element | weighted rate |
      | A   |      0.00 |        0.00 |      1,000.00 |
    And nothing is earned
