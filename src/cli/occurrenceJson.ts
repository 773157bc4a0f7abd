import { doubtText } from '#core/agenda/doubtText.ts';
import { isUnconfirmed } from '#core/agenda/statements.ts';
import type { Occurrence } from '#core/agenda/occurrence.ts';
import { type JoinLink, passcodeForPrograms } from '#meeting-links';

/** A join link in JSON output. */
export const joinLinkJson = (link: JoinLink) => ({
  service: link.service,
  url: link.url,
  nativeUrl: link.nativeUrl,
  meetingId: link.meetingId,
  passcode: passcodeForPrograms(link),
});

const iso = (instant: number): string => new Date(instant).toISOString();

/** An occurrence in JSON output: instants in UTC with ms, or dates; ends are exclusive. */
export function occurrenceJson(occurrence: Occurrence) {
  const { time, joinLinks } = occurrence;
  const allDay = time.kind === 'allDay';
  const [best] = joinLinks;
  return {
    key: occurrence.key,
    uid: occurrence.uid,
    title: occurrence.title,
    start: time.kind === 'allDay' ? time.start : iso(time.start),
    end: time.kind === 'allDay' ? time.end : iso(time.end),
    allDay,
    zone: occurrence.zone,
    // Neither a calendar nor the user confirmed it.
    status: isUnconfirmed(occurrence) ? 'unconfirmed' : occurrence.status,
    feed: occurrence.feedId,
    sources: occurrence.sources.map(({ feedId, feedName }) => ({ feed: feedId, name: feedName })),
    join: best === undefined ? null : joinLinkJson(best),
    links: occurrence.links,
    community: occurrence.community,
    rhythm: occurrence.rhythm,
    skipped: occurrence.skipped !== null,
    weekUnknown: occurrence.isWeekUnknown,
    unconfirmed: isUnconfirmed(occurrence),
    assumptions: occurrence.doubts.map(doubtText),
    room: occurrence.roomFlags,
    otherJoins: joinLinks.slice(1).map(joinLinkJson),
  };
}

/** Characters that JSON allows, but that control a terminal or change the order of its text. */
const STEERING = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/**
 * The output of `--json`: indented, with a line end. Control characters are escaped, also those that JSON allows,
 * because foreign titles reach terminals.
 */
export const jsonText = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).replaceAll(
    STEERING,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )}\n`;
