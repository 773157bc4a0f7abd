import type { FeedFormat } from './feed.ts';
import { isTomlOrTable, isWebPage, mayNameMeetings } from '#community-pages';
import { decodeText } from '#calendar';

const HEAD_BYTES = 4096;
/** Only so much of a web page is searched for words about days. */
const PAGE_BYTES = 2 * 1024 * 1024;
const MARKDOWN_NAME = /\.(?:md|mdx|markdown|mdown|mkd|txt|rst|adoc|asciidoc)(?:[?#]|$)/i;
const DATA_NAME = /\.(?:ya?ml|toml|csv|meeting\.json)(?:[?#]|$)/i;

/** The start of an iCalendar text, or of bare events without a VCALENDAR around them. */
export const IS_CALENDAR = /^BEGIN:V(?:CALENDAR|EVENT)\b/im;

/** Top-level lists of groups, each with its directory: the shape of a sigs.yaml. */
const SIGS = /^(?:sigs|workinggroups|usergroups|committees):\s*$[\s\S]*?^\s*(?:- )?dir:\s/m;
/** A meeting of Node.js: in which calendar it is, under which title. */
const MEETING_FILE = /"calendar"\s{0,20}:\s{0,20}\{\s{0,20}"(?:filter|url)"/;
const FRONT_MATTER = /^---\s*$[\s\S]*?^---\s*$/m;
const HEADING_OR_LINK = /^#{1,6}\s|^[*-]\s.*\]\(|^[=-]{3,}\s*$/m;

/**
 * The format of a document, from its first bytes and its location; `ics` if nothing points to another one.
 * @param location URL or path; its ending counts
 */
export function recogniseFormat(bytes: Uint8Array, location: string): FeedFormat {
  const head = decodeText(bytes.subarray(0, HEAD_BYTES)).trimStart();
  if (IS_CALENDAR.test(head)) return 'ics';
  if (head.startsWith('{')) return DATA_NAME.test(location) || MEETING_FILE.test(head) ? 'sigs' : 'catalogue';
  if (DATA_NAME.test(location) || SIGS.test(head)) return 'sigs';
  if (MARKDOWN_NAME.test(location)) return 'markdown';
  if (isTomlOrTable(head)) return 'sigs';
  // The address of a calendar may also answer with a login page, which names no days.
  if (isWebPage(head)) return mayNameMeetings(decodeText(bytes.subarray(0, PAGE_BYTES))) ? 'markdown' : 'ics';
  const isHtml = /^<(?:!doctype|html|head|body|\?xml)/i.test(head);
  return !isHtml && (FRONT_MATTER.test(head) || HEADING_OR_LINK.test(head)) ? 'markdown' : 'ics';
}
