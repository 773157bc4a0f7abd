import { typedId } from '#meeting-links';
import type { Occurrence } from './occurrence.ts';

/** The text of an HTML description without its tags; addresses in links stay findable. */
const plain = ({ format, content }: Occurrence['description']): string =>
  format === 'html' ? content.replaceAll(/<(?:a\b[^>]*href="([^"]*)")?[^>]*>/gi, ' $1 ') : content;

/** What a search finds a meeting by, besides its title: calendar, community, rhythm, people, rooms, place, description. */
export const searchedFacts = (occurrence: Occurrence): (string | null)[] => [
  occurrence.communityName,
  ...occurrence.sources.map(({ feedName }) => feedName),
  occurrence.rhythm,
  occurrence.location,
  ...occurrence.joinLinks.flatMap((link) => [link.serviceName, link.meetingId, typedId(link), link.url]),
  ...(occurrence.attendance?.people ?? []).map(({ name }) => name),
  plain(occurrence.description),
];
