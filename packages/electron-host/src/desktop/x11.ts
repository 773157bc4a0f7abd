/**
 * As much of the X11 protocol as screens and global shortcuts take: the connection's set-up, key mapping and key grabs.
 * Source: https://www.x.org/releases/current/doc/xproto/x11protocol.html (little-endian; lengths in units of 4 bytes)
 */
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';

const COOKIE = 'MIT-MAGIC-COOKIE-1';
const GRAB_KEY = 33;
const UNGRAB_KEY = 34;
const GET_KEYBOARD_MAPPING = 101;
const KEY_PRESS = 2;
const ASYNCHRONOUS = 1;
/** neither CapsLock nor NumLock makes a different shortcut */
const LOCKS = [0, 2, 16, 18];
const REAL_MODIFIERS = 1 | 4 | 8 | 64;

export interface KeyPress {
  keycode: number;
  /** shift 1, control 4, alt 8, super 64 */
  modifiers: number;
}
export interface X11 {
  width: number;
  height: number;
  /** Undefined if the keyboard has no such key. */
  keycodeOf: (keysym: number) => number | undefined;
  grab: (key: KeyPress) => void;
  ungrab: (key: KeyPress) => void;
  onKeyPress: (listener: (key: KeyPress) => void) => void;
}

const padded = (bytes: number): number => Math.ceil(bytes / 4) * 4;

/** The secret for this display, from xauth's file; empty if the server needs none. */
function readCookie(display: string): Buffer {
  try {
    const file = readFileSync(process.env['XAUTHORITY'] ?? join(homedir(), '.Xauthority'));
    for (let at = 0; at < file.length;) {
      at += 2; // the family of the address
      const [, number, name, data] = Array.from({ length: 4 }, () => {
        const length = file.readUInt16BE(at);
        at += 2 + length;
        return file.subarray(at - length, at);
      });
      const isOurs = number?.length === 0 || number?.toString() === display;
      if (isOurs && name?.toString() === COOKIE && data) return data;
    }
  } catch {
    // no such file: the server may do without
  }
  return Buffer.alloc(0);
}

function setupRequest(cookie: Buffer): Buffer {
  const name = cookie.length > 0 ? COOKIE : '';
  const request = Buffer.alloc(12 + padded(name.length) + padded(cookie.length));
  request.write('l', 0);
  request.writeUInt16LE(11, 2);
  request.writeUInt16LE(name.length, 6);
  request.writeUInt16LE(cookie.length, 8);
  request.write(name, 12);
  cookie.copy(request, 12 + padded(name.length));
  return request;
}

/** Hands out whole answers: the set-up first, then replies, events and errors. */
function readAnswers(socket: Socket, receive: (answer: Buffer, isSetup: boolean) => void): void {
  let data = Buffer.alloc(0);
  let isSetup = true;
  socket.on('data', (chunk) => {
    data = Buffer.concat([data, Buffer.from(chunk)]);
    for (;;) {
      if (data.length < (isSetup ? 8 : 32)) return;
      const isReply = data[0] === 1;
      const length = isSetup ? 8 + data.readUInt16LE(6) * 4 : 32 + (isReply ? data.readUInt32LE(4) * 4 : 0);
      if (data.length < length) return;
      receive(data.subarray(0, length), isSetup);
      isSetup = false;
      data = data.subarray(length);
    }
  });
}

/** Rejects if there is no X server at DISPLAY, or it denies access. */
export async function connectX11(): Promise<X11> {
  const number = /^:(\d+)/.exec(process.env['DISPLAY'] ?? '')?.[1];
  if (number === undefined) throw new Error('no local X11 display');
  const socket = connect(`/tmp/.X11-unix/X${number}`);
  socket.unref();
  const listeners: ((key: KeyPress) => void)[] = [];
  const setup = Promise.withResolvers<Buffer>();
  const mapping = Promise.withResolvers<Buffer>();
  socket.on('error', (error) => {
    setup.reject(error);
    mapping.reject(error);
  });
  socket.on('close', () => {
    setup.reject(new Error('the X server hung up'));
    mapping.reject(new Error('the X server hung up'));
  });
  mapping.promise.catch(() => {});
  readAnswers(socket, (answer, isSetup) => {
    if (isSetup) setup.resolve(answer);
    else if (answer[0] === 1) mapping.resolve(answer);
    else if ((answer[0]! & 0x7f) === KEY_PRESS) {
      const key = { keycode: answer[1]!, modifiers: answer.readUInt16LE(28) & REAL_MODIFIERS };
      for (const listener of listeners) listener(key);
    }
  });
  socket.write(setupRequest(readCookie(number)));
  const server = await setup.promise;
  if (server[0] !== 1) throw new Error('the X server refused');
  const [firstKey, lastKey] = [server[34]!, server[35]!];
  const screen = 40 + padded(server.readUInt16LE(24)) + server[29]! * 8;
  const root = server.readUInt32LE(screen);
  socket.write(Buffer.from([GET_KEYBOARD_MAPPING, 0, 2, 0, firstKey, lastKey - firstKey + 1, 0, 0]));
  const keysyms = await mapping.promise;
  const perKey = keysyms[1]!;

  return {
    width: server.readUInt16LE(screen + 20),
    height: server.readUInt16LE(screen + 22),
    keycodeOf: (keysym) => {
      for (let at = 32; at + 4 <= keysyms.length; at += 4) {
        if (keysyms.readUInt32LE(at) === keysym) return firstKey + Math.floor((at - 32) / 4 / perKey);
      }
      return undefined;
    },
    grab: ({ keycode, modifiers }) => {
      for (const lock of LOCKS) {
        const request = Buffer.alloc(16);
        request.set([GRAB_KEY, 1, 4, 0]);
        request.writeUInt32LE(root, 4);
        request.writeUInt16LE(modifiers | lock, 8);
        request.set([keycode, ASYNCHRONOUS, ASYNCHRONOUS], 10);
        socket.write(request);
      }
    },
    ungrab: ({ keycode, modifiers }) => {
      for (const lock of LOCKS) {
        const request = Buffer.alloc(12);
        request.set([UNGRAB_KEY, keycode, 3, 0]);
        request.writeUInt32LE(root, 4);
        request.writeUInt16LE(modifiers | lock, 8);
        socket.write(request);
      }
    },
    onKeyPress: (listener) => listeners.push(listener),
  };
}

let shared: X11 | undefined;

/** Connected before `ready`, so that what Electron answers at once is known; undefined without an X server. */
export function x11(): X11 | undefined {
  return shared;
}

export async function prepareX11(): Promise<void> {
  try {
    shared = await connectX11();
  } catch {
    shared = undefined; // headless, Wayland alone, or a server elsewhere
  }
}
