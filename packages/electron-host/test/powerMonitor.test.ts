import { expect, test, vi } from 'vitest';
import { powerMonitor } from '../src/desktop/powerMonitor.ts';
import { startBus } from './support/bus.ts';
import { readyHost } from './support/readyHost.ts';

test('suspend, resume and shutdown come from logind; a lock shows in the idle state alone', async () => {
  readyHost();
  await using bus = await startBus();
  const login = ['/org/freedesktop/login1', 'org.freedesktop.login1.Manager'] as const;
  const saver = ['/org/freedesktop/ScreenSaver', 'org.freedesktop.ScreenSaver'] as const;
  await bus.serve(
    'org.freedesktop.login1',
    login[0],
    {},
    {
      name: login[1],
      signals: { PrepareForSleep: ['b'], PrepareForShutdown: ['b'] },
    },
  );
  await bus.serve(
    'org.freedesktop.ScreenSaver',
    saver[0],
    {},
    {
      name: saver[1],
      signals: { ActiveChanged: ['b'] },
    },
  );
  const heard: string[] = [];
  for (const name of ['suspend', 'resume', 'shutdown', 'lock-screen', 'unlock-screen']) {
    powerMonitor.on(name, () => heard.push(name));
  }
  let isPrevented = true;
  powerMonitor.on('shutdown', (event: Electron.Event) => isPrevented && event.preventDefault());
  const killed = vi.spyOn(process, 'kill').mockReturnValue(true);
  // the source starts at the first listener, and takes a moment
  await expect
    .poll(() => {
      bus.desktop.sendSignal(...saver, 'ActiveChanged', 'b', [true]);
      return powerMonitor.getSystemIdleState(60);
    })
    .toBe('locked');
  bus.desktop.sendSignal(...saver, 'ActiveChanged', 'b', [false]);
  bus.desktop.sendSignal(...login, 'PrepareForSleep', 'b', [true]);
  bus.desktop.sendSignal(...login, 'PrepareForSleep', 'b', [false]);
  bus.desktop.sendSignal(...login, 'PrepareForShutdown', 'b', [true]);
  await expect.poll(() => heard).toEqual(['suspend', 'resume', 'shutdown']);
  expect(powerMonitor.getSystemIdleState(60)).toBe('active');
  // One that prevents it is waited for, any other is killed.
  expect(killed).not.toHaveBeenCalled();
  isPrevented = false;
  bus.desktop.sendSignal(...login, 'PrepareForShutdown', 'b', [true]);
  await expect.poll(() => killed.mock.calls).toEqual([[process.pid, 'SIGKILL']]);
  expect(() => powerMonitor.getSystemIdleState(0)).toThrow('Invalid idle threshold, must be greater than 0');
});
