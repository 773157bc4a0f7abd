/**
 * How long join links take on text that is meant to be slow: one megabyte of each. Best and middle of several runs,
 * ms of CPU time of the thread. Ends with status 1 when a middle one is over the limit.
 * Run: node bench/joinLinks.bench.ts
 */
import { findJoinLinks } from '../packages/meeting-links/index.ts';

const LENGTH = 1_000_000;
const LIMIT_MS = 25;
const RUNS = 9;

const filled = (piece: string): string => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);
const numbered = (piece: (number: number) => string): string => {
  const pieces: string[] = [];
  for (let number = 0, length = 0; length < LENGTH; number++) {
    const next = piece(number);
    pieces.push(next);
    length += next.length;
  }
  return pieces.join('').slice(0, LENGTH);
};

const texts: Readonly<Record<string, string>> = {
  'ordinary prose': filled('Agenda for this week: release notes, open issues, and who takes what. '),
  'one link at the end': `${filled('lorem ipsum ')}https://zoom.us/j/97072789944?pwd=AbC`,
  'many equal links': filled('https://zoom.us/j/97072789944?pwd=AbC '),
  'many different links': numbered((number) => `https://zoom.us/j/${10_000_000_000 + number} `),
  'many links, no blanks': numbered((number) => `https://zoom.us/j/${10_000_000_000 + number}`),
  'many links of no service': numbered((number) => `https://a${number}.example.org/x `),
  'one endless link': `https://zoom.us/j/97072789944?pwd=${filled('a')}`,
  'endless nesting': filled('https://nam02.safelinks.protection.outlook.com/?url='),
  'many wrappers': filled(
    'https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F97072789944 ',
  ),
  'many different wrappers': numbered(
    (number) =>
      `https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F${10_000_000_000 + number} `,
  ),
  'refused ports': filled('https://zoom.us:99/ '),
  slashes: filled('/'),
  dots: filled('.'),
  'hosts and slashes': filled('a.b/'),
  brackets: filled('('),
  'closing brackets after a link': `https://zoom.us/j/97072789944${filled(')')}`,
  'open tags': filled('<'),
  'a tag without end': `https://zoom.us/j/97072789944 <a ${filled('x')}`,
  'zero-width characters': filled('\u200b'),
  'folded lines': filled(`${'x'.repeat(74)}\r\n `),
  'passcode, passcode, …': `https://zoom.us/j/97072789944 ${filled('passcode ')}`,
  'passcode and blanks': `https://zoom.us/j/97072789944 passcode${filled(' ')}`,
  'passcodes before a link': `${filled('Passcode: none ')}https://zoom.us/j/97072789944`,
  'percent signs': `https://www.google.com/url?q=${filled('%E0%A4%A')}`,
  ampersands: `https://zoom.us/j/97072789944?${filled('&amp;')}`,
};

const measure = (text: string): { best: number; middle: number } => {
  const times = Array.from({ length: RUNS }, () => {
    const before = process.threadCpuUsage();
    // The room beside it makes the whole text be searched for its passcode as well.
    findJoinLinks([
      { source: 'location', text: 'https://zoom.us/j/845373595' },
      { source: 'description', text },
    ]);
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1_000;
  }).toSorted((a, b) => a - b);
  return { best: times[0] ?? 0, middle: times[Math.floor(RUNS / 2)] ?? 0 };
};

const rows = Object.entries(texts).map(([name, text]) => {
  const { best, middle } = measure(text);
  return { name, best, middle };
});
const width = Math.max(...rows.map(({ name }) => name.length));
console.log(`${'1 MB of'.padEnd(width)}    best  middle`);
for (const { name, best, middle } of rows) {
  console.log(`${name.padEnd(width)}  ${best.toFixed(1).padStart(6)}  ${middle.toFixed(1).padStart(6)}`);
}
const slow = rows.filter(({ middle }) => middle > LIMIT_MS);
console.log(
  slow.length === 0
    ? `all under ${LIMIT_MS} ms`
    : `over ${LIMIT_MS} ms: ${slow.map(({ name }) => name).join(', ')}`,
);
process.exitCode = slow.length === 0 ? 0 : 1;
