import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkCatalogue } from '#core/catalogue/checkCatalogue.ts';
import { hasWellKnown, wellKnownAddress } from '#core/catalogue/wellKnown.ts';

const weekly = { kind: 'weekly', weeks: 1, on: ['TU'], anchor: null };
const meeting = { uid: 'kites/call', title: 'Call', when: weekly, time: '09:00', zone: 'Europe/Berlin' };
const group = { id: 'kites', name: 'Kites', kind: 'group', meetings: [meeting] };
const file = { format: 1, id: 'kites', name: 'Kites', conduct: null, communities: [group] };

const check = (value: unknown) => checkCatalogue(new TextEncoder().encode(JSON.stringify(value)));
const withMeetings = (...meetings: unknown[]) => ({ ...file, communities: [{ ...group, meetings }] });
const words = (value: unknown): string[] =>
  check(value).mistakes.map(({ place, words: one }) => `${place} ${one}`.trim());

test('a good file has no mistakes; `$schema` is allowed', () => {
  expect(check({ $schema: 'community.schema.json', ...file })).toEqual({
    name: 'Kites',
    dated: 1,
    mistakes: [],
    questions: [],
  });
});

test('the example of the documentation is a good file', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/catalogue.md'), 'utf8');
  const [, example = ''] = /own file[\s\S]*?```json\n([\s\S]*?)```/u.exec(page) ?? [];
  expect(checkCatalogue(new TextEncoder().encode(example))).toMatchObject({ dated: 1, mistakes: [] });
});

test.each<[what: string, value: unknown, said: RegExp]>([
  ['a mistyped field', withMeetings({ ...meeting, titel: 'x' }), /meetings\[0\] has no field “titel”/u],
  ['a missing title', withMeetings({ ...meeting, title: undefined }), /meetings\[0\]\.title is missing/u],
  ['a time of one digit', withMeetings({ ...meeting, time: '9:00' }), /time must be a time such as 09:00/u],
  ['a wrong kind', { ...file, communities: [{ ...group, kind: 'grup' }] }, /kind must be “sig” or “wg”/u],
  ['a text for a number', withMeetings({ ...meeting, minutes: '60' }), /minutes must be a/u],
  [
    'an address without https',
    withMeetings({ ...meeting, join: 'meet.example.org' }),
    /join must be an address/u,
  ],
  ['a zone that does not exist', withMeetings({ ...meeting, zone: 'Berlin' }), /“Berlin” is no time zone/u],
  ['a meeting named twice', withMeetings(meeting, meeting), /uid “kites\/call” is also at/u],
  ['dates in part', withMeetings({ ...meeting, zone: undefined }), /has no zone, so it has no dates/u],
])('%s is named with its place', (_, value, said) => {
  expect(words(value).join('\n')).toMatch(said);
});

test('text that is no JSON is said to be none', () => {
  const { mistakes } = checkCatalogue(new TextEncoder().encode('{"format": 1,'));
  expect(mistakes).toMatchObject([{ place: 'the file', words: expect.stringMatching(/^is not JSON/u) }]);
});

test('a field too many in the whole file is named with a subject', () => {
  expect(words({ ...file, x: 1 })).toEqual(['the file has no field “x”; look for a typing mistake']);
});

test('a file of the directory is recognised, and checked by its own form', () => {
  const path = join(import.meta.dirname, '../../../assets/catalogue/directory/opentelemetry.json');
  expect(checkCatalogue(readFileSync(path))).toMatchObject({ name: 'OpenTelemetry', dated: 6, mistakes: [] });
  expect(words({ format: 1, id: 'kites', about: 'Kites.', sources: [] })).toContain('name is missing');
});

test('what readers will be asked is no mistake', () => {
  const { mistakes, questions } = check(withMeetings({ ...meeting, when: { ...weekly, weeks: 2 } }));
  expect(mistakes).toEqual([]);
  expect(questions).toMatchObject([]);
});

test('a site without a path keeps its file at a place of its own', () => {
  expect(wellKnownAddress('https://example.org')).toBe('https://example.org/.well-known/office-hours.json');
  expect(hasWellKnown('https://example.org/')).toBe(true);
  expect(hasWellKnown('https://example.org/x.json')).toBe(false);
  expect(hasWellKnown('/tmp/x.json')).toBe(false);
});
