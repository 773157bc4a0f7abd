import { expect, test } from 'vitest';
import { needsAnswer } from '#calendar';
import { readSchedules } from '../schedule/groupSchedules.ts';
import { settleSchedule } from '../schedule/settleSchedule.ts';

/** The meetings of a text, one line each; `?` where something must be asked. */
const meetingsIn = (text: string): string[] =>
  readSchedules(text).map((parts) => {
    const { weekdays, time, zone, rrule, doubts } = settleSchedule(parts, { isRhythmOptional: true });
    const interval = /INTERVAL=(\d)/.exec(rrule ?? '')?.[1];
    const every = interval === undefined ? '' : ` every ${interval} weeks`;
    return `${weekdays?.join() ?? 'no day'} ${time ?? 'no time'} ${zone ?? 'no zone'}${every}${doubts.some(needsAnswer) ? ' ?' : ''}`;
  });

test('days before times, and times before days', () => {
  expect(meetingsIn('Tuesdays 9:00 UTC, Wednesdays 10:00 UTC')).toEqual(['TU 09:00 UTC', 'WE 10:00 UTC']);
  expect(meetingsIn('9am UTC on Tuesdays and 5pm UTC on Wednesdays')).toEqual([
    'TU 09:00 UTC',
    'WE 17:00 UTC',
  ]);
});

test('two times of one day are two meetings, and share the zone that is written once', () => {
  expect(meetingsIn('Tuesdays at 10:00 and 17:00 UTC')).toEqual(['TU 10:00 UTC', 'TU 17:00 UTC']);
});

test('one moment in several zones is one meeting; the zone that comes first counts', () => {
  expect(meetingsIn('Tuesdays 9am PT / 12pm ET')).toEqual(['TU 09:00 America/Los_Angeles']);
  expect(meetingsIn('Tuesdays 8am PT/4pm UTC')).toEqual(['TU 08:00 America/Los_Angeles ?']);
  expect(meetingsIn('Thursdays 8pm EDT (Friday 8am in Asia)')).toEqual(['TH 20:00 America/New_York']);
});

test('times that never agree become a question', () => {
  expect(meetingsIn('Tuesdays 9am PT / 9pm ET')).toEqual(['TU 09:00 America/Los_Angeles ?']);
  expect(meetingsIn('Tuesday @ 2:00pm US Eastern time, noon US Western time')).toEqual([
    'TU 14:00 America/New_York ?',
  ]);
  expect(meetingsIn('Fridays at 19:00 London time (typically 10am PT)')).toEqual([
    'FR 19:00 Europe/London ?',
  ]);
  expect(meetingsIn('Tuesdays at 9am PT and 2pm ET')).toEqual([
    'TU 09:00 America/Los_Angeles',
    'TU 14:00 America/New_York',
  ]);
});

test('a time in UTC that changes with the season is the local time of the country whose clocks it follows', () => {
  expect(meetingsIn('Mondays at 16:00 UTC during US DST / 17:00 UTC otherwise')).toEqual([
    'MO 12:00 America/New_York',
  ]);
  expect(meetingsIn('Mondays, in European summer 14:00 UTC, in winter 15:00 UTC')).toEqual([
    'MO 16:00 Europe/Berlin',
  ]);
  expect(meetingsIn('Mondays at 15:00 UTC (16:00 UTC in winter)')).toEqual(['MO 11:00 America/New_York ?']);
  expect(meetingsIn('Mondays at 2pm UTC during summer time and at 3pm UTC during winter time')).toEqual([
    'MO 16:00 Europe/Berlin ?',
  ]);
});

test('a time in UTC for each season after the local time adds no doubt', () => {
  expect(meetingsIn('Tuesdays at 10am ET (14:00 UTC in summer, 15:00 UTC in winter)')).toEqual([
    'TU 10:00 America/New_York',
  ]);
});

test('seasonal times that match no local time become a question', () => {
  expect(meetingsIn('Mondays at 15:00 UTC (18:00 UTC in winter)')).toEqual(['MO 15:00 UTC ?']);
  expect(meetingsIn('Mondays at 02:00 UTC in summer (03:00 UTC during US winter)')).toEqual([
    'MO 02:00 UTC ?',
  ]);
});

test('the same moment on the next day in another zone is not another meeting', () => {
  expect(
    meetingsIn('Every first and third Tuesday at 6:30 PM Eastern Time / Wednesday at 10:30 AM Sydney time'),
  ).toEqual(['TU 18:30 America/New_York ?']);
  expect(meetingsIn('Mondays at 17:00 Los Angeles, Tuesday 9:00 Tokyo')).toHaveLength(1);
  expect(meetingsIn('Mondays at 17:00 Los Angeles, Tuesday 11:00 Tokyo')).toHaveLength(2);
});

test('a time that is repeated in brackets is one meeting', () => {
  expect(meetingsIn('at 16.00 hours on Tuesdays (4 pm) Europe/Stockholm')).toEqual([
    'TU 16:00 Europe/Stockholm',
  ]);
  expect(meetingsIn('at 3:00 on Tuesdays (15:00) Europe/Oslo')).toEqual(['TU 15:00 Europe/Oslo']);
});

test('a version is not a time of day', () => {
  expect(meetingsIn('Weekly on Mondays: move to Ubuntu 20.04')).toEqual(['MO no time no zone ?']);
  expect(meetingsIn('Mondays 9.30 UTC')).toEqual(['MO 09:30 UTC']);
});

test('two positions of the month in one sentence, each with its own words, are two meetings', () => {
  expect(
    meetingsIn(
      'the river group on the third Monday of the month, the lake group on the first Monday of alternate months, both at 14:00 UTC',
    ),
  ).toHaveLength(2);
});

