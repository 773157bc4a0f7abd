import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeReply, restoreReply } from '#core/caldav/changeReply.ts';
import { partsOf, textOf } from '#core/caldav/rawObject.ts';
import { parseIcs } from '#calendar';

/** The user's answer changes their own words in an object, and no other byte. */

const anna = new Set(['anna@x.org']);
const crlf = (lines: readonly string[]): string => lines.map((line) => `${line}\r\n`).join('');

const event = (...lines: readonly string[]): readonly string[] => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
const calendar = (...events: readonly (readonly string[])[]): string =>
  crlf(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y//EN', ...events.flat(), 'END:VCALENDAR']);

const otto = 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:otto@x.org';
const mine = (partstat: string, rsvp = 'TRUE'): string =>
  `ATTENDEE;CN="Anna; Ä: B";PARTSTAT=${partstat};RSVP=${rsvp}:mailto:Anna@x.org`;
const weekly = [
  'UID:1',
  'DTSTAMP:20261101T000000Z',
  'DTSTART;TZID=Europe/Berlin:20261022T100000',
  'DTEND;TZID=Europe/Berlin:20261022T113000',
  'RRULE:FREQ=WEEKLY;COUNT=10',
  'EXDATE;TZID=Europe/Berlin:20261105T100000',
  'SUMMARY:Planning',
  'X-UNKNOWN;X-A="b:c":kept,',
  'ORGANIZER:mailto:otto@x.org',
  otto,
  mine('NEEDS-ACTION'),
  'BEGIN:VALARM',
  'ATTENDEE:mailto:anna@x.org',
  'TRIGGER:-PT5M',
  'END:VALARM',
];
const berlin = (originalStart: string) => ({ kind: 'one', originalStart, zone: 'Europe/Berlin' }) as const;

describe('an answer to all', () => {
  test.each([
    ['yes', 'ACCEPTED'],
    ['maybe', 'TENTATIVE'],
    ['no', 'DECLINED'],
  ] as const)('“%s” changes only the own words', (reply, partstat) => {
    const text = calendar(event(...weekly));
    expect(changeReply(text, anna, { kind: 'all' }, reply)?.text).toBe(
      text.replace(mine('NEEDS-ACTION'), mine(partstat, 'FALSE')),
    );
  });

  test('changes the dates that differ from the series too', () => {
    const other = [
      'UID:1',
      'RECURRENCE-ID:20261210T090000Z',
      'DTSTART:20261210T120000Z',
      otto,
      mine('DECLINED'),
    ];
    const text = calendar(event(...weekly), event(...other));
    const changed = changeReply(text, anna, { kind: 'all' }, 'yes');
    expect(changed?.text.match(/PARTSTAT=ACCEPTED;RSVP=FALSE/g)).toHaveLength(2);
    expect(restoreReply(changed?.text ?? '', anna, changed?.former ?? [])).toBe(text);
  });

  test('keeps folds, line ends and the order of everything else', () => {
    const long = `DESCRIPTION:${'ä'.repeat(30)}\n ${'b'.repeat(74)}\n\tend`;
    const text = `BEGIN:VCALENDAR\nBEGIN:VEVENT\n${long}\nATTENDEE:mailto:anna@x.\n org\nUID:2\nEND:VEVENT\nEND:VCALENDAR`;
    expect(changeReply(text, anna, { kind: 'all' }, 'no')?.text).toBe(
      text.replace('ATTENDEE:mailto:anna@x.\n org', 'ATTENDEE;PARTSTAT=DECLINED:mailto:anna@x.org'),
    );
  });

  test('folds the new line at 75 octets, between characters', () => {
    const text = calendar(
      event('UID:1', `ATTENDEE;CN="${'Ä'.repeat(60)}";PARTSTAT=NEEDS-ACTION:mailto:anna@x.org`),
    );
    const changed = changeReply(text, anna, { kind: 'all' }, 'maybe')?.text ?? '';
    const octets = changed.split('\r\n').map((line) => new TextEncoder().encode(line).length);
    expect(Math.max(...octets)).toBeLessThanOrEqual(75);
    expect(changed.replaceAll('\r\n ', '')).toContain(`"${'Ä'.repeat(60)}";PARTSTAT=TENTATIVE:mailto`);
  });

  test('knows the user by the address beside a URL', () => {
    const text = calendar(event('UID:1', 'ATTENDEE;EMAIL=anna@x.org;PARTSTAT=NEEDS-ACTION:/123/principal/'));
    expect(changeReply(text, anna, { kind: 'all' }, 'yes')?.text).toContain(
      'PARTSTAT=ACCEPTED:/123/principal/',
    );
  });

  test('is none if the user is not invited', () => {
    expect(changeReply(calendar(event('UID:1', otto)), anna, { kind: 'all' }, 'yes')).toBeNull();
    const alarm = event('UID:1', 'BEGIN:VALARM', 'ATTENDEE:mailto:anna@x.org', 'END:VALARM');
    expect(changeReply(calendar(alarm), anna, { kind: 'all' }, 'yes')).toBeNull();
  });
});

describe('an answer to one date', () => {
  const text = calendar(event(...weekly));

  test('adds an event for that date, as the series gives it, after a change of the clocks too', () => {
    const changed = changeReply(text, anna, berlin('2026-10-29T09:00:00.000Z'), 'no')?.text ?? '';
    const [first, added] = changed.split('BEGIN:VEVENT\r\n').slice(1);
    expect(`BEGIN:VEVENT\r\n${first ?? ''}`).toBe(crlf(event(...weekly)));
    expect(added?.split('\r\n').slice(0, -2)).toEqual([
      'UID:1',
      'DTSTAMP:20261101T000000Z',
      'DTSTART;TZID=Europe/Berlin:20261029T100000',
      'RECURRENCE-ID;TZID=Europe/Berlin:20261029T100000',
      'DTEND;TZID=Europe/Berlin:20261029T113000',
      'SUMMARY:Planning',
      'X-UNKNOWN;X-A="b:c":kept,',
      'ORGANIZER:mailto:otto@x.org',
      otto,
      mine('DECLINED', 'FALSE'),
      'BEGIN:VALARM',
      'ATTENDEE:mailto:anna@x.org',
      'TRIGGER:-PT5M',
      'END:VALARM',
      'END:VEVENT',
    ]);
  });

  test('is what our own reader reads, on that date only', () => {
    const changed = changeReply(text, anna, berlin('2026-10-29T09:00:00.000Z'), 'no')?.text ?? '';
    const [series] = parseIcs(new TextEncoder().encode(changed)).series;
    expect(series?.overrides).toHaveLength(1);
  });

  test.each([
    ['in the zone of the series', 'RECURRENCE-ID;TZID=Europe/Berlin:20261029T100000'],
    ['in UTC', 'RECURRENCE-ID:20261029T090000Z'],
    ['as a day', 'RECURRENCE-ID;VALUE=DATE:20261029'],
  ])('changes the event that is there, with its date %s', (_form, id) => {
    const other = ['UID:1', id, 'DTSTART:20261029T150000Z', otto, mine('TENTATIVE')];
    const with2 = calendar(event(...weekly), event(...other));
    const changed = changeReply(with2, anna, berlin('2026-10-29T09:00:00.000Z'), 'no');
    expect(changed?.text).toBe(with2.replace(mine('TENTATIVE'), mine('DECLINED', 'FALSE')));
    expect(restoreReply(changed?.text ?? '', anna, changed?.former ?? [])).toBe(with2);
  });

  test('writes UTC, dates and floating times as the series does', () => {
    const of = (start: string, end: string, date: string) =>
      changeReply(
        calendar(event('UID:1', start, end, 'RRULE:FREQ=DAILY', mine('NEEDS-ACTION'))),
        anna,
        { kind: 'one', originalStart: date, zone: null },
        'no',
      )?.text.match(/^(?:DTSTART|DTEND|RECURRENCE-ID).*$/gm);
    expect(
      of('DTSTART:20261020T090000Z', 'DTEND:20261020T233000Z', '2026-10-31T09:00:00.000Z')?.slice(2),
    ).toEqual(['DTSTART:20261031T090000Z', 'RECURRENCE-ID:20261031T090000Z', 'DTEND:20261031T233000Z']);
    expect(of('DTSTART;VALUE=DATE:20261020', 'DTEND;VALUE=DATE:20261022', '2026-10-31')?.slice(2)).toEqual([
      'DTSTART;VALUE=DATE:20261031',
      'RECURRENCE-ID;VALUE=DATE:20261031',
      'DTEND;VALUE=DATE:20261102',
    ]);
    expect(
      of('DTSTART:20261020T090000', 'DTEND:20261020T100000', '2026-10-31T09:00:00.000')?.slice(2),
    ).toEqual(['DTSTART:20261031T090000', 'RECURRENCE-ID:20261031T090000', 'DTEND:20261031T100000']);
  });

  test('is refused if the zone of the series is unknown, rather than guessed', () => {
    const dates = { ...berlin('2026-10-29T09:00:00.000Z'), zone: null };
    expect(changeReply(text, anna, dates, 'no')).toBeNull();
  });

  test('of an invitation to single dates only is refused for other dates', () => {
    const single = calendar(event('UID:1', 'RECURRENCE-ID:20261029T090000Z', mine('NEEDS-ACTION')));
    expect(changeReply(single, anna, berlin('2026-10-29T09:00:00.000Z'), 'yes')?.text).toContain('ACCEPTED');
    expect(changeReply(single, anna, berlin('2026-11-12T09:00:00.000Z'), 'yes')).toBeNull();
  });
});

test('any text is its parts again, to the last byte', () => {
  const piece = fc.constantFrom(
    'BEGIN:VEVENT',
    'END:VEVENT',
    'BEGIN:VALARM',
    '\r\n',
    '\n',
    '\r',
    ' ',
    '\t',
    'ä',
    ':',
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      expect(textOf(partsOf(pieces.join('')))).toBe(pieces.join(''));
    }),
  );
});
