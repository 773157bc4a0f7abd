import type { FeedDigest } from '#core/feeds/feedStore.ts';
import type { FeedKind } from '#core/feeds/feed.ts';
import { decodeText } from '#calendar';
import type { Problem } from '#base';
import { isWebPage, mayNameMeetings } from '#community-pages';
import { IS_CALENDAR } from '#core/feeds/recogniseFeedKind.ts';
import { empty, notCalendar, webPage } from './feedProblems.ts';

/** Bytes of a start that say what a document is; warnings of a server's program may stand before the calendar. */
const HEAD_BYTES = 16_384;
const TAIL_BYTES = 512;

/**
 * Looks at a copy before it is read: is it a calendar at all? null when it is.
 * Login pages come with status 200, so neither the status nor the content type decides.
 */
export function validateCopy(kind: FeedKind, bytes: Uint8Array): Problem | null {
  const head = decodeText(bytes.subarray(0, HEAD_BYTES)).trimStart();
  if (head === '') return empty;
  if (kind === 'catalogue') return null;
  // Which meetings a page names, its reader says; one without any word about days is a login page.
  if (isWebPage(head)) return kind === 'markdown' && mayNameMeetings(decodeText(bytes)) ? null : webPage;
  // What a file or page of a community is worth, its reader says.
  if (kind !== 'ics') return null;
  return IS_CALENDAR.test(head) ? null : notCalendar;
}

/** What readers of community files say when there is nothing of theirs in a copy. */
const REFUSALS = new Set([
  'community/notYaml',
  'community/notMarkdown',
  'community/notSigs',
  'catalogue/notJson',
  'catalogue/wrongShape',
]);

/** Why nothing at all could be read in a copy; null when something was. */
export const refusalOf = ({
  seriesCount,
  problems,
}: Pick<FeedDigest, 'seriesCount' | 'problems'>): Problem | null =>
  seriesCount > 0 ? null : (problems.find(({ code }) => REFUSALS.has(code)) ?? null);

/** The last line of a whole calendar is there; of other kinds nothing shows that they are whole. */
export const isWhole = (kind: FeedKind, bytes: Uint8Array): boolean =>
  kind === 'ics' && /END:VCALENDAR\s*$/i.test(decodeText(bytes.subarray(-TAIL_BYTES)));
