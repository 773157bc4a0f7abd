import { resolve } from 'node:path';

/** Options on the app's command line. */
export interface CommandLine {
  /** The wall clock starts at this instant (ms) and advances; null for the computer's clock. */
  readonly now: number | null;
}

/**
 * The app's own arguments. An installed app receives no others; an app that Electron runs from a folder receives its
 * own after the path of that folder. An AppImage may insert `--no-sandbox` before them.
 * @param argv as `process.argv`; @param appPath absolute path of the app
 */
export function ownArguments(argv: readonly string[], appPath: string): string[] {
  const at = argv.findIndex((arg, index) => index > 0 && !arg.startsWith('-') && resolve(arg) === appPath);
  return argv.slice(Math.max(at, 0) + 1).filter((arg) => arg !== '--no-sandbox');
}

/**
 * Whether the arguments run a command instead of starting the app: the first argument is a word, not a switch or link,
 * or asks for help or the version.
 */
export const isCommand = ([first = '']: readonly string[]): boolean =>
  /^(?:--help|-h|--version|-v)$/.test(first) || (first !== '' && !/^-|^[a-z][a-z\d+.-]*:/i.test(first));

/** Reads our options; ignores Chromium's switches among them. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const written = args.find((arg) => arg.startsWith('--now='))?.slice('--now='.length);
  const now = written === undefined ? NaN : Date.parse(written);
  return { now: Number.isNaN(now) ? null : now };
}

const valueOf = (args: readonly string[], option: string): string | null =>
  args.find((arg) => arg.startsWith(`${option}=`))?.slice(option.length + 1) ?? null;

/** `--live-catalogue=URL` replaces the address of the community list, `none` disables its download; null without it. */
export const readLiveCatalogue = (args: readonly string[]): string | null =>
  valueOf(args, '--live-catalogue');

/** `--google-server=URL` replaces Google's servers by one on this computer, for tests; null without it, or for others. */
export function readGoogleServer(args: readonly string[]): string | null {
  const url = URL.parse(valueOf(args, '--google-server') ?? '');
  return url?.protocol === 'http:' && url.hostname === '127.0.0.1' ? url.href : null;
}
