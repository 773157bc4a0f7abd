import { describe, expect, test } from 'vitest';
import { agendaLine, agendaOf, fixture, occurrencesOf } from './agendaOf.ts';

const problemsOf = (name: string) => fixture(name).problems.map(({ title }) => title);
const inJuly = (name: string, viewerZone?: string) =>
  agendaOf(name, '2026-07-01T00:00Z', '2026-08-01T00:00Z', viewerZone);

describe('clocks that are put forward and back', () => {
  test('a date of a rule in the gap is skipped and not counted', () => {
    expect(agendaOf('rule-in-the-dst-gap')).toEqual([
      '2026-03-27T01:30–2026-03-27T01:45 Night watch',
      '2026-03-28T01:30–2026-03-28T01:45 Night watch',
      '2026-03-30T00:30–2026-03-30T00:45 Night watch',
      '2026-03-31T00:30–2026-03-31T00:45 Night watch',
    ]);
  });

  test('a single event in the gap takes the offset before it', () => {
    expect(agendaOf('single-in-the-dst-gap')).toEqual(['2026-03-29T01:30–2026-03-29T01:45 Once']);
  });

  test('a time in a repeated hour is its first instant', () => {
    expect(agendaOf('repeated-hour', '2026-10-25T00:00Z', '2026-10-26T00:00Z')).toEqual([
      '2026-10-25T00:30–2026-10-25T00:45 Twice shown, once met',
    ]);
  });

  test('DTEND is an exact time; days of a DURATION are days on the clock', () => {
    expect(agendaOf('night-across-the-change')).toEqual([
      '2026-03-27T21:00–2026-03-28T05:00 Exact',
      '2026-03-28T21:00–2026-03-29T05:00 Exact',
      '2026-03-28T21:00–2026-03-30T00:00 Nominal',
    ]);
  });
});

describe('overrides', () => {
  test('an occurrence moved into the window is shown although its original start is outside', () => {
    const occurrences = occurrencesOf(
      fixture('override-moved-into-the-window').series,
      '2026-03-01T00:00Z',
      '2026-04-01T00:00Z',
    );
    expect(occurrences.map(agendaLine)).toEqual(['2026-03-01T09:00–2026-03-01T10:00 Moved']);
    expect(occurrences[0]).toMatchObject({ originalStart: '2026-01-12T09:00:00.000Z', isMoved: true });
  });

  test('an occurrence moved out of the window is not shown at its original start', () => {
    expect(agendaOf('override-moved-into-the-window', '2026-01-01T00:00Z', '2026-02-01T00:00Z')).toEqual([
      '2026-01-05T09:00–2026-01-05T10:00 Weekly',
      '2026-01-19T09:00–2026-01-19T10:00 Weekly',
    ]);
  });

  test('an override cancels exactly its date', () => {
    expect(agendaOf('override-cancelled')).toEqual([
      '2026-03-02T09:00–2026-03-02T10:00 Weekly',
      '2026-03-09T09:00–2026-03-09T10:00 Weekly (cancelled)',
      '2026-03-16T09:00–2026-03-16T10:00 Weekly',
    ]);
  });

  test('an override with a date but no time replaces the occurrence of that day', () => {
    expect(agendaOf('override-by-date')).toEqual([
      '2026-03-10T08:00–2026-03-10T09:00 Daily',
      '2026-03-11T11:00–2026-03-11T12:00 Later',
      '2026-03-12T08:00–2026-03-12T09:00 Daily',
    ]);
  });

  test('“this and future” moves and resizes later dates on the clock, except those with an own override', () => {
    expect(agendaOf('override-this-and-future')).toEqual([
      '2026-03-26T08:00–2026-03-26T09:00 Daily',
      '2026-03-27T08:00–2026-03-27T09:00 Daily',
      '2026-03-28T10:00–2026-03-28T10:30 Later',
      '2026-03-29T09:00–2026-03-29T09:30 Later',
      '2026-03-30T18:00–2026-03-30T19:00 Alone',
      '2026-03-31T09:00–2026-03-31T09:30 Later',
    ]);
  });

  test('an invitation to a single date of an unknown series is shown', () => {
    expect(agendaOf('override-without-its-series')).toEqual([
      '2026-03-02T09:30–2026-03-02T10:00 Invited once',
    ]);
  });

  test('the later SEQUENCE wins', () => {
    expect(agendaOf('later-sequence')).toEqual(['2026-03-03T09:00–2026-03-03T10:00 New']);
  });

  test('a series that was split “this and following” does not double', () => {
    expect(agendaOf('split-series-do-not-double')).toEqual([
      '2026-03-02T09:00–2026-03-02T10:00 Before',
      '2026-03-09T09:00–2026-03-09T10:00 Before',
      '2026-03-16T10:00–2026-03-16T11:00 After',
      '2026-03-23T10:00–2026-03-23T11:00 After',
    ]);
  });
});

