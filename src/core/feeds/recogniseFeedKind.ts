import type { FeedKind } from './feed.ts';
import { isWebPage, mayNameMeetings } from '#community-pages';
import { decodeText } from '#calendar';

const HEAD_BYTES = 4096;
/** Larger pages are not read. */
const PAGE_BYTES = 2 * 1024 * 1024;
const MARKDOWN_NAME = /\.(?:md|mdx|markdown|mdown|mkd|txt|rst|adoc|asciidoc)(?:[?#]|$)/i;
const YAML_NAME = /\.ya?ml(?:[?#]|$)/i;

/** The start of an iCalendar text, also of one that has lost its frame and holds bare events. */
export const IS_CALENDAR = /^BEGIN:V(?:CALENDAR|EVENT)\b/im;

/** Top-level lists of groups, each with its directory: the shape of a sigs.yaml. */
const SIGS = /^(?:sigs|workinggroups|usergroups|committees):\s*$[\s\S]*?^\s*(?:- )?dir:\s/m;
const FRONT_MATTER = /^---\s*$[\s\S]*?^---\s*$/m;
const HEADING_OR_LINK = /^#{1,6}\s|^[*-]\s.*\]\(|^[=-]{3,}\s*$/m;

/** What a document is, from its first bytes and its address; a calendar where nothing speaks for another kind. */
export function recogniseFeedKind(bytes: Uint8Array, address: string): FeedKind {
  const head = decodeText(bytes.subarray(0, HEAD_BYTES)).trimStart();
  if (IS_CALENDAR.test(head)) return 'ics';
  if (head.startsWith('{')) return 'catalogue';
  if (YAML_NAME.test(address) || SIGS.test(head)) return 'sigs';
  if (MARKDOWN_NAME.test(address)) return 'markdown';
  // A login page comes from the address of a calendar, too, and says nothing of days.
  if (isWebPage(head)) return mayNameMeetings(decodeText(bytes.subarray(0, PAGE_BYTES))) ? 'markdown' : 'ics';
  const isHtml = /^<(?:!doctype|html|head|body|\?xml)/i.test(head);
  return !isHtml && (FRONT_MATTER.test(head) || HEADING_OR_LINK.test(head)) ? 'markdown' : 'ics';
}
