/** What the command line of `electron [-r file] [--switches] <app> [arguments]` asks for. */
export interface CommandLine {
  requires: string[];
  switches: [name: string, value: string][];
  /** undefined: no debugger; port 0: any free one */
  inspect?: { host: string; port: number };
  isVersionAsked: boolean;
  /** folder or file; '' where it is missing */
  entry: string;
}

/** Read from anywhere on the line, as Chromium does: electron-vite puts its debugging port after the app. */
const ANYWHERE =
  /^--(remote-debugging-port|no-sandbox|disable-gpu|lang|force-device-scale-factor|ozone-platform)(?:=(.*))?$/;
const INSPECT = /^--inspect(?:-brk)?(?:=(?:(.*):)?(\d+))?$/;

export function parseCommandLine(argv: readonly string[]): CommandLine {
  const parsed: CommandLine = { requires: [], switches: [], isVersionAsked: false, entry: '' };
  for (const arg of argv) {
    const [, name, value = ''] = ANYWHERE.exec(arg) ?? [];
    if (name !== undefined) parsed.switches.push([name, value]);
  }
  for (let at = 0; at < argv.length && !parsed.entry; at++) {
    const arg = argv[at]!;
    const inspect = INSPECT.exec(arg);
    if (inspect) parsed.inspect = { host: inspect[1] ?? '127.0.0.1', port: Number(inspect[2] ?? 9229) };
    else if (arg === '-r' || arg === '--require') parsed.requires.push(argv[++at] ?? '');
    else if (arg === '--version' || arg === '-v') parsed.isVersionAsked = true;
    else if (ANYWHERE.test(arg)) continue;
    else if (arg.startsWith('--')) {
      const [name = '', ...value] = arg.slice(2).split('=');
      parsed.switches.push([name, value.join('=')]);
    } else parsed.entry = arg;
  }
  return parsed;
}
