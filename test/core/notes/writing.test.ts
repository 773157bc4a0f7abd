import { assert, constantFrom, pre, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { boxIn, toggleBox, withTick } from '#core/notes/checkbox.ts';
import { stampAt } from '#core/notes/meetingClock.ts';
import { changeBetween, changedText } from '#core/notes/textChange.ts';

test('a box is found in every kind of list item, also in a quote', () => {
  expect(boxIn('- [ ] call')).toEqual({ at: 3, isTicked: false, text: 'call' });
  expect(boxIn('  12) [X]   done')).toEqual({ at: 7, isTicked: true, text: 'done' });
  expect(boxIn('> * [x] said')).toEqual({ at: 5, isTicked: true, text: 'said' });
  expect(['[ ] call', '- [y] call', '- []', '-[ ] call', '- [ ]call'].map(boxIn)).toEqual(
    Array.from({ length: 5 }, () => null),
  );
});

test('a box toggles, and a line without one gets one', () => {
  expect(toggleBox('- [ ] call')).toBe('- [x] call');
  expect(toggleBox('- [X] call')).toBe('- [ ] call');
  expect(toggleBox('  - call')).toBe('  - [ ] call');
  expect(toggleBox('  call')).toBe('  - [ ] call');
  expect(toggleBox('')).toBe('- [ ] ');
  expect(withTick('no box', true)).toBe('no box');
});

test('a task of Logseq is ticked in its own words', () => {
  expect(withTick('- TODO mend', true)).toBe('- DONE mend');
  expect(withTick('  - DOING mend', true)).toBe('  - DONE mend');
  expect(withTick('- DONE mend', false)).toBe('- TODO mend');
  expect(withTick('- LATER mend', false)).toBe('- LATER mend');
});

test('a task that Obsidian shows as in progress is open, keeps its mark while it is, and can be ticked', () => {
  expect(boxIn('- [/] call')).toEqual({ at: 3, isTicked: false, text: 'call' });
  expect(withTick('- [/] call', false)).toBe('- [/] call');
  expect(withTick('- [/] call', true)).toBe('- [x] call');
});

test('toggling twice what has a box gives the same box again', () => {
  assert(
    property(string(), (text) => {
      const line = toggleBox(text.replaceAll(/[\r\n\u2028\u2029]/gu, ' '));
      pre(boxIn(line) !== null);
      expect(boxIn(toggleBox(toggleBox(line)))).toEqual(boxIn(line));
    }),
  );
});

test('a stamp counts from the start of the meeting; before it and long after it is the wall time', () => {
  const format = { locale: 'en-GB', zone: 'Europe/Berlin', clock: '24' } as const;
  expect(stampAt('2026-11-20T17:00:00.000Z', Date.parse('2026-11-20T17:12:34Z'), format)).toBe('[[12:34]]');
  expect(stampAt('2026-11-20T17:00:00.000Z', Date.parse('2026-11-20T18:01:01Z'), format)).toBe('[[1:01:01]]');
  // Before the start and a day later, no place in a recording.
  expect(stampAt('2026-11-20T17:00:00.000Z', Date.parse('2026-11-20T16:52:00Z'), format)).toBe('17:52');
  expect(stampAt('2026-11-20T17:00:00.000Z', Date.parse('2026-11-21T17:00:00Z'), format)).toBe('18:00');
  expect(stampAt('2026-11-20', 0, format)).toBe(null);
  expect(stampAt(null, 0, format)).toBe(null);
  expect(stampAt('T', 0, format)).toBe(null);
});

test('the change between two texts makes one of the other, and touches nothing around it', () => {
  assert(
    property(string(), string(), string(), (before, middle, after) => {
      const [old, next] = [`${before}x${after}`, `${before}${middle}${after}`];
      const { from, to, insert } = changeBetween(old, next);
      expect(old.slice(0, from) + insert + old.slice(to)).toBe(next);
      expect(to - from).toBeLessThanOrEqual(1);
    }),
  );
});

test('changes at several places of a long text make the text after them', () => {
  const long = string({ minLength: 2_000, maxLength: 5_000, unit: constantFrom('a', 'b') });
  assert(
    property(long, long, string(), string(), (start, end, one, other) => {
      const [old, next] = [`${start}one${end}`, `${start}${one}${end}`];
      expect(changedText(old, [changeBetween(old, next)])).toBe(next);
      const both = [
        { from: 2, to: 5, insert: one },
        { from: 9, to: 9, insert: other },
      ];
      expect(changedText(old, both)).toBe(old.slice(0, 2) + one + old.slice(5, 9) + other + old.slice(9));
    }),
    { numRuns: 50 },
  );
});
