import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { bundlePage, isOwnPage } from './pageAddress.ts';

/** Nothing but the page's own files; no inline code, no inline style, no address outside. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/** Answers one request with a file below `root`, or 404; every answer carries the policy. */
export async function pageFile(request: Pick<Request, 'url' | 'method'>, root: string): Promise<Response> {
  const path = request.method === 'GET' ? filePath(request.url, root) : null;
  const type = path === null ? undefined : types[extname(path)];
  const content = path === null || type === undefined ? null : await readFile(path).catch(() => null);
  const headers = {
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'content-type': content === null || type === undefined ? 'text/plain' : type,
  };
  return content === null
    ? new Response('Not found', { status: 404, headers })
    : new Response(new Uint8Array(content), { status: 200, headers });
}

/** The file that an address names, or null where it would lead out of the folder. */
function filePath(address: string, root: string): string | null {
  if (!isOwnPage(address, bundlePage)) return null;
  let decoded: string;
  try {
    decoded = decodeURIComponent(new URL(address).pathname);
  } catch {
    return null;
  }
  // A backslash is a separator on Windows only; no file of ours has one, nor a null byte, nor a drive's colon.
  if (/[\\\0:]/.test(decoded)) return null;
  const path = normalize(join(root, decoded));
  return path.startsWith(normalize(root) + sep) ? path : null;
}
