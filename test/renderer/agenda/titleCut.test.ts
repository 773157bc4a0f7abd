import { expect, test } from 'vitest';
import { cutOf } from '#renderer/agenda/titleCut.ts';

test('only a title that may be too long for its row is clipped, the wider its letters the sooner', () => {
  expect(cutOf('Release review', false)).toBe('narrow');
  expect(cutOf('Contributor office hours', false)).toBe('medium');
  expect(cutOf('Documentation triage with everybody who wrote something', false)).toBe('always');
  expect(cutOf('會議會議會議會議', false)).toBe('narrow');
  expect(cutOf('會議會議會議會議會議會議', false)).toBe('medium');
  expect(cutOf('會議'.repeat(11), false)).toBe('always');
});

test('a title beside a badge, answers or words about its state is always clipped', () => {
  expect(cutOf('Sync', true)).toBe('always');
});
