@bootcamps
Feature: What became of the learners: destination codes and records
  A bootcamp that has ended has a destination code in a provider specified field; those that ended by July 2024 have a
  destination and progression record as well. Each code counts twice: as the nation and as the authority sees it.

  Background:
    Given the provider is 10000201
    And these bootcamps:
      | bootcamp | aim reference |    price |
      | Cyber    | Z5BC0101      | 3,000.00 |

  Rule: The matrices: every code with both its categories

    @WB5-DEST-EMP-01 @WB5-DEST-EMP-02 @WB5-DEST-EMP-03
    Scenario: Paid employment and self-employment
      When this record is returned in R11 of 2023/24:
        | learner | aim   | start      | planned end | actual end |
        | Amina   | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 |
      Then its destination would count as:
        | code    | destination | national category | WMCA category | finding | meaning                                  |
        | WMCA1.1 | EMP 1       | Positive          | Positive      | -       | employed 16 hours or more, more hours    |
        | WMCA1.2 | EMP 1       | Positive          | Positive      | -       | more pay                                 |
        | WMCA1.3 | EMP 1       | Positive          | Positive      | -       | change of career                         |
        | WMCA1.4 | EMP 1       | Positive          | Positive      | -       | more responsibility, new job description |
        | WMCA1.5 | EMP 1       | Positive          | Positive      | -       | apprenticeship                           |
        | WMCA1.0 | EMP 1       | Positive          | Neutral       | -       | none of these                            |
        | WMCA2.1 | EMP 2       | Positive          | Positive      | -       | employed under 16 hours, more hours      |
        | WMCA2.2 | EMP 2       | Positive          | Positive      | -       | more pay                                 |
        | WMCA2.3 | EMP 2       | Positive          | Positive      | -       | change of career                         |
        | WMCA2.4 | EMP 2       | Positive          | Positive      | -       | more responsibility, new job description |
        | WMCA2.0 | EMP 2       | Positive          | Neutral       | -       | none of these                            |
        | WMCA3.1 | EMP 4       | Positive          | Positive      | -       | self-employed 16 hours or more           |
        | WMCA3.2 | EMP 4       | Positive          | Positive      | -       | more pay                                 |
        | WMCA3.3 | EMP 4       | Positive          | Positive      | -       | change of career                         |
        | WMCA3.0 | EMP 4       | Positive          | Neutral       | -       | none of these                            |
        | WMCA4.1 | EMP 5       | Positive          | Positive      | -       | self-employed under 16 hours             |
        | WMCA4.2 | EMP 5       | Positive          | Positive      | -       | more pay                                 |
        | WMCA4.3 | EMP 5       | Positive          | Positive      | -       | change of career                         |
        | WMCA4.0 | EMP 5       | Positive          | Neutral       | -       | none of these                            |

    @WB5-DEST-EMP-04
    Scenario: Responsibility does not apply to self-employment, nor an apprenticeship to less than 16 hours
      When this record is returned in R11 of 2023/24:
        | learner | aim   | start      | planned end | actual end |
        | Bruno   | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 |
      Then its destination would count as:
        | code    | destination | national category | WMCA category | finding      |
        | WMCA2.5 | EMP 2       | -                 | -             | DEST_CODE_NA |
        | WMCA3.4 | EMP 4       | -                 | -             | DEST_CODE_NA |
        | WMCA3.5 | EMP 4       | -                 | -             | DEST_CODE_NA |
        | WMCA4.4 | EMP 5       | -                 | -             | DEST_CODE_NA |
        | WMCA4.5 | EMP 5       | -                 | -             | DEST_CODE_NA |

    @WB5-DEST-NPE-01 @WB5-DEST-NPE-02
    Scenario: Not in paid employment
      When this record is returned in R11 of 2023/24:
        | learner | aim   | start      | planned end | actual end |
        | Chloe   | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 |
      Then its destination would count as:
        | code    | destination | national category | WMCA category | headline category | finding | meaning                         |
        | WMCA5.1 | NPE 1       | Negative          | Positive      | Positive          | -       | looking for work, voluntary     |
        | WMCA5.0 | NPE 1       | Negative          | Negative      | Negative          | -       | looking for work                |
        | WMCA6.1 | NPE 2       | Negative          | Positive      | Positive          | -       | not looking for work, voluntary |
        | WMCA6.0 | NPE 2       | Negative          | Negative      | Negative          | -       | not looking for work            |

    @WB5-DEST-EDU-01 @WB5-DEST-EDU-02
    Scenario: Further education, full-time and part-time
      When this record is returned in R11 of 2023/24:
        | learner | aim   | start      | planned end | actual end |
        | Dalia   | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 |
      Then its destination would count as:
        | code     | destination | national category | WMCA category | finding | meaning                      |
        | WMCA10.1 | EDU 4       | Positive          | Positive      | -       | full-time, higher level      |
        | WMCA10.2 | EDU 4       | Positive          | Negative      | -       | same or lower level          |
        | WMCA10.3 | EDU 4       | Positive          | Neutral       | -       | continuing                   |
        | WMCA10.4 | EDU 4       | Positive          | Positive      | -       | voluntary work with training |
        | WMCA10.0 | EDU 4       | Positive          | Neutral       | -       | none of these                |
        | WMCA11.1 | EDU 5       | Positive          | Positive      | -       | part-time, higher level      |
        | WMCA11.2 | EDU 5       | Positive          | Negative      | -       | same or lower level          |
        | WMCA11.3 | EDU 5       | Positive          | Neutral       | -       | continuing                   |
        | WMCA11.4 | EDU 5       | Positive          | Positive      | -       | voluntary work with training |
        | WMCA11.0 | EDU 5       | Positive          | Neutral       | -       | none of these                |

    @WB5-DEST-EDU-01 @WB5-DEST-EDU-03
    Scenario: Traineeship, apprenticeship and supported internship have no measure but none of these
      When this record is returned in R11 of 2023/24:
        | learner | aim   | start      | planned end | actual end |
        | Edwin   | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 |
      Then its destination would count as:
        | code    | destination | national category | WMCA category | finding      |
        | WMCA7.0 | EDU 1       | Positive          | Neutral       | -            |
        | WMCA7.1 | EDU 1       | -                 | -             | DEST_CODE_NA |
        | WMCA7.2 | EDU 1       | -                 | -             | DEST_CODE_NA |
        | WMCA7.3 | EDU 1       | -                 | -             | DEST_CODE_NA |
        | WMCA7.4 | EDU 1       | -                 | -             | DEST_CODE_NA |
        | WMCA8.0 | EDU 2       | Positive          | Neutral       | -            |
        | WMCA8.1 | EDU 2       | -                 | -             | DEST_CODE_NA |
        | WMCA8.2 | EDU 2       | -                 | -             | DEST_CODE_NA |
        | WMCA8.3 | EDU 2       | -                 | -             | DEST_CODE_NA |
        | WMCA8.4 | EDU 2       | -                 | -             | DEST_CODE_NA |
        | WMCA9.0 | EDU 3       | Positive          | Neutral       | -            |
        | WMCA9.1 | EDU 3       | -                 | -             | DEST_CODE_NA |
        | WMCA9.2 | EDU 3       | -                 | -             | DEST_CODE_NA |
        | WMCA9.3 | EDU 3       | -                 | -             | DEST_CODE_NA |
        | WMCA9.4 | EDU 3       | -                 | -             | DEST_CODE_NA |

    @WB5-DEST-EDU-01 @WB5-DEST-EDU-04
    Scenario: Higher education
      When this record is returned in R11 of 2023/24:
        | learner | aim   | start      | planned end | actual end |
        | Farah   | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 |
      Then its destination would count as:
        | code     | destination | national category | WMCA category | finding      | meaning                      |
        | WMCA12.1 | EDU 6       | Positive          | Neutral       | -            | continuing                   |
        | WMCA12.2 | EDU 6       | Positive          | Positive      | -            | voluntary work with training |
        | WMCA12.0 | EDU 6       | Positive          | Neutral       | -            | none of these                |
        | WMCA12.3 | EDU 6       | -                 | -             | DEST_CODE_NA |                              |
        | WMCA12.4 | EDU 6       | -                 | -             | DEST_CODE_NA |                              |

    @WB5-DEST-OTH-01 @WB5-DEST-OTH-02
    Scenario: Other outcomes
      When this record is returned in R11 of 2023/24:
        | learner | aim   | start      | planned end | actual end |
        | Goran   | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 |
      Then its destination would count as:
        | code     | destination | national category | WMCA category | finding | meaning                                  |
        | WMCA13.1 | OTH 1       | Negative          | Neutral       | -       | long term injury or illness              |
        | WMCA13.2 | OTH 1       | Negative          | Neutral       | -       | has lost employment                      |
        | WMCA13.3 | OTH 1       | Negative          | Negative      | -       | economically inactive                    |
        | WMCA13.4 | OTH 1       | Negative          | Negative      | -       | not in education, employment or training |
        | WMCA13.5 | OTH 1       | Negative          | Neutral       | -       | caring for family                        |
        | WMCA13.6 | OTH 1       | Negative          | Neutral       | -       | emigrated                                |
        | WMCA13.7 | OTH 1       | Negative          | Neutral       | -       | expelled                                 |
        | WMCA13.8 | OTH 1       | Negative          | Neutral       | -       | has died                                 |
        | WMCA13.0 | OTH 1       | Negative          | Neutral       | -       | none of these                            |

    @WB5-DEST-OTH-01 @WB5-DEST-OTH-03
    Scenario: Unable to contact and not known have no measure but none of these
      When this record is returned in R11 of 2023/24:
        | learner | aim   | start      | planned end | actual end |
        | Hana    | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 |
      Then its destination would count as:
        | code     | destination | national category | WMCA category | finding      |
        | WMCA14.0 | OTH 3       | Negative          | Neutral       | -            |
        | WMCA14.1 | OTH 3       | -                 | -             | DEST_CODE_NA |
        | WMCA14.2 | OTH 3       | -                 | -             | DEST_CODE_NA |
        | WMCA14.3 | OTH 3       | -                 | -             | DEST_CODE_NA |
        | WMCA14.4 | OTH 3       | -                 | -             | DEST_CODE_NA |
        | WMCA14.5 | OTH 3       | -                 | -             | DEST_CODE_NA |
        | WMCA14.6 | OTH 3       | -                 | -             | DEST_CODE_NA |
        | WMCA14.7 | OTH 3       | -                 | -             | DEST_CODE_NA |
        | WMCA14.8 | OTH 3       | -                 | -             | DEST_CODE_NA |
        | WMCA15.0 | OTH 4       | Negative          | Neutral       | -            |
        | WMCA15.1 | OTH 4       | -                 | -             | DEST_CODE_NA |
        | WMCA15.2 | OTH 4       | -                 | -             | DEST_CODE_NA |
        | WMCA15.3 | OTH 4       | -                 | -             | DEST_CODE_NA |
        | WMCA15.4 | OTH 4       | -                 | -             | DEST_CODE_NA |
        | WMCA15.5 | OTH 4       | -                 | -             | DEST_CODE_NA |
        | WMCA15.6 | OTH 4       | -                 | -             | DEST_CODE_NA |
        | WMCA15.7 | OTH 4       | -                 | -             | DEST_CODE_NA |
        | WMCA15.8 | OTH 4       | -                 | -             | DEST_CODE_NA |

    @WB5-DEST-GAP-01 @WB5-DEST-SDE-01
    Scenario: A gap year and social destinations have no measure of the authority, so the national category leads
      When this record is returned in R11 of 2023/24:
        | learner | aim   | start      | planned end | actual end |
        | Igor    | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 |
      Then its destination would count as:
        | code     | destination | national category | WMCA category | headline category | finding | meaning                          |
        | WMCA16.1 | GAP 1       | Negative          | -             | Negative          | -       | gap year before higher education |
        | WMCA17.1 | SDE 1       | Positive          | -             | Positive          | -       | supported independent living     |
        | WMCA18.1 | SDE 2       | Positive          | -             | Positive          | -       | independent living               |
        | WMCA19.1 | SDE 3       | Positive          | -             | Positive          | -       | returning home                   |
        | WMCA20.1 | SDE 4       | Positive          | -             | Positive          | -       | long term residential placement  |

  Rule: Code and record tell the same story

    @WB5-DEST-11
    Scenario: A code of another group than the record is a mismatch
      When this record is returned in R11 of 2023/24:
        | learner | aim   | start      | planned end | actual end |
        | Joyce   | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 |
      Then its destination would count as:
        | code     | destination | national category | WMCA category | finding       |
        | WMCA1.1  | EMP 1       | Positive          | Positive      | -             |
        | WMCA1.1  | EMP 2       | Positive          | Positive      | DEST_MISMATCH |
        | WMCA1.1  | NPE 1       | Positive          | Positive      | DEST_MISMATCH |
        | WMCA10.2 | EDU 4       | Positive          | Negative      | -             |
        | WMCA10.2 | EDU 5       | Positive          | Negative      | DEST_MISMATCH |
        | WMCA13.0 | -           | Negative          | Neutral       | -             |

    @WB5-DEST-13
    Scenario: More responsibility with a changed job description is WMCA1.4 (the guidance's example, put right)
      When this record is returned in R11 of 2023/24:
        | learner | aim   | start      | planned end | actual end |
        | Kamal   | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 |
      Then its destination would count as:
        | code    | destination | national category | WMCA category | finding | meaning                                          |
        | WMCA1.4 | EMP 1       | Positive          | Positive      | -       | more responsibility with a changed description   |
        | WMCA1.1 | EMP 1       | Positive          | Positive      | -       | an increase in hours, which the example did mean |

    @WB5-DEST-12
    Scenario: Voluntary work as an outcome type is not used
      Given this destination:
        | learner | destination | code | starts     |
        | Lucia   | VOL         |    1 | 28/06/2024 |
      When this record is returned in R11 of 2023/24:
        | learner | aim   | start      | planned end | actual end | destination code |
        | Lucia   | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 | WMCA5.1          |
      Then the findings are:
        | learner | aim   | code               | severity | field          | found   |
        | Lucia   | -     | DEST_TYPE_NOT_USED | warning  | OutType        | VOL     |
        | Lucia   | Cyber | DEST_CODE_NA       | error    | ProvSpecDelMon | WMCA5.1 |
      And nothing else is found

    @WB5-DEST-06
    Scenario: Social destinations are not used
      Given this destination:
        | learner | destination | code | starts     |
        | Mirek   | SDE         |    2 | 28/06/2024 |
      When this record is returned in R11 of 2023/24:
        | learner | aim   | start      | planned end | actual end | destination code |
        | Mirek   | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 | WMCA18.1         |
      Then the findings are:
        | learner | code               | severity | field   | found |
        | Mirek   | DEST_TYPE_NOT_USED | warning  | OutType | SDE   |
      And nothing else is found

  Rule: When and where destinations are recorded

    @WB5-DEST-01
    Scenario: A destination is recorded once the learner has completed or left
      Given these destinations:
        | learner | destination | code | starts     |
        | Nadia   | EMP         |    1 | 28/06/2024 |
        | Oskar   | NPE         |    1 | 14/06/2024 |
      When these records are returned in R11 of 2023/24:
        | learner | aim   | start      | planned end | actual end | status     | destination code |
        | Nadia   | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 | completed  | WMCA1.2          |
        | Oskar   | Cyber | 01/05/2024 | 28/06/2024  | 14/06/2024 | withdrawn  | WMCA5.0          |
        | Paula   | Cyber | 01/05/2024 | 28/06/2024  | -          | continuing | WMCA1.2          |
      Then the findings are:
        | learner | aim   | code            | severity | field          | found   |
        | Paula   | Cyber | DEST_BEFORE_END | warning  | ProvSpecDelMon | WMCA1.2 |
      And nothing else is found
      And the destinations are:
        | learner | aim   | return         | code    | national category | WMCA category | headline category | finding |
        | Nadia   | Cyber | R11 of 2023/24 | WMCA1.2 | Positive          | Positive      | Positive          | -       |
        | Oskar   | Cyber | R11 of 2023/24 | WMCA5.0 | Negative          | Negative      | Negative          | -       |

    @WB5-DEST-02 @WB5-DEST-08
    Scenario: A record missing when the learner leaves is a warning, two months later an error
      Given the file of R11 of 2023/24 is prepared on 27/06/2024
      And the file of R13 of 2023/24 is prepared on 28/08/2024
      When this record is returned in R11 of 2023/24:
        | learner | aim   | start      | planned end | actual end | destination code |
        | Quinn   | Cyber | 01/05/2024 | 28/06/2024  | 27/06/2024 | WMCA1.2          |
      And the records are returned again in R12 of 2023/24
      And the records are returned again in R13 of 2023/24
      Then the findings are:
        | learner | aim   | return         | code | severity | field     | expected                           |
        | Quinn   | Cyber | R11 of 2023/24 | R107 | warning  | DPOutcome | a destination record by 27/08/2024 |
        | Quinn   | Cyber | R12 of 2023/24 | R107 | warning  | DPOutcome | a destination record by 27/08/2024 |
        | Quinn   | Cyber | R13 of 2023/24 | R108 | error    | DPOutcome | a destination record by 27/08/2024 |
      And nothing else is found

    @WB5-DEST-03
    Scenario: Bootcamps that start and end from April to July 2024 have a record, those that end later have none
      When these records are returned in R14 of 2023/24:
        | learner | aim   | start      | planned end | actual end | destination code |
        | Rosa    | Cyber | 02/04/2024 | 31/07/2024  | 31/07/2024 | WMCA1.2          |
        | Sven    | Cyber | 03/06/2024 | 01/08/2024  | 01/08/2024 | WMCA1.2          |
      Then the findings are:
        | learner | aim   | code | severity | field     |
        | Rosa    | Cyber | R108 | error    | DPOutcome |
      And nothing else is found

    @WB5-DEST-08
    Scenario: Leavers to July 2024 have both a record and a code
      Given these destinations:
        | learner | destination | code | starts     |
        | Tomas   | EMP         |    1 | 29/06/2024 |
        | Uma     | EMP         |    1 | 29/06/2024 |
      When these records are returned in R12 of 2023/24:
        | learner | aim   | start      | planned end | actual end | destination code |
        | Tomas   | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 | WMCA1.2          |
        | Uma     | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 | -                |
        | Viktor  | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 | WMCA1.2          |
      Then the findings are:
        | learner | aim   | code              | severity | field          |
        | Uma     | Cyber | DEST_CODE_MISSING | error    | ProvSpecDelMon |
        | Viktor  | Cyber | R107              | warning  | DPOutcome      |
      And nothing else is found

    @WB5-DEST-09
    Scenario: Leavers from August 2024 have the code only
      When this record is returned in R05 of 2024/25:
        | learner | aim   | start      | planned end | actual end | destination code |
        | Wanda   | Cyber | 01/08/2024 | 31/10/2024  | 31/10/2024 | WMCA12.1         |
      Then nothing is found
      And the destinations are:
        | learner | aim   | return         | code     | national category | WMCA category | finding |
        | Wanda   | Cyber | R05 of 2024/25 | WMCA12.1 | Positive          | Neutral       | -       |

    @WB5-DEST-04
    Scenario: A destination record holds the learner's own unique learner number
      Given these learners:
        | learner | ULN        |
        | Xenia   | 1061484016 |
      And this destination:
        | learner | destination | code | starts     | ULN        |
        | Xenia   | EMP         |    1 | 28/06/2024 | 1061484105 |
      When this record is returned in R11 of 2023/24:
        | learner | aim   | start      | planned end | actual end | destination code |
        | Xenia   | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 | WMCA1.2          |
      Then the findings are:
        | learner | code | severity | field | found      |
        | Xenia   | R_85 | error    | ULN   | 1061484105 |
      And nothing else is found

    @WB5-DEST-05
    Scenario: A learner who moves on has several records, the finished one with an end date
      Given these destinations:
        | learner | destination | code | starts     | ends       |
        | Yusuf   | NPE         |    1 | 29/06/2024 | 31/08/2024 |
        | Yusuf   | EMP         |    1 | 02/09/2024 | -          |
        | Zofia   | NPE         |    1 | 29/06/2024 | 28/06/2024 |
        | Zofia   | EMP         |    1 | 02/09/2024 | -          |
      When these records are returned in R13 of 2023/24:
        | learner | aim   | start      | planned end | actual end | destination code |
        | Yusuf   | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 | WMCA1.2          |
        | Zofia   | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 | WMCA1.2          |
      Then the findings are:
        | learner | code          | severity | field      | found      |
        | Zofia   | OutEndDate_01 | error    | OutEndDate | 28/06/2024 |
      And nothing else is found
      And the destinations are:
        | learner | code    | WMCA category | finding |
        | Yusuf   | WMCA1.2 | Positive      | -       |
        | Zofia   | WMCA1.2 | Positive      | -       |

    @WB5-DEST-07
    Scenario: The collection date does not lie after the day the file was prepared
      Given these destinations:
        | learner | destination | code | starts     | collected  |
        | Arlo    | EMP         |    1 | 28/06/2024 | 04/07/2024 |
        | Bela    | EMP         |    1 | 28/06/2024 | 05/07/2024 |
      When these records are returned in R11 of 2023/24:
        | learner | aim   | start      | planned end | actual end | destination code |
        | Arlo    | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 | WMCA1.2          |
        | Bela    | Cyber | 01/05/2024 | 28/06/2024  | 28/06/2024 | WMCA1.2          |
      Then the findings are:
        | learner | code           | severity | field       | found      |
        | Bela    | OutCollDate_02 | error    | OutCollDate | 05/07/2024 |
      And nothing else is found

    @WB5-DEST-01
    Scenario: The destination is that of the last return which holds the bootcamp
      When this record is returned in R04 of 2024/25:
        | learner | aim   | start      | planned end | actual end | destination code |
        | Carys   | Cyber | 01/08/2024 | 31/10/2024  | 31/10/2024 | WMCA5.0          |
      And this record is returned in R08 of 2024/25:
        | learner | aim   | destination code |
        | Carys   | Cyber | WMCA1.0          |
      Then the destination is:
        | learner | aim   | return         | code    | national category | WMCA category | finding |
        | Carys   | Cyber | R08 of 2024/25 | WMCA1.0 | Positive          | Neutral       | -       |
