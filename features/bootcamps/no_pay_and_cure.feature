@bootcamps
Feature: The no-pay report: each reason, and its cure in a later return
  A record that fails a rule of the authority earns nothing in that return and is listed with the reason. Put right in a
  later return it is paid then, so every scenario shows the fault in one return and the payment in the next.

  Background:
    Given the provider is 10000201
    And these bootcamps:
      | bootcamp | aim reference |    price | provider |
      | Cyber    | Z5BC0101      | 3,000.00 | 10000201 |
      | Coding   | Z5BC0102      | 2,400.00 | 10000201 |
      | Cloud    | Z5BC0901      | 2,000.00 | 10000299 |

  Rule: Reasons that concern the learner stop everything in the return

    @WB5-FIELD-UKPRN-02 @WB5-NOPAY-01
    Scenario: A provider without a contract of the authority is not paid, one with a contract is
      When these records are returned in R10 of 2023/24 by 10000299:
        | learner | aim   | start      | planned end |
        | Amina   | Cloud | 01/05/2024 | 30/07/2024  |
      And these records are returned in R11 of 2023/24:
        | learner | aim   | start      | planned end |
        | Amina   | Cyber | 01/05/2024 | 30/07/2024  |
      Then the no-pay report of R10 of 2023/24 is:
        | learner | provider | aim | milestone | reason   | field | found    |
        | Amina   | 10000299 | -   | -         | NP_UKPRN | UKPRN | 10000299 |
      And the no-pay report of R11 of 2023/24 is empty
      And the milestones are:
        | learner | provider | bootcamp | milestone |   amount | return         |
        | Amina   | 10000201 | Cyber    | M1        | 1,200.00 | R11 of 2023/24 |
      And nothing else is paid

    @WB5-FIELD-UKPRN-02
    Scenario: Without a table of contracts no provider is refused for the want of one
      Given no reference table contracts is supplied
      When this record is returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Bruno   | Cyber | 01/05/2024 | 30/07/2024  |
      Then the findings are:
        | learner | code                   | severity | field     |
        | Bruno   | CONTRACTS_NOT_SUPPLIED | warning  | contracts |
      And nothing else is found
      And the milestones are:
        | learner | milestone |   amount |
        | Bruno   | M1        | 1,200.00 |

    @WB5-FIELD-LEARNER-03 @WB5-NOPAY-01
    Scenario: The temporary learner number is not paid until the real one is returned
      Given this learner:
        | learner | ULN        |
        | Chloe   | 9999999999 |
      When this record is returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Chloe   | Cyber | 01/05/2024 | 30/07/2024  |
      And this learner:
        | learner | ULN        |
        | Chloe   | 1061484016 |
      And the records are returned again in R11 of 2023/24
      Then the no-pay report of R10 of 2023/24 is:
        | learner | aim | milestone | reason      | field | found      |
        | Chloe   | -   | -         | NP_ULN_TEMP | ULN   | 9999999999 |
      And the no-pay report of R11 of 2023/24 is empty
      And the milestones are:
        | learner | bootcamp | milestone |   amount | return         | period |
        | Chloe   | Cyber    | M1        | 1,200.00 | R11 of 2023/24 |     10 |
      And nothing else is paid

    @WB5-FIELD-LEARNER-06 @WB5-NOPAY-01
    Scenario: A learner is 19 on the day the bootcamp starts, or is not paid until the date of birth is put right
      Given these learners:
        | learner | date of birth |
        | Dalia   | 01/05/2005    |
        | Edwin   | 02/05/2005    |
      When these records are returned in R10 of 2023/24:
        | learner | aim   | start      | planned end |
        | Dalia   | Cyber | 01/05/2024 | 30/07/2024  |
        | Edwin   | Cyber | 01/05/2024 | 30/07/2024  |
      And these learners:
        | learner | date of birth |
        | Edwin   | 02/05/2004    |
      And the records are returned again in R11 of 2023/24
      Then the no-pay report of R10 of 2023/24 is:
        | learner | aim | milestone | reason     | field       | found              | expected   |
        | Edwin   | -   | -         | NP_UNDER19 | DateOfBirth | 02/05/2005, age 18 | 19 or over |
      And the no-pay report of R11 of 2023/24 is empty
      And the milestones are:
        | learner | bootcamp | milestone |   amount | return         |
        | Dalia   | Cyber    | M1        | 1,200.00 | R10 of 2023/24 |
        | Edwin   | Cyber    | M1        | 1,200.00 | R11 of 2023/24 |
      And nothing else is paid

    @WB5-FIELD-EMP-02 @WB5-NOPAY-01
    Scenario: Employment status 98 is not paid until the right status is recorded
      Given this employment status:
        | learner | employment status | applies from |
        | Farah   | not known         | 01/02/2024   |
      When these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end |
        | Farah   | Cyber               | 01/05/2024 | 28/06/2024  | 28/06/2024 |
        | Farah   | interview for Cyber | 26/06/2024 |             |            |
      And the employment status is now:
        | learner | employment status | applies from |
        | Farah   | employed          | 01/02/2024   |
      And the records are returned again in R13 of 2023/24
      Then the no-pay report of R12 of 2023/24 is:
        | learner | aim | milestone | reason        | field   | found | expected     |
        | Farah   | -   | -         | NP_EMPSTAT_98 | EmpStat |    98 | 10, 11 or 12 |
      And the no-pay report of R13 of 2023/24 is empty
      And the milestones are:
        | learner | bootcamp | milestone |   amount | return         | period |
        | Farah   | Cyber    | M1        | 1,200.00 | R13 of 2023/24 |     10 |
        | Farah   | Cyber    | M2        |   900.00 | R13 of 2023/24 |     11 |
      And nothing else is paid

  Rule: Reasons that concern the bootcamp stop the milestones that hang on it

    @WB5-FIELD-AIM-03
    Scenario Outline: With DAM <code> an aim belongs to Sector Gateway or SWAP and is no mistyped bootcamp
      When this record is returned in R10 of 2023/24:
        | learner | aim    | aim reference | start      | planned end | DAM    |
        | Lowri   | retail | Z5BC0199      | 01/05/2024 | 30/07/2024  | <code> |
      Then every no-pay report is empty
      And nothing is paid

      Examples:
        | code |
        | 013  |
        | 016  |
        | 042  |

    @WB5-FIELD-AIM-03
    Scenario Outline: With <DAM> the same aim is taken for a bootcamp with a mistyped reference
      When this record is returned in R10 of 2023/24:
        | learner | aim    | aim reference | start      | planned end | DAM   |
        | Lowri   | retail | Z5BC0199      | 01/05/2024 | 30/07/2024  | <DAM> |
      Then the no-pay report of R10 of 2023/24 is:
        | learner | aim    | milestone | reason               | field       | found    |
        | Lowri   | retail | -         | NP_AIM_NOT_ALLOCATED | LearnAimRef | Z5BC0199 |
      And nothing is paid

      Examples:
        | DAM      |
        | 023      |
        | 023, 043 |

    @WB5-FIELD-AIM-03 @WB5-FIELD-AIM-02 @WB5-NOPAY-08 @WB5-NOPAY-01
    Scenario: A reference that is not the provider's own is not paid until it is corrected
      When this record is returned in R10 of 2023/24:
        | learner | aim   | aim reference | start      | planned end |
        | Goran   | Cyber | Z5BC0199      | 01/05/2024 | 30/07/2024  |
      And this record is returned in R11 of 2023/24:
        | learner | aim   | aim reference |
        | Goran   | Cyber | Z5BC0101      |
      Then the no-pay report of R10 of 2023/24 is:
        | learner | aim   | milestone | reason               | field       | found    |
        | Goran   | Cyber | -         | NP_AIM_NOT_ALLOCATED | LearnAimRef | Z5BC0199 |
      And the no-pay report of R11 of 2023/24 is empty
      And the milestones are:
        | learner | bootcamp | milestone |   amount | return         |
        | Goran   | Cyber    | M1        | 1,200.00 | R11 of 2023/24 |
      And nothing else is paid

    @WB5-FIELD-AIM-04 @WB5-NOPAY-01
    Scenario: A start in the future is not paid until it has come
      Given the file of R09 of 2023/24 is prepared on 30/04/2024
      When this record is returned in R09 of 2023/24:
        | learner | aim   | start      | planned end |
        | Hana    | Cyber | 01/05/2024 | 30/07/2024  |
      And the records are returned again in R10 of 2023/24
      Then the no-pay report of R09 of 2023/24 is:
        | learner | aim   | milestone | reason          | field          | found      | expected              |
        | Hana    | Cyber | -         | NP_START_FUTURE | LearnStartDate | 01/05/2024 | 30/04/2024 or earlier |
      And the no-pay report of R10 of 2023/24 is empty
      And the milestones are:
        | learner | bootcamp | milestone |   amount | return         |
        | Hana    | Cyber    | M1        | 1,200.00 | R10 of 2023/24 |
      And nothing else is paid

    @WB5-FIELD-AIM-05 @WB5-NOPAY-01
    Scenario: A start outside the timeframe of the contract is not paid until it is put right
      When these records are returned in R09 of 2023/24:
        | learner | aim   | start      | planned end |
        | Igor    | Cyber | 31/03/2024 | 28/06/2024  |
        | Joyce   | Cyber | 01/04/2024 | 28/06/2024  |
      And these records are returned in R10 of 2023/24:
        | learner | aim   | start      |
        | Igor    | Cyber | 02/04/2024 |
      Then the no-pay report of R09 of 2023/24 is:
        | learner | aim   | milestone | reason          | field          | found      |
        | Igor    | Cyber | -         | NP_START_WINDOW | LearnStartDate | 31/03/2024 |
      And the no-pay report of R10 of 2023/24 is empty
      And the milestones are:
        | learner | bootcamp | milestone |   amount | return         |
        | Igor    | Cyber    | M1        | 1,200.00 | R10 of 2023/24 |
        | Joyce   | Cyber    | M1        | 1,200.00 | R09 of 2023/24 |
      And nothing else is paid

    @WB5-FIELD-AIM-05
    Scenario: A start outside the window of the bootcamp's allocation is not paid
      Given this bootcamp:
        | bootcamp | aim reference |    price | starts from | starts to  |
        | Coding   | Z5BC0102      | 2,400.00 | 06/05/2024  | 31/05/2024 |
      When these records are returned in R11 of 2023/24:
        | learner | aim    | start      | planned end |
        | Kamal   | Coding | 05/05/2024 | 30/08/2024  |
        | Lucia   | Coding | 06/05/2024 | 30/08/2024  |
        | Mirek   | Coding | 31/05/2024 | 30/08/2024  |
        | Nadia   | Coding | 01/06/2024 | 30/08/2024  |
      Then the no-pay report of R11 of 2023/24 is:
        | learner | aim    | milestone | reason          | expected                 |
        | Kamal   | Coding | -         | NP_START_WINDOW | 06/05/2024 to 31/05/2024 |
        | Nadia   | Coding | -         | NP_START_WINDOW | 06/05/2024 to 31/05/2024 |
      And the milestones are:
        | learner | bootcamp | milestone | amount |
        | Lucia   | Coding   | M1        | 960.00 |
        | Mirek   | Coding   | M1        | 960.00 |
      And nothing else is paid

    @WB5-FIELD-AIM-07 @WB5-NOPAY-01
    Scenario: A planned end outside the timeframe is not paid until it is put right
      Given this bootcamp:
        | bootcamp | aim reference |    price | planned end to |
        | Coding   | Z5BC0102      | 2,400.00 | 31/08/2024     |
      When these records are returned in R10 of 2023/24:
        | learner | aim    | start      | planned end |
        | Oskar   | Coding | 01/05/2024 | 31/08/2024  |
        | Paula   | Coding | 01/05/2024 | 01/09/2024  |
      And these records are returned in R11 of 2023/24:
        | learner | aim    | planned end |
        | Paula   | Coding | 31/08/2024  |
      Then the no-pay report of R10 of 2023/24 is:
        | learner | aim    | milestone | reason            | field            | found      | expected              |
        | Paula   | Coding | -         | NP_PLANEND_WINDOW | LearnPlanEndDate | 01/09/2024 | 31/08/2024 or earlier |
      And the no-pay report of R11 of 2023/24 is empty
      And the milestones are:
        | learner | bootcamp | milestone | amount | return         |
        | Oskar   | Coding   | M1        | 960.00 | R10 of 2023/24 |
        | Paula   | Coding   | M1        | 960.00 | R11 of 2023/24 |
      And nothing else is paid

    @WB5-FIELD-AIM-11 @WB5-FIELD-FAM-08 @WB5-NOPAY-01
    Scenario: A start postcode outside the area is not paid until it is put right, or DAM 001 is returned
      When these records are returned in R10 of 2023/24:
        | learner  | aim   | start      | planned end | start postcode | DAM      |
        | baseline | Cyber | 01/05/2024 | 30/07/2024  | YX3 8ER        | 023      |
        | Quinn    |       |            |             |                |          |
        | Rosa     |       |            |             |                |          |
        | Sven     |       |            |             |                | 001, 023 |
      And these records are returned in R11 of 2023/24:
        | learner | aim   | start postcode | DAM      |
        | Quinn   | Cyber | WX2 4BC        |          |
        | Rosa    | Cyber |                | 001, 023 |
      Then the no-pay report of R10 of 2023/24 is:
        | learner | aim   | milestone | reason          | field       | found   |
        | Quinn   | Cyber | -         | NP_LSD_POSTCODE | LSDPostcode | YX3 8ER |
        | Rosa    | Cyber | -         | NP_LSD_POSTCODE | LSDPostcode | YX3 8ER |
      And the no-pay report of R11 of 2023/24 is empty
      And the milestones are:
        | learner | bootcamp | milestone |   amount | return         |
        | Quinn   | Cyber    | M1        | 1,200.00 | R11 of 2023/24 |
        | Rosa    | Cyber    | M1        | 1,200.00 | R11 of 2023/24 |
        | Sven    | Cyber    | M1        | 1,200.00 | R10 of 2023/24 |
      And nothing else is paid

    @WB5-FIELD-FAM-04 @WB5-NOPAY-01
    Scenario: A bootcamp without DAM 023 is not paid until it is returned
      When this record is returned in R10 of 2023/24:
        | learner | aim   | start      | planned end | DAM |
        | Tomas   | Cyber | 01/05/2024 | 30/07/2024  | -   |
      And this record is returned in R11 of 2023/24:
        | learner | aim   | DAM |
        | Tomas   | Cyber | 023 |
      Then the no-pay report of R10 of 2023/24 is:
        | learner | aim   | milestone | reason | field | found | expected |
        | Tomas   | Cyber | -         | NP_DAM | DAM   | none  | 023      |
      And the no-pay report of R11 of 2023/24 is empty
      And the milestones are:
        | learner | bootcamp | milestone |   amount | return         |
        | Tomas   | Cyber    | M1        | 1,200.00 | R11 of 2023/24 |
      And nothing else is paid

    @WB5-FIELD-FAM-06 @WB5-NOPAY-01
    Scenario: DAM 010 goes with employment status 10 only, or is not paid until it is taken away
      Given these employment statuses:
        | learner | employment status | applies from | LOU |
        | Uma     | employed          | 01/02/2024   |   - |
        | Viktor  | looking for work  | 01/02/2024   |   2 |
      When these records are returned in R10 of 2023/24:
        | learner  | aim   | start      | planned end | DAM      |
        | baseline | Cyber | 01/05/2024 | 30/07/2024  | 010, 023 |
        | Uma      |       |            |             |          |
        | Viktor   |       |            |             |          |
      And these records are returned in R11 of 2023/24:
        | learner | aim   | DAM |
        | Viktor  | Cyber | 023 |
      Then the no-pay report of R10 of 2023/24 is:
        | learner | aim   | milestone | reason | field | found                                  |
        | Viktor  | Cyber | -         | NP_DAM | DAM   | DAM 010, 023 with employment status 11 |
      And the no-pay report of R11 of 2023/24 is empty
      And the milestones are:
        | learner | bootcamp | milestone |   amount | return         |
        | Uma     | Cyber    | M1        | 1,200.00 | R10 of 2023/24 |
        | Viktor  | Cyber    | M1        | 1,200.00 | R11 of 2023/24 |
      And nothing else is paid

    @WB5-NOPAY-04 @WB5-NOPAY-01
    Scenario: Of two continuing bootcamps only the one that started first is paid, the other once the first has ended
      When these records are returned in R10 of 2023/24:
        | learner | aim    | start      | planned end |
        | Wanda   | Coding | 07/05/2024 | 30/08/2024  |
        | Wanda   | Cyber  | 06/05/2024 | 28/06/2024  |
      And these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | actual end |
        | Wanda   | Cyber               |            | 28/06/2024 |
        | Wanda   | interview for Cyber | 27/06/2024 |            |
      Then the no-pay report of R10 of 2023/24 is:
        | learner | aim    | milestone | reason            | field      | found | expected                                        |
        | Wanda   | Coding | -         | NP_TWO_CONTINUING | CompStatus |     1 | Z5BC0101, started 06/05/2024, completed or left |
      And the milestones are:
        | learner | bootcamp | milestone |   amount | return         |
        | Wanda   | Cyber    | M1        | 1,200.00 | R10 of 2023/24 |
        | Wanda   | Cyber    | M2        |   900.00 | R12 of 2023/24 |
      And nothing else is paid
      # the bootcamp is no longer refused, but the one Milestone 1 of the wave has been paid
      And the no-pay report of R12 of 2023/24 is:
        | learner | aim    | milestone | reason             |
        | Wanda   | Coding | M1        | NP_M1_ALREADY_PAID |

    @WB5-NOPAY-04
    Scenario: The later bootcamp is paid once the learner has left the earlier one before it earned anything
      Given the file of R10 of 2023/24 is prepared on 17/05/2024
      When these records are returned in R10 of 2023/24:
        | learner | aim    | start      | planned end |
        | Xenia   | Cyber  | 06/05/2024 | 28/06/2024  |
        | Xenia   | Coding | 13/05/2024 | 30/08/2024  |
      And these records are returned in R11 of 2023/24:
        | learner | aim   | actual end | status    |
        | Xenia   | Cyber | 17/05/2024 | withdrawn |
      Then the no-pay report of R10 of 2023/24 is:
        | learner | aim    | milestone | reason            |
        | Xenia   | Coding | -         | NP_TWO_CONTINUING |
      And the no-pay report of R11 of 2023/24 is empty
      And the milestones are:
        | learner | bootcamp | milestone | amount | return         | earned on  |
        | Xenia   | Coding   | M1        | 960.00 | R11 of 2023/24 | 27/05/2024 |
      And nothing else is paid

    @WB5-NOPAY-04
    Scenario: Of two continuing bootcamps that started on one day the lower aim sequence number is paid
      When these records are returned in R10 of 2023/24:
        | learner | aim    | start      | planned end |
        | Yusuf   | Coding | 06/05/2024 | 30/08/2024  |
        | Yusuf   | Cyber  | 06/05/2024 | 28/06/2024  |
      Then the no-pay report of R10 of 2023/24 is:
        | learner | aim   | milestone | reason            |
        | Yusuf   | Cyber | -         | NP_TWO_CONTINUING |
      And the milestones are:
        | learner | bootcamp | milestone | amount |
        | Yusuf   | Coding   | M1        | 960.00 |
      And nothing else is paid

  Rule: Reasons that concern a milestone stop that milestone alone

    @WB5-FIELD-FAM-05 @WB5-NOPAY-01
    Scenario: A milestone aim without DAM 023 stops that milestone until it is returned
      When these records are returned in R12 of 2023/24:
        | learner | aim                 | start      | planned end | actual end | DAM |
        | Zofia   | Cyber               | 01/05/2024 | 28/06/2024  | 28/06/2024 | 023 |
        | Zofia   | interview for Cyber | 26/06/2024 |             |            | 023 |
        | Zofia   | job for Cyber       | 15/07/2024 |             |            | -   |
      And these records are returned in R13 of 2023/24:
        | learner | aim           | DAM |
        | Zofia   | job for Cyber | 023 |
      Then the no-pay report of R12 of 2023/24 is:
        | learner | aim           | milestone | reason | field | found | expected |
        | Zofia   | job for Cyber | M3        | NP_DAM | DAM   | none  | 023      |
      And the no-pay report of R13 of 2023/24 is empty
      And the milestones are:
        | learner | bootcamp | milestone |   amount | return         |
        | Zofia   | Cyber    | M1        | 1,200.00 | R12 of 2023/24 |
        | Zofia   | Cyber    | M2        |   900.00 | R12 of 2023/24 |
        | Zofia   | Cyber    | M3        |   900.00 | R13 of 2023/24 |
      And nothing else is paid

    @WB5-NOPAY-01
    Scenario: A fault that stays is listed again in each return
      When this record is returned in R10 of 2023/24:
        | learner | aim   | start      | planned end | DAM |
        | Arlo    | Cyber | 01/05/2024 | 30/07/2024  | -   |
      And the records are returned again in R11 of 2023/24
      And the records are returned again in R12 of 2023/24
      Then the no-pay report of R10 of 2023/24 is:
        | learner | aim   | reason |
        | Arlo    | Cyber | NP_DAM |
      And the no-pay report of R11 of 2023/24 is:
        | learner | aim   | reason |
        | Arlo    | Cyber | NP_DAM |
      And the no-pay report of R12 of 2023/24 is:
        | learner | aim   | reason |
        | Arlo    | Cyber | NP_DAM |
      And nothing is paid

  Rule: What cannot be judged is said

    @WB5-FIELD-AIM-03
    Scenario: Without a table of bootcamps nothing can be paid
      Given no reference table bootcamp_aims is supplied
      When this record is returned in R10 of 2023/24:
        | learner | aim     | aim reference | start      | planned end |
        | Bela    | Unknown | Z5BC0101      | 01/05/2024 | 30/07/2024  |
      Then the findings are:
        | learner | code                       | severity | field         |
        | Bela    | BOOTCAMP_AIMS_NOT_SUPPLIED | error    | bootcamp_aims |
      And nothing is paid

    @WB5-FIELD-AIM-11
    Scenario: Without a table of the authority's postcodes no start postcode is refused
      Given no reference table authority_postcodes is supplied
      When this record is returned in R10 of 2023/24:
        | learner | aim   | start      | planned end | start postcode |
        | Carys   | Cyber | 01/05/2024 | 30/07/2024  | YX3 8ER        |
      Then the findings are:
        | learner | code                             | severity | field               |
        | Carys   | AUTHORITY_POSTCODES_NOT_SUPPLIED | warning  | authority_postcodes |
      And nothing else is found
      And the milestones are:
        | learner | milestone |   amount |
        | Carys   | M1        | 1,200.00 |
