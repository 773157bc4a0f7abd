import { expect, test } from 'vitest';
import { createDiskWriter } from '#main/storage/diskWriter.ts';
import { createProblems } from '#main/app/problems.ts';
import { openReminderLedger } from '#main/reminders/reminderLedger.ts';
import { pastMeetings } from '#core/reminders/pastMeetings.ts';
import type { ReminderEvent } from '#core/reminders/reminderHistory.ts';
import { DAY, MINUTE } from '#base';
import { cpuTimeOf } from '../../cpuTime.ts';
import { FakeClock } from '../../fakes/fakeClock.ts';
import { MemoryFiles } from '../../fakes/memoryFiles.ts';

const path = '/user/reminders.jsonl';
const [a, b] = ['before-10|a|5', 'before-10|b|5'];
const setUp = () => {
  const files = new MemoryFiles();
  const problems = createProblems([]);
  const clock = new FakeClock('2026-11-20T09:00:00Z');
  const writer = createDiskWriter({ clock, log: () => undefined }, problems);
  const open = (now = () => 1_000) =>
    openReminderLedger({ files, clock: { now, turn: () => clock.turn() }, problems, writer }, path);
  return { files, problems, clock, open };
};

test('recorded events are there after a restart', async () => {
  const { open, files } = setUp();
  const ledger = await open();
  await ledger.record({ kind: 'planned', key: a });
  await ledger.record({ kind: 'raised', key: a });
  expect(files.text(path)).toBe(
    '{"at":1000,"kind":"planned","key":"before-10|a|5"}\n{"at":1000,"kind":"raised","key":"before-10|a|5"}\n',
  );
  expect((await open()).history().get('a|5')?.slots.get('before-10')).toMatchObject({
    isPlanned: true,
    isUncertain: true,
  });
});

test('a torn last line is dropped, and the next line is not written behind it', async () => {
  const { open, files, problems } = setUp();
  files.put(path, '{"at":1,"kind":"raised","key":"before-10|a|5"}\n{"at":2,"kind":"rai');
  const ledger = await open();
  await ledger.record({ kind: 'raised', key: b });
  const again = (await open()).history();
  expect([...again.keys()]).toEqual(['a|5', 'b|5']);
  expect(problems.all()).toEqual([]);
});

test('a last line that is whole but for its end counts', async () => {
  const { open, files } = setUp();
  files.put(path, '{"at":1,"kind":"raised","key":"before-10|a|5"}');
  expect((await open()).history().get('a|5')?.slots.get('before-10')?.isUncertain).toBe(true);
});

test('damage in the middle is reported, set aside, and costs nothing else', async () => {
  const { open, files, problems } = setUp();
  const damaged =
    '{"at":1,"kind":"raised","key":"before-10|a|5"}\n\u0000\u0000\u0000\n{"at":3,"kind":"raised","key":"before-10|c|5"}\n';
  files.put(path, damaged);
  expect([...(await open()).history().keys()]).toEqual(['a|5', 'c|5']);
  expect(problems.all().map((problem) => problem.code)).toEqual(['reminders/damaged']);
  expect(files.text(`${path}.damaged-1000`)).toBe(damaged);
  expect(files.text(path)).toBe(
    '{"at":1,"kind":"raised","key":"before-10|a|5"}\n{"at":3,"kind":"raised","key":"before-10|c|5"}\n',
  );
});

test('a full disk is reported, what happened stays known in memory, and is written when there is room', async () => {
  const { open, files, problems, clock } = setUp();
  const ledger = await open();
  files.isFull = true;
  await ledger.record({ kind: 'raised', key: a });
  expect(ledger.history().get('a|5')?.slots.get('before-10')?.isSettled).toBe(true);
  expect(problems.all().map((problem) => problem.code)).toEqual(['disk/unsaved']);
  files.isFull = false;
  await clock.advance(MINUTE);
  expect(problems.all()).toEqual([]);
  expect([...(await open()).history().keys()]).toEqual(['a|5']);
});

