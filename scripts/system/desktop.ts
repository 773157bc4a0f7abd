import { type ChildProcess, spawn } from 'node:child_process';

/** A part of the desktop that we had to start ourselves, and what programs must know to use it. */
export interface Started extends AsyncDisposable {
  readonly env: Readonly<Record<string, string>>;
}

/** Whether windows can be shown here. */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

/** Whether there is a session bus, for notifications and the tray. */
export const hasBus = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DBUS_SESSION_BUS_ADDRESS']);

/** Starts a virtual display with a free number. */
export async function startDisplay(): Promise<Started> {
  // The server writes the number that it took to this descriptor, once it is ready.
  const { child, said } = await start('Xvfb', [
    '-displayfd',
    '1',
    '-screen',
    '0',
    '1400x900x24',
    '-nolisten',
    'tcp',
  ]);
  return { env: { DISPLAY: `:${said}` }, [Symbol.asyncDispose]: () => end(child) };
}

/**
 * Starts a session bus of our own; what is activated on it ends with it.
 * @param env the environment of activated services: dunst wants a display
 */
export async function startBus(env: NodeJS.ProcessEnv): Promise<Started> {
  const { child, said } = await start('dbus-daemon', ['--session', '--nofork', '--print-address'], env);
  return { env: { DBUS_SESSION_BUS_ADDRESS: said }, [Symbol.asyncDispose]: () => end(child) };
}

/** Resolves with the first line that the program writes. */
function start(
  program: string,
  args: readonly string[],
  env = process.env,
): Promise<{ child: ChildProcess; said: string }> {
  return new Promise((resolve, reject) => {
    // In a group of its own: Ctrl-C must reach the app first and this only at the end.
    const child = spawn(program, args, { detached: true, env, stdio: ['ignore', 'pipe', 'ignore'] });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${program} ended with code ${code}`)));
    child.stdout.setEncoding('utf8').once('data', (text: string) => resolve({ child, said: text.trim() }));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  // The whole process group: the bus starts services on demand.
  process.kill(-child.pid, 'SIGTERM');
  await ended;
}
