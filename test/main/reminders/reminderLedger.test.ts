import { expect, test } from 'vitest';
import { createProblems } from '../../../src/main/problems.ts';
import { openReminderLedger } from '../../../src/main/reminders/reminderLedger.ts';
import { MemoryFiles } from '../../fakes/memoryFiles.ts';

const path = '/user/reminders.jsonl';
const setUp = () => {
  const files = new MemoryFiles();
  const problems = createProblems([]);
  return { files, problems, open: () => openReminderLedger(files, path, () => 1_000, problems) };
};

test('what was recorded is there after a restart', async () => {
  const { open, files } = setUp();
  const ledger = await open();
  await ledger.record('planned', 'a');
  await ledger.record('raised', 'a');
  expect(files.text(path)).toBe(
    '{"at":1000,"kind":"planned","key":"a"}\n{"at":1000,"kind":"raised","key":"a"}\n',
  );
  expect((await open()).history().get('a')).toEqual({ isPlanned: true, isSettled: true, isWithdrawn: false });
});

test('a torn last line is dropped, and the next line is not written behind it', async () => {
  const { open, files, problems } = setUp();
  files.put(path, '{"at":1,"kind":"raised","key":"a"}\n{"at":2,"kind":"rai');
  const ledger = await open();
  await ledger.record('raised', 'b');
  const again = (await open()).history();
  expect([...again.keys()]).toEqual(['a', 'b']);
  expect(problems.all()).toEqual([]);
});

test('a last line that is whole but for its end counts', async () => {
  const { open, files } = setUp();
  files.put(path, '{"at":1,"kind":"raised","key":"a"}');
  expect((await open()).history().get('a')?.isSettled).toBe(true);
});

test('damage in the middle is reported, set aside, and costs nothing else', async () => {
  const { open, files, problems } = setUp();
  const damaged =
    '{"at":1,"kind":"raised","key":"a"}\n\u0000\u0000\u0000\n{"at":3,"kind":"raised","key":"c"}\n';
  files.put(path, damaged);
  expect([...(await open()).history().keys()]).toEqual(['a', 'c']);
  expect(problems.all().map((problem) => problem.code)).toEqual(['reminders/damaged']);
  expect(files.text(`${path}.damaged`)).toBe(damaged);
  expect(files.text(path)).toBe('{"at":1,"kind":"raised","key":"a"}\n{"at":3,"kind":"raised","key":"c"}\n');
});

test('a full disk is reported, and what happened stays known in memory', async () => {
  const { open, files, problems } = setUp();
  const ledger = await open();
  files.isFull = true;
  await ledger.record('raised', 'a');
  expect(ledger.history().get('a')?.isSettled).toBe(true);
  expect(problems.all().map((problem) => problem.code)).toEqual(['reminders/notSaved']);
  files.isFull = false;
  await ledger.record('raised', 'b');
  expect(files.text(path)).toContain('"b"');
});
