@adult-skills
Feature: The yearly cap
  Outside apprenticeships a learner's aims may together earn at most £3,520 before achievement in a funding year,
  counted in unweighted rates. Above that, all their payments are scaled down by one factor.

  Background:
    Given the funding year is 2020/21

  @FM35-CAP-01 @FM35-CAP-02
  Scenario: Two aims of £3,000 on the same dates (worked example A15)
    Given these aims:
      | aim | aim reference | start date | planned end date | actual end date | SOF |
      | A   | 60900035      | 01/09/2020 | 28/02/2021       | 28/02/2021      | 105 |
      | B   | 60900035      | 01/09/2020 | 28/02/2021       | 28/02/2021      | 105 |
    Then the earnings are:
      | aim | earning      | Aug 2020 |  Sep 2020 |  Oct 2020 |  Nov 2020 |  Dec 2020 |  Jan 2021 |  Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | A   | on-programme |     0.00 | 502.85714 | 251.42857 | 251.42857 | 251.42857 | 251.42857 | 251.42857 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | A   | achievement  |     0.00 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |    440.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | B   | on-programme |     0.00 | 502.85714 | 251.42857 | 251.42857 | 251.42857 | 251.42857 | 251.42857 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | B   | achievement  |     0.00 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |    440.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
    And nothing else is earned
    And the earnings in all are 4,400.00
    And the values are:
      | aim | cap factor | aim value |
      | A   |    0.73333 |  3,000.00 |
      | B   |    0.73333 |  3,000.00 |

  @FM35-CAP-01
  Scenario Outline: Beside an aim of £3,000, one of <rate> makes the cap factor <factor>
    Given these aim rates:
      | aim reference | rate   |
      | 60999999      | <rate> |
    And these aims:
      | aim | aim reference | start date | planned end date | actual end date | SOF |
      | A   | 60900035      | 01/09/2020 | 28/02/2021       | -               | 105 |
      | B   | 60999999      | 01/09/2020 | 28/02/2021       | -               | 105 |
    Then the values are:
      | aim | cap factor |
      | A   | <factor>   |
      | B   | <factor>   |

    Examples: exactly £4,400 together is not above the cap
      |     rate |   factor |
      | 1,400.00 |        1 |
      | 1,400.01 | 0.999998 |
      | 2,500.00 |      0.8 |

  @FM35-CAP-03
  Scenario: The fee is not taken off before the cap is judged, but off what is paid
    Given these aims:
      | aim | aim reference | start date | planned end date | actual end date | SOF | FFI |
      | A   | 60900035      | 01/09/2020 | 28/02/2021       | 28/02/2021      | 105 |   2 |
      | B   | 60900035      | 01/09/2020 | 28/02/2021       | 28/02/2021      | 105 |   2 |
    Then the earnings are:
      | aim | earning      | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 |
      | A   | on-programme |   251.43 |   125.71 |   125.71 |   125.71 |   125.71 |   125.71 |
      | A   | achievement  |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |   220.00 |
    And the values are:
      | aim | cap factor | fee element |
      | A   |    0.73333 |    1,500.00 |

  @FM35-CAP-03
  Scenario: Weighting and factors do not count towards the cap
    Given these aim rates:
      | aim reference |     rate | weighted rate |
      | 60999999      | 4,400.00 |      5,720.00 |
    And this aim:
      | aim | aim reference | start date | planned end date | actual end date | delivery postcode | SOF |
      | A   | 60999999      | 01/09/2020 | 28/02/2021       | 28/02/2021      | AX1 1AD           | 105 |
    Then the values are:
      | aim | cap factor | aim value |
      | A   |          1 |  6,864.00 |

  @FM35-CAP-04
  Scenario: Only the instalments of this year count
    Given these aims:
      | aim | aim reference | start date | planned end date | actual end date | SOF |
      | A   | 60900035      | 01/06/2021 | 30/11/2021       | -               | 105 |
      | B   | 60900035      | 01/06/2021 | 30/11/2021       | -               | 105 |
    Then the earnings are:
      | aim | earning      | Jun 2021 | Jul 2021 |
      | A   | on-programme |   685.71 |   342.86 |
      | B   | on-programme |   685.71 |   342.86 |
    And nothing else is earned

  @FM35-CAP-04
  Scenario: Instalments paid at once on an early achievement count
    Given these aims:
      | aim | aim reference | start date | planned end date | actual end date | SOF |
      | A   | 60900035      | 01/06/2021 | 30/11/2021       | 15/07/2021      | 105 |
      | B   | 60900035      | 01/06/2021 | 30/11/2021       | 15/07/2021      | 105 |
    Then the earnings are:
      | aim | earning      | Jun 2021 | Jul 2021 |
      | A   | on-programme |   502.86 |     0.00 |
      | A   | balancing    |     0.00 | 1,257.14 |
      | A   | achievement  |     0.00 |   440.00 |

  @FM35-CAP-05
  Scenario: What a funding adjustment takes away does not count
    Given these aims:
      | aim | aim reference | start date | planned end date | actual end date | prior learning adjustment | SOF |
      | A   | 60900035      | 01/09/2020 | 28/02/2021       | -               |                        50 | 105 |
      | B   | 60900035      | 01/09/2020 | 28/02/2021       | -               |                        50 | 105 |
    Then the earnings are:
      | aim | earning      | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 |
      | A   | on-programme |   342.86 |   171.43 |   171.43 |   171.43 |   171.43 |   171.43 |
    And the values are:
      | aim | cap factor |
      | A   |          1 |

  @FM35-CAP-02
  Scenario: Aims of different funding bodies share one cap
    Given these aims:
      | aim | aim reference | start date | planned end date | actual end date | SOF |
      | A   | 60900035      | 01/09/2020 | 28/02/2021       | 28/02/2021      | 105 |
      | B   | 60900035      | 01/09/2020 | 28/02/2021       | 28/02/2021      | 112 |
    Then the values are:
      | aim | cap factor |
      | A   |    0.73333 |
      | B   |    0.73333 |

  @FM35-CAP-06
  Scenario: Apprenticeship aims are outside the cap
    Given these aims:
      | aim       | aim reference | aim type | programme type | framework code | pathway code | start date | planned end date | actual end date | SOF |
      | programme | ZPROG001      |        1 |              2 |            415 |            1 | 01/09/2016 | 31/12/2020       | -               | 105 |
      | diploma   | 60940020      |        3 |              2 |            415 |            1 | 01/09/2016 | 31/12/2020       | -               | 105 |
      | A         | 60900035      |        4 |              - |              - |            - | 01/09/2020 | 28/02/2021       | -               | 105 |
      | B         | 60900035      |        4 |              - |              - |            - | 01/09/2020 | 28/02/2021       | -               | 105 |
    Then the values are:
      | aim     | cap factor |
      | diploma |          1 |
      | A       |    0.73333 |
      | B       |    0.73333 |
