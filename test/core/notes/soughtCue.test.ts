import { expect, test } from 'vitest';
import { soughtCue } from '#core/notes/soughtCue.ts';
import { joinParagraphs } from '#captions';

const cue = (start: number, text: string) => ({ start, end: start + 2_000, speaker: null, text });
const paragraphs = joinParagraphs([
  cue(104_000, 'We talk about'),
  cue(106_000, 'what is fair, and'),
  cue(121_000, 'restorative practices'),
  cue(123_000, 'in our group.'),
]);
const textOf = (words: string): string | null => {
  const found = soughtCue(paragraphs, words);
  return found === null ? null : (paragraphs[found.paragraph]?.text.slice(found.from, found.to) ?? null);
};

test('a search opens at the cue with its words, not at the paragraph around it', () => {
  expect(soughtCue(paragraphs, 'Restorative')?.start).toBe(121_000);
  expect(textOf('restorative')).toBe('restorative practices');
  expect(textOf('practices in our')).toBe('restorative practices');
});

test('without the whole phrase the first word counts that begins like one of them', () => {
  expect(textOf('group restor')).toBe('restorative practices');
  expect(textOf('fai')).toBe('what is fair, and');
});

test('a misspelled search leads to the beginning', () => {
  expect(soughtCue(paragraphs, 'restroative')).toBe(null);
  expect(soughtCue(paragraphs, ' ')).toBe(null);
  expect(soughtCue([], 'fair')).toBe(null);
});
