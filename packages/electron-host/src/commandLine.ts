/** What the command line of `electron [-r file] [--switches] <app> [arguments]` asks for. */
export interface CommandLine {
  requires: string[];
  switches: [name: string, value: string][];
  /** undefined: no debugger; port 0: any free one */
  inspect?: { host: string; port: number };
  isVersionAsked: boolean;
  /** Folder or file; '' if missing. */
  entry: string;
}

const SWITCH = /^--([^=]+)(?:=(.*))?$/s;
const INSPECT = /^--inspect(?:-brk)?(?:=(?:(.*):)?(\d+))?$/;

/** Switches count wherever they are on the line, after the app's path too, in lower case; behind `--` none does. */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  const parsed: CommandLine = { requires: [], switches: [], isVersionAsked: false, entry: '' };
  for (let at = 0; at < argv.length && argv[at] !== '--'; at++) {
    const arg = argv[at]!;
    const isBeforeApp = !parsed.entry;
    const inspect = isBeforeApp ? INSPECT.exec(arg) : null;
    const [, name, value = ''] = SWITCH.exec(arg) ?? [];
    if (inspect) parsed.inspect = { host: inspect[1] ?? '127.0.0.1', port: Number(inspect[2] ?? 9229) };
    else if (isBeforeApp && (arg === '-r' || arg === '--require')) parsed.requires.push(argv[++at] ?? '');
    else if (isBeforeApp && (arg === '--version' || arg === '-v')) parsed.isVersionAsked = true;
    else if (name !== undefined) parsed.switches.push([name.toLowerCase(), value]);
    else if (isBeforeApp) parsed.entry = arg;
  }
  return parsed;
}
