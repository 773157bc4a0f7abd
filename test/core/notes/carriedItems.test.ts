import { expect, test } from 'vitest';
import { carriedItemsIn, carriedLines } from '#core/notes/carriedItems.ts';

test('a new note says how many items it carries on, from where, in the same words', () => {
  const lines = carriedLines(
    { from: '2026-11-10T16:00:00.000Z', texts: ['Ask SIG Docs', '@lin by Friday'] },
    'Europe/Berlin',
  );
  expect(lines).toBe(
    '2 items carried over from 10 November 2026:\n\n- [ ] Ask SIG Docs\n- [ ] @lin by Friday',
  );
  expect(
    carriedItemsIn(`# T\n\n## Action items\n\n${lines}\n\nMore\n- [ ] new\n`).map(({ text }) => text),
  ).toEqual(['Ask SIG Docs', '@lin by Friday']);
});

test('without a known day, or with nothing to carry on', () => {
  expect(carriedLines({ from: null, texts: ['A'] }, 'UTC')).toBe('1 item carried over:\n\n- [ ] A');
  expect(carriedLines({ from: '2026-11-10', texts: [] }, 'UTC')).toBe('- [ ] ');
  expect(carriedItemsIn('- [ ] A')).toEqual([]);
});