describe('added and excluded dates', () => {
  test.each(['exdate-in-another-zone', 'exdate-as-date'])('%s excludes the intended occurrence', (name) => {
    expect(agendaOf(name)).toEqual([
      '2026-03-02T14:00–2026-03-02T15:00 Daily',
      '2026-03-04T14:00–2026-03-04T15:00 Daily',
    ]);
  });

  test('a PERIOD has its own end', () => {
    expect(agendaOf('rdate-as-period')).toEqual([
      '2026-03-02T09:00–2026-03-02T10:00 Extra',
      '2026-03-03T09:00–2026-03-03T12:00 Extra',
      '2026-03-04T09:00–2026-03-04T09:30 Extra',
    ]);
  });

  test('an RDATE equal to a date of the rule is one occurrence', () => {
    expect(agendaOf('rdate-equal-to-a-rule-date')).toHaveLength(2);
  });
});

describe('ends of rules', () => {
  test('a date includes its whole day in the zone of the series', () => {
    expect(agendaOf('until-as-date')).toEqual([
      '2026-03-03T04:00–2026-03-03T05:00 Evening',
      '2026-03-04T04:00–2026-03-04T05:00 Evening',
    ]);
  });

  test('a date-time ends an all-day series', () => {
    expect(agendaOf('until-as-time-for-days')).toEqual([
      '2026-03-02–2026-03-03 Days',
      '2026-03-03–2026-03-04 Days',
    ]);
  });

  test('a rule that ends before it begins has no dates', () => {
    expect(agendaOf('until-before-start')).toEqual([]);
  });

  test('the earlier one of COUNT and UNTIL ends it', () => {
    expect(agendaOf('count-with-until')).toHaveLength(2);
  });

  test('an LFX calendar with UNTIL in 2125, an empty attendee and a zone on DTSTAMP is read', () => {
    expect(agendaOf('until-in-2125', '2026-03-01T00:00Z', '2026-03-08T00:00Z')).toEqual([
      '2026-03-03T16:00–2026-03-03T17:00 LFX',
    ]);
    expect(problemsOf('until-in-2125')).toEqual([]);
  });
});

describe('zones', () => {
  test.each([
    ['windows-zone-name', '2026-07-02T07:00–2026-07-02T08:00 Outlook', 'Europe/Berlin'],
    ['windows-display-name', '2026-07-02T13:00–2026-07-02T14:00 Outlook', 'America/New_York'],
    ['prefixed-zone-name', '2026-07-02T03:30–2026-07-02T04:30 Mozilla', 'Asia/Kolkata'],
    ['unknown-zone', '2026-07-02T03:30–2026-07-02T04:30 Where', 'Asia/Kolkata'],
  ])('%s', (name, line, zone) => {
    expect(inJuly(name)).toEqual([line]);
    const [occurrence] = occurrencesOf(fixture(name).series, '2026-07-01T00:00Z', '2026-08-01T00:00Z');
    expect(occurrence?.zone).toBe(zone);
  });

  test('Windows display names are known without their offset', () => {
    expect(inJuly('windows-names-without-offset', 'Asia/Tokyo')).toEqual([
      '2026-07-02T07:00–2026-07-02T08:00 Cities',
      '2026-07-02T07:00–2026-07-02T08:00 Summer',
      '2026-07-02T13:00–2026-07-02T14:00 Inhabitants',
    ]);
  });

  test('the first definition of a zone wins, and one in the own calendar before others', () => {
    expect(inJuly('zone-defined-twice')).toEqual([
      '2026-07-02T04:00–2026-07-02T05:00 Other calendar',
      '2026-07-02T07:00–2026-07-02T08:00 First',
    ]);
  });

  test('an unknown zone is reported for the feed and for the meeting', () => {
    expect(problemsOf('unknown-zone')).toEqual(['Line 8: there is no time zone “Atlantis”.']);
    expect(fixture('unknown-zone').series[0]?.details.doubts).toEqual([
      { kind: 'zoneUnknown', written: 'Atlantis', readIn: 'Asia/Kolkata' },
    ]);
  });

  test('a VTIMEZONE with an unknown name follows its rules and gets the name of a zone that behaves alike', () => {
    expect(agendaOf('zone-of-its-own')).toEqual([
      '2026-03-24T08:00–2026-03-24T09:00 Ours',
      '2026-03-31T07:00–2026-03-31T08:00 Ours',
    ]);
    const [occurrence] = occurrencesOf(
      fixture('zone-of-its-own').series,
      '2026-03-01T00:00Z',
      '2026-04-01T00:00Z',
    );
    expect(occurrence?.zone).toBe('Europe/Berlin');
  });

  test('a floating time is in the viewer’s zone', () => {
    expect(inJuly('floating-time', 'Asia/Kolkata')).toEqual(['2026-07-02T03:30–2026-07-02T04:30 Anywhere']);
    const [occurrence] = occurrencesOf(
      fixture('floating-time').series,
      '2026-07-01T00:00Z',
      '2026-08-01T00:00Z',
    );
    expect(occurrence).toMatchObject({
      originalStart: '2026-07-02T09:00:00.000',
      zone: null,
      isMoved: false,
    });
  });
});

