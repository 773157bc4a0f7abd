import { expect, test } from 'vitest';
import { briefText } from '#core/brief/briefText.ts';
import { anOccurrence } from '#test/builders/anOccurrence.ts';

test('a brief as text has its parts, and leaves out the empty ones', () => {
  const item = {
    line: 1,
    text: '',
    due: null,
    isDone: false,
    path: 'a.md',
    title: 'A',
    start: null,
    series: null,
  };
  const brief = {
    occurrence: anOccurrence({ title: 'PM Group', start: '2026-11-24T16:00:00Z' }),
    yours: [{ ...item, words: 'Ask', owner: 'me' }],
    waiting: [{ ...item, words: 'numbers', owner: 'Lin', due: '2026-11-27' }],
    decided: [],
    agenda: { path: 'a.md', items: [{ line: 5, text: 'Survey', holder: null, minutes: 10 }] },
    lastTime: null,
    lastNote: null,
    changes: [],
  };
  expect(briefText(brief, { locale: 'en-GB', zone: 'UTC', clock: '24' })).toBe(
    'PM Group, Tue 24 Nov, 16:00–17:00\n\nYours to bring\n- Ask\n\nWaiting for others\n- Lin: numbers (by Fri 27 Nov)\n\nAgenda\n- Survey (10 min)\n',
  );
});
