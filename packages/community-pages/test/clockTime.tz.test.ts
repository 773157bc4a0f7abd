import { expect, test } from 'vitest';
import { findTimes } from '../schedule/clockTime.ts';

/** Times in a text: time, `+1` for the next day's midnight, length, zone, `?` where am or pm is a guess. */
const timesIn = (text: string): string =>
  findTimes(text)
    .map(({ time, dayShift, durationMinutes, zone, question }) =>
      [
        time,
        dayShift === 1 ? '+1' : '',
        durationMinutes ?? '',
        zone?.zone ?? '',
        question === null ? '' : '?',
      ]
        .filter(Boolean)
        .join(' '),
    )
    .join(', ');

test.each([
  ['9am', '09:00'],
  ['9 a.m.', '09:00'],
  ['12pm', '12:00'],
  ['12am', '00:00'],
  ['9:30 PM', '21:30'],
  ['17:30', '17:30'],
  ['24:00', '00:00 +1'],
  ['noon', '12:00'],
  ['midnight', '00:00 +1 ?'],
  ['12 noon ET', '12:00 America/New_York'],
  ['4p GMT', '16:00 UTC'],
  ['11:00a ET', '11:00 America/New_York'],
  ['at 1p', '13:00'],
  ['1 P.M. ET', '13:00 America/New_York'],
  ['17h CET', '17:00 Europe/Berlin'],
  ['0800 PST', '08:00 America/Los_Angeles'],
  ['2100 UTC', '21:00 UTC'],
  ['at UTC 16:00', '16:00 UTC'],
  ['15:00UTC', '15:00 UTC'],
  ['11am Eastern', '11:00 America/New_York'],
  ['10am US Pacific Time', '10:00 America/Los_Angeles'],
  ['9pm UTC+8 Timezone', '21:00 +08:00'],
  ['4 PM (CEST)', '16:00 Europe/Berlin'],
  ['17:00 Poland', '17:00 Europe/Warsaw'],
  ['9 AM in New York', '09:00 America/New_York'],
  ['9-10am PT', '09:00 60 America/Los_Angeles'],
  ['4-4:30pm PT', '16:00 30 America/Los_Angeles'],
  ['11-1pm', '11:00 120'],
  ['between 16:00 and 17:00 UTC', '16:00 60 UTC'],
  ['alternating between 9am and 5pm PT', '09:00, 17:00 America/Los_Angeles'],
  ["10 o'clock CET", '10:00 Europe/Berlin'],
  ['16:00 hrs Berlin time', '16:00 Europe/Berlin'],
  ['11am to 12pm', '11:00 60'],
  ['8am - 9am PST', '08:00 60 America/Los_Angeles'],
  ['8:00 AM PT/4:00 PM UTC', '08:00 America/Los_Angeles, 16:00 UTC'],
  ['0800 PST/1100 EST/1700 CET', '08:00 America/Los_Angeles, 11:00 America/New_York, 17:00 Europe/Berlin'],
  ['@ 1 PT', '13:00 America/Los_Angeles ?'],
  ['1:00 PT', '13:00 America/Los_Angeles ?'],
  ['3:30 ET', '15:30 America/New_York ?'],
  ['03:30 ET', '03:30 America/New_York'],
  ['6pm Central European', '18:00 Europe/Berlin'],
  ['5:00 UTC', '05:00 UTC'],
])('“%s” is %s', (text, times) => {
  expect(timesIn(text)).toBe(times);
});

test.each([
  '10-25%',
  '3 months',
  'v1.25',
  '2019-03-04',
  'in 2025',
  '15 minutes',
  'port 8080',
  '1080p',
  'step 4a',
  'phase 2p',
  '1:1',
  '12 Main St',
])('“%s” is not a time of day', (text) => {
  expect(timesIn(text)).toBe('');
});
