/**
 * One instance per userData folder: the first listens on a Unix socket, later ones send it their arguments.
 * A socket's path may be 107 bytes long, so it lies in XDG_RUNTIME_DIR under a hash.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { runtime } from './runtime.ts';
import { trusted } from './trusted.ts';

export interface SecondInstance {
  argv: string[];
  cwd: string;
  data: unknown;
}

/** Electron's call is synchronous, so a helper process does the talking. argv: socket, message. */
const SEND = `
  const socket = require('node:net').connect(process.argv[1]);
  const fail = () => process.exit(1);
  socket.on('error', fail).on('end', fail).on('data', () => process.exit(0));
  socket.write(process.argv[2] + '\\n');
  setTimeout(fail, 3000);
`;

/** Chromium hands the command line on with its switches first and some of its own among them. */
export function asChromiumReorders(argv: readonly string[]): string[] {
  const [exe = '', ...rest] = argv;
  const isSwitch = (arg: string): boolean => arg.startsWith('--') && arg !== '--';
  return [
    exe,
    '--allow-file-access-from-files',
    ...rest.filter(isSwitch),
    ...rest.filter((arg) => !isSwitch(arg)),
  ];
}

function socketPath(): string {
  const folder = runtime.userData();
  mkdirSync(folder, { recursive: true });
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return join(process.env['XDG_RUNTIME_DIR'] ?? tmpdir(), `electron-host-${hash}.sock`);
}

function listen(path: string, heard: (second: SecondInstance) => void): Server {
  const receive = (socket: Socket): void => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('error', () => {}); // the other instance has quit
    socket.on('data', (chunk: string) => {
      text += chunk;
      if (!text.endsWith('\n')) return;
      socket.end('ok');
      heard(trusted(deserialize(Buffer.from(text, 'base64'))));
    });
  };
  return createServer(receive).listen(path).unref();
}

export class InstanceLock {
  #server: Server | undefined;

  get isHeld(): boolean {
    return this.#server !== undefined;
  }

  /** False if another instance has the lock; that instance gets a copy of `data`. Throws if `data` cannot be cloned. */
  request(data: unknown, heard: (second: SecondInstance) => void): boolean {
    if (this.#server) return true;
    const second: SecondInstance = { argv: asChromiumReorders(process.argv), cwd: process.cwd(), data };
    const message = serialize(second).toString('base64');
    const path = socketPath();
    if (existsSync(path)) {
      const sent = spawnSync(runtime.nodePath, ['-e', SEND, path, message], { stdio: 'ignore' });
      if (sent.status === 0) return false;
      rmSync(path, { force: true }); // left by one that was killed
    }
    this.#server = listen(path, heard);
    return true;
  }

  release(): void {
    this.#server?.close();
    this.#server = undefined;
  }
}
