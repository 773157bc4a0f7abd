import { expect, test } from 'vitest';
import { headingOf, parseNoteFile, withFields } from '#core/notes/noteFile.ts';
import { cpuTimeOf } from '../../cpuTime.ts';
import { hostileNotes, noteReaders } from './hostileNotes.ts';

const MEGABYTE = 1_000_000;
/** A quadratic reader takes 16 times as long for four times the text, a linear one 4 times. */
const MOST_GROWTH = 10;
/** Below this the clock and the collector of garbage decide. */
const LEAST_MS = 15;

const shortest = (work: () => void): number => Math.min(...Array.from({ length: 3 }, () => cpuTimeOf(work)));

test.for(Object.entries(hostileNotes))('reading %s takes time in proportion to its length', ([, make]) => {
  const [quarter, whole] = [make(MEGABYTE / 4), make(MEGABYTE)];
  for (const [name, read] of Object.entries(noteReaders)) {
    const before = shortest(() => void read(quarter));
    expect(before, `${name} of 250 KB, ms`).toBeLessThan(1_000);
    expect(
      shortest(() => void read(whole)),
      `${name} of 1 MB, ms`,
    ).toBeLessThan(MOST_GROWTH * Math.max(before, LEAST_MS));
  }
});

test('a heading keeps a mark that belongs to its last word, and loses the closing ones', () => {
  expect(headingOf('# C#')).toBe('C#');
  expect(headingOf('## Notes ##')).toBe('Notes');
  expect(headingOf('```\n# a comment\n```\n# Title')).toBe('Title');
  expect(headingOf('# \n#tag\n### Third')).toBe('Third');
});

test('front matter that is longer than the parser of YAML may read still has its fields', () => {
  const long = `---\ntitle: "Weekly"\noccurrence: feed|uid|2026-11-20\nnotes:\n${'  - a line of another program\n'.repeat(2_000)}---\n\nBody\n`;
  const file = parseNoteFile(long);
  expect(file.fields).toMatchObject({ title: 'Weekly', occurrence: 'feed|uid|2026-11-20' });
  expect(file.body).toBe('Body\n');
  const changed = withFields(file, { title: 'Monthly' });
  expect(changed.head).toBe(file.head.replace('"Weekly"', 'Monthly'));
});
