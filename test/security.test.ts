import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What can be known of Electron's security checklist (docs/tutorial/security.md) from the sources alone; numbers are its. */

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

test('2, 3, 4: windows are sandboxed and isolated, without Node', () => {
  expect(read('src/main/main.ts')).toContain('app.enableSandbox()');
  expect(filesWith(/nodeIntegration\w*:\s*true|contextIsolation:\s*false|sandbox:\s*false/)).toEqual([]);
  const windows = filesWith(/new BrowserWindow\(/);
  expect(windows).toEqual([
    'src/main/adapters/alertWindow.ts',
    'src/main/adapters/panelWindow.ts',
    'src/main/adapters/printer.ts',
    'src/main/adapters/window.ts',
  ]);
  for (const window of windows)
    expect(read(window)).toMatch(/sandbox: true, contextIsolation: true, nodeIntegration: false/);
});

test('5: permissions are denied, asked for or looked up', () => {
  const security = read('src/main/adapters/security.ts');
  expect(security).toMatch(/setPermissionRequestHandler\([^\n]*decide\(false\)\)/);
  expect(security).toMatch(/setPermissionCheckHandler\(\(\) => false\)/);
});

test('6, 8, 9, 10, 11: no protection of the browser is switched off, nothing experimental is on', () => {
  expect(
    filesWith(
      /webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|webviewTag|bypassCSP|ignore-certificate-errors/,
    ),
  ).toEqual([]);
});

test('12, 13, 14: webviews, navigation and new windows are prevented for every page', () => {
  const security = read('src/main/adapters/security.ts');
  for (const event of [
    'will-attach-webview',
    'will-navigate',
    'will-redirect',
    'will-frame-navigate',
    'will-download',
  ]) {
    expect(security).toContain(`'${event}'`);
  }
  expect(security).toContain("{ action: 'deny' }");
});

test('15: one place opens addresses outside, and only the gate in front of it calls that', () => {
  expect(filesWith(/openExternal/)).toEqual(['src/main/adapters/browser.ts']);
  expect(filesWith(/\bbrowser\.open\(/)).toEqual(['src/main/join/linkGate.ts']);
});

test('17: every request is answered through the adapter that checks its sender', () => {
  expect(filesWith(/ipcMain\b/)).toEqual(['src/main/adapters/ipc.ts']);
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
