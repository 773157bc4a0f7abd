/** Runs an app of a few lines under the host, as a process of its own, with a browser that only says yes. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const electron = join(import.meta.dirname, '../../dist/electron');
const fakeBrowser = join(import.meta.dirname, 'fakeBrowser.js');

export interface Ended {
  code: number | null;
  /** lines that the app printed */
  lines: string[];
  stderr: string;
}
export interface AppFolder extends Disposable {
  readonly folder: string;
  start: (options?: { args?: string[]; env?: Record<string, string> }) => {
    process: ChildProcess;
    ended: Promise<Ended>;
    /** resolves when the app has printed it */
    printed: (line: string) => Promise<void>;
  };
}

/** `main` is the text of the app's ESM main module. */
export function makeApp(main: string, manifest: object = {}): AppFolder {
  const folder = mkdtempSync(join(tmpdir(), 'host-app-'));
  const run = join(folder, 'run');
  mkdirSync(run);
  const identity = { name: 'toy', type: 'module', main: 'main.js', ...manifest };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(identity));
  writeFileSync(join(folder, 'main.js'), main);
  return {
    folder,
    start: ({ args = [], env = {} } = {}) => {
      const inherited = { ...process.env };
      delete inherited['DBUS_SESSION_BUS_ADDRESS'];
      const child = spawn(electron, [folder, ...args], {
        env: {
          ...inherited,
          ELECTRON_HOST_BROWSER: fakeBrowser,
          HOME: folder,
          XDG_CONFIG_HOME: folder,
          XDG_RUNTIME_DIR: run,
          ...env,
        },
      });
      let [stdout, stderr] = ['', ''];
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text;
      });
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        stdout += text;
      });
      const lines = (): string[] => stdout.split('\n').filter(Boolean);
      const ended = new Promise<Ended>((resolve) => {
        child.once('close', (code) => resolve({ code, lines: lines(), stderr }));
      });
      const printed = (line: string): Promise<void> =>
        new Promise((resolve, reject) => {
          const look = (): void => {
            if (lines().includes(line)) resolve();
          };
          look();
          child.stdout.on('data', look);
          child.once('close', () => reject(new Error(`ended before it printed ${line}: ${stdout}${stderr}`)));
        });
      return { process: child, ended, printed };
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** Runs it to its end. */
export async function runApp(main: string, env: Record<string, string> = {}): Promise<Ended> {
  using app = makeApp(main);
  return await app.start({ env }).ended;
}
