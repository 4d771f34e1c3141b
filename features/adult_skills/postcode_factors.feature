@adult-skills
Feature: Factors by postcode
  The postcode of delivery gives the area cost factor, the learner's postcode before enrolment the disadvantage factor.
  Both only ever raise a value, and both are those of the day on which the aim first began.

  Background:
    Given the funding year is 2020/21

  @FM35-POSTCODE-01
  Scenario: Delivery in an area of higher cost
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | delivery postcode | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 28/02/2021      | AX4 9SF           | 105 |
    Then the earnings are:
      | aim | earning      | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 |
      | A   | on-programme |   256.00 |   128.00 |   128.00 |   128.00 |   128.00 |   128.00 |
      | A   | achievement  |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |   224.00 |
    And nothing else is earned

  @FM35-POSTCODE-02
  Scenario: A learner from a disadvantaged area
    Given this learner:
      | learner | prior postcode |
      | Ada     | WX3 7EE        |
    And this aim:
      | aim | aim reference | start date | planned end date | actual end date | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 28/02/2021      | 105 |
    Then the earnings are:
      | aim | earning      | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 |
      | A   | on-programme |   262.86 |   131.43 |   131.43 |   131.43 |   131.43 |   131.43 |
      | A   | achievement  |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |   230.00 |
    And nothing else is earned

  @FM35-POSTCODE-01 @FM35-POSTCODE-02
  Scenario: Both factors multiply
    Given this learner:
      | learner | prior postcode |
      | Ada     | WX3 7EE        |
    And this aim:
      | aim | aim reference | start date | planned end date | actual end date | delivery postcode | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 28/02/2021      | AX4 9SF           | 105 |
    Then the earnings are:
      | aim | earning      | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 |
      | A   | on-programme |   294.40 |   147.20 |   147.20 |   147.20 |   147.20 |   147.20 |
      | A   | achievement  |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |   257.60 |
    And nothing else is earned

  @FM35-POSTCODE-03
  Scenario: A factor below 1 counts as 1
    Given this learner:
      | learner | prior postcode |
      | Ada     | YX3 8ER        |
    And this aim:
      | aim | aim reference | start date | planned end date | actual end date | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 28/02/2021      | 105 |
    Then the values are:
      | aim | disadvantage factor | aim value |
      | A   |                   1 |  1,000.00 |

  @FM35-POSTCODE-04
  Scenario Outline: The factor is that of the start date: an aim begun on <start> is worth <value>
    Given this learner:
      | learner | prior postcode |
      | Ada     | WX5 5GG        |
    And this aim:
      | aim | aim reference | start date | planned end date | actual end date | SOF |
      | A   | 60900011      | <start>    | 30/06/2021       | -               | 105 |
    Then the values are:
      | aim | disadvantage factor | aim value |
      | A   | <factor>            | <value>   |

    Examples:
      | start      | factor |    value |
      | 31/12/2020 |  1.144 | 1,144.00 |
      | 01/01/2021 |  1.096 | 1,096.00 |

  @FM35-POSTCODE-04
  Scenario: A restart keeps the factor of its original start
    Given this learner:
      | learner | prior postcode |
      | Ada     | WX5 5GG        |
    And this aim:
      | aim | aim reference | start date | original start date | planned end date | actual end date | RES | SOF |
      | A   | 60900011      | 01/02/2021 | 31/12/2020          | 30/06/2021       | -               |   1 | 105 |
    Then the values are:
      | aim | disadvantage factor | aim value |
      | A   |               1.144 |  1,144.00 |

  @FM35-POSTCODE-05
  Scenario: For an aim begun before 31 July 2016 the factor of that day counts
    Given these postcode factors:
      | postcode | area cost | disadvantage | from       | to         |
      | ZX1 1ZZ  |       1.2 |            1 | 01/08/2013 | 30/07/2016 |
      | ZX1 1ZZ  |       1.1 |            1 | 31/07/2016 | -          |
    And this aim:
      | aim | aim reference | start date | planned end date | actual end date | delivery postcode | SOF |
      | A   | 60900011      | 01/01/2016 | 31/12/2020       | -               | ZX1 1ZZ           | 105 |
    Then the values are:
      | aim | area cost factor | aim value |
      | A   |              1.1 |  1,100.00 |
