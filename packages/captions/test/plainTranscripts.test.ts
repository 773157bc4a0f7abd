import { expect, test } from 'vitest';
import { readTranscript } from '../readTranscript.ts';

/** Invented transcripts in the forms of programs and pages. */

const said = (text: string): string[] =>
  readTranscript(text).transcript.cues.map(
    ({ start, speaker, text: words }) => `${start / 1000} ${speaker ?? '?'}: ${words}`,
  );
const codes = (text: string): string[] => readTranscript(text).problems.map(({ code }) => code);

const OARS = ['4 ?: Oars up.', '9 ?: And down.'];

test.each([
  ['what Whisper prints', '[00:04.000 --> 00:09.000]  Oars up.\n[00:09.000 --> 00:12.500]  And down.'],
  [
    'what whisper.cpp prints',
    '[00:00:04.000 --> 00:00:09.000]   Oars up.\n[00:00:09.000 --> 00:00:12.000]   And down.',
  ],
  ['times in brackets', '[00:00:04] Oars up.\n[00:00:09] And down.'],
  ['times in round brackets', '(0:04) Oars up.\n(0:09) And down.'],
  ['times before the text', '0:04 Oars up.\n0:09 And down.'],
  ['a transcript copied from a video page', '0:04\nOars up.\n0:09\nAnd down.'],
  ['the same without line breaks', '0:04Oars up.\n0:09And down.'],
  ['the same with times spoken aloud', '0:04\n4 seconds\nOars up.\n0:09\n9 seconds\nAnd down.'],
  ['a table with tabs', 'start\tend\ttext\n4000\t9000\tOars up.\n9000\t12000\tAnd down.\n'],
  ['a table with commas', 'start,end,text\n4000,9000,"Oars up."\n9000,12000,"And down."\n'],
  ['a table in seconds', 'start,end,text\n4.0,9.0,"Oars up."\n9.0,12.5,And down.\n'],
  [
    'TTML with times on spans',
    '<tt xmlns="http://www.w3.org/ns/ttml"><body><div begin="3s"><p><span begin="1s" end="2s">Oars up.</span><span begin="6s" end="7s">And down.</span></p></div></body></tt>',
  ],
  [
    'SubRip with a time without a fraction',
    '1\n00:00:04,000 --> 00:00:09\nOars up.\n\n2\n00:00:09 --> 00:00:12,000\nAnd down.\n',
  ],
  [
    'the JSON of Whisper',
    JSON.stringify({
      text: 'Oars up. And down.',
      segments: [
        { id: 0, start: 4, end: 9, text: ' Oars up.' },
        { id: 1, start: 9, end: 12.5, text: ' And down.' },
      ],
    }),
  ],
  [
    'the JSON of whisper.cpp',
    JSON.stringify({
      transcription: [
        {
          timestamps: { from: '00:00:04,000', to: '00:00:09,000' },
          offsets: { from: 4000, to: 9000 },
          text: ' Oars up.',
        },
        { timestamps: { from: '00:00:09,000', to: '00:00:12,000' }, text: ' And down.' },
      ],
    }),
  ],
  [
    'the JSON of YouTube',
    JSON.stringify({
      events: [
        { tStartMs: 0, dDurationMs: 9000, id: 1 },
        { tStartMs: 4000, dDurationMs: 5000, segs: [{ utf8: 'Oars' }, { utf8: ' up.' }] },
        { tStartMs: 9000, dDurationMs: 3000, segs: [{ utf8: 'And down.' }] },
      ],
    }),
  ],
  [
    'TTML with clock times',
    `<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"><body><div>
      <p begin="00:00:04.000" end="00:00:09.000">Oars<br/>up.</p>
      <p begin="00:00:09.000" dur="3s">And <span>down.</span></p></div></body></tt>`,
  ],
  [
    'DFXP with a prefix, frames and a shifted body',
    `<tt:tt xmlns:tt="http://www.w3.org/2006/10/ttaf1" ttp:frameRate="25"><tt:body begin="3s">
      <tt:p begin="00:00:01:00" end="00:00:06:00">Oars up.</tt:p>
      <tt:p begin="150f" end="9s">And down.</tt:p></tt:body></tt:tt>`,
  ],
  [
    'the XML of YouTube',
    '<?xml version="1.0"?><transcript><text start="4" dur="5">Oars up.</text><text start="9" dur="3">And down.</text></transcript>',
  ],
  [
    'SubRip with an empty line after each number',
    '1\n\n00:00:04,000 --> 00:00:09,000\nOars up.\n\n2\n\n00:00:09,000 --> 00:00:12,000\nAnd down.\n',
  ],
  [
    'WebVTT with an empty line after each time',
    'WEBVTT\n\n00:04.000 --> 00:09.000\n\nOars up.\n\n00:09.000 --> 00:12.000\n\nAnd down.\n',
  ],
  [
    'SubRip with empty lines everywhere',
    '1\n\n00:00:04,000 --> 00:00:09,000\n\nOars up.\n\n2\n\n00:00:09,000 --> 00:00:12,000\n\nAnd down.\n',
  ],
])('%s is read with its times', (_name, text) => {
  expect(said(text)).toEqual(OARS);
  expect(codes(text)).toEqual([]);
});

