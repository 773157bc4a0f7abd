import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { redact } from '#core/format/redact.ts';

/** A larger log of earlier runs is renamed to `….old` at start, so at most two files exist. */
const largestBytes = 1_000_000;

/**
 * The log for developers: dated, redacted lines in a file. Writes synchronously, because the last lines before a crash
 * matter most. A full or read-only disk costs the log only.
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
      // The log is the last resort; there is no other place for this error.
    }
  };
}
