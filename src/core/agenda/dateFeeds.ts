import { dateOf } from './agenda.ts';
import { agendaProblem } from './problems.ts';
import { type DatedOccurrence, expandSeries, type Series } from '#calendar';
import type { Feed } from '../feeds/feed.ts';
import { groupMark } from '../feeds/followed.ts';
import type { Occurrence } from './occurrence.ts';
import type { FeedContent } from '../feeds/feedContent.ts';
import type { MeetingService } from '#meeting-links';
import type { Problem, TimeWindow, ZoneName } from '#base';
import { LONGEST_RUN, nearest, shareOf, withoutOwnOverlaps, type AgendaBounds } from './agendaBounds.ts';
import { ownersOf } from './isDeclined.ts';
import { candidates, toOccurrence } from './toOccurrence.ts';
import type { OpenMeeting, WeekAnswer } from './whichWeek.ts';

/** A feed and what was last read from it. */
export interface AgendaSource {
  readonly feed: Feed;
  readonly content: FeedContent;
  /** Names the content to who measures. */
  readonly handle?: number;
  /** What the user said of the weeks of its meetings. */
  readonly weeks?: readonly WeekAnswer[] | undefined;
  /** Takes the place of its dates: what was dated of it when that took too long. */
  readonly rested?: DatedFeed | undefined;
}

/** The meetings of one feed, before others are looked at. */
export interface DatedFeed {
  readonly certain: readonly Occurrence[];
  readonly open: readonly OpenMeeting[];
}

const followedOf = new WeakMap<FeedContent, { followed: Feed['followed']; series: readonly Series[] }>();

/** The series of a feed that its user follows: the same list as long as they are, for what was expanded is remembered by it. */
function followedSeries({ feed, content }: AgendaSource): readonly Series[] {
  const known = followedOf.get(content);
  if (known !== undefined && isSameChoice(known.followed, feed.followed)) return known.series;
  const chosen = feed.followed === 'all' ? null : new Set(feed.followed);
  const isChosen = ({ uid, details: { community } }: Series, entries: ReadonlySet<string>): boolean =>
    entries.has(uid) || (community !== null && entries.has(groupMark(community)));
  const series = content.series.filter((one) => chosen === null || isChosen(one, chosen)).map(candidates);
  followedOf.set(content, { followed: feed.followed, series });
  return series;
}

const isSameChoice = (one: Feed['followed'], other: Feed['followed']): boolean =>
  one === other || (one.length === other.length && one !== 'all' && one.every((uid, i) => uid === other[i]));

/** What the user said of a series. */
const answersFor = ({ feed, weeks = [] }: AgendaSource, { uid }: Series): WeekAnswer[] =>
  weeks.filter((one) => one.feedId === feed.id && one.uid === uid);

/** The dates of one feed, before anything else is known of them. */
interface Expansion {
  readonly source: AgendaSource;
  readonly dates: readonly DatedOccurrence[];
  readonly problems: readonly Problem[];
  /** CPU time, ms. */
  readonly spentMs: number;
  /** Some of its series were left out since the time was used up. */
  readonly isSpent: boolean;
}

function expandFeed(
  source: AgendaSource,
  window: TimeWindow,
  zone: ZoneName,
  bounds: AgendaBounds | null,
): Expansion {
  const series = followedSeries(source);
  if (bounds === null) {
    const { occurrences, problems } = expandSeries(series, window, zone);
    return { source, dates: occurrences, problems, spentMs: 0, isSpent: false };
  }
  const { now, meter, feedMs } = bounds;
  meter.working(source.handle ?? null);
  const begun = meter.cpu();
  const expanded = expandSeries(series, window, zone, {
    perSeries: DATES_PER_SERIES,
    total: DATES_PER_FEED,
    longestRun: LONGEST_RUN,
    isSpent: () => meter.cpu() - begun > feedMs,
  });
  const dates = withoutOwnOverlaps(expanded.occurrences, now);
  return { source, dates, ...expanded, spentMs: meter.cpu() - begun };
}

/** Of so many those are chosen that are shown. */
const DATES_PER_SERIES = 5_000;
const DATES_PER_FEED = 50_000;
/** So many dates are worked on between two looks at the clock. */
const BETWEEN_LOOKS = 20;

/** What was worked out of a feed before its time was used up. */
interface Worked {
  readonly dated: DatedFeed;
  readonly isSpent: boolean;
}

function dateFeed(
  { source, dates, spentMs, isSpent }: Expansion,
  own: readonly MeetingService[],
  bounds: AgendaBounds | null,
): Worked {
  const { feed, handle = null } = source;
  const origin = { feed, owners: ownersOf(feed), own };
  const certain: Occurrence[] = [];
  const open: OpenMeeting[] = [];
  bounds?.meter.working(handle);
  const begun = (bounds?.meter.cpu() ?? 0) - spentMs;
  const isLate = (): boolean => bounds !== null && bounds.meter.cpu() - begun > bounds.feedMs;
  let looks = 0;
  for (const [series, ofSeries] of Map.groupBy(dates, (one) => one.series)) {
    const made: Occurrence[] = [];
    const { doubt, details } = series;
    for (const one of ofSeries) {
      if ((looks += 1) % BETWEEN_LOOKS === 0 && isLate()) return { dated: { certain, open }, isSpent: true };
      made.push(toOccurrence(origin, one));
    }
    if (doubt === null) for (const one of made) certain.push(one);
    else open.push({ title: details.title, candidates: made, doubt, answers: answersFor(source, series) });
  }
  return { dated: { certain, open }, isSpent: isSpent || isLate() };
}

/** All feeds, each within its bounds. */
interface DatedFeeds {
  readonly dated: readonly DatedFeed[];
  readonly problems: readonly Problem[];
  readonly heavy: ReadonlyMap<string, DatedFeed>;
}

/** The meetings of each feed, within its bounds: what one takes too much is told of it, and the others do not notice. */
export function dateFeeds(
  sources: readonly AgendaSource[],
  window: TimeWindow,
  zone: ZoneName,
  own: readonly MeetingService[],
  bounds: AgendaBounds | null,
): DatedFeeds {
  const expansions = sources
    .filter(({ rested }) => rested === undefined)
    .map((source) => expandFeed(source, window, zone, bounds));
  const problems = expansions.flatMap((one) => one.problems);
  const heavy = new Map<string, DatedFeed>();
  const dated = sources.flatMap(({ rested }) => rested ?? []);
  const share =
    bounds === null
      ? Infinity
      : shareOf(
          expansions.map(({ dates }) => dates.length),
          bounds,
        );
  for (const expansion of expansions) {
    const { feed } = expansion.source;
    const chosen = nearest(expansion.dates, bounds?.now ?? 0, share);
    if (chosen.cutFrom !== null || chosen.isRunCut) {
      const until = chosen.cutFrom === null ? null : dateOf(chosen.cutFrom, zone);
      problems.push(agendaProblem('agenda/tooMany', feed.name, until));
    }
    const worked = dateFeed({ ...expansion, dates: chosen.kept }, own, bounds);
    dated.push(worked.dated);
    if (worked.isSpent) heavy.set(feed.id, worked.dated);
  }
  bounds?.meter.working(null);
  return { dated, problems, heavy };
}
