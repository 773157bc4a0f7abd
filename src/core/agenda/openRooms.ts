import type { Occurrence } from './occurrence.ts';
import { groupDigits, isMeetingRoom, type JoinLink, typedId } from '#meeting-links';

/** The rooms to choose from; empty if there is only one, or only one in which the user can take part. */
export function roomsToChoose({ joinLinks }: Pick<Occurrence, 'joinLinks'>): readonly JoinLink[] {
  const rooms = joinLinks.filter(isMeetingRoom);
  return rooms.length > 1 ? rooms : [];
}

/** Rooms from which the user has not chosen yet. */
export const openRooms = (occurrence: Pick<Occurrence, 'joinLinks' | 'roomChosenAt'>): readonly JoinLink[] =>
  occurrence.roomChosenAt === null ? roomsToChoose(occurrence) : [];

/** Label of a room beside others: its service, with its number or name if several have the same service. */
export function roomName(link: JoinLink, others: readonly JoinLink[]): string {
  const { service, serviceName, url } = link;
  const isOnly = others.every((other) => other.service !== service || other.url === url);
  if (isOnly) return serviceName;
  const id = typedId(link) ?? link.meetingId;
  return `${serviceName} ${id === null ? new URL(url).pathname.slice(1) : groupDigits(id)}`;
}

/** A shorter label: the last digits of the number. */
export const shortRoomName = (link: JoinLink, others: readonly JoinLink[]): string =>
  roomName(link, others).replace(/ \d[\d ]* (\d{3,4})$/, ' …$1');
