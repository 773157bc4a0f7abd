import { expect, test } from 'vitest';
import { needsAnswer } from '#calendar';
import { readSchedules } from '../schedule/groupSchedules.ts';
import { settleSchedule } from '../schedule/settleSchedule.ts';

/** The rule that a phrase gives on a page, with `?` where it must be asked; the time is always there. */
function ruleOf(phrase: string): string {
  const [parts] = readSchedules(phrase);
  if (parts === undefined) return 'nothing';
  const { rrule, doubts, anchor } = settleSchedule(parts, { isRhythmOptional: true });
  const asked = doubts.filter((one) => needsAnswer(one) && !['whichTime', 'whichZone'].includes(one.kind));
  return `${rrule ?? 'unclear'}${anchor === null ? '' : ` from ${anchor}`}${asked.length > 0 ? ' ?' : ''}`;
}

const ODD_WEEKS = Array.from({ length: 27 }, (_, index) => 2 * index + 1).join(',');

test.each([
  // every week
  ['Tuesdays', 'FREQ=WEEKLY;BYDAY=TU'],
  ['every Tuesday', 'FREQ=WEEKLY;BYDAY=TU'],
  ['each Tuesday', 'FREQ=WEEKLY;BYDAY=TU'],
  ['weekly on Tuesdays', 'FREQ=WEEKLY;BYDAY=TU'],
  ['Tuesdays, weekly', 'FREQ=WEEKLY;BYDAY=TU'],
  ['every week on Tue', 'FREQ=WEEKLY;BYDAY=TU'],
  ['once a week on Tuesdays', 'FREQ=WEEKLY;BYDAY=TU'],
  ['twice a week, on Tuesday and Thursday', 'FREQ=WEEKLY;BYDAY=TU,TH'],
  ['Tuesdays, twice a week', 'unclear ?'],
  ['Mondays and Wednesdays', 'FREQ=WEEKLY;BYDAY=MO,WE'],
  ['Mon/Wed/Fri', 'FREQ=WEEKLY;BYDAY=MO,WE,FR'],
  ['Monday to Thursday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH'],
  ['every weekday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  ['daily', 'FREQ=DAILY'],
  ['every weekday except Friday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH'],
  ['daily except Saturday and Sunday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  ['Monday or Tuesday', 'FREQ=WEEKLY;BYDAY=MO,TU ?'],
  // every few weeks
  ['biweekly on Tuesdays', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU ?'],
  ['bi-weekly, Tuesday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU ?'],
  ['fortnightly on Tuesdays', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU ?'],
  ['every other Tuesday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU ?'],
  ['every-other Tuesday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU ?'],
  ['alternate Tuesdays', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU ?'],
  ['Tuesdays in alternating weeks', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU ?'],
  ['Tuesdays every two weeks', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU ?'],
  ['every 3 weeks on Tuesday', 'FREQ=WEEKLY;INTERVAL=3;BYDAY=TU ?'],
  ['every four weeks on Tuesday', 'FREQ=WEEKLY;INTERVAL=4;BYDAY=TU ?'],
  ['biweekly on Tuesdays starting March 4, 2025', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from 2025-03-04'],
  ['biweekly on Tuesdays, starting 2025-03-05', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from 2025-03-05 ?'],
  ['biweekly on Tuesdays starting March 4th', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU ?'],
  ['every second Tuesday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU ?'],
  ['every third Tuesday', 'unclear ?'],
  ['every third week on Tuesday', 'FREQ=WEEKLY;INTERVAL=3;BYDAY=TU ?'],
  ['biweekly/triweekly, Tuesdays', 'unclear ?'],
  ['Tuesdays every four to six weeks', 'unclear ?'],
  // positions in the month
  ['the second Tuesday', 'FREQ=MONTHLY;BYDAY=2TU'],
  ['2nd Tuesday of every month', 'FREQ=MONTHLY;BYDAY=2TU'],
  ['every second Tuesday of the month', 'FREQ=MONTHLY;BYDAY=2TU'],
  ['a monthly call every second Tuesday', 'FREQ=MONTHLY;BYDAY=2TU'],
  ['every first Tuesday', 'FREQ=MONTHLY;BYDAY=1TU'],
  ['monthly on the last Friday', 'FREQ=MONTHLY;BYDAY=-1FR'],
  // positions in some months
  ['first Friday of the quarter', 'FREQ=MONTHLY;INTERVAL=3;BYDAY=1FR ?'],
  ['quarterly, on the first Friday', 'FREQ=MONTHLY;INTERVAL=3;BYDAY=1FR ?'],
  [
    'quarterly, on the first Friday, starting March 7, 2025',
    'FREQ=MONTHLY;INTERVAL=3;BYDAY=1FR from 2025-03-07',
  ],
  ['every other month on the first Friday', 'FREQ=MONTHLY;INTERVAL=2;BYDAY=1FR ?'],
  ['the first Wednesday of every other month', 'FREQ=MONTHLY;INTERVAL=2;BYDAY=1WE ?'],
  ['second Tuesday of odd months', 'FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU ?'],
  ['bimonthly, first Tuesday', 'FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU ?'],
  ['bimonthly, first and third Tuesday', 'FREQ=MONTHLY;BYDAY=1TU,3TU'],
  ['first Tuesday of the semester', 'unclear ?'],
  ['every other first Friday', 'FREQ=MONTHLY;INTERVAL=2;BYDAY=1FR ?'],
  ['Tuesdays, four times a year', 'FREQ=MONTHLY;INTERVAL=3;BYDAY=TU ?'],
  ['Tuesdays, five times a year', 'unclear ?'],
  ['Tuesdays, every half year', 'FREQ=MONTHLY;INTERVAL=6;BYDAY=TU ?'],
  ['second to last Friday of the month', 'FREQ=MONTHLY;BYDAY=-2FR'],
  ['the penultimate Friday of the month', 'FREQ=MONTHLY;BYDAY=-2FR'],
  ['first full week of the month, on Tuesday', 'unclear ?'],
  ['first Tuesday after the 15th', 'unclear ?'],
  ['monthly, third Thursday', 'FREQ=MONTHLY;BYDAY=3TH'],
  ['1st & 3rd Wednesdays', 'FREQ=MONTHLY;BYDAY=1WE,3WE'],
  ['Wednesdays (2nd and 4th of the month)', 'FREQ=MONTHLY;BYDAY=2WE,4WE'],
  ['the 1st, 2nd and 4th Wednesday of each month', 'FREQ=MONTHLY;BYDAY=1WE,2WE,4WE'],
  ['first Tuesday and third Thursday of the month', 'FREQ=MONTHLY;BYDAY=1TU,3TH'],
  ['Tuesday of the first week of the month', 'FREQ=MONTHLY;BYDAY=1TU'],
  ['monthly on Tuesday', 'unclear ?'],
  ['monthly on Tuesdays starting January 7, 2025', 'FREQ=MONTHLY;BYDAY=1TU from 2025-01-07 ?'],
  ['semimonthly on Tuesdays', 'unclear ?'],
  ['twice a month on Tuesday', 'unclear ?'],
  ['bimonthly on Tuesday', 'unclear ?'],
  ['quarterly on Tuesday', 'FREQ=MONTHLY;INTERVAL=3;BYDAY=TU ?'],
  // beside a position, and exceptions
  ['Wednesday after the fourth Tuesday', 'FREQ=MONTHLY;BYDAY=WE;BYMONTHDAY=23,24,25,26,27,28,29'],
  ['Monday before the second Tuesday', 'FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=7,8,9,10,11,12,13'],
  ['every Tuesday at 17:00 UTC except the fourth Tuesday of the month', 'FREQ=MONTHLY;BYDAY=1TU,2TU,3TU,5TU'],
  ['every Tuesday at 17:00 UTC except the last', 'FREQ=MONTHLY;BYDAY=-5TU,-4TU,-3TU,-2TU'],
  ['every Tuesday except the fourth', 'FREQ=MONTHLY;BYDAY=1TU,2TU,3TU,5TU'],
  ['weekly - except last Tuesday every month, Tuesdays', 'FREQ=MONTHLY;BYDAY=-5TU,-4TU,-3TU,-2TU'],
  ['every Tuesday, but not in the first week of the month', 'FREQ=MONTHLY;BYDAY=2TU,3TU,4TU,5TU'],
  ['every Tuesday (no meeting on the last Tuesday of the month)', 'FREQ=MONTHLY;BYDAY=-5TU,-4TU,-3TU,-2TU'],
  ['Tuesdays (week 1 and 3 of the month)', 'unclear ?'],
  ['every first Monday; in summer the meeting is skipped', 'FREQ=MONTHLY;BYDAY=1MO ?'],
  ['the third Tuesday of January, April and July', 'FREQ=MONTHLY;BYMONTH=1,4,7;BYDAY=3TU'],
  ['quarterly, on the first Thursday in Mar, Jun, Sep and Dec', 'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=1TH'],
  ['in March and September: second Monday', 'FREQ=MONTHLY;BYMONTH=3,9;BYDAY=2MO'],
  ['the first Monday of January, April 2027', 'FREQ=MONTHLY;BYDAY=1MO ?'],
  ['all other Mondays', 'unclear ?'],
  ['every Tuesday until 2022', 'FREQ=WEEKLY;BYDAY=TU ?'],
  // numbered weeks
  ['odd weeks: Tuesday', `FREQ=YEARLY;BYWEEKNO=${ODD_WEEKS};BYDAY=TU`],
  ['Tuesdays in odd-numbered weeks', `FREQ=YEARLY;BYWEEKNO=${ODD_WEEKS};BYDAY=TU`],
  ['every odd Tuesday', `FREQ=YEARLY;BYWEEKNO=${ODD_WEEKS};BYDAY=TU ?`],
  ['Tuesdays, on odd week numbers of each month', `FREQ=YEARLY;BYWEEKNO=${ODD_WEEKS};BYDAY=TU ?`],
  // doubts that are not about the rule
  ['Tuesdays, as needed', 'unclear ?'],
  ['biweekly on Tuesdays, or as needed', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU ?'],
  ['1st & 3rd weeks on Monday', 'FREQ=MONTHLY;BYDAY=1MO,3MO'],
  ['every 2 weeks on Mon, until Dec 16, 2024', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO ?'],
])('“%s” is %s', (phrase, rule) => {
  expect(ruleOf(phrase)).toBe(rule);
});

test('words that only look like a rhythm are ignored', () => {
  for (const text of [
    'six weeks or more',
    'We sat on the sun deck',
    'a second opinion',
    'friday-deploy.yaml',
  ])
    expect(readSchedules(text)).toEqual([]);
});
