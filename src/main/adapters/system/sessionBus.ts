import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A tool that hangs must not hang whoever asks. */
const PATIENCE_MS = 3_000;

/** A method of the object that bears its service's name. */
interface Call {
  readonly service: string;
  /** The interface; that of the service's own name unless told. */
  readonly face?: string;
  readonly method: string;
  /** Texts, without spaces. */
  readonly args?: readonly string[];
}

/** Each tool that desktops bring, and how it is asked to call a method of an object. */
const callers: readonly ((
  call: Call,
  path: string,
) => readonly [program: string, args: readonly string[]])[] = [
  ({ service, face = service, method, args = [] }, path) => {
    const signature = args.length > 0 ? ['s'.repeat(args.length)] : [];
    return ['busctl', ['--user', 'call', service, path, face, method, ...signature, ...args]];
  },
  ({ service, face = service, method, args = [] }, path) => {
    const texts = args.map((text) => `string:${text}`);
    return [
      'dbus-send',
      ['--session', '--print-reply', `--dest=${service}`, path, `${face}.${method}`, ...texts],
    ];
  },
  ({ service, face = service, method, args = [] }, path) => [
    'gdbus',
    ['call', '--session', '--dest', service, '--object-path', path, '--method', `${face}.${method}`, ...args],
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

/** A property of the notification server that is true or false; null where it has none of that name, or no bus. */
export async function notificationProperty(face: string, name: string): Promise<boolean | null> {
  const answer = await callSessionBus({
    service: 'org.freedesktop.Notifications',
    face: 'org.freedesktop.DBus.Properties',
    method: 'Get',
    args: [face, name],
  });
  const said = /\b(?:true|false)\b/.exec(answer ?? '')?.[0];
  return said === undefined ? null : said === 'true';
}
