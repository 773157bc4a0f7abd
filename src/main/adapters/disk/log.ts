import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { redact } from '#core/format/redact.ts';

/** At this size the file of earlier runs becomes `….old`, so that two of them are the most there is. */
const largestBytes = 1_000_000;

/**
 * The log for developers: redacted lines, dated, in a file. Written at once, for the last lines before a crash are
 * the ones that count. A disk that is full or read-only costs the log, never the app.
 */
export function createLog(path: string, now: () => number): (line: string) => void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > largestBytes)
      renameSync(path, `${path}.old`);
  } catch {
    return () => {};
  }
  return (line) => {
    try {
      appendFileSync(path, `${new Date(now()).toISOString()} ${redact(line)}\n`);
    } catch {
      // Nobody is left to tell.
    }
  };
}
