/** A desktop for one spec: a session bus, with dunst to show notifications and press their buttons. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

const FIELDS = 5;

/** A notification, as dunst reports it. */
export interface ShownNotification {
  id: number;
  app: string;
  title: string;
  body: string;
  urgency: string;
}

export interface Desktop extends AsyncDisposable {
  /** for the environment of processes on this bus */
  readonly address: string;
  /** all so far, oldest first */
  notifications: () => ShownNotification[];
  /** Presses a button of the latest notification, by its text. */
  pressButton: (text: string) => Promise<void>;
  /** Closes all visible notifications, as a user does. */
  dismissAll: () => Promise<void>;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await ended;
}

/** Resolves with the address that dbus-daemon prints. */
async function startBus(): Promise<{ bus: ChildProcess; address: string }> {
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    bus.once('error', reject);
    bus.once('exit', (code) => reject(new Error(`dbus-daemon ended with ${code}`)));
    bus.stdout.setEncoding('utf8').once('data', (text: string) => resolve(text.trim()));
  });
  return { bus, address };
}

let display: Promise<string> | undefined;

/** The current display; else an Xvfb that ends with this process. */
export async function displayForSpecs(): Promise<string> {
  const { DISPLAY } = process.env;
  if (DISPLAY) return DISPLAY;
  display ??= startDisplay();
  return display;
}

async function startDisplay(): Promise<string> {
  const xvfb = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  process.once('exit', () => xvfb.kill());
  const number = await new Promise<string>((resolve, reject) => {
    xvfb.once('error', reject);
    xvfb.stdout.setEncoding('utf8').once('data', (text: string) => resolve(text.trim()));
  });
  xvfb.unref();
  return `:${number}`;
}

/**
 * Starts dbus-daemon and dunst with their files in `folder`. `dunstctl action` supports only the default action, so
 * a button is pressed through dunst's context menu, with a `dmenu` that answers immediately.
 */
export async function startDesktop(folder: string): Promise<Desktop> {
  const DISPLAY = await displayForSpecs();
  mkdirSync(folder, { recursive: true });
  const choice = join(folder, 'choice');
  const dmenu = join(folder, 'dmenu');
  const config = join(folder, 'dunstrc');
  const log = join(folder, 'shown');
  const script = join(folder, 'note-shown');
  writeFileSync(log, '');
  writeFileSync(dmenu, `#!/bin/sh\nexec grep -m1 -F "$(cat '${choice}')"\n`, { mode: 0o755 });
  // run by dunst for each notification that it shows; its own history has only closed ones
  writeFileSync(
    script,
    `#!/bin/sh\nprintf '%s\\0' "$DUNST_ID" "$DUNST_APP_NAME" "$DUNST_SUMMARY" "$DUNST_BODY" "$DUNST_URGENCY" >> '${log}'\n`,
    { mode: 0o755 },
  );
  writeFileSync(
    config,
    `[global]\ndmenu = ${dmenu}\nidle_threshold = 0\n[every]\nsummary = "*"\nscript = ${script}\n`,
  );
  await using parts = new AsyncDisposableStack();
  const { bus, address } = await startBus();
  parts.defer(() => end(bus));
  const env = { ...process.env, DISPLAY, DBUS_SESSION_BUS_ADDRESS: address };
  const dunst = spawn('dunst', ['-conf', config], { env, stdio: 'ignore' });
  parts.defer(() => end(dunst));
  const ctl = async (...args: string[]): Promise<string> => (await run('dunstctl', args, { env })).stdout;
  for (let tries = 0; ; tries++) {
    try {
      await ctl('count');
      break;
    } catch (error) {
      if (tries === 50) throw error;
      await delay(50);
    }
  }
  const ending = parts.move();
  return {
    address,
    notifications: () => {
      const words = readFileSync(log, 'utf8').split('\0');
      const count = Math.floor(words.length / FIELDS);
      return Array.from({ length: count }, (_none, at) => {
        const [id, app = '', title = '', body = '', urgency = ''] = words.slice(at * FIELDS);
        return { id: Number(id), app, title, body, urgency };
      });
    },
    pressButton: async (text) => {
      writeFileSync(choice, text);
      await ctl('context');
    },
    dismissAll: async () => {
      await ctl('close-all');
    },
    [Symbol.asyncDispose]: () => ending.disposeAsync(),
  };
}
