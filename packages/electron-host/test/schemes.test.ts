import { beforeAll, expect, test } from 'vitest';
import { ipcMain } from '../src/ipcMain.ts';
import { net } from '../src/session/net.ts';
import { answerRequest, protocol } from '../src/session/protocol.ts';
import { originOf, toApp, toWeb } from '../src/session/schemes.ts';
import { readyHost } from './support/readyHost.ts';

const plain = { method: 'GET', headers: {} };

beforeAll(() => {
  readyHost();
  protocol.handle('app', async (request) => {
    if (request.url.endsWith('/throws')) throw new Error('on purpose');
    if (request.url.endsWith('/nonsense')) return JSON.parse('{}');
    return new Response(`${request.method} ${request.url} ${await request.text()}`);
  });
});

test('a custom scheme has an https origin that resolves nowhere, and the app sees its own', () => {
  const url = 'app://bundle/index.html?a=1#b';
  expect(toWeb(url)).toBe('https://bundle.app.electron-host.invalid/index.html?a=1#b');
  expect(toApp(toWeb(url))).toBe(url);
  expect(toWeb('app://bundle')).toBe('https://bundle.app.electron-host.invalid/');
  expect(toApp('https://example.com/')).toBe('https://example.com/');
  expect([originOf(url), originOf('data:,x')]).toEqual(['app://bundle', 'null']);
});

test('an address without a host is refused', () => {
  expect(() => toWeb('app:///index.html')).toThrow("ERR_INVALID_URL (-300) loading 'app:///index.html'");
  expect(() => toWeb('app:index.html')).toThrow('ERR_INVALID_URL');
});

test('a second handler for a scheme throws, as does taking one away twice', () => {
  expect(() => protocol.handle('app', () => new Response())).toThrow('The scheme has been intercepted: app');
  protocol.handle('other', () => new Response());
  expect([protocol.isProtocolHandled('other'), protocol.isProtocolHandled('none')]).toEqual([true, false]);
  protocol.unhandle('other');
  expect(() => protocol.unhandle('other')).toThrow('The scheme has not been intercepted: other');
});

test('the handler gets method, address and body', async () => {
  const bytes = Buffer.from('body').toString('base64');
  const answer = await answerRequest('app://bundle/x', {
    method: 'POST',
    headers: {},
    postDataEntries: [{ bytes }],
  });
  expect(await answer?.text()).toBe('POST app://bundle/x body');
});

test('a handler that throws or gives no Response fails the request', async () => {
  expect(await answerRequest('app://bundle/throws', plain)).toBeUndefined();
  expect(await answerRequest('app://bundle/nonsense', plain)).toBeUndefined();
});

test('net.fetch reaches files and handled schemes', async () => {
  const file = await net.fetch(new URL('../../../package.json', import.meta.url).href);
  expect(file.headers.get('content-type')).toContain('application/json');
  expect(await (await net.fetch('app://bundle/x')).text()).toContain('GET app://bundle/x');
  await expect(net.fetch('file:///nonexistent')).rejects.toThrow('net::ERR_FILE_NOT_FOUND');
});

test('a second handler for a channel throws, after removal there may be another', () => {
  ipcMain.handle('x', () => 1);
  expect(() => ipcMain.handle('x', () => 2)).toThrow("Attempted to register a second handler for 'x'");
  ipcMain.removeHandler('x');
  ipcMain.handle('x', () => 3);
  expect(() => ipcMain.handle('y', JSON.parse('1'))).toThrow(
    "Expected handler to be a function, but found type 'number'",
  );
});
