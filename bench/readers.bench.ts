/**
 * How long readers of files take on text that is meant to be slow: one megabyte of each, and a quarter of it. Reading is
 * linear: four times the text may take about four times as long. What reads a whole note may take 50 ms for one megabyte.
 * Ends with status 1 where one takes too long, or grows faster than that.
 * Run: node bench/readers.bench.ts
 */
import { findDocumentLinks } from '../src/core/agenda/findDocumentLinks.ts';
import { parseIcs, plainDetails } from '../packages/calendar/index.ts';
import { findJoinLinks } from '../packages/meeting-links/index.ts';
import { joinParagraphs, readTranscript } from '../packages/captions/index.ts';
import { hostileNotes, noteReaders } from '../test/core/notes/hostileNotes.ts';

const LENGTH = 1_000_000;
const LIMIT_MS = 2_000;
const NOTE_LIMIT_MS = 50;
/** Fixed costs and garbage collection distort small times; above this, the ratio shows the growth. */
const LEAST_MS = 100;
const GROWTH = 10;
const RUNS = 3;

type Make = (length: number) => string;
const filled =
  (piece: string, before = '', after = ''): Make =>
  (length) =>
    before + piece.repeat(Math.ceil(length / piece.length)).slice(0, length) + after;
const numbered =
  (piece: (number: number) => string, before = '', after = ''): Make =>
  (length) => {
    const pieces: string[] = [before];
    for (let number = 0, size = 0; size < length; number++) {
      const next = piece(number);
      pieces.push(next);
      size += next.length;
    }
    return pieces.join('') + after;
  };

