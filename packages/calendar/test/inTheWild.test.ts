import { describe, expect, test } from 'vitest';
import { parseIcs } from '../parseIcs.ts';
import { agendaLine, occurrencesOf } from './agendaOf.ts';

/** Invented feeds with deviations from the standard that real servers write. */

const calendar = (...parts: readonly (string | readonly string[])[]): string =>
  ['BEGIN:VCALENDAR', ...parts.flat(), 'END:VCALENDAR', ''].join('\r\n');

const event = (...lines: readonly string[]): string[] => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];

const meeting = (...lines: readonly string[]): string[] =>
  event('UID:crew', 'DTSTART:20261208T100000Z', 'DTEND:20261208T110000Z', ...lines);

const read = (feed: string) => parseIcs(new TextEncoder().encode(feed)).series;

/** The agenda of a feed in December 2026. */
const agenda = (feed: string, viewer = 'UTC'): string[] =>
  occurrencesOf(read(feed), '2026-12-01T00:00Z', '2027-01-01T00:00Z', viewer).map(agendaLine);

const days = (feed: string, viewer = 'UTC'): string[] =>
  agenda(feed, viewer).map((line) => line.slice(0, 10));

describe('meetings that Outlook and Exchange cancel', () => {
  const statusOf = (title: string, ...lines: readonly string[]): string | undefined =>
    occurrencesOf(
      read(calendar(meeting(`SUMMARY:${title}`, 'STATUS:CONFIRMED', ...lines))),
      '2026-12-01T00:00Z',
      '2027-01-01T00:00Z',
    )[0]?.status;
  const FREE = 'X-MICROSOFT-CDO-BUSYSTATUS:FREE';

  test.each([
    'Canceled: Crew',
    'Cancelled: Crew',
    'Abgesagt: Mannschaft',
    'Annulé : Équipage',
    'Annulé: Équipage',
    'Cancelado: Tripulación',
    'Annullato: Equipaggio',
    'Geannuleerd: Bemanning',
    'Aflyst: Besætning',
    'Inställt: Besättning',
    'Avlyst: Mannskap',
    'Peruutettu: Miehistö',
    'Odwołane: Załoga',
    'Zrušeno: Posádka',
    'Отменено: Команда',
    'İptal Edildi: Mürettebat',
    'キャンセル済み: 乗組員',
    '已取消: 船员',
    '已取消：船员',
    '취소됨: 승무원',
    'בוטל: צוות',
    'CANCELED: Crew',
  ])('“%s” in free time is cancelled', (title) => {
    expect(statusOf(title, FREE)).toBe('cancelled');
  });

  test('a cancelled meeting has its plain title, since its status says the rest', () => {
    const titleOf = (title: string, ...lines: readonly string[]) =>
      read(calendar(meeting(`SUMMARY:${title}`, ...lines)))[0]?.details.title;
    expect(titleOf('Canceled: Crew', FREE)).toBe('Crew');
    expect(titleOf('Annulé : Équipage: demain', 'STATUS:CANCELLED')).toBe('Équipage: demain');
    expect(titleOf('已取消：船员', FREE)).toBe('船员');
    expect(titleOf('Canceled:', FREE)).toBe('Canceled:');
    expect(titleOf('Canceled: Crew')).toBe('Canceled: Crew');
    expect(titleOf('Crew: plan', 'STATUS:CANCELLED')).toBe('Crew: plan');
  });

  test('the title alone, or free time alone, does not cancel a meeting', () => {
    expect(statusOf('Canceled: Crew')).toBe('confirmed');
    expect(statusOf('Canceled: Crew', 'X-MICROSOFT-CDO-BUSYSTATUS:BUSY')).toBe('confirmed');
    expect(statusOf('Canceled: Crew', 'TRANSP:TRANSPARENT')).toBe('confirmed');
    expect(statusOf('Focus: writing', FREE)).toBe('confirmed');
    expect(statusOf('Canceled flights: review', FREE)).toBe('confirmed');
    expect(statusOf('Why we canceled: Crew', FREE)).toBe('confirmed');
  });

  test('if only the title says that a meeting is cancelled, the meeting stays and a question is asked', () => {
    const [one] = occurrencesOf(
      read(calendar(meeting('SUMMARY:Abgesagt: Mannschaft'))),
      '2026-12-01T00:00Z',
      '2027-01-01T00:00Z',
    );
    expect(one?.details.doubts).toEqual([{ kind: 'cancelledByTitle' }]);
  });

  test('what Outlook shows as tentative is tentative, unless the attendees or an invitation say more', () => {
    const TENTATIVE = 'X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE';
    expect(statusOf('Crew', TENTATIVE)).toBe('tentative');
    expect(statusOf('Crew', TENTATIVE, 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:jane@example.org')).toBe(
      'confirmed',
    );
    expect(statusOf('Crew', TENTATIVE, 'ATTENDEE:mailto:jane@example.org')).toBe('tentative');
    const invitation = calendar('METHOD:REQUEST', meeting('SUMMARY:Crew', TENTATIVE));
    expect(occurrencesOf(read(invitation), '2026-12-01T00:00Z', '2027-01-01T00:00Z')[0]?.status).toBe(
      'confirmed',
    );
  });

  test('one date of a series is cancelled alone', () => {
    const feed = calendar(
      event('UID:w', 'DTSTART:20261201T100000Z', 'RRULE:FREQ=WEEKLY;COUNT=2', 'SUMMARY:Crew'),
      event(
        'UID:w',
        'RECURRENCE-ID:20261208T100000Z',
        'DTSTART:20261208T100000Z',
        'SUMMARY;LANGUAGE=de-de:Abgesagt: Crew',
        FREE,
      ),
    );
    expect(agenda(feed)).toEqual([
      '2026-12-01T10:00–2026-12-01T10:00 Crew',
      '2026-12-08T10:00–2026-12-08T10:00 Crew (cancelled)',
    ]);
  });
});

describe('the method of a calendar', () => {
  const line = '2026-12-08T10:00–2026-12-08T11:00 Crew';

  test('CANCEL cancels its meetings, in any case', () => {
    expect(agenda(calendar('METHOD:CANCEL', meeting('SUMMARY:Crew')))).toEqual([`${line} (cancelled)`]);
    expect(agenda(calendar('method:cancel', meeting('SUMMARY:Crew')))).toEqual([`${line} (cancelled)`]);
  });

  test('a cancellation after the invitation in one file cancels one date of a series', () => {
    const invited = calendar('METHOD:REQUEST', meeting('SUMMARY:Crew', 'SEQUENCE:0'));
    const cancelled = calendar('METHOD:CANCEL', meeting('SUMMARY:Crew', 'SEQUENCE:1'));
    expect(agenda(invited + cancelled)).toEqual([`${line} (cancelled)`]);
  });

  test('a time that a participant proposes is tentative', () => {
    const proposed = calendar('METHOD:COUNTER', meeting('SUMMARY:Crew'));
    expect(agenda(proposed)).toEqual([`${line} (tentative)`]);
  });

  test('a proposal is left out if the feed contains the meeting itself', () => {
    const invited = calendar('METHOD:REQUEST', meeting('SUMMARY:Crew'));
    const proposed = calendar(
      'METHOD:COUNTER',
      event('UID:crew', 'SEQUENCE:0', 'DTSTART:20261209T150000Z', 'SUMMARY:Crew'),
    );
    expect(agenda(proposed + invited)).toEqual([line]);
  });
});

describe('an end in UTC', () => {
  const allDay = (until: string, ...head: readonly string[]) =>
    calendar(
      head,
      event('UID:d', 'DTSTART;VALUE=DATE:20261201', `RRULE:FREQ=DAILY;UNTIL=${until}`, 'SUMMARY:Watch'),
    );
  const lastDay = (feed: string, viewer = 'UTC') => days(feed, viewer).at(-1);

  test('of an all-day series is the day in the zone of its calendar', () => {
    expect(lastDay(allDay('20261204T150000Z', 'X-WR-TIMEZONE:Asia/Tokyo'), 'America/Lima')).toBe(
      '2026-12-05',
    );
    expect(lastDay(allDay('20261205T080000Z', 'X-WR-TIMEZONE:America/Los_Angeles'))).toBe('2026-12-05');
    expect(lastDay(allDay('20261205T075959Z', 'X-WR-TIMEZONE:America/Los_Angeles'))).toBe('2026-12-04');
  });

  test('is in the only zone that the file defines', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Customized Time Zone',
      'BEGIN:STANDARD',
      'DTSTART:16010101T000000',
      'TZOFFSETFROM:+0800',
      'TZOFFSETTO:+0800',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    expect(lastDay(allDay('20261204T160000Z', ...zone))).toBe('2026-12-05');
  });

  test('is on the viewer’s clock if the calendar has no zone', () => {
    expect(lastDay(allDay('20261204T150000Z'), 'Asia/Tokyo')).toBe('2026-12-05');
    expect(lastDay(allDay('20261204T150000Z'), 'Europe/Berlin')).toBe('2026-12-04');
  });

  test('at midnight is the date itself, in any zone', () => {
    for (const viewer of ['America/New_York', 'UTC', 'Asia/Tokyo'])
      expect(lastDay(allDay('20261205T000000Z'), viewer)).toBe('2026-12-05');
  });

  test('of a floating series is compared on the viewer’s clock', () => {
    const floating = (until: string) =>
      calendar(event('UID:f', 'DTSTART:20261201T090000', `RRULE:FREQ=DAILY;UNTIL=${until}`, 'SUMMARY:Tea'));
    expect(agenda(floating('20261204T000000Z'), 'Asia/Tokyo').at(-1)).toMatch(/^2026-12-04T00:00/);
    expect(agenda(floating('20261204T140000Z'), 'America/New_York').at(-1)).toMatch(/^2026-12-04T14:00/);
    expect(agenda(floating('20261204T130000Z'), 'America/New_York').at(-1)).toMatch(/^2026-12-03T14:00/);
    // The digits of DTSTART: a local time with an added Z.
    expect(agenda(floating('20261204T090000Z'), 'America/New_York').at(-1)).toMatch(/^2026-12-04T14:00/);
  });
});

