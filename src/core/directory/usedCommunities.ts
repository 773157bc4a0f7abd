import { findJoinLinks, roomKey } from '#meeting-links';
import type { Occurrence } from '../agenda/occurrence.ts';
import type { DirectoryRow } from './directoryIndex.ts';

/** Which communities the user’s own calendars name, so that they are suggested. */

type Used = Pick<Occurrence, 'title' | 'joinLinks'>;

/** Shorter names and abbreviations are words of other things. */
const SHORTEST_NAME = 4;

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** The names by which titles call a community. A project’s name is written in capitals, the word is not. */
const namePattern = ({ name, aliases }: Pick<DirectoryRow, 'name' | 'aliases'>): RegExp | null => {
  const plain = name.replace(/ \(.*\)$/, '');
  const names = [plain, ...aliases].filter((one) => one.length >= SHORTEST_NAME && /\p{Lu}/u.test(one));
  if (names.length === 0) return null;
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${names.map(escaped).join('|')})(?![\p{L}\p{N}])`, 'u');
};

const keysOf = (address: string): string[] =>
  findJoinLinks([{ source: 'description', text: address }]).map(roomKey);

/**
 * Ids of the communities that a meeting names in its title, or whose room it uses.
 * @param occurrences of the user's own calendars
 */
export function usedCommunities(
  rows: readonly DirectoryRow[],
  occurrences: readonly Used[],
): ReadonlySet<string> {
  if (occurrences.length === 0) return new Set();
  const titles = [...new Set(occurrences.map(({ title }) => title))].join('\n');
  const rooms = new Set(occurrences.flatMap(({ joinLinks }) => joinLinks.map(roomKey)));
  const isUsed = (row: DirectoryRow): boolean =>
    namePattern(row)?.test(titles) === true ||
    (rooms.size > 0 && row.rooms.some((room) => keysOf(room).some((key) => rooms.has(key))));
  return new Set(rows.filter(isUsed).map(({ id }) => id));
}
