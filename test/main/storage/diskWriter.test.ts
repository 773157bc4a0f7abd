import { expect, test } from 'vitest';
import { createDiskWriter } from '#main/storage/diskWriter.ts';
import { createProblems } from '#main/app/problems.ts';
import { MINUTE, SECOND } from '#base';
import { FakeClock, settle } from '../../fakes/fakeClock.ts';

/** A writer on a disk that is full until it is not, and what reached that disk. */
function setUp() {
  const clock = new FakeClock('2026-11-20T09:00:00Z');
  const problems = createProblems([]);
  const writer = createDiskWriter({ clock, log: () => undefined }, problems);
  const disk = { isFull: true, files: [] as string[], attempts: 0 };
  const writing = (text: string) => (): void => {
    disk.attempts += 1;
    if (disk.isFull) throw new Error('ENOSPC');
    disk.files.push(text);
  };
  return { clock, problems, writer, disk, writing };
}

test('a failed write is reported, and repeated once there is room', async () => {
  const { clock, problems, writer, disk, writing } = setUp();
  expect(await writer.write('a', 'your settings', writing('a1'))).toBe(false);
  expect(await writer.write('b', 'what was announced', writing('b1'))).toBe(false);
  expect(problems.all()).toMatchObject([
    { code: 'disk/unsaved', detail: expect.stringContaining('your settings, what was announced') },
  ]);
  await clock.advance(20 * SECOND);
  expect(problems.all()).toHaveLength(1);
  disk.isFull = false;
  await clock.advance(5 * MINUTE);
  expect(disk.files).toEqual(['a1', 'b1']);
  expect(problems.all()).toEqual([]);
  expect(clock.waiting).toBe(0);
});

test('a newer write replaces the one that waits', async () => {
  const { clock, writer, disk, writing } = setUp();
  await writer.write('a', 'your settings', writing('old'));
  await writer.write('a', 'your settings', writing('new'));
  disk.isFull = false;
  await clock.advance(5 * MINUTE);
  expect(disk.files).toEqual(['new']);
});

test('one write that succeeds brings the others soon, however long the pauses have become', async () => {
  const { clock, writer, disk, writing } = setUp();
  await writer.write('a', 'your settings', writing('a'));
  await clock.advance(60 * MINUTE);
  disk.isFull = false;
  await writer.write('b', 'what was announced', writing('b'));
  await clock.advance(5 * SECOND);
  expect(disk.files).toEqual(['b', 'a']);
});

test('a disk that stays full is asked less and less often', async () => {
  const { clock, writer, disk, writing } = setUp();
  await writer.write('a', 'your settings', writing('a'));
  await clock.advance(60 * MINUTE);
  const first = disk.attempts;
  expect(first).toBeLessThan(20);
  await clock.advance(60 * MINUTE);
  expect(disk.attempts - first).toBe(12);
});

test('the end of the app is one more try, and leaves no timer', async () => {
  const { clock, writer, disk, writing } = setUp();
  await writer.write('a', 'your settings', writing('a'));
  disk.isFull = false;
  await writer[Symbol.asyncDispose]();
  expect(disk.files).toEqual(['a']);
  expect(clock.waiting).toBe(0);
});

test('writes of one name run one after the other, and the synchronous part of a write at once', async () => {
  const { writer } = setUp();
  const seen: string[] = [];
  const slow = Promise.withResolvers<void>();
  const first = writer.write('a', 'copies of calendars', async () => {
    seen.push('first begins');
    await slow.promise;
    seen.push('first ends');
  });
  expect(seen).toEqual(['first begins']);
  const second = writer.write('a', 'copies of calendars', () => void seen.push('second'));
  await settle();
  slow.resolve();
  expect(await Promise.all([first, second])).toEqual([true, true]);
  expect(seen).toEqual(['first begins', 'first ends', 'second']);
});
