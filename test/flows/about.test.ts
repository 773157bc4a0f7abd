import { expect, test } from 'vitest';
import { Computer } from '../fakes/startApp.ts';
import { bugReport } from '#core/desktop/bugReport.ts';

test('Settings, About shows versions and folders', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z', 'Asia/Kathmandu');
  await using app = await computer.start();
  expect(await app.window.ask('about:get')).toEqual({
    version: '0.0.0',
    system: 'Linux 6.1.0 (x64)',
    runtime: 'Electron 45.4.1, Chromium 150.0.1, Node 24.21.0',
    locale: 'en-GB',
    zone: 'Asia/Kathmandu',
    folders: { settings: '/user', notes: '/documents/Office Hours', logs: '/user/logs' },
  });
});

test('a folder is opened by name', async () => {
  await using app = await new Computer('2026-11-20T09:00:00Z').start();
  await app.window.ask('about:openFolder', 'logs');
  await app.window.ask('about:openFolder', 'settings');
  expect(app.desktop.folders).toEqual(['/user/logs', '/user']);
});

test('the licences are read from the installation', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  await using app = await computer.start();
  expect(await app.window.ask('about:notices')).toMatchObject({ problem: { code: 'about/noNotices' } });
  computer.memory.put('/app/notices.txt', 'yaml 2.9.1 (ISC)');
  expect(await app.window.ask('about:notices')).toEqual({ ok: true, value: 'yaml 2.9.1 (ISC)' });
});

test('a bug report has versions and system, and no folder of the user', async () => {
  await using app = await new Computer('2026-11-20T09:00:00Z').start();
  const report = bugReport(await app.window.ask('about:get'));
  expect(report).toBe(
    [
      'Office Hours 0.0.0',
      'System: Linux 6.1.0 (x64)',
      'Runtime: Electron 45.4.1, Chromium 150.0.1, Node 24.21.0',
      'Time zone: Europe/Berlin',
      'Language: en-GB',
      '',
    ].join('\n'),
  );
});
