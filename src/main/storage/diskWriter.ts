import { settingsProblem } from '#core/settings/problems.ts';
import { errorText, MINUTE, SECOND } from '#base';
import type { Ports } from '../ports/ports.ts';
import type { Problems } from '../app/problems.ts';
import { ConfigEdited } from '../ports/store.ts';

/** What a write is of, in words: they follow “not saved yet:”. */
export type WriteSubject =
  | 'your settings'
  | 'your list of feeds'
  | 'your answers about meetings'
  | 'your notes'
  | 'what was announced'
  | 'what calendars changed'
  | 'copies of calendars';

/**
 * Writes what must not be lost. A write that fails is kept and run again, after longer and longer pauses, as soon as
 * another one succeeds, and before the app ends. Until then a problem tells what is only in memory.
 */
export interface DiskWriter extends AsyncDisposable {
  /**
   * Runs a write, at once where no other of its name is running. A newer one takes the place of one that failed or
   * waits, so each has to write all that is to be on the disk at the time it runs.
   * @returns whether it is on the disk
   */
  write(name: string, subject: WriteSubject, work: () => void | Promise<void>): Promise<boolean>;
  /** Runs now what failed: there may be room again, or nothing holds the file up any more. */
  retry(): Promise<void>;
  /** Whether the last write of that name failed and is to be run again. */
  isUnsaved(name: string): boolean;
}

interface Waiting {
  readonly subject: WriteSubject;
  readonly work: () => void | Promise<void>;
}

const FIRST_PAUSE_MS = 5 * SECOND;
const LONGEST_PAUSE_MS = 5 * MINUTE;

/** A writer without anything to write. Disposing runs once more what failed. */
export function createDiskWriter(
  { clock, log }: Pick<Ports, 'clock' | 'log'>,
  problems: Problems,
): DiskWriter {
  /** What failed, oldest first. */
  const unsaved = new Map<string, Waiting & { readonly isHeldUp: boolean }>();
  /** The last write of each name that still runs. */
  const running = new Map<string, Promise<boolean>>();
  let timer: Disposable | undefined;
  let pause = FIRST_PAUSE_MS;

  const tell = (): void => {
    // That an edit of the file holds a write up is told where the edit is.
    const ofDisk = [...unsaved.values()].filter(({ isHeldUp }) => !isHeldUp);
    if (ofDisk.length === 0) problems.withdraw('disk/unsaved');
    else problems.report(settingsProblem('disk/unsaved', [...new Set(ofDisk.map(({ subject }) => subject))]));
  };

  function arm(): void {
    timer?.[Symbol.dispose]();
    timer = unsaved.size === 0 ? undefined : clock.after(pause, () => void retry());
  }

  async function attempt(name: string, waiting: Waiting): Promise<boolean> {
    try {
      await waiting.work();
    } catch (error) {
      if (!unsaved.has(name)) log(`not saved (${name}): ${errorText(error)}`);
      unsaved.set(name, { ...waiting, isHeldUp: error instanceof ConfigEdited });
      tell();
      if (timer === undefined) arm();
      return false;
    }
    unsaved.delete(name);
    tell();
    if (unsaved.size > 0 && pause > FIRST_PAUSE_MS) {
      // There is room again.
      pause = FIRST_PAUSE_MS;
      arm();
    }
    return true;
  }

  /** Each of a name after the other; the first part of a write runs before this returns where none is running. */
  function inTurn(name: string, waiting: Waiting): Promise<boolean> {
    const before = running.get(name);
    const run: Promise<boolean> = (
      before === undefined ? attempt(name, waiting) : before.then(() => attempt(name, waiting))
    ).finally(() => running.get(name) === run && running.delete(name));
    running.set(name, run);
    return run;
  }

  async function retry(): Promise<void> {
    timer?.[Symbol.dispose]();
    timer = undefined;
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    for (const [name, waiting] of unsaved.entries().toArray())
      // A newer one of its name may have taken its place meanwhile.
      if (unsaved.get(name) === waiting) await inTurn(name, waiting);
    if (unsaved.size === 0) pause = FIRST_PAUSE_MS;
    arm();
  }

  return {
    write: (name, subject, work) => inTurn(name, { subject, work }),
    retry,
    isUnsaved: (name) => unsaved.has(name),
    [Symbol.asyncDispose]: async () => {
      await Promise.all(running.values());
      if (unsaved.size > 0) await retry();
      timer?.[Symbol.dispose]();
    },
  };
}