const CREW = ['3 Ana Example: Hello there everyone', '12 Bo van Dijk: Hi Ana'];

test.each([
  ['Otter', 'Ana Example  0:03\nHello there\neveryone\n\nBo van Dijk  0:12\nHi Ana\n'],
  ['Teams', 'Ana Example   0:03\nHello there everyone\nBo van Dijk   0:12\nHi Ana'],
  ['one space before the time', 'Ana Example 0:03\nHello there everyone\n\nBo van Dijk 0:12\nHi Ana'],
  ['times in brackets', 'Ana Example [00:00:03]\nHello there everyone\n\nBo van Dijk [00:00:12]\nHi Ana'],
  ['Markdown', '**Ana Example** (0:03)\nHello there everyone\n\n**Bo van Dijk** (0:12)\nHi Ana'],
  [
    'Zoom’s chat of a recording',
    '00:00:03\tAna Example:\tHello there everyone\n00:00:12\tBo van Dijk:\tHi Ana',
  ],
  [
    'the document of Teams',
    '0:0:3.0 --> 0:0:9.450\nAna Example\nHello there everyone\n\n0:0:12.100 --> 0:0:14.0\nBo van Dijk\nHi Ana',
  ],
  ['names after the times', '[00:03] Ana Example: Hello there everyone\n[00:12] Bo van Dijk: Hi Ana'],
])('speakers are read from %s', (name, text) => {
  const shift = name === 'the document of Teams' ? ['3 ', '12.1 '] : ['3 ', '12 '];
  expect(said(text)).toEqual(CREW.map((line, index) => `${shift[index]}${line.replace(/^\d+ /, '')}`));
});

test('times of day in Zoom’s captions and chats are counted from the first line, also over midnight, and reported', () => {
  const captions = '[Ana Example] 23:59:50\nHello\n\n[Bo Dijk] 00:00:05\nHi Ana\n';
  expect(said(captions)).toEqual(['0 Ana Example: Hello', '15 Bo Dijk: Hi Ana']);
  const chat =
    '10:02:30 From Ana Example to Everyone:\n\tHello\n10:02:45\t From  Bo Dijk : Hi Ana\n10:03:00 From Ana Example to Bo Dijk (Direct Message): psst';
  expect(said(chat)).toEqual(['0 Ana Example: Hello', '15 Bo Dijk: Hi Ana', '30 Ana Example: psst']);
  expect(codes(chat)).toEqual(['transcript/timesOfDay']);
});

test('the document of Google Meet gives its title, each turn with its time, and the lines left out', () => {
  const text = [
    'Harbour crew (2026-11-24 at 09:00 GMT-8) - Transcript',
    'Attendees',
    'Ana Example, Bo Dijk',
    'Transcript',
    'Ana Example: Hello.',
    'Bo Dijk: Yes.',
    'Bo Dijk: Yes.',
    '00:05:00',
    '',
    'Ana Example: Note: the tide turns.',
    '00:10:00',
    'Bo Dijk: Bye.',
    'Meeting ended after 00:12:10 👋',
    'This editable transcript was computer generated and might contain errors.',
  ].join('\n');
  expect(said(text)).toEqual([
    '0 Ana Example: Hello.',
    '0 Bo Dijk: Yes.',
    '0 Bo Dijk: Yes.',
    '300 Ana Example: Note: the tide turns.',
    '600 Bo Dijk: Bye.',
  ]);
  expect(readTranscript(text).transcript.title).toBe('Harbour crew');
  // The list of participants, and the lines that Google adds below.
  expect(codes(text)).toEqual(['transcript/strayText']);
  expect(readTranscript(text).problems[0]?.detail).toContain('Line 2.');
});

