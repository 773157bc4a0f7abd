import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { reminderKey } from '#core/keys.ts';
import { MINUTE } from '#base';
import { Computer, type RunningApp } from '../fakes/startApp.ts';

/** The weekly meeting of SIG Node, under the UID of the first catalogue and under today's. */
const before = 'sig-node';
const today = 'sig-node/main-sig-meeting';
const start = '2026-11-24T18:00:00.000Z';

/** A computer with the real catalogue, on which the first version was used. */
async function computerOfTheFirstVersion(now = '2026-11-23T09:00:00Z'): Promise<Computer> {
  const computer = new Computer(now);
  const catalogue = new URL('../../assets/catalogue/kubernetes.json', import.meta.url);
  computer.memory.put('/app/catalogue/kubernetes.json', await readFile(catalogue, 'utf8'));
  computer.store.write('settings', { isWelcomeDone: true, joinWith: 'browser' });
  return computer;
}

/** What it stored when somebody changed what is followed. */
const followedThen = (followed: 'all' | readonly string[]) => ({
  version: 1,
  feeds: [{ id: 'kubernetes', kind: 'catalogue', name: 'K', address: 'kubernetes', followed, color: 0 }],
});

const followedNow = async (app: RunningApp) =>
  (await app.window.ask('feeds:list')).find(({ feed }) => feed.id === 'kubernetes')?.feed.followed;

const keyOf = async (app: RunningApp): Promise<string> =>
  (await app.window.askAgenda()).occurrences.find(
    ({ uid, originalStart }) => uid === today && originalStart.startsWith('2026-11-24'),
  )?.key ?? '';

test('meetings followed in the first catalogue are still followed, and no others', async () => {
  const computer = await computerOfTheFirstVersion();
  computer.store.write('feeds', followedThen([before, 'kops-office-hours']));
  await using app = await computer.start();
  expect(await followedNow(app)).toEqual([today, 'sig-cluster-lifecycle/kops/kops-office-hours']);
  expect(await keyOf(app)).not.toBe('');
});

test('following all of the first catalogue adds no meetings that it did not have, stored or not', async () => {
  const computer = await computerOfTheFirstVersion();
  const stored = await computer.start();
  const all = await followedNow(stored);
  expect(all).toHaveLength(34);
  await stored[Symbol.asyncDispose]();

  computer.store.write('feeds', followedThen('all'));
  await using app = await computer.start();
  expect(await followedNow(app)).toEqual(all);
});

test('following all of today’s catalogue survives a restart', async () => {
  const computer = await computerOfTheFirstVersion();
  const first = await computer.start();
  await first.window.ask('feeds:follow', 'kubernetes', 'all');
  await first[Symbol.asyncDispose]();
  await using second = await computer.start();
  expect(await followedNow(second)).toBe('all');
});

test('every meeting of the first catalogue is one of today’s', async () => {
  const computer = await computerOfTheFirstVersion();
  await using app = await computer.start();
  const communities = await app.window.ask('communities:get');
  const uids = new Set(communities.flatMap(({ meetings }) => meetings.map(({ uid }) => uid)));
  const followed = [await followedNow(app)].flat();
  expect(followed.filter((uid) => uid === undefined || !uids.has(uid))).toEqual([]);
});

test('a skipped meeting, an answer about its week, a note and a transcript are still about it', async () => {
  const computer = await computerOfTheFirstVersion();
  computer.store.write('settings', {
    isWelcomeDone: true,
    joinWith: 'app',
    reminders: { overrides: { [`series|kubernetes|${before}`]: [] } },
  });
  computer.store.write('feeds', followedThen([before, 'sig-apps']));
  const answer = { feedId: 'kubernetes', uid: 'sig-apps', date: '2026-11-23', source: 'you', at: 0 };
  computer.store.write('facts', { version: 1, weeks: [answer] });
  const key = `kubernetes|${before}|2026-11-24T18:00:00.000Z`;
  const note = `---\ntitle: Node\noccurrence: ${key}\nseries: kubernetes|${before}\nstart: ${start}\n---\n\nText.\n`;
  computer.memory.put('/documents/Office Hours/node.md', note);
  const nothing = { date: null, playlist: null, description: null, scheduleUrl: null, videoUrl: null };
  const transcript = { ...nothing, title: 'Talk', speakers: [], cues: [] };
  const kept = { format: 1, occurrenceKey: key, title: 'Talk', videoUrl: null, offset: 0, transcript };
  computer.memory.put('/documents/Office Hours/Transcripts/talk.json', JSON.stringify(kept));
  await using app = await computer.start();

  expect((await app.window.ask('settings:get')).reminders.overrides).toEqual({
    [`series|kubernetes|${today}`]: [],
  });
  const agenda = await app.window.askAgenda();
  const apps = agenda.occurrences.filter(({ uid }) => uid === 'sig-apps/regular-sig-meeting');
  expect(apps.map(({ isWeekUnknown }) => isWeekUnknown)).not.toContain(true);
  expect(apps[0]?.week?.settled?.date).toBe('2026-11-23');
  const opened = await app.window.ask('notes:openFor', await keyOf(app));
  expect(opened).toMatchObject({ ok: true, value: { path: 'node.md', body: 'Text.\n' } });
  expect(computer.memory.text('/documents/Office Hours/node.md')).toBe(note);
  expect((await app.window.ask('transcripts:list')).map(({ occurrenceKey }) => occurrenceKey)).toEqual([
    await keyOf(app),
  ]);
});

test('a reminder that was shown for it is not shown again', async () => {
  const computer = await computerOfTheFirstVersion('2026-11-24T17:55:00Z');
  computer.store.write('feeds', followedThen([before]));
  const meeting = `kubernetes|${before}|${start}|${Date.parse(start)}`;
  const shown = (kind: 'planned' | 'raised' | 'shown') => ({
    at: Date.parse(start) - 10 * MINUTE,
    kind,
    key: reminderKey('before-10', meeting),
  });
  const lines = [shown('planned'), shown('raised'), shown('shown')].map((one) => `${JSON.stringify(one)}\n`);
  computer.memory.put('/user/reminders.jsonl', lines.join(''));
  await using app = await computer.start();
  expect(await keyOf(app)).toBe(`kubernetes|${today}|${start}`);
  expect(app.notifier.notices).toEqual([]);
});
