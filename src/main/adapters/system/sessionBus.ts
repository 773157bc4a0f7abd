import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A tool that hangs must not block its caller. */
const TIMEOUT_MS = 3_000;

/** A method call on the object named after its service. */
interface Call {
  readonly service: string;
  /** Default: the name of the service. */
  readonly interfaceName?: string;
  readonly method: string;
  /** Texts, without spaces. */
  readonly args?: readonly string[];
}

/** The command line of each tool that desktops ship, for calling a method. */
const callers: readonly ((
  call: Call,
  path: string,
) => readonly [program: string, args: readonly string[]])[] = [
  ({ service, interfaceName = service, method, args = [] }, path) => {
    const signature = args.length > 0 ? ['s'.repeat(args.length)] : [];
    return ['busctl', ['--user', 'call', service, path, interfaceName, method, ...signature, ...args]];
  },
  ({ service, interfaceName = service, method, args = [] }, path) => {
    const texts = args.map((text) => `string:${text}`);
    return [
      'dbus-send',
      ['--session', '--print-reply', `--dest=${service}`, path, `${interfaceName}.${method}`, ...texts],
    ];
  },
  ({ service, interfaceName = service, method, args = [] }, path) => [
    'gdbus',
    [
      'call',
      '--session',
      '--dest',
      service,
      '--object-path',
      path,
      '--method',
      `${interfaceName}.${method}`,
      ...args,
    ],
  ],
];

/** Where a session keeps its bus, by the D-Bus specification and by systemd. Each tool would look in vain for long. */
const hasSessionBus = (): boolean =>
  env['DBUS_SESSION_BUS_ADDRESS'] !== undefined ||
  (env['XDG_RUNTIME_DIR'] !== undefined && existsSync(join(env['XDG_RUNTIME_DIR'], 'bus')));

/** The reply as text; null if there is no session bus, no such service, or no tool. */
async function callSessionBus(call: Call): Promise<string | null> {
  if (!hasSessionBus()) return null;
  const path = `/${call.service.replaceAll('.', '/')}`;
  for (const caller of callers) {
    const [program, args] = caller(call, path);
    const answer = await run(program, [...args], { timeout: TIMEOUT_MS }).catch(() => null);
    if (answer !== null) return answer.stdout;
  }
  return null;
}

/** Names on the session bus. */
export const sessionBusNames = (): Promise<string | null> =>
  callSessionBus({ service: 'org.freedesktop.DBus', method: 'ListNames' });

/** Capabilities of the desktop's notification server, such as `body-markup`. */
export const notificationCapabilities = (): Promise<string | null> =>
  callSessionBus({ service: 'org.freedesktop.Notifications', method: 'GetCapabilities' });

/** A boolean property of the notification server; null if it does not exist, or there is no session bus. */
export async function notificationProperty(interfaceName: string, name: string): Promise<boolean | null> {
  const answer = await callSessionBus({
    service: 'org.freedesktop.Notifications',
    interfaceName: 'org.freedesktop.DBus.Properties',
    method: 'Get',
    args: [interfaceName, name],
  });
  const value = /\b(?:true|false)\b/.exec(answer ?? '')?.[0];
  return value === undefined ? null : value === 'true';
}
