import { requireReady, runtime } from '../runtime.ts';
import { handlers, schemeOf, type ProtocolHandler } from './schemes.ts';

let isRegistered = false;

export const protocol = {
  /** Before ready, and once. */
  registerSchemesAsPrivileged(_schemes: Electron.CustomScheme[]): void {
    if (runtime.isReady) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    }
    if (isRegistered) throw new Error('protocol.registerSchemesAsPrivileged can only be called once');
    isRegistered = true;
  },
  handle(scheme: string, handler: ProtocolHandler): void {
    requireReady('protocol.handle can only be used after app is ready');
    if (handlers.has(scheme)) throw new Error(`The scheme has been intercepted: ${scheme}`);
    handlers.set(scheme, handler);
  },
  unhandle(scheme: string): void {
    if (!handlers.delete(scheme)) throw new Error(`The scheme has not been intercepted: ${scheme}`);
  },
  isProtocolHandled(scheme: string): boolean {
    return handlers.has(scheme) || ['http', 'https', 'file', 'data', 'blob'].includes(scheme);
  },
};

/** The response to a page's request to a handled scheme; undefined if the handler failed (net::ERR_UNEXPECTED). */
export async function answerRequest(
  url: string,
  request: { method: string; headers: Record<string, string>; postDataEntries?: { bytes?: string }[] },
): Promise<Response | undefined> {
  const parts = (request.postDataEntries ?? []).map(({ bytes }) => Buffer.from(bytes ?? '', 'base64'));
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  const asked = new Request(url, {
    method: request.method,
    headers: request.headers,
    ...(hasBody ? { body: Buffer.concat(parts) } : {}),
  });
  try {
    const answer: unknown = await handlers.get(schemeOf(url))?.(asked);
    if (answer instanceof Response) return answer;
    console.error(`electron host: the handler of ${schemeOf(url)}: did not give a Response`);
  } catch (error) {
    console.error(error);
  }
  return undefined;
}
