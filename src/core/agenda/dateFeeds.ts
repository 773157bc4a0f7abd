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
import { ownersOf } from './ownReply.ts';
import { candidates, toOccurrence } from './toOccurrence.ts';
import type { OpenMeeting, WeekAnswer } from './whichWeek.ts';

/** A feed and its last content. */
export interface AgendaSource {
  readonly feed: Feed;
  readonly content: FeedContent;
  /** Handle of the content, for the meter. */
  readonly handle?: number;
  /** The user's answers about the weeks of its meetings. */
  readonly weeks?: readonly WeekAnswer[] | undefined;
  /** Used instead of expanding the feed: its partial expansion from the time when that took too long. */
  readonly rested?: DatedFeed | undefined;
}

/** The meetings of one feed, before merging with others. */
export interface DatedFeed {
  readonly certain: readonly Occurrence[];
  readonly open: readonly OpenMeeting[];
  /** What was left out. */
  readonly problems: readonly Problem[];
}

const followedOf = new WeakMap<FeedContent, { followed: Feed['followed']; series: readonly Series[] }>();

/**
 * The followed series of a feed. Returns the same array while they are unchanged, since it is a cache key of the
 * expansion.
 */
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

/** The user's answers about a series. */
const answersFor = ({ feed, weeks = [] }: AgendaSource, { uid }: Series): WeekAnswer[] =>
  weeks.filter((one) => one.feedId === feed.id && one.uid === uid);

/** The dates of one feed, before merging. */
interface Expansion {
  readonly source: AgendaSource;
  readonly dates: readonly DatedOccurrence[];
  readonly problems: readonly Problem[];
  /** CPU time, ms. */
  readonly spentMs: number;
  /** The time was used up, so some series were omitted. */
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

/** The limit from which the shown dates are chosen. */
const DATES_PER_SERIES = 5_000;
const DATES_PER_FEED = 50_000;
/** Dates expanded between two checks of the CPU time. */
const BETWEEN_LOOKS = 20;

/** The part of a feed that was expanded before its time was used up. */
interface Worked {
  readonly dated: DatedFeed;
  readonly isSpent: boolean;
}

function dateFeed(
  { source, dates, problems, spentMs, isSpent }: Expansion,
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
      if ((looks += 1) % BETWEEN_LOOKS === 0 && isLate())
        return { dated: { certain, open, problems }, isSpent: true };
      made.push(toOccurrence(origin, one));
    }
    if (doubt === null) for (const one of made) certain.push(one);
    else open.push({ title: details.title, candidates: made, doubt, answers: answersFor(source, series) });
  }
  return { dated: { certain, open, problems }, isSpent: isSpent || isLate() };
}

/** All feeds, each within its bounds. */
interface DatedFeeds {
  readonly dated: readonly DatedFeed[];
  readonly heavy: ReadonlyMap<string, DatedFeed>;
}

/**
 * The meetings of each feed within its limits. Exceeding them becomes a problem of that feed; the others are not
 * affected.
 */
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
    const problems = [...expansion.problems];
    if (chosen.cutFrom !== null || chosen.isRunCut) {
      const until = chosen.cutFrom === null ? null : dateOf(chosen.cutFrom, zone);
      problems.push(agendaProblem('agenda/tooMany', feed.name, until));
    }
    const worked = dateFeed({ ...expansion, dates: chosen.kept, problems }, own, bounds);
    dated.push(worked.dated);
    if (worked.isSpent) heavy.set(feed.id, worked.dated);
  }
  bounds?.meter.working(null);
  return { dated, heavy };
}
