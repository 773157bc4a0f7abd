import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { applicationFor, isDefault, setAsDefault } from '../src/protocolClient.ts';

const ID = 'org.example.Toy.desktop';
let folder: string;

/** Stands in for xdg-settings and xdg-mime, which need a desktop. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'client-'));
  const chosen = join(folder, 'chosen');
  writeFileSync(join(folder, 'xdg-settings'), `#!/bin/sh\necho "$4" > ${chosen}\n`, { mode: 0o755 });
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

test('an app that takes another name, or has none, is no longer the opener', () => {
  mkdirSync(join(folder, 'applications'));
  writeFileSync(join(folder, 'applications', ID), '[Desktop Entry]\nName=The Toy\n');
  setAsDefault('toy');
  vi.stubEnv('CHROME_DESKTOP', 'org.example.Other.desktop');
  expect(isDefault('toy')).toBe(false);
  vi.stubEnv('CHROME_DESKTOP', ID);
  expect(isDefault('toy')).toBe(true);
  vi.stubEnv('CHROME_DESKTOP', '');
  expect(isDefault('toy')).toBe(false);
});
