import { describe, expect, test } from 'vitest';
import { recurringSeries } from '../recurringSeries.ts';
import { ianaZone } from '../zones/zone.ts';
import { fixedZone, ianaName, impliedIanaName } from '../zones/zoneNames.ts';
import { wallTimeOfText } from '../wallTime.ts';
import { agendaOf, occurrencesOf } from './agendaOf.ts';

/** The instants of a daily meeting at 09:00 in a zone. */
function starts(zone: string, from: string, days: number, time = '09:00'): string[] {
  const series = recurringSeries({
    uid: 'd',
    title: 'D',
    start: `${from}T${time}`,
    zone,
    rule: `FREQ=DAILY;COUNT=${days}`,
    durationMinutes: 30,
  });
  return occurrencesOf([series], '2000-01-01T00:00Z', '2040-01-01T00:00Z').map(({ originalStart }) =>
    originalStart.slice(0, 16),
  );
}

describe('a meeting at 09:00 stays at 09:00', () => {
  test.each([
    ['America/Los_Angeles', '2026-03-07', ['2026-03-07T17:00', '2026-03-08T16:00', '2026-03-09T16:00']],
    ['America/Los_Angeles', '2026-10-31', ['2026-10-31T16:00', '2026-11-01T17:00', '2026-11-02T17:00']],
    ['Europe/Berlin', '2026-03-28', ['2026-03-28T08:00', '2026-03-29T07:00', '2026-03-30T07:00']],
    ['Europe/Berlin', '2026-10-24', ['2026-10-24T07:00', '2026-10-25T08:00', '2026-10-26T08:00']],
    ['America/Santiago', '2026-04-04', ['2026-04-04T12:00', '2026-04-05T13:00', '2026-04-06T13:00']],
    ['America/Santiago', '2026-09-05', ['2026-09-05T13:00', '2026-09-06T12:00', '2026-09-07T12:00']],
    ['Asia/Beirut', '2026-03-28', ['2026-03-28T07:00', '2026-03-29T06:00', '2026-03-30T06:00']],
    ['Australia/Lord_Howe', '2026-04-04', ['2026-04-03T22:00', '2026-04-04T22:30', '2026-04-05T22:30']],
    ['Australia/Lord_Howe', '2026-10-03', ['2026-10-02T22:30', '2026-10-03T22:00', '2026-10-04T22:00']],
    ['Africa/Casablanca', '2026-02-14', ['2026-02-14T08:00', '2026-02-15T09:00', '2026-02-16T09:00']],
    ['Africa/Casablanca', '2026-03-21', ['2026-03-21T09:00', '2026-03-22T08:00', '2026-03-23T08:00']],
    ['Asia/Kolkata', '2026-03-28', ['2026-03-28T03:30', '2026-03-29T03:30', '2026-03-30T03:30']],
  ])('%s from %s', (zone, from, expected) => {
    expect(starts(zone, from, expected.length)).toEqual(expected);
  });

  test('Samoa skipped 30 December 2011, so that date is skipped and not counted', () => {
    expect(starts('Pacific/Apia', '2011-12-29', 2)).toEqual(['2011-12-29T19:00', '2011-12-30T19:00']);
  });

  test('midnights that do not exist are skipped, in Beirut and Santiago', () => {
    expect(starts('Asia/Beirut', '2026-03-28', 2, '00:00')).toEqual(['2026-03-27T22:00', '2026-03-29T21:00']);
    expect(starts('America/Santiago', '2026-09-05', 2, '00:00')).toEqual([
      '2026-09-05T04:00',
      '2026-09-07T03:00',
    ]);
  });
});

describe('all-day dates have no zone', () => {
  test.each(['America/Los_Angeles', 'Pacific/Apia', 'Asia/Kolkata'])(
    'an all-day date is the same date in %s',
    (viewer) => {
      expect(agendaOf('all-day-with-equal-end', '2026-03-01T00:00Z', '2026-04-01T00:00Z', viewer)).toEqual([
        '2026-03-02–2026-03-03 One day',
        '2026-03-04–2026-03-06 Two days',
      ]);
    },
  );

  test('an all-day date overlaps a window by the midnights of the viewer’s zone', () => {
    const atNoon = ['2026-03-02T12:00Z', '2026-03-02T13:00Z'] as const;
    expect(agendaOf('all-day-with-equal-end', ...atNoon, 'Pacific/Apia')).toEqual([]);
    expect(agendaOf('all-day-with-equal-end', ...atNoon, 'America/Los_Angeles')).toHaveLength(1);
  });
});

describe('offsets', () => {
  test.each([
    'America/Los_Angeles',
    'Europe/Berlin',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'America/Recife',
    'Asia/Gaza',
    'Europe/Dublin',
  ])('of %s equal those of the platform', (name) => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: name,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    const zone = ianaZone(name);
    for (let instant = Date.UTC(1999, 0, 1); instant < Date.UTC(2040, 0, 1); instant += 41 * 60 * 60 * 1000) {
      expect(new Date(zone.wallTime(instant)).toISOString().slice(0, 19)).toBe(
        format.format(instant).replace(' ', 'T'),
      );
    }
  });

  test('the rules continue after the last known year', () => {
    expect(starts('Europe/Berlin', '2039-10-29', 2)).toEqual(['2039-10-29T07:00', '2039-10-30T08:00']);
    const wall = wallTimeOfText('2150-07-01T09:00') ?? 0;
    expect(new Date(ianaZone('Europe/Berlin').instant(wall)).toISOString()).toBe('2150-07-01T07:00:00.000Z');
  });

  test('local mean time applies before zones existed', () => {
    const wall = wallTimeOfText('1753-04-01T00:00') ?? 0;
    expect(new Date(ianaZone('US/Pacific').instant(wall)).toISOString()).toBe('1753-04-01T07:52:58.000Z');
  });
});

describe('names', () => {
  test.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['US/Pacific', 'US/Pacific'],
    ['+02:00', null],
    ['Mars/Phobos', null],
  ])('%s is the IANA zone %s', (written, name) => expect(ianaName(written)).toBe(name));

  test.each([
    ['/freeassociation.sourceforge.net/Tzfile/Europe/Berlin', 'Europe/Berlin'],
    ['/citadel.org/20210210_1/America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['Pacific Standard Time:', 'America/Los_Angeles'],
    ['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Europe/Amsterdam'],
    ['(GMT-06:00) Central Time (US & Canada)', 'America/Chicago'],
    ['Customized Time Zone', null],
    ['tzone://Microsoft/Custom', null],
  ])('%s implies %s', (written, name) => expect(impliedIanaName(written)).toBe(name));

  test.each([
    ['GMT-0500', -5],
    ['UTC+05:30', 5.5],
    ['+02:00', 2],
  ])('%s is %d hours from UTC', (written, hours) => {
    expect(fixedZone(written)).toMatchObject({ changes: [{ offset: hours * 60 * 60 * 1000 }] });
  });
});