test('a line half written on a full disk loses nothing: the file is rewritten, each event once', async () => {
  const { open, files, clock } = setUp();
  const ledger = await open();
  await ledger.record({ kind: 'planned', key: a });
  files.beforeAppend = (_, line) => {
    files.put(path, `${files.text(path) ?? ''}${line.slice(0, 9)}`);
    throw new Error('ENOSPC');
  };
  await ledger.record({ kind: 'raised', key: a });
  void ledger.record({ kind: 'shown', key: a });
  await ledger.record({ kind: 'raised', key: b });
  await clock.advance(MINUTE);
  const kinds = (await open()).eventsSince(0).map(({ kind }) => kind);
  expect(kinds).toEqual(['planned', 'raised', 'shown', 'raised']);
});

test('simultaneous events are one write, and half a write keeps half of them', async () => {
  const { open, files } = setUp();
  const ledger = await open();
  await ledger.record({ kind: 'planned', key: a, title: 'A', room: 7 }, { kind: 'planned', key: b });
  const text = files.text(path) ?? '';
  expect(text.trimEnd().split('\n')).toHaveLength(2);
  files.put(path, text.slice(0, -5));
  const again = (await open()).history();
  expect([...again.keys()]).toEqual(['a|5']);
  expect(again.get('a|5')).toMatchObject({ title: 'A', room: 7 });
});

test('of a meeting 60 days ago its outcomes and its title are kept, for two years', async () => {
  const { files, open } = setUp();
  let now = 0;
  const joined = `before-0|a|5`;
  const later = `before-10|b|${61 * DAY}`;
  const ledger = await open(() => now);
  await ledger.record({ kind: 'planned', key: a, title: 'Sync' }, { kind: 'raised', key: a });
  await ledger.record({ kind: 'shown', key: a }, { kind: 'shown', key: joined });
  await ledger.record({ kind: 'joined', key: joined });
  const kinds = () => ledger.eventsSince(-Infinity).map(({ kind }) => kind);
  now = 61 * DAY;
  await ledger.record({ kind: 'raised', key: later });
  await ledger.trim();
  expect(kinds()).toEqual(['planned', 'raised', 'shown', 'shown', 'joined', 'raised']);
  now = 62.5 * DAY;
  await ledger.trim();
  expect(kinds()).toEqual(['planned', 'shown', 'joined', 'raised']);
  expect(pastMeetings((await open(() => now)).eventsSince(-Infinity), now).at(-1)).toMatchObject({
    title: 'Sync',
    happened: [{ kind: 'shown' }, { kind: 'joined' }],
  });
  now = 733 * DAY;
  await ledger.trim();
  expect(files.text(path)).not.toContain('|a|');
});

test('of a meeting 60 days ago that was only planned and withdrawn nothing is kept', async () => {
  const { open } = setUp();
  let now = 0;
  const ledger = await open(() => now);
  await ledger.record({ kind: 'planned', key: a, title: 'Sync' });
  await ledger.record({ kind: 'withdrawn', key: a, why: 'removed' });
  now = 63 * DAY;
  await ledger.trim();
  expect(ledger.eventsSince(-Infinity)).toEqual([]);
});

test('two years of ten meetings a day are small, and read in little time', async () => {
  const { open } = setUp();
  const events = Array.from({ length: 7_300 }, (_, index): ReminderEvent[] => {
    const start = Math.floor(index / 10) * DAY;
    const keys = ['before-10', 'before-1', 'before-0'].map((slot) => `${slot}|feed|uid-${index}|${start}`);
    return keys.flatMap((key) => [
      { at: start, kind: 'planned' as const, key, title: `Weekly sync of the group ${index % 30}`, room: 7 },
      { at: start, kind: 'raised' as const, key },
      { at: start, kind: 'shown' as const, key },
    ]);
  }).flat();
  const ledger = await open(() => 730 * DAY);
  void ledger.replace(events);
  await ledger.trim();
  const kept = ledger.eventsSince(-Infinity);
  const read = cpuTimeOf(() => expect(pastMeetings(kept, 730 * DAY)).toHaveLength(7_290));
  expect(read).toBeLessThan(2_000);
  expect(JSON.stringify(kept).length).toBeLessThan(3_000_000);
});

