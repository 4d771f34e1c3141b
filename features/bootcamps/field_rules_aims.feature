@bootcamps
Feature: Fields of the bootcamp and milestone aims
  What an aim must hold beside the milestones' own conditions: references, dates, funding model, postcodes, codes and the
  details of its end. A mandatory field left blank leaves the learner out of the export; the other faults are told.

  Background:
    Given the provider is 10000201
    And these bootcamps:
      | bootcamp | aim reference |    price |
      | Cyber    | Z5BC0101      | 3,000.00 |

  Rule: A mandatory field of an aim left blank leaves the learner out of the export

    @WB5-EXPORT-01 @WB5-EXPORT-05
    Scenario Outline: An aim without <field> leaves the learner out
      Given the field <field> of aim Cyber of Amina is left blank
      When this record is returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Amina   | Cyber | 01/05/2024 | 30/07/2024  |
      Then the findings are:
        | learner | aim   | code        | severity | field   | found  |
        | Amina   | Cyber | <code>      | error    | <field> | none   |
        | Amina   | -     | DONT_EXPORT | error    | Learner | <code> |
      And nothing is paid

      @WB5-FIELD-AIM-02
      Examples:
        | field       | code              |
        | LearnAimRef | FD_LearnAimRef_MA |

      @WB5-FIELD-AIM-09
      Examples:
        | field          | code                 |
        | DelLocPostCode | FD_DelLocPostCode_MA |

      @WB5-FIELD-AIM-10
      Examples:
        | field       | code           |
        | LSDPostcode | LSDPostcode_01 |

    @WB5-FIELD-FAM-01 @WB5-EXPORT-05
    Scenario: An aim without a source of funding leaves the learner out
      When this record is returned in R10 of 2023/24:
        | learner | aim   | start      | planned end | SOF |
        | Bruno   | Cyber | 01/05/2024 | 30/07/2024  | -   |
      Then the findings are:
        | learner | aim   | code               | severity | field |
        | Bruno   | Cyber | LearnDelFAMType_01 | error    | SOF   |
      And Bruno is left out of the export of R10 of 2023/24
      And nothing is paid

    @WB5-FIELD-FAM-03 @WB5-EXPORT-05
    Scenario: A milestone aim without the full or co-funding indicator leaves the learner out
      When these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end | FFI |
        | Chloe   | Cyber               | 01/05/2024 | 28/06/2024  | 28/06/2024 |   1 |
        | Chloe   | interview for Cyber | 26/06/2024 |             |            |   - |
      Then the findings are:
        | learner | aim                 | code               | severity | field |
        | Chloe   | interview for Cyber | LearnDelFAMType_02 | error    | FFI   |
      And Chloe is left out of the export of R12 of 2023/24
      And nothing is paid

  Rule: Kind of aim, funding model, source of funding

    @WB5-FIELD-AIM-01
    Scenario: The aim type of bootcamp and milestone aims is 4
      When these records are returned in R11 of 2023/24:
        | learner | aim                 | start      | aim type | planned end | actual end | destination code |
        | Dalia   | Cyber               | 01/05/2024 |        1 | 28/06/2024  | 28/06/2024 | WMCA1.1          |
        | Dalia   | interview for Cyber | 26/06/2024 |        3 |             |            |                  |
      Then the findings are:
        | learner | aim                 | code          | severity | field   | found | expected |
        | Dalia   | Cyber               | AIMTYPE_NOT_4 | error    | AimType |     1 |        4 |
        | Dalia   | interview for Cyber | AIMTYPE_NOT_4 | error    | AimType |     3 |        4 |

    @WB5-FIELD-AIM-08
    Scenario: The funding model is 35 for starts before August 2024 and 38 for later ones
      When these records are returned in R01 of 2024/25:
        | learner | aim   | start      | planned end | funding model |
        | Edwin   | Cyber | 31/07/2024 | 30/10/2024  |            35 |
        | Farah   | Cyber | 31/07/2024 | 30/10/2024  |            38 |
        | Goran   | Cyber | 01/08/2024 | 30/10/2024  |            38 |
        | Hana    | Cyber | 01/08/2024 | 30/10/2024  |            35 |
        | Igor    | Cyber | 01/08/2024 | 30/10/2024  |            10 |
      Then the findings are:
        | learner | aim   | code             | severity | field     | found | expected |
        | Farah   | Cyber | FundModel_19     | error    | FundModel |    38 |       35 |
        | Hana    | Cyber | FundModel_17     | error    | FundModel |    35 |       38 |
        | Igor    | Cyber | FUNDMODEL_NOT_35 | error    | FundModel |    10 |       38 |
      And nothing else is found

    @WB5-FIELD-FAM-02
    Scenario: The source of funding is 112
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end | SOF |
        | Joyce   | Cyber | 01/05/2024 | 30/07/2024  | 105 |
        | Kamal   | Cyber | 01/05/2024 | 30/07/2024  | 112 |
      Then the findings are:
        | learner | aim   | code        | severity | field | found | expected |
        | Joyce   | Cyber | SOF_NOT_112 | error    | SOF   |   105 |      112 |
      And nothing else is found

  Rule: Dates

    @WB5-FIELD-AIM-06
    Scenario: The planned end stays when the learner studies beyond it
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Lucia   | Cyber | 01/05/2024 | 28/06/2024  |
        | Mirek   | Cyber | 01/05/2024 | 28/06/2024  |
      And these destinations:
        | learner | destination | code | starts     |
        | Lucia   | EMP         |    1 | 12/07/2024 |
      And these records are returned in R12 of 2023/24:
        | learner | aim   | planned end | actual end | destination code |
        | Lucia   | Cyber |             | 12/07/2024 | WMCA1.1          |
        | Mirek   | Cyber | 12/07/2024  |            |                  |
      Then the findings are:
        | learner | aim   | return         | code                | severity | field            | found      | expected   |
        | Mirek   | Cyber | R12 of 2023/24 | PLANNED_END_CHANGED | warning  | LearnPlanEndDate | 12/07/2024 | 28/06/2024 |
      And nothing else is found

    @WB5-FIELD-AIM-07
    Scenario: A planned end does not come before the start
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Nadia   | Cyber | 01/05/2024 | 30/04/2024  |
        | Oskar   | Cyber | 01/05/2024 | 01/05/2024  |
      Then the findings are:
        | learner | aim   | code                | severity | field            | found      |
        | Nadia   | Cyber | LearnPlanEndDate_02 | error    | LearnPlanEndDate | 30/04/2024 |
      And nothing else is found

    @WB5-FIELD-END-03
    Scenario: The actual end lies between the start and the day the file was prepared
      Given the file of R10 of 2023/24 is prepared on 31/05/2024
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end | actual end | status    | destination code |
        | Paula   | Cyber | 02/05/2024 | 28/06/2024  | 01/05/2024 | withdrawn | WMCA5.0          |
        | Quinn   | Cyber | 02/05/2024 | 28/06/2024  | 31/05/2024 | withdrawn | WMCA5.0          |
        | Rosa    | Cyber | 02/05/2024 | 28/06/2024  | 01/06/2024 | withdrawn | WMCA5.0          |
      Then the findings are:
        | learner | aim   | code               | severity | field           | found      | expected              |
        | Paula   | Cyber | LearnActEndDate_01 | error    | LearnActEndDate | 01/05/2024 | 02/05/2024 or later   |
        | Rosa    | Cyber | LearnActEndDate_04 | error    | LearnActEndDate | 01/06/2024 | 31/05/2024 or earlier |

  Rule: Postcodes

    @WB5-FIELD-AIM-09
    Scenario: Distance and e-learning are delivered at ZZ99 9ZZ
      When this record is returned in R10 of 2023/24:
        | learner | aim   | start      | planned end | delivery postcode |
        | Sven    | Cyber | 01/05/2024 | 30/07/2024  | ZZ99 9ZZ          |
      Then nothing is found
      And the milestones are:
        | learner | milestone |   amount |
        | Sven    | M1        | 1,200.00 |

    @WB5-FIELD-AIM-12
    Scenario: A start postcode of ZZ99 9ZZ is paid and to be corrected
      When this record is returned in R10 of 2023/24:
        | learner | aim   | start      | planned end | start postcode |
        | Tomas   | Cyber | 01/05/2024 | 30/07/2024  | ZZ99 9ZZ       |
      And this record is returned in R11 of 2023/24:
        | learner | aim   | start postcode |
        | Tomas   | Cyber | WX3 7EE        |
      Then the findings are:
        | learner | aim   | return         | code                   | severity | field       | found    |
        | Tomas   | Cyber | R10 of 2023/24 | LSD_POSTCODE_TEMPORARY | warning  | LSDPostcode | ZZ99 9ZZ |
      And nothing else is found
      And the milestones are:
        | learner | milestone |   amount | return         |
        | Tomas   | M1        | 1,200.00 | R10 of 2023/24 |

  Rule: How the learning ended

    @WB5-FIELD-END-01
    Scenario: Completion status and actual end agree
      When these records are returned in R12 of 2023/24:
        | learner | aim   | start      | planned end | actual end | status     | destination code |
        | Uma     | Cyber | 01/05/2024 | 28/06/2024  | -          | continuing | -                |
        | Viktor  | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 | completed  | WMCA1.1          |
        | Wanda   | Cyber | 01/05/2024 | 28/06/2024  | 14/06/2024 | withdrawn  | WMCA5.0          |
        | Xenia   | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 | continuing | -                |
        | Yusuf   | Cyber | 01/05/2024 | 28/06/2024  | -          | completed  | WMCA1.1          |
      Then the findings are:
        | learner | aim   | code          | severity | field           |
        | Xenia   | Cyber | CompStatus_02 | error    | CompStatus      |
        | Yusuf   | Cyber | CompStatus_03 | error    | LearnActEndDate |

    @WB5-FIELD-END-04
    Scenario: An outcome is recorded once the learning has ended: 1, 3 or 8
      When these records are returned in R12 of 2023/24:
        | learner  | aim   | start      | planned end | actual end | outcome         | destination code |
        | baseline | Cyber | 01/05/2024 | 30/07/2024  | 30/07/2024 |                 | WMCA1.1          |
        | Zofia    |       |            |             |            | achieved        |                  |
        | Arlo     |       |            |             |            | not achieved    |                  |
        | Bela     |       |            |             |            | not yet known   |                  |
        | Carys    |       |            |             |            | partly achieved |                  |
        | Dilys    |       |            |             |            | -               |                  |
      Then the findings are:
        | learner | aim   | code               | severity | field   | found |
        | Carys   | Cyber | OUTCOME_NOT_LISTED | warning  | Outcome |     2 |
        | Dilys   | Cyber | OUTCOME_MISSING    | error    | Outcome |  none |

    @WB5-FIELD-END-06
    Scenario: A withdrawal reason is given when, and only when, the learner left early
      When these records are returned in R12 of 2023/24:
        | learner | aim   | start      | planned end | actual end | status    | withdrawal reason | destination code |
        | Emyr    | Cyber | 01/05/2024 | 28/06/2024  | 14/06/2024 | withdrawn |                98 | WMCA5.0          |
        | Fflur   | Cyber | 01/05/2024 | 28/06/2024  | 14/06/2024 | withdrawn |                 - | WMCA5.0          |
        | Gwen    | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 | completed |                98 | WMCA1.1          |
      Then the findings are:
        | learner | aim   | code              | severity | field          |
        | Fflur   | Cyber | WithdrawReason_03 | error    | WithdrawReason |
        | Gwen    | Cyber | WithdrawReason_04 | error    | WithdrawReason |
