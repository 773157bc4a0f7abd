import { expect, test } from 'vitest';
import { SETTINGS_SECTIONS } from '#core/settings/settingSections.ts';
import { findSettings, SETTING_ENTRIES } from '#renderer/settings/settingsTable.ts';

const firstFor = (query: string): string | undefined => findSettings(query)[0]?.item.name;

test('a setting is found by its name, by its hint and by other words for it', () => {
  expect(firstFor('theme')).toBe('Theme');
  expect(firstFor('dark mode')).toBe('Theme');
  expect(firstFor('quiet hours')).toBe('Quiet hours');
  expect(firstFor('autostart')).toBe('Start with the computer');
  expect(firstFor('weekend')).toBe('Quiet days');
  expect(findSettings('xyzzy plugh')).toEqual([]);
});

test('each section is in the table once, and no row is there twice', () => {
  expect(SETTING_ENTRIES.filter(({ label }) => label === null).map(({ section }) => section)).toEqual(
    SETTINGS_SECTIONS,
  );
  const rows = SETTING_ENTRIES.map(({ section, label }) => `${section} ${label}`);
  expect(new Set(rows).size).toBe(rows.length);
});