test('times within spoken text are text', () => {
  const text =
    'Ana Example  0:03\nWe start at 10:30\n10:45 is too late\n\nBo Dijk  0:12\nSee you at 10:30\n\nAna Example  0:20\nBye';
  expect(said(text)).toEqual([
    '3 Ana Example: We start at 10:30 10:45 is too late',
    '12 Bo Dijk: See you at 10:30',
    '20 Ana Example: Bye',
  ]);
});

test('a text without times is refused', () => {
  for (const text of [
    'Minutes of the crew\n\nWe met and talked.\n',
    'Lunch is at 12:30.\nDinner is later.\n',
    '{"name": "office-hours"}',
    '[]',
    '<html><p>Hello</p></html>',
    'start\tend\ttext\n',
  ])
    expect(codes(text)[0]).toBe('transcript/noCues');
});

test('unreadable entries of JSON are skipped and counted', () => {
  const json = JSON.stringify({
    segments: [{ start: 4, end: 9, text: 'Oars up.' }, { text: 'lost' }, { start: 9, end: 3, text: 'back' }],
  });
  expect(said(json)).toEqual(['4 ?: Oars up.']);
  expect(readTranscript(json).problems.map(({ title }) => title)).toEqual(['2 cues were skipped']);
});

test('speakers of TTML are the names of its agents', () => {
  const text = `<tt xmlns:ttm="http://www.w3.org/ns/ttml#metadata"><head><metadata><ttm:title>Harbour</ttm:title>
    <ttm:agent xml:id="a1" type="person"><ttm:name type="full">Ana Example</ttm:name></ttm:agent></metadata></head>
    <body><div><p begin="1s" end="2s" ttm:agent="a1">Oars &amp; up</p></div></body></tt>`;
  expect(said(text)).toEqual(['1 Ana Example: Oars & up']);
  expect(readTranscript(text).transcript.title).toBe('Harbour');
});

test.each([
  [
    'a name with its time before the text',
    '**Ana Example** (0:04): Oars up.\n**Bo Muster** (0:09): And down.',
  ],
  [
    'the document of Teams with its remarks',
    'Regatta\n\nAna Example started transcription\n\nAna Example   0:04\nOars up.\n\nBo Muster   0:09\nAnd down.\n\nAna Example stopped transcription\n',
  ],
  [
    'Webex cue labels with the speaker',
    'WEBVTT\n\n1 "Ana Example" (11)\n00:00:04.000 --> 00:00:09.000\nOars up.\n\n2 "Bo Muster" (12)\n00:00:09.000 --> 00:00:12.000\nAnd down.\n',
  ],
])('%s', (_kind, text) => {
  expect(said(text)).toEqual(['4 Ana Example: Oars up.', '9 Bo Muster: And down.']);
});

test('a chat of Zoom with dates is counted from its first line', () => {
  const chat =
    '2026-11-24 10:02:33 From Ana Example to Everyone:\n\tOars up\n2026-11-24 10:03:01 From Bo Muster to Everyone:\n\tAnd down\n';
  expect(said(chat)).toEqual(['0 Ana Example: Oars up', '28 Bo Muster: And down']);
});

test('a document of Google Meet with a single time and a remark above loses no text', () => {
  const document =
    'Regatta (2026-11-24 10:00 GMT+1) - Transcript\nAttendees\nAna Example, Bo Muster\nTranscript\nThis editable transcript was computer generated and might contain errors.\nAna Example: Oars up.\n00:05:00\nBo Muster: And down.\nMeeting ended after 00:12:00\n';
  expect(said(document)).toEqual(['0 Ana Example: Oars up.', '300 Bo Muster: And down.']);
  expect(readTranscript(document).transcript.title).toBe('Regatta');
});

test('fields after the header of WebVTT are not a title', () => {
  const text = 'WEBVTT Kind: captions; Language: en\n\n00:04.000 --> 00:09.000\nOars up.\n';
  expect(readTranscript(text).transcript.title).toBeNull();
});

test('a paragraph of TTML without any time is skipped and counted', () => {
  const text =
    '<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p>lost</p><p begin="4s" end="9s">Oars up.</p></div></body></tt>';
  expect(said(text)).toEqual(['4 ?: Oars up.']);
  expect(readTranscript(text).problems.map(({ title }) => title)).toEqual(['1 cue was skipped']);
});
