import { beforeEach, expect, test } from 'vitest';
import '#preload/preload.ts';
import type { Bridge } from '#core/ipc/contract.ts';
import { exposed, ipcRenderer } from '../fakes/electron.ts';

// @ts-expect-error the preload script says so
const api: Bridge = exposed['api'];

beforeEach(() => void ipcRenderer.invoked.splice(0));

test('the page gets two functions and nothing else', () => {
  expect(Object.keys(exposed)).toEqual(['api']);
  expect(Object.entries(api).map(([name, value]) => `${name}: ${typeof value}`)).toEqual([
    'invoke: function',
    'on: function',
  ]);
});

test('a name of the contract reaches main, with its arguments alone', async () => {
  expect(await api.invoke('settings:get', [])).toEqual(['settings:get', []]);
});

test.each(['electron:exec', 'electron-store-get-data', '__proto__', 'toString', ''])(
  'the name “%s” is not of the contract, and never reaches main',
  async (name) => {
    await expect(api.invoke(name, [])).rejects.toThrow(`The window may not ask for ${name}.`);
    expect(() => api.on(name, () => undefined)).toThrow(`The window may not listen to ${name}.`);
    expect(ipcRenderer.invoked).toEqual([]);
    expect(ipcRenderer.listenerCount(name)).toBe(0);
  },
);

test('an event reaches the page as its payload alone, without the event object that leads to ipcRenderer', () => {
  const heard: unknown[][] = [];
  const end = api.on('app:clock', (...args: unknown[]) => void heard.push(args));
  ipcRenderer.emit('app:clock', { sender: ipcRenderer }, 7, 'more');
  end();
  ipcRenderer.emit('app:clock', { sender: ipcRenderer }, 8);
  expect(heard).toEqual([[7]]);
});
