import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createFiles } from '#main/adapters/disk/files.ts';
import { createNetwork } from '#main/adapters/network/network.ts';

test('a single file is watched: when it appears, is replaced, and goes away', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'office-hours-'));
  const path = join(folder, 'team.ics');
  let calls = 0;
  const watch = createFiles().watchFile(path, () => (calls += 1));
  const heard = (count: number) =>
    vi.waitFor(() => expect(calls).toBeGreaterThanOrEqual(count), { timeout: 60_000, interval: 50 });
  try {
    await writeFile(path, 'one');
    await heard(1);
    const before = calls;
    await writeFile(`${path}.new`, 'another');
    await rename(`${path}.new`, path);
    await heard(before + 1);
    const after = calls;
    await rm(path);
    await heard(after + 1);
  } finally {
    watch[Symbol.dispose]();
    await rm(folder, { recursive: true });
  }
});

test('a network is back when the computer has an address that it had not', () => {
  vi.useFakeTimers();
  try {
    let addresses = ['10.0.0.5'];
    let calls = 0;
    const look = 1_000;
    const network = createNetwork(() => addresses, look);
    const watch = network.onBack(() => (calls += 1));
    const after = (next: string[]): number => {
      addresses = next;
      vi.advanceTimersByTime(look);
      return calls;
    };
    expect(after(['10.0.0.5'])).toBe(0);
    expect(after([])).toBe(0);
    expect(after(['10.0.0.5'])).toBe(1);
    expect(after(['10.0.0.5', '192.168.1.2'])).toBe(2);
    expect(after(['192.168.1.2'])).toBe(2);
    watch[Symbol.dispose]();
    expect(after(['10.0.0.5'])).toBe(2);
  } finally {
    vi.useRealTimers();
  }
});
