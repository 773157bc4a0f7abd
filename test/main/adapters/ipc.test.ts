import { beforeAll, beforeEach, afterEach, expect, test } from 'vitest';
import { answerInvoke } from '../../../packages/electron-host/src/ipcMain.ts';
import { createIpc } from '#main/adapters/electron/ipc.ts';
import { BrowserWindow } from '../../fakes/electron.ts';
import { readyHost } from '../../../packages/electron-host/test/support/readyHost.ts';

const page = 'app://bundle/index.html';
const frame = { url: page, parent: null as object | null };
const logged: string[] = [];
const ipc = createIpc(page, (line) => logged.push(line));
let given: unknown[] = [];
let ours = new BrowserWindow();
let answering: Disposable;

beforeAll(() => void readyHost());
beforeEach(() => {
  given = [];
  logged.splice(0);
  for (const window of BrowserWindow.getAllWindows()) window.destroy();
  ours = new BrowserWindow();
  answering = ipc.handle('link:open', async (...args) => {
    given.push(args);
    return { ok: true, value: null };
  });
});
afterEach(() => answering[Symbol.dispose]());

/** What the page gets back; the event is as Electron makes it. */
const ask = (args: unknown, senderFrame: object | null = frame, sender: object = ours.webContents) =>
  // @ts-expect-error of an event only the sender counts
  answerInvoke('link:open', { sender, senderFrame }, [args]);

const refused = { ok: false, error: 'link:open was refused.' };

test('our page is answered', async () => {
  expect(await ask(['https://example.org/'])).toEqual({ ok: true, value: { ok: true, value: null } });
  expect(given).toEqual([['https://example.org/']]);
});

const strangers: Readonly<Record<string, object | null>> = {
  'a frame that has gone': null,
  'a frame within our page': { ...frame, parent: frame },
  'a page on the web': { ...frame, url: 'https://example.org/index.html' },
  'a page that is being printed': { ...frame, url: 'app://print/1' },
  'a page of another scheme on our host': { ...frame, url: 'http://bundle/index.html' },
  'an empty page': { ...frame, url: 'about:blank' },
  'a page of the disk': { ...frame, url: 'file:///index.html' },
};

test.each(Object.entries(strangers))('%s is refused and logged', async (_name, senderFrame) => {
  expect(await ask(['https://example.org/'], senderFrame)).toEqual(refused);
  expect(given).toEqual([]);
  expect(logged).toEqual(['ipc: refused link:open from a stranger']);
});

test('contents that are not one of our windows are refused, such as a webview or a closed window', async () => {
  const closed = new BrowserWindow();
  closed.destroy();
  expect(await ask(['https://example.org/'], frame, closed.webContents)).toEqual(refused);
  expect(await ask(['https://example.org/'], frame, { id: -1 })).toEqual(refused);
  expect(given).toEqual([]);
});

test.each([
  ['none', undefined],
  ['too few', []],
  ['too many', ['https://example.org/', 1]],
  ['of another type', [{ toString: 'https://example.org/' }]],
  ['no list', 'https://example.org/'],
  ['too long', [`https://example.org/${'a'.repeat(10_000)}`]],
])('arguments that are %s never reach the app', async (_name, args) => {
  expect(await ask(args)).toEqual({ ok: false, error: 'link:open was asked with malformed arguments.' });
  expect(given).toEqual([]);
  expect(logged).toEqual(['ipc: refused link:open, its arguments are malformed']);
});

test('an error of a handler is returned without its secrets', async () => {
  answering[Symbol.dispose]();
  answering = ipc.handle('link:open', () => {
    throw new Error('GET https://example.org/private-0123456789abcdef/basic.ics failed');
  });
  const answer = await ask(['https://example.org/']);
  expect(answer).toMatchObject({ ok: false });
  expect(JSON.stringify(answer)).not.toContain('0123456789abcdef');
});

test('after its end a request is answered no longer', async () => {
  answering[Symbol.dispose]();
  await expect(ask(['https://example.org/'])).rejects.toThrow("No handler registered for 'link:open'");
});

test('a request that comes before its handler waits for it, and is checked as any other', async () => {
  // @ts-expect-error of an event only the sender counts
  const early = answerInvoke('question:get', { sender: ours.webContents, senderFrame: frame }, [[]]);
  // @ts-expect-error of an event only the sender counts
  const malformed = answerInvoke('question:get', { sender: ours.webContents, senderFrame: frame }, [[1]]);
  const handler = ipc.handle('question:get', () => null);
  expect(await early).toEqual({ ok: true, value: null });
  expect(await malformed).toMatchObject({ ok: false });
  handler[Symbol.dispose]();
});

test('a stranger that comes before the handler is refused at once', async () => {
  // @ts-expect-error of an event only the sender counts
  const early = answerInvoke('panel:get', { sender: ours.webContents, senderFrame: null }, [[]]);
  expect(await early).toMatchObject({ ok: false });
});
