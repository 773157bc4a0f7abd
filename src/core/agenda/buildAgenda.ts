import type { Occurrence } from './occurrence.ts';
import { type Reading, readingInWords } from '#calendar';
import { rowsOf } from '#meeting-links';
import type { Problem, TimeWindow, ZoneName } from '#base';
import { startOf } from './agenda.ts';
import type { AgendaBounds } from './agendaBounds.ts';
import { putChosenRoomsFirst } from './chosenRoom.ts';
import { dateFeeds, type AgendaSource, type DatedFeed } from './dateFeeds.ts';
import { NO_CHOICES, type AgendaChoices } from './meetingChoices.ts';
import { mergeOccurrences } from './mergeOccurrences.ts';
import { joinStatedNearby } from './statedNearby.ts';
import { warnAboutRooms } from './roomWarnings.ts';
import { settleStatements } from './statements.ts';
import { settleVersions } from './sameMeeting.ts';
import { markShown } from './shownMeetings.ts';
import { markSkipped } from './skippedMeetings.ts';
import { settleWeeks } from './whichWeek.ts';

/** The rules of readings in words, if they fit into one line; else null. */
function rhythmOfReadings(left: readonly Reading[]): string | null {
  const rules = [...new Set(left.map(({ rule }) => rule))];
  return rules.length === 0 || rules.length > 2 ? null : rules.map(readingInWords).join(' or ');
}

/** An agenda, and the partial expansion of the feeds that took too long. */
export interface Built {
  readonly occurrences: Occurrence[];
  readonly problems: readonly Problem[];
  readonly heavy: ReadonlyMap<string, DatedFeed>;
}

/**
 * The occurrences of all followed series that overlap the window, each meeting once, sorted by start, then UID.
 * @param zone the viewer's; floating times and all-day dates are placed in it
 * @param choices what the user added and chose
 * @param bounds limits of each feed; null does without limits
 */
export function buildAgenda(
  sources: readonly AgendaSource[],
  window: TimeWindow,
  zone: ZoneName,
  choices: AgendaChoices = NO_CHOICES,
  bounds: AgendaBounds | null = null,
): Built {
  const { dated: feeds, heavy } = dateFeeds(sources, window, zone, rowsOf(choices.services), bounds);
  const certain = feeds.flatMap((one) => one.certain);
  const open = feeds.flatMap((one) => one.open);
  const problems = feeds.flatMap((one) => one.problems);
  const stated = new Set(sources.flatMap(({ feed }) => (feed.source.kind === 'stated' ? [feed.id] : [])));
  const all = [...certain, ...settleWeeks(open, certain, rhythmOfReadings)];
  const joined = joinStatedNearby(mergeOccurrences(all, stated), stated);
  const merged = settleStatements(joined, choices.statements);
  const settled = settleVersions(putChosenRoomsFirst(merged, choices.rooms), choices.sources);
  const marked = markShown(markSkipped(settled, choices.skips), choices.shown);
  const dated = marked.map((occurrence) => ({ start: startOf(occurrence, zone), occurrence }));
  // By code units, so that the order is the same in every locale.
  const byUid = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
  dated.sort((a, b) => a.start - b.start || byUid(a.occurrence.uid, b.occurrence.uid));
  const sorted = dated.map(({ occurrence }) => occurrence);
  return { occurrences: warnAboutRooms(sorted, choices.lastRooms), problems, heavy };
}