test('of many lines those are dropped that only planned meetings long over', async () => {
  const { files, open } = setUp();
  let now = 0;
  const ledger = await open(() => now);
  const keys = Array.from({ length: 6_000 }, (_, index) => `before-10|uid-${index}|${DAY}`);
  await ledger.record(...keys.map((key) => ({ kind: 'planned', key, title: 'A' }) as const));
  const ahead = `before-10|b|${9 * DAY}`;
  const seen = `before-10|uid-5999|${DAY}`;
  await ledger.record({ kind: 'planned', key: ahead, title: 'B' }, { kind: 'raised', key: seen });
  await ledger.trim();
  expect(files.text(path)).toContain('uid-17|');
  now = 4 * DAY;
  await ledger.trim();
  expect([...ledger.history().keys()]).toEqual([`uid-5999|${DAY}`, `b|${9 * DAY}`]);
  expect(files.text(path)?.trimEnd().split('\n')).toHaveLength(3);
});

test('a calendar with new UIDs in each of 1,000 downloads does not make the ledger grow', async () => {
  const { files, open } = setUp();
  const ledger = await open(() => 0);
  const other = `before-10|other|${DAY}`;
  const told = `before-10|told|${DAY}`;
  await ledger.record(
    { kind: 'planned', key: other, title: 'Other' },
    { kind: 'planned', key: told },
    { kind: 'raised', key: told },
    { kind: 'withdrawn', key: told, why: 'removed' },
  );
  const keysOf = (download: number) =>
    Array.from({ length: 18 }, (_, index) => `before-10|${download}-${index}|${DAY}`);
  let longest = 0;
  for (let download = 1; download <= 1_000; download += 1) {
    await ledger.record(
      ...keysOf(download - 1).map((key) => ({ kind: 'withdrawn', key, why: 'removed' }) as const),
      ...keysOf(download).map((key) => ({ kind: 'planned', key, title: 'A' }) as const),
    );
    longest = Math.max(longest, ledger.history().size);
  }
  expect(longest).toBeLessThan(2_500);
  expect(files.text(path)?.trimEnd().split('\n').length).toBeLessThan(4_500);
  const history = (await open(() => 0)).history();
  // What stands now and what was announced is all there.
  for (const key of keysOf(1_000)) expect(history.has(key.slice('before-10|'.length))).toBe(true);
  expect(history.get(`other|${DAY}`)).toMatchObject({ title: 'Other' });
  expect(history.get(`told|${DAY}`)?.slots.get('before-10')).toMatchObject({ isWithdrawn: true });
});

test('requests are served while a long ledger is read, trimmed and written', async () => {
  const { files, clock, open } = setUp();
  const keys = Array.from({ length: 6_000 }, (_, index) => `before-10|uid-${index}|${9 * DAY}`);
  files.put(path, keys.map((key) => `{"at":1,"kind":"planned","key":"${key}"}\n`).join(''));
  let turns = 0;
  clock.turn = async () => void (turns += 1);
  const ledger = await open();
  expect(turns).toBeGreaterThan(20);
  turns = 0;
  const gone = [...keys, b].map((key) => ({ kind: 'withdrawn', key, why: 'removed' }) as const);
  await ledger.record(...gone);
  await ledger.flush();
  expect(turns).toBeGreaterThan(40);
});

test('what is recorded while a ledger is trimmed is kept', async () => {
  const { open } = setUp();
  const ledger = await open();
  const keys = Array.from({ length: 3_000 }, (_, index) => `before-10|uid-${index}|${9 * DAY}`);
  void ledger.record(...keys.map((key) => ({ kind: 'planned', key }) as const));
  void ledger.record(...keys.map((key) => ({ kind: 'withdrawn', key, why: 'removed' }) as const));
  void ledger.record({ kind: 'planned', key: a }, { kind: 'planned', key: keys[0] ?? '' });
  await ledger.flush();
  expect(ledger.eventsSince(-Infinity).length).toBeLessThan(600);
  const again = await open();
  for (const history of [ledger.history(), again.history()]) {
    expect(history.get('a|5')?.slots.get('before-10')?.isWithdrawn).toBe(false);
    expect(history.get(`uid-0|${9 * DAY}`)?.slots.get('before-10')?.isWithdrawn).toBe(false);
  }
});
