import type { FeedKind } from '../../shared/calendar/feed.ts';
import type { Problem } from '../../shared/problem.ts';
import { empty, notCalendar, webPage } from './feedProblems.ts';

/** Bytes of a start that say what a document is. */
const HEAD_BYTES = 2048;
const TAIL_BYTES = 256;

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/**
 * Looks at a copy before it is read: is it a calendar at all? null when it is.
 * Login pages come with status 200, so neither the status nor the content type decides.
 */
export function judgeCopy(kind: FeedKind, bytes: Uint8Array): Problem | null {
  const head = decode(bytes.subarray(0, HEAD_BYTES)).trimStart();
  if (head === '') return empty;
  if (kind === 'catalogue') return null;
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|body)\b/i.test(head))
    return webPage;
  // What a file or page of a community is worth, its reader says.
  if (kind !== 'ics') return null;
  return /^BEGIN:VCALENDAR\b/im.test(head) ? null : notCalendar;
}

/** The last line of a whole calendar is there; of other kinds nothing shows that they are whole. */
export const isWhole = (kind: FeedKind, bytes: Uint8Array): boolean =>
  kind === 'ics' && /END:VCALENDAR\s*$/i.test(decode(bytes.subarray(-TAIL_BYTES)));
