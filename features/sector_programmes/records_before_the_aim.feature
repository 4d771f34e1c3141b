@sector-programmes
Feature: What must be on record before an aim starts
  The code tables rest on national facts: which employment status counts, where a postcode belongs, what full funding needs.
  The scenarios show where the line runs, since most refused claims of providers fail on one of these days.

  Background:
    Given the funding year is 2021/22
    And the provider holds a grant

  Rule: The employment status that counts is the latest one on the day the aim starts

    @WMCA2122-NATIONAL-03
    Scenario: The latest employment status dated on or before the start counts
      Given these aims:
        | learner  | aim      | aim reference | start date | planned end date |
        | baseline | main aim | Z0009146      | 03/08/2021 | 31/08/2021       |
        | Uriel    |          |               |            |                  |
        | Vanessa  |          |               |            |                  |
        | Wiktor   |          |               |            |                  |
      And these employment statuses:
        | learner | employment status | applies from | BSI |
        | Uriel   | employed          | 01/02/2021   |   4 |
        | Uriel   | looking for work  | 02/08/2021   |   4 |
        | Vanessa | looking for work  | 01/02/2021   |   4 |
        | Vanessa | employed          | 04/08/2021   |   4 |
        | Wiktor  | looking for work  | 01/02/2021   |   4 |
        | Wiktor  | employed          | 02/08/2021   |   4 |
      Then the findings are:
        | learner | aim      | code              | severity | field   | found              |
        | Wiktor  | main aim | EMPSTAT_NOT_11_12 | error    | EmpStat | 10 from 02/08/2021 |
      And nothing else is found

    @WMCA2122-NATIONAL-02
    Scenario: An employment status from before the start must be on record
      Given these aims:
        | learner  | aim      | aim reference | start date | planned end date |
        | baseline | main aim | Z0009146      | 03/08/2021 | 31/08/2021       |
        | Ximena   |          |               |            |                  |
        | Ysanne   |          |               |            |                  |
      And these employment statuses:
        | learner | employment status    | applies from | BSI |
        | Ximena  | not looking for work | 02/08/2021   |   4 |
        | Ysanne  | not looking for work | 03/08/2021   |   4 |
      Then the findings are:
        | learner | aim      | code                  | severity | field          |
        | Ysanne  | main aim | EMPSTAT_ON_START_DATE | warning  | DateEmpStatApp |
      And nothing else is found

    @WMCA2122-NATIONAL-03
    Scenario: A learner without any employment status before the start is refused
      Given this aim:
        | aim      | aim reference | start date | planned end date | DAM |
        | main aim | Z0009146      | 03/08/2021 | 31/08/2021       | 023 |
      And this employment status:
        | employment status | applies from |
        | looking for work  | 04/08/2021   |
      Then the findings are:
        | aim      | code              | severity | field   | found |
        | main aim | EMPSTAT_NOT_11_12 | error    | EmpStat | none  |
      And nothing else is found

  Rule: The start postcode belongs to the authority on the day the aim starts

    @WMCA2122-NATIONAL-04
    Scenario: A postcode may join the authority, and leave it
      Given these postcodes of the authority:
        | postcode | authority | joined on  | left on    |
        | WX7 2QA  | WMCA      | 17/06/2016 | 31/10/2021 |
        | WX7 2QB  | WMCA      | 01/11/2021 | -          |
      And these aims:
        | learner | aim      | aim reference | start date | planned end date | start postcode |
        | Zofia   | main aim | Z0009148      | 31/10/2021 | 30/11/2021       | WX7 2QA        |
        | Adam    | main aim | Z0009148      | 01/11/2021 | 30/11/2021       | WX7 2QA        |
        | Bethan  | main aim | Z0009148      | 31/10/2021 | 30/11/2021       | WX7 2QB        |
        | Cerys   | main aim | Z0009148      | 01/11/2021 | 30/11/2021       | WX7 2QB        |
      Then the findings are:
        | learner | aim      | code                 | severity | field       | found   |
        | Adam    | main aim | LSDPOSTCODE_NOT_WMCA | error    | LSDPostcode | WX7 2QA |
        | Bethan  | main aim | LSDPOSTCODE_NOT_WMCA | error    | LSDPostcode | WX7 2QB |
      And nothing else is found

    @WMCA2122-NATIONAL-04
    Scenario: DAM 001, a restart and ZZ99 9ZZ excuse a start postcode outside the authority
      Given these postcodes of the authority:
        | postcode | authority |
        | YX3 8ER  | GMCA      |
      And these aims:
        | learner  | aim      | aim reference | start date | original start date | planned end date | start postcode | DAM | RES |
        | baseline | main aim | Z0009148      | 03/08/2021 | -                   | 30/09/2021       | YX3 8ER        | -   |   - |
        | Dafydd   |          |               |            |                     |                  |                | 001 |     |
        | Eluned   |          |               |            | 01/06/2021          |                  |                |     |   1 |
        | Florin   |          |               |            |                     |                  | ZZ99 9ZZ       |     |     |
        | Gulnaz   |          |               |            |                     |                  |                |     |     |
      Then the findings are:
        | learner | aim      | code                 | severity | field       |
        | Dafydd  | main aim | LSDPOSTCODE_EXCUSED  | info     | LSDPostcode |
        | Eluned  | main aim | LSDPOSTCODE_EXCUSED  | info     | LSDPostcode |
        | Florin  | main aim | LSDPOSTCODE_EXCUSED  | info     | LSDPostcode |
        | Gulnaz  | main aim | LSDPOSTCODE_NOT_WMCA | error    | LSDPostcode |
      And nothing else is found

    @WMCA2122-NATIONAL-04
    Scenario: Without any list of the authority's postcodes the start postcode is not judged
      Given no reference table authority_postcodes is supplied
      And this aim:
        | aim      | aim reference | start date | planned end date | start postcode |
        | main aim | Z0009148      | 03/08/2021 | 31/08/2021       | YX3 8ER        |
      Then the findings are:
        | aim | code                             | severity | field               |
        | -   | AUTHORITY_POSTCODES_NOT_SUPPLIED | warning  | authority_postcodes |
      And nothing else is found

  Rule: The contract that counts is the one on the day the aim starts

    @WMCA2122-SG-MAIN-CODE-06 @WMCA2122-SG-MAIN-CODE-05
    Scenario: A grant that becomes a contract for services asks for DAM 002 from its first day
      Given the provider is 10000055
      And these contracts of providers:
        | contract   | kind                  | from       | to         |
        | GRANT-1    | grant                 | 01/08/2019 | 31/08/2021 |
        | SERVICES-1 | contract for services | 01/09/2021 | -          |
      And these aims:
        | learner | aim      | aim reference | start date | planned end date | DAM |
        | Hywel   | main aim | Z0009146      | 31/08/2021 | 30/09/2021       | -   |
        | Ilse    | main aim | Z0009146      | 31/08/2021 | 30/09/2021       | 002 |
        | Jorge   | main aim | Z0009146      | 01/09/2021 | 30/09/2021       | -   |
        | Klara   | main aim | Z0009146      | 01/09/2021 | 30/09/2021       | 002 |
      Then the findings are:
        | learner | aim      | code              | severity | field                 |
        | Ilse    | main aim | DAM002_UNEXPECTED | warning  | LearnDelFAMCode (DAM) |
        | Jorge   | main aim | DAM002_MISSING    | error    | LearnDelFAMCode (DAM) |
      And nothing else is found

    @WMCA2122-SWAP-WEX-CODE-08 @WMCA2122-SWAP-MAIN-CODE-05
    Scenario: A growth award of one aim asks for DAM 002 on that aim alone
      Given these aims:
        | learner | aim       | aim reference | start date | planned end date | DAM      |
        | Mariam  | main aim  | 60900011      | 03/08/2021 | 31/10/2021       | 013      |
        | Mariam  | placement | Z0009125      | 06/09/2021 | 31/10/2021       | 002, 016 |
        | Nils    | main aim  | 60900011      | 03/08/2021 | 31/10/2021       | 002, 013 |
        | Nils    | placement | Z0009125      | 06/09/2021 | 31/10/2021       | 016      |
      And these aims belong to a Grant Growth Contract award:
        | learner | aim       |
        | Mariam  | placement |
        | Nils    | placement |
      Then the findings are:
        | learner | aim       | code              | severity | field                 |
        | Nils    | main aim  | DAM002_UNEXPECTED | warning  | LearnDelFAMCode (DAM) |
        | Nils    | placement | DAM002_MISSING    | error    | LearnDelFAMCode (DAM) |
      And nothing else is found

    @WMCA2122-SG-MAIN-CODE-06 @WMCA2122-SG-EMP-CODE-07 @WMCA2122-SG-WEX-CODE-07 @WMCA2122-SG-JO-CODE-07
    @WMCA2122-SWAP-MAIN-CODE-06 @WMCA2122-SWAP-EMP-CODE-07 @WMCA2122-SWAP-WEX-CODE-07
    @WMCA2122-SWAP-JO-CODE-07
    Scenario: Without any contract on record nobody can tell whether DAM 002 is due
      The learners carry the code on one aim and not on the others: none of it is judged, and that is said once for each.

      Given the provider is 10000066
      And these aims:
        | learner | aim           | aim reference | start date | planned end date | actual end date | DAM      |
        | Lewis   | main aim      | Z0009146      | 03/08/2021 | 31/08/2021       | 31/08/2021      | 002      |
        | Lewis   | employability | Z0009142      | 09/08/2021 | 13/08/2021       | 13/08/2021      | 042      |
        | Lewis   | placement     | Z0009123      | 16/08/2021 | 31/08/2021       | 31/08/2021      | 042      |
        | Lewis   | job outcome   | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042      |
        | Myfanwy | main aim      | 60900011      | 03/08/2021 | 31/10/2021       | 31/10/2021      | 002, 013 |
        | Myfanwy | employability | Z0009142      | 09/08/2021 | 13/08/2021       | 13/08/2021      | 016      |
        | Myfanwy | placement     | Z0009125      | 06/09/2021 | 31/10/2021       | 31/10/2021      | 016      |
        | Myfanwy | job outcome   | Z0009137      | 13/03/2022 | 13/03/2022       | 13/03/2022      | 016      |
      And this evidence of employment:
        | learner | employer      | first day  |
        | Lewis   | Bright Stores | 18/09/2021 |
        | Myfanwy | Canal Foods   | 13/12/2021 |
      And these destinations:
        | learner | destination | code | starts     |
        | Lewis   | EMP         |    1 | 18/09/2021 |
        | Myfanwy | EMP         |    1 | 13/12/2021 |
      Then the findings are:
        | learner | aim | code                  | severity | field     |
        | Lewis   | -   | CONTRACT_NOT_SUPPLIED | warning  | contracts |
        | Myfanwy | -   | CONTRACT_NOT_SUPPLIED | warning  | contracts |
      And nothing else is found

  Rule: Learners of both programmes are fully funded

    @WMCA2122-NATIONAL-01
    Scenario: Anything but full funding is pointed out
      Given these aims:
        | learner  | aim      | aim reference | start date | planned end date | FFI |
        | baseline | main aim | Z0009146      | 03/08/2021 | 31/08/2021       |     |
        | Haf      |          |               |            |                  |   1 |
        | Ivan     |          |               |            |                  |   2 |
        | Jamila   |          |               |            |                  |   - |
      Then the findings are:
        | learner | aim      | code      | severity | field                 | found |
        | Ivan    | main aim | FFI_NOT_1 | warning  | LearnDelFAMCode (FFI) |     2 |
        | Jamila  | main aim | FFI_NOT_1 | warning  | LearnDelFAMCode (FFI) |  none |
      And nothing else is found

    @WMCA2122-NATIONAL-05
    Scenario: Full funding without a recorded benefit needs DAM 023 to pass national validation
      Given these aims:
        | learner  | aim      | aim reference | start date | planned end date | FFI | DAM |
        | baseline | main aim | Z0009146      | 03/08/2021 | 31/08/2021       |   1 | -   |
        | Kasia    |          |               |            |                  |     |     |
        | Lleu     |          |               |            |                  |     | 023 |
        | Moira    |          |               |            |                  |     |     |
        | Nadir    |          |               |            |                  |   2 |     |
      And these employment statuses:
        | learner | employment status | applies from | BSI |
        | Kasia   | looking for work  | 01/07/2021   |   - |
        | Lleu    | looking for work  | 01/07/2021   |   - |
        | Moira   | looking for work  | 01/07/2021   |   4 |
        | Nadir   | looking for work  | 01/07/2021   |   - |
      Then the findings are:
        | learner | aim      | code           | severity |
        | Kasia   | main aim | DAM023_ADVISED | info     |
        | Nadir   | main aim | FFI_NOT_1      | warning  |
      And nothing else is found

  Rule: Age is counted in whole years

    @WMCA2122-NATIONAL-09
    Scenario Outline: A learner born on <born> is claimed with <aim> when the programme starts on 03/08/2021
      Given a learner born on <born> starts the programme on 03/08/2021
      Then the job outcome aim is <aim>

      Examples: the day before, on and after a birthday
        | born       | aim      |
        | 02/08/2002 | Z0009136 |
        | 03/08/2002 | Z0009136 |
        | 02/08/1997 | Z0009137 |
        | 03/08/1997 | Z0009137 |
        | 04/08/1997 | Z0009136 |

    @WMCA2122-NATIONAL-09
    Scenario: A learner whose nineteenth birthday is the day after the start has no job outcome aim
      Given a learner born on 04/08/2002 starts the programme on 03/08/2021
      Then there is no job outcome aim

    @WMCA2122-NATIONAL-09
    Scenario: The wrong aim for the age is found to the day
      Given these learners:
        | learner | date of birth |
        | Onllwyn | 04/08/1997    |
        | Perla   | 03/08/1997    |
      And these aims:
        | learner | aim         | aim reference | start date | planned end date | actual end date | DAM |
        | Onllwyn | main aim    | Z0009146      | 03/08/2021 | 31/08/2021       | 31/08/2021      | -   |
        | Onllwyn | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |
        | Perla   | main aim    | Z0009146      | 03/08/2021 | 31/08/2021       | 31/08/2021      | -   |
        | Perla   | job outcome | Z0009137      | 17/12/2021 | 17/12/2021       | 17/12/2021      | 042 |
      And this evidence of employment:
        | learner | employer      | first day  |
        | Onllwyn | Bright Stores | 18/09/2021 |
        | Perla   | Bright Stores | 18/09/2021 |
      And these destinations:
        | learner | destination | code | starts     |
        | Onllwyn | EMP         |    1 | 18/09/2021 |
        | Perla   | EMP         |    1 | 18/09/2021 |
      Then the findings are:
        | learner | aim         | code   | severity | field       | expected |
        | Onllwyn | job outcome | JO_AGE | error    | LearnAimRef | Z0009136 |
      And nothing else is found
