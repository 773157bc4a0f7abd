import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { Notification } from '../src/desktop/notification.ts';
import { startBus, type TestBus } from './support/bus.ts';
import { readyHost } from './support/readyHost.ts';

const NAME = 'org.freedesktop.Notifications';
const PATH = '/org/freedesktop/Notifications';
const sent: unknown[][] = [];
const closed: number[] = [];
let bus: TestBus;

beforeAll(async () => {
  readyHost();
  bus = await startBus();
  const server = {
    Notify: (...args: unknown[]) => sent.push(args),
    CloseNotification: (id: number) => void closed.push(id),
    GetCapabilities: () => ['actions', 'body'],
  };
  await bus.serve(NAME, PATH, server, {
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
beforeEach(() => {
  sent.length = 0;
});

const signal = (name: string, signature: string, ...args: unknown[]): void =>
  bus.desktop.sendSignal(PATH, NAME, name, signature, args);

async function show(notification: Notification): Promise<number> {
  const shown = new Promise((resolve) => notification.once('show', resolve));
  notification.show();
  await shown;
  return sent.length;
}

test('a notification goes to the desktop with its buttons, urgency and time', async () => {
  const notification = new Notification({
    title: 'Stand-up',
    body: 'in 5 minutes',
    icon: '/tmp/icon.png',
    urgency: 'critical',
    timeoutType: 'never',
    silent: true,
    actions: [
      { type: 'button', text: 'Join' },
      { type: 'button', text: 'Snooze' },
    ],
  });
  await show(notification);
  const [app, replaces, icon, title, body, actions, , timeout] = sent[0]!;
  expect([app, replaces, icon, title, body, timeout]).toEqual([
    'Toy',
    0,
    '/tmp/icon.png',
    'Stand-up',
    'in 5 minutes',
    0,
  ]);
  expect(actions).toEqual(['default', 'View', 'action-0', 'Join', 'action-1', 'Snooze']);
  const hints = JSON.stringify(sent[0]![6]);
  expect(hints).toMatch(/org\.example\.Toy/);
  // `silent` does nothing on Linux
  expect(hints).not.toContain('sound');
});

test('click, action and close come back to the notification they are about, close without a reason', async () => {
  const notification = new Notification({ title: 'x', actions: [{ type: 'button', text: 'Join' }] });
  const heard: unknown[] = [];
  notification.on('click', () => heard.push('click'));
  notification.on('action', (details, index) => heard.push([details.actionIndex, index]));
  notification.on('close', (details) => heard.push(['closed', details.reason]));
  const id = await show(notification);
  signal('ActionInvoked', 'us', id, 'default');
  signal('ActionInvoked', 'us', id, 'action-0');
  signal('ActionInvoked', 'us', id + 1, 'default');
  signal('NotificationClosed', 'uu', id, 2);
  await expect.poll(() => heard).toEqual(['click', [0, 0], ['closed', undefined]]);
});

test('close asks the desktop to close it', async () => {
  const notification = new Notification({ title: 'x' });
  const id = await show(notification);
  notification.close();
  await expect.poll(() => closed).toContain(id);
});

test('a notification that the app let go has lost its clicks', async () => {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  const heard: string[] = [];
  const showAndForget = async (): Promise<number> => {
    const notification = new Notification({ title: 'forgotten' });
    notification.on('click', () => heard.push('forgotten'));
    return show(notification);
  };
  const id = await showAndForget();
  const kept = new Notification({ title: 'kept' });
  kept.on('click', () => heard.push('kept'));
  const keptId = await show(kept);
  for (let round = 0; round < 3; round++) {
    await new Promise(setImmediate);
    if (typeof collect === 'function') Reflect.apply(collect, undefined, []);
  }
  signal('ActionInvoked', 'us', id, 'default');
  signal('ActionInvoked', 'us', keptId, 'default');
  await expect.poll(() => heard).toEqual(['kept']);
  expect(kept.title).toBe('kept'); // held until here
});

test('without a session bus there are no notifications, and no error', () => {
  const address = process.env['DBUS_SESSION_BUS_ADDRESS'];
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', '');
  vi.stubEnv('XDG_RUNTIME_DIR', '/nonexistent');
  expect(Notification.isSupported()).toBe(false);
  new Notification({ title: 'x' }).show();
  vi.unstubAllEnvs();
  process.env['DBUS_SESSION_BUS_ADDRESS'] = address;
  expect(sent).toEqual([]);
});

test('Notification cannot be subclassed', () => {
  class Louder extends Notification {}
  expect(() => new Louder()).toThrow('Notification is built in and cannot be subclassed');
});
