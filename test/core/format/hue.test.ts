import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hue, hueOf, hueOfOccurrence } from '#core/format/hue.ts';

const noChoices = { calendars: {}, communityHues: {} };

test('every calendar and community has a hue, and always the same', () => {
  fc.assert(
    fc.property(fc.string(), (id) => {
      expect(hue.options).toContain(hueOf(id));
      expect(hueOf(id)).toBe(hueOf(id));
    }),
  );
});

test('a meeting has the hue of its calendar until the user gives its community one', () => {
  expect(hueOfOccurrence({ community: 'sig-docs', feedId: 'work' }, noChoices)).toBe(hueOf('work'));
  expect(hueOfOccurrence({ community: null, feedId: 'work' }, noChoices)).toBe(hueOf('work'));
});

test('the user’s choice goes before the usual hue', () => {
  const choices = {
    calendars: { work: { hue: 'amber' as const } },
    communityHues: { 'sig-docs': 'slate' as const },
  };
  expect(hueOfOccurrence({ community: null, feedId: 'work' }, choices)).toBe('amber');
  expect(hueOfOccurrence({ community: 'sig-docs', feedId: 'work' }, choices)).toBe('slate');
});
