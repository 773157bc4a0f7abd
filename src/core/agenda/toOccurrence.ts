import { occurrenceKey } from '../keys.ts';
import { type Occurrence, type RoomFlag } from './occurrence.ts';
import type { Feed } from '../feeds/feed.ts';
import {
  type DocumentLinks,
  readRule,
  rhythmInWords,
  rulesOfAll,
  type Series,
  type SeriesDetails,
  type SeriesOccurrence,
} from '#calendar';
import { findJoinLinks, isDocumentLink, type JoinLink, type MeetingService } from '#meeting-links';
import { homeDate } from './whichWeek.ts';
import { findDocumentLinks } from './findDocumentLinks.ts';
import { attendanceOf, type Attendance } from './attendance.ts';
import { shortTitle } from './shortTitle.ts';
import { ownReplyOf } from './ownReply.ts';
import { datedRooms, roomsOn } from './roomOfDate.ts';
import { asksToSignIn } from './roomWarnings.ts';

/** Values shared by all occurrences with the same details, cached because the window reads them at every tick. */
interface Facts {
  readonly joinLinks: readonly JoinLink[];
  /** Rooms by date, if the text assigns them. */
  readonly rooms: ReturnType<typeof datedRooms>;
  readonly links: DocumentLinks;
  readonly roomFlags: readonly RoomFlag[];
  readonly attendance: Attendance | null;
  readonly organizer: string | null;
}

const organizerOf = ({ organizer }: SeriesDetails): string | null =>
  organizer === null ? null : [organizer.name, organizer.address].filter(Boolean).join(' ');

/** Cached by the user's own services, since they change which links are found. */
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
  const links = details.links ?? findDocumentLinks(details);
  const found: Facts = {
    joinLinks,
    rooms: datedRooms(details.description.content, joinLinks),
    links,
    roomFlags: flagsOf(details, joinLinks, links),
    attendance: attendanceOf(details),
    organizer: organizerOf(details),
  };
  factsOf.set(details, found);
  return found;
}

/** Room warnings from the meeting's own text. */
function flagsOf(
  { conferences, url, location, description }: SeriesDetails,
  joinLinks: readonly JoinLink[],
  { agenda }: DocumentLinks,
): RoomFlag[] {
  const flags: RoomFlag[] = [];
  if (joinLinks.length === 0 && [...conferences, url, location].some(isDocumentLink))
    flags.push({ kind: 'document', text: 'Its link opens a document: look for the room there' });
  else if (joinLinks.length === 0 && agenda !== null)
    flags.push({ kind: 'document', text: 'It names no room: its agenda document may have one' });
  if (asksToSignIn(description.content) || asksToSignIn(location))
    flags.push({ kind: 'signIn', text: 'You must sign in to Zoom to join' });
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
 * The series to expand: if its text has several readings, with the dates of all of them. Its rule in words is
 * unchanged.
 */
export function candidates(series: Series): Series {
  if (series.doubt === null || series.pattern === null || series.doubt.readings.length === 0) return series;
  const known = candidatesOf.get(series);
  if (known !== undefined) return known;
  const rules = rulesOfAll(series.doubt.readings).flatMap((text) => readRule(text, () => null).rule ?? []);
  const made = { ...series, pattern: { ...series.pattern, rules } };
  candidatesOf.set(series, made);
  rhythms.set(made, rhythmOf(series));
  return made;
}

/** The feed an occurrence belongs to. */
export interface Origin {
  readonly feed: Feed;
  /** Addresses of the feed's owners. */
  readonly owners: ReadonlySet<string>;
  readonly own: readonly MeetingService[];
}

/** An expanded date as an occurrence. */
export function toOccurrence({ feed, owners, own }: Origin, one: SeriesOccurrence): Occurrence {
  const { details, series } = one;
  const { joinLinks, rooms, links, roomFlags, attendance, organizer } = facts(details, own);
  const date = homeDate(one);
  const reply = ownReplyOf(details, owners);
  const key = occurrenceKey(feed.id, one.uid, one.originalStart);
  return {
    key,
    feedId: feed.id,
    feedName: feed.name,
    sources: [{ key, feedId: feed.id, feedName: feed.name }],
    uid: one.uid,
    originalStart: one.originalStart,
    title: shortTitle(details.title),
    time: one.time,
    zone: one.zone,
    status: one.status,
    isDeclined: reply === 'no',
    skipped: null,
    isShown: true,
    isAnnounced: true,
    silencedBy: null,
    isRecurring: isRecurring(series),
    isMoved: one.isMoved,
    isWeekUnknown: series.doubt !== null,
    isRemembered: false,
    week: null,
    rhythm: rhythmOf(series),
    phrase: details.phrase,
    doubts: details.doubts,
    statement: details.doubts.some(({ kind }) => kind === 'unconfirmed') ? { confirmedAt: null } : null,
    community: details.community,
    communityName: details.communityName,
    recorded: details.recorded,
    attendance,
    organizer,
    ownReply: reply,
    answerKey: isInvitation(feed, details, owners) && reply !== null ? key : null,
    description: details.description,
    location: details.location,
    joinLinks: roomsOn(date, joinLinks, rooms),
    roomChosenAt: null,
    roomFlags,
    versions: null,
    links,
  };
}

/** Somebody else invited the user, in a calendar that can be changed. */
const isInvitation = ({ source }: Feed, { organizer }: SeriesDetails, owners: ReadonlySet<string>): boolean =>
  source.kind === 'calDav' &&
  source.isReadOnly !== true &&
  organizer !== null &&
  !owners.has(organizer.address);

const isRecurring = ({ pattern }: Series): boolean =>
  pattern !== null && (pattern.rules.length > 0 || pattern.added.length > 0);
