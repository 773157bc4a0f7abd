/**
 * A plain Chromium cannot navigate to a custom scheme, so each gets an https origin that never resolves:
 * `app://bundle/x` is `https://bundle.app.electron-host.invalid/x` in the page, and `app://bundle/x` in all that the app sees.
 */
const SUFFIX = 'electron-host.invalid';

export type ProtocolHandler = (request: Request) => Response | Promise<Response>;
export const handlers = new Map<string, ProtocolHandler>();

export function schemeOf(url: string): string {
  return url.slice(0, Math.max(0, url.indexOf(':'))).toLowerCase();
}

/** The address for the page. Throws Electron's error for an address without a host: origin and storage depend on it. */
export function toWeb(url: string): string {
  const scheme = schemeOf(url);
  if (!handlers.has(scheme)) return new URL(url).href;
  const parts = /^[^:]+:\/\/([^/?#]+)([^?#]*)(.*)$/.exec(url);
  if (!parts) throw new Error(`ERR_INVALID_URL (-300) loading '${url}'`);
  const [, host = '', path = '', rest = ''] = parts;
  return new URL(`https://${host}.${scheme}.${SUFFIX}${path || '/'}${rest}`).href;
}

/** The address for the app. */
export function toApp(url: string): string {
  const parts = /^https:\/\/([^/?#]+)\.([a-z][a-z0-9+-]*)\.electron-host\.invalid(?=[/?#]|$)(.*)$/i.exec(url);
  return parts ? `${parts[2]}://${parts[1]}${parts[3]}` : url;
}

/** `app://bundle` of `app://bundle/index.html`; `null` of an opaque one, as the web says. */
export function originOf(url: string): string {
  const parts = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]+)/i.exec(url);
  return parts?.[1] ?? 'null';
}

export function withoutHash(url: string): string {
  return url.replace(/#.*/s, '');
}
