import { createServer, request, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import {
  connect,
  createServer as createSocketServer,
  type Server as SocketServer,
  type Socket,
} from 'node:net';
import type { ServerCertificate } from './authority.ts';

/** Real servers on this computer. `closeServers` ends them. */

const running: { readonly server: SocketServer; readonly sockets: Set<Socket> }[] = [];

export function closeServers(): void {
  for (const { server, sockets } of running.splice(0)) {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
}

function portOf(server: SocketServer): number {
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port');
  return bound.port;
}

/** @returns the port */
async function listen(server: Server | SocketServer): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  running.push({ server, sockets });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return portOf(server);
}

/** @returns its origin */
export const serve = async (answer: RequestListener): Promise<string> =>
  `http://127.0.0.1:${await listen(createServer(answer))}`;

export const serveSecurely = async (
  certificate: ServerCertificate,
  answer: RequestListener,
): Promise<string> => `https://127.0.0.1:${await listen(createSecureServer({ ...certificate }, answer))}`;

/** A port at which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createSocketServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Answers every connection with the same bytes. @returns host and port */
export const serveBytes = async (bytes: string): Promise<string> =>
  `127.0.0.1:${await listen(createSocketServer((socket) => socket.once('data', () => socket.end(bytes))))}`;

export interface ProxyRules {
  /** The value of `Proxy-Authorization` that it wants; left out if it lets everybody through. */
  readonly wants?: string;
  /** What it offers to those without it. */
  readonly offers?: string;
  /** Where names lead, for servers that exist in the tests only: host and port. */
  readonly names?: Readonly<Record<string, string>>;
}

export interface TestProxy {
  /** Host and port. */
  readonly name: string;
  /** What was asked of it: `CONNECT host:port`, `GET http://…`, with `!` before what it refused. */
  readonly log: string[];
  /** Every header that it passed on to a server, in lower case. */
  readonly passedOn: string[];
  wants: string | null;
}

/** A proxy for tunnels and for plain http, with a login if it is told so. */
export async function serveProxy({
  wants,
  offers = 'Basic realm="Office"',
  names = {},
}: ProxyRules = {}): Promise<TestProxy> {
  const proxy: { name: string; log: string[]; passedOn: string[]; wants: string | null } = {
    name: '',
    log: [],
    passedOn: [],
    wants: wants ?? null,
  };
  const isAllowed = (given: string | undefined): boolean => proxy.wants === null || given === proxy.wants;
  const server = createServer((incoming, outgoing) => {
    const isIn = isAllowed(incoming.headers['proxy-authorization']);
    proxy.log.push(`${isIn ? '' : '!'}${incoming.method} ${incoming.url}`);
    if (!isIn) {
      outgoing.writeHead(407, { 'proxy-authenticate': offers }).end('<html>Log in</html>');
      return;
    }
    const target = new URL(incoming.url ?? '');
    const { 'proxy-authorization': _own, ...headers } = incoming.headers;
    proxy.passedOn.push(...Object.keys(headers));
    const host = names[target.host] ?? target.host;
    const onward = request(
      `http://${host}${target.pathname}${target.search}`,
      { method: incoming.method, headers },
      (reply) => {
        outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(outgoing);
      },
    );
    onward.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  });
  server.on('connect', (incoming, socket: Socket, head: Buffer) => {
    const isIn = isAllowed(incoming.headers['proxy-authorization']);
    proxy.log.push(`${isIn ? '' : '!'}CONNECT ${incoming.url}`);
    socket.on('error', () => undefined);
    if (!isIn) {
      socket.end(`HTTP/1.1 407 No\r\nProxy-Authenticate: ${offers}\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const [host = '', port = ''] = (names[incoming.url ?? ''] ?? incoming.url ?? '').split(':');
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.write(head);
      onward.pipe(socket);
      socket.pipe(onward);
    });
    onward.on('error', () => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
  });
  proxy.name = `127.0.0.1:${await listen(server)}`;
  return proxy;
}

/** A SOCKS5 proxy without a login. @returns its host and port, and where it was asked to go */
export async function serveSocks(): Promise<{ readonly name: string; readonly log: string[] }> {
  const log: string[] = [];
  const server = createSocketServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.from([5, 0]));
      socket.once('data', (asked: Buffer) => {
        const isName = asked[3] === 3;
        const end = isName ? 5 + (asked[4] ?? 0) : 8;
        const host = isName ? asked.subarray(5, end).toString() : [...asked.subarray(4, 8)].join('.');
        const port = asked.readUInt16BE(end);
        log.push(`${host}:${port}`);
        const onward = connect(port, '127.0.0.1', () => {
          socket.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
          onward.pipe(socket);
          socket.pipe(onward);
        });
        onward.on('error', () => socket.destroy());
      });
    });
  });
  return { name: `127.0.0.1:${await listen(server)}`, log };
}
