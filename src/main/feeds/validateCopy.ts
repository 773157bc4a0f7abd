import { feedsProblem } from '#core/feeds/problems.ts';
import type { FeedDigest } from '#core/feeds/feedStore.ts';
import type { FeedFormat } from '#core/feeds/feed.ts';
import { decodeText } from '#calendar';
import type { Problem } from '#base';
import { isWebPage, mayNameMeetings } from '#community-pages';
import { IS_CALENDAR } from '#core/feeds/recogniseFormat.ts';

/** Enough to recognise a document; warnings of a server's program may precede the calendar. */
const HEAD_BYTES = 16_384;
const TAIL_BYTES = 512;

/**
 * Validates a copy before it is read: is it a calendar at all? Null if it is.
 * Login pages come with status 200, so neither the status nor the content type decides.
 */
export function validateCopy(format: FeedFormat, bytes: Uint8Array): Problem | null {
  const head = decodeText(bytes.subarray(0, HEAD_BYTES)).trimStart();
  if (head === '') return feedsProblem('feed/empty');
  if (format === 'catalogue') return null;
  // A page without any word about days is a login page. The meetings of others are found by their reader.
  if (isWebPage(head))
    return format === 'markdown' && mayNameMeetings(decodeText(bytes)) ? null : feedsProblem('feed/webPage');
  // The readers of community files and pages validate them.
  if (format !== 'ics') return null;
  return IS_CALENDAR.test(head) ? null : feedsProblem('feed/notCalendar');
}

/** Problem codes of the readers of community files that found nothing of theirs. */
const REFUSALS = new Set([
  'community/notYaml',
  'community/notMarkdown',
  'community/notSigs',
  'catalogue/notJson',
  'catalogue/wrongShape',
  'feed/packUnreadable',
]);

/** The reason why nothing in a copy could be read; null if something could. */
export const refusalOf = ({
  seriesCount,
  problems,
}: Pick<FeedDigest, 'seriesCount' | 'problems'>): Problem | null =>
  seriesCount > 0 ? null : (problems.find(({ code }) => REFUSALS.has(code)) ?? null);

/** The copy ends with the last line of a calendar. False for other formats, which have no such mark. */
export const isWhole = (format: FeedFormat, bytes: Uint8Array): boolean =>
  format === 'ics' && /END:VCALENDAR\s*$/i.test(decodeText(bytes.subarray(-TAIL_BYTES)));
