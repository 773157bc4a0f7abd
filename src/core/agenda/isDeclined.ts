import type { Feed } from '../feeds/feed.ts';
import { writtenAddress } from '../feeds/sourceAddress.ts';
import type { SeriesDetails } from '#calendar';

const MAIL_ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/**
 * The owner of a calendar, if it names one. A feed has no “me”, but a personal calendar is named after its owner's
 * address (Google's X-WR-CALNAME), or has it in its own (`/ical/me%40example.org/private-…`).
 */
export const ownersOf = ({ name, source }: Pick<Feed, 'name' | 'source'>): ReadonlySet<string> =>
  new Set(`${name} ${decoded(writtenAddress(source) ?? '')}`.toLowerCase().match(MAIL_ADDRESS) ?? []);

/** Whether an owner of the calendar declined this meeting (PARTSTAT, RFC 5545 §3.2.12). */
export function isDeclined(details: Pick<SeriesDetails, 'attendees'>, owners: ReadonlySet<string>): boolean {
  // Attendees are parsed lazily; public calendars never need them.
  if (owners.size === 0) return false;
  return details.attendees.some(({ address, status }) => status === 'DECLINED' && owners.has(address));
}
