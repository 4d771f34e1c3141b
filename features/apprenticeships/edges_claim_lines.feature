@apprenticeships
Feature: The 32 claim lines of an earnings adjustment statement
  By age and contract: claims and adjustments of employer's, provider's and training money, and learning support beyond the monthly sum.

  @AR-7.9
  Scenario: Every claim line of a form is paid, each its own amount
    Given the following EAS form is submitted in 08/17:
      | Type                                        | 08/17 |
      | 16-18 Levy Employer Audit Adjustments       |     1 |
      | 16-18 Levy Employer Authorised Claims       |     2 |
      | 16-18 Levy Provider Audit Adjustments       |     3 |
      | 16-18 Levy Provider Authorised Claims       |     4 |
      | 16-18 Levy Training Audit Adjustments       |     5 |
      | 16-18 Levy Training Authorised Claims       |     6 |
      | 16-18 Non-Levy Employer Audit Adjustments   |     7 |
      | 16-18 Non-Levy Employer Authorised Claims   |     8 |
      | 16-18 Non-Levy Provider Audit Adjustments   |     9 |
      | 16-18 Non-Levy Provider Authorised Claims   |    10 |
      | 16-18 Non-Levy Training Audit Adjustments   |    11 |
      | 16-18 Non-Levy Training Authorised Claims   |    12 |
      | Adult Levy Employer Audit Adjustments       |    13 |
      | Adult Levy Employer Authorised Claims       |    14 |
      | Adult Levy Provider Audit Adjustments       |    15 |
      | Adult Levy Provider Authorised Claims       |    16 |
      | Adult Levy Training Audit Adjustments       |    17 |
      | Adult Levy Training Authorised Claims       |    18 |
      | Adult Non-Levy Employer Audit Adjustments   |    19 |
      | Adult Non-Levy Employer Authorised Claims   |    20 |
      | Adult Non-Levy Provider Audit Adjustments   |    21 |
      | Adult Non-Levy Provider Authorised Claims   |    22 |
      | Adult Non-Levy Training Audit Adjustments   |    23 |
      | Adult Non-Levy Training Authorised Claims   |    24 |
      | 16-18 Levy Excess Learning Support          |    25 |
      | 16-18 Levy Exceptional Learning Support     |    26 |
      | 16-18 Non-Levy Excess Learning Support      |    27 |
      | 16-18 Non-Levy Exceptional Learning Support |    28 |
      | Adult Levy Excess Learning Support          |    29 |
      | Adult Levy Exceptional Learning Support     |    30 |
      | Adult Non-Levy Excess Learning Support      |    31 |
      | Adult Non-Levy Exceptional Learning Support |    32 |
    Then the EAS payments are:
      | type                                        | 08/17 | 09/17 | 10/17 |
      | 16-18 Levy Employer Audit Adjustments       |     0 |     1 |     0 |
      | 16-18 Levy Employer Authorised Claims       |     0 |     2 |     0 |
      | 16-18 Levy Provider Audit Adjustments       |     0 |     3 |     0 |
      | 16-18 Levy Provider Authorised Claims       |     0 |     4 |     0 |
      | 16-18 Levy Training Audit Adjustments       |     0 |     5 |     0 |
      | 16-18 Levy Training Authorised Claims       |     0 |     6 |     0 |
      | 16-18 Non-Levy Employer Audit Adjustments   |     0 |     7 |     0 |
      | 16-18 Non-Levy Employer Authorised Claims   |     0 |     8 |     0 |
      | 16-18 Non-Levy Provider Audit Adjustments   |     0 |     9 |     0 |
      | 16-18 Non-Levy Provider Authorised Claims   |     0 |    10 |     0 |
      | 16-18 Non-Levy Training Audit Adjustments   |     0 |    11 |     0 |
      | 16-18 Non-Levy Training Authorised Claims   |     0 |    12 |     0 |
      | Adult Levy Employer Audit Adjustments       |     0 |    13 |     0 |
      | Adult Levy Employer Authorised Claims       |     0 |    14 |     0 |
      | Adult Levy Provider Audit Adjustments       |     0 |    15 |     0 |
      | Adult Levy Provider Authorised Claims       |     0 |    16 |     0 |
      | Adult Levy Training Audit Adjustments       |     0 |    17 |     0 |
      | Adult Levy Training Authorised Claims       |     0 |    18 |     0 |
      | Adult Non-Levy Employer Audit Adjustments   |     0 |    19 |     0 |
      | Adult Non-Levy Employer Authorised Claims   |     0 |    20 |     0 |
      | Adult Non-Levy Provider Audit Adjustments   |     0 |    21 |     0 |
      | Adult Non-Levy Provider Authorised Claims   |     0 |    22 |     0 |
      | Adult Non-Levy Training Audit Adjustments   |     0 |    23 |     0 |
      | Adult Non-Levy Training Authorised Claims   |     0 |    24 |     0 |
      | 16-18 Levy Excess Learning Support          |     0 |    25 |     0 |
      | 16-18 Levy Exceptional Learning Support     |     0 |    26 |     0 |
      | 16-18 Non-Levy Excess Learning Support      |     0 |    27 |     0 |
      | 16-18 Non-Levy Exceptional Learning Support |     0 |    28 |     0 |
      | Adult Levy Excess Learning Support          |     0 |    29 |     0 |
      | Adult Levy Exceptional Learning Support     |     0 |    30 |     0 |
      | Adult Non-Levy Excess Learning Support      |     0 |    31 |     0 |
      | Adult Non-Levy Exceptional Learning Support |     0 |    32 |     0 |
