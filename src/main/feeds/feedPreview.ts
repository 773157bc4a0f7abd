import type { Feed } from '#core/feeds/feed.ts';
import type { StoredFeed } from '#core/feeds/feedStore.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { DAY, type Instant, type ZoneName } from '#base';
import type { FeedReader } from '../ports/feedReader.ts';
import type { DirectoryRow } from '#core/directory/directoryIndex.ts';
import { usedCommunities } from '#core/directory/usedCommunities.ts';
import type { PackEntry } from '#core/feeds/starterPack.ts';
import type { FeedPreview } from '#core/feeds/feedPreview.ts';
import type { Ports } from '../ports/ports.ts';
import { calendarOfPage } from './calendarOfPage.ts';
import type { Candidate } from './feedCandidate.ts';
import { warningsOf } from './recogniseAddress.ts';

const WINDOW_MS = 90 * DAY;
const MOST_DATES = 5;
/** So many dates are read for the communities that they name. */
const MOST_READ = 500;
const MOST_MEETINGS = 12;
const MOST_COMPARED = 500;

/** The next meetings of a feed that is followed, with which those at another address are compared. */
export const comingMeetings = (
  reader: Pick<FeedReader, 'preview'>,
  source: StoredFeed,
  now: Instant,
  zone: ZoneName,
): Promise<readonly Occurrence[]> =>
  reader.preview(source, { from: now, to: now + WINDOW_MS }, zone, MOST_COMPARED);

/** What the user decided belongs to the keys of meetings, so a meeting is the same if its key is. */
function keptOf(present: readonly Occurrence[], others: readonly Occurrence[]): FeedPreview['kept'] {
  const keys = new Set(others.flatMap(({ sources }) => sources.map(({ key }) => key)));
  return { coming: present.length, found: present.filter(({ key }) => keys.has(key)).length };
}

export interface PreviewFacts {
  readonly zone: ZoneName;
  /** The coming meetings of the feed that gets this address, see {@link comingMeetings}; empty for a new one. */
  readonly present: readonly Occurrence[];
  /** What following the entry would change. */
  readonly choiceOf: (entry: PackEntry) => FeedPreview['choices'][number];
  /** All communities of the directory. */
  readonly directory: () => Promise<readonly DirectoryRow[]>;
}

/**
 * What the window shows of a feed before the user follows it.
 */
export async function previewOf(
  { clock, environment, trialReader }: Pick<Ports, 'clock' | 'environment' | 'trialReader'>,
  { pasted, feed, digest }: Candidate,
  { zone, present, choiceOf, directory }: PreviewFacts,
): Promise<FeedPreview> {
  const { handle, seriesCount, communities, questions, calendars, choices, problems } = digest;
  const now = clock.now();
  const window = { from: now, to: now + WINDOW_MS };
  const everything: Feed = { ...feed, followed: 'all' };
  const first = await trialReader.preview({ feed: everything, handle }, window, zone, MOST_READ);
  return {
    format: feed.format,
    name: feed.name,
    seriesCount,
    next: first.slice(0, MOST_DATES),
    groupCount: communities.length,
    meetings: communities
      .flatMap(({ meetings }) => meetings)
      .slice(0, MOST_MEETINGS)
      .map(({ title, rhythm, isDated }) => ({ title, rhythm, isDated })),
    questions: [...questions],
    calendar: calendarOfPage(calendars, environment.platform),
    kept: present.length === 0 ? null : keptOf(present, first),
    choices: choices.map(choiceOf),
    named: first.length === 0 ? [] : [...usedCommunities(await directory(), first)],
    problems: [...warningsOf(pasted, feed.source), ...problems],
  };
}
