import type { Feed } from '../feeds/feed.ts';
import { writtenAddress } from '../feeds/sourceAddress.ts';
import type { SeriesDetails } from '#calendar';
import { replyOf, type Reply } from './attendance.ts';

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
 * address (Google's X-WR-CALNAME), or has it in its own (`/ical/me%40example.org/private-…`). An account has the addresses
 * that its server names; many are named after one too.
 */
export function ownersOf({ name, source }: Pick<Feed, 'name' | 'source'>): ReadonlySet<string> {
  const { user, addresses = [] } = source.kind === 'calDav' ? source : { user: '' };
  const texts = `${name} ${decoded(writtenAddress(source) ?? '')} ${user}`;
  return new Set([...addresses, ...(texts.toLowerCase().match(MAIL_ADDRESS) ?? [])]);
}

/** Of several owners the first of these counts. */
const REPLIES: readonly Reply[] = ['no', 'yes', 'maybe', 'none'];

/** What an owner of the calendar answered; null if no owner is known or invited. */
export function ownReplyOf(
  details: Pick<SeriesDetails, 'attendees'>,
  owners: ReadonlySet<string>,
): Reply | null {
  // Attendees are parsed lazily; public calendars never need them.
  if (owners.size === 0) return null;
  const own = new Set(details.attendees.filter(({ address }) => owners.has(address)).map(replyOf));
  return REPLIES.find((one) => own.has(one)) ?? null;
}