describe('an override of one date', () => {
  const weekly = (zone: string) =>
    event('UID:s', `DTSTART;TZID=${zone}:20261105T083000`, 'RRULE:FREQ=WEEKLY;BYDAY=TH', 'SUMMARY:Stand-up');
  const moved = (id: string, zone: string) =>
    event('UID:s', `RECURRENCE-ID${id}`, `DTSTART;TZID=${zone}:20261211T083000`, 'SUMMARY:Moved');

  test.each([
    ['America/Edmonton', ';TZID=America/Toronto:20261210T103000'],
    ['America/Edmonton', ':20261210T153000Z'],
    ['America/Vancouver', ';TZID=America/Los_Angeles:20261210T083000'],
    ['America/Vancouver', ':20261210T163000Z'],
  ])(
    'in %s written with zone rules from before 2026 (%s) still replaces the only date of that day',
    (zone, id) => {
      expect(days(calendar(weekly(zone), moved(id, zone)))).toEqual([
        '2026-12-03',
        '2026-12-11',
        '2026-12-17',
        '2026-12-24',
        '2026-12-31',
      ]);
    },
  );

  test.each([
    ['America/Edmonton', ';TZID=America/Toronto:20261210T103000'],
    ['America/Edmonton', ':20261210T153000Z'],
    ['America/Vancouver', ';TZID=America/Los_Angeles:20261210T083000'],
  ])('in %s excluded with zone rules from before 2026 (EXDATE%s) is gone', (zone, date) => {
    const series = event(
      'UID:s',
      `DTSTART;TZID=${zone}:20261105T083000`,
      'RRULE:FREQ=WEEKLY;BYDAY=TH',
      `EXDATE${date}`,
      'SUMMARY:Stand-up',
    );
    expect(days(calendar(series))).toEqual(['2026-12-03', '2026-12-17', '2026-12-24', '2026-12-31']);
  });

  test('excluded at another hour of its own zone, or many hours away, stays', () => {
    const zone = 'America/Edmonton';
    const series = (date: string) =>
      event(
        'UID:s',
        `DTSTART;TZID=${zone}:20261105T083000`,
        'RRULE:FREQ=WEEKLY;BYDAY=TH',
        `EXDATE${date}`,
        'SUMMARY:Stand-up',
      );
    for (const date of [`;TZID=${zone}:20261210T093000`, ':20261210T213000Z'])
      expect(days(calendar(series(date)))).toContain('2026-12-10');
  });

  test('that matches no date of its own zone, or is many hours away, is shown besides the series', () => {
    const zone = 'America/Edmonton';
    for (const id of [`;TZID=${zone}:20261210T093000`, ':20261210T213000Z'])
      expect(days(calendar(weekly(zone), moved(id, zone)))).toContain('2026-12-10');
  });

  test('is gone when the newer of two versions of its series excludes the date', () => {
    const series = (sequence: number, ...more: readonly string[]) =>
      event(
        'UID:r',
        `SEQUENCE:${sequence}`,
        'DTSTART:20261201T100000Z',
        'RRULE:FREQ=WEEKLY;COUNT=3',
        'SUMMARY:Relay',
        ...more,
      );
    const change = (sequence: number) =>
      event('UID:r', `SEQUENCE:${sequence}`, 'RECURRENCE-ID:20261208T100000Z', 'DTSTART:20261208T120000Z');
    const newer = series(2, 'EXDATE:20261208T100000Z');
    expect(days(calendar(series(1), change(1), newer))).toEqual(['2026-12-01', '2026-12-15']);
    expect(days(calendar(newer, change(1), series(1)))).toEqual(['2026-12-01', '2026-12-15']);
    // An override that is newer still, or one of the only version, is kept.
    expect(days(calendar(series(1), change(3), newer))).toContain('2026-12-08');
    expect(days(calendar(newer, change(1)))).toContain('2026-12-08');
  });
});

describe('mistakes of writers that are read as intended', () => {
  test.each([
    [
      'a rule in quotes',
      'DTSTART:20261202T100000Z',
      'RRULE:"FREQ=DAILY;COUNT=2"',
      ['2026-12-02', '2026-12-03'],
    ],
    [
      'dates of EXDATE separated by semicolons',
      'DTSTART:20261202T100000Z',
      'RRULE:FREQ=DAILY;COUNT=4\r\nEXDATE:20261203T100000Z;20261204T100000Z',
      ['2026-12-02', '2026-12-05'],
    ],
    [
      'Exchange’s own name for UTC',
      'DTSTART;TZID=tzone://Microsoft/Utc:20261202T233000',
      'RRULE:FREQ=DAILY;COUNT=1',
      ['2026-12-02'],
    ],
  ])('%s', (_what, start, rule, expected) => {
    expect(days(calendar(event('UID:w', start, rule, 'SUMMARY:Drift')))).toEqual(expected);
  });
});
