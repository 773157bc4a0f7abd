import type { Feed } from '#core/feeds/feed.ts';
import { DAY, type ZoneName } from '#base';
import type { FeedPreview } from '#core/feeds/feedPreview.ts';
import type { Ports } from '../ports/ports.ts';
import { calendarOfPage } from './calendarOfPage.ts';
import type { Candidate } from './feedCandidate.ts';
import { warningsOf } from './recogniseAddress.ts';

const WINDOW_MS = 90 * DAY;
const MOST_DATES = 5;
const MOST_MEETINGS = 12;

/** What the window shows of a feed before the user follows it. */
export async function previewOf(
  { clock, environment, trialReader }: Pick<Ports, 'clock' | 'environment' | 'trialReader'>,
  { pasted, feed, digest }: Candidate,
  zone: ZoneName,
): Promise<FeedPreview> {
  const { handle, seriesCount, communities, questions, calendars, problems } = digest;
  const now = clock.now();
  const window = { from: now, to: now + WINDOW_MS };
  const everything: Feed = { ...feed, followed: 'all' };
  return {
    format: feed.format,
    name: feed.name,
    seriesCount,
    next: [...(await trialReader.preview({ feed: everything, handle }, window, zone, MOST_DATES))],
    groupCount: communities.length,
    meetings: communities
      .flatMap(({ meetings }) => meetings)
      .slice(0, MOST_MEETINGS)
      .map(({ title, rhythm, isDated }) => ({ title, rhythm, isDated })),
    questions: [...questions],
    calendar: calendarOfPage(calendars, environment.platform),
    problems: [...warningsOf(pasted, feed.source), ...problems],
  };
}
