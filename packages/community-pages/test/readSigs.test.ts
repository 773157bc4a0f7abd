import { readFileSync } from 'node:fs';
import { assert, oneof, property, string, uint8Array } from 'fast-check';
import { expect, test } from 'vitest';
import { readSigs } from '../readSigs.ts';

const groups = readFileSync(new URL('./fixtures/groups.yaml', import.meta.url));
const bytes = (text: string) => new TextEncoder().encode(text);
const content = readSigs(groups);

function draft(title: string) {
  const found = content.drafts.find((one) => one.title === title);
  if (found === undefined) throw new Error(`There is no “${title}”.`);
  return found;
}

test('a group has its kind, charter, leads and contacts', () => {
  expect(content.problems).toEqual([]);
  expect(content.groups.map(({ id, kind }) => [id, kind])).toEqual([
    ['sig-harbour', 'sig'],
    ['wg-lighthouse', 'wg'],
  ]);
  expect(content.groups[0]).toMatchObject({
    name: 'Harbour',
    description: 'Looks after ships and piers.',
    charter: 'charter.md',
    chat: 'https://kubernetes.slack.com/messages/sig-harbour',
    mailingList: 'https://groups.example.org/g/sig-harbour',
    leads: [
      { name: 'Ann Anchor', role: 'chair', company: 'Quay Works', github: 'anchor-ann' },
      { name: 'Bo Bow', role: 'tech lead', company: null, github: 'bowbo' },
    ],
  });
});

test('a biweekly meeting without a start date gets a question, and keeps its links', () => {
  expect(draft('Regular SIG Meeting')).toMatchObject({
    community: 'sig-harbour',
    subproject: null,
    weekdays: ['WE'],
    time: '11:00',
    zone: 'America/Los_Angeles',
    zones: ['PT (Pacific Time)'],
    rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE',
    anchor: null,
    durationMinutes: null,
    hasQuestions: true,
    doubts: [{ kind: 'whichWeek', everyWeeks: 2 }],
    join: 'https://zoom.us/j/11122233344',
    notes: 'https://docs.google.com/document/d/harbour-notes/edit',
    recordings: 'https://www.youtube.com/playlist?list=harbour',
    text: 'Wednesday, 11:00, PT (Pacific Time), biweekly',
  });
});

test('a meeting that is listed again for a subproject is one meeting', () => {
  expect(content.drafts.filter((one) => one.title === 'Regular SIG Meeting')).toHaveLength(1);
  expect(draft('Regular SIG Meeting').alsoOf).toEqual(['piers']);
  expect(draft('Pier walk')).toMatchObject({
    subproject: 'piers',
    zone: 'Europe/Warsaw',
    chat: 'https://kubernetes.slack.com/messages/piers',
    mailingList: 'https://groups.example.org/g/sig-harbour',
  });
});

test('24:00 is the next day, and the start date moves with it', () => {
  expect(draft('Midnight crew')).toMatchObject({
    weekdays: ['FR'],
    time: '00:00',
    anchor: '2018-06-15',
    hasQuestions: false,
  });
});

test('a document in the field of the room is not a room', () => {
  expect(draft('Midnight crew')).toMatchObject({
    join: null,
    notes: 'https://docs.google.com/document/d/midnight-links/edit',
  });
});

test('a title with another time than the fields becomes a question', () => {
  expect(draft('10AM PT Meeting').doubts).toEqual([
    { kind: 'titleTimeDiffers', inTitle: '10AM PT', time: '17:00', zone: 'UTC' },
  ]);
});

test('invisible characters are removed from an address', () => {
  expect(draft('10AM PT Meeting').join).toBe('https://zoom.us/j/22233344455');
});

test('a day that differs from the frequency is taken as the day before, with a question', () => {
  expect(draft('Evening in America')).toMatchObject({
    rrule: 'FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=7,8,9,10,11,12,13,21,22,23,24,25,26,27',
    candidates: ['FREQ=MONTHLY;BYDAY=2MO,4MO', 'FREQ=MONTHLY;BYDAY=2TU,4TU'],
    hasQuestions: true,
  });
});

test('the position in the month may be in the day field, and a calendar in the title', () => {
  expect(draft('Tide tables (Calendar)')).toMatchObject({
    time: '07:00',
    rrule: 'FREQ=MONTHLY;BYDAY=1TH',
    hasQuestions: false,
    calendar: 'https://calendar.google.com/calendar/embed?src=tides%40group.calendar.google.com',
  });
});

test('weekly except one week is the remaining weeks', () => {
  expect(draft('Rope review')).toMatchObject({
    rrule: 'FREQ=MONTHLY;BYDAY=1TU,2TU,3TU,5TU',
    hasQuestions: false,
  });
});

test('an inactive meeting is marked, and an unreadable limit becomes a question', () => {
  expect(draft('Laid up').isInactive).toBe(true);
  expect(draft('Fog watch')).toMatchObject({ isInactive: false, hasQuestions: true });
});

test('twice a month has candidates and no rule', () => {
  expect(draft('Regular WG Meeting')).toMatchObject({
    rrule: null,
    candidates: [
      'FREQ=MONTHLY;BYDAY=1WE,3WE',
      'FREQ=MONTHLY;BYDAY=2WE,4WE',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE',
    ],
    hasQuestions: true,
  });
});

