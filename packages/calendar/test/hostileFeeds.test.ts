import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expandSeries } from '../expandSeries.ts';
import { parseIcs } from '../parseIcs.ts';
import { cpuTimeOf } from '#test/cpuTime.ts';
import { runs } from '#test/effort.ts';

const FIXTURES = join(import.meta.dirname, './fixtures');
const fixtures = readdirSync(FIXTURES).map((name) => readFileSync(join(FIXTURES, name)));
const bytesOf = (text: string) => Buffer.from(text);
const each = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => write(index)).join('');
/** An hour counted from 2020. */
const hour = (index: number) =>
  new Date(Date.UTC(2020, 0, 1) + index * 3_600_000).toISOString().replaceAll(/[-:]|\.\d+/g, '');

function read(bytes: Uint8Array) {
  const parsed = parseIcs(bytes);
  const window = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 3, 1) };
  return {
    ...parsed,
    ...expandSeries(parsed.series, window, 'America/Santiago', { perSeries: 100, total: 1000 }),
  };
}

describe('a hostile feed never throws', () => {
  test('with a changed, lost or doubled byte', { tags: ['deep'] }, () => {
    const change = fc.record({ at: fc.nat(), drop: fc.nat({ max: 40 }), put: fc.string({ maxLength: 12 }) });
    fc.assert(
      fc.property(
        fc.constantFrom(...fixtures),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        (bytes, changes) => {
          let changed: Buffer = bytes;
          for (const { at, drop, put } of changes) {
            const place = at % (changed.length + 1);
            changed = Buffer.concat([
              changed.subarray(0, place),
              Buffer.from(put),
              changed.subarray(place + drop),
            ]);
          }
          expect(() => read(changed)).not.toThrow();
        },
      ),
      { numRuns: runs(400) },
    );
  });

  test('with its lines in another order', { tags: ['deep'] }, () => {
    const lines = fixtures.flatMap((bytes) => bytes.toString('latin1').split(/\r?\n/));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lines), { maxLength: 60 }), (shuffled) => {
        expect(() => read(bytesOf(shuffled.join('\r\n')))).not.toThrow();
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('a hostile feed is read in bounded time', () => {
  const many = 100_000;
  test.each([
    ['BEGINs without END', 'BEGIN:VEVENT\r\n'.repeat(many)],
    ['ENDs without BEGIN', 'END:VEVENT\r\n'.repeat(many)],
    ['nested components', 'BEGIN:X\r\n'.repeat(many)],
    [
      'a line folded a hundred thousand times',
      `BEGIN:VEVENT\r\nDTSTART:20260101T000000Z\r\nSUMMARY:x${'\r\n y'.repeat(many)}\r\nEND:VEVENT\r\n`,
    ],
    [
      'excluded dates',
      `BEGIN:VEVENT\r\nDTSTART:20200101T000000Z\r\nRRULE:FREQ=HOURLY\r\nEXDATE:${'20260101T000000Z,'.repeat(many)}\r\nEND:VEVENT\r\n`,
    ],
    [
      'added dates',
      `BEGIN:VEVENT\r\nDTSTART:20200101T000000Z\r\nRDATE:${'20260101T000000Z,'.repeat(many)}\r\nEND:VEVENT\r\n`,
    ],
    [
      'lines of excluded dates',
      `BEGIN:VEVENT\r\nDTSTART:20200101T000000Z\r\n${'EXDATE:20260101T000000Z\r\n'.repeat(many)}END:VEVENT\r\n`,
    ],
    [
      'rules in one event',
      `BEGIN:VEVENT\r\nDTSTART:20200101T000000Z\r\n${'RRULE:FREQ=DAILY\r\n'.repeat(2000)}END:VEVENT\r\n`,
    ],
    [
      'a count that is never reached',
      'BEGIN:VEVENT\r\nDTSTART:19700101T000000Z\r\nRRULE:FREQ=SECONDLY;COUNT=999999999\r\nEND:VEVENT\r\n',
    ],
    [
      'a meeting of eight thousand years',
      'BEGIN:VEVENT\r\nDTSTART:00010101T000000Z\r\nDTEND:99991231T235959Z\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n',
    ],
    [
      'versions of one event',
      'BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20260101T000000Z\r\nEND:VEVENT\r\n'.repeat(20_000),
    ],
    [
      'starts of one event',
      each(100_000, (index) => `BEGIN:VEVENT\r\nUID:a\r\nDTSTART:${hour(index)}\r\nEND:VEVENT\r\n`),
    ],
    [
      'overrides of as many versions',
      each(
        20_000,
        (index) =>
          `BEGIN:VEVENT\r\nUID:a\r\nDTSTART:${hour(index)}\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID:${hour(index)}\r\nDTSTART:${hour(index)}\r\nEND:VEVENT\r\n`,
      ),
    ],
    [
      'overrides of this and all following dates',
      `BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20200101T000000Z\r\nRRULE:FREQ=MINUTELY\r\nEND:VEVENT\r\n${each(90_000, (index) => `BEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID;RANGE=THISANDFUTURE:${hour(1_000_000 + index)}\r\nDTSTART:${hour(1_000_000 + index)}\r\nEND:VEVENT\r\n`)}`,
    ],
    [
      'a parameter without a value',
      `BEGIN:VEVENT\r\nDTSTART;${'a'.repeat(900_000)}:20260101T000000Z\r\nEND:VEVENT\r\n`,
    ],
    [
      'parameters that ical.js reads',
      `BEGIN:VEVENT\r\nDTSTART:20260101T000000Z\r\n${`CONFERENCE;${each(8_000, (index) => `X${index}="1";`)}Y=1:x\r\n`.repeat(40)}END:VEVENT\r\n`,
    ],
    [
      'blanks in the name of a zone',
      `BEGIN:VEVENT\r\nDTSTART;TZID=a${' '.repeat(900_000)}b:20260101T000000\r\nEND:VEVENT\r\n`,
    ],
    [
      'carriage returns behind a fold',
      `BEGIN:VEVENT\r\nDTSTART:20260101T000000Z\r\nSUMMARY:x\r\n y${'\r'.repeat(900_000)}z\r\nEND:VEVENT\r\n`,
    ],
    [
      'empty lines before a fold',
      `BEGIN:VEVENT\r\nDTSTART:20260101T000000Z\r\nSUMMARY:x${'\r\n'.repeat(5_000_000)} y\r\nEND:VEVENT\r\n`,
    ],
    [
      'zones without clock changes',
      `BEGIN:VTIMEZONE\r\nTZID:a\r\n${'BEGIN:STANDARD\r\nDTSTART:19000101T000000\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\r\nEND:STANDARD\r\n'.repeat(3_000)}END:VTIMEZONE\r\nBEGIN:VEVENT\r\nDTSTART;TZID=a:20260101T000000\r\nEND:VEVENT\r\n`,
    ],
    [
      'custom zones in nested calendars',
      each(
        10_000,
        (index) =>
          `BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:z${index}\r\nBEGIN:STANDARD\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nDTSTART;TZID=z${index}:20260101T000000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
      ),
    ],
    [
      'names of zones',
      each(
        50_000,
        (index) => `BEGIN:VEVENT\r\nDTSTART;TZID=No/Zone${index}:20260101T000000\r\nEND:VEVENT\r\n`,
      ),
    ],
    [
      'cities in the name of a zone',
      `BEGIN:VEVENT\r\nDTSTART;TZID="${each(90_000, (index) => `c${index},`)}":20260101T000000\r\nEND:VEVENT\r\n`,
    ],
    [
      'parts of a rule',
      `BEGIN:VEVENT\r\nDTSTART:20260101T000000Z\r\n${`RRULE:FREQ=DAILY;${each(90_000, (index) => `X${index}=1;`)}\r\n`.repeat(20)}END:VEVENT\r\n`,
    ],
  ])('not %s', (_, inner) => {
    const bytes = bytesOf(`BEGIN:VCALENDAR\r\n${inner}END:VCALENDAR\r\n`);
    expect(cpuTimeOf(() => read(bytes))).toBeLessThan(5_000);
  });
});
