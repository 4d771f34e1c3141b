@adult-skills
Feature: Specialist resources and long-term residential provision
  Aims of weighting G are worth 192/172 of their rate where there are specialist resources. Residential aims (LDM 322) of
  a provider with long-term residential provision are worth 4.7 times their rate.

  Background:
    Given the funding year is 2020/21

  @FM35-SPECIALIST-01
  Scenario: A specialist provider, weighting G and a rate of £1,720 (worked example A18)
    Given the provider is 10000101
    And this aim:
      | aim | aim reference | start date | planned end date | actual end date | SOF |
      | A   | 60900060      | 01/09/2020 | 28/02/2021       | -               | 105 |
    Then the earnings are:
      | aim | earning      | Aug 2020 |  Sep 2020 |  Oct 2020 |  Nov 2020 |  Dec 2020 |  Jan 2021 |  Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | A   | on-programme |     0.00 | 438.85714 | 219.42857 | 219.42857 | 219.42857 | 219.42857 | 219.42857 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
    And nothing else is earned
    And the values are:
      | aim | aim value | fee element |
      | A   |  1,920.00 |        0.00 |

  @FM35-SPECIALIST-01
  Scenario: Other weightings are not raised
    Given the provider is 10000101
    And this aim:
      | aim | aim reference | start date | planned end date | actual end date | SOF |
      | A   | 60900059      | 01/09/2020 | 28/02/2021       | -               | 105 |
    Then the values are:
      | aim | specialist factor | aim value |
      | A   |                 1 |  1,300.00 |

  @FM35-SPECIALIST-02
  Scenario Outline: Campus <campus> of provider <provider> makes the value <value>
    Given the provider is <provider>
    And this learner:
      | learner | campus   |
      | Ada     | <campus> |
    And this aim:
      | aim | aim reference | start date | planned end date | actual end date | SOF |
      | A   | 60900060      | 01/09/2020 | 28/02/2021       | -               | 105 |
    Then the values are:
      | aim | aim value |
      | A   | <value>   |

    Examples: the campus answers first, a no too
      | campus   | provider |    value |
      | CAMPA001 | 10000001 | 1,920.00 |
      | CAMPA002 | 10000101 | 1,720.00 |
      | -        | 10000001 | 1,720.00 |

  @FM35-SPECIALIST-03
  Scenario Outline: A provider with an answer for some postcodes delivers at <postcode>: factor <factor>
    Given the provider is 10000103
    And this aim:
      | aim | aim reference | start date | planned end date | actual end date | delivery postcode | SOF |
      | A   | 60900060      | 01/09/2020 | 28/02/2021       | -               | <postcode>        | 105 |
    Then the values are:
      | aim | specialist factor | area cost factor | aim value |
      | A   | <factor>          | <area>           | <value>   |

    Examples:
      | postcode |  factor | area |    value |
      | AX4 9SF  | 1.11628 | 1.12 | 2,150.40 |
      | UX5 6TN  |       1 | 1.06 | 1,823.20 |
      | WX1 1AA  |       1 |    1 | 1,720.00 |

  @FM35-RESIDENTIAL-01
  Scenario: Residential aims of a residential provider are worth 4.7 times their rate
    Given the provider is 10000101
    And this aim:
      | aim | aim reference | start date | planned end date | actual end date | LDM | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 28/02/2021      | 322 | 105 |
    Then the earnings are:
      | aim | earning      | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 |
      | A   | on-programme | 1,074.29 |   537.14 |   537.14 |   537.14 |   537.14 |   537.14 |
      | A   | achievement  |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |   940.00 |
    And nothing else is earned

  @FM35-RESIDENTIAL-01
  Scenario Outline: With LDM <LDM> at provider <provider> the residential factor is <factor>
    Given the provider is <provider>
    And this aim:
      | aim | aim reference | start date | planned end date | actual end date | LDM   | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | -               | <LDM> | 105 |
    Then the values are:
      | aim | residential factor | aim value |
      | A   | <factor>           | <value>   |

    Examples:
      | LDM | provider | factor |    value |
      | 322 | 10000101 |    4.7 | 4,700.00 |
      |   - | 10000101 |      1 | 1,000.00 |
      | 322 | 10000001 |      1 | 1,000.00 |
