@bootcamps
Feature: Fields of the learner and of the employment status
  A learner with a mandatory field that is not completed is left out of the export, so nothing is paid in that return.
  Other faults of the fields are found and told; by themselves they stop nothing.

  Background:
    Given the provider is 10000201
    And these bootcamps:
      | bootcamp | aim reference |    price |
      | Cyber    | Z5BC0101      | 3,000.00 |

  Rule: A learner with a mandatory field left blank is left out of the export

    @WB5-EXPORT-01 @WB5-EXPORT-05
    Scenario Outline: Without <field> the learner is left out and nothing is paid
      Given the field <field> of Amina is left blank
      When this record is returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Amina   | Cyber | 01/05/2024 | 30/07/2024  |
      Then the findings are:
        | learner | code        | severity | field   | found  |
        | Amina   | <code>      | error    | <field> | none   |
        | Amina   | DONT_EXPORT | error    | Learner | <code> |
      And Amina is left out of the export of R10 of 2023/24
      And nothing is paid
      And the no-pay report of R10 of 2023/24 is empty

      @WB5-FIELD-LEARNER-04
      Examples:
        | field      | code          |
        | GivenNames | GivenNames_01 |

      @WB5-FIELD-LEARNER-05
      Examples:
        | field       | code           |
        | DateOfBirth | DateOfBirth_01 |

      @WB5-FIELD-LEARNER-07
      Examples:
        | field      | code          |
        | FamilyName | FamilyName_01 |

      @WB5-FIELD-LEARNER-08
      Examples:
        | field | code   |
        | Sex   | Sex_01 |

      @WB5-FIELD-INFO-01
      Examples:
        | field    | code             |
        | NINumber | NINUMBER_MISSING |

      @WB5-FIELD-INFO-02
      Examples:
        | field     | code         |
        | Ethnicity | Ethnicity_01 |

      @WB5-FIELD-INFO-03
      Examples:
        | field         | code                |
        | PostcodePrior | FD_PostcodePrior_MA |

      @WB5-FIELD-INFO-05
      Examples:
        | field    | code           |
        | Postcode | FD_Postcode_MA |

      @WB5-FIELD-LLDD-01
      Examples:
        | field          | code              |
        | LLDDHealthProb | LLDDHealthProb_01 |

      @WB5-FIELD-HOURS-01
      Examples:
        | field          | code              |
        | PlanLearnHours | PlanLearnHours_01 |

      @WB5-FIELD-PRIOR-01
      Examples:
        | field       | code           |
        | PriorAttain | PriorAttain_01 |

    @WB5-FIELD-LEARNER-01
    Scenario: Without a learner reference number the learner is left out
      Given the field LearnRefNumber of Bruno is left blank
      When this record is returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Bruno   | Cyber | 01/05/2024 | 30/07/2024  |
      Then FD_LearnRefNumber_MA is found
      And Bruno is left out of the export of R10 of 2023/24
      And nothing is paid

    @WB5-FIELD-LEARNER-01
    Scenario: A learner reference number may hold letters and digits
      Given this learner:
        | learner | learner reference |
        | Chloe   | 24 WM 0007K       |
      When this record is returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Chloe   | Cyber | 01/05/2024 | 30/07/2024  |
      Then nothing is found
      And the milestones are:
        | learner | milestone |   amount |
        | Chloe   | M1        | 1,200.00 |

    @WB5-EXPORT-03 @WB5-EXPORT-05
    Scenario: Once the field is completed the learner is exported and paid
      Given the field NINumber of Dalia is left blank
      When this record is returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Dalia   | Cyber | 01/05/2024 | 30/07/2024  |
      And every field is completed
      And the records are returned again in R11 of 2023/24
      Then Dalia is left out of the export of R10 of 2023/24
      And Dalia is in the export of R11 of 2023/24
      And the milestones are:
        | learner | bootcamp | milestone |   amount | return         | period |
        | Dalia   | Cyber    | M1        | 1,200.00 | R11 of 2023/24 |     10 |
      And nothing else is paid

  Rule: Numbers, names and addresses

    @WB5-FIELD-LEARNER-02
    Scenario: The tenth digit of a unique learner number is a check digit
      Given these learners:
        | learner | ULN        |
        | Edwin   | 1061484016 |
        | Farah   | 1061484017 |
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Edwin   | Cyber | 01/05/2024 | 30/07/2024  |
        | Farah   | Cyber | 01/05/2024 | 30/07/2024  |
      Then the findings are:
        | learner | code   | severity | field | found      |
        | Farah   | ULN_04 | error    | ULN   | 1061484017 |
      And nothing else is found

    @WB5-FIELD-INFO-04
    Scenario: The postcode prior to enrolment does not change when the learner moves, the current one does
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Goran   | Cyber | 01/05/2024 | 30/07/2024  |
        | Hana    | Cyber | 01/05/2024 | 30/07/2024  |
      And these learners:
        | learner | prior postcode | home postcode |
        | Goran   | WX2 4BC        | WX2 4BC       |
        | Hana    | WX1 1AA        | WX2 4BC       |
      And the records are returned again in R11 of 2023/24
      Then the findings are:
        | learner | return         | code                   | severity | field         | found   | expected                     |
        | Goran   | R11 of 2023/24 | POSTCODE_PRIOR_CHANGED | warning  | PostcodePrior | WX2 4BC | the postcode returned before |
      And nothing else is found

    @WB5-FIELD-INFO-05
    Scenario: An unknown current postcode is returned as ZZ99 9ZZ
      Given this learner:
        | learner | prior postcode | home postcode |
        | Igor    | WX1 2AB        | ZZ99 9ZZ      |
      When this record is returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Igor    | Cyber | 01/05/2024 | 30/07/2024  |
      Then nothing is found

    @WB5-FIELD-INFO-06
    Scenario: Address, telephone and email are not mandatory
      Given this learner:
        | learner | AddLine1 | TelNo | Email |
        | Joyce   | -        | -     | -     |
      When this record is returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Joyce   | Cyber | 01/05/2024 | 30/07/2024  |
      Then nothing is found
      And the milestones are:
        | learner | milestone |   amount |
        | Joyce   | M1        | 1,200.00 |

    @WB5-FIELD-OPTIONAL-01
    Scenario: The provider's own field on the learner is optional
      Given these learners:
        | learner | learner field A |
        | Kamal   | Cohort 4        |
        | Lucia   | -               |
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Kamal   | Cyber | 01/05/2024 | 30/07/2024  |
        | Lucia   | Cyber | 01/05/2024 | 30/07/2024  |
      Then nothing is found

  Rule: Difficulties, disabilities and health problems

    @WB5-FIELD-LLDD-02
    Scenario: A learner with a difficulty or health problem has at least one category
      Given these learners:
        | learner | LLDD health prob | LLDD categories | primary LLDD |
        | Mirek   |                1 |               - |            - |
        | Nadia   |                1 |              12 |           12 |
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Mirek   | Cyber | 01/05/2024 | 30/07/2024  |
        | Nadia   | Cyber | 01/05/2024 | 30/07/2024  |
      Then the findings are:
        | learner | code              | severity | field   | found |
        | Mirek   | LLDDHealthProb_06 | error    | LLDDCat | none  |
      And nothing else is found

    @WB5-FIELD-LLDD-03
    Scenario Outline: Category <category> is no longer valid
      Given this learner:
        | learner | LLDD health prob | LLDD categories | primary LLDD |
        | Oskar   |                1 | <category>      | <category>   |
      When this record is returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Oskar   | Cyber | 01/05/2024 | 30/07/2024  |
      Then the findings are:
        | learner | code         | severity | field   | found      |
        | Oskar   | CODE_RETIRED | error    | LLDDCat | <category> |
      And nothing else is found

      Examples:
        | category |
        |        1 |
        |        2 |
        |        3 |

    @WB5-FIELD-LLDD-04
    Scenario: One of the categories is primary, and one only
      Given these learners:
        | learner | LLDD health prob | LLDD categories | primary LLDD |
        | Paula   |                1 | 4, 12           | 12           |
        | Quinn   |                1 | 4, 12           | -            |
        | Rosa    |                1 | 4, 12           | 4, 12        |
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Paula   | Cyber | 01/05/2024 | 30/07/2024  |
        | Quinn   | Cyber | 01/05/2024 | 30/07/2024  |
        | Rosa    | Cyber | 01/05/2024 | 30/07/2024  |
      Then the findings are:
        | learner | code           | severity | field       | found |
        | Quinn   | PrimaryLLDD_01 | error    | PrimaryLLDD |  none |
        | Rosa    | PrimaryLLDD_04 | error    | PrimaryLLDD |     2 |
      And nothing else is found

  Rule: Prior attainment

    @WB5-FIELD-PRIOR-02
    Scenario: The prior level applies from the start of the bootcamp or earlier
      Given these learners:
        | learner | prior level | prior level from |
        | Sven    |           2 | 01/05/2024       |
        | Tomas   |           2 | 02/05/2024       |
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Sven    | Cyber | 01/05/2024 | 30/07/2024  |
        | Tomas   | Cyber | 01/05/2024 | 30/07/2024  |
      Then the findings are:
        | learner | code  | severity | field        | found      |
        | Tomas   | R_131 | error    | DateLevelApp | 02/05/2024 |
      And nothing else is found

  Rule: Employment status

    @WB5-FIELD-EMP-01
    Scenario Outline: Without any employment status the learner is left out (funding model <model>)
      Given there is no employment status
      When this record is returned in <return>:
        | learner | aim   | start   | planned end |
        | Learner | Cyber | <start> | <planned>   |
      Then the findings are:
        | learner | code   | severity | field   | found |
        | Learner | <code> | error    | EmpStat | none  |
      And Learner is left out of the export of <return>
      And nothing is paid

      Examples:
        | model | return         | start      | planned    | code       |
        |    35 | R10 of 2023/24 | 01/05/2024 | 30/07/2024 | EmpStat_08 |
        |    38 | R02 of 2024/25 | 02/09/2024 | 29/11/2024 | EmpStat_21 |

    @WB5-FIELD-EMP-03
    Scenario: The status applies from a date before the start of the bootcamp (starts before August 2024)
      Given these employment statuses:
        | learner | employment status | applies from | LOU |
        | Uma     | looking for work  | 30/04/2024   |   2 |
        | Viktor  | looking for work  | 01/05/2024   |   2 |
        | Wanda   | looking for work  | 01/02/2024   |   2 |
        | Wanda   | employed          | 01/05/2024   |   - |
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Uma     | Cyber | 01/05/2024 | 30/07/2024  |
        | Viktor  | Cyber | 01/05/2024 | 30/07/2024  |
        | Wanda   | Cyber | 01/05/2024 | 30/07/2024  |
      Then the findings are:
        | learner | aim   | code                  | severity | field          | found      |
        | Viktor  | Cyber | EmpStat_08            | error    | DateEmpStatApp | 01/05/2024 |
        | Wanda   | Cyber | EMPSTAT_ON_START_DATE | warning  | DateEmpStatApp | 01/05/2024 |
      And nothing else is found

    @WB5-FIELD-EMP-03
    Scenario: The status applies from a date before the start of the bootcamp (starts from August 2024)
      Given this employment status:
        | learner | employment status | applies from | LOU |
        | Xenia   | looking for work  | 02/09/2024   |   2 |
      When this record is returned in R02 of 2024/25:
        | learner | aim   | start      | planned end |
        | Xenia   | Cyber | 02/09/2024 | 29/11/2024  |
      Then the findings are:
        | learner | aim   | code       | severity | field          |
        | Xenia   | Cyber | EmpStat_21 | error    | DateEmpStatApp |
      And nothing else is found

    @WB5-FIELD-EMP-04
    Scenario: Self-employment and employment intensity go with status 10 only
      Given these employment statuses:
        | learner | employment status    | applies from | SEI | EII |
        | Yusuf   | employed             | 01/02/2024   |   1 |   7 |
        | Zofia   | not looking for work | 01/02/2024   |   1 |   7 |
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Yusuf   | Cyber | 01/05/2024 | 30/07/2024  |
        | Zofia   | Cyber | 01/05/2024 | 30/07/2024  |
      Then the findings are:
        | learner | code          | severity | field | found                |
        | Zofia   | EMPLOYED_ONLY | error    | SEI   | SEI 1 with status 12 |
        | Zofia   | EMPLOYED_ONLY | error    | EII   | EII 7 with status 12 |
      And nothing else is found

    @WB5-FIELD-EMP-05
    Scenario: Every record with status 11 has the length of unemployment
      Given these employment statuses:
        | learner | employment status    | applies from | LOU |
        | Arlo    | looking for work     | 01/02/2024   |   - |
        | Bela    | looking for work     | 01/02/2024   |   3 |
        | Carys   | not looking for work | 01/02/2024   |   - |
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Arlo    | Cyber | 01/05/2024 | 30/07/2024  |
        | Bela    | Cyber | 01/05/2024 | 30/07/2024  |
        | Carys   | Cyber | 01/05/2024 | 30/07/2024  |
      Then the findings are:
        | learner | code        | severity | field | found |
        | Arlo    | LOU_MISSING | error    | LOU   | none  |
      And nothing else is found

    @WB5-FIELD-EMP-06
    Scenario Outline: <kind> <code> is no longer valid
      Given this employment status:
        | learner | employment status | applies from | <kind> |
        | Dilys   | employed          | 01/02/2024   | <code> |
      When this record is returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Dilys   | Cyber | 01/05/2024 | 30/07/2024  |
      Then the findings are:
        | learner | code         | severity | field  | found  |
        | Dilys   | CODE_RETIRED | error    | <kind> | <code> |
      And nothing else is found

      Examples:
        | kind | code |
        | BSI  |    2 |
        | BSI  |    3 |
        | EII  |    1 |
        | EII  |    2 |
        | EII  |    3 |
        | EII  |    4 |
