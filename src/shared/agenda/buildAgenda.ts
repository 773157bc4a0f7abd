import { expandSeries } from '../calendar/expandSeries.ts';
import type { Feed } from '../calendar/feed.ts';
import { groupMark } from '../calendar/followed.ts';
import { occurrenceKey, type MeetingLinks, type Occurrence, type RoomFlag } from '../calendar/occurrence.ts';
import type { FeedContent } from '../calendar/readFeed.ts';
import { rulesOfAll, type Reading } from '../calendar/reading.ts';
import { readRule } from '../calendar/recurrence/readRule.ts';
import { readingInWords, rhythmInWords } from '../calendar/rhythmInWords.ts';
import type { Series, SeriesDetails, SeriesOccurrence } from '../calendar/series.ts';
import { findJoinLinks } from '../join/findJoinLinks.ts';
import type { JoinLink } from '../join/joinLink.ts';
import type { MeetingService } from '../join/meetingService.ts';
import { rowsOf } from '../join/ownService.ts';
import { isDocumentLink } from '../join/trustedRoom.ts';
import type { Problem } from '../problem.ts';
import type { TimeWindow, ZoneName } from '../time.ts';
import { startOf } from './agenda.ts';
import { putChosenRoomsFirst } from './chosenRoom.ts';
import { findMeetingLinks } from './findMeetingLinks.ts';
import { isDeclined, ownersOf } from './isDeclined.ts';
import { NO_CHOICES, type AgendaChoices } from './meetingChoices.ts';
import { mergeOccurrences } from './mergeOccurrences.ts';
import { asksToSignIn, flagRooms } from './roomTruth.ts';
import { settleVersions } from './sameMeeting.ts';
import { settleWeeks, type OpenMeeting, type WeekAnswer } from './whichWeek.ts';

/** A feed and what was last read from it. */
export interface AgendaSource {
  readonly feed: Feed;
  readonly content: FeedContent;
  /** What the user said of the weeks of its meetings. */
  readonly weeks?: readonly WeekAnswer[] | undefined;
}

/** What all occurrences with the same details share; found once, for it is asked again at every tick of the window. */
interface Facts {
  readonly joinLinks: readonly JoinLink[];
  readonly links: MeetingLinks;
  readonly roomFlags: readonly RoomFlag[];
  readonly attendees: readonly string[];
}

/** A list for a note, not a register: the calendars of great meetings name thousands. */
const MOST_ATTENDEES = 50;

const attendeesOf = ({ attendees }: SeriesDetails): string[] =>
  attendees
    .filter(({ status }) => status !== 'DECLINED')
    .slice(0, MOST_ATTENDEES)
    .map(({ name, address }) => name ?? address);

/** By the user's own services, since with others other links are found. */
const factsWith = new WeakMap<readonly MeetingService[], WeakMap<SeriesDetails, Facts>>();

function facts(details: SeriesDetails, own: readonly MeetingService[]): Facts {
  const factsOf = factsWith.get(own) ?? new WeakMap<SeriesDetails, Facts>();
  factsWith.set(own, factsOf);
  const known = factsOf.get(details);
  if (known !== undefined) return known;
  const joinLinks = findJoinLinks(
    [
      ...details.conferences.map((text) => ({ source: 'conference', text }) as const),
      { source: 'url', text: details.url },
      { source: 'location', text: details.location },
      { source: 'description', text: details.description.content },
      { source: 'title', text: details.title },
    ],
    own,
  );
  const links = details.links ?? findMeetingLinks(details);
  const found: Facts = {
    joinLinks,
    links,
    roomFlags: flagsOf(details, joinLinks, links),
    attendees: attendeesOf(details),
  };
  factsOf.set(details, found);
  return found;
}

/** What the meeting's own words say of its room. */
function flagsOf(
  { conferences, url, location, description }: SeriesDetails,
  joinLinks: readonly JoinLink[],
  { agenda }: MeetingLinks,
): RoomFlag[] {
  const flags: RoomFlag[] = [];
  if (joinLinks.length === 0 && [...conferences, url, location].some(isDocumentLink))
    flags.push({ kind: 'document', text: 'Its link is a document: the room stands in the agenda' });
  else if (joinLinks.length === 0 && agenda !== null)
    flags.push({ kind: 'document', text: 'No room is named: its agenda document may say it' });
  if (asksToSignIn(description.content) || asksToSignIn(location))
    flags.push({ kind: 'signIn', text: 'You must be signed in to Zoom to be let in' });
  return flags;
}

const rhythms = new WeakMap<Series, string | null>();

