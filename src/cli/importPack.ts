import type { Feed } from '#core/feeds/feed.ts';
import type { FeedContent } from '#core/feeds/feedContent.ts';
import { feedsFailure } from '#core/feeds/problems.ts';
import type { SourceAddress } from '#core/feeds/sourceAddress.ts';
import type { PackEntry } from '#core/feeds/starterPack.ts';
import { followEntry, isEntryFollowed, replacedBy, type SourceAdder } from '#main/feeds/packEntries.ts';
import { success, visibleLine, type Result } from '#base';
import { problemLine } from './advice.ts';
import { BadInput, type Terminal } from './command.ts';
import { readConfiguration } from './configuration.ts';
import { jsonText } from './occurrenceJson.ts';
import { contentOf, fetchRaw, openFeedSources } from './sources.ts';
import { badInput, output } from './texts.ts';
import { writeFeeds } from './writeFeeds.ts';

/** Starter packs and lists of calendars at the command line. */

/** What becomes of an entry. `kept`: the user chose single meetings or groups, and the entry would replace them. */
interface Fate {
  readonly entry: PackEntry;
  readonly state: 'new' | 'followed' | 'kept' | 'failed';
  /** How many the user chose, or why it failed. */
  readonly why: string;
}

const isUsed = ({ series, choices }: FeedContent): boolean => series.length > 0 || choices.length === 0;

/** A list of feeds in memory, which the entries change. */
function listOf(feeds: readonly Feed[]) {
  const all = new Map(feeds.map((feed) => [feed.id, feed]));
  return {
    all: () => [...all.values()],
    find: (id: string) => all.get(id) ?? null,
    put: (feed: Feed) => void all.set(feed.id, feed),
  };
}

const about = (entry: PackEntry): string =>
  entry.kind === 'calendar'
    ? (URL.parse(entry.address)?.host ?? entry.address)
    : entry.kind === 'stated'
      ? output.packStated
      : output.packGroups(entry.followed === 'all' ? null : entry.followed.length);

function lineOf({ entry, state, why }: Fate, isDone: boolean): string {
  const words = {
    new: isDone ? output.nowFollowed(entry.name) : `${entry.name}  ${about(entry)}`,
    followed: output.followedBefore(entry.name),
    kept: output.packKept(entry.name, why),
    failed: `${entry.name}: ${why}`,
  };
  return visibleLine(words[state]);
}

const packJson = (name: string | null, fates: readonly Fate[]) => ({
  name,
  entries: fates.map(({ entry, state }) => ({ ...entry, state })),
});

function packLines(fates: readonly Fate[], isDone: boolean): string {
  const isNew = fates.some(({ state }) => state === 'new');
  const end = isDone ? [] : [isNew ? output.packNotImported : output.nothingNew];
  return [...fates.map((one) => lineOf(one, isDone)), ...end].map((line) => `${line}\n`).join('');
}

/** Lists what a pack holds, or follows it. An entry that does not answer is named and not followed. */
export async function importPack(
  { name, choices, problems }: FeedContent,
  { isDone, isJson }: { readonly isDone: boolean; readonly isJson: boolean },
  terminal: Terminal,
): Promise<void> {
  const { platform } = terminal;
  const [unreadable] = choices.length === 0 ? problems : [];
  if (unreadable !== undefined) throw new BadInput(problemLine(unreadable));
  const { feeds, path } = await readConfiguration(terminal);
  const sources = await openFeedSources(terminal);
  const list = listOf(feeds);
  const adder: SourceAdder = {
    addSource: async (address: SourceAddress, given): Promise<Result<Feed>> => {
      const raw = await fetchRaw(address, sources);
      if (!raw.ok) return raw;
      const content = await contentOf(raw.value, terminal);
      if (!isUsed(content)) return feedsFailure('feed/isList');
      const feed = { ...raw.value.feed, name: content.name ?? given ?? raw.value.feed.name };
      list.put(feed);
      return success(feed);
    },
  };
  const fates: Fate[] = [];
  for (const entry of choices) {
    const lists = { list, sources };
    const replaced = replacedBy(lists, entry);
    if (isEntryFollowed(lists, entry, platform)) fates.push({ entry, state: 'followed', why: '' });
    else if (replaced > 0) fates.push({ entry, state: 'kept', why: String(replaced) });
    else {
      const problem = isDone ? await followEntry(lists, adder, entry, platform) : null;
      fates.push({
        entry,
        state: problem === null ? 'new' : 'failed',
        why: problem === null ? '' : problemLine(problem),
      });
    }
  }
  if (isDone && fates.some(({ state }) => state === 'new')) await writeFeeds(list.all(), path);
  const failed = fates.filter(({ state }) => state === 'failed').length;
  for (const problem of problems) terminal.err.write(`office-hours: ${visibleLine(problemLine(problem))}\n`);
  terminal.out.write(isJson ? jsonText(packJson(name, fates)) : packLines(fates, isDone));
  if (failed > 0) throw new BadInput(badInput.entriesFailed(failed));
}
