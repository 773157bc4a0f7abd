import { expect, test } from 'vitest';
import { settle } from '../fakes/fakeClock.ts';
import { Computer } from '../fakes/startApp.ts';

const address = 'https://example.org/many.ics';
const calendar = (uid: string): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...Array.from({ length: 700 }, (_, index) => [
      'BEGIN:VEVENT',
      `UID:${uid}-${index}`,
      `DTSTART:20261120T${String(10 + (index % 7))}0000Z`,
      `DTEND:20261120T${String(11 + (index % 7))}0000Z`,
      `SUMMARY:Meeting ${index}`,
      'END:VEVENT',
    ]).flat(),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

test('hundreds of meetings are planned in steps, and all of them are announced, also after a download with new UIDs', async () => {
  const computer = new Computer('2026-11-20T09:00:00Z');
  computer.network.serve(address, calendar('a'));
  await using app = await computer.start();
  await app.window.ask('feeds:add', address);
  await settle();
  let turns = 0;
  const { clock } = computer;
  const turn = clock.turn.bind(clock);
  clock.turn = () => {
    turns += 1;
    return turn();
  };
  computer.network.serve(address, calendar('b'));
  await app.window.ask('feeds:refresh');
  await settle();
  await settle();
  expect(turns).toBeGreaterThan(5);
  await clock.advanceTo('2026-11-20T09:50:30Z');
  await settle();
  const today = await app.window.ask('reminders:today');
  expect(today.entries.filter(({ at }) => at === Date.parse('2026-11-20T09:50:00Z'))).toHaveLength(100);
});
