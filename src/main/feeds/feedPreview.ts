import type { Feed } from '#core/feeds/feed.ts';
import type { StoredFeed } from '#core/feeds/feedStore.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { DAY, type Instant, type ZoneName } from '#base';
import type { FeedReader } from '../ports/feedReader.ts';
import type { FeedPreview } from '#core/feeds/feedPreview.ts';
import type { Ports } from '../ports/ports.ts';
import { calendarOfPage } from './calendarOfPage.ts';
import type { Candidate } from './feedCandidate.ts';
import { warningsOf } from './recogniseAddress.ts';

const WINDOW_MS = 90 * DAY;
const MOST_DATES = 5;
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

/**
 * What the window shows of a feed before the user follows it.
 * @param present the coming meetings of the feed that gets this address, see {@link comingMeetings}; empty for a new one
 */
export async function previewOf(
  { clock, environment, trialReader }: Pick<Ports, 'clock' | 'environment' | 'trialReader'>,
  { pasted, feed, digest }: Candidate,
  { zone, present }: { readonly zone: ZoneName; readonly present: readonly Occurrence[] },
): Promise<FeedPreview> {
  const { handle, seriesCount, communities, questions, calendars, problems } = digest;
  const now = clock.now();
  const window = { from: now, to: now + WINDOW_MS };
  const everything: Feed = { ...feed, followed: 'all' };
  const preview = (count: number): Promise<readonly Occurrence[]> =>
    trialReader.preview({ feed: everything, handle }, window, zone, count);
  return {
    format: feed.format,
    name: feed.name,
    seriesCount,
    next: [...(await preview(MOST_DATES))],
    groupCount: communities.length,
    meetings: communities
      .flatMap(({ meetings }) => meetings)
      .slice(0, MOST_MEETINGS)
      .map(({ title, rhythm, isDated }) => ({ title, rhythm, isDated })),
    questions: [...questions],
    calendar: calendarOfPage(calendars, environment.platform),
    kept: present.length === 0 ? null : keptOf(present, await preview(MOST_COMPARED)),
    problems: [...warningsOf(pasted, feed.source), ...problems],
  };
}