test('brackets after a time contain no further meeting', () => {
  expect(meetingsIn('Tuesdays 10pm UTC (3pm PDT, 12pm CEST, 8am AEST)')).toEqual(['TU 22:00 UTC ?']);
  expect(meetingsIn('Mondays at 15:00 UTC (14:00 UTC during European summer time)')).toEqual([
    'MO 16:00 Europe/Berlin',
  ]);
});

test('another time beside it settles the half of the day, or the zone', () => {
  expect(meetingsIn('Tuesdays 1:30 PT / 8:30 UTC')).toEqual(['TU 01:30 America/Los_Angeles ?']);
  expect(meetingsIn('Tuesdays 3:30 ET / 12:30 PT')).toEqual(['TU 15:30 America/New_York']);
  expect(meetingsIn('Tuesdays 10:00 CST / 02:00 UTC')).toEqual(['TU 10:00 Asia/Shanghai']);
  expect(meetingsIn('Tuesdays 10:00 UTC (13:00 IST)')).toEqual(['TU 10:00 UTC ?']);
});

test('one time in two notations is one meeting', () => {
  expect(meetingsIn('the third Tuesday of the month at 7am / 7:00 EST')).toEqual([
    'TU 07:00 America/New_York',
  ]);
});

test('the day of a deadline is not a day of a meeting', () => {
  expect(meetingsIn('Mondays at 16:00 UTC, please add topics by Sunday 23:59')).toEqual(['MO 16:00 UTC']);
});

test('turns of people and topics do not affect dates', () => {
  expect(meetingsIn('Mondays at 16:00 UTC with a rotating host; the role of scribe rotates')).toEqual([
    'MO 16:00 UTC',
  ]);
  expect(meetingsIn('The alternate meeting is on Thursdays at 14:00 UTC')).toEqual(['TH 14:00 UTC']);
});

test('an offset of one season becomes a question', () => {
  expect(meetingsIn('Wednesdays at 18:00 (UTC+2 in summer, UTC+1 in winter)')).toEqual(['WE 18:00 +02:00 ?']);
});

test('each meeting keeps its own rhythm', () => {
  expect(meetingsIn('every Tuesday 9:00 PT, every other Tuesday 9:00 UTC+8')).toEqual([
    'TU 09:00 America/Los_Angeles',
    'TU 09:00 +08:00 every 2 weeks ?',
  ]);
});

test('a rhythm of several weeks holds for the days that “and” joins to it', () => {
  expect(meetingsIn('every 2 weeks on Mondays (16:00 UTC) and Thursdays (9:00 UTC)')).toEqual(
    meetingsIn('every 2 weeks on Mondays (16:00 UTC), every 2 weeks on Thursdays (9:00 UTC)'),
  );
  expect(meetingsIn('every 2 weeks on Mondays at 16:00 UTC; Thursdays at 9:00 UTC')).toEqual(
    meetingsIn('every 2 weeks on Mondays at 16:00 UTC, every Thursday at 9:00 UTC'),
  );
});

test('meetings that take turns get the interval of a turn, and a question about the week', () => {
  expect(meetingsIn('Alternating between Monday at 13:00 PT and Wednesday at 09:00 PT')).toEqual([
    'MO 13:00 America/Los_Angeles every 2 weeks ?',
    'WE 09:00 America/Los_Angeles every 2 weeks ?',
  ]);
});

test('a meeting that was moved has its new time, which is confirmed', () => {
  expect(meetingsIn('It has moved from Mondays at 9am PT to Tuesdays at 10am PT')).toEqual([
    'TU 10:00 America/Los_Angeles ?',
  ]);
});

test('the second time of an exception is that of the exception', () => {
  const [first, second] = readSchedules(
    'every Thursday at 14:00 UTC, except the first Thursday, then at 22:00 UTC',
  ).map((parts) => settleSchedule(parts, { isRhythmOptional: true }).rrule);
  expect(first).toBe('FREQ=MONTHLY;BYDAY=2TH,3TH,4TH,5TH');
  expect(second).toBe('FREQ=MONTHLY;BYDAY=1TH');
});

test('a rhythm behind “and” opens the next meeting', () => {
  expect(
    meetingsIn('a weekly sync on Tuesdays at 15:00 UTC and a monthly call on the first Monday at 16:00 UTC'),
  ).toEqual(['TU 15:00 UTC', 'MO 16:00 UTC']);
});

test('numbered weeks behind each time belong to it', () => {
  const rules = readSchedules('Thursdays at 9am PT (odd weeks) and 5pm PT (even weeks)').map(
    (parts) => settleSchedule(parts, { isRhythmOptional: true }).rrule,
  );
  expect(rules).toEqual([expect.stringContaining('BYWEEKNO=1,3'), expect.stringContaining('BYWEEKNO=2,4')]);
});

test('a zone apart from its time belongs to the time before it', () => {
  expect(meetingsIn('10:00-11:00, Tuesday, Beijing Time; 2:00-3:00 am, Tuesday, UTC')).toEqual([
    'TU 10:00 Asia/Shanghai',
    'TU 02:00 UTC',
  ]);
});

test('dates that no rule can express become a question', () => {
  for (const stretch of ['during the school year', 'on release weeks', 'except in December'])
    expect(meetingsIn(`Mondays at 9:00 UTC ${stretch}`)).toEqual(['MO 09:00 UTC ?']);
  expect(meetingsIn('two weeks prior to a release, daily at 11:00 UTC')).toEqual(['no day 11:00 UTC ?']);
});
