import { accountProblem } from '#core/caldav/problems.ts';
import type { Problem } from '#base';
import type { DavReply } from '../../ports/http.ts';
import { nameOf, problemOfReply, sendDav, textOf, type DavClientParts } from './davClient.ts';

/** One object of a calendar on its server: reading its text, and replacing it. */

/** An object as the server has it. */
export interface CalendarObjectText {
  /** After redirects. */
  readonly url: string;
  readonly text: string;
  readonly version: ObjectVersion;
}

/**
 * What a replacement must name, so that it never overwrites another one: the schedule tag if there is one, since answers
 * of other people change the ETag and not the tag (RFC 6638 §3.2.10); else the ETag.
 */
export type ObjectVersion = readonly [name: 'if-match' | 'if-schedule-tag-match', value: string];

export type ReadObject =
  | { readonly kind: 'object'; readonly object: CalendarObjectText }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** `changed`: the server has another version by now. */
export type WrittenObject =
  | { readonly kind: 'written' | 'changed' | 'gone' }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** A failure before any answer. */
const unsent = (status: number, problem: Problem): Problem =>
  status === 0 && problem.code.startsWith('feed/') && problem.code !== 'feed/certificate'
    ? accountProblem('answer/notSent')
    : problem;

export async function readObject(parts: DavClientParts, url: string): Promise<ReadObject> {
  const sent = await sendDav(parts, { method: 'GET', url });
  if (!sent.ok) return { kind: 'failed', problem: unsent(sent.status, sent.problem) };
  const { reply } = sent;
  if (reply.status === 404 || reply.status === 410) return { kind: 'gone' };
  if (reply.status !== 200) return { kind: 'failed', problem: problemOfReply(reply) };
  const version = versionOf(reply);
  if (version === null) return { kind: 'failed', problem: accountProblem('answer/noVersion', nameOf(url)) };
  return {
    kind: 'object',
    object: { url: reply.url, text: textOf(reply), version },
  };
}

/** Null if a replacement could overwrite another one: a weak ETag never matches (RFC 9110 §13.1.1). */
function versionOf({ etag, scheduleTag }: DavReply): ObjectVersion | null {
  if (scheduleTag !== null) return ['if-schedule-tag-match', scheduleTag];
  return etag === null || etag.startsWith('W/') ? null : ['if-match', etag];
}

export async function writeObject(
  parts: DavClientParts,
  { url, text, version }: CalendarObjectText,
): Promise<WrittenObject> {
  const sent = await sendDav(parts, { method: 'PUT', url, body: text, condition: version });
  if (!sent.ok) return { kind: 'failed', problem: unsent(sent.status, sent.problem) };
  const { reply } = sent;
  const { status } = reply;
  if (status >= 200 && status < 300) return { kind: 'written' };
  if (status === 412 || status === 409) return { kind: 'changed' };
  if (status === 404 || status === 410) return { kind: 'gone' };
  const isForbidden = reply.leadsTo === null && (status === 403 || status === 405 || status === 501);
  return {
    kind: 'failed',
    problem: isForbidden ? accountProblem('answer/forbidden', nameOf(url)) : problemOfReply(reply),
  };
}
