import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import type { EventName, EventPayload } from '#core/ipc/contract.ts';
import { createFiles } from '#main/adapters/disk/files.ts';
import { HOUR, MINUTE } from '#base';
import { aCalendar } from '../builders/aCalendar.ts';
import { isDeep } from '../effort.ts';
import { FakeWindow } from '../fakes/fakeWindow.ts';
import { Computer } from '../fakes/startApp.ts';

const start = Date.parse('2026-11-20T09:00:00Z');
const address = 'https://example.org/team.ics';
const REFRESHES = 2_000;
const EVENTS = 30;
const PERIOD_MS = 15 * MINUTE;
/** By then the ledger has the ten days that it keeps in memory, and all code has run. */
const SETTLED = 1_000;
const STEP = 250;
/** What the heap may grow after that, in MB. The records of 1,000 refreshes have 30,000 meetings: 9 MB and more. */
const MOST_GROWTH_MB = 3;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

function heapMb(): number {
  // What is finalized in the first round is collected in the second.
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed / 1e6;
}

/** Keeps no events, unlike the usual fake. */
class ForgetfulWindow extends FakeWindow {
  override send<N extends EventName>(_name: N, _payload: EventPayload<N>): void {
    // The test asks instead.
  }
}

/** The calendar as it is at a refresh: every meeting has another name, another id and another time. */
const calendarAt = (round: number): string =>
  aCalendar(
    Array.from({ length: EVENTS }, (_, index) => ({
      uid: `${round}-${index}`,
      title: `Meeting ${index} of refresh ${round}`,
      start: new Date(start + round * PERIOD_MS + (5 * index - 40) * HOUR).toISOString(),
      lines: [`LOCATION:https://zoom.us/j/9${String(round * 100 + index).padStart(9, '0')}`],
    })),
  );

/** The real disk, so that what is written is not in the memory that is measured. */
function computerOn(root: string): Computer {
  const computer = new Computer(new Date(start).toISOString());
  mkdirSync(join(root, 'catalogue'));
  writeFileSync(join(root, 'catalogue', 'kubernetes.json'), computer.emptyCatalogue);
  computer.files = createFiles();
  computer.newWindow = () => new ForgetfulWindow();
  computer.folders = {
    ...computer.folders,
    userData: join(root, 'user'),
    documents: join(root, 'documents'),
    catalogueFolder: join(root, 'catalogue'),
  };
  return computer;
}

test.runIf(isDeep)(
  'main keeps nothing of 2,000 refreshes of a calendar that changes each time',
  { tags: ['deep'] },
  async () => {
    const root = mkdtempSync(join(tmpdir(), 'growth-'));
    try {
      const computer = computerOn(root);
      computer.network.serve(address, calendarAt(0), '"0"');
      await using app = await computer.start();
      expect(await app.window.ask('feeds:add', address)).toMatchObject({ ok: true });
      const heaps: number[] = [];
      for (let round = 1; round <= REFRESHES; round += 1) {
        computer.network.serve(address, calendarAt(round), `"${round}"`);
        computer.network.requests.length = 0;
        await computer.clock.advance(PERIOD_MS);
        const isCurrent = async (): Promise<boolean> =>
          (await app.window.askAgenda()).occurrences.some(({ title }) => title.endsWith(`refresh ${round}`));
        while (!(await isCurrent())) await new Promise((resolve) => setImmediate(resolve));
        // The fake keeps all that it has shown.
        app.notifier.notices.length = 0;
        if (round % STEP === 0) heaps.push(heapMb());
      }
      const settled = heaps[SETTLED / STEP - 1] ?? 0;
      // What was in progress at one moment is gone at the next.
      expect(Math.min(...heaps.slice(-2)) - settled).toBeLessThan(MOST_GROWTH_MB);
    } finally {
      rmSync(root, { recursive: true, force: true, maxRetries: 5 });
    }
  },
);
