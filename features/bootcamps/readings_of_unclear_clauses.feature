@bootcamps
Feature: Readings of unclear clauses of the bootcamp guidance
  Where the guidance is silent or contradicts itself a switch holds the readings. Each scenario runs one situation
  under every reading, so that staff can see what a clearer sentence would change.

  Background:
    Given the provider is 10000201
    And these bootcamps:
      | bootcamp | aim reference |    price | provider |
      | Cyber    | Z5BC0101      | 3,000.00 | 10000201 |
      | Coding   | Z5BC0102      | 2,400.00 | 10000201 |
      | Data     | Z5BC0201      | 2,000.00 | 10000202 |

  Rule: Who is in the export, and who may be paid

    @WB5-EXPORT-03
    Scenario Outline: With export_exclusion as <reading> a wrong check digit leaves the learner <outcome>
      Given the guidance is read with export_exclusion as <reading>
      And this learner:
        | learner | ULN        |
        | Amina   | 1061484017 |
      When this record is returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Amina   | Cyber | 01/05/2024 | 30/07/2024  |
      Then Amina is <outcome> the export of R10 of 2023/24

      Examples:
        | reading | outcome |
        | missing | in      |

      Examples:
        | reading   | outcome     |
        | any_error | left out of |

    @WB5-EXPORT-03
    Scenario: A learner left out for a data error is paid once it is put right
      Given the guidance is read with export_exclusion as any_error
      And this learner:
        | learner | ULN        |
        | Bruno   | 1061484017 |
      When this record is returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Bruno   | Cyber | 01/05/2024 | 30/07/2024  |
      And this learner:
        | learner | ULN        |
        | Bruno   | 1061484016 |
      And the records are returned again in R11 of 2023/24
      Then DONT_EXPORT is found
      And Bruno is in the export of R11 of 2023/24
      And the milestones are:
        | learner | milestone |   amount | return         |
        | Bruno   | M1        | 1,200.00 | R11 of 2023/24 |
      And nothing else is paid

    @WB5-FIELD-LEARNER-06
    Scenario: Read with bootcamp_start, a learner who is 19 when the bootcamp starts is paid
      Given the guidance is read with under19_basis as bootcamp_start
      And this learner:
        | learner | date of birth |
        | Chloe   | 01/05/2005    |
      When this record is returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Chloe   | Cyber | 01/05/2024 | 30/07/2024  |
      Then the milestones are:
        | learner | milestone |   amount |
        | Chloe   | M1        | 1,200.00 |
      And every no-pay report is empty

    @WB5-FIELD-LEARNER-06
    Scenario: Read with august_31, a learner who was not 19 on 31 August of the funding year is not paid
      Given the guidance is read with under19_basis as august_31
      And these learners:
        | learner | date of birth |
        | Dalia   | 31/08/2004    |
        | Edwin   | 01/09/2004    |
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Dalia   | Cyber | 01/05/2024 | 30/07/2024  |
        | Edwin   | Cyber | 01/05/2024 | 30/07/2024  |
      Then the milestones are:
        | learner | milestone |   amount |
        | Dalia   | M1        | 1,200.00 |
      And nothing else is paid
      And the no-pay report of R10 of 2023/24 is:
        | learner | reason     | found              |
        | Edwin   | NP_UNDER19 | 01/09/2004, age 18 |

    @WB5-FIELD-AIM-08
    Scenario: Read with by_start_date, an aim from August 2024 has model 38
      Given the guidance is read with bootcamp_fundmodel as by_start_date
      When these records are returned in R01 of 2024/25:
        | learner | aim   | start      | planned end | funding model |
        | Farah   | Cyber | 01/08/2024 | 30/10/2024  |            35 |
        | Goran   | Cyber | 01/08/2024 | 30/10/2024  |            38 |
      Then the findings are:
        | learner | code         | severity | expected |
        | Farah   | FundModel_17 | error    |       38 |
      And nothing else is found

    @WB5-FIELD-AIM-08
    Scenario: Read with always_35, an aim from August 2024 has model 35 as well
      Given the guidance is read with bootcamp_fundmodel as always_35
      When these records are returned in R01 of 2024/25:
        | learner | aim   | start      | planned end | funding model |
        | Hana    | Cyber | 01/08/2024 | 30/10/2024  |            35 |
        | Igor    | Cyber | 01/08/2024 | 30/10/2024  |            38 |
      Then the findings are:
        | learner | code             | severity | expected |
        | Igor    | FUNDMODEL_NOT_35 | error    |       35 |
      And nothing else is found

    @WB5-FIELD-AIM-12
    Scenario: Read with warn, a start postcode of ZZ99 9ZZ is paid
      Given the guidance is read with zz99_start_postcode as warn
      When this record is returned in R10 of 2023/24:
        | learner | aim   | start      | planned end | start postcode |
        | Joyce   | Cyber | 01/05/2024 | 30/07/2024  | ZZ99 9ZZ       |
      Then the milestones are:
        | learner | milestone |   amount |
        | Joyce   | M1        | 1,200.00 |
      And every no-pay report is empty

    @WB5-FIELD-AIM-12
    Scenario: Read with refuse, a start postcode of ZZ99 9ZZ is not paid without DAM 001
      Given the guidance is read with zz99_start_postcode as refuse
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end | start postcode | DAM      |
        | Kamal   | Cyber | 01/05/2024 | 30/07/2024  | ZZ99 9ZZ       | 023      |
        | Lucia   | Cyber | 01/05/2024 | 30/07/2024  | ZZ99 9ZZ       | 001, 023 |
      Then the milestones are:
        | learner | milestone |   amount |
        | Lucia   | M1        | 1,200.00 |
      And nothing else is paid
      And the no-pay report of R10 of 2023/24 is:
        | learner | aim   | reason          | found    |
        | Kamal   | Cyber | NP_LSD_POSTCODE | ZZ99 9ZZ |

    @WB5-FIELD-FAM-05
    Scenario: Read with yes, an interview aim without DAM 023 is not paid
      Given the guidance is read with dam023_on_milestone_aims as yes
      When these records are returned in R11 of 2023/24:
        | learner | aim                 | start      | planned end | actual end | DAM |
        | Mirek   | Cyber               | 01/05/2024 | 28/06/2024  | 28/06/2024 | 023 |
        | Mirek   | interview for Cyber | 26/06/2024 |             |            | -   |
      Then the milestones are:
        | learner | milestone |   amount |
        | Mirek   | M1        | 1,200.00 |
      And the no-pay report of R11 of 2023/24 is:
        | learner | aim                 | milestone | reason |
        | Mirek   | interview for Cyber | M2        | NP_DAM |
      And nothing else is paid

    @WB5-FIELD-FAM-05
    Scenario: Read with no, only the bootcamp aim needs DAM 023
      Given the guidance is read with dam023_on_milestone_aims as no
      When these records are returned in R11 of 2023/24:
        | learner | aim                 | start      | planned end | actual end | DAM |
        | Nadia   | Cyber               | 01/05/2024 | 28/06/2024  | 28/06/2024 | 023 |
        | Nadia   | interview for Cyber | 26/06/2024 |             |            | -   |
      Then the milestones are:
        | learner | milestone |   amount |
        | Nadia   | M1        | 1,200.00 |
        | Nadia   | M2        |   900.00 |
      And nothing else is paid
      And every no-pay report is empty

  Rule: What the employer's contribution does

    @WB5-CONTRIB-04
    Scenario: Read with any_case, a contribution in capitals counts
      Given the guidance is read with contribution_capitals as any_case
      When this record is returned in R10 of 2023/24:
        | learner | aim   | start      | planned end | FFI | contribution    |
        | Oskar   | Cyber | 01/05/2024 | 30/07/2024  |   2 | CONTRIBUTION 10 |
      Then the milestones are:
        | learner | milestone |   amount |
        | Oskar   | M1        | 1,080.00 |
      And every no-pay report is empty

    @WB5-CONTRIB-04
    Scenario: Read with exact, only the text as shown counts
      Given the guidance is read with contribution_capitals as exact
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end | FFI | contribution    |
        | Paula   | Cyber | 01/05/2024 | 30/07/2024  |   2 | CONTRIBUTION 10 |
        | Quinn   | Cyber | 01/05/2024 | 30/07/2024  |   2 | Contribution 10 |
      Then the milestones are:
        | learner | milestone |   amount |
        | Quinn   | M1        | 1,080.00 |
      And nothing else is paid
      And the no-pay report of R10 of 2023/24 is:
        | learner | aim   | reason         |
        | Paula   | Cyber | NP_FFI_CONTRIB |

    @WB5-PSMF-05
    Scenario Outline: With contribution_source as <reading> Milestone 2 pays <M2> and Milestone 3 <M3>
      Given the guidance is read with contribution_source as <reading>
      When these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end | FFI | contribution |
        | Rosa    | Cyber               | 01/05/2024 | 28/06/2024  | 28/06/2024 |   2 |           10 |
        | Rosa    | interview for Cyber | 26/06/2024 |             |            |   2 |           30 |
        | Rosa    | job for Cyber       | 15/07/2024 |             |            |   2 |           10 |
      Then the milestones are:
        | learner | milestone |   amount |
        | Rosa    | M1        | 1,080.00 |
        | Rosa    | M2        |     <M2> |
        | Rosa    | M3        |     <M3> |
      And nothing else is paid

      Examples:
        | reading       |     M2 |     M3 |
        | bootcamp      | 810.00 | 810.00 |
        | milestone_aim | 630.00 | 810.00 |

  Rule: Which destinations are asked for

    @WB5-PSMF-01
    Scenario: Read with found, an ended bootcamp without a destination code is paid
      Given the guidance is read with destination_missing as found
      When this record is returned in R11 of 2023/24:
        | learner | aim   | start      | planned end | actual end |
        | Sven    | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 |
      Then DEST_CODE_MISSING is found
      And Sven is in the export of R11 of 2023/24
      And the milestones are:
        | learner | milestone |   amount |
        | Sven    | M1        | 1,200.00 |

    @WB5-PSMF-01
    Scenario: Read with left_out, an ended bootcamp without a destination code keeps the learner out of the export
      Given the guidance is read with destination_missing as left_out
      When this record is returned in R11 of 2023/24:
        | learner | aim   | start      | planned end | actual end |
        | Tomas   | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 |
      And this record is returned in R12 of 2023/24:
        | learner | aim   | destination code |
        | Tomas   | Cyber | WMCA1.1          |
      Then Tomas is left out of the export of R11 of 2023/24
      And Tomas is in the export of R12 of 2023/24
      And the milestones are:
        | learner | milestone |   amount | return         |
        | Tomas   | M1        | 1,200.00 | R12 of 2023/24 |
      And nothing else is paid

    @WB5-DEST-03
    Scenario Outline: With dp_split_by as actual_end_date a bootcamp from <start> to <end> has <record>
      Given the guidance is read with dp_split_by as actual_end_date
      When this record is returned in R14 of 2023/24:
        | learner | aim   | start   | planned end | actual end |
        | Uma     | Cyber | <start> | <end>       | <end>      |
      Then <code> is found
      And <other> is not found

      Examples:
        | start      | end        | record    | code              | other |
        | 28/03/2024 | 31/07/2024 | a record  | R108              | R107  |
        | 03/06/2024 | 01/08/2024 | no record | DEST_CODE_MISSING | R108  |

    @WB5-DEST-03
    Scenario Outline: Unless read otherwise, a bootcamp from <start> to <end> has <record>
      When this record is returned in R14 of 2023/24:
        | learner | aim   | start   | planned end | actual end |
        | Xerxes  | Cyber | <start> | <end>       | <end>      |
      Then <code> is found
      And <other> is not found

      Examples: the end decides, whenever it began
        | start      | end        | record    | code              | other |
        | 28/03/2024 | 31/07/2024 | a record  | R108              | R107  |
        | 31/07/2024 | 01/08/2024 | no record | DEST_CODE_MISSING | R108  |

    @WB5-DEST-03
    Scenario Outline: With dp_split_by as start_date a bootcamp from <start> to <end> has <record>
      Given the guidance is read with dp_split_by as start_date
      When this record is returned in R14 of 2023/24:
        | learner | aim   | start   | planned end | actual end |
        | Viktor  | Cyber | <start> | <end>       | <end>      |
      Then <code> is found
      And <other> is not found

      Examples:
        | start      | end        | record    | code              | other |
        | 31/07/2024 | 14/08/2024 | a record  | R108              | R107  |
        | 01/08/2024 | 14/08/2024 | no record | DEST_CODE_MISSING | R108  |

    @WB5-DEST-03
    Scenario Outline: With dp_split_by as start_and_end a bootcamp from <start> to <end> has <record>
      Given the guidance is read with dp_split_by as start_and_end
      When this record is returned in R14 of 2023/24:
        | learner | aim   | start   | planned end | actual end |
        | Wanda   | Cyber | <start> | <end>       | <end>      |
      Then <code> is found
      And <other> is not found

      Examples:
        | start      | end        | record      | code              | other |
        | 01/04/2024 | 31/07/2024 | a record    | R108              | R107  |
        | 28/03/2024 | 31/07/2024 | no record   | DEST_CODE_MISSING | R108  |
        | 03/06/2024 | 01/08/2024 | none at all | DEST_CODE_MISSING | R108  |

  Rule: When milestones are earned

    @WB5-M1-05
    Scenario: Read with was_continuing_at_day_14, a bootcamp complete when first returned earns Milestone 1
      Given the guidance is read with m1_status_rule as was_continuing_at_day_14
      When this record is returned in R12 of 2023/24:
        | learner | aim   | start      | planned end | actual end |
        | Xenia   | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 |
      Then the milestones are:
        | learner | milestone |   amount |
        | Xenia   | M1        | 1,200.00 |

    @WB5-M1-05
    Scenario: Read with literal, only a bootcamp that continues in the return earns Milestone 1
      Given the guidance is read with m1_status_rule as literal
      When these records are returned in R12 of 2023/24:
        | learner | aim   | start      | planned end | actual end |
        | Yusuf   | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 |
        | Zofia   | Cyber | 01/05/2024 | 30/08/2024  | -          |
      Then the milestones are:
        | learner | milestone |   amount |
        | Zofia   | M1        | 1,200.00 |
      And nothing else is paid

    @WB5-M2-10
    Scenario: Read with inclusive_days, 24 of 30 days are 80%
      Given the guidance is read with pct_basis as inclusive_days
      When these records are returned in R11 of 2023/24:
        | learner | aim                 | start      | planned end | actual end |
        | Arlo    | Cyber               | 01/06/2024 | 30/06/2024  | 24/06/2024 |
        | Arlo    | interview for Cyber | 20/06/2024 |             |            |
      Then the milestones are:
        | learner | milestone |   amount |
        | Arlo    | M1        | 1,200.00 |
        | Arlo    | M2        |   900.00 |
      And every no-pay report is empty

    @WB5-M2-10
    Scenario: Read with exclusive_days, the first day counts in neither, and 23 of 29 are too few
      Given the guidance is read with pct_basis as exclusive_days
      When these records are returned in R11 of 2023/24:
        | learner | aim                 | start      | planned end | actual end |
        | Bela    | Cyber               | 01/06/2024 | 30/06/2024  | 24/06/2024 |
        | Bela    | interview for Cyber | 20/06/2024 |             |            |
      Then the milestones are:
        | learner | milestone |   amount |
        | Bela    | M1        | 1,200.00 |
      And nothing else is paid
      And the no-pay report of R11 of 2023/24 is:
        | learner | aim                 | milestone | reason     | found         |
        | Bela    | interview for Cyber | M2        | NP_M2_LT80 | 23 of 29 days |

    @WB5-M3-06
    Scenario: Read with any_return_up_to_and_including_this, interview and job may come in one return
      Given the guidance is read with m2_previous as any_return_up_to_and_including_this
      When these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end |
        | Carys   | Cyber               | 01/05/2024 | 28/06/2024  | 28/06/2024 |
        | Carys   | interview for Cyber | 26/06/2024 |             |            |
        | Carys   | job for Cyber       | 15/07/2024 |             |            |
      Then the milestones are:
        | learner | milestone |   amount | return         |
        | Carys   | M1        | 1,200.00 | R12 of 2023/24 |
        | Carys   | M2        |   900.00 | R12 of 2023/24 |
        | Carys   | M3        |   900.00 | R12 of 2023/24 |
      And every no-pay report is empty

    @WB5-M3-06
    Scenario: Read with earlier_return_only, the interview must have been returned before
      Given the guidance is read with m2_previous as earlier_return_only
      When these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end |
        | Dilys   | Cyber               | 01/05/2024 | 28/06/2024  | 28/06/2024 |
        | Dilys   | interview for Cyber | 26/06/2024 |             |            |
        | Dilys   | job for Cyber       | 15/07/2024 |             |            |
      And the records are returned again in R13 of 2023/24
      Then the milestones are:
        | learner | milestone |   amount | return         |
        | Dilys   | M1        | 1,200.00 | R12 of 2023/24 |
        | Dilys   | M2        |   900.00 | R12 of 2023/24 |
        | Dilys   | M3        |   900.00 | R13 of 2023/24 |
      And nothing else is paid
      And the no-pay report of R12 of 2023/24 is:
        | learner | aim           | milestone | reason      |
        | Dilys   | job for Cyber | M3        | NP_M3_NO_M2 |

    @WB5-READ-09
    Scenario: Read with valid, a Milestone 2 whose dates differ carries no Milestone 3
      Given the guidance is read with m2_standing as valid
      When these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end |
        | Emyr    | Cyber               | 01/05/2024 | 28/06/2024  | 28/06/2024 |
        | Emyr    | interview for Cyber | 26/06/2024 | 27/06/2024  |            |
        | Emyr    | job for Cyber       | 15/07/2024 |             |            |
      Then the milestones are:
        | learner | milestone |   amount |
        | Emyr    | M1        | 1,200.00 |
      And nothing else is paid
      And the no-pay report of R12 of 2023/24 is:
        | learner | aim                 | milestone | reason      |
        | Emyr    | interview for Cyber | M2        | NP_M2_DATES |
        | Emyr    | job for Cyber       | M3        | NP_M3_NO_M2 |

    @WB5-READ-09
    Scenario: Read with returned, it is enough that the Milestone 2 was returned
      Given the guidance is read with m2_standing as returned
      When these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end |
        | Fflur   | Cyber               | 01/05/2024 | 28/06/2024  | 28/06/2024 |
        | Fflur   | interview for Cyber | 26/06/2024 | 27/06/2024  |            |
        | Fflur   | job for Cyber       | 15/07/2024 |             |            |
      Then the milestones are:
        | learner | milestone |   amount |
        | Fflur   | M1        | 1,200.00 |
        | Fflur   | M3        |   900.00 |
      And nothing else is paid
      And the no-pay report of R12 of 2023/24 is:
        | learner | aim                 | milestone | reason      |
        | Fflur   | interview for Cyber | M2        | NP_M2_DATES |

    @WB5-M3-04
    Scenario: Read with no_limit, a second job offer is paid
      Given the guidance is read with m3_cap as no_limit
      And these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end |
        | Gwen    | Cyber               | 01/05/2024 | 28/06/2024  | 28/06/2024 |
        | Gwen    | interview for Cyber | 26/06/2024 |             |            |
        | Gwen    | job for Cyber       | 15/07/2024 |             |            |
      When these records are returned in R03 of 2024/25:
        | learner | aim                  | start      | planned end | actual end |
        | Gwen    | Coding               | 01/08/2024 | 30/09/2024  | 30/09/2024 |
        | Gwen    | interview for Coding | 30/09/2024 |             |            |
        | Gwen    | job for Coding       | 14/10/2024 |             |            |
      Then the milestones are:
        | learner | bootcamp | milestone |   amount | return         |
        | Gwen    | Cyber    | M1        | 1,200.00 | R12 of 2023/24 |
        | Gwen    | Cyber    | M2        |   900.00 | R12 of 2023/24 |
        | Gwen    | Cyber    | M3        |   900.00 | R12 of 2023/24 |
        | Gwen    | Coding   | M3        |   720.00 | R03 of 2024/25 |
      And nothing else is paid

    @WB5-M3-04
    Scenario: Read with one, a second job offer is not paid
      Given the guidance is read with m3_cap as one
      And these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end |
        | Huw     | Cyber               | 01/05/2024 | 28/06/2024  | 28/06/2024 |
        | Huw     | interview for Cyber | 26/06/2024 |             |            |
        | Huw     | job for Cyber       | 15/07/2024 |             |            |
      When these records are returned in R03 of 2024/25:
        | learner | aim                  | start      | planned end | actual end |
        | Huw     | Coding               | 01/08/2024 | 30/09/2024  | 30/09/2024 |
        | Huw     | interview for Coding | 30/09/2024 |             |            |
        | Huw     | job for Coding       | 14/10/2024 |             |            |
      Then the no-pay report of R03 of 2024/25 is:
        | learner | aim                  | milestone | reason             |
        | Huw     | Coding               | M1        | NP_M1_ALREADY_PAID |
        | Huw     | interview for Coding | M2        | NP_M2_ALREADY_PAID |
        | Huw     | job for Coding       | M3        | NP_M3_ALREADY_PAID |

    @WB5-NOPAY-04
    Scenario: Read with provider, continuing at two providers is no reason of that kind
      Given the guidance is read with two_continuing_scope as provider
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Iolo    | Cyber | 01/05/2024 | 30/07/2024  |
      And these records are returned in R10 of 2023/24 by 10000202:
        | learner | aim  | start      | planned end |
        | Iolo    | Data | 06/05/2024 | 30/08/2024  |
      Then the no-pay report of R10 of 2023/24 is:
        | learner | provider | aim  | milestone | reason             |
        | Iolo    | 10000202 | Data | M1        | NP_M1_ALREADY_PAID |
      And the milestones are:
        | learner | provider | milestone |   amount |
        | Iolo    | 10000201 | M1        | 1,200.00 |
      And nothing else is paid

    @WB5-NOPAY-04
    Scenario: Read with all_providers, the later of two continuing bootcamps is not paid at whichever provider
      Given the guidance is read with two_continuing_scope as all_providers
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Jana    | Cyber | 01/05/2024 | 30/07/2024  |
      And these records are returned in R10 of 2023/24 by 10000202:
        | learner | aim  | start      | planned end |
        | Jana    | Data | 06/05/2024 | 30/08/2024  |
      Then the no-pay report of R10 of 2023/24 is:
        | learner | provider | aim  | milestone | reason            |
        | Jana    | 10000202 | Data | -         | NP_TWO_CONTINUING |
      And the milestones are:
        | learner | provider | milestone |   amount |
        | Jana    | 10000201 | M1        | 1,200.00 |
      And nothing else is paid

    @WB5-FIELD-EMP-03
    Scenario Outline: With empstat_date_rule as <reading> a status dated on the start day <outcome>
      Given the guidance is read with empstat_date_rule as <reading>
      And this employment status:
        | learner | employment status | applies from | LOU |
        | Kofi    | looking for work  | 01/05/2024   |   2 |
      When this record is returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Kofi    | Cyber | 01/05/2024 | 30/07/2024  |
      Then the findings are:
        | learner | aim   | code   | severity   |
        | Kofi    | Cyber | <code> | <severity> |
      And nothing else is found

      Examples:
        | reading       | outcome        | code                  | severity |
        | strict_before | is too late    | EmpStat_08            | error    |
        | on_or_before  | is pointed out | EMPSTAT_ON_START_DATE | warning  |
