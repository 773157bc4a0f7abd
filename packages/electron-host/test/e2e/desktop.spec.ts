import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { displayForSpecs } from '../../../../test/e2e/desktop.ts';
import type { LaunchedApp } from '../../../../test/e2e/launch.ts';
import { launchToy } from './toy.ts';

let launched: LaunchedApp;
test.beforeAll(async () => {
  launched = await launchToy({ withDesktop: true });
  await launched.window();
});
test.afterAll(() => launched[Symbol.asyncDispose]());

test('a notification on a real desktop: shown, its button pressed, closed by the user', async () => {
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
  await launched.electron.evaluate(({ shell }) => shell.openExternal('https://example.com/meeting?pwd=1'));
  await expect.poll(() => launched.opened()).toEqual(['https://example.com/meeting?pwd=1']);
});

test('a global shortcut is heard from anywhere, until it is unregistered', async () => {
  test.skip(process.env['ELECTRON_HOST_HEADLESS'] === '1', 'there is no display');
  const env = { ...process.env, DISPLAY: await displayForSpecs() };
  const press = (keys: string): Buffer => execFileSync('xdotool', ['key', keys], { env });
  await launched.electron.evaluate(({ globalShortcut }) => {
    globalShortcut.register('CommandOrControl+Alt+J', () => toyMain.events.push('shortcut'));
    globalShortcut.register('Shift+F9', () => toyMain.events.push('function key'));
  });
  await expect
    .poll(() => {
      press('ctrl+alt+j');
      return launched.electron.evaluate(() => toyMain.events);
    })
    .toContain('shortcut');
  await launched.electron.evaluate(({ globalShortcut }) => {
    globalShortcut.unregister('Ctrl+Alt+J');
    toyMain.events.length = 0;
  });
  press('ctrl+alt+j');
  press('shift+F9');
  await expect.poll(() => launched.electron.evaluate(() => toyMain.events)).toEqual(['function key']);
});

test('the screen has the size of the X server', async () => {
  test.skip(process.env['ELECTRON_HOST_HEADLESS'] === '1', 'there is no display');
  const page = await launched.window();
  const inMain = await launched.electron.evaluate(({ screen }) => screen.getPrimaryDisplay().size);
  const inPage = await page.evaluate(() => ({ width: window.screen.width, height: window.screen.height }));
  expect(inMain).toEqual(inPage);
});
