import type { Occurrence } from './occurrence.ts';
import { groupDigits, isMeetingRoom, type JoinLink } from '#meeting-links';

/** The rooms among which one must choose; none where there is only one, or where only one can take part. */
export function roomsToChoose({ joinLinks }: Pick<Occurrence, 'joinLinks'>): readonly JoinLink[] {
  const rooms = joinLinks.filter(isMeetingRoom);
  return rooms.length > 1 ? rooms : [];
}

/** Rooms that the user has not chosen among yet. */
export const openRooms = (occurrence: Pick<Occurrence, 'joinLinks' | 'roomChosenAt'>): readonly JoinLink[] =>
  occurrence.roomChosenAt === null ? roomsToChoose(occurrence) : [];

/** How a room is called beside others: by its service, and its number or name where they share one. */
export function roomName(
  { service, serviceName, meetingId, url }: JoinLink,
  others: readonly JoinLink[],
): string {
  const isOnly = others.every((other) => other.service !== service || other.url === url);
  if (isOnly) return serviceName;
  return `${serviceName} ${meetingId === null ? new URL(url).pathname.slice(1) : groupDigits(meetingId)}`;
}

/** The same where there is little room: of a number its end, as one reads it out. */
export const shortRoomName = (link: JoinLink, others: readonly JoinLink[]): string =>
  roomName(link, others).replace(/ \d[\d ]* (\d{3,4})$/, ' …$1');
