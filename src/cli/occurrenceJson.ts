import type { Occurrence } from '../shared/calendar/occurrence.ts';
import { passcodeForPrograms } from '../shared/join/linkPasscode.ts';
import type { JoinLink } from '../shared/join/joinLink.ts';

/** A join link as scripts get it. */
export const joinLinkJson = (link: JoinLink) => ({
  service: link.service,
  url: link.url,
  nativeUrl: link.nativeUrl,
  meetingId: link.meetingId,
  passcode: passcodeForPrograms(link),
});

const iso = (instant: number): string => new Date(instant).toISOString();

/** An occurrence as scripts get it: instants in UTC with ms, or dates; ends are exclusive. */
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
    status: occurrence.status,
    feed: occurrence.feedId,
    sources: occurrence.sources.map(({ feedId, feedName }) => ({ feed: feedId, name: feedName })),
    join: best === undefined ? null : joinLinkJson(best),
    links: occurrence.links,
    community: occurrence.community,
    rhythm: occurrence.rhythm,
    weekUnknown: occurrence.isWeekUnknown,
    assumptions: occurrence.assumptions,
    room: occurrence.roomFlags,
    otherJoins: joinLinks.slice(1).map(joinLinkJson),
  };
}

/** What `--json` prints: indented for people who look at it, with a line end for tools that want one. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
