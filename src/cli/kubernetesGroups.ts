import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { foldedText } from '#core/search/fold.ts';
import type { DirectoryRow } from '#core/directory/directoryIndex.ts';
import { isDirectoryFirst, searchGroups } from '#core/directory/searchCommunities.ts';
import { groupMark } from '#core/feeds/followed.ts';
import { KUBERNETES } from '#core/feeds/storedFeeds.ts';
import type { Terminal } from './command.ts';
import { named } from './directory.ts';
import { catalogueFolder } from './folders.ts';

/** The groups of Kubernetes, which come with the app beside the directory. Only what a search needs is read. */

const title = z.object({ title: z.string().default('') });
const group = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().default(''),
  leads: z.array(z.object({ name: z.string() })).default([]),
  meetings: z.array(title).default([]),
});
export type KubernetesGroup = z.infer<typeof group>;

/** An addition without a name completes a group. */
const file = z.object({
  communities: z.array(z.unknown()).default([]),
  additions: z.array(z.unknown()).default([]),
});

/** Empty if the file is missing or damaged: the directory works without it. */
export async function kubernetesGroups(terminal: Terminal): Promise<KubernetesGroup[]> {
  try {
    const text = await readFile(join(catalogueFolder(terminal), `${KUBERNETES}.json`), 'utf8');
    const { communities, additions } = file.parse(JSON.parse(text));
    return [...communities, ...additions].flatMap((one) => group.safeParse(one).data ?? []);
  } catch {
    return [];
  }
}

/** True for the name of the whole community. */
export const isKubernetes = (words: string): boolean =>
  /^(?:kubernetes(?: community)?|k8s)$/iu.test(words.trim());

/** What the words name of Kubernetes. */
export interface NamedGroups {
  readonly name: string;
  /** As the feed follows it. */
  readonly followed: 'all' | readonly string[];
}

/** All of Kubernetes or one group; null if the words name neither, or better a community of the directory. */
export async function namedGroups(
  words: string,
  rows: readonly DirectoryRow[],
  terminal: Terminal,
): Promise<NamedGroups | null> {
  if (isKubernetes(words)) return { name: 'Kubernetes', followed: 'all' };
  const groups = await kubernetesGroups(terminal);
  const query = foldedText(words).trim();
  const exact = groups.find(({ id, name }) => id === query || foldedText(name) === query);
  const found = exact === undefined ? searchGroups(groups, words, (one) => one) : [exact];
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) return null;
  if (exact === undefined && (named(rows, words) !== null || isDirectoryFirst(rows, [only.name], words)))
    return null;
  return { name: only.name, followed: [groupMark(only.id)] };
}
