import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { appId } from '#main/adapters/electron/identity.ts';

test('desktop, system and packages know the app by one name', () => {
  expect(packageJson.desktopName).toBe(`${appId}.desktop`);
  const builder = readFileSync(join(import.meta.dirname, '../../electron-builder.yml'), 'utf8');
  expect(/^appId: (.*)$/m.exec(builder)?.[1]).toBe(appId);
  expect(builder).toMatch(/^ {4}schemes: \[office-hours\]$/m);
});
