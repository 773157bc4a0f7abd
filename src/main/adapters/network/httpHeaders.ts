import type { Instant } from '#base';
import type { DavQuestion } from '../../ports/http.ts';

/** Headers of requests, and the time values in those of responses, in ms. */

type Headers = Pick<globalThis.Headers, 'get'>;

/**
 * How long a response is fresh: `max-age` minus its age in caches (RFC 9111 §4.2). Null without a max-age, and for
 * `no-cache` and `max-age=0`, which allow a request at any time.
 */
export function freshFor(headers: Headers): number | null {
  const control = headers.get('cache-control') ?? '';
  if (/\bno-(?:cache|store)\b/i.test(control)) return null;
  const seconds = Number(/(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})/i.exec(control)?.[1] ?? 0);
  const age = /^\d{1,10}$/.exec(headers.get('age') ?? '')?.[0] ?? '0';
  return seconds > 0 ? Math.max(1, seconds - Number(age)) * 1000 : null;
}

/** Retry-After: seconds or a date (RFC 9110 §10.2.3). Null if it is missing or invalid. */
export function retryAfter(headers: Headers, now: Instant): number | null {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,10}$/.test(text)) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** The headers of a request of WebDAV, beside those of all requests. */
export function davHeaders(question: DavQuestion): Readonly<Record<string, string>> {
  // Servers mark the ETag of a compressed answer, as weak or by its end, and then do not know it again.
  if (question.method === 'GET') return { accept: 'text/calendar', 'accept-encoding': 'identity' };
  if (question.method === 'PUT') {
    const [name, value] = question.condition;
    return { 'content-type': 'text/calendar; charset=utf-8', [name]: value };
  }
  return {
    accept: 'text/xml, application/xml',
    'content-type': 'application/xml; charset=utf-8',
    depth: String(question.depth),
    // Leaves out the properties that a resource does not have (RFC 8144).
    prefer: 'return=minimal',
  };
}
