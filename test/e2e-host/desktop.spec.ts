import { expect, test } from '@playwright/test';
import { launchToy } from './toy.ts';

test('a notification on a real desktop: shown, its button pressed, closed by the user', async () => {
  await using launched = await launchToy({ withDesktop: true });
  await launched.window();
  await launched.electron.evaluate(({ Notification }) => {
    const notification = new Notification({
      title: 'Stand-up',
      body: 'in 5 minutes',
      urgency: 'critical',
      actions: [
        { type: 'button', text: 'Join' },
        { type: 'button', text: 'Snooze' },
      ],
    });
    Object.assign(toyMain, { notification });
    notification.on('show', () => toyMain.events.push('shown'));
    notification.on('action', (_details, index) => toyMain.events.push(`action ${index}`));
    notification.on('close', () => toyMain.events.push('closed'));
    notification.show();
  });
  const { desktop, electron } = launched;
  await expect
    .poll(() => desktop!.notifications())
    .toMatchObject([{ app: 'Toy', title: 'Stand-up', body: 'in 5 minutes', urgency: 'CRITICAL' }]);
  await desktop!.pressButton('Snooze');
  await expect.poll(() => electron.evaluate(() => toyMain.events)).toContain('action 1');
  await desktop!.dismissAll();
  await expect.poll(() => electron.evaluate(() => toyMain.events)).toContain('closed');
});

test('what the app opens goes to xdg-open', async () => {
  await using launched = await launchToy();
  await launched.window();
  await launched.electron.evaluate(({ shell }) => shell.openExternal('https://example.com/meeting?pwd=1'));
  await expect.poll(() => launched.opened()).toEqual(['https://example.com/meeting?pwd=1']);
});
