@apprenticeships
Feature: What changed on 1 August 2020 in the way a funding year is worked out
  Until July 2020 a year follows the payment rules of 2017, from August 2020 the rulebase of 2020/21. The same learner in both years shows
  where they differ.

  @AR-3.6 @AR-3.7 @FM36-3.3
  Scenario Outline: In <year>, an apprenticeship within one month has <instalment> instalment and <balancing> balancing
    Given the funding year is <year>
    And this apprenticeship aim:
      | start date   | planned end date | actual end date | TNP1 |
      | 03/08/<YYYY> | 20/08/<YYYY>     | 20/08/<YYYY>    | 1000 |
    Then the earnings are:
      | aim | earning      |   Aug <YYYY> |
      |   1 | on-programme | <instalment> |
      |   1 | balancing    |  <balancing> |
      |   1 | completion   |       200.00 |

    Examples:
      | year    | YYYY | instalment | balancing |
      | 2019/20 | 2019 |       0.00 |    800.00 |
      | 2020/21 | 2020 |     800.00 |      0.00 |

  @AR-3.3 @AR-2.3 @FM36-3.1
  Scenario Outline: In <year>, a price dated two months after the start <is> from the start
    # From the start: 15000 x 80% / 12 = 1000. From October: 12000 over the ten month ends left.
    Given the funding year is <year>
    And this apprenticeship aim:
      | start date   | planned end date |
      | 01/08/<YYYY> | 31/07/<next>     |
    And this price:
      | date         |  TNP1 |
      | 01/10/<YYYY> | 15000 |
    Then the earnings are:
      | aim | earning      | Aug <YYYY> | Sep <YYYY> | Oct <YYYY> | Nov <YYYY> |
      |   1 | on-programme | <before>   | <before>   | <from>     | <from>     |

    Examples:
      | year    | YYYY | next | is             |  before |    from |
      | 2019/20 | 2019 | 2020 | counts         | 1000.00 | 1000.00 |
      | 2020/21 | 2020 | 2021 | does not count |    0.00 | 1200.00 |

  @AR-4.2 @FM36-4
  Scenario Outline: In <year>, days on another pathway of the framework <count>
    # 61 days on pathway 2. Day 90 is the 29th from 6 October with them and the 90th without.
    Given the funding year is <year>
    And this learner:
      | date of birth |
      | 01/01/2003    |
    And these apprenticeship aims:
      | aim | framework code | pathway code | start date   | planned end date | actual end date | completion status | TNP1 |
      | A   |            403 |            2 | 06/08/<YYYY> | 05/08/<next>     | 05/10/<YYYY>    | withdrawn         | 6000 |
      | B   |            403 |            1 | 06/10/<YYYY> | 05/10/<next>     | -               | continuing        | 6000 |
    Then the earnings are:
      | aim | earning                  | Nov <YYYY> | Dec <YYYY> | Jan <next> |
      | B   | first provider incentive | <November> |       0.00 | <January>  |

    Examples:
      | year    | YYYY | next | count        | November | January |
      | 2019/20 | 2019 | 2020 | do not count |     0.00 |  500.00 |
      | 2020/21 | 2020 | 2021 | count        |   500.00 |    0.00 |

  @AR-5.5-EARLY @FM36-5 @FM36-6-WEEKS
  Scenario Outline: In <year>, English <goes on> when the programme ends after twelve weeks of redundancy
    Given the funding year is <year>
    And these employment statuses:
      | employment status | applies from | employer  |
      | employed          | 01/06/<YYYY> | 154549401 |
      | looking for work  | 09/10/<YYYY> | -         |
    And these apprenticeship aims:
      | aim     | aim reference | start date   | planned end date |  TNP1 |
      | A       | ZPROG001      | 06/08/<YYYY> | 08/08/<next>     | 15000 |
      | English | 60910015      | 06/08/<YYYY> | 08/08/<next>     |     - |
    Then the earnings are:
      | aim     | earning                        | Dec <YYYY> | Jan <next> | Feb <next> |
      | A       | on-programme                   |    1000.00 |       0.00 |       0.00 |
      | English | English and maths on-programme |      39.25 |  <English> |  <English> |

    Examples:
      | year    | YYYY | next | goes on    | English |
      | 2019/20 | 2019 | 2020 | goes on    |   39.25 |
      | 2020/21 | 2020 | 2021 | stops also |    0.00 |

  @AR-5.5-EARLY @FM36-6-WEEKS
  Scenario Outline: In <year>, twelve weeks of redundancy over on <over>: a completion on the day before <is paid>
    Given the funding year is <year>
    And these employment statuses:
      | employment status | applies from | employer  |
      | employed          | 01/06/<YYYY> | 154549401 |
      | looking for work  | 20/11/<YYYY> | -         |
    And this apprenticeship aim:
      | start date   | planned end date | actual end date |  TNP1 |
      | 06/08/<YYYY> | 08/08/<next>     | 11/02/<next>    | 15000 |
    Then the earnings are:
      | aim | earning    | Jan <next> | Feb <next>   |
      |   1 | completion |       0.00 | <completion> |

    Examples:
      | year    | YYYY | next | over       | is paid     | completion |
      | 2019/20 | 2019 | 2020 | 12/02/2020 | is not paid |       0.00 |
      | 2020/21 | 2020 | 2021 | 12/02/2021 | is paid     |    3000.00 |

  @AR-4.7 @FM36-4-INCENTIVE
  Scenario Outline: In <year>, a care leaver whose employer is not told <brings> the provider an incentive
    Given the funding year is <year>
    And this learner:
      | date of birth |
      | 01/01/1999    |
    And this apprenticeship aim:
      | start date   | planned end date | EEF | LDM |  TNP1 |
      | 06/08/<YYYY> | 08/08/<next>     |   4 | 362 | 15000 |
    Then the earnings are:
      | aim | earning                  | Nov <YYYY> |
      |   1 | first employer incentive |       0.00 |
      |   1 | first provider incentive | <provider> |

    Examples:
      | year    | YYYY | next | brings         | provider |
      | 2019/20 | 2019 | 2020 | does not bring |     0.00 |
      | 2020/21 | 2020 | 2021 | brings         |   500.00 |

  @AR-2.7 @FM36-8-CONTRACT
  Scenario Outline: In <year>, a day that no contract type covers has <which>
    Given the funding year is <year>
    And this apprenticeship aim:
      | start date   | planned end date |  TNP1 |
      | 06/08/<YYYY> | 08/08/<next>     | 15000 |
    And this dated code:
      | type | code | from         | to           |
      | ACT  |    2 | 06/08/<YYYY> | 31/12/<YYYY> |
    And this price:
      | date         |  TNP1 |
      | 10/01/<next> | 14000 |
    Then the values are:
      | price episode | contract type |
      | 10/01/<next>  | <contract>    |

    Examples:
      | year    | YYYY | next | which                | contract                            |
      | 2017/18 | 2017 | 2018 | the latest one begun | Contract for services with the ESFA |
      | 2019/20 | 2019 | 2020 | the latest one begun | Contract for services with the ESFA |
      | 2020/21 | 2020 | 2021 | none                 | None                                |

  @AR-4.5 @FM36-5
  Scenario Outline: In <year>, English of 3 to 20 August that is <status> earns <instalment> and <balancing>
    Given the funding year is <year>
    And these apprenticeship aims:
      | aim     | aim reference | start date   | planned end date | actual end date | completion status |  TNP1 |
      | A       | ZPROG001      | 01/08/<YYYY> | 31/07/<next>     | -               | continuing        | 15000 |
      | English | 60910015      | 03/08/<YYYY> | 20/08/<YYYY>     | 20/08/<YYYY>    | <status>          |     - |
    Then the earnings are:
      | aim     | earning                        | Aug <YYYY>   |
      | English | English and maths on-programme | <instalment> |
      | English | English and maths balancing    | <balancing>  |

    Examples:
      | year    | YYYY | next | status    | instalment | balancing |
      | 2019/20 | 2019 | 2020 | completed |       0.00 |    471.00 |
      | 2019/20 | 2019 | 2020 | withdrawn |       0.00 |      0.00 |
      | 2020/21 | 2020 | 2021 | completed |     471.00 |      0.00 |
      | 2020/21 | 2020 | 2021 | withdrawn |     471.00 |      0.00 |
