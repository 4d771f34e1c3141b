@pre_employment
Feature: Check-ins after the start of a job
  Once a candidate is in work, candidate and employer are both contacted at seven stages of the first year: usual practice
  of one college, kept here as dated reminders.

  @PE-CHECKIN-01 @PE-CHECKIN-02
  Scenario: Seven check-ins with candidate and employer make fourteen contacts
    Given the guidance is read with pep_check_in_days as last_day_of_period
    And this job begins:
      | learner | job start  | employer         |
      | 0001    | 02/03/2009 | Mill Lane Bakery |
    Then the check-ins are:
      | learner | check-in       | date       | contacts            |
      | 0001    | day one        | 02/03/2009 | candidate, employer |
      | 0001    | end of week 1  | 08/03/2009 | candidate, employer |
      | 0001    | end of week 2  | 15/03/2009 | candidate, employer |
      | 0001    | end of month 1 | 01/04/2009 | candidate, employer |
      | 0001    | 12 weeks in    | 25/05/2009 | candidate, employer |
      | 0001    | 6 months in    | 02/09/2009 | candidate, employer |
      | 0001    | end of year 1  | 01/03/2010 | candidate, employer |
    And 14 contacts are due

  @PE-CHECKIN-03
  Scenario Outline: Read as <reading> the end of week 1 is <week>, of month 1 <month>, of year 1 <year>
    Given the guidance is read with pep_check_in_days as <reading>
    And 0001 begins a job on 02/03/2009
    Then the check-ins are:
      | check-in       | date        |
      | day one        | 02/03/2009  |
      | end of week 1  | <week>      |
      | end of week 2  | <fortnight> |
      | end of month 1 | <month>     |
      | 12 weeks in    | 25/05/2009  |
      | 6 months in    | 02/09/2009  |
      | end of year 1  | <year>      |

    Examples:
      | reading            | week       | fortnight  | month      | year       |
      | last_day_of_period | 08/03/2009 | 15/03/2009 | 01/04/2009 | 01/03/2010 |

    Examples:
      | reading          | week       | fortnight  | month      | year       |
      | day_after_period | 09/03/2009 | 16/03/2009 | 02/04/2009 | 02/03/2010 |

  @PE-CHECKIN-03
  Scenario: Months that are shorter end on their last day
    Given 0001 begins a job on 31/01/2009
    Then the check-ins are:
      | check-in       | date       |
      | day one        | 31/01/2009 |
      | end of week 1  | 06/02/2009 |
      | end of week 2  | 13/02/2009 |
      | end of month 1 | 27/02/2009 |
      | 12 weeks in    | 25/04/2009 |
      | 6 months in    | 31/07/2009 |
      | end of year 1  | 30/01/2010 |

  @PE-CHECKIN-04
  Scenario: The check-in 12 weeks in comes a week before 13 weeks of work are over
    Given 0001 begins a job on 02/03/2009
    Then the check-in 12 weeks in of 0001 is 7 days before 13 weeks are over on 01/06/2009

  @PE-CHECKIN-01
  Scenario: A job that several aims tell of has its check-ins once, another job its own
    Given these pre-employment records:
      | L03  | A09      | job start  | employer         |
      | 0001 | 50012345 | 02/03/2009 | Mill Lane Bakery |
      | 0001 | 50054321 | 02/03/2009 | Mill Lane Bakery |
      | 0002 | 50012345 | 09/03/2009 | -                |
      | 0003 | 50012345 | -          | -                |
    Then 28 contacts are due
