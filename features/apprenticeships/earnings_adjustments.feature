@apprenticeships
Feature: Earnings adjustment statements of providers
  A provider claims outside the ILR on a form of claim lines by delivery month. What a line states beyond what was paid for it is paid
  in the month in which the form is submitted.

  @AR-7.9
  Scenario: A first form is paid in its collection month, whatever months it speaks of
    Given the EAS collection period is 09/17
    And the following EAS form is submitted:
      | Type                                      |  08/17 | 09/17 |
      | 16-18 Levy Employer Audit Adjustments     |     10 |    20 |
      | Adult Non-Levy Training Authorised Claims | 100.50 |     0 |
    Then the EAS payments are:
      | type                                      | 08/17 | 09/17 |  10/17 | 11/17 |
      | 16-18 Levy Employer Audit Adjustments     |     0 |     0 |     30 |     0 |
      | Adult Non-Levy Training Authorised Claims |     0 |     0 | 100.50 |     0 |
      | Adult Levy Excess Learning Support        |     0 |     0 |      0 |     0 |

  @AR-7.9
  Scenario: A second form pays the difference, and takes back what it no longer states
    Given the following EAS form is submitted in 08/17:
      | Type                                    | 08/17 |
      | 16-18 Levy Provider Authorised Claims   |    50 |
      | Adult Levy Exceptional Learning Support |    80 |
    And the following EAS form is submitted in 09/17:
      | Type                                    | 08/17 | 09/17 |
      | 16-18 Levy Provider Authorised Claims   |    70 |     5 |
      | Adult Levy Exceptional Learning Support |    60 |     0 |
    Then the EAS payments are:
      | type                                    | 08/17 | 09/17 | 10/17 |
      | 16-18 Levy Provider Authorised Claims   |     0 |    50 |    25 |
      | Adult Levy Exceptional Learning Support |     0 |    80 |   -20 |

  @AR-7.9
  Scenario: Explicit zeros take everything back
    Given the following EAS form is submitted in 08/17:
      | Type                                  | 08/17 |
      | 16-18 Levy Provider Authorised Claims |    50 |
    And the following EAS form is submitted in 09/17:
      | Type                                  | 08/17 | 09/17 |
      | 16-18 Levy Provider Authorised Claims |     0 |     0 |
    Then the EAS payments are:
      | type                                  | 08/17 | 09/17 | 10/17 |
      | 16-18 Levy Provider Authorised Claims |     0 |    50 |   -50 |
