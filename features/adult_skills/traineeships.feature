@adult-skills
Feature: Traineeships for 19 to 24 year olds
  The programme aim has a fixed rate by the start of the programme; its achievement is paid when the learner has moved on.
  Work preparation and work placement are part of that rate.

  Background:
    Given the funding year is 2020/21
    And a learner born on 14/02/1999

  @FM35-TRAINEE-01 @FM35-TRAINEE-02
  Scenario: From 1 October 2020 to 31 January 2021, moved on on 10 March (worked example A12)
    Given this aim:
      | aim | aim reference | aim type | programme type | start date | planned end date | actual end date | achievement date | SOF |
      | A   | ZPROG001      |        1 |             24 | 01/10/2020 | 31/01/2021       | 31/01/2021      | 10/03/2021       | 105 |
    Then the earnings are:
      | aim | earning      | Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 | Mar 2021 | Apr 2021 | May 2021 | Jun 2021 | Jul 2021 |
      | A   | on-programme |     0.00 |     0.00 |   480.00 |   240.00 |   240.00 |   240.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |
      | A   | achievement  |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |   300.00 |     0.00 |     0.00 |     0.00 |     0.00 |
    And nothing else is earned
    And the values are:
      | aim | fund line                        | aim value | fee element | planned instalments | actual instalments | qualifying days |
      | A   | 19-24 Traineeship (non-procured) |  1,500.00 |        0.00 |                   5 |                  5 |              14 |

  @FM35-TRAINEE-02
  Scenario: Without an achievement date the achievement is not paid
    Given this aim:
      | aim | aim reference | aim type | programme type | start date | planned end date | actual end date | SOF |
      | A   | ZPROG001      |        1 |             24 | 01/10/2020 | 31/01/2021       | 31/01/2021      | 105 |
    Then the earnings in all are 1,200.00

  @FM35-TRAINEE-01
  Scenario: A programme begun before 1 September 2020 is worth £970
    Given this aim:
      | aim | aim reference | aim type | programme type | start date | planned end date | actual end date | achievement date | SOF |
      | A   | ZPROG001      |        1 |             24 | 31/08/2020 | 31/12/2020       | 31/12/2020      | 31/12/2020       | 105 |
    Then the earnings are:
      | aim | earning      | Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 |
      | A   | on-programme |   258.67 |   129.33 |   129.33 |   129.33 |   129.33 |     0.00 |
      | A   | achievement  |     0.00 |     0.00 |     0.00 |     0.00 |   194.00 |     0.00 |
    And nothing else is earned

  @FM35-TRAINEE-01
  Scenario: A restarted programme keeps the rate of its original start
    Given this aim:
      | aim | aim reference | aim type | programme type | start date | original start date | planned end date | actual end date | RES | SOF |
      | A   | ZPROG001      |        1 |             24 | 01/11/2020 | 31/08/2020          | 31/03/2021       | -               |   1 | 105 |
    Then the values are:
      | aim | aim value |
      | A   |    970.00 |

  @FM35-TRAINEE-03
  Scenario: Work preparation and work placement earn nothing of their own, mathematics does
    Given these aims:
      | aim         | aim reference | aim type | programme type | start date | planned end date | actual end date | SOF |
      | programme   | ZPROG001      |        1 |             24 | 01/10/2020 | 31/01/2021       | -               | 105 |
      | preparation | 60930012      |        3 |             24 | 01/10/2020 | 31/01/2021       | -               | 105 |
      | placement   | ZWRKX001      |        3 |             24 | 01/10/2020 | 31/01/2021       | -               | 105 |
      | maths       | 60910027      |        3 |             24 | 01/10/2020 | 31/01/2021       | -               | 105 |
    Then the earnings are:
      | aim         | earning      | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 |
      | programme   | on-programme |   480.00 |   240.00 |   240.00 |   240.00 |
      | preparation | on-programme |     0.00 |     0.00 |     0.00 |     0.00 |
      | placement   | on-programme |     0.00 |     0.00 |     0.00 |     0.00 |
      | maths       | on-programme |   231.68 |   115.84 |   115.84 |   115.84 |
    And nothing else is earned

  @FM35-TRAINEE-04
  Scenario: The programme aim earns no job outcome, its achievement stays whole
    Given this aim:
      | aim | aim reference | aim type | programme type | start date | planned end date | actual end date | achievement date | employment outcome | SOF |
      | A   | ZPROG001      |        1 |             24 | 01/10/2020 | 31/01/2021       | 31/01/2021      | 31/01/2021       |                  1 | 105 |
    Then the earnings are:
      | aim | earning      | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 |
      | A   | on-programme |   480.00 |   240.00 |   240.00 |   240.00 |
      | A   | achievement  |     0.00 |     0.00 |     0.00 |   300.00 |
    And nothing else is earned
