import type { ListedCommunity } from '#core/directory/directoryView.ts';
import { byFoundation } from '#core/directory/searchDirectory.ts';
import { texts } from './texts.ts';

/** The order in which communities of the directory are listed. */

/** A heading and its communities. */
export interface DirectorySection {
  readonly title: string;
  readonly rows: readonly ListedCommunity[];
}

/**
 * By foundation; those that the user's calendars name come first.
 * @param words of the search; empty without one
 */
export function directorySections(rows: readonly ListedCommunity[], words: string): DirectorySection[] {
  const used = rows.filter(({ isUsed }) => isUsed);
  return [
    ...(used.length === 0 ? [] : [{ title: texts.usedByYou, rows: used }]),
    ...byFoundation(
      rows.filter(({ isUsed }) => !isUsed),
      words === '' ? 'othersLast' : 'ranked',
    ).map(({ foundation, rows: own }) => ({
      title: foundation ?? texts.noFoundation,
      rows: own,
    })),
  ];
}

/** Identifies a community of the directory beside the groups of feeds. */
export const directoryId = (id: string): string => `directory ${id}`;
