/** What the app takes on its command line. */
export interface CommandLine {
  /** The wall clock starts at this instant (ms) and runs on; null means the computer's own. */
  readonly now: number | null;
  /** Start without a window, in the tray. */
  readonly isHidden: boolean;
}

/** Reads the arguments that are ours; those of Electron and Chromium stand beside them and are passed over. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const written = args.find((arg) => arg.startsWith('--now='))?.slice('--now='.length);
  const now = written === undefined ? NaN : Date.parse(written);
  return { now: Number.isNaN(now) ? null : now, isHidden: args.includes('--hidden') };
}
