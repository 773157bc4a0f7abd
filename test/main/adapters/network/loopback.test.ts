import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { createLoopback } from '#main/adapters/network/loopback.ts';

/** The port on which a sign-in waits for its browser. */

const never = new AbortController().signal;
const isOurs = (answer: URLSearchParams): boolean => answer.get('state') === 'ours';

async function ask(url: string, { host = new URL(url).host, method = 'GET' } = {}): Promise<IncomingMessage> {
  const asked = request(url, { method, headers: { host } });
  asked.end();
  const [reply]: IncomingMessage[] = await once(asked, 'response');
  if (reply === undefined) throw new Error('no reply');
  reply.resume();
  return reply;
}

test('only the expected answer, sent to this address, ends the waiting', async () => {
  await using waiting = await createLoopback().listen(isOurs);
  const { redirectUri } = waiting;
  const { port } = new URL(redirectUri);
  const ours = `${redirectUri}?state=ours&code=1`;
  // A page of the web that calls this computer by a name of its own (DNS rebinding).
  expect((await ask(ours, { host: `evil.example:${port}` })).statusCode).toBe(404);
  expect((await ask(ours, { host: `localhost:${port}` })).statusCode).toBe(404);
  expect((await ask(ours, { method: 'POST' })).statusCode).toBe(404);
  expect((await ask(`${redirectUri}?state=other&code=1`)).statusCode).toBe(400);
  expect((await ask(`${redirectUri}favicon.ico`)).statusCode).toBe(404);
  const answer = waiting.answer(never);
  const reply = await ask(ours);
  expect(reply.statusCode).toBe(200);
  expect(reply.headers['content-security-policy']).toContain("default-src 'none'");
  expect((await answer)?.get('code')).toBe('1');
});

test('who waits no longer gets nothing, and the port is free again', async () => {
  const waiting = await createLoopback().listen(isOurs);
  const over = new AbortController();
  const answer = waiting.answer(over.signal);
  over.abort();
  expect(await answer).toBeNull();
  await waiting[Symbol.asyncDispose]();
  await expect(ask(waiting.redirectUri)).rejects.toThrow('ECONNREFUSED');
});
