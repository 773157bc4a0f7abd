import { expect, test } from 'vitest';
import { parseConfig, refusalsOf, refusalsOfEdit, refusalWords } from '#core/settings/configFile.ts';

const paths = (settings: unknown): string[] => refusalsOf({ settings }).map(({ path }) => path);

test('a bad value is named by its place', () => {
  expect(paths({ clock: '13', theme: 'dark' })).toEqual(['settings.clock']);
  expect(
    paths({
      reminders: {
        leads: [
          { minutes: 5, kind: 'notice' },
          { minutes: -1, kind: 'notice' },
        ],
      },
    }),
  ).toEqual(['settings.reminders.leads[1].minutes']);
  expect(paths({ reminders: 7 })).toEqual(['settings.reminders']);
  expect(paths('nothing')).toEqual(['settings']);
});

test('settings of earlier versions are as good as those of today', () => {
  expect(paths({ joinWith: 'app', leadMinutes: 5 })).toEqual([]);
});

test('a feed without its address is named', () => {
  const feed = { id: 'a', name: 'A', format: 'ics', followed: 'all', color: 0 };
  expect(refusalsOf({ feeds: { version: 2, feeds: [feed] } }).map(({ path }) => path)).toEqual([
    'feeds.feeds[0].source',
  ]);
  expect(refusalsOf({ feeds: [] }).map(({ path }) => path)).toEqual(['feeds']);
});

test('a name that is new and unknown is a mistyped one; one that was there before is of another version', () => {
  const before = { settings: { fromTomorrow: 1 } };
  expect(refusalsOfEdit({ settings: { fromTomorrow: 2, clok: '12' } }, before)).toEqual([
    { path: 'settings.clok', reason: 'There is no setting of this name.' },
  ]);
  expect(refusalsOfEdit({ settings: { reminders: { lead: [] } } }, {}).map(({ path }) => path)).toEqual([
    'settings.reminders.lead',
  ]);
});

test('a text that is no JSON object says why', () => {
  expect(parseConfig('\uFEFF{"settings":{}}')).toEqual({ document: { settings: {} } });
  expect(parseConfig('[]')).toEqual({ reason: 'It is not a JSON object.' });
  expect(parseConfig('{"settings": {')).toHaveProperty('reason');
});

test('a message names three places at most', () => {
  const refusals = ['a', 'b', 'c', 'd'].map((path) => ({ path, reason: 'No.' }));
  expect(refusalWords(refusals)).toBe('a: No.; b: No.; c: No.; and 1 more');
});
