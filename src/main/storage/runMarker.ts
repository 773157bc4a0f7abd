import { desktopProblem } from '#core/desktop/problems.ts';
import { join } from 'node:path';
import { z } from 'zod';
import { clockTime, shortDay, type TimeFormat } from '#core/format/formatTime.ts';
import { errorText, type Instant, MINUTE, type Problem } from '#base';
import type { MissedMeeting } from '#core/reminders/missedMeetings.ts';
import type { ClockWatch } from '../time/clockWatch.ts';
import type { Ports } from '../ports/ports.ts';

/** A file that exists while the app runs. If it exists at the start, the last run ended without quitting. */
export interface RunMarker extends AsyncDisposable {
  /** When that run was last seen alive, ms; null if it quit. */
  readonly cutOffAfter: Instant | null;
}

const marker = z.object({ aliveAt: z.number() });

/** Interval of the heartbeat in the file; long, to let the disk sleep. */
const ALIVE_MS = 5 * MINUTE;

/** Reads the marker of the last run, and writes its own until it is disposed. */
export async function openRunMarker(
  { files, clock, environment, log }: Pick<Ports, 'files' | 'clock' | 'environment' | 'log'>,
  clockWatch: Pick<ClockWatch, 'minute'>,
): Promise<RunMarker> {
  const path = join(environment.userData, 'running.json');
  const cutOffAfter = await readMarker();
  let aliveAt = -Infinity;
  let writing: Promise<void> = Promise.resolve();

  async function readMarker(): Promise<Instant | null> {
    try {
      const bytes = await files.read(path, 1_000);
      return bytes === null ? null : marker.parse(JSON.parse(new TextDecoder().decode(bytes))).aliveAt;
    } catch {
      return null;
    }
  }
  /** A full or write-protected disk loses the marker only. */
  const attempt = (work: () => Promise<void>): Promise<void> => {
    writing = writing.then(work).catch((error: unknown) => log(`running.json: ${errorText(error)}`));
    return writing;
  };
  const live = (): void => {
    const now = clock.now();
    if (Math.abs(now - aliveAt) < ALIVE_MS) return;
    aliveAt = now;
    void attempt(() => files.write(path, JSON.stringify({ aliveAt: now })));
  };

  live();
  const beats = clockWatch.minute.on(live);
  return {
    cutOffAfter,
    [Symbol.asyncDispose]: async () => {
      beats[Symbol.dispose]();
      await attempt(() => files.remove(path));
    },
  };
}

/** The problem that reports a crashed last run, and how many meetings were missed since. */
export function cutOffNotice(
  cutOffAfter: Instant,
  missed: readonly MissedMeeting[],
  format: TimeFormat,
): Problem {
  const count = missed.filter(({ start, why }) => why === 'closed' && start >= cutOffAfter).length;
  return desktopProblem(
    'app/cutOff',
    `${shortDay(cutOffAfter, format)} at ${clockTime(cutOffAfter, format)}`,
    count,
  );
}
