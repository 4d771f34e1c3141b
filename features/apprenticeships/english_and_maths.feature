@apprenticeships
Feature: English and maths
  An English or maths aim earns 471 pounds over its own planned months, fully funded and outside the price of the programme.

  @AR-4.5 @AR-5.1
  Scenario: English earns its rate month by month, fully funded
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | aim type         | agreed price | aim rate | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS | programme        |        15000 |          | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            50 |
      | learner a | programme only non-DAS | maths or english |              |      471 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                                    |   08/17 |   09/17 | ... |   07/18 |  08/18 | 09/18 |
      | Provider Earned Total                   | 1039.25 | 1039.25 | ... | 1039.25 |   3000 |     0 |
      | Provider Paid by SFA                    |       0 |  939.25 | ... |  939.25 | 939.25 |  2700 |
      | Payment due from Employer               |       0 |     100 | ... |     100 |    100 |   300 |
      | SFA non-Levy additional payments budget |   39.25 |   39.25 | ... |   39.25 |      0 |     0 |

  @AR-4.5
  Scenario Outline: The rate is spread over the planned months of the aim itself
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | aim type         | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS | programme        |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
      | learner a | programme only non-DAS | maths or english |              | 06/08/2017 | <planned end>    |                 | continuing        |            50 |
    Then the transaction types for the payments are:
      | Payment type                   | 09/17     | 10/17     | 11/17     |
      | English and maths on programme | <monthly> | <monthly> | <monthly> |

    Examples:
      | planned end | monthly |
      | 08/08/2018  |   39.25 |
      | 08/10/2018  |   33.64 |
      | 08/11/2018  |   31.40 |
      | 08/06/2018  |   47.10 |

  @AR-4.5
  Scenario: Completed early, the rest is paid at once
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | aim type         | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS | programme        |        15000 | 06/08/2017 | 08/11/2018       |                 | continuing        |            50 |
      | learner a | programme only non-DAS | maths or english |              | 06/08/2017 | 08/11/2018       | 08/08/2018      | completed         |            50 |
    Then the transaction types for the payments are:
      | Payment type                   | 09/17 | ... | 08/18 | 09/18 | 10/18 |
      | English and maths on programme | 31.40 | ... | 31.40 |     0 |     0 |
      | English and maths Balancing    |     0 | ... |     0 | 94.20 |     0 |

  @AR-4.5
  Scenario: Completed late, nothing extra is paid
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | aim type         | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS | programme        |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
      | learner a | programme only non-DAS | maths or english |              | 06/08/2017 | 08/06/2018       | 08/08/2018      | completed         |            50 |
    Then the transaction types for the payments are:
      | Payment type                   | 06/18 | 07/18 | 08/18 | 09/18 |
      | English and maths on programme | 47.10 |     0 |     0 |     0 |
      | English and maths Balancing    |     0 |     0 |     0 |     0 |

  @AR-4.5
  Scenario: Withdrawn from English, it stops
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | aim type         | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS | programme        |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
      | learner a | programme only non-DAS | maths or english |              | 06/08/2017 | 08/06/2018       | 08/12/2017      | withdrawn         |            50 |
    Then the transaction types for the payments are:
      | Payment type                   | 11/17 | 12/17 | 01/18 | 02/18 |
      | English and maths on programme | 47.10 | 47.10 |     0 |     0 |
      | English and maths Balancing    |     0 |     0 |     0 |     0 |

  @AR-4.5
  Scenario Outline: Both funding adjustments reduce the rate
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | aim type         | agreed price | start date | planned end date | actual end date | completion status | standard code | funding adjustment for prior learning | other funding adjustment |
      | learner a | programme only non-DAS | programme        |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 | n/a                                   | n/a                      |
      | learner a | programme only non-DAS | maths or english |              | 06/08/2017 | <planned end>    |                 | continuing        |            50 | <prior>                               | <other>                  |
    Then the transaction types for the payments are:
      | Payment type                   | 09/17     | 10/17     | 11/17     |
      | English and maths on programme | <monthly> | <monthly> | <monthly> |

    Examples:
      | planned end | prior | other | monthly |
      | 08/08/2018  | 75%   | n/a   |   29.44 |
      | 08/08/2018  | n/a   | 75%   |   29.44 |
      | 08/08/2018  | 75%   | 50%   |   14.72 |
      | 08/03/2018  | 42%   | n/a   |   28.26 |
      | 08/03/2018  | 70%   | n/a   |   47.10 |
      | 08/08/2018  | 0%    | n/a   |       0 |
      | 08/08/2018  |       |       |   39.25 |

  @AR-4.5
  Scenario: A retake is funded on its own dates
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | aim type         | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS | programme        |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
      | learner a | programme only non-DAS | maths or english |              | 06/08/2017 | 08/12/2017       | 08/12/2017      | withdrawn         |            50 |
      | learner a | programme only non-DAS | maths or english |              | 09/12/2017 | 08/06/2018       |                 | continuing        |            50 |
    Then the transaction types for the payments are:
      | Payment type                   |  11/17 |  12/17 | 01/18 | 02/18 |
      | English and maths on programme | 117.75 | 117.75 | 78.50 | 78.50 |

  @AR-4.5
  Scenario: A programme that has ended does not stop English
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | aim type         | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS | programme        |        15000 | 06/08/2017 | 08/08/2018       | 20/12/2017      | withdrawn         |            50 |
      | learner a | programme only non-DAS | maths or english |              | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
    Then the provider earnings and payments break down as follows:
      | Type                  |   10/17 |   11/17 |  12/17 | 01/18 | 02/18 |
      | Provider Earned Total | 1039.25 | 1039.25 |  39.25 | 39.25 | 39.25 |
      | Provider Paid by SFA  |  939.25 |  939.25 | 939.25 | 39.25 | 39.25 |

  @AR-2.4
  Scenario: Only the aim of the reference data is funded
    Given an ILR file is submitted with the following data:
      | ULN       | learner type           | aim type         | aim reference | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS | programme        | ZPROG001      |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
      | learner a | programme only non-DAS | maths or english | 60001227      |              | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
      | learner a | programme only non-DAS | maths or english | 50086832      |              | 06/08/2017 | 08/06/2018       |                 | continuing        |            50 |
    Then the transaction types for the payments are:
      | Payment type                   | 09/17 | 10/17 |
      | English and maths on programme | 47.10 | 47.10 |

  @AR-4.5 @AR-6.5
  Scenario Outline: For a levy learner English is paid only when the programme is
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   |
      | learner a |            50 | <commitment> | 06/08/2017 | 08/08/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | aim type         | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS | programme        |        15000 | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
      | learner a | programme only DAS | maths or english |              | 06/08/2017 | 08/08/2018       |                 | continuing        |            50 |
    Then the transaction types for the payments are:
      | Payment type                   | 09/17       | 10/17       |
      | On-program                     | <programme> | <programme> |
      | English and maths on programme | <English>   | <English>   |

    Examples:
      | commitment | programme | English |
      |      15000 |      1000 |   39.25 |
      |      14000 |         0 |       0 |

  @AR-4.5
  Scenario: A completion in August carries English of a levy learner through the new year
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   |
      | learner a |            50 |        15000 | 06/08/2017 | 08/08/2018 |
    When an ILR file is submitted with the following data:
      | ULN       | learner type       | aim type         | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only DAS | programme        |        15000 | 06/08/2017 | 08/08/2018       | 08/08/2018      | completed         |            50 |
      | learner a | programme only DAS | maths or english |              | 06/08/2017 | 08/11/2018       |                 | continuing        |            50 |
    Then the transaction types for the payments are:
      | Payment type                   | 08/18 | 09/18 | 10/18 | 11/18 | 12/18 |
      | On-program                     |  1000 |     0 |     0 |     0 |     0 |
      | Completion                     |     0 |  3000 |     0 |     0 |     0 |
      | English and maths on programme | 31.40 | 31.40 | 31.40 | 31.40 |     0 |

  @AR-4.5 @AR-6.6
  Scenario: The blank first month of a programme withdrawn too soon to earn lets English of a levy learner be paid
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | standard code | agreed price | start date | end date   | status |
      | learner a |            50 |        15000 | 01/08/2017 | 08/08/2018 | active |
    And an ILR file is submitted with the following data:
      | ULN       | learner type       | agreed price | start date | planned end date | actual end date | completion status | aim type         | standard code |
      | learner a | programme only DAS |        15000 | 06/08/2017 | 08/08/2018       | 20/08/2017      | withdrawn         | programme        |            50 |
      | learner a | programme only DAS |              | 06/08/2017 | 08/08/2018       |                 | continuing        | maths or english |            50 |
    Then the transaction types for the payments are:
      | Payment type                   | 09/17 | 10/17 | 11/17 |
      | On-program                     |     0 |     0 |     0 |
      | English and maths on programme | 39.25 | 39.25 | 39.25 |
