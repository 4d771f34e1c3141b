@adult-skills
Feature: The COVID-19 skills offer
  Aims begun from 1 September 2020 with LDM 376 are worth £400 more, and their job outcome is a fifth of the value.

  Background:
    Given the funding year is 2020/21

  @FM35-COVID-01 @FM35-COVID-02
  Scenario: An aim of £1,000, achieved and into a job (worked example A13)
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | employment outcome | LDM | SOF |
      | A   | 60900011      | 01/10/2020 | 31/01/2021       | 31/01/2021      |                  1 | 376 | 105 |
    Then the earnings are:
      | aim | earning      | Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | A   | on-programme |     0.00 |     0.00 |   448.00 |   224.00 |   224.00 |   224.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | A   | achievement  |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | A   | job outcome  |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |   280.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
    And nothing else is earned
    And the values are:
      | aim | fund line                                       | aim value | planned instalments | qualifying days | achievement element |
      | A   | ESFA AEB - COVID-19 Skills Offer (non-procured) |  1,400.00 |                   5 |              14 |              280.00 |

  @FM35-COVID-02
  Scenario: Achieved without a job, the achievement is a fifth
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | LDM | SOF |
      | A   | 60900011      | 01/10/2020 | 31/01/2021       | 31/01/2021      | 376 | 105 |
    Then the earnings are:
      | aim | earning     | Dec 2020 | Jan 2021 | Feb 2021 |
      | A   | achievement |     0.00 |   280.00 |     0.00 |
      | A   | job outcome |     0.00 |     0.00 |     0.00 |

  @FM35-COVID-03
  Scenario: Begun on 31 August 2020, the aim is an ordinary one
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | employment outcome | LDM | SOF |
      | A   | 60900011      | 31/08/2020 | 31/12/2020       | 31/12/2020      |                  1 | 376 | 105 |
    Then the values are:
      | aim | fund line                              | aim value |
      | A   | ESFA AEB - Adult Skills (non-procured) |  1,000.00 |
    And the earnings are:
      | aim | earning     | Dec 2020 |
      | A   | achievement |   100.00 |
      | A   | job outcome |   100.00 |

  @FM35-COVID-03
  Scenario: The original start decides for a restart
    Given this aim:
      | aim | aim reference | start date | original start date | planned end date | actual end date | LDM | RES | SOF |
      | A   | 60900011      | 01/10/2020 | 31/08/2020          | 31/12/2020       | -               | 376 |   1 | 105 |
    Then the values are:
      | aim | aim value |
      | A   |  1,000.00 |

  @FM35-COVID-04
  Scenario: Devolved aims have the addition and the higher job outcome, but no line of their own
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | employment outcome | LDM | SOF |
      | A   | 60900011      | 01/10/2020 | 31/01/2021       | 31/01/2021      |                  1 | 376 | 112 |
    Then the earnings are:
      | aim | earning      | Jan 2021 |
      | A   | on-programme |   224.00 |
      | A   | achievement  |     0.00 |
      | A   | job outcome  |   280.00 |
    And the values are:
      | aim | fund line                                                     | aim value |
      | A   | Adult Education - Eligible for MCA/GLA funding (non-procured) |  1,400.00 |

  @FM35-COVID-01
  Scenario: Co-funded, half of the addition is part of the fee
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | LDM | SOF | FFI |
      | A   | 60900084      | 01/10/2020 | 31/01/2021       | 31/01/2021      | 376 | 105 |   2 |
    Then the earnings are:
      | aim | earning      | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 |
      | A   | on-programme |   240.00 |   120.00 |   120.00 |   120.00 |
      | A   | achievement  |     0.00 |     0.00 |     0.00 |   150.00 |
    And nothing else is earned

  @FM35-COVID-01
  Scenario: The rate shows the addition even where funding has not started
    Given this aim:
      | aim | aim reference | start date | planned end date | actual end date | status    | LDM | SOF |
      | A   | 60900011      | 01/10/2020 | 31/01/2021       | 05/10/2020      | withdrawn | 376 | 105 |
    Then the values are:
      | aim | weighted rate | unweighted rate | aim value |
      | A   |      1,400.00 |        1,400.00 |      0.00 |
    And nothing is earned