function rhythmOf(series: Series): string | null {
  const known = rhythms.get(series);
  if (known !== undefined) return known;
  const rhythm = rhythmInWords(series);
  rhythms.set(series, rhythm);
  return rhythm;
}

const candidatesOf = new WeakMap<Series, Series>();

/**
 * The series to take dates from: where its words have several readings, all dates of any of them; what is told in words
 * is still the rule as it is.
 */
function candidates(series: Series): Series {
  if (series.doubt === null || series.pattern === null || series.doubt.readings.length === 0) return series;
  const known = candidatesOf.get(series);
  if (known !== undefined) return known;
  const rules = rulesOfAll(series.doubt.readings).flatMap((text) => readRule(text, () => null).rule ?? []);
  const made = { ...series, pattern: { ...series.pattern, rules } };
  candidatesOf.set(series, made);
  rhythms.set(made, rhythmOf(series));
  return made;
}

/** The rules of readings in words, where they are few enough to be said in a line; else null. */
function rhythmOfReadings(left: readonly Reading[]): string | null {
  const rules = [...new Set(left.map(({ rule }) => rule))];
  return rules.length === 0 || rules.length > 2 ? null : rules.map(readingInWords).join(' or ');
}

/** Whom a date comes from. */
interface Origin {
  readonly feed: Feed;
  /** Addresses of those whom the feed belongs to. */
  readonly owners: ReadonlySet<string>;
  readonly own: readonly MeetingService[];
}

function toOccurrence({ feed, owners, own }: Origin, one: SeriesOccurrence): Occurrence {
  const { details, series } = one;
  const { joinLinks, links, roomFlags, attendees } = facts(details, own);
  const key = occurrenceKey(feed.id, one.uid, one.originalStart);
  return {
    key,
    feedId: feed.id,
    feedName: feed.name,
    sources: [{ key, feedId: feed.id, feedName: feed.name }],
    uid: one.uid,
    originalStart: one.originalStart,
    title: details.title,
    time: one.time,
    zone: one.zone,
    status: one.status,
    isDeclined: isDeclined(details, owners),
    isRecurring: isRecurring(series),
    isMoved: one.isMoved,
    isWeekUnknown: series.doubt !== null,
    week: null,
    rhythm: rhythmOf(series),
    phrase: details.phrase,
    assumptions: details.assumptions,
    community: details.community,
    communityName: details.communityName,
    recorded: details.recorded,
    attendees,
    description: details.description,
    location: details.location,
    joinLinks,
    roomChosenAt: null,
    roomFlags,
    versions: null,
    links,
  };
}

const isRecurring = ({ pattern }: Series): boolean =>
  pattern !== null && (pattern.rules.length > 0 || pattern.added.length > 0);

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

/**
 * The occurrences of all followed series that overlap the window, each meeting once, sorted by start, then UID.
 * @param zone the viewer's: floating times and all-day dates are read in it
 * @param choices what the user added and chose
 */
export function buildAgenda(
  sources: readonly AgendaSource[],
  window: TimeWindow,
  zone: ZoneName,
  choices: AgendaChoices = NO_CHOICES,
): { occurrences: Occurrence[]; problems: Problem[] } {
  const own = rowsOf(choices.services);
  const problems: Problem[] = [];
  const certain: Occurrence[] = [];
  const open: OpenMeeting[] = [];
  for (const source of sources) {
    const expanded = expandSeries(followedSeries(source), window, zone);
    problems.push(...expanded.problems);
    const origin = { feed: source.feed, owners: ownersOf(source.feed), own };
    for (const [series, dates] of Map.groupBy(expanded.occurrences, (one) => one.series)) {
      const { doubt, details } = series;
      const made = dates.map((one) => toOccurrence(origin, one));
      if (doubt === null) for (const one of made) certain.push(one);
      else open.push({ title: details.title, candidates: made, doubt, answers: answersFor(source, series) });
    }
  }
  const merged = mergeOccurrences([...certain, ...settleWeeks(open, certain, rhythmOfReadings)]);
  const settled = settleVersions(putChosenRoomsFirst(merged, choices.rooms), choices.sources);
  const dated = settled.map((occurrence) => ({ start: startOf(occurrence, zone), occurrence }));
  // Code units, not letters of a language: the order must be the same on every machine.
  const byUid = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
  dated.sort((a, b) => a.start - b.start || byUid(a.occurrence.uid, b.occurrence.uid));
  const sorted = dated.map(({ occurrence }) => occurrence);
  return { occurrences: flagRooms(sorted, choices.lastRooms), problems };
}
