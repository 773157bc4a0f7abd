import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { configSchema } from '#core/settings/configFile.ts';
import { defaultReminderRules } from '#core/reminders/reminderRules.ts';
import { defaultSettings } from '#core/settings/settings.ts';

const root = join(import.meta.dirname, '../../..');
const page = readFileSync(join(root, 'docs/user/settings.md'), 'utf8');

/** The keys of the tables below a heading of the page. */
const documented = (heading: string): string[] => {
  const [, below = ''] = page.split(`\n${heading}\n`);
  const [section = ''] = below.split(/\n#+ /);
  return [...section.matchAll(/^\| `(\w+)` +\|/gm)].map(([, key = '']) => key);
};

test('the page of the settings tells of each key, and of no other', () => {
  expect(documented('## `settings`')).toEqual(Object.keys(defaultSettings));
  expect(documented('### `reminders`')).toEqual(Object.keys(defaultReminderRules));
});

test('the published schema is that of today’s settings: npm run settings-schema writes it', () => {
  const published: unknown = JSON.parse(readFileSync(join(root, 'assets/settings.schema.json'), 'utf8'));
  expect(published).toEqual(configSchema());
});
