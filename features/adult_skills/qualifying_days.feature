@adult-skills
Feature: Qualifying days
  An aim is funded once the learner has stayed for its qualifying days: 1, 14 or 42 of them, by the planned length.
  Days count from the start date of the aim, the first and the last day included.

  Background:
    Given the funding year is 2020/21

  @FM35-QUALIFYING-01
  Scenario Outline: An aim planned for <length> days needs <qualifying> qualifying days
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | SOF |
      | A   | 60900011      | 01/09/2020 | <planned end>    | -               | 105 |
    Then the values are:
      | aim | qualifying days |
      | A   | <qualifying>    |

    Examples:
      | length | planned end | qualifying |
      |      1 | 01/09/2020  |          1 |
      |     13 | 13/09/2020  |          1 |
      |     14 | 14/09/2020  |         14 |
      |    167 | 14/02/2021  |         14 |
      |    168 | 15/02/2021  |         42 |

  @FM35-QUALIFYING-02
  Scenario: Withdrawn after 41 of 42 days, an aim earns nothing
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | status    | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 11/10/2020      | withdrawn | 105 |
    Then nothing is earned
    And the values are:
      | aim | funding starts | fee element | aim value | planned instalments | actual instalments | qualifying days | cap factor |
      | A   | no             |        0.00 |      0.00 |                   0 |                  0 |              42 |          1 |

  @FM35-QUALIFYING-02
  Scenario: Withdrawn after 42 days, an aim earns the instalments of its start month
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | status    | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 12/10/2020      | withdrawn | 105 |
    Then the earnings are:
      | aim | earning      | Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 |
      | A   | on-programme |     0.00 |   228.57 |     0.00 |     0.00 |
    And nothing else is earned

  @FM35-QUALIFYING-02
  Scenario Outline: Of an aim planned for 30 days, a learner who stays <days> days earns <sum>
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | status    | SOF |
      | A   | 60900023      | 01/09/2020 | 30/09/2020       | <end>           | withdrawn | 105 |
    Then the earnings in all are <sum>

    Examples:
      | days | end        |   sum |
      |   13 | 13/09/2020 |  0.00 |
      |   14 | 14/09/2020 | 80.00 |

  @FM35-QUALIFYING-02
  Scenario: A single day is enough for an aim of less than 14 days
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | status    | SOF |
      | A   | 60900023      | 01/09/2020 | 13/09/2020       | 01/09/2020      | withdrawn | 105 |
    Then the earnings are:
      | aim | earning      | Sep 2020 | Oct 2020 |
      | A   | on-programme |    80.00 |     0.00 |
    And nothing else is earned

  @FM35-QUALIFYING-03
  Scenario: An aim achieved before its qualifying days is funded in full
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | outcome  | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 11/10/2020      | achieved | 105 |
    Then the earnings are:
      | aim | earning      | Sep 2020 | Oct 2020 | Nov 2020 |
      | A   | on-programme |   228.57 |     0.00 |     0.00 |
      | A   | balancing    |     0.00 |   571.43 |     0.00 |
      | A   | achievement  |     0.00 |   200.00 |     0.00 |
    And nothing else is earned

  @FM35-QUALIFYING-03
  Scenario Outline: After 41 days outcome <outcome> <counts> towards the start of funding
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | status    | outcome   | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 11/10/2020      | completed | <outcome> | 105 |
    Then the values are:
      | aim | funding starts |
      | A   | <starts>       |

    Examples:
      | outcome | counts         | starts |
      |       1 | counts         | yes    |
      |       3 | does not count | no     |
      |       6 | counts         | yes    |
      |       7 | counts         | yes    |
      |       8 | does not count | no     |

  @FM35-QUALIFYING-04
  Scenario: After a restart the days count from the new start, not the original one
    Given this aim:
      | aim | aim reference | start date | original start date | planned end date | actual end date | status    | RES | SOF |
      | A   | 60900011      | 01/09/2020 | 01/03/2020          | 28/02/2021       | 11/10/2020      | withdrawn |   1 | 105 |
    Then nothing is earned
