import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A tool that hangs must not hang whoever asks. */
const PATIENCE_MS = 3_000;

/** A method without arguments, on the object that bears its service's name. */
interface Call {
  readonly service: string;
  readonly method: string;
}

/** Each tool that desktops bring, and how it is asked to call a method of an object. */
const callers: readonly ((
  call: Call,
  path: string,
) => readonly [program: string, args: readonly string[]])[] = [
  ({ service, method }, path) => ['busctl', ['--user', 'call', service, path, service, method]],
  ({ service, method }, path) => [
    'dbus-send',
    ['--session', '--print-reply', `--dest=${service}`, path, `${service}.${method}`],
  ],
  ({ service, method }, path) => [
    'gdbus',
    ['call', '--session', '--dest', service, '--object-path', path, '--method', `${service}.${method}`],
  ],
];

/** The answer as text; null where there is no bus, no such service, or no tool to ask with. */
async function callSessionBus(call: Call): Promise<string | null> {
  const path = `/${call.service.replaceAll('.', '/')}`;
  for (const caller of callers) {
    const [program, args] = caller(call, path);
    const answer = await run(program, [...args], { timeout: PATIENCE_MS }).catch(() => null);
    if (answer !== null) return answer.stdout;
  }
  return null;
}

/** Names on the session bus. */
export const sessionBusNames = (): Promise<string | null> =>
  callSessionBus({ service: 'org.freedesktop.DBus', method: 'ListNames' });

/** What the desktop's notification server can do, such as `body-markup`. */
export const notificationCapabilities = (): Promise<string | null> =>
  callSessionBus({ service: 'org.freedesktop.Notifications', method: 'GetCapabilities' });
