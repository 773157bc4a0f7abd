import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { bundlePage, isOwnPage } from './pageAddress.ts';

/** Allows the page's own files only: no inline code, no inline style, no external address. */
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

/** Responds with a file below `root`, or 404. Every response carries the policy. */
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

/** The path of the requested file; null if it would be outside the folder. */
function filePath(address: string, root: string): string | null {
  if (!isOwnPage(address, bundlePage)) return null;
  let decoded: string;
  try {
    decoded = decodeURIComponent(new URL(address).pathname);
  } catch {
    return null;
  }
  // No file of ours has a backslash (a separator on Windows), a null byte, or a drive's colon in its name.
  if (/[\\\0:]/.test(decoded)) return null;
  const path = normalize(join(root, decoded));
  return path.startsWith(normalize(root) + sep) ? path : null;
}
