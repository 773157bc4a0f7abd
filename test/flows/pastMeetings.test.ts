import { expect, test } from 'vitest';
import type { AgendaSnapshot } from '#core/agenda/agendaSnapshot.ts';
import type { RuleCondition } from '#core/agenda/meetingRules.ts';
import { applyUpdate } from '#core/agenda/agendaUpdate.ts';
import type { Result } from '#base';
import { aCalendar } from '../builders/aCalendar.ts';
import { settle } from '../fakes/fakeClock.ts';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

/** Past meetings stay, with their notes and what happened, when their calendar forgets them. */

const address = 'https://example.org/team.ics';
const november = { from: Date.parse('2026-10-31T23:00:00Z'), to: Date.parse('2026-11-30T23:00:00Z') };
const weekly = {
  uid: 'weekly',
  title: 'Weekly',
  start: '2026-03-02T15:00:00Z',
  lines: ['RRULE:FREQ=WEEKLY', 'LOCATION:https://zoom.us/j/95680858961?pwd=AbC'],
};
const other = { uid: 'other', title: 'Other', start: '2026-11-23T10:00:00Z' };

const unwrap = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
};

async function start(now = '2026-11-24T09:00:00Z') {
  const computer = new Computer(now);
  computer.network.serve(address, aCalendar([weekly, other]), '"1"');
  await using app = await computer.start();
  const { id } = unwrap(await app.window.ask('feeds:add', address));
  return { computer, keyOf: (date: string) => `${id}|weekly|${date}T15:00:00.000Z`, feedId: id };
}

const watched = async (app: RunningApp): Promise<AgendaSnapshot> =>
  unwrap(await app.window.ask('agenda:watch', november, []));
const titles = ({ occurrences }: AgendaSnapshot, isRemembered = true): string[] =>
  occurrences.filter((one) => one.isRemembered === isRemembered).map(({ title }) => title);

test('a note can be written for a meeting of last month, and keeps it when the calendar is removed', async () => {
  const { computer, keyOf, feedId } = await start();
  await using app = await computer.start();
  const note = unwrap(await app.window.ask('notes:openFor', keyOf('2026-11-02')));
  expect(note.title).toBe('Weekly');
  unwrap(await app.window.ask('notes:save', { ...note, body: 'We decided.' }));
  const before = await watched(app);
  expect(titles(before)).toEqual([]);

  await app.window.ask('feeds:remove', feedId);
  const { update } = await app.window.until('agenda:rangeChanged', () => true);
  const after = applyUpdate(before, update)!;
  expect(titles(after)).toEqual(['Weekly']);
  expect(titles(after, false)).toEqual([]);
  expect(await app.window.ask('agenda:find', keyOf('2026-11-02'))).toMatchObject({
    title: 'Weekly',
    time: { start: Date.parse('2026-11-02T15:00:00Z') },
    isRemembered: true,
  });
  // The note is still that of the meeting.
  expect(unwrap(await app.window.ask('notes:openFor', keyOf('2026-11-02'))).body).toContain('We decided.');
});

test('a rule by title and a hidden calendar also hide what is only remembered; a rule by room does not', async () => {
  const { computer, keyOf, feedId } = await start();
  await using app = await computer.start();
  const note = unwrap(await app.window.ask('notes:openFor', keyOf('2026-11-02')));
  unwrap(await app.window.ask('notes:save', { ...note, body: 'We decided.' }));
  await app.window.ask('feeds:remove', feedId);
  const isShown = async () => {
    await settle();
    return (await watched(app)).occurrences.find(({ isRemembered }) => isRemembered)?.isShown;
  };
  const hide = (condition: RuleCondition) =>
    app.window.ask('settings:change', {
      meetingRules: [{ id: 'rule-1', isOn: true, outcome: 'hidden', conditions: [condition] }],
    });
  await hide({ kind: 'room', isNot: true });
  expect(await isShown()).toBe(true);
  await hide({ kind: 'title', isNot: false, texts: ['weekly'] });
  expect(await isShown()).toBe(false);
  await app.window.ask('settings:change', { meetingRules: [] });
  expect(await isShown()).toBe(true);
  await app.window.ask('settings:change', { calendars: { [feedId]: { isShown: false } } });
  expect(await isShown()).toBe(false);
});

test('a meeting that its calendar has moved to another month is not listed twice', async () => {
  const { computer, keyOf } = await start();
  await using app = await computer.start();
  const note = unwrap(await app.window.ask('notes:openFor', keyOf('2026-11-02')));
  unwrap(await app.window.ask('notes:save', { ...note, body: 'x' }));
  const moved = { ...weekly, start: '2026-09-29T15:00:00Z', lines: ['RECURRENCE-ID:20261102T150000Z'] };
  computer.network.serve(address, aCalendar([weekly, moved]), '"2"');
  await app.window.ask('feeds:refresh');
  expect(titles(await watched(app))).toEqual([]);
});

test('what happened to the reminders of a meeting is known after its calendar forgot it', async () => {
  const { computer, keyOf } = await start('2026-11-23T14:40:00Z');
  await using app = await computer.start();
  await computer.clock.advance(15 * 60_000);
  await settle();
  computer.network.serve(address, aCalendar([other]), '"2"');
  await computer.clock.advance(24 * 3_600_000);
  await app.window.ask('feeds:refresh');
  expect(titles(await watched(app))).toEqual(['Weekly']);
  const story = await app.window.ask('reminders:story', keyOf('2026-11-23'));
  expect(story?.happened.map(({ kind }) => kind)).toContain('shown');
});

test('a meeting of last month is skipped, and its captions are kept with it', async () => {
  const { computer, keyOf } = await start();
  await using app = await computer.start();
  const before = await watched(app);
  unwrap(await app.window.ask('skips:choose', keyOf('2026-11-02'), 'one'));
  const { update } = await app.window.until('agenda:rangeChanged', () => true);
  expect(applyUpdate(before, update)?.occurrences.find(({ skipped }) => skipped !== null)?.key).toBe(
    keyOf('2026-11-02'),
  );
  computer.memory.put('/captions.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello there\n');
  app.desktop.chosenFile = '/captions.vtt';
  const { path } = unwrap(await app.window.ask('transcripts:import', keyOf('2026-11-02')))!;
  expect(path).toContain('2026-11-02');
  expect(await app.window.ask('transcripts:list')).toMatchObject([{ occurrenceKey: keyOf('2026-11-02') }]);
});
