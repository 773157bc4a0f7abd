import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTranscript } from '../readTranscript.ts';
import { transcript as transcriptSchema, type Cue } from '../transcript.ts';
import { runs } from '#test/effort.ts';

const folder = join(import.meta.dirname, './fixtures');
const readFixture = (name: string) => readTranscript(readFileSync(join(folder, name)));
const textsOf = (name: string) => readFixture(name).transcript.cues.map((cue) => cue.text);
const codesOf = (name: string) => readFixture(name).problems.map((problem) => problem.code);
const said = (cues: readonly Cue[]) => cues.map((cue) => `${cue.speaker ?? '?'}: ${cue.text}`);

test('a dump gives its labelled facts, its speakers with their employer, and its cues', () => {
  const { transcript, format, problems } = readFixture('times-after-a-tab.txt');
  expect(format).toBe('captionDump');
  expect(problems).toEqual([]);
  expect(transcript).toEqual({
    title: 'How We Mend Bicycles Together - Rosa Lind & Otto Park',
    date: '2024-02-29',
    playlist: 'Repair Days 2024',
    description: [
      'Come to our next event! It takes place on June 3-5, 2025: https://repair.example/2025.',
      'How We Mend Bicycles Together - Rosa Lind & Otto Park, Spoke House',
      'Rosa and Otto show a wheel, a wrench and a lot of grease.',
      'https://sched.co/abCD',
    ].join('\n\n'),
    speakers: [
      { name: 'Rosa Lind', affiliation: 'Spoke House' },
      { name: 'Otto Park', affiliation: 'Spoke House' },
    ],
    scheduleUrl: 'https://sched.co/abCD',
    videoUrl: 'https://www.youtube.com/watch?v=AbCdEfGhI_1',
    cues: [
      { start: 1_000, end: 3_500, speaker: null, text: 'good morning and welcome' },
      { start: 2_500, end: 5_000, speaker: null, text: 'to the repair cafe' },
    ],
  });
});

test('the first times of a dump may be on the line of the label, and a short address gives the same video', () => {
  const { cues, videoUrl } = readFixture('times-on-the-label.txt').transcript;
  expect(cues.map((cue) => [cue.start, cue.text])).toEqual([
    [1_000, 'good morning'],
    [2_500, 'and welcome'],
  ]);
  expect(videoUrl).toBe('https://www.youtube.com/watch?v=AbCdEfGhI_1');
});

test('the captions of a dump begin at the label before the times', () => {
  const { title, description, cues } = readFixture('description-mentions-captions.txt').transcript;
  expect(title).toBe('Two Labels');
  expect(description).toBe('What you get:\n\nCaptions: in English and Dutch.\nTitle: not this one.');
  expect(cues).toHaveLength(1);
});

test('an empty last cue is left out and reported', () => {
  expect(textsOf('last-range-is-empty.txt')).toEqual(['one', 'two']);
  expect(readFixture('last-range-is-empty.txt').problems).toEqual([
    {
      code: 'transcript/emptyCue',
      title: '1 empty cue was left out',
      detail: 'Line 8. They have a time but no text.',
    },
  ]);
});

test('text of digits is text if cues have no numbers', () => {
  expect(textsOf('text-of-digits.txt')).toEqual(['the winter of', '2019', '2020. was colder']);
});

test('a dump may end without a video address, and its captions may mention one', () => {
  expect(textsOf('no-video-address.txt')).toEqual(['the last words']);
  expect(textsOf('mentions-the-label.txt')).toEqual(['put it behind', 'YouTube URL: like this', 'and save']);
});

test('an invalid date and an unsafe address are left out and reported', () => {
  const { transcript } = readFixture('bad-date-and-address.txt');
  expect([transcript.date, transcript.videoUrl]).toEqual([null, null]);
  expect(codesOf('bad-date-and-address.txt')).toEqual(['transcript/unknownVideo', 'transcript/unknownDate']);
});

