import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/**
 * What only the sources can tell of Electron's security checklist (docs/tutorial/security.md); numbers are its. Its other
 * points are held by what happens: test/main/adapters and test/e2e/security.spec.ts.
 */

const root = join(import.meta.dirname, '..');
const read = (path: string): string =>
  readFileSync(join(root, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
const sources = globSync('src/{main,preload,renderer,shared}/**/*.{ts,tsx,html}', { cwd: root }).map(
  (path) => ({
    path,
    text: read(path),
  }),
);
const filesWith = (pattern: RegExp): string[] =>
  sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path.replaceAll('\\', '/'));

test('1: nothing is loaded over an unprotected connection', () => {
  expect(filesWith(/(?:src|href|url|fetch|import|loadURL)\s*[=(]\s*['"`](?:http|ws):/)).toEqual([]);
});

test('4: every renderer is sandboxed, also one that a window would ask otherwise for', () => {
  expect(read('src/main/main.ts')).toContain('app.enableSandbox()');
});

test('6, 8, 9, 10: no switch and no scheme takes a protection from all pages', () => {
  expect(
    filesWith(
      /bypassCSP|ignore-certificate-errors|disable-web-security|enable-blink-features|['"`]no-sandbox/,
    ),
  ).toEqual([]);
});

test('15: one place opens addresses outside, and only the gate in front of it calls that', () => {
  expect(filesWith(/openExternal/)).toEqual(['src/main/adapters/electron/browser.ts']);
  expect(filesWith(/\bbrowser\.open\(/)).toEqual(['src/main/join/externalLinks.ts']);
});

test('17: every request is answered through the adapter that checks its sender', () => {
  expect(filesWith(/ipcMain\b/)).toEqual(['src/main/adapters/electron/ipc.ts']);
});

test('18: no page comes from the disk by file:', () => {
  expect(filesWith(/loadFile\(|loadURL\(['"`]file:/)).toEqual([]);
});

test('20: the page gets neither ipcRenderer nor anything by name that is not in the contract', () => {
  expect(filesWith(/exposeInMainWorld/)).toEqual(['src/preload/preload.ts']);
  expect(filesWith(/ipcRenderer\b/)).toEqual(['src/preload/preload.ts']);
});

test('no code is made from text, and no markup is set without the sanitiser', () => {
  expect(filesWith(/\beval\(|new Function\(|executeJavaScript|insertCSS/)).toEqual([]);
  const raw = filesWith(/dangerouslySetInnerHTML|\.innerHTML\s*=/);
  expect(raw.filter((path) => !/dompurify|sanitise/i.test(read(path)))).toEqual([]);
});
