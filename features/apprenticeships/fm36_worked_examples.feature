@apprenticeships @fm36
Feature: Worked examples of the 2020/21 apprenticeship calculation
  The twenty published examples, every month of the year. The government's and the employer's part are shares of the price: its
  instalments, balancing and completion.

  Background:
    Given the funding year is 2020/21

  @FM36-E01
  Scenario: A 16 to 18 year old on a framework with a small employer
    Given this learner:
      | date of birth |
      | 01/01/2003    |
    And this employment status:
      | employment status | applies from | employer  | SEM |
      | employed          | 01/06/2017   | 154549401 |   1 |
    And this apprenticeship aim:
      | framework code | start date | planned end date | TNP1 | ACT |
      |            403 | 06/08/2020 | 08/08/2021       | 7500 |   2 |
    Then the price episodes are:
      | price episode      | price | earlier earnings | capped remainder | completion element | planned instalments |
      | 2-403-1-06/08/2020 |  7500 |                0 |             7500 |               1500 |                  12 |
    And the earnings are:
      | price episode | earning                  | Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | 06/08/2020    | on-programme             |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |
      | 06/08/2020    | government share         |     1.00 |     1.00 |     1.00 |     1.00 |     1.00 |     1.00 |     1.00 |     1.00 |     1.00 |     1.00 |     1.00 |     1.00 |
      | 06/08/2020    | government part          |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |
      | 06/08/2020    | first employer incentive |     0.00 |     0.00 |     0.00 |   500.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 06/08/2020    | first provider incentive |     0.00 |     0.00 |     0.00 |   500.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 06/08/2020    | uplift on-programme      |   120.00 |   120.00 |   120.00 |   120.00 |   120.00 |   120.00 |   120.00 |   120.00 |   120.00 |   120.00 |   120.00 |   120.00 |
    And nothing else is earned

  @FM36-E02
  Scenario: The same begun a year earlier and completed on time
    Given this learner:
      | date of birth |
      | 01/01/2003    |
    And this employment status:
      | employment status | applies from | employer  | SEM |
      | employed          | 01/06/2017   | 154549401 |   1 |
    And this apprenticeship aim:
      | framework code | start date | planned end date | actual end date | TNP1 | ACT |
      |            403 | 06/08/2019 | 08/08/2020       | 09/08/2020      | 7500 |   2 |
    Then the price episodes are:
      | price episode      | price | earlier earnings | capped remainder | completion element | planned instalments |
      | 2-403-1-01/08/2020 |  7500 |             6000 |             1500 |               1500 |                   1 |
    And the earnings are:
      | price episode | earning                   | Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | 01/08/2020    | completion                |  1500.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 01/08/2020    | government share          |     1.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 01/08/2020    | government part           |  1500.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 01/08/2020    | second employer incentive |   500.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 01/08/2020    | second provider incentive |   500.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 01/08/2020    | uplift completion         |   360.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
    And nothing else is earned

  @FM36-E03
  Scenario: The same completed early
    Given this learner:
      | date of birth |
      | 01/01/2003    |
    And this employment status:
      | employment status | applies from | employer  | SEM |
      | employed          | 01/06/2017   | 154549401 |   1 |
    And this apprenticeship aim:
      | framework code | start date | planned end date | actual end date | TNP1 | ACT |
      |            403 | 06/08/2020 | 08/08/2021       | 10/05/2021      | 7500 |   2 |
    Then the price episodes are:
      | price episode      | price | earlier earnings | capped remainder | completion element | planned instalments |
      | 2-403-1-06/08/2020 |  7500 |                0 |             7500 |               1500 |                  12 |
    And the earnings are:
      | price episode | earning                  | Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | 06/08/2020    | on-programme             |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |     0.00 |     0.00 |     0.00 |
      | 06/08/2020    | balancing                |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |  1500.00 |     0.00 |     0.00 |
      | 06/08/2020    | completion               |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |  1500.00 |     0.00 |     0.00 |
      | 06/08/2020    | government share         |     1.00 |     1.00 |     1.00 |     1.00 |     1.00 |     1.00 |     1.00 |     1.00 |     1.00 |     1.00 |     0.00 |     0.00 |
      | 06/08/2020    | government part          |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |  3000.00 |     0.00 |     0.00 |
      | 06/08/2020    | first employer incentive |     0.00 |     0.00 |     0.00 |   500.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 06/08/2020    | first provider incentive |     0.00 |     0.00 |     0.00 |   500.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 06/08/2020    | uplift on-programme      |   120.00 |   120.00 |   120.00 |   120.00 |   120.00 |   120.00 |   120.00 |   120.00 |   120.00 |     0.00 |     0.00 |     0.00 |
      | 06/08/2020    | uplift balancing         |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |   360.00 |     0.00 |     0.00 |
      | 06/08/2020    | uplift completion        |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |   360.00 |     0.00 |     0.00 |
    And nothing else is earned

  @FM36-E04
  Scenario: A standard above its band
    Given this apprenticeship aim:
      | start date | planned end date |  TNP1 | TNP2 |
      | 06/08/2020 | 08/08/2021       | 15000 | 3000 |
    Then the price episodes are:
      | price episode    | price | earlier earnings | capped remainder | completion element | planned instalments |
      | 25-17-06/08/2020 | 18000 |                0 |            15000 |               3000 |                  12 |
    And the earnings are:
      | price episode | earning          | Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | 06/08/2020    | on-programme     |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |
      | 06/08/2020    | government share |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |
      | 06/08/2020    | government part  |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |
      | 06/08/2020    | employer part    |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |
    And nothing else is earned

  @FM36-E05
  Scenario: A standard withdrawn in December
    Given this apprenticeship aim:
      | start date | planned end date | actual end date | completion status |  TNP1 | TNP2 |
      | 06/08/2020 | 08/08/2021       | 20/12/2020      | withdrawn         | 12000 | 3000 |
    Then the price episodes are:
      | price episode    | price | earlier earnings | capped remainder | completion element | planned instalments |
      | 25-17-06/08/2020 | 15000 |                0 |            15000 |               3000 |                  12 |
    And the earnings are:
      | price episode | earning          | Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | 06/08/2020    | on-programme     |  1000.00 |  1000.00 |  1000.00 |  1000.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 06/08/2020    | government share |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 06/08/2020    | government part  |   950.00 |   950.00 |   950.00 |   950.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 06/08/2020    | employer part    |    50.00 |    50.00 |    50.00 |    50.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
    And nothing else is earned

  @FM36-E06
  Scenario: A standard withdrawn after 41 days
    Given this apprenticeship aim:
      | start date | planned end date | actual end date | completion status |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 15/09/2020      | withdrawn         | 15000 |
    Then nothing is earned

  @FM36-E07
  Scenario: A price that rises in January
    Given this apprenticeship aim:
      | start date | planned end date | TNP1 |
      | 06/08/2020 | 08/08/2021       | 9000 |
    And this price:
      | date       |  TNP1 |
      | 10/01/2021 | 12000 |
    Then the price episodes are:
      | price episode    | price | earlier earnings | capped remainder | completion element | planned instalments |
      | 25-17-06/08/2020 |  9000 |                0 |             9000 |               1800 |                  12 |
      | 25-17-10/01/2021 | 12000 |             3000 |             9000 |               2400 |                   7 |
    And the earnings are:
      | price episode | earning          | Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 |  Jan 2021 |  Feb 2021 |  Mar 2021 |  Apr 2021 |  May 2021 |  Jun 2021 |  Jul 2021 |
      | 06/08/2020    | on-programme     |   600.00 |   600.00 |   600.00 |   600.00 |   600.00 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |
      | 06/08/2020    | government share |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |      0.95 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |
      | 06/08/2020    | government part  |   570.00 |   570.00 |   570.00 |   570.00 |   570.00 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |
      | 06/08/2020    | employer part    |    30.00 |    30.00 |    30.00 |    30.00 |    30.00 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |
      | 10/01/2021    | on-programme     |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 | 942.85714 | 942.85714 | 942.85714 | 942.85714 | 942.85714 | 942.85714 | 942.85714 |
      | 10/01/2021    | government share |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |      0.95 |      0.95 |      0.95 |      0.95 |      0.95 |      0.95 |      0.95 |
      | 10/01/2021    | government part  |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 | 895.71429 | 895.71429 | 895.71429 | 895.71429 | 895.71429 | 895.71429 | 895.71429 |
      | 10/01/2021    | employer part    |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |  47.14286 |  47.14286 |  47.14286 |  47.14286 |  47.14286 |  47.14286 |  47.14286 |
    And nothing else is earned

  @FM36-E08
  Scenario: A price that falls in January below what was earned
    Given this apprenticeship aim:
      | start date | planned end date | TNP1 |
      | 06/08/2020 | 08/08/2021       | 9000 |
    And this price:
      | date       | TNP1 |
      | 10/01/2021 | 2000 |
    Then the price episodes are:
      | price episode    | price | earlier earnings | capped remainder | completion element | planned instalments |
      | 25-17-06/08/2020 |  9000 |                0 |             9000 |               1800 |                  12 |
      | 25-17-10/01/2021 |  2000 |             3000 |            -1000 |                  0 |                   7 |
    And the earnings are:
      | price episode | earning          | Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | 06/08/2020    | on-programme     |   600.00 |   600.00 |   600.00 |   600.00 |   600.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 06/08/2020    | government share |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 06/08/2020    | government part  |   570.00 |   570.00 |   570.00 |   570.00 |   570.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 06/08/2020    | employer part    |    30.00 |    30.00 |    30.00 |    30.00 |    30.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 10/01/2021    | on-programme     |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 | -1000.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 10/01/2021    | government share |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |
      | 10/01/2021    | government part  |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |  -950.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 10/01/2021    | employer part    |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |   -50.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
    And nothing else is earned

  @FM36-E09
  Scenario: A new employer with residual prices
    Given this apprenticeship aim:
      | start date | planned end date |  TNP1 | TNP2 |
      | 06/08/2020 | 08/08/2021       | 12000 | 3000 |
    And this price:
      | date       | TNP3 | TNP4 |
      | 10/01/2021 | 5000 | 1000 |
    Then the price episodes are:
      | price episode    | price | earlier earnings | capped remainder | completion element | planned instalments |
      | 25-17-06/08/2020 | 15000 |                0 |            15000 |               3000 |                  12 |
      | 25-17-10/01/2021 |  6000 |             5000 |             6000 |               1200 |                   7 |
    And the earnings are:
      | price episode | earning          | Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 |  Jan 2021 |  Feb 2021 |  Mar 2021 |  Apr 2021 |  May 2021 |  Jun 2021 |  Jul 2021 |
      | 06/08/2020    | on-programme     |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |
      | 06/08/2020    | government share |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |      0.95 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |
      | 06/08/2020    | government part  |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |
      | 06/08/2020    | employer part    |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |      0.00 |
      | 10/01/2021    | on-programme     |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 | 685.71429 | 685.71429 | 685.71429 | 685.71429 | 685.71429 | 685.71429 | 685.71429 |
      | 10/01/2021    | government share |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |      0.95 |      0.95 |      0.95 |      0.95 |      0.95 |      0.95 |      0.95 |
      | 10/01/2021    | government part  |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 | 651.42857 | 651.42857 | 651.42857 | 651.42857 | 651.42857 | 651.42857 | 651.42857 |
      | 10/01/2021    | employer part    |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |  34.28571 |  34.28571 |  34.28571 |  34.28571 |  34.28571 |  34.28571 |  34.28571 |
    And nothing else is earned

  @FM36-E10
  Scenario: A break, and a restart with the whole price again
    Given these apprenticeship aims:
      | aim | start date | original start date | planned end date | actual end date | completion status |  TNP1 |
      | A   | 06/08/2020 | -                   | 08/08/2021       | 15/12/2020      | break in learning | 12000 |
      | B   | 01/02/2021 | 06/08/2020          | 08/10/2021       | -               | continuing        | 12000 |
    Then the price episodes are:
      | price episode    | price | earlier earnings | capped remainder | completion element | planned instalments |
      | 25-17-06/08/2020 | 12000 |                0 |            12000 |               2400 |                  12 |
      | 25-17-01/02/2021 | 12000 |             3200 |             8800 |               2400 |                   8 |
    And the earnings are:
      | price episode | earning          | Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | 06/08/2020    | on-programme     |   800.00 |   800.00 |   800.00 |   800.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 06/08/2020    | government share |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 06/08/2020    | government part  |   760.00 |   760.00 |   760.00 |   760.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 06/08/2020    | employer part    |    40.00 |    40.00 |    40.00 |    40.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 01/02/2021    | on-programme     |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |   800.00 |   800.00 |   800.00 |   800.00 |   800.00 |   800.00 |
      | 01/02/2021    | government share |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |
      | 01/02/2021    | government part  |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |   760.00 |   760.00 |   760.00 |   760.00 |   760.00 |   760.00 |
      | 01/02/2021    | employer part    |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |    40.00 |    40.00 |    40.00 |    40.00 |    40.00 |    40.00 |
    And nothing else is earned

  @FM36-E11
  Scenario: A two-year standard in its second year
    Given this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 10/09/2019 | 09/09/2021       | 12000 |
    Then the price episodes are:
      | price episode    | price | earlier earnings | capped remainder | completion element | planned instalments |
      | 25-17-01/08/2020 | 12000 |             4400 |             7600 |               2400 |                  13 |
    And the earnings are:
      | price episode | earning          | Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | 01/08/2020    | on-programme     |   400.00 |   400.00 |   400.00 |   400.00 |   400.00 |   400.00 |   400.00 |   400.00 |   400.00 |   400.00 |   400.00 |   400.00 |
      | 01/08/2020    | government share |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |
      | 01/08/2020    | government part  |   380.00 |   380.00 |   380.00 |   380.00 |   380.00 |   380.00 |   380.00 |   380.00 |   380.00 |   380.00 |   380.00 |   380.00 |
      | 01/08/2020    | employer part    |    20.00 |    20.00 |    20.00 |    20.00 |    20.00 |    20.00 |    20.00 |    20.00 |    20.00 |    20.00 |    20.00 |    20.00 |
    And nothing else is earned

  @FM36-E12
  Scenario: A redundancy with more than six months to go
    Given this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 15000 |
    And these employment statuses:
      | employment status | applies from | employer  |
      | employed          | 01/06/2017   | 154549401 |
      | looking for work  | 20/11/2020   | -         |
    Then the price episodes are:
      | price episode    | price | earlier earnings | capped remainder | completion element | planned instalments |
      | 25-17-06/08/2020 | 15000 |                0 |            15000 |               3000 |                  12 |
    And the earnings are:
      | price episode | earning          | Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | 06/08/2020    | on-programme     |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 06/08/2020    | government share |     0.95 |     0.95 |     0.95 |     1.00 |     1.00 |     1.00 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |
      | 06/08/2020    | government part  |   950.00 |   950.00 |   950.00 |  1000.00 |  1000.00 |  1000.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 06/08/2020    | employer part    |    50.00 |    50.00 |    50.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
    And nothing else is earned

  @FM36-E13
  Scenario: A redundancy in the last six months
    Given this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 15000 |
    And these employment statuses:
      | employment status | applies from | employer  |
      | employed          | 01/06/2017   | 154549401 |
      | looking for work  | 04/03/2021   | -         |
    Then the price episodes are:
      | price episode    | price | earlier earnings | capped remainder | completion element | planned instalments |
      | 25-17-06/08/2020 | 15000 |                0 |            15000 |               3000 |                  12 |
    And the earnings are:
      | price episode | earning          | Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | 06/08/2020    | on-programme     |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |
      | 06/08/2020    | government share |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     1.00 |     1.00 |     1.00 |     1.00 |     1.00 |
      | 06/08/2020    | government part  |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |
      | 06/08/2020    | employer part    |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
    And nothing else is earned

  @FM36-E14
  Scenario: A contract type that changes in January
    Given this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 06/08/2020 | 08/08/2021       | 15000 |
    And these dated codes:
      | type | code | from       | to         |
      | ACT  |    1 | 06/08/2020 | 31/12/2020 |
      | ACT  |    2 | 01/01/2021 | -          |
    Then the price episodes are:
      | price episode    | price | earlier earnings | capped remainder | completion element | planned instalments |
      | 25-17-06/08/2020 | 15000 |                0 |            15000 |               3000 |                  12 |
      | 25-17-01/01/2021 | 15000 |             5000 |            10000 |               3000 |                   7 |
    And the earnings are:
      | price episode | earning          | Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | 06/08/2020    | on-programme     |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 06/08/2020    | government share |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 06/08/2020    | government part  |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 06/08/2020    | employer part    |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 01/01/2021    | on-programme     |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |
      | 01/01/2021    | government share |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |
      | 01/01/2021    | government part  |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |
      | 01/01/2021    | employer part    |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |
    And nothing else is earned

  @FM36-E15
  Scenario: English completed early, with learning support on the programme
    Given these apprenticeship aims:
      | aim     | aim reference | start date | planned end date | actual end date |  TNP1 | learning support from | learning support to |
      | A       | ZPROG001      | 06/08/2020 | 08/08/2021       | -               | 15000 | 06/08/2020            | 20/11/2020          |
      | English | 60910015      | 06/08/2020 | 08/08/2021       | 10/02/2021      |     - | -                     | -                   |
    Then the price episodes are:
      | price episode    | price | earlier earnings | capped remainder | completion element | planned instalments |
      | 25-17-06/08/2020 | 15000 |                0 |            15000 |               3000 |                  12 |
    And the earnings are:
      | aim     | price episode | earning                        | Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      |         | 06/08/2020    | on-programme                   |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |
      |         | 06/08/2020    | government share               |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |
      |         | 06/08/2020    | government part                |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |
      |         | 06/08/2020    | employer part                  |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |
      |         | 06/08/2020    | learning support               |   150.00 |   150.00 |   150.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | English |               | English and maths on-programme |    39.25 |    39.25 |    39.25 |    39.25 |    39.25 |    39.25 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | English |               | English and maths balancing    |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |    235.5 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
    And nothing else is earned

  @FM36-E16
  Scenario: A care leaver aged 20 on a standard
    Given this learner:
      | date of birth |
      | 01/01/2000    |
    And this apprenticeship aim:
      | start date | planned end date |  TNP1 | EEF |
      | 06/08/2020 | 08/08/2021       | 15000 |   4 |
    Then the price episodes are:
      | price episode    | price | earlier earnings | capped remainder | completion element | planned instalments |
      | 25-17-06/08/2020 | 15000 |                0 |            15000 |               3000 |                  12 |
    And the earnings are:
      | price episode | earning                  | Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | 06/08/2020    | on-programme             |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |  1000.00 |
      | 06/08/2020    | government share         |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |
      | 06/08/2020    | government part          |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |   950.00 |
      | 06/08/2020    | employer part            |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |    50.00 |
      | 06/08/2020    | first employer incentive |     0.00 |     0.00 |     0.00 |   500.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 06/08/2020    | first provider incentive |     0.00 |     0.00 |     0.00 |   500.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 06/08/2020    | care leaver payment      |     0.00 |     0.00 |  1000.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
    And nothing else is earned

  @FM36-E17
  Scenario: A framework in a disadvantaged area, with no age limit
    Given this learner:
      | prior postcode |
      | WX2 4BC        |
    And this apprenticeship aim:
      | framework code | start date | planned end date | TNP1 | ACT |
      |            403 | 06/08/2020 | 08/08/2021       | 7500 |   2 |
    Then the price episodes are:
      | price episode      | price | earlier earnings | capped remainder | completion element | planned instalments |
      | 2-403-1-06/08/2020 |  7500 |                0 |             7500 |               1500 |                  12 |
    And the earnings are:
      | price episode | earning                    | Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | 06/08/2020    | on-programme               |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |   500.00 |
      | 06/08/2020    | government share           |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |     0.95 |
      | 06/08/2020    | government part            |   475.00 |   475.00 |   475.00 |   475.00 |   475.00 |   475.00 |   475.00 |   475.00 |   475.00 |   475.00 |   475.00 |   475.00 |
      | 06/08/2020    | employer part              |    25.00 |    25.00 |    25.00 |    25.00 |    25.00 |    25.00 |    25.00 |    25.00 |    25.00 |    25.00 |    25.00 |    25.00 |
      | 06/08/2020    | first disadvantage payment |     0.00 |     0.00 |     0.00 |   300.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
    And nothing else is earned

  @FM36-E18
  Scenario: A standard that ends late and passes its end-point assessment later
    Given this apprenticeship aim:
      | start date | planned end date | actual end date | achievement date |  TNP1 |
      | 06/08/2019 | 08/08/2020       | 30/09/2020      | 20/11/2020       | 15000 |
    Then the price episodes are:
      | price episode    | price | earlier earnings | capped remainder | completion element | planned instalments |
      | 25-17-01/08/2020 | 15000 |            12000 |             3000 |               3000 |                   1 |
    And the earnings are:
      | price episode | earning          | Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | 01/08/2020    | completion       |     0.00 |     0.00 |     0.00 |  3000.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 01/08/2020    | government share |     0.95 |     0.95 |     0.95 |     0.95 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 01/08/2020    | government part  |     0.00 |     0.00 |     0.00 |  2850.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 01/08/2020    | employer part    |     0.00 |     0.00 |     0.00 |   150.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
    And nothing else is earned

  @FM36-E19
  Scenario: A programme begun before April 2019
    Given this apprenticeship aim:
      | start date | planned end date |  TNP1 |
      | 06/03/2019 | 05/03/2021       | 12000 |
    Then the price episodes are:
      | price episode    | price | earlier earnings | capped remainder | completion element | planned instalments |
      | 25-17-01/08/2020 | 12000 |             6800 |             5200 |               2400 |                   7 |
    And the earnings are:
      | price episode | earning          | Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | 01/08/2020    | on-programme     |   400.00 |   400.00 |   400.00 |   400.00 |   400.00 |   400.00 |   400.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 01/08/2020    | government share |      0.9 |      0.9 |      0.9 |      0.9 |      0.9 |      0.9 |      0.9 |      0.9 |      0.9 |      0.9 |      0.9 |      0.9 |
      | 01/08/2020    | government part  |   360.00 |   360.00 |   360.00 |   360.00 |   360.00 |   360.00 |   360.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 01/08/2020    | employer part    |    40.00 |    40.00 |    40.00 |    40.00 |    40.00 |    40.00 |    40.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
    And nothing else is earned

  @FM36-E20
  Scenario: A programme that begins and ends within one month
    Given this apprenticeship aim:
      | framework code | start date | planned end date | actual end date | TNP1 | ACT |
      |            403 | 03/09/2020 | 21/09/2020       | 21/09/2020      | 2000 |   2 |
    Then the price episodes are:
      | price episode      | price | earlier earnings | capped remainder | completion element | planned instalments |
      | 2-403-1-03/09/2020 |  2000 |                0 |             2000 |                400 |                   1 |
    And the earnings are:
      | price episode | earning          | Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | 03/09/2020    | on-programme     |     0.00 |  1600.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 03/09/2020    | completion       |     0.00 |   400.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 03/09/2020    | government share |     0.00 |     0.95 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 03/09/2020    | government part  |     0.00 |  1900.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | 03/09/2020    | employer part    |     0.00 |   100.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
    And nothing else is earned