test('WebVTT is read by its standard: notes, styles, identifiers, settings, voices, tags, entities, short times', () => {
  const { transcript, problems } = readFixture('standard.vtt');
  expect(problems).toEqual([]);
  expect(transcript.title).toBe('Garden talk & tea');
  expect(transcript.cues).toEqual([
    { start: 1_000, end: 3_500, speaker: 'Ada Fern', text: 'good morning all' },
    { start: 3_000, end: 6_000, speaker: 'Ada Fern', text: 'it\u0027s fish & chips day' },
    { start: 3_605_000, end: 3_607_250, speaker: 'Bo O\u0027Dell', text: 'dank je' },
    { start: 3_606_000, end: 3_608_000, speaker: null, text: 'if 1 < 2 then yes' },
  ]);
});

test('speakers are read from Zoom’s colons and from Teams’ voice tags, also several in one cue', () => {
  expect(said(readFixture('zoom.vtt').transcript.cues)).toEqual([
    'Ada Fern: shall we start',
    'Bo (he/him): the plan is: we wait',
    'Ada Fern: fine',
  ]);
  expect(said(readFixture('teams.vtt').transcript.cues)).toEqual([
    'Fern, Ada: shall we start',
    'Bo O\u0027Dell: yes',
    'Fern, Ada: good',
  ]);
});

test('a colon in a file without speakers stays in the text', () => {
  expect(said(readFixture('colons-are-not-names.vtt').transcript.cues)[1]).toBe(
    '?: Remember: one step after the other',
  );
});

test('a file without header is read as timed captions, damaged arrows are repaired, and both are reported', () => {
  expect(textsOf('no-header.vtt')).toEqual(['one', 'two', 'three', 'four']);
  expect(readFixture('no-header.vtt').problems.map(({ title, detail }) => `${title}. ${detail}`)).toEqual([
    'The file has no WEBVTT header and no cue numbers. It was read as plain timed captions.',
    '3 damaged time lines were repaired. Lines 4, 7, 10. The arrow between the two times was not “ --> ”; the times themselves could be read.',
  ]);
});

test('SubRip numbers never become text, even missing, repeated or without their blank line', () => {
  expect(textsOf('numbers-and-blank-lines.srt')).toEqual(['one', 'two', 'three', '1984']);
  expect(codesOf('numbers-and-blank-lines.srt')).toEqual([
    'transcript/numbering',
    'transcript/missingBlankLine',
  ]);
});

test('cues are sorted, duplicates left out and swapped times corrected', () => {
  const { transcript } = readFixture('order-and-repeats.srt');
  expect(transcript.cues.map(({ start, end, text }) => [start, end, text])).toEqual([
    [1_000, 3_000, 'one'],
    [2_000, 4_000, 'two'],
    [4_000, 5_000, 'three'],
    [540_000, 540_000, 'far apart'],
  ]);
  expect(codesOf('order-and-repeats.srt')).toEqual([
    'transcript/endBeforeStart',
    'transcript/numbering',
    'transcript/outOfOrder',
    'transcript/duplicateCue',
  ]);
});

test('the remains at the end of a truncated file are not text', () => {
  expect(textsOf('cut-off.srt')).toEqual(['one', 'two']);
  expect(codesOf('cut-off.srt')).toEqual(['transcript/cutOff']);
  const half = readTranscript('1\n00:00:01,000 --> 00:00:02,000\none\n\n2\n00:00:03,000 --> 00:00');
  expect(half.transcript.cues).toHaveLength(1);
  const number = readTranscript('1\n00:00:01,000 --> 00:00:02,000\none\n\n2');
  expect([number.transcript.cues, number.problems[0]?.title]).toEqual([
    [{ start: 1_000, end: 2_000, speaker: null, text: 'one' }],
    'The file is cut off',
  ]);
});

test('a cue with unreadable times is skipped with its text, and counted', () => {
  expect(textsOf('unreadable-times.srt')).toEqual(['one', 'the arrow --> is only text here']);
  expect(readFixture('unreadable-times.srt').problems[0]?.title).toBe('1 cue was skipped');
});

