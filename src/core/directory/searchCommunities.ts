import { foldedText } from '../search/fold.ts';
import { rank } from '../search/rank.ts';
import { beginsName, type SearchedCommunity } from './searchDirectory.ts';

/** The search among groups of followed catalogues and communities of the directory, in the window and the command line. */

/** What the search of a group looks at. */
export interface SearchedGroup {
  readonly name: string;
  readonly description: string;
  readonly meetings: readonly { readonly title: string }[];
  readonly leads: readonly { readonly name: string }[];
}

/** The groups that a query finds, best first: by name, then by topic, meeting or person. */
export const searchGroups = <Group>(
  groups: readonly Group[],
  query: string,
  of: (group: Group) => SearchedGroup,
): Group[] =>
  rank(query, groups, (group) => {
    const { name, description, meetings, leads } = of(group);
    return {
      name,
      others: [description, ...meetings.map(({ title }) => title), ...leads.map((lead) => lead.name)],
    };
  }).map(({ item }) => item);

/** True if the words name a community, while groups only mention them. @param groupNames of the groups that were found */
export const isDirectoryFirst = (
  rows: readonly SearchedCommunity[],
  groupNames: readonly string[],
  words: string,
): boolean =>
  rows.some((row) => beginsName(row, words)) &&
  !groupNames.some((name) => foldedText(name).startsWith(foldedText(words).trim()));
