import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinParagraphs, momentOf, withoutOverlaps } from '../paragraphs.ts';
import { readTranscript } from '../readTranscript.ts';
import { searchTranscript } from '../searchTranscript.ts';
import type { Cue } from '../transcript.ts';

const cue = (start: number, end: number, text: string, speaker: string | null = null): Cue => ({
  start,
  end,
  speaker,
  text,
});
const textsOf = (cues: readonly Cue[]) => joinParagraphs(cues).map((paragraph) => paragraph.text);

test('overlapping captions join into one paragraph with the time of each word', () => {
  const [paragraph, ...others] = joinParagraphs([
    cue(1_000, 4_000, 'welcome to the'),
    cue(2_000, 6_000, 'garden'),
    cue(4_500, 8_000, 'club'),
  ]);
  expect(others).toEqual([]);
  expect(paragraph).toEqual({
    start: 1_000,
    end: 8_000,
    speaker: null,
    text: 'welcome to the garden club',
    parts: [
      { at: 0, start: 1_000 },
      { at: 15, start: 2_000 },
      { at: 22, start: 4_500 },
    ],
  });
  expect(paragraph && [14, 15, 23].map((index) => momentOf(paragraph, index))).toEqual([1_000, 2_000, 4_500]);
});

test('a cue ends at the start of the next; starts are unchanged', () => {
  const cues = [cue(0, 3_000, 'a'), cue(1_000, 1_500, 'b'), cue(4_000, 5_000, 'c')];
  expect(withoutOverlaps(cues).map(({ start, end }) => [start, end])).toEqual([
    [0, 1_000],
    [1_000, 1_500],
    [4_000, 5_000],
  ]);
});

test('another speaker and a long silence begin a new paragraph', () => {
  const cues = [
    cue(0, 1_000, 'hello', 'Ada'),
    cue(1_000, 2_000, 'there', 'Ada'),
    cue(2_000, 3_000, 'hi', 'Bo'),
    cue(5_500, 6_000, 'still me', 'Bo'),
  ];
  expect(joinParagraphs(cues).map(({ speaker, text }) => `${speaker}: ${text}`)).toEqual([
    'Ada: hello there',
    'Bo: hi',
    'Bo: still me',
  ]);
});

test('a long monologue is split after a sentence, or at any cue without sentences', () => {
  const sentences = Array.from({ length: 40 }, (_, n) =>
    cue(
      n * 1_000,
      (n + 1) * 1_000,
      n % 4 === 3 ? 'and that was this thought.' : `${n} more words that go on and`,
    ),
  );
  const parted = textsOf(sentences);
  expect(parted.length).toBeGreaterThan(1);
  expect(parted.every((text) => text.endsWith('thought.'))).toBe(true);
  const endless = Array.from({ length: 100 }, (_, n) =>
    cue(n * 3_000, n * 3_000 + 3_000, `word ${n} after word`),
  );
  expect(joinParagraphs(endless).every(({ start, end }) => end - start <= 63_000)).toBe(true);
});

test('rolling captions that repeat their lines give each word once', () => {
  const file = join(import.meta.dirname, './fixtures/youtube-rolling.vtt');
  const { cues } = readTranscript(readFileSync(file)).transcript;
  expect(cues).toHaveLength(5);
  const paragraphs = joinParagraphs(cues);
  expect(paragraphs.map(({ text }) => text)).toEqual(['good morning everybody today is the the big day']);
  expect(paragraphs[0]?.parts.map(({ start }) => start)).toEqual([160, 2_560, 4_560]);
});

test('a word repeated in ordinary captions is kept', () => {
  expect(
    textsOf([
      cue(0, 2_000, 'and then we said no'),
      cue(1_000, 3_000, 'no never'),
      cue(2_000, 4_000, 'never again'),
      cue(3_000, 5_000, 'will we plant mint'),
    ]),
  ).toEqual(['and then we said no no never never again will we plant mint']);
});

test('words are found across cues and paragraphs, ignoring case and accents', () => {
  const paragraphs = joinParagraphs([
    cue(1_000, 2_000, 'our yearly Café'),
    cue(2_000, 3_000, 'report 2020. we begin'),
    cue(9_000, 10_000, 'with the cafe itself'),
  ]);
  expect(searchTranscript(paragraphs, ' CAFE  Report 2020')).toEqual([
    { paragraph: 0, at: 11, start: 1_000 },
  ]);
  expect(searchTranscript(paragraphs, 'café').map(({ start }) => start)).toEqual([1_000, 9_000]);
  expect(searchTranscript(paragraphs, 'begin with')).toEqual([{ paragraph: 0, at: 32, start: 2_000 }]);
  expect(searchTranscript(paragraphs, '  ')).toEqual([]);
  expect(searchTranscript([], 'a')).toEqual([]);
});

const anyCues = fc
  .array(
    fc.record({
      start: fc.nat(100_000),
      length: fc.nat(9_000),
      speaker: fc.constantFrom('Ada', 'Bo', null),
      text: fc.array(fc.constantFrom('a', 'b', 'end.'), { minLength: 1, maxLength: 5 }),
    }),
  )
  .map((cues) =>
    cues
      .map(({ start, length, speaker, text }) => cue(start, start + length, text.join(' '), speaker))
      .toSorted((a, b) => a.start - b.start),
  );

test('paragraphs do not overlap in time and contain exactly the words of the cues', () => {
  fc.assert(
    fc.property(anyCues, (cues) => {
      const paragraphs = joinParagraphs(cues);
      const words = paragraphs.flatMap(({ text }) => text.split(' '));
      expect(words.length).toBeLessThanOrEqual(cues.flatMap(({ text }) => text.split(' ')).length);
      for (const [index, { start, end, parts }] of paragraphs.entries()) {
        expect(start).toBeGreaterThanOrEqual(paragraphs[index - 1]?.end ?? 0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(parts[0]).toEqual({ at: 0, start });
      }
    }),
  );
});

test('in rolling captions a line is kept once, and a word said twice is kept', () => {
  const rolling = [
    cue(0, 2_000, 'the tide will turn before the boats'),
    cue(2_000, 4_000, 'turn before the boats are back in the harbour'),
    cue(4_000, 6_000, 'back in the harbour tonight'),
    cue(6_000, 8_000, 'aye aye aye'),
    cue(8_000, 9_000, 'aye I think so'),
  ];
  expect(textsOf(rolling)).toEqual([
    'the tide will turn before the boats are back in the harbour tonight aye aye aye aye I think so',
  ]);
});
