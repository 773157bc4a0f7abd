import type { JoinLink } from './joinLink.ts';
import type { MeetingService } from './meetingService.ts';
import { services } from './services.ts';

const byId: ReadonlyMap<string, MeetingService> = new Map(services.map((row) => [row.id, row]));

/** Whether a user can take part there: not a stream, a closed service or a page before a room. */
export function isMeetingRoom({ service }: Pick<JoinLink, 'service'>): boolean {
  const forms = byId.get(service)?.forms;
  return (
    forms === undefined || forms.some(({ directness }) => directness === 'room' || directness === 'personal')
  );
}

/**
 * A key that is equal for all addresses of one room. A meeting that moved from Zoom's address to LFX keeps its room.
 */
export function roomKey({
  service,
  meetingId,
  url,
}: Pick<JoinLink, 'service' | 'meetingId' | 'url'>): string {
  if (meetingId === null) return `${service} ${url}`;
  const row = byId.get(service);
  // LFX appends the instant of one date to the id.
  if (row?.family !== undefined) return `${row.family.of}#${meetingId.replace(/^(\d{9,11})-\d+$/, '$1')}`;
  // Own rows and self-hosted software are not in the table.
  const isPerHost = row === undefined || row.idsPerHost === true;
  return isPerHost ? `${service}@${new URL(url).host}#${meetingId}` : `${service}#${meetingId}`;
}
