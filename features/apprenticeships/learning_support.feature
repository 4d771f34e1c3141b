@apprenticeships
Feature: Learning support
  Learning support is 150 pounds for every month whose last day lies within its dates and within an aim that is planned for a
  month or more, once per learner whatever the number of aims.

  @AR-4.6 @AR-2.8
  Scenario: Support is paid for the months whose last day its dates reach
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code | learning support code | learning support date from | learning support date to |
      | learner a | programme only non-DAS |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |                     1 | 06/08/2017                 | 06/10/2017               |
    Then the provider earnings and payments break down as follows:
      | Type                                    | 08/17 | 09/17 | 10/17 | 11/17 |
      | Provider Earned Total                   |  1150 |  1150 |  1000 |  1000 |
      | SFA non-Levy additional payments budget |   150 |   150 |     0 |     0 |
    And the transaction types for the payments are:
      | Payment type              | 09/17 | 10/17 | 11/17 |
      | Provider learning support |   150 |   150 |     0 |

  @AR-4.6
  Scenario Outline: A month counts only when support lasts to its last day
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code | learning support code | learning support date from | learning support date to |
      | learner a | programme only non-DAS |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |                     1 | 31/08/2017                 | <to>                     |
    Then the transaction types for the payments are:
      | Payment type              | 09/17 | 10/17       |
      | Provider learning support |   150 | <September> |

    Examples:
      | to         | September |
      | 29/09/2017 |         0 |
      | 30/09/2017 |       150 |

  @AR-4.6
  Scenario: Support ends with the programme
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code | learning support code | learning support date from | learning support date to |
      | learner a | programme only non-DAS |        15000 | 06/08/2017 | 08/08/2018       | 10/11/2017      | withdrawn         |            50 |                     1 | 06/08/2017                 | 08/08/2018               |
    Then the transaction types for the payments are:
      | Payment type              | 10/17 | 11/17 | 12/17 |
      | Provider learning support |   150 |   150 |     0 |

  @AR-4.6
  Scenario: Support on programme and English together is paid once
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | aim type         | agreed price | start date | planned end date | actual end date | completion status | standard code | learning support code | learning support date from | learning support date to |
      | learner a | programme only non-DAS | programme        |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |                     1 | 06/08/2017                 | 06/10/2017               |
      | learner a | programme only non-DAS | maths or english |              | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |                     1 | 06/08/2017                 | 06/10/2017               |
    Then the transaction types for the payments are:
      | Payment type              | 09/17 | 10/17 | 11/17 |
      | Provider learning support |   150 |   150 |     0 |

  @AR-4.6
  Scenario: English carries the support when the programme has ended
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | aim type         | agreed price | start date | planned end date | actual end date | completion status | standard code | learning support code | learning support date from | learning support date to |
      | learner a | programme only non-DAS | programme        |        15000 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            50 |                     1 | 06/08/2017                 | 08/08/2018               |
      | learner a | programme only non-DAS | maths or english |              | 06/08/2017 | 08/11/2018       | 08/11/2018      | completed         |            50 |                     1 | 06/08/2017                 | 08/11/2018               |
    Then the transaction types for the payments are:
      | Payment type              | 09/17 | ... | 08/18 | 09/18 | 10/18 | 11/18 | 12/18 |
      | Provider learning support |   150 | ... |   150 |   150 |   150 |   150 |     0 |

  @AR-4.6
  Scenario: An aim planned for less than a month has no support
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code | learning support code | learning support date from | learning support date to |
      | learner a | programme only non-DAS |         1500 | 15/08/2017 | 12/09/2017       |                 | continuing        |            50 |                     1 | 15/08/2017                 | 12/09/2017               |
    Then the transaction types for the payments are:
      | Payment type              | 09/17 | 10/17 |
      | Provider learning support |     0 |     0 |

  @AR-4.6 @AR-7.1
  Scenario: Support whose dates are moved is refunded for the months they leave
    Given an ILR file is submitted for period R01 with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code | learning support code | learning support date from | learning support date to |
      | learner a | programme only non-DAS |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |                     1 | 06/08/2017                 | 08/08/2018               |
    And an ILR file is submitted for period R03 with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code | learning support code | learning support date from | learning support date to |
      | learner a | programme only non-DAS |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |                     1 | 06/10/2017                 | 08/08/2018               |
    Then the provider earnings and payments break down as follows:
      | Type                 | 08/17 | 09/17 | 10/17 | 11/17 | 12/17 |
      | Provider Paid by SFA |     0 |  1050 |  1050 |  1050 |  1050 |
      | Refund taken by SFA  |     0 |     0 |     0 |  -300 |     0 |

  @AR-4.6
  Scenario: Support said in the programme's row is the learner's, and English carries it on
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | aim type         | standard code | learning support code | learning support date from | learning support date to |
      | learner a | programme only non-DAS |        15000 | 06/08/2017 | 20/11/2017       | 20/11/2017      | completed         | programme        |            50 |                     1 | 06/08/2017                 | 31/01/2018               |
      | learner a | programme only non-DAS |              | 06/08/2017 | 08/08/2018       |                 | continuing        | maths or english |            50 |                       |                            |                          |
    Then the transaction types for the payments are:
      | Payment type              | 10/17 | 11/17 | 12/17 | 01/18 | 02/18 | 03/18 |
      | Provider learning support |   150 |   150 |   150 |   150 |   150 |     0 |
