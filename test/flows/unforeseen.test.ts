import { expect, test } from 'vitest';
import { aCalendar } from '../builders/aCalendar.ts';
import { settle } from '../fakes/fakeClock.ts';
import { Computer } from '../fakes/startApp.ts';
import { HOUR, MINUTE } from '#base';

const address = 'https://example.org/team.ics';
const standUp = {
  title: 'Stand-up',
  start: '2026-11-20T17:00:00Z',
  lines: ['LOCATION:https://zoom.us/j/95680858961'],
};

async function computerWithMeeting(): Promise<Computer> {
  const computer = new Computer('2026-11-20T16:20:00Z');
  computer.network.serve(address, aCalendar([standUp]));
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  return computer;
}

const codes = async (app: Awaited<ReturnType<Computer['start']>>): Promise<string[]> =>
  (await app.window.ask('app:problems')).map(({ code }) => code);

test('after a crash the next start reports it and the missed meetings', async () => {
  const computer = await computerWithMeeting();
  const marker = '/user/running.json';
  let left: string | null;
  {
    await using app = await computer.start();
    await computer.clock.advance(7 * MINUTE);
    left = computer.memory.text(marker);
    expect(await codes(app)).toEqual([]);
  }
  expect(computer.memory.text(marker)).toBeNull();
  // A process that is killed leaves it behind.
  computer.memory.put(marker, left ?? '');
  await computer.clock.advance(2 * HOUR);
  await using app = await computer.start();
  const [notice] = await app.window.ask('app:problems');
  expect(notice).toMatchObject({ code: 'app/cutOff', title: 'Office Hours ended without closing' });
  expect(notice?.detail).toMatch(/^It last ran on Fri 20 Nov at 17:25; .* 1 meeting began meanwhile/u);
  expect(await app.window.ask('reminders:missed')).toMatchObject([{ title: 'Stand-up', why: 'closed' }]);
});

test('after a normal quit the next start reports nothing', async () => {
  const computer = await computerWithMeeting();
  await using app = await computer.start();
  expect(await codes(app)).toEqual([]);
});

test('a computer without a time zone is reported until the user chooses one', async () => {
  const computer = new Computer('2026-11-20T16:20:00Z', 'Etc/GMT+3');
  computer.clock.zoneIsKnown = false;
  await using app = await computer.start();
  const [problem] = await app.window.ask('app:problems');
  expect(problem?.code).toBe('zone/unknown');
  expect(problem?.detail).toContain('UTC−3');
  await app.window.ask('settings:change', { zone: 'America/Sao_Paulo' });
  expect(await codes(app)).toEqual([]);
  await app.window.ask('settings:change', { zone: 'system' });
  expect(await codes(app)).toEqual(['zone/unknown']);
});

test('a render failure of the window is logged', async () => {
  await using app = await new Computer('2026-11-20T16:20:00Z').start();
  await app.window.ask('window:failed', 'Failed: agenda\nRangeError: Invalid time zone');
  await settle();
  expect(app.log.join('\n')).toContain('RangeError: Invalid time zone');
  for (let time = 0; time < 100; time += 1) await app.window.ask('window:failed', 'again');
  expect(app.log.filter((line) => line.includes('again')).length).toBeLessThan(30);
});
