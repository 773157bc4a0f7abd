import { expect, test } from 'vitest';
import { actionItemsIn } from '#core/notes/actionItems.ts';
import { personMarks } from '#core/notes/personMarks.ts';

const marksOf = (...names: string[]): string[] => personMarks(names).map(({ mark }) => mark);

test('people are named by their first names, and by their whole names if they share one', () => {
  expect(marksOf('Ada Lovelace', 'Bo Ek', 'Ada Byron')).toEqual(['@Ada.Lovelace', '@Bo', '@Ada.Byron']);
  expect(marksOf('Ada Lovelace', 'Ada Lovelace')).toEqual(['@Ada']);
  expect(marksOf('ada@example.org', 'Jörg (he/him)', '“Bo”', '!')).toEqual(['@ada', '@Jörg', '@Bo']);
});

test('an action item reads the mark as its owner', () => {
  for (const mark of marksOf('Ada Lovelace', 'Ada Byron', 'Jörg O’Neil-Åström'))
    expect(actionItemsIn(`- [ ] ${mark} call`, null)[0]?.owner).toBe(mark.slice(1));
});
