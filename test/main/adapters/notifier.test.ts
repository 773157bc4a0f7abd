import { afterAll, beforeAll, expect, test } from 'vitest';
import { noticeBodyFor } from '#main/adapters/electron/noticeMarkup.ts';
import { createNotifier } from '#main/adapters/electron/notifier.ts';
import type { Notifier } from '#main/ports/notifier.ts';
import { startBus, type TestBus } from '../../../packages/electron-host/test/support/bus.ts';
import { readyHost } from '../../../packages/electron-host/test/support/readyHost.ts';

const NAME = 'org.freedesktop.Notifications';
const sent: unknown[][] = [];
const server = {
  Notify: (...args: unknown[]) => sent.push(args),
  CloseNotification: () => undefined,
  GetCapabilities: () => capabilities,
};
let capabilities: string[] = [];
let bus: TestBus;

beforeAll(async () => {
  readyHost();
  bus = await startBus();
  await bus.serve(NAME, '/org/freedesktop/Notifications', server, {
    name: NAME,
    methods: {
      Notify: ['susssasa{sv}i', 'u', [], []],
      CloseNotification: ['u', '', [], []],
      GetCapabilities: ['', 'as', [], []],
    },
    signals: { ActionInvoked: ['us'], NotificationClosed: ['uu'] },
  });
});
afterAll(() => bus[Symbol.asyncDispose]());

/** @returns title and body as the server gets them */
async function show(notifier: Notifier, title: string, body: string): Promise<unknown[]> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  notifier.show({
    id: null,
    title,
    body,
    isSilent: false,
    urgency: 'normal',
    actions: [],
    onShown: resolve,
    onFailed: reject,
    onClick: () => undefined,
    onDismissed: () => undefined,
  });
  await promise;
  return sent.at(-1)?.slice(3, 5) ?? [];
}

const isLinux = process.platform === 'linux';
const hostile = '<b>Q&A</b> <img src="file:///etc/passwd"> <a href="https://evil.example/">Join</a>';

test.runIf(isLinux)(
  'a server that reads markup, or has not answered yet, shows words as they were written',
  async () => {
    capabilities = ['actions', 'body', 'body-markup'];
    expect(
      await show(createNotifier({ platform: 'linux', onUnknown: () => undefined }), hostile, hostile),
    ).toEqual([
      hostile,
      '&lt;b&gt;Q&amp;A&lt;/b&gt; &lt;img src="file:///etc/passwd"&gt; &lt;a href="https://evil.example/"&gt;Join&lt;/a&gt;',
    ]);
  },
);

test.runIf(isLinux)(
  'a server that reads plain text gets plain text, once it said so',
  async () => {
    capabilities = ['actions', 'body'];
    const notifier = createNotifier({ platform: 'linux', onUnknown: () => undefined });
    // A program of the system asks it.
    await expect.poll(() => show(notifier, hostile, hostile)).toEqual([hostile, hostile]);
  },
  20_000,
);

test('a body is one line without characters that steer', () => {
  expect(noticeBodyFor('In 5 min\n\u202eZoom & more', false)).toBe('In 5 min  Zoom & more');
  expect(noticeBodyFor('Q&A <b>', true)).toBe('Q&amp;A &lt;b&gt;');
});