describe('unusual or broken events', () => {
  test('an all-day event that ends on its start date lasts that day', () => {
    expect(agendaOf('all-day-with-equal-end')).toEqual([
      '2026-03-02–2026-03-03 One day',
      '2026-03-04–2026-03-06 Two days',
    ]);
  });

  test('hours of an all-day event that do not fill a day are ignored', () => {
    expect(agendaOf('all-day-for-hours')).toEqual(['2026-03-10–2026-03-11 Hackathon']);
  });

  test('times in other notations are understood', () => {
    expect(agendaOf('unusual-times')).toEqual([
      '2026-03-02T09:00–2026-03-02T10:00 Dashes and colons',
      '2026-03-03T08:00–2026-03-03T09:00 An offset',
      '2026-03-04T08:00–2026-03-04T09:00 No seconds',
      '2026-03-05T23:00–2026-03-06T00:00 Until the end of the day',
      '2026-03-06–2026-03-07 A day',
    ]);
  });

  test('an event that ends before it starts is shown at its start', () => {
    expect(agendaOf('end-before-start')).toEqual([
      '2026-03-02T09:00–2026-03-02T09:00 Backwards',
      '2026-03-03T09:00–2026-03-03T09:00 A day less',
    ]);
    expect(problemsOf('end-before-start')).toEqual([
      'Line 8: the end “20260302T080000Z” is before the start.',
      'Line 14: the end “P-1D” is not a duration.',
    ]);
  });

  test('events without UID are separate', () => {
    expect(agendaOf('no-uid')).toHaveLength(2);
  });

  test('a broken event does not affect others, and each is reported with its line', () => {
    expect(agendaOf('broken-event-among-good')).toEqual([
      '2026-03-03T09:00–2026-03-03T09:00 Odd rule',
      '2026-03-04T10:00–2026-03-04T11:00 Good one',
    ]);
    expect(problemsOf('broken-event-among-good')).toEqual([
      'Line 25: “this is no line” is not a line of a calendar.',
      'Line 7: the start “Next Year” is not a date.',
      'Line 9: this event has no start.',
      'Line 17: the repetition “FREQ=OFTEN” cannot be read: it does not say how often (FREQ).',
    ]);
  });

  test('an event without END is kept, and so is the one that follows', () => {
    expect(agendaOf('missing-end')).toEqual([
      '2026-03-03T09:00–2026-03-03T09:00 Open',
      '2026-03-04T10:00–2026-03-04T11:00 Good one',
    ]);
    expect(problemsOf('missing-end')).toEqual(['Line 4: the event that begins here does not end.']);
  });

  test.each(['bare-line-feeds', 'bare-carriage-returns', 'empty-lines-between', 'byte-order-mark', 'utf-16'])(
    '%s',
    (name) => {
      expect(agendaOf(name)).toEqual(['2026-03-04T10:00–2026-03-04T11:00 Good one']);
      expect(problemsOf(name)).toEqual([]);
    },
  );

  test.each(['wrong-charset', 'folded-inside-a-character'])('%s', (name) => {
    expect(fixture(name).series.map(({ details }) => details.title)).toEqual(['Grüße']);
  });

  test('a login page is not a calendar', () => {
    expect(problemsOf('login-page')).toEqual(['This is not a calendar.']);
  });
});

describe('rules without end', () => {
  test('one that never matches has no dates and does not delay other series', () => {
    expect(agendaOf('rule-that-never-matches')).toEqual(['2026-03-04T10:00–2026-03-04T11:00 Good one']);
  });

  test('one for every second is cut; other series are complete', () => {
    const lines = agendaOf('every-second-since-1970');
    expect(lines).toHaveLength(10_001);
    expect(lines).toContain('2026-03-04T10:00–2026-03-04T11:00 Good one');
  });
});
