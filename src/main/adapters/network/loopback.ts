import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Loopback } from '../../ports/loopback.ts';

/** What the browser shows. It loads and runs nothing, and keeps the answer out of the addresses of later requests. */
function show(response: ServerResponse, status: number, title: string, words: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    connection: 'close',
  });
  response.end(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title}</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto;padding:0 1rem}</style><h1>${title}</h1><p>${words}</p></html>`,
  );
}

/** A server for one answer, which only programs of this computer reach. */
export const createLoopback = (): Loopback => ({
  listen: async (isExpected) => {
    // Node's module takes 50 ms to load, and few ever sign in.
    const { createServer } = await import('node:http');
    const found = Promise.withResolvers<URLSearchParams>();
    let host = '';
    const server = createServer((request, response) => {
      const url = URL.parse(request.url ?? '', `http://${host}`);
      // Another name for this address belongs to a page that wants to reach it.
      if (request.method !== 'GET' || request.headers.host !== host || url?.pathname !== '/')
        return show(response, 404, 'Nothing is here', 'Office Hours waits for a sign-in on this port.');
      if (!isExpected(url.searchParams))
        return show(response, 400, 'This is not the expected sign-in', 'Begin again in Office Hours.');
      const isRefused = url.searchParams.has('error');
      if (isRefused)
        show(response, 200, 'You are not signed in', 'Close this page and go back to Office Hours.');
      else
        show(
          response,
          200,
          'Almost done',
          'Close this page and go back to Office Hours, which shows your calendars.',
        );
      found.resolve(url.searchParams);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const bound = server.address();
    if (bound === null || typeof bound === 'string') throw new Error('The port has no number');
    host = `127.0.0.1:${bound.port}`;
    return {
      redirectUri: `http://${host}/`,
      answer: (signal) => {
        const ended = Promise.withResolvers<null>();
        const end = (): void => ended.resolve(null);
        if (signal.aborted) end();
        signal.addEventListener('abort', end, { once: true });
        return Promise.race([found.promise, ended.promise]).finally(() =>
          signal.removeEventListener('abort', end),
        );
      },
      [Symbol.asyncDispose]: async () => {
        const closed = once(server, 'close');
        server.close();
        server.closeIdleConnections();
        await closed;
      },
    };
  },
});
