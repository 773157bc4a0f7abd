import { expect, test, vi } from 'vitest';
import { Notification } from '../src/desktop/notification.ts';
import { startBus } from './support/bus.ts';
import { readyHost } from './support/readyHost.ts';

const NAME = 'org.freedesktop.Notifications';

test('a desktop without a server fails the notification, and one without actions gets no buttons', async () => {
  readyHost();
  await using bus = await startBus();
  const failed = new Notification({ title: 'nobody is there' });
  const reason = new Promise((resolve) => failed.once('failed', (_event, error) => resolve(error)));
  failed.show();
  expect(await reason).toMatch(/Notifications/);

  const sent: unknown[][] = [];
  const server = { Notify: (...args: unknown[]) => sent.push(args), GetCapabilities: () => ['actions'] };
  await bus.serve(NAME, '/org/freedesktop/Notifications', server, {
    name: NAME,
    methods: { Notify: ['susssasa{sv}i', 'u', [], []], GetCapabilities: ['', 'as', [], []] },
    signals: { ActionInvoked: ['us'], NotificationClosed: ['uu'] },
  });
  vi.stubEnv('ELECTRON_HOST_PROFILE', 'no-notification-actions');
  new Notification({ title: 'x', actions: [{ type: 'button', text: 'Join' }] }).show();
  await expect.poll(() => sent[0]?.[5]).toEqual([]);
  vi.unstubAllEnvs();
});
