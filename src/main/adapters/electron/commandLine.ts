import { resolve } from 'node:path';

/** What the app takes on its command line. */
export interface CommandLine {
  /** The wall clock starts at this instant (ms) and runs on; null means the computer's own. */
  readonly now: number | null;
}

/**
 * The arguments that are for the app. An installed one gets nothing else; one that Electron runs from a folder
 * finds its own after the name of that folder. An AppImage may put `--no-sandbox` before those of the user.
 * @param argv as `process.argv`; @param appPath absolute path of the app
 */
export function ownArguments(argv: readonly string[], appPath: string): string[] {
  const at = argv.findIndex((arg, index) => index > 0 && !arg.startsWith('-') && resolve(arg) === appPath);
  return argv.slice(Math.max(at, 0) + 1).filter((arg) => arg !== '--no-sandbox');
}

/**
 * Whether a command of the command line is meant, and no start of the app: the first argument is a word, which no
 * switch and no link is, or asks for help or the version.
 */
export const isCommand = ([first = '']: readonly string[]): boolean =>
  /^(?:--help|-h|--version|-v)$/.test(first) || (first !== '' && !/^-|^[a-z][a-z\d+.-]*:/i.test(first));

/** Reads the arguments that are ours; those of Chromium may stand beside them and are passed over. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const written = args.find((arg) => arg.startsWith('--now='))?.slice('--now='.length);
  const now = written === undefined ? NaN : Date.parse(written);
  return { now: Number.isNaN(now) ? null : now };
}

/** `--live-catalogue=URL` stands in for the address of the community list, `none` asks for none; null without it. */
export const readLiveCatalogue = (args: readonly string[]): string | null =>
  args.find((arg) => arg.startsWith('--live-catalogue='))?.slice('--live-catalogue='.length) ?? null;