const clock = (seconds: number): string =>
  [Math.floor(seconds / 3600) % 100, Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');

const transcript = (text: string): unknown => joinParagraphs(readTranscript(text).transcript.cues);
const room = (text: string): unknown => findJoinLinks([{ source: 'description', text }]);
const place = (text: string): unknown => findJoinLinks([{ source: 'location', text }]);
const links = (text: string): unknown => findDocumentLinks({ ...plainDetails('Crew'), location: text });
const feed = (text: string): unknown =>
  parseIcs(new TextEncoder().encode(`BEGIN:VCALENDAR\r\n${text}END:VCALENDAR\r\n`)).series.map(
    ({ status, details }) => [status, details.doubts],
  );

const cases: readonly (readonly [name: string, read: (text: string) => unknown, text: Make])[] = [
  ['rooms: Jitsi, Jitsi, …', room, filled('Jitsi ')],
  ['rooms: Jitsi before every address', room, numbered((n) => `Jitsi: https://a${n}.example.org/x `)],
  ['rooms: Jitsi behind every address', room, numbered((n) => `https://a${n}.example.org/x (Jitsi) `)],
  ['rooms: addresses without a path', room, numbered((n) => `https://a${n}.example.org `)],
  ['rooms: meeting hosts as place', place, numbered((n) => `https://meet.a${n}.example.org/x `)],
  ['rooms: blanks behind BBB', room, filled(' ', 'BBB', 'https://a.example.org/x')],
  ['chats: many', links, numbered((n) => `https://zulip.a${n}.example.org/#narrow/x `)],
  ['chats: irc, irc, …', links, filled('irc://irc.')],
  ['transcript: bare times', transcript, numbered((n) => `${clock(n)}\n`)],
  [
    'transcript: one time, many turns',
    transcript,
    numbered((n) => `Ana: ${n}\n`, 'Transcript\n0:00\n0:01\n'),
  ],
  ['transcript: speaker lines', transcript, numbered((n) => `Ana Example  ${clock(n)}\nhello\n`)],
  ['transcript: names without a time', transcript, filled('Ana Example '.repeat(9) + '1\n')],
  ['transcript: brackets', transcript, filled('[')],
  ['transcript: an endless time', transcript, filled('1:', '[0:01] x\n[0:02] ')],
  ['transcript: a chat without end', transcript, filled('10:02:33 From a to b to c to ')],
  ['transcript: numbers and blank lines', transcript, filled('1\n\n00:00:01,000 --> 00:00:02,000\n\n')],
  [
    'transcript: rolling words',
    transcript,
    numbered(
      (n) => `00:${clock(n).slice(3)}.000 --> 00:${clock(n + 1).slice(3)}.000\n${'yeah '.repeat(9)}\n\n`,
      'WEBVTT\n\n',
    ),
  ],
  ['transcript: nested markup', transcript, filled('<div>', '<tt><body>')],
  ['transcript: markup without end', transcript, filled('<p begin="1s" end="2s">', '<tt>')],
  ['transcript: JSON of braces', transcript, filled('{"a":', '[')],
  ['transcript: JSON of lists', transcript, numbered(() => '{"start":1,"end":2},', '{"segments":[', '0]}')],
  [
    'transcript: words of a service',
    transcript,
    numbered(
      (n) => `{"word":"a","start":${n},"end":${n}},`,
      '{"results":{"channels":[{"alternatives":[{"words":[',
      '{"word":"b","start":1,"end":2}]}]}]}}',
    ),
  ],
  ['transcript: fields of ASS', transcript, filled(',', '[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,')],
  [
    'transcript: marks of ASS',
    transcript,
    filled('{\\p{', '[Script Info]\n[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,a,b,0,0,0,,'),
  ],
  [
    'transcript: lines of ASS',
    transcript,
    filled('Dialogue: 0,0:00:01.00,0:00:02.00,a,b,0,0,0,,x\n', '[Events]\n'),
  ],
  ['transcript: pictures', transcript, filled('{1}{2}{', '{1}{1}25.000\n')],
  [
    'transcript: Jitsi',
    transcript,
    filled(
      '<10:00:00> a b joined the ',
      'Transcript of conference held at x\nTranscript, started at 10:00:00:\n',
    ),
  ],
  ['transcript: a table of quotes', transcript, filled('1\t2\t"""\n', 'start\tend\ttext\n')],
  [
    'calendar: cancelled titles',
    feed,
    numbered(
      (n) =>
        `BEGIN:VEVENT\r\nUID:${n}\r\nDTSTART:20261201T100000Z\r\nSUMMARY:Canceled: x\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE\r\nEND:VEVENT\r\n`,
    ),
  ],
  [
    'calendar: changes that miss their date',
    feed,
    numbered(
      (n) =>
        `BEGIN:VEVENT\r\nUID:s\r\nRECURRENCE-ID:2026${String((n % 12) + 1).padStart(2, '0')}${String((n % 28) + 1).padStart(2, '0')}T${String(n % 24).padStart(2, '0')}${String(n % 60).padStart(2, '0')}00Z\r\nDTSTART:20261201T100000Z\r\nEND:VEVENT\r\n`,
      'BEGIN:VEVENT\r\nUID:s\r\nDTSTART;TZID=America/Edmonton:20200101T083000\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n',
    ),
  ],
];

function best(read: (text: string) => unknown, text: string): number {
  let least = Infinity;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    read(text);
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

const width = Math.max(...cases.map(([name]) => name.length));
console.log(`${'best of three, ms'.padEnd(width)}  250 kB    1 MB`);
const bad: string[] = [];
for (const [name, read, make] of cases) {
  const [quarter, whole] = [best(read, make(LENGTH / 4)), best(read, make(LENGTH))];
  if (whole > LIMIT_MS || (whole > LEAST_MS && whole > quarter * GROWTH)) bad.push(name);
  console.log(`${name.padEnd(width)}  ${quarter.toFixed(1).padStart(6)}  ${whole.toFixed(1).padStart(6)}`);
}

console.log('\nthe slowest reader of a note of 1 MB, ms');
for (const [name, make] of Object.entries(hostileNotes)) {
  const text = make(LENGTH);
  const times = Object.entries(noteReaders).map(([reader, read]) => ({ reader, ms: best(read, text) }));
  const { reader, ms } = times.toSorted((a, b) => b.ms - a.ms)[0] ?? { reader: '', ms: 0 };
  if (ms > NOTE_LIMIT_MS) bad.push(`${reader} of ${name}`);
  console.log(`${name.padEnd(width)}  ${ms.toFixed(1).padStart(6)}  ${reader}`);
}
console.log(bad.length === 0 ? 'all linear' : `too slow: ${bad.join(', ')}`);
process.exitCode = bad.length === 0 ? 0 : 1;
