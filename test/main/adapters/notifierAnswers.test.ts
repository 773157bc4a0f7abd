import { Notification } from 'electron';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { createNotifier } from '#main/adapters/electron/notifier.ts';
import type { Notice } from '#main/ports/notifier.ts';
import { readyHost } from '../../../packages/electron-host/test/support/readyHost.ts';

beforeAll(() => void readyHost());
afterEach(() => {
  vi.restoreAllMocks();
});

type Activate = Parameters<typeof Notification.handleActivation>[0];

/** A notifier on a system, with what it showed and what the user did heard. */
function notifierOn(platform: string) {
  const shown: Notification[] = [];
  vi.spyOn(Notification.prototype, 'show').mockImplementation(function (this: Notification) {
    shown.push(this);
  });
  let activate: Activate = () => undefined;
  vi.spyOn(Notification, 'handleActivation').mockImplementation((callback) => {
    activate = callback;
  });
  const heard: string[] = [];
  const notifier = createNotifier({ platform, onUnknown: (id) => heard.push(`forgotten ${id}`) });
  const notice: Notice = {
    id: 'a1b2',
    title: 'Stand-up',
    body: 'in 5 minutes',
    isSilent: false,
    urgency: 'normal',
    actions: [{ label: 'Join', run: () => heard.push('join') }],
    onClick: () => heard.push('click'),
    onDismissed: () => heard.push('dismissed'),
    onShown: () => undefined,
    onFailed: (reason) => heard.push(`failed: ${reason}`),
  };
  const show = (): { notification: Notification; withdraw: () => void } => {
    const handle = notifier.show(notice);
    return { notification: shown.at(-1)!, withdraw: () => handle[Symbol.dispose]() };
  };
  return { heard, show, activate: (text: string) => activate({ type: 'action', arguments: text }) };
}

test.each([
  ['linux', undefined, []],
  ['darwin', undefined, ['dismissed']],
  ['win32', 'userCanceled', ['dismissed']],
  ['win32', 'timedOut', []],
  ['win32', 'applicationHidden', []],
])('on %s a notification closed with the reason %s: %j', (platform, reason, expected) => {
  const { heard, show } = notifierOn(platform);
  show().notification.emit('close', { reason });
  expect(heard).toEqual(expected);
});

test.each(['linux', 'darwin', 'win32'])(
  'on %s one that we withdraw, or that was answered, is not dismissed',
  (platform) => {
    const { heard, show } = notifierOn(platform);
    const { notification: withdrawn, withdraw } = show();
    withdraw();
    withdrawn.emit('close', { reason: 'userCanceled' });
    const { notification: answered } = show();
    answered.emit('action', { actionIndex: 0 });
    answered.emit('close', { reason: 'userCanceled' });
    expect(heard).toEqual(['join']);
  },
);

test('on Windows a notification of an earlier run is reported with its id, a click on the app’s group without', () => {
  const { heard, activate } = notifierOn('win32');
  activate('type=action&action=0&tag=c3d4');
  activate('type=click');
  expect(heard).toEqual(['forgotten c3d4', 'forgotten null']);
});

test('on Windows a click that its notification handles is reported once', () => {
  const { heard, show, activate } = notifierOn('win32');
  const { notification } = show();
  expect(notification.id).toBe('a1b2');
  activate('type=action&action=0&tag=a1b2');
  notification.emit('action', { actionIndex: 0 });
  activate('type=action&action=0&tag=a1b2');
  expect(heard).toEqual(['join']);
});
