import { expect, test } from 'vitest';
import { DAY } from '#base';
import { applyUpdate } from '#core/agenda/agendaUpdate.ts';
import { Computer } from '../fakes/startApp.ts';
import { aCalendar } from '../builders/aCalendar.ts';

const address = 'https://example.org/team.ics';
const weekly = {
  title: 'Weekly',
  start: '2026-03-02T15:00:00Z',
  lines: ['RRULE:FREQ=WEEKLY'],
};

async function computer(): Promise<Computer> {
  const started = new Computer('2026-11-20T09:00:00Z');
  started.network.serve(address, aCalendar([weekly]), '"1"');
  return started;
}

test('a range before or after the agenda has the meetings of those days, and leaves the agenda as it is', async () => {
  await using app = await (await computer()).start();
  await app.window.ask('feeds:add', address);
  const agenda = await app.window.askAgenda();
  for (const [from, first] of [
    ['2026-04-01T00:00:00Z', '2026-04-06T15:00:00Z'],
    ['2027-06-01T00:00:00Z', '2027-06-07T15:00:00Z'],
  ] as const) {
    const start = Date.parse(from);
    const reply = await app.window.ask('agenda:range', { from: start, to: start + 30 * DAY });
    expect(reply).toMatchObject({ ok: true, value: { revision: agenda.revision, zone: agenda.zone } });
    const meetings = reply.ok ? reply.value.occurrences.filter(({ title }) => title === 'Weekly') : [];
    expect(meetings.map(({ time }) => time.start)[0]).toBe(Date.parse(first));
    expect(meetings).toHaveLength(4);
  }
  expect(await app.window.askAgenda()).toEqual(agenda);
});

test('a window that applies each update has the same agenda as main', async () => {
  const started = await computer();
  await using app = await started.start();
  await app.window.ask('feeds:add', address);
  started.network.serve(address, aCalendar([{ ...weekly, title: 'Renamed', uid: 'Weekly' }]), '"2"');
  await app.window.ask('feeds:refresh');
  await app.window.ask('skips:choose', (await app.window.askAgenda()).occurrences[0]!.key, 'one');
  expect(app.window.received('agenda:changed').map(({ kind }) => kind)).toContain('changes');
  expect(app.window.agenda).toEqual(await app.window.askAgenda());
});

test('a window that watches a month is sent what changes in it, until it lets go of it', async () => {
  const started = await computer();
  await using app = await started.start();
  await app.window.ask('feeds:add', address);
  const april = { from: Date.parse('2026-04-01T00:00:00Z'), to: Date.parse('2026-05-01T00:00:00Z') };
  const june = { from: Date.parse('2026-06-01T00:00:00Z'), to: Date.parse('2026-07-01T00:00:00Z') };
  const first = await app.window.ask('agenda:watch', april, []);
  if (!first.ok) throw new Error(first.problem.title);
  expect(first.value.occurrences).toHaveLength(4);

  started.network.serve(address, aCalendar([{ ...weekly, title: 'Renamed', uid: 'Weekly' }]), '"2"');
  await app.window.ask('feeds:refresh');
  const { range, update } = await app.window.until('agenda:rangeChanged', () => true);
  expect(range).toEqual(april);
  expect(applyUpdate(first.value, update)?.occurrences.map(({ title }) => title)).toEqual(
    Array(4).fill('Renamed'),
  );

  await app.window.ask('agenda:watch', june, []);
  started.network.serve(address, aCalendar([{ ...weekly, title: 'Again', uid: 'Weekly' }]), '"3"');
  await app.window.ask('feeds:refresh');
  await app.window.until('agenda:rangeChanged', (one) => one.range.from === june.from);
  expect(app.window.received('agenda:rangeChanged').map((one) => one.range)).toEqual([april, june]);
});

test('a meeting of another month is found by its key, also if it was moved far away', async () => {
  const started = await computer();
  const moved = {
    ...weekly,
    uid: 'Weekly',
    start: '2026-06-20T10:00:00Z',
    lines: ['RECURRENCE-ID:20260406T150000Z'],
  };
  started.network.serve(address, aCalendar([{ ...weekly, uid: 'Weekly' }, moved]), '"1"');
  await using app = await started.start();
  const added = await app.window.ask('feeds:add', address);
  if (!added.ok) throw new Error(added.problem.title);
  const find = (start: string) => app.window.ask('agenda:find', `${added.value.id}|Weekly|${start}`);
  expect((await find('2026-04-13T15:00:00.000Z'))?.time.start).toBe(Date.parse('2026-04-13T15:00:00Z'));
  expect((await find('2026-04-06T15:00:00.000Z'))?.time.start).toBe(Date.parse('2026-06-20T10:00:00Z'));
  expect(await find('2026-04-07T15:00:00.000Z')).toBeNull();
});
