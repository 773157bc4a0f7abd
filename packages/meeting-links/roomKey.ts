import type { JoinLink } from './joinLink.ts';
import type { MeetingService } from './meetingService.ts';
import { services } from './services.ts';

const byId: ReadonlyMap<string, MeetingService> = new Map(services.map((row) => [row.id, row]));

/** Whether one can take part there: not a stream to watch, not a service that has ended, not a page before a room. */
export function isMeetingRoom({ service }: Pick<JoinLink, 'service'>): boolean {
  const forms = byId.get(service)?.forms;
  return (
    forms === undefined || forms.some(({ directness }) => directness === 'room' || directness === 'personal')
  );
}

/**
 * Names the room that a link leads to: the same for every form of address of one room. A meeting that moved from
 * Zoom's own address to that of LFX kept its room.
 */
export function roomKey({
  service,
  meetingId,
  url,
}: Pick<JoinLink, 'service' | 'meetingId' | 'url'>): string {
  if (meetingId === null) return `${service} ${url}`;
  const row = byId.get(service);
  // LFX writes the instant of one date behind the id.
  if (row?.family !== undefined) return `${row.family.of}#${meetingId.replace(/^(\d{9,11})-\d+$/, '$1')}`;
  // Rows of the user's own and software that runs anywhere are in no table of ours.
  const isPerHost = row === undefined || row.idsPerHost === true;
  return isPerHost ? `${service}@${new URL(url).host}#${meetingId}` : `${service}#${meetingId}`;
}
