import { HttpFailure, type Http, type HttpReply, type Login } from '../../ports/http.ts';
import { problemOfFailure, problemOfStatus } from '../feedProblems.ts';
import type { HostQueue } from '../hostQueue.ts';
import { failed, noValidators, type Fetched, type FetchRequest } from './feedSource.ts';

export interface WebPorts {
  readonly http: Http;
  readonly queue: HostQueue;
}

/** The charset in a content type, for example `iso-8859-1`; null if it names none. */
export const charsetOf = (contentType: string | null): string | null =>
  /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1]?.toLowerCase() ?? null;

/**
 * A conditional GET, in the turn of its host.
 * @param base the built-in catalogue that the reply updates; null if it is complete
 * @param login for the server of the URL; null if none is known
 */
export async function fetchWeb(
  { http, queue }: WebPorts,
  url: string,
  { known, isUrgent, signal }: FetchRequest,
  base: Uint8Array | null = null,
  login: Login | null = null,
): Promise<Fetched> {
  const { etag, lastModified } = known ?? noValidators;
  const get = (): Promise<HttpReply> => http.get(url, { etag, lastModified }, signal, { login });
  let reply: HttpReply;
  try {
    reply = await queue.inTurn(new URL(url).host, isUrgent, signal, get);
  } catch (error) {
    if (signal.aborted || !(error instanceof HttpFailure)) throw error;
    return failed(problemOfFailure(error, url, login !== null), error.retryAfterMs);
  }
  if (reply.kind === 'unchanged')
    // Some broken servers answer 304 to requests without validators.
    return etag === null && lastModified === null ? failed(problemOfStatus(304, url)) : reply;
  const { bytes, contentType, freshForMs } = reply;
  const validators = { etag: reply.etag, lastModified: reply.lastModified, charset: charsetOf(contentType) };
  return { kind: 'copy', copy: { ...validators, bytes, base }, freshForMs };
}
