import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { expandSeries } from '../expandSeries.ts';
import { parseIcs } from '../parseIcs.ts';

/**
 * Compares our reading of real calendars with the occurrences that independent readers agree on. The corpus is in
 * ../shared, beside the checkout; without it these tests are skipped.
 */
const CORPUS = join(import.meta.dirname, '../../../../shared/corpus/ics');
const isThere = existsSync(join(CORPUS, 'cases.json'));

const expected = z.object({
  uid: z.string(),
  start: z.string(),
  end: z.string().default(''),
  allDay: z.boolean(),
  status: z.string().optional(),
});
type Expected = z.infer<typeof expected>;
const cases = z.array(
  z.object({
    id: z.string(),
    file: z.string(),
    from: z.string(),
    to: z.string(),
    zone: z.string(),
    occurrences: z.array(expected),
  }),
);
const malformed = z.array(
  z.object({
    id: z.string(),
    file: z.string(),
    from: z.string(),
    to: z.string(),
    zone: z.string(),
    kind: z.enum(['must', 'noCrash']),
    matchEnd: z.boolean(),
    must: z.array(expected),
  }),
);

const listed = <T>(file: string, schema: z.ZodType<T[]>): T[] =>
  isThere ? schema.parse(JSON.parse(readFileSync(join(CORPUS, file), 'utf8'))) : [];

const isoSeconds = (instant: number) => new Date(instant).toISOString().replace('.000Z', 'Z');

/** Our occurrences in the format of the corpus. A UID that the file does not contain counts as missing. */
function agenda(
  { file, from, to, zone }: { file: string; from: string; to: string; zone: string },
  uids: ReadonlySet<string>,
): Expected[] {
  const { series } = parseIcs(readFileSync(join(CORPUS, 'ics', file)));
  const { occurrences } = expandSeries(series, { from: Date.parse(from), to: Date.parse(to) }, zone);
  return occurrences
    .filter(({ status }) => status !== 'cancelled')
    .map(({ uid, time }) => ({
      uid: uids.has(uid.trim()) ? uid.trim() : '',
      start: time.kind === 'timed' ? isoSeconds(time.start) : time.start,
      end: time.kind === 'timed' ? isoSeconds(time.end) : time.end,
      allDay: time.kind === 'allDay',
    }));
}

const line = ({ uid, start, end, allDay }: Expected, matchEnd = true) =>
  `${start}${matchEnd ? `–${end}` : ''}${allDay ? ' all day' : ''} ${uid.trim()}`;
const lines = (occurrences: readonly Expected[], matchEnd = true) =>
  [...new Set(occurrences.map((occurrence) => line(occurrence, matchEnd)))].sort();
const uidsOf = (occurrences: readonly Expected[]) => new Set(occurrences.map(({ uid }) => uid.trim()));

test.runIf(process.env['CI'])('the corpus of real calendars is there', () => expect(isThere).toBe(true));

describe.skipIf(!isThere)('real calendars give the occurrences that independent readers agree on', () => {
  test.each(listed('cases.json', cases))('$id', (one) => {
    const wanted = one.occurrences.filter(({ status }) => status !== 'CANCELLED');
    expect(lines(agenda(one, uidsOf(one.occurrences)))).toEqual(lines(wanted));
  });
});

describe.skipIf(!isThere)('the readable parts of a malformed calendar are kept', () => {
  test.each(listed('parse-errors.json', malformed))('$id', (one) => {
    const got = agenda(one, uidsOf(one.must));
    // An occurrence that starts when the window ends is outside it; one case of the corpus lists such an occurrence.
    const wanted = one.must.filter(({ start, allDay }) => allDay || Date.parse(start) < Date.parse(one.to));
    expect(lines(got, one.matchEnd)).toEqual(expect.arrayContaining(lines(wanted, one.matchEnd)));
  });
});