test.for([
  ['00:00:02,000 -- 00:00:04,000', 'damagedTimeLine'],
  ['00:00:02,000 --< 00:00:04,000', 'damagedTimeLine'],
  ['00:00:02,000 → 00:00:04,000', 'damagedTimeLine'],
  ['00:00:02,000', 'unreadableCue'],
  ['00:00:02,00O --> 00:00:04,000', 'unreadableCue'],
  ['00:99:02,000 --> 00:99:04,000', 'unreadableCue'],
  ['00:00:02,000 – 00:0x:04,000', 'unreadableCue'],
] as const)('a spoilt time line never becomes text: %s', ([line, fault]) => {
  const { transcript, problems } = readTranscript(`00:00:01,000 --> 00:00:03,000\none\n\n${line}\ntwo\n`);
  expect(transcript.cues.map(({ text }) => text)).toEqual(
    fault === 'damagedTimeLine' ? ['one', 'two'] : ['one'],
  );
  expect(problems.map(({ code }) => code)).toContain(`transcript/${fault}`);
});

test('a time within text is text, and text after the times is kept', () => {
  const { transcript } = readTranscript(
    '00:01 --> 00:03 align:start\n12:30 - 13:45 is lunch\n\n00:04 --> 00:05 then we go on\n',
  );
  expect(transcript.cues.map(({ text }) => text)).toEqual(['12:30 - 13:45 is lunch', 'then we go on']);
});

test('Windows-1252 bytes, NULs and impossible minutes of an SBV file are read as intended', () => {
  const { transcript, problems } = readFixture('windows-1252.sbv');
  expect(transcript.cues.map(({ start, text }) => [start, text])).toEqual([
    [1_000, 'it\u2019s café time'],
    [2_000, 'and tea'],
    [3_000, 'for all'],
  ]);
  expect(problems.map((problem) => problem.title)).toEqual([
    'The file is not UTF-8',
    '1 impossible time',
    '1 cue was skipped',
  ]);
});

test('a voice may interrupt another, classes and unknown tags are not text, and hours have any number of digits', () => {
  const { transcript, problems } = readTranscript(
    [
      'WEBVTT',
      '',
      'STYLE',
      '::cue(v[voice="Ada"]) { color: red }',
      '',
      'REGION',
      'id:low',
      'lines:3',
      '',
      '00:01.000 --> 00:02.000 region:low line:0 nonsense',
      '<v.loud Ada>shall <mine.a>we</mine> <v Bo>wait</v> start</v> maybe',
      '',
      '1234:00:00.000 --> 1234:00:01.000',
      'caf&eacute; &mdash; 1 < 2 and 3 > 2',
    ].join('\n'),
  );
  expect(problems).toEqual([]);
  expect(said(transcript.cues)).toEqual([
    'Ada: shall we',
    'Bo: wait',
    'Ada: start',
    '?: maybe',
    '?: café — 1 < 2 and 3 > 2',
  ]);
  expect(transcript.cues.at(-1)?.start).toBe(1234 * 3_600_000);
});

test('angle brackets that no converter writes are text in SubRip, and a label in SubRip does not make it a dump', () => {
  const { transcript, format } = readTranscript(
    '1\n00:00:01:000 --> 00:00:02:500\nVec<u8>, by <i>Bo</i> <bo@x.example>\n\n2\n00:00:03,000 --> 00:00:04,000\nCaptions: by Ada\n\n3\n00:00:05,000 --> 00:00:06,000\nend\n',
  );
  expect(format).toBe('subrip');
  expect(transcript.cues.map(({ start, end, text }) => [start, end, text])).toEqual([
    [1_000, 2_500, 'Vec<u8>, by Bo <bo@x.example>'],
    [3_000, 4_000, 'Captions: by Ada'],
    [5_000, 6_000, 'end'],
  ]);
});

test('speakers after the marks of captions for the deaf are named', () => {
  const { transcript } = readTranscript(
    '0:00:00.599,0:00:04.160\n>> ADA: hi[br]all\n\n123:00:04.160,123:00:06.770\n>> BO: hello\n',
  );
  expect(said(transcript.cues)).toEqual(['ADA: hi all', 'BO: hello']);
});

