import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { parseCommandLine } from '../src/commandLine.ts';
import { appLocale, preferredLanguages, systemLocale } from '../src/locale.ts';
import { getPath, setPath } from '../src/paths.ts';
import { asChromiumReorders } from '../src/singleInstance.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('the line that Playwright makes: a module first, a debugger, a port, then the app', () => {
  expect(
    parseCommandLine([
      '-r',
      '/loader.js',
      '--no-sandbox',
      '--inspect=0',
      '--remote-debugging-port=0',
      '.',
      '--x',
    ]),
  ).toEqual({
    requires: ['/loader.js'],
    switches: [
      ['no-sandbox', ''],
      ['remote-debugging-port', '0'],
      ['x', ''],
    ],
    inspect: { host: '127.0.0.1', port: 0 },
    isVersionAsked: false,
    entry: '.',
  });
});

test('the line that electron-vite makes: the port after the app', () => {
  const { entry, switches } = parseCommandLine(['.', '--remote-debugging-port=9222', '--hidden']);
  expect([entry, switches]).toEqual([
    '.',
    [
      ['remote-debugging-port', '9222'],
      ['hidden', ''],
    ],
  ]);
});

test('a switch counts wherever it is, in lower case, but not behind two dashes', () => {
  const { entry, switches } = parseCommandLine(['--lang=de', '.', 'next', '--Proxy-Server=p:1', '--', '--x']);
  expect([entry, switches]).toEqual([
    '.',
    [
      ['lang', 'de'],
      ['proxy-server', 'p:1'],
    ],
  ]);
});

test('the version is asked for', () => {
  expect(parseCommandLine(['--version']).isVersionAsked).toBe(true);
});

test('argv of a second instance: switches first, one of Chromium among them', () => {
  expect(asChromiumReorders(['/electron', '.', 'toy://x', '--hidden'])).toEqual([
    '/electron',
    '--allow-file-access-from-files',
    '--hidden',
    '.',
    'toy://x',
  ]);
});

test('the locale is that of the environment, as a language tag', () => {
  vi.stubEnv('LC_ALL', '');
  vi.stubEnv('LC_MESSAGES', '');
  vi.stubEnv('LANGUAGE', '');
  vi.stubEnv('LANG', 'de_AT.UTF-8');
  expect([appLocale(), systemLocale(), preferredLanguages()]).toEqual(['de-AT', 'de-AT', ['de-AT']]);
  vi.stubEnv('LANGUAGE', 'fr_CA:en');
  expect(preferredLanguages()).toEqual(['fr-CA', 'en']);
  vi.stubEnv('LANG', 'C.UTF-8');
  expect(appLocale()).toBe('en-US');
});

test('an unknown path throws, a path must be absolute and usable', () => {
  const folder = mkdtempSync(join(tmpdir(), 'paths-'));
  expect(() => getPath('nowhere')).toThrow("Failed to get 'nowhere' path");
  expect(() => setPath('userData', 'relative')).toThrow('Path must be absolute');
  expect(() => setPath('nowhere', folder)).toThrow('Failed to set path');
  expect(() => setPath('userData', '/dev/null/here')).toThrow('Failed to set path');
  setPath('userData', join(folder, 'data'));
  expect([getPath('userData'), getPath('logs')]).toEqual([join(folder, 'data'), join(folder, 'data/logs')]);
});
