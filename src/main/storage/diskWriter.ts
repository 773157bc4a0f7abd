import { settingsProblem } from '#core/settings/problems.ts';
import { errorText, MINUTE, SECOND } from '#base';
import type { Ports } from '../ports/ports.ts';
import type { Problems } from '../app/problems.ts';
import { ConfigEdited } from '../ports/store.ts';

/** The subject of a write, shown after “not saved yet:”. */
export type WriteSubject =
  | 'your settings'
  | 'your list of calendars'
  | 'your answers about meetings'
  | 'your notes'
  | 'your passwords'
  | 'what was announced'
  | 'what calendars changed'
  | 'copies of calendars';

/**
 * Writes data that must not be lost. A failed write is retried with back-off, as soon as another write succeeds, and
 * before the app quits. Until then a problem lists what is only in memory.
 */
export interface DiskWriter extends AsyncDisposable {
  /**
   * Runs a write, after a running write of the same name. A newer write replaces one that failed or waits, so each must
   * write the whole state at the time it runs.
   * @returns whether it succeeded
   */
  write(name: string, subject: WriteSubject, work: () => void | Promise<void>): Promise<boolean>;
  /** Retries failed writes now: the disk may have room again, or the file may be writable again. */
  retry(): Promise<void>;
  /** Whether the last write of that name failed and will be retried. */
  isUnsaved(name: string): boolean;
}

interface Waiting {
  readonly subject: WriteSubject;
  readonly work: () => void | Promise<void>;
}

const FIRST_PAUSE_MS = 5 * SECOND;
const LONGEST_PAUSE_MS = 5 * MINUTE;

/** Disposing retries failed writes once. */
export function createDiskWriter(
  { clock, log }: Pick<Ports, 'clock' | 'log'>,
  problems: Problems,
): DiskWriter {
  /** Failed writes, oldest first. */
  const unsaved = new Map<string, Waiting & { readonly isHeldUp: boolean }>();
  /** The running write of each name. */
  const running = new Map<string, Promise<boolean>>();
  let timer: Disposable | undefined;
  let pause = FIRST_PAUSE_MS;

  const updateProblem = (): void => {
    // A write blocked by an edit of the file is reported with the edit.
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
      updateProblem();
      if (timer === undefined) arm();
      return false;
    }
    unsaved.delete(name);
    updateProblem();
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