test('UTF-16 is read, and UTF-8 with a few damaged bytes stays UTF-8', () => {
  expect(textsOf('utf-16.srt')).toEqual(['čau světe']);
  expect(codesOf('utf-16.srt')).toEqual([]);
  const unmarked = Buffer.from('1\n00:00:01,000 --> 00:00:02,000\n日本語　テスト　字幕\n', 'utf16le');
  expect(readTranscript(unmarked).transcript.cues[0]?.text).toBe('日本語 テスト 字幕');
  expect(textsOf('damaged-utf-8.srt')).toEqual(['čau světe, žluťoučký k\uFFFD']);
  expect(codesOf('damaged-utf-8.srt')).toEqual(['transcript/damagedBytes']);
});

test.for(['', 'WEBVTT', 'a shopping list\nmilk\nbread', 'Captions:\n\nnothing', '{"cues": []}'])(
  'a file without captions is always reported: %j',
  (text) => {
    const { transcript, problems } = readTranscript(text);
    expect(transcript.cues).toEqual([]);
    expect(problems[0]?.title).toBe('No captions were found');
  },
);

/** Fragments of caption files, so that random texts reach the reader's branches. */
const piece = fc.oneof(
  fc.constantFrom('WEBVTT', 'NOTE', 'Captions:', 'Title: x - Ann One', 'YouTube URL: x', '-->', '7', '', ' '),
  fc.constantFrom('00:00:01,000 --> 00:00:02,000', '0:01.5 -> 0:02.5', '0:61:00.000,0:00:01.000', '99:99:99'),
  fc.constantFrom('<v Ann>', '</v>', '<', '&#0;', '&#xD800;', '&nbsp;', '{\\an8}', 'Ann: hi', '\0', '\uFEFF'),
  fc.string(),
);
const anyText = fc
  .array(fc.tuple(piece, fc.constantFrom('\n', '\n\n', '\r\n', ' ', '')))
  .map((parts) => parts.flat().join(''));

function expectValid(file: Uint8Array | string): void {
  const { transcript, problems } = readTranscript(file);
  expect(transcriptSchema.safeParse(transcript).error).toBeUndefined();
  const { cues } = transcript;
  expect(cues.every((cue) => cue.end >= cue.start)).toBe(true);
  expect(cues.every((cue, index) => index === 0 || cue.start >= (cues[index - 1]?.start ?? 0))).toBe(true);
  expect(cues.length > 0 || problems.length > 0).toBe(true);
}

test(
  'any text and any bytes give a valid transcript: sorted, nothing negative or empty, always with cues or problems',
  { tags: ['deep'] },
  () => {
    fc.assert(fc.property(anyText, expectValid), { numRuns: runs(1_000) });
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), expectValid));
  },
);

const word = fc.stringMatching(/^[a-z\u00e9&<>']{1,8}$/).filter((text) => !text.includes('-->'));
const phrase = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const someCues = fc
  .array(
    fc.record({
      start: fc.nat(400_000_000),
      length: fc.nat(20_000),
      speaker: fc.option(fc.stringMatching(/^[A-Z][a-z]{1,9}( [A-Z][a-z]{1,9})?$/)),
      text: phrase,
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((cues) =>
    Map.groupBy(cues, (cue) => cue.start)
      .values()
      .map(([cue]) => cue)
      .filter((cue) => cue !== undefined)
      .map(({ start, length, speaker, text }): Cue => ({ start, end: start + length, speaker, text }))
      .toArray()
      .toSorted((a, b) => a.start - b.start),
  );

test('a generated WebVTT file is read back unchanged', () => {
  fc.assert(
    fc.property(someCues, (cues) => {
      const { transcript, problems } = readTranscript(writeWebVtt(cues));
      expect(transcript.cues).toEqual(cues);
      expect(problems).toEqual([]);
    }),
  );
});

function writeWebVtt(cues: readonly Cue[]): string {
  const escape = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.codePointAt(0)};`);
  const blocks = cues.map(({ start, end, speaker, text }) => {
    const voice = speaker === null ? '' : `<v ${escape(speaker)}>`;
    return `${writeTime(start)} --> ${writeTime(end)}\n${voice}${escape(text)}`;
  });
  return ['WEBVTT', ...blocks].join('\n\n');
}

function writeTime(ms: number): string {
  const part = (value: number, length: number) => `${Math.floor(value)}`.padStart(length, '0');
  const clock = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1_000) % 60].map((value) => part(value, 2));
  return `${clock.join(':')}.${part(ms % 1_000, 3)}`;
}
