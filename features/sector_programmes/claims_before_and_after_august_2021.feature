@sector-programmes
Feature: Claims for work experience before and after 1 August 2021
  Until July 2021 work experience was claimed by DAM 014 or by the line MCA Adjustment 1 of the claim form.
  From August 2021 only an aim in the ILR is paid, so anything claimed the old way is refused before it is paid twice.

  Rule: In 2020/21 work experience was claimed by DAM 014 or by an adjustment

    Background:
      Given the funding year is 2020/21
      And the provider holds a grant

    @WMCA2122-SG-WEX-07 @WMCA2122-SWAP-WEX-09
    Scenario: DAM 014 claims work experience in 2020/21
      Given these aims:
        | learner | aim            | aim reference | start date | planned end date | DAM      |
        | Alun    | warehousing    | 60900011      | 01/02/2021 | 30/04/2021       | 013      |
        | Alun    | digital skills | 60900102      | 01/02/2021 | 30/04/2021       | 014, 016 |
        | Beata   | security       | Z0009147      | 01/06/2021 | 30/06/2021       | 014      |
      Then nothing is found

    @WMCA2122-SG-WEX-08 @WMCA2122-SWAP-WEX-10
    Scenario: MCA Adjustment 1 claims work experience in 2020/21
      Given these aims:
        | learner | aim         | aim reference | start date | planned end date | DAM |
        | Alun    | warehousing | 60900011      | 01/02/2021 | 30/04/2021       | 013 |
        | Beata   | security    | Z0009147      | 01/06/2021 | 30/06/2021       | -   |
      And these claims outside the ILR:
        | learner | line             | purpose | date       | amount |
        | Alun    | MCA Adjustment 1 | WEX     | 12/03/2021 | 150.00 |
        | Beata   | MCA Adjustment 1 | WEX     | 31/07/2021 |  50.00 |
      Then nothing is found

  Rule: From 1 August 2021 neither DAM 014 nor MCA Adjustment 1 claims work experience

    Background:
      Given the funding year is 2021/22
      And the provider holds a grant
      And these aims:
        | learner | aim         | aim reference | start date | planned end date | DAM |
        | Carwyn  | security    | Z0009147      | 03/08/2021 | 31/08/2021       | -   |
        | Deepa   | security    | Z0009147      | 03/08/2021 | 31/08/2021       | -   |
        | Emlyn   | warehousing | 60900011      | 03/08/2021 | 31/10/2021       | 013 |
        | Emlyn   | placement   | Z0009124      | 16/08/2021 | 31/10/2021       | 016 |
        | Freya   | warehousing | 60900011      | 03/08/2021 | 31/10/2021       | 013 |
        | Freya   | placement   | Z0009124      | 16/08/2021 | 31/10/2021       | 016 |

    @WMCA2122-SG-WEX-07 @WMCA2122-SG-WEX-09
    Scenario: DAM 014 is refused on an aim of a Sector Gateway programme that starts on or after 1 August 2021
      Given these aims:
        | learner | aim        | aim reference | start date | planned end date | DAM      |
        | Carwyn  | interviews | Z0009142      | 31/07/2021 | 06/08/2021       | 014, 042 |
        | Deepa   | interviews | Z0009142      | 01/08/2021 | 06/08/2021       | 014, 042 |
      Then the findings are:
        | learner | aim        | code          | severity | field                 | found             |
        | Deepa   | interviews | DAM014_BANNED | error    | LearnDelFAMCode (DAM) | 014 on 01/08/2021 |
      And nothing else is found

    @WMCA2122-SWAP-WEX-09 @WMCA2122-SWAP-WEX-11
    Scenario: DAM 014 is refused on an aim of a SWAP that starts on or after 1 August 2021
      Given these aims:
        | learner | aim            | aim reference | start date | planned end date | DAM      |
        | Emlyn   | digital skills | 60900102      | 31/07/2021 | 31/10/2021       | 014, 016 |
        | Freya   | digital skills | 60900102      | 01/08/2021 | 31/10/2021       | 014, 016 |
      Then the findings are:
        | learner | aim            | code          | severity | field                 | found             |
        | Freya   | digital skills | DAM014_BANNED | error    | LearnDelFAMCode (DAM) | 014 on 01/08/2021 |
      And nothing else is found

    @WMCA2122-SG-WEX-07 @WMCA2122-SWAP-WEX-09
    Scenario: DAM 014 is refused on a work experience aim as well
      Given these aims:
        | learner | aim               | aim reference | start date | planned end date | DAM      |
        | Carwyn  | placement         | Z0009123      | 16/08/2021 | 31/08/2021       | 014, 042 |
        | Emlyn   | further placement | Z0009123      | 16/08/2021 | 31/10/2021       | 014, 016 |
      Then the findings are:
        | learner | aim               | code          | severity |
        | Carwyn  | placement         | DAM014_BANNED | error    |
        | Emlyn   | further placement | DAM014_BANNED | error    |
      And nothing else is found

    @WMCA2122-SG-WEX-08 @WMCA2122-SG-WEX-09
    Scenario: MCA Adjustment 1 is refused for work experience of a Sector Gateway programme from 1 August 2021
      Given these claims outside the ILR:
        | learner | line             | purpose | date       | amount |
        | Carwyn  | MCA Adjustment 1 | WEX     | 31/07/2021 |  50.00 |
        | Deepa   | MCA Adjustment 1 | WEX     | 01/08/2021 |  50.00 |
      Then the findings are:
        | learner | aim | code            | severity |
        | Deepa   | -   | MCA_ADJ1_BANNED | error    |
      And nothing else is found

    @WMCA2122-SWAP-WEX-10 @WMCA2122-SWAP-WEX-11
    Scenario: MCA Adjustment 1 is refused for work experience of a SWAP from 1 August 2021
      Given these claims outside the ILR:
        | learner | line             | purpose         | date       | amount |
        | Emlyn   | MCA Adjustment 1 | WEX             | 31/07/2021 | 300.00 |
        | Freya   | MCA Adjustment 1 | Work experience | 26/10/2021 | 300.00 |
        | Emlyn   | MCA Adjustment 1 | Work placement  | 29/10/2021 | 300.00 |
      Then the findings are:
        | learner | aim | code            | severity |
        | Freya   | -   | MCA_ADJ1_BANNED | error    |
        | Emlyn   | -   | MCA_ADJ1_BANNED | error    |
      And nothing else is found

    @WMCA2122-SG-WEX-08 @WMCA2122-SWAP-WEX-10
    Scenario: Other purposes and other lines of the claim form stay open
      Given these claims outside the ILR:
        | learner | line             | purpose          | date       | amount |
        | Carwyn  | MCA Adjustment 1 | Learning support | 26/10/2021 | 100.00 |
        | Emlyn   | MCA Adjustment 2 | WEX              | 26/10/2021 | 100.00 |
      Then nothing is found

  Rule: In 2021/22 an aim in the ILR is the way to be paid for work experience

    Background:
      Given the funding year is 2021/22
      And the provider holds a grant

    @WMCA2122-SG-WEX-09
    Scenario: A Sector Gateway learner's work experience is paid by its aim and by nothing else
      Given these aims:
        | learner | aim        | aim reference | start date | planned end date | actual end date | DAM      |
        | Gethin  | placement  | Z0009123      | 16/08/2021 | 20/08/2021       | 20/08/2021      | 042      |
        | Hiba    | interviews | Z0009142      | 16/08/2021 | 20/08/2021       | 20/08/2021      | 014, 042 |
      And these aim rates:
        | aim reference |   rate |
        | Z0009123      |  50.00 |
        | Z0009142      | 120.00 |
      Then the earnings are:
        | learner | aim        | Aug 2021 | Sep 2021 |
        | Gethin  | placement  |    50.00 |     0.00 |
        | Hiba    | interviews |   120.00 |     0.00 |
      And nothing else is earned
      And DAM014_BANNED is found

    @WMCA2122-SWAP-WEX-11
    Scenario: A SWAP learner's work experience is paid by its aim and by nothing else
      Given these aims:
        | learner | aim       | aim reference | start date | planned end date | actual end date | DAM |
        | Iolo    | placement | Z0009126      | 01/09/2021 | 30/09/2021       | 30/09/2021      | 016 |
        | Jasmine | maths     | 60910027      | 01/09/2021 | 30/09/2021       | 30/09/2021      | 016 |
      And these aim rates:
        | aim reference |   rate |
        | Z0009126      | 300.00 |
        | 60910027      | 724.00 |
      And this claim outside the ILR:
        | learner | line             | purpose | date       | amount |
        | Jasmine | MCA Adjustment 1 | WEX     | 12/10/2021 | 300.00 |
      Then the earnings are:
        | learner | aim       | Aug 2021 | Sep 2021 | Oct 2021 |
        | Iolo    | placement |     0.00 |   300.00 |     0.00 |
        | Jasmine | maths     |     0.00 |   724.00 |     0.00 |
      And nothing else is earned
      And MCA_ADJ1_BANNED is found
