import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expandSeries } from '../expandSeries.ts';
import { parseIcs } from '../parseIcs.ts';
import { occurrencesOf } from './agendaOf.ts';

const read = (inner: string) => parseIcs(Buffer.from(`BEGIN:VCALENDAR\r\n${inner}END:VCALENDAR\r\n`));
const event = (inner: string, uid = 'a') => `BEGIN:VEVENT\r\nUID:${uid}\r\n${inner}END:VEVENT\r\n`;
const each = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => write(index)).join('');
const titles = (problems: readonly { title: string }[]) => problems.map(({ title }) => title);

describe('a feed is read up to its limits, and what is left out is reported', () => {
  test('at most 100,000 events are read', () => {
    const { series, problems } = read(
      each(100_003, (index) => event('DTSTART:20260301T090000Z\r\n', `${index}`)),
    );
    expect(series).toHaveLength(100_000);
    expect(titles(problems)).toEqual(['The calendar has 100,003 events.']);
  });

  test('only the first million characters of a line are read', () => {
    const { series, problems } = read(
      event(`DTSTART:20260301T090000Z\r\nDESCRIPTION:${'x'.repeat(3_000_000)}\r\nSUMMARY:Kept\r\n`),
    );
    expect(series[0]?.details.title).toBe('Kept');
    expect(series[0]?.details.description.content.length).toBeLessThan(1_000_000);
    expect(titles(problems)).toEqual(['Line 5: this line is longer than 1,000,000 characters.']);
  });

  test('a long attachment is skipped without a problem', () => {
    const { series, problems } = read(
      event(
        `DTSTART:20260301T090000Z\r\nATTACH;ENCODING=BASE64:${'A'.repeat(2_000_000)}\r\nSUMMARY:Kept\r\n`,
      ),
    );
    expect(series[0]?.details.title).toBe('Kept');
    expect(problems).toEqual([]);
  });

  test('only the first hundred thousand lines of an event are read', () => {
    const attendees = each(150_000, (index) => `ATTENDEE:mailto:p${index}@x.org\r\n`);
    const { series, problems } = read(event(`DTSTART:20260301T090000Z\r\n${attendees}`));
    expect(series[0]?.details.attendees).toHaveLength(100_000 - 2);
    expect(titles(problems)).toEqual(['Line 100003: its event has more than 100,000 lines.']);
  });

  test('a time zone with too many clock changes is read in part', () => {
    const onset =
      'BEGIN:STANDARD\r\nDTSTART:20000101T000000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\n';
    const { series, problems } = read(
      `BEGIN:VTIMEZONE\r\nTZID:Mine\r\n${onset.repeat(300)}END:VTIMEZONE\r\n${event('DTSTART;TZID=Mine:20260301T090000\r\n')}`,
    );
    expect(occurrencesOf(series, '2026-03-01T00:00Z', '2026-03-02T00:00Z')).toHaveLength(1);
    expect(titles(problems)).toEqual([
      'Line 2: the time zone “Mine” changes its clock too often to be read completely.',
    ]);
  });

  test('of many series that repeat too often, the first hundred are reported by name', () => {
    const { series } = read(
      each(150, (index) => event('DTSTART:20260301T000000Z\r\nRRULE:FREQ=HOURLY\r\n', `${index}`)),
    );
    const window = { from: Date.UTC(2026, 2, 1), to: Date.UTC(2026, 2, 2) };
    const { problems } = expandSeries(series, window, 'UTC', { perSeries: 10, total: 10_000 });
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)?.title).toBe('50 more meetings have too many dates to be shown completely.');
  });
});

describe('fast paths give the correct result', () => {
  test('adjacent escapes', () => {
    const one = (text: string) =>
      text.replaceAll(/\\([nN,;\\])/g, (_, escaped: string) => (/n/i.test(escaped) ? '\n' : escaped));
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('\\', 'n', 'N', ',', ';', 'x') }), (text) => {
        const { series } = read(event(`DTSTART:20260301T090000Z\r\nSUMMARY:_${text}_\r\n`));
        expect(series[0]?.details.title).toBe(`_${one(text)}_`);
      }),
    );
  });

  test('a large calendar in Latin-1', () => {
    const events = each(12_000, (index) =>
      event('DTSTART:20260301T090000Z\r\nSUMMARY:Grüße\r\n', `${index}`),
    );
    const { series } = parseIcs(Buffer.from(`BEGIN:VCALENDAR\r\n${events}END:VCALENDAR\r\n`, 'latin1'));
    expect(new Set(series.map(({ details }) => details.title))).toEqual(new Set(['Grüße']));
  });

  test('carriage returns as line ends', () => {
    const text = `BEGIN:VCALENDAR\r\n${event('DTSTART:20260301T090000Z\r\nSUMMARY:x\r\n')}END:VCALENDAR\r\n`;
    const { series, problems } = parseIcs(Buffer.from(text.replaceAll('\n', '')));
    expect(series[0]?.details.title).toBe('x');
    expect(problems).toEqual([]);
  });

  test('each override belongs to the version of its series that begins before it', () => {
    const { series } = read(
      `${event('DTSTART:20260301T090000Z\r\nRRULE:FREQ=DAILY;COUNT=2\r\n')}${event('DTSTART:20260311T090000Z\r\nRRULE:FREQ=DAILY;COUNT=2\r\n')}${event('RECURRENCE-ID:20260302T090000Z\r\nDTSTART:20260302T100000Z\r\n')}${event('RECURRENCE-ID:20260312T090000Z\r\nDTSTART:20260312T110000Z\r\n')}`,
    );
    expect(series.map(({ overrides }) => overrides.map(({ at }) => new Date(at).getUTCDate()))).toEqual([
      [2],
      [12],
    ]);
  });
});