/** A meeting with these fields, on Tuesdays at 9:00 Pacific Time every week where they are silent. */
function meetingWith(fields: Record<string, string>) {
  const plain = {
    description: 'Tides',
    day: 'Tuesday',
    time: '09:00',
    tz: 'PT (Pacific Time)',
    frequency: 'weekly',
  };
  const file = { sigs: [{ dir: 'sig-a', name: 'A', meetings: [{ ...plain, ...fields }] }] };
  const [one] = readSigs(bytes(JSON.stringify(file))).drafts;
  if (one === undefined) throw new Error('There is no meeting.');
  return one;
}

test.each([
  ['time', '17.00', '17:00'],
  ['time', '5pm', '17:00'],
  ['time', '9:30 AM PT', '09:30'],
  ['time', '9:00–10:00', '09:00'],
  ['time', '0900', '09:00'],
])('a %s of “%s” is %s', (name, value, time) => {
  expect(meetingWith({ [name]: value })).toMatchObject({ time, hasQuestions: false });
});

test.each([
  ['UTC/GMT', 'UTC'],
  ['GMT+1', '+01:00'],
  ['+08:00', '+08:00'],
  ['Asia/Shanghai', 'Asia/Shanghai'],
  ['CEST (Central European Summer Time)', 'Europe/Berlin'],
])('a zone of “%s” is %s', (tz, zone) => {
  expect(meetingWith({ tz })).toMatchObject({ zone, hasQuestions: false });
});

test.each([
  ['time', '09:00, 17:00'],
  ['time', '17:00 UTC'],
  ['time', '19:00 (summer 18:00)'],
  ['tz', 'PT (Pacific Time) / UTC'],
  ['tz', 'UTC (16:00 in summer)'],
  ['day', 'Wednesday (US) / Thursday (APAC)'],
  ['day', 'Tuesday, Wednesday in APAC'],
  ['frequency', 'daily'],
  ['frequency', 'weekly in even months'],
  ['frequency', 'weekly during the release'],
  ['frequency', 'biweekly (even)'],
  ['description', 'Monthly tides'],
  ['description', 'Wednesday tides'],
  ['description', 'Tides (odd weeks)'],
])('a %s of “%s” is asked for', (name, value) => {
  expect(meetingWith({ [name]: value }).hasQuestions).toBe(true);
});

test.each(['DEPRECATED: tides', 'Tides (on hiatus)', 'Tides - paused', '[Archived] Tides'])(
  'a meeting called “%s” does not take place',
  (description) => {
    expect(meetingWith({ description }).isInactive).toBe(true);
  },
);

test('24-hour times are accepted; unlikely hours become a question', () => {
  expect(meetingWith({ time: '5:00', tz: 'UTC' })).toMatchObject({ time: '05:00', hasQuestions: false });
  expect(meetingWith({ time: '1:00' })).toMatchObject({ time: '01:00', hasQuestions: true });
});

test('an address may be a link or have words after it; other text is left out', () => {
  expect(meetingWith({ url: '[Zoom](https://zoom.us/j/5)' }).join).toBe('https://zoom.us/j/5');
  expect(meetingWith({ url: 'https://zoom.us/j/7 (passcode 77777)' }).join).toBe('https://zoom.us/j/7');
  expect(meetingWith({ url: 'TBD' }).join).toBeNull();
});

const bomb = [
  'a: &a [x,x,x,x,x,x,x,x,x]',
  ...Array.from(
    'bcdefgh',
    (name, index) =>
      `${name}: &${name} [${Array<string>(9)
        .fill(`*${'abcdefg'[index] ?? 'a'}`)
        .join(',')}]`,
  ),
].join('\n');

test.each([
  ['empty', '', 'It is empty.'],
  ['a web page', '<!DOCTYPE html><html></html>', 'It is a web page. Use the address of the raw file.'],
  ['broken', 'sigs:\n- dir: [sig-a\n  name: x: y: z\n', 'Line'],
  ['nested aliases', bomb, 'It repeats parts of itself too often'],
  ['another file', 'name: value\n', 'Neither a group'],
  ['plain words', 'hello there', 'lists of groups'],
  ['binary', '\u0000\u0001', 'binary'],
])('%s gives one problem and nothing else', (_name, text, words) => {
  const { groups: found, drafts, problems } = readSigs(bytes(text));
  expect([found, drafts]).toEqual([[], []]);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.detail).toContain(words);
});

test('ten megabytes are refused at once', () => {
  expect(readSigs(new Uint8Array(10 * 1024 * 1024).fill(65)).problems[0]?.detail).toContain('four megabytes');
});

test('no bytes make it throw', () => {
  assert(
    property(oneof(uint8Array({ maxLength: 200 }), string().map(bytes)), (input) => {
      expect(readSigs(input).problems.length).toBeGreaterThan(0);
    }),
  );
});

test('no text in the fields makes it throw, and unknown words become a question', () => {
  const field = string({ maxLength: 30 });
  assert(
    property(field, field, field, field, (day, time, tz, frequency) => {
      const file = {
        sigs: [{ dir: 'sig-a', name: 'A', meetings: [{ description: 'M', day, time, tz, frequency }] }],
      };
      const { drafts } = readSigs(bytes(JSON.stringify(file)));
      const [one] = drafts;
      expect(one).toBeDefined();
      expect(one?.hasQuestions === true || one?.isInactive === true || one?.rrule !== null).toBe(true);
    }),
  );
});
