import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { applicationFor, isDefault, setAsDefault } from '../../src/host/protocolClient.ts';

const ID = 'org.example.Toy.desktop';
let folder: string;

/** Stands in for xdg-settings and xdg-mime, which need a desktop. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'client-'));
  const chosen = join(folder, 'chosen');
  const settings = `#!/bin/sh\nif [ "$1" = set ]; then echo "$4" > ${chosen}; elif [ "$(cat ${chosen})" = "$4" ]; then echo yes; else echo no; fi\n`;
  writeFileSync(join(folder, 'xdg-settings'), settings, { mode: 0o755 });
  writeFileSync(join(folder, 'xdg-mime'), `#!/bin/sh\ncat ${chosen}\n`, { mode: 0o755 });
  vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);
  vi.stubEnv('XDG_DATA_HOME', folder);
  vi.stubEnv('CHROME_DESKTOP', ID);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

test('an app whose .desktop file is not installed cannot become the opener', () => {
  expect([setAsDefault('toy'), isDefault('toy'), applicationFor('toy://x')]).toEqual([false, false, '']);
});

test('with its .desktop file installed it can, and is known by name', () => {
  mkdirSync(join(folder, 'applications'));
  writeFileSync(join(folder, 'applications', ID), '[Desktop Entry]\nName=The Toy\n');
  expect([setAsDefault('toy'), isDefault('toy'), applicationFor('toy://x')]).toEqual([true, true, 'The Toy']);
});
