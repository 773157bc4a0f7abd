import { readFile } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireReady } from '../runtime.ts';
import { handlers, schemeOf } from './schemes.ts';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.wav': 'audio/wav',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

async function fetchFile(url: string): Promise<Response> {
  const path = fileURLToPath(url);
  const type = TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
  try {
    return new Response(new Uint8Array(await readFile(path)), { headers: { 'content-type': type } });
  } catch (error) {
    throw new Error('net::ERR_FILE_NOT_FOUND', { cause: error });
  }
}

function isOnline(): boolean {
  return Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal));
}

export const net = {
  /** Reaches `file:` and handled schemes besides the web, as Electron's does. */
  async fetch(input: string | GlobalRequest, init?: RequestInit): Promise<Response> {
    requireReady('net module can only be used after app is ready');
    const url = typeof input === 'string' ? input : input.url;
    const scheme = schemeOf(url);
    if (scheme === 'file') return fetchFile(url);
    const handler = handlers.get(scheme);
    if (handler) return handler(new Request(input, init));
    return fetch(input, init);
  },
  isOnline,
  get online(): boolean {
    return isOnline();
  },
};
